/* SPDX-License-Identifier: MIT */
/* language.h: what a language is: its texts, and the little that no text can say. A new one is a
 * file po/TAG.po and a row in language.c. */
#ifndef UNHUNCH_WORDS_LANGUAGE_H
#define UNHUNCH_WORDS_LANGUAGE_H

#include "unhunch/translation.h"
#include "words/pen.h"

/* A value: a copy with a translation opened for it is a language as good as any. */
struct uh_language {
    const char *tag;
    const char *decimal_mark;
    uint32_t word_ms; /* how long a word of a cue takes to say */
    /* Endings without which a word means the same, longest first, NULL last: who searches for the
     * one form of a word finds the others. */
    const char *const *endings;
    bool joins_words; /* "Nackendehnung": what is sought may stand inside of a word */
    const uh_translation_rule *rule;
    const uh_translation *translation; /* NULL: not here */
    /* Writes a text that is translated. */
    void (*write)(uh_pen *pen, const char *text, size_t length);
    const char *open; /* around each translated text */
    const char *close;
};

/* The language that an image (translation.h) is of, with its texts, for as long as the image stays
 * where it is. UH_ERR_FORMAT: no image, or not whole; UH_ERR_VERSION: of another build;
 * UH_ERR_UNKNOWN: of a language that this build does not know. */
UH_MUST_USE uh_status uh_language_open(const void *image, size_t size, uh_language *ret_language);

/* Does the language answer to this tag? "en" does to "en", "en_GB.UTF-8" and "en-GB", not to
 * "enm". */
bool uh_language_answers(const uh_language *language, const char *tag);

/* The form of a message that fits its arguments. */
const char *uh_language_form(const uh_language *language, const uh_phrase *phrase);

/* A text of the catalogue in the language; English where it has no translation. Never NULL. */
const char *uh_language_text(const uh_language *language, const uh_catalogue *catalogue,
                             uh_text text);

#endif
