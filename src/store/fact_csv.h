/* SPDX-License-Identifier: MIT */
/* fact_csv.h: facts of one kind as CSV (RFC 4180): the first line names the fields, an empty cell
 * is nothing. Texts of facts have no control characters, so a record is always one line. */
#ifndef UNHUNCH_STORE_FACT_CSV_H
#define UNHUNCH_STORE_FACT_CSV_H

#include "store/fault.h"
#include "unhunch/out.h"

enum { UH_CSV_COLUMNS_MAX = 48 };

/* Behind the fields stand `began` and `ended` once more where there are any, for people and
 * spreadsheets: "began_local" is 2026-01-05T12:00:00+01:00. They are read over: `began` alone
 * counts. */
#define UH_CSV_LOCAL "_local"

/* Each writes one line and its CRLF. */
void uh_fact_write_csv_header(uh_fact_kind kind, uh_out out);
void uh_fact_write_csv(const uh_fact *fact, uh_out out);

/* What the first line said. */
typedef struct uh_csv_header {
    uh_fact_kind kind; /* the one whose fields these are */
    uint32_t count;
    uint32_t fields[UH_CSV_COLUMNS_MAX]; /* by column: index in uh_fact_fields(); UINT32_MAX: read
                                            over */
} uh_csv_header;

/* Reads the first line: all fields of one kind, with or without local times, in any order; a byte
 * order mark before them is passed over. The line's end may be CRLF, LF or left out. UH_ERR_FORMAT:
 * see the fault. */
UH_MUST_USE uh_status uh_csv_read_header(const char *line, size_t length, uh_csv_header *ret_header,
                                         uh_fault *ret_fault);

/* Reads another one. Strict, as uh_fact_read_json(). */
UH_MUST_USE uh_status uh_csv_read_fact(const uh_csv_header *header, const char *line, size_t length,
                                       uh_fact *ret_fact, uh_fault *ret_fault);

#endif
