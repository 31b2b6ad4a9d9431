/* SPDX-License-Identifier: MIT */
/* What a moment shows where the file leaves things out, and what is between two shapes. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_data.h"

static uh_motion_frame frame;

static const uh_motion_frame *still(uh_phase phase, uh_side side)
{
    const uh_motion_moment moment = {
        .exercise = the_index(), .side = side, .phase = phase, .progress = 0.5};
    uh_motion_still(&catalogue, &moment, S, &frame);
    return &frame;
}

static void assert_same_shot(const uh_shot *a, const uh_shot *b)
{
    assert_true(a->pitch_deg == b->pitch_deg && a->half_width_m == b->half_width_m &&
                a->half_height_m == b->half_height_m);
    assert_true(a->centre_m.x == b->centre_m.x && a->centre_m.y == b->centre_m.y &&
                a->centre_m.z == b->centre_m.z);
}

/* -- camera, colour, ghost -- */

static void a_motion_without_a_camera_is_seen_as_the_room_is(void **state)
{
    the_stretch()->motion.cameras.count = 0;
    const uh_shot room = uh_motion_room_shot(S);
    const uh_shot left = still(UH_PHASE_MOVE, UH_SIDE_LEFT)->shot;
    assert_false(frame.has_inset);
    const uh_shot right = still(UH_PHASE_MOVE, UH_SIDE_RIGHT)->shot;
    assert_same_shot(&left, &room);
    assert_same_shot(&right, &room);
    assert_true(left.yaw_deg == room.yaw_deg && right.yaw_deg == -room.yaw_deg);
}

/* -- crop -- */

static bool is_in_picture(const uh_view *view, uh_vec3 point_m)
{
    const double margin = 0.02;
    const uh_point2 p = uh_view_project(view, point_m);
    return p.x > margin && p.x < 1.0 - margin && p.y > margin && p.y < 1.0 - margin;
}

static void a_crop_down_to_the_hands_shows_hands_that_hang_and_hands_that_are_clasped(void **state)
{
    static const char *const keys[] = {"chest-expansion", "backward-shoulder-rolls"};
    for (size_t i = 0; i < UH_COUNT(keys); i++) {
        for (int ready = 0; ready < 2; ready++) {
            const uh_motion_moment moment = {.exercise = exercise_index(&catalogue, keys[i]),
                                             .side = UH_SIDE_LEFT,
                                             .phase = UH_PHASE_GET_READY,
                                             .progress = ready};
            uh_motion_still(&catalogue, &moment, S, &frame);
            const uh_scene scene = uh_motion_scene(&frame, false, 1.0);
            const uh_skeleton *body = &frame.body.skeleton;
            assert_true(
                is_in_picture(&scene.view, uh_skeleton_point(body, UH_POINT_LEFT_FINGERTIP)));
            assert_true(
                is_in_picture(&scene.view, uh_skeleton_point(body, UH_POINT_RIGHT_FINGERTIP)));
            assert_false(is_in_picture(&scene.view, uh_skeleton_point(body, UH_POINT_LEFT_KNEE)));
        }
    }
}

static void no_arrow_points_from_a_place_to_itself(void **state)
{
    uint32_t arrows = 0;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        const uh_variant *form = uh_exercise_variant(&catalogue, exercise, 0);
        for (uint32_t k = 0; k < form->parts.count; k++) {
            const uh_part *part = uh_variant_part(&catalogue, form, k);
            const uh_motion_moment moment = {.exercise = i,
                                             .phase = UH_PHASE_MOVE,
                                             .pose = uh_catalogue_text(&catalogue, part->pose)};
            uh_motion_still(&catalogue, &moment, S, &frame);
            for (uint32_t n = 0; n < frame.arrow_count; n++) {
                const uh_arrow *arrow = &frame.arrow[n];
                assert_true(uh_vec3_length(uh_vec3_sub(arrow->to_m, arrow->from_m)) > 0.01);
            }
            arrows += frame.arrow_count;
        }
    }
    assert_true(arrows > 10);
}

static void a_motion_without_a_tint_has_that_of_its_regions(void **state)
{
    the_stretch()->motion.tint = 0;
    the_stretch()->regions = UH_TINT_CHEST | UH_TINT_NECK;
    assert_int_equal(still(UH_PHASE_HOLD, UH_SIDE_LEFT)->tints, UH_TINT_CHEST | UH_TINT_NECK);
    the_stretch()->motion.tint = UH_TINT_THORACIC;
    assert_int_equal(still(UH_PHASE_HOLD, UH_SIDE_LEFT)->tints, UH_TINT_THORACIC);
    the_form()->motion.tint = UH_TINT_TRUNK;
    assert_int_equal(still(UH_PHASE_HOLD, UH_SIDE_LEFT)->tints, UH_TINT_TRUNK);
}

static void ghost_and_plumb_line_are_the_form_s_or_the_stretch_s(void **state)
{
    for (uint32_t bits = 0; bits < 16; bits++) {
        the_form()->motion.ghost = bits & 1U;
        the_stretch()->motion.ghost = bits >> 1 & 1U;
        the_form()->motion.plumb = bits >> 2 & 1U;
        the_stretch()->motion.plumb = bits >> 3 & 1U;
        (void)still(UH_PHASE_HOLD, UH_SIDE_LEFT);
        assert_int_equal(frame.has_ghost, (bits & 3U) != 0);
        assert_int_equal(frame.plumb, (bits & 12U) != 0);
    }
}

static void get_ready_begins_in_the_slump_that_is_there(void **state)
{
    const uh_motion_moment moment = {.exercise = the_index(), .phase = UH_PHASE_GET_READY};
    stance_of("hands-knees")->slump = write_text("no-such-stance");
    uh_motion_still(&catalogue, &moment, S, &frame);
    const double quiet_deg = frame.body.pose.angle_deg[UH_NECK_FLEXION];
    stance_of("hands-knees")->slump = 0;
    uh_motion_still(&catalogue, &moment, S, &frame);
    assert_true(frame.body.pose.angle_deg[UH_NECK_FLEXION] == quiet_deg);
    stance_of("hands-knees")->slump = write_text("standing-slump");
    uh_motion_still(&catalogue, &moment, S, &frame);
    assert_true(frame.body.pose.angle_deg[UH_NECK_FLEXION] != quiet_deg);
}

static void without_any_stance_get_ready_is_the_start_already(void **state)
{
    forget_stances();
    const uh_motion_moment moment = {.exercise = the_index(), .phase = UH_PHASE_GET_READY};
    uh_motion_still(&catalogue, &moment, S, &frame);
    assert_true(frame.body.skeleton.segment[UH_SEGMENT_PELVIS].axes.y.y == 1.0); /* upright */
}

/* -- between two shapes -- */

static uh_motion_key standing(void)
{
    return (uh_motion_key){.pose = uh_pose_neutral(S)};
}

static uh_solution halfway(const uh_motion_key *from, const uh_motion_key *to,
                           uh_motion_key *ret_key)
{
    uh_solution body;
    uh_motion_between(from, to, 0.5, 0.0, S, ret_key, &body);
    return body;
}

static void a_body_that_only_rolls_over_turns_about_its_length(void **state)
{
    uh_motion_key from = standing();
    uh_motion_key to = standing();
    uh_motion_key key;
    from.pose.angle_deg[UH_ROOT_PITCH] = 90.0;
    from.pose.root_m.y = 0.3;
    to.pose = from.pose;
    to.pose.angle_deg[UH_ROOT_ROLL] = 80.0;
    const uh_solution body = halfway(&from, &to, &key);
    const uh_mat3 *pelvis = &body.skeleton.segment[UH_SEGMENT_PELVIS].axes;
    const uh_mat3 *was = &halfway(&from, &from, &key).skeleton.segment[UH_SEGMENT_PELVIS].axes;
    assert_true(fabs(uh_vec3_dot(pelvis->z, was->z) - 1.0) < 1e-9);
    assert_true(fabs(uh_vec3_dot(pelvis->x, was->x) - uh_cos(uh_rad(40.0))) < 1e-9);
}

static uh_constraint hand_at(double x, double y, double z)
{
    return (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                           .contact = UH_CONTACT_PLANTED,
                           .point = UH_POINT_LEFT_PALM,
                           .target = {x, y, z},
                           .pole = {1.0, 0.0, -1.0},
                           .palm = {0.0, -1.0, 0.0},
                           .fingers = {0.0, 0.0, 1.0},
                           .weight = 1.0};
}

static uint32_t kept_between(const uh_constraint *a, const uh_constraint *b)
{
    uh_motion_key from = standing();
    uh_motion_key to = standing();
    uh_motion_key key;
    from.keep[from.keep_count++] = *a;
    to.keep[to.keep_count++] = *b;
    (void)halfway(&from, &to, &key);
    return key.keep_count;
}

static void only_what_both_shapes_keep_is_kept_between_them(void **state)
{
    const uh_constraint hand = hand_at(0.15, 0.6, 0.2);
    uh_constraint other = hand;
    assert_int_equal(kept_between(&hand, &other), 1);
    other.point = UH_POINT_RIGHT_PALM;
    assert_int_equal(kept_between(&hand, &other), 0);
    other = hand;
    other.frame = UH_SEGMENT_PELVIS;
    assert_int_equal(kept_between(&hand, &other), 0);
    other = hand;
    other.kind = UH_CONSTRAINT_AIM;
    other.point = UH_POINT_LEFT_ELBOW;
    assert_int_equal(kept_between(&hand, &other), 0);
}

static void an_anchor_of_other_axes_and_a_clasp_elsewhere_are_not_the_same(void **state)
{
    const uh_constraint whole = {.kind = UH_CONSTRAINT_ANCHOR,
                                 .point = UH_POINT_HIPS,
                                 .target = {0.0, 0.5, 0.0},
                                 .weight = 1.0,
                                 .axes = UH_AXES_ALL};
    uh_constraint level = whole;
    assert_int_equal(kept_between(&whole, &level), 1);
    level.axes = UH_AXIS_Y;
    assert_int_equal(kept_between(&whole, &level), 0);
    const uh_constraint clasp = uh_constraint_clasp();
    uh_constraint there = clasp;
    there.point = UH_POINT_NOSE; /* of no meaning to a clasp */
    assert_int_equal(kept_between(&clasp, &there), 1);
    there.midway = false;
    assert_int_equal(kept_between(&clasp, &there), 0);
}

static bool is_zero(uh_vec3 v)
{
    return v.x == 0.0 && v.y == 0.0 && v.z == 0.0;
}

static uh_constraint between(const uh_constraint *a, const uh_constraint *b)
{
    uh_motion_key from = standing();
    uh_motion_key to = standing();
    uh_motion_key key;
    from.keep[from.keep_count++] = *a;
    to.keep[to.keep_count++] = *b;
    (void)halfway(&from, &to, &key);
    assert_int_equal(key.keep_count, 1);
    return key.keep[0];
}

static void directions_that_cannot_be_mixed_are_left_to_the_pose(void **state)
{
    const uh_constraint hand = hand_at(0.15, 0.6, 0.2);
    uh_constraint other = hand;
    assert_false(is_zero(between(&hand, &other).pole));
    other.pole = (uh_vec3){0.0, 0.0, 0.0}; /* only one of both gives it */
    assert_true(is_zero(between(&hand, &other).pole));
    assert_true(is_zero(between(&other, &hand).pole));
    other = hand;
    other.pole_frame = UH_SEGMENT_UPPER_THORAX_3; /* in other axes */
    assert_true(is_zero(between(&hand, &other).pole));
    other = hand;
    other.palm = (uh_vec3){0.0, 0.0, 0.0};
    assert_true(is_zero(between(&hand, &other).palm) && is_zero(between(&hand, &other).fingers));
}

static void what_rolls_at_one_end_only_is_let_go(void **state)
{
    const uh_constraint planted = hand_at(0.15, 0.6, 0.2);
    uh_constraint rolling = hand_at(0.15, 0.6, 0.21);
    rolling.contact = UH_CONTACT_ROLLING;
    assert_int_equal(between(&planted, &rolling).contact, UH_CONTACT_FREE);
    assert_int_equal(between(&rolling, &planted).contact, UH_CONTACT_FREE);
    uh_constraint on = rolling;
    on.target.z += 0.005;
    assert_int_equal(between(&rolling, &on).contact, UH_CONTACT_ROLLING);
}

/* Held level by its anchor a body may not be lifted, but it may while only the other axes are. */
static void a_body_below_the_floor_is_lifted_unless_its_height_is_held(void **state)
{
    uh_constraint anchor = {.kind = UH_CONSTRAINT_ANCHOR,
                            .point = UH_POINT_HIPS,
                            .target = {0.0, 0.02, 0.1},
                            .weight = 1.0,
                            .axes = UH_AXIS_X | UH_AXIS_Z};
    uh_motion_key from = standing();
    uh_motion_key to;
    uh_motion_key key;
    from.pose.angle_deg[UH_ROOT_PITCH] = -90.0;
    from.pose.root_m.y = 0.02 * S;
    from.keep[from.keep_count++] = anchor;
    to = from;
    to.keep[0].target.z = 0.2;
    uh_solution body = halfway(&from, &to, &key);
    assert_true(uh_skeleton_point(&body.skeleton, UH_POINT_TAILBONE).y > -1e-9);
    from.keep[0].axes = UH_AXES_ALL;
    to.keep[0].axes = UH_AXES_ALL;
    body = halfway(&from, &to, &key);
    assert_true(uh_skeleton_point(&body.skeleton, UH_POINT_TAILBONE).y < -0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_motion_without_a_camera_is_seen_as_the_room_is, begin),
        cmocka_unit_test_setup(
            a_crop_down_to_the_hands_shows_hands_that_hang_and_hands_that_are_clasped, begin),
        cmocka_unit_test_setup(no_arrow_points_from_a_place_to_itself, begin),
        cmocka_unit_test_setup(a_motion_without_a_tint_has_that_of_its_regions, begin),
        cmocka_unit_test_setup(ghost_and_plumb_line_are_the_form_s_or_the_stretch_s, begin),
        cmocka_unit_test_setup(get_ready_begins_in_the_slump_that_is_there, begin),
        cmocka_unit_test_setup(without_any_stance_get_ready_is_the_start_already, begin),
        cmocka_unit_test(a_body_that_only_rolls_over_turns_about_its_length),
        cmocka_unit_test(only_what_both_shapes_keep_is_kept_between_them),
        cmocka_unit_test(an_anchor_of_other_axes_and_a_clasp_elsewhere_are_not_the_same),
        cmocka_unit_test(directions_that_cannot_be_mixed_are_left_to_the_pose),
        cmocka_unit_test(what_rolls_at_one_end_only_is_let_go),
        cmocka_unit_test(a_body_below_the_floor_is_lifted_unless_its_height_is_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
