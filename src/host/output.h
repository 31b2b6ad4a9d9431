/* SPDX-License-Identifier: MIT */
/* output.h: stdout for a session: unbuffered, and never stuck on a terminal that takes nothing. */
#ifndef UNHUNCH_HOST_OUTPUT_H
#define UNHUNCH_HOST_OUTPUT_H

#include "unhunch/out.h"

/* Writes all of it. False: the reader has gone, the disk is full, or a quitting signal came while
 * the terminal took nothing; from then on nothing is written any more. */
bool uh_output_write(const char *text, size_t length);

/* Did a write fail? */
bool uh_output_failed(void);

/* Why, as an errno; 0: none did, or nobody waited for the terminal any longer. */
int uh_output_error(void);

/* The same as a sink. */
uh_out uh_output(void);

#endif
