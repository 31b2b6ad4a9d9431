# Seen in March; in June the same signs are back. Being seen then is no leave for now.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
tick brain-signs
go on
remembered: 6 answers, precautions read
outcome emergency, never
  because: brain-signs
  limits: no-neck no-roller no-head-down emergency
  stretches left out: all
on 2026-03-20 the screening begins
page seen: brain-signs
tick brain-signs
go on
page emergency: chest-pain tearing-pain worst-pain =brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, screened
outcome limited, valid
  because: brain-signs
  limits: no-neck no-roller no-head-down
  possible: stretches breaks walking posture questions
  stretches left out: S05 S06 S09b S13 S14 S15 S16
on 2026-06-25 the screening begins
page emergency: chest-pain tearing-pain worst-pain =brain-signs bladder-bowel weak-legs
changed brain-signs
go on
remembered: 6 answers
outcome emergency, due
  because: brain-signs
  limits: no-neck no-roller no-head-down emergency
  stretches left out: all
