/* SPDX-License-Identifier: MIT */
#include "cli/screen/painter.h"

#include <stdlib.h>
#include <string.h>

#include "unhunch/screen_figure.h"

enum {
    BUFFER_SIZE = 16384,
    JOIN_CELLS = 4 /* so few unchanged cells cost less than moving the cursor over them */
};

/* How a role looks at each depth of colour. Readable on dark and on light ground: the text itself
 * keeps the terminal's own colour, and nothing is told by colour alone. */
static const char *const looks[UH_ROLE_COUNT][4] = {
    [UH_ROLE_TEXT] = {"", "", "", ""},
    [UH_ROLE_DIM] = {"", "", ";38;5;245", ";38;2;135;140;145"},
    [UH_ROLE_STRONG] = {";1", ";1", ";1", ";1"},
    [UH_ROLE_ACCENT] = {";1", ";1;36", ";1;38;5;37", ";1;38;2;20;150;150"},
    [UH_ROLE_COUNTDOWN] = {";1", ";1", ";1", ";1"},
    [UH_ROLE_BREATH] = {"", ";36", ";38;5;73", ";38;2;85;165;175"},
    [UH_ROLE_BAR] = {";1", ";36", ";38;5;37", ";38;2;20;150;150"},
    [UH_ROLE_BAR_REST] = {"", "", ";38;5;245", ";38;2;135;140;145"},
    [UH_ROLE_KEY] = {";1", ";1", ";1", ";1"},
    [UH_ROLE_WARN] = {";1", ";1;33", ";1;38;5;172", ";1;38;2;205;125;20"},
    [UH_ROLE_STOP] = {";1;7", ";1;31", ";1;38;5;167", ";1;38;2;215;75;65"},
};

/* The tones of a figure: of middling lightness, because the ground may be dark or light. With
 * sixteen colours only what stretches and where the move goes have one; shapes tell the rest. */
typedef struct tone_look {
    const char *basic;
    uint8_t indexed; /* of 256 */
    uint8_t red, green, blue;
} tone_look;

static const tone_look tone_looks[UH_FIGURE_TONES] = {
    [UH_TONE_GROUND] = {"", 240, 88, 88, 84},
    [UH_TONE_SHADOW] = {"", 240, 88, 88, 84},
    [UH_TONE_PROP] = {"", 101, 139, 125, 99},
    [UH_TONE_PROP_SHADE] = {"", 95, 120, 107, 84},
    [UH_TONE_PROP_OUTLINE] = {"", 137, 160, 140, 105},
    [UH_TONE_BODY] = {"", 103, 127, 152, 178},
    [UH_TONE_BODY_SHADE] = {"", 67, 100, 126, 153},
    [UH_TONE_FAR] = {"", 60, 88, 108, 128},
    [UH_TONE_FAR_SHADE] = {"", 60, 78, 96, 114},
    [UH_TONE_FACE] = {"", 146, 157, 178, 200},
    [UH_TONE_OUTLINE] = {"", 238, 51, 65, 79},
    [UH_TONE_DETAIL] = {"", 60, 75, 95, 116},
    [UH_TONE_TARGET_SOFT] = {";33", 173, 224, 138, 90},
    [UH_TONE_TARGET] = {";33", 208, 226, 115, 60},
    [UH_TONE_GHOST] = {"", 242, 106, 116, 128},
    [UH_TONE_GUIDE] = {"", 101, 139, 132, 114},
    [UH_TONE_ARROW] = {";1;33", 202, 233, 104, 42},
    [UH_TONE_ARROW_HALO] = {"", 238, 51, 65, 79},
    [UH_TONE_NONE] = {"", 0, 0, 0, 0},
};

/* What goes to the terminal in one update. */
typedef struct paint_stream {
    uh_out out;
    size_t length;
    uint32_t role; /* in force; UH_ROLE_COUNT: unknown */
    int32_t x, y;  /* of the cursor; -1: unknown */
    char bytes[BUFFER_SIZE];
} paint_stream;

static size_t cell_count(const uh_grid *grid)
{
    return (size_t)grid->width * (size_t)grid->height;
}

uh_status uh_painter_resize(uh_painter *painter, int32_t width, int32_t height)
{
    const int32_t wide = width < 1 ? 1 : width > UH_GRID_WIDTH_MAX ? UH_GRID_WIDTH_MAX : width;
    const int32_t high = height < 1 ? 1 : height > UH_GRID_HEIGHT_MAX ? UH_GRID_HEIGHT_MAX : height;
    const size_t count = (size_t)wide * (size_t)high;
    uh_cell *cells = calloc(count, sizeof *cells);
    uh_cell *shown = calloc(count, sizeof *shown);
    if (cells == NULL || shown == NULL) {
        free(cells);
        free(shown);
        return UH_ERR_FULL;
    }
    free(painter->grid.cells);
    free(painter->shown);
    painter->grid.cells = cells;
    painter->grid.width = wide;
    painter->grid.height = high;
    painter->shown = shown;
    painter->fresh = true;
    return UH_OK;
}

uh_status uh_painter_open(uh_painter *ret_painter, uh_terminal_look look)
{
    uh_painter painter = {.colours = look.colours};
    painter.grid.ascii = !look.utf8;
    int32_t width = 0;
    int32_t height = 0;
    uh_terminal_size(&width, &height);
    const uh_status status = uh_painter_resize(&painter, width, height);
    if (status == UH_OK) {
        *ret_painter = painter;
    }
    return status;
}

void uh_painter_forget(uh_painter *painter)
{
    painter->fresh = true;
}

void uh_painter_close(uh_painter *painter)
{
    free(painter->grid.cells);
    free(painter->shown);
    *painter = (uh_painter){0};
}

/* -- bytes -- */

static void flush(paint_stream *stream)
{
    stream->out.write(stream->out.to, stream->bytes, stream->length);
    stream->length = 0;
}

static void put(paint_stream *stream, const char *bytes, size_t length)
{
    if (stream->length + length > BUFFER_SIZE) {
        flush(stream);
    }
    memcpy(stream->bytes + stream->length, bytes, length);
    stream->length += length;
}

static void put_text(paint_stream *stream, const char *text)
{
    put(stream, text, strlen(text));
}

static void put_number(paint_stream *stream, int32_t number)
{
    char digits[12];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    put(stream, digits + at, sizeof digits - at);
}

static void move_to(paint_stream *stream, int32_t x, int32_t y)
{
    if (stream->x == x && stream->y == y) {
        return;
    }
    put_text(stream, "\033[");
    put_number(stream, y + 1);
    put_text(stream, ";");
    put_number(stream, x + 1);
    put_text(stream, "H");
    stream->x = x;
    stream->y = y;
}

/* `ground`: 3 for the front, 4 for the back. */
static void wear_tone(paint_stream *stream, uint32_t tone, int32_t ground, uh_colours colours)
{
    if (tone == UH_TONE_NONE) {
        return;
    }
    const tone_look *look = &tone_looks[tone];
    const uint8_t rgb[] = {look->red, look->green, look->blue};
    put_text(stream, ";");
    put_number(stream, ground);
    if (colours == UH_COLOURS_256) {
        put_text(stream, "8;5;");
        put_number(stream, look->indexed);
        return;
    }
    put_text(stream, "8;2");
    for (size_t i = 0; i < UH_COUNT(rgb); i++) {
        put_text(stream, ";");
        put_number(stream, rgb[i]);
    }
}

static void wear_figure(paint_stream *stream, uint32_t role, uh_colours colours)
{
    if (colours == UH_COLOURS_16) {
        put_text(stream, tone_looks[uh_figure_role_front(role)].basic);
    } else if (colours != UH_COLOURS_NONE) {
        wear_tone(stream, uh_figure_role_front(role), 3, colours);
        wear_tone(stream, uh_figure_role_back(role), 4, colours);
    }
}

static void wear(paint_stream *stream, uint32_t role, uh_colours colours)
{
    if (stream->role == role) {
        return;
    }
    put_text(stream, "\033[0");
    if (uh_role_is_figure(role)) {
        wear_figure(stream, role, colours);
    } else {
        put_text(stream, looks[role][colours]);
    }
    put_text(stream, "m");
    stream->role = role;
}

static void put_cell(paint_stream *stream, const uh_cell *cell, uh_colours colours, int32_t width)
{
    if (cell->codepoint == 0) {
        return; /* the wide character before it covers it */
    }
    char bytes[4];
    wear(stream, cell->role, colours);
    put(stream, bytes, uh_text_encode(cell->codepoint, bytes));
    stream->x += uh_codepoint_columns(cell->codepoint);
    if (stream->x >= width) {
        stream->x = -1; /* terminals differ in where the cursor is after the last column */
    }
}

/* -- differences -- */

static bool differs(const uh_painter *painter, size_t at)
{
    const uh_cell *new_cell = &painter->grid.cells[at];
    const uh_cell *old_cell = &painter->shown[at];
    return painter->fresh || new_cell->codepoint != old_cell->codepoint ||
           new_cell->role != old_cell->role;
}

/* From a changed cell to the last one before a longer unchanged stretch; one past it. */
static int32_t run_end(const uh_painter *painter, size_t row, int32_t from)
{
    int32_t end = from + 1;
    for (int32_t x = from + 1; x < painter->grid.width && x - end <= JOIN_CELLS; x++) {
        if (differs(painter, row + (size_t)x)) {
            end = x + 1;
        }
    }
    return end;
}

static void paint_row(uh_painter *painter, paint_stream *stream, int32_t y)
{
    const int32_t width = painter->grid.width;
    const size_t row = (size_t)y * (size_t)width;
    int32_t x = 0;
    while (x < width) {
        if (!differs(painter, row + (size_t)x)) {
            x++;
            continue;
        }
        const int32_t end = run_end(painter, row, x);
        if (x > 0 && painter->grid.cells[row + (size_t)x].codepoint == 0) {
            x--; /* half a character cannot be drawn */
        }
        move_to(stream, x, y);
        for (; x < end; x++) {
            put_cell(stream, &painter->grid.cells[row + (size_t)x], painter->colours, width);
        }
    }
}

static bool anything_differs(const uh_painter *painter)
{
    const size_t count = cell_count(&painter->grid);
    for (size_t i = 0; i < count; i++) {
        if (differs(painter, i)) {
            return true;
        }
    }
    return false;
}

void uh_painter_paint(uh_painter *painter, uh_out out)
{
    if (!anything_differs(painter)) {
        return;
    }
    paint_stream stream = {.out = out, .role = UH_ROLE_COUNT, .x = -1, .y = -1};
    put_text(&stream, "\033[?2026h");
    if (painter->fresh) {
        put_text(&stream, "\033[0m\033[2J");
    }
    for (int32_t y = 0; y < painter->grid.height; y++) {
        paint_row(painter, &stream, y);
    }
    put_text(&stream, "\033[0m\033[?2026l");
    flush(&stream);
    memcpy(painter->shown, painter->grid.cells, cell_count(&painter->grid) * sizeof(uh_cell));
    painter->fresh = false;
}
