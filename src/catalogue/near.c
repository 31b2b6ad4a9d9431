/* SPDX-License-Identifier: MIT */
#include "catalogue/near.h"

#include <string.h>

enum { LONGEST = 48 };

uh_near uh_near_to(const char *word)
{
    /* a third of the letters may be wrong; of three letters, one */
    const size_t length = strlen(word);
    const size_t most = length < 3 ? 0 : length / 3 < 3 ? length / 3 : 3;
    return (uh_near){.word = word, .distance = most + 1};
}

static size_t least(size_t a, size_t b, size_t c)
{
    const size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool is_same(char a, char b)
{
    return lower(a) == lower(b);
}

/* "door" is what somebody writes who means doorway, though floor has fewer other letters. Of one or
 * two letters nobody can tell. */
static bool begins_with(const char *candidate, const char *word)
{
    size_t length = 0;
    while (word[length] != '\0' && is_same(candidate[length], word[length])) {
        length++;
    }
    return length > 2 && word[length] == '\0';
}

/* Optimal string alignment; rows holds the last three rows of the table. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] =
                least(above[j] + 1, row[j - 1] + 1, above[j - 1] + !is_same(a[i - 1], b[j - 1]));
            if (i > 1 && j > 1 && is_same(a[i - 1], b[j - 2]) && is_same(a[i - 2], b[j - 1])) {
                row[j] = least(row[j], before[j - 2] + 1, row[j]);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

void uh_near_try(uh_near *near, const char *candidate)
{
    const size_t word = strlen(near->word);
    const size_t other = strlen(candidate);
    if (word > LONGEST || other > LONGEST || near->distance == 0) {
        return;
    }
    if (begins_with(candidate, near->word)) {
        near->distance = 0;
        near->best = candidate;
        return;
    }
    const size_t found = distance(near->word, word, candidate, other);
    if (found < near->distance) {
        near->distance = found;
        near->best = candidate;
    }
}
