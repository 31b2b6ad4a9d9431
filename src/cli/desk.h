/* SPDX-License-Identifier: MIT */
/* desk.h: talks to unhunchd. The bus is not linked here: `unhunchd --ask` is started for a moment,
 * so that every other command stays small. */
#ifndef UNHUNCH_CLI_DESK_H
#define UNHUNCH_CLI_DESK_H

#include "cli/cli.h"

enum { UH_DESK_ANSWER_SIZE = 4096 };

typedef enum uh_desk_answer {
    UH_DESK_ANSWERED,
    UH_DESK_NOBODY,   /* it does not run, or there is no bus */
    UH_DESK_REFUSED,  /* the answer says why: "locked", "range" */
    UH_DESK_NOT_BUILT /* there is no such program */
} uh_desk_answer;

/* How it is started by hand. */
#define UH_DESK_HOW_TO_START "systemctl --user enable --now unhunchd"

/* Asks; the words are ended by NULL. `answer` has UH_DESK_ANSWER_SIZE bytes. */
uh_desk_answer uh_desk_ask(const char *const *words, char *answer);

/* Asks for the status, if it runs at all: whoever has no unhunchd starts no program for nothing. */
bool uh_desk_look(char *answer);

/* The value of a NAME=VALUE line of an answer, "" where there is none. Returns out. */
const char *uh_desk_value(const char *answer, const char *name, char *out, size_t capacity);
int64_t uh_desk_number(const char *answer, const char *name);
bool uh_desk_is(const char *answer, const char *name);

/* Tells it, if it runs, that a stretch was done or that settings have changed. Says nothing. */
void uh_desk_hint(const char *word);

/* The lines of `unhunch break --offer`. */
int uh_desk_offer(uh_cli *cli, const char *picture);

/* Remembers a break that unhunchd has seen: "away,1767603600000,300000". */
int uh_desk_remember(uh_cli *cli, const char *seen);

/* A list of names as the daemon gives it ("microphone, camera") in words, joined by commas:
 * `first` is the message of name_of(0), the others follow. Returns out. */
const char *uh_desk_words(const uh_cli *cli, const char *names, const char *(*name_of)(uint32_t),
                          uh_message first, char *out, size_t capacity);

/* How things are at the desk, in a sentence or two; one line a call, false beyond the last. */
bool uh_desk_line(const uh_cli *cli, const char *answer, uint32_t index, char *out,
                  size_t capacity);

#endif
