/* SPDX-License-Identifier: MIT */
#include "unhunch/svg.h"

#include "present/svg_write.h"

#define SVG_UNITS 1000.0

void uh_svg_colour(uh_out out, const char *attribute, uh_colour colour)
{
    static const char digits[] = "0123456789abcdef";
    const uint8_t parts[3] = {colour.red, colour.green, colour.blue};
    char hex[6];
    for (int i = 0; i < 3; i++) {
        hex[2 * i] = digits[parts[i] >> 4];
        hex[2 * i + 1] = digits[parts[i] & 15];
    }
    uh_out_text(out, " ");
    uh_out_text(out, attribute);
    uh_out_text(out, "=\"#");
    uh_out_bytes(out, hex, sizeof hex);
    uh_out_text(out, "\"");
    if (colour.alpha != 255) {
        uh_out_text(out, " ");
        uh_out_text(out, attribute);
        uh_out_text(out, "-opacity=\"");
        uh_out_real(out, colour.alpha / 255.0, 3);
        uh_out_text(out, "\"");
    }
}

void uh_svg_attribute(uh_out out, const char *name, double value)
{
    uh_out_text(out, " ");
    uh_out_text(out, name);
    uh_out_text(out, "=\"");
    uh_out_real(out, value, 2);
    uh_out_text(out, "\"");
}

static void write_point(uh_out out, const char *command, uh_point2 point)
{
    uh_out_text(out, command);
    uh_out_real(out, point.x * SVG_UNITS, 1);
    uh_out_text(out, " ");
    uh_out_real(out, point.y * SVG_UNITS, 1);
}

static void write_straight(uh_out out, const uh_point2 *points, uint32_t count)
{
    for (uint32_t k = 0; k < count; k++) {
        write_point(out, k == 0 ? "M" : (k == 1 ? "L" : " "), points[k]);
    }
}

static double square_length(uh_point2 a, uh_point2 b)
{
    return (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
}

/* The tangents in two neighbouring points of a rim meet here: the control point of the arc between
 * them. */
static uh_point2 meeting_point(uh_point2 p, uh_point2 q, uint32_t direction)
{
    const double step = 360.0 / UH_RIM_POINTS;
    uh_sine u = uh_sine_deg(direction * step);
    uh_sine next = uh_sine_deg((direction + 1) * step);
    double along = ((q.x - p.x) * next.cos + (q.y - p.y) * next.sin) / uh_sine_deg(step).sin;
    return (uh_point2){p.x - u.sin * along, p.y + u.cos * along};
}

/* Sides of an arc are about as long as their neighbours; a side that is much longer is straight in
 * truth. */
static bool is_arc(const uh_point2 *points, uint32_t k)
{
    const uint32_t n = UH_RIM_POINTS;
    double here = square_length(points[k], points[(k + 1) % n]);
    double before = square_length(points[(k + n - 1) % n], points[k]);
    double after = square_length(points[(k + 1) % n], points[(k + 2) % n]);
    double longer = before > after ? before : after;
    return here > 1e-12 && here < 2.5 * longer;
}

static void write_round(uh_out out, const uh_point2 *points)
{
    const uint32_t n = UH_RIM_POINTS;
    write_point(out, "M", points[0]);
    for (uint32_t k = 0; k < n; k++) {
        uh_point2 to = points[(k + 1) % n];
        if (is_arc(points, k)) {
            write_point(out, "Q", meeting_point(points[k], to, k));
            write_point(out, " ", to);
        } else if (square_length(points[k], to) > 1e-12) {
            write_point(out, "L", to);
        }
    }
}

static void write_path(uh_out out, const uh_drawing *drawing, const uh_shape *shape, bool round)
{
    uh_out_text(out, " d=\"");
    for (uint32_t i = 0; i < shape->contour_count; i++) {
        const uh_contour *contour = &drawing->contour[shape->first_contour + i];
        const uh_point2 *points = &drawing->point[contour->first_point];
        if (round && contour->rim) {
            write_round(out, points);
        } else {
            write_straight(out, points, contour->point_count);
        }
        if (shape->kind == UH_SHAPE_FILL) {
            uh_out_text(out, "Z");
        }
    }
    uh_out_text(out, "\"");
}

static void write_shape(uh_out out, const uh_drawing *drawing, const uh_shape *shape,
                        const uh_svg_options *options)
{
    uh_palette palette = options->palette;
    uh_colour colour = uh_palette_colour(palette, shape->tone);
    if (shape->contour_count == 0) {
        return;
    }
    uh_out_text(out, "<path");
    if (shape->kind == UH_SHAPE_FILL) {
        uh_svg_colour(out, "fill", colour);
        if (shape->outline > 0.0) {
            uh_out_text(out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
            uh_svg_colour(out, "stroke", uh_palette_colour(palette, shape->outline_tone));
            uh_svg_attribute(out, "stroke-width", 2.0 * shape->outline * SVG_UNITS);
        }
    } else {
        uh_out_text(out, " fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        uh_svg_colour(out, "stroke", colour);
        uh_svg_attribute(out, "stroke-width", shape->width * SVG_UNITS);
        if (shape->dash > 0.0) {
            uh_svg_attribute(out, "stroke-dasharray", shape->dash * SVG_UNITS);
        }
    }
    write_path(out, drawing, shape, options->round);
    uh_out_text(out, "/>\n");
}

static void write_shapes(uh_out out, const uh_drawing *drawing, const uh_svg_options *options)
{
    for (uint32_t i = 0; i < drawing->shape_count; i++) {
        write_shape(out, drawing, &drawing->shape[i], options);
    }
}

void uh_svg_escaped(uh_out out, const char *text)
{
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '&':
            uh_out_text(out, "&amp;");
            break;
        case '<':
            uh_out_text(out, "&lt;");
            break;
        case '>':
            uh_out_text(out, "&gt;");
            break;
        default:
            uh_out_bytes(out, text, 1);
        }
    }
}

void uh_svg_write(const uh_drawing *drawing, const uh_svg_options *options, uh_out out)
{
    uh_out_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    uh_out_real(out, drawing->width * SVG_UNITS, 1);
    uh_out_text(out, " 1000\"");
    if (options->height_px > 0.0) {
        uh_svg_attribute(out, "width", options->height_px * drawing->width);
        uh_svg_attribute(out, "height", options->height_px);
    }
    if (options->title != NULL) {
        uh_out_text(out, " role=\"img\"><title>");
        uh_svg_escaped(out, options->title);
        uh_out_text(out, "</title>\n");
    } else {
        uh_out_text(out, " aria-hidden=\"true\">\n");
    }
    if (options->page) {
        uh_out_text(out, "<rect width=\"100%\" height=\"100%\"");
        uh_svg_colour(out, "fill", uh_palette_page(options->palette));
        uh_out_text(out, "/>\n");
    }
    write_shapes(out, drawing, options);
    uh_out_text(out, "</svg>\n");
}

void uh_svg_write_group(const uh_drawing *drawing, const uh_svg_options *options, double x,
                        double y, double scale, uh_out out)
{
    uh_out_text(out, "<g transform=\"translate(");
    uh_out_real(out, x, 2);
    uh_out_text(out, " ");
    uh_out_real(out, y, 2);
    uh_out_text(out, ") scale(");
    uh_out_real(out, scale, 5);
    uh_out_text(out, ")\">\n");
    write_shapes(out, drawing, options);
    uh_out_text(out, "</g>\n");
}
