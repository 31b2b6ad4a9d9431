/* SPDX-License-Identifier: MIT */
/* body_tables.h: the geometry of the skeleton, shared by the files of body. Fractions of stature.
 */
#ifndef UNHUNCH_CORE_BODY_TABLES_H
#define UNHUNCH_CORE_BODY_TABLES_H

#include "unhunch/body.h"

/* A place or a size in ten-thousandths of stature, as tables hold it. Divided when it is read, it
 * is the same double to the last bit as the decimal fraction it was written as: of at most four
 * decimals, below 3.27. */
typedef struct spot {
    int16_t x;
    int16_t y;
    int16_t z;
} spot;

#define SPOT_SCALE 10000.0
#define SPOT_OF(FRACTION) ((int16_t)((FRACTION)*SPOT_SCALE + ((FRACTION) < 0.0 ? -0.5 : 0.5)))
#define SPOT(X, Y, Z)                                                                              \
    {                                                                                              \
        SPOT_OF(X), SPOT_OF(Y), SPOT_OF(Z)                                                         \
    }

static inline uh_vec3 uh_spot_vec3(const spot *s)
{
    return (uh_vec3){s->x / SPOT_SCALE, s->y / SPOT_SCALE, s->z / SPOT_SCALE};
}

typedef struct segment_row {
    uint8_t parent; /* uh_segment, as is the next one */
    uint8_t mirror;
    spot offset; /* of its near joint in the parent's axes */
} segment_row;

extern const segment_row uh_segment_rows[UH_SEGMENT_COUNT];

/* In enumeration order; NULL ends them. */
extern const char *const uh_body_segment_names[UH_SEGMENT_COUNT + 1];
extern const char *const uh_body_point_names[UH_POINT_COUNT + 1];

/* Where collar bone and blade give way: see body_tables.c. */
#define UH_GIRDLE_TURN 0.43
#define UH_GIRDLE_LIFT 0.60
#define UH_GIRDLE_RHYTHM_DEG 9.0

/* Writes one arm or leg from its parent's frame, which must stand already. */
void uh_body_place_arm(const uh_pose *pose, uh_side side, uh_skeleton *skeleton);
/* The shoulder and where it carries the arm's joint; arm_axis is the upper arm's y axis. */
void uh_body_place_girdle(const uh_pose *pose, uh_side side, uh_vec3 arm_axis,
                          uh_skeleton *skeleton);
void uh_body_place_leg(const uh_pose *pose, uh_side side, uh_skeleton *skeleton);

/* The point of that segment a landmark lies on, in its own axes, fractions of stature. */
uh_segment uh_point_segment(uh_point point);
uh_vec3 uh_point_offset(uh_point point);

#endif
