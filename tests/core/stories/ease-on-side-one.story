# Less on side one is less on side two: the sides stay equal.
play thoracic-rotation at start dose
0:00  way in, side-lying
0:20  get ready: Thoracic rotation, lying on your right, opening to the left
0:35  Open (1 of 2)
0:39  Stay open for 15 s
at 0:45 press ease
0:49  Close
0:53  rest
0:56  Open (2 of 2)
1:00  Stay open for 10 s
1:10  Close
1:14  record lying on your right, opening to the left: 2 of 2, held 20 of 30 s, complete, eased
1:14  other side: lying on your left, opening to the right
1:29  Open (1 of 2)
1:33  Stay open for 10 s
1:43  Close
1:47  rest
1:47  halfway
1:50  Open (2 of 2)
1:54  Stay open for 10 s
2:04  Close
2:08  record lying on your left, opening to the right: 2 of 2, held 20 of 30 s, complete, eased
2:08  way out
2:43  done
