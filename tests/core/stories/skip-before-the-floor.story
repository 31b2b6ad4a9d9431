# Skipped on the way down: the next floor stretch still gets the whole way down.
play cat-cow at start dose
play quadruped-rotation at start dose, 1 repetition, left only
0:00  way in, hands-knees
at 0:05 press skip not-now
0:05  record: 0 of 5, held 0 of 50 s, skipped for not-now
0:05  next: Quadruped rotation
0:05  last stretch
0:10  way in, hands-knees
0:30  get ready: Quadruped rotation, left elbow up
0:38  Turn up
0:42  Turn back
0:46  record left elbow up: 1 of 1, complete
0:46  way out
1:06  done
