/* SPDX-License-Identifier: MIT */
/* texts.h: every text of a catalogue that is translated, with its places, by walking the schema. */
#ifndef UNHUNCH_WORDC_TEXTS_H
#define UNHUNCH_WORDC_TEXTS_H

#include "unhunch/catalogue.h"

enum { UH_PLACE_SIZE = 128 };

typedef struct uh_placed_text {
    char place[UH_PLACE_SIZE]; /* "chin-tuck.steps.2.cue"; lists count from 0 */
    const char *text;          /* inside the image */
    const char *help;          /* what the field is, from the schema */
    uint32_t first;            /* the first place that has the same text; of the first, itself */
} uh_placed_text;

typedef struct uh_placed_texts {
    uh_placed_text *at;
    uint32_t count;
    uint32_t capacity;
} uh_placed_texts;

/* Topics, routines, then stretches, each in the order of the catalogue and of its fields.
 * UH_ERR_FULL: no memory, or a place too long for its room. The image must outlive the list. */
UH_MUST_USE uh_status uh_placed_texts_open(const uh_catalogue *catalogue,
                                           uh_placed_texts *ret_texts);
void uh_placed_texts_close(uh_placed_texts *texts);

#endif
