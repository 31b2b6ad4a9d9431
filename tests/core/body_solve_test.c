/* SPDX-License-Identifier: MIT */
/* What the planting of hands and feet does where a direction or a target leaves it no choice. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unhunch/body.h"

#define S UH_BODY_STATURE_M
#define assert_near(a, b, tolerance) assert_true(fabs((a) - (b)) <= (tolerance))

static double apart(uh_vec3 a, uh_vec3 b)
{
    return uh_vec3_length(uh_vec3_sub(a, b));
}

static uh_skeleton standing(void)
{
    const uh_pose pose = uh_pose_neutral(S);
    uh_skeleton skeleton;
    uh_skeleton_pose(&pose, S, &skeleton);
    return skeleton;
}

static uh_solution solved(uh_constraint c)
{
    const uh_pose pose = uh_pose_neutral(S);
    uh_solution solution;
    uh_body_solve(&pose, S, &c, 1, &solution);
    return solution;
}

static uh_constraint reach_for(uh_point which, uh_vec3 target_m)
{
    return (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                           .contact = UH_CONTACT_PLANTED,
                           .point = which,
                           .target = uh_vec3_scale(target_m, 1.0 / S),
                           .weight = 1.0};
}

/* -- reaching -------------------------------------------------------------------------- */

static void a_pole_along_the_limb_says_nothing_and_the_target_is_reached(void **state)
{
    static const uh_vec3 ways[] = {{0.0, -1.0, 0.0}, {0.0, 0.0, 1.0}, {1.0, 0.0, 0.0}};
    const uh_skeleton before = standing();
    const uh_vec3 hip = uh_skeleton_point(&before, UH_POINT_LEFT_HIP);
    for (size_t i = 0; i < UH_COUNT(ways); i++) {
        const uh_vec3 target = uh_vec3_add(hip, uh_vec3_scale(ways[i], 0.4 * S));
        uh_constraint c = reach_for(UH_POINT_LEFT_ANKLE, target);
        c.pole = ways[i];
        const uh_solution s = solved(c);
        assert_true(s.residual_m == 0.0);
        assert_true(apart(uh_skeleton_point(&s.skeleton, UH_POINT_LEFT_ANKLE), target) < 1e-6);
    }
}

static void a_target_straight_behind_the_joint_is_reached(void **state)
{
    const uh_skeleton before = standing();
    const uh_vec3 hip = uh_skeleton_point(&before, UH_POINT_RIGHT_HIP);
    const uh_vec3 ankle = uh_skeleton_point(&before, UH_POINT_RIGHT_ANKLE);
    const uh_vec3 target = uh_vec3_add(hip, uh_vec3_scale(uh_vec3_sub(hip, ankle), 0.8));
    const uh_solution s = solved(reach_for(UH_POINT_RIGHT_ANKLE, target));
    assert_true(s.residual_m == 0.0);
    assert_true(apart(uh_skeleton_point(&s.skeleton, UH_POINT_RIGHT_ANKLE), target) < 1e-6);
}

/* Rounding puts the cosine of a straight limb on either side of 1. */
static void a_limb_out_of_reach_is_straight_at_every_stature(void **state)
{
    const uh_angle knee = uh_angle_of(UH_SIDE_LEFT, UH_KNEE_FLEXION);
    for (int cm = 50; cm <= 250; cm++) {
        const double stature_m = 0.01 * cm;
        const uh_pose pose = uh_pose_neutral(stature_m);
        const uh_constraint c = {.kind = UH_CONSTRAINT_REACH,
                                 .point = UH_POINT_LEFT_ANKLE,
                                 .target = {0.3, 0.1, 2.0},
                                 .weight = 1.0};
        uh_solution s;
        uh_body_solve(&pose, stature_m, &c, 1, &s);
        assert_true(s.residual_m > stature_m);
        assert_near(s.pose.angle_deg[knee], 0.0, 1e-4);
    }
}

static void half_a_weight_brings_the_hand_half_the_way_and_turns_the_palm_down(void **state)
{
    const uh_skeleton before = standing();
    const uh_vec3 from = uh_skeleton_point(&before, UH_POINT_LEFT_PALM_HEEL);
    const uh_vec3 to = {0.25, 1.1, 0.35};
    uh_constraint c = reach_for(UH_POINT_LEFT_PALM_HEEL, to);
    c.palm = (uh_vec3){0.0, -1.0, 0.0};
    c.fingers = (uh_vec3){0.0, 0.0, 1.0};
    c.weight = 0.5;
    const uh_solution s = solved(c);
    assert_true(apart(uh_skeleton_point(&s.skeleton, UH_POINT_LEFT_PALM_HEEL),
                      uh_vec3_mix(from, to, 0.5)) < 1e-5);
    /* the palm, which faced the thigh, turns down; with the whole weight all the way */
    const double half_down = s.skeleton.segment[UH_SEGMENT_LEFT_HAND].axes.x.y;
    assert_near(before.segment[UH_SEGMENT_LEFT_HAND].axes.x.y, 0.0, 1e-9);
    assert_true(half_down > 0.2 && half_down <= 1.0);
    c.weight = 1.0;
    assert_near(solved(c).skeleton.segment[UH_SEGMENT_LEFT_HAND].axes.x.y, 1.0, 1e-9);
}

static double angle_at(uh_constraint c, double weight, uh_angle angle)
{
    c.weight = weight;
    return solved(c).pose.angle_deg[angle];
}

/* The whole limb turns on its way, so that what is left for the hand is not quite even. */
static void a_hand_or_foot_turns_by_the_weight_and_no_sooner(void **state)
{
    uh_constraint hand = reach_for(UH_POINT_LEFT_PALM_HEEL, (uh_vec3){0.25, 1.1, 0.35});
    hand.palm = (uh_vec3){0.0, -1.0, 0.0};
    hand.fingers = (uh_vec3){0.0, 0.0, 1.0};
    uh_constraint foot = reach_for(UH_POINT_RIGHT_HEEL, (uh_vec3){-0.15, 0.3, 0.3});
    foot.palm = (uh_vec3){0.0, -0.9, -0.4};
    foot.fingers = (uh_vec3){-0.2, -0.4, 0.9};
    const struct {
        uh_constraint c;
        uh_angle angle;
    } cases[] = {{hand, uh_angle_of(UH_SIDE_LEFT, UH_FOREARM_PRONATION)},
                 {foot, uh_angle_of(UH_SIDE_RIGHT, UH_ANKLE_INTERNAL_ROTATION)}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const double whole = angle_at(cases[i].c, 1.0, cases[i].angle);
        assert_true(fabs(whole) > 5.0);
        for (int k = 0; k <= 10; k++) {
            const double share = angle_at(cases[i].c, 0.1 * k, cases[i].angle) / whole;
            assert_true(share >= 0.1 * k - 1e-9 && share <= 0.16 * k);
        }
    }
}

static void a_kneecap_is_planted_like_any_point_of_the_leg(void **state)
{
    const uh_skeleton before = standing();
    const uh_vec3 target =
        uh_vec3_add(uh_skeleton_point(&before, UH_POINT_LEFT_KNEECAP), (uh_vec3){0.0, 0.05, 0.10});
    const uh_solution s = solved(reach_for(UH_POINT_LEFT_KNEECAP, target));
    const double was = apart(uh_skeleton_point(&before, UH_POINT_LEFT_KNEECAP), target);
    assert_true(apart(uh_skeleton_point(&s.skeleton, UH_POINT_LEFT_KNEECAP), target) < 0.6 * was);
    assert_true(isfinite(s.residual_m));
}

/* -- aiming ---------------------------------------------------------------------------- */

static void an_aimed_upper_arm_points_as_asked_and_its_elbow_keeps_its_angle(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    pose.angle_deg[uh_angle_of(UH_SIDE_RIGHT, UH_ELBOW_FLEXION)] = 40.0;
    const uh_constraint c = {.kind = UH_CONSTRAINT_AIM,
                             .point = UH_POINT_RIGHT_ELBOW,
                             .target = {-0.6, 0.0, 0.8},
                             .pole = {0.0, -1.0, 0.0},
                             .weight = 1.0};
    uh_solution s;
    uh_body_solve(&pose, S, &c, 1, &s);
    const uh_vec3 arm =
        uh_vec3_unit(uh_vec3_sub(uh_skeleton_point(&s.skeleton, UH_POINT_RIGHT_ELBOW),
                                 uh_skeleton_point(&s.skeleton, UH_POINT_RIGHT_SHOULDER)));
    assert_true(apart(arm, c.target) < 1e-9);
    assert_near(uh_skeleton_arm(&s.skeleton, UH_SIDE_RIGHT).elbow_deg, 40.0, 1e-9);
    /* the hinge's pole is where the forearm does not go */
    assert_true(uh_skeleton_point(&s.skeleton, UH_POINT_RIGHT_WRIST).y >
                uh_skeleton_point(&s.skeleton, UH_POINT_RIGHT_ELBOW).y);
}

/* -- anchors and clasps ---------------------------------------------------------------- */

static void an_anchor_moves_the_body_along_its_own_axes_only(void **state)
{
    static const struct {
        unsigned axes;
        uh_vec3 moved;
    } cases[] = {
        {UH_AXIS_X, {0.1, 0.0, 0.0}},
        {UH_AXIS_Y, {0.0, 0.2, 0.0}},
        {UH_AXIS_Z, {0.0, 0.0, 0.3}},
        {UH_AXIS_X | UH_AXIS_Z, {0.1, 0.0, 0.3}},
    };
    const uh_skeleton before = standing();
    const uh_vec3 heel = uh_skeleton_point(&before, UH_POINT_LEFT_HEEL);
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        uh_constraint c =
            reach_for(UH_POINT_LEFT_HEEL, uh_vec3_add(heel, (uh_vec3){0.1, 0.2, 0.3}));
        c.kind = UH_CONSTRAINT_ANCHOR;
        c.axes = cases[i].axes;
        const uh_solution s = solved(c);
        for (int k = 0; k < UH_POINT_COUNT; k++) {
            const uh_vec3 was = uh_skeleton_point(&before, (uh_point)k);
            const uh_vec3 is = uh_skeleton_point(&s.skeleton, (uh_point)k);
            assert_true(apart(uh_vec3_sub(is, was), cases[i].moved) < 1e-12);
        }
    }
}

static void a_clasp_says_how_far_the_hand_that_is_farther_fell_short(void **state)
{
    const uh_constraint left = {
        .kind = UH_CONSTRAINT_CLASP, .target = {0.5, 0.8, 0.2}, .weight = 1.0};
    const uh_constraint right = {
        .kind = UH_CONSTRAINT_CLASP, .target = {-0.5, 0.8, 0.2}, .weight = 1.0};
    const uh_solution to_left = solved(left);
    const uh_solution to_right = solved(right);
    uh_constraint alone = left;
    alone.kind = UH_CONSTRAINT_REACH;
    alone.point = UH_POINT_RIGHT_PALM;
    const double short_m = solved(alone).residual_m;
    alone.point = UH_POINT_LEFT_PALM;
    assert_true(short_m > solved(alone).residual_m);
    assert_near(to_left.residual_m, short_m, 1e-9);
    assert_near(to_right.residual_m, short_m, 1e-9);
}

/* Arms too short to meet half way on their own circle: straight between the hands. */
static void folded_arms_clasp_between_their_hands(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        pose.angle_deg[uh_angle_of((uh_side)side, UH_ELBOW_FLEXION)] = 148.0;
    }
    uh_skeleton before;
    uh_skeleton_pose(&pose, S, &before);
    const uh_constraint clasp = uh_constraint_clasp();
    uh_solution s;
    uh_body_solve(&pose, S, &clasp, 1, &s);
    const uh_vec3 wanted = uh_vec3_mix(uh_skeleton_point(&before, UH_POINT_LEFT_PALM),
                                       uh_skeleton_point(&before, UH_POINT_RIGHT_PALM), 0.5);
    const uh_vec3 left = uh_skeleton_point(&s.skeleton, UH_POINT_LEFT_PALM);
    const uh_vec3 right = uh_skeleton_point(&s.skeleton, UH_POINT_RIGHT_PALM);
    assert_true(apart(left, right) < 1e-5 && apart(left, wanted) < 1e-5);
}

static void a_constraint_of_no_kind_changes_nothing(void **state)
{
    const uh_pose pose = uh_pose_neutral(S);
    const uh_solution s = solved((uh_constraint){.kind = UH_CONSTRAINT_NONE, .weight = 1.0});
    assert_true(s.residual_m == 0.0);
    assert_int_equal(s.contact_count, 0);
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        assert_true(s.pose.angle_deg[i] == pose.angle_deg[i]);
    }
    assert_true(s.pose.root_m.y == pose.root_m.y);
}

/* -- limits ---------------------------------------------------------------------------- */

static void an_angle_below_its_range_is_named_with_its_lower_end_and_brought_back(void **state)
{
    const uh_angle elbow = uh_angle_of(UH_SIDE_RIGHT, UH_ELBOW_FLEXION);
    const double lowest = uh_angle_range(elbow).min_deg;
    uh_pose pose = uh_pose_neutral(S);
    pose.angle_deg[elbow] = lowest - 30.0;
    uh_pose_excess excess;
    assert_true(uh_pose_beyond(&pose, 0.0, &excess));
    assert_string_equal(excess.name, "right-elbow-flexion");
    assert_true(excess.value_deg == lowest - 30.0);
    assert_true(excess.limit_deg == lowest);
    uh_pose_clamp(&pose);
    assert_true(pose.angle_deg[elbow] == lowest);
    assert_false(uh_pose_beyond(&pose, 0.0, &excess));
}

static void a_vector_without_length_has_no_direction(void **state)
{
    const uh_vec3 none = uh_vec3_unit((uh_vec3){1e-13, 0.0, -1e-13});
    assert_true(none.x == 0.0 && none.y == 0.0 && none.z == 0.0);
    assert_near(uh_vec3_length(uh_vec3_unit((uh_vec3){1e-11, 0.0, 0.0})), 1.0, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pole_along_the_limb_says_nothing_and_the_target_is_reached),
        cmocka_unit_test(a_target_straight_behind_the_joint_is_reached),
        cmocka_unit_test(a_limb_out_of_reach_is_straight_at_every_stature),
        cmocka_unit_test(half_a_weight_brings_the_hand_half_the_way_and_turns_the_palm_down),
        cmocka_unit_test(a_hand_or_foot_turns_by_the_weight_and_no_sooner),
        cmocka_unit_test(a_kneecap_is_planted_like_any_point_of_the_leg),
        cmocka_unit_test(an_aimed_upper_arm_points_as_asked_and_its_elbow_keeps_its_angle),
        cmocka_unit_test(an_anchor_moves_the_body_along_its_own_axes_only),
        cmocka_unit_test(a_clasp_says_how_far_the_hand_that_is_farther_fell_short),
        cmocka_unit_test(folded_arms_clasp_between_their_hands),
        cmocka_unit_test(a_constraint_of_no_kind_changes_nothing),
        cmocka_unit_test(an_angle_below_its_range_is_named_with_its_lower_end_and_brought_back),
        cmocka_unit_test(a_vector_without_length_has_no_direction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
