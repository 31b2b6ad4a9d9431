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

static void the_precautions_show_every_point_and_every_warning(void **state)
{
    uint32_t topic = 0;
    assert_int_equal(uh_catalogue_find_topic(&catalogue, "precautions", &topic), UH_OK);
    const uh_topic *precautions = uh_catalogue_topic(&catalogue, topic);
    assert_int_equal(precautions->first_run, 1);
    add("doorway-stretch");
    start();
    screen.page = UH_SCREEN_PRECAUTIONS;
    const uh_list lists[] = {precautions->points, precautions->warnings};
    for (size_t list = 0; list < UH_COUNT(lists); list++) {
        for (uint32_t i = 0; i < lists[list].count; i++) {
            char beginning[17] = {0};
            const uh_advice *point = uh_catalogue_point(&catalogue, lists[list], i);
            const char *words = uh_catalogue_text(&catalogue, point->text);
            const char *signs = list == 1 ? strstr(words, ": ") : NULL;
            memcpy(beginning, signs != NULL ? signs + 2 : words, sizeof beginning - 1);
            bool found = false;
            for (screen.scroll = 0; screen.scroll < 60 && !found; screen.scroll += 10) {
                found = shows(200, 24, beginning);
            }
            assert_true(found);
        }
    }
}

/* One key answers: so what it answers, and what comes then, is on the first screen. */
static void the_first_screen_of_the_precautions_asks_and_says_what_comes(void **state)
{
    static const char *const routines[] = {"desk-2-minutes", "desk-5", "neck-3", "travel-3"};
    for (size_t i = 0; i < UH_COUNT(routines); i++) {
        uint32_t recipe = 0;
        const uh_person person = uh_person_unknown();
        assert_int_equal(uh_catalogue_find_recipe(&catalogue, routines[i], &recipe), UH_OK);
        assert_int_equal(
            uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, recipe, &routine),
            UH_OK);
        start();
        screen.page = UH_SCREEN_PRECAUTIONS;
        screen.title =
            uh_say1(UH_MSG_SCREEN_NAME,
                    uh_catalogue_argument(uh_catalogue_recipe(&catalogue, recipe)->name));
        assert_int_equal(uh_screen_ask_from(&screen, &(uh_grid){cells, 80, 24, false}), 0);
        assert_true(shows(80, 24, "Before your first session"));
        assert_true(shows(80, 24, "y none of these applies: start"));
        assert_true(shows(80, 24, "dislocated"));
        assert_true(shows(80, 24, "You need"));
        assert_true(shows(80, 24, "more lines"));
    }
}

static void a_small_screen_reads_on_before_it_asks(void **state)
{
    add("chin-tuck");
    start();
    screen.page = UH_SCREEN_PRECAUTIONS;
    screen.scroll = 0;
    const int32_t from = uh_screen_ask_from(&screen, &(uh_grid){cells, 40, 12, false});
    assert_true(from > 0);
    assert_true(shows(40, 12, "y read on"));
    screen.seen = from - 1;
    assert_true(shows(40, 12, "y read on"));
    screen.seen = from; /* and back up again */
    assert_true(shows(40, 12, "y none of these applies: start"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_stretch_shows_its_whole_step_in_every_size_that_has_room,
                               begin),
        cmocka_unit_test_setup(the_precautions_show_every_point_and_every_warning, begin),
        cmocka_unit_test_setup(the_first_screen_of_the_precautions_asks_and_says_what_comes, begin),
        cmocka_unit_test_setup(a_small_screen_reads_on_before_it_asks, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
