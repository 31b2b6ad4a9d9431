# Seen in March, and in June nothing of it is left: what had stayed out comes back.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
tick worst-pain
go on
remembered: 6 answers, precautions read
outcome emergency, never
  because: worst-pain
  limits: no-neck no-roller emergency
  stretches left out: all
on 2026-03-20 the screening begins
page seen: worst-pain
tick worst-pain
go on
page emergency: chest-pain tearing-pain =worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, screened
outcome limited, valid
  because: worst-pain
  limits: no-neck no-roller
  possible: stretches breaks walking posture questions
  stretches left out: S09b S13 S14 S15 S16
on 2026-06-25 the screening begins
page emergency: chest-pain tearing-pain =worst-pain brain-signs bladder-bowel weak-legs
no longer worst-pain
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
