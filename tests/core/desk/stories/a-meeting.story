# A call from 9:30 to 10:20, without a hand on the keyboard for most of it: sitting, and no place for a prompt.
on 2026-03-03
at 9:00 sits down
at 9:30 busy microphone, camera
at 9:33 idle since 9:31
9:44 soon: stand
at 9:50 look
9:50 engaged, sat 50 min, next at 9:50
at 10:20 free
at 10:20:10 active
at 10:20:40 still
10:20:40 stand after 1 h 20 min
