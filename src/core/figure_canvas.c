/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "figure_parts.h"

static uh_mat3 camera_axes(double yaw_deg, double pitch_deg)
{
    uh_sine yaw = uh_sine_deg(yaw_deg);
    uh_sine pitch = uh_sine_deg(pitch_deg);
    uh_mat3 axes;
    axes.x = (uh_vec3){yaw.cos, 0.0, -yaw.sin};
    axes.y = (uh_vec3){-yaw.sin * pitch.sin, pitch.cos, -yaw.cos * pitch.sin};
    axes.z = (uh_vec3){yaw.sin * pitch.cos, pitch.sin, yaw.cos * pitch.cos};
    return axes;
}

/* Every fifteen degrees; one quarter says all. */
static void set_rim(canvas *c)
{
    enum { QUARTER = RIM / 4 };
    static const double cosine[QUARTER + 1] = {1.0,
                                               0.96592582628906829,
                                               0.86602540378443865,
                                               0.70710678118654752,
                                               0.5,
                                               0.25881904510252076,
                                               0.0};
    for (int i = 0; i < QUARTER; i++) {
        double x = cosine[i];
        double y = cosine[QUARTER - i];
        c->rim_x[i] = x;
        c->rim_y[i] = y;
        c->rim_x[i + QUARTER] = -y;
        c->rim_y[i + QUARTER] = x;
        c->rim_x[i + 2 * QUARTER] = -x;
        c->rim_y[i + 2 * QUARTER] = -y;
        c->rim_x[i + 3 * QUARTER] = y;
        c->rim_y[i + 3 * QUARTER] = -x;
    }
    for (int i = 0; i < RIM; i++) {
        c->rim[i] = (uh_point2){c->rim_x[i], c->rim_y[i]};
    }
}

void uh_canvas_open(canvas *c, const uh_view *view, uh_drawing *drawing)
{
    UH_ASSERT(view->height_m > 0.0 && view->width > 0.0);
    c->drawing = drawing;
    c->view = *view;
    c->camera = camera_axes(view->yaw_deg, view->pitch_deg);
    c->unit = 1.0 / view->height_m;
    c->eye = (uh_mat3){uh_vec3_scale(c->camera.x, c->unit), uh_vec3_scale(c->camera.y, -c->unit),
                       uh_vec3_scale(c->camera.z, c->unit)};
    /* the line of a pen that draws the whole person; never so thin that a thumbnail loses it, nor a
     * band in a close-up */
    double by_size = 0.0075 * c->unit;
    by_size = by_size < 0.0030 ? 0.0030 : (by_size > 0.0055 ? 0.0055 : by_size);
    c->line = view->line > 0.0 ? view->line : by_size;
    c->light = (uh_point2){-0.6, -0.8};
    set_rim(c);
    drawing->width = view->width;
    drawing->unit = c->unit;
    drawing->shape_count = 0;
    drawing->contour_count = 0;
    drawing->point_count = 0;
    drawing->full = false;
}

static uh_point2 project(const uh_mat3 *camera, const uh_view *view, double unit, uh_vec3 point_m)
{
    uh_vec3 from = uh_vec3_sub(point_m, view->centre_m);
    return (uh_point2){0.5 * view->width + uh_vec3_dot(camera->x, from) * unit,
                       0.5 - uh_vec3_dot(camera->y, from) * unit};
}

uh_point2 uh_canvas_project(const canvas *c, uh_vec3 point_m)
{
    return project(&c->camera, &c->view, c->unit, point_m);
}

void uh_canvas_see(const canvas *c, const uh_frame *frame, double length_m, seen_frame *ret_seen)
{
    uh_vec3 from = uh_mat3_into(&c->eye, uh_vec3_sub(frame->origin_m, c->view.centre_m));
    ret_seen->axes.x = uh_vec3_scale(uh_mat3_into(&c->eye, frame->axes.x), length_m);
    ret_seen->axes.y = uh_vec3_scale(uh_mat3_into(&c->eye, frame->axes.y), length_m);
    ret_seen->axes.z = uh_vec3_scale(uh_mat3_into(&c->eye, frame->axes.z), length_m);
    ret_seen->origin = (uh_vec3){0.5 * c->view.width + from.x, 0.5 + from.y, from.z};
    ret_seen->length = length_m * c->unit;
}

uh_point2 uh_view_project(const uh_view *view, uh_vec3 point_m)
{
    uh_mat3 camera = camera_axes(view->yaw_deg, view->pitch_deg);
    return project(&camera, view, 1.0 / view->height_m, point_m);
}

/* -- what fits ------------------------------------------------------------------------- */

void uh_canvas_shape(canvas *c, uh_shape_kind kind, uh_tone tone)
{
    uh_drawing *d = c->drawing;
    if (d->shape_count == UH_DRAWING_SHAPES_MAX) {
        d->full = true;
    }
    if (d->full) {
        return;
    }
    d->shape[d->shape_count++] =
        (uh_shape){.kind = kind, .tone = tone, .first_contour = d->contour_count};
}

void uh_canvas_outline(canvas *c, uh_tone tone)
{
    if (!c->drawing->full) {
        uh_shape *shape = &c->drawing->shape[c->drawing->shape_count - 1];
        shape->outline_tone = tone;
        shape->outline = c->line;
    }
}

void uh_canvas_line(canvas *c, uh_tone tone, double width)
{
    uh_canvas_shape(c, UH_SHAPE_LINE, tone);
    if (!c->drawing->full) {
        c->drawing->shape[c->drawing->shape_count - 1].width = width;
    }
}

void uh_canvas_contour(canvas *c)
{
    uh_drawing *d = c->drawing;
    if (d->contour_count == UH_DRAWING_CONTOURS_MAX) {
        d->full = true;
    }
    if (d->full) {
        return;
    }
    d->contour[d->contour_count++] = (uh_contour){d->point_count, 0, false};
    d->shape[d->shape_count - 1].contour_count++;
}

void uh_canvas_point(canvas *c, uh_point2 point)
{
    uh_drawing *d = c->drawing;
    if (d->point_count == UH_DRAWING_POINTS_MAX) {
        d->full = true;
    }
    if (d->full) {
        return;
    }
    d->point[d->point_count++] = point;
    d->contour[d->contour_count - 1].point_count++;
}

static uh_point2 *closed_contours(canvas *c, uint32_t contours, uint32_t points_each, bool rim)
{
    uh_drawing *d = c->drawing;
    bool fits = d->contour_count + contours <= UH_DRAWING_CONTOURS_MAX &&
                d->point_count + contours * points_each <= UH_DRAWING_POINTS_MAX;
    d->full = d->full || !fits;
    if (d->full) {
        return NULL;
    }
    uh_point2 *points = &d->point[d->point_count];
    for (uint32_t i = 0; i < contours; i++) {
        d->contour[d->contour_count++] = (uh_contour){d->point_count, points_each, rim};
        d->point_count += points_each;
    }
    d->shape[d->shape_count - 1].contour_count += contours;
    return points;
}

uh_point2 *uh_canvas_rims(canvas *c, uint32_t contours)
{
    return closed_contours(c, contours, RIM, true);
}

static double twice_area(const uh_point2 *points, uint32_t count)
{
    uh_point2 last = points[count - 1];
    double sum = 0.0;
    for (uint32_t i = 0; i < count; i++) {
        sum += last.x * points[i].y - last.y * points[i].x;
        last = points[i];
    }
    return sum;
}

void uh_canvas_polygon(canvas *c, const uh_point2 *points, uint32_t count)
{
    uh_point2 *to = closed_contours(c, 1, count, false);
    bool forward = twice_area(points, count) >= 0.0;
    for (uint32_t i = 0; to != NULL && i < count; i++) {
        to[i] = points[forward ? i : count - 1 - i];
    }
}

/* -- views ----------------------------------------------------------------------------- */

typedef struct extent {
    double left;
    double right;
    double low;
    double high;
} extent;

static void stretch(extent *e, const uh_mat3 *camera, const uh_skeleton *skeleton)
{
    for (int i = 0; i < UH_POINT_COUNT; i++) {
        uh_vec3 p = uh_skeleton_point(skeleton, (uh_point)i);
        double x = uh_vec3_dot(camera->x, p);
        double y = uh_vec3_dot(camera->y, p);
        e->left = x < e->left ? x : e->left;
        e->right = x > e->right ? x : e->right;
        e->low = y < e->low ? y : e->low;
        e->high = y > e->high ? y : e->high;
    }
}

uh_view uh_view_fit(double yaw_deg, double pitch_deg, double aspect, double margin,
                    const uh_skeleton *const *skeletons, size_t count)
{
    UH_ASSERT(count > 0 && aspect > 0.0 && margin >= 0.0 && margin < 0.5);
    uh_mat3 camera = camera_axes(yaw_deg, pitch_deg);
    extent e = {1e9, -1e9, 1e9, -1e9};
    for (size_t i = 0; i < count; i++) {
        stretch(&e, &camera, skeletons[i]);
    }
    /* landmarks lie inside the drawn skin */
    double flesh = 0.04 * skeletons[0]->stature_m;
    double width = e.right - e.left + 2.0 * flesh;
    double height = e.high - e.low + 2.0 * flesh;
    double needed = width / aspect > height ? width / aspect : height;
    uh_view view = {yaw_deg, pitch_deg, {0.0, 0.0, 0.0}, needed / (1.0 - 2.0 * margin),
                    aspect,  0.0};
    uh_vec3 right = uh_vec3_scale(camera.x, 0.5 * (e.left + e.right));
    uh_vec3 up = uh_vec3_scale(camera.y, 0.5 * (e.low + e.high));
    view.centre_m = uh_vec3_add(right, up);
    return view;
}
