/* SPDX-License-Identifier: MIT */
/* notice.h: the one notification of this program. The next one takes the place of the one before;
 * there are never two. */
#ifndef UNHUNCH_HOST_DESKTOP_NOTICE_H
#define UNHUNCH_HOST_DESKTOP_NOTICE_H

#include "host/desktop/buses.h"

enum {
    UH_NOTICE_ACTIONS_MAX = 4,
    UH_NOTICE_STAYS = 0,  /* for expire_ms: until it is answered or withdrawn */
    UH_NOTICE_USUAL = -1, /* as long as this desktop shows such things */
};

/* Borrowed for the call. */
typedef struct uh_notice {
    const char *title;
    const char *body;
    const char *picture; /* path of a file; NULL: none */
    uint32_t action_count;
    struct {
        const char *key;
        const char *label;
    } actions[UH_NOTICE_ACTIONS_MAX]; /* the first one is also a click on the notification */
    const char *without_actions;      /* added to the body where no buttons can be shown; NULL */
    bool quiet;                       /* low urgency, no sound */
    int32_t expire_ms;
} uh_notice;

typedef struct uh_notices_hearing {
    void (*action)(void *user, const char *key);
    void (*closed)(void *user);  /* the person closed it */
    void (*expired)(void *user); /* it vanished by itself, or another program closed it */
    void (*failed)(void *user, const char *why); /* it could not be shown */
    void *user;
} uh_notices_hearing;

typedef struct uh_notices uh_notices;

/* NULL: no bus, or no memory. */
uh_notices *uh_notices_open(uh_buses *buses, const uh_notices_hearing *hearing);

/* Shows it as soon as the server has said what it can do; failures come by the loop. */
void uh_notices_show(uh_notices *notices, const uh_notice *notice);

/* Takes it away, also one that is on its way. Nothing is heard of it any more. */
void uh_notices_withdraw(uh_notices *notices);

void uh_notices_close(uh_notices *notices); /* withdraws; NULL is fine */

#endif
