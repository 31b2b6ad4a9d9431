/* SPDX-License-Identifier: MIT */
/* owned.h: which sessions play in the page, and as it last said them.
 *
 * A session of another shell has a lease; who asks for it is refused. What the page wrote itself is
 * its own. The names outlive this server in a file, so that a session goes on after a restart. */
#ifndef UNHUNCH_WEB_OWNED_H
#define UNHUNCH_WEB_OWNED_H

#include "unhunch/fact.h"

enum { UH_OWNED_MAX = 32 };

typedef struct uh_owned {
    const char *path; /* of the file; NULL: none. Borrowed */
    uint32_t count;   /* the one used last is the last */
    char ids[UH_OWNED_MAX][UH_FACT_ID_SIZE];
    uh_unix_ms changed[UH_OWNED_MAX]; /* UH_NO_TIME: not known since the restart */
} uh_owned;

/* Reads the file; none is none owned. */
void uh_owned_read(const char *path, uh_owned *ret_owned);

/* Does the session as it is stored play in another shell than the page, which now brings `brought`?
 */
bool uh_owned_elsewhere(const uh_owned *owned, const uh_session_fact *stored,
                        uh_unix_ms stored_changed, uh_unix_ms brought_changed, uh_unix_ms now);

/* From here on it is the page's, which wrote it so. Keeps the file where it is a new one: without
 * the file a restart would ask the page to let go, nothing else is lost. */
void uh_owned_take(uh_owned *owned, const char *id, uh_unix_ms changed);

#endif
