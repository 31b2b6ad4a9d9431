# Stopped in a pause, nothing was begun: undo goes on where it was.
play chin-tuck at start dose, 1 repetition
play chest-expansion at start dose
0:00  get ready: Chin tuck
0:05  Glide back
0:07  Hold for 2 s
0:09  Let go
0:11  record: 1 of 1, held 2 of 2 s, complete
0:11  next: Chest expansion
0:11  last stretch
at 0:14 press stop other
charged to: Chin tuck
at 0:20 press undo
0:22  get ready: Chest expansion
0:27  Lift the hands
0:30  Hold for 10 s
0:40  Lower the hands
0:43  record: 1 of 1, held 10 of 10 s, complete
0:43  way out
0:46  done
