# Tingling in a session: medical advice first, whatever the cards had said.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 a stretch is stopped for nerve
on 2026-03-05 it stands so
outcome clinician-first, soon, changed
  because: stop-nerve
  limits: no-roller no-neck-extension clinician-first
  possible: breaks walking posture questions
  stretches left out: all
on 2026-03-06 the screening begins
page seen: stop-nerve
go on
remembered: 0 answers
outcome clinician-first, soon, changed
  because: stop-nerve
  limits: no-roller no-neck-extension clinician-first
  possible: breaks walking posture questions
  stretches left out: all
# A doctor has looked at it.
on 2026-03-12 the screening begins
page seen: stop-nerve
tick stop-nerve
go on
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 37 answers, screened
outcome limited, valid
  because: stop-nerve
  limits: no-roller no-neck-extension
  possible: stretches breaks walking posture questions
  stretches left out: S09b S13
# 90 days later nothing is left of it.
on 2026-06-10 it stands so
outcome free, due
  possible: stretches breaks walking posture questions
  stretches left out: none
