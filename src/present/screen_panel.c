/* SPDX-License-Identifier: MIT */
/* The side of the session's page where the figure is, or else the steps. */
#include "present/screen.h"

#include "unhunch/motion.h"

enum {
    FIGURE_HEIGHT = 16, /* below it a figure is not made smaller for words */
    SIGNS_HEIGHT = 9
};

typedef struct panel_sheet {
    const uh_screen *screen;
    uh_grid *grid;
    char text[SCREEN_TEXT_SIZE];
} panel_sheet;

static const char *say(panel_sheet *sheet, uh_phrase phrase)
{
    return uh_screen_say(sheet->screen, phrase, sheet->text);
}

static const char *read_text(panel_sheet *sheet, uh_text text)
{
    return uh_screen_read(sheet->screen, text, sheet->text);
}

static int32_t draw_panel_text(panel_sheet *sheet, uh_area *area, const char *text, uh_role role)
{
    if (area->height <= 0) {
        return 0;
    }
    const int32_t lines = uh_text_lines(text, area->width);
    if (lines > area->height) {
        area->height = 0;
        return 0;
    }
    (void)uh_grid_paragraph(sheet->grid, *area, 0, text, role);
    area->y += lines;
    area->height -= lines;
    return lines;
}

static void draw_panel_gap(uh_area *area)
{
    area->y++;
    area->height--;
}

static void draw_steps(panel_sheet *sheet, uh_area *area)
{
    const uh_session_view *view = &sheet->screen->view;
    const uh_catalogue *catalogue = sheet->screen->catalogue;
    const uint32_t count =
        uh_exercise_step_count(catalogue, uh_screen_exercise(sheet->screen), view->variant);
    for (uint32_t i = 0; i < count; i++) {
        const uh_step *step =
            uh_exercise_step(catalogue, uh_screen_exercise(sheet->screen), view->variant, i);
        const bool now = i == view->step;
        if (now && area->height > 0) {
            uh_grid_put(sheet->grid, area->x - 2, area->y, 0x2192, UH_ROLE_ACCENT);
        }
        (void)draw_panel_text(sheet, area, read_text(sheet, step->cue),
                              now ? UH_ROLE_ACCENT : UH_ROLE_TEXT);
    }
}

/* What it should feel like, and when to stop. */
static void draw_signs(panel_sheet *sheet, uh_area *area)
{
    const uh_exercise *exercise = uh_screen_exercise(sheet->screen);
    if (exercise->felt.here != 0) {
        const uh_phrase felt =
            uh_say1(UH_MSG_SCREEN_FEEL, uh_catalogue_argument(exercise->felt.here));
        (void)draw_panel_text(sheet, area, say(sheet, felt), UH_ROLE_TEXT);
    }
    if (exercise->felt.elsewhere != 0) {
        (void)draw_panel_text(sheet, area, read_text(sheet, exercise->felt.elsewhere),
                              UH_ROLE_TEXT);
    }
    if (exercise->stops.count > 0) {
        const uh_sign *stop = uh_catalogue_sign(sheet->screen->catalogue, exercise->stops, 0);
        draw_panel_gap(area);
        (void)draw_panel_text(
            sheet, area,
            say(sheet, uh_say2(UH_MSG_SCREEN_STOP_IF, uh_catalogue_argument(stop->sign),
                               uh_catalogue_argument(stop->action))),
            UH_ROLE_WARN);
    }
}

/* The picture of this moment is a stretch's with a motion. */
static bool has_motion(const panel_sheet *sheet)
{
    return uh_motion_known(sheet->screen->catalogue, sheet->screen->view.exercise,
                           sheet->screen->view.variant);
}

static void draw_panel(panel_sheet *sheet, uh_area area)
{
    if (!sheet->screen->words_only && !has_motion(sheet)) {
        (void)draw_panel_text(sheet, &area, say(sheet, uh_say(UH_MSG_NO_FIGURE)), UH_ROLE_DIM);
        draw_panel_gap(&area);
    }
    (void)draw_panel_text(sheet, &area, say(sheet, uh_say(UH_MSG_SCREEN_STEPS)), UH_ROLE_DIM);
    draw_panel_gap(&area);
    draw_steps(sheet, &area);
    draw_panel_gap(&area);
    draw_signs(sheet, &area);
}

/* A picture about as high as it is wide; on a tall page what to feel and when to stop stand below.
 */
static void draw_figure_and_signs(panel_sheet *sheet, uh_area area)
{
    const uh_screen_figure *figure = &sheet->screen->figure;
    uh_area signs = area;
    const int32_t beside_signs = area.height - SIGNS_HEIGHT;
    const int32_t square = area.width / 2;
    if (beside_signs >= FIGURE_HEIGHT) {
        area.height = square < beside_signs ? square : beside_signs;
        signs.y += area.height + 1;
        signs.height -= area.height + 1;
        draw_signs(sheet, &signs);
    }
    figure->draw(figure->from, sheet->grid, area, &sheet->screen->view);
}

void uh_screen_panel(const uh_screen *screen, uh_grid *grid, uh_area area)
{
    panel_sheet sheet = {.screen = screen, .grid = grid};
    if (screen->figure.draw != NULL && has_motion(&sheet)) {
        draw_figure_and_signs(&sheet, area);
        return;
    }
    area.x += 2; /* room for the arrow */
    area.width -= 2;
    draw_panel(&sheet, area);
}
