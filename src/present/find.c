/* SPDX-License-Identifier: MIT */
/* Stretches by the words of a person: those that answer to all of them, and where there are none,
 * those that answer best to some. */
#include "unhunch/present.h"

enum { WORD_SIZE = 64 };

/* Keeps the best first; equal ones in the order of the catalogue. */
static void insert(uh_found *found, uint32_t exercise, uint32_t score)
{
    uint32_t at = found->count;
    for (; at > 0 && found->scores[at - 1] < score; at--) {
        found->scores[at] = found->scores[at - 1];
        found->exercises[at] = found->exercises[at - 1];
    }
    found->scores[at] = score;
    found->exercises[at] = exercise;
    found->count++;
}

uh_found uh_find_exercises(const uh_language *language, const uh_catalogue *catalogue,
                           const char *words)
{
    uh_found found = {0};
    uint32_t count = uh_catalogue_exercise_count(catalogue);
    for (uint32_t i = 0; i < count; i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(catalogue, i);
        uint32_t score =
            words[0] == '\0' ? 1 : uh_words_match(language, catalogue, exercise, words);
        if (score > 0) {
            insert(&found, i, score);
        }
    }
    return found;
}

/* The next word at *words, which moves behind it; what does not fit is cut. False: none is left. */
static bool take_word(const char **words, char ret_word[WORD_SIZE])
{
    uint32_t length = 0;
    while (**words == ' ') {
        (*words)++;
    }
    for (; **words != '\0' && **words != ' '; (*words)++) {
        if (length < WORD_SIZE - 1) {
            ret_word[length++] = **words;
        }
    }
    ret_word[length] = '\0';
    return length > 0;
}

static uint32_t points(const uh_language *language, const uh_catalogue *catalogue,
                       uint32_t exercise, const char *words)
{
    char word[WORD_SIZE];
    uint32_t sum = 0;
    while (take_word(&words, word)) {
        sum +=
            uh_words_match(language, catalogue, uh_catalogue_exercise(catalogue, exercise), word);
    }
    return sum;
}

/* "in" and "my" are somewhere in many texts: who has not half of the best has only those. */
static void keep_the_best(uh_found *found)
{
    while (found->count > 0 && found->scores[found->count - 1] * 2 < found->scores[0]) {
        found->count--;
    }
}

uh_found uh_search_exercises(const uh_language *language, const uh_catalogue *catalogue,
                             const char *words)
{
    uh_found found = uh_find_exercises(language, catalogue, words);
    if (found.count > 0) {
        return found;
    }
    found.in_part = true;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(catalogue); i++) {
        const uint32_t score = points(language, catalogue, i, words);
        if (score > 0) {
            insert(&found, i, score);
        }
    }
    keep_the_best(&found);
    return found;
}
