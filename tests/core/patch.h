/* SPDX-License-Identifier: MIT */
/* patch.h: the built-in catalogue in memory that a test may change: numbers that no stretch of ours
 * has. */
#ifndef UNHUNCH_TESTS_CORE_PATCH_H
#define UNHUNCH_TESTS_CORE_PATCH_H

#include <string.h>

#include "core/builtin.h"

static _Alignas(8) unsigned char patch_image[1 << 20];

/* A fresh copy; what was changed before is forgotten. */
static inline uh_catalogue patchable_catalogue(void)
{
    uh_catalogue catalogue = {0};
    if (uh_builtin_catalogue_size > sizeof(patch_image)) {
        abort();
    }
    memcpy(patch_image, uh_builtin_catalogue, uh_builtin_catalogue_size);
    if (uh_catalogue_open(patch_image, uh_builtin_catalogue_size, &catalogue) != UH_OK) {
        abort();
    }
    return catalogue;
}

/* A record of the copy, to be changed. */
static inline void *patch_of(const void *record)
{
    return patch_image + ((const unsigned char *)record - patch_image);
}

static inline uh_variant *patch_variant(const uh_catalogue *catalogue, const char *key)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, exercise_index(catalogue, key));
    return (uh_variant *)patch_of(uh_exercise_variant(catalogue, exercise, 0));
}

static inline uh_exercise *patch_exercise(const uh_catalogue *catalogue, const char *key)
{
    return (uh_exercise *)patch_of(
        uh_catalogue_exercise(catalogue, exercise_index(catalogue, key)));
}

#endif
