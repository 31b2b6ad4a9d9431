/* SPDX-License-Identifier: MIT */
/* screening_visit.c: a sheet for the visit, made to be printed and written on. */
#include "unhunch/present.h"

enum { INDENT = 2, BOX_COLUMN = 6, YES_NO_COLUMN = 12 };

static const char box[] = "[ ]";
static const char yes_no[] = "[ ]  [ ]";
static const char dots[] = "..............................................................";

static void write_item(const uh_page *page, const char *mark, uint32_t column, uh_phrase phrase)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_page_item(page, INDENT, mark, column, uh_page_render_this(page, &phrase, words));
}

/* A question with room for an answer below it. */
static void write_asked(const uh_page *page, const char *number, uh_message question)
{
    write_item(page, number, BOX_COLUMN, uh_say(question));
    uh_page_item(page, INDENT, "", BOX_COLUMN, dots);
    uh_page_blank(page);
}

static void write_ticked(const uh_page *page, const uh_answers *answers)
{
    uh_page_message(page, 0, UH_MSG_VISIT_TICKED);
    for (uint64_t set = answers->yes; set != 0; set &= set - 1) {
        const uint32_t question = (uint32_t)__builtin_ctzll(set);
        char words[UH_PAGE_TEXT_MAX];
        char day[UH_DATE_TEXT_SIZE];
        uh_date_write(answers->items[question].at.day, day);
        (void)uh_page_render(page, uh_say(uh_question_at(question)->text), words);
        write_item(page, "-", BOX_COLUMN,
                   uh_say2(UH_MSG_CARD_SAID, uh_literal(words), uh_literal(day)));
    }
    if (answers->yes == 0) {
        write_item(page, "-", BOX_COLUMN, uh_say(UH_MSG_VISIT_NOTHING));
    }
    uh_page_blank(page);
}

static void write_stops_of(const uh_page *page, const uh_exercise *exercise,
                           const uh_exercise_past *past)
{
    for (uint32_t kind = 0; kind < UH_COMPLAINT_KIND_COUNT; kind++) {
        const uh_stops *stops = &past->stops[kind];
        char day[UH_DATE_TEXT_SIZE];
        uh_date_write(stops->last, day);
        if (stops->times > 0) {
            write_item(
                page, "-", BOX_COLUMN,
                uh_say4(UH_MSG_VISIT_STOPPED, uh_number(stops->times),
                        uh_catalogue_argument(exercise->name),
                        uh_message_argument((uh_message)((uint32_t)UH_MSG_WHY_STOP_PAIN + kind)),
                        uh_literal(day)));
        }
    }
}

static bool was_stopped(const uh_history *history)
{
    bool stopped = false;
    for (uint32_t i = 0; i < UH_EXERCISES_MAX; i++) {
        for (uint32_t kind = 0; kind < UH_COMPLAINT_KIND_COUNT; kind++) {
            stopped = stopped || history->exercises[i].stops[kind].times > 0;
        }
    }
    return stopped;
}

/* Which stretch it was is what somebody who looks at it asks first. */
static void write_stops(const uh_page *page, const uh_history *history)
{
    if (!was_stopped(history)) {
        return;
    }
    uh_page_message(page, 0, UH_MSG_VISIT_STOPS);
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(page->catalogue); i++) {
        write_stops_of(page, uh_catalogue_exercise(page->catalogue, i), &history->exercises[i]);
    }
    uh_page_blank(page);
}

/* What would stay out by itself is ticked already. */
static void write_movements(const uh_page *page, uint32_t limits)
{
    write_item(page, "2.", BOX_COLUMN, uh_say(UH_MSG_VISIT_LEAVE_OUT));
    for (uint32_t limit = UH_LIMIT_NO_NECK; limit < UH_LIMIT_CLINICIAN_FIRST; limit++) {
        const bool out = (limits & 1U << limit) != 0;
        char words[UH_PAGE_TEXT_MAX];
        (void)uh_page_render(page, uh_say((uh_message)(UH_MSG_LIMIT_GENTLE + (int)limit)), words);
        uh_page_item(page, BOX_COLUMN, out ? "[x]" : box, BOX_COLUMN + 4, words);
    }
    uh_page_blank(page);
}

static void write_stretches(const uh_page *page)
{
    uh_page_message(page, 0, UH_MSG_VISIT_STRETCHES);
    char columns[UH_PAGE_TEXT_MAX];
    uh_page_item(page, INDENT, uh_page_render(page, uh_say(UH_MSG_VISIT_YES_NO), columns),
                 YES_NO_COLUMN, "");
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(page->catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(page->catalogue, i);
        write_item(page, yes_no, YES_NO_COLUMN,
                   uh_say2(UH_MSG_LIST_LINE, uh_catalogue_argument(exercise->name),
                           uh_catalogue_argument(exercise->summary)));
    }
}

void uh_show_visit(const uh_page *page, const uh_answers *answers, const uh_history *history,
                   uh_date today)
{
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(today, day);
    uh_page_phrase(page, 0, uh_say1(UH_MSG_VISIT_TITLE, uh_literal(day)));
    uh_page_blank(page);
    const uint32_t first = 1U << UH_LIMIT_CLINICIAN_FIRST | 1U << UH_LIMIT_EMERGENCY;
    const uint32_t limits = uh_screening_of(answers, today).limits;
    uh_page_message(page, 0, UH_MSG_VISIT_WHAT);
    if ((limits & first) != 0) {
        uh_page_message(page, 0, UH_MSG_VISIT_FIRST);
    }
    uh_page_blank(page);
    write_ticked(page, answers);
    write_stops(page, history);
    uh_page_message(page, 0, UH_MSG_VISIT_QUESTIONS);
    write_asked(page, "1.", UH_MSG_VISIT_MAY_I);
    write_movements(page, limits);
    write_asked(page, "3.", UH_MSG_VISIT_HOW_MUCH);
    write_asked(page, "4.", UH_MSG_VISIT_STOP);
    write_asked(page, "5.", UH_MSG_VISIT_AGAIN);
    write_stretches(page);
}
