/* SPDX-License-Identifier: MIT */
/* desk.h: talks to unhunchd. The bus is not linked here: `unhunchd --ask` is started for a moment,
 * so that every other command stays small. */
#ifndef UNHUNCH_SHELL_DESK_H
#define UNHUNCH_SHELL_DESK_H

#include "unhunch/base.h"

enum { UH_DESK_ANSWER_SIZE = 4096 };

typedef enum uh_desk_answer {
    UH_DESK_ANSWERED,
    UH_DESK_NOBODY,   /* it does not run, or there is no bus */
    UH_DESK_REFUSED,  /* the answer says why: "locked", "range" */
    UH_DESK_NOT_BUILT /* there is no such program */
} uh_desk_answer;

/* Asks; the words are ended by NULL. `answer` has UH_DESK_ANSWER_SIZE bytes. */
uh_desk_answer uh_desk_ask(const char *const *words, char *answer);

/* Asks for the status, if it runs at all: whoever has no unhunchd starts no program for nothing. */
bool uh_desk_look(char *answer);

/* Tells it, if it runs, that a stretch was done or that settings have changed. Says nothing. */
void uh_desk_hint(const char *word);

#endif
