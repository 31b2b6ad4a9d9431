/* SPDX-License-Identifier: MIT */
/* names.h: the spelling of enumeration values in files and JSON; NULL-terminated lists in
 * enumeration order. */
#ifndef UH_CORE_NAMES_H
#define UH_CORE_NAMES_H

#include "unhunch/catalogue.h"

/* A list up to the name of the last value. */
#define UH_NAMES(list, last) extern const char *const list[(last) + 2]

UH_NAMES(uh_kind_names, UH_KIND_ACTIVATION);
UH_NAMES(uh_family_names, UH_FAMILY_COUNT - 1);
UH_NAMES(uh_group_names, UH_GROUP_NECK);
UH_NAMES(uh_region_names, UH_REGION_COUNT - 1);
UH_NAMES(uh_position_names, UH_POSITION_COUNT - 1);
UH_NAMES(uh_equipment_names, UH_EQUIPMENT_COUNT - 1);
UH_NAMES(uh_context_names, UH_CONTEXT_COUNT - 1);
UH_NAMES(uh_sides_kind_names, UH_SIDES_OPENING_DIRECTION);
UH_NAMES(uh_mode_names, UH_MODE_BREATH_PACED);
UH_NAMES(uh_breath_names, UH_BREATH_OUT);
UH_NAMES(uh_limit_names, UH_LIMIT_COUNT - 1);
UH_NAMES(uh_opt_in_names, UH_OPT_IN_COUNT - 1);
UH_NAMES(uh_part_kind_names, UH_PART_MOVE);
UH_NAMES(uh_step_at_names, UH_STEP_SWITCH);
UH_NAMES(uh_eyes_names, UH_EYES_AWAY);
UH_NAMES(uh_level_names, UH_LEVEL_USUAL);

#endif
