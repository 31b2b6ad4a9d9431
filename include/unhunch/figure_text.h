/* SPDX-License-Identifier: MIT */
/* figure_text.h: a drawing as character cells: the same silhouette in braille dots, blocks or plain
 * ASCII.
 *
 * Pure: the caller owns raster and cells; a shell turns tones into colours. Where there are none,
 * limbs and target are still told apart: far limbs are dotted, the target is striped, things are
 * hollow, and a gap runs where one limb crosses another. */
#ifndef UNHUNCH_FIGURE_TEXT_H
#define UNHUNCH_FIGURE_TEXT_H

#include "unhunch/figure.h"

typedef enum uh_text_style {
    UH_TEXT_BRAILLE,    /* 2 x 4 dots a cell, one colour a cell */
    UH_TEXT_HALF_BLOCK, /* 1 x 2 pixels a cell, two colours a cell: wants 256 colours or more */
    UH_TEXT_BLOCKS,     /* halves, quarters and quadrants: two colours a cell, finer edges */
    UH_TEXT_ASCII,      /* one letter a cell by tone */
    UH_TEXT_STYLE_COUNT
} uh_text_style;

/* As a tone: nothing, the terminal's own ground. */
#define UH_TONE_NONE UH_TONE_COUNT

typedef struct uh_figure_cell {
    uint32_t codepoint; /* a space where there is nothing */
    uint32_t front;     /* uh_tone or UH_TONE_NONE */
    uint32_t back;
} uh_figure_cell;

enum { UH_FIGURE_COLUMNS_MAX = 160, UH_FIGURE_ROWS_MAX = 64 };

/* Room to work in, 80 kB; need not be cleared. */
typedef struct uh_raster {
    uint32_t width;
    uint32_t height;
    uint8_t tone[UH_FIGURE_COLUMNS_MAX * 2 * UH_FIGURE_ROWS_MAX * 4];
} uh_raster;

/* Fits the drawing into `columns` by `rows` cells (1 to the maxima), centred. `cells` has columns *
 * rows, row by row. */
void uh_figure_text(const uh_drawing *drawing, uh_text_style style, uint32_t columns, uint32_t rows,
                    uh_raster *raster, uh_figure_cell *ret_cells);

#endif
