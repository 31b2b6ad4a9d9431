# An old disc, cleared by a physiotherapist: said in the same breath, and stretching begins today.
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
# Three months later one key is enough: what was seen is kept with its date.
on 2026-06-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves =spine vessels joints life
go on
remembered: 32 answers, screened
outcome limited, valid
  because: disc
  limits: no-roller no-loaded-flexion-twist
  possible: stretches breaks walking posture questions
  stretches left out: S02 S05 S06 S09b S13
