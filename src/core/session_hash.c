/* SPDX-License-Identifier: MIT */
/* session_hash.c: the session as one number: what it means, never its bytes. */
#include "core/hash.h"
#include "core/session_inside.h"

static uint64_t hash_all(uint64_t hash, const uint64_t *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        hash = uh_hash_number(hash, list[i]);
    }
    return hash;
}

static uint64_t hash_timeline(uint64_t hash, const uh_timeline *timeline)
{
    const uint64_t list[] = {
        timeline->phase,  timeline->length_ms,   timeline->entry,       timeline->set,
        timeline->side,   timeline->side_number, timeline->repetition,  timeline->part,
        timeline->breath, timeline->sets,        timeline->repetitions, timeline->place,
    };
    hash = hash_all(hash, list, UH_COUNT(list));
    for (uint32_t i = 0; i < timeline->repetitions; i++) {
        hash = uh_hash_number(hash, timeline->hold_ms[i]);
    }
    return uh_hash_text(hash, uh_catalogue_text(timeline->catalogue, timeline->pose));
}

static uint64_t hash_record(uint64_t hash, const uh_set_record *record)
{
    const uint64_t list[] = {
        record->entry,
        record->exercise,
        record->variant,
        record->set,
        record->side,
        record->attempt,
        record->planned_hold_ms,
        record->planned_repetitions,
        record->actual_hold_ms,
        record->actual_repetitions,
        record->duration_ms,
        (uint64_t)record->began.ms,
        (uint64_t)record->ended.ms,
        record->end,
        record->reason,
        record->eased,
        record->uneven,
        record->simulated,
    };
    return hash_all(hash, list, UH_COUNT(list));
}

uint64_t uh_session_hash(const uh_session *session)
{
    const uint64_t list[] = {
        session->options.speed_percent,
        session->options.gentle,
        session->options.long_holds,
        session->state,
        session->stop_reason,
        (uint64_t)session->phase_began_ms,
        (uint64_t)session->paused_at_ms,
        (uint64_t)session->stopped_at_ms,
        (uint64_t)session->latest_ms,
        session->played_ms,
        session->total_after_ms,
        session->given,
        session->milestones,
        session->arrival,
        session->halfway_given,
        session->attempt,
        session->attempts_most,
        session->furthest,
        session->eased,
        session->uneven,
        session->last_entry,
        session->side_open,
        (uint64_t)session->side_began_ms,
        session->side_played_ms,
        session->side_hold_ms,
        session->side_repetitions,
        session->worked,
        session->urgent_count,
    };
    uint64_t hash = hash_all(uh_hash_start(), list, UH_COUNT(list));
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        hash = uh_hash_number(hash, session->held_ms[family]);
    }
    hash = hash_timeline(hash, &session->timeline);
    return hash_record(hash, &session->record);
}
