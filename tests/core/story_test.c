/* SPDX-License-Identifier: MIT */
/* The stories of stories/: run with the name of a story file to see what really happens in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "core/builtin.h"
#include "core/story.h"

static char text[STORY_TEXT_MAX];
static char told[STORY_TEXT_MAX];
static char complaint[512];

static void each_story_comes_true(void **state)
{
    char path[1024];
    int count = 0;
    DIR *folder = opendir(UH_TEST_DATA "/stories");
    assert_non_null(folder);
    int wrong = 0;
    for (const struct dirent *found = readdir(folder); found; found = readdir(folder)) {
        const char *ending = strrchr(found->d_name, '.');
        if (!ending || strcmp(ending, ".story") != 0) {
            continue;
        }
        (void)snprintf(path, sizeof(path), "%s/stories/%s", UH_TEST_DATA, found->d_name);
        read_story(path, text);
        if (!story_holds(path, text, told, complaint)) {
            print_error("%s\n-- what happens:\n%s", complaint, told);
            wrong++;
        }
        count++;
    }
    (void)closedir(folder);
    assert_int_equal(wrong, 0);
    assert_true(count >= 17);
}

static void each_stretch_has_its_story(void **state)
{
    uh_catalogue catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        char path[1024];
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        (void)snprintf(path, sizeof(path), "%s/stories/%s.story", UH_TEST_DATA,
                       uh_catalogue_text(&catalogue, exercise->key));
        FILE *file = fopen(path, "r");
        if (!file) {
            fail_msg("%s is missing", path);
        }
        (void)fclose(file);
    }
}

static bool holds(const char *words)
{
    (void)snprintf(text, sizeof(text), "%s", words);
    return story_holds("a.story", text, told, complaint);
}

static void a_wrong_story_is_told_by_file_and_line(void **state)
{
    assert_false(holds("play chin-tuck at start dose\n\n0:00  way in, standing\n"));
    assert_non_null(strstr(complaint, "a.story:3: written '0:00  way in, standing'"));
    assert_false(holds("play chin-tuck at start dose\n"));
    assert_non_null(strstr(complaint, "the story ends here"));
    assert_false(holds("play chin-tick at start dose\n"));
    assert_non_null(strstr(complaint, "a.story:1: no such stretch"));
    assert_false(holds("play chin-tuck at start dose\nat 0:01 press jump\n"));
    assert_non_null(strstr(complaint, "a.story:2: there is no key 'jump'"));
    assert_false(holds("play chin-tuck at start dose, 20 repetitions\n0:00\n"));
    assert_non_null(strstr(complaint, "does not admit"));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_story_comes_true),
        cmocka_unit_test(each_stretch_has_its_story),
        cmocka_unit_test(a_wrong_story_is_told_by_file_and_line),
    };
    if (argc > 1) {
        read_story(argv[1], text);
        (void)story_holds(argv[1], text, told, complaint);
        (void)fputs(told, stdout);
        (void)fprintf(stderr, "%s\n", complaint);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
