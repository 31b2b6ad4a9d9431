# Very flexible joints: gently, start doses, nothing stronger.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick joints
go on
page follow-up joints: flexible-joints connective-tissue shoulder kneeling
tick flexible-joints
go on
remembered: 36 answers, precautions read, screened
outcome limited, valid
  because: flexible-joints
  limits: gentle
  possible: stretches breaks walking posture questions
  stretches left out: S09b
