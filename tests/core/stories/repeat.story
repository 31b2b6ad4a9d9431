# The same side again; the attempt before stays on record.
play thoracic-rotation at start dose, 1 repetition
0:00  way in, side-lying
0:20  get ready: Thoracic rotation, lying on your right, opening to the left
0:35  Open
0:39  Stay open for 15 s
at 0:45 press repeat
0:45  record lying on your right, opening to the left: 0 of 1, held 6 of 15 s, back
0:45  get ready: Thoracic rotation, lying on your right, opening to the left
1:00  Open
1:04  Stay open for 15 s
1:19  Close
1:23  record lying on your right, opening to the left: 1 of 1, held 15 of 15 s, complete, attempt 2
1:23  other side: lying on your left, opening to the right
1:38  Open
1:42  Stay open for 15 s
1:57  Close
2:01  record lying on your left, opening to the right: 1 of 1, held 15 of 15 s, complete
2:01  way out
2:36  done
