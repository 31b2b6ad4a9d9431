/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "host/paths.h"
#include "host/program.h"

static char output[64];
static int code;

static uh_status run(const char *script)
{
    const char *const argv[] = {"/bin/sh", "-c", script, NULL};
    code = -7;
    return uh_program_run(argv, output, sizeof output, &code);
}

static void what_it_says_and_how_it_ends_is_told(void **state)
{
    assert_int_equal(run("echo one; echo two; exit 5"), UH_OK);
    assert_string_equal(output, "one\ntwo\n");
    assert_int_equal(code, 5);
}

static void nothing_is_on_its_stdin(void **state)
{
    assert_int_equal(run("cat; echo end"), UH_OK);
    assert_string_equal(output, "end\n");
}

static void more_than_fits_is_cut_and_holds_nobody_up(void **state)
{
    assert_int_equal(run("head -c 300000 /dev/zero | tr '\\0' x"), UH_OK);
    assert_int_equal(strlen(output), sizeof output - 1);
}

static void one_that_is_not_there_or_is_killed_is_told_apart(void **state)
{
    static const char *const argv[] = {"/no/such/program", NULL};
    assert_int_equal(uh_program_run(argv, output, sizeof output, &code), UH_ERR_UNKNOWN);
    assert_int_equal(run("kill -9 $$"), UH_ERR_STATE);
    assert_int_equal(code, -7);
}

static void a_program_of_ours_stands_beside_this_one(void **state)
{
    char path[UH_PATH_SIZE];
    assert_non_null(strstr(uh_program_path("test_host_program", path), "/test_host_program"));
    assert_string_equal(uh_program_path("not-beside-it", path), "not-beside-it");
}

static void a_program_of_ours_is_typed_by_name_where_the_shell_finds_it(void **state)
{
    char path[UH_PATH_SIZE];
    char typed[UH_PATH_SIZE];
    char word[UH_PATH_SIZE];
    (void)uh_program_path("test_host_program", path);
    assert_int_equal(setenv("PATH", "/usr/bin:/bin", 1), 0);
    assert_string_equal(uh_program_typed("test_host_program", typed),
                        uh_program_word(path, word, sizeof word));
    assert_string_equal(uh_program_typed("not-beside-it", typed), "not-beside-it");
    *strrchr(path, '/') = '\0';
    char folders[UH_PATH_SIZE + 16];
    (void)snprintf(folders, sizeof folders, "/usr/bin:%s:/bin", path);
    assert_int_equal(setenv("PATH", folders, 1), 0);
    assert_string_equal(uh_program_typed("test_host_program", typed), "test_host_program");

    /* another one of this name is found first */
    char other[] = "/tmp/unhunch-other-XXXXXX";
    char file[64];
    assert_non_null(mkdtemp(other));
    (void)snprintf(file, sizeof file, "%s/test_host_program", other);
    assert_int_equal(symlink("/bin/true", file), 0);
    (void)snprintf(folders, sizeof folders, "%s:%s", other, path);
    assert_int_equal(setenv("PATH", folders, 1), 0);
    assert_string_equal(uh_program_typed("test_host_program", typed), word);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(other), 0);
}

static void a_word_to_paste_is_quoted_where_a_shell_would_take_it_apart(void **state)
{
    static const char *const words[][2] = {
        {"/home/kim/unhunch/bin/unhunchd", "/home/kim/unhunch/bin/unhunchd"},
        {"/home/kim/My Projects/unhunchd", "'/home/kim/My Projects/unhunchd'"},
        {"/tmp/it's/unhunchd", "'/tmp/it'\\''s/unhunchd'"},
        {"/tmp/$HOME;ls", "'/tmp/$HOME;ls'"},
        {"/home/zo\xc3\xab/unhunchd", "'/home/zo\xc3\xab/unhunchd'"},
        {"", "''"},
    };
    char word[64];
    for (size_t i = 0; i < UH_COUNT(words); i++) {
        assert_string_equal(uh_program_word(words[i][0], word, sizeof word), words[i][1]);
        char script[96];
        (void)snprintf(script, sizeof script, "printf %%s %s", word);
        assert_int_equal(run(script), UH_OK);
        assert_string_equal(output, words[i][0]);
    }
    assert_string_equal(uh_program_word("a b c d", word, 6), "'a b'");
    assert_string_equal(uh_program_word("ab''", word, 8), "'ab'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_says_and_how_it_ends_is_told),
        cmocka_unit_test(nothing_is_on_its_stdin),
        cmocka_unit_test(more_than_fits_is_cut_and_holds_nobody_up),
        cmocka_unit_test(one_that_is_not_there_or_is_killed_is_told_apart),
        cmocka_unit_test(a_program_of_ours_stands_beside_this_one),
        cmocka_unit_test(a_program_of_ours_is_typed_by_name_where_the_shell_finds_it),
        cmocka_unit_test(a_word_to_paste_is_quoted_where_a_shell_would_take_it_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
