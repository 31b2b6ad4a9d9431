# Up from the floor in the middle of a routine takes the whole way up.
play prone-w at start dose, 1 repetition
play thoracic-extension at start dose, 1 repetition
0:00  way in, prone
0:30  get ready: Prone W
0:35  Elbows down
0:38  Squeeze for 2 s
0:40  Arms ahead
0:43  record: 1 of 1, held 2 of 2 s, complete
0:43  next: Thoracic extension
0:43  last stretch
0:48  way in, sitting
1:28  get ready: Thoracic extension
1:33  Lean back
1:36  Hold for 5 s
1:41  Come up
1:44  record: 1 of 1, held 5 of 5 s, complete
1:44  way out
1:47  done
