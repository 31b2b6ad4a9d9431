# The night on which an hour is left out: the day ends at four by the clock, an hour early by the sun.
zone Amsterdam
hours mon-sun 0:00-6:00
on 2026-03-28
at 23:50 sits down
on 2026-03-29
0:34 soon: stand
at 0:35:10 still
0:35:10 stand after 45:10 min
at 0:36 start
0:36 taken away: answered
0:36 start: stand
0:36 break: stood
1:20 soon: stand
1:23 stand after 47 min
1:28 taken away: unseen
at 1:30 lock
1:35 break: away since 1:30
at 3:30 look
3:30 away, sat 0 min
4:00 2026-03-28 is over: sat 1 h 40 min, 2 breaks, 2 prompts
at 4:10 look
4:10 away, sat 0 min
