/* SPDX-License-Identifier: MIT */
#include "core/session_inside.h"

#include <string.h>

enum {
    GUIDE_IN_MS = 4000, /* the breath guide through holds (D-20) */
    GUIDE_OUT_MS = 6000,
    HOLD_STEP_MS = 10000 /* several steps of one hold take turns */
};

static double share(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 1.0 : (double)part / (double)whole;
}

/* Slow at both ends, as lungs are. */
static double smooth(double x)
{
    return x * x * (3.0 - 2.0 * x);
}

/* -- the breath
 * ---------------------------------------------------------------------------------------- */

static void guide(uh_session_view *view, uh_breath breath, double progress)
{
    view->guide = breath;
    view->guide_fill = breath == UH_BREATH_IN ? smooth(progress) : 1.0 - smooth(progress);
}

static void look_at_breath(uh_session_view *view)
{
    if (view->breath != UH_BREATH_FREE) {
        view->breath_progress = view->phase_progress;
        guide(view, view->breath, view->phase_progress);
    } else if (view->phase == UH_PHASE_HOLD) {
        uint32_t within_ms = view->phase_elapsed_ms % (GUIDE_IN_MS + GUIDE_OUT_MS);
        if (within_ms < GUIDE_IN_MS) {
            guide(view, UH_BREATH_IN, share(within_ms, GUIDE_IN_MS));
        } else {
            guide(view, UH_BREATH_OUT, share(within_ms - GUIDE_IN_MS, GUIDE_OUT_MS));
        }
    }
}

/* -- the step
 * ------------------------------------------------------------------------------------------ */

typedef struct step_list {
    uint32_t count;
    uint32_t steps[2 * UH_STEPS_MAX]; /* of the switch, then of the set-up */
} step_list;

static bool same_text(const uh_catalogue *catalogue, uh_text a, uh_text b)
{
    return a == b || strcmp(uh_catalogue_text(catalogue, a), uh_catalogue_text(catalogue, b)) == 0;
}

static void collect(const uh_timeline *timeline, uh_step_at at, step_list *list)
{
    const uh_exercise *exercise = uh_timeline_exercise(timeline);
    uint32_t variant = timeline->routine->entries[timeline->entry].variant;
    uint32_t count = uh_exercise_step_count(timeline->catalogue, exercise, variant);
    for (uint32_t i = 0; i < count; i++) {
        const uh_step *step = uh_exercise_step(timeline->catalogue, exercise, variant, i);
        if (step->at == (uint32_t)at &&
            (step->pose == 0 || same_text(timeline->catalogue, step->pose, timeline->pose))) {
            list->steps[list->count++] = i;
        }
    }
}

static step_list steps_of(const uh_timeline *timeline)
{
    step_list list = {.count = 0};
    switch (timeline->phase) {
    case UH_PHASE_SWITCH_SIDE:
        collect(timeline, UH_STEP_SWITCH, &list);
        collect(timeline, UH_STEP_SET_UP, &list);
        break;
    case UH_PHASE_NEXT_STRETCH:
    case UH_PHASE_WAY_IN:
    case UH_PHASE_GET_READY:
        collect(timeline, UH_STEP_SET_UP, &list);
        break;
    case UH_PHASE_MOVE_IN:
    case UH_PHASE_MOVE:
        collect(timeline, UH_STEP_MOVE, &list);
        break;
    case UH_PHASE_HOLD:
        collect(timeline, UH_STEP_HOLD, &list);
        break;
    case UH_PHASE_RELEASE:
        collect(timeline, UH_STEP_RELEASE, &list);
        break;
    case UH_PHASE_REST:
    case UH_PHASE_WAY_OUT:
    case UH_PHASE_DONE:
    case UH_PHASE_COUNT:
        break;
    }
    return list;
}

static uint32_t step_of(const uh_timeline *timeline, uint32_t elapsed_ms)
{
    step_list list = steps_of(timeline);
    if (list.count == 0) {
        return UINT32_MAX;
    }
    if (timeline->phase == UH_PHASE_HOLD) {
        return list.steps[elapsed_ms / HOLD_STEP_MS % list.count];
    }
    uint64_t turn = (uint64_t)elapsed_ms * list.count / (timeline->length_ms + 1);
    return list.steps[turn];
}

/* -- what comes
 * ---------------------------------------------------------------------------------------- */

static void name_next(uh_session_view *view, const uh_routine_entry *entry, uh_side side,
                      uint32_t set)
{
    view->has_next = true;
    view->next_exercise = entry->exercise;
    view->next_variant = entry->variant;
    view->next_side = side;
    view->next_set = set;
}

static uh_side other_side(uh_side side)
{
    return side == UH_SIDE_LEFT ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
}

static void look_ahead(uh_session_view *view, const uh_routine *routine)
{
    const uh_routine_entry *entry = &routine->entries[view->entry];
    if (view->phase == UH_PHASE_WAY_OUT || view->phase == UH_PHASE_DONE) {
        return;
    }
    if (view->side_number + 1 < view->side_count) {
        name_next(view, entry, other_side(entry->first_side), view->set);
    } else if (view->set < view->sets) {
        name_next(view, entry, entry->first_side, view->set + 1);
    } else if (view->entry + 1 < routine->count) {
        name_next(view, entry + 1, entry[1].first_side, 1);
    }
}

/* -- the view
 * ------------------------------------------------------------------------------------------ */

static uint32_t count_bits(uint64_t bits)
{
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

static void look_at_time(uh_session_view *view, const uh_session *session, uint32_t elapsed_ms)
{
    view->phase_length_ms = session->timeline.length_ms;
    view->phase_elapsed_ms = elapsed_ms;
    view->phase_remaining_ms = view->phase_length_ms - elapsed_ms;
    view->phase_progress = share(elapsed_ms, view->phase_length_ms);
    view->session_elapsed_ms = session->played_ms + elapsed_ms;
    view->session_remaining_ms = view->phase_remaining_ms + session->total_after_ms;
    view->session_progress =
        share(view->session_elapsed_ms, view->session_elapsed_ms + view->session_remaining_ms);
}

uh_session_view uh_session_look(const uh_session *session, uh_boot_ms now)
{
    const uh_timeline *timeline = &session->timeline;
    const uh_routine_entry *entry = &session->routine->entries[timeline->entry];
    bool stopped = session->state == UH_SESSION_STOPPED;
    uh_session_view view = {
        .state = session->state,
        .stop_reason = session->stop_reason,
        .can_undo = stopped && now.ms - session->stopped_at_ms <= UH_UNDO_MS,
        .phase = timeline->phase,
        .entry = timeline->entry,
        .entries = session->routine->count,
        .entries_worked = count_bits(session->worked),
        .exercise = entry->exercise,
        .variant = entry->variant,
        .set = timeline->set,
        .sets = timeline->sets,
        .side = timeline->side,
        .side_number = timeline->side_number,
        .side_count = entry->first_side == UH_SIDE_BOTH || entry->one_side_only ? 1 : 2,
        .repetition = timeline->repetition,
        .repetitions = timeline->repetitions,
        .part = timeline->part,
        .pose = timeline->pose,
        .place = timeline->place,
        .breath = timeline->breath,
        .eased = session->eased != 0,
    };
    look_at_time(&view, session, uh_session_phase_elapsed_ms(session, now.ms));
    view.step = step_of(timeline, view.phase_elapsed_ms);
    look_at_breath(&view);
    look_ahead(&view, session->routine);
    return view;
}
