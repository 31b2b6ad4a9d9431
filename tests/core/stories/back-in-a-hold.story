# Once the work of a side has begun, back means: this side again.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:25 press back
0:25  record left foot in front: 0 of 1, held 2 of 10 s, back
0:25  get ready: Doorway stretch, left foot in front
0:30  Step through
0:33  Hold for 10 s
0:43  Step back
0:46  record left foot in front: 1 of 1, held 10 of 10 s, complete, attempt 2
0:46  other side: right foot in front
0:51  Step through
0:54  Hold for 10 s
1:04  Step back
1:07  record right foot in front: 1 of 1, held 10 of 10 s, complete
1:07  way out
1:10  done
