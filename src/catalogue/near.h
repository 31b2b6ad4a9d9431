/* SPDX-License-Identifier: MIT */
/* near.h: "did you mean": the first candidate that begins with a word, else the one that is nearest
 * to it by letters changed, added, left out or swapped: a third of them, three at most. Capital or
 * small is the same. */
#ifndef UH_CATALOGUE_NEAR_H
#define UH_CATALOGUE_NEAR_H

#include "unhunch/base.h"

typedef struct uh_near {
    const char *word;
    const char *best; /* NULL while nothing is near enough */
    size_t distance;  /* of best; candidates must be nearer */
} uh_near;

/* `word` and the candidates must outlive the value. */
uh_near uh_near_to(const char *word);
void uh_near_try(uh_near *near, const char *candidate);

#endif
