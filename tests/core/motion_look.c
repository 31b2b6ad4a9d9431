/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_flesh.h"
#include "core/motion_look.h"

/* -- what went wrong, told once for each way of going wrong -- */

complaint complaints[COMPLAINTS_MAX];
uint32_t complaint_count;

void complain(const char *where, const char *what, double amount)
{
    for (uint32_t i = 0; i < complaint_count; i++) {
        complaint *c = &complaints[i];
        if (strcmp(c->what, what) == 0 && strcmp(c->where, where) == 0) {
            c->worst = amount > c->worst ? amount : c->worst;
            return;
        }
    }
    if (complaint_count < COMPLAINTS_MAX) {
        complaint *c = &complaints[complaint_count++];
        (void)snprintf(c->what, sizeof c->what, "%s", what);
        (void)snprintf(c->where, sizeof c->where, "%s", where);
        c->worst = amount;
    }
}

void assert_no_complaints(void)
{
    for (uint32_t i = 0; i < complaint_count; i++) {
        print_error("%s: %s %.2f\n", complaints[i].where, complaints[i].what, complaints[i].worst);
    }
    bool good = complaint_count == 0;
    complaint_count = 0;
    assert_true(good);
}

/* -- one moment, and what is between two -- */

double apart_m(uh_vec3 a, uh_vec3 b)
{
    return uh_vec3_length(uh_vec3_sub(a, b));
}

void look_at_bones(const uh_skeleton *body, const char *where)
{
    const uh_pose neutral = uh_pose_neutral(S);
    uh_skeleton quiet;
    uh_skeleton_pose(&neutral, S, &quiet);
    for (int i = UH_SEGMENT_PELVIS + 1; i < UH_SEGMENT_COUNT; i++) {
        uh_segment parent = uh_segment_parent((uh_segment)i);
        double was = apart_m(quiet.segment[i].origin_m, quiet.segment[parent].origin_m);
        double is = apart_m(body->segment[i].origin_m, body->segment[parent].origin_m);
        if (fabs(was - is) > 1e-4) {
            complain(where, "bone longer or shorter, mm", 1000.0 * fabs(was - is));
        }
    }
}

void look_at_joints(const uh_pose *pose, const char *where)
{
    uh_pose_excess excess;
    if (uh_pose_beyond(pose, 0.1, &excess)) {
        char what[96];
        (void)snprintf(what, sizeof what, "%s beyond %.0f:", excess.name, excess.limit_deg);
        complain(where, what, fabs(excess.value_deg));
    }
}

void look_at_floor(const uh_skeleton *body, const char *where)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        double depth_m = -uh_skeleton_point(body, (uh_point)i).y;
        if (depth_m > 0.005) {
            char what[96];
            (void)snprintf(what, sizeof what, "%s below the floor, mm", uh_point_name((uh_point)i));
            complain(where, what, 1000.0 * depth_m);
        }
    }
}

/* What bears a body, as boxes: from its foot, in statures. A chair's back of another size is
 * higher, a towel thicker. The skin over a bone may lie 5 mm deep in wood; foam and towels give way
 * by 16 mm. */
static const struct {
    uh_prop_kind kind;
    bool soft;
    uh_vec3 low;
    uh_vec3 high;
    double grows_from; /* heights above it are scaled by the size */
} boxes[] = {
    {UH_PROP_CHAIR, false, {-0.124, 0.1, -0.088}, {0.124, 0.236, 0.148}, 0.2365},
    {UH_PROP_CHAIR, false, {-0.120, 0.354, -0.108}, {0.120, 0.454, -0.086}, 0.2365},
    {UH_PROP_STOOL, false, {-0.124, 0.1, -0.088}, {0.124, 0.236, 0.148}, 0.2365},
    {UH_PROP_ROLLER_ACROSS, true, {-0.125, 0.0, -0.035}, {0.125, 0.07, 0.035}, 0.0},
    {UH_PROP_ROLLER_ALONG, true, {-0.045, 0.0, -0.28}, {0.045, 0.09, 0.28}, 0.0},
    {UH_PROP_TOWEL_ROLL, true, {-0.15, 0.0, -0.015}, {0.15, 0.03, 0.015}, 0.0},
    {UH_PROP_TOWEL_FOLDED, true, {-0.075, 0.0, -0.055}, {0.075, 0.016, 0.055}, 0.0},
};

static double scaled_height(double y, double from, double size)
{
    return y > from ? from + (y - from) * size : y;
}

/* How far from the nearest face, where inside. */
static double depth_in(uh_vec3 p, uh_vec3 low, uh_vec3 high)
{
    const double to_face[] = {p.x - low.x,  high.x - p.x, p.y - low.y,
                              high.y - p.y, p.z - low.z,  high.z - p.z};
    double least = to_face[0];
    for (size_t i = 1; i < UH_COUNT(to_face); i++) {
        least = to_face[i] < least ? to_face[i] : least;
    }
    return least;
}

static void look_at_thing(const uh_skeleton *body, const uh_prop *thing, const char *where)
{
    for (size_t b = 0; b < UH_COUNT(boxes); b++) {
        if (boxes[b].kind != thing->kind) {
            continue;
        }
        uh_vec3 low = boxes[b].low;
        uh_vec3 high = boxes[b].high;
        low.y = scaled_height(low.y, boxes[b].grows_from, thing->size);
        high.y = scaled_height(high.y, boxes[b].grows_from, thing->size);
        for (int i = 0; i < UH_POINT_COUNT; i++) {
            uh_vec3 p = uh_vec3_sub(uh_skeleton_point(body, (uh_point)i), thing->at_m);
            double depth_m = S * depth_in(uh_vec3_scale(p, 1.0 / S), low, high);
            if (depth_m > (boxes[b].soft ? 0.016 : 0.005)) {
                char what[96];
                (void)snprintf(what, sizeof what, "%s in the %s, mm", uh_point_name((uh_point)i),
                               uh_prop_name(thing->kind));
                complain(where, what, 1000.0 * depth_m);
            }
        }
    }
}

static const char *const part_names[PART_COUNT] = {
    [PART_TRUNK] = "trunk in a roller, mm",
    [PART_HEAD] = "head in a roller, mm",
    [PART_LEFT_UPPER_ARM] = "left upper arm in a roller, mm",
    [PART_LEFT_FOREARM] = "left forearm in a roller, mm",
    [PART_LEFT_HAND] = "left hand in a roller, mm",
    [PART_LEFT_THIGH] = "left thigh in a roller, mm",
    [PART_LEFT_SHANK] = "left shank in a roller, mm",
    [PART_LEFT_FOOT] = "left foot in a roller, mm",
    [PART_RIGHT_UPPER_ARM] = "right upper arm in a roller, mm",
    [PART_RIGHT_FOREARM] = "right forearm in a roller, mm",
    [PART_RIGHT_HAND] = "right hand in a roller, mm",
    [PART_RIGHT_THIGH] = "right thigh in a roller, mm",
    [PART_RIGHT_SHANK] = "right shank in a roller, mm",
    [PART_RIGHT_FOOT] = "right foot in a roller, mm",
};

/* The flesh of back and seat, on which one lies, and the foam give way by 12 mm together. Nothing
 * else of the body may be in a roller: 5 mm is the skin. */
static void look_at_roller(const uh_skeleton *body, const lying_roller *roller, const char *where)
{
    for (int i = 0; i < PART_COUNT; i++) {
        const double depth_m = depth_in_roller_m(body, (limb_part)i, roller);
        if (depth_m > (i == PART_TRUNK ? 0.012 : 0.005)) {
            complain(where, part_names[i], 1000.0 * depth_m);
        }
    }
}

void look_at_things(const uh_motion_frame *frame, const char *where)
{
    lying_roller roller;
    for (uint32_t t = 0; t < frame->thing_count; t++) {
        assert_true(frame->thing[t].turn_deg == 0.0);
        look_at_thing(&frame->body.skeleton, &frame->thing[t], where);
        if (roller_of(&frame->thing[t], S, &roller)) {
            look_at_roller(&frame->body.skeleton, &roller, where);
        }
    }
}

void look_at_picture(const uh_motion_frame *frame, const char *where)
{
    const uh_scene scene = uh_motion_scene(frame, false, 1.0);
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const uh_point2 at =
            uh_view_project(&scene.view, uh_skeleton_point(&frame->body.skeleton, (uh_point)i));
        const double off = fmax(fabs(at.x - 0.5), fabs(at.y - 0.5));
        if (off > 0.5) {
            complain(where, "out of the picture, share of it", off - 0.5);
        }
    }
}

static bool is_there(const uh_prop *thing, const uh_prop *things, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (things[i].kind == thing->kind && apart_m(things[i].at_m, thing->at_m) == 0.0) {
            return true;
        }
    }
    return false;
}

void look_at_change(const uh_skeleton *body, const thing_list *these, const thing_list *others,
                    const char *where)
{
    lying_roller roller;
    for (uint32_t t = 0; t < these->count; t++) {
        if (!is_there(&these->thing[t], others->thing, others->count) &&
            roller_of(&these->thing[t], S, &roller)) {
            const double near_m = touch_of_roller_m(body, &roller);
            if (near_m > 0.0) {
                complain(where, "a roller comes or goes while it is touched, mm", 1000.0 * near_m);
            }
        }
    }
}

static double turned_deg(const uh_skeleton *a, const uh_skeleton *b, uh_segment base, uh_segment of)
{
    uh_mat3 was = uh_mat3_relative(&a->segment[base].axes, &a->segment[of].axes);
    uh_mat3 is = uh_mat3_relative(&b->segment[base].axes, &b->segment[of].axes);
    uh_mat3 by = uh_mat3_relative(&was, &is);
    uh_vec3 axis = {by.y.z - by.z.y, by.z.x - by.x.z, by.x.y - by.y.x};
    return uh_atan2_deg(uh_vec3_length(axis), by.x.x + by.y.y + by.z.z - 1.0);
}

/* Degrees a second (positions of the design). */
static const struct {
    const char *name;
    uh_segment base;
    uh_segment of;
    double most;
} speeds[] = {
    {"neck and head, degrees a second", UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_HEAD, 45.0},
    {"upper thorax, degrees a second", UH_SEGMENT_LOWER_THORAX_3, UH_SEGMENT_UPPER_THORAX_3, 30.0},
    {"lower thorax, degrees a second", UH_SEGMENT_LUMBAR_3, UH_SEGMENT_LOWER_THORAX_3, 30.0},
    {"low back, degrees a second", UH_SEGMENT_PELVIS, UH_SEGMENT_LUMBAR_3, 30.0},
    {"left shoulder, degrees a second", UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_LEFT_UPPER_ARM, 90.0},
    {"right shoulder, degrees a second", UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_RIGHT_UPPER_ARM,
     90.0},
};

void look_at_speed(const uh_skeleton *before, const uh_skeleton *now, int64_t over_ms,
                   const char *where)
{
    for (size_t i = 0; i < UH_COUNT(speeds); i++) {
        double speed =
            turned_deg(before, now, speeds[i].base, speeds[i].of) * 1000.0 / (double)over_ms;
        if (speed > speeds[i].most) {
            complain(where, speeds[i].name, speed);
        }
    }
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        double moved_m =
            apart_m(uh_skeleton_point(before, (uh_point)i), uh_skeleton_point(now, (uh_point)i));
        double speed = moved_m * 1000.0 / (double)over_ms;
        if (speed > 2.5) {
            char what[96];
            (void)snprintf(what, sizeof what, "%s jumps, m/s", uh_point_name((uh_point)i));
            complain(where, what, speed);
        }
    }
}

const uh_contact *contact_at(const uh_solution *body, uh_point point)
{
    for (uint32_t i = 0; i < body->contact_count; i++) {
        if (body->contact[i].point == point) {
            return &body->contact[i];
        }
    }
    return NULL;
}

static void look_at_contact(const uh_contact *contact, held_point *held, const char *where)
{
    const bool rolls = contact->kind == UH_CONTACT_ROLLING;
    if (held->kind != contact->kind) {
        *held = (held_point){contact->kind, contact->position_m};
    }
    const double moved_m = apart_m(held->began_m, contact->position_m);
    if (moved_m > (rolls ? 0.02 : 0.001)) {
        char what[96];
        (void)snprintf(what, sizeof what, "%s %s, mm", uh_point_name(contact->point),
                       rolls ? "rolls too far" : "slips");
        complain(where, what, 1000.0 * moved_m);
    }
}

/* Planted hands, feet and knees stay, rolling ones move along by 2 cm at most. */
void look_at_contacts(const uh_solution *now, held_point held[UH_POINT_COUNT], const char *where)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const uh_contact *contact = contact_at(now, (uh_point)i);
        if (contact) {
            look_at_contact(contact, &held[i], where);
        } else {
            held[i].kind = UH_CONTACT_FREE;
        }
    }
}
