/* SPDX-License-Identifier: MIT */
/* figure_parts.h: what the files of figure share.
 *
 * Everything solid is built of blobs: ellipsoids. A solid is the convex hull of one to eight of
 * them; a part (a forearm, the trunk, a chair leg) is the union of its solids, drawn in two layers:
 * second tone with the outline, first tone. */
#ifndef UNHUNCH_CORE_FIGURE_PARTS_H
#define UNHUNCH_CORE_FIGURE_PARTS_H

#include "unhunch/figure.h"

enum {
    RIM = 24, /* directions in which a contour is sampled; even */
    PART_BLOBS = 32,
    PART_SOLIDS = 32,
    SOLID_BLOBS = 8,
    PARTS_MAX = 64
};

/* The picture being made. */
typedef struct canvas {
    uh_drawing *drawing;
    uh_mat3 camera; /* rows of the projection as columns: right, up, towards the viewer */
    uh_view view;
    double unit;       /* picture units a metre */
    double line;       /* outline, picture units */
    double rim_x[RIM]; /* directions, length 1 */
    double rim_y[RIM];
    uh_point2 light; /* direction towards it */
} canvas;

/* An ellipsoid in the room. */
typedef struct blob {
    uh_vec3 centre_m;
    uh_vec3 axis_m[3]; /* half axes; a ball uses axis_m[0].x as its radius */
    bool ball;
} blob;

typedef struct solid {
    uint8_t blob[SOLID_BLOBS];
    uint8_t count;
    bool bridge; /* no outline: covers the seam to the part beside it */
} solid;

typedef struct part {
    uint32_t blob_count;
    uint32_t solid_count;
    blob blob[PART_BLOBS];
    solid solid[PART_SOLIDS];
    uint32_t
        seamless; /* bits: blobs whose outline is left out, where a part drawn before goes on */
    double shade; /* depth of the second tone, fraction of each blob's radius */
    uh_tone tone;
    uh_tone shade_tone;
    uh_tone outline_tone;
} part;

/* -- canvas ---------------------------------------------------------------------------- */

void uh_canvas_open(canvas *c, const uh_view *view, uh_drawing *drawing);
uh_point2 uh_canvas_project(const canvas *c, uh_vec3 point_m);

/* Shapes: open, add contours, points; a shape that does not fit is left out as a whole. */
void uh_canvas_shape(canvas *c, uh_shape_kind kind, uh_tone tone);
void uh_canvas_line(canvas *c, uh_tone tone, double width);
/* Gives the open fill an outline. */
void uh_canvas_outline(canvas *c, uh_tone tone);
void uh_canvas_contour(canvas *c);
void uh_canvas_point(canvas *c, uh_point2 point);
/* Room for `contours` closed contours of RIM points each, for the caller to write; NULL: does not
 * fit. */
uh_point2 *uh_canvas_rims(canvas *c, uint32_t contours);
/* A fill's contour in one go; its points are turned the way all contours turn. */
void uh_canvas_polygon(canvas *c, const uh_point2 *points, uint32_t count);

/* -- parts ----------------------------------------------------------------------------- */

/* Empty, without shade and seams. */
void uh_part_open(part *p, uh_tone tone, uh_tone shade_tone, uh_tone outline_tone);
uint8_t uh_part_ball(part *p, uh_vec3 centre_m, double radius_m);
uint8_t uh_part_blob(part *p, uh_vec3 centre_m, const uh_mat3 *axes, uh_vec3 half_m);
void uh_part_solid(part *p, const uint8_t *blobs, uint32_t count, bool bridge);
/* All layers. */
void uh_part_draw(canvas *c, const part *p);
/* One layer in one tone; `outlined` with the part's own outline. */
void uh_part_fill(canvas *c, const part *p, uh_tone tone, bool outlined);
/* Adds contours of a part to the shape that is open. */
void uh_part_contours(canvas *c, const part *p);
/* The part's shadow on the floor, added to the open shape: those solids that reach lower than
 * `below_m`. */
void uh_part_shadow(canvas *c, const part *p, double below_m);

/* -- the person ------------------------------------------------------------------------ */

/* Order of joining: a part with a lower number is not always painted first. */
typedef enum limb_part {
    PART_TRUNK,
    PART_HEAD,
    PART_LEFT_UPPER_ARM,
    PART_LEFT_FOREARM,
    PART_LEFT_HAND,
    PART_LEFT_THIGH,
    PART_LEFT_SHANK,
    PART_LEFT_FOOT,
    PART_RIGHT_UPPER_ARM,
    PART_RIGHT_FOREARM,
    PART_RIGHT_HAND,
    PART_RIGHT_THIGH,
    PART_RIGHT_SHANK,
    PART_RIGHT_FOOT,
    PART_COUNT
} limb_part;

/* `drawn`: bits of limb_part that are painted already, so that seams to them are left open. */
void uh_figure_part(const uh_skeleton *skeleton, limb_part which, uint32_t drawn, part *ret_part);

/* Adds to the open shape the shadow of a part's ends that are lower than `below_m`. */
void uh_figure_shadow(canvas *c, const uh_skeleton *skeleton, limb_part which, double below_m);

/* Face plane, ear, shoulder blade borders: fine drawing on a part just painted. */
void uh_figure_detail(canvas *c, const uh_skeleton *skeleton, limb_part which);

/* The tinted regions that lie on this part. */
void uh_figure_tint(canvas *c, const uh_skeleton *skeleton, limb_part which, unsigned tints);

/* -- order ----------------------------------------------------------------------------- */

/* What the painter's order is made of: a rod, in the camera's axes (metres; z towards the viewer).
 */
typedef struct rod {
    uh_vec3 a;
    uh_vec3 b;
    double radius;
    int8_t rank;  /* lower is painted first, whatever the depth: what the body rests on */
    uint8_t part; /* limb_part, or PART_COUNT for a prop */
    uint8_t prop; /* which piece of which prop */
    uint8_t piece;
} rod;

void uh_figure_rods(const canvas *c, const uh_skeleton *skeleton, rod rods[PART_COUNT]);

/* Writes the order of painting, back to front. The rods of the body come first, in the order of
 * limb_part. */
void uh_figure_order(const rod *rods, uint32_t count, uint8_t *ret_order);

/* -- props ----------------------------------------------------------------------------- */

uint32_t uh_prop_rods(const canvas *c, const uh_prop *prop, double stature_m, uint8_t index,
                      rod *rods, uint32_t room);
void uh_prop_draw(canvas *c, const uh_prop *prop, double stature_m, uint8_t piece);
void uh_prop_shadow(canvas *c, const uh_prop *prop, double stature_m);

#endif
