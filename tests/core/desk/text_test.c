/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/desk/desk.h"

static desk at;
static char text[UH_SCHEDULE_TEXT_SIZE];

static void write_text(bool ending)
{
    (void)uh_schedule_write(&at.schedule, DESK_BOOT_ID, desk_now(&at), ending, text, sizeof text);
}

static uh_status read_text(const char *boot_id, uh_schedule *ret_schedule)
{
    return uh_schedule_read(text, boot_id, &at.settings, &at.zone, desk_now(&at), ret_schedule);
}

/* Replaces the value of a line. */
static void put(const char *name, const char *value)
{
    static char rest[UH_SCHEDULE_TEXT_SIZE];
    char key[64];
    (void)snprintf(key, sizeof key, "\n%s=", name);
    char *line = strstr(text, key);
    assert_non_null(line);
    char *begin = line + strlen(key);
    (void)snprintf(rest, sizeof rest, "%s%s", value, strchr(begin, '\n'));
    (void)snprintf(begin, sizeof text - (size_t)(begin - text), "%s", rest);
}

static void what_is_written_reads_back(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    assert_int_equal(
        desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_SNOOZE, .length_ms = MINUTES(10)}),
        UH_OK);
    desk_pass(&at, MINUTES(3));
    const int64_t next_ms = desk_look(&at).next.boot.ms;
    const uh_schedule_view before = desk_look(&at);
    desk_restart(&at, false, false, 0);
    assert_int_equal(desk_look(&at).next.boot.ms, next_ms);
    assert_int_equal(desk_look(&at).sitting_ms, before.sitting_ms);
    assert_int_equal(desk_look(&at).sitting_since.boot.ms, before.sitting_since.boot.ms);
    assert_int_equal(desk_look(&at).today.sitting_ms, before.today.sitting_ms);
    assert_int_equal(desk_look(&at).today.snoozes, 1);
    assert_int_equal(desk_look(&at).put_offs, 1);
}

static void the_text_changes_only_when_something_happened(void **state)
{
    static char later[UH_SCHEDULE_TEXT_SIZE];
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(1));
    write_text(false);
    desk_pass(&at, MINUTES(20));
    desk_still(&at);
    desk_tell(&at, UH_TELL_ACTIVE);
    (void)uh_schedule_write(&at.schedule, DESK_BOOT_ID, desk_now(&at), false, later, sizeof later);
    assert_string_equal(strchr(text, '\n'), strchr(later, '\n'));
    desk_pass(&at, MINUTES(30));
    (void)uh_schedule_write(&at.schedule, DESK_BOOT_ID, desk_now(&at), false, later, sizeof later);
    assert_string_not_equal(strchr(text, '\n'), strchr(later, '\n'));
}

static void sitting_is_not_lost_by_a_crash(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    write_text(false); /* nothing happens after that, and nothing is written */
    desk_pass(&at, MINUTES(25));
    assert_int_equal(read_text(DESK_BOOT_ID, &at.schedule), UH_OK);
    assert_int_equal(desk_look(&at).sitting_ms, MINUTES(35));
    assert_int_equal(desk_look(&at).today.sitting_ms, MINUTES(35));
    desk_pass(&at, MINUTES(10));
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_DUE);
}

static void who_would_have_written_was_not_running(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    write_text(false);
    desk_freeze(&at, HOURS(3)); /* "soon" was due at 44 min, and nobody wrote it */
    assert_int_equal(read_text(DESK_BOOT_ID, &at.schedule), UH_OK);
    assert_int_equal(desk_look(&at).sitting_ms, 0);
    assert_int_equal(desk_look(&at).today.sitting_ms, MINUTES(44));
    assert_true(desk_look(&at).here);
}

static void an_orderly_end_stops_the_count(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(20));
    desk_restart(&at, true, false, MINUTES(4));
    assert_int_equal(desk_look(&at).sitting_ms, MINUTES(20));
    desk_restart(&at, true, false, MINUTES(5));
    assert_int_equal(desk_look(&at).sitting_ms, 0);
    assert_int_equal(desk_look(&at).today.sitting_ms, MINUTES(20));
    assert_int_equal(at.count, 0); /* not knowing is no break that was seen */
}

static void after_a_reboot_the_wall_clock_has_to_do(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_restart(&at, true, true, MINUTES(2));
    assert_int_equal(desk_look(&at).sitting_ms, MINUTES(30));
    desk_pass(&at, MINUTES(5));
    desk_restart(&at, true, true, MINUTES(20));
    assert_int_equal(desk_look(&at).sitting_ms, 0);
    assert_int_equal(desk_look(&at).today.sitting_ms, MINUTES(35));
}

static void a_power_cut_takes_no_sitting_away(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    write_text(false);
    desk_pass(&at, MINUTES(10));
    at.boot_ms = MINUTES(1); /* a minute after it, on a new boot */
    at.wall_ms = DESK_MONDAY_MS + MINUTES(41) - at.boot_ms;
    assert_int_equal(read_text("another-boot", &at.schedule), UH_OK);
    assert_int_equal(desk_look(&at).sitting_ms, MINUTES(40));
}

static void a_clock_set_back_over_a_reboot_is_no_time(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    write_text(true);
    at.boot_ms = MINUTES(1);
    at.wall_ms = DESK_MONDAY_MS - HOURS(24 * 400) - at.boot_ms;
    assert_int_equal(read_text("another-boot", &at.schedule), UH_OK);
    assert_int_equal(desk_look(&at).sitting_ms, MINUTES(30));
}

static void an_absence_goes_on_over_a_restart(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_tell(&at, UH_TELL_LOCK);
    desk_pass(&at, MINUTES(3));
    desk_restart(&at, false, false, MINUTES(1));
    assert_false(desk_look(&at).here);
    desk_pass(&at, MINUTES(4));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
    desk_tell(&at, UH_TELL_UNLOCK);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->length_ms, MINUTES(8));
}

static void an_absence_over_a_reboot_is_a_break(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_tell(&at, UH_TELL_LOCK);
    desk_pass(&at, MINUTES(1));
    desk_restart(&at, true, true, MINUTES(9));
    assert_true(desk_look(&at).here);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_AWAY);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->length_ms, MINUTES(10));
    assert_int_equal(desk_look(&at).today.breaks, 1);
}

static void who_died_asleep_is_awake_again(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_tell(&at, UH_TELL_SLEEP);
    desk_restart(&at, false, false, MINUTES(1));
    assert_true(desk_look(&at).here);
    assert_int_equal(desk_look(&at).sitting_ms, MINUTES(30));
}

static void a_prompt_that_was_up_is_shown_once_more(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_restart(&at, false, false, 1000);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
    assert_true(desk_look(&at).missed);
    desk_until_shown(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    assert_true(desk_last(&at, UH_SCHEDULE_NOW)->again);
    desk_restart(&at, false, false, 1000); /* and not a third time */
    desk_pass(&at, MINUTES(40));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
}

static void a_stretch_that_plays_outlives_a_restart(void **state)
{
    desk_open(&at, NULL);
    assert_int_equal(
        desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_NOW, .prompt = UH_PROMPT_STRETCH}),
        UH_OK);
    desk_pass(&at, 30000);
    desk_restart(&at, false, false, 500);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_STARTED);
    desk_tell(&at, UH_TELL_DONE);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_STRETCH);
    assert_int_equal(
        desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_NOW, .prompt = UH_PROMPT_STRETCH}),
        UH_OK);
    desk_restart(&at, false, true, MINUTES(2));
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
}

static void quiet_outlives_restart_and_reboot(void **state)
{
    desk_open(&at, NULL);
    assert_int_equal(
        desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_QUIET, .length_ms = HOURS(2)}),
        UH_OK);
    const int64_t until_ms = desk_look(&at).quiet_until.wall.ms;
    desk_restart(&at, false, false, MINUTES(1));
    assert_int_equal(desk_look(&at).quiet_until.wall.ms, until_ms);
    desk_restart(&at, true, true, MINUTES(10));
    assert_int_equal(desk_look(&at).quiet_until.wall.ms, until_ms);
    desk_tell(&at, UH_TELL_QUIET_TOMORROW);
    desk_restart(&at, true, true, MINUTES(10));
    assert_true(desk_look(&at).until_tomorrow);
}

static void a_day_that_ended_meanwhile_is_told(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_restart(&at, true, true, HOURS(24));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_DAY)->day.sitting_ms, MINUTES(30));
    assert_int_equal(desk_look(&at).today.sitting_ms, 0);
}

static void another_interval_counts_from_the_same_break(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    at.settings.interval_ms = MINUTES(20);
    desk_restart(&at, false, false, 0);
    assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + MINUTES(10));
}

static void the_title_says_what_it_is(void **state)
{
    uh_schedule schedule;
    desk_open(&at, NULL);
    write_text(false);
    assert_int_equal(
        strncmp(text, "unhunch-schedule 1 " DESK_BOOT_ID " 3600000 1772442000000 running\n", 80),
        0);
    static const struct {
        const char *title;
        uh_status status;
    } cases[] = {
        {"unhunch-schedule 2 x 1 2 running\n", UH_ERR_VERSION},
        {"unhunch-schedule 1 x 1 2 sleeping\n", UH_ERR_FORMAT},
        {"unhunch-schedule 1 x -1 2 running\n", UH_ERR_FORMAT},
        {"unhunch-schedule 1 x 1 -2 running\n", UH_ERR_FORMAT},
        {"unhunch-schedule 1 x 1 running\n", UH_ERR_FORMAT},
        {"unhunch-schedule 1 0123456789012345678901234567890123456789 1 2 running\n",
         UH_ERR_FORMAT},
        {"unhunch-schedule 1 x 99999999999999999999 2 running\n", UH_ERR_FORMAT},
        {"unhunch-schedule one x 1 2 running\n", UH_ERR_FORMAT},
        {"something else\n", UH_ERR_FORMAT},
        {"", UH_ERR_FORMAT},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        (void)snprintf(text, sizeof text, "%s", cases[i].title);
        assert_int_equal(read_text(DESK_BOOT_ID, &schedule), cases[i].status);
    }
}

static void half_a_text_is_refused(void **state)
{
    uh_schedule schedule;
    desk_open(&at, NULL);
    write_text(false);
    for (size_t length = strlen(text) - 1; length > 0; length--) {
        text[length] = '\0';
        assert_int_equal(read_text(DESK_BOOT_ID, &schedule), UH_ERR_FORMAT);
    }
}

static void what_cannot_be_is_refused(void **state)
{
    static const char *const cases[][2] = {
        {"interval", "1"},
        {"interval", "x"},
        {"interval", "-"},
        {"posture", "1"},
        {"away", "8"},
        {"away", "-1"},
        {"turned", "-"},
        {"turned", "3600001"}, /* after the moment of writing */
        {"turned", "3599999"}, /* before the sitting began */
        {"sat", "1"},          /* more than there was time for */
        {"sat", "-1"},
        {"began", "-"}, /* here, and not sitting */
        {"rested", "2"},
        {"rested-as", "4"},
        {"phase", "4"},
        {"phase", "2"}, /* shown, and never shown */
        {"phase", "3"}, /* started, and never started */
        {"prompt", "4"},
        {"showings", "3"},
        {"floor", "99999999999"}, /* years ahead */
        {"target", "99999999999"},
        {"shift", "99999999999"},
        {"prompted", "99999999999"},
        {"target", "2699999"}, /* before the interval from which it is counted */
        {"shift", "-1"},
        {"prompted", "-1"},
        {"put-offs", "1000001"},
        {"quiet", "99999999999"},
        {"quiet-day", "2026-02-30"},
        {"quiet-day", "soon"},
        {"served", "256"},
        {"day", "-"},
        {"day", "26-03-02"},
        {"day-began", "-"},
        {"day-sitting", "-5"},
        {"day-sitting", "9999999999999"},
        {"day-sitting", "1"},        /* more than there was time for */
        {"quiet", "-1099511627776"}, /* 35 years ago */
        {"day-breaks", ""},
        {"day-skips", "0 0"},
    };
    uh_schedule schedule;
    desk_open(&at, NULL);
    write_text(false);
    assert_int_equal(read_text(DESK_BOOT_ID, &schedule), UH_OK);
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        write_text(false);
        put(cases[i][0], cases[i][1]);
        if (read_text(DESK_BOOT_ID, &schedule) != UH_ERR_FORMAT) {
            fail_msg("%s=%s was taken", cases[i][0], cases[i][1]);
        }
    }
}

static void a_text_with_another_interval_is_written_so_that_it_reads_back(void **state)
{
    static const char *const cases[][2] = {
        {"3600000", "0"},        /* longer, and the next break before it began: was taken once */
        {"3600000", "3600000"},  /* longer */
        {"1200000", "1200000"},  /* shorter */
        {"1200000", "10800000"}, /* and further ahead than the longer would allow: taken once */
        {"1200000", "12000000"}, /* as far as can be */
        {"1200000", "99999999"},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        uh_schedule schedule;
        desk_open(&at, NULL);
        write_text(false);
        put("interval", cases[i][0]);
        put("target", cases[i][1]);
        if (read_text(DESK_BOOT_ID, &schedule) == UH_OK) {
            (void)uh_schedule_write(&schedule, DESK_BOOT_ID, desk_now(&at), false, text,
                                    sizeof text);
            assert_int_equal(read_text(DESK_BOOT_ID, &schedule), UH_OK);
        }
    }
}

static void what_began_before_anybody_was_born_is_refused(void **state)
{
    uh_schedule schedule;
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    at.boot_ms = INT64_C(6000000000000); /* an uptime of 190 years, all of it sitting: once taken */
    at.wall_ms = DESK_MONDAY_MS - at.boot_ms;
    write_text(false);
    at.boot_ms = MINUTES(1);
    at.wall_ms = DESK_MONDAY_MS - at.boot_ms;
    assert_int_equal(read_text("another-boot", &schedule), UH_ERR_FORMAT);
}

static void lines_have_their_order(void **state)
{
    uh_schedule schedule;
    desk_open(&at, NULL);
    write_text(false);
    char *line = strstr(text, "\nsat=");
    assert_non_null(line);
    line[1] = 'm';
    assert_int_equal(read_text(DESK_BOOT_ID, &schedule), UH_ERR_FORMAT);
    write_text(false);
    const size_t length = strlen(text);
    (void)snprintf(text + length, sizeof text - length, "more=1\n");
    assert_int_equal(read_text(DESK_BOOT_ID, &schedule), UH_ERR_FORMAT);
}

static void bad_settings_or_zone_are_refused(void **state)
{
    uh_schedule schedule;
    desk_open(&at, NULL);
    write_text(false);
    at.settings.interval_ms = 0;
    assert_int_equal(read_text(DESK_BOOT_ID, &schedule), UH_ERR_RANGE);
    at.settings = desk_plain();
    at.zone.offset_s = INT32_MAX;
    assert_int_equal(read_text(DESK_BOOT_ID, &schedule), UH_ERR_RANGE);
}

static void without_a_boot_id_every_start_is_a_new_boot(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    (void)uh_schedule_write(&at.schedule, "", desk_now(&at), true, text, sizeof text);
    at.boot_ms += MINUTES(2);
    assert_int_equal(read_text("", &at.schedule), UH_OK);
    assert_int_equal(desk_look(&at).sitting_ms, MINUTES(30));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(the_text_changes_only_when_something_happened),
        cmocka_unit_test(sitting_is_not_lost_by_a_crash),
        cmocka_unit_test(who_would_have_written_was_not_running),
        cmocka_unit_test(an_orderly_end_stops_the_count),
        cmocka_unit_test(after_a_reboot_the_wall_clock_has_to_do),
        cmocka_unit_test(a_power_cut_takes_no_sitting_away),
        cmocka_unit_test(a_clock_set_back_over_a_reboot_is_no_time),
        cmocka_unit_test(an_absence_goes_on_over_a_restart),
        cmocka_unit_test(an_absence_over_a_reboot_is_a_break),
        cmocka_unit_test(who_died_asleep_is_awake_again),
        cmocka_unit_test(a_prompt_that_was_up_is_shown_once_more),
        cmocka_unit_test(a_stretch_that_plays_outlives_a_restart),
        cmocka_unit_test(quiet_outlives_restart_and_reboot),
        cmocka_unit_test(a_day_that_ended_meanwhile_is_told),
        cmocka_unit_test(another_interval_counts_from_the_same_break),
        cmocka_unit_test(the_title_says_what_it_is),
        cmocka_unit_test(half_a_text_is_refused),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(a_text_with_another_interval_is_written_so_that_it_reads_back),
        cmocka_unit_test(what_began_before_anybody_was_born_is_refused),
        cmocka_unit_test(lines_have_their_order),
        cmocka_unit_test(bad_settings_or_zone_are_refused),
        cmocka_unit_test(without_a_boot_id_every_start_is_a_new_boot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
