# A breath that was interrupted is finished afterwards.
play lying-arm-extension at start dose, 2 repetitions
0:00  way in, supine
0:20  get ready: Lying arm extension
0:25  Arms overhead, breathing out (1 of 2)
at 0:27 press pause
at 0:40 press resume
0:42  Arms up, breathing in
0:46  Arms overhead, breathing out (2 of 2)
0:50  Arms up, breathing in
0:54  record: 2 of 2, complete
0:54  way out
1:14  done
