/* SPDX-License-Identifier: MIT */
/* Takes the place of host/clock.c and host/desktop/timer.c in test programs: a clock that moves on
 * command. It is 2026-01-05 09:00 UTC, a Monday, an hour after boot, unless UNHUNCH_TEST_CLOCK (ms
 * since 1970) and UNHUNCH_TEST_BOOT (ms) say otherwise.
 *
 * Commands are lines on stdin, each answered by "ok BOOT_MS" on stdout:
 *   go MS      time passes; what is due on the way is due at its moment
 *   jump MS    time passes and this program was not there: due once, late
 *   sleep MS   the machine sleeps for so long
 *   wall MS    the wall clock is set forward, or back */
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <systemd/sd-event.h>
#include <unistd.h>

#include "host/clock.h"
#include "host/desktop/timer.h"

struct uh_timer {
    sd_event_source *commands;
    void (*due)(void *user);
    void *user;
    int64_t at_ms;
};

static int64_t passed_ms;
static int64_t set_ms;
static int64_t slept_ms;

static int64_t given(const char *name, int64_t usual)
{
    const char *text = getenv(name);
    return text != NULL && text[0] != '\0' ? strtoll(text, NULL, 10) : usual;
}

uh_boot_ms uh_clock_boot(void)
{
    return (uh_boot_ms){given("UNHUNCH_TEST_BOOT", 3600000) + passed_ms};
}

uh_unix_ms uh_clock_unix(void)
{
    return (uh_unix_ms){given("UNHUNCH_TEST_CLOCK", INT64_C(1767603600000)) + passed_ms + set_ms};
}

int uh_clock_wait(struct pollfd *fds, uint32_t count, uh_boot_ms until)
{
    (void)until;
    return poll(fds, count, 0);
}

static void ring(uh_timer *timer)
{
    timer->at_ms = INT64_MAX;
    timer->due(timer->user);
}

static void go(uh_timer *timer, int64_t ms)
{
    const int64_t end_ms = uh_clock_boot().ms + ms;
    while (timer->at_ms <= end_ms) {
        const int64_t wait_ms = timer->at_ms - uh_clock_boot().ms;
        passed_ms += wait_ms > 0 ? wait_ms : 0;
        ring(timer);
    }
    passed_ms += end_ms - uh_clock_boot().ms;
}

static void obey(uh_timer *timer, const char *word, int64_t ms)
{
    if (strcmp(word, "go") == 0) {
        go(timer, ms);
    } else if (strcmp(word, "wall") == 0) {
        set_ms += ms;
    } else {
        passed_ms += ms;
        slept_ms += strcmp(word, "sleep") == 0 ? ms : 0;
        if (timer->at_ms <= uh_clock_boot().ms) {
            ring(timer);
        }
    }
    (void)printf("ok %" PRId64 "\n", uh_clock_boot().ms);
    (void)fflush(stdout);
}

static int on_commands(sd_event_source *source, int fd, uint32_t events, void *user)
{
    static char text[256];
    static size_t length;
    (void)events;
    const ssize_t got = read(fd, text + length, sizeof text - 1 - length);
    if (got <= 0) {
        (void)sd_event_source_set_enabled(source, SD_EVENT_OFF);
        return 0;
    }
    length += (size_t)got;
    text[length] = '\0';
    for (char *end; (end = strchr(text, '\n')) != NULL;) {
        char word[16] = "";
        int64_t ms = 0;
        *end = '\0';
        if (sscanf(text, "%15s %" SCNd64, word, &ms) == 2) {
            obey(user, word, ms);
        }
        length -= (size_t)(end + 1 - text);
        memmove(text, end + 1, length + 1);
    }
    return 0;
}

uh_timer *uh_timer_open(struct sd_event *event, void (*due)(void *user), void *user)
{
    uh_timer *timer = calloc(1, sizeof *timer);
    if (timer != NULL) {
        *timer = (uh_timer){.due = due, .user = user, .at_ms = INT64_MAX};
        /* a closed stdin, or /dev/null, is a clock that stands still */
        (void)sd_event_add_io(event, &timer->commands, STDIN_FILENO, EPOLLIN, on_commands, timer);
    }
    return timer;
}

void uh_timer_arm(uh_timer *timer, uh_boot_ms at)
{
    timer->at_ms = at.ms;
}

void uh_timer_close(uh_timer *timer)
{
    if (timer != NULL) {
        sd_event_source_disable_unref(timer->commands);
        free(timer);
    }
}

int64_t uh_timer_slept_ms(void)
{
    return slept_ms;
}
