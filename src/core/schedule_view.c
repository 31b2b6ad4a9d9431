/* SPDX-License-Identifier: MIT */
#include "core/hash.h"
#include "core/schedule_inside.h"

static int64_t quiet_until_ms(const uh_schedule *schedule)
{
    return schedule->quiet_ms != UH_NO_MS ? schedule->quiet_ms : schedule->day_ms;
}

/* The next break, if nothing comes between. */
static int64_t next_ms(const uh_schedule *schedule, int64_t now_ms)
{
    if (!uh_is_here(schedule) || schedule->phase == UH_SCHEDULE_STARTED) {
        return UH_NEVER_MS;
    }
    int64_t next_ms = now_ms;
    if (schedule->phase == UH_SCHEDULE_WAITING) {
        next_ms = uh_later(next_ms, uh_schedule_break_ms(schedule));
    }
    if (uh_schedule_is_quiet(schedule)) {
        next_ms = uh_later(next_ms, quiet_until_ms(schedule));
    }
    return schedule->open ? next_ms : uh_later(next_ms, schedule->hours_ms);
}

static uh_prompt next_prompt(const uh_schedule *schedule, int64_t next_ms)
{
    const bool is_up =
        schedule->phase == UH_SCHEDULE_SHOWN || schedule->phase == UH_SCHEDULE_STARTED;
    return is_up || next_ms == UH_NEVER_MS ? schedule->prompt : uh_schedule_kind(schedule, next_ms);
}

static void look_at_presence(const uh_schedule *schedule, int64_t now_ms, uh_schedule_view *view)
{
    view->here = uh_is_here(schedule);
    view->engaged = schedule->engaged_ms != UH_NO_MS;
    view->locked = (schedule->away & UH_AWAY_LOCKED) != 0;
    view->asleep = (schedule->away & UH_AWAY_ASLEEP) != 0;
    view->sitting = schedule->began_ms != UH_NO_MS;
    view->sitting_ms = uh_schedule_sitting_ms(schedule, now_ms);
    if (view->sitting) {
        view->sitting_since = uh_schedule_instant(schedule, schedule->began_ms);
    }
    if (!view->here) {
        view->away_since = uh_schedule_instant(schedule, schedule->turned_ms);
    }
}

static void look_at_peace(const uh_schedule *schedule, uh_schedule_view *view)
{
    view->is_open = schedule->open;
    view->quiet = uh_schedule_is_quiet(schedule);
    view->until_tomorrow = schedule->quiet_day.days != UH_NO_DATE.days;
    if (view->quiet) {
        view->quiet_until = uh_schedule_instant(schedule, quiet_until_ms(schedule));
    }
}

uh_schedule_view uh_schedule_look(const uh_schedule *schedule, uh_boot_ms now)
{
    const int64_t now_ms = uh_later(now.ms, schedule->latest_ms);
    const int64_t at_ms = next_ms(schedule, now_ms);
    uh_schedule_view view = {
        .phase = schedule->phase,
        .prompt = next_prompt(schedule, at_ms),
        .missed = schedule->missed,
        .busy = schedule->phase == UH_SCHEDULE_DUE ? schedule->busy & schedule->settings.defer : 0,
        .wants_still = schedule->phase == UH_SCHEDULE_DUE,
        .has_next = at_ms != UH_NEVER_MS,
        .put_offs = schedule->put_offs,
        .snooze_ms = uh_schedule_snooze_most_ms(schedule),
        .confirming = schedule->confirm_ms != UH_NO_MS &&
                      now_ms - schedule->confirm_ms <= UH_SCHEDULE_CONFIRM_MS,
        .today = schedule->today,
    };
    if (view.has_next) {
        view.next = uh_schedule_instant(schedule, at_ms);
    }
    view.today.sitting_ms = uh_schedule_day_sitting_ms(schedule, now_ms);
    look_at_presence(schedule, now_ms, &view);
    look_at_peace(schedule, &view);
    return view;
}

uint64_t uh_schedule_hash(const uh_schedule *schedule)
{
    const int64_t list[] = {
        schedule->latest_ms,     schedule->wall_ms,         schedule->away,
        schedule->turned_ms,     schedule->sat_ms,          schedule->began_ms,
        schedule->rested,        schedule->rested_as,       schedule->answering,
        schedule->still_ms,      schedule->idle_ms,         schedule->engaged_ms,
        schedule->asked_ms,      schedule->look_ms,         schedule->busy,
        schedule->phase,         schedule->prompt,          schedule->pending,
        schedule->kept,          schedule->showings,        schedule->missed,
        schedule->vanished_ms,   schedule->free_ms,         schedule->shown_ms,
        schedule->started_ms,    schedule->floor_ms,        schedule->target_ms,
        schedule->shift_ms,      schedule->prompted_ms,     schedule->soon,
        schedule->put_offs,      schedule->confirm_ms,      schedule->confirm,
        schedule->quiet_ms,      schedule->quiet_day.days,  schedule->open,
        schedule->hours_ms,      schedule->moment,          schedule->moment_long,
        schedule->moment_ms,     schedule->served,          schedule->day_ms,
        schedule->day_began_ms,  schedule->today.date.days, schedule->today.sitting_ms,
        schedule->today.breaks,  schedule->today.stretches, schedule->today.prompts,
        schedule->today.snoozes, schedule->today.skips,     schedule->queue_count,
    };
    uint64_t hash = uh_hash_start();
    for (uint32_t i = 0; i < UH_COUNT(list); i++) {
        hash = uh_hash_number(hash, (uint64_t)list[i]);
    }
    return hash;
}
