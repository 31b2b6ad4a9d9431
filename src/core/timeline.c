/* SPDX-License-Identifier: MIT */
#include "unhunch/timeline.h"

const char *uh_phase_name(uint32_t phase)
{
    static const char *const names[UH_PHASE_COUNT] = {
        [UH_PHASE_NEXT_STRETCH] = "next-stretch",
        [UH_PHASE_WAY_IN] = "way-in",
        [UH_PHASE_GET_READY] = "get-ready",
        [UH_PHASE_SWITCH_SIDE] = "switch-side",
        [UH_PHASE_MOVE_IN] = "move-in",
        [UH_PHASE_HOLD] = "hold",
        [UH_PHASE_RELEASE] = "release",
        [UH_PHASE_MOVE] = "move",
        [UH_PHASE_REST] = "rest",
        [UH_PHASE_WAY_OUT] = "way-out",
        [UH_PHASE_DONE] = "done",
    };
    return phase < UH_PHASE_COUNT ? names[phase] : "";
}

static const uh_routine_entry *entry_of(const uh_timeline *timeline)
{
    return &timeline->routine->entries[timeline->entry];
}

const uh_exercise *uh_timeline_exercise(const uh_timeline *timeline)
{
    return uh_catalogue_exercise(timeline->catalogue, entry_of(timeline)->exercise);
}

const uh_variant *uh_timeline_variant(const uh_timeline *timeline)
{
    return uh_exercise_variant(timeline->catalogue, uh_timeline_exercise(timeline),
                               entry_of(timeline)->variant);
}

static uint32_t last_side_number(const uh_timeline *timeline)
{
    const uh_routine_entry *entry = entry_of(timeline);
    return entry->first_side == UH_SIDE_BOTH || entry->one_side_only ? 0 : 1;
}

static uh_side side_of(const uh_timeline *timeline)
{
    uh_side first = entry_of(timeline)->first_side;
    if (timeline->side_number == 0) {
        return first;
    }
    return first == UH_SIDE_LEFT ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
}

/* A phase outside repetitions. */
static void enter(uh_timeline *timeline, uh_phase phase, uint32_t length_ms)
{
    timeline->phase = phase;
    timeline->length_ms = length_ms;
    timeline->side = side_of(timeline);
    timeline->repetition = 0;
    timeline->part = 0;
    timeline->pose = 0;
    timeline->breath = UH_BREATH_FREE;
}

/* Time in which the body only gets somewhere, or lets go. */
static uint32_t paced_ms(const uh_timeline *timeline, uint32_t ms)
{
    return timeline->routine->pace == UH_PACE_UNHURRIED ? ms + ms / 2 : ms;
}

static void enter_ready(uh_timeline *timeline)
{
    const uh_variant *variant = uh_timeline_variant(timeline);
    uint32_t own_ms = (uint32_t)variant->side_ready_ms;
    timeline->place = uh_variant_place(variant);
    enter(timeline, timeline->side_number == 0 ? UH_PHASE_GET_READY : UH_PHASE_SWITCH_SIDE,
          paced_ms(timeline, own_ms > UH_GET_READY_MS ? own_ms : UH_GET_READY_MS));
}

static void approach(uh_timeline *timeline, uint32_t way_ms)
{
    if (way_ms > 0) {
        enter(timeline, UH_PHASE_WAY_IN, paced_ms(timeline, way_ms));
    } else {
        enter_ready(timeline);
    }
}

static uint32_t change_ms(const uh_timeline *timeline)
{
    return uh_place_change_ms(timeline->place, uh_variant_place(uh_timeline_variant(timeline)));
}

/* The whole way: the place, and what the form needs to be set up there. */
static uint32_t way_in_ms(const uh_timeline *timeline)
{
    return change_ms(timeline) + (uint32_t)uh_timeline_variant(timeline)->setup_ms;
}

static void load_entry(uh_timeline *timeline, uint32_t index)
{
    timeline->entry = index;
    const uh_dose *dose = &entry_of(timeline)->dose;
    timeline->set = 1;
    timeline->side_number = 0;
    timeline->sets = dose->sets;
    timeline->repetitions = dose->repetitions;
    for (uint32_t i = 0; i < UH_REPETITIONS_MAX; i++) {
        timeline->hold_ms[i] = dose->hold_ms;
    }
}

uh_timeline uh_timeline_start(const uh_catalogue *catalogue, const uh_routine *routine)
{
    UH_ASSERT(routine->count > 0 && routine->count <= UH_ROUTINE_MAX);
    uh_timeline timeline = {.catalogue = catalogue, .routine = routine, .place = UH_PLACE_STANDING};
    load_entry(&timeline, 0);
    approach(&timeline, way_in_ms(&timeline));
    return timeline;
}

static void enter_part(uh_timeline *timeline, uint32_t repetition, uint32_t index)
{
    static const uh_phase phases[] = {
        [UH_PART_MOVE_IN] = UH_PHASE_MOVE_IN,
        [UH_PART_HOLD] = UH_PHASE_HOLD,
        [UH_PART_RELEASE] = UH_PHASE_RELEASE,
        [UH_PART_MOVE] = UH_PHASE_MOVE,
    };
    const uh_part *part =
        uh_variant_part(timeline->catalogue, uh_timeline_variant(timeline), index);
    bool hold = part->kind == UH_PART_HOLD;
    enter(timeline, phases[part->kind],
          hold ? timeline->hold_ms[repetition - 1] : (uint32_t)part->ms);
    timeline->repetition = repetition;
    timeline->part = index;
    timeline->pose = part->pose;
    timeline->breath = (uh_breath)part->breath;
}

static void leave_stretch(uh_timeline *timeline)
{
    if (timeline->entry + 1 < timeline->routine->count) {
        load_entry(timeline, timeline->entry + 1);
        enter(timeline, UH_PHASE_NEXT_STRETCH, paced_ms(timeline, UH_NEXT_STRETCH_MS));
    } else {
        uh_timeline_finish(timeline);
    }
}

static void leave_side(uh_timeline *timeline)
{
    if (timeline->side_number < last_side_number(timeline)) {
        timeline->side_number++;
        enter_ready(timeline);
    } else if (timeline->set < timeline->sets) {
        enter(timeline, UH_PHASE_REST, paced_ms(timeline, UH_REST_SET_MS));
    } else {
        leave_stretch(timeline);
    }
}

/* Only held repetitions are rested from; moving ones flow on. */
static void leave_repetition(uh_timeline *timeline)
{
    const uh_variant *variant = uh_timeline_variant(timeline);
    uint32_t repetition = timeline->repetition;
    if (repetition < timeline->repetitions && variant->mode == UH_MODE_HOLD) {
        enter(timeline, UH_PHASE_REST, paced_ms(timeline, UH_REST_REPETITION_MS));
        timeline->repetition = repetition;
    } else if (repetition < timeline->repetitions) {
        enter_part(timeline, repetition + 1, 0);
    } else if (variant->finish_ms > 0) {
        enter(timeline, UH_PHASE_RELEASE, (uint32_t)variant->finish_ms);
        timeline->part = variant->parts.count;
    } else {
        leave_side(timeline);
    }
}

static void leave_part(uh_timeline *timeline)
{
    const uh_variant *variant = uh_timeline_variant(timeline);
    if (timeline->part == variant->parts.count) {
        leave_side(timeline);
    } else if (timeline->part + 1 < variant->parts.count) {
        enter_part(timeline, timeline->repetition, timeline->part + 1);
    } else {
        leave_repetition(timeline);
    }
}

static void leave_rest(uh_timeline *timeline)
{
    if (timeline->repetition == 0) {
        timeline->set++;
        timeline->side_number = 0;
        enter_ready(timeline);
    } else if (timeline->repetition < timeline->repetitions) {
        enter_part(timeline, timeline->repetition + 1, 0);
    } else {
        /* the dose was made smaller during this rest */
        leave_repetition(timeline);
    }
}

bool uh_timeline_next(uh_timeline *timeline)
{
    switch (timeline->phase) {
    case UH_PHASE_NEXT_STRETCH:
        approach(timeline, way_in_ms(timeline));
        return true;
    case UH_PHASE_WAY_IN:
        enter_ready(timeline);
        return true;
    case UH_PHASE_GET_READY:
    case UH_PHASE_SWITCH_SIDE:
        enter_part(timeline, 1, 0);
        return true;
    case UH_PHASE_MOVE_IN:
    case UH_PHASE_HOLD:
    case UH_PHASE_RELEASE:
    case UH_PHASE_MOVE:
        leave_part(timeline);
        return true;
    case UH_PHASE_REST:
        leave_rest(timeline);
        return true;
    case UH_PHASE_WAY_OUT:
        uh_timeline_finish(timeline);
        return true;
    case UH_PHASE_DONE:
    case UH_PHASE_COUNT:
        break;
    }
    return false;
}

void uh_timeline_skip_stretch(uh_timeline *timeline)
{
    leave_stretch(timeline);
}

void uh_timeline_finish(uh_timeline *timeline)
{
    bool out = timeline->phase == UH_PHASE_WAY_OUT || timeline->phase == UH_PHASE_DONE;
    enter(timeline, out ? UH_PHASE_DONE : UH_PHASE_WAY_OUT,
          out ? 0 : paced_ms(timeline, uh_place_way_out_ms(timeline->place)));
}

void uh_timeline_restart_side(uh_timeline *timeline)
{
    bool left = change_ms(timeline) > 0; /* then what lay ready has to be set up again */
    approach(timeline, left ? way_in_ms(timeline) : 0);
}

/* Back to the last side of the stretch before. Where the body has already left it, its whole way in
 * is taken again. */
static void return_to_stretch_before(uh_timeline *timeline)
{
    bool still_there =
        timeline->phase == UH_PHASE_NEXT_STRETCH || timeline->phase == UH_PHASE_WAY_IN;
    load_entry(timeline, timeline->entry - 1);
    timeline->set = timeline->sets;
    timeline->side_number = last_side_number(timeline);
    approach(timeline, still_there ? change_ms(timeline) : way_in_ms(timeline));
}

static bool is_between(const uh_timeline *timeline)
{
    return timeline->phase == UH_PHASE_WAY_OUT ||
           (timeline->phase == UH_PHASE_REST && timeline->repetition == 0);
}

bool uh_timeline_previous_side(uh_timeline *timeline)
{
    if (is_between(timeline)) {
        uh_timeline_restart_side(timeline);
    } else if (timeline->side_number > 0) {
        timeline->side_number--;
        uh_timeline_restart_side(timeline);
    } else if (timeline->set > 1) {
        timeline->set--;
        timeline->side_number = last_side_number(timeline);
        uh_timeline_restart_side(timeline);
    } else if (timeline->entry > 0) {
        return_to_stretch_before(timeline);
    } else {
        return false;
    }
    return true;
}

uint64_t uh_timeline_remaining_ms(const uh_timeline *timeline)
{
    uh_timeline ahead = *timeline;
    uint64_t sum_ms = 0;
    while (uh_timeline_next(&ahead)) {
        sum_ms += ahead.length_ms;
    }
    return sum_ms;
}

uint64_t uh_timeline_total_ms(const uh_catalogue *catalogue, const uh_routine *routine)
{
    uh_timeline timeline = uh_timeline_start(catalogue, routine);
    return timeline.length_ms + uh_timeline_remaining_ms(&timeline);
}

uint64_t uh_timeline_side_ms(const uh_catalogue *catalogue, const uh_routine_entry *entry)
{
    uh_routine alone = {.count = 1, .entries = {*entry}};
    alone.entries[0].one_side_only = true;
    alone.entries[0].dose.sets = 1;
    uh_timeline timeline = uh_timeline_start(catalogue, &alone);
    uint64_t way_ms = timeline.phase == UH_PHASE_WAY_IN ? timeline.length_ms : 0;
    uint64_t sum_ms = timeline.length_ms - way_ms;
    while (uh_timeline_next(&timeline) && timeline.phase != UH_PHASE_WAY_OUT) {
        sum_ms += timeline.length_ms;
    }
    return sum_ms;
}
