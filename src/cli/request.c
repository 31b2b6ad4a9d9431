/* SPDX-License-Identifier: MIT */
#include "cli/request.h"

#include <string.h>

#include "unhunch/choice.h"
#include "unhunch/screen.h"

enum { TEXT_SIZE = 512, EXACT = 100, ALL_EQUIPMENT = (1 << UH_EQUIPMENT_COUNT) - 1 };

/* Nothing remembers yet what was done today. */
static const uh_day fresh_day = {{0}, {0}};

/* -- the person -- */

/* To ask for something by name is to say that what it needs is there, and to want it where it is
 * one that nobody is given unasked (the roller, AMB-18); who says what is there, or where they are,
 * is taken at their word about equipment instead. */
static uh_person person_for(const uh_request *request)
{
    uh_person person = uh_person_unknown();
    if (request->count > 0) {
        person.opt_in |= 1U << UH_OPT_IN_ROLLER;
    }
    if (request->equipment != 0) {
        person.equipment = request->equipment;
    } else if (request->count > 0 && request->context == UH_CONTEXT_COUNT) {
        person.equipment = ALL_EQUIPMENT;
    }
    return person;
}

static uh_context context_for(const uh_request *request)
{
    return request->context == UH_CONTEXT_COUNT ? UH_CONTEXT_ANY : (uh_context)request->context;
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

static int refuse(const uh_cli *cli, const uh_routine *routine, const uh_verdict *verdict)
{
    (void)complain(cli, uh_say(UH_MSG_STRETCH_REFUSED), 0);
    for (uint32_t i = 0; i < verdict->count; i++) {
        const uh_phrase reason =
            uh_objection_phrase(&cli->catalogue, routine, &verdict->objections[i]);
        uh_cli_tell(cli, &reason);
    }
    return UH_EXIT_REFUSED;
}

/* -- a stored routine -- */

static uh_phrase name_of(const uh_cli *cli, uint32_t recipe)
{
    const uh_routine_recipe *stored = uh_catalogue_recipe(&cli->catalogue, recipe);
    return uh_say1(UH_MSG_SCREEN_NAME, uh_catalogue_argument(stored->name));
}

static int take_recipe(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                       uint32_t recipe, uh_answer *answer)
{
    const uh_catalogue *catalogue = &cli->catalogue;
    const char *key = uh_catalogue_text(catalogue, uh_catalogue_recipe(catalogue, recipe)->key);
    if (uh_routine_from_recipe(catalogue, &answer->person, screening, recipe, &answer->routine) !=
        UH_OK) {
        return complain(cli, uh_say1(UH_MSG_STRETCH_FITS_NOTHING, uh_literal(key)), UH_EXIT_FAILED);
    }
    if (request->context != UH_CONTEXT_COUNT) {
        answer->routine.context = (uh_context)request->context;
    }
    const uh_routine asked = answer->routine;
    uh_verdict verdict;
    if (uh_routine_trim(catalogue, &answer->person, screening, &fresh_day, &answer->routine,
                        &verdict) != UH_OK) {
        return refuse(cli, &asked, &verdict);
    }
    for (uint32_t i = 0; i < verdict.count; i++) {
        answer->left_out[i] = uh_objection_phrase(catalogue, &asked, &verdict.objections[i]);
    }
    answer->left_out_count = verdict.count;
    answer->title = name_of(cli, recipe);
    answer->recipe = recipe;
    answer->origin = answer->chosen ? UH_ORIGIN_PLAN : UH_ORIGIN_RECIPE;
    return UH_EXIT_GO_ON;
}

/* Nothing fits with what was said to be there: what would there be with everything? */
static void say_what_is_missing(const uh_cli *cli, const uh_request *request,
                                const uh_screening *screening)
{
    uh_person person = uh_person_unknown();
    person.equipment = ALL_EQUIPMENT;
    uh_choice choice;
    uh_routine routine;
    const uh_status status = uh_choose_recipe(&cli->catalogue, &person, screening, &fresh_day,
                                              context_for(request), request->minutes, &choice);
    if ((status != UH_OK && status != UH_ERR_RANGE) ||
        uh_routine_from_recipe(&cli->catalogue, &person, screening, choice.recipe, &routine) !=
            UH_OK) {
        return;
    }
    const uint32_t needs = uh_routine_equipment(&cli->catalogue, &routine);
    char things[TEXT_SIZE];
    char keys[TEXT_SIZE];
    (void)uh_equipment_words(cli->language, needs, things, sizeof things);
    uh_buffer list = {keys, sizeof keys, 0};
    keys[0] = '\0';
    for (uint32_t thing = 0; thing < UH_EQUIPMENT_COUNT; thing++) {
        if ((needs & 1U << thing) != 0) {
            uh_out_text(uh_out_to_buffer(&list), list.length > 0 ? "," : "");
            uh_out_text(uh_out_to_buffer(&list), uh_equipment_name(thing));
        }
    }
    const uh_routine_recipe *stored = uh_catalogue_recipe(&cli->catalogue, choice.recipe);
    const uh_phrase phrase =
        uh_say3(UH_MSG_STRETCH_NO_ROUTINE_NEEDS, uh_catalogue_argument(stored->name),
                uh_literal(things), uh_literal(keys));
    uh_cli_tell(cli, &phrase);
}

static int choose(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                  uh_answer *answer)
{
    uh_choice choice;
    const uh_status status =
        uh_choose_recipe(&cli->catalogue, &answer->person, screening, &fresh_day,
                         context_for(request), request->minutes, &choice);
    if (status == UH_OK) {
        answer->chosen = true;
        return take_recipe(cli, request, screening, choice.recipe, answer);
    }
    (void)complain(cli, uh_say(UH_MSG_STRETCH_NO_ROUTINE), 0);
    if (status == UH_ERR_RANGE) {
        const uh_routine_recipe *stored = uh_catalogue_recipe(&cli->catalogue, choice.recipe);
        const uh_phrase shortest =
            uh_say2(UH_MSG_STRETCH_NO_ROUTINE_SHORTEST, uh_catalogue_argument(stored->name),
                    uh_duration((int64_t)choice.duration_ms));
        uh_cli_tell(cli, &shortest);
    } else {
        say_what_is_missing(cli, request, screening);
    }
    return UH_EXIT_FAILED;
}

/* -- stretches by name -- */

/* Who only named a stretch did not say that the chair cannot roll: a form for any chair comes first
 * (D-07). */
static uint32_t form_of(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                        const uh_person *person, uint32_t exercise)
{
    uh_person careful = *person;
    if (request->equipment == 0) {
        careful.equipment &= ~(1U << UH_EQUIPMENT_STURDY_CHAIR);
    }
    const uint32_t form = uh_exercise_fitting_variant(&cli->catalogue, &careful, screening,
                                                      context_for(request), exercise);
    return form > 0 ? form
                    : uh_exercise_fitting_variant(&cli->catalogue, person, screening,
                                                  context_for(request), exercise);
}

static bool is_in(const uh_routine *routine, uint32_t exercise)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        if (routine->entries[i].exercise == exercise) {
            return true;
        }
    }
    return false;
}

/* A stretch that is named twice is done once. */
static int add_name(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                    const char *name, uh_answer *answer)
{
    uint32_t exercise = 0;
    const int code = uh_cli_find_exercise(cli, name, &exercise);
    if (code != UH_EXIT_GO_ON || is_in(&answer->routine, exercise)) {
        return code;
    }
    const uint32_t variant = form_of(cli, request, screening, &answer->person, exercise);
    if (uh_routine_add(&cli->catalogue, &answer->person, screening, exercise, variant,
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

static uh_phrase title_of(const uh_cli *cli, const uh_routine *routine)
{
    if (routine->count > 1) {
        return uh_say1(UH_MSG_INTRO_STRETCHES, uh_number(routine->count));
    }
    const uh_exercise *only = uh_catalogue_exercise(&cli->catalogue, routine->entries[0].exercise);
    return uh_say1(UH_MSG_SCREEN_NAME, uh_catalogue_argument(only->name));
}

/* A routine is played alone: none may stand among the names. */
static int add_names(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                     uh_answer *answer)
{
    for (int i = 0; i < request->count; i++) {
        uint32_t recipe = 0;
        if (uh_catalogue_find_recipe(&cli->catalogue, request->names[i], &recipe) == UH_OK) {
            return complain(cli,
                            uh_say1(UH_MSG_STRETCH_ROUTINE_ALONE, uh_literal(request->names[i])),
                            UH_EXIT_USAGE);
        }
        const int code = add_name(cli, request, screening, request->names[i], answer);
        if (code != UH_EXIT_GO_ON) {
            return code;
        }
    }
    return UH_EXIT_GO_ON;
}

static int take_names(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                      uh_answer *answer)
{
    char joined[TEXT_SIZE];
    uh_join_words(request->count, request->names, joined, sizeof joined);
    answer->routine.context = context_for(request);
    const int code = is_one_name(cli, joined) ? add_name(cli, request, screening, joined, answer)
                                              : add_names(cli, request, screening, answer);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    uh_verdict verdict;
    if (uh_routine_admit(&cli->catalogue, &answer->person, screening, &fresh_day, &answer->routine,
                         &verdict) != UH_OK) {
        return refuse(cli, &answer->routine, &verdict);
    }
    answer->title = title_of(cli, &answer->routine);
    return UH_EXIT_GO_ON;
}

int uh_request_answer(const uh_cli *cli, const uh_request *request, const uh_screening *screening,
                      uh_answer *ret_answer)
{
    *ret_answer =
        (uh_answer){.person = person_for(request), .origin = UH_ORIGIN_NAMES, .recipe = UINT32_MAX};
    uint32_t recipe = 0;
    const bool stored =
        request->count == 1 &&
        uh_catalogue_find_recipe(&cli->catalogue, request->names[0], &recipe) == UH_OK;
    if ((stored || request->count == 0) && request->level != UH_REQUEST_NO_LEVEL) {
        return complain(cli, uh_say(UH_MSG_STRETCH_LEVEL_ROUTINE), UH_EXIT_USAGE);
    }
    if (request->count == 0) {
        return choose(cli, request, screening, ret_answer);
    }
    if (stored) {
        return take_recipe(cli, request, screening, recipe, ret_answer);
    }
    return take_names(cli, request, screening, ret_answer);
}
