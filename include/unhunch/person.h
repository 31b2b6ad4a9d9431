/* SPDX-License-Identifier: MIT */
/* person.h: for whom a routine is meant, as far as the gate of routine.h needs to know. */
#ifndef UNHUNCH_PERSON_H
#define UNHUNCH_PERSON_H

#include "unhunch/catalogue.h"

typedef enum uh_profile {
    UH_PROFILE_TYPICAL,
    UH_PROFILE_STIFF,    /* daily may help (B:89) */
    UH_PROFILE_FLEXIBLE, /* flexible or hypermobile: sparingly, gently, only as needed (B:89) */
    UH_PROFILE_PLAN      /* follows a therapist's plan; as plans cannot be loaded yet, only start
                            doses are offered, as to a flexible person */
} uh_profile;

/* How much time there is to get ready, to get there and to rest (D-26). */
typedef enum uh_pace {
    UH_PACE_USUAL,
    UH_PACE_UNHURRIED /* half as long again */
} uh_pace;

const char *uh_profile_name(uint32_t profile); /* "typical", "stiff", "flexible", "plan" */
const char *uh_pace_name(uint32_t pace);       /* "usual", "unhurried" */

typedef struct uh_person {
    uh_profile profile;
    uint32_t equipment; /* bit set of uh_equipment: what the person said is there */
    uint32_t opt_in;    /* bit set of uh_opt_in */
    uh_pace pace;
    bool discreet;          /* shared office: prefer forms that nobody notices */
    uh_side easier_side;    /* done first; UH_SIDE_BOTH: no difference, left first */
    uint32_t stiff_regions; /* bit set of uh_region: what feels stiff; planned for first */
    uint32_t liked[UH_EXERCISES_MAX / 32]; /* bit set of exercise indices: preferred */
    uint32_t
        disliked[UH_EXERCISES_MAX / 32]; /* the planner leaves them out; a name still gets them */
} uh_person;

/* Nobody asked yet: typical, a chair (with wheels until the person says otherwise), nothing opted
 * in. */
uh_person uh_person_unknown(void);

/* Whether the answers of the screening still hold. */
typedef enum uh_screening_state {
    UH_SCREENING_NEVER, /* nobody answered yet */
    UH_SCREENING_VALID,
    UH_SCREENING_DUE,    /* they are older than UH_SCREENING_DAYS (screening.h) */
    UH_SCREENING_CHANGED /* something happened since, or a question is new */
} uh_screening_state;

/* What a screening allows: uh_screening_of() of screening.h. An empty one limits nothing. */
typedef struct uh_screening {
    uint32_t limits; /* bit set of uh_limit */
    uh_screening_state state;
    bool sore_today; /* 6 of 10 or more before a start today: breaks and walking only (AMB-02) */
} uh_screening;

#endif
