/* SPDX-License-Identifier: MIT */
#include "unhunch/resume.h"

#include <string.h>

/* A tour shows everything once: the gate has to know. */
static bool is_tour(const uh_catalogue *catalogue, const char *key)
{
    uint32_t recipe = 0;
    return key[0] != '\0' && uh_catalogue_find_recipe(catalogue, key, &recipe) == UH_OK &&
           uh_catalogue_recipe(catalogue, recipe)->tour != 0;
}

void uh_resume_begin(const uh_catalogue *catalogue, const uh_session_fact *session,
                     uh_resume *ret_resume)
{
    *ret_resume = (uh_resume){.fact = *session};
    ret_resume->routine.context = (uh_context)session->context;
    ret_resume->routine.pace = (uh_pace)session->pace;
    ret_resume->routine.tour = is_tour(catalogue, session->routine);
}

/* Whoever obeyed a command was alive then, whatever else could not be kept. */
static void take_command(uh_resume *resume, const uh_command_fact *command,
                         uh_command_fact *commands)
{
    if (resume->commands == UH_RESUME_COMMANDS_MAX) {
        resume->failed = true;
        return;
    }
    commands[resume->commands++] = *command;
    resume->ended_early |= command->command == UH_COMMAND_END;
    if (command->at_ms > resume->fact.seen_ms) {
        resume->fact.seen_ms = command->at_ms;
    }
}

void uh_resume_take(uh_resume *resume, const uh_catalogue *catalogue, const uh_fact *fact,
                    uh_command_fact *commands)
{
    const char *id = resume->fact.id;
    if (fact->kind == UH_FACT_ENTRY && strcmp(fact->is.entry.session, id) == 0) {
        resume->failed |= uh_entry_recall(catalogue, &fact->is.entry, &resume->routine) != UH_OK;
    } else if (fact->kind == UH_FACT_COMMAND && strcmp(fact->is.command.session, id) == 0) {
        take_command(resume, &fact->is.command, commands);
    }
}

uh_resumable uh_resume_admit(uh_resume *resume, const uh_catalogue *catalogue,
                             const uh_person *person, const uh_screening *screening)
{
    static const uh_day nothing_done;
    uh_person equipped = *person;
    equipped.equipment = (1U << UH_EQUIPMENT_COUNT) - 1;
    if (resume->failed) {
        return UH_RESUME_NONE;
    }
    return uh_routine_admit(catalogue, &equipped, screening, &nothing_done, &resume->routine,
                            &resume->verdict) == UH_OK
               ? UH_RESUME_READY
               : UH_RESUME_REFUSED;
}

/* As they would be now, and never looser than it began. */
static uh_session_options options_for(const uh_person *person, const uh_screening *screening,
                                      const uh_day *day, const uh_routine *routine,
                                      const uh_session_fact *fact)
{
    uh_session_options options = uh_session_options_for(person, screening);
    uh_session_options_fit_day(day, routine, &options);
    /* the day has this session's own holding by now; what was before it was weighed then */
    memset(options.held_ms, 0, sizeof options.held_ms);
    options.speed_percent = fact->speed_percent;
    options.gentle = options.gentle || fact->gentle;
    options.long_holds = options.long_holds && fact->long_holds && !options.gentle;
    return options;
}

uh_status uh_resume_play(uh_resume *resume, const uh_catalogue *catalogue,
                         const uh_routine *routine, const uh_person *person,
                         const uh_screening *screening, const uh_day *day,
                         const uh_command_fact *commands, uh_boot_ms now)
{
    const uh_session_options options = options_for(person, screening, day, routine, &resume->fact);
    resume->fact.gentle = options.gentle;
    resume->fact.long_holds = options.long_holds;
    return uh_session_replay(catalogue, routine, options, commands, resume->commands,
                             resume->fact.seen_ms, now, &resume->how, &resume->session);
}

bool uh_resume_is_in_place(const uh_session *session)
{
    const uh_place there = uh_variant_place(uh_timeline_variant(&session->timeline));
    return session->timeline.place <= UH_PLACE_CHAIR && there <= UH_PLACE_CHAIR;
}
