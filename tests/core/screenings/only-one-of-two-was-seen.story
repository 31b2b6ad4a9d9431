# Two reasons for a visit, one visit: the question for the other one stays.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick bones pain
go on
page follow-up bones: osteoporosis cancer weight-loss
tick cancer
go on
page follow-up pain: constant-pain breathing-pain band-pain
tick constant-pain
go on
page seen: cancer constant-pain
go on
remembered: 36 answers, precautions read, screened
outcome clinician-first, valid
  because: cancer constant-pain
  limits: no-roller clinician-first
  possible: breaks walking posture questions
  stretches left out: all
on 2026-03-20 the screening begins
page seen: cancer constant-pain
tick cancer
go on
remembered: 1 answers
outcome clinician-first, changed
  because: constant-pain
  limits: no-roller clinician-first
  possible: breaks walking posture questions
  stretches left out: all
on 2026-04-10 the screening begins
page seen: constant-pain
tick constant-pain
go on
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury =bones infection =pain nerves spine vessels joints life
go on
remembered: 31 answers, screened
outcome limited, valid
  because: cancer constant-pain
  limits: no-roller
  possible: stretches breaks walking posture questions
  stretches left out: S09b S13
