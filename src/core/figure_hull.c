/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "figure_parts.h"

/* A blob's shadow on the picture is an ellipse. Its outermost point in a direction u is centre + Qu / sqrt(u'Qu), where Q
 * sums the projected half axes; the outermost points of several ellipses are those of their hull. So no hull is
 * ever computed: each direction takes the best of at most four points, and a grown outline is exact. */
typedef struct ellipse {
    double x;
    double y;
    double out_x[RIM];
    double out_y[RIM];
    double lit_x; /* how far the lit tone is shifted, per unit of shade */
    double lit_y;
} ellipse;

static void ball_rim(const canvas *c, double radius, ellipse *e)
{
    for (int i = 0; i < RIM; i++) {
        e->out_x[i] = radius * c->rim[i].x;
        e->out_y[i] = radius * c->rim[i].y;
    }
    e->lit_x = radius * c->light.x;
    e->lit_y = radius * c->light.y;
}

typedef struct spread {
    double xx;
    double xy;
    double yy;
} spread;

static uh_point2 outermost(spread q, uh_point2 u)
{
    double x = q.xx * u.x + q.xy * u.y;
    double y = q.xy * u.x + q.yy * u.y;
    double size = sqrt(u.x * x + u.y * y);
    double k = size > 1e-12 ? 1.0 / size : 0.0;
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
        uh_point2 out = outermost(q, c->rim[i]);
        e->out_x[i] = out.x;
        e->out_y[i] = out.y;
        e->out_x[i + RIM / 2] = -out.x;
        e->out_y[i + RIM / 2] = -out.y;
    }
    uh_point2 lit = outermost(q, c->light);
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
}

/* One layer of one part: each blob scaled about its centre, shifted, grown. */
typedef struct layer {
    double scale;
    double shift;
    double grow;
    uint32_t seamless; /* these do not grow */
} layer;

static void solid_contour(canvas *c, const ellipse *ellipses, const solid *s, layer l)
{
    double far_out[RIM];
    uh_point2 points[RIM];
    for (int i = 0; i < RIM; i++) {
        far_out[i] = -1e9;
    }
    for (uint32_t b = 0; b < s->count; b++) {
        const ellipse *e = &ellipses[s->blob[b]];
        double grow = (l.seamless >> s->blob[b] & 1u) != 0u ? 0.0 : l.grow;
        double x = e->x + l.shift * e->lit_x;
        double y = e->y + l.shift * e->lit_y;
        for (int i = 0; i < RIM; i++) {
            double px = x + l.scale * e->out_x[i] + grow * c->rim[i].x;
            double py = y + l.scale * e->out_y[i] + grow * c->rim[i].y;
            double out = px * c->rim[i].x + py * c->rim[i].y;
            if (out > far_out[i]) {
                far_out[i] = out;
                points[i] = (uh_point2){px, py};
            }
        }
    }
    uh_canvas_contour(c);
    for (int i = 0; i < RIM; i++) {
        uh_canvas_point(c, points[i]);
    }
}

static void part_layer(canvas *c, const part *p, const ellipse *ellipses, layer l, bool bridges)
{
    for (uint32_t i = 0; i < p->solid_count; i++) {
        if (bridges || !p->solid[i].bridge) {
            solid_contour(c, ellipses, &p->solid[i], l);
        }
    }
}

static void project_part(const canvas *c, const part *p, ellipse *ellipses)
{
    for (uint32_t i = 0; i < p->blob_count; i++) {
        project_blob(c, &p->blob[i], &ellipses[i]);
    }
}

void uh_part_draw(canvas *c, const part *p)
{
    ellipse ellipses[PART_BLOBS];
    project_part(c, p, ellipses);
    uh_canvas_shape(c, UH_SHAPE_FILL, p->outline);
    part_layer(c, p, ellipses, (layer){1.0, 0.0, c->line, p->seamless}, false);
    uh_canvas_shape(c, UH_SHAPE_FILL, p->shade_tone);
    part_layer(c, p, ellipses, (layer){1.0, 0.0, 0.0, 0}, true);
    uh_canvas_shape(c, UH_SHAPE_FILL, p->tone);
    part_layer(c, p, ellipses, (layer){1.0 - p->shade, p->shade, 0.0, 0}, true);
}

void uh_part_contours(canvas *c, const part *p, double grow, bool outline)
{
    ellipse ellipses[PART_BLOBS];
    project_part(c, p, ellipses);
    part_layer(c, p, ellipses, (layer){1.0, 0.0, grow, 0}, !outline);
}

void uh_part_fill(canvas *c, const part *p, uh_tone tone, double grow)
{
    uh_canvas_shape(c, UH_SHAPE_FILL, tone);
    uh_part_contours(c, p, grow, false);
}

/* -- building parts ------------------------------------------------------------------------------------- */

uint8_t uh_part_ball(part *p, uh_vec3 centre_m, double radius_m)
{
    UH_ASSERT(p->blob_count < PART_BLOBS);
    p->blob[p->blob_count] = (blob){.centre_m = centre_m, .axis_m = {{radius_m, 0.0, 0.0}}, .ball = true};
    return (uint8_t)p->blob_count++;
}

uint8_t uh_part_blob(part *p, uh_vec3 centre_m, const uh_mat3 *axes, uh_vec3 half_m)
{
    UH_ASSERT(p->blob_count < PART_BLOBS);
    p->blob[p->blob_count] = (blob){.centre_m = centre_m,
                                    .axis_m = {uh_vec3_scale(axes->x, half_m.x),
                                               uh_vec3_scale(axes->y, half_m.y),
                                               uh_vec3_scale(axes->z, half_m.z)},
                                    .ball = false};
    return (uint8_t)p->blob_count++;
}

void uh_part_solid(part *p, const uint8_t *blobs, uint32_t count, bool bridge)
{
    UH_ASSERT(p->solid_count < PART_SOLIDS && count >= 1 && count <= SOLID_BLOBS);
    solid *s = &p->solid[p->solid_count++];
    *s = (solid){.count = (uint8_t)count, .bridge = bridge};
    memcpy(s->blob, blobs, count);
}

/* -- shadows ---------------------------------------------------------------------------------------------- */

static double size_of(const blob *b)
{
    if (b->ball) {
        return b->axis_m[0].x;
    }
    double largest = 0.0;
    for (int i = 0; i < 3; i++) {
        double length = uh_vec3_length(b->axis_m[i]);
        largest = length > largest ? length : largest;
    }
    return largest;
}

static double lowest(const blob *b)
{
    return b->centre_m.y - size_of(b);
}

/* Flat on the floor under each low solid. */
void uh_part_shadow(canvas *c, const part *p, double below_m)
{
    ellipse flat[PART_BLOBS];
    for (uint32_t i = 0; i < p->blob_count; i++) {
        double radius = size_of(&p->blob[i]);
        blob b = {.centre_m = {p->blob[i].centre_m.x, 0.0, p->blob[i].centre_m.z},
                  .axis_m = {{radius, 0.0, 0.0}, {0.0, 0.0, 0.0}, {0.0, 0.0, radius}}};
        project_blob(c, &b, &flat[i]);
    }
    for (uint32_t i = 0; i < p->solid_count; i++) {
        bool low = true;
        for (uint32_t k = 0; k < p->solid[i].count; k++) {
            low = low && lowest(&p->blob[p->solid[i].blob[k]]) < below_m;
        }
        if (low) {
            solid_contour(c, flat, &p->solid[i], (layer){1.0, 0.0, 0.0, 0});
        }
    }
}
