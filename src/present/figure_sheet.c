/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unhunch/figure_show.h"

enum { MOMENTS_MAX = 3 + 2 * UH_PARTS_MAX };

typedef struct sheet {
    uint32_t count;
    bool has_insets;
    uh_motion_moment moment[MOMENTS_MAX];
} sheet;

static void add(sheet *s, const uh_motion_moment *form, uh_phase phase, const char *pose,
                double progress)
{
    uh_motion_moment *moment = &s->moment[s->count++];
    *moment = *form;
    moment->phase = phase;
    moment->pose = pose;
    moment->progress = progress;
}

/* The same pose twice in one repetition is shown once, and the start only first. */
static bool is_shown(const sheet *s, const char *pose)
{
    bool shown = strcmp(pose, "start") == 0;
    for (uint32_t i = 0; i < s->count; i++) {
        shown = shown || (s->moment[i].pose && strcmp(s->moment[i].pose, pose) == 0);
    }
    return shown;
}

/* Within a millimetre: what nobody sees. */
static bool are_same(const uh_skeleton *a, const uh_skeleton *b)
{
    const double apart_m = 0.001;
    bool same = true;
    for (int i = 0; i < UH_POINT_COUNT && same; i++) {
        uh_vec3 from = uh_skeleton_point(a, (uh_point)i);
        same = uh_vec3_length(uh_vec3_sub(uh_skeleton_point(b, (uh_point)i), from)) < apart_m;
    }
    return same;
}

/* A stance that is the start already, a way from the start to the start: one picture. */
static void leave_out_repeated(const uh_catalogue *catalogue, double stature_m,
                               uh_motion_frame *frame, sheet *s)
{
    uh_skeleton before;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uh_motion_still(catalogue, &s->moment[i], stature_m, frame);
        if (i == 0 || !are_same(&before, &frame->body.skeleton)) {
            s->moment[kept++] = s->moment[i];
            before = frame->body.skeleton;
        }
    }
    s->count = kept;
}

/* Back at the start there is nothing to ease: then the last pose that is away from it. */
static void ease_what_moves(const uh_catalogue *catalogue, double stature_m, uh_motion_frame *frame,
                            sheet *s)
{
    uh_motion_moment *eased = &s->moment[s->count - 1];
    uh_motion_still(catalogue, &s->moment[1], stature_m, frame);
    const uh_skeleton start = frame->body.skeleton;
    for (uint32_t i = s->count - 1; eased->eased && i > 1; i--) {
        if (s->moment[i - 1].phase == UH_PHASE_HOLD) {
            eased->pose = s->moment[i - 1].pose;
            uh_motion_still(catalogue, eased, stature_m, frame);
            if (!are_same(&start, &frame->body.skeleton)) {
                return;
            }
        }
    }
}

static sheet plan(const uh_catalogue *catalogue, const uh_motion_moment *form)
{
    sheet s = {0};
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, form->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, form->variant);
    const char *last = NULL;
    uh_shot shot;
    s.has_insets = uh_motion_shot(catalogue, form->exercise, form->variant, form->side, true,
                                  UH_BODY_STATURE_M, &shot);
    add(&s, form, UH_PHASE_GET_READY, NULL, 0.0);
    add(&s, form, UH_PHASE_GET_READY, NULL, 1.0);
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        const char *pose =
            uh_catalogue_text(catalogue, uh_variant_part(catalogue, variant, i)->pose);
        if (!is_shown(&s, pose)) {
            add(&s, form, UH_PHASE_MOVE, pose, 0.5);
            add(&s, form, UH_PHASE_HOLD, pose, 1.0);
            last = pose;
        }
    }
    if (last) {
        add(&s, form, UH_PHASE_HOLD, last, 1.0);
        s.moment[s.count - 1].eased = true;
    }
    return s;
}

static void draw_at(const uh_motion_frame *frame, bool inset, double x, double y,
                    const uh_svg_options *options, uh_drawing *drawing, uh_out out)
{
    uh_scene scene = uh_motion_scene(frame, inset, 1.0);
    uh_figure_draw(&scene, drawing);
    uh_out_text(out, "<svg x=\"");
    uh_out_real(out, x, 1);
    uh_out_text(out, "\" y=\"");
    uh_out_real(out, y, 1);
    uh_out_text(out, "\" width=\"");
    uh_out_number(out, UH_SHEET_CELL);
    uh_out_text(out, "\" height=\"");
    uh_out_number(out, UH_SHEET_CELL);
    uh_out_text(out, "\" viewBox=\"0 0 1000 1000\">\n");
    uh_svg_write_group(drawing, options, 0.0, 0.0, 1.0, out);
    uh_out_text(out, "</svg>\n");
}

static void write_size(uh_out out, uint32_t columns, uint32_t rows)
{
    uh_out_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    uh_out_number(out, (int64_t)columns * UH_SHEET_CELL);
    uh_out_text(out, "\" height=\"");
    uh_out_number(out, (int64_t)rows * UH_SHEET_CELL);
    uh_out_text(out, "\">\n");
}

static void write_page(uh_out out, uh_palette palette)
{
    static const char hex[] = "0123456789abcdef";
    uh_colour page = uh_palette_page(palette);
    const uint8_t parts[3] = {page.red, page.green, page.blue};
    char colour[8] = "#";
    for (int i = 0; i < 3; i++) {
        colour[1 + 2 * i] = hex[parts[i] >> 4];
        colour[2 + 2 * i] = hex[parts[i] & 15];
    }
    uh_out_text(out, "<rect width=\"100%\" height=\"100%\" fill=\"");
    uh_out_text(out, colour);
    uh_out_text(out, "\"/>\n");
}

void uh_show_sheet(const uh_catalogue *catalogue, const uh_motion_moment *form, double stature_m,
                   const uh_svg_options *options, uh_sheet_room *room, uh_out out)
{
    sheet s = plan(catalogue, form);
    ease_what_moves(catalogue, stature_m, &room->frame, &s);
    leave_out_repeated(catalogue, stature_m, &room->frame, &s);
    const uint32_t bands = s.has_insets ? 2 : 1;
    const uint32_t columns = UH_SHEET_COLUMNS;
    write_size(out, columns, bands * ((s.count + columns - 1) / columns));
    if (options->page) {
        write_page(out, options->palette);
    }
    for (uint32_t i = 0; i < s.count; i++) {
        const double x = (double)(i % columns) * UH_SHEET_CELL;
        const uint32_t row = i / columns * bands;
        const double y = (double)row * UH_SHEET_CELL;
        uh_motion_still(catalogue, &s.moment[i], stature_m, &room->frame);
        draw_at(&room->frame, false, x, y, options, &room->drawing, out);
        if (s.has_insets) {
            draw_at(&room->frame, true, x, y + UH_SHEET_CELL, options, &room->drawing, out);
        }
    }
    uh_out_text(out, "</svg>\n");
}
