# Asleep on the way from Amsterdam to New York: the evening there belongs to the same day.
zone Amsterdam
on 2026-05-05
at 9:00 sits down
at 9:30 sleep
9:35 break: away since 9:30
at 18:00 wake
18:00 back after 8 h 30 min
at 18:00 the zone is New-York
at 12:30 look
12:30 here, sat 30 min, next at 12:45
at 12:30 lock
12:35 break: away since 12:30
on 2026-05-06
4:00 2026-05-05 is over: sat 1 h 0 min, 2 breaks, 0 prompts
at 4:30 look
4:30 away, sat 0 min
