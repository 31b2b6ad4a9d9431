/* SPDX-License-Identifier: MIT */
/* store.h: remembers facts (unhunch/fact.h).
 *
 * One interface, several memories: sqlite.c keeps a file, memory.c keeps nothing beyond the
 * process. Every one of them passes the same suite (tests/store). A fact that was put with UH_OK is
 * on the disk, whatever happens next. Where the disk says no, facts wait (see uh_store_trouble) and
 * the session goes on: nobody stops stretching for a disk. */
#ifndef UNHUNCH_STORE_STORE_H
#define UNHUNCH_STORE_STORE_H

#include "unhunch/fact_order.h"

typedef struct uh_store uh_store;

enum { UH_STORE_PATH_SIZE = 4096 };

/* What is the matter, as far as a person should know. */
typedef enum uh_store_trouble {
    UH_STORE_SOUND,
    UH_STORE_READ_ONLY, /* the folder or the file may not be written */
    UH_STORE_FULL,      /* the disk is full */
    UH_STORE_BUSY,      /* another program holds it for longer than we wait */
    UH_STORE_FAILING,   /* reading or writing fails */
    UH_STORE_NEWER,     /* made by a later unhunch: read, never written */
    UH_STORE_FOREIGN,   /* a file that is not ours stands in its place: set aside, nothing lost */
    UH_STORE_RESTORED,  /* it was damaged, foreign or gone: set aside, and the newest good backup is
                           in its place */
    UH_STORE_LOST,      /* it was damaged, and there is no good backup: set aside, begun anew */
    UH_STORE_NOWHERE    /* there is no folder for it: nothing is kept */
} uh_store_trouble;

/* What opening it came to; `detail` and `path` are for the message. */
typedef struct uh_store_report {
    uh_store_trouble trouble;
    char path[UH_STORE_PATH_SIZE];  /* the file */
    char aside[UH_STORE_PATH_SIZE]; /* FOREIGN, RESTORED, LOST: where the old file is now */
    char detail[256];               /* the system's or the library's own words, may be "" */
    uh_unix_ms backup;              /* RESTORED: what was put after that could be missing */
    uint32_t saved;   /* RESTORED, LOST: facts that could still be read from the damaged file and
                         are in */
    uint32_t drained; /* facts that an earlier process could not write and now are in */
    uint32_t waiting; /* facts that could not be drained */
} uh_store_report;

/* Opens FOLDER/history.db (made for its owner only where it is not there; NULL or "": nowhere),
 * migrates it (after a backup), drains the journals of processes that died with facts waiting, and
 * closes sessions whose lease lapsed. Where the last backup found damage everything is read, and
 * what is damaged is repaired. It always gives a store: where nothing can be read, an empty
 * one that keeps what is put in memory and tries the disk and then the journal again at each put.
 * Others that hold the history are waited for at most two seconds, once.
 * UH_ERR_FULL: there is no memory for it; then there is no store. */
UH_MUST_USE uh_status uh_store_open(const char *folder, uh_unix_ms now, uh_store_report *ret_report,
                                    uh_store **ret_store);

/* Keeps facts as long as it is open. */
UH_MUST_USE uh_status uh_store_open_memory(uh_store **ret_store);

/* NULL closes quietly. Facts still waiting go to the journal. The first close of the day (by the
 * time of the opening) makes its backup, reading everything: a tenth of a second for a year of
 * sessions. So answer first, then close; a process that is killed meanwhile leaves it to the next
 * one that closes. */
void uh_store_close(uh_store *store);

/* Adds a fact or replaces the one of the same identity, unless that was changed later. The fact has
 * passed uh_fact_check() (a caller's mistake if not). A session comes before what belongs to it.
 * UH_OK: it is durable; within an act: taken, and durable with the commit.
 * UH_ERR_PENDING: it waits in memory or in the journal, see uh_store_trouble_of().
 * UH_ERR_UNKNOWN: an entry, a command or a set of a session that is not there; nothing was put.
 * UH_ERR_FULL: neither disk nor journal takes it, and memory has no room or holds
 * UH_STORE_WAITING_MAX already; nothing was put, what waited before still waits. */
UH_MUST_USE uh_status uh_store_put(uh_store *store, const uh_fact *fact);
enum { UH_STORE_WAITING_MAX = 16384 }; /* a session makes about a hundred */

/* Puts what this program says now. It stands over what is there also where a clock ran ahead when
 * that was written: its `changed` is then made later by a millisecond. Imports and journals, which
 * bring what was said elsewhere, use uh_store_put(). Answers as that does. */
UH_MUST_USE uh_status uh_store_write(uh_store *store, const uh_fact *fact);

/* Between these, puts are one act: all or none. Gets see them; replay, delete, archive and purge
 * wait until it is over. Nested or unmatched calls are a caller's mistake.
 * Begin: UH_ERR_FULL: there is no memory for it.
 * Commit: UH_OK: all of it is durable. UH_ERR_PENDING: all of it waits. UH_ERR_STATE: it could not
 * be written and was too long to wait: all of it is gone. */
UH_MUST_USE uh_status uh_store_begin(uh_store *store);
UH_MUST_USE uh_status uh_store_commit(uh_store *store);
void uh_store_rollback(uh_store *store);

/* Fills in the fact whose kind and identity stand in *fact. UH_ERR_UNKNOWN: there is none.
 * UH_ERR_STATE: it could not be read. */
UH_MUST_USE uh_status uh_store_get(uh_store *store, uh_fact *fact);

/* Forgets a fact; with a session all that belongs to it (entries, commands, sets, ratings).
 * UH_ERR_UNKNOWN: there is none. UH_ERR_STATE: it could not be deleted. */
UH_MUST_USE uh_status uh_store_delete(uh_store *store, const uh_fact *fact);

/* Hands out the facts of the kinds in `kinds` (bit set of 1u << uh_fact_kind) from day `from` to
 * day `to`, both included, as they happened: settings and answers first (days do not matter for
 * them), then by moment sessions, ratings, breaks and marks; what belongs to a session directly
 * after it, by the session's day: its entries, its commands, its sets in the order in which they
 * ended. Ties go by kind, then by identity, so that equal facts are told equally by every store.
 * `fact` is borrowed during the call; the store is not to be changed in it. `take` returning false
 * ends it (UH_OK). Cost grows with what is in the window. UH_ERR_STATE: it could not be read to the
 * end; where the file was damaged it has been restored meanwhile, and a second replay tells what
 * there is now. */
typedef bool uh_store_take(void *to, const uh_fact *fact);
UH_MUST_USE uh_status uh_store_replay(uh_store *store, uint32_t kinds, uh_date from, uh_date to,
                                      uh_store_take *take, void *context);
#define UH_STORE_ALL_KINDS ((1U << UH_FACT_KIND_COUNT) - 1)
#define UH_FIRST_DATE ((uh_date){INT32_MIN + 1})
#define UH_LAST_DATE ((uh_date){INT32_MAX})

/* The last session that began, whatever its end. UH_ERR_UNKNOWN: there is none. UH_ERR_STATE: it
 * could not be read. */
UH_MUST_USE uh_status uh_store_last_session(uh_store *store, uh_session_fact *ret_session);

/* Forgets everything: facts, journals, backups, files set aside; nothing of it is left in the file
 * (VACUUM). UH_ERR_STATE: something could not be removed; `ret_report` says what. With trouble BUSY
 * others have the history open: nothing was removed, and what waits still waits. */
UH_MUST_USE uh_status uh_store_purge(uh_store *store, uh_store_report *ret_report);

/* A copy of all facts as one database file at `path`, which must not exist: `export archive`.
 * UH_ERR_STATE: see ret_report->detail. */
UH_MUST_USE uh_status uh_store_archive(uh_store *store, const char *path,
                                       uh_store_report *ret_report);

/* Puts all facts of such a file, as uh_store_put() would, in one act: all or none.
 * UH_ERR_FORMAT: it is not one. UH_ERR_VERSION: made by a later unhunch. UH_ERR_FULL: too much for
 * memory while the disk does not take it. UH_ERR_STATE: see detail. UH_ERR_PENDING: all of it waits
 * for the disk. */
UH_MUST_USE uh_status uh_store_import_archive(uh_store *store, const char *path,
                                              uint32_t *ret_count, uh_store_report *ret_report);

/* What is the matter now, for one clear line; SOUND after a put that reached the disk. */
uh_store_trouble uh_store_trouble_of(const uh_store *store);

/* What opening it came to, or the damage that was found and dealt with since. Lives as long as the
 * store. */
const uh_store_report *uh_store_report_of(const uh_store *store);

/* "sound", "read-only", "full" ... as in JSON; "" beyond. */
const char *uh_store_trouble_name(uint32_t trouble);

/* The version of the records that this program writes. */
uint32_t uh_store_version(void);

/* Facts that wait for the disk. */
uint32_t uh_store_waiting(const uh_store *store);

/* Of these, the ones that no journal holds: they are gone if this process dies now. */
uint32_t uh_store_unsafe(const uh_store *store);

/* Does what a put or a commit has just answered with `status` outlive this process? It does on the
 * disk and in a journal; what waits in memory alone is kept by a program that goes on, and by no
 * command that ends. */
bool uh_store_is_kept(const uh_store *store, uh_status status);

#endif
