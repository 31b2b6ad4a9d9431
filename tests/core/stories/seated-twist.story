# A:21: 10 s to each side, a deep breath between. Once a side (AMB-09, D-03).
play seated-twist at start dose
0:00  way in, floor-sitting
0:20  get ready: Seated twist, turning left
0:28  Turn
0:32  Stay turned for 10 s
0:42  To the front
0:46  record turning left: 1 of 1, held 10 of 10 s, complete
0:46  other side: turning right
0:54  Turn
0:58  Stay turned for 10 s
1:08  To the front
1:12  record turning right: 1 of 1, held 10 of 10 s, complete
1:12  way out
1:32  done
