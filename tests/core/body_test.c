/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unhunch/body.h"

#define S UH_BODY_STATURE_M

static uint64_t seed = 7;

static double random_between(double low, double high)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * ((double)(seed >> 11) / 9007199254740992.0);
}

static uh_pose random_pose(void)
{
    uh_pose pose = uh_pose_neutral(S);
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        uh_angle_limit limit = uh_angle_range((uh_angle)i);
        pose.angle_deg[i] = random_between(limit.min_deg, limit.max_deg);
    }
    pose.root_m = (uh_vec3){random_between(-1.0, 1.0), random_between(0.0, 1.0), 0.2};
    return pose;
}

static uh_pose posed(const char *name, double value_deg)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_angle_ref ref;
    assert_int_equal(uh_angle_find(name, strlen(name), &ref), UH_OK);
    uh_pose_set(&pose, ref, value_deg);
    return pose;
}

static uh_skeleton skeleton_of(uh_pose pose)
{
    uh_skeleton skeleton;
    uh_skeleton_pose(&pose, S, &skeleton);
    return skeleton;
}

static uh_vec3 point(const uh_skeleton *skeleton, uh_point which)
{
    return uh_skeleton_point(skeleton, which);
}

static double apart(uh_vec3 a, uh_vec3 b)
{
    return uh_vec3_length(uh_vec3_sub(a, b));
}

#define assert_near(a, b, tolerance) assert_true(fabs((a) - (b)) <= (tolerance))

/* -- lengths --------------------------------------------------------------------------- */

static void standing_tall_has_the_heights_of_drillis_and_contini(void **state)
{
    uh_skeleton s = skeleton_of(uh_pose_neutral(S));
    assert_near(point(&s, UH_POINT_LEFT_HIP).y, 0.530 * S, 1e-9);
    assert_near(point(&s, UH_POINT_LEFT_KNEE).y, 0.285 * S, 1e-9);
    assert_near(point(&s, UH_POINT_LEFT_ANKLE).y, 0.039 * S, 1e-9);
    assert_near(point(&s, UH_POINT_LEFT_HEEL).y, 0.0, 1e-9);
    assert_near(point(&s, UH_POINT_LEFT_SHOULDER).y, 0.818 * S, 0.012 * S);
    assert_near(point(&s, UH_POINT_LEFT_ELBOW).y, 0.630 * S, 0.012 * S);
    assert_near(point(&s, UH_POINT_LEFT_WRIST).y, 0.485 * S, 0.012 * S);
    assert_near(point(&s, UH_POINT_LEFT_FINGERTIP).y, 0.377 * S, 0.012 * S);
    assert_near(point(&s, UH_POINT_CROWN).y, S, 0.002 * S);
    assert_near(point(&s, UH_POINT_CHIN).y, 0.870 * S, 0.004 * S);
}

static void the_quiet_spine_keeps_its_kyphosis(void **state)
{
    uh_skeleton s = skeleton_of(uh_pose_neutral(S));
    double chord = 0.5 * (point(&s, UH_POINT_WAIST).z + point(&s, UH_POINT_NECK).z);
    assert_true(point(&s, UH_POINT_MID_THORAX).z < chord - 0.010 * S);
    assert_true(s.segment[UH_SEGMENT_LUMBAR_2].origin_m.z > point(&s, UH_POINT_WAIST).z);
}

static void no_pose_changes_the_length_of_a_bone(void **state)
{
    uh_skeleton rest = skeleton_of(uh_pose_neutral(S));
    for (int i = 0; i < 2000; i++) {
        uh_skeleton s = skeleton_of(random_pose());
        for (int j = UH_SEGMENT_PELVIS + 1; j < UH_SEGMENT_COUNT; j++) {
            uh_segment parent = uh_segment_parent((uh_segment)j);
            double was = apart(rest.segment[j].origin_m, rest.segment[parent].origin_m);
            double is = apart(s.segment[j].origin_m, s.segment[parent].origin_m);
            assert_near(was, is, 1e-12);
        }
    }
}

/* -- angles ---------------------------------------------------------------------------- */

static void every_angle_is_found_by_both_of_its_names(void **state)
{
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        const char *name = uh_angle_name((uh_angle)i);
        const char *opposite = uh_angle_opposite_name((uh_angle)i);
        uh_angle_ref ref;
        assert_int_equal(uh_angle_find(name, strlen(name), &ref), UH_OK);
        assert_int_equal(ref.angle, i);
        assert_true(ref.sign == 1.0 && !ref.both);
        assert_int_equal(uh_angle_find(opposite, strlen(opposite), &ref), UH_OK);
        assert_int_equal(ref.angle, i);
        assert_true(ref.sign == -1.0 && !ref.both);
    }
}

static void a_name_without_a_side_means_both_sides(void **state)
{
    uh_pose pose = posed("shoulder-extension", 20.0);
    assert_true(pose.angle_deg[uh_angle_of(UH_SIDE_LEFT, UH_SHOULDER_FLEXION)] == -20.0);
    assert_true(pose.angle_deg[uh_angle_of(UH_SIDE_RIGHT, UH_SHOULDER_FLEXION)] == -20.0);
}

static void an_unknown_name_is_refused(void **state)
{
    uh_angle_ref ref;
    assert_int_equal(uh_angle_find("left-tail-wag", 13, &ref), UH_ERR_UNKNOWN);
    assert_int_equal(uh_angle_find("left-elbow-flexion", 10, &ref), UH_ERR_UNKNOWN);
    assert_int_equal(uh_angle_find("", 0, &ref), UH_ERR_UNKNOWN);
}

static void every_range_holds_the_neutral_posture(void **state)
{
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        uh_angle_limit limit = uh_angle_range((uh_angle)i);
        assert_true(limit.min_deg <= 0.0 && limit.max_deg >= 0.0);
        assert_true(limit.max_deg - limit.min_deg > 10.0);
    }
    uh_pose neutral = uh_pose_neutral(S);
    uh_pose_excess excess;
    assert_false(uh_pose_beyond(&neutral, 0.0, &excess));
}

static void the_largest_excess_is_named(void **state)
{
    uh_pose pose = posed("left-elbow-flexion", 160.0);
    uh_pose_excess excess;
    assert_true(uh_pose_beyond(&pose, 0.0, &excess));
    assert_string_equal(excess.name, "left-elbow-flexion");
    assert_true(excess.limit_deg == 148.0);
    assert_false(uh_pose_beyond(&pose, 13.0, &excess));
    uh_pose_clamp(&pose);
    assert_false(uh_pose_beyond(&pose, 0.0, &excess));
}

static void sums_of_the_spine_have_their_own_limits(void **state)
{
    uh_pose pose = posed("upper-thoracic-flexion", 14.0);
    pose.angle_deg[UH_LOWER_THORACIC_FLEXION] = 14.0;
    uh_pose_excess excess;
    assert_true(uh_pose_beyond(&pose, 0.0, &excess));
    assert_string_equal(excess.name, "thoracic-flexion");
    pose = posed("left-shoulder-abduction", -40.0);
    pose.angle_deg[uh_angle_of(UH_SIDE_LEFT, UH_SHOULDER_FLEXION)] = 172.0;
    assert_false(uh_pose_beyond(&pose, 0.0, &excess));
}

/* -- clinical terms -------------------------------------------------------------------- */

static void flexing_the_shoulder_by_ninety_points_the_arm_ahead(void **state)
{
    uh_skeleton s = skeleton_of(posed("left-shoulder-flexion", 90.0));
    uh_vec3 arm = uh_vec3_sub(point(&s, UH_POINT_LEFT_WRIST), point(&s, UH_POINT_LEFT_SHOULDER));
    assert_near(arm.z, 0.332 * S, 1e-9);
    assert_near(uh_skeleton_arm(&s, UH_SIDE_LEFT).elevation_deg, 90.0, 1e-9);
}

static void abducting_the_left_shoulder_points_the_arm_to_the_left(void **state)
{
    uh_skeleton s = skeleton_of(posed("left-shoulder-abduction", 90.0));
    uh_vec3 arm = uh_vec3_sub(point(&s, UH_POINT_LEFT_WRIST), point(&s, UH_POINT_LEFT_SHOULDER));
    assert_near(arm.x, 0.332 * S, 1e-9);
    assert_near(uh_skeleton_arm(&s, UH_SIDE_LEFT).behind_deg, 0.0, 1e-9);
}

static void horizontal_abduction_takes_the_raised_arm_behind_the_chest(void **state)
{
    uh_pose pose = posed("shoulder-abduction", 90.0);
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        pose.angle_deg[uh_angle_of((uh_side)side, UH_SHOULDER_HORIZONTAL_ABDUCTION)] = 15.0;
    }
    uh_skeleton s = skeleton_of(pose);
    assert_near(uh_skeleton_arm(&s, UH_SIDE_LEFT).behind_deg, 15.0, 1e-9);
    assert_near(uh_skeleton_arm(&s, UH_SIDE_RIGHT).behind_deg, 15.0, 1e-9);
    assert_true(point(&s, UH_POINT_LEFT_WRIST).z < point(&s, UH_POINT_LEFT_SHOULDER).z);
    assert_true(point(&s, UH_POINT_RIGHT_WRIST).z < point(&s, UH_POINT_RIGHT_SHOULDER).z);
}

static void external_rotation_of_the_abducted_arm_lifts_the_hand(void **state)
{
    uh_pose pose = posed("left-shoulder-abduction", 90.0);
    pose.angle_deg[uh_angle_of(UH_SIDE_LEFT, UH_ELBOW_FLEXION)] = 90.0;
    pose.angle_deg[uh_angle_of(UH_SIDE_LEFT, UH_SHOULDER_INTERNAL_ROTATION)] = -85.0;
    uh_skeleton s = skeleton_of(pose);
    assert_true(point(&s, UH_POINT_LEFT_WRIST).y > point(&s, UH_POINT_LEFT_ELBOW).y + 0.14 * S);
}

static void flexing_the_elbow_brings_the_hand_forward_and_the_knee_the_foot_back(void **state)
{
    uh_skeleton s = skeleton_of(posed("elbow-flexion", 90.0));
    assert_near(point(&s, UH_POINT_LEFT_WRIST).z - point(&s, UH_POINT_LEFT_ELBOW).z, 0.146 * S,
                1e-9);
    assert_near(uh_skeleton_arm(&s, UH_SIDE_RIGHT).elbow_deg, 90.0, 1e-9);
    s = skeleton_of(posed("knee-flexion", 90.0));
    assert_near(point(&s, UH_POINT_LEFT_ANKLE).z, -0.246 * S, 1e-9);
}

static void palms_face_the_thighs_and_pronation_turns_them_back(void **state)
{
    uh_skeleton s = skeleton_of(uh_pose_neutral(S));
    uh_vec3 inward = uh_vec3_sub(point(&s, UH_POINT_LEFT_PALM), point(&s, UH_POINT_LEFT_WRIST));
    assert_true(inward.x < 0.0);
    s = skeleton_of(posed("left-forearm-pronation", 85.0));
    uh_vec3 back = uh_vec3_sub(point(&s, UH_POINT_LEFT_PALM), point(&s, UH_POINT_LEFT_WRIST));
    assert_true(back.z < -0.010 * S);
}

static void spine_angles_bend_the_way_they_are_called(void **state)
{
    uh_skeleton rest = skeleton_of(uh_pose_neutral(S));
    uh_vec3 crown = point(&rest, UH_POINT_CROWN);
    uh_skeleton s = skeleton_of(posed("lower-thoracic-flexion", 12.0));
    assert_true(point(&s, UH_POINT_CROWN).z > crown.z + 0.02);
    s = skeleton_of(posed("upper-thoracic-extension", 8.0));
    assert_true(point(&s, UH_POINT_CROWN).z < crown.z - 0.02);
    s = skeleton_of(posed("neck-right-bend", 20.0));
    assert_true(point(&s, UH_POINT_CROWN).x < -0.02);
    s = skeleton_of(posed("head-left-rotation", 35.0));
    assert_true(point(&s, UH_POINT_NOSE).x > 0.02);
    s = skeleton_of(posed("lower-thoracic-left-rotation", 17.0));
    assert_near(uh_skeleton_turn_deg(&s, UH_SEGMENT_PELVIS, UH_SEGMENT_UPPER_THORAX_3), 17.0, 0.3);
}

static void spine_angles_add_up_along_the_chain(void **state)
{
    uh_pose pose = posed("lumbar-flexion", 10.0);
    pose.angle_deg[UH_LOWER_THORACIC_FLEXION] = 8.0;
    pose.angle_deg[UH_UPPER_THORACIC_FLEXION] = 7.0;
    pose.angle_deg[UH_NECK_FLEXION] = 12.0;
    pose.angle_deg[UH_HEAD_FLEXION] = -14.0;
    uh_skeleton s = skeleton_of(pose);
    assert_near(uh_skeleton_lean_deg(&s, UH_SEGMENT_UPPER_THORAX_3), 25.0, 1e-9);
    assert_near(uh_skeleton_lean_deg(&s, UH_SEGMENT_HEAD), 23.0, 1e-9);
}

static void full_retraction_takes_the_shoulder_tips_back_by_two_and_a_half_centimetres(void **state)
{
    uh_skeleton rest = skeleton_of(uh_pose_neutral(S));
    uh_skeleton s = skeleton_of(posed("scapula-retraction", 20.0));
    double back = point(&rest, UH_POINT_LEFT_SHOULDER).z - point(&s, UH_POINT_LEFT_SHOULDER).z;
    assert_near(back, 0.015 * S, 0.003 * S);
}

static void pitch_and_roll_lay_the_body_down(void **state)
{
    uh_skeleton s = skeleton_of(posed("root-forward-pitch", 90.0));
    assert_true(point(&s, UH_POINT_NOSE).y < point(&s, UH_POINT_BACK_OF_HEAD).y); /* prone */
    s = skeleton_of(posed("root-backward-pitch", 90.0));
    assert_true(point(&s, UH_POINT_NOSE).y > point(&s, UH_POINT_BACK_OF_HEAD).y); /* supine */
    s = skeleton_of(posed("root-right-roll", 90.0));
    assert_true(point(&s, UH_POINT_RIGHT_SHOULDER).y < point(&s, UH_POINT_LEFT_SHOULDER).y);
}

/* -- mirror ---------------------------------------------------------------------------- */

static void assert_mirrored(const uh_skeleton *a, const uh_skeleton *b)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        uh_vec3 here = point(a, (uh_point)i);
        uh_vec3 there = point(b, uh_point_mirror((uh_point)i));
        assert_true(here.x == -there.x && here.y == there.y && here.z == there.z);
    }
}

static void a_mirrored_pose_gives_mirrored_positions_to_the_last_bit(void **state)
{
    for (int i = 0; i < 2000; i++) {
        uh_pose pose = random_pose();
        uh_skeleton a = skeleton_of(pose);
        uh_skeleton b = skeleton_of(uh_pose_mirror(&pose));
        assert_mirrored(&a, &b);
    }
}

static void a_mirrored_solution_is_mirrored_to_the_last_bit(void **state)
{
    for (int i = 0; i < 500; i++) {
        uh_pose pose = random_pose();
        uh_constraint c[3] = {uh_constraint_hand_behind_head(UH_SIDE_LEFT),
                              uh_constraint_hand(UH_SIDE_RIGHT, -0.2, 0.3),
                              uh_constraint_foot(UH_SIDE_LEFT, 0.1, 0.0, 10.0)};
        uh_constraint twin[3];
        for (int j = 0; j < 3; j++) {
            twin[j] = uh_constraint_mirror(&c[j]);
        }
        uh_pose mirrored = uh_pose_mirror(&pose);
        uh_solution a;
        uh_solution b;
        uh_body_solve(&pose, S, c, 3, &a);
        uh_body_solve(&mirrored, S, twin, 3, &b);
        assert_mirrored(&a.skeleton, &b.skeleton);
    }
}

static void a_mirrored_clasp_is_mirrored_to_the_last_bit(void **state)
{
    for (int i = 0; i < 500; i++) {
        uh_pose pose = random_pose();
        uh_constraint c = {.kind = UH_CONSTRAINT_CLASP,
                           .frame = i % 2 == 0 ? UH_SEGMENT_UPPER_THORAX_3 : UH_SEGMENT_LEFT_THIGH,
                           .target = {0.05, -0.1, 0.3},
                           .pole = {0.6, -0.3, -0.4},
                           .pole_frame = UH_SEGMENT_UPPER_THORAX_3,
                           .palm = {-0.8, 0.2, 0.1},
                           .fingers = {-0.3, 0.1, 0.9},
                           .weight = 1.0,
                           .midway = i % 3 == 0};
        uh_constraint twin = uh_constraint_mirror(&c);
        uh_pose mirrored = uh_pose_mirror(&pose);
        uh_solution a;
        uh_solution b;
        uh_body_solve(&pose, S, &c, 1, &a);
        uh_body_solve(&mirrored, S, &twin, 1, &b);
        assert_mirrored(&a.skeleton, &b.skeleton);
    }
}

/* -- planting -------------------------------------------------------------------------- */

static uh_constraint reach_for(uh_point which, uh_vec3 target_m)
{
    return (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                           .contact = UH_CONTACT_PLANTED,
                           .point = which,
                           .target = uh_vec3_scale(target_m, 1.0 / S),
                           .weight = 1.0};
}

static void a_reach_finds_every_target_that_an_arm_can_find(void **state)
{
    for (int i = 0; i < 2000; i++) {
        uh_pose pose = uh_pose_neutral(S);
        uh_skeleton before = skeleton_of(pose);
        uh_vec3 shoulder = point(&before, UH_POINT_RIGHT_SHOULDER);
        uh_vec3 way =
            uh_vec3_unit((uh_vec3){random_between(-1.0, 1.0), random_between(-1.0, 0.5), 1.0});
        uh_vec3 target = uh_vec3_add(shoulder, uh_vec3_scale(way, random_between(0.12, 0.29) * S));
        uh_constraint c = reach_for(UH_POINT_RIGHT_WRIST, target);
        uh_solution s;
        uh_body_solve(&pose, S, &c, 1, &s);
        assert_true(s.residual_m == 0.0);
        assert_true(apart(point(&s.skeleton, UH_POINT_RIGHT_WRIST), target) < 1e-6);
    }
}

static void a_reach_beyond_the_arm_straightens_it_and_says_so(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_constraint c = reach_for(UH_POINT_LEFT_WRIST, (uh_vec3){0.2, 1.4, 2.0});
    uh_solution s;
    uh_body_solve(&pose, S, &c, 1, &s);
    assert_true(s.residual_m > 1.0);
    assert_near(uh_skeleton_arm(&s.skeleton, UH_SIDE_LEFT).elbow_deg, 0.0, 1e-3);
    assert_true(point(&s.skeleton, UH_POINT_LEFT_WRIST).z > 0.25 * S);
}

static void the_elbow_points_to_its_pole(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_constraint c = reach_for(UH_POINT_LEFT_WRIST, (uh_vec3){0.2, 1.35, 0.4});
    uh_solution s;
    c.pole = (uh_vec3){1.0, 0.0, 0.0};
    uh_body_solve(&pose, S, &c, 1, &s);
    assert_true(point(&s.skeleton, UH_POINT_LEFT_ELBOW).x > 0.3);
    c.pole = (uh_vec3){0.0, -1.0, 0.0};
    uh_body_solve(&pose, S, &c, 1, &s);
    assert_true(point(&s.skeleton, UH_POINT_LEFT_ELBOW).y < 1.3);
}

static void a_solution_is_a_pose_like_any_other(void **state)
{
    for (int i = 0; i < 500; i++) {
        uh_pose pose = random_pose();
        uh_constraint c[2] = {uh_constraint_hand_behind_head(UH_SIDE_LEFT),
                              uh_constraint_hand_behind_head(UH_SIDE_RIGHT)};
        uh_solution s;
        uh_body_solve(&pose, S, c, 2, &s);
        uh_skeleton again = skeleton_of(s.pose);
        for (int j = 0; j < UH_POINT_COUNT; j++) {
            assert_true(apart(point(&again, (uh_point)j), point(&s.skeleton, (uh_point)j)) < 1e-12);
        }
    }
}

static void hands_meet_behind_the_head_within_comfort(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_constraint c[2] = {uh_constraint_hand_behind_head(UH_SIDE_LEFT),
                          uh_constraint_hand_behind_head(UH_SIDE_RIGHT)};
    uh_solution s;
    uh_body_solve(&pose, S, c, 2, &s);
    assert_true(s.residual_m == 0.0);
    double elbow = uh_skeleton_arm(&s.skeleton, UH_SIDE_LEFT).elbow_deg;
    assert_true(elbow > 110.0 && elbow < 145.0);
    assert_true(point(&s.skeleton, UH_POINT_LEFT_ELBOW).x > 0.18);
    assert_true(point(&s.skeleton, UH_POINT_LEFT_ELBOW).z > -0.04);
}

/* Upright, leaning back over a chair, and half sitting up over a roller. */
static void hands_behind_the_head_stay_within_the_joints(void **state)
{
    static const double spines[][4] = {/* lower and upper thorax, neck, head */
                                       {0.0, 0.0, 0.0, 0.0},
                                       {-4.0, -7.0, 5.0, -3.0},
                                       {5.0, 5.0, 5.0, 5.0}};
    uh_constraint c[2] = {uh_constraint_hand_behind_head(UH_SIDE_LEFT),
                          uh_constraint_hand_behind_head(UH_SIDE_RIGHT)};
    for (size_t i = 0; i < UH_COUNT(spines); i++) {
        uh_pose pose = uh_pose_neutral(S);
        pose.angle_deg[UH_LOWER_THORACIC_FLEXION] = spines[i][0];
        pose.angle_deg[UH_UPPER_THORACIC_FLEXION] = spines[i][1];
        pose.angle_deg[UH_NECK_FLEXION] = spines[i][2];
        pose.angle_deg[UH_HEAD_FLEXION] = spines[i][3];
        uh_solution s;
        uh_body_solve(&pose, S, c, 2, &s);
        uh_pose_excess excess;
        assert_true(s.residual_m == 0.0);
        assert_false(uh_pose_beyond(&s.pose, 0.0, &excess));
        uh_arm_reading arm = uh_skeleton_arm(&s.skeleton, UH_SIDE_LEFT);
        assert_true(arm.elbow_deg > 120.0 && arm.elbow_deg < 139.0);
        assert_near(arm.behind_deg, -45.0, 15.0);
    }
}

static void clasped_hands_meet_in_the_middle(void **state)
{
    uh_pose pose = posed("shoulder-extension", 25.0);
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        pose.angle_deg[uh_angle_of((uh_side)side, UH_SHOULDER_ABDUCTION)] = -15.0;
        pose.angle_deg[uh_angle_of((uh_side)side, UH_ELBOW_FLEXION)] = 25.0;
    }
    uh_constraint c = uh_constraint_clasp();
    uh_solution s;
    uh_body_solve(&pose, S, &c, 1, &s);
    assert_true(s.residual_m == 0.0);
    assert_true(apart(point(&s.skeleton, UH_POINT_LEFT_PALM),
                      point(&s.skeleton, UH_POINT_RIGHT_PALM)) < 2e-6);
    assert_near(point(&s.skeleton, UH_POINT_LEFT_PALM).x, 0.0, 1e-6);
}

static void arms_that_clasp_swing_together_without_bending(void **state)
{
    uh_pose pose = posed("shoulder-extension", 40.0);
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        pose.angle_deg[uh_angle_of((uh_side)side, UH_SCAPULA_PROTRACTION)] = -20.0;
        pose.angle_deg[uh_angle_of((uh_side)side, UH_ELBOW_FLEXION)] = 4.0;
    }
    uh_constraint c = uh_constraint_clasp();
    uh_solution s;
    uh_body_solve(&pose, S, &c, 1, &s);
    uh_pose_excess excess;
    assert_true(s.residual_m == 0.0);
    assert_false(uh_pose_beyond(&s.pose, 0.0, &excess));
    assert_near(uh_skeleton_arm(&s.skeleton, UH_SIDE_LEFT).elbow_deg, 4.0, 2.0);
    /* 0.11 behind and 0.06 above where clasped hands rest behind the seat */
    assert_true(point(&s.skeleton, UH_POINT_LEFT_PALM).z < -0.21 * S);
    assert_true(point(&s.skeleton, UH_POINT_LEFT_PALM).y > 0.52 * S);
}

static void hands_that_cannot_clasp_there_meet_where_both_can(void **state)
{
    uh_pose pose = posed("upper-thoracic-right-rotation", 20.0);
    uh_constraint c = {.kind = UH_CONSTRAINT_CLASP,
                       .frame = UH_SEGMENT_UPPER_THORAX_3,
                       .target = {-0.25, 0.20, 0.25},
                       .weight = 1.0};
    uh_solution s;
    uh_body_solve(&pose, S, &c, 1, &s);
    uh_vec3 left = point(&s.skeleton, UH_POINT_LEFT_PALM);
    uh_vec3 right = point(&s.skeleton, UH_POINT_RIGHT_PALM);
    assert_true(s.residual_m > 0.05);
    assert_true(apart(left, right) < 1e-3);
}

/* Hands and knees: thighs upright whatever the pelvis does, hands and knees where they were. */
static void hands_and_knees_stay_planted_while_the_back_moves(void **state)
{
    uh_constraint c[7] = {
        {.kind = UH_CONSTRAINT_AIM,
         .point = UH_POINT_LEFT_KNEE,
         .target = {0.0, -1.0, 0.0},
         .weight = 1.0},
        {.kind = UH_CONSTRAINT_AIM,
         .point = UH_POINT_RIGHT_KNEE,
         .target = {0.0, -1.0, 0.0},
         .weight = 1.0},
        {.kind = UH_CONSTRAINT_ANCHOR,
         .contact = UH_CONTACT_PLANTED,
         .point = UH_POINT_LEFT_KNEE,
         .target = {0.05, 0.036, 0.0},
         .weight = 1.0,
         .axes = UH_AXES_ALL},
        {.kind = UH_CONSTRAINT_NONE},
        {.kind = UH_CONSTRAINT_NONE},
        {.kind = UH_CONSTRAINT_NONE},
        {.kind = UH_CONSTRAINT_NONE},
    };
    c[3] = uh_constraint_hand(UH_SIDE_LEFT, 0.11, 0.28);
    c[4] = uh_constraint_hand(UH_SIDE_RIGHT, -0.11, 0.28);
    for (int i = 0; i <= 20; i++) {
        uh_pose pose = uh_pose_neutral(S);
        pose.angle_deg[UH_ROOT_PITCH] = 83.0;
        pose.angle_deg[UH_PELVIS_FLEXION] = 20.0 - 1.5 * i;
        pose.angle_deg[UH_LUMBAR_FLEXION] = -15.0 + 2.0 * i;
        pose.angle_deg[UH_LOWER_THORACIC_FLEXION] = -6.0 + 0.9 * i;
        pose.angle_deg[UH_UPPER_THORACIC_FLEXION] = -4.0 + 0.8 * i;
        for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
            pose.angle_deg[uh_angle_of((uh_side)side, UH_SHOULDER_FLEXION)] = 80.0;
            pose.angle_deg[uh_angle_of((uh_side)side, UH_KNEE_FLEXION)] = 90.0;
        }
        uh_solution s;
        uh_body_solve(&pose, S, c, 7, &s);
        assert_true(s.residual_m < 1e-9);
        assert_near(point(&s.skeleton, UH_POINT_LEFT_KNEE).y, 0.036 * S, 1e-9);
        assert_near(point(&s.skeleton, UH_POINT_RIGHT_KNEE).x, -0.05 * S, 1e-9);
        assert_near(point(&s.skeleton, UH_POINT_LEFT_PALM_HEEL).y, 0.0, 1e-6);
        assert_near(point(&s.skeleton, UH_POINT_LEFT_FINGERTIP).y, 0.016 * S, 1e-6);
        assert_int_equal(s.contact_count, 3);
    }
}

static void a_foot_on_the_floor_lies_flat(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    pose.root_m.y = 0.50 * S;
    uh_constraint c = uh_constraint_foot(UH_SIDE_RIGHT, -0.06, 0.05, 8.0);
    uh_solution s;
    uh_body_solve(&pose, S, &c, 1, &s);
    assert_true(s.residual_m == 0.0);
    assert_near(point(&s.skeleton, UH_POINT_RIGHT_HEEL).y, 0.0, 1e-6);
    assert_near(point(&s.skeleton, UH_POINT_RIGHT_BALL).y, 0.0, 1e-6);
    assert_true(point(&s.skeleton, UH_POINT_RIGHT_BALL).x <
                point(&s.skeleton, UH_POINT_RIGHT_HEEL).x);
    assert_true(point(&s.skeleton, UH_POINT_RIGHT_KNEE).z > 0.0);
    assert_true(s.pose.angle_deg[uh_angle_of(UH_SIDE_RIGHT, UH_KNEE_FLEXION)] > 5.0);
}

static void half_a_weight_goes_half_the_way(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_skeleton before = skeleton_of(pose);
    uh_vec3 from = point(&before, UH_POINT_LEFT_WRIST);
    uh_vec3 to = {0.2, 1.2, 0.4};
    uh_constraint c = reach_for(UH_POINT_LEFT_WRIST, to);
    c.weight = 0.5;
    uh_solution s;
    uh_body_solve(&pose, S, &c, 1, &s);
    assert_true(apart(point(&s.skeleton, UH_POINT_LEFT_WRIST), uh_vec3_mix(from, to, 0.5)) < 1e-6);
    assert_int_equal(s.contact_count, 0);
}

static void poses_mix_in_straight_lines(void **state)
{
    uh_pose a = posed("lumbar-flexion", 10.0);
    uh_pose b = posed("lumbar-flexion", 20.0);
    assert_true(uh_pose_mix(&a, &b, 0.0).angle_deg[UH_LUMBAR_FLEXION] == 10.0);
    assert_true(uh_pose_mix(&a, &b, 0.5).angle_deg[UH_LUMBAR_FLEXION] == 15.0);
    assert_true(uh_pose_mix(&a, &b, 1.0).angle_deg[UH_LUMBAR_FLEXION] == 20.0);
}

static void points_and_segments_have_names_and_twins(void **state)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        uh_point found;
        const char *name = uh_point_name((uh_point)i);
        assert_int_equal(uh_point_find(name, strlen(name), &found), UH_OK);
        assert_int_equal(found, i);
        assert_int_equal(uh_point_mirror(uh_point_mirror((uh_point)i)), i);
    }
    uh_point found;
    assert_int_equal(uh_point_find("left-tail", 9, &found), UH_ERR_UNKNOWN);
    for (int i = 0; i < UH_SEGMENT_COUNT; i++) {
        assert_non_null(uh_segment_name((uh_segment)i));
        assert_int_equal(uh_segment_mirror(uh_segment_mirror((uh_segment)i)), i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standing_tall_has_the_heights_of_drillis_and_contini),
        cmocka_unit_test(the_quiet_spine_keeps_its_kyphosis),
        cmocka_unit_test(no_pose_changes_the_length_of_a_bone),
        cmocka_unit_test(every_angle_is_found_by_both_of_its_names),
        cmocka_unit_test(a_name_without_a_side_means_both_sides),
        cmocka_unit_test(an_unknown_name_is_refused),
        cmocka_unit_test(every_range_holds_the_neutral_posture),
        cmocka_unit_test(the_largest_excess_is_named),
        cmocka_unit_test(sums_of_the_spine_have_their_own_limits),
        cmocka_unit_test(flexing_the_shoulder_by_ninety_points_the_arm_ahead),
        cmocka_unit_test(abducting_the_left_shoulder_points_the_arm_to_the_left),
        cmocka_unit_test(horizontal_abduction_takes_the_raised_arm_behind_the_chest),
        cmocka_unit_test(external_rotation_of_the_abducted_arm_lifts_the_hand),
        cmocka_unit_test(flexing_the_elbow_brings_the_hand_forward_and_the_knee_the_foot_back),
        cmocka_unit_test(palms_face_the_thighs_and_pronation_turns_them_back),
        cmocka_unit_test(spine_angles_bend_the_way_they_are_called),
        cmocka_unit_test(spine_angles_add_up_along_the_chain),
        cmocka_unit_test(
            full_retraction_takes_the_shoulder_tips_back_by_two_and_a_half_centimetres),
        cmocka_unit_test(pitch_and_roll_lay_the_body_down),
        cmocka_unit_test(a_mirrored_pose_gives_mirrored_positions_to_the_last_bit),
        cmocka_unit_test(a_mirrored_solution_is_mirrored_to_the_last_bit),
        cmocka_unit_test(a_mirrored_clasp_is_mirrored_to_the_last_bit),
        cmocka_unit_test(a_reach_finds_every_target_that_an_arm_can_find),
        cmocka_unit_test(a_reach_beyond_the_arm_straightens_it_and_says_so),
        cmocka_unit_test(the_elbow_points_to_its_pole),
        cmocka_unit_test(a_solution_is_a_pose_like_any_other),
        cmocka_unit_test(hands_meet_behind_the_head_within_comfort),
        cmocka_unit_test(hands_behind_the_head_stay_within_the_joints),
        cmocka_unit_test(clasped_hands_meet_in_the_middle),
        cmocka_unit_test(arms_that_clasp_swing_together_without_bending),
        cmocka_unit_test(hands_that_cannot_clasp_there_meet_where_both_can),
        cmocka_unit_test(hands_and_knees_stay_planted_while_the_back_moves),
        cmocka_unit_test(a_foot_on_the_floor_lies_flat),
        cmocka_unit_test(half_a_weight_goes_half_the_way),
        cmocka_unit_test(poses_mix_in_straight_lines),
        cmocka_unit_test(points_and_segments_have_names_and_twins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
