# At double speed the clock on the wall runs half as long; the record says what was simulated.
play doorway-stretch at start dose
speed 200
0:00  way in, standing
0:07.500 get ready: Doorway stretch, left foot in front
0:10  Step through
0:11.500 Hold for 10 s
0:16.500 Step back
0:18  record left foot in front: 1 of 1, held 10 of 10 s, complete, simulated
0:18  other side: right foot in front
0:20.500 Step through
0:22  Hold for 10 s
0:27  Step back
0:28.500 record right foot in front: 1 of 1, held 10 of 10 s, complete, simulated
0:28.500 way out
0:30  done
