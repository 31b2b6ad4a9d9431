/* SPDX-License-Identifier: MIT */
/* grid.h: a page of character cells, with what each cell is for rather than how it looks.
 *
 * Pure: the caller owns the cells; a shell turns roles into colours and cells into bytes. */
#ifndef UNHUNCH_GRID_H
#define UNHUNCH_GRID_H

#include "unhunch/base.h"

/* What a cell is for. A shell without colours shows STRONG, COUNTDOWN, ACCENT and KEY in bold. */
typedef enum uh_role {
    UH_ROLE_TEXT,
    UH_ROLE_DIM,
    UH_ROLE_STRONG,
    UH_ROLE_ACCENT,
    UH_ROLE_COUNTDOWN,
    UH_ROLE_BREATH,
    UH_ROLE_BAR,      /* what is done of the session */
    UH_ROLE_BAR_REST, /* and what is to come */
    UH_ROLE_KEY,
    UH_ROLE_WARN,
    UH_ROLE_STOP,
    UH_ROLE_COUNT
} uh_role;

typedef struct uh_cell {
    uint32_t codepoint; /* 0: the right half of the wide character before it */
    uint32_t role;      /* uh_role */
} uh_cell;

enum { UH_GRID_WIDTH_MAX = 300, UH_GRID_HEIGHT_MAX = 100 };

typedef struct uh_grid {
    uh_cell *cells; /* width * height, row by row */
    int32_t width;  /* 1 to UH_GRID_WIDTH_MAX */
    int32_t height; /* 1 to UH_GRID_HEIGHT_MAX */
    bool ascii;     /* the terminal knows no other characters: they are replaced when put */
} uh_grid;

typedef struct uh_area {
    int32_t x, y, width, height;
} uh_area;

/* Blanks everywhere. */
void uh_grid_clear(uh_grid *grid);

/* One character; nothing happens outside the grid. */
void uh_grid_put(uh_grid *grid, int32_t x, int32_t y, uint32_t codepoint, uh_role role);

/* One line of text, cut at `width` columns. Returns the columns used. */
int32_t uh_grid_text(uh_grid *grid, int32_t x, int32_t y, int32_t width, const char *text,
                     uh_role role);

/* The same, ending at column x + width. */
void uh_grid_text_right(uh_grid *grid, int32_t x, int32_t y, int32_t width, const char *text,
                        uh_role role);

/* Text wrapped at words into the area; what is below it is not drawn. Returns the lines that all
 * of the text takes. first_line: how many lines to leave out at the top (a page scrolled down). */
int32_t uh_grid_paragraph(uh_grid *grid, uh_area area, int32_t first_line, const char *text,
                          uh_role role);

/* The lines that text takes at a width of 1 or more; 0 for an empty text. */
int32_t uh_text_lines(const char *text, int32_t width);

/* Columns of a text, of a character: 0, 1 or 2. */
int32_t uh_grid_columns(const char *text);
int32_t uh_codepoint_columns(uint32_t codepoint);

/* Decodes one character and moves on; U+FFFD for what is no UTF-8. `*text` is not at its end. */
uint32_t uh_text_decode(const char **text);

/* Encodes into 1 to 4 bytes, not terminated; returns how many. */
size_t uh_text_encode(uint32_t codepoint, char out[4]);

/* What an ASCII terminal shows instead. */
uint32_t uh_codepoint_ascii(uint32_t codepoint);

/* Large type. Digits and ':' five pixels high, each pixel scale_x by scale_y cells. Returns the
 * columns it takes; draws only when `grid` is given. */
int32_t uh_grid_number(uh_grid *grid, int32_t x, int32_t y, int32_t scale_x, int32_t scale_y,
                       const char *text, uh_role role);

/* Capital letters three rows high, two pixels a row. Returns the columns; 0 where the text has a
 * character that this type does not have. Draws only when `grid` is given. */
enum { UH_LETTERS_HEIGHT = 3 };
int32_t uh_grid_letters(uh_grid *grid, int32_t x, int32_t y, const char *text, uh_role role);

#endif
