/* SPDX-License-Identifier: MIT */
/* Following a session whose catalogue lacks stances or leads in circles, and its rarer phases. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_data.h"

enum { TICK_MS = 40 };

static uh_routine routine;
static uh_session session;
static uh_motion motion;
static int64_t now_ms;

static uh_routine_entry *add(const char *key, uint32_t variant)
{
    const uh_person person = well_equipped_person();
    routine.tour = true;
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0},
                                    exercise_index(&catalogue, key), variant, UH_LEVEL_START,
                                    &routine),
                     UH_OK);
    return &routine.entries[routine.count - 1];
}

static int begin_empty(void **state)
{
    routine = (uh_routine){0};
    return begin(state);
}

static void start(void)
{
    now_ms = 0;
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &session),
                     UH_OK);
    uh_motion_start(&catalogue, S, &motion);
}

static void assert_finite(const uh_motion_frame *frame)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const uh_vec3 p = uh_skeleton_point(&frame->body.skeleton, (uh_point)i);
        assert_true(isfinite(p.x) && isfinite(p.y) && isfinite(p.z));
    }
    assert_true(frame->shot.half_width_m > 0.0 && frame->shot.half_height_m > 0.0);
}

static const uh_motion_frame *look(void)
{
    uh_session_event event;
    while (uh_session_next(&session, (uh_boot_ms){now_ms}, &event)) {
    }
    const uh_motion_frame *frame = uh_motion_follow(&motion, &session, (uh_boot_ms){now_ms});
    assert_finite(frame);
    return frame;
}

static void play_on(void)
{
    while (session.state != UH_SESSION_DONE) {
        (void)look();
        now_ms += TICK_MS;
    }
}

/* The last millisecond of the next phase of this kind. */
static const uh_motion_frame *end_of(uh_phase phase)
{
    uh_session_view view;
    do {
        now_ms += TICK_MS;
        (void)look();
        view = uh_session_look(&session, (uh_boot_ms){now_ms});
        assert_true(session.state != UH_SESSION_DONE);
    } while (view.phase != phase);
    now_ms += (int64_t)view.phase_remaining_ms - 1;
    return look();
}

static uh_motion_key stance_key(const char *key)
{
    uint32_t stance;
    uh_motion_key shape;
    assert_int_equal(uh_catalogue_find_stance(&catalogue, key, &stance), UH_OK);
    uh_motion_stance(&catalogue, stance, UH_SIDE_LEFT, S, &shape);
    return shape;
}

/* Hands and feet that are held are reached anew: that is worth some hundredths of a degree. */
static void assert_shows(const uh_motion_frame *frame, const uh_motion_key *shape)
{
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        assert_true(fabs(frame->body.pose.angle_deg[i] - shape->pose.angle_deg[i]) < 0.05);
    }
}

/* -- stances that are missing -- */

static void without_any_stance_a_session_shows_its_poses_all_the_same(void **state)
{
    forget_stances();
    (void)add("cat-cow", 0);
    start();
    const uh_motion_key cat = pose_of("cat", false);
    const uh_motion_frame *frame = end_of(UH_PHASE_MOVE_IN);
    assert_true(fabs(frame->body.pose.angle_deg[UH_LUMBAR_FLEXION] -
                     cat.pose.angle_deg[UH_LUMBAR_FLEXION]) < 1e-3);
    play_on();
}

static void without_any_stance_both_sides_and_ways_between_stretches_are_played(void **state)
{
    forget_stances();
    (void)add("thoracic-rotation", 0); /* lies on a side, and rolls over its back */
    (void)add("chin-tuck", 0);
    start();
    play_on();
}

static void who_cannot_stand_stays_where_the_stretch_was(void **state)
{
    stance_of("standing")->key = write_text("nameless");
    (void)add("cat-cow", 0);
    (void)add("chin-tuck", 0);
    start();
    play_on();
}

/* -- ways -- */

static void a_way_that_leads_in_a_circle_ends(void **state)
{
    stance_of("kneeling")->down_from = write_text("hands-knees");
    (void)add("cat-cow", 0);
    start();
    const uh_motion_key there = stance_key("hands-knees");
    assert_shows(end_of(UH_PHASE_WAY_IN), &there);
    play_on();
}

static void stances_that_no_way_joins_are_gone_to_straight(void **state)
{
    stance_of("hands-knees")->down_from = 0;
    (void)add("cat-cow", 0);
    start();
    const uh_motion_key there = stance_key("hands-knees");
    assert_shows(end_of(UH_PHASE_WAY_IN), &there);
}

/* Round and round where the body stands, round and round where it goes, and the start after that.
 */
static void a_way_with_more_shapes_than_there_is_room_for_is_cut(void **state)
{
    stance_of("standing")->down_from = write_text("standing");
    stance_of("hands-knees")->down_from = write_text("hands-knees");
    patch_exercise(&catalogue, "chest-expansion")->motion.stance = write_text("hands-knees");
    (void)add("chest-expansion", 0);
    start();
    (void)end_of(UH_PHASE_GET_READY);
    assert_int_equal(motion.leg_count, UH_MOTION_LEGS_MAX);
    assert_true(motion.legs[UH_MOTION_LEGS_MAX - 1].is_stance);
    play_on();
}

static bool shows(const uh_motion_frame *frame, uh_prop_kind kind)
{
    bool found = false;
    for (uint32_t i = 0; i < frame->thing_count; i++) {
        found = found || frame->thing[i].kind == kind;
    }
    return found;
}

static bool leads_over(const char *key)
{
    bool found = false;
    for (uint32_t i = 0; i < motion.leg_count; i++) {
        const uh_stance *to = uh_catalogue_stance(&catalogue, motion.legs[i].stance);
        found = found || (motion.legs[i].is_stance &&
                          strcmp(key, uh_catalogue_text(&catalogue, to->key)) == 0);
    }
    return found;
}

/* Whether the body lay on a side on its way out: with a shoulder, and the hip under it, low. */
static bool rolls_on_the_way_out(const char *key, uint32_t form, uh_prop_kind thing)
{
    bool rolls = false;
    routine = (uh_routine){0};
    (void)add(key, form);
    start();
    (void)end_of(UH_PHASE_WAY_IN);
    while (session.state != UH_SESSION_DONE) {
        const uh_motion_frame *frame = look();
        const uh_skeleton *body = &frame->body.skeleton;
        const uh_vec3 left = body->segment[UH_SEGMENT_LEFT_THIGH].origin_m;
        const uh_vec3 right = body->segment[UH_SEGMENT_RIGHT_THIGH].origin_m;
        const bool out = uh_session_look(&session, (uh_boot_ms){now_ms}).phase == UH_PHASE_WAY_OUT;
        const bool low = uh_skeleton_point(body, UH_POINT_CROWN).y < 0.2 * S;
        rolls = rolls || (out && low && fabs(left.y - right.y) > 0.09 * S);
        assert_true(!out || shows(frame, thing));
        assert_false(out && leads_over("on-elbows"));
        now_ms += TICK_MS;
    }
    return rolls;
}

static void who_lies_on_the_back_gets_up_over_a_side(void **state)
{
    assert_true(rolls_on_the_way_out("chin-tuck", 2, UH_PROP_MAT));
    assert_true(rolls_on_the_way_out("lying-arm-extension", 0, UH_PROP_TOWEL_ROLL));
    assert_true(rolls_on_the_way_out("thoracic-extension-roller", 0, UH_PROP_ROLLER_ACROSS));
    assert_true(rolls_on_the_way_out("foam-roller-ity", 0, UH_PROP_ROLLER_ALONG));
}

static void lying_down_is_the_same_as_ever(void **state)
{
    (void)add("chin-tuck", 2);
    start();
    (void)end_of(UH_PHASE_WAY_IN);
    assert_true(leads_over("on-elbows"));
    assert_false(leads_over("side-resting"));
}

/* There are ten seconds from the back to the front, twenty to hands and knees. */
static void without_the_time_to_roll_one_sits_up_as_one_lay_down(void **state)
{
    (void)add("lying-arm-extension", 0);
    (void)add("prone-w", 0);
    start();
    (void)end_of(UH_PHASE_NEXT_STRETCH);
    (void)end_of(UH_PHASE_WAY_IN);
    assert_true(leads_over("on-elbows"));
    assert_false(leads_over("side-beside"));
    routine = (uh_routine){0};
    (void)add("lying-arm-extension", 0);
    (void)add("cat-cow", 0);
    start();
    (void)end_of(UH_PHASE_NEXT_STRETCH);
    (void)end_of(UH_PHASE_WAY_IN);
    assert_true(leads_over("side-beside"));
    assert_false(leads_over("on-elbows"));
}

static void who_stands_already_sees_the_door_at_once(void **state)
{
    (void)add("doorway-stretch", 0);
    start();
    assert_true(shows(look(), UH_PROP_DOORWAY));
}

static void a_roller_makes_room_once_one_sits_beside_it(void **state)
{
    (void)add("foam-roller-ity", 0);
    (void)add("thoracic-extension-roller", 0);
    start();
    bool turned = false;
    assert_true(shows(end_of(UH_PHASE_NEXT_STRETCH), UH_PROP_ROLLER_ALONG));
    while (!turned) {
        now_ms += TICK_MS;
        const uh_motion_frame *frame = look();
        const uh_motion_leg *leg = &motion.legs[motion.leg];
        const uh_stance *to = uh_catalogue_stance(&catalogue, leg->stance);
        turned =
            leg->is_stance && strcmp("leaning-back", uh_catalogue_text(&catalogue, to->key)) == 0;
        assert_true(shows(frame, UH_PROP_ROLLER_ALONG) == !turned);
        assert_true(shows(frame, UH_PROP_ROLLER_ACROSS) == turned);
    }
}

static void who_ends_on_one_knee_stands_up_again(void **state)
{
    (void)add("cat-cow", 0);
    start();
    const uh_motion_key up = stance_key("standing");
    for (now_ms = 0; now_ms < 3000; now_ms += TICK_MS) {
        (void)look();
    }
    assert_int_equal(uh_session_end(&session, (uh_boot_ms){now_ms}), UH_OK);
    while (session.state != UH_SESSION_DONE) {
        const uh_motion_frame *frame = look();
        assert_true(uh_skeleton_point(&frame->body.skeleton, UH_POINT_CROWN).y > 0.6 * S);
        now_ms += TICK_MS;
    }
    assert_shows(look(), &up);
}

static void the_way_to_the_other_side_may_pass_a_pose(void **state)
{
    const uh_text passing[] = {write_text("full")};
    uh_exercise *twist = patch_exercise(&catalogue, "seated-twist");
    twist->motion.passing = write_list(passing, 1, sizeof(passing[0]));
    (void)add("seated-twist", 0);
    start();
    (void)end_of(UH_PHASE_SWITCH_SIDE);
    assert_int_equal(motion.leg_count, 2);
    assert_string_equal(motion.legs[0].pose, "full");
    assert_string_equal(motion.legs[1].pose, "start");
}

/* -- phases -- */

static void between_two_sets_the_body_rests_in_its_stance(void **state)
{
    uh_routine_entry *entry = add("shoulder-blade-squeeze", 0);
    entry->dose.sets = 2;
    entry->dose.repetitions = 1;
    const uh_motion_key rest = stance_key("sitting");
    start();
    (void)end_of(UH_PHASE_HOLD);
    const uh_motion_frame *frame = end_of(UH_PHASE_REST);
    assert_shows(frame, &rest);
}

static void a_hold_shorter_than_settling_is_reached_at_its_end(void **state)
{
    add("cat-cow", 0)->dose.hold_ms = 1000;
    start();
    const uh_motion_key cat = pose_of("cat", false);
    const uh_motion_frame *frame = end_of(UH_PHASE_HOLD);
    assert_true(fabs(frame->body.pose.angle_deg[UH_LUMBAR_FLEXION] -
                     cat.pose.angle_deg[UH_LUMBAR_FLEXION]) < 1e-3);
}

static void two_forms_of_one_stretch_are_seen_by_their_own_cameras(void **state)
{
    const uint32_t exercise = exercise_index(&catalogue, "chin-tuck");
    uh_shot shots[2];
    for (uint32_t form = 0; form < 2; form++) {
        (void)add("chin-tuck", form);
        assert_true(
            uh_motion_shot(&catalogue, exercise, form, UH_SIDE_LEFT, false, S, &shots[form]));
    }
    start();
    for (uint32_t form = 0; form < 2; form++) {
        (void)end_of(UH_PHASE_GET_READY);
        const uh_shot seen = end_of(UH_PHASE_HOLD)->shot;
        assert_true(fabs(seen.yaw_deg - shots[form].yaw_deg) < 1e-9 &&
                    fabs(seen.half_height_m - shots[form].half_height_m) < 1e-9);
    }
}

static void what_was_eased_stays_so_on_the_way_to_the_other_side(void **state)
{
    add("thoracic-rotation", 0)->dose.repetitions = 1;
    start();
    (void)end_of(UH_PHASE_MOVE_IN);
    assert_int_equal(uh_session_ease(&session, (uh_boot_ms){now_ms}), UH_OK);
    (void)end_of(UH_PHASE_SWITCH_SIDE);
    assert_true(motion.leg_count > 1 && motion.eased != 0);
    const double turned_deg =
        end_of(UH_PHASE_MOVE_IN)->body.pose.angle_deg[UH_UPPER_THORACIC_ROTATION];
    assert_true(fabs(turned_deg + 0.55 * 18.0) < 1e-3); /* to the right, by the share of ease */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(without_any_stance_a_session_shows_its_poses_all_the_same,
                               begin_empty),
        cmocka_unit_test_setup(without_any_stance_both_sides_and_ways_between_stretches_are_played,
                               begin_empty),
        cmocka_unit_test_setup(who_cannot_stand_stays_where_the_stretch_was, begin_empty),
        cmocka_unit_test_setup(a_way_that_leads_in_a_circle_ends, begin_empty),
        cmocka_unit_test_setup(stances_that_no_way_joins_are_gone_to_straight, begin_empty),
        cmocka_unit_test_setup(a_way_with_more_shapes_than_there_is_room_for_is_cut, begin_empty),
        cmocka_unit_test_setup(who_lies_on_the_back_gets_up_over_a_side, begin_empty),
        cmocka_unit_test_setup(lying_down_is_the_same_as_ever, begin_empty),
        cmocka_unit_test_setup(without_the_time_to_roll_one_sits_up_as_one_lay_down, begin_empty),
        cmocka_unit_test_setup(who_stands_already_sees_the_door_at_once, begin_empty),
        cmocka_unit_test_setup(a_roller_makes_room_once_one_sits_beside_it, begin_empty),
        cmocka_unit_test_setup(who_ends_on_one_knee_stands_up_again, begin_empty),
        cmocka_unit_test_setup(the_way_to_the_other_side_may_pass_a_pose, begin_empty),
        cmocka_unit_test_setup(between_two_sets_the_body_rests_in_its_stance, begin_empty),
        cmocka_unit_test_setup(a_hold_shorter_than_settling_is_reached_at_its_end, begin_empty),
        cmocka_unit_test_setup(two_forms_of_one_stretch_are_seen_by_their_own_cameras, begin_empty),
        cmocka_unit_test_setup(what_was_eased_stays_so_on_the_way_to_the_other_side, begin_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
