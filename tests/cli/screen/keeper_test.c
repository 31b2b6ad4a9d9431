/* SPDX-License-Identifier: MIT */
/* What a session does is in the store when it is done, and brings the session back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/screen/keeper.h"
#include "core/builtin.h"
#include "host/clock.h"
#include "unhunch/screening.h"

enum { FACTS_MAX = 64 };

static uh_catalogue catalogue;
static uh_store *store;

typedef struct found {
    uh_fact facts[FACTS_MAX];
    uint32_t count;
} found;

static bool take(void *context, const uh_fact *fact)
{
    found *into = context;
    assert_true(into->count < FACTS_MAX);
    into->facts[into->count++] = *fact;
    return true;
}

static void find(uh_fact_kind kind, found *ret_found)
{
    ret_found->count = 0;
    assert_int_equal(
        uh_store_replay(store, 1U << kind, UH_FIRST_DATE, UH_LAST_DATE, take, ret_found), UH_OK);
}

static uh_routine two_stretches(void)
{
    uh_routine routine = {.context = UH_CONTEXT_DESK};
    (void)add_stretch(&catalogue, &routine, "shoulder-blade-squeeze", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "chin-tuck", UH_LEVEL_START);
    return routine;
}

/* A session that is played and kept. */
typedef struct kept_play {
    uh_routine routine;
    uh_session session;
    uh_keeper keeper;
    uh_boot_ms began;
} kept_play;

static void begin(kept_play *play)
{
    const uh_session_options options = uh_session_default_options();
    play->routine = two_stretches();
    play->began = uh_clock_boot();
    play->keeper = uh_keeper_for(store, &catalogue, (uh_session_fact){.origin = UH_ORIGIN_NAMES});
    assert_int_equal(
        uh_session_start(&catalogue, &play->routine, options, play->began, &play->session), UH_OK);
    uh_keeper_begin(&play->keeper, &play->routine, options, play->began);
}

static void pass(kept_play *play, int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(&play->session, (uh_boot_ms){play->began.ms + ms}, &event)) {
        if (event.kind == UH_EVENT_RECORD) {
            uh_keeper_set(&play->keeper, uh_session_record(&play->session));
        }
    }
}

static void tell(kept_play *play, uh_command_kind command, uh_reason reason, int64_t ms)
{
    pass(play, ms);
    const uh_boot_ms at = {play->began.ms + ms};
    assert_int_equal(uh_session_tell(&play->session, command, reason, at), UH_OK);
    uh_keeper_command(&play->keeper, command, reason, at);
}

static void a_set_is_in_the_store_when_it_has_ended(void **state)
{
    kept_play play;
    found sets;
    begin(&play);
    pass(&play, 20000);
    find(UH_FACT_SET, &sets);
    assert_int_equal(sets.count, 0);
    pass(&play, 90000);
    find(UH_FACT_SET, &sets);
    assert_int_equal(sets.count, 1);
    const uh_set_fact *set = &sets.facts[0].is.set;
    assert_string_equal(set->exercise, "shoulder-blade-squeeze");
    assert_int_equal(set->actual_repetitions, set->planned_repetitions);
    assert_int_equal(set->end, UH_ENDED_COMPLETE);
    assert_string_equal(set->session, play.keeper.scribe.session.id);
}

static void an_open_session_has_its_routine_and_a_lease(void **state)
{
    kept_play play;
    found sessions, entries;
    begin(&play);
    find(UH_FACT_SESSION, &sessions);
    find(UH_FACT_ENTRY, &entries);
    assert_int_equal(sessions.count, 1);
    const uh_session_fact *session = &sessions.facts[0].is.session;
    assert_int_equal(session->end, UH_ENDING_OPEN);
    assert_true(uh_session_is_held(session, uh_clock_unix()));
    assert_int_equal(session->origin, UH_ORIGIN_NAMES);
    assert_int_equal(session->context, UH_CONTEXT_DESK);
    assert_true(session->planned_ms > 60000);
    assert_false(session->simulated);
    assert_int_equal(entries.count, 2);
    assert_string_equal(entries.facts[1].is.entry.exercise, "chin-tuck");
}

/* As after a kill: only the store is known. */
static uint32_t bring_back(const uh_routine *routine, int64_t seen_ms, uh_boot_ms now,
                           uh_replayed *ret_how, uh_session *ret_session)
{
    found commands;
    find(UH_FACT_COMMAND, &commands);
    uh_command_fact told[FACTS_MAX];
    for (uint32_t i = 0; i < commands.count; i++) {
        told[i] = commands.facts[i].is.command;
        assert_int_equal(told[i].number, i);
    }
    assert_int_equal(uh_session_replay(&catalogue, routine, uh_session_default_options(), told,
                                       commands.count, seen_ms, now, ret_how, ret_session),
                     UH_OK);
    return commands.count;
}

static void killed_twice_it_comes_back_twice(void **state)
{
    kept_play play;
    begin(&play);
    pass(&play, 20000);
    play.keeper.scribe.session.seen_ms = 20000;
    for (uint32_t killed = 1; killed <= 2; killed++) {
        const uh_session_fact kept = play.keeper.scribe.session;
        const uh_boot_ms now = {play.began.ms + kept.seen_ms};
        uh_replayed how;
        const uint32_t commands = bring_back(&play.routine, kept.seen_ms, now, &how, &play.session);
        assert_int_equal(play.session.attempt, killed + 1);
        play.keeper = uh_keeper_for(store, &catalogue, kept);
        uh_keeper_go_on(&play.keeper, &kept, commands, &how, now);
        tell(&play, UH_COMMAND_RESUME, UH_REASON_NONE, kept.seen_ms + 1000);
        pass(&play, kept.seen_ms + 8000);
    }
}

static void what_is_in_the_store_brings_the_session_back(void **state)
{
    kept_play play;
    found entries;
    begin(&play);
    tell(&play, UH_COMMAND_READY, UH_REASON_NONE, 1000);
    tell(&play, UH_COMMAND_PAUSE, UH_REASON_NONE, 9000);
    tell(&play, UH_COMMAND_RESUME, UH_REASON_NONE, 15000);
    tell(&play, UH_COMMAND_SKIP, UH_REASON_NO_ROOM, 25000);

    find(UH_FACT_ENTRY, &entries);
    uh_routine routine = {.context = UH_CONTEXT_DESK};
    for (uint32_t i = 0; i < entries.count; i++) {
        assert_int_equal(uh_entry_recall(&catalogue, &entries.facts[i].is.entry, &routine), UH_OK);
    }
    uh_replayed how;
    uh_session session;
    const int64_t seen_ms = play.keeper.scribe.session.seen_ms;
    assert_int_equal(seen_ms, 25000);
    (void)bring_back(&routine, seen_ms, (uh_boot_ms){seen_ms}, &how, &session);
    const uh_session_view view = uh_session_look(&session, (uh_boot_ms){seen_ms});
    assert_int_equal(view.state, UH_SESSION_PAUSED);
    assert_int_equal(view.entry, 1);
}

static void a_stop_is_marked_and_taking_it_back_takes_the_mark_back(void **state)
{
    kept_play play;
    found marks, sessions, commands;
    begin(&play);
    pass(&play, 20000);
    const uh_boot_ms now = {play.began.ms + 20000};
    uh_keeper_stop(&play.keeper, UH_STOP_NERVE, "chin-tuck", UH_SIDE_BOTH, now);
    find(UH_FACT_MARK, &marks);
    find(UH_FACT_SESSION, &sessions);
    assert_int_equal(marks.count, 1);
    assert_int_equal(marks.facts[0].is.mark.mark, UH_MARK_STOP);
    assert_int_equal(marks.facts[0].is.mark.reason, UH_REASON_NERVE);
    assert_string_equal(marks.facts[0].is.mark.exercise, "chin-tuck");
    assert_int_equal(sessions.facts[0].is.session.end, UH_ENDING_STOPPED);
    uh_keeper_end(&play.keeper, UH_ENDING_EARLY, now); /* a stop is the end that counts */
    find(UH_FACT_SESSION, &sessions);
    assert_int_equal(sessions.facts[0].is.session.end, UH_ENDING_STOPPED);

    uh_keeper_undo_stop(&play.keeper, now);
    find(UH_FACT_MARK, &marks);
    find(UH_FACT_SESSION, &sessions);
    assert_int_equal(marks.count, 0);
    find(UH_FACT_COMMAND, &commands);
    assert_int_equal(commands.count, 2);
    assert_int_equal(commands.facts[0].is.command.command, UH_COMMAND_STOP);
    assert_int_equal(commands.facts[0].is.command.reason, UH_REASON_NERVE);
    assert_int_equal(commands.facts[0].is.command.at_ms, 20000);
    assert_int_equal(commands.facts[1].is.command.command, UH_COMMAND_UNDO_STOP);
    assert_int_equal(sessions.facts[0].is.session.end, UH_ENDING_OPEN);
    assert_int_equal(sessions.facts[0].is.session.reason, UH_REASON_NONE);
}

static uint32_t stops_kept_at(uint32_t speed_percent)
{
    found marks, answers;
    const uh_routine routine = two_stretches();
    uh_session_options options = uh_session_default_options();
    options.speed_percent = speed_percent;
    uh_keeper keeper = uh_keeper_for(store, &catalogue, (uh_session_fact){0});
    uh_keeper_begin(&keeper, &routine, options, uh_clock_boot());
    uh_keeper_stop(&keeper, UH_STOP_DIZZY, "chin-tuck", UH_SIDE_BOTH, uh_clock_boot());
    uh_keeper_emergency(&keeper, true);
    find(UH_FACT_MARK, &marks);
    find(UH_FACT_ANSWER, &answers);
    assert_int_equal(marks.count, answers.count);
    return marks.count;
}

static void what_was_only_tried_out_is_no_stop(void **state)
{
    assert_int_equal(stops_kept_at(201), 0);
    assert_int_equal(stops_kept_at(10000), 0);
    assert_int_equal(stops_kept_at(200), 1); /* somebody may have stretched along */
}

static void signs_of_an_emergency_stay_until_the_key_was_a_wrong_one(void **state)
{
    kept_play play;
    found answers;
    begin(&play);
    tell(&play, UH_COMMAND_STOP, UH_REASON_NERVE, 20000);
    uh_keeper_emergency(&play.keeper, true);
    find(UH_FACT_ANSWER, &answers);
    assert_int_equal(answers.count, 1);
    assert_string_equal(answers.facts[0].is.answer.question, "stop-emergency");
    assert_true(answers.facts[0].is.answer.yes);
    uh_answers known = uh_answers_none();
    uh_answers_take(&known, &answers.facts[0]);
    const uh_date today = answers.facts[0].is.answer.at.day;
    assert_int_equal(uh_outcome_of(&known, today).kind, UH_OUTCOME_EMERGENCY);

    uh_keeper_emergency(&play.keeper, false);
    find(UH_FACT_ANSWER, &answers);
    assert_int_equal(answers.count, 1);
    assert_false(answers.facts[0].is.answer.yes);
    uh_answers_take(&known, &answers.facts[0]);
    assert_int_not_equal(uh_outcome_of(&known, today).kind, UH_OUTCOME_EMERGENCY);
}

static void the_pace_of_a_session_is_kept_with_it(void **state)
{
    found sessions;
    uh_routine routine = two_stretches();
    routine.pace = UH_PACE_UNHURRIED;
    uh_keeper keeper = uh_keeper_for(store, &catalogue, (uh_session_fact){0});
    uh_keeper_begin(&keeper, &routine, uh_session_default_options(), uh_clock_boot());
    find(UH_FACT_SESSION, &sessions);
    assert_int_equal(sessions.facts[0].is.session.pace, UH_PACE_UNHURRIED);
    assert_int_equal(sessions.facts[0].is.session.planned_ms,
                     uh_timeline_total_ms(&catalogue, &routine));
}

static uh_answer_fact emergency_in_store(void)
{
    uh_fact fact = {.kind = UH_FACT_ANSWER};
    strcpy(fact.is.answer.question, "stop-emergency");
    assert_int_equal(uh_store_get(store, &fact), UH_OK);
    return fact.is.answer;
}

static void a_call_by_a_wrong_key_leaves_an_earlier_one_as_it_was(void **state)
{
    kept_play play;
    const uh_moment then = uh_moment_at((uh_unix_ms){1700000000000}, 0);
    uh_fact earlier = {.kind = UH_FACT_ANSWER, .changed = then.at};
    strcpy(earlier.is.answer.question, "stop-emergency");
    earlier.is.answer.at = then;
    earlier.is.answer.yes = true;
    earlier.is.answer.seen = (uh_unix_ms){then.at.ms + 1000};
    assert_int_equal(uh_store_put(store, &earlier), UH_OK);
    begin(&play);
    for (int times = 0; times < 2; times++) {
        uh_keeper_emergency(&play.keeper, true);
        assert_true(emergency_in_store().yes);
        assert_int_equal(emergency_in_store().seen.ms, UH_NO_TIME.ms);
        assert_true(emergency_in_store().at.at.ms > then.at.ms);
        uh_keeper_emergency(&play.keeper, false);
        assert_true(emergency_in_store().yes);
        assert_int_equal(emergency_in_store().seen.ms, earlier.is.answer.seen.ms);
        assert_int_equal(emergency_in_store().at.at.ms, then.at.ms);
    }
}

static void a_first_call_by_a_wrong_key_is_no_emergency(void **state)
{
    kept_play play;
    begin(&play);
    uh_keeper_emergency(&play.keeper, true);
    assert_true(emergency_in_store().yes);
    uh_keeper_emergency(&play.keeper, false);
    assert_false(emergency_in_store().yes);
}

static void what_was_deleted_meanwhile_does_not_come_back(void **state)
{
    kept_play play;
    found sessions, sets, marks;
    uh_phrase news;
    begin(&play);
    const uh_fact gone = {.kind = UH_FACT_SESSION, .is.session = play.keeper.scribe.session};
    assert_int_equal(uh_store_delete(store, &gone), UH_OK);
    assert_false(uh_keeper_news(&play.keeper, &news));
    tell(&play, UH_COMMAND_PAUSE, UH_REASON_NONE, 5000);
    assert_true(uh_keeper_news(&play.keeper, &news));
    assert_int_equal(news.message, UH_MSG_KEEP_GONE);
    assert_false(uh_keeper_news(&play.keeper, &news));
    tell(&play, UH_COMMAND_RESUME, UH_REASON_NONE, 6000);
    pass(&play, 90000);
    const uh_boot_ms now = {play.began.ms + 90000};
    uh_keeper_stop(&play.keeper, UH_STOP_NERVE, "chin-tuck", UH_SIDE_BOTH, now);
    uh_keeper_correct(&play.keeper, UH_CORRECTION_ALL);
    find(UH_FACT_SESSION, &sessions);
    find(UH_FACT_SET, &sets);
    find(UH_FACT_MARK, &marks);
    assert_int_equal(sessions.count, 0);
    assert_int_equal(sets.count, 0);
    assert_int_equal(marks.count, 1); /* the screening has to know all the same */
}

static void ended_in_a_deleted_session_nothing_comes_back(void **state)
{
    kept_play play;
    found sessions;
    begin(&play);
    const uh_fact gone = {.kind = UH_FACT_SESSION, .is.session = play.keeper.scribe.session};
    assert_int_equal(uh_store_delete(store, &gone), UH_OK);
    uh_keeper_end(&play.keeper, UH_ENDING_COMPLETE, play.began);
    find(UH_FACT_SESSION, &sessions);
    assert_int_equal(sessions.count, 0);
}

static void ratings_and_answers_belong_to_the_session(void **state)
{
    kept_play play;
    found ratings, sessions;
    play.keeper = uh_keeper_for(store, &catalogue, (uh_session_fact){0});
    uh_keeper_rate(&play.keeper, UH_RATING_BEFORE, 3, 5);
    find(UH_FACT_RATING, &ratings);
    assert_int_equal(ratings.count, 0); /* there is no session yet */
    const uh_routine routine = two_stretches();
    uh_keeper_begin(&play.keeper, &routine, uh_session_default_options(), uh_clock_boot());
    uh_keeper_end(&play.keeper, UH_ENDING_COMPLETE, uh_clock_boot());
    uh_keeper_rate(&play.keeper, UH_RATING_AFTER, UH_NOT_ASKED, 4);
    uh_keeper_helped(&play.keeper, UH_HELPED_BETTER);
    uh_keeper_correct(&play.keeper, UH_CORRECTION_PART);
    find(UH_FACT_RATING, &ratings);
    find(UH_FACT_SESSION, &sessions);
    assert_int_equal(ratings.count, 2);
    assert_string_equal(ratings.facts[0].is.rating.session, play.keeper.scribe.session.id);
    for (uint32_t i = 0; i < ratings.count; i++) { /* both of this very millisecond */
        const uh_rating_fact *rating = &ratings.facts[i].is.rating;
        const bool after = rating->moment == UH_RATING_AFTER;
        assert_int_equal(rating->pain, after ? UH_NOT_ASKED : 3);
        assert_int_equal(rating->stiffness, after ? 4 : 5);
    }
    assert_int_equal(sessions.facts[0].is.session.helped, UH_HELPED_BETTER);
    assert_int_equal(sessions.facts[0].is.session.correction, UH_CORRECTION_PART);
    assert_true(sessions.facts[0].is.session.ended.ms > 0);
}

static void another_speed_is_marked_as_simulated(void **state)
{
    found sessions;
    const uh_routine routine = two_stretches();
    uh_session_options options = uh_session_default_options();
    options.speed_percent = 2000;
    uh_keeper keeper = uh_keeper_for(store, &catalogue, (uh_session_fact){0});
    uh_keeper_begin(&keeper, &routine, options, uh_clock_boot());
    find(UH_FACT_SESSION, &sessions);
    assert_true(sessions.facts[0].is.session.simulated);
    assert_int_equal(sessions.facts[0].is.session.speed_percent, 2000);
}

static void without_a_store_nothing_is_kept_and_nothing_breaks(void **state)
{
    uh_keeper keeper = {0};
    uh_phrase news;
    const uh_routine routine = two_stretches();
    uh_keeper_begin(&keeper, &routine, uh_session_default_options(), uh_clock_boot());
    uh_keeper_command(&keeper, UH_COMMAND_PAUSE, UH_REASON_NONE, uh_clock_boot());
    uh_keeper_end(&keeper, UH_ENDING_COMPLETE, uh_clock_boot());
    uh_keeper_rate(&keeper, UH_RATING_DAY, 1, 1);
    assert_false(uh_keeper_news(&keeper, &news));
}

static int open_store(void **state)
{
    catalogue = builtin_catalogue();
    return uh_store_open_memory(&store) == UH_OK ? 0 : -1;
}

static int close_store(void **state)
{
    uh_store_close(store);
    return 0;
}

int main(void)
{
#define KEPT(test) cmocka_unit_test_setup_teardown(test, open_store, close_store)
    const struct CMUnitTest tests[] = {
        KEPT(a_set_is_in_the_store_when_it_has_ended),
        KEPT(an_open_session_has_its_routine_and_a_lease),
        KEPT(killed_twice_it_comes_back_twice),
        KEPT(what_is_in_the_store_brings_the_session_back),
        KEPT(a_stop_is_marked_and_taking_it_back_takes_the_mark_back),
        KEPT(what_was_only_tried_out_is_no_stop),
        KEPT(signs_of_an_emergency_stay_until_the_key_was_a_wrong_one),
        KEPT(the_pace_of_a_session_is_kept_with_it),
        KEPT(a_call_by_a_wrong_key_leaves_an_earlier_one_as_it_was),
        KEPT(a_first_call_by_a_wrong_key_is_no_emergency),
        KEPT(what_was_deleted_meanwhile_does_not_come_back),
        KEPT(ended_in_a_deleted_session_nothing_comes_back),
        KEPT(ratings_and_answers_belong_to_the_session),
        KEPT(another_speed_is_marked_as_simulated),
        KEPT(without_a_store_nothing_is_kept_and_nothing_breaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
