# Somebody sits opposite: one stretch, seventy-five seconds, unseen.
discreet
micro
-1 did shoulder-blade-squeeze chin-tuck
=
A micro-break, at a desk: 0:50 in all.
Chosen so that nobody notices.

In
  chin-tuck                 Chin tuck: nobody notices it.
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
  shoulder-blade-squeeze    Shoulder blade squeeze: alone it takes 1:17, more
                            than there is.
  chest-expansion           Chest expansion: this break is meant for 1 stretch.
  seated-trunk-rotation     Seated trunk rotation: alone it takes 1:58, more
                            than there is.
  backward-shoulder-rolls   Backward shoulder rolls: this break is meant for 1
                            stretch.
  neck-flexion-extension    Neck flexion and extension: Chin tuck is in, which
                            is of its kind and adds more today.
  seated-cervical-rotation  Neck rotation: Chin tuck is in, which is of its kind
                            and adds more today.
