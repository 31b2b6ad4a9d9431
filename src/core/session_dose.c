/* SPDX-License-Identifier: MIT */
/* session_dose.c: ease, more and less: the dose of the stretch that is being done. */
#include "core/session_inside.h"

/* The work of the side is over; only the way back to its start is left. */
static bool is_last_release(const uh_timeline *timeline)
{
    return timeline->phase == UH_PHASE_RELEASE && timeline->repetition == 0;
}

/* Doses change from a repetition on; the ones before it are done. Counted from 0. */
static uint32_t first_open_repetition(const uh_timeline *timeline)
{
    if (timeline->repetition == 0) {
        return is_last_release(timeline) ? timeline->repetitions : 0;
    }
    if (timeline->phase == UH_PHASE_REST) {
        return timeline->repetition;
    }
    const uh_variant *variant = uh_timeline_variant(timeline);
    for (uint32_t i = timeline->part; i < variant->parts.count; i++) {
        if (uh_variant_part(timeline->catalogue, variant, i)->kind == UH_PART_HOLD) {
            return timeline->repetition - 1;
        }
    }
    return timeline->repetition;
}

/* What a hold becomes. */
typedef uint32_t hold_change(uint32_t hold_ms, uint32_t ceiling_ms);

static uint32_t eased_hold(uint32_t hold_ms, uint32_t ceiling_ms)
{
    (void)ceiling_ms;
    /* to the half second: a length that can be said */
    uint32_t eased_ms = hold_ms * UH_EASE_PERCENT / 100 / 500 * 500;
    if (hold_ms <= UH_EASE_HOLD_MIN_MS) {
        return hold_ms;
    }
    return eased_ms > UH_EASE_HOLD_MIN_MS ? eased_ms : UH_EASE_HOLD_MIN_MS;
}

static uint32_t longer_hold(uint32_t hold_ms, uint32_t ceiling_ms)
{
    uint32_t longer_ms = hold_ms + UH_TIME_STEP_MS;
    if (hold_ms >= ceiling_ms) {
        return hold_ms;
    }
    return longer_ms < ceiling_ms ? longer_ms : ceiling_ms;
}

static uint32_t shorter_hold(uint32_t hold_ms, uint32_t ceiling_ms)
{
    (void)ceiling_ms;
    if (hold_ms <= UH_EASE_HOLD_MIN_MS) {
        return hold_ms;
    }
    return hold_ms > UH_EASE_HOLD_MIN_MS + UH_TIME_STEP_MS ? hold_ms - UH_TIME_STEP_MS
                                                           : UH_EASE_HOLD_MIN_MS;
}

/* Changes the holds that are to come and the one that runs; false where none became another. */
static bool change_holds(uh_timeline *timeline, hold_change *change, uint32_t ceiling_ms,
                         uint32_t elapsed_ms)
{
    bool changed = false;
    for (uint32_t i = first_open_repetition(timeline); i < timeline->repetitions; i++) {
        uint32_t hold_ms = change(timeline->hold_ms[i], ceiling_ms);
        changed |= hold_ms != timeline->hold_ms[i];
        timeline->hold_ms[i] = hold_ms;
    }
    if (changed && timeline->phase == UH_PHASE_HOLD) {
        uint32_t *hold_ms = &timeline->hold_ms[timeline->repetition - 1];
        if (*hold_ms < elapsed_ms) {
            *hold_ms = elapsed_ms;
        }
        timeline->length_ms = *hold_ms;
    }
    return changed;
}

/* The repetitions that are left at least: the present one, and the ones that are done. */
static uint32_t repetitions_begun(const uh_timeline *timeline)
{
    if (is_last_release(timeline)) {
        return timeline->repetitions;
    }
    return timeline->repetition > 0 ? timeline->repetition : 1;
}

static bool change_repetitions(uh_timeline *timeline, uint32_t wanted)
{
    uint32_t least = repetitions_begun(timeline);
    uint32_t repetitions = wanted > least ? wanted : least;
    bool changed = repetitions != timeline->repetitions;
    if (changed && repetitions > timeline->repetitions) {
        timeline->hold_ms[repetitions - 1] = timeline->hold_ms[timeline->repetitions - 1];
    }
    timeline->repetitions = repetitions;
    return changed;
}

/* -- the commands
 * --------------------------------------------------------------------------------------- */

/* A side that runs or is to come can be changed; the way up cannot. */
static uh_status hear(const uh_session *session, uh_boot_ms now)
{
    uh_status status =
        uh_session_hear(session, now, 1U << UH_SESSION_RUNNING | 1U << UH_SESSION_PAUSED);
    if (status == UH_OK && session->timeline.phase == UH_PHASE_WAY_OUT) {
        return UH_ERR_STATE;
    }
    return status;
}

static uint32_t elapsed_at(const uh_session *session, uh_boot_ms now)
{
    return uh_session_phase_elapsed_ms(session, uh_session_moment(session, now));
}

static void adopt(uh_session *session, const uh_timeline *changed, uh_cue cue, uh_boot_ms now)
{
    uint32_t elapsed_ms = elapsed_at(session, now);
    session->latest_ms = uh_session_moment(session, now);
    session->timeline = *changed;
    session->total_after_ms = uh_timeline_remaining_ms(changed);
    if (changed->side_number > 0) {
        session->uneven = true;
    }
    uh_session_recount(session, elapsed_ms);
    uh_session_say(session, cue, session->latest_ms, elapsed_ms);
}

uh_status uh_session_ease(uh_session *session, uh_boot_ms now)
{
    uh_status status = hear(session, now);
    if (status != UH_OK) {
        return status;
    }
    uh_timeline changed = session->timeline;
    uint32_t elapsed_ms = elapsed_at(session, now);
    if (!change_holds(&changed, eased_hold, 0, elapsed_ms)) {
        (void)change_repetitions(&changed, changed.repetitions * UH_EASE_PERCENT / 100);
    }
    session->eased = true;
    adopt(session, &changed, UH_CUE_EASED, now);
    return UH_OK;
}

/* How far more time may go: the ceiling, the start dose for the gentle, 30 s without the long
 * holds. */
static uh_dose most(const uh_session *session)
{
    const uh_variant *variant = uh_timeline_variant(&session->timeline);
    uh_dose dose =
        session->options.gentle ? uh_dose_at(variant, UH_LEVEL_START) : uh_dose_ceiling(variant);
    if (!session->options.long_holds && dose.hold_ms > UH_LONG_HOLD_MS) {
        dose.hold_ms = UH_LONG_HOLD_MS;
    }
    return dose;
}

static uint32_t family_of(const uh_session *session, uint32_t entry)
{
    return uh_catalogue_exercise(session->catalogue, session->routine->entries[entry].exercise)
        ->family;
}

/* Is this all that was or will be held for the family today? */
static bool is_only_one(const uh_session *session, uint32_t family)
{
    uint32_t others = 0;
    for (uint32_t i = 0; i < session->routine->count; i++) {
        others += i != session->timeline.entry && family_of(session, i) == family &&
                  uh_entry_hold_ms(session->catalogue, &session->routine->entries[i]) > 0;
    }
    return others == 0 && session->options.held_ms[family] == 0;
}

/* What is to be held from here on, with the hold that runs. */
static uint64_t to_hold_ms(const uh_session *session, const uh_timeline *timeline, uint32_t family)
{
    uh_timeline ahead = *timeline;
    uint64_t sum_ms = 0;
    do {
        if (ahead.phase == UH_PHASE_HOLD && family_of(session, ahead.entry) == family) {
            sum_ms += ahead.length_ms;
        }
    } while (uh_timeline_next(&ahead));
    return sum_ms;
}

/* As the gate judges a routine: a single stretch may reach its own most, and a tour is exempt. */
static bool fits_day(const uh_session *session, const uh_timeline *changed)
{
    const uint32_t family = family_of(session, changed->entry);
    return session->routine->tour || is_only_one(session, family) ||
           (uint64_t)session->options.held_ms[family] + session->held_ms[family] +
                   to_hold_ms(session, changed, family) <=
               UH_FAMILY_HOLD_PER_DAY_MS;
}

static bool counts_in_holds(const uh_timeline *timeline)
{
    return uh_timeline_variant(timeline)->mode == UH_MODE_HOLD;
}

uh_status uh_session_more(uh_session *session, uh_boot_ms now)
{
    uh_status status = hear(session, now);
    if (status != UH_OK) {
        return status;
    }
    uh_dose limit = most(session);
    uh_timeline changed = session->timeline;
    uint32_t elapsed_ms = elapsed_at(session, now);
    bool done = counts_in_holds(&changed)
                    ? change_holds(&changed, longer_hold, limit.hold_ms, elapsed_ms)
                    : !is_last_release(&changed) && changed.repetitions < limit.repetitions &&
                          change_repetitions(&changed, changed.repetitions + 1);
    if (!done || !fits_day(session, &changed)) {
        return UH_ERR_RANGE;
    }
    adopt(session, &changed, UH_CUE_MORE, now);
    return UH_OK;
}

uh_status uh_session_less(uh_session *session, uh_boot_ms now)
{
    uh_status status = hear(session, now);
    if (status != UH_OK) {
        return status;
    }
    uh_timeline changed = session->timeline;
    uint32_t elapsed_ms = elapsed_at(session, now);
    bool done = counts_in_holds(&changed) ? change_holds(&changed, shorter_hold, 0, elapsed_ms)
                                          : change_repetitions(&changed, changed.repetitions - 1);
    if (!done) {
        return UH_ERR_RANGE;
    }
    adopt(session, &changed, UH_CUE_LESS, now);
    return UH_OK;
}
