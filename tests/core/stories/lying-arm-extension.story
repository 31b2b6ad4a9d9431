# B:51-53: out overhead, in back up, 10 to 15 times. The first weeks 6 (D-03).
play lying-arm-extension at start dose
0:00  way in, supine
0:20  get ready: Lying arm extension
0:25  Arms overhead, breathing out (1 of 6)
0:29  Arms up, breathing in
0:33  Arms overhead, breathing out (2 of 6)
0:37  Arms up, breathing in
0:41  Arms overhead, breathing out (3 of 6)
0:45  Arms up, breathing in
0:49  Arms overhead, breathing out (4 of 6)
0:53  Arms up, breathing in
0:57  Arms overhead, breathing out (5 of 6)
1:01  Arms up, breathing in
1:05  Arms overhead, breathing out (6 of 6)
1:09  Arms up, breathing in
1:13  record: 6 of 6, complete
1:13  way out
1:33  done
