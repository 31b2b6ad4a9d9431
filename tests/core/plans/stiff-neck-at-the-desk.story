# A stiff neck, three minutes at the desk. Yesterday the shoulder blades had their turn.
person stiff
stiff neck
minutes 3
-1 did shoulder-blade-squeeze
=
Up to 3 minutes, at a desk: 2:11 in all.
Chosen for what feels stiff to you.

In
  chest-expansion           Chest expansion: nothing of its kind was done
                            lately.
                            Standing: 1 time 10 s
  neck-flexion-extension    Neck flexion and extension: for what feels stiff to
                            you (neck).
                            Forward only: 5 times
  chin-tuck                 Chin tuck: for what feels stiff to you (neck).
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
  shoulder-blade-squeeze    Shoulder blade squeeze: it would take 1:19 more, and
                            the minutes are full.
  seated-trunk-rotation     Seated trunk rotation: it would take 2:00 more, and
                            the minutes are full.
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  seated-cervical-rotation  Neck rotation: two of its kind are in, Neck flexion
                            and extension among them.
