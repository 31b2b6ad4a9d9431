/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unhunch/figure.h"

#define S UH_BODY_STATURE_M

static uh_drawing drawing;
static uh_drawing other_drawing;
static uint64_t seed = 11;

static double random_between(double low, double high)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * ((double)(seed >> 11) / 9007199254740992.0);
}

static uh_skeleton standing(void)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_skeleton skeleton;
    uh_skeleton_pose(&pose, S, &skeleton);
    return skeleton;
}

static uh_skeleton anyhow(void)
{
    uh_pose pose = uh_pose_neutral(S);
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        uh_angle_limit limit = uh_angle_range((uh_angle)i);
        pose.angle_deg[i] = random_between(limit.min_deg, limit.max_deg);
    }
    uh_skeleton skeleton;
    uh_skeleton_pose(&pose, S, &skeleton);
    return skeleton;
}

static uh_scene scene_of(const uh_skeleton *skeleton, double yaw_deg, double pitch_deg)
{
    return (uh_scene){.body = skeleton,
                      .view = uh_view_fit(yaw_deg, pitch_deg, 1.0, 0.05, &skeleton, 1)};
}

/* -- what is always true --------------------------------------------------------------- */

static void assert_sound(const uh_drawing *d)
{
    assert_false(d->full);
    for (uint32_t i = 0; i < d->shape_count; i++) {
        const uh_shape *shape = &d->shape[i];
        assert_true(shape->first_contour + shape->contour_count <= d->contour_count);
        assert_in_range(shape->tone, 0, UH_TONE_COUNT - 1);
        assert_true(shape->kind == UH_SHAPE_FILL || shape->width > 0.0);
    }
    for (uint32_t i = 0; i < d->contour_count; i++) {
        const uh_contour *contour = &d->contour[i];
        assert_true(contour->first_point + contour->point_count <= d->point_count);
        assert_true(!contour->rim || contour->point_count == UH_RIM_POINTS);
    }
    for (uint32_t i = 0; i < d->point_count; i++) {
        assert_true(isfinite(d->point[i].x) && isfinite(d->point[i].y));
    }
}

static void a_drawing_holds_the_fullest_scene(void **state)
{
    for (int i = 0; i < 500; i++) {
        uh_skeleton body = anyhow();
        uh_skeleton ghost = anyhow();
        uh_scene scene =
            scene_of(&body, random_between(-180.0, 180.0), random_between(-90.0, 90.0));
        scene.ghost = &ghost;
        scene.tints = 63;
        scene.plumb = true;
        scene.prop_count = UH_PROPS_MAX;
        for (int k = 0; k < UH_PROPS_MAX; k++) {
            scene.prop[k] =
                (uh_prop){.kind = (uh_prop_kind)(1 + (i + k) % (UH_PROP_KIND_COUNT - 1)),
                          .turn_deg = 30.0 * k,
                          .size = 1.0};
        }
        scene.arrow_count = UH_ARROWS_MAX;
        for (int k = 0; k < UH_ARROWS_MAX; k++) {
            scene.arrow[k] = (uh_arrow){{0.0, 0.5, 0.0}, {0.2, 0.7, 0.0}, {0.4, 0.5, 0.1}};
        }
        uh_figure_draw(&scene, &drawing);
        assert_sound(&drawing);
    }
}

static double twice_area(const uh_drawing *d, const uh_contour *contour)
{
    const uh_point2 *p = &d->point[contour->first_point];
    double sum = 0.0;
    for (uint32_t i = 0; i < contour->point_count; i++) {
        uh_point2 a = p[i];
        uh_point2 b = p[(i + 1) % contour->point_count];
        sum += a.x * b.y - a.y * b.x;
    }
    return sum;
}

static void all_contours_of_fills_turn_the_same_way(void **state)
{
    for (int i = 0; i < 200; i++) {
        uh_skeleton body = anyhow();
        uh_scene scene =
            scene_of(&body, random_between(-180.0, 180.0), random_between(-60.0, 60.0));
        scene.tints = 63;
        scene.prop_count = 1;
        scene.prop[0] = (uh_prop){.kind = UH_PROP_CHAIR};
        uh_figure_draw(&scene, &drawing);
        for (uint32_t k = 0; k < drawing.shape_count; k++) {
            const uh_shape *shape = &drawing.shape[k];
            for (uint32_t j = 0; shape->kind == UH_SHAPE_FILL && j < shape->contour_count; j++) {
                assert_true(twice_area(&drawing, &drawing.contour[shape->first_contour + j]) >
                            -1e-9);
            }
        }
    }
}

static void equal_scenes_give_equal_drawings(void **state)
{
    uh_skeleton body = anyhow();
    uh_scene scene = scene_of(&body, 35.0, 10.0);
    scene.tints = UH_TINT_THORACIC;
    uh_figure_draw(&scene, &drawing);
    memset(&other_drawing, 0x5a, sizeof other_drawing);
    uh_figure_draw(&scene, &other_drawing);
    assert_int_equal(drawing.shape_count, other_drawing.shape_count);
    assert_int_equal(drawing.point_count, other_drawing.point_count);
    for (uint32_t i = 0; i < drawing.point_count; i++) {
        assert_true(drawing.point[i].x == other_drawing.point[i].x);
        assert_true(drawing.point[i].y == other_drawing.point[i].y);
    }
}

static void every_number_of_a_drawing_is_in_its_hash(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 35.0, 10.0);
    uh_figure_draw(&scene, &drawing);
    const uint64_t hash = uh_drawing_hash(0, &drawing);
    assert_int_equal(uh_drawing_hash(0, &drawing), hash);
    assert_int_not_equal(uh_drawing_hash(hash, &drawing), hash); /* goes on */
    double *const reals[] = {&drawing.width,          &drawing.shape[0].outline,
                             &drawing.shape[1].width, &drawing.shape[2].dash,
                             &drawing.point[0].x,     &drawing.point[drawing.point_count - 1].y};
    for (size_t i = 0; i < UH_COUNT(reals); i++) {
        const double was = *reals[i];
        *reals[i] = was + 1e-12;
        assert_int_not_equal(uh_drawing_hash(0, &drawing), hash);
        *reals[i] = was;
    }
    drawing.contour[0].rim = !drawing.contour[0].rim;
    assert_int_not_equal(uh_drawing_hash(0, &drawing), hash);
    drawing.contour[0].rim = !drawing.contour[0].rim;
    assert_int_equal(uh_drawing_hash(0, &drawing), hash);
}

/* -- views ----------------------------------------------------------------------------- */

static void a_fitted_view_shows_every_landmark(void **state)
{
    for (int i = 0; i < 300; i++) {
        uh_skeleton body = anyhow();
        const uh_skeleton *bodies[1] = {&body};
        double aspect = random_between(0.4, 2.5);
        uh_view view = uh_view_fit(random_between(-180.0, 180.0), random_between(-80.0, 80.0),
                                   aspect, 0.05, bodies, 1);
        for (int k = 0; k < UH_POINT_COUNT; k++) {
            uh_point2 p = uh_view_project(&view, uh_skeleton_point(&body, (uh_point)k));
            assert_true(p.x > 0.0 && p.x < aspect && p.y > 0.0 && p.y < 1.0);
        }
    }
}

static double across(const uh_view *view, const uh_skeleton *skeleton, uh_point point)
{
    return uh_view_project(view, uh_skeleton_point(skeleton, point)).x;
}

static void yaw_turns_the_camera_as_the_exercises_say(void **state)
{
    uh_skeleton body = standing();
    uh_view front = scene_of(&body, 0.0, 0.0).view;
    uh_view left = scene_of(&body, 90.0, 0.0).view;
    uh_view right = scene_of(&body, -90.0, 0.0).view;
    uh_view back = scene_of(&body, 180.0, 0.0).view;
    /* who faces the viewer has the left hand on the right of the picture */
    assert_true(across(&front, &body, UH_POINT_LEFT_WRIST) >
                across(&front, &body, UH_POINT_RIGHT_WRIST));
    assert_true(across(&back, &body, UH_POINT_LEFT_WRIST) <
                across(&back, &body, UH_POINT_RIGHT_WRIST));
    assert_true(across(&left, &body, UH_POINT_NOSE) < across(&left, &body, UH_POINT_NECK));
    assert_true(across(&right, &body, UH_POINT_NOSE) > across(&right, &body, UH_POINT_NECK));
}

static void pitch_lifts_the_camera(void **state)
{
    uh_skeleton body = standing();
    uh_view above = scene_of(&body, 0.0, 60.0).view;
    uh_point2 toe = uh_view_project(&above, uh_skeleton_point(&body, UH_POINT_LEFT_TOE));
    uh_point2 heel = uh_view_project(&above, uh_skeleton_point(&body, UH_POINT_LEFT_HEEL));
    assert_true(toe.y > heel.y); /* nearer to the viewer is lower in the picture */
}

/* -- what is seen ---------------------------------------------------------------------- */

static double area_of(const uh_drawing *d, uh_tone tone)
{
    double sum = 0.0;
    for (uint32_t i = 0; i < d->shape_count; i++) {
        for (uint32_t k = 0; d->shape[i].tone == tone && k < d->shape[i].contour_count; k++) {
            sum += 0.5 * twice_area(d, &d->contour[d->shape[i].first_contour + k]);
        }
    }
    return sum;
}

static int first_of(const uh_drawing *d, uh_tone tone)
{
    for (uint32_t i = 0; i < d->shape_count; i++) {
        if (d->shape[i].tone == tone) {
            return (int)i;
        }
    }
    return -1;
}

static int last_of(const uh_drawing *d, uh_tone tone)
{
    for (uint32_t i = d->shape_count; i > 0; i--) {
        if (d->shape[i - 1].tone == tone) {
            return (int)i - 1;
        }
    }
    return -1;
}

static void a_target_on_the_back_is_seen_from_behind_only(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 180.0, 5.0);
    scene.tints = UH_TINT_THORACIC;
    uh_figure_draw(&scene, &drawing);
    double from_behind = area_of(&drawing, UH_TONE_TARGET);
    scene.view.yaw_deg = 0.0;
    uh_figure_draw(&scene, &drawing);
    double from_front = area_of(&drawing, UH_TONE_TARGET);
    assert_true(from_behind > 0.002);
    assert_true(from_front < 0.02 * from_behind);
}

static void from_the_side_the_far_limbs_are_painted_first_and_darker(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 90.0, 5.0);
    uh_figure_draw(&scene, &drawing);
    assert_true(first_of(&drawing, UH_TONE_FAR) >= 0);
    assert_true(last_of(&drawing, UH_TONE_FAR) < first_of(&drawing, UH_TONE_BODY));
    scene.view.yaw_deg = 0.0;
    uh_figure_draw(&scene, &drawing);
    assert_int_equal(first_of(&drawing, UH_TONE_FAR), -1);
}

static void a_chair_is_behind_who_faces_the_viewer_and_in_front_of_who_does_not(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 20.0, 5.0);
    scene.prop_count = 1;
    scene.prop[0] = (uh_prop){.kind = UH_PROP_CHAIR};
    uh_figure_draw(&scene, &drawing);
    assert_true(last_of(&drawing, UH_TONE_PROP_SHADE) < first_of(&drawing, UH_TONE_BODY));
    scene.view.yaw_deg = 170.0;
    uh_figure_draw(&scene, &drawing);
    assert_true(last_of(&drawing, UH_TONE_PROP_SHADE) > first_of(&drawing, UH_TONE_BODY));
}

static void what_the_body_lies_on_is_painted_before_it(void **state)
{
    static const uh_prop_kind kinds[] = {UH_PROP_FLOOR,         UH_PROP_MAT,
                                         UH_PROP_ROLLER_ACROSS, UH_PROP_ROLLER_ALONG,
                                         UH_PROP_TOWEL_ROLL,    UH_PROP_TOWEL_FOLDED};
    uh_skeleton body = standing();
    for (size_t i = 0; i < UH_COUNT(kinds); i++) {
        uh_scene scene = scene_of(&body, 90.0, 10.0);
        scene.prop_count = 1;
        scene.prop[0] = (uh_prop){.kind = kinds[i]};
        uh_figure_draw(&scene, &drawing);
        int body_starts = first_of(&drawing, UH_TONE_FAR_SHADE);
        assert_true(body_starts > 0);
        assert_true(last_of(&drawing, UH_TONE_PROP) < body_starts);
        assert_true(last_of(&drawing, UH_TONE_GROUND) < body_starts);
    }
}

static void a_post_that_is_nearer_hides_the_body_and_one_beyond_is_hidden(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 90.0, 5.0);
    scene.prop_count = 1;
    scene.prop[0] = (uh_prop){.kind = UH_PROP_DOORWAY};
    uh_figure_draw(&scene, &drawing);
    assert_true(first_of(&drawing, UH_TONE_PROP_SHADE) < first_of(&drawing, UH_TONE_FAR));
    assert_true(last_of(&drawing, UH_TONE_PROP_SHADE) > last_of(&drawing, UH_TONE_BODY));
    assert_int_equal(first_of(&drawing, UH_TONE_PROP_OUTLINE), -1); /* no post is lines only */
}

/* How far a point is outside a contour that is convex; 0 within. */
static double outside(const uh_drawing *d, const uh_contour *contour, uh_point2 p)
{
    const uh_point2 *points = &d->point[contour->first_point];
    double farthest = 0.0;
    for (uint32_t i = 0; i < contour->point_count; i++) {
        uh_point2 a = points[i];
        uh_point2 b = points[(i + 1) % contour->point_count];
        double length = sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
        double out = (p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x);
        farthest = length > 1e-9 && out / length > farthest ? out / length : farthest;
    }
    return farthest;
}

/* How far a point is outside all fills of a tone up to a shape. */
static double outside_all(const uh_drawing *d, uint32_t shapes, uh_tone tone, uh_point2 p)
{
    double nearest = 1.0;
    for (uint32_t i = 0; i < shapes; i++) {
        for (uint32_t k = 0; d->shape[i].tone == tone && k < d->shape[i].contour_count; k++) {
            double out = outside(d, &d->contour[d->shape[i].first_contour + k], p);
            nearest = out < nearest ? out : nearest;
        }
    }
    return nearest;
}

/* How far first tones reach out of the outlines painted before them, at most. */
static double gap_in_outline(const uh_drawing *d)
{
    double gap = 0.0;
    for (uint32_t i = 0; i < d->shape_count; i++) {
        const uh_shape *shape = &d->shape[i];
        for (uint32_t k = 0; shape->tone == UH_TONE_BODY && k < shape->contour_count; k++) {
            const uh_contour *contour = &d->contour[shape->first_contour + k];
            const uh_point2 *points = &d->point[contour->first_point];
            for (uint32_t n = 0; n < contour->point_count; n++) {
                uh_point2 next = points[(n + 1) % contour->point_count];
                uh_point2 p = {0.5 * (points[n].x + next.x), 0.5 * (points[n].y + next.y)};
                double out = outside_all(d, i, UH_TONE_BODY_SHADE, p);
                gap = out > gap ? out : gap;
            }
        }
    }
    return gap;
}

static void the_outline_goes_on_to_the_joint_where_two_parts_meet(void **state)
{
    static const uh_side_angle angles[] = {UH_SCAPULA_PROTRACTION, UH_SHOULDER_FLEXION,
                                           UH_ELBOW_FLEXION};
    static const double angles_deg[] = {12.0, 25.0, 60.0};
    uh_pose pose = uh_pose_neutral(S);
    for (size_t i = 0; i < UH_COUNT(angles); i++) {
        pose.angle_deg[uh_angle_of(UH_SIDE_LEFT, angles[i])] = angles_deg[i];
        pose.angle_deg[uh_angle_of(UH_SIDE_RIGHT, angles[i])] = angles_deg[i];
    }
    pose.angle_deg[UH_UPPER_THORACIC_FLEXION] = 12.0;
    pose.angle_deg[UH_LOWER_THORACIC_FLEXION] = 12.0;
    uh_skeleton body;
    uh_skeleton_pose(&pose, S, &body);
    for (int pitch_deg = 0; pitch_deg <= 88; pitch_deg += 22) {
        uh_scene scene = scene_of(&body, 0.0, pitch_deg);
        scene.view.line = 0.001; /* as thin as it looks in a close-up, and thinner */
        uh_figure_draw(&scene, &drawing);
        assert_true(gap_in_outline(&drawing) < scene.view.line);
    }
}

/* Blades that slide forward stand off the chest. */
static void lines_of_the_shoulder_blades_stay_on_the_back(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    pose.angle_deg[UH_ANGLE_LEFT + UH_SCAPULA_PROTRACTION] = 20.0;
    pose.angle_deg[UH_ANGLE_RIGHT + UH_SCAPULA_PROTRACTION] = 20.0;
    uh_skeleton body;
    uh_skeleton_pose(&pose, S, &body);
    uint32_t seen = 0;
    for (int yaw_deg = 90; yaw_deg <= 270; yaw_deg += 10) {
        uh_scene scene = scene_of(&body, yaw_deg, 5.0);
        uh_figure_draw(&scene, &drawing);
        for (uint32_t i = 0; i < drawing.shape_count; i++) {
            const uh_shape *line = &drawing.shape[i];
            const uh_contour *contour = &drawing.contour[line->first_contour];
            bool blade = line->kind == UH_SHAPE_LINE && line->tone == UH_TONE_DETAIL &&
                         line->contour_count > 0 && contour->point_count > 2;
            for (uint32_t k = 0; blade && k < contour->point_count; k++) {
                uh_point2 p = drawing.point[contour->first_point + k];
                assert_true(outside_all(&drawing, i, UH_TONE_BODY_SHADE, p) <= 0.0);
                seen++;
            }
        }
    }
    assert_true(seen > 100);
}

static void the_face_shows_where_the_head_looks(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 0.0, 5.0);
    uh_figure_draw(&scene, &drawing);
    double facing = area_of(&drawing, UH_TONE_FACE);
    scene.view.yaw_deg = 90.0;
    uh_figure_draw(&scene, &drawing);
    double aside = area_of(&drawing, UH_TONE_FACE);
    scene.view.yaw_deg = 180.0;
    uh_figure_draw(&scene, &drawing);
    assert_true(facing > 1.5 * aside && aside > 0.0);
    assert_int_equal(first_of(&drawing, UH_TONE_FACE), -1);
}

/* How far down what is painted last at a point reaches, of the body. */
static double foot_of_what_is_at(const uh_drawing *d, uh_point2 p)
{
    double foot = 0.0;
    for (uint32_t i = 0; i < d->shape_count; i++) {
        for (uint32_t k = 0; d->shape[i].tone == UH_TONE_BODY && k < d->shape[i].contour_count;
             k++) {
            const uh_contour *contour = &d->contour[d->shape[i].first_contour + k];
            if (outside(d, contour, p) > 0.0) {
                continue;
            }
            foot = 0.0;
            for (uint32_t n = 0; n < contour->point_count; n++) {
                foot = fmax(foot, d->point[contour->first_point + n].y);
            }
        }
    }
    return foot;
}

static void a_bent_head_shows_no_chin_on_its_back(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    pose.angle_deg[UH_NECK_FLEXION] = 35.0;
    pose.angle_deg[UH_HEAD_FLEXION] = 15.0;
    uh_skeleton body;
    uh_skeleton_pose(&pose, S, &body);
    for (int yaw_deg = 140; yaw_deg <= 220; yaw_deg += 20) {
        uh_scene scene = scene_of(&body, yaw_deg, 5.0);
        uh_figure_draw(&scene, &drawing);
        const uh_point2 back =
            uh_view_project(&scene.view, uh_skeleton_point(&body, UH_POINT_BACK_OF_HEAD));
        const uh_point2 chin =
            uh_view_project(&scene.view, uh_skeleton_point(&body, UH_POINT_CHIN));
        const uh_point2 neck =
            uh_view_project(&scene.view, uh_skeleton_point(&body, UH_POINT_UPPER_NECK));
        assert_true(foot_of_what_is_at(&drawing, back) < 0.5 * (neck.y + chin.y));
    }
}

static uint32_t finger_lines(const uh_drawing *d)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < d->shape_count; i++) {
        const uh_shape *shape = &d->shape[i];
        count += shape->kind == UH_SHAPE_LINE && shape->tone == UH_TONE_DETAIL &&
                 d->contour[shape->first_contour].point_count == 2;
    }
    return count;
}

static void fingers_are_told_apart_on_hands_that_are_not_seen_edge_on(void **state)
{
    uh_skeleton body = standing(); /* palms to the thighs */
    uh_scene scene = scene_of(&body, 90.0, 5.0);
    uh_figure_draw(&scene, &drawing);
    assert_int_equal(finger_lines(&drawing), 2 * 3);
    scene.view.yaw_deg = 0.0;
    uh_figure_draw(&scene, &drawing);
    assert_int_equal(finger_lines(&drawing), 0);
}

static void an_arrow_lies_over_everything(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 90.0, 5.0);
    scene.arrow_count = 1;
    scene.arrow[0] = (uh_arrow){{0.0, 1.0, 0.2}, {0.0, 1.2, 0.4}, {0.0, 1.4, 0.2}};
    uh_figure_draw(&scene, &drawing);
    assert_int_equal(last_of(&drawing, UH_TONE_ARROW), drawing.shape_count - 1);
}

static void a_close_up_keeps_a_thin_line(void **state)
{
    uh_skeleton body = standing();
    uh_scene scene = scene_of(&body, 90.0, 5.0);
    scene.view.height_m = 0.3;
    uh_figure_draw(&scene, &drawing);
    for (uint32_t i = 0; i < drawing.shape_count; i++) {
        assert_true(drawing.shape[i].outline < 0.006);
    }
    assert_sound(&drawing);
}

static void tones_and_props_have_names(void **state)
{
    for (int i = 0; i < UH_TONE_COUNT; i++) {
        assert_non_null(uh_tone_name((uh_tone)i));
    }
    for (int i = 0; i < UH_PROP_KIND_COUNT; i++) {
        assert_non_null(uh_prop_name((uh_prop_kind)i));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_drawing_holds_the_fullest_scene),
        cmocka_unit_test(all_contours_of_fills_turn_the_same_way),
        cmocka_unit_test(equal_scenes_give_equal_drawings),
        cmocka_unit_test(every_number_of_a_drawing_is_in_its_hash),
        cmocka_unit_test(a_fitted_view_shows_every_landmark),
        cmocka_unit_test(yaw_turns_the_camera_as_the_exercises_say),
        cmocka_unit_test(pitch_lifts_the_camera),
        cmocka_unit_test(a_target_on_the_back_is_seen_from_behind_only),
        cmocka_unit_test(from_the_side_the_far_limbs_are_painted_first_and_darker),
        cmocka_unit_test(a_chair_is_behind_who_faces_the_viewer_and_in_front_of_who_does_not),
        cmocka_unit_test(what_the_body_lies_on_is_painted_before_it),
        cmocka_unit_test(a_post_that_is_nearer_hides_the_body_and_one_beyond_is_hidden),
        cmocka_unit_test(the_outline_goes_on_to_the_joint_where_two_parts_meet),
        cmocka_unit_test(lines_of_the_shoulder_blades_stay_on_the_back),
        cmocka_unit_test(the_face_shows_where_the_head_looks),
        cmocka_unit_test(a_bent_head_shows_no_chin_on_its_back),
        cmocka_unit_test(fingers_are_told_apart_on_hands_that_are_not_seen_edge_on),
        cmocka_unit_test(an_arrow_lies_over_everything),
        cmocka_unit_test(a_close_up_keeps_a_thin_line),
        cmocka_unit_test(tones_and_props_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
