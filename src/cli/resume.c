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

static uh_session_options options_of(const uh_session_fact *fact)
{
    return (uh_session_options){fact->speed_percent, fact->gentle, fact->long_holds};
}

static bool read_routine(const uh_cli *cli, uh_past *past, uh_resume *resume,
                         uh_command_fact *commands)
{
    reading into = {.catalogue = &cli->catalogue, .resume = resume, .commands = commands};
    const uint32_t kinds = 1U << UH_FACT_SESSION | 1U << UH_FACT_ENTRY | 1U << UH_FACT_COMMAND;
    const uh_date day = resume->fact.began.day;
    resume->routine.context = (uh_context)resume->fact.context;
    resume->routine.pace = (uh_pace)resume->fact.pace;
    return uh_store_replay(past->store, kinds, day, day, take, &into) == UH_OK && !into.failed;
}

bool uh_resume_find(const uh_cli *cli, uh_past *past, uh_resume *ret_resume)
{
    *ret_resume = (uh_resume){.commands = 0};
    if (uh_store_last_session(past->store, &ret_resume->fact) != UH_OK ||
        !uh_session_may_go_on(&ret_resume->fact, past->now.at)) {
        return false;
    }
    uh_command_fact *commands = calloc(COMMANDS_MAX, sizeof *commands);
    const bool found =
        commands != NULL && read_routine(cli, past, ret_resume, commands) &&
        uh_session_replay(&cli->catalogue, &ret_resume->routine, options_of(&ret_resume->fact),
                          commands, ret_resume->commands, ret_resume->fact.seen_ms, uh_clock_boot(),
                          &ret_resume->how, &ret_resume->session) == UH_OK;
    free(commands);
    return found;
}

uh_phrase uh_resume_question(const uh_resume *resume, uh_unix_ms now)
{
    const int64_t ago_ms = now.ms - (resume->fact.lease.ms - UH_LEASE_MS);
    const uh_session_view view = uh_session_look(&resume->session, uh_clock_boot());
    return uh_say3(UH_MSG_RESUME_ASK, uh_number(ago_ms / MINUTE_MS + 1),
                   uh_number((int64_t)view.entry + 1), uh_number(view.entries));
}
