# Five seconds a press, never above the ceiling (30 s), never below two.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:24 press more
at 0:25 press more
at 0:26 press more
at 0:27 press more
at 0:28 press more, at the end already
at 0:29 press less
0:48  Step back
0:51  record left foot in front: 1 of 1, held 25 of 10 s, complete
0:51  other side: right foot in front
0:56  Step through
0:59  Hold for 25 s
1:24  Step back
1:27  record right foot in front: 1 of 1, held 25 of 10 s, complete
1:27  way out
1:30  done
