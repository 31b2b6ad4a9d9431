/* SPDX-License-Identifier: MIT */
/* journal.h: facts that the database does not take, in a file of this process's own. Whoever opens
 * the store next puts them where they belong, once the process that wrote them is gone: its lock
 * on the file says so. */
#ifndef UNHUNCH_STORE_JOURNAL_H
#define UNHUNCH_STORE_JOURNAL_H

#include "store/fact_json.h"
#include "store/store.h"

typedef struct uh_journal {
    int fd; /* -1: there is none */
    char path[UH_STORE_PATH_SIZE];
    int64_t length; /* of what is whole in it */
} uh_journal;

uh_journal uh_journal_none(void);

/* Appends an act, one line, and waits until the disk has it; makes the file where there is none.
 * UH_ERR_STATE: see errno; then nothing of it is in the journal. */
UH_MUST_USE uh_status uh_journal_append(uh_journal *journal, const char *folder,
                                        uh_fact *const *facts, uint32_t count);

/* Its facts are where they belong: removes it. */
void uh_journal_end(uh_journal *journal);

/* Lets go of it, so that others find it. */
void uh_journal_leave(uh_journal *journal);

/* Another process's journal, locked. */
typedef struct uh_journal_left {
    int fd;
    char path[UH_STORE_PATH_SIZE];
} uh_journal_left;

/* Told each journal whose process is gone. */
typedef void uh_journal_take(void *to, uh_journal_left *journal);
void uh_journal_find(const char *folder, uh_journal_take *take, void *to);

/* Tells its facts in their order. A last line that was cut off was never promised and is left out;
 * other lines that cannot be read are counted. UH_ERR_FULL, UH_ERR_STATE: it cannot be read. Else
 * what `take` answered. */
UH_MUST_USE uh_status uh_journal_read(uh_journal_left *journal, uh_fact_take *take, void *to,
                                      uint32_t *ret_bad);

/* Its facts are where they belong: removes it. With lines that could not be read it is kept under
 * another name, and never read again. */
void uh_journal_left_end(uh_journal_left *journal, uint32_t bad);

#endif
