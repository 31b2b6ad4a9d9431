# A flare: what was done daily is done at its start dose today.
person stiff
stiff thoracic
-30..-1 did shoulder-blade-squeeze seated-trunk-rotation chest-expansion
0 flare
=
Up to 5 minutes, at a desk: 4:38 in all.
Chosen for what feels stiff to you.
A bad day: start doses, and nothing is owed.

In
  backward-shoulder-rolls   Backward shoulder rolls: for what feels stiff to you
                            (upper back).
                            Standing: 1 time 10 s
  seated-trunk-rotation     Seated trunk rotation: for what feels stiff to you
                            (upper back).
                            Hands to the knee, any chair: 5 times, on each side
  neck-flexion-extension    Neck flexion and extension: nothing of its kind was
                            done lately.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: for what feels stiff to you
                            (upper back).
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
  chin-tuck                 Chin tuck: Neck flexion and extension is in, which
                            is of its kind and adds more today.
  seated-cervical-rotation  Neck rotation: Neck flexion and extension is in,
                            which is of its kind and adds more today.
