/* SPDX-License-Identifier: MIT */
/* plan.c: `unhunch plan`, what would be chosen now and why. */
#include <stddef.h>

#include "cli/request.h"
#include "unhunch/plan_show.h"

typedef struct plan_options {
    uint32_t minutes;
    uint32_t context;
    uint32_t equipment;
    bool micro;
    bool all;
    bool week;
    bool json;
} plan_options;

static const plan_options defaults = {.context = UH_CONTEXT_COUNT};

static const uh_option options[] = {
    {.name = "minutes",
     .letter = 'm',
     .kind = UH_OPTION_NUMBER,
     .offset = offsetof(plan_options, minutes),
     .argument = UH_MSG_OPTION_N,
     .help = UH_MSG_OPTION_MINUTES,
     .min = 1,
     .max = UH_PLAN_MINUTES_MAX,
     .apart = 2}, /* a micro-break has its own length */
    {.name = "context",
     .letter = 'c',
     .kind = UH_OPTION_ENUM,
     .offset = offsetof(plan_options, context),
     .argument = UH_MSG_OPTION_PLACE,
     .help = UH_MSG_OPTION_CONTEXT,
     .names = uh_context_name},
    {.name = "equipment",
     .letter = 'e',
     .kind = UH_OPTION_FLAGS,
     .offset = offsetof(plan_options, equipment),
     .argument = UH_MSG_OPTION_LIST,
     .help = UH_MSG_OPTION_EQUIPMENT,
     .names = uh_equipment_name},
    {.name = "micro",
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(plan_options, micro),
     .help = UH_MSG_PLAN_OPTION_MICRO,
     .apart = 2},
    {.name = "all",
     .letter = 'a',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(plan_options, all),
     .help = UH_MSG_PLAN_OPTION_ALL,
     .apart = 1},
    {.name = "week",
     .letter = 'w',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(plan_options, week),
     .help = UH_MSG_PLAN_OPTION_WEEK,
     .apart = 1},
    {.name = "json",
     .letter = 'j',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(plan_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
};

/* -- now -- */

/* The person's own moments, of stretches that are still in the catalogue. */
static uint32_t find_anchors(const uh_cli *cli, const uh_past *past,
                             uh_plan_anchor ret_anchors[UH_ANCHORS_MAX])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < past->settings.anchor_count; i++) {
        const uh_anchor *anchor = &past->settings.anchors[i];
        uh_plan_anchor *found = &ret_anchors[count];
        found->moment = anchor->when;
        count +=
            uh_catalogue_find_exercise(&cli->catalogue, anchor->stretch, &found->exercise) == UH_OK;
    }
    return count;
}

/* -- what to type next -- */

enum { COMMAND_SIZE = 256 };

static void write_set(uh_out out, uint32_t set, const char *(*name_of)(uint32_t))
{
    const char *comma = "";
    for (uint32_t i = 0; name_of(i)[0] != '\0'; i++) {
        if ((set & 1U << i) != 0) {
            uh_out_text(out, comma);
            uh_out_text(out, name_of(i));
            comma = ",";
        }
    }
}

/* `command` with what was asked for here, so that it is about the same plan. Returns `buffer`. */
static const char *say_again(const char *command, const plan_options *chosen,
                             char buffer[COMMAND_SIZE])
{
    uh_buffer text = {buffer, COMMAND_SIZE, 0};
    const uh_out out = uh_out_to_buffer(&text);
    uh_out_text(out, command);
    uh_out_text(out, chosen->micro ? " --micro" : "");
    if (chosen->minutes > 0) {
        uh_out_text(out, " --minutes ");
        uh_out_number(out, chosen->minutes);
    }
    if (chosen->context != UH_CONTEXT_COUNT) {
        uh_out_text(out, " --context ");
        uh_out_text(out, uh_context_name(chosen->context));
    }
    if (chosen->equipment != 0) {
        uh_out_text(out, " --equipment ");
        write_set(out, chosen->equipment, uh_equipment_name);
    }
    return buffer;
}

/* The things that the first stretch lacks which could be in with them; 0: none does, or the person
 * has said already that they are there. */
static uint32_t lacking(const uh_past *past, const uh_plan *plan)
{
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        const uint32_t bits = plan->reasons[i].bits;
        if (plan->reasons[i].code == UH_PLAN_NEEDS_EQUIPMENT &&
            (bits & ~past->settings.equipment) != 0) {
            return bits;
        }
    }
    return 0;
}

/* How to say that one has them, beside what one has. */
static void show_lacking(const uh_page *page, const uh_past *past, const uh_plan *plan)
{
    const uint32_t bits = lacking(past, plan);
    if (bits == 0) {
        return;
    }
    char things[UH_PAGE_TEXT_MAX];
    char command[COMMAND_SIZE];
    uh_buffer text = {command, sizeof command, 0};
    const uh_out out = uh_out_to_buffer(&text);
    uh_out_text(out, "unhunch profile equipment=");
    write_set(out, past->settings.equipment | bits, uh_equipment_name);
    uh_page_render_set(page, bits, UH_EQUIPMENT_COUNT, UH_MSG_NEEDS_CHAIR, things);
    uh_page_phrase(page, 0, uh_say2(UH_MSG_PLAN_HAVE, uh_literal(things), uh_literal(command)));
}

static void show(const uh_cli *cli, const plan_options *chosen, const uh_past *past,
                 const uh_plan_request *asked, const uh_plan *plan)
{
    if (chosen->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_json_object(&json, NULL);
        uh_plan_show_json(&json, &cli->catalogue, asked, plan);
        uh_json_end_object(&json);
        return;
    }
    const uh_page page = uh_cli_page(cli);
    uh_plan_anchor anchors[UH_ANCHORS_MAX];
    (chosen->all ? uh_plan_show : uh_plan_show_short)(&page, asked, plan, anchors,
                                                      find_anchors(cli, past, anchors));
    if (plan->refusal.kind == UH_PLAN_POSSIBLE) {
        char why[COMMAND_SIZE];
        char now[COMMAND_SIZE];
        uh_page_blank(&page);
        show_lacking(&page, past, plan);
        if (!chosen->all) {
            uh_page_phrase(&page, 0,
                           uh_say1(UH_MSG_PLAN_WHY_EACH,
                                   uh_literal(say_again("unhunch plan --all", chosen, why))));
        }
        uh_page_phrase(
            &page, 0,
            uh_say1(UH_MSG_PLAN_HINT, uh_literal(say_again("unhunch stretch", chosen, now))));
    }
}

static int show_now(const uh_cli *cli, const plan_options *chosen, const uh_request *request,
                    const uh_past *past)
{
    uh_plan plan;
    const uh_plan_request asked = uh_request_for_plan(request, past);
    const uh_status status = uh_request_plan(cli, request, past, &plan);
    show(cli, chosen, past, &asked, &plan);
    return uh_request_exit(status);
}

/* -- a week ahead -- */

typedef struct week {
    const uh_cli *cli;
    const uh_request *request;
    uh_past *past;
    uint32_t goal_days;
    uh_page page;
    uh_json *json; /* NULL: text */
} week;

/* A day that is aimed at, or today where nothing is. */
static void show_day(week *of, bool planned)
{
    const uh_catalogue *catalogue = &of->cli->catalogue;
    const uh_plan_request asked = uh_request_for_plan(of->request, of->past);
    uh_plan plan;
    const bool done = planned && uh_request_plan(of->cli, of->request, of->past, &plan) == UH_OK;
    if (of->json) {
        uh_plan_week_json(of->json, catalogue, of->past->history.today, &asked,
                          planned ? &plan : NULL);
    } else {
        uh_plan_week_line(&of->page, of->past->history.today, planned ? &plan : NULL);
    }
    if (done) {
        uh_plan_pretend(catalogue, &plan, &of->past->history);
    }
}

/* What hurts today says nothing of tomorrow. */
static void wake_up(uh_past *past)
{
    uh_history_move(&past->history, uh_date_add(past->history.today, 1));
    past->screening = uh_screening_of(&past->answers, past->history.today);
}

static void show_days(week *of)
{
    const uh_history *history = &of->past->history;
    for (uint32_t day = 0; day < UH_WEEK_DAYS; day++) {
        if (day > 0) {
            wake_up(of->past);
        }
        const bool only_today = of->goal_days == 0;
        if (!only_today || day == 0) {
            show_day(of, only_today || uh_history_week(history, of->goal_days).is_due);
        }
    }
}

static int show_week(const uh_cli *cli, const plan_options *chosen, const uh_request *request,
                     uh_past *past)
{
    uh_json json = uh_json_to(cli->out, true);
    week of = {.cli = cli,
               .request = request,
               .past = past,
               .goal_days = uh_settings_goal_days(&past->settings, &past->screening),
               .page = uh_cli_page(cli),
               .json = chosen->json ? &json : NULL};
    if (!chosen->json) {
        uh_plan_week_head(&of.page, of.goal_days);
        show_days(&of);
        return UH_EXIT_DONE;
    }
    uh_json_object(&json, NULL);
    uh_json_number(&json, "goal_days", of.goal_days);
    uh_json_list(&json, "days");
    show_days(&of);
    uh_json_end_list(&json);
    uh_json_end_object(&json);
    return UH_EXIT_DONE;
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    const plan_options *chosen = values;
    const uh_request request = {
        .count = count,
        .names = words,
        .minutes = chosen->minutes,
        .context = chosen->context,
        .equipment = chosen->equipment,
        .level = UH_REQUEST_NO_LEVEL,
        .micro = chosen->micro,
    };
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    const int code = chosen->week ? show_week(cli, chosen, &request, &past)
                                  : show_now(cli, chosen, &request, &past);
    uh_cli_close_past(&past);
    return code;
}

const uh_command uh_command_plan = {
    .name = "plan",
    .summary = UH_MSG_PLAN_SUMMARY,
    .usage = UH_MSG_USAGE_NOTHING,
    .about = UH_MSG_PLAN_ABOUT,
    .words = UH_WORDS_NONE,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
