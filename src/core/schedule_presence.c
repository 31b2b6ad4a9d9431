/* SPDX-License-Identifier: MIT */
/* schedule_presence.c: who is at the desk, for how long, and what was a break. */
#include "core/schedule_inside.h"

/* What counts as being there without touching anything. */
#define ENGAGING (1U << UH_BUSY_MICROPHONE | 1U << UH_BUSY_CAMERA | 1U << UH_BUSY_INHIBITED)

int64_t uh_schedule_sitting_ms(const uh_schedule *schedule, int64_t at_ms)
{
    return schedule->sat_ms + (uh_is_here(schedule) ? at_ms - schedule->turned_ms : 0);
}

/* What of the time from turned_ms to at_ms is of this day. */
static int64_t of_today_ms(const uh_schedule *schedule, int64_t at_ms)
{
    return uh_later(at_ms - uh_later(schedule->turned_ms, schedule->day_began_ms), 0);
}

int64_t uh_schedule_day_sitting_ms(const uh_schedule *schedule, int64_t at_ms)
{
    return schedule->today.sitting_ms + (uh_is_here(schedule) ? of_today_ms(schedule, at_ms) : 0);
}

/* -- sitting -- */

/* Whoever is here sits down now. */
static void sit_down(uh_schedule *schedule, int64_t at_ms)
{
    schedule->turned_ms = at_ms;
    if (schedule->began_ms == UH_NO_MS) {
        schedule->began_ms = at_ms;
    }
}

static void stop_sitting(uh_schedule *schedule, int64_t at_ms)
{
    schedule->sat_ms += at_ms - schedule->turned_ms;
    schedule->today.sitting_ms += of_today_ms(schedule, at_ms);
    schedule->turned_ms = at_ms;
}

void uh_schedule_start_over(uh_schedule *schedule, int64_t at_ms)
{
    schedule->sat_ms = 0;
    schedule->began_ms = UH_NO_MS;
    schedule->phase = UH_SCHEDULE_WAITING;
    schedule->missed = false;
    schedule->shown_ms = UH_NO_MS;
    schedule->started_ms = UH_NO_MS;
    schedule->confirm_ms = UH_NO_MS;
    schedule->put_offs = 0;
    uh_schedule_let_go(schedule, at_ms);
    /* a prompt that was put off went with the break, but not the peace after coming back */
    schedule->floor_ms =
        uh_earlier(schedule->floor_ms, schedule->turned_ms + UH_SCHEDULE_SETTLE_MS);
    if (uh_is_here(schedule)) {
        sit_down(schedule, at_ms);
    }
}

/* -- breaks -- */

static void push_break(uh_schedule *schedule, uh_pause_kind pause, int64_t began_ms, int64_t at_ms)
{
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_BREAK, at_ms);
    event.pause = pause;
    event.began = uh_schedule_instant(schedule, began_ms);
    uh_schedule_push(schedule, &event);
}

int64_t uh_schedule_rest_when(const uh_schedule *schedule)
{
    if (uh_is_here(schedule) || schedule->rested) {
        return UH_NEVER_MS;
    }
    return schedule->turned_ms + (schedule->answering ? UH_SCHEDULE_WALK_MS : UH_SCHEDULE_REST_MS);
}

void uh_schedule_rest(uh_schedule *schedule, int64_t at_ms)
{
    schedule->rested = true;
    schedule->rested_as = UH_PAUSE_AWAY;
    schedule->today.breaks++;
    push_break(schedule, UH_PAUSE_AWAY, schedule->turned_ms, at_ms);
    uh_schedule_start_over(schedule, at_ms);
}

void uh_schedule_take_break(uh_schedule *schedule, uh_pause_kind pause, int64_t at_ms)
{
    schedule->today.stretches += pause == UH_PAUSE_STRETCH;
    uh_schedule_withdraw(schedule, UH_WITHDRAW_RESTED, at_ms);
    if (!uh_is_here(schedule) && schedule->rested) {
        /* a session without input was taken for an absence: it is one break, and this one */
        schedule->rested_as = pause;
        return;
    }
    if (uh_is_here(schedule)) {
        stop_sitting(schedule, at_ms);
    } else {
        schedule->rested = true;
        schedule->rested_as = pause;
    }
    schedule->today.breaks++;
    push_break(schedule, pause, at_ms, at_ms);
    uh_schedule_start_over(schedule, at_ms);
}

/* -- leaving and coming -- */

void uh_schedule_leave(uh_schedule *schedule, uint32_t why, int64_t since_ms, int64_t at_ms)
{
    if (uh_is_here(schedule)) {
        const int64_t left_ms = uh_earlier(uh_later(since_ms, schedule->turned_ms), at_ms);
        stop_sitting(schedule, left_ms);
        schedule->rested = false;
        schedule->answering =
            schedule->phase == UH_SCHEDULE_STARTED ||
            (schedule->shown_ms != UH_NO_MS && schedule->prompt != UH_PROMPT_POSTURE &&
             left_ms - schedule->shown_ms <= UH_SCHEDULE_ANSWER_MS);
        uh_schedule_withdraw(schedule, UH_WITHDRAW_AWAY, at_ms);
    }
    schedule->away |= why;
    schedule->idle_ms = UH_NO_MS;
    schedule->engaged_ms = UH_NO_MS;
    schedule->asked_ms = UH_NO_MS;
    schedule->still_ms = UH_NO_MS;
}

static void push_back(uh_schedule *schedule, int64_t left_ms, int64_t at_ms)
{
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_BACK, at_ms);
    event.pause = UH_PAUSE_AWAY;
    event.began = uh_schedule_instant(schedule, left_ms);
    event.length_ms = at_ms - left_ms;
    uh_schedule_push(schedule, &event);
}

void uh_schedule_come(uh_schedule *schedule, uint32_t why, int64_t at_ms)
{
    if ((schedule->away & why) == 0) {
        return;
    }
    schedule->away &= ~why;
    if (!uh_is_here(schedule)) {
        return;
    }
    const int64_t left_ms = schedule->turned_ms;
    sit_down(schedule, at_ms);
    if (schedule->rested && schedule->rested_as == UH_PAUSE_AWAY) {
        push_back(schedule, left_ms, at_ms);
    }
    schedule->still_ms = UH_NO_MS;
    schedule->floor_ms = uh_later(schedule->floor_ms, at_ms + UH_SCHEDULE_SETTLE_MS);
}

/* -- without input: away, or in a call -- */

static bool is_undecided(const uh_schedule *schedule)
{
    return schedule->idle_ms != UH_NO_MS && schedule->engaged_ms == UH_NO_MS;
}

/* Something else happens before anybody answered: then it was an absence. */
static void decide(uh_schedule *schedule, int64_t at_ms)
{
    if (is_undecided(schedule)) {
        uh_schedule_leave(schedule, UH_AWAY_IDLE, schedule->idle_ms, at_ms);
    }
}

void uh_schedule_hear_active(uh_schedule *schedule, int64_t at_ms)
{
    decide(schedule, at_ms);
    schedule->idle_ms = UH_NO_MS;
    schedule->engaged_ms = UH_NO_MS;
    schedule->still_ms = UH_NO_MS;
    uh_schedule_come(schedule, UH_AWAY_IDLE, at_ms);
}

void uh_schedule_hear_still(uh_schedule *schedule, int64_t since_ms, int64_t at_ms)
{
    (void)at_ms;
    if (uh_is_here(schedule)) {
        schedule->still_ms = since_ms;
    }
}

void uh_schedule_hear_idle(uh_schedule *schedule, int64_t since_ms, int64_t at_ms)
{
    if (at_ms - since_ms < schedule->settings.away_ms) {
        uh_schedule_hear_still(schedule, since_ms, at_ms);
        return;
    }
    if (!uh_is_here(schedule)) {
        schedule->away |= UH_AWAY_IDLE; /* behind a lock, too: unlocked without a hand it stays */
    } else if (schedule->idle_ms == UH_NO_MS) {
        schedule->still_ms = since_ms;
        schedule->idle_ms = uh_later(since_ms, schedule->turned_ms);
        schedule->asked_ms = UH_NO_MS;
        schedule->look_ms = at_ms;
    }
}

void uh_schedule_hear_leave(uh_schedule *schedule, uint32_t why, int64_t since_ms, int64_t at_ms)
{
    decide(schedule, at_ms);
    /* who was in a call until now leaves now, however long ago the last key was */
    uh_schedule_leave(schedule, why, schedule->engaged_ms != UH_NO_MS ? at_ms : since_ms, at_ms);
}

static void decide_by(uh_schedule *schedule, uint32_t busy, int64_t at_ms)
{
    const bool engaged = (busy & ENGAGING) != 0;
    if (engaged && at_ms - schedule->idle_ms < UH_SCHEDULE_ENGAGED_MS) {
        schedule->engaged_ms = at_ms;
        return;
    }
    const int64_t seen_ms = engaged ? UH_NO_MS : schedule->engaged_ms;
    uh_schedule_leave(schedule, UH_AWAY_IDLE, uh_later(seen_ms, schedule->idle_ms), at_ms);
}

void uh_schedule_hear_busy(uh_schedule *schedule, uint32_t busy, int64_t at_ms)
{
    schedule->busy = busy;
    schedule->asked_ms = UH_NO_MS;
    schedule->look_ms = at_ms + UH_SCHEDULE_LOOK_MS;
    if (schedule->idle_ms != UH_NO_MS) {
        decide_by(schedule, busy, at_ms);
    }
    uh_schedule_hear_free(schedule, (busy & schedule->settings.defer) == 0, at_ms);
}

int64_t uh_schedule_engaged_when(const uh_schedule *schedule)
{
    return schedule->engaged_ms == UH_NO_MS ? UH_NEVER_MS
                                            : schedule->idle_ms + UH_SCHEDULE_ENGAGED_MS;
}

void uh_schedule_disengage(uh_schedule *schedule, int64_t at_ms)
{
    uh_schedule_leave(schedule, UH_AWAY_IDLE, schedule->idle_ms, at_ms);
}
