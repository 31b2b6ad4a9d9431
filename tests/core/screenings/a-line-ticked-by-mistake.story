# Behind the ticked line nothing fits after all: it is asked once more, and then no is an answer.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick bones
go on
page follow-up bones: osteoporosis cancer weight-loss
go on
page follow-up bones, asked once more: osteoporosis cancer weight-loss
go on
remembered: 36 answers, precautions read, screened
outcome free, valid
  possible: stretches breaks walking posture questions
  stretches left out: none
