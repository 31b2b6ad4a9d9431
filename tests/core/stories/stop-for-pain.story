# Stopped in the hold: what was held is recorded, nothing more happens.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:27.500 press stop pain
charged to: Doorway stretch, left
0:27.500 record left foot in front: 0 of 1, held 4.5 of 10 s, stopped for pain
