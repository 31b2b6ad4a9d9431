/* SPDX-License-Identifier: MIT */
/* plan_story_test.c: plans as text that a physiotherapist can read; plans/README.md tells how they
 * are written. Above the line "=" stands what is known, below it what the person is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <dirent.h>

#include "core/pasts.h"
#include "unhunch/plan_show.h"

enum { LINE_SIZE = 256, TEXT_SIZE = 16384, WORDS_MAX = 16 };

typedef struct story {
    uh_catalogue catalogue;
    uh_person person;
    uh_screening screening;
    uh_history history;
    uh_plan_request request;
    char wanted[TEXT_SIZE];
} story;

/* The bit of a word in a table of names; fails where it has none. */
static uint32_t bit_named(const char *word, const char *(*name)(uint32_t))
{
    for (uint32_t i = 0; name(i)[0] != '\0'; i++) {
        if (strcmp(name(i), word) == 0) {
            return 1U << i;
        }
    }
    fail_msg("no such word: %s", word);
    return 0;
}

static uint32_t number_named(const char *word, const char *(*name)(uint32_t))
{
    return (uint32_t)__builtin_ctz(bit_named(word, name));
}

static const char *profile_name(uint32_t profile)
{
    static const char *const names[] = {"typical", "stiff", "flexible", "plan"};
    return profile < UH_COUNT(names) ? names[profile] : "";
}

/* -- what is known of the person -- */

static void put_key(const story *of, uint32_t *set, const char *key)
{
    const uint32_t index = exercise_index(&of->catalogue, key);
    set[index / 32] |= 1U << index % 32;
}

static void read_word(story *of, const char *what, const char *word)
{
    if (strcmp(what, "person") == 0) {
        of->person.profile = (uh_profile)number_named(word, profile_name);
    } else if (strcmp(what, "stiff") == 0) {
        of->person.stiff_regions |= bit_named(word, uh_region_name);
    } else if (strcmp(what, "has") == 0) {
        of->person.equipment |= bit_named(word, uh_equipment_name);
    } else if (strcmp(what, "yes") == 0) {
        of->person.opt_in |= bit_named(word, uh_opt_in_name);
    } else if (strcmp(what, "limits") == 0) {
        of->screening.limits |= bit_named(word, uh_limit_name);
    } else if (strcmp(what, "easier") == 0) {
        of->person.easier_side = (uh_side)number_named(word, uh_side_name);
    } else if (strcmp(what, "likes") == 0) {
        put_key(of, of->person.liked, word);
    } else if (strcmp(what, "dislikes") == 0) {
        put_key(of, of->person.disliked, word);
    } else if (strcmp(what, "place") == 0) {
        of->request.context = (uh_context)number_named(word, uh_context_name);
    } else if (strcmp(what, "minutes") == 0) {
        of->request.minutes = (uint32_t)atoi(word);
    } else {
        fail_msg("no such line: %s", what);
    }
}

/* -- what was done: "-7..-1 did KEY...", "-3 hurt KEY SIDE", "0 rated PAIN STIFFNESS", "0 flare" --
 */

static void take_set(story *of, const char *key, uh_side side, bool pain)
{
    uh_fact set = past_set(&of->catalogue, "story", key, side);
    const uh_exercise *exercise =
        uh_catalogue_exercise(&of->catalogue, exercise_index(&of->catalogue, key));
    const uh_variant *standard = uh_exercise_variant(&of->catalogue, exercise, 0);
    const uh_routine_entry entry = {.exercise = exercise_index(&of->catalogue, key),
                                    .dose = uh_dose_at(standard, UH_LEVEL_START),
                                    .first_side = side,
                                    .one_side_only = side != UH_SIDE_BOTH};
    set.is.set.planned_hold_ms = set.is.set.actual_hold_ms =
        uh_entry_hold_ms(&of->catalogue, &entry);
    if (pain) {
        set.is.set.end = UH_ENDED_STOPPED;
        set.is.set.reason = UH_REASON_PAIN;
    }
    uh_history_take(&of->history, &of->catalogue, &set);
}

/* "(better)", "(same)", "(worse)" at the end of a line; else nobody was asked. */
static uh_helped helped_by(const char *word)
{
    char name[LINE_SIZE];
    if (sscanf(word, "(%[a-z])", name) != 1) {
        return UH_HELPED_NOT_ASKED;
    }
    return (uh_helped)number_named(name, uh_helped_name);
}

static void take_session(story *of, int32_t days_ago, char **keys, uint32_t count)
{
    uh_fact session = past_session("story", days_ago);
    session.is.session.helped = helped_by(keys[count - 1]);
    uh_history_take(&of->history, &of->catalogue, &session);
    for (uint32_t i = 0; i < count && keys[i][0] != '('; i++) {
        const uh_exercise *exercise =
            uh_catalogue_exercise(&of->catalogue, exercise_index(&of->catalogue, keys[i]));
        const bool sided = exercise->sides.kind != UH_SIDES_BOTH;
        take_set(of, keys[i], sided ? UH_SIDE_LEFT : UH_SIDE_BOTH, false);
        if (sided) {
            take_set(of, keys[i], UH_SIDE_RIGHT, false);
        }
    }
    uh_history_end(&of->history);
}

static uh_reason reason_named(const char *word)
{
    static const char *const words[] = {
        [UH_REASON_PAIN] = "hurt", [UH_REASON_NERVE] = "tingled", [UH_REASON_DIZZY] = "dizzied"};
    for (uint32_t i = UH_REASON_PAIN; i < UH_COUNT(words); i++) {
        if (strcmp(word, words[i]) == 0) {
            return (uh_reason)i;
        }
    }
    return UH_REASON_NONE;
}

/* "-3 hurt KEY left" */
static void take_stop(story *of, int32_t days_ago, char **words, uint32_t count)
{
    const uh_side side = count > 3 ? (uh_side)number_named(words[3], uh_side_name) : UH_SIDE_BOTH;
    const uh_fact session = past_session("story", days_ago);
    uh_history_take(&of->history, &of->catalogue, &session);
    take_set(of, words[2], side, true);
    uh_fact mark = past_pain(words[2], side, days_ago);
    mark.is.mark.reason = reason_named(words[1]);
    uh_history_take(&of->history, &of->catalogue, &mark);
    uh_history_end(&of->history);
}

static void take_day(story *of, int32_t days_ago, char **words, uint32_t count)
{
    if (strcmp(words[1], "did") == 0) {
        take_session(of, days_ago, words + 2, count - 2);
    } else if (reason_named(words[1]) != UH_REASON_NONE) {
        take_stop(of, days_ago, words, count);
    } else if (strcmp(words[1], "again") == 0) {
        uh_fact mark = past_mark(UH_MARK_TRY_AGAIN, days_ago);
        PAST_NAME(mark.is.mark.exercise, words[2]);
        uh_history_take(&of->history, &of->catalogue, &mark);
        uh_history_end(&of->history);
    } else if (strcmp(words[1], "rated") == 0) {
        const uh_fact rating = past_rating(days_ago, atoi(words[2]), atoi(words[3]));
        uh_history_take(&of->history, &of->catalogue, &rating);
    } else if (strcmp(words[1], "flare") == 0) {
        const uh_fact mark = past_mark(UH_MARK_FLARE, days_ago);
        uh_history_take(&of->history, &of->catalogue, &mark);
    } else {
        fail_msg("nobody knows what happened: %s", words[1]);
    }
}

static void read_past(story *of, char **words, uint32_t count)
{
    int32_t from = 0;
    int32_t to = 0;
    const int read = sscanf(words[0], "%d..%d", &from, &to);
    assert_true(read > 0 && count > 1);
    to = read == 1 ? from : to;
    for (int32_t days_ago = -from; days_ago >= -to; days_ago--) {
        take_day(of, days_ago, words, count);
    }
}

static void read_line(story *of, char *line)
{
    char *words[WORDS_MAX];
    uint32_t count = 0;
    for (char *word = strtok(line, " \n"); word && count < WORDS_MAX; word = strtok(NULL, " \n")) {
        words[count++] = word;
    }
    if (count == 0 || words[0][0] == '#') {
        return;
    }
    if (strchr("-0123456789", words[0][0])) {
        read_past(of, words, count);
    } else if (strcmp(words[0], "micro") == 0) {
        of->request.micro = true;
    } else if (strcmp(words[0], "discreet") == 0) {
        of->person.discreet = true;
    } else {
        for (uint32_t i = 1; i < count; i++) {
            read_word(of, words[0], words[i]);
        }
    }
}

static void read_story(const char *path, story *ret_story)
{
    char line[LINE_SIZE];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    *ret_story = (story){.catalogue = builtin_catalogue(),
                         .person = uh_person_unknown(),
                         .request = {.context = UH_CONTEXT_DESK, .minutes = 5}};
    uh_history_begin((uh_date){PAST_TODAY}, &ret_story->history);
    while (fgets(line, sizeof line, file) && strcmp(line, "=\n") != 0) {
        read_line(ret_story, line);
    }
    const size_t length = fread(ret_story->wanted, 1, TEXT_SIZE - 1, file);
    ret_story->wanted[length] = '\0';
    (void)fclose(file);
}

static void tell(const char *path)
{
    static story of;
    static uh_plan_workspace workspace;
    static uh_plan plan;
    char got[TEXT_SIZE];
    uh_buffer text = {got, sizeof got, 0};
    read_story(path, &of);
    const uh_page page = {.out = uh_out_to_buffer(&text),
                          .language = uh_language_find("en"),
                          .catalogue = &of.catalogue,
                          .width = UH_PAGE_WIDTH};
    (void)!uh_plan_make(&of.catalogue, &of.person, &of.screening, &of.history, &of.request,
                        &workspace, &plan);
    uh_plan_show(&page, &of.request, &plan, NULL, 0);
    if (strcmp(got, of.wanted) != 0) {
        (void)printf("%s\n%s", path, got);
        fail_msg("another plan than in %s", path);
    }
}

static int is_story(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot != NULL && strcmp(dot, ".story") == 0;
}

static void every_story_is_planned_as_it_is_told(void **state)
{
    struct dirent **entries = NULL;
    const int count = scandir(UH_TEST_DATA "/plans", &entries, is_story, alphasort);
    assert_true(count > 10);
    for (int i = 0; i < count; i++) {
        char path[512];
        (void)snprintf(path, sizeof path, "%s/plans/%s", UH_TEST_DATA, entries[i]->d_name);
        tell(path);
        free(entries[i]);
    }
    free((void *)entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_story_is_planned_as_it_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
