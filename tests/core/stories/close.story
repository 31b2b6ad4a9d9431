# The program had to go: what was begun is recorded as interrupted.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:27 press close
0:27  record left foot in front: 0 of 1, held 4 of 10 s, interrupted
0:27  done
