# A flexible person: breaks only, asked once and quietly, whatever was chosen before.
gentle
moment 9:30
on 2026-03-03
at 9:00 sits down
9:44 soon: stand
at 9:45:30 still
9:45:30 stand after 45:30 min
at 9:45:31 closed
10:29:31 soon: stand
at 10:31 still
10:31 stand after 1 h 31 min
at 10:33 idle since 10:31
10:33 taken away: away
10:33 break: away since 10:31
at 10:36 active
10:36 back after 5 min
