# Several things at once: their limits add up.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick joints vessels life
go on
page follow-up vessels: blood-thinners vessels dizziness head-up
tick head-up
go on
page follow-up joints: flexible-joints connective-tissue shoulder kneeling
tick shoulder kneeling
go on
page follow-up life: pregnancy age-65 first-pain
tick age-65 first-pain
go on
remembered: 36 answers, precautions read, screened
outcome limited, valid
  because: head-up shoulder kneeling age-65
  worth a word: first-pain
  limits: no-shoulder-end-range no-kneeling no-head-down no-neck-extension
  possible: stretches breaks walking posture questions
  stretches left out: S01 S04 S05 S06 S07 S09b S10 S11 S13
