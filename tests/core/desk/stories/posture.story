# Hints to sit differently, between the breaks. None in a call, none owed.
posture 15 min
on 2026-03-03
at 9:00 sits down
at 9:15:10 still
9:15:10 posture after 15:10 min
at 9:15:20 start
9:15:20 taken away: answered
9:15:20 start: posture
9:15:20 break: posture
at 9:25 busy microphone
at 9:40 free
9:44 soon: stand
at 9:45:30 still
9:45:30 stand after 45:30 min
at 9:46 look
9:46 here, sat 46 min, next at 9:46
