/* SPDX-License-Identifier: MIT */
/* log_show.h: a day of the log as text and as JSON. What was really done, how it ended and why.
 *
 * JSON walks the table of fields (fact.h), so that its names are those of the data dictionary, and
 * is the same in every language. */
#ifndef UNHUNCH_LOG_SHOW_H
#define UNHUNCH_LOG_SHOW_H

#include "unhunch/fact.h"
#include "unhunch/present.h"

/* The facts of one local day as a store hands them out: sessions, ratings, breaks and marks by
 * moment, each session's sets behind it. Entries, commands, answers and settings are passed over.
 */
typedef struct uh_log_day {
    uh_date day;
    const uh_fact *facts;
    uint32_t count;
} uh_log_day;

/* Letters of an id that a person types: so many at least, and more where two of a day are alike. */
enum { UH_SHORT_ID_LETTERS = 8 };

/* The day's heading, then what happened, the latest first, each with its short id. */
void uh_show_log_day(const uh_page *page, const uh_log_day *day);

/* {day, sessions: [{..., sets: [...], ratings: [...]}], breaks: [...], ratings: [...], marks:
 * [...]}
 */
void uh_show_log_day_json(uh_json *json, const uh_log_day *day);

/* A session in one line: what was stretched, how long it took and how it ended. `sets`: facts in
 * which its own sets are found. */
uh_phrase uh_log_ending_phrase(const uh_session_fact *session);
void uh_log_stretches(const uh_page *page, const uh_session_fact *session, const uh_fact *facts,
                      uint32_t count, char *buffer);

#endif
