# Quiet until tomorrow ends at four in the morning.
on 2026-03-03
at 20:00 sits down
at 20:10 quiet-tomorrow
at 23:00 look
23:00 here, sat 3 h 0 min, next at 4:00, quiet
on 2026-03-04
4:00 2026-03-03 is over: sat 8 h 0 min, 0 breaks, 0 prompts
4:00 soon: stand
at 4:00 look
4:00 here, sat 8 h 0 min, next at 4:00
at 4:00:30 still
4:00:30 stand after 8 h 0 min
