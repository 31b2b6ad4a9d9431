/* SPDX-License-Identifier: MIT */
/* small_catalogue.h: catalogues of a few made-up stretches, bound from their files like any other.
 */
#ifndef UNHUNCH_TESTS_CORE_SMALL_CATALOGUE_H
#define UNHUNCH_TESTS_CORE_SMALL_CATALOGUE_H

#include "unhunch/catalogue.h"

/* `count` stretches, all from the seed; with `base` (NULL: none) they join its own. Give the image
 * back with uh_binder_free_image(). */
uh_catalogue small_catalogue(uint64_t *seed, uint32_t count, const uh_catalogue *base,
                             void **ret_image);

#endif
