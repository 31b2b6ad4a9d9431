/* SPDX-License-Identifier: MIT */
/* screen_session.c: the page that is looked at from two metres. Name, side, what to do, how long.
 */
#include "present/screen.h"

#include <string.h>

#include "unhunch/out.h"

enum {
    FULL_BLOCK = 0x2588,
    THIN_LINE = 0x2500,
    THICK_LINE = 0x2501,
    LEFT_EIGHTHS = 0x2590, /* minus n: n eighths of a cell from the left */
    DOT = 0x00b7,
    DIGIT_HEIGHT = 5,
    SMALL_FIGURE_WIDTH = 76 /* from so many columns on there is room for a figure, but not for the
                               steps in its place */
};

/* What a terminal of at least this size gets. The first that fits. */
typedef struct screen_form {
    int32_t width, height;
    int32_t scale_x, scale_y; /* of the countdown; 0: an ordinary number beside the phase */
    bool name_letters;        /* large letters for the name */
    bool phase_letters;       /* and for what to do */
    bool beside;              /* what to do and the breath stand to the right of the countdown */
    bool figure;              /* the right side is the figure's, where there is one */
    int32_t margin;
    int32_t breath_height;
    bool bare; /* what to do, how long, the step: nothing else, and all of it large (D-28) */
} screen_form;

static const screen_form forms[] = {
    {UH_SCREEN_FIGURE_WIDTH, 36, 4, 2, true, true, false, true, 2, 2, false},
    {UH_SCREEN_FIGURE_WIDTH, 20, 2, 1, true, true, true, true, 2, 1, false},
    {SMALL_FIGURE_WIDTH, 36, 4, 2, false, true, false, true, 2, 2, false},
    {SMALL_FIGURE_WIDTH, 20, 2, 1, false, true, true, true, 2, 1, false},
    {60, 36, 4, 2, true, true, false, false, 2, 2, false},
    {48, 18, 2, 1, true, true, true, false, 2, 1, false},
    {36, 9, 0, 0, false, false, false, false, 1, 1, false},
    {0, 0, 0, 0, false, false, false, false, 0, 0, false},
};

/* The same for who asked for large text; a window that is too small for it gets the usual forms. */
static const screen_form large_forms[] = {
    {100, 40, 6, 3, true, true, false, false, 2, 0, true},
    {80, 32, 4, 2, true, true, false, false, 2, 0, true},
    {48, 20, 4, 2, false, true, false, false, 2, 0, true},
};

typedef struct session_sheet {
    const uh_screen *screen;
    const uh_session_view *view;
    const uh_exercise *exercise;
    uh_grid *grid;
    const screen_form *form;
    uh_area body; /* what is between header and footer */
    char text[SCREEN_TEXT_SIZE];
} session_sheet;

static const char *say(session_sheet *sheet, uh_phrase phrase)
{
    return uh_screen_say(sheet->screen, phrase, sheet->text);
}

static const char *read_text(session_sheet *sheet, uh_text text)
{
    return uh_screen_read(sheet->screen, text, sheet->text);
}

static bool is_paused(const session_sheet *sheet)
{
    return sheet->view->state == UH_SESSION_PAUSED;
}

/* -- header -- */

static void draw_bar(session_sheet *sheet, uh_area area)
{
    const int32_t filled = (int32_t)(sheet->view->session_progress * area.width + 0.5);
    for (int32_t x = 0; x < area.width; x++) {
        const bool is_done = x < filled;
        uh_grid_put(sheet->grid, area.x + x, area.y, is_done ? THICK_LINE : THIN_LINE,
                    is_done ? UH_ROLE_BAR : UH_ROLE_BAR_REST);
    }
}

static void draw_header(session_sheet *sheet, uh_area area)
{
    (void)say(sheet, uh_screen_left(sheet->screen));
    const int32_t columns = uh_grid_columns(sheet->text);
    uh_grid_text_right(sheet->grid, area.x, area.y, area.width, sheet->text, UH_ROLE_TEXT);
    if (area.width - columns - 2 > 0) {
        (void)uh_grid_text(sheet->grid, area.x, area.y, area.width - columns - 2,
                           say(sheet, uh_screen_title(sheet->screen)), UH_ROLE_DIM);
    }
}

/* -- footer -- */

static void draw_next(session_sheet *sheet, uh_area area)
{
    const bool over = sheet->view->phase == UH_PHASE_DONE ||
                      sheet->view->phase == UH_PHASE_WAY_OUT ||
                      sheet->view->phase == UH_PHASE_NEXT_STRETCH;
    if (over) {
        return;
    }
    const uh_phrase phrase =
        sheet->view->has_next ? uh_screen_next(sheet->screen) : uh_say(UH_MSG_SCREEN_NEXT_NOTHING);
    if (uh_grid_columns(say(sheet, phrase)) > area.width && phrase.count > 0) {
        (void)say(sheet, uh_say1(UH_MSG_SCREEN_NEXT, phrase.arguments[0]));
    }
    if (uh_grid_columns(sheet->text) <= area.width) {
        (void)uh_grid_text(sheet->grid, area.x, area.y, area.width, sheet->text, UH_ROLE_TEXT);
    }
}

/* -- what is in the middle, from top to bottom -- */

static uh_role phase_role(const session_sheet *sheet)
{
    return is_paused(sheet) ? UH_ROLE_WARN : UH_ROLE_ACCENT;
}

/* The most words of `text` that fit a line of large letters; 0: not even one. */
static size_t letters_line(const char *text, int32_t width, char line[SCREEN_TEXT_SIZE])
{
    size_t taken = 0;
    size_t length = 0;
    do {
        length += strcspn(text + length, " ");
        memcpy(line, text, length);
        line[length] = '\0';
        const int32_t columns = uh_grid_letters(NULL, 0, 0, line, UH_ROLE_STRONG);
        if (columns == 0 || columns > width) {
            break;
        }
        taken = length;
    } while (text[length++] != '\0');
    line[taken] = '\0';
    return taken;
}

enum { LETTERS_LINE = UH_LETTERS_HEIGHT + 1, LETTERS_LINES_MAX = 2 };

/* Draws (where `draw`) text in large letters and returns its rows; 0: it does not fit so. */
static int32_t letters_text(session_sheet *sheet, uh_area area, const char *text, uh_role role,
                            bool draw)
{
    int32_t rows = 0;
    while (*text != '\0') {
        char line[SCREEN_TEXT_SIZE];
        const size_t taken = letters_line(text, area.width, line);
        if (taken == 0 || rows == LETTERS_LINE * LETTERS_LINES_MAX) {
            return 0;
        }
        if (draw) {
            (void)uh_grid_letters(sheet->grid, area.x, area.y + rows, line, role);
        }
        rows += LETTERS_LINE;
        text += taken;
        text += *text == ' ';
    }
    return rows - 1;
}

static int32_t letters_rows(session_sheet *sheet, int32_t width, const char *text)
{
    /* half blocks are all that makes these letters */
    return sheet->grid->ascii
               ? 0
               : letters_text(sheet, (uh_area){0, 0, width, 0}, text, UH_ROLE_TEXT, false);
}

/* A block: says how many rows it wants of a width, and draws itself there. */
typedef struct block {
    int32_t (*height)(session_sheet *sheet, int32_t width);
    void (*draw)(session_sheet *sheet, uh_area area);
    int32_t gap;      /* empty rows above it, where there is room */
    int32_t priority; /* the highest goes first when room is short */
} block;

/* Side, gaps, and a step of three lines must have room too, whatever is shown now: the name keeps
 * its size through the whole stretch. */
static int32_t name_letters_rows(session_sheet *sheet, int32_t width)
{
    const screen_form *form = sheet->form;
    const int32_t phase = form->beside ? 0 : UH_LETTERS_HEIGHT + 2;
    const int32_t breath = form->beside ? 0 : form->breath_height;
    const int32_t others = 1 + 3 + 3 + phase + breath + form->scale_y * DIGIT_HEIGHT;
    const int32_t rows = form->name_letters
                             ? letters_rows(sheet, width, read_text(sheet, sheet->exercise->name))
                             : 0;
    return rows + others <= sheet->body.height ? rows : 0;
}

static int32_t name_height(session_sheet *sheet, int32_t width)
{
    const int32_t rows = name_letters_rows(sheet, width);
    return rows > 0 ? rows : uh_text_lines(read_text(sheet, sheet->exercise->name), width);
}

static void draw_name(session_sheet *sheet, uh_area area)
{
    const bool large = name_letters_rows(sheet, area.width) > 0;
    const char *name = read_text(sheet, sheet->exercise->name);
    if (large) {
        (void)letters_text(sheet, area, name, UH_ROLE_STRONG, true);
    } else {
        (void)uh_grid_paragraph(sheet->grid, area, 0, name, UH_ROLE_STRONG);
    }
}

static uh_text side_now(const session_sheet *sheet)
{
    return uh_screen_side(sheet->exercise, sheet->view->side);
}

static int32_t side_height(session_sheet *sheet, int32_t width)
{
    const uh_text side = side_now(sheet);
    return side == 0 ? 0 : uh_text_lines(read_text(sheet, side), width);
}

static void draw_side(session_sheet *sheet, uh_area area)
{
    (void)uh_grid_paragraph(sheet->grid, area, 0, read_text(sheet, side_now(sheet)),
                            UH_ROLE_STRONG);
}

/* One word of where we are, after a dot where it is not the first. */
static int32_t append(session_sheet *sheet, uh_area area, int32_t x, uh_phrase phrase)
{
    (void)say(sheet, phrase);
    const int32_t columns = uh_grid_columns(sheet->text);
    const int32_t dot = x > 0 ? 3 : 0;
    if (x + dot + columns > area.width) {
        return x;
    }
    if (dot > 0) {
        uh_grid_put(sheet->grid, area.x + x + 1, area.y, DOT, UH_ROLE_DIM);
    }
    return x + dot +
           uh_grid_text(sheet->grid, area.x + x + dot, area.y, columns, sheet->text, UH_ROLE_TEXT);
}

/* "3 of 5 . set 1 of 2", from column x of the area on. */
static void draw_counts(session_sheet *sheet, uh_area area, int32_t x)
{
    const uh_session_view *view = sheet->view;
    if (sheet->form->bare) {
        return;
    }
    if (view->repetitions > 1 && view->repetition > 0) {
        x = append(sheet, area, x,
                   uh_say2(UH_MSG_SCREEN_REPETITION, uh_number(view->repetition),
                           uh_number(view->repetitions)));
    }
    if (view->sets > 1 && view->phase != UH_PHASE_NEXT_STRETCH) {
        x = append(sheet, area, x,
                   uh_say2(UH_MSG_SCREEN_SET, uh_number(view->set), uh_number(view->sets)));
    }
    if (view->eased) {
        (void)append(sheet, area, x, uh_say(UH_MSG_SCREEN_EASED));
    }
}

static bool shows_countdown(const session_sheet *sheet)
{
    return sheet->view->phase != UH_PHASE_DONE;
}

/* One line: what to do, the small countdown, where we are. */
static void draw_phase_line(session_sheet *sheet, uh_area area)
{
    int32_t x = uh_grid_text(sheet->grid, area.x, area.y, area.width,
                             uh_screen_phase(sheet->screen, sheet->text), phase_role(sheet));
    if (sheet->form->scale_x == 0 && shows_countdown(sheet)) {
        const char *number = uh_screen_countdown(sheet->screen, sheet->text);
        x += 2;
        x += uh_grid_text(sheet->grid, area.x + x, area.y, area.width - x, number,
                          UH_ROLE_COUNTDOWN);
    }
    draw_counts(sheet, area, x);
}

static int32_t phase_letters_rows(session_sheet *sheet, int32_t width)
{
    if (!sheet->form->phase_letters) {
        return 0;
    }
    const int32_t rows = letters_rows(sheet, width, uh_screen_phase(sheet->screen, sheet->text));
    return rows > UH_LETTERS_HEIGHT ? 0 : rows; /* in one line or not at all */
}

/* What to do, large, and below it where we are. */
static void draw_phase_letters(session_sheet *sheet, uh_area area)
{
    (void)letters_text(sheet, area, uh_screen_phase(sheet->screen, sheet->text), phase_role(sheet),
                       true);
    area.y += UH_LETTERS_HEIGHT;
    draw_counts(sheet, area, 0);
}

static int32_t phase_height(session_sheet *sheet, int32_t width)
{
    (void)width;
    if (sheet->form->beside) {
        return 0;
    }
    /* the row of the counts stays there without counts: nothing jumps */
    return sheet->form->phase_letters && !sheet->grid->ascii ? UH_LETTERS_HEIGHT + 1 : 1;
}

static void draw_phase(session_sheet *sheet, uh_area area)
{
    if (area.height > UH_LETTERS_HEIGHT && phase_letters_rows(sheet, area.width) > 0) {
        draw_phase_letters(sheet, area);
    } else {
        draw_phase_line(sheet, area);
    }
}

static void draw_breath(session_sheet *sheet, uh_area area);

static int32_t number_height(session_sheet *sheet, int32_t width)
{
    (void)width;
    return shows_countdown(sheet) ? sheet->form->scale_y * DIGIT_HEIGHT : 0;
}

/* To the right of the countdown: what to do, where we are, the breath. */
static void draw_beside(session_sheet *sheet, uh_area area)
{
    if (phase_letters_rows(sheet, area.width) > 0) {
        draw_phase_letters(sheet, area);
    } else {
        (void)uh_grid_text(sheet->grid, area.x, area.y, area.width,
                           uh_screen_phase(sheet->screen, sheet->text), phase_role(sheet));
        draw_counts(sheet, (uh_area){area.x, area.y + 2, area.width, 1}, 0);
    }
    draw_breath(sheet, (uh_area){area.x, area.y + DIGIT_HEIGHT - 1, area.width, 1});
}

static void draw_number(session_sheet *sheet, uh_area area)
{
    const screen_form *form = sheet->form;
    const char *number = uh_screen_countdown(sheet->screen, sheet->text);
    int32_t columns = uh_grid_number(sheet->grid, area.x, area.y, form->scale_x, form->scale_y,
                                     number, is_paused(sheet) ? UH_ROLE_DIM : UH_ROLE_COUNTDOWN);
    if (form->beside) {
        const int32_t two =
            uh_grid_number(NULL, 0, 0, form->scale_x, form->scale_y, "00", UH_ROLE_COUNTDOWN);
        columns = (columns > two ? columns : two) + 4;
        draw_beside(sheet, (uh_area){area.x + columns, area.y, area.width - columns, area.height});
    }
}

/* The place of the breath stays free through the whole session, so that nothing jumps. */
static int32_t breath_height(session_sheet *sheet, int32_t width)
{
    (void)width;
    return sheet->form->beside ? 0 : sheet->form->breath_height;
}

static void draw_breath_bar(session_sheet *sheet, uh_area area, double fill)
{
    const int32_t eighths = (int32_t)(fill * area.width * 8 + 0.5);
    for (int32_t x = 0; x < area.width; x++) {
        const int32_t here = eighths - x * 8;
        const uint32_t shape = here >= 8  ? FULL_BLOCK
                               : here > 0 ? (uint32_t)(LEFT_EIGHTHS - here)
                                          : DOT;
        const uh_role role = here > 0 ? UH_ROLE_BREATH : UH_ROLE_BAR_REST;
        for (int32_t y = 0; y < area.height; y++) {
            uh_grid_put(sheet->grid, area.x + x, area.y + y, shape, role);
        }
    }
}

/* The bar begins beside the longer of the two words, so that it stays where it is. */
static int32_t breath_columns(session_sheet *sheet)
{
    const int32_t in = uh_grid_columns(say(sheet, uh_say(UH_MSG_SCREEN_BREATHE_IN)));
    const int32_t out = uh_grid_columns(say(sheet, uh_say(UH_MSG_SCREEN_BREATHE_OUT)));
    return in > out ? in : out;
}

static void draw_breath(session_sheet *sheet, uh_area area)
{
    const uh_session_view *view = sheet->view;
    if (view->guide == UH_BREATH_FREE || is_paused(sheet)) {
        return;
    }
    const char *word = say(sheet, uh_say(view->guide == UH_BREATH_IN ? UH_MSG_SCREEN_BREATHE_IN
                                                                     : UH_MSG_SCREEN_BREATHE_OUT));
    (void)uh_grid_text(sheet->grid, area.x, area.y, area.width, word, UH_ROLE_BREATH);
    const int32_t label = breath_columns(sheet) + 2;
    const int32_t room = area.width - label;
    if (room >= 4) {
        const uh_area bar = {area.x + label, area.y, room < 40 ? room : 40, area.height};
        draw_breath_bar(sheet, bar, view->guide_fill);
    }
}

/* -- the step to do now -- */

static int32_t step_height(session_sheet *sheet, int32_t width)
{
    return uh_text_lines(uh_screen_step(sheet->screen, SCREEN_FULL, sheet->text), width);
}

/* An empty row between the lines. */
static bool draw_spaced(session_sheet *sheet, uh_area area, const char *text)
{
    const int32_t lines = uh_text_lines(text, area.width);
    if (2 * lines - 1 > area.height) {
        return false;
    }
    for (int32_t line = 0; line < lines; line++) {
        const uh_area row = {area.x, area.y + 2 * line, area.width, 1};
        (void)uh_grid_paragraph(sheet->grid, row, line, text, UH_ROLE_STRONG);
    }
    return true;
}

/* One thing at a time: in large letters where they fit, else with room between the lines. */
static bool draw_large_step(session_sheet *sheet, uh_area area)
{
    char text[SCREEN_TEXT_SIZE];
    (void)uh_screen_step(sheet->screen, SCREEN_ONE_CUE, text);
    const int32_t rows = letters_rows(sheet, area.width, text);
    if (rows > 0 && rows <= area.height) {
        (void)letters_text(sheet, area, text, UH_ROLE_STRONG, true);
        return true;
    }
    return draw_spaced(sheet, area, text);
}

/* Never cut: what does not fit in full is said in short, and what does not fit at all is heard. */
static void draw_step(session_sheet *sheet, uh_area area)
{
    if (sheet->form->bare && draw_large_step(sheet, area)) {
        return;
    }
    for (screen_detail detail = SCREEN_FULL; detail < SCREEN_DETAIL_COUNT; detail++) {
        const char *text = uh_screen_step(sheet->screen, detail, sheet->text);
        if (uh_text_lines(text, area.width) <= area.height) {
            (void)uh_grid_paragraph(sheet->grid, area, 0, text, UH_ROLE_TEXT);
            return;
        }
    }
}

static const block blocks[] = {
    {name_height, draw_name, 1, 9},     {side_height, draw_side, 0, 7},
    {phase_height, draw_phase, 1, 8},   {number_height, draw_number, 1, 6},
    {breath_height, draw_breath, 1, 4}, {step_height, draw_step, 1, 5},
};

enum { BLOCK_COUNT = sizeof blocks / sizeof blocks[0], STEP_BLOCK = BLOCK_COUNT - 1 };

/* Takes rows from the least important blocks until the rest fits; gaps go first. */
static void fit_blocks(session_sheet *sheet, int32_t heights[BLOCK_COUNT],
                       int32_t gaps[BLOCK_COUNT])
{
    int32_t room = sheet->body.height;
    for (int32_t priority = 9; priority > 0; priority--) {
        for (int32_t i = 0; i < BLOCK_COUNT; i++) {
            if (blocks[i].priority != priority) {
                continue;
            }
            heights[i] = blocks[i].height(sheet, sheet->body.width);
            if (i == 0 && heights[i] > 1 && heights[i] >= room) {
                heights[i] = room - 1; /* the countdown is worth more than the name's last line */
            }
            if (heights[i] > room) {
                /* a few rows are enough for the short form of the step */
                heights[i] = i == STEP_BLOCK || i == 0 ? room : 0;
            }
            room -= heights[i];
        }
    }
    for (int32_t i = 0; i < BLOCK_COUNT; i++) {
        gaps[i] = heights[i] > 0 && room >= blocks[i].gap ? blocks[i].gap : 0;
        room -= gaps[i];
    }
    /* what is left over belongs to the step: the rows above it stay where they are */
    heights[STEP_BLOCK] += room;
}

static void draw_body(session_sheet *sheet)
{
    int32_t heights[BLOCK_COUNT] = {0};
    int32_t gaps[BLOCK_COUNT] = {0};
    fit_blocks(sheet, heights, gaps);
    int32_t y = sheet->body.y;
    for (int32_t i = 0; i < BLOCK_COUNT; i++) {
        y += gaps[i];
        if (heights[i] > 0) {
            blocks[i].draw(sheet, (uh_area){sheet->body.x, y, sheet->body.width, heights[i]});
        }
        y += heights[i];
    }
}

/* -- all of it -- */

static const screen_form *form_for(const uh_screen *screen, const uh_grid *grid)
{
    for (size_t i = 0; screen->large && i < UH_COUNT(large_forms); i++) {
        if (grid->width >= large_forms[i].width && grid->height >= large_forms[i].height) {
            return &large_forms[i];
        }
    }
    const screen_form *form = forms;
    while (grid->width < form->width || grid->height < form->height ||
           (form->width == SMALL_FIGURE_WIDTH && screen->figure.draw == NULL)) {
        form++;
    }
    return form;
}

/* No wider than what a square picture can use, so that the words have the rest. */
static int32_t figure_columns(const session_sheet *sheet, uh_area inner)
{
    const int32_t half = inner.width - inner.width / 2 - 1;
    if (sheet->screen->figure.draw == NULL) {
        return half;
    }
    const int32_t most = sheet->form->width == SMALL_FIGURE_WIDTH ? inner.width * 9 / 20 : half;
    return most < 2 * (inner.height - 2) ? most : 2 * (inner.height - 2);
}

static uh_area inner_area(const session_sheet *sheet)
{
    const int32_t margin = sheet->form->margin;
    return (uh_area){margin, 0, sheet->grid->width - 2 * margin, sheet->grid->height};
}

static void draw_edges(session_sheet *sheet, uh_area *inner)
{
    const bool bare = sheet->form->bare;
    const bool header = inner->height >= 9 && !bare;
    const bool bar = inner->height >= 12 && !bare;
    const bool next = inner->height >= 9 && !bare;
    const bool keys = inner->height >= 4;
    const int32_t bottom = inner->y + inner->height;
    if (header) {
        draw_header(sheet, (uh_area){inner->x, inner->y, inner->width, 1});
    }
    if (bar) {
        draw_bar(sheet, (uh_area){inner->x, inner->y + 1, inner->width, 1});
    }
    if (keys) {
        uh_screen_keys(sheet->screen, sheet->grid,
                       (uh_area){inner->x, bottom - 1, inner->width, 1});
    }
    int32_t note = 0;
    if (bar || bare) {
        const int32_t rows = bar ? 2 : 1;
        note = uh_screen_note(sheet->screen, sheet->grid,
                              (uh_area){inner->x, bottom - 1 - rows, inner->width, rows});
    }
    if (next && note < 2) { /* a long note is gone again in a moment, and takes its row */
        draw_next(sheet, (uh_area){inner->x, bottom - (bar ? 3 : 2), inner->width, 1});
    }
    const int32_t above = (header ? 1 : 0) + (bar ? 1 : 0);
    const int32_t below = (keys ? 1 : 0) + (next ? 1 : 0) + (bar || bare ? 1 : 0);
    inner->y += above;
    inner->height -= above + below;
}

void uh_screen_session(const uh_screen *screen, uh_grid *grid)
{
    session_sheet sheet = {.screen = screen,
                           .view = &screen->view,
                           .exercise = uh_screen_exercise(screen),
                           .grid = grid,
                           .form = form_for(screen, grid)};
    uh_area inner = inner_area(&sheet);
    draw_edges(&sheet, &inner);
    sheet.body = inner;
    if (sheet.form->figure) {
        const int32_t columns = figure_columns(&sheet, inner);
        sheet.body.width = inner.width - columns - 3;
        uh_screen_panel(
            screen, grid,
            (uh_area){inner.x + inner.width - columns, inner.y + 1, columns, inner.height - 2});
    }
    if (sheet.body.width > 0 && sheet.body.height > 0) {
        draw_body(&sheet);
    }
}
