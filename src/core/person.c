/* SPDX-License-Identifier: MIT */
#include "unhunch/person.h"

uh_person uh_person_unknown(void)
{
    return (uh_person){.profile = UH_PROFILE_TYPICAL, .equipment = 1U << UH_EQUIPMENT_CHAIR};
}
