/* SPDX-License-Identifier: MIT */
/* log_note.c: what a person adds to the log: a rest or a flare day, a break, the day's ratings, a
 * stretch that may be offered again. */
#include <string.h>

#include "cli/log.h"
#include "host/clock.h"
#include "shell/gather.h"
#include "unhunch/log_show.h"
#include "unhunch/rating.h"

enum { DAYS_BACK = 400, DAYS_AHEAD = 366, WORDS_MAX = 256 };

#define DAY_MS INT64_C(86400000)

/* The letters of its id that tell it from what else is noted near it. */
static void write_id(const uh_log_request *request, uh_date day, const char *id,
                     char out[UH_FACT_ID_SIZE])
{
    const uint32_t kinds =
        1U << UH_FACT_SESSION | 1U << UH_FACT_RATING | 1U << UH_FACT_BREAK | 1U << UH_FACT_MARK;
    const uh_date today = request->past->now.day;
    const bool is_ahead = day.days > today.days;
    uh_gathered near;
    if (!uh_gather(request->cli, request->past, kinds, is_ahead ? today : day,
                   is_ahead ? day : today, &near)) {
        near = (uh_gathered){0};
    }
    (void)uh_log_short_id(near.facts, near.count, id, out);
    uh_gathered_free(&near);
}

/* Keeps it and says so, with the id by which it can be taken back. */
static int keep_new(uh_log_request *request, uh_fact *fact, uh_date day, uh_phrase what)
{
    char text[UH_PAGE_TEXT_MAX];
    char letters[UH_FACT_ID_SIZE];
    const int code = uh_log_keep(request, fact);
    if (code == UH_EXIT_DONE) {
        (void)uh_words(request->cli->language, &request->cli->catalogue, &what, text, sizeof text);
        write_id(request, day, uh_log_id(fact), letters);
        uh_log_tell(request, uh_say2(UH_MSG_LOG_NOTED, uh_literal(text), uh_literal(letters)));
    }
    return code;
}

/* -- days -- */

/* Noon of a day, where this machine is. */
static uh_moment noon_of(uh_date day)
{
    const int64_t utc_ms = day.days * DAY_MS + DAY_MS / 2;
    const int32_t offset_s = uh_clock_offset_s((uh_unix_ms){utc_ms});
    return uh_moment_at((uh_unix_ms){utc_ms - (int64_t)offset_s * 1000}, offset_s);
}

/* Today, or the one word that was typed. A flare is not known ahead; a day off is. */
static int read_day(const uh_log_request *request, uh_moment *ret_at)
{
    const uh_date today = request->past->now.day;
    const int32_t ahead = request->options->rest ? DAYS_AHEAD : 0;
    uh_date day = today;
    char from[UH_DATE_TEXT_SIZE];
    char to[UH_DATE_TEXT_SIZE];
    if (request->count == 0) {
        *ret_at = request->past->now;
        return UH_EXIT_GO_ON;
    }
    const bool is_read = request->count == 1 && uh_date_read(request->words[0], &day) == UH_OK;
    const int32_t ago = uh_date_between(day, today);
    if (is_read && ago <= DAYS_BACK && -ago <= ahead) {
        *ret_at = ago == 0 ? request->past->now : noon_of(day);
        return UH_EXIT_GO_ON;
    }
    uh_date_write(uh_date_add(today, -DAYS_BACK), from);
    uh_date_write(uh_date_add(today, ahead), to);
    return uh_log_refuse(request, uh_say3(UH_MSG_LOG_BAD_DAY, uh_literal(request->words[0]),
                                          uh_literal(from), uh_literal(to)));
}

/* UH_EXIT_GO_ON where the day has no such mark; else that is said. */
static int check_unmarked(const uh_log_request *request, uh_mark_kind mark, uh_date day,
                          const char *date)
{
    uh_gathered gathered;
    if (!uh_gather(request->cli, request->past, 1U << UH_FACT_MARK, day, day, &gathered)) {
        return UH_EXIT_FAILED;
    }
    int code = UH_EXIT_GO_ON;
    for (uint32_t i = 0; i < gathered.count && code == UH_EXIT_GO_ON; i++) {
        if (gathered.facts[i].is.mark.mark == mark) {
            uh_log_tell(request, uh_say1(UH_MSG_LOG_ALREADY, uh_literal(date)));
            code = UH_EXIT_DONE;
        }
    }
    uh_gathered_free(&gathered);
    return code;
}

int uh_log_rest(uh_log_request *request)
{
    const bool is_rest = request->options->rest;
    uh_fact fact = {.kind = UH_FACT_MARK};
    uh_mark_fact *mark = &fact.is.mark;
    char date[UH_DATE_TEXT_SIZE];
    mark->mark = is_rest ? UH_MARK_REST : UH_MARK_FLARE;
    int code = read_day(request, &mark->at);
    if (code == UH_EXIT_GO_ON) {
        uh_date_write(mark->at.day, date);
        code = check_unmarked(request, (uh_mark_kind)mark->mark, mark->at.day, date);
    }
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    uh_past_name(request->past, mark->id);
    return keep_new(
        request, &fact, mark->at.day,
        uh_say1(is_rest ? UH_MSG_LOG_NOTED_REST : UH_MSG_LOG_NOTED_FLARE, uh_literal(date)));
}

/* -- a break -- */

int uh_log_stood(uh_log_request *request)
{
    uh_fact fact = {.kind = UH_FACT_BREAK};
    uh_break_fact *pause = &fact.is.pause;
    pause->began = request->past->now;
    pause->kind = UH_BREAK_STOOD;
    uh_past_name(request->past, pause->id);
    return keep_new(request, &fact, pause->began.day, uh_say(UH_MSG_LOG_NOTED_STOOD));
}

/* -- ratings -- */

/* The rating of today, to be corrected where there is one. False after a complaint. */
static bool find_rating(const uh_log_request *request, uh_fact *fact, bool *ret_there)
{
    const uh_date today = request->past->now.day;
    uh_gathered gathered;
    *ret_there = false;
    if (!uh_gather(request->cli, request->past, 1U << UH_FACT_RATING, today, today, &gathered)) {
        return false;
    }
    for (uint32_t i = 0; i < gathered.count; i++) {
        if (gathered.facts[i].is.rating.moment == UH_RATING_DAY) {
            *fact = gathered.facts[i];
            *ret_there = true;
        }
    }
    uh_gathered_free(&gathered);
    return true;
}

static void put_ratings(const uh_log_options *chosen, uh_rating_fact *rating)
{
    if (chosen->pain != UH_LOG_NO_NUMBER) {
        rating->pain = (int32_t)chosen->pain;
    }
    if (chosen->stiffness != UH_LOG_NO_NUMBER) {
        rating->stiffness = (int32_t)chosen->stiffness;
    }
}

static uh_phrase rating_phrase(const uh_rating_fact *rating)
{
    const uh_argument pain = uh_number(rating->pain);
    const uh_argument stiffness = uh_number(rating->stiffness);
    if (rating->stiffness == UH_NOT_ASKED) {
        return uh_say1(UH_MSG_LOG_NOTED_PAIN, pain);
    }
    return rating->pain == UH_NOT_ASKED ? uh_say1(UH_MSG_LOG_NOTED_STIFFNESS, stiffness)
                                        : uh_say2(UH_MSG_LOG_NOTED_BOTH, pain, stiffness);
}

int uh_log_rate(uh_log_request *request)
{
    uh_fact fact = {.kind = UH_FACT_RATING};
    uh_rating_fact *rating = &fact.is.rating;
    bool is_there = false;
    if (!find_rating(request, &fact, &is_there)) {
        return UH_EXIT_FAILED;
    }
    if (!is_there) {
        rating->at = request->past->now;
        rating->pain = rating->stiffness = UH_NOT_ASKED;
        uh_past_name(request->past, rating->id);
    }
    put_ratings(request->options, rating);
    const int code = keep_new(request, &fact, rating->at.day, rating_phrase(rating));
    const uh_rating day = {rating->pain, rating->stiffness};
    if (code == UH_EXIT_DONE && uh_rating_is_too_much(day)) {
        uh_log_tell(request, uh_say(UH_MSG_REST_TODAY_WHY));
        uh_log_tell(request, uh_say(UH_MSG_REST_TODAY_SEE));
    }
    return code;
}

/* -- a stretch that was set aside -- */

static bool is_parked(const uh_log_request *request, uint32_t exercise, uh_side side)
{
    return uh_history_is_parked(&request->past->history, &request->cli->catalogue, exercise, side);
}

/* Which sides of it the person means: all that are set aside, unless one is named. */
static bool is_any_parked(const uh_log_request *request, uint32_t exercise, uh_side side)
{
    const uh_exercise *of = uh_catalogue_exercise(&request->cli->catalogue, exercise);
    if (of->sides.kind == UH_SIDES_BOTH || side != UH_SIDE_BOTH) {
        return is_parked(request, exercise, side);
    }
    return is_parked(request, exercise, UH_SIDE_LEFT) ||
           is_parked(request, exercise, UH_SIDE_RIGHT);
}

static uh_phrase again_phrase(uh_side side, uh_argument name)
{
    static const uh_message again[] = {[UH_SIDE_BOTH] = UH_MSG_LOG_AGAIN,
                                       [UH_SIDE_LEFT] = UH_MSG_LOG_AGAIN_LEFT,
                                       [UH_SIDE_RIGHT] = UH_MSG_LOG_AGAIN_RIGHT};
    return uh_say1(again[side], name);
}

static int offer_again(uh_log_request *request, uint32_t exercise)
{
    const uh_exercise *of = uh_catalogue_exercise(&request->cli->catalogue, exercise);
    const bool is_sided = of->sides.kind != UH_SIDES_BOTH;
    const uh_side side = is_sided && request->options->side != UH_LOG_NO_CHOICE
                             ? (uh_side)request->options->side
                             : UH_SIDE_BOTH;
    const uh_argument name = uh_catalogue_argument(of->name);
    uh_fact fact = {.kind = UH_FACT_MARK};
    uh_mark_fact *mark = &fact.is.mark;
    uh_phrase why;
    const bool rests =
        uh_day_rests(&request->cli->catalogue, &request->past->history.done, exercise, &why);
    if (!is_any_parked(request, exercise, side)) {
        uh_log_tell(request, rests ? why : uh_say1(UH_MSG_LOG_NOT_PARKED, name));
        return UH_EXIT_DONE;
    }
    const char *key = uh_catalogue_text(&request->cli->catalogue, of->key);
    memcpy(mark->exercise, key, strlen(key) + 1); /* a key is at most 40 letters long */
    mark->at = request->past->now;
    mark->mark = UH_MARK_TRY_AGAIN;
    mark->side = side;
    uh_past_name(request->past, mark->id);
    const int code = keep_new(request, &fact, mark->at.day, again_phrase(side, name));
    if (code == UH_EXIT_DONE) {
        uh_log_tell(request, rests ? why : uh_say(UH_MSG_LOG_AGAIN_HOW));
    }
    return code;
}

/* "--again chin tuck": the second word comes as one of its own. */
static void join_name(const uh_log_request *request, char words[WORDS_MAX])
{
    uh_buffer buffer = {words, WORDS_MAX, 0};
    const uh_out out = uh_out_to_buffer(&buffer);
    uh_out_text(out, request->options->again);
    for (int i = 0; i < request->count; i++) {
        uh_out_text(out, " ");
        uh_out_text(out, request->words[i]);
    }
}

int uh_log_again(uh_log_request *request)
{
    char words[WORDS_MAX];
    uint32_t exercise = 0;
    join_name(request, words);
    const int code = uh_cli_find_exercise(request->cli, words, &exercise);
    return code == UH_EXIT_GO_ON ? offer_again(request, exercise) : code;
}
