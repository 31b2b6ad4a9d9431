# Hypermobile joints, three sessions this week already, yes to everything: start doses, no pressure, as needed.
person flexible
yes overpressure roller chin-lift long-hold
has sturdy-chair doorway
minutes 8
-6 did chin-tuck
-4 did chin-tuck shoulder-blade-squeeze
-2 did thoracic-extension
=
Up to 8 minutes, at a desk: 7:59 in all.
Chosen for what was not done lately.
You had 3 sessions or more in seven days: this one only if you need it.

In
  doorway-stretch           Doorway stretch: nothing of its kind was done
                            lately.
                            Arms straight in a T: 1 time 10 s, on each side
  chest-expansion           Chest expansion: nothing of its kind was done
                            lately.
                            Standing: 1 time 10 s
  seated-trunk-rotation     Seated trunk rotation: nothing of its kind was done
                            lately.
                            Hands to the knee, any chair: 5 times, on each side
  neck-flexion-extension    Neck flexion and extension: nothing of its kind for
                            4 days.
                            Forward only: 5 times
  shoulder-blade-squeeze    Shoulder blade squeeze: nothing of its kind for 4
                            days.
                            Sitting: 6 times 5 s
  thoracic-extension        Thoracic extension: nothing of its kind for 2 days.
                            Edge at the tips of the blades: 5 times 5 s
  chin-tuck                 Chin tuck: nothing of its kind for 4 days.
                            Sitting: 5 times 2 s

Could be, with something more
  seated-twist              Seated twist: not here, but on the floor.
  cat-cow                   Cat and cow: not here, but on the floor.
  quadruped-rotation        Quadruped rotation: not here, but on the floor.
  thoracic-rotation         Thoracic rotation: not here, but on the floor.
  lying-arm-extension       Lying arm extension: not here, but on the floor.
  prone-w                   Prone W: not here, but on the floor.
  foam-roller-ity           Foam roller T, Y and I: not here, but on the floor.

Not for you now
  thoracic-extension-roller Thoracic extension on a roller is left out after
                            your safety answers (flexible joints).

No room today
  backward-shoulder-rolls   Backward shoulder rolls and Chest expansion are one
                            stretch in two forms: one of them a session.
  seated-cervical-rotation  Neck rotation: two of its kind are in, Neck flexion
                            and extension among them.
