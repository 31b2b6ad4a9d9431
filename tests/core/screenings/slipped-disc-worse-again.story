# Cleared in March, worse in June: only that line is asked again, and it needs another visit.
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
tick disc
go on
remembered: 36 answers, precautions read, screened
outcome limited, valid
  because: disc
  limits: no-roller no-loaded-flexion-twist
  possible: stretches breaks walking posture questions
  stretches left out: S02 S05 S06 S09b S13
on 2026-06-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves =spine vessels joints life
changed spine
go on
page follow-up spine: =disc spine-surgery inflamed-spine rheumatoid-arthritis
changed disc
go on
page seen: disc
go on
remembered: 36 answers, screened
outcome clinician-first, valid
  because: disc
  limits: no-roller no-loaded-flexion-twist clinician-first
  possible: breaks walking posture questions
  stretches left out: all
