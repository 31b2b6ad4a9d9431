/* SPDX-License-Identifier: MIT */
/* screen_figure.h: the figure beside the words of a session, as cells of the page.
 *
 * Pure: the caller owns the room. It moves only as often as the eye needs: between two pictures the
 * cells of the last one are put again. */
#ifndef UNHUNCH_SCREEN_FIGURE_H
#define UNHUNCH_SCREEN_FIGURE_H

#include "unhunch/figure_text.h"
#include "unhunch/grid.h"
#include "unhunch/motion.h"

/* -- the role of a cell that belongs to a figure: its two tones -- */

enum { UH_FIGURE_TONES = UH_TONE_COUNT + 1 };

static inline uint32_t uh_figure_role(uint32_t front, uint32_t back)
{
    return (uint32_t)UH_ROLE_COUNT + front * UH_FIGURE_TONES + back;
}

static inline bool uh_role_is_figure(uint32_t role)
{
    return role >= (uint32_t)UH_ROLE_COUNT;
}

static inline uint32_t uh_figure_role_front(uint32_t role)
{
    return (role - (uint32_t)UH_ROLE_COUNT) / UH_FIGURE_TONES;
}

static inline uint32_t uh_figure_role_back(uint32_t role)
{
    return (role - (uint32_t)UH_ROLE_COUNT) % UH_FIGURE_TONES;
}

/* -- a figure that follows a session -- */

/* About 370 kB. */
typedef struct uh_actor {
    uh_motion motion;
    const uh_session *session;
    uh_text_style style;
    uh_boot_ms now;      /* the caller's: what the page shows */
    uh_boot_ms drawn_at; /* the picture below */
    uint32_t columns;    /* 0: none yet */
    uint32_t rows;
    uh_phase phase;
    uh_drawing drawing;
    uh_raster raster;
    uh_figure_cell cell[UH_FIGURE_COLUMNS_MAX * UH_FIGURE_ROWS_MAX];
} uh_actor;

/* Standing. The session need not have begun; it must before the first picture. */
void uh_actor_start(const uh_catalogue *catalogue, const uh_session *session, uh_text_style style,
                    uh_actor *ret_actor);

/* True where a stretch of the routine has a motion: else the place is better used by words. */
bool uh_actor_knows(const uh_catalogue *catalogue, const uh_routine *routine);

/* How long a picture of this moment stays true enough. */
uint32_t uh_actor_picture_ms(const uh_session_view *view);

/* As the draw of a uh_screen_figure, with `from` an uh_actor. */
void uh_actor_draw(void *from, uh_grid *grid, uh_area area, const uh_session_view *view);

/* Puts cells (columns * rows) with their upper left corner at x, y. */
void uh_figure_put(uh_grid *grid, int32_t x, int32_t y, const uh_figure_cell *cells,
                   uint32_t columns, uint32_t rows);

#endif
