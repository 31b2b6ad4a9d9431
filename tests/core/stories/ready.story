# Going on early: pauses can be cut short, holds cannot.
play doorway-stretch at start dose
0:00  way in, standing
at 0:04 press ready
0:04  get ready: Doorway stretch, left foot in front
at 0:06 press ready
0:06  Step through
0:09  Hold for 10 s
at 0:11 press ready, not possible now
0:19  Step back
0:22  record left foot in front: 1 of 1, held 10 of 10 s, complete
0:22  other side: right foot in front
0:27  Step through
0:30  Hold for 10 s
0:40  Step back
0:43  record right foot in front: 1 of 1, held 10 of 10 s, complete
0:43  way out
0:46  done
