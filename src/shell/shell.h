/* SPDX-License-Identifier: MIT */
/* shell.h: what the shells (command line, page) have in common: how they speak, and what they know
 * of this person's own files. What is remembered is in past.h. */
#ifndef UNHUNCH_SHELL_SHELL_H
#define UNHUNCH_SHELL_SHELL_H

#include "unhunch/present.h"

typedef struct uh_shell {
    const uh_language *language; /* of the environment: uh_shell_language() */
    uh_out out;                  /* data */
    uh_out err;                  /* talk */
    uint32_t width;              /* columns to wrap text at */
    const char *program;         /* "unhunch" */
    uh_catalogue catalogue;      /* once it is open */
    void *own_image; /* what the catalogue lies in where own files are joined in; else NULL */
} uh_shell;

/* From UNHUNCH_LANGUAGE, LC_ALL, LC_MESSAGES, LANG. */
const uh_language *uh_shell_language(void);

/* A page on `out`. */
uh_page uh_shell_page(const uh_shell *shell);

/* One line on `err`, prefixed "PROGRAM: ". */
void uh_shell_complain(const uh_shell *shell, const uh_phrase *phrase);

/* A line on `err` without a prefix: talk that is not a complaint. */
void uh_shell_tell(const uh_shell *shell, const uh_phrase *phrase);

/* What an errno means, in the language where it is one of those that files and disks give; else as
 * the C library says it. Borrowed until the next call. */
uh_argument uh_shell_error(int error);

/* Typed words and names of files may hold anything, and a terminal obeys control characters: each
 * becomes '?', in place. Both lines on `err` above are made so. Returns text. */
char *uh_shell_harmless(char *text);

/* -- a person's own files (own.c) -- */

/* The *.yaml files of XDG_DATA_HOME/unhunch/stretches, bound together with the built-in catalogue.
 */
typedef struct uh_own_files {
    char folder[4096];  /* "" where there is no place for it */
    uint32_t count;     /* files */
    uint32_t left_out;  /* of them, because of mistakes in them or in what they need */
    bool cut;           /* missing is not all of them */
    char missing[2048]; /* which: "my-turn, tea, bad.yaml" */
} uh_own_files;

/* Opens the built-in catalogue. False after a complaint: it is damaged. */
bool uh_shell_open_builtin(uh_shell *shell);

/* The same, with those of the own files that are good. Mistakes are written to `out` (shell->err,
 * or nowhere where out.write is NULL). The catalogue lives until uh_shell_close_catalogue(). */
bool uh_shell_open_catalogue(uh_shell *shell, uh_out out, uh_own_files *ret_own);
void uh_shell_close_catalogue(uh_shell *shell);

/* Does the file lie in that folder? */
bool uh_is_own_file(const char *path);

/* The own files that are there beside those of `files`: none of them, and none that is called like
 * one of them and will give way to it. One that cannot be read is none. */
struct uh_binder_file;
typedef struct uh_own_others {
    uint32_t count;
    struct uh_binder_file *files;
    char **owned; /* what they lie in: name and bytes of each */
} uh_own_others;
uh_own_others uh_own_others_read(const struct uh_binder_file *files, size_t count);
void uh_own_others_free(uh_own_others *others);

/* Reads a file whole, at most UH_BINDER_FILE_MAX + 1 bytes; NULL: see errno. The caller frees it.
 */
char *uh_read_whole(const char *path, size_t *ret_length);

/* The same for a file that nobody named: a pipe would be waited for. NULL and errno 0: it is no
 * ordinary file. */
char *uh_read_ordinary(const char *path, size_t *ret_length);

/* Why one of the two gave NULL, by errno. */
uh_phrase uh_shell_unreadable(const char *path);

/* One mistake in a file, as "file:line:col: error: ...". */
struct uh_diagnostic;
void uh_print_diagnostic(const uh_shell *shell, uh_out out, const struct uh_diagnostic *diagnostic);

#endif
