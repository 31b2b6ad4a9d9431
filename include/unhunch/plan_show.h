/* SPDX-License-Identifier: MIT */
/* plan_show.h: shows a plan: text for people, JSON for programs. */
#ifndef UNHUNCH_PLAN_SHOW_H
#define UNHUNCH_PLAN_SHOW_H

#include "unhunch/planner.h"
#include "unhunch/present.h"

/* "After the stand-up meeting -> chin tucks": a moment in the person's own words (mission §3.4). */
typedef struct uh_plan_anchor {
    const char *moment;
    uint32_t exercise;
} uh_plan_anchor;

/* The plan, and each exercise of the catalogue with its reason, sorted as people would: in, could
 * be, not for you now, no room today. Of a plan that is refused for safety, why and what is left.
 */
void uh_plan_show(const uh_page *page, const uh_plan_request *request, const uh_plan *plan,
                  const uh_plan_anchor *anchors, uint32_t anchor_count);

/* The same on one screen: what is in with its dose, the others by name, and a reason only where it
 * is about safety. */
void uh_plan_show_short(const uh_page *page, const uh_plan_request *request, const uh_plan *plan,
                        const uh_plan_anchor *anchors, uint32_t anchor_count);

/* The members of the object that is open: {routine, duration_ms, refused, explain ...}. */
void uh_plan_show_json(uh_json *json, const uh_catalogue *catalogue, const uh_plan_request *request,
                       const uh_plan *plan);

/* One entry as a dose: "Sitting: 5 times 2 s, each side". Into a buffer of UH_PAGE_TEXT_MAX bytes;
 * returns it. */
const char *uh_plan_render_dose(const uh_page *page, const uh_routine_entry *entry, char *text);

/* What is aimed at in a week; 0: as needed. */
void uh_plan_week_head(const uh_page *page, uint32_t goal_days);

/* A day of it; `plan` NULL: a free one. */
void uh_plan_week_line(const uh_page *page, uh_date date, const uh_plan *plan);
void uh_plan_week_json(uh_json *json, const uh_catalogue *catalogue, uh_date date,
                       const uh_plan_request *request, const uh_plan *plan);

#endif
