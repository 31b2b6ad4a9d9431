# Nothing applies: two keys, and the person is free to go. After 90 days the cards come again.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-05-30 it stands so
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-05-31 it stands so
outcome free, due
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-05-31 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
