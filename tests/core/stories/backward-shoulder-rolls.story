# B:45-47: up to 30 s, 2 to 3 times, nothing rolls. Start 10 s (AMB-13).
play backward-shoulder-rolls at start dose
0:00  get ready: Backward shoulder rolls
0:05  Breastbone up
0:08  Hold for 10 s
0:18  Let go
0:21  record: 1 of 1, held 10 of 10 s, complete
0:21  way out
0:24  done
