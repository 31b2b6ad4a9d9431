/* SPDX-License-Identifier: MIT */
/* screen_cards.c: the safety questions, and one clear page of what to do now. */
#include "present/screen_page.h"

#include "unhunch/present.h"

static const char screen_command[] = "unhunch screen";

/* Where it is done: by a command, or in a window by a page of it. */
static uh_argument way(const screen_writer *writer, const char *command, uh_message in_window)
{
    return writer->screen->window ? uh_message_argument(in_window) : uh_literal(command);
}

/* -- the cards -- */

/* The topic that has all of it. */
static const char *precautions_command(const uh_catalogue *catalogue, char out[SCREEN_TEXT_SIZE])
{
    uh_buffer text = {out, SCREEN_TEXT_SIZE, 0};
    uh_out_text(uh_out_to_buffer(&text), "unhunch learn");
    for (uint32_t i = 0; i < uh_catalogue_topic_count(catalogue); i++) {
        const uh_topic *topic = uh_catalogue_topic(catalogue, i);
        if (topic->first_run != 0) {
            uh_out_text(uh_out_to_buffer(&text), " ");
            uh_out_text(uh_out_to_buffer(&text), uh_catalogue_text(catalogue, topic->key));
        }
    }
    return out;
}

void uh_page_precautions(const screen_writer *writer)
{
    char command[SCREEN_TEXT_SIZE];
    (void)precautions_command(writer->screen->catalogue, command);
    uh_page_paragraph(writer, uh_say(UH_MSG_CARD_PRECAUTION_TENSION));
    uh_page_paragraph(writer, writer->screen->window
                                  ? uh_say(UH_MSG_WEB_PRECAUTION_STOP)
                                  : uh_say1(UH_MSG_CARD_PRECAUTION_STOP, uh_literal("s")));
    uh_page_paragraph(writer, uh_say1(UH_MSG_CARD_PRECAUTION_ASK,
                                      way(writer, command, UH_MSG_WEB_WAY_PRECAUTIONS)));
    uh_page_gap(writer);
}

/* When it was answered last, where that was so. */
static void write_last(const screen_writer *writer)
{
    const uh_screener *screener = writer->screen->screener;
    const uh_date last = uh_answers_screened(&screener->before, screener->today).day;
    if (last.days != UH_NO_DATE.days) {
        char day[UH_DATE_TEXT_SIZE];
        uh_date_write(last, day);
        uh_page_paragraph(writer, uh_say1(UH_MSG_CARD_LAST, uh_literal(day)));
        uh_page_gap(writer);
    }
}

/* Who comes back with an emergency may not have been anywhere. */
static bool is_emergency_open(const uh_screener *screener)
{
    bool open = false;
    for (uint32_t row = 0; screener->page == UH_SCREENER_SEEN && row < screener->count; row++) {
        open =
            open || (uh_question_at(screener->rows[row])->limits & 1U << UH_LIMIT_EMERGENCY) != 0;
    }
    return open;
}

static void write_beginning(const screen_writer *writer)
{
    const uh_screener *screener = writer->screen->screener;
    const bool first = screener->page == UH_SCREENER_EMERGENCY && !screener->before.precautions;
    uh_page_title(writer, uh_say(first ? UH_MSG_CARD_TITLE_FIRST : UH_MSG_CARD_TITLE),
                  UH_ROLE_STRONG);
    if (first) {
        uh_page_precautions(writer);
    } else if (screener->page == UH_SCREENER_EMERGENCY || screener->page == UH_SCREENER_HEALTH) {
        write_last(writer);
    } else if (is_emergency_open(screener)) {
        uh_page_say(writer, UH_PARAGRAPH_TEXT, UH_ROLE_STOP, uh_say(UH_MSG_CARD_SEEN_CALL));
        uh_page_gap(writer);
    }
}

void uh_page_card_top(const screen_writer *writer)
{
    static const uh_message headings[] = {
        [UH_SCREENER_EMERGENCY] = UH_MSG_CARD_EMERGENCY,
        [UH_SCREENER_HEALTH] = UH_MSG_CARD_HEALTH,
        [UH_SCREENER_FOLLOW_UP] = UH_MSG_CARD_FOLLOW_UP,
        [UH_SCREENER_SEEN] = UH_MSG_CARD_SEEN,
    };
    const uh_screener *screener = writer->screen->screener;
    UH_ASSERT(screener->page < UH_SCREENER_OUTCOME);
    write_beginning(writer);
    if (screener->page == UH_SCREENER_FOLLOW_UP && screener->asks_again) {
        uh_page_paragraph(writer,
                          uh_say1(UH_MSG_CARD_FOLLOW_UP_AGAIN,
                                  uh_message_argument(uh_health_line_text(screener->line))));
        uh_page_gap(writer);
    }
    uh_page_heading(writer, headings[screener->page]);
}

/* -- what to do now -- */

static void write_questions(const screen_writer *writer, uint64_t set)
{
    for (; set != 0; set &= set - 1) {
        char words[SCREEN_TEXT_SIZE];
        const uh_question *question = uh_question_at((uint32_t)__builtin_ctzll(set));
        (void)uh_screen_say(writer->screen, uh_say(question->text), words);
        uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_POINT, UH_ROLE_TEXT, "-", words});
    }
}

static void write_point(const screen_writer *writer, uh_message message)
{
    char words[SCREEN_TEXT_SIZE];
    (void)uh_screen_say(writer->screen, uh_say(message), words);
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_POINT, UH_ROLE_TEXT, "-", words});
}

static void write_command(const screen_writer *writer, uh_message message, const char *command)
{
    uh_page_paragraph(writer, uh_say1(message, way(writer, command, UH_MSG_WEB_WAY_SCREEN)));
}

static void write_call(const screen_writer *writer, uint64_t because)
{
    uh_page_title(writer, uh_say(UH_MSG_OUTCOME_CALL), UH_ROLE_STOP);
    if (because != 0) {
        write_questions(writer, because);
        uh_page_gap(writer);
    }
    uh_page_say(writer, UH_PARAGRAPH_TEXT, UH_ROLE_STRONG, uh_say(UH_MSG_OUTCOME_CALL_HOW));
    uh_page_gap(writer);
    write_command(writer, UH_MSG_OUTCOME_CALL_LATER, screen_command);
}

void uh_page_call(const screen_writer *writer)
{
    write_call(writer, 0);
}

static void write_emergency(const screen_writer *writer, const uh_outcome *outcome)
{
    write_call(writer, outcome->because);
}

static void write_visit(const screen_writer *writer, const uh_outcome *outcome)
{
    uh_page_title(writer, uh_say(UH_MSG_OUTCOME_VISIT), UH_ROLE_STRONG);
    uh_page_paragraph(writer,
                      uh_say(outcome->soon ? UH_MSG_OUTCOME_VISIT_SOON : UH_MSG_OUTCOME_VISIT_WHO));
    write_questions(writer, outcome->because);
    uh_page_gap(writer);
    uh_page_heading(writer, UH_MSG_OUTCOME_STAYS);
    write_point(writer, UH_MSG_OUTCOME_BREAKS);
    write_point(writer, UH_MSG_OUTCOME_WALKING);
    write_point(writer, UH_MSG_OUTCOME_POSTURE);
    uh_page_gap(writer);
    if (!writer->screen->window) { /* it has a button for them */
        write_command(writer, UH_MSG_OUTCOME_QUESTIONS, "unhunch screen --questions");
    }
    write_command(writer, UH_MSG_OUTCOME_SEEN, screen_command);
}

static void write_limits(const screen_writer *writer, uint32_t limits)
{
    char list[SCREEN_TEXT_SIZE];
    if (uh_limit_words(writer->screen->language, limits, list, sizeof list) > 0) {
        uh_page_paragraph(writer, uh_say1(UH_MSG_OUTCOME_LEFT_OUT, uh_literal(list)));
    }
    if ((limits & 1U << UH_LIMIT_GENTLE) != 0) {
        uh_page_paragraph(writer, uh_say(UH_MSG_OUTCOME_GENTLY));
    }
}

static void write_notes(const screen_writer *writer, uint64_t notes)
{
    const bool any = notes != 0;
    for (; notes != 0; notes &= notes - 1) {
        const uh_question *question = uh_question_at((uint32_t)__builtin_ctzll(notes));
        uh_page_paragraph(writer,
                          uh_say1(UH_MSG_OUTCOME_NOTE, uh_message_argument(question->text)));
    }
    if (any) {
        uh_page_gap(writer);
    }
}

static void write_due(const screen_writer *writer)
{
    const uh_screener *screener = writer->screen->screener;
    const uh_date due = screener->complete ? uh_date_add(screener->today, UH_SCREENING_DAYS)
                                           : uh_screening_due(&screener->answers, screener->today);
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(due, day);
    if (day[0] != '\0') {
        uh_page_paragraph(writer, uh_say2(UH_MSG_OUTCOME_DUE, uh_literal(day),
                                          way(writer, screen_command, UH_MSG_WEB_WAY_SCREEN)));
    }
}

static void write_limited(const screen_writer *writer, const uh_outcome *outcome)
{
    uh_page_title(writer, uh_say(UH_MSG_OUTCOME_LIMITED), UH_ROLE_STRONG);
    write_limits(writer, outcome->limits);
    uh_page_gap(writer);
    uh_page_heading(writer, UH_MSG_OUTCOME_BECAUSE);
    write_questions(writer, outcome->because);
    uh_page_gap(writer);
    write_notes(writer, outcome->notes);
}

static void write_free(const screen_writer *writer, const uh_outcome *outcome)
{
    uh_page_title(writer, uh_say(UH_MSG_OUTCOME_FREE), UH_ROLE_STRONG);
    write_notes(writer, outcome->notes);
}

void uh_page_outcome(const screen_writer *writer)
{
    static void (*const outcomes[])(const screen_writer *, const uh_outcome *) = {
        [UH_OUTCOME_FREE] = write_free,
        [UH_OUTCOME_LIMITED] = write_limited,
        [UH_OUTCOME_VISIT] = write_visit,
        [UH_OUTCOME_EMERGENCY] = write_emergency,
    };
    const uh_screener *screener = writer->screen->screener;
    const uh_outcome outcome = uh_outcome_of(&screener->answers, screener->today);
    outcomes[outcome.kind](writer, &outcome);
    if (outcome.kind < UH_OUTCOME_VISIT) {
        if (uh_screening_of(&screener->answers, screener->today).sore_today) {
            uh_page_paragraph(writer, uh_say(UH_MSG_OUTCOME_SORE));
        }
        write_due(writer);
    }
}
