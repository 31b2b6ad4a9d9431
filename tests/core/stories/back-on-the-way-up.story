# Back late on the way up leads down again; nobody jumps to the floor.
play cat-cow at start dose, 1 repetition
0:00  way in, hands-knees
0:20  get ready: Cat and cow
0:25  Round
0:29  Stay round for 5 s
0:34  Hollow
0:38  Stay hollow for 5 s
0:43  back to the start
0:47  record: 1 of 1, held 10 of 10 s, complete
0:47  way out
at 0:57 press back
0:57  way in, hands-knees
1:17  get ready: Cat and cow
1:22  Round
1:26  Stay round for 5 s
1:31  Hollow
1:35  Stay hollow for 5 s
1:40  back to the start
1:44  record: 1 of 1, held 10 of 10 s, complete, attempt 2
1:44  way out
2:04  done
