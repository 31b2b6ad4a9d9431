/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/desk.h"
#include "host/unit.h"

static char start[UH_DESK_START_SIZE];

static void systemd_starts_what_has_a_unit(void **state)
{
    assert_string_equal(uh_desk_start(true, "/opt/bin/unhunchd", start),
                        "systemctl --user enable --now unhunchd");
    assert_string_equal(uh_desk_start(true, "", start), "systemctl --user enable --now unhunchd");
}

static void without_a_unit_the_program_beside_is_named(void **state)
{
    assert_string_equal(uh_desk_start(false, "/opt/bin/unhunchd", start), "/opt/bin/unhunchd &");
}

static void without_both_it_is_said_how_they_come_there(void **state)
{
    assert_string_equal(uh_desk_start(false, "", start),
                        "make desk && make install && systemctl --user enable --now unhunchd");
}

static void a_unit_is_found_in_the_folder_of_the_person(void **state)
{
    char folder[] = "/tmp/unhunch-unit-XXXXXX";
    char path[128];
    const char *const steps[] = {"", "/systemd", "/systemd/user",
                                 "/systemd/user/test-of-ours.service"};
    assert_non_null(mkdtemp(folder));
    assert_int_equal(setenv("XDG_CONFIG_HOME", folder, 1), 0);
    assert_false(uh_user_unit_is_there("test-of-ours.service"));
    for (size_t i = 1; i < UH_COUNT(steps); i++) {
        (void)snprintf(path, sizeof path, "%s%s", folder, steps[i]);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    assert_true(uh_user_unit_is_there("test-of-ours.service"));
    for (size_t i = UH_COUNT(steps); i-- > 0;) {
        (void)snprintf(path, sizeof path, "%s%s", folder, steps[i]);
        assert_int_equal(rmdir(path), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(systemd_starts_what_has_a_unit),
        cmocka_unit_test(without_a_unit_the_program_beside_is_named),
        cmocka_unit_test(without_both_it_is_said_how_they_come_there),
        cmocka_unit_test(a_unit_is_found_in_the_folder_of_the_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
