/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/desk/desk.h"

uh_schedule_settings desk_plain(void)
{
    uh_schedule_settings settings = uh_schedule_default_settings();
    settings.moment_count = 0;
    return settings;
}

void desk_open_at(desk *at, const uh_schedule_settings *settings, const uh_zone *zone,
                  int64_t unix_ms)
{
    memset(at, 0, sizeof *at);
    at->settings = settings ? *settings : desk_plain();
    at->zone = *zone;
    at->boot_ms = HOURS(1);
    at->wall_ms = unix_ms - at->boot_ms;
    assert_int_equal(uh_schedule_begin(&at->settings, zone, desk_now(at), &at->schedule), UH_OK);
    desk_take(at);
}

void desk_open(desk *at, const uh_schedule_settings *settings)
{
    const uh_zone zone = uh_zone_utc();
    desk_open_at(at, settings, &zone, DESK_MONDAY_MS);
}

uh_instant desk_now(const desk *at)
{
    return (uh_instant){{at->boot_ms}, {at->boot_ms + at->wall_ms}};
}

static void keep(desk *at, const uh_schedule_event *event)
{
    if (at->count == DESK_EVENTS_MAX) {
        const uint32_t half = DESK_EVENTS_MAX / 2;
        memmove(at->events, at->events + half, sizeof at->events[0] * half);
        at->count = half;
    }
    at->events[at->count++] = *event;
}

/* A look is answered as of its moment, so that who ticks late sees the same desk. */
static void answer(desk *at, const uh_schedule_event *look)
{
    at->looks++;
    if (at->mute) {
        return;
    }
    const uh_schedule_input input = {.kind = UH_TELL_BUSY, .at = look->at, .busy = at->busy};
    assert_int_equal(uh_schedule_tell(&at->schedule, &input), UH_OK);
}

static void take_until(desk *at, int64_t boot_ms)
{
    uh_schedule_event event;
    while (uh_schedule_next(&at->schedule, (uh_boot_ms){boot_ms}, &event)) {
        assert_true(event.at.boot.ms <= boot_ms);
        if (event.kind == UH_SCHEDULE_LOOK) {
            answer(at, &event);
        } else {
            keep(at, &event);
        }
    }
    assert_true(uh_schedule_deadline(&at->schedule).ms > boot_ms);
}

void desk_take(desk *at)
{
    take_until(at, at->boot_ms);
}

void desk_pass(desk *at, int64_t ms)
{
    const int64_t end_ms = at->boot_ms + ms;
    for (;;) {
        int64_t next_ms = at->late ? UH_NEVER.ms : uh_schedule_deadline(&at->schedule).ms;
        if (at->stride_ms > 0 && at->boot_ms + at->stride_ms < next_ms) {
            next_ms = at->boot_ms + at->stride_ms;
        }
        if (next_ms > end_ms) {
            break;
        }
        at->boot_ms = next_ms;
        desk_take(at);
    }
    at->boot_ms = end_ms;
    desk_take(at);
}

void desk_freeze(desk *at, int64_t ms)
{
    at->boot_ms += ms;
}

void desk_thaw(desk *at, int64_t slept_ms)
{
    const uh_boot_ms gap = uh_schedule_gap(&at->schedule, (uh_boot_ms){at->boot_ms}, slept_ms);
    const int64_t now_ms = at->boot_ms;
    if (gap.ms != UH_NEVER.ms) {
        at->boot_ms = gap.ms;
        desk_tell(at, UH_TELL_SLEEP);
        at->boot_ms = now_ms;
        desk_tell(at, UH_TELL_WAKE);
    }
    desk_take(at);
}

uh_status desk_tell_all(desk *at, uh_schedule_input input)
{
    desk_take(at);
    input.at = desk_now(at);
    const uh_status status = uh_schedule_tell(&at->schedule, &input);
    desk_take(at);
    return status;
}

void desk_tell(desk *at, uh_schedule_input_kind kind)
{
    const uh_schedule_input input = {.kind = kind, .since = {at->boot_ms}};
    assert_int_equal(desk_tell_all(at, input), UH_OK);
}

void desk_still(desk *at)
{
    const uh_schedule_input input = {.kind = UH_TELL_STILL,
                                     .since = {at->boot_ms - UH_SCHEDULE_STILL_MS}};
    assert_int_equal(desk_tell_all(at, input), UH_OK);
}

void desk_idle(desk *at, int64_t ago_ms)
{
    const uh_schedule_input input = {.kind = UH_TELL_IDLE, .since = {at->boot_ms - ago_ms}};
    assert_int_equal(desk_tell_all(at, input), UH_OK);
}

void desk_leave_for(desk *at, int64_t ms)
{
    const int64_t unseen_ms = at->settings.away_ms;
    desk_pass(at, ms < unseen_ms ? ms : unseen_ms);
    if (ms >= unseen_ms) {
        desk_idle(at, unseen_ms);
        desk_pass(at, ms - unseen_ms);
    }
    desk_tell(at, UH_TELL_ACTIVE);
}

void desk_pause_typing(desk *at)
{
    desk_pass(at, UH_SCHEDULE_STILL_MS);
    desk_still(at);
    desk_tell(at, UH_TELL_ACTIVE);
}

void desk_until_shown(desk *at)
{
    const int64_t end_ms = at->boot_ms + HOURS(8);
    while (at->schedule.phase != UH_SCHEDULE_SHOWN) {
        desk_pass(at, MINUTES(1));
        if (at->schedule.phase == UH_SCHEDULE_DUE) {
            desk_pause_typing(at);
        }
        assert_true(at->boot_ms < end_ms);
    }
}

void desk_restart(desk *at, bool orderly, bool reboot, int64_t ms)
{
    static char text[UH_SCHEDULE_TEXT_SIZE];
    desk_take(at);
    const size_t length =
        uh_schedule_write(&at->schedule, DESK_BOOT_ID, desk_now(at), orderly, text, sizeof text);
    assert_int_equal(length, strlen(text));
    const int64_t unix_ms = at->boot_ms + at->wall_ms + ms;
    at->boot_ms = reboot ? MINUTES(1) : at->boot_ms + ms;
    at->wall_ms = unix_ms - at->boot_ms;
    const char *boot_id = reboot ? "another-boot" : DESK_BOOT_ID;
    memset(&at->schedule, 0, sizeof at->schedule);
    assert_int_equal(
        uh_schedule_read(text, boot_id, &at->settings, &at->zone, desk_now(at), &at->schedule),
        UH_OK);
    desk_take(at);
}

uint32_t desk_count(const desk *at, uh_schedule_event_kind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < at->count; i++) {
        count += at->events[i].kind == kind;
    }
    return count;
}

const uh_schedule_event *desk_last(const desk *at, uh_schedule_event_kind kind)
{
    for (uint32_t i = at->count; i > 0; i--) {
        if (at->events[i - 1].kind == kind) {
            return &at->events[i - 1];
        }
    }
    fail_msg("there was no %s", uh_schedule_event_name(kind));
    return NULL;
}

int64_t desk_sitting_ms(const desk *at)
{
    return desk_look(at).sitting_ms;
}

uh_schedule_view desk_look(const desk *at)
{
    return uh_schedule_look(&at->schedule, (uh_boot_ms){at->boot_ms});
}
