# To the floor once: hands and knees, prone, on the side, on the back, and up at the end.
play quadruped-rotation at start dose, 1 repetition, left only
play prone-w at start dose, 1 repetition
play thoracic-rotation at start dose, 1 repetition, left only
play lying-arm-extension at start dose, 1 repetition
play foam-roller-ity at start dose, 1 repetition
0:00  way in, hands-knees
0:20  get ready: Quadruped rotation, left elbow up
0:28  Turn up
0:32  Turn back
0:36  record left elbow up: 1 of 1, complete
0:36  next: Prone W
0:41  way in, prone
0:51  get ready: Prone W
0:56  Elbows down
0:59  Squeeze for 2 s
1:01  Arms ahead
1:04  record: 1 of 1, held 2 of 2 s, complete
1:04  next: Thoracic rotation
1:09  way in, side-lying
1:19  get ready: Thoracic rotation, lying on your right, opening to the left
1:34  Open
1:38  Stay open for 15 s
1:53  Close
1:57  record lying on your right, opening to the left: 1 of 1, held 15 of 15 s, complete
1:57  next: Lying arm extension
1:57  halfway
2:02  way in, supine
2:22  get ready: Lying arm extension
2:27  Arms overhead, breathing out
2:31  Arms up, breathing in
2:35  record: 1 of 1, complete
2:35  next: Foam roller T, Y and I
2:35  last stretch
2:40  way in, supine
3:10  get ready: Foam roller T, Y and I
3:15  T
3:18  Up
3:21  Y
3:24  Up
3:27  I
3:30  Up
3:33  record: 1 of 1, complete
3:33  way out
3:53  done
