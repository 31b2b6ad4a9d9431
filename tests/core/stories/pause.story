# A paused hold keeps its remaining time; nothing is counted while it rests.
play doorway-stretch at start dose
0:00  way in, standing
0:15  get ready: Doorway stretch, left foot in front
0:20  Step through
0:23  Hold for 10 s
at 0:26 press pause
at 0:30 press pause, not possible now
at 1:26 press resume
1:33  Step back
1:36  record left foot in front: 1 of 1, held 10 of 10 s, complete
1:36  other side: right foot in front
1:41  Step through
1:44  Hold for 10 s
1:54  Step back
1:57  record right foot in front: 1 of 1, held 10 of 10 s, complete
1:57  way out
2:00  done
