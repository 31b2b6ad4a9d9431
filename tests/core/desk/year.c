/* SPDX-License-Identifier: MIT */
/* year.c FIRST COUNT: years at a desk, one for each seed: a person who works, calls, reads, walks
 * off, locks, sleeps, travels and answers or does not; a machine whose clock is set, that sleeps
 * with and without a word, that crashes and boots, or runs for two months; three zones with their
 * summer time and one without. What must never happen is looked for at every step. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/desk/zones.h"
#include "unhunch/schedule.h"

#define MINUTES(count) (INT64_C(60000) * (count))
#define HOURS(count) (INT64_C(3600000) * (count))
#define NONE INT64_MIN
#define YEAR_BEGINS_MS INT64_C(1767225600000) /* 2026-01-01 00:00 UTC */

typedef struct year {
    uint32_t seed;
    uint64_t dice;
    uh_schedule schedule;
    uh_schedule_settings settings;
    zones_name zone_name;
    int64_t boot_ms;
    int64_t wall_ms; /* Unix time less boot time as the machine believes it */
    int64_t true_ms; /* the same by the sun */
    uint32_t boots;
    char boot_id[32];

    bool locked, asleep, idle; /* as the schedule was told */
    int64_t came_ms;           /* here since */
    uint32_t busy;
    int64_t looked_ms; /* last look */
    uint32_t seen;     /* what it found */

    int64_t sat_ms;  /* a second count of sitting, by what was told */
    int64_t seat_ms; /* here since, as it counts; NONE: away */

    bool up; /* a prompt */
    int64_t answer_ms;
    int64_t gone_ms; /* closed or expired */
    int64_t done_ms;
    int64_t still_ms; /* next pause in typing */
    int64_t active_ms;
    int64_t quiet_ms;    /* until */
    uh_date quiet_day;   /* until after this day */
    int64_t rested_ms;   /* the last break */
    int64_t shown_ms[3]; /* the last prompts */
    int64_t fair_ms;     /* since then nothing speaks against a prompt */
    uh_date day_told;
    int64_t clock_set_ms; /* the clock was wrong or the person flew since then */

    bool wished;      /* for the next prompt */
    bool zone_is_old; /* nobody told that the clock was set to another season */

    uint64_t steps, prompts, breaks, days, restarts;
} year;

static void fail(const year *of, const char *what)
{
    char date[UH_DATE_TEXT_SIZE];
    const uh_unix_ms now = {of->boot_ms + of->true_ms};
    uh_date_write(uh_date_at(now, 0), date);
    (void)fprintf(stderr, "seed %u, %s, boot %u, %" PRId64 " ms: %s\n", of->seed, date, of->boots,
                  of->boot_ms, what);
    abort();
}

static void expect(const year *of, bool holds, const char *what)
{
    if (!holds) {
        fail(of, what);
    }
}

/* -- chance -- */

static uint64_t roll(year *of)
{
    of->dice ^= of->dice << 13;
    of->dice ^= of->dice >> 7;
    of->dice ^= of->dice << 17;
    return of->dice;
}

static int64_t between(year *of, int64_t least, int64_t most)
{
    return least + (int64_t)(roll(of) % (uint64_t)(most - least + 1));
}

static bool in_percent(year *of, uint32_t percent)
{
    return roll(of) % 100 < percent;
}

/* -- the machine -- */

static uh_instant now_of(const year *of)
{
    return (uh_instant){{of->boot_ms}, {of->boot_ms + of->wall_ms}};
}

static uh_unix_ms wall_of(const year *of)
{
    return now_of(of).wall;
}

static bool is_here(const year *of)
{
    return !of->locked && !of->asleep && !of->idle;
}

static uh_zone zone_of(const year *of)
{
    return zones_at(of->zone_name, wall_of(of));
}

/* -- what must hold -- */

static bool is_open(const year *of)
{
    const uh_zone zone = zone_of(of);
    const int64_t local_ms = wall_of(of).ms + uh_zone_offset_s(&zone, wall_of(of)) * INT64_C(1000);
    const uint32_t minute = (uint32_t)(local_ms / 60000 % UH_DAY_MINUTES);
    const uh_date today = uh_zone_calendar_date(&zone, wall_of(of));
    uint32_t ranges = 0;
    for (uint32_t day = 0; day < 7; day++) {
        ranges += of->settings.hours_count[day];
    }
    for (int32_t i = 0; i < 2; i++) { /* today's, and what yesterday's leave after midnight */
        const uint32_t weekday = uh_date_weekday(uh_date_add(today, -i));
        for (uint32_t j = 0; j < of->settings.hours_count[weekday]; j++) {
            const uh_schedule_hours *hours = &of->settings.hours[weekday][j];
            const uint32_t end =
                hours->end + (hours->end <= hours->begin ? (uint32_t)UH_DAY_MINUTES : 0);
            const uint32_t at = minute + (uint32_t)i * UH_DAY_MINUTES;
            if (at >= hours->begin && at < end) {
                return true;
            }
        }
    }
    return ranges == 0;
}

/* Near a change of the offset the simple reading of hours above is not exact. */
static bool is_near_change(const year *of)
{
    uh_zone_change changes[2];
    const int32_t first = uh_date_calendar(uh_date_at(wall_of(of), 0)).year;
    const uint32_t count = zones_changes(of->zone_name, first, changes);
    for (uint32_t i = 0; i < count; i++) {
        if (llabs(changes[i].at.ms - wall_of(of).ms) < HOURS(3)) {
            return true;
        }
    }
    return false;
}

static bool is_quiet(const year *of)
{
    if (of->quiet_ms != NONE && of->boot_ms < of->quiet_ms) {
        return true;
    }
    const uh_zone zone = zone_of(of);
    return of->quiet_day.days != UH_NO_DATE.days && of->clock_set_ms == NONE &&
           uh_zone_date(&zone, wall_of(of)).days <= of->quiet_day.days;
}

static void check_now(const year *of, const uh_schedule_event *now)
{
    expect(of, !of->up, "a second prompt");
    expect(of, !of->asleep, "a prompt in sleep");
    expect(of, !of->locked, "a prompt behind the lock");
    expect(of, !of->idle, "a prompt for an empty chair");
    expect(of, (of->seen & of->settings.defer) == 0, "a prompt in busy time");
    expect(of, now->at.boot.ms - of->looked_ms <= UH_SCHEDULE_LOOK_MS, "an old look");
    expect(of, !is_quiet(of), "a prompt in quiet time");
    expect(of, is_open(of) || is_near_change(of) || of->zone_is_old, "a prompt after hours");
    expect(of, now->at.boot.ms - of->came_ms >= UH_SCHEDULE_SETTLE_MS, "met by a prompt");
    expect(of, now->sitting_ms >= UH_SCHEDULE_MINIMUM_MS || of->wished,
           "a prompt too soon after a break");
    expect(of,
           of->wished || of->rested_ms == NONE ||
               now->at.boot.ms - of->rested_ms >= UH_SCHEDULE_MINIMUM_MS,
           "a prompt too soon after a break was seen");
    expect(of, of->shown_ms[2] == NONE || now->at.boot.ms - of->shown_ms[2] > MINUTES(3),
           "a pile of prompts");
    expect(of, !of->settings.gentle || now->quiet, "a push");
    expect(of, !of->settings.gentle || !now->again, "a gentle person asked twice");
}

static void check_always(const year *of)
{
    const uh_boot_ms now = {of->boot_ms};
    const uh_schedule_view view = uh_schedule_look(&of->schedule, now);
    expect(of, uh_schedule_deadline(&of->schedule).ms > of->boot_ms, "a deadline in the past");
    expect(of, view.sitting_ms >= 0, "negative sitting");
    expect(of, view.sitting || view.sitting_ms == 0, "sitting since never");
    expect(of, !view.sitting || view.sitting_ms <= of->boot_ms - view.sitting_since.boot.ms,
           "more sitting than time");
    expect(of, view.today.sitting_ms >= 0, "a day with negative sitting");
    expect(of, view.today.sitting_ms <= of->boot_ms - of->schedule.day_began_ms,
           "a day with more sitting than time");
    expect(of, view.here == is_here(of) || view.engaged || of->schedule.idle_ms != NONE,
           "who is here");
    expect(of, !view.has_next || view.next.boot.ms >= of->boot_ms, "a next break in the past");
    expect(of, (view.phase == UH_SCHEDULE_SHOWN) == of->up, "a prompt that nobody knows of");
}

/* -- a second count of sitting -- */

/* Where the count is the schedule's own matter: calls, restarts, sleep that nobody told of. */
static void count_anew(year *of)
{
    of->sat_ms = of->schedule.sat_ms;
    of->seat_ms = of->schedule.away == 0 ? of->schedule.turned_ms : NONE;
}

static void count_until(year *of, int64_t left_ms)
{
    if (of->seat_ms != NONE) {
        of->sat_ms += left_ms > of->seat_ms ? left_ms - of->seat_ms : 0;
        of->seat_ms = NONE;
    }
}

static void count_from_now(year *of)
{
    if (is_here(of) && of->seat_ms == NONE) {
        of->seat_ms = of->boot_ms;
    }
}

static void count_break(year *of)
{
    of->sat_ms = 0;
    if (of->seat_ms != NONE) {
        of->seat_ms = of->boot_ms;
    }
}

static void check_count(const year *of)
{
    const int64_t here_ms = of->seat_ms == NONE ? 0 : of->boot_ms - of->seat_ms;
    const uh_boot_ms now = {of->boot_ms};
    expect(of,
           of->schedule.idle_ms != NONE || of->busy != 0 ||
               uh_schedule_look(&of->schedule, now).sitting_ms == of->sat_ms + here_ms,
           "another count of sitting");
}

/* Where nothing speaks against it, a break always comes again. */
static void check_alive(year *of)
{
    const bool fair = is_here(of) && of->busy == 0 && of->quiet_ms == NONE &&
                      of->quiet_day.days == UH_NO_DATE.days && of->schedule.open &&
                      of->schedule.phase != UH_SCHEDULE_STARTED;
    if (!fair) {
        of->fair_ms = NONE;
    } else if (of->fair_ms == NONE) {
        of->fair_ms = of->boot_ms;
    }
    expect(of, of->fair_ms == NONE || of->boot_ms - of->fair_ms <= HOURS(2), "no break any more");
}

/* -- what the schedule says -- */

static uh_status tell_all(year *of, uh_schedule_input input)
{
    input.at = now_of(of);
    const uh_status status = uh_schedule_tell(&of->schedule, &input);
    expect(of, status != UH_ERR_PENDING, "events were taken, and some are pending");
    return status;
}

static void on_now(year *of, const uh_schedule_event *event)
{
    check_now(of, event);
    of->up = true;
    of->prompts++;
    of->fair_ms = NONE;
    of->answer_ms =
        of->boot_ms + (in_percent(of, 15) ? between(of, 200, 2000) : between(of, 2001, MINUTES(6)));
    of->shown_ms[2] = of->shown_ms[1];
    of->shown_ms[1] = of->shown_ms[0];
    of->shown_ms[0] = event->at.boot.ms;
}

static void on_day(year *of, const uh_schedule_event *event)
{
    const bool onward = of->day_told.days == UH_NO_DATE.days ||
                        event->day.date.days > of->day_told.days || of->clock_set_ms != NONE;
    expect(of, onward, "a day that ended twice");
    of->day_told = event->day.date;
    of->days++;
    if (of->clock_set_ms == NONE) {
        const uh_zone zone = zone_of(of);
        expect(of, uh_zone_date(&zone, event->at.wall).days > event->day.date.days,
               "a day that ended early");
        const uh_unix_ms before = {event->at.wall.ms - 1};
        expect(of,
               uh_zone_date(&zone, before).days <= event->day.date.days ||
                   event->at.boot.ms == of->boot_ms,
               "a day that ended late");
    }
}

static void on_event(year *of, const uh_schedule_event *event)
{
    switch (event->kind) {
    case UH_SCHEDULE_LOOK:
        of->looked_ms = event->at.boot.ms;
        of->seen = of->busy;
        if (of->schedule.idle_ms != NONE || !in_percent(of, 1)) {
            (void)tell_all(of, (uh_schedule_input){.kind = UH_TELL_BUSY, .busy = of->busy});
            expect(of,
                   (of->seen & of->settings.defer) == 0 || of->schedule.phase != UH_SCHEDULE_SHOWN,
                   "a prompt that stays up in busy time");
        } else {
            of->seen = 0; /* nobody answers: after a while that counts as free */
            of->looked_ms += UH_SCHEDULE_UNANSWERED_MS;
        }
        break;
    case UH_SCHEDULE_NOW:
        on_now(of, event);
        break;
    case UH_SCHEDULE_WITHDRAW:
        expect(of, of->up || event->at.boot.ms == of->gone_ms,
               "a prompt that is not there is withdrawn");
        of->up = false;
        break;
    case UH_SCHEDULE_BREAK:
        of->breaks++;
        if (event->pause != UH_PAUSE_POSTURE) {
            of->rested_ms = event->at.boot.ms;
            count_break(of);
            of->wished = false;
            of->fair_ms = NONE;
        }
        break;
    case UH_SCHEDULE_BACK:
        expect(of, event->length_ms >= UH_SCHEDULE_WALK_MS, "back from nowhere");
        expect(of, event->began.boot.ms + event->length_ms == event->at.boot.ms, "a long break");
        break;
    case UH_SCHEDULE_DAY:
        on_day(of, event);
        break;
    case UH_SCHEDULE_START:
        of->done_ms = in_percent(of, 70) ? of->boot_ms + between(of, 20000, 90000) : NONE;
        break;
    case UH_SCHEDULE_SOON:
    case UH_SCHEDULE_CONFIRM:
    case UH_SCHEDULE_EVENT_COUNT:
        break;
    }
}

static void take(year *of)
{
    uh_schedule_event event;
    uint32_t count = 0;
    while (uh_schedule_next(&of->schedule, (uh_boot_ms){of->boot_ms}, &event)) {
        on_event(of, &event);
        expect(of, ++count < 100, "no end of events");
    }
}

static void tell(year *of, uh_schedule_input input)
{
    take(of);
    (void)tell_all(of, input);
    take(of);
}

/* -- answers -- */

static void answer(year *of)
{
    static const int64_t snoozes_ms[] = {MINUTES(5), MINUTES(10), MINUTES(20)};
    const int64_t how = between(of, 0, 9);
    of->fair_ms = NONE;
    if (how < 2) {
        tell(of, (uh_schedule_input){.kind = UH_TELL_START});
    } else if (how < 4) {
        tell(of, (uh_schedule_input){.kind = UH_TELL_SNOOZE,
                                     .length_ms = snoozes_ms[between(of, 0, 2)]});
    } else if (how < 6) {
        tell(of, (uh_schedule_input){.kind = UH_TELL_SKIP,
                                     .reason = (uh_skip_reason)between(of, 0, 3),
                                     .typed = in_percent(of, 30)});
    } else {
        take(of);
        if (!of->up) {
            return;
        }
        of->up = false; /* it is gone before anybody hears of it */
        of->gone_ms = of->boot_ms;
        tell(of, (uh_schedule_input){.kind = how < 8 ? UH_TELL_EXPIRED : UH_TELL_CLOSED});
        return;
    }
    of->answer_ms = of->boot_ms + between(of, 3000, MINUTES(2)); /* where it is to be said again */
}

/* -- time -- */

static int64_t sooner(int64_t a_ms, int64_t b_ms)
{
    return b_ms != NONE && b_ms < a_ms ? b_ms : a_ms;
}

static bool is_due(const year *of, int64_t at_ms)
{
    return at_ms != NONE && at_ms <= of->boot_ms;
}

/* Pauses in typing are told only while somebody asks for them. */
static void plan_pause(year *of, bool types)
{
    const bool wanted =
        types && uh_schedule_look(&of->schedule, (uh_boot_ms){of->boot_ms}).wants_still;
    if (!wanted) {
        of->still_ms = NONE;
    } else if (of->still_ms == NONE && of->active_ms == NONE) {
        of->still_ms = of->boot_ms + between(of, 3000, MINUTES(3));
    }
}

static void pause_typing(year *of)
{
    if (is_due(of, of->still_ms)) {
        of->still_ms = NONE;
        of->active_ms = of->boot_ms + between(of, 1, 30000);
        tell(of, (uh_schedule_input){.kind = UH_TELL_STILL,
                                     .since = {of->boot_ms - UH_SCHEDULE_STILL_MS}});
    }
    if (is_due(of, of->active_ms)) {
        of->active_ms = NONE;
        tell(of, (uh_schedule_input){.kind = UH_TELL_ACTIVE});
    }
}

static void step(year *of, int64_t end_ms, bool types)
{
    plan_pause(of, types);
    check_alive(of);
    int64_t next_ms = sooner(end_ms, uh_schedule_deadline(&of->schedule).ms);
    next_ms = sooner(next_ms, of->still_ms);
    next_ms = sooner(next_ms, of->active_ms);
    next_ms = sooner(next_ms, of->done_ms);
    next_ms = of->up ? sooner(next_ms, of->answer_ms) : next_ms;
    of->boot_ms = next_ms > of->boot_ms ? next_ms : of->boot_ms;
    take(of);
    pause_typing(of);
    if (of->up && is_due(of, of->answer_ms)) {
        answer(of);
    }
    if (is_due(of, of->done_ms)) {
        of->done_ms = NONE;
        tell(of, (uh_schedule_input){.kind = UH_TELL_DONE});
    }
    if (is_due(of, of->quiet_ms)) {
        of->quiet_ms = NONE;
    }
    if (of->quiet_day.days != UH_NO_DATE.days && !of->schedule.quiet_day.days) {
        of->quiet_day = UH_NO_DATE;
    }
    if (of->schedule.quiet_day.days == UH_NO_DATE.days) {
        of->quiet_day = UH_NO_DATE;
    }
    check_always(of);
    check_alive(of);
    check_count(of);
    of->steps++;
}

static void pass(year *of, int64_t ms, bool types)
{
    const int64_t end_ms = of->boot_ms + ms;
    while (of->boot_ms < end_ms) {
        step(of, end_ms, types);
    }
    of->still_ms = NONE;
    if (of->active_ms != NONE) {
        of->active_ms = NONE;
        tell(of, (uh_schedule_input){.kind = UH_TELL_ACTIVE});
    }
}

/* The host's own look at its clocks and its zone, whenever it wakes up. */
static void wake_up(year *of, int64_t slept_ms)
{
    const int64_t now_ms = of->boot_ms;
    const uh_boot_ms gap = uh_schedule_gap(&of->schedule, (uh_boot_ms){now_ms}, slept_ms);
    if (gap.ms != UH_NEVER.ms) {
        of->boot_ms = gap.ms;
        tell(of, (uh_schedule_input){.kind = UH_TELL_SLEEP, .since = gap});
        of->boot_ms = now_ms;
        tell(of, (uh_schedule_input){.kind = UH_TELL_WAKE});
        of->came_ms = now_ms;
        count_anew(of);
    }
    take(of);
    const uh_zone zone = zone_of(of);
    expect(of, uh_schedule_set_zone(&of->schedule, &zone, now_of(of)) == UH_OK, "a zone");
    take(of);
}

/* -- what people do -- */

static void come_back(year *of)
{
    of->came_ms = is_here(of) ? of->boot_ms : of->came_ms;
    count_from_now(of);
}

static void be_without_input(year *of, int64_t ms)
{
    const uh_boot_ms since = {of->boot_ms};
    if (uh_schedule_look(&of->schedule, since).wants_still && ms > UH_SCHEDULE_STILL_MS) {
        pass(of, UH_SCHEDULE_STILL_MS, false);
        tell(of, (uh_schedule_input){.kind = UH_TELL_STILL, .since = since});
        ms -= UH_SCHEDULE_STILL_MS;
    }
    const int64_t unseen_ms = of->settings.away_ms - (of->boot_ms - since.ms);
    if (ms < unseen_ms) {
        pass(of, ms, false);
    } else {
        pass(of, unseen_ms, false);
        const uint32_t present =
            1U << UH_BUSY_MICROPHONE | 1U << UH_BUSY_CAMERA | 1U << UH_BUSY_INHIBITED;
        of->idle = (of->busy & present) == 0;
        take(of);
        if (of->idle) {
            count_until(of, since.ms);
        }
        tell(of, (uh_schedule_input){.kind = UH_TELL_IDLE, .since = since});
        pass(of, ms - unseen_ms, false);
    }
    if (of->idle) {
        of->idle = false;
        come_back(of);
    }
    tell(of, (uh_schedule_input){.kind = UH_TELL_ACTIVE});
}

static void lock_for(year *of, int64_t ms)
{
    take(of);
    of->locked = true;
    count_until(of, of->boot_ms);
    tell(of, (uh_schedule_input){.kind = UH_TELL_LOCK, .since = {of->boot_ms}});
    pass(of, ms, false);
    of->locked = false;
    come_back(of);
    tell(of, (uh_schedule_input){.kind = UH_TELL_UNLOCK});
}

static void sleep_for(year *of, int64_t ms)
{
    const bool told = in_percent(of, 85);
    if (told) {
        take(of);
        of->asleep = true;
        count_until(of, of->boot_ms);
        tell(of, (uh_schedule_input){.kind = UH_TELL_SLEEP, .since = {of->boot_ms}});
    }
    of->boot_ms += ms;
    of->fair_ms = NONE;
    if (told) {
        take(of);
        of->asleep = false;
        come_back(of);
        tell(of, (uh_schedule_input){.kind = UH_TELL_WAKE});
    }
    wake_up(of, ms);
}

static void be_busy(year *of, uint32_t busy, int64_t ms)
{
    of->busy = busy;
    if (in_percent(of, 50)) {
        pass(of, ms, true);
    } else {
        be_without_input(of, ms);
    }
    of->busy = 0;
    if (of->schedule.engaged_ms != NONE || of->schedule.idle_ms != NONE) {
        tell(of, (uh_schedule_input){.kind = UH_TELL_ACTIVE});
    }
    count_anew(of);
}

static void restart(year *of, bool orderly, bool reboot, int64_t ms)
{
    static char text[UH_SCHEDULE_TEXT_SIZE];
    take(of);
    /* who crashes has written at the last change only */
    const int64_t written_ms = orderly ? of->boot_ms : of->schedule.latest_ms;
    const uh_instant written = {{written_ms}, {written_ms + of->wall_ms}};
    (void)uh_schedule_write(&of->schedule, of->boot_id, written, orderly, text, sizeof text);
    if (reboot) {
        const int64_t later_ms = of->boot_ms + ms;
        const int64_t boot_ms = between(of, 5000, 90000);
        of->wall_ms += later_ms - boot_ms;
        of->true_ms += later_ms - boot_ms;
        of->boot_ms = boot_ms;
        of->boots++;
        (void)snprintf(of->boot_id, sizeof of->boot_id, "boot-%u", of->boots);
        of->clock_set_ms = of->clock_set_ms == NONE ? NONE : boot_ms;
        of->quiet_ms = of->quiet_ms == NONE ? NONE : of->quiet_ms - later_ms + boot_ms;
        of->rested_ms = of->rested_ms == NONE ? NONE : of->rested_ms - later_ms + boot_ms;
        of->done_ms = NONE;
        for (int i = 0; i < 3; i++) {
            of->shown_ms[i] = NONE;
        }
    } else {
        of->boot_ms += ms;
    }
    of->up = false;
    of->came_ms = of->boot_ms;
    of->looked_ms = NONE / 2;
    of->fair_ms = NONE;
    of->restarts++;
    const uh_zone zone = zone_of(of);
    expect(of,
           uh_schedule_read(text, of->boot_id, &of->settings, &zone, now_of(of), &of->schedule) ==
               UH_OK,
           "a state that does not read back");
    take(of);
    tell(of, (uh_schedule_input){.kind = UH_TELL_UNLOCK});
    tell(of, (uh_schedule_input){.kind = UH_TELL_ACTIVE});
    count_anew(of);
}

static void set_clock(year *of)
{
    static const int64_t steps_ms[] = {MINUTES(1), HOURS(1), HOURS(26), HOURS(24 * 40),
                                       HOURS(24 * 365)};
    const int64_t by_ms = steps_ms[between(of, 0, 4)] * (in_percent(of, 50) ? 1 : -1);
    const bool told = in_percent(of, 80);
    for (int i = 0; i < 2; i++) { /* wrong, and some time later right again */
        of->clock_set_ms = of->boot_ms;
        of->wall_ms += i == 0 ? by_ms : -by_ms;
        if (told) {
            tell(of, (uh_schedule_input){.kind = UH_TELL_CLOCK});
            wake_up(of, 0);
        }
        of->zone_is_old = !told;
        pass(of, between(of, MINUTES(1), HOURS(5)), true);
        wake_up(of, 0);
        of->zone_is_old = false;
    }
    of->day_told = UH_NO_DATE;
}

static void travel(year *of)
{
    of->zone_name = (zones_name)between(of, 0, ZONES_COUNT - 1);
    of->clock_set_ms = of->boot_ms;
    of->day_told = UH_NO_DATE;
    sleep_for(of, between(of, HOURS(2), HOURS(14)));
}

static void command(year *of)
{
    take(of);
    switch (between(of, 0, 4)) {
    case 0: {
        const int64_t length_ms = between(of, MINUTES(1), HOURS(6));
        of->quiet_ms = of->boot_ms + length_ms;
        of->quiet_day = UH_NO_DATE;
        tell(of, (uh_schedule_input){.kind = UH_TELL_QUIET, .length_ms = length_ms});
        break;
    }
    case 1:
        of->quiet_ms = NONE;
        of->quiet_day = of->schedule.today.date;
        tell(of, (uh_schedule_input){.kind = UH_TELL_QUIET_TOMORROW});
        break;
    case 2:
        of->quiet_ms = NONE;
        of->quiet_day = UH_NO_DATE;
        tell(of, (uh_schedule_input){.kind = UH_TELL_RESUME});
        break;
    case 3:
        tell(of, (uh_schedule_input){.kind = UH_TELL_NOW,
                                     .prompt = (uh_prompt)between(of, 0, UH_PROMPT_LONG)});
        break;
    default:
        of->fair_ms = NONE;
        /* a break that the person had begun and put off comes when the person said */
        of->wished = of->schedule.phase == UH_SCHEDULE_STARTED ||
                     (of->wished && of->schedule.pending); /* and when it is put off again */
        tell(of, (uh_schedule_input){.kind = UH_TELL_SNOOZE, .length_ms = MINUTES(5)});
        break;
    }
}

static void change_settings(year *of)
{
    of->settings.interval_ms = MINUTES(between(of, 20, 60));
    of->settings.away_ms = MINUTES(between(of, 1, 15));
    of->settings.posture_ms = in_percent(of, 30) ? MINUTES(between(of, 10, 60)) : 0;
    of->settings.stretch_always = in_percent(of, 20);
    of->settings.gentle = in_percent(of, 15);
    of->settings.defer = (uint32_t)roll(of) % (1U << UH_BUSY_COUNT);
    of->settings.moment_count = (uint32_t)between(of, 0, UH_SCHEDULE_MOMENTS_MAX);
    for (uint32_t i = 0; i < of->settings.moment_count; i++) {
        of->settings.moments[i] =
            (uh_schedule_moment){(uint32_t)between(of, 0, 1439), in_percent(of, 20)};
    }
    const bool hours = in_percent(of, 60);
    for (uint32_t day = 0; day < 7; day++) {
        of->settings.hours_count[day] = hours ? (uint32_t)between(of, 0, 3) : 0;
        for (uint32_t i = 0; i < of->settings.hours_count[day]; i++) {
            of->settings.hours[day][i] =
                (uh_schedule_hours){(uint32_t)between(of, 0, 1439), (uint32_t)between(of, 0, 1440)};
        }
    }
}

static void do_something(year *of)
{
    const int64_t what = between(of, 0, 199);
    if (what < 90) {
        pass(of, between(of, MINUTES(1), MINUTES(40)), true);
    } else if (what < 120) {
        be_without_input(of, between(of, 1000, MINUTES(5)));
    } else if (what < 145) {
        be_without_input(of, between(of, MINUTES(4), MINUTES(40)));
    } else if (what < 160) {
        be_busy(of, 1U << between(of, 0, UH_BUSY_COUNT - 1), between(of, MINUTES(1), HOURS(1)));
    } else if (what < 172) {
        lock_for(of, between(of, 500, MINUTES(20)));
    } else if (what < 180) {
        sleep_for(of, between(of, 500, MINUTES(90)));
    } else if (what < 190) {
        command(of);
    } else if (what < 193) {
        restart(of, in_percent(of, 50), false, between(of, 10, MINUTES(8)));
    } else if (what < 195) {
        restart(of, in_percent(of, 70), true, between(of, MINUTES(2), HOURS(2)));
    } else if (what < 197) {
        tell(of, (uh_schedule_input){.kind = UH_TELL_DONE});
        of->fair_ms = NONE;
    } else if (what < 198) {
        change_settings(of);
        take(of);
        expect(of, uh_schedule_set_settings(&of->schedule, &of->settings, now_of(of)) == UH_OK,
               "settings");
        of->fair_ms = NONE;
        take(of);
    } else if (in_percent(of, 20)) {
        set_clock(of);
    }
}

static void spend_night(year *of, uint32_t uptime_days)
{
    const int64_t ms = between(of, HOURS(12), HOURS(16));
    const int64_t how = between(of, 0, 3);
    if (uptime_days > 60 && how == 0) {
        restart(of, in_percent(of, 90), true, ms);
    } else if (how == 1) {
        be_without_input(of, ms);
    } else if (how == 2) {
        lock_for(of, ms);
    } else {
        sleep_for(of, ms);
    }
    wake_up(of, 0);
}

static void live(year *of, uint32_t seed)
{
    static const year nobody = {.quiet_ms = NONE,
                                .answer_ms = NONE,
                                .done_ms = NONE,
                                .still_ms = NONE,
                                .active_ms = NONE,
                                .rested_ms = NONE,
                                .shown_ms = {NONE, NONE, NONE},
                                .fair_ms = NONE,
                                .clock_set_ms = NONE,
                                .looked_ms = NONE / 2,
                                .quiet_day = {INT32_MIN},
                                .day_told = {INT32_MIN}};
    const uint64_t steps = of->steps, prompts = of->prompts, breaks = of->breaks;
    const uint64_t days = of->days, restarts = of->restarts;
    *of = nobody;
    of->steps = steps, of->prompts = prompts, of->breaks = breaks;
    of->days = days, of->restarts = restarts;
    of->seed = seed;
    of->dice = (uint64_t)seed * 0x9e3779b97f4a7c15U + 1;
    for (int i = 0; i < 8; i++) {
        (void)roll(of);
    }
    of->settings = uh_schedule_default_settings();
    if (seed % 3 != 0) {
        change_settings(of);
    }
    of->zone_name = (zones_name)(seed % ZONES_COUNT);
    of->boot_ms = between(of, 10000, HOURS(24 * 30));
    of->wall_ms = of->true_ms = YEAR_BEGINS_MS + HOURS(8) - of->boot_ms;
    of->came_ms = of->boot_ms;
    const uh_zone zone = zone_of(of);
    expect(of, uh_schedule_begin(&of->settings, &zone, now_of(of), &of->schedule) == UH_OK,
           "a beginning");
    count_anew(of);
    uint32_t uptime_days = 0;
    uint32_t boots = 0;
    const int64_t end_ms = YEAR_BEGINS_MS + HOURS(24 * 366);
    for (uint32_t day = 0; of->boot_ms + of->true_ms < end_ms; day++) {
        const int64_t evening_ms = of->boot_ms + between(of, HOURS(4), HOURS(11));
        const uint32_t boots_before = of->boots;
        while (of->boot_ms < evening_ms && of->boots == boots_before) {
            do_something(of);
        }
        spend_night(of, uptime_days);
        uptime_days = of->boots == boots ? uptime_days + 1 : 0;
        boots = of->boots;
        if (in_percent(of, 2)) {
            travel(of);
        }
        if (of->clock_set_ms != NONE && of->boot_ms - of->clock_set_ms > HOURS(48)) {
            of->clock_set_ms = NONE; /* by now days are the sun's again */
            of->day_told = UH_NO_DATE;
        }
    }
}

int main(int argc, char **argv)
{
    static year of;
    const uint32_t first = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0;
    const uint32_t count = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 10;
    for (uint32_t seed = first; seed < first + count; seed++) {
        live(&of, seed);
    }
    (void)printf("%u years, %" PRIu64 " steps, %" PRIu64 " prompts, %" PRIu64 " breaks, %" PRIu64
                 " days, %" PRIu64 " restarts\n",
                 count, of.steps, of.prompts, of.breaks, of.days, of.restarts);
    return 0;
}
