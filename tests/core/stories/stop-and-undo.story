# A wrong press: within half a minute the same side begins again, as another attempt.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:27 press stop nerve
charged to: Doorway stretch, left
0:27  record left foot in front: 0 of 1, held 4 of 10 s, stopped for nerve
at 0:57 press undo
0:57  get ready: Doorway stretch, left foot in front
1:02  Step through
1:05  Hold for 10 s
1:15  Step back
1:18  record left foot in front: 1 of 1, held 10 of 10 s, complete, attempt 2
1:18  other side: right foot in front
1:23  Step through
1:26  Hold for 10 s
1:36  Step back
1:39  record right foot in front: 1 of 1, held 10 of 10 s, complete
1:39  way out
1:42  done
