/* SPDX-License-Identifier: MIT */
/* Finds what a person meant by what was typed. */
#include <string.h>

#include "catalogue/near.h"
#include "cli/cli.h"

enum { NAME_MAX_LETTERS = 48 };

/* -- near names -- */

const char *uh_nearest_name(const char *typed,
                            const char *(*name_at)(const void *from, uint32_t index),
                            const void *from, uint32_t count)
{
    uh_near near = uh_near_to(typed);
    for (uint32_t i = 0; i < count; i++) {
        uh_near_try(&near, name_at(from, i));
    }
    return near.best;
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
