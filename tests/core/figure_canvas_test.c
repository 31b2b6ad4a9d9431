/* SPDX-License-Identifier: MIT */
/* What a drawing does at its capacities, and how wide its lines are. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/figure_parts.h"

#define S UH_BODY_STATURE_M

static uh_drawing drawing;
static canvas pen;

static int open_canvas(void **state)
{
    const uh_view view = {.height_m = 2.0, .width = 1.0};
    uh_canvas_open(&pen, &view, &drawing);
    return 0;
}

static void assert_sound(void)
{
    uint32_t contours = 0;
    uint32_t points = 0;
    assert_true(drawing.shape_count <= UH_DRAWING_SHAPES_MAX);
    for (uint32_t i = 0; i < drawing.shape_count; i++) {
        assert_int_equal(drawing.shape[i].first_contour, contours);
        contours += drawing.shape[i].contour_count;
    }
    assert_int_equal(drawing.contour_count, contours);
    assert_true(contours <= UH_DRAWING_CONTOURS_MAX);
    for (uint32_t i = 0; i < contours; i++) {
        assert_int_equal(drawing.contour[i].first_point, points);
        points += drawing.contour[i].point_count;
    }
    assert_int_equal(drawing.point_count, points);
    assert_true(points <= UH_DRAWING_POINTS_MAX);
    for (uint32_t i = 0; i < points; i++) {
        assert_true(isfinite(drawing.point[i].x) && isfinite(drawing.point[i].y));
    }
}

/* -- capacities ------------------------------------------------------------------------ */

static void a_shape_too_many_is_left_out_and_said(void **state)
{
    for (int i = 0; i < UH_DRAWING_SHAPES_MAX; i++) {
        uh_canvas_line(&pen, UH_TONE_DETAIL, 0.01);
        assert_false(drawing.full);
    }
    uh_canvas_line(&pen, UH_TONE_ARROW, 0.02);
    assert_true(drawing.full);
    uh_canvas_outline(&pen, UH_TONE_OUTLINE);
    uh_canvas_contour(&pen);
    uh_canvas_point(&pen, (uh_point2){0.5, 0.5});
    const uh_shape *last = &drawing.shape[UH_DRAWING_SHAPES_MAX - 1];
    assert_int_equal(last->tone, UH_TONE_DETAIL);
    assert_true(last->width == 0.01 && last->outline == 0.0);
    assert_int_equal(drawing.contour_count, 0);
    assert_sound();
}

static void a_contour_too_many_is_left_out_and_said(void **state)
{
    uh_canvas_shape(&pen, UH_SHAPE_FILL, UH_TONE_BODY);
    for (int i = 0; i < UH_DRAWING_CONTOURS_MAX; i++) {
        uh_canvas_contour(&pen);
        assert_false(drawing.full);
    }
    uh_canvas_contour(&pen);
    assert_true(drawing.full);
    assert_int_equal(drawing.shape[0].contour_count, UH_DRAWING_CONTOURS_MAX);
    assert_sound();
}

static void a_point_too_many_is_left_out_and_said(void **state)
{
    uh_canvas_line(&pen, UH_TONE_DETAIL, 0.01);
    uh_canvas_contour(&pen);
    for (int i = 0; i < UH_DRAWING_POINTS_MAX; i++) {
        uh_canvas_point(&pen, (uh_point2){0.1, 0.2});
        assert_false(drawing.full);
    }
    uh_canvas_point(&pen, (uh_point2){0.3, 0.4});
    assert_true(drawing.full);
    assert_int_equal(drawing.contour[0].point_count, UH_DRAWING_POINTS_MAX);
    assert_sound();
}

static void rims_that_do_not_all_fit_are_left_out_together(void **state)
{
    const uint32_t by_points = UH_DRAWING_POINTS_MAX / RIM;
    uh_canvas_shape(&pen, UH_SHAPE_FILL, UH_TONE_BODY);
    assert_non_null(uh_canvas_rims(&pen, by_points - 1));
    memset(drawing.point, 0, sizeof drawing.point);
    assert_null(uh_canvas_rims(&pen, 2));
    assert_true(drawing.full);
    assert_int_equal(drawing.contour_count, by_points - 1);
    assert_sound();
    assert_null(uh_canvas_rims(&pen, 1)); /* full is full: later shapes do not jump the queue */

    open_canvas(state);
    uh_canvas_shape(&pen, UH_SHAPE_FILL, UH_TONE_BODY);
    for (int i = 0; i < UH_DRAWING_CONTOURS_MAX; i++) {
        uh_canvas_contour(&pen);
    }
    assert_null(uh_canvas_rims(&pen, 1));
    assert_true(drawing.full);
}

static uh_skeleton standing(void)
{
    const uh_pose pose = uh_pose_neutral(S);
    uh_skeleton skeleton;
    uh_skeleton_pose(&pose, S, &skeleton);
    return skeleton;
}

static uh_scene scene_of(const uh_skeleton *body, double yaw_deg, double pitch_deg)
{
    return (uh_scene){.body = body, .view = uh_view_fit(yaw_deg, pitch_deg, 1.0, 0.05, &body, 1)};
}

static void more_furniture_than_fits_gives_a_drawing_that_says_so(void **state)
{
    const uh_skeleton body = standing();
    bool some_full = false;
    for (int yaw = -180; yaw < 180; yaw += 15) {
        uh_scene scene = scene_of(&body, yaw, 30.0);
        scene.ghost = &body;
        scene.tints = 63;
        scene.plumb = true;
        scene.prop_count = UH_PROPS_MAX;
        for (int i = 0; i < UH_PROPS_MAX; i++) {
            scene.prop[i] = (uh_prop){.kind = UH_PROP_CHAIR, .turn_deg = 30.0 * i, .size = 1.0};
        }
        uh_figure_draw(&scene, &drawing);
        assert_sound();
        some_full = some_full || drawing.full;
    }
    assert_true(some_full);
}

/* A drawing that is nearly full when a part comes: the part is left out as a whole. */
static void a_part_that_does_not_fit_is_not_drawn_in_half(void **state)
{
    const uh_skeleton skeleton = standing();
    seen_body body;
    part arm;
    uh_figure_see(&pen, &skeleton, &body);
    uh_figure_part(&body, PART_LEFT_FOREARM, 0, &arm);
    uh_canvas_shape(&pen, UH_SHAPE_FILL, UH_TONE_SHADOW);
    assert_non_null(uh_canvas_rims(&pen, UH_DRAWING_POINTS_MAX / RIM - arm.solid_count));
    memset(drawing.point, 0, sizeof drawing.point);
    uh_part_draw(&pen, &arm);
    assert_true(drawing.full);
    for (uint32_t i = 0; i < UH_DRAWING_POINTS_MAX; i++) {
        assert_true(drawing.point[i].x == 0.0 && drawing.point[i].y == 0.0);
    }
    uh_part_contours(&pen, &arm);
    for (uint32_t i = 0; i < UH_DRAWING_POINTS_MAX; i++) {
        assert_true(drawing.point[i].x == 0.0 && drawing.point[i].y == 0.0);
    }
}

/* -- lines ----------------------------------------------------------------------------- */

static double outline_of(uh_view view)
{
    uh_canvas_open(&pen, &view, &drawing);
    uh_canvas_shape(&pen, UH_SHAPE_FILL, UH_TONE_BODY);
    uh_canvas_outline(&pen, UH_TONE_OUTLINE);
    return drawing.shape[0].outline;
}

static void the_outline_is_neither_lost_far_away_nor_a_band_near_by(void **state)
{
    const double far = outline_of((uh_view){.height_m = 8.0, .width = 1.0});
    const double whole = outline_of((uh_view){.height_m = 1.9, .width = 1.0});
    const double near = outline_of((uh_view){.height_m = 0.4, .width = 1.0});
    assert_true(far == outline_of((uh_view){.height_m = 80.0, .width = 1.0}));
    assert_true(near == outline_of((uh_view){.height_m = 0.1, .width = 1.0}));
    assert_true(far < whole && whole < near);
    assert_true(far >= 0.003 && near <= 0.0055);
}

static void a_view_may_say_how_wide_its_line_is(void **state)
{
    assert_true(outline_of((uh_view){.height_m = 1.9, .width = 1.0, .line = 0.0123}) == 0.0123);
}

static void a_plumb_line_is_dashed_and_upright(void **state)
{
    const uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 90.0, 0.0);
    scene.plumb = true;
    scene.plumb_m = uh_skeleton_point(&body, UH_POINT_LEFT_EAR);
    uh_figure_draw(&scene, &drawing);
    const uh_shape *line = &drawing.shape[drawing.shape_count - 1];
    assert_int_equal(line->tone, UH_TONE_GUIDE);
    assert_true(line->dash > 0.0);
    const uh_point2 *ends = &drawing.point[drawing.contour[line->first_contour].first_point];
    const double ear = uh_view_project(&scene.view, scene.plumb_m).x;
    assert_true(fabs(ends[0].x - ear) < 1e-12 && ends[0].x == ends[1].x);
    assert_true(ends[0].y < 0.05 && ends[1].y > 0.95);
}

static void an_arrow_without_length_is_a_point(void **state)
{
    const uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 0.0, 0.0);
    const uh_vec3 nose = uh_skeleton_point(&body, UH_POINT_NOSE);
    scene.arrow_count = 1;
    scene.arrow[0] = (uh_arrow){nose, nose, nose};
    uh_figure_draw(&scene, &drawing);
    assert_false(drawing.full);
    assert_sound();
    const uh_shape *head = &drawing.shape[drawing.shape_count - 1];
    assert_int_equal(head->tone, UH_TONE_ARROW);
    const uh_point2 at = uh_view_project(&scene.view, nose);
    const uh_point2 *points = &drawing.point[drawing.contour[head->first_contour].first_point];
    for (int i = 0; i < 3; i++) {
        assert_true(fabs(points[i].x - at.x) < 1e-9 && fabs(points[i].y - at.y) < 1e-9);
    }
}

/* -- order ----------------------------------------------------------------------------- */

static int place_of(const uint8_t *order, limb_part which)
{
    int i = 0;
    while (order[i] != which) {
        i++;
    }
    return i;
}

static void an_arm_stretched_at_the_viewer_is_painted_over_the_trunk(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    pose.angle_deg[uh_angle_of(UH_SIDE_LEFT, UH_SHOULDER_FLEXION)] = 90.0;
    uh_skeleton skeleton;
    seen_body body;
    uh_skeleton_pose(&pose, S, &skeleton);
    static const struct {
        double yaw_deg;
        bool over;
    } cases[] = {{0.0, true}, {180.0, false}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uh_view view = {.yaw_deg = cases[i].yaw_deg, .height_m = 2.0, .width = 1.0};
        uh_canvas_open(&pen, &view, &drawing);
        rod rods[PART_COUNT];
        uint8_t order[PART_COUNT];
        uh_figure_see(&pen, &skeleton, &body);
        uh_figure_rods(&body, rods);
        /* seen end on: it is a point of the picture, in front of the chest or behind it */
        rods[PART_LEFT_HAND].a.x = rods[PART_TRUNK].a.x;
        rods[PART_LEFT_HAND].a.y = rods[PART_TRUNK].b.y + 0.05;
        rods[PART_LEFT_HAND].b.x = rods[PART_LEFT_HAND].a.x;
        rods[PART_LEFT_HAND].b.y = rods[PART_LEFT_HAND].a.y;
        uh_figure_order(rods, PART_COUNT, order);
        assert_int_equal(place_of(order, PART_LEFT_HAND) > place_of(order, PART_TRUNK),
                         cases[i].over);
    }
}

static void each_part_has_its_place_in_the_order_once(void **state)
{
    const uh_skeleton skeleton = standing();
    seen_body body;
    for (int yaw = -180; yaw < 180; yaw += 10) {
        const uh_view view = {.yaw_deg = yaw, .pitch_deg = 20.0, .height_m = 2.0, .width = 1.0};
        uh_canvas_open(&pen, &view, &drawing);
        rod rods[PART_COUNT];
        uint8_t order[PART_COUNT];
        uint32_t seen = 0;
        uh_figure_see(&pen, &skeleton, &body);
        uh_figure_rods(&body, rods);
        uh_figure_order(rods, PART_COUNT, order);
        for (int i = 0; i < PART_COUNT; i++) {
            seen |= 1u << order[i];
        }
        assert_int_equal(seen, (1u << PART_COUNT) - 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_shape_too_many_is_left_out_and_said, open_canvas),
        cmocka_unit_test_setup(a_contour_too_many_is_left_out_and_said, open_canvas),
        cmocka_unit_test_setup(a_point_too_many_is_left_out_and_said, open_canvas),
        cmocka_unit_test_setup(rims_that_do_not_all_fit_are_left_out_together, open_canvas),
        cmocka_unit_test(more_furniture_than_fits_gives_a_drawing_that_says_so),
        cmocka_unit_test_setup(a_part_that_does_not_fit_is_not_drawn_in_half, open_canvas),
        cmocka_unit_test(the_outline_is_neither_lost_far_away_nor_a_band_near_by),
        cmocka_unit_test(a_view_may_say_how_wide_its_line_is),
        cmocka_unit_test(a_plumb_line_is_dashed_and_upright),
        cmocka_unit_test(an_arrow_without_length_is_a_point),
        cmocka_unit_test(an_arm_stretched_at_the_viewer_is_painted_over_the_trunk),
        cmocka_unit_test(each_part_has_its_place_in_the_order_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
