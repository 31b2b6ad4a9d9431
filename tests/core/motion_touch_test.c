/* SPDX-License-Identifier: MIT */
/* What stays where it touches, stills on the way, mirror images, curves and names. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_flesh.h"
#include "core/motion_names.h"
#include "core/motion_play.h"

/* -- arms that roll on an edge -- */

/* Where an upper arm passes the inner edge of its jamb: how far from the shoulder, how high, and
 * how far its middle is behind the frame; metres. */
typedef struct edge_contact {
    double along_m;
    double height_m;
    double gap_m;
} edge_contact;

static edge_contact contact_with_edge(const uh_motion_frame *frame, const uh_prop *doorway,
                                      uh_side side)
{
    bool left = side == UH_SIDE_LEFT;
    uh_vec3 shoulder = uh_skeleton_point(&frame->body.skeleton,
                                         left ? UH_POINT_LEFT_SHOULDER : UH_POINT_RIGHT_SHOULDER);
    uh_vec3 elbow =
        uh_skeleton_point(&frame->body.skeleton, left ? UH_POINT_LEFT_ELBOW : UH_POINT_RIGHT_ELBOW);
    double edge_x = (left ? 0.285 : -0.285) * doorway->size * S;
    double edge_z = doorway->at_m.z - 0.030 * doorway->size * S;
    double share = (edge_x - shoulder.x) / (elbow.x - shoulder.x);
    uh_vec3 at = uh_vec3_mix(shoulder, elbow, share);
    return (edge_contact){share * apart_m(shoulder, elbow), at.y, edge_z - at.z};
}

static void widen(double value, double *low, double *high)
{
    *low = value < *low ? value : *low;
    *high = value > *high ? value : *high;
}

static void arms_in_a_doorway_roll_on_its_edges_by_two_centimetres_at_most(void **state)
{
    const uint32_t exercise = exercise_index(&catalogue, "doorway-stretch");
    static uh_motion_frame frame;
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        double along[2] = {1e9, -1e9};
        double height[2] = {1e9, -1e9};
        for (int i = 0; i <= 50; i++) {
            uh_motion_moment moment = {.exercise = exercise,
                                       .side = UH_SIDE_LEFT,
                                       .phase = UH_PHASE_MOVE_IN,
                                       .progress = i * 0.02};
            uh_motion_still(&catalogue, &moment, S, &frame);
            assert_int_equal(frame.thing[1].kind, UH_PROP_DOORWAY);
            edge_contact c = contact_with_edge(&frame, &frame.thing[1], (uh_side)side);
            widen(c.along_m, &along[0], &along[1]);
            widen(c.height_m, &height[0], &height[1]);
            assert_true(c.gap_m > 0.033 && c.gap_m < 0.041); /* the arm is 3.6 cm thick there */
            assert_true(c.along_m > 0.5 * UH_BODY_UPPER_ARM * S);
        }
        assert_true(along[1] < UH_BODY_UPPER_ARM * S);
        assert_true(along[1] - along[0] < 0.02);
        assert_true(height[1] - height[0] < 0.02);
    }
}

/* -- hands that roll -- */

/* Cat and cow with hands that may roll: in the hollow they are `forward` thousandths of a stature
 * farther ahead. */
static void let_hands_roll(int32_t forward)
{
    uint32_t stance;
    catalogue = patchable_catalogue();
    assert_int_equal(uh_catalogue_find_stance(&catalogue, "hands-knees", &stance), UH_OK);
    const uh_list held = uh_catalogue_stance(&catalogue, stance)->keeps;
    uh_keep *hand = patch_of(uh_catalogue_keep(&catalogue, held, held.count - 1));
    assert_int_equal(hand->kind, UH_KEEP_HAND);
    hand->touch = UH_TOUCH_ROLLING;
    const uh_list poses = patch_exercise(&catalogue, "cat-cow")->motion.poses;
    const uh_key_pose *cow = uh_catalogue_pose(&catalogue, poses, poses.count - 1);
    uh_keep *farther = patch_of(uh_catalogue_keep(&catalogue, cow->keeps, 0));
    *farther = *hand;
    farther->at.z += forward;
}

static bool rolls_too_far(int32_t forward)
{
    uh_routine routine = {.tour = true};
    bool found = false;
    let_hands_roll(forward);
    add_form(&routine, exercise_index(&catalogue, "cat-cow"), 0);
    play(&routine);
    for (uint32_t i = 0; i < complaint_count; i++) {
        found = found || strstr(complaints[i].what, "rolls too far") != NULL;
    }
    complaint_count = 0;
    return found;
}

static void a_hand_may_roll_by_two_centimetres_and_no_farther(void **state)
{
    assert_false(rolls_too_far(11)); /* 19 mm */
    assert_true(rolls_too_far(13));  /* 22 mm */
    catalogue = builtin_catalogue();
}

static void a_hand_that_rolls_stays_on_the_floor_and_is_told_of(void **state)
{
    static uh_motion_frame frame;
    let_hands_roll(11);
    for (int i = 0; i <= 10; i++) {
        const uh_motion_moment moment = {.exercise = exercise_index(&catalogue, "cat-cow"),
                                         .phase = UH_PHASE_MOVE_IN,
                                         .pose = "cow",
                                         .progress = 0.1 * i};
        uh_motion_still(&catalogue, &moment, S, &frame);
        const uh_contact *hand = contact_at(&frame.body, UH_POINT_LEFT_PALM_HEEL);
        assert_true(hand != NULL && hand->kind == UH_CONTACT_ROLLING &&
                    fabs(hand->position_m.y) < 1e-5);
    }
    catalogue = builtin_catalogue();
}

/* -- rollers -- */

static double touch_of_back_m(const uh_motion_frame *frame)
{
    lying_roller roller;
    for (uint32_t i = 0; i < frame->thing_count; i++) {
        if (roller_of(&frame->thing[i], S, &roller)) {
            roller.radius += 0.003; /* a thread: bare touching counts */
            return depth_in_roller_m(&frame->body.skeleton, PART_TRUNK, &roller);
        }
    }
    return 0.0;
}

static void who_lies_on_a_roller_touches_it_in_every_pose(void **state)
{
    static const char *const stretches[] = {"thoracic-extension-roller", "foam-roller-ity"};
    static uh_motion_frame frame;
    for (size_t i = 0; i < UH_COUNT(stretches); i++) {
        const uint32_t exercise = exercise_index(&catalogue, stretches[i]);
        for (uint32_t pose = 0;; pose++) {
            const char *key = uh_motion_pose_name(&catalogue, exercise, 0, pose);
            if (key[0] == '\0') {
                assert_true(pose > 1);
                break;
            }
            for (int eased = 0; eased <= 1; eased++) {
                const uh_motion_moment moment = {
                    .exercise = exercise, .phase = UH_PHASE_HOLD, .pose = key, .eased = eased != 0};
                uh_motion_still(&catalogue, &moment, S, &frame);
                assert_true(touch_of_back_m(&frame) > 0.0);
            }
        }
    }
}

/* -- stills on the way to the start -- */

static void look_at_ready(uint32_t exercise, uint32_t form, uh_side side, double progress)
{
    static uh_motion_frame frame;
    char where[160];
    const uh_motion_moment moment = {.exercise = exercise,
                                     .variant = form,
                                     .side = side,
                                     .phase = UH_PHASE_GET_READY,
                                     .progress = progress};
    uh_motion_still(&catalogue, &moment, S, &frame);
    const uh_exercise *stretch = uh_catalogue_exercise(&catalogue, exercise);
    (void)snprintf(
        where, sizeof where, "%s %s, ready", uh_catalogue_text(&catalogue, stretch->key),
        uh_catalogue_text(&catalogue, uh_exercise_variant(&catalogue, stretch, form)->key));
    look_at_joints(&frame.body.pose, where);
    look_at_floor(&frame.body.skeleton, where);
    look_at_things(&frame, where);
}

static void stills_on_the_way_to_the_start_lead_through_nothing(void **state)
{
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            for (int i = 0; i <= 100; i++) {
                look_at_ready(exercise, form, i % 2 == 0 ? UH_SIDE_LEFT : UH_SIDE_RIGHT, 0.01 * i);
            }
        }
    }
    assert_no_complaints();
}

static double farthest_m(const uh_skeleton *a, const uh_skeleton *b)
{
    double most = 0.0;
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const double apart =
            apart_m(uh_skeleton_point(a, (uh_point)i), uh_skeleton_point(b, (uh_point)i));
        most = apart > most ? apart : most;
    }
    return most;
}

/* How near a still on the way to the start comes to this body. */
static double nearest_still_m(uint32_t exercise, uint32_t form, const uh_skeleton *body)
{
    static uh_motion_frame frame;
    double least = 1e9;
    for (int i = 0; i <= 250; i++) {
        const uh_motion_moment moment = {.exercise = exercise,
                                         .variant = form,
                                         .phase = UH_PHASE_GET_READY,
                                         .progress = 0.004 * i};
        uh_motion_still(&catalogue, &moment, S, &frame);
        const double apart = farthest_m(&frame.body.skeleton, body);
        least = apart < least ? apart : least;
    }
    return least;
}

/* Tall again, hands by the small of the back, hands behind the seat. */
static void a_still_on_the_way_to_the_start_is_one_of_the_session(void **state)
{
    static const char *const stretches[] = {"chest-expansion", "backward-shoulder-rolls"};
    for (size_t i = 0; i < UH_COUNT(stretches); i++) {
        const uint32_t exercise = exercise_index(&catalogue, stretches[i]);
        const uint32_t form = variant_index(&catalogue, exercise, "front-of-seat");
        uh_routine routine = {.tour = true};
        uint32_t seen = 0;
        add_form(&routine, exercise, form);
        begin_playing(&routine, &the_player);
        uh_session_view view = {.phase = UH_PHASE_WAY_IN};
        for (int64_t now_ms = 0; view.phase != UH_PHASE_MOVE_IN; now_ms += TICK_MS) {
            take_events(&the_player.session, now_ms);
            view = uh_session_look(&the_player.session, (uh_boot_ms){now_ms});
            const uh_motion_frame *frame =
                uh_motion_follow(&the_player.motion, &the_player.session, (uh_boot_ms){now_ms});
            const uh_motion_leg *leg = &the_player.motion.legs[the_player.motion.leg];
            if (view.phase == UH_PHASE_GET_READY && !leg->is_stance && now_ms % 400 == 0) {
                assert_true(nearest_still_m(exercise, form, &frame->body.skeleton) < 0.01);
                seen++;
            }
        }
        assert_true(seen > 5);
    }
}

/* -- sides -- */

static bool same_bits(uh_vec3 a, uh_vec3 b)
{
    return a.x == b.x && a.y == b.y && a.z == b.z;
}

static void assert_mirrored(const uh_motion_frame *left, const uh_motion_frame *right)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        uh_vec3 a = uh_skeleton_point(&left->body.skeleton, (uh_point)i);
        uh_vec3 b = uh_skeleton_point(&right->body.skeleton, uh_point_mirror((uh_point)i));
        assert_true(same_bits(uh_vec3_mirror(a), b));
    }
    assert_true(left->shot.yaw_deg == -right->shot.yaw_deg);
    assert_int_equal(left->body.contact_count, right->body.contact_count);
}

static void the_right_side_is_the_mirror_image_of_the_left(void **state)
{
    static const uh_phase phases[] = {UH_PHASE_GET_READY, UH_PHASE_MOVE, UH_PHASE_HOLD,
                                      UH_PHASE_RELEASE};
    static uh_motion_frame left;
    static uh_motion_frame right;
    for (uint32_t exercise = 0; exercise < uh_catalogue_exercise_count(&catalogue); exercise++) {
        for (uint32_t form = 0; form < forms_of(exercise); form++) {
            for (size_t i = 0; i < UH_COUNT(phases) * 5; i++) {
                uh_motion_moment moment = {.exercise = exercise,
                                           .variant = form,
                                           .side = UH_SIDE_LEFT,
                                           .phase = phases[i / 5],
                                           .progress = (double)(i % 5) * 0.25,
                                           .lungs = 0.3};
                uh_motion_still(&catalogue, &moment, S, &left);
                moment.side = UH_SIDE_RIGHT;
                uh_motion_still(&catalogue, &moment, S, &right);
                assert_mirrored(&left, &right);
            }
        }
    }
}

/* -- curves and names -- */

static void the_curve_is_slow_at_both_ends_and_fast_between(void **state)
{
    assert_true(uh_minimum_jerk(0.0) == 0.0 && uh_minimum_jerk(1.0) == 1.0);
    assert_true(uh_minimum_jerk(-1.0) == 0.0 && uh_minimum_jerk(2.0) == 1.0);
    assert_true(fabs(uh_minimum_jerk(0.5) - 0.5) < 1e-12);
    double peak = (uh_minimum_jerk(0.501) - uh_minimum_jerk(0.499)) / 0.002;
    assert_true(fabs(peak - 1.875) < 1e-3);
    assert_true(uh_minimum_jerk(0.01) < 1e-5);
}

static void every_point_part_and_thing_is_named_as_in_its_header(void **state)
{
    assert_string_equal(uh_point_name(UH_POINT_HIPS), "hips");
    assert_string_equal(uh_point_name(UH_POINT_CROWN), "crown");
    assert_string_equal(uh_point_name(UH_POINT_TAILBONE), "tailbone");
    assert_string_equal(uh_point_name(UH_POINT_LEFT_PALM), "left-palm");
    assert_string_equal(uh_point_name(UH_POINT_LEFT_HEEL), "left-heel");
    assert_string_equal(uh_point_name(UH_POINT_RIGHT_EAR), "right-ear");
    assert_string_equal(uh_point_name(UH_POINT_RIGHT_KNEE), "right-knee");
    assert_string_equal(uh_point_name(UH_POINT_RIGHT_WAIST_SIDE), "right-waist-side");
    assert_null(uh_body_point_names[UH_POINT_COUNT]);
    assert_string_equal(uh_segment_name(UH_SEGMENT_PELVIS), "pelvis");
    assert_string_equal(uh_segment_name(UH_SEGMENT_UPPER_THORAX_1), "upper-thorax-1");
    assert_string_equal(uh_segment_name(UH_SEGMENT_HEAD), "head");
    assert_string_equal(uh_segment_name(UH_SEGMENT_LEFT_FOREARM), "left-forearm");
    assert_string_equal(uh_segment_name(UH_SEGMENT_RIGHT_SHOULDER), "right-shoulder");
    assert_string_equal(uh_segment_name(UH_SEGMENT_RIGHT_TOES), "right-toes");
    assert_null(uh_body_segment_names[UH_SEGMENT_COUNT]);
    for (int i = 0; i < UH_PROP_KIND_COUNT; i++) {
        assert_string_equal(uh_thing_names[i], uh_prop_name((uh_prop_kind)i));
    }
    assert_null(uh_thing_names[UH_PROP_KIND_COUNT]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arms_in_a_doorway_roll_on_its_edges_by_two_centimetres_at_most),
        cmocka_unit_test(a_hand_may_roll_by_two_centimetres_and_no_farther),
        cmocka_unit_test(a_hand_that_rolls_stays_on_the_floor_and_is_told_of),
        cmocka_unit_test(who_lies_on_a_roller_touches_it_in_every_pose),
        cmocka_unit_test(stills_on_the_way_to_the_start_lead_through_nothing),
        cmocka_unit_test(a_still_on_the_way_to_the_start_is_one_of_the_session),
        cmocka_unit_test(the_right_side_is_the_mirror_image_of_the_left),
        cmocka_unit_test(the_curve_is_slow_at_both_ends_and_fast_between),
        cmocka_unit_test(every_point_part_and_thing_is_named_as_in_its_header),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
