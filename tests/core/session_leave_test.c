/* SPDX-License-Identifier: MIT */
/* Leaving where nobody would expect it: on a way in, and after the work of a side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/patch.h"

static uh_catalogue catalogue;
static uh_routine routine;
static uh_session session;

static uh_boot_ms at(int64_t ms)
{
    return (uh_boot_ms){ms};
}

static void take_until(int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(&session, at(ms), &event)) {
    }
}

static int begin(void **state)
{
    catalogue = patchable_catalogue();
    routine = (uh_routine){0};
    return 0;
}

static void start(void)
{
    assert_int_equal(
        uh_session_start(&catalogue, &routine, uh_session_default_options(), at(0), &session),
        UH_OK);
}

static uint32_t length_of(uh_phase phase)
{
    uh_session_view view = uh_session_look(&session, at(0));
    assert_int_equal(view.phase, phase);
    return view.phase_length_ms;
}

static void who_is_nearly_on_the_floor_is_led_up_again(void **state)
{
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    start();
    take_until(10000); /* half of the way */
    assert_int_equal(uh_session_stop(&session, UH_STOP_PAIN, at(10000)), UH_OK);
    take_until(10000);
    assert_int_equal(uh_session_end(&session, at(20000)), UH_OK);
    assert_int_equal(length_of(UH_PHASE_WAY_OUT), 20000);
    start();
    take_until(9999);
    assert_int_equal(uh_session_end(&session, at(9999)), UH_OK);
    assert_int_equal(length_of(UH_PHASE_WAY_OUT), 20000);
}

static void who_ends_on_the_way_down_has_time_to_stand_up_again(void **state)
{
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    start();
    take_until(4000);
    assert_int_equal(uh_session_end(&session, at(4000)), UH_OK);
    assert_int_equal(length_of(UH_PHASE_WAY_OUT), 20000);
    assert_int_equal(uh_session_look(&session, at(4000)).place, UH_PLACE_HANDS_KNEES);
}

static void who_ends_on_the_way_up_to_the_next_stretch_has_its_time_too(void **state)
{
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "doorway-stretch", UH_LEVEL_START);
    start();
    while (session.timeline.phase != UH_PHASE_WAY_IN || session.timeline.entry == 0) {
        take_until(uh_session_deadline(&session).ms);
    }
    int64_t late_ms = session.phase_began_ms + session.timeline.length_ms - 1000;
    take_until(late_ms);
    assert_int_equal(uh_session_end(&session, at(late_ms)), UH_OK);
    assert_int_equal(length_of(UH_PHASE_WAY_OUT), 20000);
}

static void who_skips_nearly_on_the_floor_gets_the_way_from_there(void **state)
{
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    (void)add_stretch(&catalogue, &routine, "chin-tuck", UH_LEVEL_START);
    start();
    take_until(15000);
    assert_int_equal(uh_session_skip(&session, UH_SKIP_NOT_NOW, at(15000)), UH_OK);
    take_until(20000);
    assert_int_equal(length_of(UH_PHASE_WAY_IN), 20000);
}

static int64_t start_of(uh_phase phase)
{
    while (session.timeline.phase != phase) {
        take_until(uh_session_deadline(&session).ms);
    }
    return session.phase_began_ms;
}

static void who_is_nearly_up_again_is_led_down_again(void **state)
{
    (void)add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    start();
    int64_t up_ms = start_of(UH_PHASE_WAY_OUT);
    assert_int_equal(uh_session_look(&session, at(up_ms)).place, UH_PLACE_HANDS_KNEES);
    take_until(up_ms + 10000);
    assert_int_equal(uh_session_back(&session, at(up_ms + 10000)), UH_OK);
    take_until(up_ms + 10000);
    assert_int_equal(length_of(UH_PHASE_WAY_IN), 20000);
    assert_int_equal(uh_session_look(&session, at(up_ms + 10000)).place, UH_PLACE_STANDING);
    start();
    (void)start_of(UH_PHASE_WAY_OUT);
    take_until(up_ms + 9999);
    assert_int_equal(uh_session_back(&session, at(up_ms + 9999)), UH_OK);
    take_until(up_ms + 9999);
    assert_int_equal(length_of(UH_PHASE_GET_READY), 5000);
}

/* Side two would get a repetition that side one did not. */
static void after_the_work_of_a_side_nothing_is_added_to_it(void **state)
{
    (void)add_stretch(&catalogue, &routine, "seated-trunk-rotation", UH_LEVEL_START);
    patch_variant(&catalogue, "seated-trunk-rotation")->finish_ms = 3000;
    start();
    int64_t now_ms = 0;
    for (; uh_session_look(&session, at(now_ms)).phase != UH_PHASE_RELEASE; now_ms += 500) {
        take_until(now_ms);
    }
    take_until(now_ms);
    assert_int_equal(uh_session_more(&session, at(now_ms)), UH_ERR_RANGE);
    assert_int_equal(uh_session_less(&session, at(now_ms)), UH_ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(who_is_nearly_on_the_floor_is_led_up_again, begin),
        cmocka_unit_test_setup(who_ends_on_the_way_down_has_time_to_stand_up_again, begin),
        cmocka_unit_test_setup(who_ends_on_the_way_up_to_the_next_stretch_has_its_time_too, begin),
        cmocka_unit_test_setup(who_skips_nearly_on_the_floor_gets_the_way_from_there, begin),
        cmocka_unit_test_setup(who_is_nearly_up_again_is_led_down_again, begin),
        cmocka_unit_test_setup(after_the_work_of_a_side_nothing_is_added_to_it, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
