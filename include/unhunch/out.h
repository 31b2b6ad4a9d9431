/* SPDX-License-Identifier: MIT */
/* out.h: where pure rooms write: a function given by the caller, or a buffer. */
#ifndef UNHUNCH_OUT_H
#define UNHUNCH_OUT_H

#include "unhunch/base.h"

/* Takes `length` bytes of text, not terminated. Errors are the owner's to remember. */
typedef struct uh_out {
    void (*write)(void *to, const char *text, size_t length);
    void *to;
} uh_out;

/* A sink over a caller's buffer: always terminated, `length` goes on counting what did not fit. */
typedef struct uh_buffer {
    char *bytes;
    size_t capacity;
    size_t length;
} uh_buffer;

uh_out uh_out_to_buffer(uh_buffer *buffer);

void uh_out_text(uh_out out, const char *text);
void uh_out_bytes(uh_out out, const char *text, size_t length);
void uh_out_number(uh_out out, int64_t value);
/* At most `decimals` (0 to 6) digits after the point, trailing zeros left out; never an exponent,
 * never "-0". */
void uh_out_real(uh_out out, double value, int decimals);

#endif
