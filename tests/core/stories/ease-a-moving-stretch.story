# Nothing is held, so there are fewer repetitions: two thirds, the present one finished.
play quadruped-rotation at usual dose
0:00  way in, hands-knees
0:20  get ready: Quadruped rotation, left elbow up
0:28  Turn up (1 of 10)
0:32  Turn back
0:36  Turn up (2 of 10)
0:40  Turn back
at 0:40 press ease
0:44  Turn up (3 of 6)
0:48  Turn back
0:52  Turn up (4 of 6)
0:56  Turn back
1:00  Turn up (5 of 6)
1:04  Turn back
1:08  Turn up (6 of 6)
1:12  Turn back
1:16  record left elbow up: 6 of 10, complete, eased
1:16  other side: right elbow up
1:24  Turn up (1 of 6)
1:28  Turn back
1:32  Turn up (2 of 6)
1:36  Turn back
1:40  Turn up (3 of 6)
1:44  Turn back
1:48  Turn up (4 of 6)
1:52  Turn back
1:56  Turn up (5 of 6)
2:00  Turn back
2:04  Turn up (6 of 6)
2:08  Turn back
2:12  record right elbow up: 6 of 10, complete, eased
2:12  way out
2:32  done
