# A:29: 10 s, once is what the article implies (AMB-09, AMB-12).
play chest-expansion at start dose
0:00  get ready: Chest expansion
0:05  Lift the hands
0:08  Hold for 10 s
0:18  Lower the hands
0:21  record: 1 of 1, held 10 of 10 s, complete
0:21  way out
0:24  done
