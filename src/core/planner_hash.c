/* SPDX-License-Identifier: MIT */
/* planner_hash.c: a plan as one number. */
#include "core/hash.h"
#include "unhunch/planner.h"

static uint64_t hash_all(uint64_t hash, const uint64_t *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        hash = uh_hash_number(hash, list[i]);
    }
    return hash;
}

static uint64_t hash_entry(uint64_t hash, const uh_routine_entry *entry)
{
    const uint64_t list[] = {entry->exercise,         entry->variant,   entry->dose.hold_ms,
                             entry->dose.repetitions, entry->dose.sets, entry->first_side,
                             entry->one_side_only};
    return hash_all(hash, list, UH_COUNT(list));
}

static uint64_t hash_reason(uint64_t hash, const uh_plan_reason *reason)
{
    const uint64_t list[] = {reason->code,  reason->entry, reason->other, reason->bits,
                             reason->count, reason->of,    reason->ms};
    return hash_all(hash, list, UH_COUNT(list));
}

uint64_t uh_plan_hash(uint64_t hash, const uh_plan *plan)
{
    const uint64_t list[] = {
        plan->routine.count,   plan->routine.context, plan->routine.pace,     plan->duration_ms,
        (uint64_t)plan->score, plan->notes,           plan->enough,           plan->wish,
        plan->refusal.kind,    plan->refusal.minutes, plan->refusal.exercise, plan->refusal.bits,
        plan->reason_count};
    hash = hash_all(hash, list, UH_COUNT(list));
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        hash = hash_entry(hash, &plan->routine.entries[i]);
    }
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        hash = hash_reason(hash, &plan->reasons[i]);
    }
    return hash;
}
