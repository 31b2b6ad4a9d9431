/* SPDX-License-Identifier: MIT */
/* spoken.c: how long a text takes to say. */
#include "words/language.h"

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

/* Letters, digits and every byte of a longer character. */
static bool is_spoken(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || ((unsigned char)byte & 0x80U) != 0;
}

uint32_t uh_words_count(const char *text)
{
    uint32_t count = 0;
    bool counted = false; /* the word that we are in */
    for (; *text; text++) {
        if (is_space(*text)) {
            counted = false;
        } else if (!counted && is_spoken(*text)) {
            counted = true;
            count++;
        }
    }
    return count;
}

uint32_t uh_words_spoken_ms(const uh_language *language, const char *text)
{
    return uh_words_count(text) * language->word_ms;
}
