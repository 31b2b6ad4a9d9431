/* SPDX-License-Identifier: MIT */
/* desks.c SCRIPT: plays the desks of a script and prints each event, and deadline and hash after
 * each line; desks.mjs does the same through the door. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unhunch/schedule.h"

static uh_schedule schedule;
static uint32_t busy;

static void print_event(const uh_schedule_event *of)
{
    (void)printf("  %s %" PRId64 " %" PRId64 " %" PRId64 " %u %u %u %" PRId64 " %u %u %u %" PRId64
                 "\n",
                 uh_schedule_event_name(of->kind), of->at.boot.ms, of->at.wall.ms, of->sitting_ms,
                 of->prompt, of->again, of->quiet, of->snooze_ms, of->put_offs, of->why, of->pause,
                 of->length_ms);
}

static void take_until(int64_t boot_ms)
{
    uh_schedule_event event;
    while (uh_schedule_next(&schedule, (uh_boot_ms){boot_ms}, &event)) {
        print_event(&event);
        if (event.kind == UH_SCHEDULE_LOOK) {
            const uh_schedule_input answer = {.kind = UH_TELL_BUSY, .at = event.at, .busy = busy};
            if (uh_schedule_tell(&schedule, &answer) != UH_OK) {
                abort();
            }
        }
    }
}

static uint32_t kind_of(const char *name)
{
    uint32_t kind = 0;
    while (kind < UH_TELL_COUNT && strcmp(uh_schedule_input_name(kind), name) != 0) {
        kind++;
    }
    if (kind == UH_TELL_COUNT) {
        abort();
    }
    return kind;
}

static int tell(uint32_t kind, uh_instant at, int64_t since_ms, uint32_t number)
{
    const uh_schedule_input input = {
        .kind = (uh_schedule_input_kind)kind,
        .at = at,
        .since = {since_ms},
        .busy = number,
        .length_ms = number,
        .reason = kind == UH_TELL_SKIP ? (uh_skip_reason)number : UH_SKIP_NOT_NOW,
        .prompt = kind == UH_TELL_NOW ? (uh_prompt)number : UH_PROMPT_STAND,
        .typed = true,
    };
    return uh_schedule_tell(&schedule, &input);
}

static void play_line(const char *line)
{
    char name[32] = "";
    int64_t boot_ms = 0;
    int64_t wall_ms = 0;
    int64_t since_ms = 0;
    int32_t offset_s = 0;
    uint32_t number = 0;
    if (sscanf(line, "begin %" SCNd64 " %" SCNd64 " %" SCNd32, &boot_ms, &wall_ms, &offset_s) ==
        3) {
        const uh_schedule_settings settings = uh_schedule_default_settings();
        const uh_zone zone = {.offset_s = offset_s};
        (void)printf(
            "begin %d\n",
            uh_schedule_begin(&settings, &zone, (uh_instant){{boot_ms}, {wall_ms}}, &schedule));
    } else if (sscanf(line, "busy %" SCNu32, &busy) == 1) {
        return;
    } else if (sscanf(line, "%" SCNd64 " %" SCNd64 " %31s %" SCNd64 " %" SCNu32, &boot_ms, &wall_ms,
                      name, &since_ms, &number) >= 3) {
        take_until(boot_ms);
        const int status =
            tell(kind_of(name), (uh_instant){{boot_ms}, {wall_ms}}, since_ms, number);
        (void)printf("%" PRId64 " %s %d\n", boot_ms, name, status);
        take_until(boot_ms);
    } else {
        return;
    }
    (void)printf("  deadline %" PRId64 " hash %016" PRIx64 "\n", uh_schedule_deadline(&schedule).ms,
                 uh_schedule_hash(&schedule));
}

int main(int argc, char **argv)
{
    FILE *script = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!script) {
        return 2;
    }
    char line[256];
    while (fgets(line, sizeof line, script)) {
        play_line(line);
    }
    (void)fclose(script);
    return 0;
}
