/* SPDX-License-Identifier: MIT */
#include "core/names.h"

#include "unhunch/catalogue.h"

const char *const uh_kind_names[] = {"stretch", "mobility", "activation", NULL};

const char *const uh_family_names[] = {[UH_FAMILY_CHEST_OPEN] = "chest-open",
                                       [UH_FAMILY_ROTATION] = "rotation",
                                       [UH_FAMILY_EXTENSION] = "extension",
                                       [UH_FAMILY_FLEX_EXT] = "flex-ext",
                                       [UH_FAMILY_SCAPULAR] = "scapular",
                                       [UH_FAMILY_NECK] = "neck",
                                       [UH_FAMILY_COUNT] = NULL};

const char *const uh_group_names[] = {"none", "back", "posture", "neck", NULL};

const char *const uh_region_names[] = {[UH_REGION_THORACIC] = "thoracic",
                                       [UH_REGION_NECK] = "neck",
                                       [UH_REGION_CHEST] = "chest",
                                       [UH_REGION_SHOULDER_BLADES] = "shoulder-blades",
                                       [UH_REGION_SHOULDERS] = "shoulders",
                                       [UH_REGION_TRUNK] = "trunk",
                                       [UH_REGION_COUNT] = NULL};

const char *const uh_position_names[] = {[UH_POSITION_STANDING] = "standing",
                                         [UH_POSITION_SITTING] = "sitting",
                                         [UH_POSITION_FLOOR_SITTING] = "floor-sitting",
                                         [UH_POSITION_HANDS_KNEES] = "hands-knees",
                                         [UH_POSITION_PRONE] = "prone",
                                         [UH_POSITION_SIDE_LYING] = "side-lying",
                                         [UH_POSITION_SUPINE] = "supine",
                                         [UH_POSITION_COUNT] = NULL};

const char *const uh_equipment_names[] = {[UH_EQUIPMENT_CHAIR] = "chair",
                                          [UH_EQUIPMENT_STURDY_CHAIR] = "sturdy-chair",
                                          [UH_EQUIPMENT_DOORWAY] = "doorway",
                                          [UH_EQUIPMENT_FLOOR] = "floor",
                                          [UH_EQUIPMENT_TOWEL] = "towel",
                                          [UH_EQUIPMENT_FOAM_ROLLER] = "foam-roller",
                                          [UH_EQUIPMENT_LONG_FOAM_ROLLER] = "long-foam-roller",
                                          [UH_EQUIPMENT_COUNT] = NULL};

const char *const uh_context_names[] = {[UH_CONTEXT_ANY] = "any",
                                        [UH_CONTEXT_DESK] = "desk",
                                        [UH_CONTEXT_FLOOR] = "floor",
                                        [UH_CONTEXT_MORNING] = "morning",
                                        [UH_CONTEXT_POST_WORKOUT] = "post-workout",
                                        [UH_CONTEXT_BEDTIME] = "bedtime",
                                        [UH_CONTEXT_TRAVEL] = "travel",
                                        [UH_CONTEXT_COUNT] = NULL};

const char *const uh_sides_kind_names[] = {"both",     "left-right",        "leading-leg",
                                           "diagonal", "opening-direction", NULL};

const char *const uh_mode_names[] = {"hold", "repetitions", "alternating-holds", "breath-paced",
                                     NULL};

const char *const uh_breath_names[] = {"free", "in", "out", NULL};

const char *const uh_limit_names[] = {
    [UH_LIMIT_GENTLE] = "gentle",
    [UH_LIMIT_NO_NECK] = "no-neck",
    [UH_LIMIT_NO_ROLLER] = "no-roller",
    [UH_LIMIT_NO_SHOULDER_END_RANGE] = "no-shoulder-end-range",
    [UH_LIMIT_NO_KNEELING] = "no-kneeling",
    [UH_LIMIT_NO_PRONE_OR_LONG_SUPINE] = "no-prone-or-long-supine",
    [UH_LIMIT_NO_LOADED_FLEXION_TWIST] = "no-loaded-flexion-twist",
    [UH_LIMIT_NO_HEAD_DOWN] = "no-head-down",
    [UH_LIMIT_NO_NECK_EXTENSION] = "no-neck-extension",
    [UH_LIMIT_CLINICIAN_FIRST] = "clinician-first",
    [UH_LIMIT_EMERGENCY] = "emergency",
    [UH_LIMIT_COUNT] = NULL};

const char *const uh_opt_in_names[] = {[UH_OPT_IN_OVERPRESSURE] = "overpressure",
                                       [UH_OPT_IN_ROLLER] = "roller",
                                       [UH_OPT_IN_CHIN_LIFT] = "chin-lift",
                                       [UH_OPT_IN_LONG_HOLD] = "long-hold",
                                       [UH_OPT_IN_COUNT] = NULL};

const char *const uh_part_kind_names[] = {"move-in", "hold", "release", "move", NULL};

const char *const uh_step_at_names[] = {"set-up", "move", "hold", "release", "switch", NULL};

const char *const uh_eyes_names[] = {"on-screen", "part", "away", NULL};

const char *const uh_level_names[] = {"start", "usual", NULL};

static const char *const side_names[] = {"both", "left", "right", NULL};

static const char *name_of(const char *const *names, uint32_t value)
{
    uint32_t i = 0;
    while (names[i] && i < value) {
        i++;
    }
    return names[i] ? names[i] : "";
}

const char *uh_kind_name(uint32_t kind)
{
    return name_of(uh_kind_names, kind);
}

const char *uh_family_name(uint32_t family)
{
    return name_of(uh_family_names, family);
}

const char *uh_group_name(uint32_t group)
{
    return name_of(uh_group_names, group);
}

const char *uh_region_name(uint32_t region)
{
    return name_of(uh_region_names, region);
}

const char *uh_position_name(uint32_t position)
{
    return name_of(uh_position_names, position);
}

const char *uh_equipment_name(uint32_t equipment)
{
    return name_of(uh_equipment_names, equipment);
}

const char *uh_context_name(uint32_t context)
{
    return name_of(uh_context_names, context);
}

const char *uh_sides_kind_name(uint32_t kind)
{
    return name_of(uh_sides_kind_names, kind);
}

const char *uh_mode_name(uint32_t mode)
{
    return name_of(uh_mode_names, mode);
}

const char *uh_breath_name(uint32_t breath)
{
    return name_of(uh_breath_names, breath);
}

const char *uh_limit_name(uint32_t limit)
{
    return name_of(uh_limit_names, limit);
}

const char *uh_opt_in_name(uint32_t opt_in)
{
    return name_of(uh_opt_in_names, opt_in);
}

const char *uh_part_kind_name(uint32_t kind)
{
    return name_of(uh_part_kind_names, kind);
}

const char *uh_step_at_name(uint32_t at)
{
    return name_of(uh_step_at_names, at);
}

const char *uh_eyes_name(uint32_t eyes)
{
    return name_of(uh_eyes_names, eyes);
}

const char *uh_side_name(uint32_t side)
{
    return name_of(side_names, side);
}
