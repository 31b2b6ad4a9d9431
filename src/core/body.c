/* SPDX-License-Identifier: MIT */
#include "unhunch/body.h"

#include <string.h>

#include "body_tables.h"

uh_pose uh_pose_neutral(double stature_m)
{
    uh_pose pose = {0};
    pose.root_m.y = UH_BODY_HIP_HEIGHT * stature_m;
    return pose;
}

void uh_pose_set(uh_pose *pose, uh_angle_ref ref, double value_deg)
{
    UH_ASSERT((int)ref.angle >= 0 && ref.angle < UH_ANGLE_COUNT);
    UH_ASSERT(!ref.both || (ref.angle >= UH_ANGLE_LEFT && ref.angle < UH_ANGLE_RIGHT));
    pose->angle_deg[ref.angle] = ref.sign * value_deg;
    if (ref.both) {
        pose->angle_deg[(int)ref.angle + UH_ANGLES_PER_SIDE] = ref.sign * value_deg;
    }
}

uh_pose uh_pose_mix(const uh_pose *a, const uh_pose *b, double t)
{
    uh_pose mixed;
    mixed.root_m = uh_vec3_mix(a->root_m, b->root_m, t);
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        mixed.angle_deg[i] = a->angle_deg[i] + (b->angle_deg[i] - a->angle_deg[i]) * t;
    }
    return mixed;
}

uh_pose uh_pose_mirror(const uh_pose *pose)
{
    uh_pose twin = *pose;
    twin.root_m = uh_vec3_mirror(pose->root_m);
    for (int i = 0; i < UH_ANGLES_PER_SIDE; i++) {
        twin.angle_deg[UH_ANGLE_LEFT + i] = pose->angle_deg[UH_ANGLE_RIGHT + i];
        twin.angle_deg[UH_ANGLE_RIGHT + i] = pose->angle_deg[UH_ANGLE_LEFT + i];
    }
    /* flexion is the same in a mirror, bending and turning are not */
    static const uh_angle opposite[] = {UH_ROOT_TURN,           UH_ROOT_ROLL,
                                        UH_PELVIS_BEND,         UH_PELVIS_ROTATION,
                                        UH_LUMBAR_BEND,         UH_LUMBAR_ROTATION,
                                        UH_LOWER_THORACIC_BEND, UH_LOWER_THORACIC_ROTATION,
                                        UH_UPPER_THORACIC_BEND, UH_UPPER_THORACIC_ROTATION,
                                        UH_NECK_BEND,           UH_NECK_ROTATION,
                                        UH_HEAD_BEND,           UH_HEAD_ROTATION};
    for (size_t i = 0; i < UH_COUNT(opposite); i++) {
        twin.angle_deg[opposite[i]] = -pose->angle_deg[opposite[i]];
    }
    return twin;
}

/* -- frames ---------------------------------------------------------------------------- */

static double side_sign(uh_side side)
{
    return side == UH_SIDE_LEFT ? 1.0 : -1.0;
}

static uh_segment sided(uh_side side, uh_segment left)
{
    return side == UH_SIDE_LEFT ? left : uh_segment_mirror(left);
}

/* Puts the segment at its joint, standing as its parent does. */
static uh_mat3 *hang(uh_skeleton *skeleton, uh_segment segment)
{
    const segment_row *row = &uh_segment_rows[segment];
    const uh_frame *parent = &skeleton->segment[row->parent];
    uh_frame *frame = &skeleton->segment[segment];
    uh_vec3 offset_m = uh_vec3_scale(uh_spot_vec3(&row->offset), skeleton->stature_m);
    frame->origin_m = uh_vec3_add(parent->origin_m, uh_mat3_apply(&parent->axes, offset_m));
    frame->axes = parent->axes;
    return &frame->axes;
}

typedef struct pose_region {
    uh_angle flexion; /* bending and rotation follow */
    uh_segment first;
    const double *share;
} pose_region;

typedef struct joint_turn {
    uh_sine x;
    uh_sine z;
    uh_sine y;
} joint_turn;

static joint_turn turn_of(double x_deg, double z_deg, double y_deg)
{
    return (joint_turn){uh_sine_deg(x_deg), uh_sine_deg(z_deg), uh_sine_deg(y_deg)};
}

static void turn_axes(uh_mat3 *axes, const joint_turn *turn)
{
    uh_mat3_turn_x(axes, turn->x);
    uh_mat3_turn_z(axes, turn->z);
    uh_mat3_turn_y(axes, turn->y);
}

/* How a region's angles are spread over its three segments. The neck gives most at its root, which
 * is why a head can glide back over the shoulders (about 0.012 of stature at 15 degrees). */
static const double even[3] = {1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0};
static const double from_root[3] = {0.60, 0.25, 0.15};

static void place_region(const pose_region *region, const uh_pose *pose, uh_skeleton *skeleton)
{
    const double *angle = &pose->angle_deg[region->flexion];
    joint_turn turn = turn_of(0.0, 0.0, 0.0);
    for (int i = 0; i < 3; i++) {
        double share = region->share[i];
        if (i == 0 || share != region->share[i - 1]) {
            turn = turn_of(angle[0] * share, angle[1] * share, angle[2] * share);
        }
        turn_axes(hang(skeleton, (uh_segment)((int)region->first + i)), &turn);
    }
}

static const pose_region regions[] = {
    {UH_LUMBAR_FLEXION, UH_SEGMENT_LUMBAR_1, even},
    {UH_LOWER_THORACIC_FLEXION, UH_SEGMENT_LOWER_THORAX_1, even},
    {UH_UPPER_THORACIC_FLEXION, UH_SEGMENT_UPPER_THORAX_1, even},
    {UH_NECK_FLEXION, UH_SEGMENT_NECK_1, from_root},
};

static void place_head(const uh_pose *pose, uh_skeleton *skeleton)
{
    const double *angle = &pose->angle_deg[UH_HEAD_FLEXION];
    joint_turn turn = turn_of(angle[0], angle[1], angle[2]);
    turn_axes(hang(skeleton, UH_SEGMENT_HEAD), &turn);
}

static void place_root(const uh_pose *pose, uh_skeleton *skeleton)
{
    uh_frame frame = {uh_mat3_identity(), {0.0, 0.0, 0.0}};
    skeleton->segment[UH_SEGMENT_WORLD] = frame;
    frame.origin_m = pose->root_m;
    uh_mat3_turn_y(&frame.axes, uh_sine_deg(pose->angle_deg[UH_ROOT_TURN]));
    uh_mat3_turn_x(&frame.axes, uh_sine_deg(pose->angle_deg[UH_ROOT_PITCH]));
    uh_mat3_turn_z(&frame.axes, uh_sine_deg(pose->angle_deg[UH_ROOT_ROLL]));
    joint_turn tilt = turn_of(pose->angle_deg[UH_PELVIS_FLEXION], pose->angle_deg[UH_PELVIS_BEND],
                              pose->angle_deg[UH_PELVIS_ROTATION]);
    turn_axes(&frame.axes, &tilt);
    skeleton->segment[UH_SEGMENT_PELVIS] = frame;
}

static uh_mat3 upper_arm_axes(const uh_mat3 *thorax, const double *angle, double sign)
{
    uh_mat3 axes = *thorax;
    uh_mat3_turn_y(&axes, uh_sine_deg(sign * angle[UH_SHOULDER_HORIZONTAL_ABDUCTION]));
    uh_mat3_turn_x(&axes, uh_sine_deg(-angle[UH_SHOULDER_FLEXION]));
    uh_mat3_turn_z(&axes, uh_sine_deg(sign * angle[UH_SHOULDER_ABDUCTION]));
    uh_mat3_turn_y(&axes, uh_sine_deg(-sign * angle[UH_SHOULDER_INTERNAL_ROTATION]));
    return axes;
}

/* Collar bone and blade turn less than the angles that name them: a blade that turns 20 degrees on
 * the ribs takes the tip of the shoulder 0.015 of stature back. The higher the arm, the higher they
 * carry the joint (the rhythm of shoulder and blade). */
void uh_body_place_girdle(const uh_pose *pose, uh_side side, uh_vec3 arm_axis,
                          uh_skeleton *skeleton)
{
    const double *angle = &pose->angle_deg[uh_angle_of(side, (uh_side_angle)0)];
    double sign = side_sign(side);
    uh_mat3 *girdle = hang(skeleton, sided(side, UH_SEGMENT_LEFT_SHOULDER));
    double raised = 0.5 * (1.0 - uh_vec3_dot(arm_axis, girdle->y));
    double lift = UH_GIRDLE_LIFT * angle[UH_SCAPULA_ELEVATION] + UH_GIRDLE_RHYTHM_DEG * raised;
    double turn = UH_GIRDLE_TURN * angle[UH_SCAPULA_PROTRACTION];
    uh_mat3_turn_y(girdle, uh_sine_deg(-sign * turn));
    uh_mat3_turn_z(girdle, uh_sine_deg(sign * lift));
    (void)hang(skeleton, sided(side, UH_SEGMENT_LEFT_UPPER_ARM));
}

void uh_body_place_arm(const uh_pose *pose, uh_side side, uh_skeleton *skeleton)
{
    const double *angle = &pose->angle_deg[uh_angle_of(side, (uh_side_angle)0)];
    double sign = side_sign(side);
    const uh_mat3 *thorax = &skeleton->segment[UH_SEGMENT_UPPER_THORAX_3].axes;
    uh_mat3 upper = upper_arm_axes(thorax, angle, sign);
    uh_body_place_girdle(pose, side, upper.y, skeleton);
    /* the arm is measured against the thorax, not against the blade */
    skeleton->segment[sided(side, UH_SEGMENT_LEFT_UPPER_ARM)].axes = upper;

    uh_mat3 *forearm = hang(skeleton, sided(side, UH_SEGMENT_LEFT_FOREARM));
    uh_mat3_turn_x(forearm, uh_sine_deg(-angle[UH_ELBOW_FLEXION]));

    uh_mat3 *hand = hang(skeleton, sided(side, UH_SEGMENT_LEFT_HAND));
    uh_mat3_turn_y(hand, uh_sine_deg(-sign * angle[UH_FOREARM_PRONATION]));
    uh_mat3_turn_z(hand, uh_sine_deg(-sign * angle[UH_WRIST_FLEXION]));
    uh_mat3_turn_x(hand, uh_sine_deg(angle[UH_WRIST_ULNAR_DEVIATION]));

    uh_mat3 *fingers = hang(skeleton, sided(side, UH_SEGMENT_LEFT_FINGERS));
    uh_mat3_turn_z(fingers, uh_sine_deg(-sign * angle[UH_FINGERS_FLEXION]));
}

void uh_body_place_leg(const uh_pose *pose, uh_side side, uh_skeleton *skeleton)
{
    const double *angle = &pose->angle_deg[uh_angle_of(side, (uh_side_angle)0)];
    double sign = side_sign(side);
    joint_turn hip = turn_of(-angle[UH_HIP_FLEXION], sign * angle[UH_HIP_ABDUCTION],
                             -sign * angle[UH_HIP_INTERNAL_ROTATION]);
    turn_axes(hang(skeleton, sided(side, UH_SEGMENT_LEFT_THIGH)), &hip);

    uh_mat3 *shank = hang(skeleton, sided(side, UH_SEGMENT_LEFT_SHANK));
    uh_mat3_turn_x(shank, uh_sine_deg(angle[UH_KNEE_FLEXION]));

    joint_turn ankle = turn_of(-angle[UH_ANKLE_DORSIFLEXION], -sign * angle[UH_ANKLE_INVERSION],
                               -sign * angle[UH_ANKLE_INTERNAL_ROTATION]);
    turn_axes(hang(skeleton, sided(side, UH_SEGMENT_LEFT_FOOT)), &ankle);

    uh_mat3 *toes = hang(skeleton, sided(side, UH_SEGMENT_LEFT_TOES));
    uh_mat3_turn_x(toes, uh_sine_deg(-angle[UH_TOES_EXTENSION]));
}

void uh_skeleton_pose(const uh_pose *pose, double stature_m, uh_skeleton *ret_skeleton)
{
    UH_ASSERT(stature_m >= 0.5 && stature_m <= 2.5);
    ret_skeleton->stature_m = stature_m;
    place_root(pose, ret_skeleton);
    for (size_t i = 0; i < UH_COUNT(regions); i++) {
        place_region(&regions[i], pose, ret_skeleton);
    }
    place_head(pose, ret_skeleton);
    for (int side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        uh_body_place_arm(pose, (uh_side)side, ret_skeleton);
        uh_body_place_leg(pose, (uh_side)side, ret_skeleton);
    }
}

void uh_skeleton_move(uh_skeleton *skeleton, uh_vec3 by_m)
{
    for (int i = UH_SEGMENT_PELVIS; i < UH_SEGMENT_COUNT; i++) {
        skeleton->segment[i].origin_m = uh_vec3_add(skeleton->segment[i].origin_m, by_m);
    }
}

uh_vec3 uh_skeleton_place(const uh_skeleton *skeleton, uh_segment segment, uh_vec3 local_m)
{
    UH_ASSERT((int)segment >= 0 && segment < UH_SEGMENT_COUNT);
    const uh_frame *frame = &skeleton->segment[segment];
    return uh_vec3_add(frame->origin_m, uh_mat3_apply(&frame->axes, local_m));
}

uh_vec3 uh_skeleton_direction(const uh_skeleton *skeleton, uh_segment segment, uh_vec3 local)
{
    UH_ASSERT((int)segment >= 0 && segment < UH_SEGMENT_COUNT);
    return uh_mat3_apply(&skeleton->segment[segment].axes, local);
}

uh_vec3 uh_skeleton_point(const uh_skeleton *skeleton, uh_point point)
{
    return uh_skeleton_place(skeleton, uh_point_segment(point),
                             uh_vec3_scale(uh_point_offset(point), skeleton->stature_m));
}

/* -- readings -------------------------------------------------------------------------- */

uh_arm_reading uh_skeleton_arm(const uh_skeleton *skeleton, uh_side side)
{
    const uh_mat3 *thorax = &skeleton->segment[UH_SEGMENT_UPPER_THORAX_3].axes;
    const uh_mat3 *upper = &skeleton->segment[sided(side, UH_SEGMENT_LEFT_UPPER_ARM)].axes;
    const uh_mat3 *fore = &skeleton->segment[sided(side, UH_SEGMENT_LEFT_FOREARM)].axes;
    uh_vec3 arm = uh_vec3_scale(uh_mat3_into(thorax, upper->y), -1.0);
    double out = side_sign(side) * arm.x;
    return (uh_arm_reading){
        .elevation_deg = uh_deg(uh_acos(-arm.y)),
        .behind_deg = uh_atan2_deg(-arm.z, out),
        .elbow_deg = uh_deg(uh_acos(uh_vec3_dot(upper->y, fore->y))),
    };
}

double uh_skeleton_turn_deg(const uh_skeleton *skeleton, uh_segment a, uh_segment b)
{
    uh_mat3 seen = uh_mat3_relative(&skeleton->segment[a].axes, &skeleton->segment[b].axes);
    return uh_atan2_deg(seen.z.x - seen.x.z, seen.z.z + seen.x.x);
}

double uh_skeleton_lean_deg(const uh_skeleton *skeleton, uh_segment segment)
{
    const uh_mat3 *axes = &skeleton->segment[segment].axes;
    return uh_atan2_deg(-axes->z.y, axes->y.y);
}
