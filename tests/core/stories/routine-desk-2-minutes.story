# The stored routine desk-2-minutes, from the first second to the last.
routine desk-2-minutes
0:00  get ready: Shoulder blade squeeze
0:05  Squeeze (1 of 5)
0:07  Hold for 5 s
0:12  Let go
0:14  rest
0:17  Squeeze (2 of 5)
0:19  Hold for 5 s
0:24  Let go
0:26  rest
0:29  Squeeze (3 of 5)
0:31  Hold for 5 s
0:36  Let go
0:38  rest
0:41  Squeeze (4 of 5)
0:43  Hold for 5 s
0:48  Let go
0:50  rest
0:53  Squeeze (5 of 5)
0:55  Hold for 5 s
1:00  Let go
1:02  record: 5 of 5, held 25 of 25 s, complete
1:02  next: Chin tuck
1:02  halfway
1:02  last stretch
1:07  get ready: Chin tuck
1:12  Glide back (1 of 5)
1:14  Hold for 2 s
1:16  Let go
1:18  rest
1:21  Glide back (2 of 5)
1:23  Hold for 2 s
1:25  Let go
1:27  rest
1:30  Glide back (3 of 5)
1:32  Hold for 2 s
1:34  Let go
1:36  rest
1:39  Glide back (4 of 5)
1:41  Hold for 2 s
1:43  Let go
1:45  rest
1:48  Glide back (5 of 5)
1:50  Hold for 2 s
1:52  Let go
1:54  record: 5 of 5, held 10 of 10 s, complete
1:54  way out
1:57  done
