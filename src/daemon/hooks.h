/* SPDX-License-Identifier: MIT */
/* hooks.h: the person's own programs, run when something happens at the desk.
 *
 * $XDG_CONFIG_HOME/unhunch/hooks/on-EVENT, where it is executable, for at most ten seconds each.
 * docs/desk.md lists the events and the variables. */
#ifndef UNHUNCH_DAEMON_HOOKS_H
#define UNHUNCH_DAEMON_HOOKS_H

#include "host/desktop/child.h"
#include "unhunch/schedule.h"

enum { UH_HOOK_MS = 10000, UH_HOOK_DONE = UH_SCHEDULE_EVENT_COUNT, UH_HOOK_COUNT };

typedef struct uh_hooks {
    uh_loop *loop;
    void (*slow)(void *user, const char *name); /* it still runs from before */
    void *user;
    uh_child *running[UH_HOOK_COUNT];
} uh_hooks;

/* Runs on-EVENT; after a stretch, on-done, too. `stretch`: key of what is offered. */
void uh_hooks_run(uh_hooks *hooks, const uh_schedule_event *event, const char *stretch);
void uh_hooks_stop(uh_hooks *hooks);

#endif
