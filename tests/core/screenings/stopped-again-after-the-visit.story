# What happens again after the visit was not seen by anybody.
on 2026-03-05 a stretch is stopped for nerve
on 2026-03-12 the screening begins
page seen: stop-nerve
tick stop-nerve
go on
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 37 answers, precautions read, screened
outcome limited, valid
  because: stop-nerve
  limits: no-roller no-neck-extension
  possible: stretches breaks walking posture questions
  stretches left out: S09b S13
on 2026-03-14 a stretch is stopped for nerve
on 2026-03-14 it stands so
outcome clinician-first, soon, changed
  because: stop-nerve
  limits: no-roller no-neck-extension clinician-first
  possible: breaks walking posture questions
  stretches left out: all
