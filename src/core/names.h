/* SPDX-License-Identifier: MIT */
/* names.h: the spelling of enumeration values in files and JSON; NULL-terminated lists in
 * enumeration order. */
#ifndef UH_CORE_NAMES_H
#define UH_CORE_NAMES_H

extern const char *const uh_kind_names[];
extern const char *const uh_family_names[];
extern const char *const uh_group_names[];
extern const char *const uh_region_names[];
extern const char *const uh_position_names[];
extern const char *const uh_equipment_names[];
extern const char *const uh_context_names[];
extern const char *const uh_sides_kind_names[];
extern const char *const uh_mode_names[];
extern const char *const uh_breath_names[];
extern const char *const uh_limit_names[];
extern const char *const uh_opt_in_names[];
extern const char *const uh_part_kind_names[];
extern const char *const uh_step_at_names[];
extern const char *const uh_eyes_names[];
extern const char *const uh_level_names[];

#endif
