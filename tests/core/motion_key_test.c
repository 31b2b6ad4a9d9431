/* SPDX-License-Identifier: MIT */
/* What poses are made of, where the file says something rare or something wrong. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_data.h"

/* -- keeps -- */

/* The only pose: the stance with these keeps. */
static uh_motion_key pose_with(const uh_keep *keeps, uint32_t count)
{
    const uh_key_pose pose = {.key = write_text("probe"), .keeps = write_keeps(keeps, count)};
    the_stretch()->motion.poses = write_poses(&pose, 1);
    return pose_of("probe", false);
}

static uint32_t count_of(const uh_motion_key *key, uh_constraint_kind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < key->keep_count; i++) {
        count += key->keep[i].kind == kind;
    }
    return count;
}

/* One of kind UH_CONSTRAINT_NONE where it is not kept. */
static const uh_constraint *kept(const uh_motion_key *key, uh_constraint_kind kind, uh_point point)
{
    static const uh_constraint none = {.kind = UH_CONSTRAINT_NONE};
    for (uint32_t i = 0; i < key->keep_count; i++) {
        if (key->keep[i].kind == kind && key->keep[i].point == point) {
            return &key->keep[i];
        }
    }
    return &none;
}

static bool holds(const uh_motion_key *key, uh_constraint_kind kind, uh_point point)
{
    return kept(key, kind, point)->kind == kind;
}

static void a_point_of_the_trunk_has_no_limb_that_could_reach(void **state)
{
    const uint32_t usual = pose_with(NULL, 0).keep_count;
    const uh_keep keeps[] = {{.kind = UH_KEEP_REACH, .point = UH_POINT_NOSE},
                             {.kind = UH_KEEP_REACH, .point = UH_POINT_LEFT_EAR},
                             {.kind = UH_KEEP_AIM, .point = UH_POINT_TAILBONE, .at = {0, 0, 1000}}};
    for (size_t i = 0; i < UH_COUNT(keeps); i++) {
        assert_int_equal(pose_with(&keeps[i], 1).keep_count, usual);
    }
}

static void a_reach_holds_its_twin_unless_it_names_a_side(void **state)
{
    uh_keep keep = {.kind = UH_KEEP_REACH, .point = UH_POINT_RIGHT_WRIST, .at = {-200, 300, 200}};
    uh_motion_key key = pose_with(&keep, 1);
    assert_true(holds(&key, UH_CONSTRAINT_REACH, UH_POINT_RIGHT_WRIST));
    assert_true(holds(&key, UH_CONSTRAINT_REACH, UH_POINT_LEFT_WRIST));
    keep.side = UH_SIDE_RIGHT;
    key = pose_with(&keep, 1);
    assert_true(holds(&key, UH_CONSTRAINT_REACH, UH_POINT_RIGHT_WRIST));
    assert_false(holds(&key, UH_CONSTRAINT_REACH, UH_POINT_LEFT_WRIST));
}

static void an_anchor_takes_over_the_axes_that_it_names(void **state)
{
    uh_keep keep = {
        .kind = UH_KEEP_ANCHOR, .point = UH_POINT_HIPS, .at = {0, 300, 0}, .axes = UH_AXIS_Y};
    uh_motion_key key = pose_with(&keep, 1);
    assert_int_equal(count_of(&key, UH_CONSTRAINT_ANCHOR), 2);
    assert_int_equal(kept(&key, UH_CONSTRAINT_ANCHOR, UH_POINT_LEFT_KNEE)->axes,
                     UH_AXIS_X | UH_AXIS_Z);
    assert_int_equal(kept(&key, UH_CONSTRAINT_ANCHOR, UH_POINT_HIPS)->axes, UH_AXIS_Y);
    keep.axes = 0; /* all */
    key = pose_with(&keep, 1);
    assert_int_equal(count_of(&key, UH_CONSTRAINT_ANCHOR), 1);
    assert_int_equal(kept(&key, UH_CONSTRAINT_ANCHOR, UH_POINT_HIPS)->axes, UH_AXES_ALL);
}

static void letting_go_is_of_one_side_or_of_both_of_hands_feet_or_the_body(void **state)
{
    static const struct {
        uint32_t limb;
        uint32_t side;
        bool left_hand, right_hand, left_leg, right_leg, body; /* still held */
    } cases[] = {
        {UH_LIMB_HAND, UH_SIDE_BOTH, false, false, true, true, true},
        {UH_LIMB_HAND, UH_SIDE_LEFT, false, true, true, true, true},
        {UH_LIMB_HAND, UH_SIDE_RIGHT, true, false, true, true, true},
        {UH_LIMB_FOOT, UH_SIDE_BOTH, true, true, false, false, true},
        {UH_LIMB_FOOT, UH_SIDE_LEFT, true, true, false, true, true},
        {UH_LIMB_FOOT, UH_SIDE_RIGHT, true, true, true, false, true},
        {UH_LIMB_BODY, UH_SIDE_BOTH, true, true, true, true, false},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uh_keep keep = {.kind = UH_KEEP_FREE, .limb = cases[i].limb, .side = cases[i].side};
        const uh_motion_key key = pose_with(&keep, 1);
        assert_int_equal(holds(&key, UH_CONSTRAINT_REACH, UH_POINT_LEFT_PALM_HEEL),
                         cases[i].left_hand);
        assert_int_equal(holds(&key, UH_CONSTRAINT_REACH, UH_POINT_RIGHT_PALM_HEEL),
                         cases[i].right_hand);
        assert_int_equal(holds(&key, UH_CONSTRAINT_AIM, UH_POINT_LEFT_KNEE), cases[i].left_leg);
        assert_int_equal(holds(&key, UH_CONSTRAINT_AIM, UH_POINT_RIGHT_KNEE), cases[i].right_leg);
        assert_int_equal(count_of(&key, UH_CONSTRAINT_ANCHOR), cases[i].body ? 1 : 0);
    }
}

static void a_clasp_is_midway_where_no_place_is_given(void **state)
{
    static const struct {
        uint32_t on;
        uh_vector at;
        bool midway;
    } cases[] = {
        {UH_SEGMENT_WORLD, {0, 0, 0}, true},    {UH_SEGMENT_HEAD, {0, 0, 0}, false},
        {UH_SEGMENT_WORLD, {10, 0, 0}, false},  {UH_SEGMENT_WORLD, {0, 600, 0}, false},
        {UH_SEGMENT_WORLD, {0, 0, 300}, false},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uh_keep keep = {.kind = UH_KEEP_CLASP, .on = cases[i].on, .at = cases[i].at};
        const uh_motion_key key = pose_with(&keep, 1);
        assert_int_equal(count_of(&key, UH_CONSTRAINT_CLASP), 1);
        assert_int_equal(count_of(&key, UH_CONSTRAINT_REACH), 0); /* both hands are taken */
        for (uint32_t k = 0; k < key.keep_count; k++) {
            assert_true(key.keep[k].kind != UH_CONSTRAINT_CLASP ||
                        key.keep[k].midway == cases[i].midway);
        }
    }
}

static bool equal(uh_vec3 a, double x, double y, double z)
{
    return fabs(a.x - x) < 1e-12 && fabs(a.y - y) < 1e-12 && fabs(a.z - z) < 1e-12;
}

static void a_hand_on_the_floor_lies_flat_unless_any_axis_of_a_direction_is_given(void **state)
{
    uh_keep keep = {.kind = UH_KEEP_HAND, .side = UH_SIDE_LEFT, .at = {100, 0, 70}};
    uh_motion_key key = pose_with(&keep, 1);
    const uh_constraint *hand = kept(&key, UH_CONSTRAINT_REACH, UH_POINT_LEFT_PALM_HEEL);
    assert_true(equal(hand->palm, 0.0, -1.0, 0.0) && equal(hand->fingers, 0.0, 0.0, 1.0));
    static const uh_vector ways[] = {{1000, 0, 0}, {0, 500, 0}, {0, 0, -300}};
    for (size_t i = 0; i < UH_COUNT(ways); i++) {
        const uh_vec3 way = {ways[i].x * 0.001, ways[i].y * 0.001, ways[i].z * 0.001};
        keep.palm = (uh_vector){0, 0, 0};
        keep.fingers = ways[i];
        key = pose_with(&keep, 1);
        hand = kept(&key, UH_CONSTRAINT_REACH, UH_POINT_LEFT_PALM_HEEL);
        assert_true(equal(hand->palm, 0.0, -1.0, 0.0));
        assert_true(equal(hand->fingers, way.x, way.y, way.z));
        keep.palm = ways[i];
        keep.fingers = (uh_vector){0, 0, 0};
        key = pose_with(&keep, 1);
        hand = kept(&key, UH_CONSTRAINT_REACH, UH_POINT_LEFT_PALM_HEEL);
        assert_true(equal(hand->palm, way.x, way.y, way.z));
        assert_true(equal(hand->fingers, 0.0, 0.0, 1.0));
    }
}

/* -- what a pose is based on -- */

static const uh_angle probed = UH_LUMBAR_FLEXION;

static uh_key_pose probe(const char *key, const char *from, double deg)
{
    return (uh_key_pose){.key = write_text(key),
                         .from = write_text(from),
                         .ease = UH_UNKNOWN,
                         .angles = write_angle(probed, deg)};
}

static double shown_deg(const char *key)
{
    return pose_of(key, false).pose.angle_deg[probed];
}

static void a_pose_that_is_not_there_is_shown_as_the_start(void **state)
{
    const uh_key_pose poses[] = {probe("start", NULL, 7.0), probe("full", NULL, 20.0)};
    the_stretch()->motion.poses = write_poses(poses, 2);
    assert_true(shown_deg("full") == 20.0);
    assert_true(shown_deg("no-such-pose") == 7.0);
    assert_true(shown_deg("") == 7.0);
}

static void a_pose_may_be_based_on_a_stance(void **state)
{
    const uh_key_pose pose = probe("full", "prone", 5.0);
    the_stretch()->motion.poses = write_poses(&pose, 1);
    uint32_t prone;
    uh_motion_key lying;
    assert_int_equal(uh_catalogue_find_stance(&catalogue, "prone", &prone), UH_OK);
    uh_motion_stance(&catalogue, prone, UH_SIDE_LEFT, S, &lying);
    const uh_motion_key key = pose_of("full", false);
    assert_true(key.pose.angle_deg[probed] == 5.0);
    assert_true(key.pose.angle_deg[UH_ROOT_PITCH] == lying.pose.angle_deg[UH_ROOT_PITCH]);
}

static void poses_that_rest_on_each_other_in_a_circle_end(void **state)
{
    const uh_key_pose circle[] = {probe("start", "full", 3.0), probe("full", "start", 9.0)};
    the_stretch()->motion.poses = write_poses(circle, 2);
    assert_true(shown_deg("start") == 3.0);
    assert_true(shown_deg("full") == 9.0);
    const uh_key_pose itself = probe("full", "full", 4.0);
    the_stretch()->motion.poses = write_poses(&itself, 1);
    assert_true(shown_deg("full") == 4.0);
}

static void stances_that_rest_on_each_other_in_a_circle_end(void **state)
{
    stance_of("hands-knees")->from = write_text("prone");
    stance_of("prone")->from = write_text("hands-knees");
    const double pitch_deg = pose_of("start", false).pose.angle_deg[UH_ROOT_PITCH];
    assert_true(fabs(pitch_deg - 81.0) < 1e-9); /* its own angles come last */
}

static void a_stance_based_on_none_that_is_known_stands_on_its_own(void **state)
{
    const uh_motion_key usual = pose_of("start", false);
    stance_of("hands-knees")->from = write_text("no-such-stance");
    const uh_motion_key key = pose_of("start", false);
    assert_memory_equal(key.pose.angle_deg, usual.pose.angle_deg, sizeof key.pose.angle_deg);
}

static void a_form_that_says_its_base_leaves_the_stretch_s_pose_of_that_name(void **state)
{
    uh_key_pose common = probe("full", NULL, 20.0);
    the_stretch()->motion.poses = write_poses(&common, 1);
    uh_key_pose own = {.key = common.key, .ease = UH_UNKNOWN};
    the_form()->motion.poses = write_poses(&own, 1);
    assert_true(shown_deg("full") == 20.0); /* laid over it */
    own.from = write_text("start");
    the_form()->motion.poses = write_poses(&own, 1);
    assert_true(shown_deg("full") == 0.0);
}

/* -- where the body rests -- */

static uint32_t index_of(const char *stance)
{
    uint32_t index;
    assert_int_equal(uh_catalogue_find_stance(&catalogue, stance, &index), UH_OK);
    return index;
}

static void a_stance_that_is_not_known_is_that_of_the_place(void **state)
{
    the_stretch()->motion.stance = write_text("no-such-stance");
    uh_motion_key place;
    uh_motion_stance(&catalogue, index_of("hands-knees"), UH_SIDE_LEFT, S, &place);
    const uh_motion_key key = pose_of("start", false);
    assert_memory_equal(key.pose.angle_deg, place.pose.angle_deg, sizeof key.pose.angle_deg);
    assert_int_equal(key.keep_count, place.keep_count);
}

static void without_any_stance_the_start_stands_tall(void **state)
{
    forget_stances();
    const uh_pose tall = uh_pose_neutral(S);
    const uh_motion_key key = pose_of("start", false);
    assert_int_equal(key.keep_count, 0);
    assert_memory_equal(key.pose.angle_deg, tall.angle_deg, sizeof tall.angle_deg);
}

/* -- less -- */

/* What the form and the stretch say of "full" when less is wanted: another pose, or a share of the
 * way from the start (0) to 20 degrees. */
typedef struct less_case {
    const char *own_eased;
    int32_t own_ease;
    const char *common_eased;
    int32_t common_ease;
    double shown_deg;
} less_case;

static uh_key_pose full(const char *eased, int32_t ease)
{
    uh_key_pose pose = probe("full", NULL, 20.0);
    pose.eased = write_text(eased);
    pose.ease = ease;
    return pose;
}

static void the_form_says_first_what_is_shown_when_less_is_wanted(void **state)
{
    static const less_case cases[] = {
        {NULL, UH_UNKNOWN, NULL, UH_UNKNOWN, 10.0}, /* half of it */
        {NULL, UH_UNKNOWN, NULL, 75, 15.0},
        {NULL, UH_UNKNOWN, "less", UH_UNKNOWN, 8.0},
        {NULL, 25, NULL, UH_UNKNOWN, 5.0},
        {NULL, 25, NULL, 75, 5.0},
        {NULL, 0, NULL, 75, 0.0},
        {"less", UH_UNKNOWN, NULL, 75, 8.0},
        {"less", 25, "start", UH_UNKNOWN, 8.0},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const less_case *c = &cases[i];
        const uh_key_pose common[] = {full(c->common_eased, c->common_ease),
                                      probe("less", NULL, 8.0)};
        const uh_key_pose own = full(c->own_eased, c->own_ease);
        the_stretch()->motion.poses = write_poses(common, 2);
        the_form()->motion.poses = write_poses(&own, 1);
        assert_true(fabs(pose_of("full", true).pose.angle_deg[probed] - c->shown_deg) < 1e-9);
    }
}

static void a_pose_of_the_form_alone_is_halved_when_less_is_wanted(void **state)
{
    const uh_key_pose own = full(NULL, UH_UNKNOWN);
    the_stretch()->motion.poses = (uh_list){0, 0};
    the_form()->motion.poses = write_poses(&own, 1);
    assert_true(fabs(pose_of("full", true).pose.angle_deg[probed] - 10.0) < 1e-9);
    assert_true(fabs(pose_of("no-such-pose", true).pose.angle_deg[probed]) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_point_of_the_trunk_has_no_limb_that_could_reach, begin),
        cmocka_unit_test_setup(a_reach_holds_its_twin_unless_it_names_a_side, begin),
        cmocka_unit_test_setup(an_anchor_takes_over_the_axes_that_it_names, begin),
        cmocka_unit_test_setup(letting_go_is_of_one_side_or_of_both_of_hands_feet_or_the_body,
                               begin),
        cmocka_unit_test_setup(a_clasp_is_midway_where_no_place_is_given, begin),
        cmocka_unit_test_setup(
            a_hand_on_the_floor_lies_flat_unless_any_axis_of_a_direction_is_given, begin),
        cmocka_unit_test_setup(a_pose_that_is_not_there_is_shown_as_the_start, begin),
        cmocka_unit_test_setup(a_pose_may_be_based_on_a_stance, begin),
        cmocka_unit_test_setup(poses_that_rest_on_each_other_in_a_circle_end, begin),
        cmocka_unit_test_setup(stances_that_rest_on_each_other_in_a_circle_end, begin),
        cmocka_unit_test_setup(a_stance_based_on_none_that_is_known_stands_on_its_own, begin),
        cmocka_unit_test_setup(a_form_that_says_its_base_leaves_the_stretch_s_pose_of_that_name,
                               begin),
        cmocka_unit_test_setup(a_stance_that_is_not_known_is_that_of_the_place, begin),
        cmocka_unit_test_setup(without_any_stance_the_start_stands_tall, begin),
        cmocka_unit_test_setup(the_form_says_first_what_is_shown_when_less_is_wanted, begin),
        cmocka_unit_test_setup(a_pose_of_the_form_alone_is_halved_when_less_is_wanted, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
