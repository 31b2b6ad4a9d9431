/* SPDX-License-Identifier: MIT */
/* Stretches of one's own on the screen and in plain lines: tests/data/own beside tests/data/screen.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "present/stage.h"

static const char no_figure[] = "No figure: this stretch has no motion of";
static const char therapist[] =
    "Therapist Anna Weber, 2026-03-01: The shoulder is to swing freely again.";

static void paint_mark(void *from, uh_grid *grid, uh_area area, const uh_session_view *view)
{
    (void)from;
    uh_grid_put(grid, area.x, area.y, '@', UH_ROLE_TEXT);
}

static void its_steps_stand_where_a_figure_would(void **state)
{
    static const int32_t sizes[][2] = {{120, 40}, {100, 24}, {80, 24}};
    add("slow-turn");
    add("doorway-stretch");
    start();
    screen.figure.draw = paint_mark;
    play_to(UH_PHASE_HOLD, 1000);
    for (size_t i = 0; i < UH_COUNT(sizes); i++) {
        assert_false(shows(sizes[i][0], sizes[i][1], "@"));
        assert_true(shows(sizes[i][0], sizes[i][1], "No figure: this stretch has"));
        assert_true(shows(sizes[i][0], sizes[i][1], "Step by step"));
        assert_true(shows(sizes[i][0], sizes[i][1], "→ Stay and breathe."));
    }
    play_to(UH_PHASE_NEXT_STRETCH, 1000);
    play_to(UH_PHASE_HOLD, 1000);
    for (size_t i = 0; i < UH_COUNT(sizes); i++) {
        assert_true(shows(sizes[i][0], sizes[i][1], "@"));
        assert_false(shows(sizes[i][0], sizes[i][1], "No figure"));
    }
}

/* None of the routine has a motion, so the shell opens no figure at all. */
static void without_any_figure_it_is_said_too(void **state)
{
    add("slow-turn");
    start();
    play_to(UH_PHASE_HOLD, 1000);
    assert_true(shows(120, 40, no_figure));
    screen.words_only = true;
    assert_false(shows(120, 40, "No figure"));
    assert_true(shows(120, 40, "Step by step"));
}

static void gather(void *to, const uh_paragraph *paragraph)
{
    strncat(to, paragraph->text, TEXT_MAX - strlen(to) - 2);
    strncat(to, "\n", 2);
}

/* Is it a paragraph of the page, all of it? */
static bool says(const char *paragraph)
{
    static char text[TEXT_MAX];
    char line[512];
    text[0] = '\n';
    text[1] = '\0';
    uh_screen_text(&screen, gather, text);
    (void)snprintf(line, sizeof line, "\n%s\n", paragraph);
    return strstr(text, line) != NULL;
}

static void the_first_page_tells_who_answers_for_it_and_that_nothing_will_be_seen(void **state)
{
    add("swing");
    start();
    screen.page = UH_SCREEN_INTRO;
    assert_true(says(therapist));
    assert_true(says("No figure: this stretch has no motion of its own."));
    add("swing"); /* the same once more */
    add("slow-turn");
    assert_false(says(therapist));
    assert_true(says("Slow turn: No figure: this stretch has no motion of its own."));
    assert_true(says("Arm swing: No figure: this stretch has no motion of its own."));
    assert_true(says("Arm swing: Therapist Anna Weber, 2026-03-01: The shoulder is to swing "
                     "freely again."));
    screen.words_only = true;
    assert_false(says("Slow turn: No figure: this stretch has no motion of its own."));
    assert_true(says("Arm swing: Therapist Anna Weber, 2026-03-01: The shoulder is to swing "
                     "freely again."));
}

static void built_in_stretches_need_no_such_remark(void **state)
{
    add("doorway-stretch");
    start();
    screen.page = UH_SCREEN_INTRO;
    assert_false(shows(120, 60, "Therapist"));
    assert_false(shows(120, 60, "No figure"));
}

/* How many plain lines of the whole session name the therapist. */
static uint32_t lines_with_therapist(void)
{
    uint32_t lines = 0;
    uh_session_event event;
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &session),
                     UH_OK);
    while (uh_session_deadline(&session).ms != UH_NEVER.ms) {
        const uh_boot_ms now = uh_session_deadline(&session);
        while (uh_session_next(&session, now, &event)) {
            char line[2048];
            const size_t length = uh_plain_line(uh_language_find("en"), &catalogue, &routine,
                                                &event, line, sizeof line);
            lines += length > 0 && strstr(line, therapist) != NULL;
        }
    }
    return lines;
}

static void the_line_that_announces_it_names_the_therapist_once(void **state)
{
    add("doorway-stretch");
    assert_int_equal(lines_with_therapist(), 0);
    add("swing");
    add("slow-turn");
    assert_int_equal(lines_with_therapist(), 1);
    routine.count = 0;
    add("swing");
    assert_int_equal(lines_with_therapist(), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(its_steps_stand_where_a_figure_would, begin),
        cmocka_unit_test_setup(without_any_figure_it_is_said_too, begin),
        cmocka_unit_test_setup(
            the_first_page_tells_who_answers_for_it_and_that_nothing_will_be_seen, begin),
        cmocka_unit_test_setup(built_in_stretches_need_no_such_remark, begin),
        cmocka_unit_test_setup(the_line_that_announces_it_names_the_therapist_once, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
