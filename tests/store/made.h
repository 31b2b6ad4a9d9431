/* SPDX-License-Identifier: MIT */
/* made.h: facts for tests, by hand and by seed, and a folder of a test's own. */
#ifndef UNHUNCH_TESTS_STORE_MADE_H
#define UNHUNCH_TESTS_STORE_MADE_H

#include "store/store.h"

/* 2026-11-20 12:00 UTC. */
#define MADE_NOON_MS INT64_C(1795176000000)
#define MADE_DAY_MS INT64_C(86400000)

/* A session `day` days after 2026-11-20, at noon; "id" names it. */
uh_fact made_session(const char *id, int day);
uh_fact made_entry(const char *session, uint32_t entry);
uh_fact made_command(const char *session, uint32_t number);
/* The set ends `entry` minutes after its session began. */
uh_fact made_set(const char *session, int day, uint32_t entry, uint32_t set);
uh_fact made_rating(const char *id, const char *session, int day, int32_t pain);
uh_fact made_break(const char *id, int day);
uh_fact made_mark(const char *id, int day, uh_mark_kind mark);
uh_fact made_answer(const char *question, int day, bool yes);
uh_fact made_setting(const char *name, const char *value);

/* xorshift64: the same on every machine. */
uint64_t made_random(uint64_t *seed);
uint32_t made_below(uint64_t *seed, uint32_t count);

/* A fact of that kind with every field drawn from all that its table allows. What belongs to a
 * session belongs to "session-N", N below `sessions`; other identities are drawn from `identities`
 * different ones. */
uh_fact made_fact(uint64_t *seed, uh_fact_kind kind, uint32_t sessions, uint32_t identities);

/* Makes an empty folder of this process's own below the system's temporary folder; returns it. */
const char *made_folder(void);
/* Removes it and all that is in it. */
void made_folder_end(void);
/* "FOLDER/name", in a buffer of its own that the next call but seven uses again. */
const char *made_path(const char *name);

/* Bytes of a whole file; NULL: it is not there. The caller frees them. */
unsigned char *made_read(const char *path, size_t *ret_length);
/* Makes or replaces one. */
void made_write(const char *path, const void *bytes, size_t length);
/* Removes a file, or a folder with all that is in it. */
void made_remove(const char *path);
/* Copies a folder with all that is in it. */
void made_copy(const char *from, const char *to);
/* Does any file of a folder hold these bytes? */
bool made_is_in(const char *folder, const char *text);
/* The first file of a folder whose name begins so; "" where there is none. In a buffer of its own
 * that the next call uses again. */
const char *made_find(const char *folder, const char *beginning);

/* All facts of a store, as lines of JSON; NULL: it cannot be read. The caller frees it. */
char *made_dump(uh_store *store);

#endif
