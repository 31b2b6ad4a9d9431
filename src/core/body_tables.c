/* SPDX-License-Identifier: MIT */
#include "body_tables.h"

#include <string.h>

/* Heights of hip, knee, ankle and shoulder, and the lengths of arm and leg, are Drillis & Contini
 * (body.h). Between hip and crown they give no joints: the spine is divided as adult vertebrae are
 * on average (lumbar 0.103, thoracic 0.157, neck 0.052 of stature along the curve, C7 at 0.85),
 * with the lordosis and kyphosis of quiet standing; our own choice, within the spread of adults.
 *
 * Biacromial breadth is measured on the bone: the joint lies 0.02 further in. The hip joints lie
 * where a tenth of stature separates them. */
#define JOINT_OUT (0.5 * UH_BODY_SHOULDER_BREADTH - 0.020)
#define BREASTBONE_X 0.012

#define SIDED_ROW(SIDE, OTHER, SEGMENT, PARENT, X, Y, Z)                                           \
    [UH_SEGMENT_##SIDE##_##                                                                        \
        SEGMENT] = {UH_SEGMENT_##PARENT, UH_SEGMENT_##OTHER##_##SEGMENT, SPOT(X, Y, Z)}

#define SIDED(SIDE, OTHER, S)                                                                      \
    SIDED_ROW(SIDE, OTHER, SHOULDER, UPPER_THORAX_3, (S)*BREASTBONE_X, -0.009, 0.062),             \
        SIDED_ROW(SIDE, OTHER, UPPER_ARM, SIDE##_SHOULDER, (S) * (JOINT_OUT - BREASTBONE_X),       \
                  0.001, -0.043),                                                                  \
        SIDED_ROW(SIDE, OTHER, FOREARM, SIDE##_UPPER_ARM, 0.0, -UH_BODY_UPPER_ARM, 0.0),           \
        SIDED_ROW(SIDE, OTHER, HAND, SIDE##_FOREARM, 0.0, -UH_BODY_FOREARM, 0.0),                  \
        SIDED_ROW(SIDE, OTHER, FINGERS, SIDE##_HAND, 0.0, -0.058, 0.0),                            \
        SIDED_ROW(SIDE, OTHER, THIGH, PELVIS, (S)*0.050, 0.0, 0.0),                                \
        SIDED_ROW(SIDE, OTHER, SHANK, SIDE##_THIGH, 0.0, -UH_BODY_THIGH, 0.0),                     \
        SIDED_ROW(SIDE, OTHER, FOOT, SIDE##_SHANK, 0.0, -UH_BODY_SHANK, 0.0),                      \
        SIDED_ROW(SIDE, OTHER, TOES, SIDE##_FOOT, 0.0, -0.029, 0.074)

#define MIDDLE(SEGMENT, PARENT, Y, Z)                                                              \
    [UH_SEGMENT_##SEGMENT] = {UH_SEGMENT_##PARENT, UH_SEGMENT_##SEGMENT, SPOT(0.0, Y, Z)}

/* The curve of the quiet spine, seen from the left (z to the front), from the hips up:
 * L5/S1 (0.060, -0.020), T12/L1 (0.163, -0.026), T6/T7 (0.243, -0.051), C7/T1 (0.320, -0.031),
 * C2/C3 (0.372, -0.011). */
const segment_row uh_segment_rows[UH_SEGMENT_COUNT] = {
    MIDDLE(WORLD, WORLD, 0.0, 0.0),
    MIDDLE(PELVIS, WORLD, 0.0, 0.0),
    MIDDLE(LUMBAR_1, PELVIS, 0.060, -0.020),
    MIDDLE(LUMBAR_2, LUMBAR_1, 0.034, 0.008),
    MIDDLE(LUMBAR_3, LUMBAR_2, 0.035, -0.003),
    MIDDLE(LOWER_THORAX_1, LUMBAR_3, 0.034, -0.011),
    MIDDLE(LOWER_THORAX_2, LOWER_THORAX_1, 0.027, -0.012),
    MIDDLE(LOWER_THORAX_3, LOWER_THORAX_2, 0.027, -0.009),
    MIDDLE(UPPER_THORAX_1, LOWER_THORAX_3, 0.026, -0.004),
    MIDDLE(UPPER_THORAX_2, UPPER_THORAX_1, 0.027, 0.001),
    MIDDLE(UPPER_THORAX_3, UPPER_THORAX_2, 0.026, 0.007),
    MIDDLE(NECK_1, UPPER_THORAX_3, 0.024, 0.012),
    MIDDLE(NECK_2, NECK_1, 0.018, 0.009),
    MIDDLE(NECK_3, NECK_2, 0.017, 0.007),
    MIDDLE(HEAD, NECK_3, 0.017, 0.004),
    SIDED(LEFT, RIGHT, 1.0),
    SIDED(RIGHT, LEFT, -1.0),
};

const char *const uh_body_segment_names[] = {
    "room",           "pelvis",
    "lumbar-1",       "lumbar-2",
    "lumbar-3",       "lower-thorax-1",
    "lower-thorax-2", "lower-thorax-3",
    "upper-thorax-1", "upper-thorax-2",
    "upper-thorax-3", "neck-1",
    "neck-2",         "neck-3",
    "head",           "left-shoulder",
    "left-upper-arm", "left-forearm",
    "left-hand",      "left-fingers",
    "left-thigh",     "left-shank",
    "left-foot",      "left-toes",
    "right-shoulder", "right-upper-arm",
    "right-forearm",  "right-hand",
    "right-fingers",  "right-thigh",
    "right-shank",    "right-foot",
    "right-toes",     NULL,
};

const char *uh_segment_name(uh_segment segment)
{
    UH_ASSERT((int)segment >= 0 && segment < UH_SEGMENT_COUNT);
    return uh_body_segment_names[segment];
}

uh_segment uh_segment_parent(uh_segment segment)
{
    UH_ASSERT((int)segment >= 0 && segment < UH_SEGMENT_COUNT);
    return (uh_segment)uh_segment_rows[segment].parent;
}

uh_segment uh_segment_mirror(uh_segment segment)
{
    UH_ASSERT((int)segment >= 0 && segment < UH_SEGMENT_COUNT);
    return (uh_segment)uh_segment_rows[segment].mirror;
}

typedef struct point_row {
    uh_segment segment;
    uh_vec3 offset;
} point_row;

#define MIDDLE_POINT(POINT, SEGMENT, X, Y, Z) [UH_POINT_##POINT] = {UH_SEGMENT_##SEGMENT, {X, Y, Z}}

#define SIDED_POINTS(SIDE, S)                                                                      \
    MIDDLE_POINT(SIDE##_EAR, HEAD, (S)*0.043, 0.028, 0.004),                                       \
        MIDDLE_POINT(SIDE##_SHOULDER, SIDE##_UPPER_ARM, 0.0, 0.0, 0.0),                            \
        MIDDLE_POINT(SIDE##_ELBOW, SIDE##_FOREARM, 0.0, 0.0, 0.0),                                 \
        MIDDLE_POINT(SIDE##_WRIST, SIDE##_HAND, 0.0, 0.0, 0.0),                                    \
        MIDDLE_POINT(SIDE##_PALM_HEEL, SIDE##_HAND, (S) * -0.016, -0.010, 0.0),                    \
        MIDDLE_POINT(SIDE##_PALM, SIDE##_HAND, (S) * -0.011, -0.045, 0.0),                         \
        MIDDLE_POINT(SIDE##_FINGERTIP, SIDE##_FINGERS, 0.0, 0.058 - UH_BODY_HAND, 0.0),            \
        MIDDLE_POINT(SIDE##_HIP, SIDE##_THIGH, 0.0, 0.0, 0.0),                                     \
        MIDDLE_POINT(SIDE##_KNEE, SIDE##_SHANK, 0.0, 0.0, 0.0),                                    \
        MIDDLE_POINT(SIDE##_KNEECAP, SIDE##_THIGH, 0.0, -0.247, 0.033),                            \
        MIDDLE_POINT(SIDE##_ANKLE, SIDE##_FOOT, 0.0, 0.0, 0.0),                                    \
        MIDDLE_POINT(SIDE##_HEEL, SIDE##_FOOT, 0.0, -UH_BODY_ANKLE, -0.022),                       \
        MIDDLE_POINT(SIDE##_BALL, SIDE##_FOOT, 0.0, -UH_BODY_ANKLE, 0.070),                        \
        MIDDLE_POINT(SIDE##_TOE, SIDE##_TOES, 0.0, -0.002, UH_BODY_FOOT - 0.112),                  \
        MIDDLE_POINT(SIDE##_SEAT, PELVIS, (S)*0.040, -0.046, -0.018),                              \
        MIDDLE_POINT(SIDE##_BLADE_BORDER, SIDE##_SHOULDER, (S)*0.024, -0.030, -0.118),             \
        MIDDLE_POINT(SIDE##_WAIST_SIDE, LUMBAR_3, (S)*0.078, 0.004, 0.004)

static const point_row point_rows[UH_POINT_COUNT] = {
    MIDDLE_POINT(HIPS, PELVIS, 0.0, 0.0, 0.0),
    MIDDLE_POINT(LUMBAR, LUMBAR_1, 0.0, 0.0, 0.0),
    MIDDLE_POINT(WAIST, LOWER_THORAX_1, 0.0, 0.0, 0.0),
    MIDDLE_POINT(MID_THORAX, UPPER_THORAX_1, 0.0, 0.0, 0.0),
    MIDDLE_POINT(NECK, NECK_1, 0.0, 0.0, 0.0),
    MIDDLE_POINT(UPPER_NECK, HEAD, 0.0, 0.0, 0.0),
    MIDDLE_POINT(CROWN, HEAD, 0.0, 0.098, 0.010),
    MIDDLE_POINT(CHIN, HEAD, 0.0, -0.030, 0.060),
    MIDDLE_POINT(NOSE, HEAD, 0.0, 0.018, 0.080),
    MIDDLE_POINT(BACK_OF_HEAD, HEAD, 0.0, 0.040, -0.045),
    MIDDLE_POINT(BREASTBONE, UPPER_THORAX_3, 0.0, -0.045, 0.090),
    MIDDLE_POINT(T7_SKIN, UPPER_THORAX_1, 0.0, 0.0, -0.030),
    MIDDLE_POINT(T3_SKIN, UPPER_THORAX_3, 0.0, -0.006, -0.034),
    MIDDLE_POINT(L3_SKIN, LUMBAR_2, 0.0, 0.010, -0.046),
    MIDDLE_POINT(TAILBONE, PELVIS, 0.0, 0.004, -0.062),
    SIDED_POINTS(LEFT, 1.0),
    SIDED_POINTS(RIGHT, -1.0),
};

const char *const uh_body_point_names[] = {
    "hips",
    "lumbar",
    "waist",
    "mid-thorax",
    "neck",
    "upper-neck",
    "crown",
    "chin",
    "nose",
    "back-of-head",
    "breastbone",
    "t7-skin",
    "t3-skin",
    "l3-skin",
    "tailbone",
    "left-ear",
    "left-shoulder",
    "left-elbow",
    "left-wrist",
    "left-palm-heel",
    "left-palm",
    "left-fingertip",
    "left-hip",
    "left-knee",
    "left-kneecap",
    "left-ankle",
    "left-heel",
    "left-ball",
    "left-toe",
    "left-seat",
    "left-blade-border",
    "left-waist-side",
    "right-ear",
    "right-shoulder",
    "right-elbow",
    "right-wrist",
    "right-palm-heel",
    "right-palm",
    "right-fingertip",
    "right-hip",
    "right-knee",
    "right-kneecap",
    "right-ankle",
    "right-heel",
    "right-ball",
    "right-toe",
    "right-seat",
    "right-blade-border",
    "right-waist-side",
    NULL,
};

const char *uh_point_name(uh_point point)
{
    UH_ASSERT((int)point >= 0 && point < UH_POINT_COUNT);
    return uh_body_point_names[point];
}

uh_status uh_point_find(const char *name, size_t length, uh_point *ret_point)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        const char *known = uh_body_point_names[i];
        if (strlen(known) == length && memcmp(known, name, length) == 0) {
            *ret_point = (uh_point)i;
            return UH_OK;
        }
    }
    return UH_ERR_UNKNOWN;
}

uh_point uh_point_mirror(uh_point point)
{
    const int sided = UH_POINT_RIGHT_EAR - UH_POINT_LEFT_EAR;
    if (point >= UH_POINT_RIGHT_EAR) {
        return (uh_point)((int)point - sided);
    }
    return point >= UH_POINT_LEFT_EAR ? (uh_point)((int)point + sided) : point;
}

uh_segment uh_point_segment(uh_point point)
{
    UH_ASSERT((int)point >= 0 && point < UH_POINT_COUNT);
    return point_rows[point].segment;
}

uh_vec3 uh_point_offset(uh_point point)
{
    UH_ASSERT((int)point >= 0 && point < UH_POINT_COUNT);
    return point_rows[point].offset;
}
