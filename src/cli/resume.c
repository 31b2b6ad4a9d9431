/* SPDX-License-Identifier: MIT */
#include "cli/resume.h"

#include <stdlib.h>

#include "host/clock.h"

enum { MINUTE_MS = 60000 };

typedef struct reading {
    const uh_catalogue *catalogue;
    uh_resume *resume;
    uh_command_fact *commands;
} reading;

static bool take(void *context, const uh_fact *fact)
{
    reading *into = context;
    uh_resume_take(into->resume, into->catalogue, fact, into->commands);
    return true;
}

static bool read_routine(const uh_cli *cli, uh_past *past, uh_resume *resume,
                         uh_command_fact *commands)
{
    reading into = {.catalogue = &cli->catalogue, .resume = resume, .commands = commands};
    const uint32_t kinds = 1U << UH_FACT_ENTRY | 1U << UH_FACT_COMMAND;
    const uh_date day = resume->fact.began.day;
    return uh_store_replay(past->store, kinds, day, day, take, &into) == UH_OK;
}

static bool play_again(const uh_cli *cli, const uh_past *past, const uh_command_fact *commands,
                       uh_resume *resume)
{
    return uh_resume_play(resume, &cli->catalogue, &resume->routine, &past->person,
                          &past->screening, &past->history.done, commands,
                          uh_clock_boot()) == UH_OK;
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
    uh_session_fact session;
    *ret_resume = (uh_resume){.commands = 0};
    if (!uh_resume_is_there(past, &session)) {
        return UH_RESUME_NONE;
    }
    uh_resume_begin(&cli->catalogue, &session, ret_resume);
    uh_command_fact *commands = calloc(UH_RESUME_COMMANDS_MAX, sizeof *commands);
    uh_resumable found = UH_RESUME_NONE;
    if (commands != NULL && read_routine(cli, past, ret_resume, commands)) {
        found = uh_resume_admit(ret_resume, &cli->catalogue, &past->person, &past->screening);
        if (found == UH_RESUME_READY && !play_again(cli, past, commands, ret_resume)) {
            found = UH_RESUME_NONE;
        }
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
