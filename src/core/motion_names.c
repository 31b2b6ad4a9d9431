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

/* The names of figure.h as a list for the schema; a test compares them. */
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
