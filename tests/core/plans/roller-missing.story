# Twenty minutes on the floor. A towel is there, a long roller is not; nobody said yes to a roller under the back.
has towel
place floor
minutes 20
-9 did chin-tuck
=
Up to 20 minutes, on the floor: 13:40 in all.
Chosen for what was not done lately.

In
  chest-expansion           Chest expansion: nothing of its kind was done
                            lately.
                            Standing: 1 time 10 s
  shoulder-blade-squeeze    Shoulder blade squeeze: nothing of its kind was done
                            lately.
                            Sitting: 6 times 5 s
  seated-cervical-rotation  Neck rotation: nothing of its kind for 9 days.
                            Sitting: 2 times 15 s, on each side
  cat-cow                   Cat and cow: nothing of its kind was done lately.
                            Hands and knees: 5 times 5 s
  quadruped-rotation        Quadruped rotation: nothing of its kind was done
                            lately.
                            Hand behind the head: 5 times, on each side
  thoracic-rotation         Thoracic rotation: nothing of its kind was done
                            lately.
                            Knees lower: 2 times 15 s, on each side
  prone-w                   Prone W: nothing of its kind was done lately.
                            Chest and arms lifted: 5 times 2 s
  chin-tuck                 Chin tuck: nothing of its kind for 9 days.
                            Lying on the back: 5 times 2 s
  lying-arm-extension       Lying arm extension: nothing of its kind was done
                            lately.
                            Over a rolled towel: 6 times

Could be, with something more
  doorway-stretch           Doorway stretch: it could be in if you had an open
                            doorway.
  thoracic-extension        Thoracic extension: it could be in if you had a
                            sturdy chair with a back and without wheels.
  thoracic-extension-roller Thoracic extension on a roller: it could be in if
                            you had a foam roller.
  foam-roller-ity           Foam roller T, Y and I: it could be in if you had a
                            foam roller as long as your head and trunk.

No room today
  seated-twist              Seated twist: two of its kind are in, Quadruped
                            rotation among them.
  seated-trunk-rotation     Seated trunk rotation: two of its kind are in,
                            Quadruped rotation among them.
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  neck-flexion-extension    Neck flexion and extension: two of its kind are in,
                            Neck rotation among them.
