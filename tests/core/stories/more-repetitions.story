# A moving stretch gets a repetition more; the ceiling of the roller form is 10 rounds.
play foam-roller-ity at start dose
0:00  way in, supine
0:30  get ready: Foam roller T, Y and I
0:35  T (1 of 3)
at 0:36 press more
0:38  Up
at 0:40 press less
0:41  Y
at 0:41 press less
at 0:42 press less
0:44  Up
0:47  I
0:50  Up
0:53  record: 1 of 3, complete
0:53  way out
1:13  done
