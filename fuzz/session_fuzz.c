/* SPDX-License-Identifier: MIT */
/* Bytes as a person, a routine and the keys pressed in its session. The gate decides what may be
 * played; whatever is pressed, time goes forward, records are true and the session comes to its
 * end. */
#include <stdlib.h>

#include "catalogue/builtin.h"
#include "unhunch/session.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct bytes {
    const uint8_t *at;
    const uint8_t *end;
} bytes;

static void expect(bool condition)
{
    if (!condition) {
        abort();
    }
}

static uint32_t take(bytes *from)
{
    return from->at < from->end ? *from->at++ : 0;
}

static uint32_t take_two(bytes *from)
{
    uint32_t high = take(from);
    return high << 8 | take(from);
}

/* -- the routine
 * -------------------------------------------------------------------------------------------------
 */

static void add_entry(const uh_catalogue *catalogue, const uh_person *person, bytes *from,
                      uh_routine *routine)
{
    uint32_t exercise = take(from) % uh_catalogue_exercise_count(catalogue);
    uint32_t variant = take(from) % uh_catalogue_exercise(catalogue, exercise)->variants.count;
    uint32_t how = take(from);
    if (uh_routine_add(catalogue, person, &(uh_screening){0}, exercise, variant,
                       (uh_level)(how & 1), routine) != UH_OK) {
        return;
    }
    uh_routine_entry *entry = &routine->entries[routine->count - 1];
    if (how & 2) {
        entry->dose.repetitions = take(from);
        entry->dose.sets = take(from);
        entry->dose.hold_ms = take_two(from);
    }
    if (how & 4) {
        entry->first_side = (uh_side)(take(from) % 3);
    }
    entry->one_side_only = (how & 8) != 0;
}

static bool make_routine(const uh_catalogue *catalogue, bytes *from, uh_person *person,
                         uh_screening *screening, uh_routine *routine)
{
    static uh_day day;
    uh_verdict verdict;
    person->profile = (uh_profile)(take(from) % 3);
    person->equipment = take(from);
    person->opt_in = take(from);
    person->easier_side = (uh_side)(take(from) % 3);
    screening->limits = take_two(from) & ((1U << UH_LIMIT_COUNT) - 1);
    routine->context = (uh_context)(take(from) % UH_CONTEXT_COUNT);
    routine->tour = (take(from) & 1) != 0;
    for (uint32_t i = take(from) % 8; i > 0; i--) {
        add_entry(catalogue, person, from, routine);
    }
    if (uh_routine_trim(catalogue, person, screening, &day, routine, &verdict) != UH_OK) {
        return false;
    }
    expect(uh_routine_admit(catalogue, person, screening, &day, routine, &verdict) == UH_OK);
    return true;
}

/* -- the session
 * --------------------------------------------------------------------------------------------------
 */

typedef struct watch {
    int64_t latest_ms;
    uint64_t session_ms;
    uint32_t begun;
    uint32_t skipped; /* before it began, too: that is on record as well */
    uint32_t records;
} watch;

static void check_record(const uh_catalogue *catalogue, const uh_session *session)
{
    const uh_set_record *record = uh_session_record(session);
    const uh_variant *variant = uh_exercise_variant(
        catalogue, uh_catalogue_exercise(catalogue, record->exercise), record->variant);
    uh_dose ceiling = uh_dose_ceiling(variant);
    expect(record->actual_repetitions <= ceiling.repetitions);
    expect(record->actual_hold_ms <= ceiling.hold_ms * ceiling.repetitions * variant->parts.count);
    expect(record->actual_hold_ms <= record->duration_ms);
    expect(record->began.ms <= record->ended.ms);
}

static void take_events(const uh_catalogue *catalogue, uh_session *session, int64_t now_ms,
                        watch *of)
{
    uh_session_event event;
    while (uh_session_next(session, (uh_boot_ms){now_ms}, &event)) {
        expect(event.at.ms >= of->latest_ms && event.session_ms >= of->session_ms);
        expect(event.at.ms <= now_ms);
        of->latest_ms = event.at.ms;
        of->session_ms = event.session_ms;
        if (event.kind == UH_EVENT_START &&
            (event.phase == UH_PHASE_GET_READY || event.phase == UH_PHASE_SWITCH_SIDE)) {
            of->begun++;
        } else if (event.kind == UH_EVENT_RECORD) {
            of->records++;
            check_record(catalogue, session);
        }
    }
}

static void check_view(const uh_session *session, int64_t now_ms)
{
    uh_session_view view = uh_session_look(session, (uh_boot_ms){now_ms});
    expect(view.phase_progress >= 0 && view.phase_progress <= 1);
    expect(view.session_progress >= 0 && view.session_progress <= 1);
    expect(view.guide_fill >= 0 && view.guide_fill <= 1);
    expect(view.phase_elapsed_ms + view.phase_remaining_ms == view.phase_length_ms);
    (void)uh_session_hash(session);
}

static uh_status press(uh_session *session, uint32_t key, int64_t now_ms, watch *of)
{
    static uh_status (*const keys[])(uh_session *, uh_boot_ms) = {
        uh_session_ready, uh_session_pause,     uh_session_resume, uh_session_ease,
        uh_session_more,  uh_session_undo_stop, uh_session_back,   uh_session_repeat,
        uh_session_less,  uh_session_interrupt, uh_session_end,    uh_session_close};
    uh_boot_ms now = {now_ms};
    if (key < UH_COUNT(keys)) {
        return keys[key](session, now);
    }
    if (key % 2) {
        return uh_session_stop(session, (uh_stop_reason)(key % 5), now);
    }
    const uh_status status = uh_session_skip(session, (uh_skip_reason)(key % 4), now);
    of->skipped += status == UH_OK;
    return status;
}

static void play(const uh_catalogue *catalogue, uh_session *session, bytes *from, int64_t now_ms)
{
    static const uint32_t steps_ms[] = {1, 100, 1000, 7000};
    watch of = {.latest_ms = now_ms};
    while (from->at < from->end) {
        uint32_t byte = take(from);
        now_ms += (int64_t)take(from) * steps_ms[byte >> 6];
        if (byte & 32) { /* without taking what is due */
            (void)press(session, byte & 15, now_ms, &of);
        }
        take_events(catalogue, session, now_ms, &of);
        uh_status status = press(session, byte & 15, now_ms, &of);
        expect(status != UH_ERR_PENDING);
        take_events(catalogue, session, now_ms, &of);
        check_view(session, now_ms);
    }
    if (session->state == UH_SESSION_PAUSED) {
        expect(uh_session_resume(session, (uh_boot_ms){now_ms}) == UH_OK);
    } else if (session->state == UH_SESSION_STOPPED) {
        expect(uh_session_end(session, (uh_boot_ms){now_ms}) == UH_OK);
    }
    take_events(catalogue, session, now_ms + (INT64_C(1) << 40), &of);
    expect(session->state == UH_SESSION_DONE);
    expect(of.begun <= of.records && of.records <= of.begun + of.skipped);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bytes from = {data, data + size};
    static uh_catalogue catalogue; /* checking it each time would be most of the work */
    uh_person person = uh_person_unknown();
    uh_screening screening = {0};
    uh_routine routine = {0};
    uh_session session;
    if (catalogue.image == NULL) {
        expect(uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &catalogue) ==
               UH_OK);
    }
    if (!make_routine(&catalogue, &from, &person, &screening, &routine)) {
        return 0;
    }
    uh_session_options options = uh_session_options_for(&person, &screening);
    options.speed_percent = 1 + take_two(&from);
    int64_t now_ms = take_two(&from);
    if (uh_session_start(&catalogue, &routine, options, (uh_boot_ms){now_ms}, &session) == UH_OK) {
        play(&catalogue, &session, &from, now_ms);
    }
    return 0;
}
