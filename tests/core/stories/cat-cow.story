# A:33: 5 s round and 5 s hollow, 15 to 20 times. One repetition is the pair; the first weeks 5 (AMB-14).
play cat-cow at start dose
0:00  way in, hands-knees
0:20  get ready: Cat and cow
0:25  Round (1 of 5)
0:29  Stay round for 5 s
0:34  Hollow
0:38  Stay hollow for 5 s
0:43  Round (2 of 5)
0:47  Stay round for 5 s
0:52  Hollow
0:56  Stay hollow for 5 s
1:01  Round (3 of 5)
1:05  Stay round for 5 s
1:10  Hollow
1:14  Stay hollow for 5 s
1:19  Round (4 of 5)
1:23  Stay round for 5 s
1:28  Hollow
1:32  Stay hollow for 5 s
1:37  Round (5 of 5)
1:41  Stay round for 5 s
1:46  Hollow
1:50  Stay hollow for 5 s
1:55  back to the start
1:59  record: 5 of 5, held 50 of 50 s, complete
1:59  way out
2:19  done
