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
    const uh_fact *all; /* what is shown besides, this day included: ids differ among these */
    uint32_t all_count;
} uh_log_day;

/* The id of a session, a rating, a break or a mark; NULL for other kinds. Borrowed. */
const char *uh_log_id(const uh_fact *fact);

/* The first letters of an id that a person types: UH_SHORT_ID_LETTERS, and more where another of
 * `facts` begins alike. Returns out. */
enum { UH_SHORT_ID_LETTERS = 8 };
const char *uh_log_short_id(const uh_fact *facts, uint32_t count, const char *id,
                            char out[UH_FACT_ID_SIZE]);

/* The day's heading, then what happened, the latest first, each with its short id. */
void uh_show_log_day(const uh_page *page, const uh_log_day *day);

/* {day, sessions: [{..., sets: [...], ratings: [...]}], breaks: [...], ratings: [...], marks:
 * [...]}
 */
void uh_show_log_day_json(uh_json *json, const uh_log_day *day);

/* -- its parts, for shells that lay it out themselves -- */

enum { UH_LOG_TIME_SIZE = 6 };

/* "09:05", where and when it was. */
void uh_log_time(uh_moment at, char out[UH_LOG_TIME_SIZE]);

/* What stands below a session's line: how it ended, what was said of it, each stretch. A paragraph
 * each. */
void uh_log_show_details(const uh_page *page, const uh_log_day *day, const uh_fact *session);

uh_phrase uh_log_rating_phrase(const uh_rating_fact *rating);
uh_phrase uh_log_break_phrase(const uh_break_fact *pause);
uh_phrase uh_log_mark_phrase(const uh_page *page, const uh_mark_fact *mark);

/* Ratings around a session stand with it, where it is there. */
bool uh_log_stands_with_session(const uh_log_day *day, const uh_rating_fact *rating);

/* How a session ended, and why where it was stopped: a part of a sentence. */
uh_phrase uh_log_ending_phrase(const uh_session_fact *session);

/* The names of its stretches, joined by commas, into a buffer of UH_PAGE_TEXT_MAX bytes: of those
 * that were done or stopped in; where nothing was done, of all. Its sets are found among `facts`.
 */
void uh_log_stretches(const uh_page *page, const uh_session_fact *session, const uh_fact *facts,
                      uint32_t count, char *buffer);

#endif
