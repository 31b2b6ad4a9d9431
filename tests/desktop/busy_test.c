/* SPDX-License-Identifier: MIT */
/* busy_machine.c on folders that look like those of a kernel. */
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "host/desktop/busy.h"

enum { PATH_SIZE = 512 };
static char root[64];

/* Makes a file below the root, with its folders. */
static void put(const char *path, const char *text)
{
    char whole[PATH_SIZE];
    (void)snprintf(whole, sizeof whole, "%s%s", root, path);
    for (char *slash = strchr(whole + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(whole, 0700);
        *slash = '/';
    }
    FILE *file = fopen(whole, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void put_link(const char *path, const char *to)
{
    char whole[PATH_SIZE];
    put(path, "");
    (void)snprintf(whole, sizeof whole, "%s%s", root, path);
    assert_int_equal(unlink(whole), 0);
    assert_int_equal(symlink(to, whole), 0);
}

static int begin(void **state)
{
    (void)snprintf(root, sizeof root, "/tmp/unhunch-busy-XXXXXX");
    return mkdtemp(root) != NULL ? 0 : 1;
}

static int drop(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    return remove(path);
}

static int end(void **state)
{
    return nftw(root, drop, 16, FTW_DEPTH | FTW_PHYS);
}

static void a_machine_that_has_nothing_is_not_busy(void **state)
{
    assert_false(uh_busy_microphone(root));
    assert_false(uh_busy_camera(root));
    assert_false(uh_busy_battery(root));
}

static void a_microphone_is_in_use_while_a_capture_stream_runs(void **state)
{
    put("/proc/asound/card0/pcm0c/sub0/status", "closed\n");
    put("/proc/asound/card0/pcm0p/sub0/status", "state: RUNNING\n"); /* music is no call */
    assert_false(uh_busy_microphone(root));
    put("/proc/asound/card1/pcm7c/sub0/status", "state: RUNNING\nowner_pid   : 7\n");
    assert_true(uh_busy_microphone(root));
    put("/proc/asound/card1/pcm7c/sub0/status", "state: PREPARED\n");
    assert_false(uh_busy_microphone(root));
}

static void a_camera_is_in_use_while_a_program_holds_it_open(void **state)
{
    put("/dev/video0", "");
    put("/dev/video12", "");
    put_link("/proc/41/fd/3", "/dev/null");
    put_link("/proc/self/fd/3", "/dev/video0"); /* no process of its own */
    assert_false(uh_busy_camera(root));
    put_link("/proc/42/fd/5", "/dev/video12");
    assert_true(uh_busy_camera(root));
}

static void the_battery_counts_where_there_is_no_mains(void **state)
{
    put("/sys/class/power_supply/BAT0/status", "Discharging\n");
    assert_true(uh_busy_battery(root));
    put("/sys/class/power_supply/AC/online", "0\n");
    assert_true(uh_busy_battery(root));
    put("/sys/class/power_supply/AC/online", "1\n");
    assert_false(uh_busy_battery(root));
    put("/sys/class/power_supply/AC/online", "0\n");
    put("/sys/class/power_supply/BAT0/status", "Full\n");
    assert_false(uh_busy_battery(root));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_machine_that_has_nothing_is_not_busy, begin, end),
        cmocka_unit_test_setup_teardown(a_microphone_is_in_use_while_a_capture_stream_runs, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_camera_is_in_use_while_a_program_holds_it_open, begin,
                                        end),
        cmocka_unit_test_setup_teardown(the_battery_counts_where_there_is_no_mains, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
