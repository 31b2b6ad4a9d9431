/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "body_tables.h"
#include "figure_parts.h"

/* Things are boxes and rods with rounded edges, in the same hand as the person. Fractions of
 * stature; z is the front of a chair, x the way across a doorway. */

typedef enum piece_shape { PIECE_BOX, PIECE_CYLINDER, PIECE_DISC } piece_shape;

typedef struct piece_row {
    uint8_t kind;  /* uh_prop_kind */
    uint8_t shape; /* piece_shape */
    int8_t rank;
    bool chair_back;
    spot at;       /* middle */
    spot half;     /* half sizes; a cylinder lies along its longest one */
    int16_t round; /* radius of its edges, as the sizes of a spot */
} piece_row;

/* Below everything, in this order. */
enum { RANK_FLOOR = -9, RANK_MAT = -8, RANK_RESTED_ON = -6, RANK_CHAIR = -4, RANK_OPEN = 0 };

#define CHAIR_LEG(KIND, X, Z)                                                                      \
    {                                                                                              \
        KIND, PIECE_BOX, RANK_CHAIR, false, SPOT(X, 0.1085, Z), SPOT(0.0085, 0.1085, 0.0085),      \
            SPOT_OF(0.006)                                                                         \
    }
#define CHAIR_SEAT(KIND)                                                                           \
    CHAIR_LEG(KIND, 0.108, -0.068), CHAIR_LEG(KIND, -0.108, -0.068),                               \
        CHAIR_LEG(KIND, 0.108, 0.128), CHAIR_LEG(KIND, -0.108, 0.128),                             \
    {                                                                                              \
        KIND, PIECE_BOX, RANK_CHAIR + 1, false, SPOT(0.0, 0.2255, 0.030),                          \
            SPOT(0.124, 0.0110, 0.118), SPOT_OF(0.009)                                             \
    }

static const piece_row pieces[] = {
    {UH_PROP_FLOOR, PIECE_DISC, RANK_FLOOR, false, SPOT(0.0, 0.0, 0.0), SPOT(0.62, 0.0, 0.62),
     SPOT_OF(0.0)},
    {UH_PROP_MAT, PIECE_BOX, RANK_MAT, false, SPOT(0.0, 0.003, 0.0), SPOT(0.18, 0.003, 0.53),
     SPOT_OF(0.003)},
    CHAIR_SEAT(UH_PROP_CHAIR),
    {UH_PROP_CHAIR, PIECE_BOX, RANK_CHAIR, true, SPOT(0.104, 0.300, -0.096),
     SPOT(0.008, 0.085, 0.008), SPOT_OF(0.006)},
    {UH_PROP_CHAIR, PIECE_BOX, RANK_CHAIR, true, SPOT(-0.104, 0.300, -0.096),
     SPOT(0.008, 0.085, 0.008), SPOT_OF(0.006)},
    {UH_PROP_CHAIR, PIECE_BOX, RANK_CHAIR, true, SPOT(0.0, 0.404, -0.097),
     SPOT(0.120, 0.050, 0.011), SPOT_OF(0.010)},
    CHAIR_SEAT(UH_PROP_STOOL),
    {UH_PROP_DOORWAY, PIECE_BOX, RANK_OPEN, false, SPOT(0.318, 0.585, 0.0),
     SPOT(0.033, 0.585, 0.030), SPOT_OF(0.004)},
    {UH_PROP_DOORWAY, PIECE_BOX, RANK_OPEN, false, SPOT(-0.318, 0.585, 0.0),
     SPOT(0.033, 0.585, 0.030), SPOT_OF(0.004)},
    {UH_PROP_DOORWAY, PIECE_BOX, RANK_OPEN, false, SPOT(0.0, 1.202, 0.0), SPOT(0.351, 0.033, 0.030),
     SPOT_OF(0.004)},
    {UH_PROP_ROLLER_ACROSS, PIECE_CYLINDER, RANK_RESTED_ON, false, SPOT(0.0, 0.035, 0.0),
     SPOT(0.125, 0.035, 0.035), SPOT_OF(0.0)},
    {UH_PROP_ROLLER_ALONG, PIECE_CYLINDER, RANK_RESTED_ON, false, SPOT(0.0, 0.045, 0.0),
     SPOT(0.045, 0.045, 0.28), SPOT_OF(0.0)},
    {UH_PROP_TOWEL_ROLL, PIECE_CYLINDER, RANK_RESTED_ON, false, SPOT(0.0, 0.015, 0.0),
     SPOT(0.15, 0.015, 0.015), SPOT_OF(0.0)},
    {UH_PROP_TOWEL_FOLDED, PIECE_BOX, RANK_RESTED_ON, false, SPOT(0.0, 0.008, 0.0),
     SPOT(0.075, 0.008, 0.055), SPOT_OF(0.007)},
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

/* A piece of a certain thing: fractions of stature in the thing's own axes. */
typedef struct placed {
    const piece_row *row;
    uh_vec3 at;
    uh_vec3 half;
    double round;
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

static placed place_piece(const uh_prop *prop, const piece_row *row)
{
    placed p = {row, uh_spot_vec3(&row->at), uh_spot_vec3(&row->half), row->round / SPOT_SCALE};
    double size = prop->size > 0.0 ? prop->size : 1.0;
    if (prop->kind == UH_PROP_CHAIR) {
        scale_back(row, size, &p.at, &p.half);
    } else if (!thickness_is_scaled(prop->kind)) {
        p.at = uh_vec3_scale(p.at, size);
        p.half = uh_vec3_scale(p.half, size);
    } else if (row->shape == PIECE_CYLINDER) {
        bool across = p.half.x > p.half.z;
        p.at.y *= size;
        p.half.y *= size;
        p.half.x *= across ? 1.0 : size;
        p.half.z *= across ? size : 1.0;
    } else {
        p.at.y *= size;
        p.half.y *= size;
    }
    return p;
}

static uh_mat3 axes_of(const uh_prop *prop)
{
    uh_mat3 axes = uh_mat3_identity();
    uh_mat3_turn_y(&axes, uh_sine_deg(prop->turn_deg));
    return axes;
}

static void see(const canvas *c, const uh_prop *prop, double stature_m, seen_frame *ret_seen)
{
    const uh_frame frame = {axes_of(prop), prop->at_m};
    uh_canvas_see(c, &frame, stature_m, ret_seen);
}

static uh_vec3 beside(const placed *b, double x, double y, double z)
{
    return uh_vec3_add(b->at, (uh_vec3){x, y, z});
}

/* -- boxes ----------------------------------------------------------------------------- */

static uh_point2 flat(uh_vec3 axis, double half)
{
    return (uh_point2){axis.x * half, axis.y * half};
}

static void box_contour(canvas *c, const seen_frame *on, const placed *b)
{
    double round = b->round;
    round_box box = {uh_seen_point(on, b->at),
                     {flat(on->axes.x, b->half.x - round), flat(on->axes.y, b->half.y - round),
                      flat(on->axes.z, b->half.z - round)},
                     3,
                     round * on->length};
    uh_point2 *points = uh_canvas_rims(c, 1);
    if (points != NULL) {
        uh_canvas_round_box(c, &box, points);
    }
}

/* One face, the one its axis `n` (0 x, 1 y, 2 z) points out of, `sign` 1 or -1. */
static void draw_face(canvas *c, const seen_frame *on, const placed *b, int n, double sign)
{
    static const double corner[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    const double half[3] = {b->half.x, b->half.y, b->half.z};
    uh_point2 points[4];
    for (int i = 0; i < 4; i++) {
        double at[3];
        at[n] = sign * half[n];
        at[(n + 1) % 3] = corner[i][0] * (half[(n + 1) % 3] - 0.4 * b->round);
        at[(n + 2) % 3] = corner[i][1] * (half[(n + 2) % 3] - 0.4 * b->round);
        points[i] = uh_seen_point(on, beside(b, at[0], at[1], at[2]));
    }
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_PROP);
    uh_canvas_polygon(c, points, 4);
}

/* The light is above and to the left of the camera: the upper face and whichever side face looks
 * that way are lit. */
static void draw_faces(canvas *c, const seen_frame *on, const placed *b)
{
    const uh_vec3 axes[3] = {on->axes.x, on->axes.y, on->axes.z};
    for (int n = 0; n < 3; n++) {
        double towards = uh_seen_facing(on, axes[n]);
        double sign = towards >= 0.0 ? 1.0 : -1.0;
        if (towards * sign < 0.03) {
            continue;
        }
        double right = sign * axes[n].x / on->length;
        double up = -sign * axes[n].y / on->length;
        double light = 0.75 * up - 0.45 * right + 0.48 * towards * sign;
        if (light > 0.30) {
            draw_face(c, on, b, n, sign);
        }
    }
}

static void draw_box(canvas *c, const seen_frame *on, const placed *b)
{
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_PROP_SHADE);
    uh_canvas_outline(c, UH_TONE_PROP_OUTLINE);
    box_contour(c, on, b);
    draw_faces(c, on, b);
}

/* -- rolls ----------------------------------------------------------------------------- */

/* Half of its long axis. */
static uh_vec3 along(const placed *b)
{
    bool across = b->half.x > b->half.z;
    return (uh_vec3){across ? b->half.x : 0.0, 0.0, across ? 0.0 : b->half.z};
}

/* The end that looks at the camera: a disc with a ring. */
static void draw_end(canvas *c, const seen_frame *on, const placed *b)
{
    uh_vec3 axis = along(b);
    bool across = axis.x > 0.0;
    double towards = uh_seen_facing(on, across ? on->axes.x : on->axes.z);
    if (towards > -0.05 && towards < 0.05) {
        return;
    }
    uh_vec3 middle = uh_vec3_add(b->at, uh_vec3_scale(axis, towards > 0.0 ? 1.0 : -1.0));
    uh_point2 end[RIM];
    for (int i = 0; i < RIM; i++) {
        uh_vec3 out = {across ? 0.0 : b->half.x * c->rim_y[i], b->half.y * c->rim_x[i],
                       across ? b->half.z * c->rim_y[i] : 0.0};
        end[i] = uh_seen_point(on, uh_vec3_add(middle, out));
    }
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_PROP);
    uh_canvas_outline(c, UH_TONE_PROP_OUTLINE);
    uh_canvas_polygon(c, end, RIM);
    uh_point2 hub = uh_seen_point(on, middle);
    uh_canvas_line(c, UH_TONE_PROP_OUTLINE, 0.6 * c->line);
    uh_canvas_contour(c);
    for (int i = 0; i <= RIM; i++) {
        uh_point2 p = end[i % RIM];
        uh_canvas_point(c, (uh_point2){hub.x + 0.55 * (p.x - hub.x), hub.y + 0.55 * (p.y - hub.y)});
    }
}

static void draw_roll(canvas *c, const seen_frame *on, const placed *b)
{
    static const solid hull[] = {{2, false, {0, 1}}};
    uh_vec3 axis = along(b);
    uh_vec3 disc = uh_vec3_sub(b->half, axis);
    part p;
    uh_part_open(&p, UH_TONE_PROP_SHADE, UH_TONE_PROP_OUTLINE, UH_TONE_PROP_OUTLINE, hull, 1);
    p.shade = 0.30;
    const uh_vec3 ends[2] = {uh_vec3_add(b->at, axis), uh_vec3_sub(b->at, axis)};
    uh_part_blob(&p, on, &ends[0], &disc);
    uh_part_blob(&p, on, &ends[1], &disc);
    uh_part_draw(c, &p);
    draw_end(c, on, b);
}

/* -- the floor ------------------------------------------------------------------------- */

/* One quarter of a circle says all of it. */
static void draw_disc(canvas *c, const seen_frame *on, const placed *b)
{
    enum { QUARTER = 12 };
    uh_point2 points[4 * QUARTER];
    uh_point2 middle = uh_seen_point(on, b->at);
    uh_point2 x = flat(on->axes.x, b->half.x);
    uh_point2 z = flat(on->axes.z, b->half.z);
    for (int i = 0; i < QUARTER; i++) {
        uh_sine s = uh_sine_deg(i * (90.0 / QUARTER));
        const uh_point2 out[2] = {{x.x * s.cos + z.x * s.sin, x.y * s.cos + z.y * s.sin},
                                  {z.x * s.cos - x.x * s.sin, z.y * s.cos - x.y * s.sin}};
        for (int k = 0; k < 2; k++) {
            points[i + k * QUARTER] = (uh_point2){middle.x + out[k].x, middle.y + out[k].y};
            points[i + (k + 2) * QUARTER] = (uh_point2){middle.x - out[k].x, middle.y - out[k].y};
        }
    }
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_GROUND);
    uh_canvas_polygon(c, points, 4 * QUARTER);
}

/* -- all ------------------------------------------------------------------------------- */

void uh_prop_draw(canvas *c, const uh_prop *prop, double stature_m, uint8_t piece)
{
    placed b = place_piece(prop, &pieces[piece]);
    seen_frame on;
    see(c, prop, stature_m, &on);
    switch ((piece_shape)b.row->shape) {
    case PIECE_DISC:
        draw_disc(c, &on, &b);
        break;
    case PIECE_BOX:
        draw_box(c, &on, &b);
        break;
    case PIECE_CYLINDER:
        draw_roll(c, &on, &b);
        break;
    }
}

static rod piece_rod(const seen_frame *on, const placed *b)
{
    double x = b->half.x;
    double y = b->half.y;
    double z = b->half.z;
    bool tall = y > x && y > z;
    bool wide = !tall && x >= z;
    uh_vec3 half = {wide ? x : 0.0, tall ? y : 0.0, wide || tall ? 0.0 : z};
    double radius = tall ? (x > z ? x : z) : (y > (wide ? z : x) ? y : (wide ? z : x));
    return (rod){.a = uh_seen_place(on, uh_vec3_add(b->at, half)),
                 .b = uh_seen_place(on, uh_vec3_sub(b->at, half)),
                 .radius = radius * on->length,
                 .rank = b->row->rank,
                 .part = PART_COUNT};
}

uint32_t uh_prop_rods(const canvas *c, const uh_prop *prop, double stature_m, uint8_t index,
                      rod *rods, uint32_t room)
{
    uint32_t count = 0;
    seen_frame on;
    see(c, prop, stature_m, &on);
    /* a chair's back hides who sits on it from a camera behind it */
    bool behind = uh_seen_facing(&on, on.axes.z) < -0.10;
    for (uint32_t i = 0; i < UH_COUNT(pieces); i++) {
        if (pieces[i].kind != prop->kind) {
            continue;
        }
        UH_ASSERT(count < room);
        placed b = place_piece(prop, &pieces[i]);
        rod *r = &rods[count++];
        *r = piece_rod(&on, &b);
        r->prop = index;
        r->piece = (uint8_t)i;
        r->rank = pieces[i].chair_back && behind ? RANK_OPEN : pieces[i].rank;
    }
    return count;
}

/* -- shadows --------------------------------------------------------------------------- */

static bool casts_shadow(const uh_prop *prop, double stature_m, const placed *b)
{
    const double low = 0.10;
    double top = prop->at_m.y + (b->at.y + b->half.y - 2.0 * b->round) * stature_m;
    return b->row->shape != PIECE_DISC && prop->kind != UH_PROP_MAT && top < low * stature_m;
}

static void cast_shadow(canvas *c, const uh_prop *prop, double stature_m, const placed *b)
{
    uh_mat3 axes = axes_of(prop);
    uh_vec3 off = uh_mat3_apply(&axes, uh_vec3_scale(b->at, stature_m));
    uh_vec3 centre_m = uh_vec3_add(prop->at_m, off);
    if (b->row->shape == PIECE_CYLINDER) {
        uh_vec3 half_m = uh_mat3_apply(&axes, uh_vec3_scale(along(b), stature_m));
        uh_canvas_shadow(c, centre_m, &half_m, 1, b->half.y * stature_m);
        return;
    }
    double round = b->round;
    const uh_vec3 half_m[2] = {uh_vec3_scale(axes.x, (b->half.x - round) * stature_m),
                               uh_vec3_scale(axes.z, (b->half.z - round) * stature_m)};
    uh_canvas_shadow(c, centre_m, half_m, 2, round * stature_m);
}

void uh_prop_shadow(canvas *c, const uh_prop *prop, double stature_m)
{
    for (size_t i = 0; i < UH_COUNT(pieces); i++) {
        if (pieces[i].kind == prop->kind) {
            placed b = place_piece(prop, &pieces[i]);
            if (casts_shadow(prop, stature_m, &b)) {
                cast_shadow(c, prop, stature_m, &b);
            }
        }
    }
}
