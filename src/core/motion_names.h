/* SPDX-License-Identifier: MIT */
/* motion_names.h: the spelling of what a motion names; NULL-terminated lists in enumeration order.
 */
#ifndef UH_CORE_MOTION_NAMES_H
#define UH_CORE_MOTION_NAMES_H

#include "core/body_tables.h"
#include "core/names.h"
#include "unhunch/figure.h"

UH_NAMES(uh_keep_kind_names, UH_KEEP_KIND_COUNT - 1);
UH_NAMES(uh_keep_side_names, UH_SIDE_RIGHT);
UH_NAMES(uh_limb_names, UH_LIMB_BODY);
UH_NAMES(uh_touch_names, UH_TOUCH_ROLLING);
UH_NAMES(uh_axis_names, 2);
UH_NAMES(uh_crop_names, UH_CROP_COUNT - 1);
UH_NAMES(uh_thing_names, UH_PROP_KIND_COUNT - 1);

/* A known joint, within what it can do. */
bool uh_joint_angle_good(const uh_joint_angle *angle);

#endif
