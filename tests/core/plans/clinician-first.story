# Something should be seen first.
limits clinician-first no-neck
=
No guided stretching yet: a doctor or physiotherapist should look at it first.
Standing up, a short walk, sitting differently: these are always good.
