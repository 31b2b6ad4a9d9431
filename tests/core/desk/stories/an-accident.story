# A key meant for the text closes the prompt the moment it appears. At the next pause it is there once more.
on 2026-03-03
at 9:00 sits down
9:44 soon: stand
at 9:45:30 still
9:45:30 stand after 45:30 min
at 9:45:31 closed
at 9:45:33 active
at 9:46:10 still
9:46:10 stand once more after 46:10 min
at 9:46:30 closed
at 10:20 look
10:20 here, sat 1 h 20 min, next at 10:31:30
