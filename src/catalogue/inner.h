/* SPDX-License-Identifier: MIT */
/* inner.h: what the files of the binder share. A draft is every record read so far, in one block,
 * with the place in its file of every value. */
#ifndef UH_CATALOGUE_INNER_H
#define UH_CATALOGUE_INNER_H

#include "catalogue/block.h"
#include "unhunch/binder.h"

/* Where the value of a key stood. Records in lists have a spot of their own, under the name of
 * their type. */
typedef struct uh_spot {
    uint32_t at; /* in the draft */
    const char *key;
    uint32_t line;
    uint32_t column;
    bool bad; /* was complained about, so nothing follows from its value */
} uh_spot;

typedef struct uh_draft_document {
    uh_document kind;
    uint32_t at;   /* of its record in the draft */
    uint32_t file; /* index in files; UH_FROM_IMAGE */
    uint32_t first_spot;
    uint32_t spot_count;
    bool clean;       /* every value of it could be read */
    bool replaceable; /* from an image, and a file may take its place */
    bool replaced;
    bool replaces; /* one from an image */
    bool doubled;  /* another file has its name */
    bool left_out; /* of the image, because of a mistake */
} uh_draft_document;

typedef struct uh_draft_file {
    const char *name;
    bool bad; /* has a mistake, also where it is told in another file */
} uh_draft_file;

#define UH_FROM_IMAGE UINT32_MAX

typedef struct uh_note {
    uh_diagnostic diagnostic;
    uint32_t file;
    uint32_t order; /* as found: keeps the sort stable */
} uh_note;

typedef struct uh_piece uh_piece; /* of the memory of literals */

struct uh_binder {
    bool failed; /* no memory */
    uh_block draft;
    bool beside_image; /* the files are one's own, or replace what is in the image */
    uh_draft_file *files;
    uint32_t file_count, file_capacity;
    uh_draft_document *documents;
    uint32_t document_count, document_capacity;
    uh_spot *spots;
    uint32_t spot_count, spot_capacity;
    uh_note *notes;
    uint32_t note_count, note_capacity;
    uh_left_out *left_out;
    uint32_t left_out_count, left_out_capacity;
    uh_piece *pieces;
};

/* A copy that lives as long as the binder and may be shown: no control characters, cut after `most`
 * bytes. */
const char *uh_binder_keep(uh_binder *binder, const char *text, size_t length, size_t most);

/* The same, as an argument; long ones are cut. */
uh_argument uh_binder_literal(uh_binder *binder, const char *text);

void uh_binder_complain(uh_binder *binder, uint32_t file, uint32_t line, uint32_t column,
                        uh_phrase phrase);

void uh_binder_add_spot(uh_binder *binder, uh_spot spot);
void uh_binder_add_document(uh_binder *binder, uh_draft_document document);

/* No memory, anywhere. */
bool uh_binder_failed(const uh_binder *binder);

const char *uh_binder_text(const uh_binder *binder, uh_text text);

/* Enters the name of a file that is to be read. False: no memory, or it is too large, and said so.
 */
bool uh_binder_begin_file(uh_binder *binder, const char *name, size_t length, uint32_t *ret_file);

/* Diagnostics in the order of files, lines and columns. */
void uh_binder_sort(uh_binder *binder);

/* bind.c: one file into the draft. */
void uh_bind_file(uh_binder *binder, uint32_t file, const unsigned char *bytes, size_t length);

/* lint.c: what no single value can say. */
void uh_lint(uh_binder *binder);

/* binder.c: the image of all documents that are not replaced and not left out. */
UH_MUST_USE uh_status uh_binder_assemble(const uh_binder *binder, uh_block *image);

/* The diagnostics in the order of files, lines and columns. */
void uh_binder_sort(uh_binder *binder);

#endif
