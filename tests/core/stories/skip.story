# On to the next stretch. What was done is recorded as it was.
play doorway-stretch at start dose
play chin-tuck at start dose, 2 repetitions
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:25 press skip no-room
0:25  record left foot in front: 0 of 1, held 2 of 10 s, skipped for no-room
0:25  next: Chin tuck
0:25  last stretch
0:30  get ready: Chin tuck
0:35  Glide back (1 of 2)
0:37  Hold for 2 s
0:39  Let go
0:41  rest
0:44  Glide back (2 of 2)
0:46  Hold for 2 s
0:48  Let go
0:50  record: 2 of 2, held 4 of 4 s, complete
0:50  way out
0:53  done
