/* SPDX-License-Identifier: MIT */
#include "host/desktop/loop.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <time.h>
#include <unistd.h>

#include "host/desktop/timer.h"

struct uh_loop {
    sd_event *event;
    uh_timer *timer;
    uh_loop_hearing hearing;
    int clock_fd;
    bool ended;
    sd_event_source *clock;
    sd_event_source *folder;
};

/* -- the wall clock -- */

/* A timer that is never due, only cancelled: when the clock is set, and when the machine wakes up,
 * because then the wall clock has moved on and the monotonic one has not. So no sleep stays unseen
 * until the next deadline, announced or not. */
static int watch_clock(int fd)
{
    const struct itimerspec never = {.it_value = {.tv_sec = INT32_MAX}};
    return timerfd_settime(fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL);
}

static int on_clock(sd_event_source *source, int fd, uint32_t events, void *user)
{
    const uh_loop *loop = user;
    uint64_t times;
    (void)source;
    (void)events;
    if (read(fd, &times, sizeof times) < 0 && errno == ECANCELED) {
        (void)watch_clock(fd);
        loop->hearing.clock(loop->hearing.user);
    }
    return 0;
}

static bool open_clock(uh_loop *loop)
{
    loop->clock_fd = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    return loop->clock_fd >= 0 && watch_clock(loop->clock_fd) == 0 &&
           sd_event_add_io(loop->event, &loop->clock, loop->clock_fd, EPOLLIN, on_clock, loop) >= 0;
}

/* -- files -- */

static int on_file(sd_event_source *source, const struct inotify_event *event, void *user)
{
    const uh_loop *loop = user;
    (void)source;
    if (event->len > 0) {
        loop->hearing.file(loop->hearing.user, event->name);
    }
    return 0;
}

void uh_loop_watch_folder(uh_loop *loop, const char *path)
{
    sd_event_source_disable_unref(loop->folder);
    loop->folder = NULL;
    (void)sd_event_add_inotify(loop->event, &loop->folder, path,
                               IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE, on_file, loop);
}

/* -- the whole -- */

static void on_due(void *user)
{
    const uh_loop *loop = user;
    loop->hearing.due(loop->hearing.user);
}

static int on_signal(sd_event_source *source, const struct signalfd_siginfo *info, void *user)
{
    (void)source;
    (void)info;
    uh_loop_end(user);
    return 0;
}

/* CHLD is blocked, too: children are waited for by the loop. */
static bool block_signals(void)
{
    sigset_t set;
    return sigemptyset(&set) == 0 && sigaddset(&set, SIGCHLD) == 0 &&
           sigaddset(&set, SIGINT) == 0 && sigaddset(&set, SIGTERM) == 0 &&
           sigprocmask(SIG_BLOCK, &set, NULL) == 0 && signal(SIGPIPE, SIG_IGN) != SIG_ERR;
}

static bool open_all(uh_loop *loop)
{
    if (!block_signals() || sd_event_new(&loop->event) < 0) {
        return false;
    }
    loop->timer = uh_timer_open(loop->event, on_due, loop);
    return loop->timer != NULL && open_clock(loop) &&
           sd_event_add_signal(loop->event, NULL, SIGINT, on_signal, loop) >= 0 &&
           sd_event_add_signal(loop->event, NULL, SIGTERM, on_signal, loop) >= 0;
}

uh_status uh_loop_open(const uh_loop_hearing *hearing, uh_loop **ret_loop)
{
    uh_loop *loop = calloc(1, sizeof *loop);
    if (loop == NULL) {
        return UH_ERR_STATE;
    }
    loop->hearing = *hearing;
    loop->clock_fd = -1;
    if (!open_all(loop)) {
        uh_loop_close(loop);
        return UH_ERR_STATE;
    }
    *ret_loop = loop;
    return UH_OK;
}

void uh_loop_arm(uh_loop *loop, uh_boot_ms at)
{
    uh_timer_arm(loop->timer, at);
}

void uh_loop_run(uh_loop *loop)
{
    (void)sd_notify(1, "READY=1"); /* and no child of ours says so again */
    /* not sd_event_loop(): on leaving, that closes the buses before the last words are said */
    while (!loop->ended && sd_event_run(loop->event, UINT64_MAX) >= 0) {
    }
}

void uh_loop_end(uh_loop *loop)
{
    loop->ended = true;
}

void uh_loop_close(uh_loop *loop)
{
    if (loop == NULL) {
        return;
    }
    sd_event_source_disable_unref(loop->folder);
    sd_event_source_disable_unref(loop->clock);
    uh_timer_close(loop->timer);
    if (loop->clock_fd >= 0) {
        (void)close(loop->clock_fd);
    }
    sd_event_unref(loop->event);
    free(loop);
}

struct sd_event *uh_loop_event(uh_loop *loop)
{
    return loop->event;
}
