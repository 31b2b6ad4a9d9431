# Back over a change of place takes the way there again.
play cat-cow at start dose, 1 repetition
play chest-expansion at start dose
0:00  way in, hands-knees
0:20  get ready: Cat and cow
0:25  Round
0:29  Stay round for 5 s
0:34  Hollow
0:38  Stay hollow for 5 s
0:43  back to the start
0:47  record: 1 of 1, held 10 of 10 s, complete
0:47  next: Chest expansion
0:47  last stretch
0:52  way in, standing
1:12  get ready: Chest expansion
at 1:16 press back
1:16  record: 0 of 1, held 0 of 10 s, back
1:16  way in, hands-knees
1:36  get ready: Cat and cow
1:41  Round
1:45  Stay round for 5 s
1:50  Hollow
1:54  Stay hollow for 5 s
1:59  back to the start
2:03  record: 1 of 1, held 10 of 10 s, complete, attempt 2
2:03  next: Chest expansion
2:03  last stretch
2:08  way in, standing
2:28  get ready: Chest expansion
2:33  Lift the hands
2:36  Hold for 10 s
2:46  Lower the hands
2:49  record: 1 of 1, held 10 of 10 s, complete, attempt 3
2:49  way out
2:52  done
