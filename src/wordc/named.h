/* SPDX-License-Identifier: MIT */
/* named.h: which messages the page names. JavaScript asks for a message by its name, in quotes:
 * 'WEB_TODAY'; or by names made of pieces: `WEB_${one}` may be any that begins so. */
#ifndef UNHUNCH_WORDC_NAMED_H
#define UNHUNCH_WORDC_NAMED_H

#include <stdio.h>

#include "unhunch/message.h"

typedef struct uh_named {
    bool is_named[UH_MESSAGE_COUNT];
    uint32_t mistakes; /* names of no message that were told to stderr */
} uh_named;

/* Looks through a NUL-terminated JavaScript file. What say() is given in quotes must be a message
 * that the page has (messages/all.def): else it is told as PATH:LINE: words. */
void uh_named_read(const char *path, const char *text, uh_named *named);

/* UH_NAMED(KEY, WEB_TODAY, BEFORE), a line each, in the order of the messages; BEFORE is the name
 * of the line before, and the first line's UH_NAMED_FIRST. KEY is 16 bits of
 * uh_hash_text(UH_NAMED_SEED, "WEB_TODAY"), by which the page's module knows the name; the seed is
 * one with which all differ. False: there is none. */
bool uh_named_write(FILE *out, const uh_named *named);

#endif
