/* SPDX-License-Identifier: MIT */
#include "host/desktop/timer.h"

#include <stdlib.h>
#include <systemd/sd-event.h>
#include <time.h>

enum { US_OF_MS = 1000, ACCURACY_US = 1000 };

struct uh_timer {
    sd_event_source *source;
    void (*due)(void *user);
    void *user;
};

static int on_time(sd_event_source *source, uint64_t at_us, void *user)
{
    uh_timer *timer = user;
    (void)source;
    (void)at_us;
    timer->due(timer->user);
    return 0;
}

uh_timer *uh_timer_open(struct sd_event *event, void (*due)(void *user), void *user)
{
    uh_timer *timer = calloc(1, sizeof *timer);
    if (timer == NULL) {
        return NULL;
    }
    timer->due = due;
    timer->user = user;
    /* CLOCK_BOOTTIME also runs while the machine sleeps: what was due then is known on waking */
    if (sd_event_add_time(event, &timer->source, CLOCK_BOOTTIME, UINT64_MAX, ACCURACY_US, on_time,
                          timer) < 0) {
        free(timer);
        return NULL;
    }
    (void)sd_event_source_set_enabled(timer->source, SD_EVENT_OFF);
    return timer;
}

void uh_timer_arm(uh_timer *timer, uh_boot_ms at)
{
    if (at.ms == UH_NEVER.ms) {
        (void)sd_event_source_set_enabled(timer->source, SD_EVENT_OFF);
        return;
    }
    (void)sd_event_source_set_time(timer->source, (uint64_t)at.ms * US_OF_MS);
    (void)sd_event_source_set_enabled(timer->source, SD_EVENT_ONESHOT);
}

void uh_timer_close(uh_timer *timer)
{
    if (timer != NULL) {
        (void)sd_event_source_disable_unref(timer->source);
        free(timer);
    }
}

static int64_t read_ms(clockid_t clock)
{
    struct timespec now = {0};
    (void)clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t uh_timer_slept_ms(void)
{
    return read_ms(CLOCK_BOOTTIME) - read_ms(CLOCK_MONOTONIC);
}
