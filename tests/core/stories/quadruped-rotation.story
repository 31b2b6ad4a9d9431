# B:24: 10 a side. The first weeks 5, six seconds or slower each (D-03, D-10).
play quadruped-rotation at start dose
0:00  way in, hands-knees
0:20  get ready: Quadruped rotation, left elbow up
0:28  Turn up (1 of 5)
0:32  Turn back
0:36  Turn up (2 of 5)
0:40  Turn back
0:44  Turn up (3 of 5)
0:48  Turn back
0:52  Turn up (4 of 5)
0:56  Turn back
1:00  Turn up (5 of 5)
1:04  Turn back
1:08  record left elbow up: 5 of 5, complete
1:08  other side: right elbow up
1:16  Turn up (1 of 5)
1:20  Turn back
1:24  Turn up (2 of 5)
1:28  Turn back
1:32  Turn up (3 of 5)
1:36  Turn back
1:40  Turn up (4 of 5)
1:44  Turn back
1:48  Turn up (5 of 5)
1:52  Turn back
1:56  record right elbow up: 5 of 5, complete
1:56  way out
2:16  done
