# B:20: 10 to 15 to one diagonal, then the other (AMB-15). The first weeks 5 (D-03); always through the middle.
play seated-trunk-rotation at start dose
0:00  way in, sitting
0:08  get ready: Seated trunk rotation, down to the left
0:13  Down (1 of 5)
0:15.500 Tall
0:18  Up
0:20.500 Tall
0:23  Down (2 of 5)
0:25.500 Tall
0:28  Up
0:30.500 Tall
0:33  Down (3 of 5)
0:35.500 Tall
0:38  Up
0:40.500 Tall
0:43  Down (4 of 5)
0:45.500 Tall
0:48  Up
0:50.500 Tall
0:53  Down (5 of 5)
0:55.500 Tall
0:58  Up
1:00.500 Tall
1:03  record down to the left: 5 of 5, complete
1:03  other side: down to the right
1:08  Down (1 of 5)
1:10.500 Tall
1:13  Up
1:15.500 Tall
1:18  Down (2 of 5)
1:20.500 Tall
1:23  Up
1:25.500 Tall
1:28  Down (3 of 5)
1:30.500 Tall
1:33  Up
1:35.500 Tall
1:38  Down (4 of 5)
1:40.500 Tall
1:43  Up
1:45.500 Tall
1:48  Down (5 of 5)
1:50.500 Tall
1:53  Up
1:55.500 Tall
1:58  record down to the right: 5 of 5, complete
1:58  way out
2:01  done
