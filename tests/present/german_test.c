/* SPDX-License-Identifier: MIT */
/* German is longer: the screens that are most crowded hold it all the same. Compared with
 * screens/de-*.txt, which UH_WRITE=1 writes anew. */
#include "present/stage.h"

static int begin_german(void **state)
{
    tag = "de";
    return begin(state);
}

static void play_recipe(const char *key)
{
    uint32_t recipe = 0;
    const uh_person person = uh_person_unknown();
    assert_int_equal(uh_catalogue_find_recipe(&catalogue, key, &recipe), UH_OK);
    routine = (uh_routine){0};
    assert_int_equal(
        uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, recipe, &routine), UH_OK);
    start();
    screen.title = uh_say1(UH_MSG_SCREEN_NAME,
                           uh_catalogue_argument(uh_catalogue_recipe(&catalogue, recipe)->name));
}

static void the_session_in_german_looks_as_agreed(void **state)
{
    add("doorway-stretch");
    add("shoulder-blade-squeeze");
    start();
    play_to(UH_PHASE_GET_READY, 1000);
    compare_screen("de-get-ready", 80, 24, false);
    play_to(UH_PHASE_HOLD, 3000);
    compare_screen("de-hold", 80, 24, false);
    compare_screen("de-hold", 80, 24, true);
    compare_screen("de-hold", 120, 40, false);
    compare_screen("de-hold", 40, 12, false);
}

static void the_pages_in_german_look_as_agreed(void **state)
{
    static const char *const names[UH_SCREEN_PAGE_COUNT] = {
        [UH_SCREEN_INTRO] = "de-page-intro",         [UH_SCREEN_HELP] = "de-page-help",
        [UH_SCREEN_WHY_STOP] = "de-page-why-stop",   [UH_SCREEN_WHY_SKIP] = "de-page-why-skip",
        [UH_SCREEN_FINISHED] = "de-page-finished",   [UH_SCREEN_CALL] = "de-page-call",
        [UH_SCREEN_RATE_PAIN] = "de-page-rate-pain", [UH_SCREEN_REST_TODAY] = "de-page-rest-today",
    };
    play_recipe("desk-5");
    play_to(UH_PHASE_HOLD, 0);
    for (size_t i = 0; i < UH_COUNT(names); i++) {
        if (names[i] != NULL) {
            screen.page = (uh_screen_page)i;
            screen.view.entries_worked = 2;
            compare_screen(names[i], 80, 24, false);
        }
    }
}

static void every_reason_to_stop_fits_on_the_screen_in_german(void **state)
{
    add("cat-cow");
    start();
    play_to(UH_PHASE_HOLD, 0);
    screen.page = UH_SCREEN_STOPPED;
    screen.undo_left_ms = 12001;
    for (uint32_t reason = UH_STOP_PAIN; reason <= UH_STOP_OTHER; reason++) {
        char name[64];
        screen.view.stop_reason = (uh_stop_reason)reason;
        (void)snprintf(name, sizeof name, "de-page-stopped-%s",
                       uh_stop_reason_name((uh_stop_reason)reason));
        compare_screen(name, 80, 24, false);
        uh_grid grid = {cells, 80, 24, false};
        assert_int_equal(uh_screen_draw(&screen, &grid), 0); /* nothing is left to scroll to */
        assert_true(shows(80, 24, "noch 13 s"));
    }
}

/* -- the safety questions -- */

static const uh_date today = {20514}; /* 2026-03-02 */
static uh_answers answers;
static uh_screener screener;

static uh_moment noon(void)
{
    return uh_moment_at((uh_unix_ms){(int64_t)today.days * 86400000 + 12 * 3600000}, 0);
}

static void look(void)
{
    screen.page = screener.page == UH_SCREENER_OUTCOME ? UH_SCREEN_OUTCOME : UH_SCREEN_CARD;
}

static void ask_in_german(void)
{
    screen = (uh_screen){.language = uh_language_find("de"),
                         .catalogue = &catalogue,
                         .routine = &routine,
                         .screener = &screener,
                         .has_keys = true,
                         .before_session = true};
    screener = uh_screener_start(&answers, today, true);
    look();
}

static void go_on(void)
{
    uh_screener_next(&screener, noon());
    look();
}

static void tick(const char *key)
{
    for (uint32_t row = 0; row < screener.count; row++) {
        if (strcmp(uh_screener_row_key(&screener, row), key) == 0) {
            uh_screener_turn(&screener, row);
            return;
        }
    }
    fail_msg("%s is not on this page", key);
}

static void the_safety_questions_in_german_look_as_agreed(void **state)
{
    answers = uh_answers_none();
    ask_in_german();
    compare_screen("de-card-emergency", 80, 24, false);
    tick("brain-signs");
    go_on();
    compare_screen("de-outcome-emergency", 80, 24, false);
    ask_in_german();
    go_on();
    compare_screen("de-card-health", 80, 24, false);
    tick("nerves");
    go_on();
    tick("clumsy-hands");
    go_on();
    go_on();
    compare_screen("de-outcome-visit-soon", 80, 24, false);
    ask_in_german();
    go_on();
    tick("vessels");
    go_on();
    tick("blood-thinners");
    go_on();
    compare_screen("de-outcome-limited", 80, 24, false);
}

/* As if each question had been answered with yes some time ago, and looked at. */
static void answered_before(uint32_t question)
{
    uh_fact fact;
    const uh_moment then = uh_moment_at((uh_unix_ms){noon().at.ms - INT64_C(95) * 86400000}, 0);
    answers = uh_answers_none();
    screener = uh_screener_start(&answers, then.day, true);
    uh_screener_answer(&screener, UINT64_C(1) << question, UINT64_C(1) << question, then);
    for (uint32_t i = 0; uh_screener_fact(&screener, i, then, "id", &fact); i++) {
        uh_answers_take(&answers, &fact);
    }
}

static void assert_nothing_to_scroll_to(void)
{
    uh_grid grid = {cells, 80, 24, false};
    assert_int_equal(uh_screen_draw(&screen, &grid), 0);
}

static void every_card_in_german_fits_an_ordinary_terminal(void **state)
{
    for (uint32_t question = 0; question < uh_question_count(); question++) {
        if (uh_question_at(question)->card == UH_CARD_SESSION) {
            continue;
        }
        answered_before(question);
        ask_in_german();
        for (int page = 0; screen.page == UH_SCREEN_CARD; page++) {
            assert_nothing_to_scroll_to();
            for (uint32_t row = 0; row < screener.count && screener.page == UH_SCREENER_HEALTH;
                 row++) {
                uh_screener_turn(&screener, row);
            }
            go_on();
            assert_true(page < 20);
        }
        assert_nothing_to_scroll_to();
    }
}

/* -- every size -- */

static void stop_stays_one_key_away_in_every_size(void **state)
{
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 1000);
    for (int32_t width = 20; width <= 140; width += 10) {
        for (int32_t height = 5; height <= 45; height += 4) {
            assert_true(shows(width, height, "s Stopp"));
        }
    }
    assert_true(shows(80, 24, "q Ende   ? Hilfe"));
    assert_true(shows(40, 12, "? mehr Tasten"));
}

static const char *translated(uh_text words)
{
    static char text[TEXT_MAX];
    (void)uh_words_text(uh_language_find(tag), &catalogue, words, text, sizeof text);
    const char *last = strrchr(text, ' ');
    return last != NULL ? last + 1 : text;
}

static void every_stretch_shows_its_whole_step_in_german(void **state)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        routine = (uh_routine){0};
        clock_ms = 0;
        add(uh_catalogue_text(&catalogue, exercise->key));
        start();
        screen.view = uh_session_look(&session, (uh_boot_ms){0});
        screen.view.phase = UH_PHASE_MOVE_IN;
        screen.view.part = 0;
        for (uint32_t n = 0; n < uh_exercise_step_count(&catalogue, exercise, 0); n++) {
            const uh_step *step = uh_exercise_step(&catalogue, exercise, 0, n);
            screen.view.step = n;
            assert_true(shows(80, 24, translated(step->cue)) ||
                        shows(80, 24, translated(step->text)));
            assert_true(shows(40, 12, translated(step->cue)) ||
                        shows(40, 12, translated(step->text)));
        }
    }
}

static void an_ascii_terminal_gets_ascii_only(void **state)
{
    static char got[TEXT_MAX];
    add("doorway-stretch");
    start();
    play_to(UH_PHASE_HOLD, 3000);
    const size_t length = render(80, 24, true, got);
    for (size_t i = 0; i < length; i++) {
        assert_true((unsigned char)got[i] < 0x7f);
    }
    assert_non_null(strstr(got, "Dehnung im Turrahmen"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_session_in_german_looks_as_agreed, begin_german),
        cmocka_unit_test_setup(the_pages_in_german_look_as_agreed, begin_german),
        cmocka_unit_test_setup(every_reason_to_stop_fits_on_the_screen_in_german, begin_german),
        cmocka_unit_test_setup(the_safety_questions_in_german_look_as_agreed, begin_german),
        cmocka_unit_test_setup(every_card_in_german_fits_an_ordinary_terminal, begin_german),
        cmocka_unit_test_setup(stop_stays_one_key_away_in_every_size, begin_german),
        cmocka_unit_test_setup(every_stretch_shows_its_whole_step_in_german, begin_german),
        cmocka_unit_test_setup(an_ascii_terminal_gets_ascii_only, begin_german),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
