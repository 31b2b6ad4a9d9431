# The stored routine floor-10, from the first second to the last.
routine floor-10
0:00  way in, hands-knees
0:20  get ready: Cat and cow
0:25  Round (1 of 5)
0:29  Stay round for 5 s
0:34  Hollow
0:38  Stay hollow for 5 s
0:43  Round (2 of 5)
0:47  Stay round for 5 s
0:52  Hollow
0:56  Stay hollow for 5 s
1:01  Round (3 of 5)
1:05  Stay round for 5 s
1:10  Hollow
1:14  Stay hollow for 5 s
1:19  Round (4 of 5)
1:23  Stay round for 5 s
1:28  Hollow
1:32  Stay hollow for 5 s
1:37  Round (5 of 5)
1:41  Stay round for 5 s
1:46  Hollow
1:50  Stay hollow for 5 s
1:55  back to the start
1:59  record: 5 of 5, held 50 of 50 s, complete
1:59  next: Quadruped rotation
2:04  get ready: Quadruped rotation, left elbow up
2:12  Turn up (1 of 5)
2:16  Turn back
2:20  Turn up (2 of 5)
2:24  Turn back
2:28  Turn up (3 of 5)
2:32  Turn back
2:36  Turn up (4 of 5)
2:40  Turn back
2:44  Turn up (5 of 5)
2:48  Turn back
2:52  record left elbow up: 5 of 5, complete
2:52  other side: right elbow up
3:00  Turn up (1 of 5)
3:04  Turn back
3:08  Turn up (2 of 5)
3:12  Turn back
3:16  Turn up (3 of 5)
3:20  Turn back
3:24  Turn up (4 of 5)
3:28  Turn back
3:32  Turn up (5 of 5)
3:36  Turn back
3:40  record right elbow up: 5 of 5, complete
3:40  next: Prone W
3:45  way in, prone
3:55  get ready: Prone W
4:00  Elbows down (1 of 5)
4:03  Squeeze for 2 s
4:05  Arms ahead
4:08  rest
4:11  Elbows down (2 of 5)
4:14  Squeeze for 2 s
4:16  Arms ahead
4:19  rest
4:22  Elbows down (3 of 5)
4:25  Squeeze for 2 s
4:27  Arms ahead
4:30  rest
4:33  Elbows down (4 of 5)
4:36  Squeeze for 2 s
4:38  Arms ahead
4:41  rest
4:44  Elbows down (5 of 5)
4:47  Squeeze for 2 s
4:49  Arms ahead
4:52  record: 5 of 5, held 10 of 10 s, complete
4:52  next: Thoracic rotation
4:52  halfway
4:57  way in, side-lying
5:07  get ready: Thoracic rotation, lying on your right, opening to the left
5:22  Open (1 of 2)
5:26  Stay open for 15 s
5:41  Close
5:45  rest
5:48  Open (2 of 2)
5:52  Stay open for 15 s
6:07  Close
6:11  record lying on your right, opening to the left: 2 of 2, held 30 of 30 s, complete
6:11  other side: lying on your left, opening to the right
6:26  Open (1 of 2)
6:30  Stay open for 15 s
6:45  Close
6:49  rest
6:52  Open (2 of 2)
6:56  Stay open for 15 s
7:11  Close
7:15  record lying on your left, opening to the right: 2 of 2, held 30 of 30 s, complete
7:15  next: Lying arm extension
7:15  last stretch
7:20  way in, supine
7:40  get ready: Lying arm extension
7:45  Arms overhead, breathing out (1 of 10)
7:49  Arms up, breathing in
7:53  Arms overhead, breathing out (2 of 10)
7:57  Arms up, breathing in
8:01  Arms overhead, breathing out (3 of 10)
8:05  Arms up, breathing in
8:09  Arms overhead, breathing out (4 of 10)
8:13  Arms up, breathing in
8:17  Arms overhead, breathing out (5 of 10)
8:21  Arms up, breathing in
8:25  Arms overhead, breathing out (6 of 10)
8:29  Arms up, breathing in
8:33  Arms overhead, breathing out (7 of 10)
8:37  Arms up, breathing in
8:41  Arms overhead, breathing out (8 of 10)
8:45  Arms up, breathing in
8:49  Arms overhead, breathing out (9 of 10)
8:53  Arms up, breathing in
8:57  Arms overhead, breathing out (10 of 10)
9:01  Arms up, breathing in
9:05  record: 10 of 10, complete
9:05  way out
9:25  done
