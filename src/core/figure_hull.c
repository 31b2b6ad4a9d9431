/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "figure_parts.h"

/* A blob's shadow on the picture is an ellipse. Its outermost point in a direction u is centre + Qu
 * / sqrt(u'Qu), where Q sums the projected half axes; the outermost points of several ellipses are
 * those of their hull. So no hull is ever computed: each direction takes the best of a few points,
 * and a grown outline is exact. */
typedef struct ellipse {
    double x;
    double y;
    double lit_x; /* its outermost point towards the light, from the centre */
    double lit_y;
    double rim_x[RIM];
    double rim_y[RIM];
    double out[RIM]; /* how far out that is, in each direction */
} ellipse;

/* The loops below keep to one type and name their arrays restrict, so that compilers do two points
 * at once. */
static void finish_rim(const double *restrict ux, const double *restrict uy,
                       const double *restrict x, const double *restrict y, double *restrict out)
{
    for (int i = 0; i < RIM; i++) {
        out[i] = x[i] * ux[i] + y[i] * uy[i];
    }
}

static void along_rim(const double *restrict unit, double centre, double radius,
                      double *restrict at)
{
    for (int i = 0; i < RIM; i++) {
        at[i] = centre + radius * unit[i];
    }
}

static void ball_rim(const canvas *c, double radius, ellipse *e)
{
    along_rim(c->rim_x, e->x, radius, e->rim_x);
    along_rim(c->rim_y, e->y, radius, e->rim_y);
    e->lit_x = radius * c->light.x;
    e->lit_y = radius * c->light.y;
}

typedef struct spread {
    double xx;
    double xy;
    double yy;
} spread;

static uh_point2 outermost(const spread *q, double ux, double uy)
{
    double x = q->xx * ux + q->xy * uy;
    double y = q->xy * ux + q->yy * uy;
    double k = 1.0 / sqrt(ux * x + uy * y + 1e-18);
    return (uh_point2){x * k, y * k};
}

/* Half of the rim; opposite directions have opposite points. */
static void half_rim(spread q, const double *restrict ux, const double *restrict uy,
                     double *restrict out_x, double *restrict out_y)
{
    for (int i = 0; i < RIM / 2; i++) {
        double x = q.xx * ux[i] + q.xy * uy[i];
        double y = q.xy * ux[i] + q.yy * uy[i];
        double k = 1.0 / sqrt(ux[i] * x + uy[i] * y + 1e-18);
        out_x[i] = x * k;
        out_y[i] = y * k;
    }
}

static void blob_rim(const canvas *c, const blob *b, ellipse *e)
{
    spread q = {0.0, 0.0, 0.0};
    for (int i = 0; i < 3; i++) {
        double x = uh_vec3_dot(c->camera.x, b->axis_m[i]) * c->unit;
        double y = -uh_vec3_dot(c->camera.y, b->axis_m[i]) * c->unit;
        q.xx += x * x;
        q.xy += x * y;
        q.yy += y * y;
    }
    double x[RIM / 2];
    double y[RIM / 2];
    half_rim(q, c->rim_x, c->rim_y, x, y);
    for (int i = 0; i < RIM / 2; i++) {
        e->rim_x[i] = e->x + x[i];
        e->rim_y[i] = e->y + y[i];
        e->rim_x[i + RIM / 2] = e->x - x[i];
        e->rim_y[i + RIM / 2] = e->y - y[i];
    }
    uh_point2 lit = outermost(&q, c->light.x, c->light.y);
    e->lit_x = lit.x;
    e->lit_y = lit.y;
}

static void project_blob(const canvas *c, const blob *b, ellipse *e)
{
    uh_point2 centre = uh_canvas_project(c, b->centre_m);
    e->x = centre.x;
    e->y = centre.y;
    if (b->ball) {
        ball_rim(c, b->axis_m[0].x * c->unit, e);
    } else {
        blob_rim(c, b, e);
    }
    finish_rim(c->rim_x, c->rim_y, e->rim_x, e->rim_y, e->out);
}

static void project_part(const canvas *c, const part *p, ellipse *ellipses)
{
    for (uint32_t i = 0; i < p->blob_count; i++) {
        project_blob(c, &p->blob[i], &ellipses[i]);
    }
}

/* -- hulls ----------------------------------------------------------------------------- */

/* A stretch of directions in which one blob of a solid is the outermost. */
typedef struct run {
    uint8_t blob;
    uint8_t end; /* the direction after its last */
} run;

static void farther(const double *restrict out, double *restrict far_out)
{
    for (int i = 0; i < RIM; i++) {
        far_out[i] = out[i] > far_out[i] ? out[i] : far_out[i];
    }
}

/* Most solids have two blobs, and two need no maximum. */
static void choose_of_two(const ellipse *ellipses, const solid *s, run *runs)
{
    const double *first = ellipses[s->blob[0]].out;
    const double *second = ellipses[s->blob[1]].out;
    for (int i = 0; i < RIM; runs++) {
        bool second_is_out = second[i] > first[i];
        do {
            i++;
        } while (i < RIM && (second[i] > first[i]) == second_is_out);
        *runs = (run){s->blob[second_is_out ? 1 : 0], (uint8_t)i};
    }
}

/* At most RIM runs; the last one ends at RIM. */
static void choose(const ellipse *ellipses, const solid *s, run runs[RIM])
{
    if (s->count == 2) {
        choose_of_two(ellipses, s, runs);
        return;
    }
    double far_out[RIM];
    memcpy(far_out, ellipses[s->blob[0]].out, sizeof far_out);
    for (uint32_t b = 1; b < s->count; b++) {
        farther(ellipses[s->blob[b]].out, far_out);
    }
    uint32_t count = 0;
    for (int i = 0; i < RIM; count++) {
        uint32_t b = 0;
        while (b + 1 < s->count && ellipses[s->blob[b]].out[i] != far_out[i]) {
            b++;
        }
        const double *out = ellipses[s->blob[b]].out;
        do {
            i++;
        } while (i < RIM && out[i] == far_out[i]);
        runs[count] = (run){s->blob[b], (uint8_t)i};
    }
}

/* What a layer does to one blob: scales it about the centre and shifts it. */
typedef struct layer {
    double scale;
    double x;
    double y;
} layer;

/* The first tone: a smaller copy that touches the blob's edge where the light comes from. */
static layer lit_layer(const ellipse *e, double shade)
{
    return (layer){1.0 - shade, shade * (e->x + e->lit_x), shade * (e->y + e->lit_y)};
}

static void write_lit(const ellipse *ellipses, const layer *layers, const run *runs,
                      uh_point2 *restrict points)
{
    for (int i = 0; i < RIM; runs++) {
        const double *restrict x = ellipses[runs->blob].rim_x;
        const double *restrict y = ellipses[runs->blob].rim_y;
        layer l = layers[runs->blob];
        for (int end = runs->end; i < end; i++) {
            points[i].x = l.scale * x[i] + l.x;
            points[i].y = l.scale * y[i] + l.y;
        }
    }
}

static void write_rim(const ellipse *ellipses, const run *runs, uh_point2 *restrict points)
{
    for (int i = 0; i < RIM; runs++) {
        const double *restrict x = ellipses[runs->blob].rim_x;
        const double *restrict y = ellipses[runs->blob].rim_y;
        for (int end = runs->end; i < end; i++) {
            points[i].x = x[i];
            points[i].y = y[i];
        }
    }
}

/* A seam's blob keeps neither outline nor second tone, since the part painted before has both
 * already: it is replaced by a smaller one, so far inside the first tone that not even its outline
 * shows. */
static void shrink(const canvas *c, const ellipse *e, double shade, ellipse *ret)
{
    double scale = 0.3 * (1.0 - shade);
    ret->x = e->x + shade * e->lit_x;
    ret->y = e->y + shade * e->lit_y;
    for (int i = 0; i < RIM; i++) {
        ret->rim_x[i] = ret->x + scale * (e->rim_x[i] - e->x);
        ret->rim_y[i] = ret->y + scale * (e->rim_y[i] - e->y);
    }
    finish_rim(c->rim_x, c->rim_y, ret->rim_x, ret->rim_y, ret->out);
}

enum { SEAMS_MAX = 4, PLACES = PART_BLOBS + SEAMS_MAX };

/* Everything a part's layers are written from. */
typedef struct proof {
    uint8_t seam_place[PART_BLOBS]; /* of a blob: its own place, or its shrunk twin's */
    ellipse ellipses[PLACES];
    layer light[PART_BLOBS];
} proof;

static void prepare(const canvas *c, const part *p, proof *ret)
{
    uint32_t count = p->blob_count;
    project_part(c, p, ret->ellipses);
    for (uint32_t i = 0; i < p->blob_count; i++) {
        bool seam = (p->seamless >> i & 1u) != 0u;
        UH_ASSERT(!seam || count < PLACES);
        ret->seam_place[i] = (uint8_t)(seam ? count : i);
        if (seam) {
            shrink(c, &ret->ellipses[i], p->shade, &ret->ellipses[count++]);
        }
        ret->light[i] = lit_layer(&ret->ellipses[i], p->shade);
    }
}

static bool has_seam(const part *p, const solid *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        if ((p->seamless >> s->blob[i] & 1u) != 0u) {
            return true;
        }
    }
    return false;
}

static void write_dark(const part *p, const proof *made, const solid *s, const run *whole,
                       uh_point2 *points)
{
    if (!has_seam(p, s)) {
        write_rim(made->ellipses, whole, points);
        return;
    }
    run open[RIM];
    solid shrunk = *s;
    for (uint32_t i = 0; i < s->count; i++) {
        shrunk.blob[i] = made->seam_place[s->blob[i]];
    }
    choose(made->ellipses, &shrunk, open);
    write_rim(made->ellipses, open, points);
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
    proof made;
    prepare(c, p, &made);
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
    for (uint32_t i = 0; i < p->solid_count; i++) {
        run whole[RIM];
        choose(made.ellipses, &p->solid[i], whole);
        uh_point2 **to = p->solid[i].bridge ? &bridge : &dark;
        write_dark(p, &made, &p->solid[i], whole, *to);
        *to += RIM;
        write_lit(made.ellipses, made.light, whole, light);
        light += RIM;
    }
}

void uh_part_contours(canvas *c, const part *p)
{
    ellipse ellipses[PART_BLOBS];
    project_part(c, p, ellipses);
    uh_point2 *points = uh_canvas_rims(c, p->solid_count);
    for (uint32_t i = 0; points != NULL && i < p->solid_count; i++) {
        run best[RIM];
        choose(ellipses, &p->solid[i], best);
        write_rim(ellipses, best, points);
        points += RIM;
    }
}

void uh_part_fill(canvas *c, const part *p, uh_tone tone, bool outlined)
{
    uh_canvas_shape(c, UH_SHAPE_FILL, tone);
    if (outlined) {
        uh_canvas_outline(c, p->outline_tone);
    }
    uh_part_contours(c, p);
}

/* -- building parts -------------------------------------------------------------------- */

void uh_part_open(part *p, uh_tone tone, uh_tone shade_tone, uh_tone outline_tone)
{
    p->blob_count = 0;
    p->solid_count = 0;
    p->seamless = 0;
    p->shade = 0.0;
    p->tone = tone;
    p->shade_tone = shade_tone;
    p->outline_tone = outline_tone;
}

uint8_t uh_part_ball(part *p, uh_vec3 centre_m, double radius_m)
{
    UH_ASSERT(p->blob_count < PART_BLOBS);
    blob *b = &p->blob[p->blob_count];
    b->centre_m = centre_m;
    b->axis_m[0].x = radius_m;
    b->ball = true;
    return (uint8_t)p->blob_count++;
}

uint8_t uh_part_blob(part *p, uh_vec3 centre_m, const uh_mat3 *axes, uh_vec3 half_m)
{
    UH_ASSERT(p->blob_count < PART_BLOBS);
    blob *b = &p->blob[p->blob_count];
    b->centre_m = centre_m;
    b->axis_m[0] = uh_vec3_scale(axes->x, half_m.x);
    b->axis_m[1] = uh_vec3_scale(axes->y, half_m.y);
    b->axis_m[2] = uh_vec3_scale(axes->z, half_m.z);
    b->ball = false;
    return (uint8_t)p->blob_count++;
}

void uh_part_solid(part *p, const uint8_t *blobs, uint32_t count, bool bridge)
{
    UH_ASSERT(p->solid_count < PART_SOLIDS && count >= 1 && count <= SOLID_BLOBS);
    solid *s = &p->solid[p->solid_count++];
    s->count = (uint8_t)count;
    s->bridge = bridge;
    memcpy(s->blob, blobs, count);
}

/* -- shadows --------------------------------------------------------------------------- */

static double size_of(const blob *b)
{
    if (b->ball) {
        return b->axis_m[0].x;
    }
    double largest = 0.0;
    for (int i = 0; i < 3; i++) {
        double square = uh_vec3_dot(b->axis_m[i], b->axis_m[i]);
        largest = square > largest ? square : largest;
    }
    return sqrt(largest);
}

/* Seen from above, where circles are round, and only then laid down: sampled in the picture, a flat
 * ellipse would get all its points at its two ends. */
static void lay_blob(const canvas *c, const blob *b, double radius_m, ellipse *e)
{
    uh_vec3 nearer = {-c->camera.x.z, 0.0, c->camera.x.x}; /* along the floor, towards the camera */
    uh_vec3 from = uh_vec3_sub(b->centre_m, c->view.centre_m);
    e->x = uh_vec3_dot(c->camera.x, from) * c->unit;
    e->y = uh_vec3_dot(nearer, from) * c->unit;
    ball_rim(c, radius_m * c->unit, e);
    finish_rim(c->rim_x, c->rim_y, e->rim_x, e->rim_y, e->out);
}

void uh_part_shadow(canvas *c, const part *p, double below_m)
{
    double squash = c->camera.z.y;
    if (squash <= 0.0) {
        return; /* from below the floor is not seen */
    }
    ellipse flat[PART_BLOBS];
    bool low[PART_BLOBS];
    for (uint32_t i = 0; i < p->blob_count; i++) {
        double radius = size_of(&p->blob[i]);
        low[i] = p->blob[i].centre_m.y - radius < below_m;
        lay_blob(c, &p->blob[i], radius, &flat[i]);
    }
    double floor_y = 0.5 + c->camera.y.y * c->view.centre_m.y * c->unit;
    for (uint32_t i = 0; i < p->solid_count; i++) {
        bool touches = true;
        for (uint32_t k = 0; k < p->solid[i].count; k++) {
            touches = touches && low[p->solid[i].blob[k]];
        }
        uh_point2 *points = touches ? uh_canvas_rims(c, 1) : NULL;
        if (points == NULL) {
            continue;
        }
        c->drawing->contour[c->drawing->contour_count - 1].rim =
            false; /* laid down, its tangents are others */
        run best[RIM];
        choose(flat, &p->solid[i], best);
        write_rim(flat, best, points);
        for (int k = 0; k < RIM; k++) {
            points[k] =
                (uh_point2){0.5 * c->view.width + points[k].x, floor_y + squash * points[k].y};
        }
    }
}
