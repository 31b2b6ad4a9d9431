# B:36: 5 to 10 s, 10 times. The first weeks 5 s, 5 times (D-03).
play thoracic-extension at start dose
0:00  way in, sitting
0:10  get ready: Thoracic extension
0:15  Lean back (1 of 5)
0:18  Hold for 5 s
0:23  Come up
0:26  rest
0:29  Lean back (2 of 5)
0:32  Hold for 5 s
0:37  Come up
0:40  rest
0:43  Lean back (3 of 5)
0:46  Hold for 5 s
0:51  Come up
0:54  rest
0:54  halfway
0:57  Lean back (4 of 5)
1:00  Hold for 5 s
1:05  Come up
1:08  rest
1:11  Lean back (5 of 5)
1:14  Hold for 5 s
1:19  Come up
1:22  record: 5 of 5, held 25 of 25 s, complete
1:22  way out
1:25  done
