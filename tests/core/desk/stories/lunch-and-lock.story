# Locks for a word with a colleague, then for lunch. Coming back, nothing is owed.
on 2026-03-03
at 11:30 sits down
at 11:50 lock
at 11:53 unlock
at 11:53 look
11:53 here, sat 20 min, next at 12:18
at 12:10 lock
12:15 break: away since 12:10
at 12:55 unlock
12:55 back after 45 min
at 13:30 look
13:30 here, sat 35 min, next at 13:40
