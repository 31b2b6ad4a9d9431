# Where nothing is due nothing is asked.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 the screening begins
remembered: 0 answers
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
