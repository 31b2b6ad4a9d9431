/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "body_tables.h"
#include "motion_inside.h"

double uh_minimum_jerk(double progress)
{
    double s = progress < 0.0 ? 0.0 : (progress > 1.0 ? 1.0 : progress);
    return s * s * s * (10.0 + s * (6.0 * s - 15.0));
}

/* -- how the whole body is turned -- */

/* Turn, pitch and roll one by one would take a body that rolls over on its way through the air. */
static uh_mat3 root_axes(const uh_pose *pose)
{
    uh_mat3 axes = uh_mat3_identity();
    uh_mat3_turn_y(&axes, uh_sine_deg(pose->angle_deg[UH_ROOT_TURN]));
    uh_mat3_turn_x(&axes, uh_sine_deg(pose->angle_deg[UH_ROOT_PITCH]));
    uh_mat3_turn_z(&axes, uh_sine_deg(pose->angle_deg[UH_ROOT_ROLL]));
    return axes;
}

static void set_root(const uh_mat3 *axes, uh_pose *pose)
{
    double level = sqrt(axes->z.x * axes->z.x + axes->z.z * axes->z.z);
    bool upright = level > 1e-6;
    pose->angle_deg[UH_ROOT_PITCH] = uh_atan2_deg(-axes->z.y, level);
    pose->angle_deg[UH_ROOT_TURN] =
        upright ? uh_atan2_deg(axes->z.x, axes->z.z) : uh_atan2_deg(-axes->x.z, axes->x.x);
    pose->angle_deg[UH_ROOT_ROLL] = upright ? uh_atan2_deg(axes->x.y, axes->y.y) : 0.0;
}

/* A turn about one axis of the frame itself. */
static uh_mat3 turned(const uh_mat3 *frame, uh_vec3 axis, uh_sine angle)
{
    double one = 1.0 - angle.cos;
    uh_mat3 turn = {{angle.cos + one * axis.x * axis.x, one * axis.x * axis.y + angle.sin * axis.z,
                     one * axis.x * axis.z - angle.sin * axis.y},
                    {one * axis.x * axis.y - angle.sin * axis.z, angle.cos + one * axis.y * axis.y,
                     one * axis.y * axis.z + angle.sin * axis.x},
                    {one * axis.x * axis.z + angle.sin * axis.y,
                     one * axis.y * axis.z - angle.sin * axis.x,
                     angle.cos + one * axis.z * axis.z}};
    return uh_mat3_multiply(frame, &turn);
}

static void turn_root(const uh_pose *from, const uh_pose *to, double share, uh_pose *pose)
{
    uh_mat3 a = root_axes(from);
    uh_mat3 b = root_axes(to);
    uh_mat3 seen = uh_mat3_relative(&a, &b);
    uh_vec3 axis = {seen.y.z - seen.z.y, seen.z.x - seen.x.z, seen.x.y - seen.y.x};
    double angle_deg = uh_atan2_deg(uh_vec3_length(axis), seen.x.x + seen.y.y + seen.z.z - 1.0);
    uh_mat3 between = turned(&a, uh_vec3_unit(axis), uh_sine_deg(share * angle_deg));
    set_root(&between, pose);
}

static bool same_root(const uh_pose *a, const uh_pose *b)
{
    return a->angle_deg[UH_ROOT_TURN] == b->angle_deg[UH_ROOT_TURN] &&
           a->angle_deg[UH_ROOT_PITCH] == b->angle_deg[UH_ROOT_PITCH] &&
           a->angle_deg[UH_ROOT_ROLL] == b->angle_deg[UH_ROOT_ROLL];
}

static uh_pose mix_poses(const uh_pose *from, const uh_pose *to, double share)
{
    uh_pose pose = uh_pose_mix(from, to, share);
    if (!same_root(from, to)) {
        turn_root(from, to, share, &pose);
    }
    return pose;
}

/* -- what is kept -- */

static bool same_place(uh_vec3 a, uh_vec3 b)
{
    return a.x == b.x && a.y == b.y && a.z == b.z;
}

static bool is_zero(uh_vec3 v)
{
    return v.x == 0.0 && v.y == 0.0 && v.z == 0.0;
}

static bool keeps_the_same(const uh_constraint *a, const uh_constraint *b)
{
    return a->kind == b->kind && a->frame == b->frame && a->midway == b->midway &&
           (a->kind == UH_CONSTRAINT_CLASP || a->point == b->point) &&
           (a->kind != UH_CONSTRAINT_ANCHOR || a->axes == b->axes);
}

/* A direction that only one of both gives is left to the pose. */
static uh_vec3 mix_directions(uh_vec3 a, uh_vec3 b, double share)
{
    uh_vec3 none = {0.0, 0.0, 0.0};
    return is_zero(a) || is_zero(b) ? none : uh_vec3_mix(a, b, share);
}

/* Highest halfway, and level at both ends. */
static double arc(double share)
{
    double x = 4.0 * share * (1.0 - share);
    return x * x;
}

enum {
    ARC_OF_WAY = 4
}; /* a step of a stride lifts the foot by a quarter of it, at most as high as a shoe */

static double step_height(uh_vec3 from, uh_vec3 to, double share)
{
    const double most = 0.05;
    double way = uh_vec3_length(uh_vec3_sub(to, from)) / ARC_OF_WAY;
    return (way < most ? way : most) * arc(share);
}

/* A limb that rolls over its support stays on it, even on its way to another place. */
static bool both_roll(const uh_constraint *a, const uh_constraint *b)
{
    return a->contact == UH_CONTACT_ROLLING && b->contact == UH_CONTACT_ROLLING;
}

static uh_constraint mix_keeps(const uh_constraint *a, const uh_constraint *b, double share,
                               bool moving)
{
    uh_constraint c = *b;
    bool stays = same_place(a->target, b->target);
    bool leaves = !stays && !both_roll(a, b);
    c.target = stays ? b->target : uh_vec3_mix(a->target, b->target, share);
    if (leaves && moving && c.kind == UH_CONSTRAINT_REACH && c.frame == UH_SEGMENT_WORLD) {
        c.target.y += step_height(a->target, b->target, share);
    }
    c.pole = a->pole_frame == b->pole_frame ? mix_directions(a->pole, b->pole, share)
                                            : (uh_vec3){0.0, 0.0, 0.0};
    if (leaves && moving) {
        c.palm = (uh_vec3){0.0, 0.0, 0.0}; /* in the air a wrist goes its own way */
    } else {
        c.palm = mix_directions(a->palm, b->palm, share);
    }
    c.fingers = is_zero(c.palm) ? c.palm : mix_directions(a->fingers, b->fingers, share);
    if (a->contact != b->contact || (moving && leaves)) {
        c.contact = UH_CONTACT_FREE;
    }
    return c;
}

void uh_motion_blend(const uh_motion_key *from, const uh_motion_key *to, double share, bool moving,
                     uh_motion_key *ret_key)
{
    if (share >= 1.0) {
        *ret_key = *to;
        return;
    }
    if (share <= 0.0) {
        *ret_key = *from;
        return;
    }
    ret_key->pose = mix_poses(&from->pose, &to->pose, share);
    ret_key->keep_count = 0;
    for (uint32_t i = 0; i < to->keep_count; i++) {
        for (uint32_t k = 0; k < from->keep_count; k++) {
            if (keeps_the_same(&from->keep[k], &to->keep[i])) {
                ret_key->keep[ret_key->keep_count++] =
                    mix_keeps(&from->keep[k], &to->keep[i], share, moving);
                break;
            }
        }
    }
}

/* -- breath -- */

/* A quiet breath lifts breastbone and shoulders by a finger's breadth; the head stays level. */
static void breathe(double lungs, uh_pose *pose)
{
    pose->angle_deg[UH_UPPER_THORACIC_FLEXION] -= 1.0 * lungs;
    pose->angle_deg[UH_LOWER_THORACIC_FLEXION] -= 0.6 * lungs;
    pose->angle_deg[UH_NECK_FLEXION] += 1.6 * lungs;
    pose->angle_deg[uh_angle_of(UH_SIDE_LEFT, UH_SCAPULA_ELEVATION)] += 2.0 * lungs;
    pose->angle_deg[uh_angle_of(UH_SIDE_RIGHT, UH_SCAPULA_ELEVATION)] += 2.0 * lungs;
}

/* -- the floor -- */

/* What of a limb that nothing holds may dip below the floor on its way. */
typedef struct free_limb {
    uint8_t limb;
    uint8_t end; /* the point that is lifted */
    uint8_t low[4];
} free_limb;

static const free_limb free_limbs[] = {
    {LIMB_LEFT_ARM,
     UH_POINT_LEFT_WRIST,
     {UH_POINT_LEFT_WRIST, UH_POINT_LEFT_PALM, UH_POINT_LEFT_FINGERTIP, UH_POINT_LEFT_PALM_HEEL}},
    {LIMB_RIGHT_ARM,
     UH_POINT_RIGHT_WRIST,
     {UH_POINT_RIGHT_WRIST, UH_POINT_RIGHT_PALM, UH_POINT_RIGHT_FINGERTIP,
      UH_POINT_RIGHT_PALM_HEEL}},
    {LIMB_LEFT_LEG,
     UH_POINT_LEFT_ANKLE,
     {UH_POINT_LEFT_HEEL, UH_POINT_LEFT_BALL, UH_POINT_LEFT_TOE, UH_POINT_LEFT_ANKLE}},
    {LIMB_RIGHT_LEG,
     UH_POINT_RIGHT_ANKLE,
     {UH_POINT_RIGHT_HEEL, UH_POINT_RIGHT_BALL, UH_POINT_RIGHT_TOE, UH_POINT_RIGHT_ANKLE}},
};

/* How deep the lowest of some points is below the floor; 0 where none is. */
static double depth_m(const uh_skeleton *skeleton, const uint8_t *points, size_t count)
{
    double depth = 0.0;
    for (size_t i = 0; i < count; i++) {
        const uh_frame *on = &skeleton->segment[uh_point_segment(points[i])];
        uh_vec3 at = uh_vec3_scale(uh_point_offset(points[i]), skeleton->stature_m);
        double height =
            on->origin_m.y + (on->axes.x.y * at.x + on->axes.y.y * at.y + on->axes.z.y * at.z);
        depth = -height > depth ? -height : depth;
    }
    return depth;
}

static unsigned held_limbs(const uh_motion_key *key)
{
    unsigned held = 0;
    for (uint32_t i = 0; i < key->keep_count; i++) {
        held |= uh_constraint_limbs(&key->keep[i]);
    }
    return held;
}

/* Where the limb's end is, higher, and turned as it is: a foot that kept its angle to the shank
 * would dip again. */
static uh_constraint lifted(const uh_skeleton *skeleton, const free_limb *limb, double by_m)
{
    const uh_frame *frame = &skeleton->segment[uh_point_segment(limb->end)];
    bool leg = (limb->limb & (LIMB_LEFT_LEG | LIMB_RIGHT_LEG)) != 0;
    bool right = (limb->limb & (LIMB_RIGHT_ARM | LIMB_RIGHT_LEG)) != 0;
    uh_vec3 end = frame->origin_m;
    end.y += by_m;
    uh_vec3 palm = leg ? frame->axes.y : frame->axes.x;
    return (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                           .point = limb->end,
                           .target = uh_vec3_scale(end, 1.0 / skeleton->stature_m),
                           .palm = uh_vec3_scale(palm, right && !leg ? 1.0 : -1.0),
                           .fingers = leg ? frame->axes.z : uh_vec3_scale(frame->axes.y, -1.0),
                           .weight = 1.0};
}

/* Bends what would dip below the floor, by as much as it would: nothing jumps where it begins. */
static void lift_limbs(double stature_m, uh_motion_key *key, uh_solution *body)
{
    unsigned held = held_limbs(key);
    uint32_t count = key->keep_count;
    for (size_t i = 0; i < UH_COUNT(free_limbs) && count < UH_CONSTRAINTS_MAX; i++) {
        const free_limb *limb = &free_limbs[i];
        double depth = (held & limb->limb) != 0
                           ? 0.0
                           : depth_m(&body->skeleton, limb->low, UH_COUNT(limb->low));
        if (depth > 0.0) {
            key->keep[count++] = lifted(&body->skeleton, limb, depth);
        }
    }
    if (count > key->keep_count) {
        uh_body_solve(&body->pose, stature_m, key->keep, count, body);
    }
}

/* What would make the whole body sink, were it not lifted. The skin over the blades yields. */
static const uint8_t body_points[] = {
    UH_POINT_LEFT_KNEECAP,  UH_POINT_RIGHT_KNEECAP,  UH_POINT_LEFT_KNEE,  UH_POINT_RIGHT_KNEE,
    UH_POINT_LEFT_SEAT,     UH_POINT_RIGHT_SEAT,     UH_POINT_TAILBONE,   UH_POINT_L3_SKIN,
    UH_POINT_T7_SKIN,       UH_POINT_T3_SKIN,        UH_POINT_BREASTBONE, UH_POINT_BACK_OF_HEAD,
    UH_POINT_LEFT_SHOULDER, UH_POINT_RIGHT_SHOULDER, UH_POINT_NOSE,       UH_POINT_CROWN,
};

static bool is_anchored(const uh_motion_key *key)
{
    for (uint32_t i = 0; i < key->keep_count; i++) {
        const uh_constraint *c = &key->keep[i];
        if (c->kind == UH_CONSTRAINT_ANCHOR && (c->axes & UH_AXIS_Y) != 0) {
            return true;
        }
    }
    return false;
}

/* Between two ways of resting on the floor, a straight way may lead through it. */
static void lift_body(double stature_m, uh_motion_key *key, uh_solution *body)
{
    double depth = depth_m(&body->skeleton, body_points, UH_COUNT(body_points));
    if (depth > 0.0 && !is_anchored(key)) {
        key->pose.root_m.y += depth;
        uh_body_solve(&key->pose, stature_m, key->keep, key->keep_count, body);
    }
}

/* -- a moment -- */

void uh_motion_pass(const uh_motion_key *from, const uh_motion_key *to, const uh_pose *passing,
                    double progress, double lungs, double stature_m, uh_motion_key *ret_key,
                    uh_solution *ret_body)
{
    double share = uh_minimum_jerk(progress);
    uh_motion_blend(from, to, share, true, ret_key);
    for (int i = 0; passing != NULL && i < UH_ANGLE_COUNT; i++) {
        ret_key->pose.angle_deg[i] += arc(share) * passing->angle_deg[i];
    }
    breathe(lungs, &ret_key->pose);
    uh_body_solve(&ret_key->pose, stature_m, ret_key->keep, ret_key->keep_count, ret_body);
    lift_body(stature_m, ret_key, ret_body);
    lift_limbs(stature_m, ret_key, ret_body);
    ret_key->pose = ret_body->pose;
}

void uh_motion_between(const uh_motion_key *from, const uh_motion_key *to, double progress,
                       double lungs, double stature_m, uh_motion_key *ret_key,
                       uh_solution *ret_body)
{
    uh_motion_pass(from, to, NULL, progress, lungs, stature_m, ret_key, ret_body);
}
