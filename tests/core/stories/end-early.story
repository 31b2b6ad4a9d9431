# Enough for today: the way up from the floor is led, then it is over.
play cat-cow at start dose
0:00  way in, hands-knees
0:20  get ready: Cat and cow
0:25  Round (1 of 5)
0:29  Stay round for 5 s
0:34  Hollow
at 0:36 press end
0:36  record: 0 of 5, held 5 of 50 s, early
0:36  way out
0:56  done
