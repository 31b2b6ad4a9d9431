# --acknowledge admits a session and is no answer to anything.
on 2026-03-02 a session is admitted by --acknowledge
on 2026-03-02 it stands so
outcome free, never
  possible: stretches breaks walking posture questions
  stretches left out: none
on 2026-03-05 a stretch is stopped for nerve
on 2026-03-06 a session is admitted by --acknowledge
on 2026-03-06 it stands so
outcome clinician-first, soon, never
  because: stop-nerve
  limits: no-roller no-neck-extension clinician-first
  possible: breaks walking posture questions
  stretches left out: all
