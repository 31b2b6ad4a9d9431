/* SPDX-License-Identifier: MIT */
#include "unhunch/person.h"

const char *uh_profile_name(uint32_t profile)
{
    static const char *const names[] = {"typical", "stiff", "flexible", "plan"};
    return profile < UH_COUNT(names) ? names[profile] : "";
}

const char *uh_pace_name(uint32_t pace)
{
    static const char *const names[] = {"usual", "unhurried"};
    return pace < UH_COUNT(names) ? names[pace] : "";
}

uh_person uh_person_unknown(void)
{
    return (uh_person){.profile = UH_PROFILE_TYPICAL, .equipment = 1U << UH_EQUIPMENT_CHAIR};
}
