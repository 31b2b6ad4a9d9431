/* SPDX-License-Identifier: MIT */
#include "core/schedule_inside.h"

/* What time alone brings about. Of those due at the same moment the first in this table happens
 * first: a day ends before it is looked whether a break is due, and it is looked once more before
 * a prompt is shown. `written`: it changes what uh_schedule_write() writes. */
static const struct {
    int64_t (*when)(const uh_schedule *schedule);
    void (*happen)(uh_schedule *schedule, int64_t at_ms);
    bool written;
} transitions[] = {
    {uh_schedule_day_when, uh_schedule_end_day, true},
    {uh_schedule_hours_when, uh_schedule_turn_hours, false},
    {uh_schedule_moment_when, uh_schedule_turn_moment, false},
    {uh_schedule_quiet_when, uh_schedule_end_quiet, true},
    {uh_schedule_unanswered_when, uh_schedule_give_up_asking, false},
    {uh_schedule_engaged_when, uh_schedule_disengage, false},
    {uh_schedule_rest_when, uh_schedule_rest, true},
    {uh_schedule_look_when, uh_schedule_ask, false},
    {uh_schedule_unseen_when, uh_schedule_be_unseen, true},
    {uh_schedule_started_when, uh_schedule_let_go, true},
    {uh_schedule_soon_when, uh_schedule_say_soon, true},
    {uh_schedule_due_when, uh_schedule_be_due, true},
    {uh_schedule_show_when, uh_schedule_show, true},
};

uh_instant uh_schedule_instant(const uh_schedule *schedule, int64_t boot_ms)
{
    return (uh_instant){{boot_ms}, {boot_ms + schedule->wall_ms}};
}

uh_schedule_event uh_schedule_event_at(const uh_schedule *schedule, uh_schedule_event_kind kind,
                                       int64_t at_ms)
{
    return (uh_schedule_event){
        .kind = kind,
        .at = uh_schedule_instant(schedule, at_ms),
        .sitting_ms = uh_schedule_sitting_ms(schedule, at_ms),
        .prompt = schedule->prompt,
        .put_offs = schedule->put_offs,
        .snooze_ms = uh_schedule_snooze_most_ms(schedule),
    };
}

void uh_schedule_push(uh_schedule *schedule, const uh_schedule_event *event)
{
    UH_ASSERT(schedule->queue_count < UH_SCHEDULE_QUEUE);
    schedule->queue[schedule->queue_count++] = *event;
}

static uh_schedule_event pop(uh_schedule *schedule)
{
    const uh_schedule_event first = schedule->queue[0];
    schedule->queue_count--;
    for (uint32_t i = 0; i < schedule->queue_count; i++) {
        schedule->queue[i] = schedule->queue[i + 1];
    }
    return first;
}

/* Which transition is next, and when. */
static uint32_t next_transition(const uh_schedule *schedule, int64_t *ret_at_ms)
{
    uint32_t next = 0;
    int64_t earliest_ms = UH_NEVER_MS;
    for (uint32_t i = 0; i < UH_COUNT(transitions); i++) {
        const int64_t when_ms = uh_later(transitions[i].when(schedule), schedule->latest_ms);
        if (when_ms < earliest_ms) {
            earliest_ms = when_ms;
            next = i;
        }
    }
    *ret_at_ms = earliest_ms;
    return next;
}

int64_t uh_schedule_change_ms(const uh_schedule *schedule)
{
    int64_t earliest_ms = UH_NEVER_MS;
    for (uint32_t i = 0; i < UH_COUNT(transitions); i++) {
        if (transitions[i].written) {
            earliest_ms = uh_earlier(earliest_ms, transitions[i].when(schedule));
        }
    }
    return uh_later(earliest_ms, schedule->latest_ms);
}

uh_boot_ms uh_schedule_deadline(const uh_schedule *schedule)
{
    int64_t at_ms = schedule->latest_ms;
    if (schedule->queue_count == 0) {
        (void)next_transition(schedule, &at_ms);
    }
    return (uh_boot_ms){at_ms};
}

bool uh_schedule_next(uh_schedule *schedule, uh_boot_ms now, uh_schedule_event *ret_event)
{
    while (schedule->queue_count == 0) {
        int64_t at_ms = 0;
        const uint32_t next = next_transition(schedule, &at_ms);
        if (at_ms > now.ms) {
            return false;
        }
        schedule->latest_ms = at_ms;
        transitions[next].happen(schedule, at_ms);
    }
    *ret_event = pop(schedule);
    return true;
}

uh_boot_ms uh_schedule_gap(const uh_schedule *schedule, uh_boot_ms now, int64_t slept_ms)
{
    const int64_t deadline_ms = uh_schedule_deadline(schedule).ms;
    if ((schedule->away & UH_AWAY_ASLEEP) != 0) {
        return UH_NEVER;
    }
    if (slept_ms >= UH_GAP_MS) { /* a timer that is due ends a sleep: it slept until now */
        return (uh_boot_ms){uh_later(schedule->latest_ms, now.ms - slept_ms)};
    }
    if (now.ms - deadline_ms > UH_SCHEDULE_LATE_MS) {
        return (uh_boot_ms){uh_later(schedule->latest_ms, deadline_ms - 1)};
    }
    return UH_NEVER;
}

uh_status uh_schedule_begin(const uh_schedule_settings *settings, const uh_zone *zone,
                            uh_instant now, uh_schedule *ret_schedule)
{
    UH_ASSERT(now.boot.ms >= 0 && now.boot.ms <= UH_BOOT_MOST_MS);
    if (uh_schedule_check_settings(settings) != UH_OK || uh_zone_check(zone) != UH_OK) {
        return UH_ERR_RANGE;
    }
    const int64_t unix_ms = uh_earlier(uh_later(now.wall.ms, 0), UH_UNIX_MOST_MS);
    *ret_schedule = (uh_schedule){
        .settings = *settings,
        .zone = *zone,
        .latest_ms = now.boot.ms,
        .wall_ms = unix_ms - now.boot.ms,
        .turned_ms = now.boot.ms,
        .still_ms = UH_NO_MS,
        .idle_ms = UH_NO_MS,
        .engaged_ms = UH_NO_MS,
        .asked_ms = UH_NO_MS,
        .floor_ms = now.boot.ms + UH_SCHEDULE_SETTLE_MS,
        .quiet_ms = UH_NO_MS,
        .quiet_day = UH_NO_DATE,
        .open = true,
        .day_began_ms = now.boot.ms,
        .today.date = uh_zone_date(zone, (uh_unix_ms){unix_ms}),
    };
    uh_schedule_start_over(ret_schedule, now.boot.ms);
    uh_schedule_plan(ret_schedule);
    return UH_OK;
}

/* -- telling -- */

static uh_status hear_now(uh_schedule *schedule, const uh_schedule_input *input, int64_t at_ms)
{
    return input->prompt == UH_PROMPT_POSTURE
               ? UH_ERR_RANGE
               : uh_schedule_hear_start(schedule, input->prompt, true, at_ms);
}

/* Yes to the prompt that is up or vanished; without one to what is usual. */
static uh_status hear_start(uh_schedule *schedule, int64_t at_ms)
{
    uh_prompt prompt = schedule->settings.gentle ? UH_PROMPT_STAND : UH_PROMPT_STRETCH;
    if (schedule->phase == UH_SCHEDULE_SHOWN || schedule->kept) {
        prompt = schedule->prompt;
    }
    return uh_schedule_hear_start(schedule, prompt, false, at_ms);
}

static uh_status hear_quiet(uh_schedule *schedule, int64_t length_ms, int64_t at_ms)
{
    if (length_ms < UH_SCHEDULE_QUIET_MIN_MS || length_ms > UH_SCHEDULE_QUIET_MAX_MS) {
        return UH_ERR_RANGE;
    }
    uh_schedule_hear_quiet(schedule, at_ms + length_ms, UH_NO_DATE, at_ms);
    return UH_OK;
}

static uh_status hear(uh_schedule *schedule, const uh_schedule_input *input, int64_t at_ms)
{
    const int64_t since_ms = uh_earlier(input->since.ms, at_ms);
    switch (input->kind) {
    case UH_TELL_ACTIVE:
        uh_schedule_hear_active(schedule, at_ms);
        break;
    case UH_TELL_STILL:
        uh_schedule_hear_still(schedule, since_ms, at_ms);
        break;
    case UH_TELL_IDLE:
        uh_schedule_hear_idle(schedule, since_ms, at_ms);
        break;
    case UH_TELL_LOCK:
        uh_schedule_hear_leave(schedule, UH_AWAY_LOCKED, since_ms, at_ms);
        break;
    case UH_TELL_UNLOCK:
        uh_schedule_come(schedule, UH_AWAY_LOCKED, at_ms);
        break;
    case UH_TELL_SLEEP:
        uh_schedule_hear_leave(schedule, UH_AWAY_ASLEEP, since_ms, at_ms);
        break;
    case UH_TELL_WAKE:
        uh_schedule_come(schedule, UH_AWAY_ASLEEP, at_ms);
        break;
    case UH_TELL_CLOCK:
        break; /* every input brings the time */
    case UH_TELL_BUSY:
        uh_schedule_hear_busy(schedule, input->busy, at_ms);
        break;
    case UH_TELL_CLOSED:
        uh_schedule_hear_closed(schedule, at_ms);
        break;
    case UH_TELL_EXPIRED:
        uh_schedule_hear_expired(schedule, at_ms);
        break;
    case UH_TELL_DONE:
        uh_schedule_take_break(schedule, UH_PAUSE_STRETCH, at_ms);
        break;
    case UH_TELL_START:
        return hear_start(schedule, at_ms);
    case UH_TELL_NOW:
        return hear_now(schedule, input, at_ms);
    case UH_TELL_SNOOZE:
        return uh_schedule_hear_snooze(schedule, input->length_ms, at_ms);
    case UH_TELL_SKIP:
        return uh_schedule_hear_skip(schedule, input->reason, input->typed, at_ms);
    case UH_TELL_QUIET:
        return hear_quiet(schedule, input->length_ms, at_ms);
    case UH_TELL_QUIET_TOMORROW:
        uh_schedule_hear_quiet(schedule, UH_NO_MS, uh_date_add(schedule->today.date, 1), at_ms);
        break;
    case UH_TELL_RESUME:
        uh_schedule_end_quiet(schedule, at_ms);
        break;
    case UH_TELL_COUNT:
        UH_ASSERT(false);
        break;
    }
    return UH_OK;
}

/* Time goes on to `now`. A wall clock that ran away is a new plan of days and hours. */
static void arrive(uh_schedule *schedule, uh_instant now, bool plan)
{
    const int64_t unix_ms = uh_earlier(uh_later(now.wall.ms, 0), UH_UNIX_MOST_MS);
    const int64_t step_ms = unix_ms - now.boot.ms - schedule->wall_ms;
    schedule->latest_ms = uh_later(now.boot.ms, schedule->latest_ms);
    if (step_ms >= UH_SCHEDULE_CLOCK_MS || step_ms <= -UH_SCHEDULE_CLOCK_MS) {
        schedule->wall_ms += step_ms;
        plan = true;
    }
    if (plan) {
        uh_schedule_plan(schedule);
    }
}

static bool is_pending(const uh_schedule *schedule, uh_instant now)
{
    UH_ASSERT(now.boot.ms >= 0 && now.boot.ms <= UH_BOOT_MOST_MS);
    return uh_schedule_deadline(schedule).ms <= uh_later(now.boot.ms, schedule->latest_ms);
}

/* Who answers a look does not have to take the other events of that moment first. */
static bool may_answer(const uh_schedule *schedule, const uh_schedule_input *input)
{
    return input->kind == UH_TELL_BUSY && input->at.boot.ms <= uh_schedule_deadline(schedule).ms;
}

uh_status uh_schedule_tell(uh_schedule *schedule, const uh_schedule_input *input)
{
    if (is_pending(schedule, input->at) && !may_answer(schedule, input)) {
        return UH_ERR_PENDING;
    }
    arrive(schedule, input->at, false);
    return hear(schedule, input, schedule->latest_ms);
}

void uh_schedule_take_settings(uh_schedule *schedule, const uh_schedule_settings *settings)
{
    schedule->target_ms += settings->interval_ms - schedule->settings.interval_ms;
    schedule->shift_ms += settings->posture_ms - schedule->settings.posture_ms;
    schedule->settings = *settings;
}

uh_status uh_schedule_set_settings(uh_schedule *schedule, const uh_schedule_settings *settings,
                                   uh_instant now)
{
    if (is_pending(schedule, now)) {
        return UH_ERR_PENDING;
    }
    if (uh_schedule_check_settings(settings) != UH_OK) {
        return UH_ERR_RANGE;
    }
    uh_schedule_take_settings(schedule, settings);
    arrive(schedule, now, true);
    if (schedule->phase == UH_SCHEDULE_DUE) {
        schedule->phase = UH_SCHEDULE_WAITING; /* due anew, and looked at anew */
    }
    if (settings->gentle && schedule->phase == UH_SCHEDULE_WAITING && schedule->showings > 0) {
        uh_schedule_let_go(schedule, schedule->latest_ms); /* nothing is shown to them twice */
    }
    return UH_OK;
}

uh_status uh_schedule_set_zone(uh_schedule *schedule, const uh_zone *zone, uh_instant now)
{
    if (is_pending(schedule, now)) {
        return UH_ERR_PENDING;
    }
    if (uh_zone_check(zone) != UH_OK) {
        return UH_ERR_RANGE;
    }
    schedule->zone = *zone;
    arrive(schedule, now, true);
    return UH_OK;
}
