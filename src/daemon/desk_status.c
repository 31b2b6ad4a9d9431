/* SPDX-License-Identifier: MIT */
/* desk_status.c: what the desk says of itself on the bus, and the commands that come from there. */
#include <stdio.h>
#include <string.h>

#include "daemon/desk.h"
#include "host/clock.h"

enum { SECOND_MS = 1000 };

const char *uh_trouble_name(uint32_t trouble)
{
    static const char *const names[UH_TROUBLE_COUNT] = {
        "bus", "login", "presence", "notifications", "state", "settings", "name"};
    return trouble < UH_TROUBLE_COUNT ? names[trouble] : "";
}

static const char *join(uint32_t set, const char *(*name_of)(uint32_t), char *out, size_t size)
{
    size_t length = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < 32 && name_of(i)[0] != '\0'; i++) {
        if ((set & 1U << i) != 0 && length < size) {
            length += (size_t)snprintf(out + length, size - length, "%s%s", length > 0 ? ", " : "",
                                       name_of(i));
        }
    }
    return out;
}

static uint32_t seconds(int64_t ms)
{
    return (uint32_t)(ms / SECOND_MS);
}

static uint64_t moment(bool there, uh_instant at)
{
    return there && at.wall.ms > 0 ? (uint64_t)at.wall.ms : 0;
}

static void look(void *user, uh_control_status *ret_status)
{
    uh_desk *desk = user;
    const uh_schedule_view view = uh_schedule_look(&desk->schedule, uh_clock_boot());
    const uh_schedule_day *today = &view.today;
    const bool stretches = view.prompt == UH_PROMPT_STRETCH;
    *ret_status = (uh_control_status){
        .present = view.here,
        .engaged = view.engaged,
        .locked = view.locked,
        .open = view.is_open,
        .quiet = view.quiet,
        .until_tomorrow = view.until_tomorrow,
        .missed = view.missed,
        .confirming = view.confirming,
        .phase = uh_schedule_phase_name(view.phase),
        .prompt = uh_prompt_name(view.prompt),
        .stretch = stretches ? desk->offer.stretch : "",
        .waits_for = join(view.busy, uh_busy_name, desk->waits_for, sizeof desk->waits_for),
        .idle_source = uh_idle_source_name(desk->idle != NULL ? uh_idle_source_of(desk->idle)
                                                              : (uint32_t)UH_IDLE_NONE),
        .trouble = join(desk->trouble, uh_trouble_name, desk->troubles, sizeof desk->troubles),
        .sitting_s = view.sitting ? seconds(view.sitting_ms) : 0,
        .sitting_today_s = seconds(today->sitting_ms),
        .sitting_since = moment(view.sitting, view.sitting_since),
        .away_since = moment(!view.here, view.away_since),
        .next = moment(view.has_next, view.next),
        .quiet_until = moment(view.quiet, view.quiet_until),
        .put_offs = view.put_offs,
        .snooze_most_s = seconds(view.snooze_ms),
        .breaks_today = today->breaks,
        .stretches_today = today->stretches,
        .prompts_today = today->prompts,
        .snoozes_today = today->snoozes,
        .skips_today = today->skips,
    };
}

static uh_control_outcome tell(void *user, const uh_schedule_input *input)
{
    uh_desk *desk = user;
    desk->confirmed = false;
    const uh_status status = uh_desk_tell(desk, *input);
    if (status != UH_OK) {
        return status == UH_ERR_STATE ? UH_CONTROL_LOCKED : UH_CONTROL_RANGE;
    }
    return desk->confirmed ? UH_CONTROL_AGAIN : UH_CONTROL_DONE;
}

static void reload(void *user)
{
    uh_desk *desk = user;
    uh_offering_ask(&desk->offering, desk->loop);
}

const uh_control_hearing uh_desk_control_hearing = {look, tell, reload, NULL};
