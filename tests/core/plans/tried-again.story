# Twice it hurt, then it was wanted back: from the start dose, whatever was reached before; its twin too.
minutes 5
stiff chest
likes chest-expansion
-40..-6 did chest-expansion
-5 hurt chest-expansion
-3 hurt chest-expansion
-1 again chest-expansion
=
Up to 5 minutes, at a desk: 4:38 in all.
Chosen for what was not done lately.

In
  chest-expansion           Chest expansion: you want to try it again, so the
                            start dose, and only half as far.
                            Standing: 1 time 10 s
  seated-trunk-rotation     Seated trunk rotation: nothing of its kind was done
                            lately.
                            Hands to the knee, any chair: 5 times, on each side
  neck-flexion-extension    Neck flexion and extension: nothing of its kind was
                            done lately.
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

No room today
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  chin-tuck                 Chin tuck: Neck flexion and extension is in, which
                            is of its kind and adds more today.
  seated-cervical-rotation  Neck rotation: Neck flexion and extension is in,
                            which is of its kind and adds more today.
