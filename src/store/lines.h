/* SPDX-License-Identifier: MIT */
/* lines.h: a file of records, line by line. */
#ifndef UNHUNCH_STORE_LINES_H
#define UNHUNCH_STORE_LINES_H

#include <stdio.h>

#include "unhunch/base.h"

enum { UH_LINE_MAX = 1 << 25 }; /* bytes: an act as long as any that may wait in a journal */

typedef struct uh_lines {
    FILE *file; /* the caller's */
    char *text; /* the line, its end included, NUL behind it */
    size_t length;
    size_t capacity;
    uint32_t number; /* from 1 */
    bool ended;      /* with a line feed: the last one may be cut off */
} uh_lines;

/* UH_ERR_FULL: no memory. */
UH_MUST_USE uh_status uh_lines_open(FILE *file, uh_lines *ret_lines);
void uh_lines_close(uh_lines *lines);

/* UH_ERR_EMPTY: there are no more. UH_ERR_RANGE: longer than UH_LINE_MAX. UH_ERR_FULL: no memory.
 * UH_ERR_STATE: it cannot be read, see errno. */
UH_MUST_USE uh_status uh_lines_next(uh_lines *lines);

/* From the first line again. UH_ERR_STATE: not in this file, see errno. */
UH_MUST_USE uh_status uh_lines_again(uh_lines *lines);

#endif
