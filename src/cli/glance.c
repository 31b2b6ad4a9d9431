/* SPDX-License-Identifier: MIT */
/* `unhunch` alone: today at a glance. Never a reproach: it says what would fit, and what was done.
 */
#include "unhunch/glance.h"
#include "cli/cli.h"
#include "cli/desk.h"
#include "shell/gather.h"
#include "unhunch/log_show.h"

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

static bool has_limit(const uh_past *past, uh_limit limit)
{
    return (past->screening.limits & 1U << limit) != 0;
}

static bool may_stretch(const uh_past *past)
{
    return uh_glance_may_stretch(&past->answers, past->now.day);
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

/* -- the desk -- */

/* How long somebody has been sitting, and when the next break is. */
static void show_desk(const uh_cli *cli, const uh_page *page)
{
    enum { LINES = 2 };
    char answer[UH_DESK_ANSWER_SIZE];
    char text[UH_PAGE_TEXT_MAX];
    uh_buffer both = {text, sizeof text, 0};
    const uh_out out = uh_out_to_buffer(&both);
    if (!uh_desk_look(answer)) {
        return;
    }
    for (uint32_t i = 0; i < LINES; i++) {
        char line[UH_PAGE_TEXT_MAX];
        (void)uh_desk_line(cli, answer, i, line, sizeof line);
        uh_out_text(out, i > 0 && line[0] != '\0' ? " " : "");
        uh_out_text(out, line);
    }
    uh_page_wrap(page, text, 0, 0);
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
    const bool goes_on = session && uh_session_may_go_on(session, past->now.at);
    uh_page_message(page, 0,
                    uh_glance_message(&past->screening, &past->history, &progress, goes_on));
    if (has_limit(past, UH_LIMIT_EMERGENCY)) {
        uh_page_blank(page);
        offer(&list, UH_MSG_GLANCE_SEEN, "unhunch screen");
        show_offers(page, &list);
        return;
    }
    show_desk(cli, page);
    if (progress.week_done > 0) {
        uh_page_phrase(page, 0, uh_glance_week_phrase(&progress));
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
        if (goes_on) {
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
    uh_page_blank(&page);
    uh_page_message(&page, 0, UH_MSG_CLI_NOT_MEDICAL);
    uh_cli_close_past(&past);
    return UH_EXIT_DONE;
}
