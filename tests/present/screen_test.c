/* SPDX-License-Identifier: MIT */
/* Screens as text, compared with the files in screens/. UH_WRITE=1 writes them anew: read the
 * difference before it is committed. The stretches are those of tests/data/screen, which stay as
 * they are while the catalogue grows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "present/stage.h"

static void compare_sizes(const char *name)
{
    static const struct {
        int32_t width, height;
        bool ascii;
    } sizes[] = {
        {80, 24, false}, {80, 24, true},  {120, 40, false},
        {120, 40, true}, {40, 12, false}, {20, 5, false},
    };
    for (size_t i = 0; i < UH_COUNT(sizes); i++) {
        compare_screen(name, sizes[i].width, sizes[i].height, sizes[i].ascii);
    }
}

/* -- the session's page -- */

static void every_phase_of_a_hold_looks_as_agreed(void **state)
{
    static const struct {
        uh_phase phase;
        int64_t ms;
        const char *name;
    } moments[] = {
        {UH_PHASE_GET_READY, 1000, "get-ready"},
        {UH_PHASE_MOVE_IN, 500, "move-in"},
        {UH_PHASE_HOLD, 3000, "hold"},
        {UH_PHASE_RELEASE, 0, "release"},
        {UH_PHASE_SWITCH_SIDE, 2000, "switch-side"},
        {UH_PHASE_NEXT_STRETCH, 0, "next-stretch"},
        {UH_PHASE_WAY_OUT, 1000, "way-out"},
    };
    add("doorway-stretch");
    add("shoulder-blade-squeeze");
    start();
    for (size_t i = 0; i < UH_COUNT(moments); i++) {
        play_to(moments[i].phase, moments[i].ms);
        compare_sizes(moments[i].name);
    }
}

static void the_way_to_the_floor_and_a_paced_breath_look_as_agreed(void **state)
{
    add("lying-arm-extension");
    start();
    play_to(UH_PHASE_WAY_IN, 4000);
    compare_sizes("way-in");
    play_to(UH_PHASE_MOVE, 1000);
    compare_sizes("paced-breath");
}

static void who_is_seated_already_is_not_told_to_sit_down(void **state)
{
    add("seated-cervical-rotation");
    add("seated-cervical-rotation");
    start();
    play_to(UH_PHASE_WAY_IN, 0);
    assert_true(shows(80, 24, "Sit down on the chair"));
    play_to(UH_PHASE_NEXT_STRETCH, 0);
    play_to(UH_PHASE_WAY_IN, 0);
    assert_false(shows(80, 24, "Sit down on the chair"));
    assert_true(shows(80, 24, "Sit"));
}

static void a_stop_leads_up_from_where_the_body_is(void **state)
{
    add("lying-arm-extension");
    start();
    play_to(UH_PHASE_WAY_IN, 4000);
    screen.page = UH_SCREEN_STOPPED;
    screen.view.stop_reason = UH_STOP_OTHER;
    assert_false(shows(120, 40, "Roll to one side"));
    play_to(UH_PHASE_WAY_IN, 10000);
    screen.view.stop_reason = UH_STOP_OTHER;
    assert_true(shows(120, 40, "Roll to one side"));
}

static void a_paused_session_says_how_it_goes_on(void **state)
{
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 3000);
    assert_int_equal(uh_session_pause(&session, (uh_boot_ms){clock_ms}), UH_OK);
    screen.view = uh_session_look(&session, (uh_boot_ms){clock_ms});
    compare_sizes("paused");
}

static void the_countdown_ends_with_one_and_not_with_nought(void **state)
{
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 9999);
    assert_true(shows(40, 12, "Hold  1"));
}

static void stop_stays_one_key_away_in_every_size(void **state)
{
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 1000);
    for (int32_t width = 20; width <= 140; width += 10) {
        for (int32_t height = 5; height <= 45; height += 4) {
            assert_true(shows(width, height, "s stop"));
        }
    }
}

static void stop_is_shown_on_every_page_over_a_session(void **state)
{
    static const uh_screen_page pages[] = {UH_SCREEN_HELP, UH_SCREEN_WHY_SKIP};
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 1000);
    for (size_t i = 0; i < UH_COUNT(pages); i++) {
        screen.page = pages[i];
        for (int32_t width = 20; width <= 140; width += 10) {
            for (int32_t height = 5; height <= 45; height += 4) {
                assert_true(shows(width, height, "s stop"));
            }
        }
    }
}

static void no_size_is_too_small_to_draw(void **state)
{
    add("thoracic-rotation");
    start();
    play_to(UH_PHASE_HOLD, 1000);
    static char got[TEXT_MAX];
    const uh_answers answers = uh_answers_none();
    const uh_screener screener = uh_screener_start(&answers, (uh_date){20514}, true);
    screen.screener = &screener;
    for (int32_t page = 0; page < UH_SCREEN_PAGE_COUNT; page++) {
        screen.page = (uh_screen_page)page;
        for (int32_t width = 1; width < 130; width += 3) {
            for (int32_t height = 1; height < 45; height += 2) {
                (void)render(width, height, width % 2 == 0, got);
            }
        }
    }
}

static void paint_mark(void *from, uh_grid *grid, uh_area area, const uh_session_view *view)
{
    *(uh_area *)from = area;
    uh_grid_put(grid, area.x, area.y, '@', UH_ROLE_TEXT);
}

static void the_figure_gets_the_right_side_of_a_wide_screen(void **state)
{
    uh_area area = {0};
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 1000);
    screen.figure = (uh_screen_figure){paint_mark, &area};
    assert_true(shows(120, 40, "@"));
    assert_true(area.x >= 60 && area.x + area.width <= 120);
    assert_true(area.y > 0 && area.y + area.height < 40);
    assert_true(shows(80, 24, "@"));
    assert_true(area.x >= 40 && area.x + area.width <= 80);
    assert_false(shows(75, 24, "@"));
}

static void large_text_shows_fewer_things_and_those_larger(void **state)
{
    static const char *const smaller[] = {"Next:", " of ", "breathe"};
    add("doorway-stretch");
    add("shoulder-blade-squeeze");
    start();
    play_to(UH_PHASE_HOLD, 3000);
    screen.large = true;
    compare_screen("hold-large", 80, 24, false);
    compare_screen("hold-large", 120, 40, false);
    compare_screen("hold-large", 80, 24, true);
    for (size_t i = 0; i < UH_COUNT(smaller); i++) {
        assert_false(shows(80, 24, smaller[i]));
    }
    assert_true(shows(40, 12, "Next:")); /* too small for it: the usual page */
    for (int32_t width = 20; width <= 140; width += 10) {
        for (int32_t height = 5; height <= 45; height += 4) {
            assert_true(shows(width, height, "s stop"));
        }
    }
}

static void an_ascii_terminal_gets_ascii_only(void **state)
{
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 3000);
    static char got[TEXT_MAX];
    const size_t length = render(120, 40, true, got);
    for (size_t i = 0; i < length; i++) {
        assert_true((unsigned char)got[i] < 0x7f);
    }
}

/* -- pages of text -- */

static void every_page_of_text_looks_as_agreed(void **state)
{
    static const char *const names[UH_SCREEN_PAGE_COUNT] = {
        [UH_SCREEN_INTRO] = "page-intro",         [UH_SCREEN_CALL] = "page-call",
        [UH_SCREEN_HELP] = "page-help",           [UH_SCREEN_WHY_STOP] = "page-why-stop",
        [UH_SCREEN_WHY_SKIP] = "page-why-skip",   [UH_SCREEN_FINISHED] = "page-finished",
        [UH_SCREEN_RATE_PAIN] = "page-rate-pain", [UH_SCREEN_REST_TODAY] = "page-rest-today",
    };
    add("cat-cow");
    add("thoracic-rotation");
    start();
    play_to(UH_PHASE_HOLD, 0);
    for (size_t i = 0; i < UH_COUNT(names); i++) {
        if (names[i] != NULL) {
            screen.page = (uh_screen_page)i;
            screen.view.entries_worked = 2;
            compare_screen(names[i], 80, 24, false);
        }
    }
}

static void the_end_counts_what_was_really_done(void **state)
{
    add("cat-cow");
    add("thoracic-rotation");
    start();
    play_to(UH_PHASE_GET_READY, 0);
    screen.page = UH_SCREEN_FINISHED;
    screen.view.session_elapsed_ms = 3000;
    assert_true(shows(80, 24, "No stretch this time"));
    assert_false(shows(80, 24, "0:03"));
    screen.view.session_elapsed_ms = 100000;
    screen.view.entries_worked = 1;
    assert_true(shows(80, 24, "1 stretch of 2, 1:40."));
    screen.view.entries_worked = 2;
    assert_true(shows(80, 24, "2 stretches, 1:40."));
}

static void the_end_asks_what_it_does_not_know_yet(void **state)
{
    add("cat-cow");
    start();
    play_to(UH_PHASE_HOLD, 0);
    screen.page = UH_SCREEN_FINISHED;
    assert_false(shows(80, 24, "How much of it")); /* nothing was done */
    screen.view.entries_worked = 1;
    assert_false(shows(80, 24, "How does it feel"));
    screen.asks_helped = true;
    screen.rise = UH_RATING_STOP_RISE;
    compare_screen("page-finished-asking", 80, 24, false);
    screen.correction = UH_CORRECTION_PART;
    screen.helped = UH_HELPED_WORSE;
    screen.rise = UH_RATING_EASE_RISE;
    compare_screen("page-finished-answered", 80, 24, false);
    assert_false(shows(80, 24, "Then leave it for today")); /* the rise says as much */
    screen.rise = 0;
    assert_true(shows(80, 24, "Then leave it for today"));
    screen.helped = UH_HELPED_SAME;
    assert_false(shows(80, 24, "Then leave it for today"));
}

static void a_note_that_is_longer_than_a_line_is_shown_to_its_end(void **state)
{
    add("doorway-stretch");
    add("shoulder-blade-squeeze");
    start();
    play_to(UH_PHASE_HOLD, 3000);
    assert_true(shows(80, 24, "Next: "));
    screen.has_note = true;
    screen.note = uh_say1(UH_MSG_NOTE_HOLD, uh_seconds(4500));
    assert_true(shows(80, 24, "each hold is 4.5 s."));
    assert_true(shows(80, 24, "Next: "));
    screen.note = uh_say(UH_MSG_KEEP_GONE);
    assert_true(shows(80, 24, "it is not kept."));
    assert_false(shows(80, 24, "Next: "));
}

static void a_rating_says_whether_it_is_before_or_after(void **state)
{
    add("cat-cow");
    start();
    screen.page = UH_SCREEN_RATE_STIFFNESS;
    screen.rating = UH_RATING_BEFORE;
    assert_true(shows(80, 24, "then it goes on"));
    screen.rating = UH_RATING_AFTER;
    assert_true(shows(80, 24, "And how is it now"));
    assert_true(shows(80, 24, "Stiffness"));
}

static void keys_that_do_not_fit_are_hinted_at_where_stop_leaves_room(void **state)
{
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 1000);
    assert_true(shows(80, 24, "q end   ? help"));
    assert_true(shows(50, 12, "? more keys"));
    assert_true(shows(40, 12, "s stop   ? more keys"));
    assert_false(shows(20, 5, "?"));
    assert_true(shows(20, 5, "s stop"));
}

static void every_reason_to_stop_has_words_for_now_and_for_the_next_hour(void **state)
{
    add("cat-cow");
    start();
    play_to(UH_PHASE_HOLD, 0);
    screen.page = UH_SCREEN_STOPPED;
    screen.undo_left_ms = 12001;
    for (uint32_t reason = UH_STOP_PAIN; reason <= UH_STOP_OTHER; reason++) {
        char name[64];
        screen.view.stop_reason = (uh_stop_reason)reason;
        (void)snprintf(name, sizeof name, "page-stopped-%s", uh_stop_reason_name(reason));
        compare_screen(name, 80, 24, false);
        assert_true(shows(80, 30, "13 s left"));
    }
    screen.view.stop_reason = UH_STOP_PAIN;
    screen.set_aside = "cat-cow";
    assert_true(shows(100, 30, "unhunch log --again cat-cow"));
}

static void a_nerve_like_sign_sends_to_advice_at_once_and_is_never_scrolled_away(void **state)
{
    add("seated-cervical-rotation");
    start();
    play_to(UH_PHASE_HOLD, 0);
    screen.page = UH_SCREEN_STOPPED;
    screen.view.stop_reason = UH_STOP_NERVE;
    assert_true(shows(80, 24, "medical advice at once"));
    assert_true(shows(20, 5, "get medical"));
}

static void a_page_that_does_not_fit_can_be_scrolled_to_its_end(void **state)
{
    add("doorway-stretch");
    start();
    screen.page = UH_SCREEN_HELP;
    uh_grid grid = {cells, 40, 12, false};
    const int32_t beyond = uh_screen_draw(&screen, &grid);
    assert_true(beyond > 0);
    assert_false(shows(40, 12, "meanwhile"));
    screen.scroll = beyond;
    assert_true(shows(40, 12, "meanwhile"));
}

static void a_hostile_name_cannot_move_the_cursor(void **state)
{
    uh_grid grid = {cells, 10, 1, false};
    uh_grid_clear(&grid);
    (void)uh_grid_text(&grid, 0, 0, 10, "a\033[2J\a\xc2\x9b", UH_ROLE_TEXT);
    for (int i = 0; i < 10; i++) {
        assert_true(cells[i].codepoint >= 0x20 && cells[i].codepoint != 0x9b);
    }
}

static void wide_and_joined_characters_keep_their_columns(void **state)
{
    assert_int_equal(uh_grid_columns("\xe8\x83\xb8 e\xcc\x81"), 4);
    uh_grid grid = {cells, 3, 1, false};
    uh_grid_clear(&grid);
    assert_int_equal(uh_grid_text(&grid, 0, 0, 3, "\xe8\x83\xb8\xe8\x83\xb8", UH_ROLE_TEXT), 2);
    assert_int_equal(cells[0].codepoint, 0x80f8);
    assert_int_equal(cells[1].codepoint, 0);
    assert_int_equal(cells[2].codepoint, ' ');
}

static void broken_utf8_is_replaced_and_never_read_beyond(void **state)
{
    static const char *const broken[] = {"\xff",         "\xc3",         "\xe8\x83",
                                         "\xf0\x9f\x98", "\xed\xa0\x80", "\xc0\x80"};
    for (size_t i = 0; i < UH_COUNT(broken); i++) {
        const char *text = broken[i];
        const char *end = text + strlen(text);
        while (*text != '\0') {
            assert_int_equal(uh_text_decode(&text), 0xfffd);
            assert_true(text <= end);
        }
    }
}

static void text_is_broken_between_words_and_loses_none(void **state)
{
    assert_int_equal(uh_text_lines("", 10), 0);
    assert_int_equal(uh_text_lines("one two three", 7), 2);
    assert_int_equal(uh_text_lines("one two", 3), 2);
    assert_int_equal(uh_text_lines("unbreakable", 4), 3);
    assert_int_equal(uh_text_lines("a\nb", 10), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_phase_of_a_hold_looks_as_agreed, begin),
        cmocka_unit_test_setup(the_way_to_the_floor_and_a_paced_breath_look_as_agreed, begin),
        cmocka_unit_test_setup(who_is_seated_already_is_not_told_to_sit_down, begin),
        cmocka_unit_test_setup(a_stop_leads_up_from_where_the_body_is, begin),
        cmocka_unit_test_setup(a_paused_session_says_how_it_goes_on, begin),
        cmocka_unit_test_setup(the_countdown_ends_with_one_and_not_with_nought, begin),
        cmocka_unit_test_setup(stop_stays_one_key_away_in_every_size, begin),
        cmocka_unit_test_setup(stop_is_shown_on_every_page_over_a_session, begin),
        cmocka_unit_test_setup(no_size_is_too_small_to_draw, begin),
        cmocka_unit_test_setup(the_figure_gets_the_right_side_of_a_wide_screen, begin),
        cmocka_unit_test_setup(large_text_shows_fewer_things_and_those_larger, begin),
        cmocka_unit_test_setup(an_ascii_terminal_gets_ascii_only, begin),
        cmocka_unit_test_setup(every_page_of_text_looks_as_agreed, begin),
        cmocka_unit_test_setup(the_end_counts_what_was_really_done, begin),
        cmocka_unit_test_setup(the_end_asks_what_it_does_not_know_yet, begin),
        cmocka_unit_test_setup(a_note_that_is_longer_than_a_line_is_shown_to_its_end, begin),
        cmocka_unit_test_setup(a_rating_says_whether_it_is_before_or_after, begin),
        cmocka_unit_test_setup(keys_that_do_not_fit_are_hinted_at_where_stop_leaves_room, begin),
        cmocka_unit_test_setup(every_reason_to_stop_has_words_for_now_and_for_the_next_hour, begin),
        cmocka_unit_test_setup(a_nerve_like_sign_sends_to_advice_at_once_and_is_never_scrolled_away,
                               begin),
        cmocka_unit_test_setup(a_page_that_does_not_fit_can_be_scrolled_to_its_end, begin),
        cmocka_unit_test_setup(a_hostile_name_cannot_move_the_cursor, begin),
        cmocka_unit_test_setup(wide_and_joined_characters_keep_their_columns, begin),
        cmocka_unit_test_setup(broken_utf8_is_replaced_and_never_read_beyond, begin),
        cmocka_unit_test_setup(text_is_broken_between_words_and_loses_none, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
