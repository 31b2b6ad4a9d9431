/* SPDX-License-Identifier: MIT */
/* sqlite.h: the inside of the store on a disk: sqlite.c has its acts, sqlite_open.c gets it open
 * and keeps it sound. */
#ifndef UNHUNCH_STORE_SQLITE_H
#define UNHUNCH_STORE_SQLITE_H

#include "store/database.h"
#include "store/folder.h"
#include "store/inside.h"
#include "store/journal.h"

/* What tests change; uh_store_open() takes the usual ones. */
typedef struct uh_sqlite_options {
    const uh_schema *schema;
    int busy_ms; /* how long others are waited for, the first time */
    uint32_t waiting_max;
} uh_sqlite_options;

uh_sqlite_options uh_sqlite_usual(void);

typedef struct uh_sqlite {
    uh_store store;
    uh_sqlite_options options;
    char folder[UH_STORE_PATH_SIZE]; /* "": nowhere */
    uh_unix_ms now;                  /* when it was opened */
    int lock;                        /* -1: none */
    uh_database database;            /* not open: `connection` is NULL */
    bool counted;                    /* what other processes left in journals */
    bool settled;                    /* journals and leases were seen to */
    bool made;                       /* the database, or emptied, by this very opening */
    bool damaged;                    /* damage was found that an opening does not show */
    int patience_ms;                 /* how long others are waited for now */
    uh_fact **waiting;               /* for the disk, in their order */
    uint32_t waiting_count;
    uint32_t waiting_capacity;
    uint32_t journaled; /* how many of them are in the journal */
    uh_journal journal;
    bool act_on_disk; /* the act is a transaction of the database ... */
    bool act_unkept;  /* ... and too long to be kept beside it */
    bool act_lost;
    uint32_t act_from; /* waiting facts from here on are the act's */
    uh_store_trouble trouble;
    uh_store_report report;
} uh_sqlite;

/* As uh_store_open(). */
UH_MUST_USE uh_status uh_sqlite_open(const char *folder, uh_unix_ms now,
                                     const uh_sqlite_options *options, uh_store_report *ret_report,
                                     uh_store **ret_store);

/* May facts be written now? */
bool uh_sqlite_is_writable(const uh_sqlite *sqlite);

/* Tries to get there; what is the matter is in `trouble`. The first time it succeeds it drains
 * journals and closes lapsed sessions. */
void uh_sqlite_connect(uh_sqlite *sqlite);

/* Makes the day's backup where there is none, when all else is done: it reads everything. Damage
 * that it finds is left to the next opening. */
void uh_sqlite_back_up(uh_sqlite *sqlite);

/* The database answered something else than SQLITE_OK. Damage is repaired at once, where nobody
 * else has the file open; true: it was, and asking again makes sense. */
bool uh_sqlite_failed(uh_sqlite *sqlite, int code);

/* As uh_store_purge(). */
UH_MUST_USE uh_status uh_sqlite_purge(uh_sqlite *sqlite, uh_store_report *ret_report);

/* Takes waiting facts off the list, from the end down to `count`. */
void uh_sqlite_drop(uh_sqlite *sqlite, uint32_t count);

#endif
