/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "body_tables.h"

/* All of a limb is worked out for the left side: the right one is looked at in a mirror, so that
 * both are equal to the last bit. */

typedef struct limb {
    uint8_t side; /* uh_side */
    bool arm;
    uint8_t parent; /* the segment that its angles are measured against */
    uint8_t upper;
    uint8_t lower;
    uint8_t end;
    uint8_t tip;
    int16_t upper_length; /* as the sizes of a spot */
    int16_t lower_length;
} limb;

static const limb limbs[4] = {
    {UH_SIDE_LEFT, true, UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_LEFT_UPPER_ARM,
     UH_SEGMENT_LEFT_FOREARM, UH_SEGMENT_LEFT_HAND, UH_SEGMENT_LEFT_FINGERS,
     SPOT_OF(UH_BODY_UPPER_ARM), SPOT_OF(UH_BODY_FOREARM)},
    {UH_SIDE_RIGHT, true, UH_SEGMENT_UPPER_THORAX_3, UH_SEGMENT_RIGHT_UPPER_ARM,
     UH_SEGMENT_RIGHT_FOREARM, UH_SEGMENT_RIGHT_HAND, UH_SEGMENT_RIGHT_FINGERS,
     SPOT_OF(UH_BODY_UPPER_ARM), SPOT_OF(UH_BODY_FOREARM)},
    {UH_SIDE_LEFT, false, UH_SEGMENT_PELVIS, UH_SEGMENT_LEFT_THIGH, UH_SEGMENT_LEFT_SHANK,
     UH_SEGMENT_LEFT_FOOT, UH_SEGMENT_LEFT_TOES, SPOT_OF(UH_BODY_THIGH), SPOT_OF(UH_BODY_SHANK)},
    {UH_SIDE_RIGHT, false, UH_SEGMENT_PELVIS, UH_SEGMENT_RIGHT_THIGH, UH_SEGMENT_RIGHT_SHANK,
     UH_SEGMENT_RIGHT_FOOT, UH_SEGMENT_RIGHT_TOES, SPOT_OF(UH_BODY_THIGH), SPOT_OF(UH_BODY_SHANK)},
};

static bool is_part_of(const limb *l, uh_segment segment)
{
    return segment == l->upper || segment == l->lower || segment == l->end || segment == l->tip;
}

/* The limb that a point lies on. */
static const limb *limb_of(uh_point point)
{
    uh_segment segment = uh_point_segment(point);
    size_t i = 0;
    while (!is_part_of(&limbs[i], segment)) {
        i++;
        UH_ASSERT(i < UH_COUNT(limbs)); /* a point of the trunk has no limb to bend */
    }
    return &limbs[i];
}

static uh_vec3 as_left(const limb *l, uh_vec3 v)
{
    return l->side == UH_SIDE_LEFT ? v : uh_vec3_mirror(v);
}

static uh_mat3 axes_as_left(const limb *l, const uh_skeleton *skeleton, uh_segment segment)
{
    const uh_mat3 *axes = &skeleton->segment[segment].axes;
    return l->side == UH_SIDE_LEFT ? *axes : uh_mat3_mirror(axes);
}

static double *limb_angles(const limb *l, uh_pose *pose)
{
    return &pose->angle_deg[uh_angle_of(l->side, (uh_side_angle)0)];
}

static void place_limb(const limb *l, const uh_pose *pose, uh_skeleton *skeleton)
{
    if (l->arm) {
        uh_body_place_arm(pose, l->side, skeleton);
    } else {
        uh_body_place_leg(pose, l->side, skeleton);
    }
}

/* -- rotations back to angles ---------------------------------------------------------- */

static void set_hip(const uh_mat3 *seen, double *angle)
{
    double level = sqrt(seen->y.y * seen->y.y + seen->y.z * seen->y.z);
    angle[UH_HIP_FLEXION] = -uh_atan2_deg(seen->y.z, seen->y.y);
    angle[UH_HIP_ABDUCTION] = uh_atan2_deg(-seen->y.x, level);
    angle[UH_HIP_INTERNAL_ROTATION] = -uh_atan2_deg(seen->z.x, seen->x.x);
}

/* An arm that points to the side is said by abduction and how far it lies behind the chest, any
 * other by flexion and abduction: each pair is blind where the other one sees. */
static void set_shoulder(const uh_mat3 *seen, double *angle)
{
    const double aside = 0.75;
    uh_vec3 arm = uh_vec3_scale(seen->y, -1.0);
    uh_mat3 rest = uh_mat3_identity();
    angle[UH_SHOULDER_HORIZONTAL_ABDUCTION] = 0.0;
    angle[UH_SHOULDER_FLEXION] = 0.0;
    if (arm.x > aside) {
        double out = sqrt(arm.x * arm.x + arm.z * arm.z);
        angle[UH_SHOULDER_HORIZONTAL_ABDUCTION] = uh_atan2_deg(-arm.z, arm.x);
        angle[UH_SHOULDER_ABDUCTION] = uh_atan2_deg(out, -arm.y);
        uh_mat3_turn_y(&rest, uh_sine_deg(angle[UH_SHOULDER_HORIZONTAL_ABDUCTION]));
    } else {
        double in_plane = sqrt(arm.y * arm.y + arm.z * arm.z);
        double flexion = uh_atan2_deg(arm.z, -arm.y);
        double abduction = uh_atan2_deg(arm.x, in_plane);
        /* up and behind is abduction beyond the horizontal, not extension beyond what a shoulder
         * has */
        bool behind = flexion < -90.0 || flexion > 172.0;
        double back = flexion < 0.0 ? flexion + 180.0 : flexion - 180.0;
        angle[UH_SHOULDER_FLEXION] = behind ? back : flexion;
        angle[UH_SHOULDER_ABDUCTION] = behind ? 180.0 - abduction : abduction;
        uh_mat3_turn_x(&rest, uh_sine_deg(-angle[UH_SHOULDER_FLEXION]));
    }
    uh_mat3_turn_z(&rest, uh_sine_deg(angle[UH_SHOULDER_ABDUCTION]));
    uh_mat3 twist = uh_mat3_relative(&rest, seen);
    angle[UH_SHOULDER_INTERNAL_ROTATION] = -uh_atan2_deg(twist.z.x, twist.z.z);
}

/* The three angles of a hand or foot follow each other in a side's angles. */
enum { END_ANGLES = 3 };

static void wrist_angles(const uh_mat3 *seen, double *ret_deg)
{
    _Static_assert(UH_WRIST_ULNAR_DEVIATION - UH_FOREARM_PRONATION == END_ANGLES - 1, "in a row");
    double level = sqrt(seen->x.x * seen->x.x + seen->x.z * seen->x.z);
    ret_deg[0] = -uh_atan2_deg(-seen->x.z, seen->x.x);
    ret_deg[1] = -uh_atan2_deg(seen->x.y, level);
    ret_deg[2] = uh_atan2_deg(-seen->z.y, seen->y.y);
}

static void ankle_angles(const uh_mat3 *seen, double *ret_deg)
{
    _Static_assert(UH_ANKLE_INTERNAL_ROTATION - UH_ANKLE_DORSIFLEXION == END_ANGLES - 1,
                   "in a row");
    double level = sqrt(seen->y.y * seen->y.y + seen->y.z * seen->y.z);
    ret_deg[0] = -uh_atan2_deg(seen->y.z, seen->y.y);
    ret_deg[1] = -uh_atan2_deg(-seen->y.x, level);
    ret_deg[2] = -uh_atan2_deg(seen->z.x, seen->x.x);
}

static double *end_angles(const limb *l, uh_pose *pose)
{
    return &limb_angles(l, pose)[l->arm ? UH_FOREARM_PRONATION : UH_ANKLE_DORSIFLEXION];
}

static void set_upper(const limb *l, const uh_mat3 *axes, const uh_skeleton *skeleton,
                      uh_pose *pose)
{
    uh_mat3 parent = axes_as_left(l, skeleton, l->parent);
    uh_mat3 seen = uh_mat3_relative(&parent, axes);
    if (l->arm) {
        set_shoulder(&seen, limb_angles(l, pose));
    } else {
        set_hip(&seen, limb_angles(l, pose));
    }
}

/* Hand or foot as the constraint wants it in the room, whatever the lower limb does; `weight` of
 * the way there from the angles that it had. */
static void set_end(const limb *l, const uh_mat3 *wanted, const uh_mat3 *lower, double weight,
                    const double *had_deg, uh_pose *pose)
{
    uh_mat3 seen = uh_mat3_relative(lower, wanted);
    double deg[END_ANGLES];
    if (l->arm) {
        wrist_angles(&seen, deg);
    } else {
        ankle_angles(&seen, deg);
    }
    for (int i = 0; i < END_ANGLES; i++) {
        end_angles(l, pose)[i] = had_deg[i] + weight * (deg[i] - had_deg[i]);
    }
}

/* -- two bones ------------------------------------------------------------------------- */

typedef struct bend {
    uh_mat3 upper; /* axes of the upper bone */
    double hinge_deg;
} bend;

/* The part of `v` square to the unit vector `axis`, length 1; another square direction if there is
 * none. */
static uh_vec3 square_to(uh_vec3 v, uh_vec3 axis)
{
    uh_vec3 square = uh_vec3_sub(v, uh_vec3_scale(axis, uh_vec3_dot(v, axis)));
    if (uh_vec3_dot(square, square) > 1e-12) {
        return uh_vec3_unit(square);
    }
    uh_vec3 other = fabs(axis.y) < 0.9 ? (uh_vec3){0.0, 1.0, 0.0} : (uh_vec3){0.0, 0.0, 1.0};
    return uh_vec3_unit(uh_vec3_sub(other, uh_vec3_scale(axis, uh_vec3_dot(other, axis))));
}

/* Law of cosines. A target too far or too near is met as nearly as the bones allow. */
static bend bend_to(const limb *l, double stature_m, uh_vec3 to_target, uh_vec3 pole)
{
    double a = l->upper_length / SPOT_SCALE * stature_m;
    double b = l->lower_length / SPOT_SCALE * stature_m;
    double distance = uh_vec3_length(to_target);
    double nearest = fabs(a - b) + 0.12 * (a + b); /* no elbow or knee folds further */
    distance = distance > a + b ? a + b : distance;
    distance = distance < nearest ? nearest : distance;

    uh_vec3 along = uh_vec3_unit(to_target);
    uh_vec3 aside = square_to(pole, along);
    double cos_hinge = (distance * distance - a * a - b * b) / (2.0 * a * b);
    double cos_root = (a * a + distance * distance - b * b) / (2.0 * a * distance);
    cos_root = cos_root > 1.0 ? 1.0 : cos_root;
    double sin_root = sqrt(1.0 - cos_root * cos_root);
    uh_vec3 bone = uh_vec3_add(uh_vec3_scale(along, cos_root), uh_vec3_scale(aside, sin_root));
    uh_vec3 inward = uh_vec3_sub(uh_vec3_scale(along, sin_root), uh_vec3_scale(aside, cos_root));

    bend result;
    result.upper.y = uh_vec3_scale(bone, -1.0);
    result.upper.z = l->arm ? inward : uh_vec3_scale(inward, -1.0);
    result.upper.x = uh_vec3_cross(result.upper.y, result.upper.z);
    result.hinge_deg = uh_deg(uh_acos(cos_hinge));
    return result;
}

/* -- constraints ----------------------------------------------------------------------- */

static bool is_zero(uh_vec3 v)
{
    return v.x == 0.0 && v.y == 0.0 && v.z == 0.0;
}

/* Where the hinge points as the limb stands, in the mirror. */
static uh_vec3 hinge_direction(const limb *l, const uh_skeleton *skeleton)
{
    uh_mat3 upper = axes_as_left(l, skeleton, l->upper);
    return l->arm ? uh_vec3_scale(upper.z, -1.0) : upper.z;
}

static uh_vec3 way_to(const limb *l, const uh_skeleton *skeleton, uh_vec3 end_m)
{
    return as_left(l, uh_vec3_sub(end_m, skeleton->segment[l->upper].origin_m));
}

/* Where elbow or knee is to point, in the mirror: as asked, or carried along by the shortest turn
 * of the whole limb. */
static uh_vec3 pole_of(const limb *l, const uh_constraint *c, uh_vec3 end_m,
                       const uh_skeleton *skeleton)
{
    if (!is_zero(c->pole)) {
        return as_left(l, uh_skeleton_direction(skeleton, c->pole_frame, c->pole));
    }
    uh_vec3 from = uh_vec3_unit(way_to(l, skeleton, skeleton->segment[l->end].origin_m));
    uh_vec3 to = uh_vec3_unit(way_to(l, skeleton, end_m));
    uh_vec3 pole = square_to(hinge_direction(l, skeleton), from);
    double alike = 1.0 + uh_vec3_dot(from, to);
    if (alike < 1e-6) {
        return pole;
    }
    double share = uh_vec3_dot(to, pole) / alike;
    return uh_vec3_sub(pole, uh_vec3_scale(uh_vec3_add(from, to), share));
}

/* The axes of the hand or foot that the constraint asks for, in the mirror. */
static uh_mat3 wanted_end(const limb *l, const uh_constraint *c, const uh_skeleton *skeleton)
{
    uh_vec3 palm = as_left(l, uh_skeleton_direction(skeleton, c->frame, c->palm));
    uh_vec3 fingers = as_left(l, uh_skeleton_direction(skeleton, c->frame, c->fingers));
    if (!l->arm) {
        return uh_mat3_from_y_z(uh_vec3_scale(palm, -1.0), fingers);
    }
    uh_mat3 hand;
    hand.y = uh_vec3_unit(uh_vec3_scale(fingers, -1.0));
    hand.x = square_to(uh_vec3_scale(palm, -1.0), hand.y);
    hand.z = uh_vec3_cross(hand.x, hand.y);
    return hand;
}

/* The shoulder joint rises with the arm, so the bend is found in a few steps, each of which leaves
 * a small part of the error; hip joints stay. */
static bend bend_limb(const limb *l, uh_vec3 end_m, uh_vec3 pole, const uh_pose *pose,
                      uh_skeleton *skeleton)
{
    bend solved = bend_to(l, skeleton->stature_m, way_to(l, skeleton, end_m), pole);
    for (int step = 0; l->arm && step < 12; step++) {
        uh_vec3 was = skeleton->segment[l->upper].origin_m;
        uh_body_place_girdle(pose, l->side, as_left(l, solved.upper.y), skeleton);
        uh_vec3 moved = uh_vec3_sub(skeleton->segment[l->upper].origin_m, was);
        if (uh_vec3_dot(moved, moved) < 1e-14) {
            break;
        }
        solved = bend_to(l, skeleton->stature_m, way_to(l, skeleton, end_m), pole);
    }
    return solved;
}

static void take_bend(const limb *l, const uh_constraint *c, const bend *solved,
                      const double *had_deg, uh_pose *pose, uh_skeleton *skeleton)
{
    set_upper(l, &solved->upper, skeleton, pose);
    limb_angles(l, pose)[l->arm ? UH_ELBOW_FLEXION : UH_KNEE_FLEXION] = solved->hinge_deg;
    if (!is_zero(c->palm)) {
        uh_mat3 lower = solved->upper;
        uh_mat3_turn_x(&lower, uh_sine_deg(l->arm ? -solved->hinge_deg : solved->hinge_deg));
        uh_mat3 wanted = wanted_end(l, c, skeleton);
        set_end(l, &wanted, &lower, c->weight, had_deg, pose);
    }
    place_limb(l, pose, skeleton);
}

/* Where wrist or ankle must be for the point to be at the target: known at once where the
 * constraint says how the hand lies, guessed from how it lies now where not. */
static uh_vec3 end_for(const limb *l, const uh_constraint *c, uh_vec3 target_m,
                       const uh_skeleton *skeleton)
{
    uh_vec3 end = skeleton->segment[l->end].origin_m;
    uh_segment on = uh_point_segment(c->point);
    if (on == l->end && !is_zero(c->palm) && c->weight == 1.0) {
        uh_mat3 wanted = wanted_end(l, c, skeleton);
        uh_vec3 offset = as_left(l, uh_vec3_scale(uh_point_offset(c->point), skeleton->stature_m));
        return uh_vec3_sub(target_m, as_left(l, uh_mat3_apply(&wanted, offset)));
    }
    uh_vec3 short_by = uh_vec3_sub(target_m, uh_skeleton_point(skeleton, c->point));
    return uh_vec3_add(end, short_by);
}

static double reach(const uh_constraint *c, uh_vec3 target_m, uh_pose *pose, uh_skeleton *skeleton)
{
    const limb *l = limb_of(c->point);
    const double close_enough_m = 1e-6;
    uh_vec3 pole = pole_of(l, c, target_m, skeleton);
    double had_deg[END_ANGLES];
    memcpy(had_deg, end_angles(l, pose), sizeof had_deg);
    double away = 0.0;
    for (int step = 0; step < 16; step++) {
        double before = away;
        bend solved = bend_limb(l, end_for(l, c, target_m, skeleton), pole, pose, skeleton);
        take_bend(l, c, &solved, had_deg, pose, skeleton);
        away = uh_vec3_length(uh_vec3_sub(target_m, uh_skeleton_point(skeleton, c->point)));
        bool stuck = step > 2 && away > 0.999 * before; /* out of reach: as near as it gets */
        if (away < close_enough_m || stuck) {
            break;
        }
    }
    return away < close_enough_m ? 0.0 : away;
}

static void aim(const uh_constraint *c, uh_pose *pose, uh_skeleton *skeleton)
{
    const limb *l = limb_of(c->point);
    uh_vec3 pole = is_zero(c->pole)
                       ? hinge_direction(l, skeleton)
                       : as_left(l, uh_skeleton_direction(skeleton, c->pole_frame, c->pole));
    uh_vec3 wanted = uh_vec3_unit(as_left(l, uh_skeleton_direction(skeleton, c->frame, c->target)));
    uh_mat3 upper = axes_as_left(l, skeleton, l->upper);
    uh_vec3 bone = uh_vec3_mix(uh_vec3_scale(upper.y, -1.0), wanted, c->weight);
    upper = uh_mat3_from_y_z(uh_vec3_scale(bone, -1.0), l->arm ? uh_vec3_scale(pole, -1.0) : pole);
    set_upper(l, &upper, skeleton, pose);
    place_limb(l, pose, skeleton);
}

static uh_vec3 target_of(const uh_constraint *c, const uh_skeleton *skeleton)
{
    return uh_skeleton_place(skeleton, c->frame, uh_vec3_scale(c->target, skeleton->stature_m));
}

static void anchor(const uh_constraint *c, uh_pose *pose, uh_skeleton *skeleton)
{
    uh_vec3 by = uh_vec3_sub(target_of(c, skeleton), uh_skeleton_point(skeleton, c->point));
    by = uh_vec3_scale(by, c->weight);
    by.x = (c->axes & UH_AXIS_X) != 0u ? by.x : 0.0;
    by.y = (c->axes & UH_AXIS_Y) != 0u ? by.y : 0.0;
    by.z = (c->axes & UH_AXIS_Z) != 0u ? by.z : 0.0;
    pose->root_m = uh_vec3_add(pose->root_m, by);
    uh_skeleton_move(skeleton, by);
}

static uh_vec3 middle(uh_vec3 a, uh_vec3 b)
{
    return uh_vec3_scale(uh_vec3_add(a, b), 0.5);
}

/* Both arms swing together without bending: elbows keep their angles, shoulders adduct. */
static uh_vec3 halfway(const uh_skeleton *skeleton)
{
    uh_vec3 left = uh_skeleton_point(skeleton, UH_POINT_LEFT_PALM);
    uh_vec3 right = uh_skeleton_point(skeleton, UH_POINT_RIGHT_PALM);
    uh_vec3 left_root = uh_skeleton_point(skeleton, UH_POINT_LEFT_SHOULDER);
    uh_vec3 right_root = uh_skeleton_point(skeleton, UH_POINT_RIGHT_SHOULDER);
    uh_vec3 root = middle(left_root, right_root);
    uh_vec3 way = uh_vec3_sub(middle(left, right), root);
    uh_vec3 aside = uh_vec3_scale(uh_vec3_sub(left_root, right_root), 0.5);
    uh_vec3 left_arm = uh_vec3_sub(left, left_root);
    uh_vec3 right_arm = uh_vec3_sub(right, right_root);
    double arms = 0.5 * (uh_vec3_dot(left_arm, left_arm) + uh_vec3_dot(right_arm, right_arm));
    double along = arms - uh_vec3_dot(aside, aside);
    double length = uh_vec3_length(way);
    if (along <= 0.0 || length < 1e-6) {
        return middle(left, right);
    }
    return uh_vec3_add(root, uh_vec3_scale(way, sqrt(along) / length));
}

/* Both hands to `where`; the right one does the mirrored thing in the same axes. */
static double hands_to(const uh_constraint *c, uh_vec3 where, uh_pose *pose, uh_skeleton *skeleton)
{
    uh_vec3 left = uh_skeleton_point(skeleton, UH_POINT_LEFT_PALM);
    uh_vec3 right = uh_skeleton_point(skeleton, UH_POINT_RIGHT_PALM);
    uh_constraint hand = *c;
    hand.point = UH_POINT_LEFT_PALM;
    double left_away = reach(&hand, uh_vec3_mix(left, where, c->weight), pose, skeleton);
    hand.point = UH_POINT_RIGHT_PALM;
    hand.pole = uh_vec3_mirror(c->pole);
    hand.palm = uh_vec3_mirror(c->palm);
    hand.fingers = uh_vec3_mirror(c->fingers);
    double right_away = reach(&hand, uh_vec3_mix(right, where, c->weight), pose, skeleton);
    return left_away > right_away ? left_away : right_away;
}

/* Where one of both cannot get there, both meet on the way: each falls short on its own side, so
 * the middle between them is nearer for both. */
static double clasp(const uh_constraint *c, uh_pose *pose, uh_skeleton *skeleton)
{
    const uh_vec3 wanted = c->midway ? halfway(skeleton) : target_of(c, skeleton);
    const double away = hands_to(c, wanted, pose, skeleton);
    double apart = away;
    for (int step = 0; step < 12 && apart > 0.0 && c->weight == 1.0; step++) {
        uh_vec3 left = uh_skeleton_point(skeleton, UH_POINT_LEFT_PALM);
        uh_vec3 right = uh_skeleton_point(skeleton, UH_POINT_RIGHT_PALM);
        apart = hands_to(c, middle(left, right), pose, skeleton);
    }
    return away;
}

static double reach_target(const uh_constraint *c, uh_pose *pose, uh_skeleton *skeleton)
{
    uh_vec3 from = uh_skeleton_point(skeleton, c->point);
    return reach(c, uh_vec3_mix(from, target_of(c, skeleton), c->weight), pose, skeleton);
}

static double apply(const uh_constraint *c, uh_pose *pose, uh_skeleton *skeleton)
{
    double away = 0.0;
    switch (c->kind) {
    case UH_CONSTRAINT_NONE:
        break;
    case UH_CONSTRAINT_ANCHOR:
        anchor(c, pose, skeleton);
        break;
    case UH_CONSTRAINT_REACH:
        away = reach_target(c, pose, skeleton);
        break;
    case UH_CONSTRAINT_AIM:
        aim(c, pose, skeleton);
        break;
    case UH_CONSTRAINT_CLASP:
        away = clasp(c, pose, skeleton);
        break;
    }
    return away;
}

void uh_body_solve(const uh_pose *pose, double stature_m, const uh_constraint *constraints,
                   size_t count, uh_solution *ret_solution)
{
    UH_ASSERT(count <= UH_CONSTRAINTS_MAX);
    uh_solution *s = ret_solution;
    s->pose = *pose;
    s->contact_count = 0;
    s->residual_m = 0.0;
    uh_skeleton_pose(&s->pose, stature_m, &s->skeleton);
    for (size_t i = 0; i < count; i++) {
        const uh_constraint *c = &constraints[i];
        UH_ASSERT(c->weight >= 0.0 && c->weight <= 1.0);
        if (c->weight == 0.0) {
            continue;
        }
        double away = apply(c, &s->pose, &s->skeleton);
        s->residual_m = away > s->residual_m ? away : s->residual_m;
    }
    for (size_t i = 0; i < count; i++) {
        const uh_constraint *c = &constraints[i];
        if (c->contact != UH_CONTACT_FREE && c->weight == 1.0) {
            s->contact[s->contact_count++] =
                (uh_contact){c->point, c->contact, uh_skeleton_point(&s->skeleton, c->point)};
        }
    }
}

uh_constraint uh_constraint_mirror(const uh_constraint *constraint)
{
    uh_constraint twin = *constraint;
    twin.point = uh_point_mirror(constraint->point);
    twin.frame = uh_segment_mirror(constraint->frame);
    twin.pole_frame = uh_segment_mirror(constraint->pole_frame);
    twin.target = uh_vec3_mirror(constraint->target);
    if (constraint->kind == UH_CONSTRAINT_CLASP) {
        return twin; /* the rest is said of the left hand, the right one does the mirrored thing */
    }
    twin.pole = uh_vec3_mirror(constraint->pole);
    twin.palm = uh_vec3_mirror(constraint->palm);
    twin.fingers = uh_vec3_mirror(constraint->fingers);
    return twin;
}

/* -- the usual ones -------------------------------------------------------------------- */

static uh_constraint on_side(uh_side side, uh_constraint left)
{
    UH_ASSERT(side != UH_SIDE_BOTH);
    return side == UH_SIDE_LEFT ? left : uh_constraint_mirror(&left);
}

uh_constraint uh_constraint_foot(uh_side side, double x, double z, double toe_out_deg)
{
    double sign = side == UH_SIDE_LEFT ? 1.0 : -1.0;
    uh_sine out = uh_sine_deg(sign * toe_out_deg);
    return (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                           .contact = UH_CONTACT_PLANTED,
                           .point = side == UH_SIDE_LEFT ? UH_POINT_LEFT_HEEL : UH_POINT_RIGHT_HEEL,
                           .target = {x, 0.0, z},
                           .palm = {0.0, -1.0, 0.0},
                           .fingers = {out.sin, 0.0, out.cos},
                           .weight = 1.0};
}

uh_constraint uh_constraint_hand(uh_side side, double x, double z)
{
    return (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                           .contact = UH_CONTACT_PLANTED,
                           .point = side == UH_SIDE_LEFT ? UH_POINT_LEFT_PALM_HEEL
                                                         : UH_POINT_RIGHT_PALM_HEEL,
                           .target = {x, 0.0, z},
                           .palm = {0.0, -1.0, 0.0},
                           .fingers = {0.0, 0.0, 1.0},
                           .weight = 1.0};
}

uh_constraint uh_constraint_hand_behind_head(uh_side side)
{
    return on_side(side, (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                                         .point = UH_POINT_LEFT_PALM,
                                         .frame = UH_SEGMENT_HEAD,
                                         .target = {0.036, 0.052, -0.033},
                                         .pole = {0.90, -0.30, 0.40},
                                         .pole_frame = UH_SEGMENT_UPPER_THORAX_3,
                                         .palm = {-0.68, 0.0, 0.73},
                                         .fingers = {-0.73, -0.02, -0.68},
                                         .weight = 1.0});
}

uh_constraint uh_constraint_hand_on_waist(uh_side side)
{
    return on_side(side, (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                                         .point = UH_POINT_LEFT_PALM,
                                         .frame = UH_SEGMENT_LUMBAR_3,
                                         .target = {0.076, -0.006, 0.010},
                                         .pole = {1.0, 0.0, -0.35},
                                         .pole_frame = UH_SEGMENT_UPPER_THORAX_3,
                                         .palm = {-1.0, 0.0, 0.0},
                                         .fingers = {-0.10, -0.30, 0.95},
                                         .weight = 1.0});
}

uh_constraint uh_constraint_hand_on_thigh(uh_side side, double along)
{
    return on_side(side, (uh_constraint){.kind = UH_CONSTRAINT_REACH,
                                         .point = UH_POINT_LEFT_PALM,
                                         .frame = UH_SEGMENT_LEFT_THIGH,
                                         .target = {0.0, -along * UH_BODY_THIGH, 0.052},
                                         .pole = {0.55, -0.6, -0.6},
                                         .pole_frame = UH_SEGMENT_UPPER_THORAX_3,
                                         .palm = {0.0, 0.0, -1.0},
                                         .fingers = {0.0, -1.0, 0.0},
                                         .weight = 1.0});
}

uh_constraint uh_constraint_clasp(void)
{
    return (uh_constraint){.kind = UH_CONSTRAINT_CLASP, .weight = 1.0, .midway = true};
}
