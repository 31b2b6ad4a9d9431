# It felt worse after this morning's session, and nobody knows of which stretch: both rest, under either name.
minutes 3
-9..-6 did chin-tuck chest-expansion (better)
0 did chin-tuck chest-expansion (worse)
=
Up to 3 minutes, at a desk: 2:12 in all.
Chosen for what was not done lately.

In
  neck-flexion-extension    Neck flexion and extension: it suits the place and
                            the minutes.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: nothing of its kind was done
                            lately.
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

Not for you now
  chest-expansion           Chest expansion: it felt worse afterwards; it rests
                            until tomorrow, and then goes only half as far.
  backward-shoulder-rolls   Backward shoulder rolls: it felt worse afterwards;
                            it rests until tomorrow, and then goes only half as
                            far.
  chin-tuck                 Chin tuck: it felt worse afterwards; it rests until
                            tomorrow, and then goes only half as far.

No room today
  seated-trunk-rotation     Seated trunk rotation: it would take 2:00 more, and
                            the minutes are full.
  seated-cervical-rotation  Neck rotation: Neck flexion and extension is in,
                            which is of its kind and adds more today.
