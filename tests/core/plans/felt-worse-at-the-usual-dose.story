# The usual dose was reached; after the last session it felt worse: start doses and half the way again, but no stronger form.
minutes 5
-40..-2 did shoulder-blade-squeeze neck-flexion-extension
-1 did shoulder-blade-squeeze neck-flexion-extension (worse)
dislikes chin-tuck seated-cervical-rotation
=
Up to 5 minutes, at a desk: 4:38 in all.
Chosen for what was not done lately.

In
  chest-expansion           Chest expansion: nothing of its kind was done
                            lately.
                            Standing: 1 time 10 s
  seated-trunk-rotation     Seated trunk rotation: nothing of its kind was done
                            lately.
                            Hands to the knee, any chair: 5 times, on each side
  neck-flexion-extension    Neck flexion and extension: it felt worse
                            afterwards, so now the start dose, and only half as
                            far.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: it felt worse afterwards, so
                            now the start dose, and only half as far.
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
  chin-tuck                 Chin tuck: you set it aside; ask for it by name, and
                            you get it all the same.
  seated-cervical-rotation  Neck rotation: you set it aside; ask for it by name,
                            and you get it all the same.

No room today
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
