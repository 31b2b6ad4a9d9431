# Something should be seen first.
limits clinician-first no-neck
=
No guided stretching yet: what you answered should be seen by a clinician first.
Standing up, a short walk, sitting differently: these are always good.
