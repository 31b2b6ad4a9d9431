/* SPDX-License-Identifier: MIT */
/* painter.h: sends a grid to the terminal: only what changed, in as few bytes as that takes. */
#ifndef UNHUNCH_CLI_SCREEN_PAINTER_H
#define UNHUNCH_CLI_SCREEN_PAINTER_H

#include "host/terminal.h"
#include "unhunch/grid.h"
#include "unhunch/out.h"

typedef struct uh_painter {
    uh_grid grid; /* draw here */
    uh_cell *shown;
    bool fresh; /* the terminal shows nothing of ours: everything is sent */
    uh_colours colours;
} uh_painter;

/* UH_ERR_FULL: no memory. */
UH_MUST_USE uh_status uh_painter_open(uh_painter *ret_painter, uh_terminal_look look);

/* Takes a new size (cut to what a grid may have) and forgets what is shown.
 * UH_ERR_FULL: no memory; the old size stays. */
UH_MUST_USE uh_status uh_painter_resize(uh_painter *painter, int32_t width, int32_t height);

/* The screen was lost: the next paint sends everything. */
void uh_painter_forget(uh_painter *painter);

/* Sends what differs from what is shown, as one synchronized update. Nothing where nothing does. */
void uh_painter_paint(uh_painter *painter, uh_out out);

void uh_painter_close(uh_painter *painter);

#endif
