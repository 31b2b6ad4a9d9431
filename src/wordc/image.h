/* SPDX-License-Identifier: MIT */
/* image.h: a translation as the image that unhunch/translation.h reads, and as C that holds it. */
#ifndef UNHUNCH_WORDC_IMAGE_H
#define UNHUNCH_WORDC_IMAGE_H

#include <stdio.h>

#include "unhunch/translation.h"
#include "wordc/mo.h"
#include "wordc/plural.h"
#include "wordc/po.h"

/* Who has the image: the page numbers the messages that it can say, and no others. */
typedef enum uh_reader { UH_READER_PROGRAM, UH_READER_PAGE, UH_READER_COUNT } uh_reader;

typedef struct uh_compiled {
    void *images[UH_READER_COUNT]; /* each begins with a uh_translation, which has its size;
                                      uh_compiled_close() frees them */
    uh_plural_rule rule;
} uh_compiled;

/* UH_ERR_FORMAT: there are mistakes, all of them told through `po`; UH_ERR_FULL: no memory, or more
 * text than an image may have. */
UH_MUST_USE uh_status uh_compiled_open(const char *tag, const uh_mo *from, uh_po *po,
                                       uh_compiled *ret_compiled);

/* Of messages/all.def. UH_ERR_FULL: no memory, or more text than an image may have. */
UH_MUST_USE uh_status uh_compiled_open_english(uh_compiled *ret_compiled);
void uh_compiled_close(uh_compiled *compiled);

/* Writes uh_translation_TAG, the bytes for programs, and uh_translation_rule_TAG for both. */
void uh_compiled_write_c(FILE *out, const char *tag, const uh_compiled *compiled);

/* The same with the bytes for both. */
void uh_compiled_write_english(FILE *out, const uh_compiled *compiled);

/* The same without a text, for a build without gettext. */
void uh_compiled_write_none(FILE *out, const char *tag);

#endif
