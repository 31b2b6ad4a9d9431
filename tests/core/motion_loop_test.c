/* SPDX-License-Identifier: MIT */
/* Every form that has a motion, shown round and round. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/motion.h"

#define S UH_BODY_STATURE_M

enum { TICK_MS = 20 };

static uh_catalogue catalogue;
static uh_motion_frame frame;

static int open_catalogue(void **state)
{
    (void)state;
    return uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &catalogue) == UH_OK
               ? 0
               : -1;
}

/* Calls `look` for each form of each stretch that has poses; returns how many there were. */
static uint32_t each_form(void (*look)(uint32_t exercise, uint32_t variant))
{
    uint32_t forms = 0;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t j = 0; j < exercise->variants.count; j++) {
            if (uh_motion_known(&catalogue, i, j)) {
                look(i, j);
                forms++;
            }
        }
    }
    return forms;
}

static uint32_t show(uint32_t exercise, uint32_t variant, uh_side side, uint32_t at_ms)
{
    uh_motion_moment moment;
    const uint32_t part = uh_motion_loop_at(&catalogue, exercise, variant, side, at_ms, &moment);
    uh_motion_still(&catalogue, &moment, S, &frame);
    return part;
}

/* How far the point that moved most is from where it was. */
static double most_moved(const uh_skeleton *before, const uh_skeleton *after)
{
    double most = 0.0;
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const double moved = uh_vec3_length(uh_vec3_sub(uh_skeleton_point(after, (uh_point)i),
                                                        uh_skeleton_point(before, (uh_point)i)));
        most = moved > most ? moved : most;
    }
    return most;
}

static void go_round(uint32_t exercise, uint32_t variant)
{
    const uint32_t length_ms = uh_motion_loop_ms(&catalogue, exercise, variant);
    show(exercise, variant, UH_SIDE_LEFT, length_ms - 1); /* and so over the end, too */
    uh_skeleton before = frame.body.skeleton;
    for (uint32_t ms = 0; ms < length_ms; ms += TICK_MS) {
        show(exercise, variant, UH_SIDE_LEFT, ms);
        const double moved = most_moved(&before, &frame.body.skeleton);
        if (moved > 0.08) {
            fail_msg(
                "%s, form %u: %.2f m at %u ms",
                uh_catalogue_text(&catalogue, uh_catalogue_exercise(&catalogue, exercise)->key),
                variant, moved, ms);
        }
        before = frame.body.skeleton;
    }
}

static void a_round_never_jumps_not_even_where_it_begins_anew(void **state)
{
    (void)state;
    assert_true(each_form(go_round) >= 17);
}

static void meet_every_part(uint32_t exercise, uint32_t variant)
{
    const uh_exercise *of = uh_catalogue_exercise(&catalogue, exercise);
    const uint32_t count = uh_exercise_variant(&catalogue, of, variant)->parts.count;
    const uint32_t length_ms = uh_motion_loop_ms(&catalogue, exercise, variant);
    uint32_t expected = 0;
    for (uint32_t ms = 0; ms < length_ms; ms += TICK_MS) {
        const uint32_t part = show(exercise, variant, UH_SIDE_LEFT, ms);
        assert_true(part == expected || part == expected + 1);
        expected = part;
    }
    assert_true(expected == count - 1 || expected == count);
}

static void a_round_meets_every_part_in_its_order(void **state)
{
    (void)state;
    each_form(meet_every_part);
}

static void a_moment_after_the_end_is_one_of_the_next_round(void **state)
{
    (void)state;
    uh_motion_moment moment;
    uh_motion_moment later;
    const uint32_t length_ms = uh_motion_loop_ms(&catalogue, 0, 0);
    const uint32_t part = uh_motion_loop_at(&catalogue, 0, 0, UH_SIDE_RIGHT, 700, &moment);
    assert_int_equal(
        uh_motion_loop_at(&catalogue, 0, 0, UH_SIDE_RIGHT, 3 * length_ms + 700, &later), part);
    assert_string_equal(moment.pose, later.pose);
    assert_true(moment.progress == later.progress && later.side == UH_SIDE_RIGHT);
}

static void look_from_all_sides(uint32_t exercise, uint32_t variant)
{
    for (int yaw = 0; yaw < 360; yaw += 30) {
        show(exercise, variant, UH_SIDE_LEFT, uh_motion_loop_ms(&catalogue, exercise, variant) / 2);
        uh_motion_turn(&frame, yaw);
        const uh_scene scene = uh_motion_scene(&frame, false, 1.0);
        for (int i = 0; i < UH_POINT_COUNT; i++) {
            const uh_point2 at =
                uh_view_project(&scene.view, uh_skeleton_point(&frame.body.skeleton, (uh_point)i));
            assert_true(at.x > 0.0 && at.x < 1.0 && at.y > 0.0 && at.y < 1.0);
        }
    }
}

static void a_camera_that_walks_round_keeps_all_of_the_body_in_the_picture(void **state)
{
    (void)state;
    each_form(look_from_all_sides);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_round_never_jumps_not_even_where_it_begins_anew),
        cmocka_unit_test(a_round_meets_every_part_in_its_order),
        cmocka_unit_test(a_moment_after_the_end_is_one_of_the_next_round),
        cmocka_unit_test(a_camera_that_walks_round_keeps_all_of_the_body_in_the_picture),
    };
    return cmocka_run_group_tests(tests, open_catalogue, NULL);
}
