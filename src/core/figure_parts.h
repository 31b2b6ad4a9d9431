/* SPDX-License-Identifier: MIT */
/* figure_parts.h: what the files of figure share.
 *
 * The camera looks once at each frame of the scene (a segment, a thing); all that hangs on it is
 * then laid out in the picture itself. Everything round is built of blobs: ellipsoids, which are
 * seen as ellipses. A solid is the convex hull of one to five of them; a part (a forearm, the
 * trunk, a roller) is the union of its solids, drawn in two layers: second tone with the outline,
 * first tone. */
#ifndef UNHUNCH_CORE_FIGURE_PARTS_H
#define UNHUNCH_CORE_FIGURE_PARTS_H

#include "unhunch/figure.h"

enum {
    RIM = UH_RIM_POINTS, /* directions in which a contour is sampled; a multiple of 4 */
    PART_BLOBS = 32,
    SOLID_BLOBS = 5,
    PARTS_MAX = 64
};

/* The picture being made. */
typedef struct canvas {
    uh_drawing *drawing;
    uh_mat3 camera; /* rows of the projection as columns: right, up, towards the viewer */
    uh_mat3 eye;    /* likewise, in picture units: right, down, towards the viewer */
    uh_view view;
    double unit;        /* picture units a metre */
    double line;        /* outline, picture units */
    uh_point2 rim[RIM]; /* directions, length 1 */
    double rim_x[RIM];  /* the same */
    double rim_y[RIM];
    uh_point2 light; /* direction towards it */
} canvas;

/* A frame as it is seen: x to the right, y down, z towards the viewer, in picture units. What is
 * given in its axes, in fractions of `length`, is placed by the functions below. */
typedef struct seen_frame {
    uh_mat3 axes; /* each of them `length` long */
    uh_vec3 origin;
    double length;
} seen_frame;

static inline uh_vec3 uh_seen_place(const seen_frame *on, uh_vec3 at)
{
    return uh_vec3_add(on->origin, uh_mat3_apply(&on->axes, at));
}

static inline uh_point2 uh_seen_point(const seen_frame *on, uh_vec3 at)
{
    return (uh_point2){
        on->origin.x + (on->axes.x.x * at.x + on->axes.y.x * at.y + on->axes.z.x * at.z),
        on->origin.y + (on->axes.x.y * at.x + on->axes.y.y * at.y + on->axes.z.y * at.z)};
}

/* How much a direction of the frame points towards the viewer: 1 straight at, -1 straight away. */
static inline double uh_seen_facing(const seen_frame *on, uh_vec3 axis)
{
    return axis.z / on->length;
}

/* An ellipsoid as it is seen. */
typedef struct blob {
    uh_point2 centre;
    double radius; /* of a ball; of any other 0, and these: the sums over its half axes */
    double xx;
    double xy;
    double yy;
} blob;

typedef struct solid {
    uint8_t count;
    bool bridge; /* no outline: covers the seam to the part beside it */
    uint8_t blob[SOLID_BLOBS];
} solid;

typedef struct part {
    uint32_t blob_count;
    blob blob[PART_BLOBS];
    const solid *solid; /* outlives the part */
    uint32_t solid_count;
    uint32_t
        seamless; /* bits: balls whose outline is left out, where a part drawn before goes on */
    double shade; /* depth of the second tone, fraction of each blob's radius */
    uh_tone tone;
    uh_tone shade_tone;
    uh_tone outline_tone;
} part;

/* -- canvas ---------------------------------------------------------------------------- */

void uh_canvas_open(canvas *c, const uh_view *view, uh_drawing *drawing);
uh_point2 uh_canvas_project(const canvas *c, uh_vec3 point_m);
void uh_canvas_see(const canvas *c, const uh_frame *frame, double length_m, seen_frame *ret_seen);

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

/* A box with round edges, a rod or a ball, as it is seen: three half axes, two, one or none, and
 * the radius of its edges, by which it is larger. */
typedef struct round_box {
    uh_point2 centre;
    uh_point2 half[3];
    uint32_t count;
    double radius;
} round_box;

void uh_canvas_round_box(const canvas *c, const round_box *b, uh_point2 points[RIM]);
/* Adds to the open shape what such a thing casts on the floor. */
void uh_canvas_shadow(canvas *c, uh_vec3 centre_m, const uh_vec3 *half_m, uint32_t count,
                      double radius_m);

/* -- parts ----------------------------------------------------------------------------- */

/* Without blobs, shade and seams; made of these solids. */
void uh_part_open(part *p, uh_tone tone, uh_tone shade_tone, uh_tone outline_tone,
                  const solid *solids, uint32_t solid_count);
/* An ellipsoid along the axes of a frame; half axes of which only x is not 0 are a ball's. */
void uh_part_blob(part *p, const seen_frame *on, const uh_vec3 *at, const uh_vec3 *half);
void uh_part_ball(part *p, uh_point2 centre, double radius);
/* All layers. */
void uh_part_draw(canvas *c, const part *p);
/* One layer in its tone, without outline. */
void uh_part_fill(canvas *c, const part *p);
/* Adds contours of a part to the shape that is open. */
void uh_part_contours(canvas *c, const part *p);

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

/* Statures long. The x axes of right limbs are turned round: what is said of a left one in its own
 * axes fits both. */
typedef struct seen_body {
    seen_frame segment[UH_SEGMENT_COUNT];
} seen_body;

void uh_figure_see(const canvas *c, const uh_skeleton *skeleton, seen_body *ret_body);

/* `drawn`: bits of limb_part that are painted already, so that seams to them are left open. */
void uh_figure_part(const seen_body *body, limb_part which, uint32_t drawn, part *ret_part);

/* A blob as it hangs on the bones: half axes along those of the segment, fractions of stature, of
 * which only x is not 0 where it is a ball. What is said of a right limb fits once the segment's x
 * axis is turned round. */
typedef struct bone_blob {
    uh_segment segment;
    uh_vec3 at;
    uh_vec3 half;
} bone_blob;

/* The blobs of a solid of a part; 0: it has no such solid. */
uint32_t uh_figure_flesh(limb_part which, uint32_t index, bone_blob ret_blobs[SOLID_BLOBS]);

/* Adds to the open shape the shadow of a part's ends that are lower than `below_m`. */
void uh_figure_shadow(canvas *c, const uh_skeleton *skeleton, limb_part which, double below_m);

/* Face plane, ear, shoulder blade borders: fine drawing on a part just painted. */
void uh_figure_detail(canvas *c, const seen_body *body, limb_part which);

/* The tinted regions that lie on this part. */
void uh_figure_tint(canvas *c, const seen_body *body, limb_part which, unsigned tints);

/* -- order ----------------------------------------------------------------------------- */

/* What the painter's order is made of: a rod as it is seen. */
typedef struct rod {
    uh_vec3 a;
    uh_vec3 b;
    double radius;
    int8_t rank;  /* lower is painted first, whatever the depth: what the body rests on */
    uint8_t part; /* limb_part, or PART_COUNT for a prop */
    uint8_t prop; /* which piece of which prop */
    uint8_t piece;
} rod;

void uh_figure_rods(const seen_body *body, rod rods[PART_COUNT]);

/* Writes the order of painting, back to front. The rods of the body come first, in the order of
 * limb_part. */
void uh_figure_order(const rod *rods, uint32_t count, uint8_t *ret_order);

/* -- props ----------------------------------------------------------------------------- */

uint32_t uh_prop_rods(const canvas *c, const uh_prop *prop, double stature_m, uint8_t index,
                      rod *rods, uint32_t room);
void uh_prop_draw(canvas *c, const uh_prop *prop, double stature_m, uint8_t piece);
void uh_prop_shadow(canvas *c, const uh_prop *prop, double stature_m);

#endif
