# In the get ready, back means: the side before.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
0:33  Step back
0:36  record left foot in front: 1 of 1, held 10 of 10 s, complete
0:36  other side: right foot in front
at 0:38 press back
0:38  record right foot in front: 0 of 1, held 0 of 10 s, back
0:38  get ready: Doorway stretch, left foot in front
0:43  Step through
0:46  Hold for 10 s
0:56  Step back
0:59  record left foot in front: 1 of 1, held 10 of 10 s, complete, attempt 2
0:59  other side: right foot in front
1:04  Step through
1:07  Hold for 10 s
1:17  Step back
1:20  record right foot in front: 1 of 1, held 10 of 10 s, complete, attempt 3
1:20  way out
1:23  done
