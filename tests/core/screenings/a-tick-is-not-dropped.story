# Enter on the follow-up page, too fast: it is asked once more, and what was ticked is not dropped.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
tick life
go on
page follow-up life: pregnancy age-65 first-pain
go on
page follow-up life, asked once more: pregnancy age-65 first-pain
tick pregnancy
go on
remembered: 36 answers, precautions read, screened
outcome limited, valid
  because: pregnancy
  limits: no-roller no-prone-or-long-supine
  possible: stretches breaks walking posture questions
  stretches left out: S09b S11 S12 S13
