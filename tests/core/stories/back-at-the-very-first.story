# There is nothing before the first side.
play chin-tuck at start dose, 1 repetition
0:00  get ready: Chin tuck
at 0:01 press back, not possible now
0:05  Glide back
0:07  Hold for 2 s
0:09  Let go
0:11  record: 1 of 1, held 2 of 2 s, complete
0:11  way out
0:14  done
