# After half a minute a stop stays.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:27 press stop dizzy
charged to: Doorway stretch, left
0:27  record left foot in front: 0 of 1, held 4 of 10 s, stopped for dizzy
at 0:57.001 press undo, not possible now
