/* SPDX-License-Identifier: MIT */
/* Bytes as settings, a zone and what is told of a desk, in any order and with any clock. Whatever
 * is told, nobody sits for a negative time, there is one prompt at a time, none behind a lock, and
 * every deadline lies ahead. */
#include <stdlib.h>
#include <string.h>

#include "unhunch/schedule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct bytes {
    const uint8_t *at;
    const uint8_t *end;
} bytes;

static void expect(bool condition)
{
    if (!condition) {
        abort();
    }
}

static uint32_t take(bytes *from)
{
    return from->at < from->end ? *from->at++ : 0;
}

/* A length whose size is one byte's matter: milliseconds to days. */
static int64_t take_length(bytes *from)
{
    static const int64_t units_ms[] = {1, 1000, 60000, 3600000};
    const uint32_t unit = take(from) % UH_COUNT(units_ms);
    return (int64_t)take(from) * units_ms[unit];
}

static uh_schedule_settings take_settings(bytes *from)
{
    uh_schedule_settings settings = uh_schedule_default_settings();
    settings.interval_ms = (int64_t)(15 + take(from) % 50) * 60000;
    settings.away_ms = (int64_t)(take(from) % 18) * 60000;
    settings.posture_ms = (int64_t)(take(from) % 64) * 60000;
    const uint32_t flags = take(from);
    settings.gentle = (flags & 1) != 0;
    settings.stretch_always = (flags & 2) != 0;
    settings.defer = take(from);
    settings.moment_count = take(from) % 10;
    for (uint32_t i = 0; i < UH_SCHEDULE_MOMENTS_MAX && (flags & 4) != 0; i++) {
        settings.moments[i] = (uh_schedule_moment){take(from) * 6, (flags & 8) != 0};
    }
    for (uint32_t day = 0; day < 7 && (flags & 16) != 0; day++) {
        settings.hours_count[day] = take(from) % 5;
        for (uint32_t i = 0; i < UH_SCHEDULE_HOURS_MAX; i++) {
            settings.hours[day][i] = (uh_schedule_hours){take(from) * 6, take(from) * 6};
        }
    }
    return settings;
}

static uh_zone take_zone(bytes *from, uh_unix_ms now)
{
    uh_zone zone = {.offset_s = ((int32_t)take(from) - 128) * 900, .count = take(from) % 6};
    uh_unix_ms at = now;
    for (uint32_t i = 0; i < UH_ZONE_CHANGES_MAX; i++) {
        at.ms += take_length(from);
        zone.changes[i] = (uh_zone_change){at, ((int32_t)take(from) - 128) * 900};
    }
    return zone;
}

typedef struct desk {
    uh_schedule schedule;
    uh_instant now;
    bool up;
    bool locked;
    bool asleep;
} desk;

static void check(const desk *of)
{
    const uh_schedule_view view = uh_schedule_look(&of->schedule, of->now.boot);
    expect(view.sitting_ms >= 0);
    expect(!view.sitting || view.sitting_ms <= of->now.boot.ms - view.sitting_since.boot.ms);
    expect(view.today.sitting_ms >= 0);
    expect(view.locked == of->locked && view.asleep == of->asleep);
    expect(!view.has_next || view.next.boot.ms >= of->now.boot.ms);
    (void)uh_schedule_hash(&of->schedule);
}

static void take_events(desk *of, bytes *from)
{
    uh_schedule_event event;
    uint32_t count = 0;
    while (uh_schedule_next(&of->schedule, of->now.boot, &event)) {
        expect(event.at.boot.ms <= of->now.boot.ms);
        if (event.kind == UH_SCHEDULE_LOOK) {
            const uh_schedule_input answer = {
                .kind = UH_TELL_BUSY, .at = event.at, .busy = take(from)};
            expect(take(from) % 8 == 0 || uh_schedule_tell(&of->schedule, &answer) == UH_OK);
        } else if (event.kind == UH_SCHEDULE_NOW) {
            expect(!of->up && !of->locked && !of->asleep);
            of->up = true;
        } else if (event.kind == UH_SCHEDULE_WITHDRAW) {
            of->up = false;
        }
        expect(++count < 1000000);
    }
    expect(uh_schedule_deadline(&of->schedule).ms > of->now.boot.ms);
}

static void tell(desk *of, bytes *from)
{
    const uh_schedule_input input = {.kind = (uh_schedule_input_kind)(take(from) % UH_TELL_COUNT),
                                     .at = of->now,
                                     .since = {of->now.boot.ms - take_length(from)},
                                     .busy = take(from),
                                     .length_ms = take_length(from),
                                     .reason = (uh_skip_reason)(take(from) % 4),
                                     .prompt = (uh_prompt)(take(from) % UH_PROMPT_COUNT),
                                     .typed = (take(from) & 1) != 0};
    const uh_status status = uh_schedule_tell(&of->schedule, &input);
    expect(status != UH_ERR_PENDING);
    of->locked = input.kind == UH_TELL_LOCK || (of->locked && input.kind != UH_TELL_UNLOCK);
    of->asleep = input.kind == UH_TELL_SLEEP || (of->asleep && input.kind != UH_TELL_WAKE);
    if (input.kind == UH_TELL_CLOSED || input.kind == UH_TELL_EXPIRED) {
        of->up = false;
    }
}

static void restart(desk *of, const uh_schedule_settings *settings, bytes *from)
{
    static char text[UH_SCHEDULE_TEXT_SIZE];
    const uint32_t how = take(from);
    (void)uh_schedule_write(&of->schedule, "here", of->now, (how & 1) != 0, text, sizeof text);
    of->now.boot.ms += take_length(from);
    of->now.wall.ms += take_length(from);
    const uh_zone zone = uh_zone_utc();
    expect(uh_schedule_read(text, (how & 2) != 0 ? "here" : "there", settings, &zone, of->now,
                            &of->schedule) == UH_OK);
    const uh_schedule_view view = uh_schedule_look(&of->schedule, of->now.boot);
    of->up = false;
    of->locked = view.locked;
    of->asleep = view.asleep;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bytes from = {data, data + size};
    desk of = {.now = {{1000}, {INT64_C(1772442000000)}}};
    uh_schedule_settings settings = take_settings(&from);
    uh_zone zone = take_zone(&from, of.now.wall);
    if (uh_schedule_begin(&settings, &zone, of.now, &of.schedule) != UH_OK) {
        return 0;
    }
    while (from.at < from.end) {
        const uint32_t what = take(&from);
        const int64_t pass_ms = take_length(&from);
        of.now.boot.ms += pass_ms;
        of.now.wall.ms += pass_ms + (what % 16 == 1 ? take_length(&from) * 100 : 0) -
                          (what % 16 == 2 ? take_length(&from) * 100 : 0);
        take_events(&of, &from);
        if (what % 16 == 3) {
            restart(&of, &settings, &from);
        } else if (what % 16 == 4) {
            zone = take_zone(&from, of.now.wall);
            expect(uh_schedule_set_zone(&of.schedule, &zone, of.now) != UH_ERR_PENDING);
        } else if (what % 16 == 5) {
            const uh_schedule_settings other = take_settings(&from);
            if (uh_schedule_set_settings(&of.schedule, &other, of.now) == UH_OK) {
                settings = other;
            }
        } else {
            tell(&of, &from);
        }
        take_events(&of, &from);
        check(&of);
    }
    return 0;
}
