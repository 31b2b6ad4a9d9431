/* SPDX-License-Identifier: MIT */
/* uuid.h: names for what is remembered. */
#ifndef UNHUNCH_HOST_UUID_H
#define UNHUNCH_HOST_UUID_H

#include "unhunch/base.h"

enum { UH_UUID_SIZE = 37 }; /* "018f6b2e-...", and its end */

/* A UUID of version 7 (RFC 9562): its first bytes are the time, so that what is made later is
 * sorted later; the rest is random. Where the system gives no random bytes, as below. */
void uh_uuid_make(uh_unix_ms now, char ret_uuid[UH_UUID_SIZE]);

/* Of the same form, without random bytes: the process and how many it has made keep two of one
 * millisecond apart. */
void uh_uuid_make_counted(uh_unix_ms now, char ret_uuid[UH_UUID_SIZE]);

#endif
