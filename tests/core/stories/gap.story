# The machine slept from 0:27 to 20:00: the hold waits as it was at 0:27.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 20:00 nothing was seen since 0:27
at 20:05 press resume
20:11 Step back
20:14 record left foot in front: 1 of 1, held 10 of 10 s, complete
20:14 other side: right foot in front
20:19 Step through
20:22 Hold for 10 s
20:32 Step back
20:35 record right foot in front: 1 of 1, held 10 of 10 s, complete
20:35 way out
20:38 done
