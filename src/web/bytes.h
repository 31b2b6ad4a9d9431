/* SPDX-License-Identifier: MIT */
/* bytes.h: a sink that grows. */
#ifndef UNHUNCH_WEB_BYTES_H
#define UNHUNCH_WEB_BYTES_H

#include "unhunch/out.h"

/* {0} is an empty one. */
typedef struct uh_bytes {
    char *at;
    size_t length;
    size_t capacity;
    bool failed; /* there was no memory: from then on nothing is taken */
} uh_bytes;

void uh_bytes_add(uh_bytes *bytes, const void *from, size_t length);
uh_out uh_out_to_bytes(uh_bytes *bytes);

/* Empty again. */
void uh_bytes_free(uh_bytes *bytes);

#endif
