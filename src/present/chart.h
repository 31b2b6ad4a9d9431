/* SPDX-License-Identifier: MIT */
/* chart.h: the three charts of progress in braille dots, or in ASCII where there are none. */
#ifndef UNHUNCH_PRESENT_CHART_H
#define UNHUNCH_PRESENT_CHART_H

#include "unhunch/progress_show.h"

typedef struct uh_chart {
    const uh_page *page;
    bool ascii;
} uh_chart;

enum { UH_CHART_INDENT = 2 };

/* The days from the first known one to today, a letter each, in rows of whole weeks from Monday on,
 * with the number of days done behind each row; then what the letters mean. */
void uh_chart_days(const uh_chart *chart, const uh_progress *progress);

/* A bar of `cells` columns with a line behind it: full where `part` is `whole` or more, and never
 * empty where `part` is more than nothing. */
void uh_chart_bar(const uh_chart *chart, uint32_t cells, uint32_t part, uint32_t whole);

/* The medians of a course over its days, between 0 and 10, the last one named; below it the first
 * day and today. */
void uh_chart_course(const uh_chart *chart, const uh_progress *progress, uh_complaint which);

#endif
