/* SPDX-License-Identifier: MIT */
/* screen_asks.c: what a session asks before and after: how is it now, how much was done, did it
 * help? */
#include "present/screen_page.h"

/* -- before -- */

/* The words at the ends and in the middle are enough to agree with oneself from day to day. */
static void write_scale(const screen_writer *writer, uh_message title)
{
    const bool after = writer->screen->rating == UH_RATING_AFTER;
    uh_page_title(writer, uh_say(title), UH_ROLE_STRONG);
    uh_page_paragraph(writer, uh_say(after ? UH_MSG_RATE_AFTER : UH_MSG_RATE_BEFORE));
    uh_page_gap(writer);
    uh_page_key(writer, "0", UH_MSG_RATE_NONE);
    uh_page_key(writer, "1-3", UH_MSG_RATE_MILD);
    uh_page_key(writer, "4-6", UH_MSG_RATE_MIDDLE);
    uh_page_key(writer, "7-9", UH_MSG_RATE_STRONG);
    uh_page_key(writer, "x", UH_MSG_RATE_MOST);
    uh_page_gap(writer);
    uh_page_paragraph(writer, uh_say(UH_MSG_RATE_WAIT));
}

void uh_page_rate_pain(const screen_writer *writer)
{
    write_scale(writer, UH_MSG_RATE_PAIN);
}

void uh_page_rate_stiffness(const screen_writer *writer)
{
    write_scale(writer, UH_MSG_RATE_STIFFNESS);
}

void uh_page_rest_today(const screen_writer *writer)
{
    uh_page_title(writer, uh_say(UH_MSG_REST_TODAY_TITLE), UH_ROLE_STRONG);
    uh_page_paragraph(writer, uh_say(UH_MSG_REST_TODAY_WHY));
    uh_page_gap(writer);
    uh_page_paragraph(writer, uh_say(UH_MSG_REST_TODAY_WALK));
    uh_page_gap(writer);
    uh_page_paragraph(writer, uh_say(UH_MSG_REST_TODAY_SEE));
}

/* -- the end -- */

/* What was really done: a stretch counts from its first repetition on. */
static void write_sum(const screen_writer *writer, const uh_session_view *view)
{
    const uh_argument done = uh_number(view->entries_worked);
    const uh_argument time = uh_duration((int64_t)view->session_elapsed_ms);
    if (view->entries_worked == 0) {
        uh_page_paragraph(writer, uh_say(UH_MSG_FINISHED_NOTHING));
    } else if (view->entries_worked == view->entries) {
        uh_page_paragraph(writer, uh_say2(UH_MSG_FINISHED_SUM, done, time));
    } else {
        uh_page_paragraph(writer,
                          uh_say3(UH_MSG_FINISHED_SUM_OF, done, uh_number(view->entries), time));
    }
}

/* More than before is a sign to heed, however small the session was (AMB-02). */
static void write_rise(const screen_writer *writer)
{
    const int32_t rise = writer->screen->rise;
    if (rise > 0) {
        uh_page_gap(writer);
        uh_page_say(writer, UH_PARAGRAPH_TEXT, UH_ROLE_STRONG,
                    uh_say(rise >= UH_RATING_STOP_RISE ? UH_MSG_RISE_STOP : UH_MSG_RISE_EASE));
    }
}

/* A question with three answers, each of them one key. */
typedef struct answer_row {
    const char *key;
    uh_message words;
} answer_row;

enum { ANSWERS = 3 };

/* answered: 0, or the place of the answer from 1 on; then only that is said. */
static void ask(const screen_writer *writer, uh_message question, const answer_row rows[ANSWERS],
                uint32_t answered)
{
    if (answered > 0) {
        uh_page_paragraph(writer,
                          uh_say1(UH_MSG_ASK_NOTED, uh_message_argument(rows[answered - 1].words)));
        return;
    }
    uh_page_heading(writer, question);
    for (uint32_t i = 0; i < ANSWERS; i++) {
        uh_page_key(writer, rows[i].key, rows[i].words);
    }
}

void uh_page_finished(const screen_writer *writer)
{
    static const answer_row corrections[ANSWERS] = {
        [UH_CORRECTION_ALL - 1] = {"a", UH_MSG_FINISHED_ALL},
        [UH_CORRECTION_PART - 1] = {"p", UH_MSG_FINISHED_PART},
        [UH_CORRECTION_STOPPED - 1] = {"s", UH_MSG_FINISHED_STOPPED},
    };
    static const answer_row feelings[ANSWERS] = {
        [UH_HELPED_BETTER - 1] = {"1", UH_MSG_HELPED_BETTER},
        [UH_HELPED_SAME - 1] = {"2", UH_MSG_HELPED_SAME},
        [UH_HELPED_WORSE - 1] = {"3", UH_MSG_HELPED_WORSE},
    };
    const uh_screen *screen = writer->screen;
    const uh_session_view *view = &screen->view;
    uh_page_title(writer, uh_say(UH_MSG_FINISHED_TITLE), UH_ROLE_STRONG);
    write_sum(writer, view);
    uh_page_paragraph(writer, uh_say(UH_MSG_FINISHED_TEXT));
    if (view->entries_worked == 0) { /* there is nothing to ask about */
        return;
    }
    uh_page_gap(writer);
    ask(writer, UH_MSG_FINISHED_ASK, corrections, screen->correction);
    if (screen->asks_helped) {
        uh_page_gap(writer);
        ask(writer, UH_MSG_HELPED_ASK, feelings, screen->helped);
    }
    if (screen->helped == UH_HELPED_WORSE && screen->rise <= 0) {
        uh_page_gap(writer);
        uh_page_say(writer, UH_PARAGRAPH_TEXT, UH_ROLE_STRONG, uh_say(UH_MSG_HELPED_WORSE_THEN));
    }
    write_rise(writer);
    uh_page_gap(writer);
    uh_page_paragraph(writer, uh_say(UH_MSG_FINISHED_ANY));
}
