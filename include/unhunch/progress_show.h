/* SPDX-License-Identifier: MIT */
/* progress_show.h: progress as text with charts, as one SVG picture, and as JSON.
 *
 * Every chart has its numbers beside it, and tells its parts by shape: whoever hears it, or sees no
 * colours, loses nothing. Text and picture are in the language of the page; JSON is the same in
 * every language. */
#ifndef UNHUNCH_PROGRESS_SHOW_H
#define UNHUNCH_PROGRESS_SHOW_H

#include "unhunch/palette.h"
#include "unhunch/present.h"
#include "unhunch/progress.h"

enum { UH_CHART_WIDTH_LEAST = 40 }; /* on narrower pages there are numbers without charts */

/* `ascii`: the terminal has no braille. */
void uh_show_progress(const uh_page *page, const uh_progress *progress, bool ascii);

/* A whole <svg> element with the numbers as a table in it: 720 units wide, or narrow, as for a
 * phone: 320, and no margins. Writes to page->out; the page's width does not matter. */
void uh_show_progress_svg(const uh_page *page, const uh_progress *progress, uh_palette palette,
                          bool is_narrow);

/* {today, days, known_days, goal_days_a_week, done, ...}: docs/progress.md. `catalogue` is the one
 * that the history was folded with. */
void uh_show_progress_json(uh_json *json, const uh_catalogue *catalogue,
                           const uh_progress *progress);

#endif
