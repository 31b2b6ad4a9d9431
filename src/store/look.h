/* SPDX-License-Identifier: MIT */
/* look.h: how the history is, without changing anything: for `unhunch doctor`. */
#ifndef UNHUNCH_STORE_LOOK_H
#define UNHUNCH_STORE_LOOK_H

#include "store/store.h"

typedef struct uh_store_look {
    bool there;
    bool damaged;             /* all of it was read */
    bool waiting;             /* journals of other processes hold facts */
    uh_store_trouble trouble; /* SOUND, READ_ONLY, BUSY, FAILING, NEWER, FOREIGN */
    int64_t bytes;
    uint64_t sessions;
    uh_unix_ms backup; /* the newest one; UH_NO_TIME: there is none */
    char path[UH_STORE_PATH_SIZE];
    char journal[UH_STORE_PATH_SIZE]; /* the folder in which facts wait */
    char detail[256];
} uh_store_look;

/* Looks at FOLDER/history.db and reads all of it: some seconds for a life's history. */
uh_store_look uh_store_look_at(const char *folder);

#endif
