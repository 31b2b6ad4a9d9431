# B:30: around 30 s, 2 to 3 times a side. The first weeks 15 s twice (D-03).
# Lying down takes 15 s on either side, so both sides get it as their get ready.
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
1:58  Close
2:02  rest
2:02  halfway
2:05  Open (2 of 2)
2:09  Stay open for 15 s
2:24  Close
2:28  record lying on your left, opening to the right: 2 of 2, held 30 of 30 s, complete
2:28  way out
3:03  done
