/* SPDX-License-Identifier: MIT */
/* builtin.h: the built-in catalogue for tests, and a person who has everything. */
#ifndef UNHUNCH_TESTS_CORE_BUILTIN_H
#define UNHUNCH_TESTS_CORE_BUILTIN_H

#include <stdlib.h>

#include "catalogue/builtin.h"
#include "unhunch/session.h"

static inline uh_catalogue builtin_catalogue(void)
{
    uh_catalogue catalogue = {0};
    if (uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &catalogue) != UH_OK) {
        abort();
    }
    return catalogue;
}

static inline uint32_t exercise_index(const uh_catalogue *catalogue, const char *key)
{
    uint32_t index = 0;
    if (uh_catalogue_find_exercise(catalogue, key, &index) != UH_OK) {
        abort();
    }
    return index;
}

static inline uint32_t variant_index(const uh_catalogue *catalogue, uint32_t exercise,
                                     const char *key)
{
    uint32_t index = 0;
    if (uh_catalogue_find_variant(catalogue, uh_catalogue_exercise(catalogue, exercise), key,
                                  &index) != UH_OK) {
        abort();
    }
    return index;
}

static inline uh_person well_equipped_person(void)
{
    uh_person person = uh_person_unknown();
    person.equipment = (1U << UH_EQUIPMENT_COUNT) - 1;
    person.opt_in = (1U << UH_OPT_IN_COUNT) - 1;
    return person;
}

/* Appends the standard form of a stretch. */
static inline uh_routine_entry *add_stretch(const uh_catalogue *catalogue, uh_routine *routine,
                                            const char *key, uh_level level)
{
    uh_person person = well_equipped_person();
    if (uh_routine_add(catalogue, &person, &(uh_screening){0}, exercise_index(catalogue, key), 0,
                       level, routine) != UH_OK) {
        abort();
    }
    return &routine->entries[routine->count - 1];
}

#endif
