/* SPDX-License-Identifier: MIT */
/* door_log.c: a day of the log in words, what a person adds to it, and the last session. */
#include <string.h>

#include "unhunch/log_show.h"
#include "wasm/door.h"
#include "wasm/door_facts.h"
#include "wasm/door_inside.h"
#include "wasm/door_today.h"

/* The facts of one day: three sessions of every stretch there is are half of it. */
enum { FACTS_MAX = 1024 };

static uh_fact facts[FACTS_MAX];
static uint32_t count;

UH_DOOR(void, uh_door_log_begin, void)
{
    count = 0;
}

/* One more of the day, in the order of a store. 0: there is no room for it. */
UH_DOOR(uint32_t, uh_door_log_take, void)
{
    if (count == FACTS_MAX) {
        return 0;
    }
    facts[count++] = *uh_door_fact_in();
    return 1;
}

/* -- a day -- */

typedef struct log_item {
    uh_json *json;
    const uh_page *page;
    const uh_log_day *day;
    const uh_fact *fact;
} log_item;

/* Each paragraph that a page writes becomes a text of the list that is open. */
static void take_line(void *to, const char *text, size_t length)
{
    static char line[UH_PAGE_TEXT_MAX];
    static size_t filled;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n') {
            line[filled] = '\0';
            uh_json_text(to, NULL, line);
            filled = 0;
        } else if (filled + 1 < sizeof line && (filled > 0 || text[i] != ' ')) {
            line[filled++] = text[i];
        }
    }
}

static void open_item(const log_item *item, const char *kind, uh_moment at, bool has_time,
                      uh_phrase text)
{
    char time[UH_LOG_TIME_SIZE];
    uh_log_time(at, time);
    uh_json_object(item->json, NULL);
    uh_json_text(item->json, "kind", kind);
    uh_json_text(item->json, "id", uh_log_id(item->fact));
    uh_json_text(item->json, "time", has_time ? time : NULL);
    uh_door_say(item->json, "text", text);
    uh_json_bool(item->json, "may_go", uh_fact_may_go(item->fact));
    uh_json_list(item->json, "lines");
}

static void close_item(const log_item *item)
{
    uh_json_end_list(item->json);
    uh_json_end_object(item->json);
}

static void write_session(const log_item *item)
{
    char names[UH_PAGE_TEXT_MAX];
    const uh_session_fact *session = &item->fact->is.session;
    uh_log_stretches(item->page, session, item->day->facts, item->day->count, names);
    open_item(item, "session", session->began, true, uh_say1(UH_MSG_LOG_NAME, uh_literal(names)));
    uh_page lines = *item->page;
    lines.out = (uh_out){take_line, item->json};
    uh_log_show_details(&lines, item->day, item->fact);
    close_item(item);
}

static void write_item(const log_item *item)
{
    const uh_fact *fact = item->fact;
    if (fact->kind == UH_FACT_SESSION) {
        write_session(item);
    } else if (fact->kind == UH_FACT_BREAK) {
        open_item(item, "break", fact->is.pause.began, true, uh_log_break_phrase(&fact->is.pause));
        close_item(item);
    } else if (fact->kind == UH_FACT_MARK) {
        const bool is_of_day =
            fact->is.mark.mark == UH_MARK_REST || fact->is.mark.mark == UH_MARK_FLARE;
        open_item(item, "mark", fact->is.mark.at, !is_of_day,
                  uh_log_mark_phrase(item->page, &fact->is.mark));
        close_item(item);
    } else if (fact->kind == UH_FACT_RATING &&
               !uh_log_stands_with_session(item->day, &fact->is.rating)) {
        open_item(item, "rating", fact->is.rating.at, true, uh_log_rating_phrase(&fact->is.rating));
        close_item(item);
    }
}

/* {day, title, items [{kind, id, time, text, may_go, lines []}]}: the latest first; kinds are
 * "session", "break", "mark" and "rating". `may_go`: it can be deleted. */
UH_DOOR(const char *, uh_door_log_words, int32_t days)
{
    const uh_log_day day = {{days}, facts, count, facts, count};
    const uh_page *page = uh_door_page((uh_out){0});
    const uh_message weekday =
        (uh_message)((uint32_t)UH_MSG_WEEKDAY_MONDAY + uh_date_weekday(day.day));
    char date[UH_DATE_TEXT_SIZE];
    uh_json *json = uh_door_json();
    uh_date_write(day.day, date);
    uh_json_object(json, NULL);
    uh_json_text(json, "day", date);
    uh_door_say(json, "title",
                uh_say2(UH_MSG_LOG_DAY, uh_message_argument(weekday), uh_literal(date)));
    uh_json_list(json, "items");
    for (uint32_t i = count; i-- > 0;) {
        const log_item item = {json, page, &day, &facts[i]};
        write_item(&item);
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
    return uh_door_json_text();
}

/* The last session in one sentence, of the facts of its day; "" where there was none. */
UH_DOOR(const char *, uh_door_last_words, void)
{
    static char words[UH_PAGE_TEXT_MAX];
    const uh_session_fact *last = &uh_door_the_today()->last;
    const uh_page *page = uh_door_page((uh_out){0});
    char date[UH_DATE_TEXT_SIZE];
    char names[UH_PAGE_TEXT_MAX];
    char ending[UH_PAGE_TEXT_MAX];
    words[0] = '\0';
    if (last->id[0] == '\0') {
        return words;
    }
    uh_date_write(last->began.day, date);
    uh_log_stretches(page, last, facts, count, names);
    (void)uh_page_render(page, uh_log_ending_phrase(last), ending);
    const uh_message weekday =
        (uh_message)((uint32_t)UH_MSG_WEEKDAY_MONDAY + uh_date_weekday(last->began.day));
    return uh_page_render(page,
                          uh_say4(UH_MSG_GLANCE_LAST, uh_message_argument(weekday),
                                  uh_literal(date), uh_literal(names), uh_literal(ending)),
                          words);
}

/* -- what a person adds -- */

static uh_moment moment_of(double wall_ms, int32_t offset_s)
{
    UH_ASSERT(offset_s >= -UH_OFFSET_MAX_S && offset_s <= UH_OFFSET_MAX_S);
    return uh_moment_at((uh_unix_ms){uh_door_ms(wall_ms)}, offset_s);
}

static void write_id(char out[UH_FACT_ID_SIZE])
{
    const char *id = uh_door_the_text();
    const size_t length = strlen(id);
    UH_ASSERT(length > 0 && length < UH_FACT_ID_SIZE);
    memcpy(out, id, length + 1);
}

static void give_out(uh_fact *fact, double wall_ms)
{
    fact->changed = (uh_unix_ms){uh_door_ms(wall_ms)};
    uh_door_facts_begin();
    uh_door_facts_put(NULL, fact);
}

/* A break that was taken: uh_break_kind. A UUID is in the text buffer, here and in the next two. */
UH_DOOR(void, uh_door_note_break, uint32_t kind, double wall_ms, int32_t offset_s)
{
    UH_ASSERT(uh_break_kind_name(kind)[0] != '\0');
    uh_fact fact = {.kind = UH_FACT_BREAK,
                    .is.pause = {.began = moment_of(wall_ms, offset_s), .kind = kind}};
    write_id(fact.is.pause.id);
    give_out(&fact, wall_ms);
}

/* A rest or a flare day: REST may be named ahead, FLARE not. At a moment of that day. */
UH_DOOR(void, uh_door_note_day, uint32_t mark, double at_ms, double wall_ms, int32_t offset_s)
{
    UH_ASSERT(mark == UH_MARK_REST || mark == UH_MARK_FLARE);
    uh_fact fact = {.kind = UH_FACT_MARK,
                    .is.mark = {.at = moment_of(at_ms, offset_s), .mark = mark}};
    write_id(fact.is.mark.id);
    give_out(&fact, wall_ms);
}

/* A stretch that was set aside, or its twin was, may be offered again: all sides of it. 0: none is.
 */
UH_DOOR(uint32_t, uh_door_note_again, uint32_t exercise, double wall_ms, int32_t offset_s)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    const uh_history *history = uh_door_the_history();
    UH_ASSERT(catalogue && exercise < uh_catalogue_exercise_count(catalogue));
    if (history->exercises[exercise].by_twin) {
        exercise = uh_exercise_twin(catalogue, exercise);
    }
    const bool is_sided = uh_catalogue_exercise(catalogue, exercise)->sides.kind != UH_SIDES_BOTH;
    bool is_parked = false;
    for (uh_side side = is_sided ? UH_SIDE_LEFT : UH_SIDE_BOTH;
         side <= (is_sided ? UH_SIDE_RIGHT : UH_SIDE_BOTH); side++) {
        is_parked = is_parked || uh_history_is_parked(history, catalogue, exercise, side);
    }
    if (!is_parked) {
        uh_door_facts_begin();
        return 0;
    }
    uh_fact fact = {.kind = UH_FACT_MARK,
                    .is.mark = {.at = moment_of(wall_ms, offset_s), .mark = UH_MARK_TRY_AGAIN}};
    const char *key = uh_catalogue_text(catalogue, uh_catalogue_exercise(catalogue, exercise)->key);
    memcpy(fact.is.mark.exercise, key, strlen(key) + 1); /* a key is at most 40 letters long */
    write_id(fact.is.mark.id);
    give_out(&fact, wall_ms);
    return 1;
}

/* May the fact that was put into the door be deleted? What is about safety stays. */
UH_DOOR(uint32_t, uh_door_fact_may_go, void)
{
    return uh_fact_may_go(uh_door_fact_in());
}
