/* SPDX-License-Identifier: MIT */
#include "host/desktop/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <systemd/sd-event.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { VARIABLES_MAX = 1024, US_OF_MS = 1000 };

struct uh_child {
    pid_t pid;
    int fd; /* its stdout; -1: not listened to */
    size_t length;
    char *output;
    sd_event_source *end, *text, *limit;
    void (*ended)(void *user, int code, const char *output);
    void *user;
};

/* -- what it wrote -- */

static void take_output(uh_child *child)
{
    if (child->fd < 0) {
        return;
    }
    for (;;) {
        char rest[1024];
        const size_t room = UH_CHILD_OUTPUT_MAX - 1 - child->length;
        const ssize_t got = room > 0 ? read(child->fd, child->output + child->length, room)
                                     : read(child->fd, rest, sizeof rest);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            if (got == 0) { /* the end: it would be readable for ever */
                (void)sd_event_source_set_enabled(child->text, SD_EVENT_OFF);
            }
            return;
        }
        child->length += room > 0 ? (size_t)got : 0;
        child->output[child->length] = '\0';
    }
}

static int on_text(sd_event_source *source, int fd, uint32_t events, void *user)
{
    (void)source;
    (void)fd;
    (void)events;
    take_output(user);
    return 0;
}

/* -- its end -- */

static void free_child(uh_child *child)
{
    sd_event_source_disable_unref(child->end);
    sd_event_source_disable_unref(child->text);
    sd_event_source_disable_unref(child->limit);
    if (child->fd >= 0) {
        (void)close(child->fd);
    }
    free(child->output);
    free(child);
}

static void answer(uh_child *child, int code)
{
    take_output(child);
    if (child->ended != NULL) {
        child->ended(child->user, code, child->output != NULL ? child->output : "");
    }
    free_child(child);
}

static int on_end(sd_event_source *source, const siginfo_t *info, void *user)
{
    (void)source;
    answer(user, info->si_code == CLD_EXITED ? info->si_status : -1);
    return 0;
}

static void kill_all(const uh_child *child)
{
    (void)kill(-child->pid, SIGKILL);
    (void)waitpid(child->pid, NULL, 0);
}

static int on_limit(sd_event_source *source, uint64_t at_us, void *user)
{
    (void)source;
    (void)at_us;
    kill_all(user);
    answer(user, -1);
    return 0;
}

void uh_child_stop(uh_child *child)
{
    if (child != NULL) {
        kill_all(child);
        free_child(child);
    }
}

/* -- its begin -- */

static bool is_same_name(const char *a, const char *b)
{
    const size_t length = strcspn(a, "=");
    return strncmp(a, b, length + 1) == 0;
}

/* Ours, with those of the order in place of the same names; borrowed strings. */
static void merge(const char *const *more, char *ret_merged[VARIABLES_MAX + 1])
{
    size_t count = 0;
    for (; more != NULL && more[count] != NULL && count < VARIABLES_MAX; count++) {
        memcpy(&ret_merged[count], &more[count], sizeof ret_merged[count]); /* not written to */
    }
    const size_t given = count;
    for (char **variable = environ; *variable != NULL && count < VARIABLES_MAX; variable++) {
        bool replaced = false;
        for (size_t i = 0; i < given; i++) {
            replaced = replaced || is_same_name(ret_merged[i], *variable);
        }
        if (!replaced) {
            ret_merged[count++] = *variable;
        }
    }
    ret_merged[count] = NULL;
}

/* A session or group of its own, our signals undone, stdin empty. */
static int spawn(const uh_child_order *order, int stdout_fd, pid_t *ret_pid)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none;
    sigset_t ours;
    char *variables[VARIABLES_MAX + 1];
    (void)sigemptyset(&none);
    (void)sigemptyset(&ours);
    (void)sigaddset(&ours, SIGPIPE);
    merge(order->environment, variables);
    if (posix_spawn_file_actions_init(&files) != 0) {
        return ENOMEM;
    }
    if (posix_spawnattr_init(&how) != 0) {
        (void)posix_spawn_file_actions_destroy(&files);
        return ENOMEM;
    }
    (void)posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (stdout_fd >= 0) {
        (void)posix_spawn_file_actions_adddup2(&files, stdout_fd, STDOUT_FILENO);
    }
    (void)posix_spawnattr_setsigmask(&how, &none);
    (void)posix_spawnattr_setsigdefault(&how, &ours);
    (void)posix_spawnattr_setpgroup(&how, 0);
    const int group = order->stays ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP;
    (void)posix_spawnattr_setflags(&how,
                                   (short)(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group));
    char *const *argv = NULL; /* what is not written to need not be const for it */
    memcpy(&argv, &order->argv, sizeof(argv));
    const int failed = posix_spawnp(ret_pid, argv[0], &files, &how, argv, variables);
    (void)posix_spawnattr_destroy(&how);
    (void)posix_spawn_file_actions_destroy(&files);
    return failed;
}

static bool attach(uh_loop *loop, uh_child *child, int64_t at_most_ms)
{
    sd_event *event = uh_loop_event(loop);
    if (sd_event_add_child(event, &child->end, child->pid, WEXITED, on_end, child) < 0 ||
        sd_event_add_time_relative(event, &child->limit, CLOCK_MONOTONIC,
                                   (uint64_t)at_most_ms * US_OF_MS, 0, on_limit, child) < 0) {
        return false;
    }
    return child->fd < 0 ||
           sd_event_add_io(event, &child->text, child->fd, EPOLLIN, on_text, child) >= 0;
}

/* A program of the person: somebody has to take note of its end, but nobody waits for it. */
static int on_let_go(sd_event_source *source, const siginfo_t *info, void *user)
{
    (void)info;
    (void)user;
    (void)sd_event_source_set_floating(source,
                                       0); /* it was the event's own, and is gone with this */
    return 0;
}

static void let_go(uh_loop *loop, pid_t pid)
{
    (void)sd_event_add_child(uh_loop_event(loop), NULL, pid, WEXITED, on_let_go, NULL);
}

static uh_child *start(uh_loop *loop, const uh_child_order *order, int ends[2], int *ret_pid)
{
    pid_t pid = -1;
    if (spawn(order, ends[1], &pid) != 0) {
        return NULL;
    }
    *ret_pid = pid;
    if (order->stays) {
        let_go(loop, pid);
        return NULL;
    }
    uh_child *child = calloc(1, sizeof *child);
    if (child == NULL) {
        (void)kill(-pid, SIGKILL);
        (void)waitpid(pid, NULL, 0);
        return NULL;
    }
    *child = (uh_child){.pid = pid, .fd = ends[0], .ended = order->ended, .user = order->user};
    child->output = order->listens ? calloc(1, UH_CHILD_OUTPUT_MAX) : NULL;
    ends[0] = -1;
    if ((order->listens && child->output == NULL) || !attach(loop, child, order->at_most_ms)) {
        uh_child_stop(child);
        return NULL;
    }
    return child;
}

uh_child *uh_child_start(uh_loop *loop, const uh_child_order *order, int *ret_pid)
{
    int ends[2] = {-1, -1};
    int pid = -1;
    if (order->listens && pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return NULL;
    }
    if (order->listens) { /* only our end: a program may not expect the other */
        (void)fcntl(ends[1], F_SETFL, 0);
    }
    uh_child *child = start(loop, order, ends, &pid);
    for (int i = 0; i < 2; i++) {
        if (ends[i] >= 0) {
            (void)close(ends[i]);
        }
    }
    if (ret_pid != NULL) {
        *ret_pid = pid;
    }
    return child;
}
