/* SPDX-License-Identifier: MIT */
#include "core/session_inside.h"

const char *uh_set_end_name(uint32_t end)
{
    static const char *const names[] = {
        [UH_ENDED_COMPLETE] = "complete", [UH_ENDED_SKIPPED] = "skipped",
        [UH_ENDED_STOPPED] = "stopped",   [UH_ENDED_BACK] = "back",
        [UH_ENDED_EARLY] = "early",       [UH_ENDED_INTERRUPTED] = "interrupted",
    };
    return end < UH_COUNT(names) ? names[end] : "";
}

const char *uh_stop_reason_name(uint32_t reason)
{
    static const char *const names[] = {
        [UH_STOP_NONE] = "none",   [UH_STOP_PAIN] = "pain",   [UH_STOP_NERVE] = "nerve",
        [UH_STOP_DIZZY] = "dizzy", [UH_STOP_OTHER] = "other",
    };
    return reason < UH_COUNT(names) ? names[reason] : "";
}

const char *uh_skip_reason_name(uint32_t reason)
{
    static const char *const names[] = {
        [UH_SKIP_NOT_NOW] = "not-now",
        [UH_SKIP_NO_ROOM] = "no-room",
        [UH_SKIP_UNCOMFORTABLE] = "uncomfortable",
        [UH_SKIP_DONE_ALREADY] = "done-already",
    };
    return reason < UH_COUNT(names) ? names[reason] : "";
}

const char *uh_event_kind_name(uint32_t kind)
{
    static const char *const names[UH_EVENT_KIND_COUNT] = {
        [UH_EVENT_END] = "end",       [UH_EVENT_RECORD] = "record",
        [UH_EVENT_START] = "start",   [UH_EVENT_SIDE] = "side",
        [UH_EVENT_CUE] = "cue",       [UH_EVENT_COUNT_DOWN] = "count",
        [UH_EVENT_BREATH] = "breath", [UH_EVENT_MILESTONE] = "milestone",
    };
    return kind < UH_EVENT_KIND_COUNT ? names[kind] : "";
}

/* How far the routine is, counted in sides from 1. */
static uint32_t position_of(const uh_timeline *timeline)
{
    return (timeline->entry * UH_SETS_MAX + timeline->set - 1) * 2 + timeline->side_number + 1;
}

/* A side that was reached before gets a number that nothing in this session has had: which numbers
 * it had is not kept, so that a session stays one small value. */
static uint32_t next_attempt(const uh_session *session)
{
    return position_of(&session->timeline) > session->furthest ? 1 : session->attempts_most + 1;
}

void uh_session_open_side(uh_session *session, int64_t now_ms)
{
    uint32_t position = position_of(&session->timeline);
    session->attempt = next_attempt(session);
    if (session->attempt > session->attempts_most) {
        session->attempts_most = session->attempt;
    }
    if (position > session->furthest) {
        session->furthest = position;
    }
    if (session->timeline.side_number == 0) {
        session->uneven = false;
    }
    session->side_open = true;
    session->side_began_ms = now_ms;
    session->side_played_ms = session->played_ms;
    session->last_entry = session->timeline.entry + 1;
    session->side_hold_ms = 0;
    session->side_repetitions = 0;
}

/* A held repetition is done with its last hold, a moving one with its last part. */
static bool completes_repetition(const uh_timeline *timeline)
{
    if (timeline->repetition == 0 || timeline->phase == UH_PHASE_REST) {
        return false;
    }
    const uh_variant *variant = uh_timeline_variant(timeline);
    uint32_t last = variant->parts.count - 1;
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        if (uh_variant_part(timeline->catalogue, variant, i)->kind == UH_PART_HOLD) {
            last = i;
        }
    }
    return timeline->part == last;
}

void uh_session_count_work(uh_session *session, uint32_t elapsed_ms, bool whole)
{
    if (session->timeline.phase == UH_PHASE_HOLD) {
        session->side_hold_ms += elapsed_ms;
        session->held_ms[uh_timeline_exercise(&session->timeline)->family] += elapsed_ms;
    }
    if (whole && completes_repetition(&session->timeline)) {
        session->side_repetitions++;
        session->worked |= UINT64_C(1) << session->timeline.entry;
    }
}

/* Of one side of one set, as the routine has it. */
static uint32_t planned_hold_ms(const uh_session *session, const uh_routine_entry *entry)
{
    uh_routine_entry side = *entry;
    side.one_side_only = true;
    side.dose.sets = 1;
    return uh_entry_hold_ms(session->catalogue, &side);
}

static uh_set_record record_of(const uh_session *session)
{
    const uh_timeline *timeline = &session->timeline;
    const uh_routine_entry *entry = &session->routine->entries[timeline->entry];
    return (uh_set_record){
        .entry = timeline->entry,
        .exercise = entry->exercise,
        .variant = entry->variant,
        .set = timeline->set,
        .side = timeline->side,
        .attempt = session->attempt,
        .planned_hold_ms = planned_hold_ms(session, entry),
        .planned_repetitions = entry->dose.repetitions,
        .actual_hold_ms = session->side_hold_ms,
        .actual_repetitions = session->side_repetitions,
        .began = {session->side_began_ms},
        .eased = session->eased != 0,
        .uneven = session->uneven != 0,
        .simulated = session->options.speed_percent != 100,
    };
}

void uh_session_close_side(uh_session *session, uh_set_end end, uint32_t reason, int64_t now_ms,
                           uint64_t session_ms)
{
    if (!session->side_open) {
        return;
    }
    session->side_open = false;
    session->record = record_of(session);
    session->record.duration_ms = session_ms - session->side_played_ms;
    session->record.ended = (uh_boot_ms){now_ms};
    session->record.end = end;
    session->record.reason = reason;
    uh_session_event event = uh_session_event_of(session, UH_EVENT_RECORD, now_ms, session_ms);
    uh_session_push(session, &event);
}

/* Neither the pause before a stretch nor the way up from the last one belongs to what comes. */
static bool is_between(const uh_timeline *timeline)
{
    return timeline->phase == UH_PHASE_NEXT_STRETCH || timeline->phase == UH_PHASE_WAY_OUT ||
           timeline->phase == UH_PHASE_DONE;
}

bool uh_session_charge(const uh_session *session, uh_stop_charge *ret_charge)
{
    const uh_timeline *timeline = &session->timeline;
    const uh_set_record *record = &session->record;
    const bool between = is_between(timeline);
    /* stopped in a side: it is closed, and its record says which it was */
    const bool in_side = session->side_open || (session->state == UH_SESSION_STOPPED && !between &&
                                                record->end == UH_ENDED_STOPPED &&
                                                record->ended.ms == session->stopped_at_ms);
    if (between && session->last_entry == 0) {
        return false;
    }
    const uint32_t index = between ? session->last_entry - 1 : timeline->entry;
    const uh_routine_entry *entry = &session->routine->entries[index];
    *ret_charge =
        (uh_stop_charge){entry->exercise, entry->variant, in_side ? timeline->side : UH_SIDE_BOTH};
    return true;
}

const uh_set_record *uh_session_record(const uh_session *session)
{
    return &session->record;
}
