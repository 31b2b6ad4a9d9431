# Hours from nine to five on weekdays. The evening and the weekend are silent, but known.
hours mon-fri 9:00-17:00
on 2026-03-06
at 16:30 sits down
at 17:40 look
17:40 here, sat 1 h 10 min, next at 9:00, closed
at 18:00 lock
18:05 break: away since 18:00
on 2026-03-07
4:00 2026-03-06 is over: sat 1 h 30 min, 1 breaks, 0 prompts
at 10:00 unlock
10:00 back after 16 h 0 min
at 11:30 look
11:30 here, sat 1 h 30 min, next at 9:00, closed
