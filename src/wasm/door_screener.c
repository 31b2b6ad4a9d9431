/* SPDX-License-Identifier: MIT */
/* door_screener.c: the safety questions, page by page, for JavaScript; and where they stand. One
 * screener, held here, on the answers of today. */
#include <string.h>

#include "unhunch/present.h"
#include "unhunch/told.h"
#include "wasm/door.h"
#include "wasm/door_facts.h"
#include "wasm/door_inside.h"
#include "wasm/door_today.h"

enum { STEPS_MAX = 24 };

static uh_screener screener;
static uh_screener steps[STEPS_MAX]; /* pages before this one, to go back to */
static uint32_t step_count;
static bool before_session;
static uh_answers known; /* with what was given out of it */

/* `whole`: both cards, also where nothing is due. `session`: one follows where it may. */
UH_DOOR(void, uh_door_screener_begin, uint32_t whole, uint32_t session)
{
    const uh_today *today = uh_door_the_today();
    known = today->answers;
    screener = uh_screener_start(&known, today->now.day, whole != 0);
    step_count = 0;
    before_session = session != 0;
}

UH_DOOR(void, uh_door_screener_turn, uint32_t row)
{
    UH_ASSERT(row < screener.count);
    uh_screener_turn(&screener, row);
}

UH_DOOR(void, uh_door_screener_clear, void)
{
    uh_screener_clear(&screener);
}

UH_DOOR(void, uh_door_screener_back, void)
{
    if (step_count > 0) {
        screener = steps[--step_count];
        screener.before = known; /* what was given out stays */
    }
}

static void give_out(uh_moment now)
{
    uh_fact fact;
    for (uint32_t i = 0; uh_screener_fact(&screener, i, now, uh_door_the_text(), &fact); i++) {
        uh_door_facts_put(NULL, &fact);
        uh_answers_take(&known, &fact);
    }
    screener.before = known; /* what is changed from here on is new again */
}

/* The page is answered as it stands. At the outcome all that was said is given out, before it is
 * read: whoever needs that page may never press a key again. A UUID for the mark that every
 * question was answered is in the text buffer: one for the whole run. */
UH_DOOR(void, uh_door_screener_next, double now_ms, int32_t offset_s)
{
    const uh_moment now = uh_moment_at((uh_unix_ms){uh_door_ms(now_ms)}, offset_s);
    uh_door_facts_begin();
    if (screener.page == UH_SCREENER_OUTCOME) {
        return;
    }
    if (step_count < STEPS_MAX) {
        steps[step_count++] = screener;
    }
    uh_screener_next(&screener, now);
    if (screener.page == UH_SCREENER_OUTCOME) {
        give_out(now);
    }
}

/* Only this: the question of that key was seen, and I may stretch. 0: there is none, or none that
 * needs a visit and is so. */
UH_DOOR(uint32_t, uh_door_screener_see, double now_ms, int32_t offset_s)
{
    const uh_moment now = uh_moment_at((uh_unix_ms){uh_door_ms(now_ms)}, offset_s);
    uint32_t question = 0;
    uh_door_facts_begin();
    if (uh_question_find(uh_door_the_text(), &question) != UH_OK ||
        (uh_answers_blocking(&known) & UINT64_C(1) << question) == 0) {
        return 0;
    }
    uh_screener_see(&screener, UINT64_C(1) << question, now);
    give_out(now);
    return 1;
}

/* -- the page -- */

static void write_rows(uh_json *json)
{
    static const char *const ticks[] = {[UH_TICK_NO] = "no",
                                        [UH_TICK_YES] = "yes",
                                        [UH_TICK_AS_BEFORE] = "as-before",
                                        [UH_TICK_CHANGED] = "changed"};
    uh_json_list(json, "rows");
    for (uint32_t row = 0; row < screener.count; row++) {
        uh_json_object(json, NULL);
        uh_json_text(json, "key", uh_screener_row_key(&screener, row));
        uh_door_say(json, "text", uh_say(uh_screener_row_text(&screener, row)));
        uh_json_text(json, "tick", ticks[screener.ticks[row]]);
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

static void write_paragraphs(uh_json *json, bool is_outcome)
{
    const uh_screen screen = {
        .language = uh_door_the_language(),
        .catalogue = uh_door_the_catalogue(),
        .screener = &screener,
        .before_session = before_session,
        .can_go_back = step_count > 0,
        .has_keys = true,
        .plain = true,
        .window = true,
    };
    if (is_outcome) {
        uh_tell_outcome(json, "paragraphs", &screen);
    } else {
        uh_tell_card(json, "paragraphs", &screen);
    }
}

static void write_set(uh_json *json, const char *key, uint32_t set,
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

static void write_questions(uh_json *json, const char *key, uint64_t set)
{
    uh_json_list(json, key);
    for (; set != 0; set &= set - 1) {
        const uh_question *question = uh_question_at((uint32_t)__builtin_ctzll(set));
        uh_json_object(json, NULL);
        uh_json_text(json, "key", question->key);
        uh_door_say(json, "text", uh_say(question->text));
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

static void write_outcome(uh_json *json, const uh_answers *answers, uh_date today)
{
    const uh_outcome outcome = uh_outcome_of(answers, today);
    uh_json_object(json, "outcome");
    uh_json_text(json, "kind", uh_outcome_name(outcome.kind));
    write_set(json, "limits", outcome.limits, uh_limit_name);
    uh_json_end_object(json);
}

/* {page, rows [{key, text, tick}], paragraphs [{kind, mark, text}], is_ticked, has_before,
 * can_go_back, outcome {kind, limits []}}. Pages are "emergency", "health", "follow-up", "seen" and
 * "outcome"; ticks "no", "yes", "as-before" and "changed"; `outcome` is null on the other pages.
 * Paragraphs are the terminal's: those of kind "key" are its rows and keys. */
UH_DOOR(const char *, uh_door_screener_page, void)
{
    const bool is_outcome = screener.page == UH_SCREENER_OUTCOME;
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    uh_json_text(json, "page", uh_screener_page_name((uint32_t)screener.page));
    write_rows(json);
    write_paragraphs(json, is_outcome);
    uh_json_bool(json, "is_ticked", uh_screener_is_ticked(&screener));
    uh_json_bool(json, "has_before", uh_screener_has_before(&screener));
    uh_json_bool(json, "can_go_back", step_count > 0);
    if (is_outcome) {
        write_outcome(json, &screener.answers, screener.today);
    } else {
        uh_json_null(json, "outcome");
    }
    uh_json_end_object(json);
    return uh_door_json_text();
}

/* -- where they stand -- */

static void write_date(uh_json *json, const char *key, uh_date date)
{
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(date, day);
    uh_json_text(json, key, day);
}

enum { TEXT_SIZE = 1 << 15 };

/* What the program prints. */
static void write_texts(uh_json *json)
{
    static char text[TEXT_SIZE];
    const uh_today *today = uh_door_the_today();
    uh_buffer standing = {text, sizeof text, 0};
    uh_show_screening(uh_door_page(uh_out_to_buffer(&standing)), &today->answers, today->now.day);
    uh_json_text(json, "text", text);
    uh_buffer visit = {text, sizeof text, 0};
    uh_show_visit(uh_door_page(uh_out_to_buffer(&visit)), &today->answers, &today->history,
                  today->now.day);
    uh_json_text(json, "visit", text);
}

/* {state, screened, due, blocked [{key, text}], outcome {...}, text, visit}: state
 * is "never", "valid", "due" or "changed"; `blocked` are the questions that a visit lifts; `text`
 * is what `unhunch screen` tells of it, `visit` the sheet to print and take along. Lines are
 * paragraphs. */
UH_DOOR(const char *, uh_door_screening_words, void)
{
    const uh_today *today = uh_door_the_today();
    const uh_answers *answers = &today->answers;
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    uh_json_text(json, "state", uh_screening_state_name((uint32_t)today->screening.state));
    write_date(json, "screened", uh_answers_screened(answers, today->now.day).day);
    write_date(json, "due", uh_screening_due(answers, today->now.day));
    write_questions(json, "blocked", uh_answers_blocking(answers));
    write_outcome(json, answers, today->now.day);
    write_texts(json);
    uh_json_end_object(json);
    return uh_door_json_text();
}
