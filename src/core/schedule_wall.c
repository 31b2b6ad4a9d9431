/* SPDX-License-Identifier: MIT */
/* schedule_wall.c: what people mean by the clock on the wall: days, office hours, chosen moments,
 * quiet until tomorrow. Everything here is kept as the boot time at which it changes, and planned
 * anew whenever the wall clock or the zone changes. */
#include "core/schedule_inside.h"

enum { WEEK = 7 };

static uh_unix_ms wall_now(const uh_schedule *schedule)
{
    return (uh_unix_ms){schedule->latest_ms + schedule->wall_ms};
}

static int64_t reach_boot_ms(const uh_schedule *schedule, uh_date date, uint32_t minutes)
{
    return uh_zone_reach(&schedule->zone, date, minutes).ms - schedule->wall_ms;
}

/* -- days -- */

static void plan_day_end(uh_schedule *schedule)
{
    schedule->day_ms =
        reach_boot_ms(schedule, uh_date_add(schedule->today.date, 1), UH_DAY_BEGINS_MS / 60000);
}

/* Days only go forward: an hour that comes twice, or a flight to the west, is no second day. But
 * two days back are a clock that had been wrong, and a day that stayed for a year would be worse.
 */
static void correct_day(uh_schedule *schedule)
{
    const uh_date date = uh_zone_date(&schedule->zone, wall_now(schedule));
    if (date.days < schedule->today.date.days - 1) {
        schedule->today.date = date;
        if (schedule->quiet_day.days != UH_NO_DATE.days) {
            schedule->quiet_day = uh_date_add(date, 1);
        }
    }
}

int64_t uh_schedule_day_when(const uh_schedule *schedule)
{
    return schedule->day_ms;
}

/* -- office hours -- */

static bool has_hours(const uh_schedule_settings *settings)
{
    uint32_t count = 0;
    for (uint32_t day = 0; day < WEEK; day++) {
        count += settings->hours_count[day];
    }
    return count > 0;
}

/* One range on one date: are we in it, and which of its ends is still to come? */
static void plan_range(uh_schedule *schedule, uh_date date, const uh_schedule_hours *hours,
                       bool *open)
{
    const bool over_midnight = hours->end <= hours->begin;
    const int64_t now_ms = schedule->latest_ms;
    const int64_t begin_ms = reach_boot_ms(schedule, date, hours->begin);
    const int64_t end_ms =
        reach_boot_ms(schedule, date, hours->end + (over_midnight ? UH_DAY_MINUTES : 0));
    if (begin_ms > now_ms) {
        schedule->hours_ms = uh_earlier(schedule->hours_ms, begin_ms);
    } else if (end_ms > now_ms) {
        schedule->hours_ms = uh_earlier(schedule->hours_ms, end_ms);
        *open = true;
    }
}

static void turn_open(uh_schedule *schedule, bool open)
{
    if (schedule->open && !open) {
        schedule->showings = 0;
        uh_schedule_withdraw(schedule, UH_WITHDRAW_CLOSED, schedule->latest_ms);
    }
    schedule->open = open;
}

static void plan_hours(uh_schedule *schedule)
{
    const uh_schedule_settings *settings = &schedule->settings;
    const uh_date today = uh_zone_calendar_date(&schedule->zone, wall_now(schedule));
    bool open = !has_hours(settings);
    schedule->hours_ms = UH_NEVER_MS;
    if (!open) {
        for (int32_t i = -1; i <= WEEK; i++) { /* yesterday's may go over midnight */
            const uh_date date = uh_date_add(today, i);
            const uint32_t weekday = uh_date_weekday(date);
            for (uint32_t j = 0; j < settings->hours_count[weekday]; j++) {
                plan_range(schedule, date, &settings->hours[weekday][j], &open);
            }
        }
    }
    turn_open(schedule, open);
}

int64_t uh_schedule_hours_when(const uh_schedule *schedule)
{
    return schedule->hours_ms;
}

void uh_schedule_turn_hours(uh_schedule *schedule, int64_t at_ms)
{
    (void)at_ms;
    plan_hours(schedule);
}

/* -- chosen moments -- */

/* When the moment comes on the present day, which goes on after midnight. */
static int64_t moment_boot_ms(const uh_schedule *schedule, const uh_schedule_moment *moment)
{
    const bool evening = moment->minute < UH_DAY_BEGINS_MS / 60000;
    return reach_boot_ms(schedule, schedule->today.date,
                         moment->minute + (evening ? UH_DAY_MINUTES : 0));
}

static void plan_moments(uh_schedule *schedule)
{
    const uh_schedule_settings *settings = &schedule->settings;
    schedule->moment = false;
    schedule->moment_ms = UH_NEVER_MS;
    int64_t latest_ms = UH_NO_MS;
    for (uint32_t i = 0; i < settings->moment_count && !settings->gentle; i++) {
        const int64_t come_ms = moment_boot_ms(schedule, &settings->moments[i]);
        const int64_t lapse_ms = come_ms + UH_SCHEDULE_MOMENT_LAPSE_MS;
        if ((schedule->served & 1U << i) != 0 || lapse_ms <= schedule->latest_ms) {
            continue;
        }
        if (come_ms > schedule->latest_ms) {
            schedule->moment_ms = uh_earlier(schedule->moment_ms, come_ms);
            continue;
        }
        schedule->moment_ms = uh_earlier(schedule->moment_ms, lapse_ms);
        schedule->moment = true;
        if (come_ms >= latest_ms) { /* of two the later one: the other is not owed */
            latest_ms = come_ms;
            schedule->moment_long = settings->moments[i].is_long;
        }
    }
}

void uh_schedule_serve_moments(uh_schedule *schedule)
{
    const uh_schedule_settings *settings = &schedule->settings;
    for (uint32_t i = 0; i < settings->moment_count; i++) {
        if (moment_boot_ms(schedule, &settings->moments[i]) <= schedule->latest_ms) {
            schedule->served |= 1U << i;
        }
    }
    plan_moments(schedule);
}

int64_t uh_schedule_moment_when(const uh_schedule *schedule)
{
    return schedule->moment_ms;
}

void uh_schedule_turn_moment(uh_schedule *schedule, int64_t at_ms)
{
    (void)at_ms;
    plan_moments(schedule);
}

/* -- quiet -- */

void uh_schedule_hear_quiet(uh_schedule *schedule, int64_t until_ms, uh_date until_day,
                            int64_t at_ms)
{
    schedule->quiet_ms = until_ms;
    schedule->quiet_day = until_day;
    schedule->showings = 0;
    uh_schedule_withdraw(schedule, UH_WITHDRAW_QUIET, at_ms);
}

int64_t uh_schedule_quiet_when(const uh_schedule *schedule)
{
    return schedule->quiet_ms == UH_NO_MS ? UH_NEVER_MS : schedule->quiet_ms;
}

void uh_schedule_end_quiet(uh_schedule *schedule, int64_t at_ms)
{
    (void)at_ms;
    schedule->quiet_ms = UH_NO_MS;
    schedule->quiet_day = UH_NO_DATE;
}

/* -- all of it -- */

static void plan_ahead(uh_schedule *schedule)
{
    plan_day_end(schedule);
    plan_hours(schedule);
    plan_moments(schedule);
}

void uh_schedule_plan(uh_schedule *schedule)
{
    correct_day(schedule);
    plan_ahead(schedule);
}

static bool happened_anything(const uh_schedule_day *day)
{
    return day->sitting_ms > 0 || day->breaks > 0 || day->prompts > 0 || day->skips > 0 ||
           day->snoozes > 0;
}

void uh_schedule_end_day(uh_schedule *schedule, int64_t at_ms)
{
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_DAY, at_ms);
    event.day = schedule->today;
    event.day.sitting_ms = uh_schedule_day_sitting_ms(schedule, at_ms);
    if (happened_anything(&event.day)) {
        uh_schedule_push(schedule, &event);
    }
    const uh_date next = uh_date_add(schedule->today.date, 1);
    const uh_date date = uh_zone_date(&schedule->zone, wall_now(schedule));
    schedule->today = (uh_schedule_day){.date = date.days > next.days ? date : next};
    schedule->day_began_ms = at_ms;
    schedule->served = 0;
    schedule->put_offs = 0;
    if (schedule->quiet_day.days <= schedule->today.date.days) {
        schedule->quiet_day = UH_NO_DATE;
    }
    plan_ahead(schedule); /* and corrects nothing: a day that went back here would end for ever */
}
