/* SPDX-License-Identifier: MIT */
/* figure_show.h: a frame of a motion as JSON, and the key poses of a form as one picture. */
#ifndef UNHUNCH_FIGURE_SHOW_H
#define UNHUNCH_FIGURE_SHOW_H

#include "unhunch/json.h"
#include "unhunch/motion.h"
#include "unhunch/svg.h"

/* {joints_m, angles_deg, contacts, draw}: architecture §5. `drawing` is the frame's. */
void uh_show_figure_json(uh_json *json, const uh_motion_frame *frame, const uh_drawing *drawing);

/* A sheet of pictures without words: the slump or stance, the start, then each pose halfway and
 * reached, with its inset below; the last one eased. */
enum { UH_SHEET_CELL = 360, UH_SHEET_COLUMNS = 4 };

/* Room to work in; owned by the caller, need not be cleared. */
typedef struct uh_sheet_room {
    uh_motion_frame frame;
    uh_drawing drawing;
} uh_sheet_room;

void uh_show_sheet(const uh_catalogue *catalogue, const uh_motion_moment *form, double stature_m,
                   const uh_svg_options *options, uh_sheet_room *room, uh_out out);

#endif
