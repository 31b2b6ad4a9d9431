# Turning the head left hurt twice: only the right side is done, and the chin tuck that never hurt stays.
stiff neck
minutes 3
-9..-6 did chin-tuck
-5 hurt seated-cervical-rotation left
-3 hurt seated-cervical-rotation left
dislikes neck-flexion-extension
=
Up to 3 minutes, at a desk: 2:45 in all.
Chosen for what feels stiff to you.

In
  shoulder-blade-squeeze    Shoulder blade squeeze: nothing of its kind was done
                            lately.
                            Sitting: 6 times 5 s
  chin-tuck                 Chin tuck: for what feels stiff to you (neck).
                            Sitting: 5 times 2 s
  seated-cervical-rotation  Neck rotation: it hurt the last time, so now the
                            start dose, and only half as far.
                            Half the way, unnoticed: 1 time 15 s; only turning
                            right, as the other side is set aside after pain

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
  neck-flexion-extension    Neck flexion and extension: you set it aside; ask
                            for it by name, and you get it all the same.

No room today
  chest-expansion           Chest expansion: it would take 0:26 more, and the
                            minutes are full.
  seated-trunk-rotation     Seated trunk rotation: it would take 2:00 more, and
                            the minutes are full.
  backward-shoulder-rolls   Backward shoulder rolls: it would take 0:26 more,
                            and the minutes are full.
