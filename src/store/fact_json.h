/* SPDX-License-Identifier: MIT */
/* fact_json.h: a fact as one line of JSON, {"record": "set", "session": ..., "changed": ...}: the
 * fields of its kind in the order of their table, null where there is nothing. */
#ifndef UNHUNCH_STORE_FACT_JSON_H
#define UNHUNCH_STORE_FACT_JSON_H

#include "store/fault.h"
#include "unhunch/out.h"

enum { UH_FACT_LINE_SIZE = 4096 }; /* no fact is longer, its end of line included */

/* Writes the line and its end. */
void uh_fact_write_json(const uh_fact *fact, uh_out out);

/* Writes several as one line: a list of such objects, so that a line that was cut off is none of
 * them. */
void uh_facts_write_json(uh_fact *const *facts, uint32_t count, uh_out out);

/* Told each fact of a line; what it answers but UH_OK ends the reading. */
typedef uh_status uh_fact_take(void *to, const uh_fact *fact);

/* Reads a line, either form; its end may be left out. Strict: every field once, nothing else, each
 * as its table allows. UH_ERR_FORMAT: see the fault; some facts may have been told before it.
 * UH_ERR_FULL: no memory. Else what `take` answered. */
UH_MUST_USE uh_status uh_fact_read_json(const char *line, size_t length, uh_fact_take *take,
                                        void *to, uh_fault *ret_fault);

#endif
