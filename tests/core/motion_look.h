/* SPDX-License-Identifier: MIT */
/* motion_look.h: looks at one moment of a body, or at two, and keeps what no body can do. */
#ifndef UNHUNCH_TESTS_CORE_MOTION_LOOK_H
#define UNHUNCH_TESTS_CORE_MOTION_LOOK_H

#include "unhunch/motion.h"

#define S UH_BODY_STATURE_M

/* -- what went wrong, told once for each way of going wrong -- */

enum { COMPLAINTS_MAX = 64 };

typedef struct complaint {
    char what[96];
    char where[160];
    double worst;
} complaint;

extern complaint complaints[COMPLAINTS_MAX];
extern uint32_t complaint_count;

void complain(const char *where, const char *what, double amount);

/* Prints and forgets them. */
void assert_no_complaints(void);

/* -- one moment, and what is between two -- */

double apart_m(uh_vec3 a, uh_vec3 b);

/* NULL: nothing holds the point. */
const uh_contact *contact_at(const uh_solution *body, uh_point point);

void look_at_bones(const uh_skeleton *body, const char *where);
void look_at_joints(const uh_pose *pose, const char *where);
void look_at_floor(const uh_skeleton *body, const char *where);
void look_at_things(const uh_motion_frame *frame, const char *where);
void look_at_speed(const uh_skeleton *before, const uh_skeleton *now, int64_t over_ms,
                   const char *where);

void look_at_picture(const uh_motion_frame *frame, const char *where);

typedef struct thing_list {
    uint32_t count;
    uh_prop thing[UH_PROPS_MAX];
} thing_list;

/* A roller that is of `these`, but not of `others`, comes or goes while nobody touches it. */
void look_at_change(const uh_skeleton *body, const thing_list *these, const thing_list *others,
                    const char *where);

/* Where a point began to be held, as long as it is. */
typedef struct held_point {
    uh_contact_kind kind;
    uh_vec3 began_m;
} held_point;

/* Planted hands, feet and knees stay, rolling ones move along by 2 cm at most. */
void look_at_contacts(const uh_solution *now, held_point held[UH_POINT_COUNT], const char *where);

#endif
