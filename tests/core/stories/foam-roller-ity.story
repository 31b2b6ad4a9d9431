# B:63-65: T, then Y, then I (AMB-21). Rounds of three, three of them at first.
play foam-roller-ity at start dose
0:00  way in, supine
0:30  get ready: Foam roller T, Y and I
0:35  T (1 of 3)
0:38  Up
0:41  Y
0:44  Up
0:47  I
0:50  Up
0:53  T (2 of 3)
0:56  Up
0:59  Y
1:02  Up
1:05  I
1:08  Up
1:11  T (3 of 3)
1:14  Up
1:17  Y
1:20  Up
1:23  I
1:26  Up
1:29  record: 3 of 3, complete
1:29  way out
1:49  done
