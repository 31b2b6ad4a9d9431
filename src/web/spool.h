/* SPDX-License-Identifier: MIT */
/* spool.h: answers that may be large, in a file without a name. */
#ifndef UNHUNCH_WEB_SPOOL_H
#define UNHUNCH_WEB_SPOOL_H

#include <stdio.h>

#include "web/web.h"

/* NULL: see errno. */
FILE *uh_spool_open(void);

/* A sink; an error stays with the file. */
uh_out uh_out_to_file(FILE *file);

/* Closes the file; what is in it becomes the answer. False: it could not be written. */
bool uh_spool_end(FILE *file, uh_response *response);

/* A body, to read as a file. NULL: it is empty, or there is no memory. */
FILE *uh_spool_of(char *body, size_t length);

#endif
