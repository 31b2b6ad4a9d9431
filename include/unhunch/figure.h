/* SPDX-License-Identifier: MIT */
/* figure.h: a person and the things they use, as a drawing that knows neither screen nor colour.
 *
 * A drawing is a list of shapes, back to front: painting them in order, each in the colour of its
 * tone, gives the picture. There are two kinds of shape. A fill is one or more closed contours, all
 * turning the same way: the area is their union (nonzero rule); its outline, where it has one, is
 * painted first, as a line of twice its width along all contours, so that only what lies outside
 * the union stays. A line is open, has a width and round ends. Colours are the painter's
 * (palette.h).
 *
 * Picture units: x to the right from 0 to `width`, y down from 0 to 1. Shapes may reach outside;
 * painters clip.
 *
 * The person is a calm mannequin: no gender, age or skin. Every part has a second tone on the side
 * away from the light, which comes from the upper left of the picture; limbs on the far side are a
 * little darker as a whole. */
#ifndef UNHUNCH_FIGURE_H
#define UNHUNCH_FIGURE_H

#include "unhunch/body.h"

/* What a shape is, so that a palette can give it a colour. */
typedef enum uh_tone {
    UH_TONE_GROUND, /* the floor */
    UH_TONE_SHADOW, /* where something rests on it */
    UH_TONE_PROP,
    UH_TONE_PROP_SHADE,
    UH_TONE_PROP_OUTLINE,
    UH_TONE_BODY,
    UH_TONE_BODY_SHADE,
    UH_TONE_FAR, /* limbs on the far side */
    UH_TONE_FAR_SHADE,
    UH_TONE_FACE,
    UH_TONE_OUTLINE,
    UH_TONE_DETAIL,      /* blade borders, ears: fine lines inside the body */
    UH_TONE_TARGET_SOFT, /* the stretched region and its rim */
    UH_TONE_TARGET,
    UH_TONE_GHOST, /* where the move began */
    UH_TONE_GUIDE, /* a plumb line */
    UH_TONE_ARROW,
    UH_TONE_ARROW_HALO, /* keeps the arrow clear of what is under it */
    UH_TONE_COUNT
} uh_tone;

/* "body-shade"; valid for ever. */
const char *uh_tone_name(uh_tone tone);

/* -- the drawing ----------------------------------------------------------------------- */

enum { UH_DRAWING_SHAPES_MAX = 160, UH_DRAWING_CONTOURS_MAX = 320, UH_DRAWING_POINTS_MAX = 7168 };

typedef struct uh_point2 {
    double x;
    double y;
} uh_point2;

typedef enum uh_shape_kind { UH_SHAPE_FILL, UH_SHAPE_LINE } uh_shape_kind;

typedef struct uh_shape {
    uh_shape_kind kind;
    uh_tone tone;
    uint32_t first_contour;
    uint32_t contour_count;
    uh_tone outline_tone; /* of a fill, where outline is not 0 */
    double outline;       /* of a fill: how far its outline reaches outside; 0: none */
    double width;         /* of a line */
    double dash;          /* of a line: length of dash and gap; 0 is solid */
} uh_shape;

/* A rim is convex, has UH_RIM_POINTS points and touches in its point i the direction of i * 15
 * degrees (x right, y down): a painter who wants it round at any size has the tangents. */
enum { UH_RIM_POINTS = 24 };

typedef struct uh_contour {
    uint32_t first_point;
    uint32_t point_count;
    bool rim;
} uh_contour;

/* About 125 kB; owned by the caller, who need not clear it. */
typedef struct uh_drawing {
    double width; /* of the picture; its height is 1 */
    double unit;  /* picture units of one metre */
    uint32_t shape_count;
    uint32_t contour_count;
    uint32_t point_count;
    bool full; /* something was left out: a capacity above is too small */
    uh_shape shape[UH_DRAWING_SHAPES_MAX];
    uh_contour contour[UH_DRAWING_CONTOURS_MAX];
    uh_point2 point[UH_DRAWING_POINTS_MAX];
} uh_drawing;

/* Goes on hashing with every number of the drawing, reals by their bits: equal on every machine.
 * Begin with 0. */
uint64_t uh_drawing_hash(uint64_t hash, const uh_drawing *drawing);

/* -- what is drawn --------------------------------------------------------------------- */

/* Where the camera is: parallel projection. Yaw 0 faces a person who faces z, 90 shows the person's
 * left, -90 the right, 180 the back; pitch lifts the camera (-90 to 90). */
typedef struct uh_view {
    double yaw_deg;
    double pitch_deg;
    uh_vec3 centre_m; /* seen in the middle of the picture */
    double height_m;  /* what the picture's height shows */
    double width;     /* of the picture, its height being 1: 1.0 is square */
    double line; /* width of the outline in picture units; 0: by size of the picture's subject */
} uh_view;

/* The view that shows all of `skeletons` with `margin` (fraction of the picture) around; `aspect`
 * is width by height. */
uh_view uh_view_fit(double yaw_deg, double pitch_deg, double aspect, double margin,
                    const uh_skeleton *const *skeletons, size_t count);

/* A point of the room in picture units. */
uh_point2 uh_view_project(const uh_view *view, uh_vec3 point_m);

typedef enum uh_prop_kind {
    UH_PROP_NONE,
    UH_PROP_FLOOR,         /* a quiet disc under everything */
    UH_PROP_MAT,           /* 1.06 by 0.36 of stature, along z */
    UH_PROP_CHAIR,         /* seat, four legs, a back; no wheels */
    UH_PROP_STOOL,         /* the same without its back */
    UH_PROP_DOORWAY,       /* two jambs and a lintel, across z */
    UH_PROP_ROLLER_ACROSS, /* along x, 0.07 of stature thick */
    UH_PROP_ROLLER_ALONG,  /* along z, 0.09 thick, 0.56 long */
    UH_PROP_TOWEL_ROLL,    /* along x, 0.03 thick */
    UH_PROP_TOWEL_FOLDED,  /* 0.016 high, under a head or seat */
    UH_PROP_KIND_COUNT
} uh_prop_kind;

/* "chair", "foam-roller-across"; valid for ever. */
const char *uh_prop_name(uh_prop_kind kind);

typedef struct uh_prop {
    uh_prop_kind kind;
    uh_vec3 at_m; /* its foot: middle of what stands on the floor; of a chair, below the hips of who
                     sits back */
    double turn_deg; /* about the vertical, to the left */
    double size; /* 1 as listed above; height of a folded towel, thickness of a roll, height of a
                    chair's back above its seat, times this */
} uh_prop;

/* What a stretch is about, tinted on the body. Bits. */
typedef enum uh_tint {
    UH_TINT_THORACIC = 1 << 0,
    UH_TINT_NECK = 1 << 1,
    UH_TINT_CHEST = 1 << 2,
    UH_TINT_SHOULDER_BLADES = 1 << 3,
    UH_TINT_SHOULDERS = 1 << 4,
    UH_TINT_TRUNK = 1 << 5
} uh_tint;

/* Where the move goes: a curved arrow through the room. */
typedef struct uh_arrow {
    uh_vec3 from_m;
    uh_vec3 via_m; /* where the curve passes halfway */
    uh_vec3 to_m;
} uh_arrow;

enum { UH_PROPS_MAX = 6, UH_ARROWS_MAX = 3 };

typedef struct uh_scene {
    const uh_skeleton *body;  /* not NULL */
    const uh_skeleton *ghost; /* where the move began, or NULL */
    uh_view view;
    uint32_t prop_count;
    uh_prop prop[UH_PROPS_MAX];
    uint32_t arrow_count;
    uh_arrow arrow[UH_ARROWS_MAX];
    unsigned tints; /* of uh_tint */
    bool plumb;     /* a plumb line through plumb_m, from the top to the bottom of the picture */
    uh_vec3 plumb_m;
} uh_scene;

void uh_figure_draw(const uh_scene *scene, uh_drawing *ret_drawing);

#endif
