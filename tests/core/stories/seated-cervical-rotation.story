# B:83-85: 30 to 60 s, 2 to 3 times a side. The first weeks 15 s (AMB-34).
play seated-cervical-rotation at start dose
0:00  way in, sitting
0:05  get ready: Neck rotation, turning left
0:10  Turn (1 of 2)
0:13  Stay turned for 15 s
0:28  To the middle
0:31  rest
0:34  Turn (2 of 2)
0:37  Stay turned for 15 s
0:52  To the middle
0:55  record turning left: 2 of 2, held 30 of 30 s, complete
0:55  other side: turning right
1:00  Turn (1 of 2)
1:03  Stay turned for 15 s
1:18  To the middle
1:21  rest
1:24  Turn (2 of 2)
1:27  Stay turned for 15 s
1:42  To the middle
1:45  record turning right: 2 of 2, held 30 of 30 s, complete
1:45  way out
1:48  done
