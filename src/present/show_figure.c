/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unhunch/figure_show.h"

enum { INDENT = 2, GAP = 2, PICTURES_MAX = 3, HEIGHT_MAX = 14 };

static bool is_listed(const uh_motion_moment *moments, uint32_t count, const char *pose)
{
    bool listed = false;
    for (uint32_t i = 0; i < count; i++) {
        listed = listed || strcmp(moments[i].pose, pose) == 0;
    }
    return listed;
}

uint32_t uh_key_moments(const uh_catalogue *catalogue, const uh_motion_moment *form,
                        uh_motion_moment ret_moments[UH_KEY_MOMENTS_MAX])
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, form->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, form->variant);
    uint32_t count = 0;
    for (uint32_t i = 0; i <= variant->parts.count && count < UH_KEY_MOMENTS_MAX; i++) {
        const char *pose = "start";
        if (i > 0) {
            pose = uh_catalogue_text(catalogue, uh_variant_part(catalogue, variant, i - 1)->pose);
        }
        if (!is_listed(ret_moments, count, pose)) {
            ret_moments[count] = *form;
            ret_moments[count].phase = i == 0 ? UH_PHASE_GET_READY : UH_PHASE_HOLD;
            ret_moments[count].pose = pose;
            ret_moments[count].progress = 1.0;
            count++;
        }
    }
    return count;
}

/* -- as text -- */

static void draw_row(const uh_page *page, const uh_motion_moment *moments, uint32_t count,
                     uint32_t columns, uint32_t rows, uh_show_room *room)
{
    for (uint32_t i = 0; i < count; i++) {
        uh_motion_still(page->catalogue, &moments[i], UH_BODY_STATURE_M, &room->frame);
        uh_scene scene = uh_motion_scene(&room->frame, false, (double)columns / (2.0 * rows));
        uh_figure_draw(&scene, &room->drawing);
        uh_figure_text(&room->drawing, UH_TEXT_BRAILLE, columns, rows, &room->raster,
                       room->cell[i]);
    }
}

static bool is_empty(const uh_show_room *room, uint32_t count, uint32_t columns, uint32_t row)
{
    bool empty = true;
    for (uint32_t i = 0; i < count * columns; i++) {
        empty = empty && room->cell[i / columns][row * columns + i % columns].codepoint == ' ';
    }
    return empty;
}

/* One line across all pictures; nothing is written behind the last dot. */
static void write_line(uh_out out, const uh_show_room *room, uint32_t count, uint32_t columns,
                       uint32_t row)
{
    uint32_t blanks = INDENT;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t x = 0; x < columns; x++) {
            const uint32_t codepoint = room->cell[i][row * columns + x].codepoint;
            if (codepoint == ' ') {
                blanks++;
                continue;
            }
            for (; blanks > 0; blanks--) {
                uh_out_text(out, " ");
            }
            char bytes[4];
            uh_out_bytes(out, bytes, uh_text_encode(codepoint, bytes));
        }
        blanks += GAP;
    }
    uh_out_text(out, "\n");
}

static void write_rows(uh_out out, const uh_show_room *room, uint32_t count, uint32_t columns,
                       uint32_t rows)
{
    uint32_t first = 0;
    while (first < rows && is_empty(room, count, columns, first)) {
        first++;
    }
    while (rows > first && is_empty(room, count, columns, rows - 1)) {
        rows--;
    }
    for (uint32_t row = first; row < rows; row++) {
        write_line(out, room, count, columns, row);
    }
}

void uh_show_poses(const uh_page *page, uint32_t exercise, uh_show_room *room)
{
    const uh_motion_moment form = {.exercise = exercise, .side = UH_SIDE_LEFT};
    uh_motion_moment moments[UH_KEY_MOMENTS_MAX];
    const uint32_t count = uh_key_moments(page->catalogue, &form, moments);
    const uint32_t across = count < PICTURES_MAX ? count : PICTURES_MAX;
    const uint32_t width = page->width < UH_PAGE_WIDTH ? page->width : UH_PAGE_WIDTH;
    if (!uh_motion_known(page->catalogue, exercise, 0) || width < INDENT + across * 8) {
        return;
    }
    const uint32_t columns = (width - INDENT - (across - 1) * GAP) / across;
    const uint32_t rows = columns / 2 < HEIGHT_MAX ? columns / 2 : HEIGHT_MAX;
    for (uint32_t i = 0; i < count; i += across) {
        const uint32_t here = count - i < across ? count - i : across;
        if (i > 0) {
            uh_page_blank(page);
        }
        draw_row(page, &moments[i], here, columns, rows, room);
        write_rows(page->out, room, here, columns, rows);
    }
    uh_page_blank(page);
}
