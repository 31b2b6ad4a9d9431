/* SPDX-License-Identifier: MIT */
/* figure_show.h: a frame of a motion as JSON, and the key poses of a form as pictures. */
#ifndef UNHUNCH_FIGURE_SHOW_H
#define UNHUNCH_FIGURE_SHOW_H

#include "unhunch/figure_text.h"
#include "unhunch/grid.h"
#include "unhunch/json.h"
#include "unhunch/motion.h"
#include "unhunch/present.h"
#include "unhunch/svg.h"

/* {joints_m, angles_deg, contacts, draw}: architecture §5. `drawing` is the frame's. */
void uh_show_figure_json(uh_json *json, const uh_motion_frame *frame, const uh_drawing *drawing);

/* The start of a form, then each pose of its parts once, as it is when reached. `form` says
 * exercise, variant, side and eased. Returns how many. */
enum { UH_KEY_MOMENTS_MAX = 1 + UH_PARTS_MAX };
uint32_t uh_key_moments(const uh_catalogue *catalogue, const uh_motion_moment *form,
                        uh_motion_moment ret_moments[UH_KEY_MOMENTS_MAX]);

/* Room to work in, half a megabyte; owned by the caller, need not be cleared. */
typedef struct uh_show_room {
    uh_motion_frame frame;
    uh_drawing drawing;
    uh_raster raster;
    uh_figure_cell cell[3][80 * 14];
} uh_show_room;

/* The key poses of the standard form beside each other, in braille dots; nothing for a stretch
 * without a motion. */
void uh_show_poses(const uh_page *page, uint32_t exercise, uh_show_room *room);

/* A sheet of pictures without words: the slump or stance, the start, then each pose halfway and
 * reached, with its inset below; the last one eased. A body that is as in the picture before is
 * left out. */
enum { UH_SHEET_CELL = 360, UH_SHEET_COLUMNS = 4 };

/* Room to work in; owned by the caller, need not be cleared. */
typedef struct uh_sheet_room {
    uh_motion_frame frame;
    uh_drawing drawing;
} uh_sheet_room;

void uh_show_sheet(const uh_catalogue *catalogue, const uh_motion_moment *form, double stature_m,
                   const uh_svg_options *options, uh_sheet_room *room, uh_out out);

#endif
