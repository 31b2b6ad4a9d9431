# Less on side two only is noted as uneven, not made up for.
play thoracic-rotation at start dose
0:00  way in, side-lying
0:20  get ready: Thoracic rotation, lying on your right, opening to the left
0:35  Open (1 of 2)
0:39  Stay open for 15 s
0:54  Close
0:58  rest
1:01  Open (2 of 2)
1:05  Stay open for 15 s
1:20  Close
1:24  record lying on your right, opening to the left: 2 of 2, held 30 of 30 s, complete
1:24  other side: lying on your left, opening to the right
1:39  Open (1 of 2)
1:43  Stay open for 15 s
at 1:46 press ease
1:53  Close
1:57  rest
2:00  Open (2 of 2)
2:04  Stay open for 10 s
2:14  Close
2:18  record lying on your left, opening to the right: 2 of 2, held 20 of 30 s, complete, eased, uneven
2:18  way out
2:53  done
