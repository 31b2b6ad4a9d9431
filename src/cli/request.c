/* SPDX-License-Identifier: MIT */
#include "cli/request.h"

#include <string.h>

#include "unhunch/plan_edit.h"

enum { TEXT_SIZE = 512, EXACT = 100 };

/* -- the person -- */

uh_person uh_request_person(const uh_request *request, const uh_past *past)
{
    return uh_named_person(&past->person, request->equipment, request->count > 0,
                           request->context != UH_CONTEXT_COUNT);
}

/* Who only names stretches may be anywhere. */
static uh_context context_for(const uh_request *request, const uh_past *past)
{
    if (request->context != UH_CONTEXT_COUNT) {
        return (uh_context)request->context;
    }
    return request->count > 0 ? UH_CONTEXT_ANY : uh_settings_context(&past->settings);
}

/* Who does not say how long has a usual length. */
static uint32_t minutes_for(const uh_request *request, const uh_past *past)
{
    return request->minutes > 0 ? request->minutes : past->settings.minutes;
}

static uh_level level_for(const uh_request *request)
{
    return request->level == UH_REQUEST_NO_LEVEL ? UH_LEVEL_START : (uh_level)request->level;
}

/* -- refusals -- */

static int complain(const uh_cli *cli, uh_phrase phrase, int code)
{
    uh_cli_complain(cli, &phrase);
    return code;
}

/* How to say yes, beside what was agreed to before. */
static void tell_yes(const uh_cli *cli, const uh_past *past, uint32_t missing)
{
    uh_settings agreeing = past->settings;
    agreeing.agreed |= missing;
    char value[UH_SETTING_VALUE_SIZE];
    char command[UH_SETTING_VALUE_SIZE + TEXT_SIZE];
    uh_buffer text = {command, sizeof command, 0};
    const uh_out out = uh_out_to_buffer(&text);
    (void)uh_settings_text(&agreeing, UH_SETTING_AGREED, value);
    uh_out_text(out, "unhunch profile agreed=");
    uh_out_text(out, value);
    const uh_phrase phrase = uh_say1(UH_MSG_STRETCH_SAY_YES, uh_literal(command));
    uh_cli_tell(cli, &phrase);
}

static int refuse(const uh_cli *cli, const uh_past *past, const uh_routine *routine,
                  const uh_verdict *verdict)
{
    uint32_t missing = 0;
    (void)complain(cli, uh_say(UH_MSG_STRETCH_REFUSED), 0);
    for (uint32_t i = 0; i < verdict->count; i++) {
        const uh_objection *objection = &verdict->objections[i];
        const uh_phrase reason = uh_objection_phrase(&cli->catalogue, routine, objection);
        uh_cli_tell(cli, &reason);
        missing |= objection->kind == UH_OBJECTION_OPT_IN ? objection->missing : 0;
    }
    if (missing != 0) {
        tell_yes(cli, past, missing);
    }
    return UH_EXIT_REFUSED;
}

/* -- what comes back -- */

/* What comes back after a stop is eased, and says so. */
static void take_returns(const uh_cli *cli, const uh_past *past, uh_answer *answer)
{
    for (uint32_t i = 0; i < answer->routine.count; i++) {
        const uint32_t exercise = answer->routine.entries[i].exercise;
        if (uh_history_is_returning(&past->history, exercise)) {
            answer->why[answer->why_count++] =
                uh_return_phrase(&cli->catalogue, &past->history, exercise);
        }
    }
}

/* -- a day that hurts -- */

/* What is graver the gate tells. */
static bool is_too_sore(const uh_past *past)
{
    const uint32_t graver = 1U << UH_LIMIT_EMERGENCY | 1U << UH_LIMIT_CLINICIAN_FIRST;
    return (past->screening.limits & graver) == 0 &&
           uh_day_is_too_sore(&past->screening, &past->history);
}

/* -- a stored routine -- */

static uh_phrase name_of(const uh_cli *cli, uint32_t recipe)
{
    const uh_routine_recipe *stored = uh_catalogue_recipe(&cli->catalogue, recipe);
    return uh_say1(UH_MSG_SCREEN_NAME, uh_catalogue_argument(stored->name));
}

static int take_recipe(const uh_cli *cli, const uh_request *request, const uh_past *past,
                       uint32_t recipe, uh_answer *answer)
{
    const uh_catalogue *catalogue = &cli->catalogue;
    const char *key = uh_catalogue_text(catalogue, uh_catalogue_recipe(catalogue, recipe)->key);
    if (uh_routine_from_recipe(catalogue, &answer->person, &past->screening, recipe,
                               &answer->routine) != UH_OK) {
        return complain(cli, uh_say1(UH_MSG_STRETCH_FITS_NOTHING, uh_literal(key)), UH_EXIT_FAILED);
    }
    if (request->context != UH_CONTEXT_COUNT) {
        answer->routine.context = (uh_context)request->context;
    }
    uh_routine_fit_day(catalogue, &answer->person, &past->history.done, &answer->routine);
    const uh_routine asked = answer->routine;
    uh_verdict verdict;
    if (is_too_sore(past)) {
        return complain(cli, uh_say(UH_MSG_OUTCOME_SORE), UH_EXIT_REFUSED);
    }
    if (uh_routine_trim(catalogue, &answer->person, &past->screening, &past->history.done,
                        &answer->routine, &verdict) != UH_OK) {
        return refuse(cli, past, &asked, &verdict);
    }
    for (uint32_t i = 0; i < verdict.count; i++) {
        answer->left_out[i] = uh_objection_phrase(catalogue, &asked, &verdict.objections[i]);
    }
    answer->left_out_count = verdict.count;
    answer->title = name_of(cli, recipe);
    take_returns(cli, past, answer);
    answer->recipe = recipe;
    answer->origin = UH_ORIGIN_RECIPE;
    return UH_EXIT_GO_ON;
}

static uh_phrase title_of(const uh_cli *cli, const uh_routine *routine)
{
    if (routine->count > 1) {
        return uh_say1(UH_MSG_INTRO_STRETCHES, uh_number(routine->count));
    }
    const uh_exercise *only = uh_catalogue_exercise(&cli->catalogue, routine->entries[0].exercise);
    return uh_say1(UH_MSG_SCREEN_NAME, uh_catalogue_argument(only->name));
}

/* -- the program chooses -- */

uh_plan_request uh_request_for_plan(const uh_request *request, const uh_past *past)
{
    return (uh_plan_request){
        .context = context_for(request, past),
        .minutes = minutes_for(request, past),
        .micro = request->micro,
    };
}

static bool is_unasked(const uh_request *request)
{
    return request->count == 0 && request->minutes == 0 && request->context == UH_CONTEXT_COUNT &&
           request->equipment == 0 && !request->micro;
}

uh_status uh_request_plan(const uh_cli *cli, const uh_request *request, const uh_past *past,
                          uh_plan *ret_plan)
{
    static uh_plan_workspace workspace; /* too large for a stack */
    const uh_plan_request asked = uh_request_for_plan(request, past);
    const uh_person person = uh_request_person(request, past);
    if (is_unasked(request)) {
        return uh_plan_make_unasked(&cli->catalogue, &person, &past->screening, &past->settings,
                                    &past->history, &asked, &workspace, ret_plan);
    }
    return uh_plan_make(&cli->catalogue, &person, &past->screening, &past->history, &asked,
                        &workspace, ret_plan);
}

int uh_request_exit(uh_status status)
{
    if (status == UH_OK) {
        return UH_EXIT_DONE;
    }
    return status == UH_ERR_REFUSED ? UH_EXIT_REFUSED : UH_EXIT_FAILED;
}

static void take_why(const uh_plan *plan, uh_answer *answer)
{
    answer->why[answer->why_count++] =
        uh_say2(UH_MSG_INTRO_CHOSEN, uh_message_argument(uh_plan_why_message(plan)),
                uh_literal("unhunch plan"));
    for (uint32_t note = 0; note < UH_PLAN_NOTE_COUNT; note++) {
        if ((plan->notes & 1U << note) != 0) {
            answer->why[answer->why_count++] = uh_plan_note_phrase((uh_plan_note)note);
        }
    }
}

static int choose(const uh_cli *cli, const uh_request *request, const uh_past *past,
                  uh_answer *answer)
{
    uh_plan plan;
    const uh_status status = uh_request_plan(cli, request, past, &plan);
    if (status == UH_OK) {
        answer->routine = plan.routine;
        answer->first = plan.first;
        answer->title = plan.first ? uh_say1(UH_MSG_INTRO_FIRST, uh_number(plan.routine.count))
                                   : title_of(cli, &plan.routine);
        answer->origin = request->micro ? UH_ORIGIN_BREAK : UH_ORIGIN_PLAN;
        if (!plan.first) { /* its title says it all */
            take_why(&plan, answer);
        }
        take_returns(cli, past, answer);
        return UH_EXIT_GO_ON;
    }
    const uh_phrase nearest = uh_plan_nearest_phrase(&cli->catalogue, &plan);
    (void)complain(cli, uh_plan_refusal_phrase(&plan), 0);
    if (plan.refusal.kind != UH_PLAN_NO_EMERGENCY) {
        uh_cli_tell(cli, &nearest);
    }
    return uh_request_exit(status);
}

/* -- stretches by name -- */

static bool is_in(const uh_routine *routine, uint32_t exercise)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        if (routine->entries[i].exercise == exercise) {
            return true;
        }
    }
    return false;
}

/* "floor" is the beginning of "floor-10", and of no one stretch. */
static const char *routine_begun(const uh_cli *cli, const char *name)
{
    const size_t length = strlen(name);
    const uh_found found = uh_find_exercises(cli->language, &cli->catalogue, name);
    if (found.count == 1 || (found.count > 0 && found.scores[0] >= EXACT)) {
        return NULL;
    }
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&cli->catalogue); i++) {
        const char *key =
            uh_catalogue_text(&cli->catalogue, uh_catalogue_recipe(&cli->catalogue, i)->key);
        if (length > 2 && strncmp(key, name, length) == 0 && key[length] == '-') {
            return key;
        }
    }
    return NULL;
}

/* A stretch that is named twice is done once. */
static int add_name(const uh_cli *cli, const uh_request *request, const uh_past *past,
                    const char *name, uh_answer *answer)
{
    uint32_t exercise = 0;
    const char *routine = routine_begun(cli, name);
    if (routine != NULL) {
        return complain(cli,
                        uh_say2(UH_MSG_CLI_NO_STRETCH_HINT, uh_literal(name), uh_literal(routine)),
                        UH_EXIT_USAGE);
    }
    const int code = uh_cli_find_exercise(cli, name, &exercise);
    if (code != UH_EXIT_GO_ON || is_in(&answer->routine, exercise)) {
        return code;
    }
    const uint32_t variant =
        uh_named_form(&cli->catalogue, &answer->person, &past->screening, &past->settings,
                      request->equipment, context_for(request, past), exercise);
    if (uh_routine_add(&cli->catalogue, &answer->person, &past->screening, exercise, variant,
                       level_for(request), &answer->routine) != UH_OK) {
        return complain(cli, uh_say1(UH_MSG_STRETCH_TOO_MANY, uh_number(UH_ROUTINE_MAX)),
                        UH_EXIT_USAGE);
    }
    return UH_EXIT_GO_ON;
}

/* Are the words together the name of one stretch, typed without quotes: `chin tuck`? */
static bool is_one_name(const uh_cli *cli, const char *joined)
{
    const uh_found found = uh_find_exercises(cli->language, &cli->catalogue, joined);
    return found.count > 0 && found.scores[0] >= EXACT;
}

/* A routine is played alone: none may stand among the names. */
static int add_names(const uh_cli *cli, const uh_request *request, const uh_past *past,
                     uh_answer *answer)
{
    for (int i = 0; i < request->count; i++) {
        uint32_t recipe = 0;
        if (uh_catalogue_find_recipe(&cli->catalogue, request->names[i], &recipe) == UH_OK) {
            return complain(cli,
                            uh_say1(UH_MSG_STRETCH_ROUTINE_ALONE, uh_literal(request->names[i])),
                            UH_EXIT_USAGE);
        }
        const int code = add_name(cli, request, past, request->names[i], answer);
        if (code != UH_EXIT_GO_ON) {
            return code;
        }
    }
    return UH_EXIT_GO_ON;
}

static int take_names(const uh_cli *cli, const uh_request *request, const uh_past *past,
                      uh_answer *answer)
{
    char joined[TEXT_SIZE];
    uh_join_words(request->count, request->names, joined, sizeof joined);
    answer->routine.context = context_for(request, past);
    const int code = is_one_name(cli, joined) ? add_name(cli, request, past, joined, answer)
                                              : add_names(cli, request, past, answer);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (is_too_sore(past)) {
        return complain(cli, uh_say(UH_MSG_OUTCOME_SORE), UH_EXIT_REFUSED);
    }
    uh_routine_fit_day(&cli->catalogue, &answer->person, &past->history.done, &answer->routine);
    uh_verdict verdict;
    if (uh_routine_admit(&cli->catalogue, &answer->person, &past->screening, &past->history.done,
                         &answer->routine, &verdict) != UH_OK) {
        return refuse(cli, past, &answer->routine, &verdict);
    }
    answer->title = title_of(cli, &answer->routine);
    take_returns(cli, past, answer);
    return UH_EXIT_GO_ON;
}

int uh_request_answer(const uh_cli *cli, const uh_request *request, const uh_past *past,
                      uh_answer *ret_answer)
{
    *ret_answer = (uh_answer){.person = uh_request_person(request, past),
                              .origin = UH_ORIGIN_NAMES,
                              .recipe = UINT32_MAX};
    uint32_t recipe = 0;
    const bool stored =
        request->count == 1 &&
        uh_catalogue_find_recipe(&cli->catalogue, request->names[0], &recipe) == UH_OK;
    if ((stored || request->count == 0) && request->level != UH_REQUEST_NO_LEVEL) {
        return complain(cli, uh_say(UH_MSG_STRETCH_LEVEL_ROUTINE), UH_EXIT_USAGE);
    }
    if (request->count > 0 && (request->micro || request->minutes > 0)) {
        return complain(cli,
                        uh_say1(UH_MSG_STRETCH_OWN_LENGTH,
                                uh_literal(request->micro ? "--micro" : "--minutes")),
                        UH_EXIT_USAGE);
    }
    if (request->count == 0) {
        return choose(cli, request, past, ret_answer);
    }
    if (stored) {
        return take_recipe(cli, request, past, recipe, ret_answer);
    }
    return take_names(cli, request, past, ret_answer);
}
