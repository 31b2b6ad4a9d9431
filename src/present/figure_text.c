/* SPDX-License-Identifier: MIT */
#include "unhunch/figure_text.h"

#include <math.h>
#include <string.h>

/* -- raster ---------------------------------------------------------------------------- */

typedef struct plotter {
    uh_raster *raster;
    double scale; /* pixels a picture unit */
    double left;
    double top;
} plotter;

/* First and last pixel of a contour in each row. All contours of a shape turn the same way and are
 * (nearly) convex, so that filling one after the other is their union. */
typedef struct spans {
    int32_t top;
    int32_t bottom;
    double low[UH_FIGURE_ROWS_MAX * 4];
    double high[UH_FIGURE_ROWS_MAX * 4];
} spans;

static void open_row(spans *s, int32_t row)
{
    if (s->top > s->bottom) {
        s->top = row;
        s->bottom = row - 1;
    }
    while (s->top > row) {
        s->top--;
        s->low[s->top] = 1e9;
        s->high[s->top] = -1e9;
    }
    while (s->bottom < row) {
        s->bottom++;
        s->low[s->bottom] = 1e9;
        s->high[s->bottom] = -1e9;
    }
}

static int32_t clamp_row(double y, int32_t height)
{
    return y < 0.0 ? 0 : (y > height ? height : (int32_t)y);
}

/* Where the edge crosses the middles of the rows. */
static void add_edge(spans *s, uh_point2 a, uh_point2 b, int32_t height)
{
    if (a.y > b.y) {
        uh_point2 swap = a;
        a = b;
        b = swap;
    }
    int32_t first = clamp_row(floor(a.y + 0.5), height);
    int32_t after = clamp_row(floor(b.y + 0.5), height);
    for (int32_t row = first; row < after; row++) {
        double x = a.x + (b.x - a.x) * ((row + 0.5 - a.y) / (b.y - a.y));
        open_row(s, row);
        s->low[row] = x < s->low[row] ? x : s->low[row];
        s->high[row] = x > s->high[row] ? x : s->high[row];
    }
}

static uh_point2 to_pixels(const plotter *p, uh_point2 point)
{
    return (uh_point2){p->left + point.x * p->scale, p->top + point.y * p->scale};
}

static void find_spans(const plotter *p, const uh_point2 *points, uint32_t count, spans *ret)
{
    ret->top = 0;
    ret->bottom = -1;
    for (uint32_t i = 0; i < count; i++) {
        uh_point2 a = to_pixels(p, points[i]);
        uh_point2 b = to_pixels(p, points[i + 1 < count ? i + 1 : 0]);
        add_edge(ret, a, b, (int32_t)p->raster->height);
    }
}

static void fill_row(const plotter *p, int32_t row, double low, double high, uint8_t tone)
{
    int32_t width = (int32_t)p->raster->width;
    if (row < 0 || row >= (int32_t)p->raster->height || high < 0.0 || low > width) {
        return;
    }
    int32_t first = clamp_row(floor(low + 0.5), width);
    int32_t after = clamp_row(floor(high + 0.5), width);
    if (after > first) {
        memset(&p->raster->tone[row * width + first], tone, (size_t)(after - first));
    }
}

static void fill_contour(const plotter *p, const uh_drawing *d, const uh_contour *contour,
                         int32_t grow, uint8_t tone)
{
    spans s;
    find_spans(p, &d->point[contour->first_point], contour->point_count, &s);
    for (int32_t row = s.top; row <= s.bottom; row++) {
        for (int32_t k = -grow; k <= grow; k++) {
            fill_row(p, row + k, s.low[row] - (k == 0 ? grow : 0),
                     s.high[row] + (k == 0 ? grow : 0), tone);
        }
    }
}

static void plot_line(const plotter *p, const uh_point2 *points, uint32_t count, double width,
                      uint8_t tone)
{
    double half = 0.5 * width * p->scale;
    half = half < 0.5 ? 0.5 : half;
    for (uint32_t i = 0; i + 1 < count; i++) {
        uh_point2 a = to_pixels(p, points[i]);
        uh_point2 b = to_pixels(p, points[i + 1]);
        double length = fabs(b.x - a.x) + fabs(b.y - a.y);
        int32_t steps = length > 2000.0 ? 1 : 1 + (int32_t)(2.0 * length);
        for (int32_t k = 0; k <= steps; k++) {
            double x = a.x + (b.x - a.x) * k / steps;
            double y = a.y + (b.y - a.y) * k / steps;
            int32_t height = (int32_t)p->raster->height;
            int32_t last = clamp_row(floor(y + half + 0.5), height);
            for (int32_t row = clamp_row(floor(y - half + 0.5), height); row < last; row++) {
                fill_row(p, row, x - half, x + half, tone);
            }
        }
    }
}

static bool is_shown(uh_tone tone)
{
    return tone != UH_TONE_GROUND && tone != UH_TONE_SHADOW && tone != UH_TONE_DETAIL;
}

static void plot_shape(const plotter *p, const uh_drawing *d, const uh_shape *shape)
{
    const uh_contour *contours = &d->contour[shape->first_contour];
    if (!is_shown(shape->tone)) {
        return;
    }
    for (uint32_t i = 0; shape->outline > 0.0 && i < shape->contour_count; i++) {
        fill_contour(p, d, &contours[i], 1, (uint8_t)shape->outline_tone);
    }
    for (uint32_t i = 0; i < shape->contour_count; i++) {
        if (shape->kind == UH_SHAPE_FILL) {
            fill_contour(p, d, &contours[i], 0, (uint8_t)shape->tone);
        } else {
            plot_line(p, &d->point[contours[i].first_point], contours[i].point_count, shape->width,
                      (uint8_t)shape->tone);
        }
    }
}

static void plot(const uh_drawing *d, uint32_t width, uint32_t height, uh_raster *raster)
{
    raster->width = width;
    raster->height = height;
    memset(raster->tone, UH_TONE_NONE, (size_t)width * height);
    double by_width = width / d->width;
    plotter p = {.raster = raster, .scale = by_width < height ? by_width : height};
    p.left = 0.5 * (width - d->width * p.scale);
    p.top = 0.5 * (height - p.scale);
    for (uint32_t i = 0; i < d->shape_count; i++) {
        plot_shape(&p, d, &d->shape[i]);
    }
}

/* -- how a tone looks without colour --------------------------------------------------- */

typedef enum pattern { PATTERN_NONE, PATTERN_FULL, PATTERN_DOTS, PATTERN_STRIPES } pattern;

typedef struct tone_row {
    pattern dots;
    char letter;
    uint8_t weight; /* which tone a cell of several takes */
} tone_row;

static const tone_row tones[UH_TONE_COUNT + 1] = {
    [UH_TONE_GROUND] = {PATTERN_NONE, ' ', 0},
    [UH_TONE_SHADOW] = {PATTERN_NONE, ' ', 0},
    [UH_TONE_PROP] = {PATTERN_NONE, '-', 1},
    [UH_TONE_PROP_SHADE] = {PATTERN_NONE, '-', 1},
    [UH_TONE_PROP_OUTLINE] = {PATTERN_FULL, '=', 1},
    [UH_TONE_BODY] = {PATTERN_FULL, '#', 3},
    [UH_TONE_BODY_SHADE] = {PATTERN_FULL, '%', 3},
    [UH_TONE_FAR] = {PATTERN_DOTS, ':', 2},
    [UH_TONE_FAR_SHADE] = {PATTERN_DOTS, ':', 2},
    [UH_TONE_FACE] = {PATTERN_DOTS, 'o', 3},
    [UH_TONE_OUTLINE] = {PATTERN_NONE, ' ', 0},
    [UH_TONE_DETAIL] = {PATTERN_NONE, ' ', 0},
    [UH_TONE_TARGET_SOFT] = {PATTERN_STRIPES, '@', 6},
    [UH_TONE_TARGET] = {PATTERN_STRIPES, '@', 6},
    [UH_TONE_GHOST] = {PATTERN_DOTS, '.', 1},
    [UH_TONE_GUIDE] = {PATTERN_FULL, '|', 1},
    [UH_TONE_ARROW] = {PATTERN_FULL, '*', 9},
    [UH_TONE_ARROW_HALO] = {PATTERN_NONE, ' ', 0},
    [UH_TONE_NONE] = {PATTERN_NONE, ' ', 0},
};

static bool is_dot(uint8_t tone, uint32_t x, uint32_t y)
{
    switch (tones[tone].dots) {
    case PATTERN_NONE:
        return false;
    case PATTERN_FULL:
        return true;
    case PATTERN_DOTS:
        return (x + y) % 2 == 0;
    case PATTERN_STRIPES:
        return y % 2 == 0;
    }
    return false;
}

static uint8_t tone_at(const uh_raster *raster, uint32_t x, uint32_t y)
{
    return raster->tone[y * raster->width + x];
}

/* -- cells ----------------------------------------------------------------------------- */

/* The tone with the most weight in a cell's dots. */
typedef struct vote {
    uint32_t weight[UH_TONE_COUNT + 1];
    uint32_t best;
} vote;

static void cast(vote *v, uint8_t tone)
{
    v->weight[tone] += tones[tone].weight;
    v->best = v->weight[tone] > v->weight[v->best] ? tone : v->best;
}

static uh_figure_cell braille_cell(const uh_raster *raster, uint32_t column, uint32_t row)
{
    static const uint8_t bits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    uint32_t dots = 0;
    vote v = {.best = UH_TONE_NONE};
    for (uint32_t y = 0; y < 4; y++) {
        for (uint32_t x = 0; x < 2; x++) {
            uint8_t tone = tone_at(raster, column * 2 + x, row * 4 + y);
            if (is_dot(tone, x, y)) {
                dots |= bits[y][x];
                cast(&v, tone);
            }
        }
    }
    return (uh_figure_cell){dots != 0 ? 0x2800u + dots : ' ', v.best, UH_TONE_NONE};
}

static uh_figure_cell half_block_cell(const uh_raster *raster, uint32_t column, uint32_t row)
{
    uint32_t upper = tone_at(raster, column, row * 2);
    uint32_t lower = tone_at(raster, column, row * 2 + 1);
    if (upper == UH_TONE_NONE && lower == UH_TONE_NONE) {
        return (uh_figure_cell){' ', UH_TONE_NONE, UH_TONE_NONE};
    }
    if (upper == UH_TONE_NONE) {
        return (uh_figure_cell){0x2584, lower, UH_TONE_NONE}; /* lower half */
    }
    if (upper == lower) {
        return (uh_figure_cell){0x2588, upper, UH_TONE_NONE}; /* full block */
    }
    return (uh_figure_cell){0x2580, upper, lower}; /* upper half */
}

/* The dots of a cell that each block character fills, in the order of braille_cell(). */
typedef struct block_row {
    uint8_t dots; /* bit 2 * y + x */
    uint32_t codepoint;
} block_row;

static const block_row blocks[] = {
    {0xff, 0x2588}, {0x0f, 0x2580}, {0xf0, 0x2584}, {0x55, 0x258c}, {0xaa, 0x2590}, {0xc0, 0x2582},
    {0xfc, 0x2586}, {0x50, 0x2596}, {0xa0, 0x2597}, {0x05, 0x2598}, {0x0a, 0x259d}, {0xf5, 0x2599},
    {0xfa, 0x259f}, {0x5f, 0x259b}, {0xaf, 0x259c}, {0xa5, 0x259a}, {0x5a, 0x259e},
};

static uint32_t count_bits(uint32_t bits)
{
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* The block that differs from these dots in the fewest. */
static uint32_t nearest_block(uint32_t dots)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < UH_COUNT(blocks); i++) {
        if (count_bits(blocks[i].dots ^ dots) < count_bits(blocks[best].dots ^ dots)) {
            best = i;
        }
    }
    return blocks[best].codepoint;
}

/* The tone that most of a cell's dots have, beside one that is left out. */
static uint32_t most_seen(const uint8_t dots[8], uint32_t but)
{
    uint32_t best = UH_TONE_NONE;
    uint32_t most = 0;
    for (uint32_t i = 0; i < 8; i++) {
        uint32_t seen = 0;
        for (uint32_t k = 0; k < 8; k++) {
            seen += dots[k] == dots[i] ? 1u : 0u;
        }
        if (dots[i] != but && seen > most) {
            most = seen;
            best = dots[i];
        }
    }
    return best;
}

/* Two tones a cell: what is neither of them goes with the front, so that edges stay closed. */
static uh_figure_cell block_cell(const uh_raster *raster, uint32_t column, uint32_t row)
{
    uint8_t dots[8];
    for (uint32_t i = 0; i < 8; i++) {
        dots[i] = tone_at(raster, column * 2 + i % 2, row * 4 + i / 2);
    }
    const uint32_t front = most_seen(dots, UH_TONE_NONE);
    if (front == UH_TONE_NONE) {
        return (uh_figure_cell){' ', UH_TONE_NONE, UH_TONE_NONE};
    }
    uint32_t back = most_seen(dots, front);
    uint32_t mask = 0;
    for (uint32_t i = 0; i < 8; i++) {
        mask |= (dots[i] != back || back == front ? 1u : 0u) << i;
    }
    uint32_t shape = mask == 0xff ? blocks[0].codepoint : nearest_block(mask);
    return (uh_figure_cell){shape, front, shape == blocks[0].codepoint ? UH_TONE_NONE : back};
}

static uh_figure_cell ascii_cell(const uh_raster *raster, uint32_t column, uint32_t row)
{
    vote v = {.best = UH_TONE_NONE};
    cast(&v, tone_at(raster, column, row * 2));
    cast(&v, tone_at(raster, column, row * 2 + 1));
    return (uh_figure_cell){(uint32_t)tones[v.best].letter, v.best, UH_TONE_NONE};
}

typedef struct style_row {
    uint32_t across;
    uint32_t down;
    uh_figure_cell (*cell)(const uh_raster *raster, uint32_t column, uint32_t row);
} style_row;

static const style_row styles[UH_TEXT_STYLE_COUNT] = {
    [UH_TEXT_BRAILLE] = {2, 4, braille_cell},
    [UH_TEXT_HALF_BLOCK] = {1, 2, half_block_cell},
    [UH_TEXT_BLOCKS] = {2, 4, block_cell},
    [UH_TEXT_ASCII] = {1, 2, ascii_cell},
};

void uh_figure_text(const uh_drawing *drawing, uh_text_style style, uint32_t columns, uint32_t rows,
                    uh_raster *raster, uh_figure_cell *ret_cells)
{
    UH_ASSERT(columns >= 1 && columns <= UH_FIGURE_COLUMNS_MAX);
    UH_ASSERT(rows >= 1 && rows <= UH_FIGURE_ROWS_MAX);
    UH_ASSERT((int)style >= 0 && style < UH_TEXT_STYLE_COUNT);
    const style_row *s = &styles[style];
    plot(drawing, columns * s->across, rows * s->down, raster);
    for (uint32_t row = 0; row < rows; row++) {
        for (uint32_t column = 0; column < columns; column++) {
            ret_cells[row * columns + column] = s->cell(raster, column, row);
        }
    }
}
