# A sign of the spinal cord: the visit should not wait.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick nerves
go on
page follow-up nerves: arm-signs clumsy-hands electric-shock
tick clumsy-hands electric-shock
go on
page seen: clumsy-hands electric-shock
# One of two was seen: the other still keeps from stretching.
tick clumsy-hands
go on
remembered: 36 answers, precautions read, screened
outcome clinician-first, soon, valid
  because: electric-shock
  limits: no-neck no-roller no-loaded-flexion-twist clinician-first
  possible: breaks walking posture questions
  stretches left out: all
