/* SPDX-License-Identifier: MIT */
/* The screen with the stretches that are shipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "present/stage.h"

static void every_stretch_shows_its_whole_step_in_every_size_that_has_room(void **state)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        routine = (uh_routine){0};
        clock_ms = 0;
        add(uh_catalogue_text(&catalogue, exercise->key));
        start();
        screen.view = uh_session_look(&session, (uh_boot_ms){0});
        const uint32_t count = uh_exercise_step_count(&catalogue, exercise, 0);
        screen.view.phase = UH_PHASE_MOVE_IN;
        screen.view.part = 0;
        for (uint32_t step = 0; step < count; step++) {
            const uh_step *now = uh_exercise_step(&catalogue, exercise, 0, step);
            const char *cue = uh_catalogue_text(&catalogue, now->cue);
            const char *last = strrchr(cue, ' ') != NULL ? strrchr(cue, ' ') + 1 : cue;
            const char *text = uh_catalogue_text(&catalogue, now->text);
            const char *last_of_text = strrchr(text, ' ') != NULL ? strrchr(text, ' ') + 1 : text;
            screen.view.step = step;
            assert_true(shows(80, 24, last) || shows(80, 24, last_of_text));
            assert_true(shows(40, 12, last) || shows(40, 12, last_of_text));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_stretch_shows_its_whole_step_in_every_size_that_has_room,
                               begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
