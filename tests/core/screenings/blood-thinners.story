# Blood thinners: no neck, no roller, and no visit needed for the rest.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick vessels
go on
page follow-up vessels: blood-thinners vessels dizziness head-up
tick blood-thinners
go on
remembered: 36 answers, precautions read, screened
outcome limited, valid
  because: blood-thinners
  limits: no-neck no-roller
  possible: stretches breaks walking posture questions
  stretches left out: S09b S13 S14 S15 S16
# No longer taken.
on 2026-04-01 all is asked again
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine =vessels joints life
no longer vessels
go on
remembered: 36 answers, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
