# Back pain that began late is worth a word with a doctor and changes nothing here.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick life
go on
page follow-up life: pregnancy age-65 first-pain
tick first-pain
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  worth a word: first-pain
  possible: stretches breaks walking posture questions
  stretches left out: none
