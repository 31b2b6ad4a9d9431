# Easing again eases again; a hold never falls below two seconds, then repetitions go.
play chin-tuck at usual dose
0:00  get ready: Chin tuck
0:05  Glide back (1 of 10)
0:07  Hold for 3 s
at 0:08 press ease
0:09  Let go
at 0:09 press ease
0:11  rest
0:14  Glide back (2 of 6)
0:16  Hold for 2 s
0:18  Let go
0:20  rest
0:23  Glide back (3 of 6)
0:25  Hold for 2 s
0:27  Let go
0:29  rest
0:32  Glide back (4 of 6)
0:34  Hold for 2 s
0:36  Let go
0:38  rest
0:38  halfway
0:41  Glide back (5 of 6)
0:43  Hold for 2 s
0:45  Let go
0:47  rest
0:50  Glide back (6 of 6)
0:52  Hold for 2 s
0:54  Let go
0:56  record: 6 of 10, held 12 of 30 s, complete, eased
0:56  way out
0:59  done
