/* SPDX-License-Identifier: MIT */
/* test_catalogue.c: stretches and stored routines one by one, for the tests of the module. The page
 * has them told (door_told.c). */
#include "wasm/door.h"
#include "wasm/door_inside.h"

static const uh_exercise *exercise_at(uint32_t index)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    UH_ASSERT(catalogue && index < uh_catalogue_exercise_count(catalogue));
    return uh_catalogue_exercise(catalogue, index);
}

/* In the language; until the next one. */
UH_DOOR(const char *, uh_door_exercise_name, uint32_t index)
{
    static char name[512];
    (void)uh_words_text(uh_door_the_language(), uh_door_the_catalogue(), exercise_at(index)->name,
                        name, sizeof name);
    return name;
}

/* `words` is NUL-terminated in the module's memory. */
UH_DOOR(uint32_t, uh_door_exercise_match, uint32_t index, const char *words)
{
    return uh_words_match(uh_door_the_language(), uh_door_the_catalogue(), exercise_at(index),
                          words);
}

UH_DOOR(uint32_t, uh_door_recipe_count, void)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    return catalogue ? uh_catalogue_routine_count(catalogue) : 0;
}

UH_DOOR(const char *, uh_door_recipe_key, uint32_t index)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    UH_ASSERT(catalogue && index < uh_catalogue_routine_count(catalogue));
    return uh_catalogue_text(catalogue, uh_catalogue_recipe(catalogue, index)->key);
}

/* A still; the pose's key is in the text buffer, "" for the first one. Returns as follow. */
UH_DOOR(uint32_t, uh_door_figure_still, uint32_t exercise, uint32_t variant, uint32_t side,
        uint32_t phase, double progress, double aspect)
{
    static uh_motion_frame frame;
    const char *pose = uh_door_the_text();
    UH_ASSERT(variant < exercise_at(exercise)->variants.count && side <= UH_SIDE_RIGHT &&
              phase < UH_PHASE_COUNT && progress >= 0.0 && progress <= 1.0);
    const uh_motion_moment moment = {.exercise = exercise,
                                     .variant = variant,
                                     .side = (uh_side)side,
                                     .phase = (uh_phase)phase,
                                     .pose = pose[0] != '\0' ? pose : NULL,
                                     .progress = progress};
    uh_motion_still(uh_door_the_catalogue(), &moment, UH_BODY_STATURE_M, &frame);
    uh_door_draw(&frame, aspect, false);
    return frame.has_inset;
}
