# From 65 years the neck is not bent back; age alone takes nothing else.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick life
go on
page follow-up life: pregnancy age-65 first-pain
tick age-65
go on
remembered: 36 answers, precautions read, screened
outcome limited, valid
  because: age-65
  limits: no-neck-extension
  possible: stretches breaks walking posture questions
  stretches left out: S09b
