/* SPDX-License-Identifier: MIT */
/* live.h: connections, and how long each may take. Pure: told the time.
 *
 * A connection has UH_LIVE_MS from its beginning or from its last answer to bring a whole request
 * and take the whole answer. So whoever sends a letter a second, or nothing at all, is let go just
 * as soon, and the one that has waited longest goes first where there are too many. */
#ifndef UNHUNCH_WEB_LIVE_H
#define UNHUNCH_WEB_LIVE_H

#include "unhunch/base.h"

enum {
    UH_LIVE_MS = 30000,
    UH_LIVE_MAX = 256,   /* connections at once */
    UH_LIVE_ENOUGH = 192 /* from here on the one that waited longest makes room */
};

typedef struct uh_live_one {
    void *connection; /* the caller's */
    uh_boot_ms since;
    bool is_let_go;
} uh_live_one;

/* {0} has none. */
typedef struct uh_live {
    uint32_t count;
    uh_live_one ones[UH_LIVE_MAX];
} uh_live;

/* A new one. UH_ERR_FULL: no more are taken. */
UH_MUST_USE uh_status uh_live_add(uh_live *live, void *connection, uh_boot_ms now);

/* It answered; and it is gone. One that is not there is passed over. */
void uh_live_renew(uh_live *live, const void *connection, uh_boot_ms now);
void uh_live_remove(uh_live *live, const void *connection);

/* The next one to be let go at `now`; NULL: none. Each is told once. */
void *uh_live_next(uh_live *live, uh_boot_ms now);

/* When to ask again; UH_NEVER: nothing is to be let go. */
uh_boot_ms uh_live_deadline(const uh_live *live);

#endif
