/* SPDX-License-Identifier: MIT */
/* What a key does on each page over a session: stop is one key away on all of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/screen/player_inside.h"
#include "core/builtin.h"

static uh_cli cli;
static uh_routine routine;
static uh_record record;
static uh_keeper keeper; /* nothing is kept */
static uh_history history;
static uh_play play;
static uh_player player;

/* A session that was just begun, on a screen, without sound. */
static int begin(void **state)
{
    cli = (uh_cli){.language = uh_language_find("en"), .catalogue = builtin_catalogue()};
    routine = (uh_routine){.context = UH_CONTEXT_DESK};
    (void)add_stretch(&cli.catalogue, &routine, "shoulder-blade-squeeze", UH_LEVEL_START);
    (void)add_stretch(&cli.catalogue, &routine, "chin-tuck", UH_LEVEL_START);
    record = (uh_record){.fd = -1};
    keeper = uh_keeper_for(NULL, &cli.catalogue, (uh_session_fact){.origin = UH_ORIGIN_NAMES});
    uh_history_begin((uh_date){20514}, &history);
    uh_history_end(&history);
    play = (uh_play){.cli = &cli,
                     .routine = &routine,
                     .options = uh_session_default_options(),
                     .record = &record,
                     .keeper = &keeper,
                     .history = &history};
    player = (uh_player){.play = &play, .on_screen = true, .has_keys = true};
    uh_sounds_open(&player.sounds, UH_SOUND_NONE, cli.language, &cli.catalogue, &routine);
    uh_player_begin(&player);
    return 0;
}

/* The keys are pressed, one after another; the page is then this one, and the session so. */
static void press(const uh_key *keys, size_t count, uh_screen_page page, uh_session_state so)
{
    for (size_t i = 0; i < count; i++) {
        uh_player_key(&player, keys[i]);
    }
    assert_int_equal(player.screen.page, page);
    assert_int_equal(player.session.state, so);
    assert_false(player.over);
}

#define PRESS(page, so, ...)                                                                       \
    do {                                                                                           \
        static const uh_key keys[] = {__VA_ARGS__};                                                \
        press(keys, UH_COUNT(keys), page, so);                                                     \
    } while (0)

static void the_pages_over_a_session_make_it_wait(void **state)
{
    PRESS(UH_SCREEN_HELP, UH_SESSION_PAUSED, '?');
    PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, 'x');
    PRESS(UH_SCREEN_WHY_SKIP, UH_SESSION_PAUSED, 'k');
    PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, UH_KEY_ESCAPE);
    PRESS(UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED, 's');
    PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, UH_KEY_ESCAPE);
}

static void what_stops_a_session_stops_it_from_the_help_too(void **state)
{
    PRESS(UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED, '?', 's');
    PRESS(UH_SCREEN_STOPPED, UH_SESSION_STOPPED, '1');
    (void)begin(state);
    PRESS(UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED, '?', 'S');
    (void)begin(state);
    PRESS(UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED, '?', UH_KEY_ESCAPE);
}

static void s_stops_where_the_reason_of_a_skip_is_asked_for(void **state)
{
    PRESS(UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED, 'k', 's');
    PRESS(UH_SCREEN_STOPPED, UH_SESSION_STOPPED, '3');
    assert_int_equal(player.session.stop_reason, UH_STOP_DIZZY);
}

static void a_stop_by_mistake_goes_on_as_before_the_page_under_it(void **state)
{
    PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, '?', 's', UH_KEY_ESCAPE);
    PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, 'k', 's', UH_KEY_ESCAPE);
    PRESS(UH_SCREEN_SESSION, UH_SESSION_PAUSED, UH_KEY_SPACE);
    PRESS(UH_SCREEN_SESSION, UH_SESSION_PAUSED, '?', 's', UH_KEY_ESCAPE);
    PRESS(UH_SCREEN_SESSION, UH_SESSION_PAUSED, 'k', 's', UH_KEY_ESCAPE);
}

static void the_end_is_one_key_away_on_these_pages_too(void **state)
{
    PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, UH_KEY_SPACE, '?', 'q');
    assert_true(player.ended_early);
    (void)begin(state);
    PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, 'k', 'q');
    assert_true(player.ended_early);
}

static void on_the_page_of_stop_reasons_no_key_but_escape_goes_on(void **state)
{
    for (uh_key key = UH_KEY_SPACE; key <= UH_KEY_OTHER; key++) {
        const bool answers = key >= '1' && key <= '4';
        if (answers || key == UH_KEY_ESCAPE) {
            continue;
        }
        PRESS(UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED, 's');
        press(&key, 1, UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED);
        PRESS(UH_SCREEN_SESSION, UH_SESSION_RUNNING, UH_KEY_ESCAPE);
    }
}

/* Whoever reads on does not leave the page. */
static void a_key_that_scrolls_the_help_leaves_it_open(void **state)
{
    player.beyond = 3;
    PRESS(UH_SCREEN_HELP, UH_SESSION_PAUSED, '?', UH_KEY_DOWN, UH_KEY_PAGE_DOWN, UH_KEY_UP);
    PRESS(UH_SCREEN_WHY_STOP, UH_SESSION_PAUSED, 's');
}

static void who_changes_their_mind_at_the_first_question_is_let_go(void **state)
{
    static const uh_screen_page pages[] = {UH_SCREEN_RATE_PAIN, UH_SCREEN_RATE_STIFFNESS};
    for (size_t i = 0; i < UH_COUNT(pages); i++) {
        (void)begin(state);
        uh_player_rate(&player, UH_RATING_BEFORE);
        if (pages[i] == UH_SCREEN_RATE_STIFFNESS) {
            uh_player_key(&player, '2');
        }
        assert_int_equal(player.screen.page, pages[i]);
        uh_player_key(&player, 'q');
        assert_true(player.over);
        assert_int_equal(player.exit_code, UH_EXIT_DONE);
    }
}

static void after_a_session_the_same_key_answers_nothing(void **state)
{
    uh_player_rate(&player, UH_RATING_AFTER);
    uh_player_key(&player, 'q');
    assert_int_equal(player.screen.page, UH_SCREEN_RATE_PAIN);
    assert_false(player.over);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_pages_over_a_session_make_it_wait, begin),
        cmocka_unit_test_setup(what_stops_a_session_stops_it_from_the_help_too, begin),
        cmocka_unit_test_setup(s_stops_where_the_reason_of_a_skip_is_asked_for, begin),
        cmocka_unit_test_setup(a_stop_by_mistake_goes_on_as_before_the_page_under_it, begin),
        cmocka_unit_test_setup(the_end_is_one_key_away_on_these_pages_too, begin),
        cmocka_unit_test_setup(on_the_page_of_stop_reasons_no_key_but_escape_goes_on, begin),
        cmocka_unit_test_setup(a_key_that_scrolls_the_help_leaves_it_open, begin),
        cmocka_unit_test_setup(who_changes_their_mind_at_the_first_question_is_let_go, begin),
        cmocka_unit_test_setup(after_a_session_the_same_key_answers_nothing, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
