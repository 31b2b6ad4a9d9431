/* SPDX-License-Identifier: MIT */
/* answer.c: does a stretch go by that name? Nothing but letters and digits counts, and not their
 * case. How well it answers to a search, in any language, is a matter of words (words.h). */
#include "unhunch/catalogue.h"

/* A word of a text: letters and digits, whatever stands between them. */
typedef struct word {
    const char *start;
    uint32_t length;
} word;

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool in_word(char c)
{
    const char folded = lower(c);
    return (folded >= 'a' && folded <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* The next word at *text, which moves behind it; length 0 at the end. */
static word next_word(const char **text)
{
    while (**text && !in_word(**text)) {
        (*text)++;
    }
    word found = {*text, 0};
    while (in_word(**text)) {
        (*text)++;
        found.length++;
    }
    return found;
}

static bool starts_with(word whole, word start)
{
    for (uint32_t i = 0; i < start.length; i++) {
        if (i == whole.length || lower(whole.start[i]) != lower(start.start[i])) {
            return false;
        }
    }
    return true;
}

static bool equal(word a, word b)
{
    return a.length == b.length && starts_with(a, b);
}

static bool same_words(const char *a, const char *b)
{
    word left;
    do {
        left = next_word(&a);
        if (!equal(left, next_word(&b))) {
            return false;
        }
    } while (left.length > 0);
    return true;
}

bool uh_exercise_answers(const uh_catalogue *catalogue, const uh_exercise *exercise,
                         const char *words)
{
    const uh_text own[] = {exercise->key, exercise->name, exercise->id};
    for (size_t i = 0; i < UH_COUNT(own); i++) {
        if (same_words(uh_catalogue_text(catalogue, own[i]), words)) {
            return true;
        }
    }
    for (uint32_t i = 0; i < exercise->aliases.count; i++) {
        const uh_alias *alias = uh_catalogue_alias(catalogue, exercise->aliases, i);
        if (same_words(uh_catalogue_text(catalogue, alias->name), words)) {
            return true;
        }
    }
    return false;
}
