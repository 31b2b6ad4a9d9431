# Signs of a vessel in the neck, said on the page of the stop itself.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 a stretch is stopped for an-emergency
on 2026-03-05 it stands so
outcome emergency, changed
  because: stop-emergency
  limits: no-neck no-roller emergency
  stretches left out: all
on 2026-03-06 the screening begins
page seen: stop-emergency
go on
remembered: 0 answers
outcome emergency, changed
  because: stop-emergency
  limits: no-neck no-roller emergency
  stretches left out: all
