/* SPDX-License-Identifier: MIT */
#include "unhunch/screen_figure.h"

enum {
    MOVING_MS = 66,     /* fifteen pictures a second */
    BREATHING_MS = 125, /* ribs rise by a dot or two in four seconds */
    SETTLED_MS = 1500   /* a hold is reached by then: uh_motion_follow() */
};

void uh_actor_start(const uh_catalogue *catalogue, const uh_session *session, uh_text_style style,
                    uh_actor *ret_actor)
{
    uh_motion_start(catalogue, UH_BODY_STATURE_M, &ret_actor->motion);
    ret_actor->session = session;
    ret_actor->style = style;
    ret_actor->columns = 0;
    ret_actor->rows = 0;
}

bool uh_actor_knows(const uh_catalogue *catalogue, const uh_routine *routine)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        if (uh_motion_known(catalogue, routine->entries[i].exercise, routine->entries[i].variant)) {
            return true;
        }
    }
    return false;
}

uint32_t uh_actor_picture_ms(const uh_session_view *view)
{
    const bool still = view->phase == UH_PHASE_HOLD && view->phase_elapsed_ms > SETTLED_MS;
    return still ? BREATHING_MS : MOVING_MS;
}

/* A command may lead to another phase between two pictures: that is shown at once. */
static bool is_old(const uh_actor *actor, uint32_t columns, uint32_t rows,
                   const uh_session_view *view)
{
    return actor->columns != columns || actor->rows != rows || actor->phase != view->phase ||
           actor->now.ms - actor->drawn_at.ms >= (int64_t)uh_actor_picture_ms(view);
}

static void draw_picture(uh_actor *actor, uint32_t columns, uint32_t rows,
                         const uh_session_view *view)
{
    const uh_motion_frame *frame = uh_motion_follow(&actor->motion, actor->session, actor->now);
    const uh_scene scene = uh_motion_scene(frame, false, (double)columns / (2.0 * rows));
    uh_figure_draw(&scene, &actor->drawing);
    uh_figure_text(&actor->drawing, actor->style, columns, rows, &actor->raster, actor->cell);
    actor->drawn_at = actor->now;
    actor->columns = columns;
    actor->rows = rows;
    actor->phase = view->phase;
}

void uh_figure_put(uh_grid *grid, int32_t x, int32_t y, const uh_figure_cell *cells,
                   uint32_t columns, uint32_t rows)
{
    for (uint32_t i = 0; i < columns * rows; i++) {
        const uh_figure_cell *cell = &cells[i];
        if (cell->codepoint != ' ') {
            uh_grid_put(grid, x + (int32_t)(i % columns), y + (int32_t)(i / columns),
                        cell->codepoint, (uh_role)uh_figure_role(cell->front, cell->back));
        }
    }
}

static uint32_t at_most(int32_t size, uint32_t most)
{
    return (uint32_t)size < most ? (uint32_t)size : most;
}

void uh_actor_draw(void *from, uh_grid *grid, uh_area area, const uh_session_view *view)
{
    uh_actor *actor = from;
    if (area.width < 1 || area.height < 1) {
        return;
    }
    const uint32_t columns = at_most(area.width, UH_FIGURE_COLUMNS_MAX);
    const uint32_t rows = at_most(area.height, UH_FIGURE_ROWS_MAX);
    if (is_old(actor, columns, rows, view)) {
        draw_picture(actor, columns, rows, view);
    }
    uh_figure_put(grid, area.x + (area.width - (int32_t)columns) / 2,
                  area.y + (area.height - (int32_t)rows) / 2, actor->cell, columns, rows);
}
