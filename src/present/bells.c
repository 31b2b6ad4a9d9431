/* SPDX-License-Identifier: MIT */
#include "unhunch/bells.h"

/* Quick bells are 200 ms apart, slow ones 600: many terminals swallow what comes closer. */
static const uh_bell_pattern patterns[UH_BELL_KINDS] = {
    [UH_BELL_NONE] = {"none", 0, {0}},
    [UH_BELL_START] = {"start", 3, {0, 600, 800}},
    [UH_BELL_MOVE] = {"move", 1, {0}},
    [UH_BELL_HOLD] = {"hold", 2, {0, 200}},
    [UH_BELL_RELEASE] = {"release", 3, {0, 200, 400}},
    [UH_BELL_SIDE] = {"side", 2, {0, 600}},
    [UH_BELL_COUNT] = {"count", 1, {0}},
    [UH_BELL_NEXT] = {"next", 3, {0, 200, 800}},
    [UH_BELL_DONE] = {"done", 3, {0, 600, 1200}},
    [UH_BELL_STOPPED] = {"stopped", 5, {0, 200, 400, 600, 800}},
};

const uh_bell_pattern *uh_bell_pattern_of(uh_bell bell)
{
    UH_ASSERT(bell < UH_BELL_KINDS);
    return &patterns[bell];
}

static const uh_bell by_phase[UH_PHASE_COUNT] = {
    [UH_PHASE_NEXT_STRETCH] = UH_BELL_NEXT, [UH_PHASE_WAY_IN] = UH_BELL_START,
    [UH_PHASE_GET_READY] = UH_BELL_START,   [UH_PHASE_SWITCH_SIDE] = UH_BELL_SIDE,
    [UH_PHASE_MOVE_IN] = UH_BELL_MOVE,      [UH_PHASE_HOLD] = UH_BELL_HOLD,
    [UH_PHASE_RELEASE] = UH_BELL_RELEASE,   [UH_PHASE_MOVE] = UH_BELL_MOVE,
    [UH_PHASE_REST] = UH_BELL_NONE,         [UH_PHASE_WAY_OUT] = UH_BELL_RELEASE,
    [UH_PHASE_DONE] = UH_BELL_DONE,
};

uh_bell uh_bell_for(const uh_session_event *event)
{
    switch (event->kind) {
    case UH_EVENT_START:
        return by_phase[event->phase];
    case UH_EVENT_COUNT_DOWN:
        return UH_BELL_COUNT;
    case UH_EVENT_CUE:
        return event->cue == UH_CUE_STOPPED ? UH_BELL_STOPPED : UH_BELL_NONE;
    case UH_EVENT_END:
    case UH_EVENT_RECORD:
    case UH_EVENT_SIDE:
    case UH_EVENT_BREATH:
    case UH_EVENT_MILESTONE:
    case UH_EVENT_KIND_COUNT:
        break;
    }
    return UH_BELL_NONE;
}

static bool sounds(const uh_bells *bells)
{
    return bells->next < patterns[bells->bell].count;
}

void uh_bells_ring(uh_bells *bells, uh_bell bell, uh_boot_ms now)
{
    UH_ASSERT(bell < UH_BELL_KINDS);
    const bool single = patterns[bell].count <= 1;
    const int64_t free_at = bells->rang ? bells->last.ms + UH_BELL_SILENCE_MS : now.ms;
    /* one lone bell among others says nothing */
    if (bell == UH_BELL_NONE || (single && (sounds(bells) || free_at > now.ms))) {
        return;
    }
    bells->bell = bell;
    bells->next = 0;
    bells->began.ms = free_at > now.ms ? free_at : now.ms;
}

uh_boot_ms uh_bells_deadline(const uh_bells *bells)
{
    if (!sounds(bells)) {
        return UH_NEVER;
    }
    return (uh_boot_ms){bells->began.ms + patterns[bells->bell].at_ms[bells->next]};
}

bool uh_bells_due(uh_bells *bells, uh_boot_ms now)
{
    const int64_t deadline_ms = uh_bells_deadline(bells).ms;
    if (deadline_ms > now.ms) {
        return false;
    }
    /* a late bell moves the rest along: a rhythm that is made up for is another rhythm */
    bells->began.ms += now.ms - deadline_ms;
    bells->next++;
    bells->last = now;
    bells->rang = true;
    return true;
}

void uh_bells_hush(uh_bells *bells)
{
    bells->next = patterns[bells->bell].count;
}
