# Pain in one stretch is no screening matter: twice with one stretch and side parks that one.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 a stretch is stopped for pain
on 2026-03-05 it stands so
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-06 a stretch is stopped for pain
on 2026-03-06 it stands so
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
