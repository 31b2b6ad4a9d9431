/* SPDX-License-Identifier: MIT */
/* idle.h: is there input? Whoever knows on this desktop is asked to say so; nothing is polled.
 *
 * One source is chosen when it is opened, in the order of uh_idle_source, and can be named. */
#ifndef UNHUNCH_HOST_DESKTOP_IDLE_H
#define UNHUNCH_HOST_DESKTOP_IDLE_H

#include "host/desktop/buses.h"
#include "unhunch/settings.h"

typedef enum uh_idle_watch {
    UH_IDLE_AWAY,  /* no input for so long that nobody may be there */
    UH_IDLE_STILL, /* a pause in typing; watched only when it is wanted */
    UH_IDLE_WATCHES
} uh_idle_watch;

typedef struct uh_idle_hearing {
    /* No input since then. */
    void (*idle)(void *user, uh_idle_watch watch, uh_boot_ms since);
    void (*active)(void *user); /* input again, after either */
    void (*lost)(void *user);   /* the source went away: close it, and perhaps open another */
    void *user;
} uh_idle_hearing;

typedef struct uh_idle uh_idle;

/* The source that is wanted, or with UH_IDLE_AUTO the first that is there. X11 is not tried beside
 * a Wayland display: it would only see the input of X programs. Never NULL but for want of memory:
 * where there is no source, nothing is ever heard. */
uh_idle *uh_idle_open(uh_loop *loop, uh_buses *buses, uh_idle_source wanted,
                      const uh_idle_hearing *hearing);

uh_idle_source uh_idle_source_of(const uh_idle *idle); /* never UH_IDLE_AUTO */

/* Tells of it from now on, after so many milliseconds without input; 0: no more. */
void uh_idle_set(uh_idle *idle, uh_idle_watch watch, int64_t ms);

void uh_idle_close(uh_idle *idle); /* NULL is fine */

#endif
