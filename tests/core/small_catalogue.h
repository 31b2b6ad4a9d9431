/* SPDX-License-Identifier: MIT */
/* small_catalogue.h: catalogues of a few made-up stretches, bound from their files like any other.
 */
#ifndef UNHUNCH_TESTS_CORE_SMALL_CATALOGUE_H
#define UNHUNCH_TESTS_CORE_SMALL_CATALOGUE_H

#include "unhunch/catalogue.h"

typedef enum small_kind {
    SMALL_MIXED,   /* of all kinds; some with the keys that rules know by name */
    SMALL_CROWDED, /* all of one family, at one place, held long; both clasped hands are among them
                    */
    SMALL_OWN      /* of all kinds, with keys of their own */
} small_kind;

/* `count` stretches, all from the seed; with `base` (NULL: none) they join its own. Give the image
 * back with uh_binder_free_image(). */
uh_catalogue small_catalogue(uint64_t *seed, uint32_t count, small_kind kind,
                             const uh_catalogue *base, void **ret_image);

#endif
