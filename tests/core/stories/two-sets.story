# Two sets with half a minute between (AMB-35). The usual dose of prone W.
play prone-w at usual dose, 3 repetitions
0:00  way in, prone
0:30  get ready: Prone W, set 1 of 2
0:35  Elbows down (1 of 3)
0:38  Squeeze for 3 s
0:41  Arms ahead
0:44  rest
0:47  Elbows down (2 of 3)
0:50  Squeeze for 3 s
0:53  Arms ahead
0:56  rest
0:59  Elbows down (3 of 3)
1:02  Squeeze for 3 s
1:05  Arms ahead
1:08  record: 3 of 3, held 9 of 9 s, complete
1:08  rest before the next set
1:38  get ready: Prone W, set 2 of 2
1:43  Elbows down (1 of 3)
1:46  Squeeze for 3 s
1:49  Arms ahead
1:52  rest
1:55  Elbows down (2 of 3)
1:58  Squeeze for 3 s
2:01  Arms ahead
2:04  rest
2:07  Elbows down (3 of 3)
2:10  Squeeze for 3 s
2:13  Arms ahead
2:16  record: 3 of 3, held 9 of 9 s, complete
2:16  way out
2:46  done
