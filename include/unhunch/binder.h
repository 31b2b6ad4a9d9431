/* SPDX-License-Identifier: MIT */
/* binder.h: reads catalogue files (YAML) and makes a catalogue image of them.
 *
 * Give it the bytes of every file, then finish: either there is an image, or there are diagnostics,
 * all of them in one run, each with file, line and column. Opening files is the caller's business.
 */
#ifndef UNHUNCH_BINDER_H
#define UNHUNCH_BINDER_H

#include "unhunch/catalogue.h"

enum {
    UH_BINDER_FILE_MAX = 256 * 1024, /* bytes of one file */
    /* bytes of an image, where each text counts as often as it is named: unpacked, where none is
     * shared and one that is none takes a byte too, it is inside UH_IMAGE_MAX */
    UH_BINDER_IMAGE_MAX = 1 << 20,
    UH_BINDER_DIAGNOSTICS_MAX = 500 /* later ones are dropped */
};

typedef struct uh_binder uh_binder;

/* Something wrong in a file. Borrowed texts live until uh_binder_close(). */
typedef struct uh_diagnostic {
    const char *file;
    uint32_t line;   /* from 1; 0: the file as a whole */
    uint32_t column; /* from 1, in characters; 0: the file as a whole */
    uh_phrase phrase;
} uh_diagnostic;

/* NULL: no memory. */
uh_binder *uh_binder_open(void);

/* NULL closes quietly. */
void uh_binder_close(uh_binder *binder);

/* Reads one file. `name` is how messages call it; both arguments are copied where needed. */
void uh_binder_add(uh_binder *binder, const char *name, const void *bytes, size_t length);

/* Puts everything of a catalogue in, so that files can refer to it and join it. A file with both
 * the key and the id of one of its documents takes that one's place where `replaceable`; else it is
 * a mistake, so that nobody's file can lift the limits of a built-in stretch unseen. All other
 * files then are one's own: they have no id and no tour, and answer to no built-in name. */
void uh_binder_add_image(uh_binder *binder, const uh_catalogue *catalogue, bool replaceable);

/* Checks everything together. UH_OK: an image, 8-byte aligned, that the caller takes and gives back
 * with uh_binder_free_image(). UH_ERR_FORMAT: see the diagnostics, in the order of files, lines and
 * columns. UH_ERR_FULL: no memory. Once per binder. */
UH_MUST_USE uh_status uh_binder_finish(uh_binder *binder, void **ret_image, size_t *ret_size);
void uh_binder_free_image(void *image);

/* The same, but a file with a mistake does not cost the others: it is left out, and with it a
 * routine that names its stretch. Of two files with one key both are left out, and files that do
 * not fit any more. UH_OK: an image, also where nothing is left of the files; the diagnostics and
 * uh_binder_left_out() say what is missing. For images that were added as not replaceable. */
UH_MUST_USE uh_status uh_binder_finish_good(uh_binder *binder, void **ret_image, size_t *ret_size);

/* The catalogue as it travels (packed.h): bytes that the caller takes and gives back with free().
 * UH_ERR_FULL: no memory. */
UH_MUST_USE uh_status uh_catalogue_pack(const uh_catalogue *catalogue, void **ret_packed,
                                        size_t *ret_size);

/* A file that uh_binder_finish_good() left out. Borrowed until uh_binder_close(). */
typedef struct uh_left_out {
    const char *file; /* as it was added */
    const char *key;  /* of the stretch, routine, topic or stance; "": it could not be read */
} uh_left_out;

/* In the order in which the files were added. */
uint32_t uh_binder_left_out_count(const uh_binder *binder);

/* index below the count */
const uh_left_out *uh_binder_left_out(const uh_binder *binder, uint32_t index);

uint32_t uh_binder_diagnostic_count(const uh_binder *binder);

/* index below the count */
const uh_diagnostic *uh_binder_diagnostic(const uh_binder *binder, uint32_t index);

/* A file as bytes. */
typedef struct uh_binder_file {
    const char *name;
    const void *bytes;
    size_t length;
} uh_binder_file;

/* Files to look at together. */
typedef struct uh_binder_files {
    const uh_binder_file *at;
    size_t count;
} uh_binder_files;

/* Are these files good, beside each other, beside the built-in catalogue (`builtin` may be NULL;
 * `replaceable` as in uh_binder_add_image()) and `beside` others, whose own mistakes are not told?
 * One that is called config.yaml holds settings (config.h) that may name the stretches of `known`
 * (may be NULL). The result is a finished binder to read the diagnostics from and to close. NULL:
 * no memory. */
uh_binder *uh_binder_check(const uh_catalogue *builtin, bool replaceable, const uh_catalogue *known,
                           uh_binder_files files, uh_binder_files beside);

#endif
