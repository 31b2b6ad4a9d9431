/* SPDX-License-Identifier: MIT */
/* child.h: runs another program beside the loop, for a limited time. */
#ifndef UNHUNCH_HOST_DESKTOP_CHILD_H
#define UNHUNCH_HOST_DESKTOP_CHILD_H

#include "host/desktop/loop.h"

enum { UH_CHILD_OUTPUT_MAX = 32 * 1024 };

typedef struct uh_child uh_child;

typedef struct uh_child_order {
    const char *const *argv;        /* ended by NULL; looked up in PATH */
    const char *const *environment; /* NAME=VALUE beside our own, ended by NULL; may be NULL */
    int64_t at_most_ms;             /* then it and all that it started are killed */
    bool listens;                   /* what it writes to stdout is wanted */
    bool stays; /* a program for the person: it is let go and outlives us; no limit, no answer */
    /* May be NULL. `code`: as it exited; -1: killed, too late or not started. `output`: at most
     * UH_CHILD_OUTPUT_MAX bytes, terminated, "" where it was not listened to; ends with the call.
     */
    void (*ended)(void *user, int code, const char *output);
    void *user;
} uh_child_order;

/* Starts it; the answer comes by the loop. NULL: it could not be started, or it stays; then there
 * is no answer. ret_pid may be NULL; -1 where it could not be started. */
uh_child *uh_child_start(uh_loop *loop, const uh_child_order *order, int *ret_pid);

/* Kills it, without an answer. NULL is fine. */
void uh_child_stop(uh_child *child);

#endif
