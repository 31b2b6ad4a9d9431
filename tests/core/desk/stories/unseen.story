# Vanished while the person looked elsewhere: it stays in the status and comes back once, after input.
on 2026-03-03
at 9:00 sits down
9:44 soon: stand
at 9:45:30 still
9:45:30 stand after 45:30 min
at 9:45:40 expired
at 9:45:50 look
9:45:50 here, sat 45:50 min, next at 9:46:40, one was missed
at 9:47 active
at 9:47:40 still
9:47:40 stand once more after 47:40 min
at 9:47:50 expired
at 9:50 look
9:50 here, sat 50 min, next at 10:32:50, one was missed
