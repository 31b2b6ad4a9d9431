# Daily for a month, then two weeks of holidays: start doses again, and nothing to catch up on.
-44..-14 did shoulder-blade-squeeze chin-tuck chest-expansion seated-trunk-rotation
minutes 6
=
Up to 6 minutes, at a desk: 5:30 in all.
Chosen for what was not done lately.
Good to have you back: start doses, and nothing to catch up on.

In
  backward-shoulder-rolls   Backward shoulder rolls: nothing of its kind for 14
                            days.
                            Standing: 1 time 10 s
  seated-trunk-rotation     Seated trunk rotation: nothing of its kind for 14
                            days.
                            Hands to the knee, any chair: 5 times, on each side
  neck-flexion-extension    Neck flexion and extension: nothing of its kind for
                            14 days.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: nothing of its kind for 14
                            days.
                            Sitting: 6 times 5 s
  chin-tuck                 Chin tuck: nothing of its kind for 14 days.
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
  chest-expansion           Chest expansion and Backward shoulder rolls are one
                            stretch in two forms: one of them a session.
  seated-cervical-rotation  Neck rotation: two of its kind are in, Neck flexion
                            and extension among them.
