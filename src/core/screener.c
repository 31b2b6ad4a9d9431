/* SPDX-License-Identifier: MIT */
#include "unhunch/screener.h"

#include <string.h>

static uint64_t bit(uint32_t question)
{
    return UINT64_C(1) << question;
}

const char *uh_screener_page_name(uint32_t page)
{
    static const char *const names[] = {"emergency", "health", "follow-up", "seen", "outcome"};
    return page < UH_COUNT(names) ? names[page] : "";
}

/* -- the pages -- */

static void begin_page(uh_screener *screener, uh_screener_page page)
{
    screener->page = page;
    screener->count = 0;
    screener->asks_again = false;
}

static void add_row(uh_screener *screener, uint32_t row, uh_tick tick)
{
    UH_ASSERT(screener->count < UH_SCREENER_ROWS);
    screener->rows[screener->count] = row;
    screener->ticks[screener->count++] = tick;
}

static void add_rows(uh_screener *screener, uint64_t set, uint64_t before)
{
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        if ((set & bit(i)) != 0) {
            add_row(screener, i, (before & bit(i)) != 0 ? UH_TICK_AS_BEFORE : UH_TICK_NO);
        }
    }
}

/* Was it so, and is that settled? What nobody has seen yet is asked anew. */
static uint64_t settled(const uh_screener *screener)
{
    return screener->answers.yes & ~uh_answers_blocking(&screener->answers);
}

static void show_emergency(uh_screener *screener)
{
    begin_page(screener, UH_SCREENER_EMERGENCY);
    add_rows(screener, uh_card_questions(UH_CARD_EMERGENCY), settled(screener));
}

static void show_health(uh_screener *screener)
{
    begin_page(screener, UH_SCREENER_HEALTH);
    for (uh_health_line line = 0; line < UH_HEALTH_LINE_COUNT; line++) {
        const bool before = (settled(screener) & uh_health_line_questions(line)) != 0;
        add_row(screener, line, before ? UH_TICK_AS_BEFORE : UH_TICK_NO);
    }
}

static void show_follow_up(uh_screener *screener)
{
    begin_page(screener, UH_SCREENER_FOLLOW_UP);
    screener->line = (uh_health_line)__builtin_ctz(screener->lines_to_ask);
    screener->lines_to_ask &= screener->lines_to_ask - 1;
    add_rows(screener, uh_health_line_questions(screener->line), settled(screener));
}

/* More than fit are asked on a second page. */
static void show_seen(uh_screener *screener, uint64_t set)
{
    begin_page(screener, UH_SCREENER_SEEN);
    while (set != 0 && screener->count < UH_SCREENER_ROWS) {
        const uint32_t question = (uint32_t)__builtin_ctzll(set);
        add_row(screener, question, UH_TICK_NO);
        screener->visits_asked |= bit(question);
        set &= set - 1;
    }
}

static void show_outcome(uh_screener *screener, bool complete)
{
    begin_page(screener, UH_SCREENER_OUTCOME);
    screener->complete = complete;
}

/* -- which comes next -- */

static bool is_dizzy(uint64_t blocking)
{
    uint32_t index = 0;
    return uh_question_find("stop-dizzy", &index) == UH_OK && (blocking & bit(index)) != 0;
}

/* Who was dizzy is asked for signs of an emergency before anything else. */
static void choose_page(uh_screener *screener)
{
    const uint64_t blocking = uh_answers_blocking(&screener->answers);
    const uint64_t unasked = blocking & ~screener->visits_asked;
    if (screener->health_asked) {
        if (screener->lines_to_ask != 0) {
            show_follow_up(screener);
        } else if (unasked != 0) {
            show_seen(screener, unasked);
        } else {
            show_outcome(screener, true);
        }
    } else if (unasked != 0 && (screener->emergency_asked || !is_dizzy(unasked))) {
        show_seen(screener, unasked);
    } else if (blocking != 0 && unasked == 0) {
        show_outcome(screener, false); /* nothing has changed: no reason to ask the rest */
    } else if (!screener->emergency_asked) {
        show_emergency(screener);
    } else {
        show_health(screener);
    }
}

uh_screener uh_screener_start(const uh_answers *answers, uh_date today, bool whole)
{
    uh_screener screener = {.before = *answers, .answers = *answers, .today = today};
    const bool due = uh_screening_of(answers, today).state != UH_SCREENING_VALID;
    if (due || whole || uh_answers_blocking(answers) != 0) {
        choose_page(&screener);
    } else {
        show_outcome(&screener, false);
    }
    return screener;
}

/* -- rows -- */

uh_message uh_screener_row_text(const uh_screener *screener, uint32_t row)
{
    UH_ASSERT(row < screener->count);
    return screener->page == UH_SCREENER_HEALTH
               ? uh_health_line_text((uh_health_line)screener->rows[row])
               : uh_question_at(screener->rows[row])->text;
}

const char *uh_screener_row_key(const uh_screener *screener, uint32_t row)
{
    UH_ASSERT(row < screener->count);
    return screener->page == UH_SCREENER_HEALTH ? uh_health_line_name(screener->rows[row])
                                                : uh_question_at(screener->rows[row])->key;
}

/* Was it so before, as far as this page asks? */
static bool was_so(const uh_screener *screener, uint32_t row)
{
    const uint32_t at = screener->rows[row];
    switch (screener->page) {
    case UH_SCREENER_HEALTH:
        return (settled(screener) & uh_health_line_questions((uh_health_line)at)) != 0;
    case UH_SCREENER_EMERGENCY:
    case UH_SCREENER_FOLLOW_UP:
        return (settled(screener) & bit(at)) != 0;
    case UH_SCREENER_SEEN:
    case UH_SCREENER_OUTCOME:
        break;
    }
    return false;
}

void uh_screener_turn(uh_screener *screener, uint32_t row)
{
    static const uh_tick again[] = {
        [UH_TICK_NO] = UH_TICK_AS_BEFORE,
        [UH_TICK_YES] = UH_TICK_NO,
        [UH_TICK_AS_BEFORE] = UH_TICK_CHANGED,
        [UH_TICK_CHANGED] = UH_TICK_NO,
    };
    UH_ASSERT(row < screener->count);
    uh_tick *tick = &screener->ticks[row];
    if (was_so(screener, row)) {
        *tick = again[*tick];
    } else {
        *tick = *tick == UH_TICK_NO ? UH_TICK_YES : UH_TICK_NO;
    }
}

void uh_screener_clear(uh_screener *screener)
{
    for (uint32_t row = 0; row < screener->count; row++) {
        screener->ticks[row] = was_so(screener, row) ? UH_TICK_AS_BEFORE : UH_TICK_NO;
    }
}

bool uh_screener_is_ticked(const uh_screener *screener)
{
    for (uint32_t row = 0; row < screener->count; row++) {
        if (screener->ticks[row] == UH_TICK_YES || screener->ticks[row] == UH_TICK_CHANGED) {
            return true;
        }
    }
    return false;
}

bool uh_screener_has_before(const uh_screener *screener)
{
    for (uint32_t row = 0; row < screener->count; row++) {
        if (screener->ticks[row] == UH_TICK_AS_BEFORE || screener->ticks[row] == UH_TICK_CHANGED) {
            return true;
        }
    }
    return false;
}

/* -- answers -- */

static void answer(uh_screener *screener, uint32_t question, bool yes, uh_moment now)
{
    uh_answers *answers = &screener->answers;
    answers->asked |= bit(question);
    answers->yes = yes ? answers->yes | bit(question) : answers->yes & ~bit(question);
    answers->items[question] = (uh_reply){.at = now};
    screener->visits_asked &= ~bit(question);
}

/* Only a visit lifts what sends to one: that it is not ticked now is no answer to it. */
static void answer_no(uh_screener *screener, uint32_t question, uh_moment now)
{
    if ((uh_answers_blocking(&screener->answers) & bit(question)) == 0) {
        answer(screener, question, false, now);
    }
}

static void take_question(uh_screener *screener, uint32_t row, uh_moment now)
{
    const uint32_t question = screener->rows[row];
    switch (screener->ticks[row]) {
    case UH_TICK_NO:
        answer_no(screener, question, now);
        break;
    case UH_TICK_YES:
    case UH_TICK_CHANGED:
        answer(screener, question, true, now);
        break;
    case UH_TICK_AS_BEFORE:
        break;
    }
}

static void take_questions(uh_screener *screener, uh_moment now)
{
    for (uint32_t row = 0; row < screener->count; row++) {
        take_question(screener, row, now);
    }
}

static bool has_new_question(const uh_screener *screener, uh_health_line line)
{
    return (uh_health_line_questions(line) & ~screener->answers.asked) != 0;
}

static void take_line(uh_screener *screener, uint32_t row, uh_moment now)
{
    const uh_health_line line = (uh_health_line)screener->rows[row];
    const uh_tick tick = screener->ticks[row];
    if (tick == UH_TICK_YES || tick == UH_TICK_CHANGED ||
        (tick == UH_TICK_AS_BEFORE && has_new_question(screener, line))) {
        screener->lines_to_ask |= 1U << line;
    } else if (tick == UH_TICK_NO) {
        for (uint64_t set = uh_health_line_questions(line); set != 0; set &= set - 1) {
            answer_no(screener, (uint32_t)__builtin_ctzll(set), now);
        }
    }
}

/* The line was ticked, and nothing behind it: one of the two was a slip of the hand. What was taken
 * back row by row was meant. */
static bool is_doubtful(const uh_screener *screener)
{
    for (uint32_t row = 0; row < screener->count; row++) {
        if (screener->ticks[row] != UH_TICK_NO || was_so(screener, row)) {
            return false;
        }
    }
    return !screener->asks_again;
}

static void take_visits(uh_screener *screener, uh_moment now)
{
    for (uint32_t row = 0; row < screener->count; row++) {
        if (screener->ticks[row] == UH_TICK_YES) {
            screener->answers.items[screener->rows[row]].seen = now.at;
        }
    }
}

void uh_screener_next(uh_screener *screener, uh_moment now)
{
    const bool ticked = uh_screener_is_ticked(screener);
    switch (screener->page) {
    case UH_SCREENER_EMERGENCY:
        take_questions(screener, now);
        screener->emergency_asked = true;
        screener->answers.precautions = true;
        if (ticked) {
            show_outcome(screener, false);
            return;
        }
        break;
    case UH_SCREENER_HEALTH:
        for (uint32_t row = 0; row < screener->count; row++) {
            take_line(screener, row, now);
        }
        screener->health_asked = true;
        break;
    case UH_SCREENER_FOLLOW_UP:
        if (is_doubtful(screener)) {
            screener->asks_again = true;
            return;
        }
        take_questions(screener, now);
        break;
    case UH_SCREENER_SEEN:
        take_visits(screener, now);
        break;
    case UH_SCREENER_OUTCOME:
        return;
    }
    choose_page(screener);
}

void uh_screener_see(uh_screener *screener, uint64_t seen, uh_moment now)
{
    for (uint64_t set = seen & screener->answers.yes; set != 0; set &= set - 1) {
        const uint32_t question = (uint32_t)__builtin_ctzll(set);
        if (uh_question_needs_visit(uh_question_at(question))) {
            screener->answers.items[question].seen = now.at;
        }
    }
    show_outcome(screener, false);
}

/* What was so keeps its date. But whoever names what needs a visit, and no visit, says that it has
 * happened anew: an earlier visit was not about that. */
static void answer_yes(uh_screener *screener, uint32_t question, bool seen, uh_moment now)
{
    const bool was_so = (screener->answers.yes & bit(question)) != 0;
    if (!was_so || (!seen && uh_question_needs_visit(uh_question_at(question)))) {
        answer(screener, question, true, now);
    }
}

void uh_screener_answer(uh_screener *screener, uint64_t yes, uint64_t seen, uh_moment now)
{
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        if (uh_question_at(i)->card == UH_CARD_SESSION) {
            continue;
        }
        if ((yes & bit(i)) == 0) {
            answer_no(screener, i, now);
        } else {
            answer_yes(screener, i, (seen & bit(i)) != 0, now);
        }
    }
    uh_screener_see(screener, seen, now);
    screener->answers.precautions = true;
    screener->complete = true;
}

/* -- what is remembered -- */

static bool is_new(const uh_screener *screener, uint32_t question)
{
    const uh_answers *then = &screener->before;
    const uh_answers *now = &screener->answers;
    return ((then->asked ^ now->asked) & bit(question)) != 0 ||
           ((then->yes ^ now->yes) & bit(question)) != 0 ||
           then->items[question].seen.ms != now->items[question].seen.ms ||
           then->items[question].at.at.ms != now->items[question].at.at.ms;
}

static uh_fact answer_fact(const char *key, uh_moment now, bool yes, uh_unix_ms seen)
{
    uh_fact fact = {.kind = UH_FACT_ANSWER, .changed = now.at};
    fact.is.answer.at = now;
    fact.is.answer.yes = yes;
    fact.is.answer.seen = seen;
    memcpy(fact.is.answer.question, key, strlen(key) + 1);
    return fact;
}

static uh_fact question_fact(const uh_screener *screener, uint32_t question, uh_moment now)
{
    const uh_answers *answers = &screener->answers;
    const uh_reply *item = &answers->items[question];
    uh_fact fact = answer_fact(uh_question_at(question)->key, item->at,
                               (answers->yes & bit(question)) != 0, item->seen);
    fact.changed = now.at;
    return fact;
}

static uh_fact screened_fact(uh_moment now, const char *id)
{
    uh_fact fact = {.kind = UH_FACT_MARK, .changed = now.at};
    fact.is.mark.at = now;
    fact.is.mark.mark = UH_MARK_SCREENED;
    memcpy(fact.is.mark.id, id, strlen(id) + 1);
    return fact;
}

bool uh_screener_fact(const uh_screener *screener, uint32_t index, uh_moment now, const char *id,
                      uh_fact *ret_fact)
{
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        if (is_new(screener, i) && index-- == 0) {
            *ret_fact = question_fact(screener, i, now);
            return true;
        }
    }
    if (screener->answers.precautions && !screener->before.precautions && index-- == 0) {
        *ret_fact = answer_fact(UH_PRECAUTIONS_KEY, now, true, UH_NO_TIME);
        return true;
    }
    if (screener->complete && index == 0) {
        UH_ASSERT(strlen(id) < UH_FACT_ID_SIZE);
        *ret_fact = screened_fact(now, id);
        return true;
    }
    return false;
}
