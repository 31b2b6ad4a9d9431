/* SPDX-License-Identifier: MIT */
/* program.h: where programs are, how they are typed, and what one of them says. */
#ifndef UNHUNCH_HOST_PROGRAM_H
#define UNHUNCH_HOST_PROGRAM_H

#include "unhunch/base.h"

/* The path of a program beside this one; else its name, for PATH. Returns ret_path (UH_PATH_SIZE
 * bytes). */
const char *uh_program_path(const char *name, char *ret_path);

/* Is there such a program in a folder of PATH? */
bool uh_program_is_there(const char *name);

/* A word of a command that somebody pastes: in single quotes where a shell would take it apart.
 * What does not fit is cut (capacity: 3 at least). Returns out. */
const char *uh_program_word(const char *text, char *out, size_t capacity);

/* How a person types the program beside this one: by its name where a shell finds that one first,
 * else by its path, to be pasted. By its name, too, where there is none. Returns out (UH_PATH_SIZE
 * bytes). */
const char *uh_program_typed(const char *name, char *out);

/* Runs it with nothing on stdin; stderr is ours. argv is ended by NULL. What it writes to stdout is
 * in `output`, terminated, cut to the capacity.
 * UH_ERR_UNKNOWN: it is not there. UH_ERR_STATE: it could not be run, or was killed. */
UH_MUST_USE uh_status uh_program_run(const char *const *argv, char *output, size_t capacity,
                                     int *ret_code);

#endif
