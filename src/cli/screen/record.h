/* SPDX-License-Identifier: MIT */
/* record.h: the file of --record: one JSON line for each set of each side, as it ends. */
#ifndef UNHUNCH_CLI_SCREEN_RECORD_H
#define UNHUNCH_CLI_SCREEN_RECORD_H

#include "unhunch/fact.h"
#include "unhunch/json.h"
#include "unhunch/session.h"

/* Zero-initialized with fd -1: no record is kept. */
typedef struct uh_record {
    int fd; /* -1: none */
    const char *path;
    uint32_t lines; /* written */
    int problem;    /* errno of the write that failed; 0: none */
} uh_record;

/* UH_ERR_STATE: it cannot be written, see errno. path NULL: none is kept. */
UH_MUST_USE uh_status uh_record_open(const char *path, uh_record *ret_record);

/* Appends; a line is on the disk when this returns. False the first time that this fails, and
 * never again: a session does not stop for a disk. `at`: when the set ended. */
bool uh_record_set(uh_record *record, const uh_catalogue *catalogue, const uh_set_record *set,
                   uh_unix_ms at);
bool uh_record_correct(uh_record *record, uh_correction correction, uh_unix_ms at);

void uh_record_close(uh_record *record);

/* The line itself, without its end; for the shells that keep it elsewhere. */
void uh_record_write(uh_json *json, const uh_catalogue *catalogue, const uh_set_record *set,
                     uh_unix_ms at);

#endif
