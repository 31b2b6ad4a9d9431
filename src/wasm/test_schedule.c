/* SPDX-License-Identifier: MIT */
/* test_schedule.c: the schedule for the tests of the module: one desk, held here. Times are
 * milliseconds of the boot clock and of the wall clock. */
#include "unhunch/schedule.h"
#include "wasm/door.h"

static uh_schedule schedule;
static uh_schedule_event event;
static bool begun;
static double numbers[12];

static uh_boot_ms boot_of(double ms)
{
    UH_ASSERT(ms >= 0 && ms <= 9007199254740992.0);
    return (uh_boot_ms){(int64_t)ms};
}

static uh_instant instant_of(double boot_ms, double wall_ms)
{
    UH_ASSERT(wall_ms >= -9007199254740992.0 && wall_ms <= 9007199254740992.0);
    return (uh_instant){boot_of(boot_ms), {(int64_t)wall_ms}};
}

/* With the standard settings, where local time is offset_s ahead of UTC for ever. */
UH_DOOR(int32_t, uh_door_schedule_begin, double boot_ms, double wall_ms, int32_t offset_s)
{
    const uh_schedule_settings settings = uh_schedule_default_settings();
    const uh_zone zone = {.offset_s = offset_s};
    const uh_status status =
        uh_schedule_begin(&settings, &zone, instant_of(boot_ms, wall_ms), &schedule);
    begun = begun || status == UH_OK;
    return status;
}

/* `number`: what the kind brings along: a length, a set of busy, a reason or a prompt. */
UH_DOOR(int32_t, uh_door_schedule_tell, uint32_t kind, double boot_ms, double wall_ms,
        double since_ms, uint32_t number)
{
    UH_ASSERT(begun && kind < UH_TELL_COUNT);
    UH_ASSERT(kind != UH_TELL_SKIP || number <= UH_SKIP_DONE_ALREADY);
    UH_ASSERT(kind != UH_TELL_NOW || number < UH_PROMPT_COUNT);
    const uh_schedule_input input = {
        .kind = (uh_schedule_input_kind)kind,
        .at = instant_of(boot_ms, wall_ms),
        .since = boot_of(since_ms),
        .busy = number,
        .length_ms = number,
        .reason = kind == UH_TELL_SKIP ? (uh_skip_reason)number : UH_SKIP_NOT_NOW,
        .prompt = kind == UH_TELL_NOW ? (uh_prompt)number : UH_PROMPT_STAND,
        .typed = true,
    };
    return uh_schedule_tell(&schedule, &input);
}

/* 1: an event was taken; uh_door_schedule_event() has it. */
UH_DOOR(uint32_t, uh_door_schedule_next, double boot_ms)
{
    UH_ASSERT(begun);
    return uh_schedule_next(&schedule, boot_of(boot_ms), &event);
}

/* kind, at on the boot clock and on the wall, sitting_ms, prompt, again, quiet, snooze_ms,
 * put_offs, why, pause, length_ms. */
UH_DOOR(const double *, uh_door_schedule_event, void)
{
    const double list[] = {
        event.kind,
        (double)event.at.boot.ms,
        (double)event.at.wall.ms,
        (double)event.sitting_ms,
        event.prompt,
        event.again,
        event.quiet,
        (double)event.snooze_ms,
        event.put_offs,
        event.why,
        event.pause,
        (double)event.length_ms,
    };
    for (uint32_t i = 0; i < UH_COUNT(list); i++) {
        numbers[i] = list[i];
    }
    return numbers;
}

UH_DOOR(double, uh_door_schedule_deadline, void)
{
    UH_ASSERT(begun);
    return (double)uh_schedule_deadline(&schedule).ms;
}

UH_DOOR(uint64_t, uh_door_schedule_hash, void)
{
    UH_ASSERT(begun);
    return uh_schedule_hash(&schedule);
}
