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

static void finish_rim(const canvas *c, ellipse *e)
{
    for (int i = 0; i < RIM; i++) {
        e->out[i] = e->rim_x[i] * c->rim_x[i] + e->rim_y[i] * c->rim_y[i];
    }
}

static void ball_rim(const canvas *c, double radius, ellipse *e)
{
    for (int i = 0; i < RIM; i++) {
        e->rim_x[i] = e->x + radius * c->rim_x[i];
        e->rim_y[i] = e->y + radius * c->rim_y[i];
    }
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
    /* opposite directions have opposite points */
    for (int i = 0; i < RIM / 2; i++) {
        uh_point2 out = outermost(&q, c->rim_x[i], c->rim_y[i]);
        e->rim_x[i] = e->x + out.x;
        e->rim_y[i] = e->y + out.y;
        e->rim_x[i + RIM / 2] = e->x - out.x;
        e->rim_y[i + RIM / 2] = e->y - out.y;
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
    finish_rim(c, e);
}

static void project_part(const canvas *c, const part *p, ellipse *ellipses)
{
    for (uint32_t i = 0; i < p->blob_count; i++) {
        project_blob(c, &p->blob[i], &ellipses[i]);
    }
}

/* -- hulls
 * ------------------------------------------------------------------------------------------------
 */

/* Which of a solid's blobs is outermost, direction by direction; as reals, so that the loop has one
 * type. */
static void choose(const ellipse *ellipses, const solid *s, double best[RIM])
{
    double far_out[RIM];
    memcpy(far_out, ellipses[s->blob[0]].out, sizeof far_out);
    for (int i = 0; i < RIM; i++) {
        best[i] = s->blob[0];
    }
    for (uint32_t b = 1; b < s->count; b++) {
        const double *out = ellipses[s->blob[b]].out;
        const double place = s->blob[b];
        for (int i = 0; i < RIM; i++) {
            best[i] = out[i] > far_out[i] ? place : best[i];
            far_out[i] = out[i] > far_out[i] ? out[i] : far_out[i];
        }
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

static void write_lit(const ellipse *ellipses, const layer *layers, const double best[RIM],
                      uh_point2 *restrict points)
{
    for (int i = 0; i < RIM;) {
        double run = best[i];
        const ellipse *e = &ellipses[(int)run];
        layer l = layers[(int)run];
        for (; i < RIM && best[i] == run; i++) {
            points[i].x = l.scale * e->rim_x[i] + l.x;
            points[i].y = l.scale * e->rim_y[i] + l.y;
        }
    }
}

static void write_rim(const ellipse *ellipses, const double best[RIM], uh_point2 *restrict points)
{
    for (int i = 0; i < RIM;) {
        double run = best[i];
        const ellipse *e = &ellipses[(int)run];
        for (; i < RIM && best[i] == run; i++) {
            points[i] = (uh_point2){e->rim_x[i], e->rim_y[i]};
        }
    }
}

/* A seam's blob keeps neither outline nor second tone, since the part painted before has both
 * already: it is replaced by a smaller one, inside the first tone and clear of its edge. */
static void shrink(const canvas *c, const ellipse *e, double shade, ellipse *ret)
{
    double scale = 0.8 * (1.0 - shade);
    ret->x = e->x + shade * e->lit_x;
    ret->y = e->y + shade * e->lit_y;
    for (int i = 0; i < RIM; i++) {
        ret->rim_x[i] = ret->x + scale * (e->rim_x[i] - e->x);
        ret->rim_y[i] = ret->y + scale * (e->rim_y[i] - e->y);
    }
    finish_rim(c, ret);
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
        bool seam = (p->seamless >> i & 1u) != 0u && count < PLACES;
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

static void write_dark(const part *p, const proof *made, const solid *s, const double whole[RIM],
                       uh_point2 *points)
{
    if (!has_seam(p, s)) {
        write_rim(made->ellipses, whole, points);
        return;
    }
    double open[RIM];
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
        double whole[RIM];
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
        double best[RIM];
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

/* -- building parts
 * ------------------------------------------------------------------------------------- */

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

/* -- shadows
 * ---------------------------------------------------------------------------------------------- */

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
    uh_vec3 ahead = {c->camera.x.z, 0.0,
                     -c->camera.x.x}; /* along the floor, away from the camera */
    uh_vec3 from = uh_vec3_sub(b->centre_m, c->view.centre_m);
    e->x = uh_vec3_dot(c->camera.x, from) * c->unit;
    e->y = uh_vec3_dot(ahead, from) * c->unit;
    ball_rim(c, radius_m * c->unit, e);
    finish_rim(c, e);
}

void uh_part_shadow(canvas *c, const part *p, double below_m)
{
    ellipse flat[PART_BLOBS];
    bool low[PART_BLOBS];
    for (uint32_t i = 0; i < p->blob_count; i++) {
        double radius = size_of(&p->blob[i]);
        low[i] = p->blob[i].centre_m.y - radius < below_m;
        lay_blob(c, &p->blob[i], radius, &flat[i]);
    }
    double floor_y = 0.5 + c->camera.y.y * c->view.centre_m.y * c->unit;
    double squash = c->camera.z.y;
    for (uint32_t i = 0; i < p->solid_count; i++) {
        bool touches = true;
        for (uint32_t k = 0; k < p->solid[i].count; k++) {
            touches = touches && low[p->solid[i].blob[k]];
        }
        uh_point2 *points = touches ? uh_canvas_rims(c, 1) : NULL;
        if (points == NULL) {
            continue;
        }
        double best[RIM];
        choose(flat, &p->solid[i], best);
        write_rim(flat, best, points);
        for (int k = 0; k < RIM; k++) {
            points[k] =
                (uh_point2){0.5 * c->view.width + points[k].x, floor_y - squash * points[k].y};
        }
    }
}
