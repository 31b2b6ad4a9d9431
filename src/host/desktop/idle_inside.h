/* SPDX-License-Identifier: MIT */
/* idle_inside.h: what a source of idle.h is. */
#ifndef UNHUNCH_HOST_DESKTOP_IDLE_INSIDE_H
#define UNHUNCH_HOST_DESKTOP_IDLE_INSIDE_H

#include "host/desktop/idle.h"

typedef struct uh_idle_row {
    /* Connects; NULL: it is not on this desktop. */
    void *(*open)(uh_idle *idle);
    void (*set)(void *source, uh_idle_watch watch, int64_t ms);
    void (*close)(void *source);
} uh_idle_row;

extern const uh_idle_row uh_idle_wayland, uh_idle_kde, uh_idle_mutter, uh_idle_x11, uh_idle_logind;

uh_loop *uh_idle_loop(const uh_idle *idle);
uh_buses *uh_idle_buses(const uh_idle *idle);

/* What a source says. */
void uh_idle_is_idle(uh_idle *idle, uh_idle_watch watch);
void uh_idle_is_active(uh_idle *idle);
void uh_idle_is_lost(uh_idle *idle); /* the source may be closed within this call */

#endif
