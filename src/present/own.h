/* SPDX-License-Identifier: MIT */
/* own.h: what is shown of stretches of one's own beside what is shown of all. */
#ifndef UNHUNCH_PRESENT_OWN_H
#define UNHUNCH_PRESENT_OWN_H

#include "present/dose.h"
#include "unhunch/own.h"
#include "unhunch/present.h"

/* Bit sets of uh_limit. All empty for a stretch that is not one's own. */
typedef struct uh_own_not_for {
    uint32_t written;
    uint32_t inferred; /* by the table of own.h, written or not */
    uint32_t open;     /* inferred, and taken away by a therapist */
} uh_own_not_for;

uh_own_not_for uh_own_stretch_not_for(const uh_exercise *exercise);
uh_own_not_for uh_own_form_not_for(const uh_exercise *exercise, const uh_variant *variant);

/* Who says a number: as uh_dose_render_source(), but where no article can, the therapist of the
 * file or the file itself. */
const char *uh_dose_render_sayer(const uh_page *page, const uh_exercise *exercise,
                                 const uh_dose_row *row, const uh_source_range *source, bool full,
                                 char *buffer);

/* The limits in words, joined by commas, into a buffer of UH_PAGE_TEXT_MAX bytes. */
const char *uh_page_render_limits(const uh_page *page, uint32_t limits, char *buffer);

void uh_limits_json(uh_json *json, const char *key, uint32_t limits);

/* {"bound": "hold_s", "value": 45, "allowed": 30, "reason": "AMB-34"} */
void uh_own_excess_json(uh_json *json, const uh_own_excess *excess);

#endif
