# Pain in the pause is of the stretch just done; once the way to the next one began, of that one; on the way up of the last.
play chin-tuck at start dose, 1 repetition
play cat-cow at start dose, 1 repetition
0:00  get ready: Chin tuck
at 0:02 press stop pain
charged to: Chin tuck
0:02  record: 0 of 1, held 0 of 2 s, stopped for pain
at 0:03 press undo
0:03  get ready: Chin tuck
0:08  Glide back
0:10  Hold for 2 s
0:12  Let go
0:14  record: 1 of 1, held 2 of 2 s, complete, attempt 2
0:14  next: Cat and cow
0:14  last stretch
at 0:16 press pause
at 0:17 press stop pain
charged to: Chin tuck
at 0:18 press undo
0:21  way in, hands-knees
at 0:22 press stop pain
charged to: Cat and cow
at 0:24 press undo
0:43  get ready: Cat and cow
0:48  Round
0:52  Stay round for 5 s
0:57  Hollow
1:01  Stay hollow for 5 s
1:06  back to the start
1:10  record: 1 of 1, held 10 of 10 s, complete
1:10  way out
at 1:20 press stop pain
charged to: Cat and cow
at 1:21 press undo
1:31  done
