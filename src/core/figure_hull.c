/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "figure_parts.h"

/* The outermost point of an ellipse in a direction u is centre + Qu / sqrt(u'Qu), where Q sums its
 * half axes; the outermost points of several ellipses are those of their hull. So no hull is ever
 * computed: each direction takes the blob that reaches farthest, and only that one's point is made.
 * A grown outline is exact. */

/* Where a layer puts a blob: its points are `size` times its shape, round the centre. */
typedef struct place {
    uh_point2 centre;
    double size;
} place;

enum { SEAMS_MAX = 4, PLACES = PART_BLOBS + SEAMS_MAX };

/* Everything a part's layers are written from. After its blobs come the shrunk twins of those at a
 * seam. */
typedef struct proof {
    place whole[PLACES];
    place light[PART_BLOBS];
    uint8_t at_seam[PART_BLOBS];    /* of a blob: its own place, or its twin's */
    double reach[PLACES][RIM];      /* how far out it is, in each direction */
    const uh_point2 *shape[PLACES]; /* RIM points; all balls share the directions themselves */
    uh_point2 ellipse[PART_BLOBS][RIM];
} proof;

/* -- blobs ----------------------------------------------------------------------------- */

/* The loops over directions keep to one type and name their arrays restrict, so that compilers do
 * two at once. Opposite directions have opposite points. */
static void reach_ball(const canvas *c, place at, double *restrict reach)
{
    const double *restrict ux = c->rim_x;
    const double *restrict uy = c->rim_y;
    for (int i = 0; i < RIM / 2; i++) {
        double across = at.centre.x * ux[i] + at.centre.y * uy[i];
        reach[i] = at.size + across;
        reach[i + RIM / 2] = at.size - across;
    }
}

static void reach_ellipse(const canvas *c, const blob *b, double *restrict x, double *restrict y,
                          double *restrict reach)
{
    const double *restrict ux = c->rim_x;
    const double *restrict uy = c->rim_y;
    for (int i = 0; i < RIM / 2; i++) {
        double along_x = b->xx * ux[i] + b->xy * uy[i];
        double along_y = b->xy * ux[i] + b->yy * uy[i];
        double square = ux[i] * along_x + uy[i] * along_y + 1e-18;
        double k = 1.0 / sqrt(square);
        double half = square * k;
        double across = b->centre.x * ux[i] + b->centre.y * uy[i];
        reach[i] = half + across;
        reach[i + RIM / 2] = half - across;
        x[i] = along_x * k;
        y[i] = along_y * k;
    }
}

static void shape_ellipse(const canvas *c, const blob *b, uh_point2 *restrict shape,
                          double *restrict reach)
{
    double x[RIM / 2];
    double y[RIM / 2];
    reach_ellipse(c, b, x, y, reach);
    for (int i = 0; i < RIM / 2; i++) {
        shape[i] = (uh_point2){x[i], y[i]};
        shape[i + RIM / 2] = (uh_point2){-x[i], -y[i]};
    }
}

static void prepare_blob(const canvas *c, const blob *b, uint32_t i, proof *ret)
{
    bool ball = b->radius > 0.0;
    ret->whole[i] = (place){b->centre, ball ? b->radius : 1.0};
    if (ball) {
        ret->shape[i] = c->rim;
        reach_ball(c, ret->whole[i], ret->reach[i]);
    } else {
        ret->shape[i] = ret->ellipse[i];
        shape_ellipse(c, b, ret->ellipse[i], ret->reach[i]);
    }
}

/* -- hulls ----------------------------------------------------------------------------- */

static uh_point2 point_of(const place *at, uh_point2 shape)
{
    return (uh_point2){at->centre.x + at->size * shape.x, at->centre.y + at->size * shape.y};
}

/* A stretch of directions in which one blob of a solid is the outermost. */
typedef struct run {
    uint8_t blob;
    uint8_t end; /* the direction after its last */
} run;

/* The farthest of as many as a solid may have. */
static void farthest_of(const double *const reach[SOLID_BLOBS], double *restrict farthest)
{
    const double *restrict a = reach[0];
    const double *restrict b = reach[1];
    const double *restrict c = reach[2];
    const double *restrict d = reach[3];
    const double *restrict e = reach[4];
    for (int i = 0; i < RIM; i++) {
        double far = a[i] > b[i] ? a[i] : b[i];
        far = c[i] > far ? c[i] : far;
        far = d[i] > far ? d[i] : far;
        farthest[i] = e[i] > far ? e[i] : far;
    }
}

/* The first direction after `from` in which `out` is not the outermost any more. */
static size_t run_end(const double *out, const double *rest, size_t from)
{
    size_t i = from + 1;
    while (i < RIM && !(out[i] < rest[i])) {
        i++;
    }
    return i;
}

/* Most solids have two blobs, and two need no maximum. */
static void choose_of_two(const proof *made, const uint8_t *blobs, run *runs)
{
    const double *first = made->reach[blobs[0]];
    const double *second = made->reach[blobs[1]];
    for (size_t i = 0; i < RIM; runs++) {
        bool second_is_out = second[i] > first[i];
        const double *out = second_is_out ? second : first;
        const double *in = second_is_out ? first : second;
        i = run_end(out, in, i);
        *runs = (run){blobs[second_is_out ? 1 : 0], (uint8_t)i};
    }
}

/* At most RIM runs; the last one ends at RIM. */
static void choose(const proof *made, const uint8_t *blobs, uint32_t count, run runs[RIM])
{
    if (count == 2) {
        choose_of_two(made, blobs, runs);
        return;
    }
    const double *reach[SOLID_BLOBS];
    for (uint32_t b = 0; b < SOLID_BLOBS; b++) {
        reach[b] = made->reach[blobs[b < count ? b : 0]];
    }
    double farthest[RIM];
    farthest_of(reach, farthest);
    for (size_t i = 0; i < RIM; runs++) {
        uint32_t b = 0;
        while (reach[b][i] < farthest[i]) {
            b++;
        }
        const double *out = reach[b];
        i = run_end(out, farthest, i);
        *runs = (run){blobs[b], (uint8_t)i};
    }
}

static void write_rim(const proof *made, const run *runs, uh_point2 *restrict points)
{
    for (size_t i = 0; i < RIM; runs++) {
        const uh_point2 *shape = made->shape[runs->blob];
        const place at = made->whole[runs->blob];
        for (size_t end = runs->end; i < end; i++) {
            points[i] = point_of(&at, shape[i]);
        }
    }
}

/* Second and first tone at once. */
static void write_layers(const proof *made, const run *runs, uh_point2 *restrict dark,
                         uh_point2 *restrict light)
{
    for (size_t i = 0; i < RIM; runs++) {
        const uh_point2 *shape = made->shape[runs->blob];
        const place whole = made->whole[runs->blob];
        const place lit = made->light[runs->blob];
        for (size_t end = runs->end; i < end; i++) {
            dark[i] = point_of(&whole, shape[i]);
            light[i] = point_of(&lit, shape[i]);
        }
    }
}

/* -- parts ----------------------------------------------------------------------------- */

static uh_point2 lit_point(const canvas *c, const blob *b)
{
    uh_point2 u = c->light;
    if (b->radius > 0.0) {
        return (uh_point2){b->radius * u.x, b->radius * u.y};
    }
    double x = b->xx * u.x + b->xy * u.y;
    double y = b->xy * u.x + b->yy * u.y;
    double k = 1.0 / sqrt(u.x * x + u.y * y + 1e-18);
    return (uh_point2){x * k, y * k};
}

/* A smaller copy of a blob that touches its edge where the light comes from. */
static place towards_light(place at, uh_point2 lit, double shade)
{
    return (place){{at.centre.x + shade * lit.x, at.centre.y + shade * lit.y},
                   at.size * (1.0 - shade)};
}

/* A ball at a seam keeps neither outline nor second tone, since the part painted before has both
 * already: it is replaced by a smaller one, just so far inside the first tone that its outline does
 * not show. Were it smaller, the outline would end long before the seam. */
static void shrink(const canvas *c, place light, uint32_t twin, proof *made)
{
    double least = 0.3 * light.size;
    double size = light.size - 1.8 * c->line;
    UH_ASSERT(twin < PLACES);
    made->whole[twin] = (place){light.centre, size > least ? size : least};
    made->shape[twin] = c->rim;
    reach_ball(c, made->whole[twin], made->reach[twin]);
}

static void prepare(const canvas *c, const part *p, proof *ret)
{
    uint32_t count = p->blob_count;
    for (uint32_t i = 0; i < p->blob_count; i++) {
        const blob *b = &p->blob[i];
        prepare_blob(c, b, i, ret);
        ret->light[i] = towards_light(ret->whole[i], lit_point(c, b), p->shade);
        ret->at_seam[i] = (uint8_t)i;
        if ((p->seamless >> i & 1u) != 0u) {
            ret->at_seam[i] = (uint8_t)count;
            shrink(c, ret->light[i], count++, ret);
        }
    }
}

/* Writes the second tone of a solid again, where it has a blob at a seam. */
static void open_seam(const proof *made, const solid *s, uh_point2 *points)
{
    uint8_t blobs[SOLID_BLOBS];
    bool seam = false;
    for (uint32_t i = 0; i < s->count; i++) {
        blobs[i] = made->at_seam[s->blob[i]];
        seam = seam || blobs[i] != s->blob[i];
    }
    if (seam) {
        run open[RIM];
        choose(made, blobs, s->count, open);
        write_rim(made, open, points);
    }
}

static uint32_t bridges(const part *p)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < p->solid_count; i++) {
        count += p->solid[i].bridge ? 1u : 0u;
    }
    return count;
}

void uh_part_draw(canvas *c, const part *p)
{
    uint32_t bridge_count = bridges(p);
    uh_canvas_shape(c, UH_SHAPE_FILL, p->shade_tone);
    uh_canvas_outline(c, p->outline_tone);
    uh_point2 *dark = uh_canvas_rims(c, p->solid_count - bridge_count);
    uh_point2 *bridge = NULL;
    if (bridge_count > 0) {
        uh_canvas_shape(c, UH_SHAPE_FILL, p->shade_tone);
        bridge = uh_canvas_rims(c, bridge_count);
    }
    uh_canvas_shape(c, UH_SHAPE_FILL, p->tone);
    uh_point2 *light = uh_canvas_rims(c, p->solid_count);
    if (c->drawing->full) {
        return;
    }
    proof made;
    prepare(c, p, &made);
    for (uint32_t i = 0; i < p->solid_count; i++) {
        const solid *s = &p->solid[i];
        run whole[RIM];
        choose(&made, s->blob, s->count, whole);
        uh_point2 **to = s->bridge ? &bridge : &dark;
        write_layers(&made, whole, *to, light);
        open_seam(&made, s, *to);
        *to += RIM;
        light += RIM;
    }
}

void uh_part_contours(canvas *c, const part *p)
{
    uh_point2 *points = uh_canvas_rims(c, p->solid_count);
    if (points == NULL) {
        return;
    }
    proof made;
    for (uint32_t i = 0; i < p->blob_count; i++) {
        prepare_blob(c, &p->blob[i], i, &made);
    }
    for (uint32_t i = 0; i < p->solid_count; i++) {
        run whole[RIM];
        choose(&made, p->solid[i].blob, p->solid[i].count, whole);
        write_rim(&made, whole, points);
        points += RIM;
    }
}

void uh_part_fill(canvas *c, const part *p)
{
    uh_canvas_shape(c, UH_SHAPE_FILL, p->tone);
    uh_part_contours(c, p);
}

/* -- building parts -------------------------------------------------------------------- */

void uh_part_open(part *p, uh_tone tone, uh_tone shade_tone, uh_tone outline_tone,
                  const solid *solids, uint32_t solid_count)
{
    p->blob_count = 0;
    p->solid = solids;
    p->solid_count = solid_count;
    p->seamless = 0;
    p->shade = 0.0;
    p->tone = tone;
    p->shade_tone = shade_tone;
    p->outline_tone = outline_tone;
}

void uh_part_ball(part *p, uh_point2 centre, double radius)
{
    UH_ASSERT(p->blob_count < PART_BLOBS);
    blob *b = &p->blob[p->blob_count++];
    b->centre = centre;
    b->radius = radius;
}

static void add_half_axis(blob *b, uh_vec3 axis, double half)
{
    double x = axis.x * half;
    double y = axis.y * half;
    b->xx += x * x;
    b->xy += x * y;
    b->yy += y * y;
}

void uh_part_blob(part *p, const seen_frame *on, const uh_vec3 *at, const uh_vec3 *half)
{
    uh_point2 centre = uh_seen_point(on, *at);
    if (half->y == 0.0) {
        uh_part_ball(p, centre, half->x * on->length);
        return;
    }
    UH_ASSERT(p->blob_count < PART_BLOBS);
    blob *b = &p->blob[p->blob_count++];
    *b = (blob){.centre = centre};
    add_half_axis(b, on->axes.x, half->x);
    add_half_axis(b, on->axes.y, half->y);
    add_half_axis(b, on->axes.z, half->z);
}

/* -- boxes and shadows ----------------------------------------------------------------- */

/* Adds a half axis, turned to the side on which it reaches out. */
static void add_outwards(uh_point2 *sum, uh_point2 half, uh_point2 direction)
{
    bool out = half.x * direction.x + half.y * direction.y >= 0.0;
    sum->x += out ? half.x : -half.x;
    sum->y += out ? half.y : -half.y;
}

void uh_canvas_round_box(const canvas *c, const round_box *b, uh_point2 points[RIM])
{
    for (int i = 0; i < RIM / 2; i++) {
        uh_point2 out = {b->radius * c->rim[i].x, b->radius * c->rim[i].y};
        for (uint32_t n = 0; n < b->count; n++) {
            add_outwards(&out, b->half[n], c->rim[i]);
        }
        points[i] = (uh_point2){b->centre.x + out.x, b->centre.y + out.y};
        points[i + RIM / 2] = (uh_point2){b->centre.x - out.x, b->centre.y - out.y};
    }
}

/* Seen from above, where circles are round, and only then laid down: sampled in the picture, a flat
 * ellipse would get all its points at its two ends. */
static uh_point2 from_above(const canvas *c, uh_vec3 way_m)
{
    uh_vec3 nearer = {-c->camera.x.z, 0.0, c->camera.x.x}; /* along the floor, towards the camera */
    return (uh_point2){uh_vec3_dot(c->camera.x, way_m) * c->unit,
                       uh_vec3_dot(nearer, way_m) * c->unit};
}

void uh_canvas_shadow(canvas *c, uh_vec3 centre_m, const uh_vec3 *half_m, uint32_t count,
                      double radius_m)
{
    double squash = c->camera.z.y;
    /* from below the floor is not seen */
    uh_point2 *points = squash > 0.0 ? uh_canvas_rims(c, 1) : NULL;
    if (points == NULL) {
        return;
    }
    /* laid down, its tangents are others */
    c->drawing->contour[c->drawing->contour_count - 1].rim = false;
    round_box flat = {.centre = from_above(c, uh_vec3_sub(centre_m, c->view.centre_m)),
                      .count = count,
                      .radius = radius_m * c->unit};
    for (uint32_t i = 0; i < count; i++) {
        flat.half[i] = from_above(c, half_m[i]);
    }
    uh_canvas_round_box(c, &flat, points);
    double floor_y = 0.5 - c->eye.y.y * c->view.centre_m.y;
    for (int i = 0; i < RIM; i++) {
        points[i].x += 0.5 * c->view.width;
        points[i].y = floor_y + squash * points[i].y;
    }
}
