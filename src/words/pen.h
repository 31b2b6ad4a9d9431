/* SPDX-License-Identifier: MIT */
/* pen.h: writes text into a caller's buffer, translated or as it is; never splits a character at
 * the end. */
#ifndef UNHUNCH_WORDS_PEN_H
#define UNHUNCH_WORDS_PEN_H

#include "unhunch/words.h"

typedef struct uh_pen {
    const uh_language *language;
    const uh_catalogue *catalogue; /* NULL: no argument needs it */
    char *out;
    size_t capacity;
    size_t length; /* also of what did not fit */
} uh_pen;

uh_pen uh_pen_to(const uh_language *language, const uh_catalogue *catalogue, char *out,
                 size_t capacity);
void uh_pen_bytes(uh_pen *pen, const char *text, size_t length); /* as they are */
void uh_pen_text(uh_pen *pen, uh_text text); /* a text of the catalogue, in the language */
/* A bit for each of {0} to {3} that a text has. */
uint32_t uh_pen_placeholders(const char *text);
void uh_pen_phrase(uh_pen *pen, const uh_phrase *phrase);
/* Ends the text where it fits; returns its full length. */
size_t uh_pen_end(uh_pen *pen);

#endif
