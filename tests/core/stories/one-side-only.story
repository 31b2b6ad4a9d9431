# A parked side is left out.
play seated-cervical-rotation at start dose, left only
0:00  way in, sitting
0:05  get ready: Neck rotation, turning left
0:10  Turn (1 of 2)
0:13  Stay turned for 15 s
0:28  To the middle
0:31  rest
0:31  halfway
0:34  Turn (2 of 2)
0:37  Stay turned for 15 s
0:52  To the middle
0:55  record turning left: 2 of 2, held 30 of 30 s, complete
0:55  way out
0:58  done
