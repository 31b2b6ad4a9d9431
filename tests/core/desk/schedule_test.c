/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/desk/desk.h"

static desk at;

static void an_input_waits_for_the_events_before_it(void **state)
{
    desk_open(&at, NULL);
    desk_freeze(&at, MINUTES(50));
    const uint64_t before = uh_schedule_hash(&at.schedule);
    const uh_schedule_input input = {.kind = UH_TELL_LOCK, .at = desk_now(&at)};
    assert_int_equal(uh_schedule_tell(&at.schedule, &input), UH_ERR_PENDING);
    assert_int_equal(uh_schedule_set_settings(&at.schedule, &at.settings, desk_now(&at)),
                     UH_ERR_PENDING);
    assert_int_equal(uh_schedule_set_zone(&at.schedule, &at.zone, desk_now(&at)), UH_ERR_PENDING);
    assert_int_equal(uh_schedule_hash(&at.schedule), before);
}

static void twice_the_same_is_once(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    desk_tell(&at, UH_TELL_LOCK);
    desk_tell(&at, UH_TELL_LOCK);
    desk_pass(&at, MINUTES(2));
    desk_tell(&at, UH_TELL_UNLOCK);
    desk_tell(&at, UH_TELL_UNLOCK);
    desk_tell(&at, UH_TELL_WAKE);
    desk_tell(&at, UH_TELL_ACTIVE);
    desk_tell(&at, UH_TELL_RESUME);
    desk_tell(&at, UH_TELL_CLOSED);
    desk_tell(&at, UH_TELL_EXPIRED);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(10));
    assert_int_equal(at.count, 0);
}

static void all_reasons_to_be_away_have_to_end(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    desk_tell(&at, UH_TELL_LOCK);
    desk_tell(&at, UH_TELL_SLEEP);
    desk_pass(&at, MINUTES(1));
    desk_tell(&at, UH_TELL_WAKE);
    assert_false(desk_look(&at).here);
    assert_true(desk_look(&at).locked);
    assert_false(desk_look(&at).asleep);
    desk_tell(&at, UH_TELL_ACTIVE); /* types the password */
    assert_false(desk_look(&at).here);
    desk_tell(&at, UH_TELL_UNLOCK);
    assert_true(desk_look(&at).here);
}

static void a_zone_that_cannot_be_is_refused(void **state)
{
    desk_open(&at, NULL);
    uh_zone zone = {.offset_s = UH_OFFSET_MAX_S + 1};
    uh_schedule schedule;
    assert_int_equal(uh_schedule_set_zone(&at.schedule, &zone, desk_now(&at)), UH_ERR_RANGE);
    assert_int_equal(uh_schedule_begin(&at.settings, &zone, desk_now(&at), &schedule),
                     UH_ERR_RANGE);
    zone = (uh_zone){.count = 2, .changes = {{{5}, 0}, {{5}, 3600}}};
    assert_int_equal(uh_schedule_set_zone(&at.schedule, &zone, desk_now(&at)), UH_ERR_RANGE);
    zone = (uh_zone){.count = UH_ZONE_CHANGES_MAX + 1};
    assert_int_equal(uh_zone_check(&zone), UH_ERR_RANGE);
}

static void every_value_has_a_name(void **state)
{
    for (uint32_t i = 0; i < UH_TELL_COUNT; i++) {
        assert_string_not_equal(uh_schedule_input_name(i), "");
    }
    assert_string_equal(uh_schedule_input_name(UH_TELL_RESUME), "resume");
    assert_string_equal(uh_schedule_input_name(UH_TELL_COUNT), "");
    assert_string_equal(uh_schedule_event_name(UH_SCHEDULE_DAY), "day");
    assert_string_equal(uh_schedule_event_name(UH_SCHEDULE_EVENT_COUNT), "");
    assert_string_equal(uh_busy_name(UH_BUSY_COMMAND), "command");
    assert_string_equal(uh_busy_name(UH_BUSY_COUNT), "");
    assert_string_equal(uh_prompt_name(UH_PROMPT_POSTURE), "posture");
    assert_string_equal(uh_prompt_name(UH_PROMPT_COUNT), "");
    assert_string_equal(uh_withdraw_name(UH_WITHDRAW_RESTED), "rested");
    assert_string_equal(uh_withdraw_name(UH_WITHDRAW_BUSY), "busy");
    assert_string_equal(uh_pause_kind_name(UH_PAUSE_STRETCH), "stretch");
    assert_string_equal(uh_schedule_phase_name(UH_SCHEDULE_STARTED), "started");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_input_waits_for_the_events_before_it),
        cmocka_unit_test(twice_the_same_is_once),
        cmocka_unit_test(all_reasons_to_be_away_have_to_end),
        cmocka_unit_test(a_zone_that_cannot_be_is_refused),
        cmocka_unit_test(every_value_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
