/* SPDX-License-Identifier: MIT */
/* views.c: what other programs may read, in the words of the commands' --json. */
#include <stdlib.h>
#include <string.h>

#include "unhunch/progress_show.h"
#include "unhunch/settings_show.h"
#include "web/web.h"

/* One at a time: it is large, and so is its fold of `days` days. NULL after the problem. */
static const uh_past *look(uh_web *web, const uh_request *request, uh_response *response,
                           uint32_t days)
{
    static uh_past past;
    uh_store *store = uh_web_store(web, request, response);
    if (store == NULL) {
        return NULL;
    }
    uh_past_look(&web->shell, request->now, store, (uh_out){NULL, NULL}, &past);
    if (days != UH_PLAN_DAYS) {
        uh_past_look_back(&web->shell, &past, days);
    }
    return &past;
}

/* -- today -- */

static void write_session(uh_json *json, const uh_session_fact *session, uh_unix_ms now)
{
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(session->began.day, day);
    uh_json_object(json, "last_session");
    uh_json_text(json, "id", session->id);
    uh_json_number(json, "began_ms", session->began.at.ms);
    uh_json_text(json, "day", day);
    uh_json_text(json, "end", uh_ending_name(session->end));
    uh_json_bool(json, "simulated", session->simulated);
    uh_json_bool(json, "is_held", uh_session_is_held(session, now));
    uh_json_bool(json, "may_go_on", uh_session_may_go_on(session, now));
    uh_json_end_object(json);
}

static void write_offers(uh_json *json, const uh_past *past)
{
    const uh_outcome outcome = uh_outcome_of(&past->answers, past->now.day);
    uh_json_text(json, "outcome", uh_outcome_name(outcome.kind));
    uh_json_list(json, "offers");
    for (uint32_t offer = 0; offer < UH_OFFER_COUNT; offer++) {
        if ((outcome.offers & 1U << offer) != 0) {
            uh_json_text(json, NULL, uh_offer_name(offer));
        }
    }
    uh_json_end_list(json);
}

static void write_week(uh_json *json, const uh_progress *progress)
{
    uh_json_number(json, "goal_days_a_week", progress->goal);
    uh_json_text(json, "today", uh_day_look_name(progress->day[0]));
    uh_json_bool(json, "is_due", uh_progress_is_due(progress));
    uh_json_object(json, "week");
    uh_json_number(json, "done", progress->week_done);
    uh_json_number(json, "planned", progress->week_planned);
    uh_json_end_object(json);
}

void uh_web_today(uh_web *web, const uh_request *request, uh_response *response)
{
    static uh_progress progress;
    const uh_past *past = look(web, request, response, UH_PLAN_DAYS);
    if (past == NULL) {
        return;
    }
    uh_session_fact session;
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(past->now.day, day);
    uh_progress_look(&past->history, UH_PLAN_DAYS,
                     uh_settings_goal_days(&past->settings, &past->screening), &progress);
    uh_json json = uh_web_json(response);
    uh_json_object(&json, NULL);
    uh_json_text(&json, "day", day);
    write_week(&json, &progress);
    uh_json_bool(&json, "is_flare", uh_history_is_marked(&past->history, 0, UH_MARK_FLARE));
    uh_json_bool(&json, "is_rest", uh_history_is_marked(&past->history, 0, UH_MARK_REST));
    uh_json_bool(&json, "sore_today", past->screening.sore_today);
    uh_json_text(&json, "screening", uh_screening_state_name(past->screening.state));
    write_offers(&json, past);
    if (uh_store_last_session(past->store, &session) == UH_OK) {
        write_session(&json, &session, past->now.at);
    } else {
        uh_json_null(&json, "last_session");
    }
    uh_json_end_object(&json);
}

/* -- progress -- */

/* UH_PROGRESS_DAYS where nothing is said; 0: not a number within its range. */
static uint32_t days_asked(const uh_target *target)
{
    const char *text = uh_target_value(target, "days");
    if (text == NULL) {
        return UH_PROGRESS_DAYS;
    }
    char *end = NULL;
    const bool is_number = text[0] >= '0' && text[0] <= '9' && strlen(text) <= 4;
    const unsigned long days = is_number ? strtoul(text, &end, 10) : 0;
    const bool fits =
        is_number && *end == '\0' && days >= UH_PROGRESS_DAYS_LEAST && days <= UH_HISTORY_DAYS;
    return fits ? (uint32_t)days : 0;
}

void uh_web_progress(uh_web *web, const uh_request *request, uh_response *response)
{
    static uh_progress progress;
    const uint32_t days = days_asked(request->target);
    if (days == 0) {
        uh_web_refuse(web, response, UH_PROBLEM_QUERY, NULL);
        return;
    }
    const uh_past *past = look(web, request, response, days);
    if (past == NULL) {
        return;
    }
    uh_progress_look(&past->history, days, uh_settings_goal_days(&past->settings, &past->screening),
                     &progress);
    uh_json json = uh_web_json(response);
    uh_show_progress_json(&json, &web->shell.catalogue, &progress);
}

/* -- who it is -- */

void uh_web_profile(uh_web *web, const uh_request *request, uh_response *response)
{
    const uh_past *past = look(web, request, response, UH_PLAN_DAYS);
    if (past != NULL) {
        uh_json json = uh_web_json(response);
        uh_show_settings_json(&json, &past->settings, &past->person, &past->screening);
    }
}

void uh_web_screening(uh_web *web, const uh_request *request, uh_response *response)
{
    const uh_past *past = look(web, request, response, UH_PLAN_DAYS);
    if (past != NULL) {
        uh_json json = uh_web_json(response);
        uh_show_screening_json(&json, &past->answers, past->now.day);
    }
}

/* -- the catalogue -- */

void uh_web_catalogue(uh_web *web, const uh_request *request, uh_response *response)
{
    response->tag = web->catalogue_tag;
    response->media = "application/octet-stream";
    if (uh_names_tag(request->if_none_match, web->catalogue_tag)) {
        response->status = 304;
        return;
    }
    uh_bytes_add(&response->body, web->packed, web->packed_size);
}

void uh_web_advice(uh_web *web, const uh_request *request, uh_response *response)
{
    (void)request;
    uh_json json = uh_web_json(response);
    uh_learn_topics_json(&json, &web->shell.catalogue);
}

void uh_web_topic(uh_web *web, const uh_request *request, uh_response *response)
{
    uint32_t topic = 0;
    if (uh_catalogue_find_topic(&web->shell.catalogue, request->match->segment, &topic) != UH_OK) {
        uh_web_refuse(web, response, UH_PROBLEM_NOT_FOUND, NULL);
        return;
    }
    uh_json json = uh_web_json(response);
    uh_learn_topic_json(&json, &web->shell.catalogue, topic);
}
