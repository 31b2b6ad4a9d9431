# Chin tucks left this person better each time, chest openers did not.
minutes 4
-9 did chest-expansion (same)
-8 did chin-tuck (better)
-7 did chest-expansion (worse)
-6 did chin-tuck (better)
-4 did seated-cervical-rotation chest-expansion shoulder-blade-squeeze
-2 did chin-tuck (better)
-1 did doorway-stretch seated-trunk-rotation cat-cow thoracic-extension prone-w neck-flexion-extension
=
Up to 4 minutes, at a desk: 3:33 in all.
Chosen for what left you feeling better.

In
  chest-expansion           Chest expansion: it suits the place and the minutes.
                            Standing: 1 time 10 s
  neck-flexion-extension    Neck flexion and extension: it suits the place and
                            the minutes.
                            Forward and back with the breath: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: it suits the place and the
                            minutes.
                            Sitting: 6 times 5 s
  chin-tuck                 Chin tuck: you felt better after 3 of 3 short
                            sessions with it, more often than usual.
                            Sitting: 5 times 2 s

Could be, with something more
  doorway-stretch           Doorway stretch: it could be in if you had an open
                            doorway.
  seated-twist              Seated twist: not here, but on the floor.
  cat-cow                   Cat and cow: not here, but on the floor.
  quadruped-rotation        Quadruped rotation: not here, but on the floor.
  thoracic-rotation         Thoracic rotation: not here, but on the floor.
  thoracic-extension        Thoracic extension: it could be in if you had a
                            sturdy chair with a back and without wheels.
  thoracic-extension-roller Thoracic extension on a roller: not here, but on the
                            floor.
  lying-arm-extension       Lying arm extension: not here, but on the floor.
  prone-w                   Prone W: not here, but on the floor.
  foam-roller-ity           Foam roller T, Y and I: not here, but on the floor.

No room today
  seated-trunk-rotation     Seated trunk rotation: it would take 2:00 more, and
                            the minutes are full.
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  seated-cervical-rotation  Neck rotation: two of its kind are in, Neck flexion
                            and extension among them.
