/* SPDX-License-Identifier: MIT */
/* motion_names.h: the spelling of what a motion names; NULL-terminated lists in enumeration order.
 */
#ifndef UH_CORE_MOTION_NAMES_H
#define UH_CORE_MOTION_NAMES_H

#include "core/body_tables.h"
#include "unhunch/catalogue.h"

extern const char *const uh_keep_kind_names[];
extern const char *const uh_keep_side_names[];
extern const char *const uh_limb_names[];
extern const char *const uh_touch_names[];
extern const char *const uh_axis_names[];
extern const char *const uh_crop_names[];
extern const char *const uh_thing_names[];

/* A known joint, within what it can do. */
bool uh_joint_angle_good(const uh_joint_angle *angle);

#endif
