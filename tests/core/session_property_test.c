/* SPDX-License-Identifier: MIT */
/* What must hold for every routine and every order of commands: thousands of seeded random ones
 * from the built-in catalogue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/builtin.h"

enum { ROUNDS = 2000, EVENTS_MAX = 20000 };

static uint64_t seed;

static uint32_t below(uint32_t limit)
{
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(seed >> 33) % limit;
}

static uh_catalogue catalogue;

static uint32_t number_up_to(uint32_t ceiling)
{
    return 1 + below(ceiling);
}

static void add_random_entry(uh_routine *routine)
{
    uh_person person = well_equipped_person();
    person.easier_side = (uh_side)below(3);
    uint32_t exercise = below(uh_catalogue_exercise_count(&catalogue));
    const uh_exercise *what = uh_catalogue_exercise(&catalogue, exercise);
    uint32_t variant = below(what->variants.count);
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, exercise, variant,
                                    UH_LEVEL_START, routine),
                     UH_OK);
    uh_routine_entry *entry = &routine->entries[routine->count - 1];
    uh_dose ceiling = uh_dose_ceiling(uh_exercise_variant(&catalogue, what, variant));
    entry->dose.repetitions = number_up_to(ceiling.repetitions);
    entry->dose.sets = number_up_to(ceiling.sets);
    if (entry->dose.hold_ms > 0) {
        entry->dose.hold_ms = 1000 * number_up_to(ceiling.hold_ms / 1000);
    }
    entry->one_side_only = entry->first_side != UH_SIDE_BOTH && below(5) == 0;
}

/* A tour: any stretches in any order. */
static uh_routine random_routine(void)
{
    uh_routine routine = {.tour = true};
    for (uint32_t i = number_up_to(4); i > 0; i--) {
        add_random_entry(&routine);
    }
    return routine;
}

static uh_session_options random_options(void)
{
    static const uint32_t speeds[] = {100, 100, 100, 10, 33, 97, 150, 12345, 100000};
    uh_session_options options = uh_session_default_options();
    options.speed_percent = speeds[below(UH_COUNT(speeds))];
    options.gentle = below(4) == 0;
    options.long_holds = below(2) == 0;
    return options;
}

static uh_session started(const uh_routine *routine, uh_session_options options)
{
    uh_session session;
    uh_boot_ms now = {below(1000000)};
    assert_int_equal(uh_session_start(&catalogue, routine, options, now, &session), UH_OK);
    return session;
}

static void assert_same_event(const uh_session_event *a, const uh_session_event *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->at.ms, b->at.ms);
    assert_int_equal(a->session_ms, b->session_ms);
    assert_int_equal(a->phase, b->phase);
    assert_int_equal(a->entry, b->entry);
    assert_int_equal(a->set, b->set);
    assert_int_equal(a->side, b->side);
    assert_int_equal(a->repetition, b->repetition);
    assert_int_equal(a->part, b->part);
    assert_int_equal(a->length_ms, b->length_ms);
    assert_int_equal(a->cue, b->cue);
    assert_int_equal(a->window_ms, b->window_ms);
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->breath, b->breath);
    assert_int_equal(a->milestone, b->milestone);
    assert_int_equal(a->reason, b->reason);
}

static int64_t random_step_ms(void)
{
    static const uint32_t steps[] = {1, 10, 250, 1000, 60000};
    return number_up_to(steps[below(UH_COUNT(steps))]);
}

/* -- ticks
 * ---------------------------------------------------------------------------------------------- */

static uh_session_event all[EVENTS_MAX];

static uint32_t play_at_once(uh_session session)
{
    uint32_t count = 0;
    while (uh_session_next(&session, (uh_boot_ms){INT64_MAX - 1}, &all[count])) {
        count++;
        assert_true(count < EVENTS_MAX);
    }
    assert_int_equal(session.state, UH_SESSION_DONE);
    return count;
}

/* `step_ms` 0: a random step each time. */
static void assert_ticking_gives_the_same(uh_session session, int64_t step_ms, uint32_t count)
{
    uh_session_event event;
    int64_t now_ms = session.phase_began_ms;
    uint32_t taken = 0;
    while (taken < count) {
        while (uh_session_next(&session, (uh_boot_ms){now_ms}, &event)) {
            assert_same_event(&event, &all[taken]);
            taken++;
        }
        (void)uh_session_look(&session, (uh_boot_ms){now_ms});
        now_ms += step_ms > 0 ? step_ms : random_step_ms();
    }
    assert_int_equal(session.state, UH_SESSION_DONE);
}

static void the_tick_rate_does_not_matter(void **state)
{
    seed = 1;
    for (int round = 0; round < ROUNDS / 20; round++) {
        uh_routine routine = random_routine();
        uh_session_options options = random_options();
        uh_session session = started(&routine, options);
        uint32_t count = play_at_once(session);
        assert_ticking_gives_the_same(session, options.speed_percent > 1000 ? 1 : 100, count);
        assert_ticking_gives_the_same(session, 1000, count);
        assert_ticking_gives_the_same(session, 60000, count);
        assert_ticking_gives_the_same(session, 0, count);
    }
    uh_routine routine = {0};
    add_stretch(&catalogue, &routine, "thoracic-rotation", UH_LEVEL_START);
    uh_session session = started(&routine, uh_session_default_options());
    assert_ticking_gives_the_same(session, 10, play_at_once(session));
}

/* -- time
 * ------------------------------------------------------------------------------------------------
 */

static void the_total_is_what_was_announced(void **state)
{
    seed = 2;
    for (int round = 0; round < ROUNDS; round++) {
        uh_routine routine = random_routine();
        uint64_t total_ms = uh_timeline_total_ms(&catalogue, &routine);
        uh_session session = started(&routine, uh_session_default_options());
        int64_t began_ms = session.phase_began_ms;
        uh_session_view view = uh_session_look(&session, (uh_boot_ms){began_ms});
        assert_int_equal(view.session_remaining_ms, total_ms);
        uint32_t count = play_at_once(session);
        assert_int_equal(all[count - 1].session_ms, total_ms);
        assert_int_equal(all[count - 1].at.ms - began_ms, total_ms);
    }
}

/* What each side of a set took, from its get ready to its end. */
typedef struct side_time {
    uint64_t duration_ms;
    uint32_t hold_ms;
    uint32_t repetitions;
} side_time;

static side_time time_of(const uh_set_record *record)
{
    return (side_time){record->duration_ms, record->actual_hold_ms, record->actual_repetitions};
}

static void assert_equal_sides(uh_session session)
{
    uh_session_event event;
    side_time first = {0};
    while (uh_session_next(&session, (uh_boot_ms){INT64_MAX - 1}, &event)) {
        if (event.kind != UH_EVENT_RECORD) {
            continue;
        }
        const uh_set_record *record = uh_session_record(&session);
        const uh_routine_entry *entry = &session.routine->entries[record->entry];
        assert_int_equal(record->duration_ms, uh_timeline_side_ms(&catalogue, entry));
        assert_int_equal(record->actual_hold_ms, record->planned_hold_ms);
        assert_int_equal(record->actual_repetitions, record->planned_repetitions);
        assert_int_equal(record->end, UH_ENDED_COMPLETE);
        if (record->side != entry->first_side) {
            side_time second = time_of(record);
            assert_int_equal(first.duration_ms, second.duration_ms);
            assert_int_equal(first.hold_ms, second.hold_ms);
            assert_int_equal(first.repetitions, second.repetitions);
        }
        first = time_of(record);
    }
}

static void sides_are_equal_to_the_millisecond(void **state)
{
    seed = 3;
    for (int round = 0; round < ROUNDS; round++) {
        uh_routine routine = random_routine();
        assert_equal_sides(started(&routine, random_options()));
    }
}

/* -- commands
 * --------------------------------------------------------------------------------------------- */

static uh_status random_command(uh_session *session, uh_boot_ms now)
{
    switch (below(14)) {
    case 0:
    case 1:
        return uh_session_ready(session, now);
    case 2:
        return uh_session_pause(session, now);
    case 3:
        return uh_session_resume(session, now);
    case 4:
        return uh_session_interrupt(session, (uh_boot_ms){now.ms - below(5000)});
    case 5:
        return uh_session_ease(session, now);
    case 6:
        return uh_session_stop(session, (uh_stop_reason)(1 + below(4)), now);
    case 7:
    case 8:
        return uh_session_undo_stop(session, now);
    case 9:
        return uh_session_skip(session, (uh_skip_reason)below(4), now);
    case 10:
        return uh_session_back(session, now);
    case 11:
        return uh_session_repeat(session, now);
    case 12:
        return uh_session_more(session, now);
    default:
        return below(8) > 0 ? uh_session_less(session, now) : uh_session_end(session, now);
    }
}

static void an_unanswered_command_changes_nothing(void **state)
{
    seed = 4;
    for (int round = 0; round < ROUNDS; round++) {
        uh_routine routine = random_routine();
        uh_session session = started(&routine, random_options());
        int64_t now_ms = session.phase_began_ms;
        for (int i = 0; i < 40; i++) {
            uh_session_event event;
            now_ms += random_step_ms();
            while (below(4) > 0 && uh_session_next(&session, (uh_boot_ms){now_ms}, &event)) {
            }
            bool pending = uh_session_deadline(&session).ms <= now_ms;
            uint64_t before = uh_session_hash(&session);
            int64_t deadline_ms = uh_session_deadline(&session).ms;
            uh_status status = random_command(&session, (uh_boot_ms){now_ms});
            if (status != UH_OK) {
                assert_int_equal(uh_session_hash(&session), before);
                assert_int_equal(uh_session_deadline(&session).ms, deadline_ms);
                assert_true(status == UH_ERR_PENDING || status == UH_ERR_STATE ||
                            status == UH_ERR_RANGE);
            }
            /* an interrupt that looks back may be possible although something later is due */
            if (!pending) {
                assert_int_not_equal(status, UH_ERR_PENDING);
            }
        }
    }
}

/* What one watcher knows of a session from its events alone. */
typedef struct watcher {
    int64_t latest_ms;
    uint64_t latest_session_ms;
    bool in_phase;
    uint32_t begun; /* get readies */
    uint32_t records;
    uint64_t played_ms;
    uint32_t keys_seen;
    uint64_t keys[512]; /* entry, set, side, attempt of each record */
} watcher;

static void watch_record(watcher *watch, const uh_session *session)
{
    const uh_set_record *record = uh_session_record(session);
    const uh_routine_entry *entry = &session->routine->entries[record->entry];
    const uh_variant *variant = uh_exercise_variant(
        &catalogue, uh_catalogue_exercise(&catalogue, entry->exercise), entry->variant);
    uh_dose ceiling = uh_dose_ceiling(variant);
    uint64_t key = ((uint64_t)record->entry << 48) | ((uint64_t)record->set << 40) |
                   ((uint64_t)record->side << 32) | record->attempt;
    for (uint32_t i = 0; i < watch->keys_seen; i++) {
        assert_true(watch->keys[i] != key);
    }
    watch->keys[watch->keys_seen++] = key;
    watch->records++;
    assert_true(record->attempt >= 1);
    assert_true(record->ended.ms >= record->began.ms);
    assert_true(record->actual_repetitions <= ceiling.repetitions);
    uint32_t hold_parts = variant->mode == UH_MODE_ALTERNATING_HOLDS ? 2 : 1;
    assert_true(record->actual_hold_ms <= ceiling.hold_ms * hold_parts * ceiling.repetitions);
    assert_true(record->duration_ms >= record->actual_hold_ms);
}

static void watch_event(watcher *watch, const uh_session *session, const uh_session_event *event)
{
    assert_true(event->at.ms >= watch->latest_ms);
    assert_true(event->session_ms >= watch->latest_session_ms);
    watch->latest_ms = event->at.ms;
    watch->latest_session_ms = event->session_ms;
    if (event->kind == UH_EVENT_START) {
        assert_false(watch->in_phase);
        watch->in_phase = true;
        watch->begun += event->phase == UH_PHASE_GET_READY || event->phase == UH_PHASE_SWITCH_SIDE;
    } else if (event->kind == UH_EVENT_END) {
        assert_true(watch->in_phase);
        watch->in_phase = false;
    } else if (event->kind == UH_EVENT_RECORD) {
        /* what was skipped before it was begun has a record of nothing done */
        watch->begun += event->phase == UH_PHASE_NEXT_STRETCH || event->phase == UH_PHASE_WAY_IN;
        watch_record(watch, session);
    } else if (event->kind == UH_EVENT_CUE) {
        assert_true(event->cue != UH_CUE_NONE);
        assert_true(event->window_ms <= UH_WINDOW_MAX_MS);
    }
}

static void take_all(watcher *watch, uh_session *session, int64_t now_ms)
{
    uh_session_event event;
    while (uh_session_next(session, (uh_boot_ms){now_ms}, &event)) {
        watch_event(watch, session, &event);
    }
}

static void assert_view_is_sound(const uh_session *session, int64_t now_ms)
{
    uh_session_view view = uh_session_look(session, (uh_boot_ms){now_ms});
    assert_true(view.phase_elapsed_ms + view.phase_remaining_ms == view.phase_length_ms);
    assert_true(view.phase_progress >= 0 && view.phase_progress <= 1);
    assert_true(view.session_progress >= 0 && view.session_progress <= 1);
    assert_true(view.guide_fill >= 0 && view.guide_fill <= 1);
    assert_true(view.repetition <= view.repetitions);
    uh_timeline copy = session->timeline;
    assert_int_equal(uh_timeline_remaining_ms(&copy), session->total_after_ms);
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, view.exercise);
    assert_true(view.step == UINT32_MAX ||
                view.step < uh_exercise_step_count(&catalogue, exercise, view.variant));
    const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, view.variant);
    uh_dose ceiling = uh_dose_ceiling(variant);
    assert_true(view.repetitions <= ceiling.repetitions);
    if (view.phase == UH_PHASE_HOLD) {
        assert_true(view.phase_length_ms <= ceiling.hold_ms);
    }
}

static void play_with_commands(uh_session *session, watcher *watch, int64_t *now_ms)
{
    for (uint32_t i = number_up_to(60); i > 0; i--) {
        *now_ms += random_step_ms();
        take_all(watch, session, *now_ms);
        (void)random_command(session, (uh_boot_ms){*now_ms});
        take_all(watch, session, *now_ms);
        assert_view_is_sound(session, *now_ms);
    }
}

/* Whatever state it is in, it can be brought to its end. */
static void bring_to_end(uh_session *session, watcher *watch, int64_t *now_ms)
{
    if (session->state == UH_SESSION_PAUSED) {
        assert_int_equal(uh_session_resume(session, (uh_boot_ms){*now_ms}), UH_OK);
    } else if (session->state == UH_SESSION_STOPPED) {
        assert_int_equal(uh_session_end(session, (uh_boot_ms){*now_ms}), UH_OK);
    }
    *now_ms += INT64_C(1) << 40;
    take_all(watch, session, *now_ms);
    assert_int_equal(session->state, UH_SESSION_DONE);
    assert_int_equal(uh_session_deadline(session).ms, UH_NEVER.ms);
}

static void any_order_of_commands_keeps_the_invariants(void **state)
{
    seed = 5;
    for (int round = 0; round < ROUNDS; round++) {
        uh_routine routine = random_routine();
        uh_session session = started(&routine, random_options());
        watcher watch = {.latest_ms = INT64_MIN};
        int64_t now_ms = session.phase_began_ms;
        take_all(&watch, &session, now_ms);
        play_with_commands(&session, &watch, &now_ms);
        bring_to_end(&session, &watch, &now_ms);
        /* every side that was begun has its record, and none has two */
        assert_int_equal(watch.records, watch.begun);
        uint64_t hash = uh_session_hash(&session);
        assert_int_equal(uh_session_pause(&session, (uh_boot_ms){now_ms}), UH_ERR_STATE);
        assert_int_equal(uh_session_hash(&session), hash);
    }
}

static void a_copy_plays_on_like_its_original(void **state)
{
    seed = 6;
    for (int round = 0; round < ROUNDS / 4; round++) {
        uh_routine routine = random_routine();
        uh_session session = started(&routine, random_options());
        watcher watch = {.latest_ms = INT64_MIN};
        int64_t now_ms = session.phase_began_ms;
        take_all(&watch, &session, now_ms);
        play_with_commands(&session, &watch, &now_ms);
        uh_session copy = session;
        watcher other = watch;
        int64_t other_now_ms = now_ms;
        uint64_t before = seed;
        play_with_commands(&session, &watch, &now_ms);
        seed = before;
        play_with_commands(&copy, &other, &other_now_ms);
        assert_int_equal(uh_session_hash(&session), uh_session_hash(&copy));
        assert_int_equal(watch.latest_ms, other.latest_ms);
        assert_int_equal(watch.records, other.records);
    }
}

static int open_catalogue(void **state)
{
    catalogue = builtin_catalogue();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tick_rate_does_not_matter),
        cmocka_unit_test(the_total_is_what_was_announced),
        cmocka_unit_test(sides_are_equal_to_the_millisecond),
        cmocka_unit_test(an_unanswered_command_changes_nothing),
        cmocka_unit_test(any_order_of_commands_keeps_the_invariants),
        cmocka_unit_test(a_copy_plays_on_like_its_original),
    };
    return cmocka_run_group_tests(tests, open_catalogue, NULL);
}
