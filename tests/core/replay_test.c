/* SPDX-License-Identifier: MIT */
/* A session that was kept as entries and commands plays on as if nothing had happened. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/replay.h"

enum { COMMANDS_MAX = 64, ROUNDS = 400, BEGAN_MS = 5000000 };

static uh_catalogue catalogue;
static uint64_t seed;

static uint32_t below(uint32_t limit)
{
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(seed >> 33) % limit;
}

static void pass_by(uh_session *session, int64_t until_ms)
{
    uh_session_event event;
    while (uh_session_next(session, (uh_boot_ms){until_ms}, &event)) {
    }
}

typedef struct told {
    uh_command_fact commands[COMMANDS_MAX];
    uint32_t count;
} told;

/* Tells it now, and keeps what it obeyed. */
static void tell(uh_session *session, told *kept, uh_command_kind command, uh_reason reason,
                 int64_t at_ms)
{
    pass_by(session, at_ms);
    if (uh_session_tell(session, command, reason, (uh_boot_ms){at_ms}) != UH_OK) {
        return;
    }
    assert_true(kept->count < COMMANDS_MAX);
    kept->commands[kept->count] = (uh_command_fact){
        .number = kept->count, .at_ms = at_ms - BEGAN_MS, .command = command, .reason = reason};
    kept->count++;
}

static uh_routine desk_routine(void)
{
    uh_routine routine = {.context = UH_CONTEXT_DESK};
    (void)add_stretch(&catalogue, &routine, "shoulder-blade-squeeze", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "seated-cervical-rotation", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "chin-tuck", UH_LEVEL_START);
    return routine;
}

static uh_session started(const uh_routine *routine)
{
    uh_session session;
    assert_int_equal(uh_session_start(&catalogue, routine, uh_session_default_options(),
                                      (uh_boot_ms){BEGAN_MS}, &session),
                     UH_OK);
    return session;
}

static uh_command_kind random_command(void)
{
    static const uh_command_kind kinds[] = {
        UH_COMMAND_READY,    UH_COMMAND_PAUSE,  UH_COMMAND_RESUME, UH_COMMAND_EASE,
        UH_COMMAND_BACK,     UH_COMMAND_REPEAT, UH_COMMAND_MORE,   UH_COMMAND_LESS,
        UH_COMMAND_STOP,     UH_COMMAND_RESUME, UH_COMMAND_SKIP,   UH_COMMAND_INTERRUPT,
        UH_COMMAND_UNDO_STOP};
    return kinds[below(UH_COUNT(kinds))];
}

static uh_reason reason_for(uh_command_kind command)
{
    if (command == UH_COMMAND_STOP) {
        return (uh_reason)(UH_REASON_PAIN + below(4));
    }
    return command == UH_COMMAND_SKIP ? (uh_reason)(UH_REASON_NOT_NOW + below(4)) : UH_REASON_NONE;
}

/* The original, told to wait in the same way as the one that was brought back. */
static void wait_for_person(uh_session *session, int64_t now_ms)
{
    const uh_boot_ms now = {now_ms};
    if (session->side_open) {
        assert_int_equal(uh_session_repeat(session, now), UH_OK);
        pass_by(session, now_ms);
    }
    if (session->state == UH_SESSION_RUNNING) {
        assert_int_equal(uh_session_pause(session, now), UH_OK);
        pass_by(session, now_ms);
    }
}

static void what_was_kept_of_a_session_brings_back_the_same_session(void **state)
{
    const uh_routine routine = desk_routine();
    uint32_t brought_back = 0;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        seed = round;
        told kept = {.count = 0};
        uh_session session = started(&routine);
        int64_t now_ms = BEGAN_MS;
        for (uint32_t i = below(20); i > 0; i--) {
            now_ms += below(20000);
            const uh_command_kind command = random_command();
            tell(&session, &kept, command, reason_for(command), now_ms);
        }
        now_ms += below(15000);
        pass_by(&session, now_ms);
        uh_replayed how;
        uh_session again;
        const uh_status status =
            uh_session_replay(&catalogue, &routine, uh_session_default_options(), kept.commands,
                              kept.count, now_ms - BEGAN_MS, (uh_boot_ms){now_ms}, &how, &again);
        if (session.state == UH_SESSION_DONE || session.state == UH_SESSION_STOPPED) {
            assert_int_equal(status, UH_ERR_STATE);
            continue;
        }
        assert_int_equal(status, UH_OK);
        assert_int_equal(how.began.ms, BEGAN_MS);
        wait_for_person(&session, now_ms);
        assert_true(uh_session_hash(&again) == uh_session_hash(&session));
        brought_back++;
    }
    assert_true(brought_back > ROUNDS / 2);
}

/* What a resumed session was told is kept as the keeper does. */
static void keep_how(told *kept, const uh_replayed *how, int64_t seen_ms)
{
    const struct {
        bool told;
        uh_command_kind command;
    } made[] = {{how->repeated, UH_COMMAND_REPEAT}, {how->paused, UH_COMMAND_PAUSE}};
    for (size_t i = 0; i < UH_COUNT(made); i++) {
        if (made[i].told) {
            kept->commands[kept->count] = (uh_command_fact){
                .number = kept->count, .at_ms = seen_ms, .command = made[i].command};
            kept->count++;
        }
    }
}

static void killed_twice_it_comes_back_twice(void **state)
{
    enum { FIRST_MS = 20000, GOES_ON_MS = 60000, SECOND_MS = 75000, NOW_MS = 9000000 };
    const uh_routine routine = desk_routine();
    told kept = {.count = 0};
    uh_replayed how;
    uh_session session;
    assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(), NULL, 0,
                                       FIRST_MS, (uh_boot_ms){BEGAN_MS + FIRST_MS}, &how, &session),
                     UH_OK);
    assert_true(how.repeated && how.paused);
    keep_how(&kept, &how, FIRST_MS);
    tell(&session, &kept, UH_COMMAND_RESUME, UH_REASON_NONE, BEGAN_MS + GOES_ON_MS);
    assert_int_equal(kept.count, 3);
    pass_by(&session, BEGAN_MS + SECOND_MS);
    const uint32_t attempt = session.attempt;
    assert_int_equal(attempt, 2);
    uh_session again;
    assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(),
                                       kept.commands, kept.count, SECOND_MS, (uh_boot_ms){NOW_MS},
                                       &how, &again),
                     UH_OK);
    assert_true(how.repeated && how.paused);
    assert_int_equal(again.attempt, attempt + 1);
}

static void what_was_done_of_the_side_has_its_record(void **state)
{
    uh_routine routine = {0};
    add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    uh_replayed how;
    uh_session session;
    assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(), NULL, 0,
                                       50000, (uh_boot_ms){90000}, &how, &session),
                     UH_OK);
    assert_true(how.repeated && how.left);
    assert_int_equal(how.record.end, UH_ENDED_INTERRUPTED);
    assert_int_equal(how.record.attempt, 1);
    assert_int_equal(how.record.actual_repetitions, 1);
    assert_true(how.record.actual_hold_ms >= 10000);
    assert_int_equal(how.record.ended.ms, 90000);
    assert_int_equal(session.attempt, 2);
    /* only ready so far: nothing was done */
    assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(), NULL, 0,
                                       21000, (uh_boot_ms){90000}, &how, &session),
                     UH_OK);
    assert_true(how.repeated);
    assert_false(how.left);
}

static void it_comes_back_on_another_boot_clock(void **state)
{
    const uh_routine routine = desk_routine();
    uh_replayed how;
    uh_session session;
    assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(), NULL, 0,
                                       20000, (uh_boot_ms){90000}, &how, &session),
                     UH_OK);
    assert_int_equal(how.began.ms, 70000);
    const uh_session_view view = uh_session_look(&session, (uh_boot_ms){90000});
    assert_int_equal(view.state, UH_SESSION_PAUSED);
    assert_int_equal(view.phase, UH_PHASE_GET_READY); /* the side again from its beginning */
    assert_int_equal(uh_session_deadline(&session).ms, UH_NEVER.ms);
}

static void commands_that_make_no_sense_are_refused(void **state)
{
    const uh_routine routine = desk_routine();
    const uh_command_fact twice[] = {{.at_ms = 1000, .command = UH_COMMAND_PAUSE},
                                     {.at_ms = 2000, .command = UH_COMMAND_PAUSE}};
    const uh_command_fact no_reason[] = {{.at_ms = 1000, .command = UH_COMMAND_SKIP}};
    const uh_command_fact wrong[] = {
        {.at_ms = 1000, .command = UH_COMMAND_STOP, .reason = UH_REASON_NO_ROOM}};
    const struct {
        const uh_command_fact *commands;
        uint32_t count;
    } cases[] = {{twice, 2}, {no_reason, 1}, {wrong, 1}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        uh_replayed how = {.began = {7}};
        uh_session session;
        assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(),
                                           cases[i].commands, cases[i].count, 5000,
                                           (uh_boot_ms){5000}, &how, &session),
                         UH_ERR_FORMAT);
        assert_int_equal(how.began.ms, 7);
    }
}

static void more_at_the_end_of_its_range_is_passed_over(void **state)
{
    uh_routine routine = {0};
    uh_routine_entry *entry =
        add_stretch(&catalogue, &routine, "shoulder-blade-squeeze", UH_LEVEL_USUAL);
    entry->dose.hold_ms = 10000; /* its ceiling */
    uh_command_fact more = {.at_ms = 1000, .command = UH_COMMAND_MORE};
    uh_replayed how;
    uh_session session;
    assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(), &more, 1,
                                       2000, (uh_boot_ms){2000}, &how, &session),
                     UH_OK);
}

static void a_session_that_was_over_does_not_come_back(void **state)
{
    const uh_routine routine = desk_routine();
    uh_replayed how;
    uh_session session;
    assert_int_equal(uh_session_replay(&catalogue, &routine, uh_session_default_options(), NULL, 0,
                                       3600000, (uh_boot_ms){3600000}, &how, &session),
                     UH_ERR_STATE);
}

static void entries_come_back_as_they_were_kept(void **state)
{
    uh_routine routine = desk_routine();
    routine.entries[1].one_side_only = true;
    routine.entries[1].first_side = UH_SIDE_RIGHT;
    uh_routine back = {.context = routine.context};
    for (uint32_t i = 0; i < routine.count; i++) {
        uh_fact fact = {.kind = UH_FACT_ENTRY};
        const uh_fact_field *bad = NULL;
        uh_entry_keep(&catalogue, &routine.entries[i], &fact.is.entry);
        fact.is.entry.entry = i;
        strcpy(fact.is.entry.session, "a");
        assert_int_equal(uh_fact_check(&fact, &bad), UH_OK);
        assert_int_equal(uh_entry_recall(&catalogue, &fact.is.entry, &back), UH_OK);
        assert_memory_equal(&back.entries[i].dose, &routine.entries[i].dose, sizeof(uh_dose));
        assert_int_equal(back.entries[i].exercise, routine.entries[i].exercise);
        assert_int_equal(back.entries[i].variant, routine.entries[i].variant);
        assert_int_equal(back.entries[i].first_side, routine.entries[i].first_side);
        assert_int_equal(back.entries[i].one_side_only, routine.entries[i].one_side_only);
    }
}

static void what_the_catalogue_no_longer_has_is_not_recalled(void **state)
{
    const uh_routine routine = desk_routine();
    uh_entry_fact fact;
    uh_routine back = {0};
    uh_entry_keep(&catalogue, &routine.entries[0], &fact);
    uh_entry_fact other = fact;
    strcpy(other.exercise, "gone");
    assert_int_equal(uh_entry_recall(&catalogue, &other, &back), UH_ERR_UNKNOWN);
    other = fact;
    strcpy(other.variant, "gone");
    assert_int_equal(uh_entry_recall(&catalogue, &other, &back), UH_ERR_UNKNOWN);
    fact.entry = 1; /* the one before it is missing */
    assert_int_equal(uh_entry_recall(&catalogue, &fact, &back), UH_ERR_RANGE);
    assert_int_equal(back.count, 0);
}

static void a_record_is_kept_with_its_keys_and_its_reason(void **state)
{
    const uh_set_record record = {
        .exercise = exercise_index(&catalogue, "chin-tuck"),
        .variant = 1,
        .set = 1,
        .attempt = 2,
        .planned_hold_ms = 10000,
        .planned_repetitions = 5,
        .actual_hold_ms = 4000,
        .actual_repetitions = 2,
        .duration_ms = 20000,
        .end = UH_ENDED_STOPPED,
        .reason = UH_STOP_DIZZY,
        .eased = true,
    };
    uh_set_fact fact;
    uh_set_keep(&catalogue, &record, &fact);
    assert_string_equal(fact.exercise, "chin-tuck");
    assert_string_equal(fact.variant, "standing");
    assert_int_equal(fact.family, UH_FAMILY_NECK);
    assert_int_equal(fact.attempt, 2);
    assert_int_equal(fact.actual_repetitions, 2);
    assert_int_equal(fact.reason, UH_REASON_DIZZY);
    assert_true(fact.eased);
    assert_false(fact.simulated);
}

static int open_catalogue(void **state)
{
    catalogue = builtin_catalogue();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_kept_of_a_session_brings_back_the_same_session),
        cmocka_unit_test(killed_twice_it_comes_back_twice),
        cmocka_unit_test(what_was_done_of_the_side_has_its_record),
        cmocka_unit_test(it_comes_back_on_another_boot_clock),
        cmocka_unit_test(commands_that_make_no_sense_are_refused),
        cmocka_unit_test(more_at_the_end_of_its_range_is_passed_over),
        cmocka_unit_test(a_session_that_was_over_does_not_come_back),
        cmocka_unit_test(entries_come_back_as_they_were_kept),
        cmocka_unit_test(what_the_catalogue_no_longer_has_is_not_recalled),
        cmocka_unit_test(a_record_is_kept_with_its_keys_and_its_reason),
    };
    return cmocka_run_group_tests(tests, open_catalogue, NULL);
}
