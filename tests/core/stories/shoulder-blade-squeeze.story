# A:25: at least 5 s, 15 to 20 times. The first weeks 6 times (D-03).
play shoulder-blade-squeeze at start dose
0:00  get ready: Shoulder blade squeeze
0:05  Squeeze (1 of 6)
0:07  Hold for 5 s
0:12  Let go
0:14  rest
0:17  Squeeze (2 of 6)
0:19  Hold for 5 s
0:24  Let go
0:26  rest
0:29  Squeeze (3 of 6)
0:31  Hold for 5 s
0:36  Let go
0:38  rest
0:41  Squeeze (4 of 6)
0:43  Hold for 5 s
0:48  Let go
0:50  rest
0:50  halfway
0:53  Squeeze (5 of 6)
0:55  Hold for 5 s
1:00  Let go
1:02  rest
1:05  Squeeze (6 of 6)
1:07  Hold for 5 s
1:12  Let go
1:14  record: 6 of 6, held 30 of 30 s, complete
1:14  way out
1:17  done
