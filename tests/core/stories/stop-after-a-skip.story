# What was skipped before it was begun has its record; a stop then is of the stretch that was done before it.
play chin-tuck at start dose, 1 repetition
play cat-cow at start dose, 1 repetition
play shoulder-blade-squeeze at start dose, 1 repetition
0:00  get ready: Chin tuck
0:05  Glide back
0:07  Hold for 2 s
0:09  Let go
0:11  record: 1 of 1, held 2 of 2 s, complete
0:11  next: Cat and cow
at 0:13 press skip no-room
0:13  record: 0 of 1, held 0 of 10 s, skipped for no-room
0:13  next: Shoulder blade squeeze
0:13  last stretch
at 0:14 press stop pain
charged to: Chin tuck
