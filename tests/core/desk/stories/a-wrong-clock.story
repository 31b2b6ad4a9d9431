# Somebody sets the clock wrong and right again: neither is sleep, neither moves a break.
on 2026-03-03
at 9:00 sits down
at 9:20 the clock is set by 300 min
at 9:30 look
9:30 here, sat 30 min, next at 9:45
at 9:35 the clock is set by -300 min
9:44 soon: stand
at 9:44:30 look
9:44:30 here, sat 44:30 min, next at 9:45
