/* SPDX-License-Identifier: MIT */
/* Finds what a person meant by what was typed. */
#include <string.h>

#include "cli/cli.h"

/* -- near names -- */

enum { NAME_MAX_LETTERS = 48 };

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* How many letters must be put in, taken out or changed to make `b` of `a` (Levenshtein). */
static uint32_t edits(const char *a, const char *b)
{
    uint32_t row[NAME_MAX_LETTERS + 1];
    uint32_t width = (uint32_t)strlen(b);
    for (uint32_t i = 0; i <= width; i++) {
        row[i] = i;
    }
    for (uint32_t line = 1; a[line - 1]; line++) {
        uint32_t diagonal = row[0];
        row[0] = line;
        for (uint32_t i = 1; i <= width; i++) {
            uint32_t changed = diagonal + (lower(a[line - 1]) != lower(b[i - 1]));
            diagonal = row[i];
            row[i] = least(changed, least(row[i], row[i - 1]) + 1);
        }
    }
    return row[width];
}

/* "door" is what somebody types who means doorway, though floor has fewer other letters. Of one or
 * two letters nobody can tell. */
static bool begins_with(const char *name, const char *typed)
{
    size_t length = 0;
    while (typed[length] != '\0' && lower(name[length]) == lower(typed[length])) {
        length++;
    }
    return length > 2 && typed[length] == '\0';
}

const char *uh_nearest_name(const char *typed,
                            const char *(*name_at)(const void *from, uint32_t index),
                            const void *from, uint32_t count)
{
    size_t letters = strlen(typed);
    if (letters > NAME_MAX_LETTERS) {
        return NULL;
    }
    const char *nearest = NULL;
    /* a third of the letters and one more may be wrong; of three letters, one */
    const uint32_t most = letters < 3 ? 0 : letters == 3 ? 1 : (uint32_t)letters / 3 + 1;
    uint32_t fewest = most + 1;
    for (uint32_t i = 0; i < count; i++) {
        const char *name = name_at(from, i);
        if (strlen(name) > NAME_MAX_LETTERS) {
            continue;
        }
        if (begins_with(name, typed)) {
            return name;
        }
        uint32_t distance = edits(typed, name);
        if (distance < fewest) {
            fewest = distance;
            nearest = name;
        }
    }
    return nearest;
}

const char *uh_join_words(int count, char **words, char *buffer, size_t capacity)
{
    uh_buffer joined = {buffer, capacity, 0};
    uh_out out = uh_out_to_buffer(&joined);
    for (int i = 0; i < count; i++) {
        uh_out_text(out, i > 0 ? " " : "");
        uh_out_text(out, words[i]);
    }
    return buffer;
}

/* -- stretches -- */

enum { CHOICES_MAX = 512, EXACT = 100, TOLD_MAX = 6 };

static const char *key_of(const uh_cli *cli, uint32_t exercise)
{
    return uh_catalogue_text(&cli->catalogue,
                             uh_catalogue_exercise(&cli->catalogue, exercise)->key);
}

static const char *key_at(const void *from, uint32_t index)
{
    return key_of(from, index);
}

/* The parts of a key that hyphens divide, one after another; NULL at the end. */
static const char *next_part(const char *at, char part[NAME_MAX_LETTERS + 1])
{
    size_t length = strcspn(at, "-");
    if (length == 0 || length > NAME_MAX_LETTERS) {
        return NULL;
    }
    memcpy(part, at, length);
    part[length] = '\0';
    return at + length + (at[length] == '-');
}

static const char *itself(const void *from, uint32_t index)
{
    (void)index;
    return from;
}

static bool has_near_part(const char *key, const char *words)
{
    char part[NAME_MAX_LETTERS + 1];
    for (const char *at = key; (at = next_part(at, part)) != NULL;) {
        if (strlen(part) > 2 && uh_nearest_name(words, itself, part, 1)) {
            return true;
        }
    }
    return false;
}

/* "dorway" is nearer to a part of "doorway-stretch" than to all of it. */
static const char *near_key(const uh_cli *cli, const char *words)
{
    uint32_t count = uh_catalogue_exercise_count(&cli->catalogue);
    const char *near = uh_nearest_name(words, key_at, cli, count);
    for (uint32_t i = 0; !near && i < count; i++) {
        near = has_near_part(key_of(cli, i), words) ? key_of(cli, i) : NULL;
    }
    return near;
}

static int nothing_found(const uh_cli *cli, const char *words)
{
    const char *near = near_key(cli, words);
    uh_phrase phrase =
        near ? uh_say2(UH_MSG_CLI_NO_STRETCH_HINT, uh_literal(words), uh_literal(near))
             : uh_say2(UH_MSG_CLI_NO_STRETCH, uh_literal(words), uh_literal("unhunch list"));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

static int many_found(const uh_cli *cli, const char *words, const uh_found *found, uint32_t count)
{
    char choices[CHOICES_MAX];
    uh_buffer joined = {choices, sizeof choices, 0};
    uh_out out = uh_out_to_buffer(&joined);
    for (uint32_t i = 0; i < count && i < TOLD_MAX; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, key_of(cli, found->exercises[i]));
    }
    uh_out_text(out, count > TOLD_MAX ? ", ..." : "");
    uh_phrase phrase = uh_say2(UH_MSG_CLI_MANY_STRETCHES, uh_literal(words), uh_literal(choices));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

/* An exact name beats every name that only contains the words. */
static uint32_t candidates(const uh_found *found)
{
    uint32_t exact = 0;
    while (exact < found->count && found->scores[exact] >= EXACT) {
        exact++;
    }
    return exact > 0 ? exact : found->count;
}

int uh_cli_find_exercise(const uh_cli *cli, const char *words, uint32_t *ret_index)
{
    uh_found found = uh_find_exercises(cli->language, &cli->catalogue, words);
    uint32_t count = words[0] == '\0' ? 0 : candidates(&found);
    if (count == 0) {
        return nothing_found(cli, words);
    }
    if (count > 1) {
        return many_found(cli, words, &found, count);
    }
    *ret_index = found.exercises[0];
    return UH_EXIT_GO_ON;
}
