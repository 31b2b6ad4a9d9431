# B:71-73: 2 to 3 s, 10 times. The first weeks 2 s, 5 times (D-03).
play chin-tuck at start dose
0:00  get ready: Chin tuck
0:05  Glide back (1 of 5)
0:07  Hold for 2 s
0:09  Let go
0:11  rest
0:14  Glide back (2 of 5)
0:16  Hold for 2 s
0:18  Let go
0:20  rest
0:23  Glide back (3 of 5)
0:25  Hold for 2 s
0:27  Let go
0:29  rest
0:29  halfway
0:32  Glide back (4 of 5)
0:34  Hold for 2 s
0:36  Let go
0:38  rest
0:41  Glide back (5 of 5)
0:43  Hold for 2 s
0:45  Let go
0:47  record: 5 of 5, held 10 of 10 s, complete
0:47  way out
0:50  done
