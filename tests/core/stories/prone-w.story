# B:57-59: 2 to 3 s, 10 times, 2 to 3 sets. The first weeks 2 s, 5 times, one set (D-03).
play prone-w at start dose
0:00  way in, prone
0:30  get ready: Prone W
0:35  Elbows down (1 of 5)
0:38  Squeeze for 2 s
0:40  Arms ahead
0:43  rest
0:46  Elbows down (2 of 5)
0:49  Squeeze for 2 s
0:51  Arms ahead
0:54  rest
0:57  Elbows down (3 of 5)
1:00  Squeeze for 2 s
1:02  Arms ahead
1:05  rest
1:05  halfway
1:08  Elbows down (4 of 5)
1:11  Squeeze for 2 s
1:13  Arms ahead
1:16  rest
1:19  Elbows down (5 of 5)
1:22  Squeeze for 2 s
1:24  Arms ahead
1:27  record: 5 of 5, held 10 of 10 s, complete
1:27  way out
1:57  done
