/* SPDX-License-Identifier: MIT */
/* What one picture costs: hands and knees, both hands and both thighs held; and the pictures of a
 * session with all stretches, every phase of it. The best of several runs, because whatever else
 * the machine does only adds. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <time.h>

#include "catalogue/builtin.h"
#include "unhunch/motion.h"

enum { RUNS = 50, FRAMES = 500 };

static uh_drawing drawing;

static double now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec * 1e-3;
}

static uh_pose hands_and_knees(double lumbar_deg)
{
    uh_pose pose = uh_pose_neutral(UH_BODY_STATURE_M);
    pose.angle_deg[UH_ROOT_PITCH] = 83.0;
    pose.angle_deg[UH_LUMBAR_FLEXION] = lumbar_deg;
    pose.angle_deg[UH_LOWER_THORACIC_FLEXION] = 9.0;
    pose.angle_deg[UH_UPPER_THORACIC_ROTATION] = 9.0;
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        pose.angle_deg[uh_angle_of((uh_side)side, UH_SHOULDER_FLEXION)] = 80.0;
        pose.angle_deg[uh_angle_of((uh_side)side, UH_HIP_FLEXION)] = 83.0;
        pose.angle_deg[uh_angle_of((uh_side)side, UH_KNEE_FLEXION)] = 90.0;
    }
    return pose;
}

static void solve(double lumbar_deg, uh_solution *ret_solution)
{
    const uh_vec3 down = {0.0, -1.0, 0.0};
    const uh_constraint held[] = {
        {.kind = UH_CONSTRAINT_AIM, .point = UH_POINT_LEFT_KNEE, .target = down, .weight = 1.0},
        {.kind = UH_CONSTRAINT_AIM, .point = UH_POINT_RIGHT_KNEE, .target = down, .weight = 1.0},
        {.kind = UH_CONSTRAINT_ANCHOR,
         .point = UH_POINT_LEFT_KNEE,
         .target = {0.05, 0.032, 0.0},
         .weight = 1.0,
         .axes = UH_AXES_ALL},
        uh_constraint_hand(UH_SIDE_LEFT, 0.1, 0.28),
        uh_constraint_hand(UH_SIDE_RIGHT, -0.1, 0.28),
    };
    uh_pose pose = hands_and_knees(lumbar_deg);
    uh_body_solve(&pose, UH_BODY_STATURE_M, held, UH_COUNT(held), ret_solution);
}

/* The camera stands still while a person moves. */
static uh_view camera(void)
{
    uh_solution solution;
    solve(12.0, &solution);
    const uh_skeleton *body = &solution.skeleton;
    return uh_view_fit(55.0, 15.0, 1.0, 0.05, &body, 1);
}

static void draw(const uh_skeleton *body, uh_view view)
{
    uh_scene scene = {.body = body,
                      .view = view,
                      .tints = UH_TINT_THORACIC,
                      .prop_count = 1,
                      .prop = {{.kind = UH_PROP_MAT}}};
    uh_figure_draw(&scene, &drawing);
}

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

/* -- pictures of a whole session: following it, the camera, the drawing -- */

/* At least as many as the pictures of all stretches, 15 a second. */
enum { SESSIONS = 5, STEP_MS = 66, PICTURES_MAX = 40000 };

static uh_catalogue catalogue;
static uh_routine routine;
static uh_session session;
static uh_motion motion;
static double picture_us[PICTURES_MAX];

static bool choose_routine(void)
{
    uint32_t recipe = 0;
    const uh_person person = {.equipment = (1U << UH_EQUIPMENT_COUNT) - 1};
    return uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &catalogue) ==
               UH_OK &&
           uh_catalogue_find_recipe(&catalogue, "whole-catalogue", &recipe) == UH_OK &&
           uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, recipe, &routine) ==
               UH_OK;
}

static double time_picture(uh_boot_ms now)
{
    const double began_us = now_us();
    const uh_motion_frame *frame = uh_motion_follow(&motion, &session, now);
    const uh_scene scene = uh_motion_scene(frame, false, 1.0);
    uh_figure_draw(&scene, &drawing);
    return now_us() - began_us;
}

/* Every picture's best time; returns how many there are. */
static uint32_t play_session(void)
{
    uint32_t count = 0;
    if (uh_session_start(&catalogue, &routine, uh_session_default_options(), (uh_boot_ms){0},
                         &session) != UH_OK) {
        return 0;
    }
    uh_motion_start(&catalogue, UH_BODY_STATURE_M, &motion);
    const int64_t end_ms = (int64_t)uh_timeline_total_ms(&catalogue, &routine);
    for (int64_t ms = 0; ms <= end_ms && count < PICTURES_MAX; ms += STEP_MS) {
        uh_session_event event;
        while (uh_session_next(&session, (uh_boot_ms){ms}, &event)) {
        }
        const double us = time_picture((uh_boot_ms){ms});
        picture_us[count] = smaller(us, picture_us[count]);
        count++;
    }
    return count;
}

static void time_sessions(void)
{
    uint32_t count = 0;
    double sum_us = 0.0;
    double worst_us = 0.0;
    for (uint32_t i = 0; i < PICTURES_MAX; i++) {
        picture_us[i] = 1e9;
    }
    for (int i = 0; i < SESSIONS; i++) {
        count = play_session();
    }
    for (uint32_t i = 0; i < count; i++) {
        sum_us += picture_us[i];
        worst_us = picture_us[i] > worst_us ? picture_us[i] : worst_us;
    }
    printf("figure_frames %u pictures\n", count);
    printf("figure_frame %.2f us\n", sum_us / count);
    printf("figure_frame_worst %.2f us\n", worst_us);
}

int main(void)
{
    double pose_us = 1e9;
    double drawing_us = 1e9;
    uh_view view = camera();
    uh_solution solution;
    for (int run = 0; run < RUNS; run++) {
        double start = now_us();
        for (int i = 0; i < FRAMES; i++) {
            solve(12.0 + 0.001 * i, &solution);
        }
        double solved = now_us();
        for (int i = 0; i < FRAMES; i++) {
            draw(&solution.skeleton, view);
        }
        pose_us = smaller(pose_us, (solved - start) / FRAMES);
        drawing_us = smaller(drawing_us, (now_us() - solved) / FRAMES);
    }
    printf("figure_pose %.2f us\n", pose_us);
    printf("figure_drawing %.2f us\n", drawing_us);
    printf("figure_points %u points\n", drawing.point_count);
    if (!choose_routine()) {
        return 1;
    }
    time_sessions();
    return 0;
}
