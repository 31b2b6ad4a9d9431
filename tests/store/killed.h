/* SPDX-License-Identifier: MIT */
/* killed.h: the facts of a run that is killed, known to the one who is and the one who looks
 * afterwards. */
#ifndef UNHUNCH_TESTS_STORE_KILLED_H
#define UNHUNCH_TESTS_STORE_KILLED_H

#include <stdio.h>

#include "store/made.h"

enum { KILLED_SETS = 20000 }; /* more than anybody waits for */

static inline const char *killed_id(unsigned run)
{
    static char id[UH_FACT_ID_SIZE];
    (void)snprintf(id, sizeof id, "run-%u", run);
    return id;
}

static inline uh_fact killed_session(unsigned run, int64_t now_ms, uint32_t sets)
{
    uh_fact fact = made_session(killed_id(run), 0);
    fact.is.session.began = uh_moment_at((uh_unix_ms){now_ms}, 3600);
    fact.is.session.end = UH_ENDING_OPEN;
    fact.is.session.ended = UH_NO_TIME;
    fact.is.session.lease.ms = now_ms + sets + UH_LEASE_MS;
    fact.is.session.seen_ms = sets;
    fact.changed.ms = now_ms + sets;
    return fact;
}

static inline uh_fact killed_entry(unsigned run)
{
    return made_entry(killed_id(run), 0);
}

static inline uh_fact killed_set(unsigned run, uint32_t set)
{
    uh_fact fact = made_set(killed_id(run), 0, set % UH_ROUTINE_MAX, 1);
    fact.is.set.attempt = set / UH_ROUTINE_MAX + 1;
    return fact;
}

#endif
