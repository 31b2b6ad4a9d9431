/* SPDX-License-Identifier: MIT */
/* screener.h: asks the screening, page by page.
 *
 * A pure state machine: the shell shows its page, passes on what is ticked and tells it to go on; a
 * copy is a snapshot, which is how a shell goes back. It asks only what is due or changed:
 *
 *     emergency card -> health card -> what is behind the ticked lines -> was it seen? -> outcome
 *
 * A tick on the first card leads to the outcome at once. A line that was ticked with nothing ticked
 * behind it is asked once more: nothing that was said is dropped in silence. Who was sent to a
 * clinician before is first asked whether that has happened. */
#ifndef UNHUNCH_SCREENER_H
#define UNHUNCH_SCREENER_H

#include "unhunch/screening.h"

enum { UH_SCREENER_ROWS = 9 }; /* keys 1 to 9 */

typedef enum uh_screener_page {
    UH_SCREENER_EMERGENCY,
    UH_SCREENER_HEALTH,
    UH_SCREENER_FOLLOW_UP, /* what is behind one line of the health card */
    UH_SCREENER_SEEN,      /* "a doctor or physiotherapist has seen it and says I may stretch" */
    UH_SCREENER_OUTCOME
} uh_screener_page;

const char *uh_screener_page_name(uint32_t page);

/* How a row stands. What was said before starts as it was, and goes on to "changed", "no longer"
 * and back. */
typedef enum uh_tick { UH_TICK_NO, UH_TICK_YES, UH_TICK_AS_BEFORE, UH_TICK_CHANGED } uh_tick;

/* Fields may be read; they change through the functions below. */
typedef struct uh_screener {
    uh_answers before;  /* what was known when it began */
    uh_answers answers; /* with what was said since */
    uh_date today;
    uh_screener_page page;
    uh_health_line line;             /* FOLLOW_UP */
    bool asks_again;                 /* FOLLOW_UP: nothing was ticked the first time */
    uint32_t count;                  /* rows of the page */
    uint32_t rows[UH_SCREENER_ROWS]; /* questions; on the health card its lines */
    uh_tick ticks[UH_SCREENER_ROWS];
    bool complete; /* at the outcome: every question has an answer */
    bool emergency_asked;
    bool health_asked;
    uint32_t lines_to_ask; /* bit set of health lines */
    uint64_t visits_asked; /* bit set of questions that a SEEN page has asked about */
} uh_screener;

/* `whole`: both cards, also where nothing is due. Where nothing is to be asked it begins with the
 * outcome. */
uh_screener uh_screener_start(const uh_answers *answers, uh_date today, bool whole);

/* The words of a row. */
uh_message uh_screener_row_text(const uh_screener *screener, uint32_t row);
const char *uh_screener_row_key(const uh_screener *screener, uint32_t row);

/* Another tick. */
void uh_screener_turn(uh_screener *screener, uint32_t row);

/* None of these, or nothing new: every row as the page began. */
void uh_screener_clear(uh_screener *screener);

/* Is anything ticked that was not so before? */
bool uh_screener_is_ticked(const uh_screener *screener);

/* Is anything on the page that was so before? */
bool uh_screener_has_before(const uh_screener *screener);

/* The page is answered as it stands; at the outcome nothing happens. */
void uh_screener_next(uh_screener *screener, uh_moment now);

/* Everything at once, for who answers with a list: yes to the questions in `yes`, no to the others
 * that are asked; `seen` are those that were seen. A yes that needs a
 * visit and is not in `seen` has happened anew: it is to be seen, whatever was seen before.
 * Whatever the page, it leads to the outcome. */
void uh_screener_answer(uh_screener *screener, uint64_t yes, uint64_t seen, uh_moment now);

/* Only this: "I was seen and may stretch". What is not so, or needs no visit, stays as it is. */
void uh_screener_see(uh_screener *screener, uint64_t seen, uh_moment now);

/* What is to be remembered of it so far: index from 0 until false. `id` is a UUID of the shell's,
 * for the mark that every question was answered. */
bool uh_screener_fact(const uh_screener *screener, uint32_t index, uh_moment now, const char *id,
                      uh_fact *ret_fact);

#endif
