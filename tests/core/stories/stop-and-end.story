# After a stop the way up from the floor is still led.
play cat-cow at start dose
0:00  way in, hands-knees
0:20  get ready: Cat and cow
0:25  Round (1 of 5)
0:29  Stay round for 5 s
0:34  Hollow
at 0:35 press stop pain
charged to: Cat and cow
0:35  record: 0 of 5, held 5 of 50 s, stopped for pain
at 0:50 press end
0:50  way out
1:10  done
