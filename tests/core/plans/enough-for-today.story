# A busy day: two micro-breaks were chin tucks, one chest, one blades.
minutes 2
0 did chin-tuck
0 did chest-expansion
0 did chin-tuck
0 did shoulder-blade-squeeze
=
Up to 2 minutes, at a desk: 1:43 in all.
Chosen for the place and the minutes.

In
  backward-shoulder-rolls   Backward shoulder rolls: it suits the place and the
                            minutes.
                            Standing: 1 time 10 s
  shoulder-blade-squeeze    Shoulder blade squeeze: it suits the place and the
                            minutes.
                            Sitting: 6 times 5 s

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
  seated-trunk-rotation     Seated trunk rotation: it would take 2:00 more, and
                            the minutes are full.
  chin-tuck                 Chin tuck: it would take 0:52 more, and the minutes
                            are full.
  neck-flexion-extension    Neck flexion and extension: it would take 0:55 more,
                            and the minutes are full.
  seated-cervical-rotation  Neck rotation: it would take 1:02 more, and the
                            minutes are full.
