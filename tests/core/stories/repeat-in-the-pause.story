# Between two stretches, repeat means the one just done.
play chin-tuck at start dose, 1 repetition
play chest-expansion at start dose
0:00  get ready: Chin tuck
0:05  Glide back
0:07  Hold for 2 s
0:09  Let go
0:11  record: 1 of 1, held 2 of 2 s, complete
0:11  next: Chest expansion
0:11  last stretch
at 0:13 press repeat
0:13  get ready: Chin tuck
0:18  Glide back
0:20  Hold for 2 s
0:22  Let go
0:24  record: 1 of 1, held 2 of 2 s, complete, attempt 2
0:24  next: Chest expansion
0:24  last stretch
0:29  get ready: Chest expansion
0:34  Lift the hands
0:37  Hold for 10 s
0:47  Lower the hands
0:50  record: 1 of 1, held 10 of 10 s, complete
0:50  way out
0:53  done
