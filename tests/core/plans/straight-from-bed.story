# Morning, on the floor if need be: no deep bends and twists.
person stiff
stiff thoracic
has floor towel
place morning
minutes 8
-1 did cat-cow chin-tuck
=
Up to 8 minutes, in the morning: 7:49 in all.
Chosen for what feels stiff to you.

In
  chest-expansion           Chest expansion: for what feels stiff to you (upper
                            back).
                            Standing: 1 time 10 s
  neck-flexion-extension    Neck flexion and extension: it suits the place and
                            the minutes.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: for what feels stiff to you
                            (upper back).
                            Sitting: 6 times 5 s
  quadruped-rotation        Quadruped rotation: for what feels stiff to you
                            (upper back).
                            Hand behind the head: 5 times, on each side
  thoracic-rotation         Thoracic rotation: for what feels stiff to you
                            (upper back).
                            Slow and rhythmic: 5 times, on each side
  lying-arm-extension       Lying arm extension: for what feels stiff to you
                            (upper back).
                            Over a rolled towel: 6 times

Could be, with something more
  doorway-stretch           Doorway stretch: it could be in if you had an open
                            doorway.
  seated-twist              Seated twist: not here, but on the floor.
  cat-cow                   Cat and cow: not here, but on the floor.
  seated-trunk-rotation     Seated trunk rotation: not here, but at a desk.
  thoracic-extension        Thoracic extension: it could be in if you had a
                            sturdy chair with a back and without wheels.
  thoracic-extension-roller Thoracic extension on a roller: not here, but on the
                            floor.
  foam-roller-ity           Foam roller T, Y and I: it could be in if you had a
                            foam roller as long as your head and trunk.

No room today
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  prone-w                   Prone W: Shoulder blade squeeze is in, which is of
                            its kind and adds more today.
  chin-tuck                 Chin tuck: Neck flexion and extension is in, which
                            is of its kind and adds more today.
  seated-cervical-rotation  Neck rotation: Neck flexion and extension is in,
                            which is of its kind and adds more today.
