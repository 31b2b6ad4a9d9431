/* SPDX-License-Identifier: MIT */
/* body.h: a skeleton fit for the upper back: joint angles in, places of the joints out, and back.
 *
 * Metres; x to the right of the picture, y up, z towards the viewer of a person who faces z. So the
 * person's LEFT is +x. Angles are degrees with clinical names. 0 is the person's own tall, quiet
 * posture, arms hanging, palms to the thighs: the normal curves of the spine are in the geometry,
 * never in the angles.
 *
 * Signs follow the ISB joint coordinate systems (Wu et al. 2002, 2005) where those agree with the
 * clinic's words; where they differ (flexion of shoulder, hip and spine) flexion is positive.
 * Rotation of the trunk is positive to the left, bending positive to the right, both as in ISB.
 * Joints turn flexion first, then bending or abduction, then rotation about the segment's own axis
 * (ISB: Z-X-Y). The shoulder turns horizontal abduction, flexion, abduction, rotation: give two of
 * the first three, the others stay 0.
 *
 * All values are plain: no pointers, no memory to free. A mirrored pose gives positions mirrored to
 * the last bit. */
#ifndef UNHUNCH_BODY_H
#define UNHUNCH_BODY_H

#include "unhunch/maths.h"

/* -- lengths --------------------------------------------------------------------------- */

/* Fractions of stature: Drillis & Contini 1966 (Body Segment Parameters, NYU report 1166-03), as
 * tabulated by Winter, Biomechanics and Motor Control of Human Movement, figure 4.1. */
#define UH_BODY_UPPER_ARM 0.186
#define UH_BODY_FOREARM 0.146
#define UH_BODY_HAND 0.108
#define UH_BODY_THIGH 0.245 /* hip height 0.530 less knee height 0.285 */
#define UH_BODY_SHANK 0.246 /* knee height 0.285 less ankle height 0.039 */
#define UH_BODY_ANKLE 0.039 /* height of the ankle above the sole */
#define UH_BODY_FOOT 0.152  /* heel to toe */
#define UH_BODY_HIP_HEIGHT 0.530
#define UH_BODY_SHOULDER_HEIGHT 0.818
#define UH_BODY_SHOULDER_BREADTH 0.259 /* across both; drawn deltoid to deltoid */
#define UH_BODY_HIP_BREADTH 0.191
#define UH_BODY_CHEST_BREADTH 0.174
#define UH_BODY_FOOT_BREADTH 0.055

/* Stature when nothing is known: 1.70 m, as in the examples of the exercises. */
#define UH_BODY_STATURE_M 1.70

/* -- angles ---------------------------------------------------------------------------- */

enum { UH_ANGLES_PER_SIDE = 19 };

/* The angles of one side, in the order in which they stand in uh_angle for left and right. */
typedef enum uh_side_angle {
    UH_SCAPULA_PROTRACTION,
    UH_SCAPULA_ELEVATION,
    UH_SHOULDER_FLEXION,
    UH_SHOULDER_ABDUCTION,
    UH_SHOULDER_HORIZONTAL_ABDUCTION, /* behind the plane of the chest is positive */
    UH_SHOULDER_INTERNAL_ROTATION,
    UH_ELBOW_FLEXION,
    UH_FOREARM_PRONATION, /* 0: thumb up with the elbow bent */
    UH_WRIST_FLEXION,
    UH_WRIST_ULNAR_DEVIATION,
    UH_FINGERS_FLEXION, /* all knuckles together */
    UH_HIP_FLEXION,
    UH_HIP_ABDUCTION,
    UH_HIP_INTERNAL_ROTATION,
    UH_KNEE_FLEXION,
    UH_ANKLE_DORSIFLEXION,
    UH_ANKLE_INVERSION,
    UH_ANKLE_INTERNAL_ROTATION, /* toes in */
    UH_TOES_EXTENSION,
} uh_side_angle;

typedef enum uh_angle {
    UH_ROOT_TURN,      /* the whole body about the vertical: to its left is positive */
    UH_ROOT_PITCH,     /* tips forward: 90 is prone, -90 supine */
    UH_ROOT_ROLL,      /* tips to its right: 90 is lying on the right side */
    UH_PELVIS_FLEXION, /* the top of the pelvis forward: anterior tilt */
    UH_PELVIS_BEND,
    UH_PELVIS_ROTATION,
    UH_LUMBAR_FLEXION,
    UH_LUMBAR_BEND,
    UH_LUMBAR_ROTATION,
    UH_LOWER_THORACIC_FLEXION, /* T7 to T12 */
    UH_LOWER_THORACIC_BEND,
    UH_LOWER_THORACIC_ROTATION,
    UH_UPPER_THORACIC_FLEXION, /* T1 to T6 */
    UH_UPPER_THORACIC_BEND,
    UH_UPPER_THORACIC_ROTATION,
    UH_NECK_FLEXION, /* lower neck, C3 to C7 */
    UH_NECK_BEND,
    UH_NECK_ROTATION,
    UH_HEAD_FLEXION, /* head on the upper neck, C0 to C2 */
    UH_HEAD_BEND,
    UH_HEAD_ROTATION,
    UH_ANGLE_LEFT,
    UH_ANGLE_RIGHT = UH_ANGLE_LEFT + UH_ANGLES_PER_SIDE,
    UH_ANGLE_COUNT = UH_ANGLE_RIGHT + UH_ANGLES_PER_SIDE
} uh_angle;

/* UH_SIDE_LEFT or UH_SIDE_RIGHT. */
static inline uh_angle uh_angle_of(uh_side side, uh_side_angle angle)
{
    UH_ASSERT(side != UH_SIDE_BOTH);
    return (uh_angle)((int)(side == UH_SIDE_LEFT ? UH_ANGLE_LEFT : UH_ANGLE_RIGHT) + (int)angle);
}

/* "upper-thoracic-flexion", "left-shoulder-abduction"; valid for ever. */
const char *uh_angle_name(uh_angle angle);

/* The name of its negative direction: "upper-thoracic-extension", "left-shoulder-adduction"; valid
 * for ever. */
const char *uh_angle_opposite_name(uh_angle angle);

typedef struct uh_angle_ref {
    uh_angle angle; /* the left one where `both` */
    double sign;    /* 1, or -1 for the name of a negative direction */
    bool both;      /* a name without a side: left and right get the same value */
} uh_angle_ref;

/* Reads "lumbar-extension", "left-elbow-flexion", or "elbow-flexion" for both sides.
 * UH_ERR_UNKNOWN: no such name. */
UH_MUST_USE uh_status uh_angle_find(const char *name, size_t length, uh_angle_ref *ret_ref);

/* Where an angle ends. Limits of drawing: inside what anatomy allows (docs of each row in
 * body_limits.c). */
typedef struct uh_angle_limit {
    double min_deg;
    double max_deg;
} uh_angle_limit;

uh_angle_limit uh_angle_range(uh_angle angle);

/* -- a pose ---------------------------------------------------------------------------- */

typedef struct uh_pose {
    uh_vec3 root_m; /* middle between the hips */
    double angle_deg[UH_ANGLE_COUNT];
} uh_pose;

/* Standing tall on the floor, all angles 0. */
uh_pose uh_pose_neutral(double stature_m);

void uh_pose_set(uh_pose *pose, uh_angle_ref ref, double value_deg);

/* Every angle and the root, from a (t = 0) to b (t = 1), in straight lines; t outside 0 to 1 goes
 * on. */
uh_pose uh_pose_mix(const uh_pose *a, const uh_pose *b, double t);

/* Left becomes right: the twin in a mirror at x = 0. */
uh_pose uh_pose_mirror(const uh_pose *pose);

/* What is beyond its limit, if anything. Beside the single angles these sums are looked at: lower
 * and upper thoracic together, neck and head together, and the arm's elevation from hanging. */
typedef struct uh_pose_excess {
    const char *name; /* of the angle or the sum; valid for ever */
    double value_deg;
    double limit_deg; /* the one that is passed */
} uh_pose_excess;

/* The largest excess above `tolerance_deg`; false: all angles are inside. */
bool uh_pose_beyond(const uh_pose *pose, double tolerance_deg, uh_pose_excess *ret_excess);

/* Every single angle brought inside its own range; sums are left as they come out. */
void uh_pose_clamp(uh_pose *pose);

/* -- the skeleton ---------------------------------------------------------------------- */

/* Rigid parts. Each spine region is three, so that it bends as a curve. */
typedef enum uh_segment {
    UH_SEGMENT_WORLD, /* the room; as a part of the body: nothing, standing at 0 */
    UH_SEGMENT_PELVIS,
    UH_SEGMENT_LUMBAR_1, /* lowest third */
    UH_SEGMENT_LUMBAR_2,
    UH_SEGMENT_LUMBAR_3,
    UH_SEGMENT_LOWER_THORAX_1,
    UH_SEGMENT_LOWER_THORAX_2,
    UH_SEGMENT_LOWER_THORAX_3,
    UH_SEGMENT_UPPER_THORAX_1,
    UH_SEGMENT_UPPER_THORAX_2,
    UH_SEGMENT_UPPER_THORAX_3, /* carries breastbone and shoulders: "the thorax" */
    UH_SEGMENT_NECK_1,
    UH_SEGMENT_NECK_2,
    UH_SEGMENT_NECK_3,
    UH_SEGMENT_HEAD,
    UH_SEGMENT_LEFT_SHOULDER, /* collar bone and blade: from the breastbone to the shoulder joint */
    UH_SEGMENT_LEFT_UPPER_ARM,
    UH_SEGMENT_LEFT_FOREARM,
    UH_SEGMENT_LEFT_HAND,
    UH_SEGMENT_LEFT_FINGERS,
    UH_SEGMENT_LEFT_THIGH,
    UH_SEGMENT_LEFT_SHANK,
    UH_SEGMENT_LEFT_FOOT,
    UH_SEGMENT_LEFT_TOES,
    UH_SEGMENT_RIGHT_SHOULDER,
    UH_SEGMENT_RIGHT_UPPER_ARM,
    UH_SEGMENT_RIGHT_FOREARM,
    UH_SEGMENT_RIGHT_HAND,
    UH_SEGMENT_RIGHT_FINGERS,
    UH_SEGMENT_RIGHT_THIGH,
    UH_SEGMENT_RIGHT_SHANK,
    UH_SEGMENT_RIGHT_FOOT,
    UH_SEGMENT_RIGHT_TOES,
    UH_SEGMENT_COUNT
} uh_segment;

/* "pelvis", "upper-thorax-3", "left-forearm"; valid for ever. */
const char *uh_segment_name(uh_segment segment);

/* What a segment hangs on; the pelvis hangs on UH_SEGMENT_WORLD. */
uh_segment uh_segment_parent(uh_segment segment);

/* The other side's; a middle one is its own twin. */
uh_segment uh_segment_mirror(uh_segment segment);

/* Where a segment's near joint is and how it stands. */
typedef struct uh_frame {
    uh_mat3 axes;
    uh_vec3 origin_m;
} uh_frame;

typedef struct uh_skeleton {
    double stature_m;
    uh_frame segment[UH_SEGMENT_COUNT];
} uh_skeleton;

/* Stature 0.5 to 2.5 m. */
void uh_skeleton_pose(const uh_pose *pose, double stature_m, uh_skeleton *ret_skeleton);

/* The whole body moved. */
void uh_skeleton_move(uh_skeleton *skeleton, uh_vec3 by_m);

/* Joints and landmarks. Landmarks lie on the skin as it is drawn. */
typedef enum uh_point {
    UH_POINT_HIPS,       /* middle between the hip joints: the root */
    UH_POINT_LUMBAR,     /* L5/S1 */
    UH_POINT_WAIST,      /* T12/L1 */
    UH_POINT_MID_THORAX, /* T6/T7 */
    UH_POINT_NECK,       /* C7/T1 */
    UH_POINT_UPPER_NECK, /* C2/C3 */
    UH_POINT_CROWN,
    UH_POINT_CHIN,
    UH_POINT_NOSE,
    UH_POINT_BACK_OF_HEAD,
    UH_POINT_BREASTBONE, /* its middle, skin */
    UH_POINT_T7_SKIN,    /* back, level with the lower tips of the blades */
    UH_POINT_T3_SKIN,    /* between the blades */
    UH_POINT_L3_SKIN,
    UH_POINT_TAILBONE,
    UH_POINT_LEFT_EAR,
    UH_POINT_LEFT_SHOULDER,
    UH_POINT_LEFT_ELBOW,
    UH_POINT_LEFT_WRIST,
    UH_POINT_LEFT_PALM_HEEL,
    UH_POINT_LEFT_PALM, /* its middle */
    UH_POINT_LEFT_FINGERTIP,
    UH_POINT_LEFT_HIP,
    UH_POINT_LEFT_KNEE,
    UH_POINT_LEFT_KNEECAP,
    UH_POINT_LEFT_ANKLE,
    UH_POINT_LEFT_HEEL, /* under the heel */
    UH_POINT_LEFT_BALL, /* under the ball of the foot */
    UH_POINT_LEFT_TOE,
    UH_POINT_LEFT_SEAT,         /* seat bone, skin */
    UH_POINT_LEFT_BLADE_BORDER, /* inner edge of the shoulder blade, skin */
    UH_POINT_LEFT_WAIST_SIDE,   /* between pelvic rim and ribs */
    UH_POINT_RIGHT_EAR,
    UH_POINT_RIGHT_SHOULDER,
    UH_POINT_RIGHT_ELBOW,
    UH_POINT_RIGHT_WRIST,
    UH_POINT_RIGHT_PALM_HEEL,
    UH_POINT_RIGHT_PALM,
    UH_POINT_RIGHT_FINGERTIP,
    UH_POINT_RIGHT_HIP,
    UH_POINT_RIGHT_KNEE,
    UH_POINT_RIGHT_KNEECAP,
    UH_POINT_RIGHT_ANKLE,
    UH_POINT_RIGHT_HEEL,
    UH_POINT_RIGHT_BALL,
    UH_POINT_RIGHT_TOE,
    UH_POINT_RIGHT_SEAT,
    UH_POINT_RIGHT_BLADE_BORDER,
    UH_POINT_RIGHT_WAIST_SIDE,
    UH_POINT_COUNT
} uh_point;

/* "left-elbow"; valid for ever. */
const char *uh_point_name(uh_point point);

/* UH_ERR_UNKNOWN: no such name. */
UH_MUST_USE uh_status uh_point_find(const char *name, size_t length, uh_point *ret_point);

uh_point uh_point_mirror(uh_point point);

uh_vec3 uh_skeleton_point(const uh_skeleton *skeleton, uh_point point);

/* A place given in a segment's own axes (metres), in the room. UH_SEGMENT_WORLD: unchanged. */
uh_vec3 uh_skeleton_place(const uh_skeleton *skeleton, uh_segment segment, uh_vec3 local_m);

/* A direction likewise. */
uh_vec3 uh_skeleton_direction(const uh_skeleton *skeleton, uh_segment segment, uh_vec3 local);

/* What a therapist would read off the person, from the skeleton alone. */
typedef struct uh_arm_reading {
    double elevation_deg; /* from hanging along the thorax: 0; straight up: 180 */
    double behind_deg;    /* behind the plane of the chest is positive: "hx" */
    double elbow_deg;     /* 0 is straight */
} uh_arm_reading;

uh_arm_reading uh_skeleton_arm(const uh_skeleton *skeleton, uh_side side);

/* How far segment `b` is turned to the left against `a`, about a's long axis. */
double uh_skeleton_turn_deg(const uh_skeleton *skeleton, uh_segment a, uh_segment b);

/* How far a segment's long axis leans from the vertical: forward of its own front is positive. */
double uh_skeleton_lean_deg(const uh_skeleton *skeleton, uh_segment segment);

/* -- planting hands, knees and feet ---------------------------------------------------- */

typedef enum uh_constraint_kind {
    UH_CONSTRAINT_NONE,
    UH_CONSTRAINT_ANCHOR, /* the whole body is moved until `point` is at the target, on the axes
                             given */
    UH_CONSTRAINT_REACH,  /* the arm or leg of `point` bends until the point is at the target */
    UH_CONSTRAINT_AIM,  /* the upper arm or thigh is turned so that `point` (elbow or knee) lies in
                           the  direction `target`; the hinge keeps its angle */
    UH_CONSTRAINT_CLASP /* both hands meet: at the target or the nearest place that both reach, or,
                           where `midway`, between them, elbows as bent as they are; `point` unused,
                           palm, fingers and pole are those of the left hand, mirrored for the right
                           one */
} uh_constraint_kind;

enum { UH_AXIS_X = 1, UH_AXIS_Y = 2, UH_AXIS_Z = 4, UH_AXES_ALL = 7 };

typedef enum uh_contact_kind {
    UH_CONTACT_FREE,
    UH_CONTACT_PLANTED,
    UH_CONTACT_ROLLING
} uh_contact_kind;

/* Applied one after the other, so an anchor goes before the reaches that rely on it. Lengths are
 * fractions of stature, so that a data file fits everybody. */
typedef struct uh_constraint {
    uh_constraint_kind kind;
    uh_contact_kind contact; /* what uh_solution lists it as */
    uh_point point;
    uh_segment frame; /* of target, palm and fingers; UH_SEGMENT_WORLD (0) for the room */
    uh_vec3 target;   /* a place in statures; for UH_CONSTRAINT_AIM a direction */
    uh_vec3 pole;     /* where elbow or knee points; (0, 0, 0): where it points in the given pose */
    uh_segment pole_frame;
    uh_vec3 palm;    /* which way palm or sole faces; (0, 0, 0): wrist or ankle keeps its angles */
    uh_vec3 fingers; /* which way fingers or toes point; only with palm */
    double weight;   /* 0 to 1: how much of the way to the target, and of its turn; 1 is planted */
    unsigned axes;   /* UH_AXIS_...; for UH_CONSTRAINT_ANCHOR only */
    bool midway;     /* UH_CONSTRAINT_CLASP: between where the hands are in the given pose */
} uh_constraint;

enum { UH_CONSTRAINTS_MAX = 16 };

typedef struct uh_contact {
    uh_point point;
    uh_contact_kind kind;
    uh_vec3 position_m;
} uh_contact;

typedef struct uh_solution {
    uh_pose pose; /* with the angles that the constraints needed */
    uh_skeleton skeleton;
    uh_contact contact[UH_CONSTRAINTS_MAX];
    uint32_t contact_count;
    double residual_m; /* the farthest that a reach fell short; 0 where all were reached */
} uh_solution;

/* Completes a pose: at most UH_CONSTRAINTS_MAX constraints, in their order. A target out of reach
 * is pointed at with the limb straight, and residual_m says how far it fell short; nothing breaks.
 * Reached means within 1e-6 m. Of a clasp it counts the hand that is farther, as it reached alone.
 */
void uh_body_solve(const uh_pose *pose, double stature_m, const uh_constraint *constraints,
                   size_t count, uh_solution *ret_solution);

uh_constraint uh_constraint_mirror(const uh_constraint *constraint);

/* The usual ones. */

/* Sole flat on the floor, heel at (x, 0, z), toes turned out by `toe_out_deg` from the room's z. */
uh_constraint uh_constraint_foot(uh_side side, double x, double z, double toe_out_deg);

/* Palm flat on the floor, its heel at (x, 0, z), fingers along the room's z. */
uh_constraint uh_constraint_hand(uh_side side, double x, double z);

/* Hand behind the head, elbow pointing half forward and half out. */
uh_constraint uh_constraint_hand_behind_head(uh_side side);

/* Palm on the side of the waist, elbow out. */
uh_constraint uh_constraint_hand_on_waist(uh_side side);

/* Palm on the thigh, `along` of the way from hip (0) to knee (1). */
uh_constraint uh_constraint_hand_on_thigh(uh_side side, double along);

/* Fingers interlaced where the hands are. */
uh_constraint uh_constraint_clasp(void);

#endif
