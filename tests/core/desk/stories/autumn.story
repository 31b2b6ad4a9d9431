# The night on which an hour comes twice: sitting is what it was, and the day ends once.
zone New-York
on 2026-11-01
at 0:30 sits down
1:14 soon: stand
at 1:15 lock
at 1:16 unlock
at 1:17:20 still
1:17:20 stand after 46:20 min
at 1:17:30 snooze 20 min
1:17:30 taken away: answered
1:39:30 stand after 1 h 8 min
1:44:30 taken away: unseen
1:47:30 stand once more after 1 h 16 min
1:52:30 taken away: unseen
1:36:30 soon: stand
1:39:30 stand after 2 h 8 min
1:44:30 taken away: unseen
1:47:30 stand once more after 2 h 16 min
1:52:30 taken away: unseen
2:36:30 soon: stand
2:39:30 stand after 3 h 8 min
2:44:30 taken away: unseen
2:47:30 stand once more after 3 h 16 min
2:52:30 taken away: unseen
at 3:30 look
3:30 here, sat 3 h 59 min, next at 3:37:30, one was missed
at 3:30 lock
3:35 break: away since 3:30
4:00 2026-10-31 is over: sat 3 h 59 min, 1 breaks, 4 prompts
at 5:30 look
5:30 away, sat 0 min
