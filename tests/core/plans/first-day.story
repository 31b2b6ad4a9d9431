# What the planner says of the very first day when it is asked for five minutes at the desk: a chair with wheels, nothing
# known. Unasked, `unhunch plan` and `unhunch stretch` take the first session of D-27 (uh_plan_make_unasked()).
=
Up to 5 minutes, at a desk: 4:35 in all.
Chosen to begin with: small, and soon felt.

In
  chest-expansion           Chest expansion: nothing of its kind was done
                            lately.
                            Standing: 1 time 10 s
  seated-trunk-rotation     Seated trunk rotation: nothing of its kind was done
                            lately.
                            Hands to the knee, any chair: 5 times, on each side
  shoulder-blade-squeeze    Shoulder blade squeeze: a good first one, small and
                            soon felt.
                            Sitting: 6 times 5 s
  chin-tuck                 Chin tuck: a good first one, small and soon felt.
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
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  neck-flexion-extension    Neck flexion and extension: Chin tuck is in, which
                            is of its kind and adds more today.
  seated-cervical-rotation  Neck rotation: Chin tuck is in, which is of its kind
                            and adds more today.
