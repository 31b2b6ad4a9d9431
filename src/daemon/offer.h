/* SPDX-License-Identifier: MIT */
/* offer.h: what this person wants at the desk, and what would be offered now.
 *
 * The daemon opens no database: a short-lived `unhunch break --offer` says it as NAME=VALUE lines,
 * and writes the stretch's picture. */
#ifndef UNHUNCH_DAEMON_OFFER_H
#define UNHUNCH_DAEMON_OFFER_H

#include "host/desktop/child.h"
#include "host/paths.h"
#include "unhunch/settings.h"

enum { UH_OFFER_NAME_SIZE = 128, UH_OFFER_TEXT_SIZE = 2048, UH_OFFER_KEYS_SIZE = 512 };

typedef struct uh_offer {
    uh_settings settings;
    bool gentle;                      /* breaks, no stretches */
    char stretch[UH_OFFER_KEYS_SIZE]; /* its key; "" there is none today */
    char name[UH_OFFER_NAME_SIZE];
    uint32_t seconds;
    uint32_t long_minutes;         /* of a session; 0: there is none today */
    char text[UH_OFFER_TEXT_SIZE]; /* all its steps, a line each */
    char picture[UH_PATH_SIZE];    /* "" none */
} uh_offer;

/* Before anybody has answered: every default, nothing to offer. */
uh_offer uh_offer_none(void);

/* Takes what the lines say; lines that are not known, and values that are not good, are passed
 * over. */
void uh_offer_read(uh_offer *offer, const char *lines);

/* Runs the program and answers with its lines; NULL: it does not answer. */
typedef struct uh_offering {
    uh_child *child;
    void (*answered)(void *user, const char *lines);
    void *user;
    char picture[UH_PATH_SIZE];
} uh_offering;

/* One question at a time: a running one is given up. */
void uh_offering_ask(uh_offering *offering, uh_loop *loop);
void uh_offering_stop(uh_offering *offering);

#endif
