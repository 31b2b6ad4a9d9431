/* SPDX-License-Identifier: MIT */
/* facts.c: records out and in, as the lines of `unhunch export jsonl` (store/fact_json.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell/desk.h"
#include "shell/trouble.h"
#include "store/exchange.h"
#include "store/fact_json.h"
#include "store/lines.h"
#include "unhunch/log_show.h"
#include "web/spool.h"
#include "web/web.h"

/* A session that ended so long ago is news. */
enum { JUST_MS = 5 * 60 * 1000 };

/* -- out -- */

typedef struct reading {
    uh_out out;
    uh_unix_ms after;
} reading;

static bool write_fact(void *to, const uh_fact *fact)
{
    const reading *at = to;
    if (fact->changed.ms > at->after.ms) {
        uh_fact_write_json(fact, at->out);
    }
    return true;
}

/* Whole milliseconds; false: something else stands there. */
static bool read_after(const uh_target *target, uh_unix_ms *ret_after)
{
    const char *text = uh_target_value(target, "changed_after");
    *ret_after = (uh_unix_ms){INT64_MIN};
    if (text == NULL) {
        return true;
    }
    if (text[0] == '\0' || strlen(text) > 15 || text[strspn(text, "0123456789")] != '\0') {
        return false;
    }
    ret_after->ms = strtoll(text, NULL, 10);
    return true;
}

void uh_web_facts(uh_web *web, const uh_request *request, uh_response *response)
{
    uh_unix_ms after;
    if (!read_after(request->target, &after)) {
        uh_web_refuse(web, response, UH_PROBLEM_QUERY, NULL);
        return;
    }
    uh_store *store = uh_web_store(web, request, response);
    FILE *file = store != NULL ? uh_spool_open() : NULL;
    if (file == NULL) {
        uh_web_refuse(web, response, UH_PROBLEM_FAILED, NULL);
        return;
    }
    reading at = {uh_out_to_file(file), after};
    const uh_status status =
        uh_store_replay(store, UH_STORE_ALL_KINDS, UH_FIRST_DATE, UH_LAST_DATE, write_fact, &at);
    response->media = "application/x-ndjson";
    if (status != UH_OK) {
        (void)fclose(file);
        uh_web_refuse(web, response, UH_PROBLEM_UNREADABLE, NULL);
    } else if (!uh_spool_end(file, response)) {
        uh_web_refuse(web, response, UH_PROBLEM_FAILED, NULL);
    }
}

/* -- in -- */

static void write_counts(uh_response *response, const uh_import *import)
{
    uh_json json = uh_web_json(response);
    uh_json_object(&json, NULL);
    uh_json_number(&json, "kept", (int64_t)import->fresh + import->changed);
    uh_json_number(&json, "known", import->known);
    uh_json_end_object(&json);
}

static void refuse_record(const uh_web *web, uh_response *response, const uh_fault *fault)
{
    char choices[UH_FAULT_CHOICES_SIZE];
    const uh_phrase phrase = uh_fault_phrase(fault, choices);
    uh_web_refuse(web, response, UH_PROBLEM_RECORD, &phrase);
    response->line = fault->line;
    response->column = fault->column;
}

/* Puts the lines of the body, all or none. False after writing the problem. */
static bool put_lines(uh_web *web, const uh_request *request, uh_store *store,
                      uh_response *response, uh_import *ret_import)
{
    *ret_import = (uh_import){0};
    if (request->body_length == 0) {
        return true;
    }
    FILE *file = uh_spool_of(request->body, request->body_length);
    if (file == NULL) {
        uh_web_refuse(web, response, UH_PROBLEM_FAILED, NULL);
        return false;
    }
    const uh_status status = uh_store_import(store, UH_EXCHANGE_JSONL, file, ret_import);
    (void)fclose(file);
    if (status == UH_ERR_FORMAT) {
        refuse_record(web, response, &ret_import->fault);
    } else if (status != UH_OK) { /* waiting for the disk is not kept: the page asks again */
        const uh_phrase why = uh_say(uh_trouble_message(uh_store_trouble_of(store), false));
        uh_web_refuse(web, response, UH_PROBLEM_NOT_KEPT, &why);
    }
    return status == UH_OK;
}

void uh_web_facts_post(uh_web *web, const uh_request *request, uh_response *response)
{
    uh_store *store = uh_web_store(web, request, response);
    uh_import import;
    if (store != NULL && put_lines(web, request, store, response, &import)) {
        write_counts(response, &import);
    }
}

/* -- one session -- */

/* What a body says of the session that its address names. */
typedef struct session_body {
    const char *id;
    uint32_t sessions;
    uint32_t worked;    /* sets in which something was really done */
    uh_unix_ms changed; /* of the session */
    bool is_strange;    /* something belongs to another one */
} session_body;

/* Ratings and marks are made in a session and stand for themselves. */
static uh_status take_part(void *to, const uh_fact *fact)
{
    session_body *body = to;
    const char *of = uh_fact_session(fact);
    if (fact->kind == UH_FACT_SESSION) {
        body->sessions++;
        body->changed = fact->changed;
        of = fact->is.session.id;
    }
    if (fact->kind == UH_FACT_SET && !fact->is.set.simulated) {
        body->worked += fact->is.set.actual_hold_ms > 0 || fact->is.set.actual_repetitions > 0;
    }
    const bool stands_alone = fact->kind == UH_FACT_RATING || fact->kind == UH_FACT_MARK;
    body->is_strange |= of != NULL ? strcmp(of, body->id) != 0 : !stands_alone;
    return UH_OK;
}

/* UH_OK. UH_ERR_FORMAT: see the fault. UH_ERR_FULL, UH_ERR_STATE: it could not be read. */
static uh_status read_lines(uh_lines *lines, session_body *body, uh_fault *fault)
{
    uh_status status = UH_OK;
    while (status == UH_OK && (status = uh_lines_next(lines)) == UH_OK) {
        const bool is_blank = lines->text[strspn(lines->text, " \t\r\n")] == '\0';
        if (!is_blank || strlen(lines->text) != lines->length) {
            status = uh_fact_read_json(lines->text, lines->length, take_part, body, fault);
        }
        if (status == UH_ERR_FORMAT) {
            fault->line = lines->number;
        }
    }
    return status == UH_ERR_EMPTY ? UH_OK : status;
}

/* False after writing the problem. */
static bool read_body(const uh_web *web, const uh_request *request, uh_response *response,
                      session_body *body)
{
    uh_fault fault = {0};
    uh_lines lines;
    uh_status status = UH_OK;
    FILE *file = uh_spool_of(request->body, request->body_length);
    if (file != NULL && (status = uh_lines_open(file, &lines)) == UH_OK) {
        status = read_lines(&lines, body, &fault);
        uh_lines_close(&lines);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    if (status == UH_ERR_FORMAT) {
        refuse_record(web, response, &fault);
    } else if (status != UH_OK || (file == NULL && request->body_length > 0)) {
        uh_web_refuse(web, response, UH_PROBLEM_FAILED, NULL);
    } else if (body->sessions != 1 || body->is_strange) {
        uh_web_refuse(web, response, UH_PROBLEM_ANOTHER, NULL);
    }
    return response->problem == UH_PROBLEM_NONE;
}

/* The session as it is stored; false: it is not. */
static bool find_session(uh_store *store, const session_body *body, uh_fact *ret_stored)
{
    *ret_stored = (uh_fact){.kind = UH_FACT_SESSION};
    memcpy(ret_stored->is.session.id, body->id, strlen(body->id) + 1);
    return uh_store_get(store, ret_stored) == UH_OK;
}

static bool has_ended(uh_store *store, const session_body *body)
{
    uh_fact stored;
    return find_session(store, body, &stored) && stored.is.session.ended.ms != UH_NO_TIME.ms;
}

/* Does it play in the terminal, or has it since? */
static bool is_elsewhere(const uh_web *web, uh_store *store, const session_body *body,
                         uh_unix_ms now)
{
    uh_fact stored;
    return find_session(store, body, &stored) &&
           uh_owned_elsewhere(&web->owned, &stored.is.session, stored.changed, body->changed, now);
}

/* A session that just ended was a break, too; one that was kept in a browser for long is none now.
 */
static void tell_desk(const uh_session_fact *session, const session_body *body, bool was_over,
                      uh_unix_ms now)
{
    const bool is_over = session->ended.ms != UH_NO_TIME.ms;
    if (is_over && !was_over && body->worked > 0 && now.ms - session->ended.ms < JUST_MS) {
        uh_desk_hint("done");
    }
}

void uh_web_session_put(uh_web *web, const uh_request *request, uh_response *response)
{
    session_body body = {.id = request->match->segment};
    uh_import import;
    uh_store *store = uh_web_store(web, request, response);
    if (store == NULL || !read_body(web, request, response, &body)) {
        return;
    }
    if (is_elsewhere(web, store, &body, request->now.at)) {
        uh_web_refuse(web, response, UH_PROBLEM_HELD, NULL);
        return;
    }
    const bool was_over = has_ended(store, &body);
    if (!put_lines(web, request, store, response, &import)) {
        return;
    }
    uh_fact stored;
    if (find_session(store, &body, &stored)) { /* the later of the two stands */
        uh_owned_take(&web->owned, body.id, stored.changed);
        tell_desk(&stored.is.session, &body, was_over, request->now.at);
    }
    write_counts(response, &import);
}

/* -- taking back -- */

typedef struct search {
    const char *id;
    bool is_found;
    uh_fact fact;
} search;

static bool take_found(void *to, const uh_fact *fact)
{
    search *at = to;
    at->is_found = strcmp(uh_log_id(fact), at->id) == 0;
    if (at->is_found) {
        at->fact = *fact;
    }
    return !at->is_found;
}

static uh_problem delete_found(uh_store *store, const uh_fact *fact)
{
    if (!uh_fact_may_go(fact)) {
        return UH_PROBLEM_SAFETY;
    }
    return uh_store_delete(store, fact) == UH_OK ? UH_PROBLEM_NONE : UH_PROBLEM_NOT_KEPT;
}

/* A record that has an id; of the address of sessions, only a session. */
void uh_web_delete(uh_web *web, const uh_request *request, uh_response *response)
{
    const uint32_t session = 1U << UH_FACT_SESSION;
    const uint32_t kinds =
        request->match->route == UH_ROUTE_SESSION_DELETE
            ? session
            : session | 1U << UH_FACT_RATING | 1U << UH_FACT_BREAK | 1U << UH_FACT_MARK;
    search at = {.id = request->match->segment};
    uh_store *store = uh_web_store(web, request, response);
    if (store == NULL) {
        return;
    }
    if (uh_store_replay(store, kinds, UH_FIRST_DATE, UH_LAST_DATE, take_found, &at) != UH_OK) {
        uh_web_refuse(web, response, UH_PROBLEM_UNREADABLE, NULL);
        return;
    }
    const uh_problem problem = at.is_found ? delete_found(store, &at.fact) : UH_PROBLEM_NOT_FOUND;
    if (problem != UH_PROBLEM_NONE) {
        uh_web_refuse(web, response, problem, NULL);
        return;
    }
    response->status = 204;
}
