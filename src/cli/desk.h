/* SPDX-License-Identifier: MIT */
/* desk.h: what unhunchd answers, in words, and what it asks. */
#ifndef UNHUNCH_CLI_DESK_H
#define UNHUNCH_CLI_DESK_H

#include "cli/cli.h"
#include "shell/desk.h"

enum { UH_DESK_START_SIZE = 4096 + 16 };

/* What to type where it does not run: for systemd where its unit is installed, else the program
 * where it lies beside this one, else how both come there. `beside` is how that is typed, "" for
 * none. Returns out. */
const char *uh_desk_start(bool has_unit, const char *beside, char out[UH_DESK_START_SIZE]);

/* The same for this machine. */
const char *uh_desk_how_to_start(char out[UH_DESK_START_SIZE]);

/* The value of a NAME=VALUE line of an answer, "" where there is none. Returns out. */
const char *uh_desk_value(const char *answer, const char *name, char *out, size_t capacity);
int64_t uh_desk_number(const char *answer, const char *name);
bool uh_desk_is(const char *answer, const char *name);

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
