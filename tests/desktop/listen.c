/* SPDX-License-Identifier: MIT */
/* listen SOURCE AWAY_MS STILL_MS: what idle.h says on this desktop, a line each: "source NAME",
 * "away", "still", "active", "lost". Ends with stdin. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <systemd/sd-event.h>
#include <unistd.h>

#include "host/desktop/idle.h"

static uh_loop *loop;

static void say(const char *word)
{
    (void)printf("%s\n", word);
    (void)fflush(stdout);
}

static void on_idle(void *user, uh_idle_watch watch, uh_boot_ms since)
{
    (void)user;
    (void)since;
    say(watch == UH_IDLE_AWAY ? "away" : "still");
}

static void on_active(void *user)
{
    (void)user;
    say("active");
}

static void on_lost(void *user)
{
    (void)user;
    say("lost");
    uh_loop_end(loop);
}

static void nothing(void *user)
{
    (void)user;
}

static void no_file(void *user, const char *name)
{
    (void)user;
    (void)name;
}

static int on_stdin(sd_event_source *source, int fd, uint32_t events, void *user)
{
    char text[16];
    (void)source;
    (void)events;
    (void)user;
    if (read(fd, text, sizeof text) <= 0) {
        uh_loop_end(loop);
    }
    return 0;
}

static uh_idle_source source_named(const char *name)
{
    uh_idle_source source = UH_IDLE_AUTO;
    while (source < UH_IDLE_NONE && strcmp(uh_idle_source_name(source), name) != 0) {
        source++;
    }
    return source;
}

int main(int argc, char **argv)
{
    const uh_loop_hearing hearing = {nothing, nothing, no_file, NULL};
    const uh_idle_hearing idle_hearing = {on_idle, on_active, on_lost, NULL};
    uh_buses buses = {0};
    if (argc != 4 || uh_loop_open(&hearing, &loop) != UH_OK ||
        sd_event_add_io(uh_loop_event(loop), NULL, STDIN_FILENO, EPOLLIN, on_stdin, NULL) < 0) {
        return 1;
    }
    uh_buses_open(loop, &buses);
    uh_idle *idle = uh_idle_open(loop, &buses, source_named(argv[1]), &idle_hearing);
    uh_idle_set(idle, UH_IDLE_AWAY, strtoll(argv[2], NULL, 10));
    uh_idle_set(idle, UH_IDLE_STILL, strtoll(argv[3], NULL, 10));
    (void)printf("source %s\n", uh_idle_source_name(uh_idle_source_of(idle)));
    (void)fflush(stdout);
    uh_loop_run(loop);
    uh_idle_close(idle);
    uh_buses_close(&buses);
    uh_loop_close(loop);
    return 0;
}
