/* SPDX-License-Identifier: MIT */
#include "unhunch/figure.h"

#include <math.h>

#include "figure_parts.h"

static const char *const tone_names[UH_TONE_COUNT] = {
    [UH_TONE_GROUND] = "ground",
    [UH_TONE_SHADOW] = "shadow",
    [UH_TONE_PROP] = "prop",
    [UH_TONE_PROP_SHADE] = "prop-shade",
    [UH_TONE_PROP_OUTLINE] = "prop-outline",
    [UH_TONE_BODY] = "body",
    [UH_TONE_BODY_SHADE] = "body-shade",
    [UH_TONE_FAR] = "far",
    [UH_TONE_FAR_SHADE] = "far-shade",
    [UH_TONE_FACE] = "face",
    [UH_TONE_OUTLINE] = "outline",
    [UH_TONE_DETAIL] = "detail",
    [UH_TONE_TARGET_SOFT] = "target-soft",
    [UH_TONE_TARGET] = "target",
    [UH_TONE_GHOST] = "ghost",
    [UH_TONE_GUIDE] = "guide",
    [UH_TONE_ARROW] = "arrow",
    [UH_TONE_ARROW_HALO] = "arrow-halo",
};

const char *uh_tone_name(uh_tone tone)
{
    UH_ASSERT((int)tone >= 0 && tone < UH_TONE_COUNT);
    return tone_names[tone];
}

/* -- floor ----------------------------------------------------------------------------- */

static void draw_shadows(canvas *c, const uh_scene *scene)
{
    double stature = scene->body->stature_m;
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_SHADOW);
    for (uint32_t i = 0; i < scene->prop_count; i++) {
        uh_prop_shadow(c, &scene->prop[i], stature);
    }
    for (int i = 0; i < PART_COUNT; i++) {
        uh_figure_shadow(c, scene->body, (limb_part)i, 0.06 * stature);
    }
}

static void draw_ghost(canvas *c, const uh_skeleton *ghost)
{
    seen_body body;
    uh_figure_see(c, ghost, &body);
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_GHOST);
    for (int i = 0; i < PART_COUNT; i++) {
        part p;
        uh_figure_part(&body, (limb_part)i, 0u, &p);
        uh_part_contours(c, &p);
    }
}

/* -- body ------------------------------------------------------------------------------ */

static bool is_leg(int which)
{
    return (which >= PART_LEFT_THIGH && which <= PART_LEFT_FOOT) || which >= PART_RIGHT_THIGH;
}

/* Parts on the side away from the camera, as bits. Judged by the pelvis, which seldom moves, so
 * that a limb keeps its tone while it moves; but an arm that reaches across in front of the trunk
 * is not far. */
static uint32_t far_parts(const seen_body *body, const rod *rods, const uint8_t *order)
{
    const seen_frame *pelvis = &body->segment[UH_SEGMENT_PELVIS];
    double left_nearer = uh_seen_facing(pelvis, pelvis->axes.x);
    if (left_nearer < 0.5 && left_nearer > -0.5) {
        return 0;
    }
    uint32_t first = left_nearer > 0.0 ? PART_RIGHT_UPPER_ARM : PART_LEFT_UPPER_ARM;
    uint32_t behind = 0;
    for (uint32_t i = 0; rods[order[i]].part != PART_TRUNK; i++) {
        behind |= rods[order[i]].part < PART_COUNT ? 1u << rods[order[i]].part : 0u;
    }
    uint32_t arm = (behind >> first & 1u) != 0u ? 7u << first : 0u;
    return arm | 7u << (first + 3u);
}

static void draw_part(canvas *c, const seen_body *body, limb_part which, uint32_t drawn, bool far,
                      unsigned tints)
{
    part p;
    uh_figure_part(body, which, drawn, &p);
    if (far) {
        p.tone = UH_TONE_FAR;
        p.shade_tone = UH_TONE_FAR_SHADE;
    }
    uh_part_draw(c, &p);
    uh_figure_tint(c, body, which, tints);
    uh_figure_detail(c, body, which);
}

/* -- signs ----------------------------------------------------------------------------- */

enum { ARROW_STEPS = 20 };

static uh_vec3 on_curve(const uh_arrow *a, double t)
{
    /* a parabola through three points */
    double k0 = 2.0 * (t - 0.5) * (t - 1.0);
    double k1 = 4.0 * t * (1.0 - t);
    double k2 = 2.0 * t * (t - 0.5);
    return uh_vec3_add(uh_vec3_add(uh_vec3_scale(a->from_m, k0), uh_vec3_scale(a->via_m, k1)),
                       uh_vec3_scale(a->to_m, k2));
}

typedef struct arrow_points {
    uh_point2 shaft[ARROW_STEPS + 1];
    uint32_t count;
    uh_point2 head[3];
} arrow_points;

/* The head is as long as its width asks for, the shaft ends inside it. */
static void lay_arrow(const canvas *c, const uh_arrow *a, double width, arrow_points *ret)
{
    uh_point2 tip = uh_canvas_project(c, a->to_m);
    double head = 4.2 * width;
    ret->count = 0;
    for (int i = 0; i <= ARROW_STEPS; i++) {
        uh_point2 p = uh_canvas_project(c, on_curve(a, (double)i / ARROW_STEPS));
        double dx = tip.x - p.x;
        double dy = tip.y - p.y;
        if (i == 0 || dx * dx + dy * dy > 0.49 * head * head) {
            ret->shaft[ret->count++] = p;
        }
    }
    uh_point2 base = ret->shaft[ret->count - 1];
    double dx = tip.x - base.x;
    double dy = tip.y - base.y;
    double length = sqrt(dx * dx + dy * dy);
    double k = length > 1e-9 ? head / length : 0.0;
    dx *= k;
    dy *= k;
    ret->head[0] = tip;
    ret->head[1] = (uh_point2){tip.x - dx - 0.52 * dy, tip.y - dy + 0.52 * dx};
    ret->head[2] = (uh_point2){tip.x - dx + 0.52 * dy, tip.y - dy - 0.52 * dx};
}

static void draw_shaft(canvas *c, const arrow_points *a, uh_tone tone, double width)
{
    uh_canvas_line(c, tone, width);
    uh_canvas_contour(c);
    for (uint32_t i = 0; i < a->count; i++) {
        uh_canvas_point(c, a->shaft[i]);
    }
}

static void draw_arrow(canvas *c, const uh_arrow *arrow)
{
    double width = 2.4 * c->line;
    arrow_points a;
    lay_arrow(c, arrow, width, &a);
    draw_shaft(c, &a, UH_TONE_ARROW_HALO, 2.0 * width);
    uh_canvas_line(c, UH_TONE_ARROW_HALO, width);
    uh_canvas_contour(c);
    for (int i = 0; i < 4; i++) {
        uh_canvas_point(c, a.head[i % 3]);
    }
    draw_shaft(c, &a, UH_TONE_ARROW, width);
    uh_canvas_shape(c, UH_SHAPE_FILL, UH_TONE_ARROW);
    uh_canvas_polygon(c, a.head, 3);
}

static void draw_plumb(canvas *c, uh_vec3 at_m)
{
    uh_point2 p = uh_canvas_project(c, at_m);
    uh_canvas_line(c, UH_TONE_GUIDE, 0.8 * c->line);
    if (!c->drawing->full) {
        c->drawing->shape[c->drawing->shape_count - 1].dash = 4.0 * c->line;
    }
    uh_canvas_contour(c);
    uh_canvas_point(c, (uh_point2){p.x, 0.02});
    uh_canvas_point(c, (uh_point2){p.x, 0.98});
}

/* -- the whole ------------------------------------------------------------------------- */

static uint32_t gather(const canvas *c, const uh_scene *scene, const seen_body *body,
                       rod rods[PARTS_MAX])
{
    uh_figure_rods(body, rods);
    uint32_t count = PART_COUNT;
    bool chair_hides = false;
    for (uint32_t i = 0; i < scene->prop_count; i++) {
        uint32_t more = uh_prop_rods(c, &scene->prop[i], scene->body->stature_m, (uint8_t)i,
                                     &rods[count], PARTS_MAX - count);
        for (uint32_t k = count; k < count + more; k++) {
            chair_hides =
                chair_hides || (rods[k].rank == 0 && scene->prop[i].kind == UH_PROP_CHAIR);
        }
        count += more;
    }
    for (int i = 0; chair_hides && i < PART_COUNT; i++) {
        rods[i].rank = is_leg(i) ? -5 : 0; /* from behind, the legs are beyond the seat */
    }
    return count;
}

void uh_figure_draw(const uh_scene *scene, uh_drawing *ret_drawing)
{
    UH_ASSERT(scene->body != NULL);
    UH_ASSERT(scene->prop_count <= UH_PROPS_MAX && scene->arrow_count <= UH_ARROWS_MAX);
    canvas c;
    uh_canvas_open(&c, &scene->view, ret_drawing);
    seen_body body;
    uh_figure_see(&c, scene->body, &body);
    rod rods[PARTS_MAX];
    uint8_t order[PARTS_MAX];
    uint32_t count = gather(&c, scene, &body, rods);
    uh_figure_order(rods, count, order);

    uint32_t far = far_parts(&body, rods, order);
    uint32_t drawn = 0;
    bool shaded = false;
    for (uint32_t i = 0; i < count; i++) {
        const rod *r = &rods[order[i]];
        if (!shaded && r->rank > -8) {
            draw_shadows(&c, scene);
            if (scene->ghost != NULL) {
                draw_ghost(&c, scene->ghost);
            }
            shaded = true;
        }
        if (r->part < PART_COUNT) {
            draw_part(&c, &body, (limb_part)r->part, drawn, (far >> r->part & 1u) != 0u,
                      scene->tints);
            drawn |= 1u << r->part;
        } else {
            uh_prop_draw(&c, &scene->prop[r->prop], scene->body->stature_m, r->piece);
        }
    }
    if (scene->plumb) {
        draw_plumb(&c, scene->plumb_m);
    }
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        draw_arrow(&c, &scene->arrow[i]);
    }
}
