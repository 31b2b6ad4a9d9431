# Who chose the floor is down there for most of it.
place floor
minutes 10
-12..-2 did cat-cow chin-tuck
=
Up to 10 minutes, on the floor: 9:54 in all.
Chosen for what was not done lately.

In
  chest-expansion           Chest expansion: nothing of its kind was done
                            lately.
                            Standing: 1 time 10 s
  shoulder-blade-squeeze    Shoulder blade squeeze: nothing of its kind was done
                            lately.
                            Sitting: 6 times 5 s
  cat-cow                   Cat and cow: nothing of its kind for 2 days.
                            Hands and knees: 5 times 5 s
  quadruped-rotation        Quadruped rotation: nothing of its kind was done
                            lately.
                            Hand behind the head: 5 times, on each side
  seated-twist              Seated twist: nothing of its kind was done lately.
                            Legs straight: 1 time 10 s, on each side
  prone-w                   Prone W: nothing of its kind was done lately.
                            Chest and arms lifted: 5 times 2 s
  chin-tuck                 Chin tuck: nothing of its kind for 2 days.
                            Lying on the back: 7 times 2 s

Could be, with something more
  doorway-stretch           Doorway stretch: it could be in if you had an open
                            doorway.
  thoracic-extension        Thoracic extension: it could be in if you had a
                            sturdy chair with a back and without wheels.
  thoracic-extension-roller Thoracic extension on a roller: it could be in if
                            you had a foam roller.
  lying-arm-extension       Lying arm extension: it could be in if you had a
                            small towel.
  foam-roller-ity           Foam roller T, Y and I: it could be in if you had a
                            foam roller as long as your head and trunk.

No room today
  seated-trunk-rotation     Seated trunk rotation: two of its kind are in,
                            Quadruped rotation among them.
  thoracic-rotation         Thoracic rotation: two of its kind are in, Quadruped
                            rotation among them.
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  neck-flexion-extension    Neck flexion and extension: Chin tuck is in, which
                            is of its kind and adds more today.
  seated-cervical-rotation  Neck rotation: Chin tuck is in, which is of its kind
                            and adds more today.
