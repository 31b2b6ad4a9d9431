# One tick on the first card: the emergency text, and nothing else is asked.
on 2026-03-02 the screening begins
page emergency: chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
tick chest-pain
go on
remembered: 6 answers, precautions read
outcome emergency, never
  because: chest-pain
  limits: no-roller emergency
  stretches left out: all
# The next day nobody has looked at it: it is asked once, and stays.
on 2026-03-03 the screening begins
page seen: chest-pain
go on
remembered: 0 answers
outcome emergency, never
  because: chest-pain
  limits: no-roller emergency
  stretches left out: all
# A week later a doctor has, and said yes to stretching. Then the cards, as for everybody.
on 2026-03-10 the screening begins
page seen: chest-pain
tick chest-pain
go on
page emergency: =chest-pain tearing-pain worst-pain brain-signs bladder-bowel weak-legs
go on
page health: injury bones infection pain nerves spine vessels joints life
go on
remembered: 36 answers, screened
outcome limited, valid
  because: chest-pain
  limits: no-roller
  possible: stretches breaks walking posture questions
  stretches left out: S09b S13
