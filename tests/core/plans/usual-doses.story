# A month, every day: at ten minutes there is time for the usual doses.
person stiff
stiff thoracic
has sturdy-chair
-31..-1 did shoulder-blade-squeeze chin-tuck backward-shoulder-rolls seated-trunk-rotation thoracic-extension seated-cervical-rotation
minutes 10
=
Up to 10 minutes, at a desk: 9:37 in all.
Chosen for what feels stiff to you.

In
  backward-shoulder-rolls   Backward shoulder rolls: for what feels stiff to you
                            (upper back).
                            Standing: 2 times 15 s
  seated-trunk-rotation     Seated trunk rotation: for what feels stiff to you
                            (upper back).
                            On a chair that cannot roll: 7 times, on each side
  neck-flexion-extension    Neck flexion and extension: it suits the place and
                            the minutes.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: for what feels stiff to you
                            (upper back).
                            Sitting: 6 times 5 s
  thoracic-extension        Thoracic extension: for what feels stiff to you
                            (upper back).
                            Edge at the tips of the blades: 10 times 5 s
  chin-tuck                 Chin tuck: it suits the place and the minutes.
                            Sitting: 7 times 2 s

Could be, with something more
  doorway-stretch           Doorway stretch: it could be in if you had an open
                            doorway.
  seated-twist              Seated twist: not here, but on the floor.
  cat-cow                   Cat and cow: not here, but on the floor.
  quadruped-rotation        Quadruped rotation: not here, but on the floor.
  thoracic-rotation         Thoracic rotation: not here, but on the floor.
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
