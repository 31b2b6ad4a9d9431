# Not on the front and not long on the back.
limits no-prone-or-long-supine
has floor towel
place floor
minutes 15
-3 did chin-tuck
=
Up to 15 minutes, on the floor: 10:58 in all.
Chosen for what was not done lately.

In
  chest-expansion           Chest expansion: nothing of its kind was done
                            lately.
                            Standing: 1 time 10 s
  neck-flexion-extension    Neck flexion and extension: nothing of its kind for
                            3 days.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: nothing of its kind was done
                            lately.
                            Sitting: 6 times 5 s
  seated-cervical-rotation  Neck rotation: nothing of its kind for 3 days.
                            Sitting: 2 times 15 s, on each side
  cat-cow                   Cat and cow: nothing of its kind was done lately.
                            Hands and knees: 5 times 5 s
  quadruped-rotation        Quadruped rotation: nothing of its kind was done
                            lately.
                            Hand behind the head: 5 times, on each side
  thoracic-rotation         Thoracic rotation: nothing of its kind was done
                            lately.
                            Knees lower: 2 times 15 s, on each side

Could be, with something more
  doorway-stretch           Doorway stretch: it could be in if you had an open
                            doorway.
  thoracic-extension        Thoracic extension: it could be in if you had a
                            sturdy chair with a back and without wheels.

Not for you now
  thoracic-extension-roller Thoracic extension on a roller is left out after
                            your safety answers (lying on the front, or long on
                            the back).
  lying-arm-extension       Lying arm extension is left out after your safety
                            answers (lying on the front, or long on the back).
  prone-w                   Prone W is left out after your safety answers (lying
                            on the front, or long on the back).
  foam-roller-ity           Foam roller T, Y and I is left out after your safety
                            answers (lying on the front, or long on the back).

No room today
  seated-twist              Seated twist: two of its kind are in, Quadruped
                            rotation among them.
  seated-trunk-rotation     Seated trunk rotation: two of its kind are in,
                            Quadruped rotation among them.
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  chin-tuck                 Chin tuck: two of its kind are in, Neck flexion and
                            extension among them.
