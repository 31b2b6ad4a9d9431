# The daemon dies with a prompt up, comes back, and the machine is off for a quarter of an hour later on.
on 2026-03-03
at 9:00 sits down
9:44 soon: stand
at 9:45:20 still
9:45:20 stand after 45:20 min
at 9:45:40 the daemon is killed for 2 s
at 9:45:50 look
9:45:50 here, sat 45:50 min, next at 9:46:42, one was missed
at 9:47 still
9:47 stand once more after 47 min
at 9:47:30 snooze 5 min
9:47:30 taken away: answered
at 9:50 the machine is off for 15 min
at 10:05 look
10:05 here, sat 0 min, next at 10:50
