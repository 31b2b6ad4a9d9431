/* SPDX-License-Identifier: MIT */
/* language.h: what a language is: its texts, and the little that no text can say. A new one is a
 * file po/TAG.po and a row in language.c. */
#ifndef UNHUNCH_WORDS_LANGUAGE_H
#define UNHUNCH_WORDS_LANGUAGE_H

#include "words/pen.h"

/* Texts of a language other than English, made by wordc from its .po file. */
typedef struct uh_translation {
    const char *texts; /* one behind the other, each with its NUL; the first is empty. NULL: this
                          build has no translations */
    const uint32_t *messages; /* UH_MESSAGE_COUNT offsets into texts, 0: not translated. Where a
                                 message has plural forms they stand behind each other */
    const uint64_t *hashes;  /* of texts of the catalogue in English, rising: they are found by what
                                they say, so that any image will do, a person's own too */
    const uint32_t *offsets; /* of their translations, in the same order */
    uint32_t count;          /* of hashes */
    uint32_t forms;          /* of a plural, 1 to 4 */
    uint32_t (*plural)(uint64_t number); /* which form belongs to a number, below forms */
} uh_translation;

struct uh_language {
    const char *tag;
    const char *decimal_mark;
    uint32_t word_ms; /* how long a word of a cue takes to say */
    /* Endings without which a word means the same, longest first, NULL last: who searches for the
     * one form of a word finds the others. */
    const char *const *endings;
    bool joins_words; /* "Nackendehnung": what is sought may stand inside of a word */
    const uh_translation *translation; /* NULL: English */
    /* Writes a text that is translated. */
    void (*write)(uh_pen *pen, const char *text, size_t length);
    const char *open; /* around each translated text */
    const char *close;
};

/* The form of a message that fits its arguments. */
const char *uh_language_form(const uh_language *language, const uh_phrase *phrase);

/* A text of the catalogue in the language; English where it has no translation. Never NULL. */
const char *uh_language_text(const uh_language *language, const uh_catalogue *catalogue,
                             uh_text text);

#endif
