# The lid closes with a prompt up, overnight. The day ends in its sleep and is told in the morning.
on 2026-03-03
at 16:00 sits down
16:44 soon: stand
at 16:45:10 still
16:45:10 stand after 45:10 min
at 16:46 sleep
16:46 taken away: away
16:48 break: away since 16:46
on 2026-03-04
4:00 2026-03-03 is over: sat 46 min, 1 breaks, 1 prompts
at 9:00 wake
9:00 back after 16 h 14 min
at 9:01 look
9:01 here, sat 1 min, next at 9:45
at 9:40 look
9:40 here, sat 40 min, next at 9:45
