# Dizzy in a session: at the next contact the emergency signs come first, then the visit.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 a stretch is stopped for dizzy
on 2026-03-06 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page seen: stop-dizzy
go on
remembered: 6 answers
outcome clinician-first, soon, changed
  because: stop-dizzy
  limits: no-roller no-head-down no-neck-extension clinician-first
  possible: breaks walking posture questions
  stretches left out: all
on 2026-03-12 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page seen: stop-dizzy
tick stop-dizzy
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 37 answers, screened
outcome limited, valid
  because: stop-dizzy
  limits: no-roller no-head-down no-neck-extension
  possible: stretches breaks walking posture questions
  stretches left out: S05 S06 S09b S13
