/* SPDX-License-Identifier: MIT */
/* exchange.h: records out of a store and into another, as lines of JSON or CSV. */
#ifndef UNHUNCH_STORE_EXCHANGE_H
#define UNHUNCH_STORE_EXCHANGE_H

#include <stdio.h>

#include "store/fault.h"
#include "store/store.h"
#include "unhunch/out.h"

/* The forms in which records leave and come. */
typedef enum uh_exchange {
    UH_EXCHANGE_CSV,    /* one kind in a file */
    UH_EXCHANGE_JSONL,  /* every kind, one record a line */
    UH_EXCHANGE_ARCHIVE /* a database file: archive.h */
} uh_exchange;

const char *uh_exchange_name(uint32_t form); /* "csv", "jsonl", "archive"; "" beyond */

/* The form of a file, by its first bytes. */
enum { UH_EXCHANGE_LOOK = 64 };
uh_exchange uh_exchange_of(const char *bytes, size_t length);

/* Writes the records of `kinds` (for CSV: of exactly one) from day to day, as uh_store_replay()
 * tells them. UH_ERR_STATE: the store could not be read to the end. */
UH_MUST_USE uh_status uh_store_export(uh_store *store, uh_exchange form, uint32_t kinds,
                                      uh_date from, uh_date to, uh_out out);

/* What an import came to. */
typedef struct uh_import {
    uint32_t fresh;   /* records that the store did not have */
    uint32_t changed; /* that replaced an older one */
    uint32_t known;   /* that it has, or has a later one of */
    uh_fault fault;   /* UH_ERR_FORMAT: the first mistake */
} uh_import;

/* Puts all records of a file of lines (CSV or JSONL), as uh_store_put() would, in one act: all or
 * none. The file is read twice, so that a session may stand behind what belongs to it.
 * UH_ERR_FORMAT: see ret_import->fault. UH_ERR_FULL: too much for memory while the disk does not
 * take it. UH_ERR_STATE: the file cannot be read (see errno) or the store did not take it.
 * UH_ERR_PENDING: all of it waits for the disk. */
UH_MUST_USE uh_status uh_store_import(uh_store *store, uh_exchange form, FILE *file,
                                      uh_import *ret_import);

/* Puts one record and counts it; for import_archive. */
UH_MUST_USE uh_status uh_import_put(uh_store *store, const uh_fact *fact, uh_import *import);

#endif
