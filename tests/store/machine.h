/* SPDX-License-Identifier: MIT */
/* machine.h: a machine whose disk and memory can fail, and that can tell what was written to it.
 *
 * SQLite's file system is a shim of its own over the real one; the store's own calls of the system
 * and of malloc() come here by the linker's --wrap. Nothing is ever synchronized for real, so that
 * thousands of runs take seconds. */
#ifndef UNHUNCH_TESTS_STORE_MACHINE_H
#define UNHUNCH_TESTS_STORE_MACHINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What can fail; bits. */
enum {
    MACHINE_WRITE = 1,    /* writing, making and shortening files, renaming, removing */
    MACHINE_SYNC = 2,     /* fsync; with DATABASE: the database's alone */
    MACHINE_MEMORY = 4,   /* malloc, the library's too */
    MACHINE_READ = 8,     /* reading a database */
    MACHINE_DATABASE = 16 /* writing by the database alone: the journal still can */
};

/* Before anything of SQLite is used. */
void machine_install(void);

/* From now on the k-th call (from 1) of these kinds fails, and where `lasting` all later ones, too.
 * `reason` is the system's error number for files: ENOSPC, EIO. */
void machine_fail(uint32_t kinds, uint64_t k, bool lasting, int reason);
/* Nothing fails. The number of calls of the kinds since machine_fail(). */
uint64_t machine_heal(void);
/* Did one fail since machine_fail()? */
bool machine_has_failed(void);

/* -- what was written -- */

typedef enum machine_act {
    MACHINE_ACT_MAKE,     /* a file, empty */
    MACHINE_ACT_WRITE,    /* `length` bytes at `offset` */
    MACHINE_ACT_TRUNCATE, /* to `length` */
    MACHINE_ACT_RENAME,   /* to `other` */
    MACHINE_ACT_LINK,     /* also as `other` */
    MACHINE_ACT_REMOVE,
    MACHINE_ACT_FOLDER, /* made */
    MACHINE_ACT_GONE,   /* an empty folder removed */
    MACHINE_ACT_SYNC
} machine_act;

typedef struct machine_step {
    machine_act act;
    char *path; /* below the folder that is watched, its name left out */
    char *other;
    uint64_t offset;
    uint64_t length;
    unsigned char *bytes;
} machine_step;

/* Writes down what happens below this folder, from nothing. */
void machine_watch(const char *folder);
/* No more is written down; what was lives until the next machine_watch(). */
void machine_unwatch(void);
uint32_t machine_steps(void);
const machine_step *machine_step_at(uint32_t index);

#endif
