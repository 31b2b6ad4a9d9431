/* SPDX-License-Identifier: MIT */
#include "core/schedule_inside.h"

uh_schedule_settings uh_schedule_default_settings(void)
{
    return (uh_schedule_settings){
        .interval_ms = UH_SCHEDULE_INTERVAL_MS,
        .away_ms = UH_SCHEDULE_AWAY_MS,
        .defer = ((1U << UH_BUSY_COUNT) - 1) & ~(1U << UH_BUSY_BATTERY),
        .moment_count = 2,
        .moments = {{.minute = 10 * 60 + 30}, {.minute = 15 * 60}},
    };
}

static bool is_within(int64_t value, int64_t min, int64_t max)
{
    return value >= min && value <= max;
}

static bool are_hours(const uh_schedule_settings *settings)
{
    for (uint32_t day = 0; day < UH_COUNT(settings->hours_count); day++) {
        if (settings->hours_count[day] > UH_SCHEDULE_HOURS_MAX) {
            return false;
        }
        for (uint32_t i = 0; i < settings->hours_count[day]; i++) {
            const uh_schedule_hours *hours = &settings->hours[day][i];
            if (hours->begin >= UH_DAY_MINUTES || hours->end > UH_DAY_MINUTES) {
                return false;
            }
        }
    }
    return true;
}

static bool are_moments(const uh_schedule_settings *settings)
{
    if (settings->moment_count > UH_SCHEDULE_MOMENTS_MAX) {
        return false;
    }
    for (uint32_t i = 0; i < settings->moment_count; i++) {
        if (settings->moments[i].minute >= UH_DAY_MINUTES) {
            return false;
        }
    }
    return true;
}

uh_status uh_schedule_check_settings(const uh_schedule_settings *settings)
{
    const bool good =
        is_within(settings->interval_ms, UH_SCHEDULE_INTERVAL_MIN_MS,
                  UH_SCHEDULE_INTERVAL_MAX_MS) &&
        is_within(settings->away_ms, UH_SCHEDULE_AWAY_MIN_MS, UH_SCHEDULE_AWAY_MAX_MS) &&
        (settings->posture_ms == 0 ||
         is_within(settings->posture_ms, UH_SCHEDULE_POSTURE_MIN_MS, UH_SCHEDULE_POSTURE_MAX_MS)) &&
        settings->defer < 1U << UH_BUSY_COUNT && are_hours(settings) && are_moments(settings);
    return good ? UH_OK : UH_ERR_RANGE;
}

/* -- names -- */

static const char *name_at(const char *const *names, uint32_t count, uint32_t value)
{
    return value < count ? names[value] : "";
}

const char *uh_busy_name(uint32_t busy)
{
    static const char *const names[] = {"do-not-disturb", "full-screen", "inhibited", "microphone",
                                        "camera",         "battery",     "command"};
    return name_at(names, UH_COUNT(names), busy);
}

const char *uh_schedule_input_name(uint32_t kind)
{
    static const char *const names[] = {"active",  "still", "idle",           "lock",  "unlock",
                                        "sleep",   "wake",  "clock",          "busy",  "closed",
                                        "expired", "done",  "start",          "now",   "snooze",
                                        "skip",    "quiet", "quiet-tomorrow", "resume"};
    return name_at(names, UH_COUNT(names), kind);
}

const char *uh_prompt_name(uint32_t prompt)
{
    static const char *const names[] = {"stand", "stretch", "long", "posture"};
    return name_at(names, UH_COUNT(names), prompt);
}

const char *uh_schedule_event_name(uint32_t kind)
{
    static const char *const names[] = {"look",  "withdraw", "soon", "now", "confirm",
                                        "start", "break",    "back", "day"};
    return name_at(names, UH_COUNT(names), kind);
}

const char *uh_withdraw_name(uint32_t why)
{
    static const char *const names[] = {"answered", "away",   "quiet", "closed",
                                        "unseen",   "rested", "busy"};
    return name_at(names, UH_COUNT(names), why);
}

const char *uh_pause_kind_name(uint32_t pause)
{
    static const char *const names[] = {"away", "stood", "posture", "stretch"};
    return name_at(names, UH_COUNT(names), pause);
}

const char *uh_schedule_phase_name(uint32_t phase)
{
    static const char *const names[] = {"waiting", "due", "shown", "started"};
    return name_at(names, UH_COUNT(names), phase);
}
