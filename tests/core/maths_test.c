/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unhunch/maths.h"

enum { SAMPLES = 2000000 };

static uint64_t seed;

static double random_between(double low, double high)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * ((double)(seed >> 11) / 9007199254740992.0);
}

static int setup(void **state)
{
    seed = 20260101;
    return 0;
}

static void larger(double *worst, double error)
{
    *worst = error > *worst ? error : *worst;
}

static void sine_and_cosine_agree_with_the_library(void **state)
{
    double worst = 0.0;
    for (int i = 0; i < SAMPLES; i++) {
        double a = random_between(-50.0, 50.0);
        larger(&worst, fabs(uh_sin(a) - sin(a)));
        larger(&worst, fabs(uh_cos(a) - cos(a)));
    }
    assert_true(worst < 1e-14);
}

static void sine_of_degrees_agrees_with_the_library(void **state)
{
    double worst = 0.0;
    for (int i = 0; i < SAMPLES; i++) {
        double a = random_between(-720.0, 720.0);
        uh_sine s = uh_sine_deg(a);
        larger(&worst,
               fabs(s.sin - (double)sinl((long double)a * (3.14159265358979323846264L / 180.0L))));
        larger(&worst,
               fabs(s.cos - (double)cosl((long double)a * (3.14159265358979323846264L / 180.0L))));
    }
    assert_true(worst < 1e-14);
}

static void arctangent_agrees_with_the_library(void **state)
{
    double worst = 0.0;
    for (int i = 0; i < SAMPLES; i++) {
        double y = random_between(-3.0, 3.0);
        double x = random_between(-3.0, 3.0);
        larger(&worst, fabs(uh_atan2(y, x) - atan2(y, x)));
    }
    assert_true(worst < 1e-14);
    assert_true(uh_atan2(0.0, 0.0) == 0.0);
    assert_true(fabs(uh_atan2(0.0, -1.0) - UH_PI) < 1e-15);
    assert_true(fabs(uh_atan2(-2.0, 0.0) + UH_PI / 2.0) < 1e-15);
}

static void arc_cosine_agrees_with_the_library(void **state)
{
    double worst = 0.0;
    for (int i = 0; i < SAMPLES; i++) {
        double c = random_between(-1.0, 1.0);
        larger(&worst, fabs(uh_acos(c) - acos(c)));
    }
    assert_true(worst < 1e-14);
    assert_true(uh_acos(1.0) == 0.0);
    assert_true(uh_acos(1.5) == 0.0);
    assert_true(uh_acos(-7.0) == UH_PI);
}

static void right_angles_are_exact(void **state)
{
    assert_true(uh_sine_deg(90.0).cos == 0.0 && uh_sine_deg(90.0).sin == 1.0);
    assert_true(uh_sine_deg(180.0).sin == 0.0 && uh_sine_deg(180.0).cos == -1.0);
    assert_true(uh_sine_deg(-90.0).sin == -1.0);
    assert_true(uh_sine_deg(360.0).cos == 1.0);
}

static void left_and_right_angles_are_opposite_to_the_last_bit(void **state)
{
    for (int i = 0; i < 100000; i++) {
        double a = random_between(0.0, 400.0);
        assert_true(uh_sine_deg(-a).sin == -uh_sine_deg(a).sin);
        assert_true(uh_sine_deg(-a).cos == uh_sine_deg(a).cos);
        assert_true(uh_sin(-a) == -uh_sin(a));
        assert_true(uh_atan2(-a, 1.0) == -uh_atan2(a, 1.0));
    }
}

static uh_mat3 random_rotation(void)
{
    uh_mat3 m = uh_mat3_identity();
    uh_mat3_turn_x(&m, uh_sine_deg(random_between(-180.0, 180.0)));
    uh_mat3_turn_y(&m, uh_sine_deg(random_between(-180.0, 180.0)));
    uh_mat3_turn_z(&m, uh_sine_deg(random_between(-180.0, 180.0)));
    return m;
}

static void a_rotation_keeps_lengths_and_angles(void **state)
{
    for (int i = 0; i < 10000; i++) {
        uh_mat3 m = random_rotation();
        assert_true(fabs(uh_vec3_length(m.x) - 1.0) < 1e-14);
        assert_true(fabs(uh_vec3_dot(m.x, m.y)) < 1e-14);
        assert_true(fabs(uh_vec3_dot(uh_vec3_cross(m.x, m.y), m.z) - 1.0) < 1e-14);
        uh_vec3 v = {random_between(-1.0, 1.0), 0.3, -0.7};
        uh_vec3 back = uh_mat3_into(&m, uh_mat3_apply(&m, v));
        assert_true(uh_vec3_length(uh_vec3_sub(v, back)) < 1e-14);
    }
}

static void a_mirrored_rotation_mirrors_what_it_turns(void **state)
{
    for (int i = 0; i < 10000; i++) {
        uh_mat3 m = random_rotation();
        uh_mat3 twin = uh_mat3_mirror(&m);
        uh_vec3 v = {random_between(-1.0, 1.0), random_between(-1.0, 1.0), 0.4};
        uh_vec3 there = uh_mat3_apply(&m, v);
        uh_vec3 mirrored = uh_mat3_apply(&twin, uh_vec3_mirror(v));
        assert_true(mirrored.x == -there.x && mirrored.y == there.y && mirrored.z == there.z);
    }
}

static void quarter_turns_take_axes_to_axes(void **state)
{
    uh_mat3 m = uh_mat3_identity();
    uh_mat3_turn_y(&m, uh_sine_deg(90.0));
    assert_true(m.z.x == 1.0); /* what faced the viewer now faces the person's left */
    m = uh_mat3_identity();
    uh_mat3_turn_x(&m, uh_sine_deg(90.0));
    assert_true(m.y.z == 1.0); /* what was up is now in front */
    m = uh_mat3_identity();
    uh_mat3_turn_z(&m, uh_sine_deg(90.0));
    assert_true(m.y.x == -1.0); /* what was up is now to the person's right */
}

static void a_frame_from_two_directions_is_a_rotation(void **state)
{
    uh_mat3 m = uh_mat3_from_y_z((uh_vec3){0.0, 2.0, 0.0}, (uh_vec3){0.0, 1.0, 3.0});
    assert_true(m.x.x == 1.0 && m.y.y == 1.0 && m.z.z == 1.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(sine_and_cosine_agree_with_the_library, setup),
        cmocka_unit_test_setup(sine_of_degrees_agrees_with_the_library, setup),
        cmocka_unit_test_setup(arctangent_agrees_with_the_library, setup),
        cmocka_unit_test_setup(arc_cosine_agrees_with_the_library, setup),
        cmocka_unit_test(right_angles_are_exact),
        cmocka_unit_test_setup(left_and_right_angles_are_opposite_to_the_last_bit, setup),
        cmocka_unit_test_setup(a_rotation_keeps_lengths_and_angles, setup),
        cmocka_unit_test_setup(a_mirrored_rotation_mirrors_what_it_turns, setup),
        cmocka_unit_test(quarter_turns_take_axes_to_axes),
        cmocka_unit_test(a_frame_from_two_directions_is_a_rotation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
