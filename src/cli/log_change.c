/* SPDX-License-Identifier: MIT */
/* log_change.c: corrections: what a session was, a record that is taken back, everything forgotten.
 */
#include <string.h>

#include "cli/ask.h"
#include "cli/log.h"
#include "host/terminal.h"
#include "shell/trouble.h"
#include "unhunch/log_show.h"

/* -- finding by the first letters of an id -- */

enum {
    CANDIDATES_MAX = 8,
    ANY_RECORD =
        1U << UH_FACT_SESSION | 1U << UH_FACT_RATING | 1U << UH_FACT_BREAK | 1U << UH_FACT_MARK
};

typedef struct search {
    const char *typed;
    size_t length;
    uint32_t found;
    uh_fact facts[CANDIDATES_MAX]; /* the first of them */
} search;

static bool take(void *to, const uh_fact *fact)
{
    search *at = to;
    if (strncmp(uh_log_id(fact), at->typed, at->length) == 0) {
        if (at->found < CANDIDATES_MAX) {
            at->facts[at->found] = *fact;
        }
        at->found++;
    }
    return true;
}

static uh_message kind_message(uh_fact_kind kind)
{
    return kind == UH_FACT_SESSION  ? UH_MSG_RECORD_SESSION
           : kind == UH_FACT_RATING ? UH_MSG_RECORD_RATING
           : kind == UH_FACT_BREAK  ? UH_MSG_RECORD_BREAK
                                    : UH_MSG_RECORD_MARK;
}

/* None, or several: then each of them in full. */
static int refuse_search(const uh_log_request *request, const search *at)
{
    const uh_argument typed = uh_literal(at->typed);
    if (at->found == 0) {
        return uh_log_refuse(request, uh_say1(UH_MSG_LOG_ID_UNKNOWN, typed));
    }
    (void)uh_log_refuse(request, uh_say2(UH_MSG_LOG_ID_MANY, uh_number(at->found), typed));
    for (uint32_t i = 0; i < at->found && i < CANDIDATES_MAX; i++) {
        uh_log_tell(request, uh_say2(UH_MSG_LOG_CANDIDATE, uh_literal(uh_log_id(&at->facts[i])),
                                     uh_message_argument(kind_message(at->facts[i].kind))));
    }
    return UH_EXIT_USAGE;
}

/* UH_EXIT_GO_ON and all whose id begins so. */
static int look(const uh_log_request *request, const char *typed, uint32_t kinds,
                search *ret_search)
{
    *ret_search = (search){.typed = typed, .length = strlen(typed)};
    if (ret_search->length < UH_SHORT_ID_LETTERS) {
        return uh_log_refuse(request, uh_say2(UH_MSG_LOG_ID_SHORT, uh_literal(typed),
                                              uh_number(UH_SHORT_ID_LETTERS)));
    }
    if (uh_store_replay(request->past->store, kinds, UH_FIRST_DATE, UH_LAST_DATE, take,
                        ret_search) != UH_OK) {
        (void)uh_log_refuse(request, uh_say(UH_MSG_LOG_UNREADABLE));
        return UH_EXIT_FAILED;
    }
    return UH_EXIT_GO_ON;
}

/* UH_EXIT_GO_ON and the one that was found. */
static int take_only(const uh_log_request *request, const search *at, uh_fact *ret_fact)
{
    if (at->found != 1) {
        return refuse_search(request, at);
    }
    *ret_fact = at->facts[0];
    return UH_EXIT_GO_ON;
}

/* -- edit -- */

static int find_session(const uh_log_request *request, const char *typed, uh_fact *ret_fact)
{
    search at;
    search elsewhere = {0};
    int code = look(request, typed, 1U << UH_FACT_SESSION, &at);
    if (code == UH_EXIT_GO_ON && at.found == 0) {
        code = look(request, typed, ANY_RECORD, &elsewhere);
    }
    if (elsewhere.found > 0) {
        return uh_log_refuse(request, uh_say1(UH_MSG_LOG_ID_NO_SESSION, uh_literal(typed)));
    }
    return code == UH_EXIT_GO_ON ? take_only(request, &at, ret_fact) : code;
}

int uh_log_edit(uh_log_request *request)
{
    const uh_log_options *chosen = request->options;
    uh_fact fact = {0};
    if (chosen->did == UH_LOG_NO_CHOICE && chosen->felt == UH_LOG_NO_CHOICE) {
        return uh_log_refuse(request, uh_say(UH_MSG_LOG_EDIT_WHAT));
    }
    const int code = find_session(request, chosen->edit, &fact);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (chosen->did != UH_LOG_NO_CHOICE) {
        fact.is.session.correction = chosen->did;
    }
    if (chosen->felt != UH_LOG_NO_CHOICE) {
        fact.is.session.helped = chosen->felt;
    }
    const int kept = uh_log_keep(request, &fact);
    if (kept == UH_EXIT_DONE) {
        uh_log_tell(request, uh_say1(UH_MSG_LOG_EDITED, uh_literal(chosen->edit)));
    }
    return kept;
}

/* -- delete -- */

static uh_phrase delete_question(const uh_fact *fact, const char *id)
{
    return uh_say1(fact->kind == UH_FACT_SESSION ? UH_MSG_LOG_DELETE_SESSION
                                                 : UH_MSG_LOG_DELETE_RECORD,
                   uh_literal(id));
}

/* UH_EXIT_GO_ON: it may be deleted. */
static int check_delete(const uh_log_request *request, const uh_fact *fact)
{
    if (uh_fact_may_go(fact)) {
        return UH_EXIT_GO_ON;
    }
    return uh_log_refuse(request,
                         uh_say2(UH_MSG_LOG_DELETE_SAFETY, uh_literal(request->options->forget),
                                 uh_literal("unhunch screen --seen")));
}

/* UH_EXIT_GO_ON: the person wants it. */
static int ask_to_delete(const uh_log_request *request, uh_phrase question)
{
    if (request->options->yes) {
        return UH_EXIT_GO_ON;
    }
    if (!uh_terminal_on_input()) {
        return uh_log_refuse(request, uh_say1(UH_MSG_LOG_SAY_YES, uh_literal("--yes")));
    }
    if (uh_ask_key(request->cli, question, "yn") == 'y') {
        return UH_EXIT_GO_ON;
    }
    uh_log_tell(request, uh_say(UH_MSG_LOG_KEPT));
    return UH_EXIT_DONE;
}

/* The mark of a stop is no part of its session. */
static void tell_what_stays(const uh_log_request *request, const uh_fact *fact)
{
    const uint32_t reason =
        fact->kind == UH_FACT_SESSION ? fact->is.session.reason : UH_REASON_NONE;
    if (reason >= UH_REASON_PAIN && reason <= UH_REASON_DIZZY && !fact->is.session.simulated) {
        uh_log_tell(request,
                    uh_say1(UH_MSG_LOG_DELETED_STOP,
                            uh_message_argument((uh_message)((uint32_t)UH_MSG_WHY_STOP_PAIN +
                                                             reason - UH_REASON_PAIN))));
    }
}

int uh_log_delete(uh_log_request *request)
{
    search at;
    uh_fact fact = {0};
    int code = look(request, request->options->forget, ANY_RECORD, &at);
    code = code == UH_EXIT_GO_ON ? take_only(request, &at, &fact) : code;
    code = code == UH_EXIT_GO_ON ? check_delete(request, &fact) : code;
    if (code == UH_EXIT_GO_ON) {
        code = ask_to_delete(request, delete_question(&fact, request->options->forget));
    }
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (uh_store_delete(request->past->store, &fact) != UH_OK) {
        (void)uh_log_refuse(request, uh_say(UH_MSG_LOG_DELETE_FAILED));
        return UH_EXIT_FAILED;
    }
    uh_log_tell(request, uh_say(UH_MSG_LOG_DELETED));
    tell_what_stays(request, &fact);
    return UH_EXIT_DONE;
}

/* -- everything -- */

/* Twice, and with another key each time: no finger does that by itself. */
static int ask_to_purge(const uh_log_request *request)
{
    if (request->options->purge_yes) {
        return UH_EXIT_GO_ON;
    }
    if (!uh_terminal_on_input()) {
        return uh_log_refuse(request,
                             uh_say1(UH_MSG_LOG_SAY_YES, uh_literal("--yes-purge-everything")));
    }
    if (uh_ask_key(request->cli, uh_say(UH_MSG_LOG_PURGE_FIRST), "yn") == 'y' &&
        uh_ask_key(request->cli, uh_say(UH_MSG_LOG_PURGE_SECOND), "pn") == 'p') {
        return UH_EXIT_GO_ON;
    }
    uh_log_tell(request, uh_say(UH_MSG_LOG_KEPT));
    return UH_EXIT_DONE;
}

int uh_log_purge(uh_log_request *request)
{
    uh_store_report report;
    const int code = ask_to_purge(request);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (uh_store_purge(request->past->store, &report) != UH_OK) {
        (void)uh_log_refuse(request, uh_trouble_of_purge(&report));
        return UH_EXIT_FAILED;
    }
    uh_log_tell(request, uh_say(UH_MSG_LOG_PURGED));
    return UH_EXIT_DONE;
}
