# The signs that were dizziness on one day are an emergency on the next.
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
on 2026-03-05 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
tick worst-pain
go on
remembered: 6 answers
outcome emergency, changed
  because: worst-pain
  limits: no-neck no-roller no-head-down no-neck-extension clinician-first emergency
  stretches left out: all
