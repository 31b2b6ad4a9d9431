# The hold has already lasted longer than the eased one: it ends at once.
play thoracic-rotation at start dose
0:00  way in, side-lying
0:20  get ready: Thoracic rotation, lying on your right, opening to the left
0:35  Open (1 of 2)
0:39  Stay open for 15 s
at 0:52 press ease
0:52  Close
0:56  rest
0:59  Open (2 of 2)
1:03  Stay open for 10 s
1:13  Close
1:17  record lying on your right, opening to the left: 2 of 2, held 23 of 30 s, complete, eased
1:17  other side: lying on your left, opening to the right
1:32  Open (1 of 2)
1:36  Stay open for 13 s
1:49  Close
1:53  rest
1:56  Open (2 of 2)
2:00  Stay open for 10 s
2:10  Close
2:14  record lying on your left, opening to the right: 2 of 2, held 23 of 30 s, complete, eased
2:14  way out
2:49  done
