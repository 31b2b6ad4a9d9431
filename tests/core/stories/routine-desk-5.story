# The stored routine desk-5, from the first second to the last.
routine desk-5
0:00  way in, sitting
0:05  get ready: Seated trunk rotation, down to the left
0:10  To the knee (1 of 4)
0:12.500 Tall
0:15  Up
0:17.500 Tall
0:20  To the knee (2 of 4)
0:22.500 Tall
0:25  Up
0:27.500 Tall
0:30  To the knee (3 of 4)
0:32.500 Tall
0:35  Up
0:37.500 Tall
0:40  To the knee (4 of 4)
0:42.500 Tall
0:45  Up
0:47.500 Tall
0:50  record down to the left: 4 of 4, complete
0:50  other side: down to the right
0:55  To the knee (1 of 4)
0:57.500 Tall
1:00  Up
1:02.500 Tall
1:05  To the knee (2 of 4)
1:07.500 Tall
1:10  Up
1:12.500 Tall
1:15  To the knee (3 of 4)
1:17.500 Tall
1:20  Up
1:22.500 Tall
1:25  To the knee (4 of 4)
1:27.500 Tall
1:30  Up
1:32.500 Tall
1:35  record down to the right: 4 of 4, complete
1:35  next: Shoulder blade squeeze
1:40  get ready: Shoulder blade squeeze
1:45  Squeeze (1 of 6)
1:47  Hold for 5 s
1:52  Let go
1:54  rest
1:57  Squeeze (2 of 6)
1:59  Hold for 5 s
2:04  Let go
2:06  rest
2:09  Squeeze (3 of 6)
2:11  Hold for 5 s
2:16  Let go
2:18  rest
2:21  Squeeze (4 of 6)
2:23  Hold for 5 s
2:28  Let go
2:30  rest
2:30  halfway
2:33  Squeeze (5 of 6)
2:35  Hold for 5 s
2:40  Let go
2:42  rest
2:45  Squeeze (6 of 6)
2:47  Hold for 5 s
2:52  Let go
2:54  record: 6 of 6, held 30 of 30 s, complete
2:54  next: Backward shoulder rolls
2:59  way in, sitting
3:04  get ready: Backward shoulder rolls
3:09  Breastbone up (1 of 2)
3:12  Hold for 10 s
3:22  Let go
3:25  rest
3:28  Breastbone up (2 of 2)
3:31  Hold for 10 s
3:41  Let go
3:44  record: 2 of 2, held 20 of 20 s, complete
3:44  next: Neck rotation
3:44  last stretch
3:49  way in, sitting
3:54  get ready: Neck rotation, turning left
3:59  Turn
4:02  Stay turned for 15 s
4:17  To the middle
4:20  record turning left: 1 of 1, held 15 of 15 s, complete
4:20  other side: turning right
4:25  Turn
4:28  Stay turned for 15 s
4:43  To the middle
4:46  record turning right: 1 of 1, held 15 of 15 s, complete
4:46  way out
4:49  done
