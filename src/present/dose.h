/* SPDX-License-Identifier: MIT */
/* dose.h: the four numbers of a dose, one row each, as text and as JSON. */
#ifndef UNHUNCH_PRESENT_DOSE_H
#define UNHUNCH_PRESENT_DOSE_H

#include "unhunch/present.h"

enum { UH_DOSE_ROWS = 4 };

typedef struct uh_dose_row {
    const char *key; /* in JSON */
    uh_message name;
    bool is_time; /* milliseconds, shown in seconds */
} uh_dose_row;

extern const uh_dose_row uh_dose_rows[UH_DOSE_ROWS];

const uh_dose_number *uh_dose_row_number(const uh_dose_range *dose, uint32_t row);

/* Is there anything to say about it, in either layer? */
bool uh_dose_is_given(const uh_dose_number *number);

/* "10 s" or "15" into a buffer of UH_PAGE_TEXT_MAX bytes. */
const char *uh_dose_render(const uh_page *page, const uh_dose_row *row, int32_t value,
                           char *buffer);

/* "Stated: 10 s to 30 s, by ..." */
const char *uh_dose_render_source(const uh_page *page, const uh_dose_row *row,
                                  const uh_source_range *source, bool full, char *buffer);

/* The object of one number, with the known and the unknown. */
void uh_dose_json(uh_json *json, const uh_catalogue *catalogue, const uh_dose_range *dose);

/* Where the values of facts begin, beside the widest of their labels. */
enum { UH_FACT_INDENT = 2 };
uint32_t uh_fact_column(const uh_page *page);

#endif
