/* SPDX-License-Identifier: MIT */
#include "core/motion_names.h"

#include "unhunch/body.h"

const char *const uh_keep_kind_names[] = {
    [UH_KEEP_FREE] = "free",         [UH_KEEP_FOOT] = "foot",
    [UH_KEEP_HAND] = "hand",         [UH_KEEP_BEHIND_HEAD] = "behind-head",
    [UH_KEEP_ON_WAIST] = "on-waist", [UH_KEEP_ON_THIGH] = "on-thigh",
    [UH_KEEP_CLASP] = "clasp",       [UH_KEEP_ANCHOR] = "anchor",
    [UH_KEEP_REACH] = "reach",       [UH_KEEP_AIM] = "aim",
    [UH_KEEP_KIND_COUNT] = NULL};

const char *const uh_keep_side_names[] = {"both", "left", "right", NULL};
const char *const uh_limb_names[] = {"hand", "foot", "body", NULL};
const char *const uh_touch_names[] = {"usual", "none", "planted", "rolling", NULL};
const char *const uh_axis_names[] = {"x", "y", "z", NULL};
const char *const uh_crop_names[] = {"whole", "head-to-seat", "head-to-chest", "head-to-hands",
                                     NULL};

/* The names of body.h and figure.h as lists for the schema; a test compares them. */
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

const char *const uh_thing_names[] = {
    "none",
    "floor",
    "mat",
    "chair",
    "stool",
    "doorway",
    "foam-roller-across",
    "foam-roller-along",
    "towel-roll",
    "towel-folded",
    NULL,
};

bool uh_joint_angle_good(const uh_joint_angle *angle)
{
    if (angle->angle >= UH_ANGLE_COUNT) {
        return false;
    }
    const uh_angle_limit limit = uh_angle_range((uh_angle)angle->angle);
    const double degrees = angle->tenths * 0.1;
    return degrees >= limit.min_deg - 1e-9 && degrees <= limit.max_deg + 1e-9;
}
