/* SPDX-License-Identifier: MIT */
/* Paths and files, in a folder of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/clock.h"
#include "host/files.h"
#include "host/paths.h"

static char folder[64];

static int begin(void **state)
{
    (void)snprintf(folder, sizeof folder, "/tmp/unhunch-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(setenv("HOME", folder, 1), 0);
    (void)unsetenv("XDG_STATE_HOME");
    (void)unsetenv("XDG_RUNTIME_DIR");
    return 0;
}

static int end(void **state)
{
    char command[128];
    (void)snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command); /* NOLINT(cert-env33-c): a name that we made */
}

static char *in_folder(const char *name)
{
    static char path[UH_PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void a_path_follows_its_variable_or_home(void **state)
{
    char path[UH_PATH_SIZE];
    assert_int_equal(uh_path(UH_FOLDER_STATE, "precautions", path), UH_OK);
    assert_string_equal(path, in_folder(".local/state/unhunch/precautions"));
    (void)setenv("XDG_STATE_HOME", "/somewhere", 1);
    assert_int_equal(uh_path(UH_FOLDER_STATE, "", path), UH_OK);
    assert_string_equal(path, "/somewhere/unhunch");
}

static void a_relative_variable_is_ignored(void **state)
{
    char path[UH_PATH_SIZE];
    (void)setenv("XDG_STATE_HOME", "here", 1);
    assert_int_equal(uh_path(UH_FOLDER_STATE, "", path), UH_OK);
    assert_string_equal(path, in_folder(".local/state/unhunch"));
}

static void without_a_runtime_folder_there_is_none(void **state)
{
    char path[UH_PATH_SIZE];
    assert_int_equal(uh_path(UH_FOLDER_RUNTIME, "", path), UH_ERR_UNKNOWN);
    (void)setenv("HOME", "", 1);
    assert_int_equal(uh_path(UH_FOLDER_STATE, "", path), UH_ERR_UNKNOWN);
}

static void a_path_that_is_too_long_is_refused(void **state)
{
    static char name[UH_PATH_SIZE];
    char path[UH_PATH_SIZE];
    memset(name, 'x', sizeof name - 1);
    assert_int_equal(uh_path(UH_FOLDER_STATE, name, path), UH_ERR_FULL);
}

static void a_folder_is_made_for_its_owner_only(void **state)
{
    struct stat made;
    assert_int_equal(uh_path_make(UH_FOLDER_STATE), UH_OK);
    assert_int_equal(uh_path_make(UH_FOLDER_STATE), UH_OK);
    assert_int_equal(stat(in_folder(".local/state/unhunch"), &made), 0);
    assert_int_equal(made.st_mode & 0777, 0700);
}

static void a_file_is_replaced_whole(void **state)
{
    char text[64];
    char *path = in_folder("file");
    assert_int_equal(uh_file_read(path, text, sizeof text), UH_ERR_UNKNOWN);
    assert_int_equal(uh_file_replace(path, "one\n", 4), UH_OK);
    assert_int_equal(uh_file_replace(path, "two\n", 4), UH_OK);
    assert_int_equal(uh_file_read(path, text, sizeof text), UH_OK);
    assert_string_equal(text, "two\n");
    assert_int_equal(uh_file_read(path, text, 4), UH_ERR_FULL);
}

static void a_failed_replacement_leaves_the_old_file_and_no_other(void **state)
{
    char text[64];
    char *path = in_folder("file");
    assert_int_equal(uh_file_replace(path, "one\n", 4), UH_OK);
    assert_int_equal(uh_file_replace("/dev/null/file", "two\n", 4), UH_ERR_STATE);
    assert_int_equal(uh_file_replace(folder, "two\n", 4), UH_ERR_STATE);
    assert_int_equal(uh_file_read(path, text, sizeof text), UH_OK);
    assert_string_equal(text, "one\n");
}

static void lines_are_appended(void **state)
{
    char text[64];
    char *path = in_folder("record");
    for (int i = 0; i < 2; i++) {
        int fd = -1;
        assert_int_equal(uh_file_append_open(path, &fd), UH_OK);
        assert_int_equal(uh_file_append(fd, "line\n", 5), UH_OK);
        (void)close(fd);
    }
    assert_int_equal(uh_file_read(path, text, sizeof text), UH_OK);
    assert_string_equal(text, "line\nline\n");
}

static void a_full_disk_is_told(void **state)
{
    int fd = -1;
    assert_int_equal(uh_file_append_open("/dev/full", &fd), UH_OK);
    assert_int_equal(uh_file_append(fd, "line\n", 5), UH_ERR_STATE);
    (void)close(fd);
}

static void a_moment_is_written_in_utc(void **state)
{
    char text[UH_TIMESTAMP_SIZE];
    uh_clock_timestamp((uh_unix_ms){1767603600999}, text);
    assert_string_equal(text, "2026-01-05T09:00:00Z");
}

static void the_boot_clock_never_goes_back(void **state)
{
    int64_t last = uh_clock_boot().ms;
    for (int i = 0; i < 1000; i++) {
        const int64_t now = uh_clock_boot().ms;
        assert_true(now >= last);
        last = now;
    }
    assert_int_equal(uh_clock_wait(NULL, 0, (uh_boot_ms){last - 1}), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_path_follows_its_variable_or_home, begin, end),
        cmocka_unit_test_setup_teardown(a_relative_variable_is_ignored, begin, end),
        cmocka_unit_test_setup_teardown(without_a_runtime_folder_there_is_none, begin, end),
        cmocka_unit_test_setup_teardown(a_path_that_is_too_long_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_is_made_for_its_owner_only, begin, end),
        cmocka_unit_test_setup_teardown(a_file_is_replaced_whole, begin, end),
        cmocka_unit_test_setup_teardown(a_failed_replacement_leaves_the_old_file_and_no_other,
                                        begin, end),
        cmocka_unit_test_setup_teardown(lines_are_appended, begin, end),
        cmocka_unit_test(a_full_disk_is_told),
        cmocka_unit_test(a_moment_is_written_in_utc),
        cmocka_unit_test(the_boot_clock_never_goes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
