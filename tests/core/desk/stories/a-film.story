# A film of an hour and a half is sitting. Something that keeps the screen awake all night is not.
on 2026-03-03
at 20:00 sits down
at 20:10 busy inhibited, full-screen
at 20:12 idle since 20:10
20:44 soon: stand
at 21:40 free
at 21:40:05 active
at 21:41 look
21:41 here, sat 1 h 41 min, next at 21:41
21:42:30 stand after 1 h 42 min
21:47:30 taken away: unseen
at 21:50 still
21:50 stand once more after 1 h 50 min
at 21:52 idle since 21:50
21:52 taken away: away
21:52 break: away since 21:50
at 22:00 active
22:00 back after 10 min
at 22:10 busy inhibited
at 22:12 idle since 22:10
22:44 soon: stand
on 2026-03-04
0:10 break: away since 22:10
at 0:20 look
0:20 away, sat 0 min
