/* SPDX-License-Identifier: MIT */
/* Bytes as the text of a schedule. What is taken can be lived with: it goes on for a week without a
 * contradiction, and what it then writes reads back. */
#include <stdlib.h>
#include <string.h>

#include "unhunch/schedule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool condition)
{
    if (!condition) {
        abort();
    }
}

static void take_until(uh_schedule *schedule, int64_t boot_ms)
{
    uh_schedule_event event;
    for (uint32_t count = 0; uh_schedule_next(schedule, (uh_boot_ms){boot_ms}, &event); count++) {
        expect(count < 100000);
    }
    expect(uh_schedule_deadline(schedule).ms > boot_ms);
}

static void go_on(uh_schedule *schedule, uh_instant now)
{
    const uh_schedule_view view = uh_schedule_look(schedule, now.boot);
    expect(view.sitting_ms >= 0 && view.today.sitting_ms >= 0);
    expect(!view.sitting || view.sitting_ms <= now.boot.ms - view.sitting_since.boot.ms);
    for (int day = 0; day < 7; day++) {
        now.boot.ms += 86400000;
        now.wall.ms += 86400000;
        take_until(schedule, now.boot.ms);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char text[2 * UH_SCHEDULE_TEXT_SIZE];
    static char again[UH_SCHEDULE_TEXT_SIZE];
    if (size >= sizeof text) {
        return 0;
    }
    memcpy(text, data, size);
    text[size] = '\0';
    const uh_schedule_settings settings = uh_schedule_default_settings();
    const uh_zone zone = uh_zone_utc();
    const uh_instant now = {{90000000}, {INT64_C(1772442000000)}};
    for (int other_boot = 0; other_boot < 2; other_boot++) {
        uh_schedule schedule;
        if (uh_schedule_read(text, other_boot ? "there" : "here", &settings, &zone, now,
                             &schedule) != UH_OK) {
            continue;
        }
        take_until(&schedule, now.boot.ms);
        (void)uh_schedule_write(&schedule, "here", now, false, again, sizeof again);
        uh_schedule back;
        expect(uh_schedule_read(again, "here", &settings, &zone, now, &back) == UH_OK);
        go_on(&schedule, now);
    }
    return 0;
}
