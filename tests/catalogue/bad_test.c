/* SPDX-License-Identifier: MIT */
/* Each tests/data/bad/NAME.yaml is checked beside the built-in catalogue; NAME.txt is all that is
 * said about it. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/files.h"

#define FOLDER UH_TEST_DATA "/../data/bad/"

static void compare(const uh_catalogue *builtin, const char *name)
{
    char path[512];
    size_t length;
    size_t wanted_length;
    snprintf(path, sizeof(path), FOLDER "%s", name);
    char *bytes = read_whole(path, &length);
    memcpy(strstr(path, ".yaml"), ".txt", sizeof(".txt"));
    char *wanted = read_whole(path, &wanted_length);
    const uh_binder_file file = {name, bytes, length};
    uh_binder *binder =
        uh_binder_check(builtin, true, NULL, (uh_binder_files){&file, 1}, (uh_binder_files){0});
    assert_non_null(binder);
    char *text = told(binder);
    assert_string_equal(text, wanted);
    free(text);
    uh_binder_close(binder);
    free(wanted);
    free(bytes);
}

static void every_mistake_of_a_file_is_told_with_its_place(void **state)
{
    const uh_catalogue builtin = builtin_catalogue();
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    unsigned count = 0;
    for (const struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (strstr(entry->d_name, ".yaml")) {
            compare(&builtin, entry->d_name);
            count++;
        }
    }
    closedir(folder);
    assert_true(count >= 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_of_a_file_is_told_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
