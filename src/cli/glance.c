/* SPDX-License-Identifier: MIT */
/* `unhunch` alone: today at a glance. Never a reproach: it says what would fit, and what was done.
 */
#include "cli/gather.h"
#include "unhunch/log_show.h"
#include "unhunch/progress.h"

enum { INDENT = 2, GAP = 2, LABEL_LEAST = 20 };

/* What can be done now, in two columns. */
typedef struct offer_list {
    uint32_t count;
    struct {
        uh_message label;
        const char *command;
    } rows[8];
} offer_list;

static void offer(offer_list *list, uh_message label, const char *command)
{
    UH_ASSERT(list->count < UH_COUNT(list->rows));
    list->rows[list->count].label = label;
    list->rows[list->count++].command = command;
}

/* The second column begins behind the longest label of the language. */
static void show_offers(const uh_page *page, const offer_list *list)
{
    char words[UH_PAGE_TEXT_MAX];
    uint32_t column = LABEL_LEAST;
    for (uint32_t i = 0; i < list->count; i++) {
        const uint32_t columns =
            uh_text_columns(uh_page_render(page, uh_say(list->rows[i].label), words));
        column = columns > column ? columns : column;
    }
    for (uint32_t i = 0; i < list->count; i++) {
        uh_page_item(page, INDENT, uh_page_render(page, uh_say(list->rows[i].label), words),
                     INDENT + column + GAP, list->rows[i].command);
    }
}

/* Each number has its own noun and its own form of it. */
static void have(const uh_page *page)
{
    const uh_catalogue *catalogue = page->catalogue;
    char stretches[UH_PAGE_TEXT_MAX];
    char routines[UH_PAGE_TEXT_MAX];
    uh_page_render(
        page, uh_say1(UH_MSG_INTRO_STRETCHES, uh_number(uh_catalogue_exercise_count(catalogue))),
        stretches);
    uh_page_render(
        page, uh_say1(UH_MSG_GLANCE_ROUTINES, uh_number(uh_catalogue_routine_count(catalogue))),
        routines);
    uh_page_phrase(page, 0,
                   uh_say2(UH_MSG_GLANCE_HAVE, uh_literal(stretches), uh_literal(routines)));
}

/* -- what is due -- */

static uh_message plan_message(const uh_past *past, const uh_progress *progress)
{
    if (uh_history_was_away(&past->history)) {
        return UH_MSG_GLANCE_AWAY;
    }
    if (progress->goal == 0) {
        return UH_MSG_GLANCE_NEEDED;
    }
    return uh_progress_is_due(progress) ? UH_MSG_GLANCE_DUE : UH_MSG_GLANCE_NOT_DUE;
}

static bool has_limit(const uh_past *past, uh_limit limit)
{
    return (past->screening.limits & 1U << limit) != 0;
}

/* Breaks and walking stay with everybody but in an emergency; stretches do not. */
static bool may_stretch(const uh_past *past)
{
    const uint32_t offers = uh_outcome_of(&past->answers, past->now.day).offers;
    return (offers & 1U << UH_OFFER_STRETCHES) != 0;
}

/* The gravest comes first. */
static uh_message today_message(const uh_past *past, const uh_progress *progress)
{
    if (has_limit(past, UH_LIMIT_EMERGENCY)) {
        return UH_MSG_OBJECTION_EMERGENCY;
    }
    if (has_limit(past, UH_LIMIT_CLINICIAN_FIRST)) {
        return UH_MSG_OBJECTION_CLINICIAN_FIRST;
    }
    if (past->screening.sore_today) {
        return UH_MSG_GLANCE_TOO_MUCH;
    }
    if (uh_history_is_marked(&past->history, 0, UH_MARK_FLARE)) {
        return UH_MSG_GLANCE_FLARE;
    }
    if (progress->day[0] == UH_DAY_STRETCHED) {
        return UH_MSG_GLANCE_STRETCHED;
    }
    if (progress->day[0] == UH_DAY_BREAK) {
        return UH_MSG_GLANCE_BREAK;
    }
    return uh_history_is_marked(&past->history, 0, UH_MARK_REST) ? UH_MSG_GLANCE_REST
                                                                 : plan_message(past, progress);
}

static uh_phrase week_phrase(const uh_progress *progress)
{
    const uh_argument done = uh_number(progress->week_done);
    const uh_argument planned = uh_number(progress->week_planned);
    if (progress->goal == 0 || progress->week_planned == 0) {
        return uh_say1(UH_MSG_GLANCE_WEEK_NEEDED, done);
    }
    return uh_say2(progress->week_done > progress->week_planned ? UH_MSG_GLANCE_WEEK_MORE
                                                                : UH_MSG_GLANCE_WEEK,
                   done, planned);
}

/* -- the last session -- */

/* A demonstration is none: then the last real one of those days that are looked at anyhow. */
static bool find_last(const uh_cli *cli, uh_past *past, uh_session_fact *ret_session)
{
    const uh_date from = uh_date_add(past->now.day, 1 - UH_PLAN_DAYS);
    uh_gathered gathered;
    if (uh_store_last_session(past->store, ret_session) != UH_OK) {
        return false;
    }
    if (!ret_session->simulated) {
        return true;
    }
    if (!uh_gather(cli, past, 1U << UH_FACT_SESSION, from, past->now.day, &gathered)) {
        return false;
    }
    bool is_found = false;
    for (uint32_t i = gathered.count; i-- > 0 && !is_found;) {
        is_found = !gathered.facts[i].is.session.simulated;
        *ret_session = gathered.facts[i].is.session;
    }
    uh_gathered_free(&gathered);
    return is_found;
}

static void show_last(const uh_page *page, const uh_cli *cli, uh_past *past,
                      const uh_session_fact *session)
{
    uh_gathered gathered;
    const uh_date day = session->began.day;
    if (!uh_gather(cli, past, 1U << UH_FACT_SESSION | 1U << UH_FACT_SET, day, day, &gathered)) {
        return;
    }
    char date[UH_DATE_TEXT_SIZE];
    char names[UH_PAGE_TEXT_MAX];
    char ending[UH_PAGE_TEXT_MAX];
    const uh_message weekday = (uh_message)((uint32_t)UH_MSG_WEEKDAY_MONDAY + uh_date_weekday(day));
    uh_date_write(day, date);
    uh_log_stretches(page, session, gathered.facts, gathered.count, names);
    (void)uh_page_render(page, uh_log_ending_phrase(session), ending);
    uh_page_phrase(page, 0,
                   uh_say4(UH_MSG_GLANCE_LAST, uh_message_argument(weekday), uh_literal(date),
                           uh_literal(names), uh_literal(ending)));
    uh_gathered_free(&gathered);
}

/* -- the whole -- */

static void show_first_contact(const uh_page *page)
{
    uh_page_message(page, 0, UH_MSG_CLI_TAGLINE);
    have(page);
    uh_page_blank(page);
    offer_list list = {0};
    offer(&list, UH_MSG_GLANCE_NOW, "unhunch stretch");
    offer(&list, UH_MSG_GLANCE_CHOOSE, "unhunch list");
    offer(&list, UH_MSG_GLANCE_LEARN, "unhunch learn precautions");
    offer(&list, UH_MSG_GLANCE_HELP, "unhunch help");
    show_offers(page, &list);
}

/* `session`: NULL where there was none yet, and somebody has noted breaks or ratings. */
static void show_today(const uh_cli *cli, const uh_page *page, uh_past *past,
                       const uh_session_fact *session)
{
    offer_list list = {0};
    uh_progress progress;
    uh_progress_look(&past->history, UH_PROGRESS_DAYS,
                     uh_settings_goal_days(&past->settings, &past->screening), &progress);
    uh_page_message(page, 0, today_message(past, &progress));
    if (has_limit(past, UH_LIMIT_EMERGENCY)) {
        uh_page_blank(page);
        offer(&list, UH_MSG_GLANCE_SEEN, "unhunch screen");
        show_offers(page, &list);
        return;
    }
    if (progress.week_done > 0) {
        uh_page_phrase(page, 0, week_phrase(&progress));
    }
    if (session) {
        show_last(page, cli, past, session);
    }
    uh_page_blank(page);
    if (has_limit(past, UH_LIMIT_CLINICIAN_FIRST)) {
        offer(&list, UH_MSG_GLANCE_QUESTIONS, "unhunch screen --questions");
        offer(&list, UH_MSG_GLANCE_SEEN, "unhunch screen");
    }
    if (may_stretch(past)) {
        if (session && uh_session_may_go_on(session, past->now.at)) {
            offer(&list, UH_MSG_GLANCE_GO_ON, "unhunch stretch --continue");
        }
        offer(&list, UH_MSG_GLANCE_NOW, "unhunch stretch");
    }
    offer(&list, UH_MSG_GLANCE_STOOD, "unhunch log --stood");
    offer(&list, UH_MSG_GLANCE_PROGRESS, "unhunch progress");
    offer(&list, UH_MSG_GLANCE_HELP, "unhunch help");
    show_offers(page, &list);
}

int uh_glance(uh_cli *cli)
{
    const uh_page page = uh_cli_page(cli);
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    uh_session_fact session;
    const bool has_session = find_last(cli, &past, &session);
    /* who was sent somewhere first is not sent to a stretch */
    if (!has_session && past.history.since.days == UH_NO_DATE.days && may_stretch(&past)) {
        show_first_contact(&page);
    } else {
        show_today(cli, &page, &past, has_session ? &session : NULL);
    }
    uh_past_close(&past);
    uh_page_blank(&page);
    uh_page_message(&page, 0, UH_MSG_CLI_NOT_MEDICAL);
    return UH_EXIT_DONE;
}
