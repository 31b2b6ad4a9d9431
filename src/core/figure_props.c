/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "figure_parts.h"

/* Things are boxes and rods with rounded edges, in the same hand as the person. Fractions of
 * stature; z is the front of a chair, x the way across a doorway. */

typedef enum piece_shape { PIECE_BOX, PIECE_CYLINDER, PIECE_DISC } piece_shape;

typedef struct piece_row {
    uh_prop_kind kind;
    piece_shape shape;
    uh_vec3 at;   /* middle */
    uh_vec3 half; /* half sizes; a cylinder lies along its longest one */
    double round; /* radius of its edges */
    int8_t rank;
    bool chair_back;
} piece_row;

/* Below everything, in this order. */
enum { RANK_FLOOR = -9, RANK_MAT = -8, RANK_RESTED_ON = -6, RANK_CHAIR = -4, RANK_OPEN = 0 };

#define CHAIR_LEG(KIND, X, Z)                                                                      \
    {                                                                                              \
        KIND, PIECE_BOX, {X, 0.1085, Z}, {0.0085, 0.1085, 0.0085}, 0.006, RANK_CHAIR, false        \
    }
#define CHAIR_SEAT(KIND)                                                                           \
    CHAIR_LEG(KIND, 0.108, -0.068), CHAIR_LEG(KIND, -0.108, -0.068),                               \
        CHAIR_LEG(KIND, 0.108, 0.128), CHAIR_LEG(KIND, -0.108, 0.128),                             \
    {                                                                                              \
        KIND, PIECE_BOX, {0.0, 0.2255, 0.030}, {0.124, 0.0110, 0.118}, 0.009, RANK_CHAIR + 1,      \
            false                                                                                  \
    }

static const piece_row pieces[] = {
    {UH_PROP_FLOOR, PIECE_DISC, {0.0, 0.0, 0.0}, {0.62, 0.0, 0.62}, 0.0, RANK_FLOOR, false},
    {UH_PROP_MAT, PIECE_BOX, {0.0, 0.003, 0.0}, {0.18, 0.003, 0.53}, 0.003, RANK_MAT, false},
    CHAIR_SEAT(UH_PROP_CHAIR),
    {UH_PROP_CHAIR,
     PIECE_BOX,
     {0.104, 0.300, -0.096},
     {0.008, 0.085, 0.008},
     0.006,
     RANK_CHAIR,
     true},
    {UH_PROP_CHAIR,
     PIECE_BOX,
     {-0.104, 0.300, -0.096},
     {0.008, 0.085, 0.008},
     0.006,
     RANK_CHAIR,
     true},
    {UH_PROP_CHAIR,
     PIECE_BOX,
     {0.0, 0.404, -0.097},
     {0.120, 0.050, 0.011},
     0.010,
     RANK_CHAIR,
     true},
    CHAIR_SEAT(UH_PROP_STOOL),
    {UH_PROP_DOORWAY,
     PIECE_BOX,
     {0.318, 0.585, 0.0},
     {0.033, 0.585, 0.030},
     0.004,
     RANK_OPEN,
     false},
    {UH_PROP_DOORWAY,
     PIECE_BOX,
     {-0.318, 0.585, 0.0},
     {0.033, 0.585, 0.030},
     0.004,
     RANK_OPEN,
     false},
    {UH_PROP_DOORWAY, PIECE_BOX, {0.0, 1.202, 0.0}, {0.351, 0.033, 0.030}, 0.004, RANK_OPEN, false},
    {UH_PROP_ROLLER_ACROSS,
     PIECE_CYLINDER,
     {0.0, 0.035, 0.0},
     {0.125, 0.035, 0.035},
     0.0,
     RANK_RESTED_ON,
     false},
    {UH_PROP_ROLLER_ALONG,
     PIECE_CYLINDER,
     {0.0, 0.045, 0.0},
     {0.045, 0.045, 0.28},
     0.0,
     RANK_RESTED_ON,
     false},
    {UH_PROP_TOWEL_ROLL,
     PIECE_CYLINDER,
     {0.0, 0.015, 0.0},
     {0.15, 0.015, 0.015},
     0.0,
     RANK_RESTED_ON,
     false},
    {UH_PROP_TOWEL_FOLDED,
     PIECE_BOX,
     {0.0, 0.008, 0.0},
     {0.075, 0.008, 0.055},
     0.007,
     RANK_RESTED_ON,
     false},
};

static const char *const names[UH_PROP_KIND_COUNT] = {
    [UH_PROP_NONE] = "none",
    [UH_PROP_FLOOR] = "floor",
    [UH_PROP_MAT] = "mat",
    [UH_PROP_CHAIR] = "chair",
    [UH_PROP_STOOL] = "stool",
    [UH_PROP_DOORWAY] = "doorway",
    [UH_PROP_ROLLER_ACROSS] = "foam-roller-across",
    [UH_PROP_ROLLER_ALONG] = "foam-roller-along",
    [UH_PROP_TOWEL_ROLL] = "towel-roll",
    [UH_PROP_TOWEL_FOLDED] = "towel-folded",
};

const char *uh_prop_name(uh_prop_kind kind)
{
    UH_ASSERT((int)kind >= 0 && kind < UH_PROP_KIND_COUNT);
    return names[kind];
}

/* A piece in the room, in metres. */
typedef struct placed {
    const piece_row *row;
    uh_frame frame;
    uh_vec3 half_m;
    double round_m;
} placed;

static bool thickness_is_scaled(uh_prop_kind kind)
{
    return kind == UH_PROP_ROLLER_ACROSS || kind == UH_PROP_ROLLER_ALONG ||
           kind == UH_PROP_TOWEL_ROLL || kind == UH_PROP_TOWEL_FOLDED;
}

/* Seats are alike, backs are not. */
static void scale_back(const piece_row *row, double size, uh_vec3 *at, uh_vec3 *half)
{
    const double seat_top = 0.2365;
    if (row->chair_back) {
        at->y = seat_top + (at->y - seat_top) * size;
        half->y *= size;
    }
}

static placed place_piece(const uh_prop *prop, double stature_m, const piece_row *row)
{
    placed p = {.row = row, .round_m = row->round * stature_m};
    double size = prop->size > 0.0 ? prop->size : 1.0;
    uh_vec3 at = row->at;
    uh_vec3 half = row->half;
    if (prop->kind == UH_PROP_CHAIR) {
        scale_back(row, size, &at, &half);
    } else if (!thickness_is_scaled(prop->kind)) {
        at = uh_vec3_scale(at, size);
        half = uh_vec3_scale(half, size);
    } else if (row->shape == PIECE_CYLINDER) {
        bool across = half.x > half.z;
        at.y *= size;
        half = (uh_vec3){across ? half.x : half.x * size, half.y * size,
                         across ? half.z * size : half.z};
    } else {
        at.y *= size;
        half.y *= size;
    }
    p.frame.axes = uh_mat3_identity();
    uh_mat3_turn_y(&p.frame.axes, uh_sine_deg(prop->turn_deg));
    uh_vec3 offset = uh_mat3_apply(&p.frame.axes, uh_vec3_scale(at, stature_m));
    p.frame.origin_m = uh_vec3_add(prop->at_m, offset);
    p.half_m = uh_vec3_scale(half, stature_m);
    return p;
}

static uh_vec3 in_room(const placed *p, double x, double y, double z)
{
    return uh_vec3_add(p->frame.origin_m, uh_mat3_apply(&p->frame.axes, (uh_vec3){x, y, z}));
}

/* -- solids ---------------------------------------------------------------------------- */

static void box_part(const placed *b, part *p)
{
    uint8_t blobs[8];
    double r = b->round_m;
    for (int i = 0; i < 8; i++) {
        double x = (i & 1) != 0 ? b->half_m.x - r : r - b->half_m.x;
        double y = (i & 2) != 0 ? b->half_m.y - r : r - b->half_m.y;
        double z = (i & 4) != 0 ? b->half_m.z - r : r - b->half_m.z;
        blobs[i] = uh_part_ball(p, in_room(b, x, y, z), r);
    }
    uh_part_solid(p, blobs, 8, false);
}

static bool lies_across(const placed *b)
{
    return b->half_m.x > b->half_m.z;
}

static void cylinder_part(const placed *b, part *p)
{
    bool across = lies_across(b);
    double length = across ? b->half_m.x : b->half_m.z;
    uh_vec3 flat = across ? (uh_vec3){0.0, b->half_m.y, b->half_m.z}
                          : (uh_vec3){b->half_m.x, b->half_m.y, 0.0};
    uint8_t blobs[2];
    for (int i = 0; i < 2; i++) {
        double along = i == 0 ? length : -length;
        uh_vec3 at = across ? in_room(b, along, 0.0, 0.0) : in_room(b, 0.0, 0.0, along);
        blobs[i] = uh_part_blob(p, at, &b->frame.axes, flat);
    }
    uh_part_solid(p, blobs, 2, false);
}

static void piece_part(const placed *b, part *p)
{
    uh_part_open(p, UH_TONE_PROP_SHADE, UH_TONE_PROP_SHADE, UH_TONE_PROP_OUTLINE);
    switch (b->row->shape) {
    case PIECE_BOX:
        box_part(b, p);
        break;
    case PIECE_CYLINDER:
        p->shade = 0.30;
        cylinder_part(b, p);
        break;
    case PIECE_DISC:
        break; /* flat: drawn as it is */
    }
}

/* -- painting -------------------------------------------------------------------------- */

/* One face of a box, the one its axis `n` (0 x, 1 y, 2 z) points out of, `sign` 1 or -1. */
static void draw_face(canvas *c, const placed *b, int n, double sign, uh_tone tone)
{
    static const double corner[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    double half[3] = {b->half_m.x, b->half_m.y, b->half_m.z};
    uh_point2 points[4];
    for (int i = 0; i < 4; i++) {
        double at[3];
        at[n] = sign * half[n];
        at[(n + 1) % 3] = corner[i][0] * (half[(n + 1) % 3] - 0.4 * b->round_m);
        at[(n + 2) % 3] = corner[i][1] * (half[(n + 2) % 3] - 0.4 * b->round_m);
        points[i] = uh_canvas_project(c, in_room(b, at[0], at[1], at[2]));
    }
    uh_canvas_shape(c, UH_SHAPE_FILL, tone);
    uh_canvas_polygon(c, points, 4);
}

/* The light is above and to the left of the camera: the upper face and whichever side face looks
 * that way are lit. */
static void draw_faces(canvas *c, const placed *b)
{
    const uh_vec3 axes[3] = {b->frame.axes.x, b->frame.axes.y, b->frame.axes.z};
    for (int n = 0; n < 3; n++) {
        double towards = uh_vec3_dot(c->camera.z, axes[n]);
        double sign = towards >= 0.0 ? 1.0 : -1.0;
        if (towards * sign < 0.03) {
            continue;
        }
        double right = sign * uh_vec3_dot(c->camera.x, axes[n]);
        double up = sign * uh_vec3_dot(c->camera.y, axes[n]);
        double light = 0.75 * up - 0.45 * right + 0.48 * towards * sign;
        if (light > 0.30) {
            draw_face(c, b, n, sign, UH_TONE_PROP);
        }
    }
}

/* The end of a roll that looks at the camera: a disc with a ring. */
static void draw_ends(canvas *c, const placed *b)
{
    bool across = lies_across(b);
    uh_vec3 axis = across ? b->frame.axes.x : b->frame.axes.z;
    double towards = uh_vec3_dot(c->camera.z, axis);
    if (towards > -0.05 && towards < 0.05) {
        return;
    }
    double length = (across ? b->half_m.x : b->half_m.z) * (towards > 0.0 ? 1.0 : -1.0);
    uh_point2 end[RIM];
    for (int i = 0; i < RIM; i++) {
        uh_sine s = {c->rim_y[i], c->rim_x[i]};
        double y = b->half_m.y * s.cos;
        uh_vec3 p = across ? in_room(b, length, y, b->half_m.z * s.sin)
                           : in_room(b, b->half_m.x * s.sin, y, length);
        end[i] = uh_canvas_project(c, p);
    }
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_PROP);
    uh_canvas_outline(c, UH_TONE_PROP_OUTLINE);
    uh_canvas_polygon(c, end, RIM);
    uh_point2 middle =
        uh_canvas_project(c, across ? in_room(b, length, 0.0, 0.0) : in_room(b, 0.0, 0.0, length));
    uh_canvas_line(c, UH_TONE_PROP_OUTLINE, 0.6 * c->line);
    uh_canvas_contour(c);
    for (int i = 0; i <= RIM; i++) {
        uh_point2 p = end[i % RIM];
        uh_canvas_point(
            c, (uh_point2){middle.x + 0.55 * (p.x - middle.x), middle.y + 0.55 * (p.y - middle.y)});
    }
}

static void draw_disc(canvas *c, const placed *b)
{
    enum { STEPS = 48 };
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_GROUND);
    uh_point2 points[STEPS];
    for (int i = 0; i < STEPS; i++) {
        uh_sine s = uh_sine_deg(i * (360.0 / STEPS));
        points[i] = uh_canvas_project(c, in_room(b, b->half_m.x * s.cos, 0.0, b->half_m.z * s.sin));
    }
    uh_canvas_polygon(c, points, STEPS);
}

/* From the side, the near jamb of a doorway would hide the chest that moves through: it is drawn as
 * lines. */
static bool is_seen_through(const canvas *c, const placed *b)
{
    double across = uh_vec3_dot(c->camera.z, b->frame.axes.x);
    bool jamb = b->row->kind == UH_PROP_DOORWAY && b->row->at.x != 0.0;
    return jamb && across * b->row->at.x > 0.85 * fabs(b->row->at.x);
}

static void draw_edges(canvas *c, const placed *b)
{
    static const double sides[2] = {-1.0, 1.0};
    for (int i = 0; i < 2; i++) {
        double z = sides[i] * b->half_m.z;
        uh_canvas_line(c, UH_TONE_PROP_OUTLINE, 0.8 * c->line);
        uh_canvas_contour(c);
        uh_canvas_point(c, uh_canvas_project(c, in_room(b, 0.0, -b->half_m.y, z)));
        uh_canvas_point(c, uh_canvas_project(c, in_room(b, 0.0, b->half_m.y, z)));
    }
}

void uh_prop_draw(canvas *c, const uh_prop *prop, double stature_m, uint8_t piece)
{
    placed b = place_piece(prop, stature_m, &pieces[piece]);
    part p;
    piece_part(&b, &p);
    switch (b.row->shape) {
    case PIECE_DISC:
        draw_disc(c, &b);
        break;
    case PIECE_BOX:
        if (is_seen_through(c, &b)) {
            draw_edges(c, &b);
        } else {
            uh_part_fill(c, &p, UH_TONE_PROP_SHADE, true);
            draw_faces(c, &b);
        }
        break;
    case PIECE_CYLINDER:
        uh_part_draw(c, &p);
        draw_ends(c, &b);
        break;
    }
}

/* -- order ----------------------------------------------------------------------------- */

static rod piece_rod(const canvas *c, const placed *b)
{
    double x = b->half_m.x;
    double y = b->half_m.y;
    double z = b->half_m.z;
    bool tall = y > x && y > z;
    bool wide = !tall && x >= z;
    uh_vec3 along = {wide ? x : 0.0, tall ? y : 0.0, wide || tall ? 0.0 : z};
    double radius = tall ? (x > z ? x : z) : (y > (wide ? z : x) ? y : (wide ? z : x));
    return (rod){.a = uh_mat3_into(&c->camera, in_room(b, along.x, along.y, along.z)),
                 .b = uh_mat3_into(&c->camera, in_room(b, -along.x, -along.y, -along.z)),
                 .radius = radius,
                 .rank = b->row->rank,
                 .part = PART_COUNT};
}

/* A chair's back hides who sits on it from a camera behind it. */
static bool seen_from_behind(const canvas *c, const placed *b)
{
    return uh_vec3_dot(c->camera.z, b->frame.axes.z) < -0.10;
}

uint32_t uh_prop_rods(const canvas *c, const uh_prop *prop, double stature_m, uint8_t index,
                      rod *rods, uint32_t room)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < UH_COUNT(pieces); i++) {
        if (pieces[i].kind != prop->kind) {
            continue;
        }
        UH_ASSERT(count < room);
        placed b = place_piece(prop, stature_m, &pieces[i]);
        rod r = piece_rod(c, &b);
        r.prop = index;
        r.piece = (uint8_t)i;
        if (pieces[i].chair_back && seen_from_behind(c, &b)) {
            r.rank = RANK_OPEN;
        }
        rods[count++] = r;
    }
    return count;
}

void uh_prop_shadow(canvas *c, const uh_prop *prop, double stature_m)
{
    for (size_t i = 0; i < UH_COUNT(pieces); i++) {
        bool casts = pieces[i].kind == prop->kind && pieces[i].shape != PIECE_DISC &&
                     prop->kind != UH_PROP_MAT && pieces[i].at.y < 0.13;
        if (casts) {
            placed b = place_piece(prop, stature_m, &pieces[i]);
            part p;
            piece_part(&b, &p);
            uh_part_shadow(c, &p, 0.10 * stature_m);
        }
    }
}
