# Too much pain today.
0 rated 6 7
-2 did chin-tuck
=
Pain of 6 of 10 or more today: no stretches, breaks and walking only.
Standing up, a short walk, sitting differently: these are always good.
