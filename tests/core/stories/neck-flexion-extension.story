# B:77-79: up to 10, breathing in one way and out the other. Out when bending forward (AMB-24).
play neck-flexion-extension at start dose
0:00  way in, sitting
0:05  get ready: Neck flexion and extension
0:10  Forward, breathing out (1 of 5)
0:14  Back, breathing in
0:18  Forward, breathing out (2 of 5)
0:22  Back, breathing in
0:26  Forward, breathing out (3 of 5)
0:30  Back, breathing in
0:34  Forward, breathing out (4 of 5)
0:38  Back, breathing in
0:42  Forward, breathing out (5 of 5)
0:46  Back, breathing in
0:50  back to the start
0:53  record: 5 of 5, complete
0:53  way out
0:56  done
