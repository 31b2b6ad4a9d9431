# Six of ten before the start: breaks and walking today. Tomorrow is a fresh start.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 pain is 5 before the start
on 2026-03-05 it stands so
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 pain is 8 after the end
on 2026-03-05 it stands so
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-06 pain is 6 before the start
on 2026-03-06 it stands so
outcome free, valid, breaks and walking only today
  possible: breaks walking posture questions
  stretches left out: none
on 2026-03-07 it stands so
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
