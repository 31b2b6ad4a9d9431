# A slipped disc that nobody has cleared: a visit first, but no wall.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick spine
go on
page follow-up spine: disc spine-surgery inflamed-spine rheumatoid-arthritis
tick disc
go on
page seen: disc
go on
remembered: 36 answers, precautions read, screened
outcome clinician-first, valid
  because: disc
  limits: no-roller no-loaded-flexion-twist clinician-first
  possible: breaks walking posture questions
  stretches left out: all
# After the visit: bending and turning under load stay out, and the roller.
on 2026-03-16 the screening begins
page seen: disc
tick disc
go on
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves =spine vessels joints life
go on
remembered: 33 answers, screened
outcome limited, valid
  because: disc
  limits: no-roller no-loaded-flexion-twist
  possible: stretches breaks walking posture questions
  stretches left out: S02 S05 S06 S09b S13
