# "Five more minutes", again and again: less each time, and in the end it has to be said twice.
interval 20 min
on 2026-03-03
at 9:00 sits down
9:19 soon: stand
at 9:20:30 still
9:20:30 stand after 20:30 min
at 9:21 snooze 20 min
9:21 taken away: answered
at 9:41:10 still
9:41:10 stand after 41:10 min
at 9:42 snooze 20 min
9:42 taken away: answered
at 9:52:10 still
9:52:10 stand after 52:10 min
at 9:53 snooze 20 min
9:53 taken away: answered
at 9:58:10 still
9:58:10 stand after 58:10 min
at 9:59 snooze 20 min
9:59 say it again
at 9:59:10 snooze 20 min
9:59:10 taken away: answered
at 10:04:20 still
10:04:20 stand after 1 h 4 min
at 10:06:20 idle since 10:04:20
10:06:20 taken away: away
10:06:20 break: away since 10:04:20
