/* SPDX-License-Identifier: MIT */
/* screening.c: the safety questions and what they came to, as text and as JSON. */
#include "unhunch/present.h"

#include <string.h>

enum { INDENT = 2, COLUMN = 24 };

/* -- the questions on paper -- */

static void write_question(const uh_page *page, uint32_t index)
{
    const uh_question *question = uh_question_at(index);
    char words[UH_PAGE_TEXT_MAX];
    uh_page_item(page, INDENT, question->key, COLUMN,
                 uh_page_render(page, uh_say(question->text), words));
}

static void write_card(const uh_page *page, uh_message heading, uh_card card)
{
    uh_page_message(page, 0, heading);
    for (uint64_t set = uh_card_questions(card); set != 0; set &= set - 1) {
        write_question(page, (uint32_t)__builtin_ctzll(set));
    }
    uh_page_blank(page);
}

void uh_show_cards(const uh_page *page)
{
    uh_page_message(page, 0, UH_MSG_CARD_TITLE);
    uh_page_blank(page);
    uh_page_message(page, 0, UH_MSG_CARD_PRECAUTION_TENSION);
    uh_page_phrase(page, 0, uh_say1(UH_MSG_CARD_PRECAUTION_STOP, uh_literal("s")));
    uh_page_phrase(page, 0,
                   uh_say1(UH_MSG_CARD_PRECAUTION_ASK, uh_literal("unhunch learn precautions")));
    uh_page_blank(page);
    write_card(page, UH_MSG_CARD_EMERGENCY, UH_CARD_EMERGENCY);
    write_card(page, UH_MSG_CARD_HEALTH, UH_CARD_HEALTH);
}

/* -- where it stands -- */

static void write_state(const uh_page *page, const uh_answers *answers, uh_date today)
{
    static const uh_message states[] = {
        [UH_SCREENING_NEVER] = UH_MSG_SCREENING_NEVER,
        [UH_SCREENING_VALID] = UH_MSG_SCREENING_VALID,
        [UH_SCREENING_DUE] = UH_MSG_SCREENING_DUE,
        [UH_SCREENING_CHANGED] = UH_MSG_SCREENING_CHANGED,
    };
    const uh_date last = uh_answers_screened(answers, today).day;
    const bool is_ahead = last.days > today.days;
    char screened[UH_DATE_TEXT_SIZE];
    char due[UH_DATE_TEXT_SIZE];
    uh_date_write(last, screened);
    uh_date_write(uh_screening_due(answers, today), due);
    const uh_message state =
        is_ahead ? UH_MSG_SCREENING_AHEAD : states[uh_screening_of(answers, today).state];
    uh_page_phrase(page, 0, uh_say2(state, uh_literal(screened), uh_literal(due)));
}

static void write_answer(const uh_page *page, const uh_answers *answers, uint32_t index)
{
    const uh_reply *item = &answers->items[index];
    char words[UH_PAGE_TEXT_MAX];
    char line[UH_PAGE_TEXT_MAX];
    char said[UH_DATE_TEXT_SIZE];
    char seen[UH_DATE_TEXT_SIZE];
    uh_date_write(item->at.day, said);
    uh_date_write(uh_date_at(item->seen, item->at.offset_s), seen);
    (void)uh_page_render(page, uh_say(uh_question_at(index)->text), words);
    const uh_phrase phrase =
        uh_answers_seen(answers, index)
            ? uh_say3(UH_MSG_SCREENING_SEEN, uh_literal(words), uh_literal(said), uh_literal(seen))
            : uh_say2(UH_MSG_CARD_SAID, uh_literal(words), uh_literal(said));
    /* commands know an answer by its key */
    uh_page_item(page, INDENT, UH_PROGRAM_OR_PAGE(uh_question_at(index)->key, "-"),
                 UH_PROGRAM_OR_PAGE(COLUMN, INDENT + 2), uh_page_render(page, phrase, line));
}

static void write_answers(const uh_page *page, const uh_answers *answers)
{
    for (uint64_t set = answers->yes; set != 0; set &= set - 1) {
        write_answer(page, answers, (uint32_t)__builtin_ctzll(set));
    }
}

size_t uh_limit_words(const uh_language *language, uint32_t limits, char *out, size_t capacity)
{
    uh_buffer text = {out, capacity, 0};
    const uh_out to = uh_out_to_buffer(&text);
    for (uint32_t limit = UH_LIMIT_NO_NECK; limit < UH_LIMIT_CLINICIAN_FIRST; limit++) {
        if ((limits & 1U << limit) != 0) {
            char words[UH_PAGE_TEXT_MAX];
            const uh_phrase phrase = uh_say((uh_message)(UH_MSG_LIMIT_GENTLE + (int)limit));
            (void)uh_words(language, NULL, &phrase, words, sizeof words);
            uh_out_text(to, text.length > 0 ? "; " : "");
            uh_out_text(to, words);
        }
    }
    return text.length;
}

static void write_limits(const uh_page *page, uint32_t limits)
{
    char list[UH_PAGE_TEXT_MAX];
    if (uh_limit_words(page->language, limits, list, sizeof list) > 0) {
        uh_page_phrase(page, 0, uh_say1(UH_MSG_OUTCOME_LEFT_OUT, uh_literal(list)));
    }
    if ((limits & 1U << UH_LIMIT_GENTLE) != 0) {
        uh_page_message(page, 0, UH_MSG_OUTCOME_GENTLY);
    }
}

void uh_show_screening(const uh_page *page, const uh_answers *answers, uh_date today)
{
    static const uh_message outcomes[] = {
        [UH_OUTCOME_FREE] = UH_MSG_OUTCOME_FREE,
        [UH_OUTCOME_LIMITED] = UH_MSG_OUTCOME_LIMITED,
        [UH_OUTCOME_VISIT] = UH_MSG_OUTCOME_VISIT,
        [UH_OUTCOME_EMERGENCY] = UH_MSG_OUTCOME_CALL,
    };
    const uh_outcome outcome = uh_outcome_of(answers, today);
    const uh_screening screening = uh_screening_of(answers, today);
    if (outcome.kind != UH_OUTCOME_EMERGENCY) { /* nothing stands before that */
        write_state(page, answers, today);
    }
    if (screening.state != UH_SCREENING_NEVER || outcome.limits != 0) {
        uh_page_message(page, 0, outcomes[outcome.kind]);
    }
    if (outcome.kind == UH_OUTCOME_LIMITED) {
        write_limits(page, outcome.limits);
    }
    write_answers(page, answers);
    if (screening.sore_today) {
        uh_page_message(page, 0, UH_MSG_OUTCOME_SORE);
    }
}

/* -- JSON -- */

static void write_date(uh_json *json, const char *key, uh_date date)
{
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(date, day);
    uh_json_text(json, key, day);
}

static void write_names(uh_json *json, const char *key, uint32_t set,
                        const char *(*name)(uint32_t value))
{
    uh_json_list(json, key);
    for (uint32_t value = 0; name(value)[0] != '\0'; value++) {
        if ((set & 1U << value) != 0) {
            uh_json_text(json, NULL, name(value));
        }
    }
    uh_json_end_list(json);
}

static void write_question_json(uh_json *json, const uh_answers *answers, uint32_t index)
{
    const uh_question *question = uh_question_at(index);
    const uh_reply *item = &answers->items[index];
    const uint64_t bit = UINT64_C(1) << index;
    char words[UH_PAGE_TEXT_MAX];
    const uh_phrase text = uh_say(question->text);
    (void)uh_words(uh_language_find("en"), NULL, &text, words, sizeof words);
    uh_json_object(json, NULL);
    uh_json_text(json, "key", question->key);
    uh_json_text(json, "card", uh_card_name(question->card));
    uh_json_text(json, "line",
                 question->card == UH_CARD_HEALTH ? uh_health_line_name(question->line) : NULL);
    uh_json_text(json, "text", words);
    if (((answers->asked | answers->yes) & bit) != 0) {
        uh_json_bool(json, "yes", (answers->yes & bit) != 0);
        write_date(json, "said", item->at.day);
    } else {
        uh_json_null(json, "yes");
        uh_json_null(json, "said");
    }
    write_date(json, "seen",
               uh_answers_seen(answers, index) ? uh_date_at(item->seen, item->at.offset_s)
                                               : UH_NO_DATE);
    write_names(json, "limits", question->limits, uh_limit_name);
    write_names(json, "limits_once_seen", question->after, uh_limit_name);
    uh_json_text(json, "cite", question->cite);
    uh_json_end_object(json);
}

static void write_keys(uh_json *json, const char *key, uint64_t set)
{
    uh_json_list(json, key);
    for (; set != 0; set &= set - 1) {
        uh_json_text(json, NULL, uh_question_at((uint32_t)__builtin_ctzll(set))->key);
    }
    uh_json_end_list(json);
}

void uh_show_screening_json(uh_json *json, const uh_answers *answers, uh_date today)
{
    const uh_outcome outcome = uh_outcome_of(answers, today);
    const uh_screening screening = uh_screening_of(answers, today);
    uh_json_object(json, NULL);
    uh_json_text(json, "state", uh_screening_state_name(screening.state));
    write_date(json, "screened", uh_answers_screened(answers, today).day);
    write_date(json, "due", uh_screening_due(answers, today));
    uh_json_text(json, "outcome", uh_outcome_name(outcome.kind));
    uh_json_bool(json, "soon", outcome.soon);
    uh_json_bool(json, "sore_today", screening.sore_today);
    uh_json_bool(json, "precautions_read", answers->precautions);
    write_names(json, "limits", outcome.limits, uh_limit_name);
    write_keys(json, "because", outcome.because);
    write_keys(json, "worth_a_word", outcome.notes);
    write_names(json, "possible", outcome.offers, uh_offer_name);
    uh_json_list(json, "questions");
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        write_question_json(json, answers, i);
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}
