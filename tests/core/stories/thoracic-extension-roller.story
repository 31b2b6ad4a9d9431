# B:39 gives no dose: the least of the chair form (AMB-18).
play thoracic-extension-roller at start dose
0:00  way in, supine
0:20  get ready: Thoracic extension on a roller
0:25  Lower back (1 of 5)
0:28  Hold for 5 s
0:33  Curl up
0:36  rest
0:39  Lower back (2 of 5)
0:42  Hold for 5 s
0:47  Curl up
0:50  rest
0:53  Lower back (3 of 5)
0:56  Hold for 5 s
1:01  Curl up
1:04  rest
1:04  halfway
1:07  Lower back (4 of 5)
1:10  Hold for 5 s
1:15  Curl up
1:18  rest
1:21  Lower back (5 of 5)
1:24  Hold for 5 s
1:29  Curl up
1:32  record: 5 of 5, held 25 of 25 s, complete
1:32  way out
1:52  done
