# A:17: at least 10 s, then the other leg leads. Both arms stretch at once (AMB-05); start 10 s (AMB-06).
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
0:33  Step back
0:36  record left foot in front: 1 of 1, held 10 of 10 s, complete
0:36  other side: right foot in front
0:41  Step through
0:44  Hold for 10 s
0:54  Step back
0:57  record right foot in front: 1 of 1, held 10 of 10 s, complete
0:57  way out
1:00  done
