# A morning: a quiet "stand up" answered by a short walk, a coffee, and a stretch at the moment that was chosen.
zone Amsterdam
moment 10:45
on 2026-03-03
at 9:00 sits down
9:44 soon: stand
at 9:46 still
9:46 stand after 46 min
at 9:46:20 active
at 9:48:20 idle since 9:46:20
9:48:20 taken away: away
9:48:20 break: away since 9:46:20
at 9:52 active
9:52 back after 5:40 min
at 10:12 idle since 10:10
10:15 break: away since 10:10
at 10:20 active
10:20 back after 10 min
10:45 soon: stretch
10:47 stretch after 27 min
at 10:47 still
at 10:48 start
10:48 taken away: answered
10:48 start: stretch
at 10:49:10 done
10:49:10 break: stretch
at 11:00 look
11:00 here, sat 10:50 min, next at 11:34:10
