/* SPDX-License-Identifier: MIT */
#include "cli/resume.h"

#include <stdlib.h>
#include <string.h>

#include "host/clock.h"

enum { COMMANDS_MAX = 4096, MINUTE_MS = 60000 }; /* whoever pressed more keys begins anew */

typedef struct reading {
    const uh_catalogue *catalogue;
    uh_resume *resume;
    uh_command_fact *commands;
    bool mine;   /* what comes now belongs to the session */
    bool failed; /* not all of it is known */
} reading;

/* Whoever obeyed a command was alive then, whatever else could not be kept. */
static void take_command(reading *into, const uh_command_fact *command)
{
    uh_resume *resume = into->resume;
    into->commands[resume->commands++] = *command;
    resume->ended_early |= command->command == UH_COMMAND_END;
    if (command->at_ms > resume->fact.seen_ms) {
        resume->fact.seen_ms = command->at_ms;
    }
}

static bool take(void *context, const uh_fact *fact)
{
    reading *into = context;
    uh_resume *resume = into->resume;
    if (fact->kind == UH_FACT_SESSION) {
        into->mine = strcmp(fact->is.session.id, resume->fact.id) == 0;
    } else if (into->mine && fact->kind == UH_FACT_ENTRY) {
        into->failed |=
            uh_entry_recall(into->catalogue, &fact->is.entry, &resume->routine) != UH_OK;
    } else if (into->mine && fact->kind == UH_FACT_COMMAND) {
        into->failed |= resume->commands == COMMANDS_MAX;
        if (!into->failed) {
            take_command(into, &fact->is.command);
        }
    }
    return !into->failed;
}

/* As they would be now, and never looser than it began. */
static uh_session_options options_for(const uh_past *past, const uh_routine *routine,
                                      const uh_session_fact *fact)
{
    uh_session_options options = uh_session_options_for(&past->person, &past->screening);
    uh_session_options_fit_day(&past->history.done, routine, &options);
    options.speed_percent = fact->speed_percent;
    options.gentle = options.gentle || fact->gentle;
    options.long_holds = options.long_holds && fact->long_holds && !options.gentle;
    return options;
}

/* A tour shows everything once: the gate has to know. */
static bool is_tour(const uh_catalogue *catalogue, const char *key)
{
    uint32_t recipe = 0;
    return key[0] != '\0' && uh_catalogue_find_recipe(catalogue, key, &recipe) == UH_OK &&
           uh_catalogue_recipe(catalogue, recipe)->tour != 0;
}

static bool read_routine(const uh_cli *cli, uh_past *past, uh_resume *resume,
                         uh_command_fact *commands)
{
    reading into = {.catalogue = &cli->catalogue, .resume = resume, .commands = commands};
    const uint32_t kinds = 1U << UH_FACT_SESSION | 1U << UH_FACT_ENTRY | 1U << UH_FACT_COMMAND;
    const uh_date day = resume->fact.began.day;
    resume->routine.context = (uh_context)resume->fact.context;
    resume->routine.pace = (uh_pace)resume->fact.pace;
    resume->routine.tour = is_tour(&cli->catalogue, resume->fact.routine);
    return uh_store_replay(past->store, kinds, day, day, take, &into) == UH_OK && !into.failed;
}

/* The answers may have changed since it began. The day counts as empty: what was done of this very
 * session is part of today's caps, and under them it was admitted when it began. What it needs was
 * there half an hour ago, whatever the profile says. */
static bool admit(const uh_cli *cli, const uh_past *past, uh_resume *resume)
{
    static const uh_day nothing_done;
    uh_person person = past->person;
    person.equipment = (1U << UH_EQUIPMENT_COUNT) - 1;
    return uh_routine_admit(&cli->catalogue, &person, &past->screening, &nothing_done,
                            &resume->routine, &resume->verdict) == UH_OK;
}

static bool play_again(const uh_cli *cli, const uh_past *past, const uh_command_fact *commands,
                       uh_resume *resume)
{
    const uh_session_options options = options_for(past, &resume->routine, &resume->fact);
    resume->fact.gentle = options.gentle;
    resume->fact.long_holds = options.long_holds;
    return uh_session_replay(&cli->catalogue, &resume->routine, options, commands, resume->commands,
                             resume->fact.seen_ms, uh_clock_boot(), &resume->how,
                             &resume->session) == UH_OK;
}

/* Sessions are handed out as they began. */
static bool take_session(void *context, const uh_fact *fact)
{
    uh_session_fact *last = context;
    if (!fact->is.session.simulated) {
        *last = fact->is.session;
    }
    return true;
}

/* A demonstration is nobody's session: it is not gone on with, and hides none. */
bool uh_resume_is_there(const uh_past *past, uh_session_fact *ret_session)
{
    const uh_date from = uh_date_add(past->now.day, -2); /* wherever the clock was then */
    const uh_date to = uh_date_add(past->now.day, 2);
    *ret_session = (uh_session_fact){.id = ""};
    return uh_store_replay(past->store, 1U << UH_FACT_SESSION, from, to, take_session,
                           ret_session) == UH_OK &&
           ret_session->id[0] != '\0' && uh_session_may_go_on(ret_session, past->now.at);
}

uh_resumable uh_resume_find(const uh_cli *cli, uh_past *past, uh_resume *ret_resume)
{
    *ret_resume = (uh_resume){.commands = 0};
    if (!uh_resume_is_there(past, &ret_resume->fact)) {
        return UH_RESUME_NONE;
    }
    uh_command_fact *commands = calloc(COMMANDS_MAX, sizeof *commands);
    uh_resumable found = UH_RESUME_NONE;
    if (commands != NULL && read_routine(cli, past, ret_resume, commands)) {
        found = !admit(cli, past, ret_resume)                 ? UH_RESUME_REFUSED
                : play_again(cli, past, commands, ret_resume) ? UH_RESUME_READY
                                                              : UH_RESUME_NONE;
    }
    free(commands);
    return found;
}

void uh_resume_tell_why_not(const uh_cli *cli, const uh_resume *resume)
{
    const uh_phrase what = uh_say(UH_MSG_RESUME_REFUSED);
    uh_cli_complain(cli, &what);
    for (uint32_t i = 0; i < resume->verdict.count; i++) {
        const uh_phrase why =
            uh_objection_phrase(&cli->catalogue, &resume->routine, &resume->verdict.objections[i]);
        uh_cli_tell(cli, &why);
    }
}

uh_phrase uh_resume_question(const uh_resume *resume, uh_unix_ms now)
{
    const int64_t ago_ms = now.ms - (resume->fact.lease.ms - UH_LEASE_MS);
    const uh_session_view view = uh_session_look(&resume->session, uh_clock_boot());
    return uh_say3(UH_MSG_RESUME_ASK, uh_number(ago_ms / MINUTE_MS + 1),
                   uh_number((int64_t)view.entry + 1), uh_number(view.entries));
}
