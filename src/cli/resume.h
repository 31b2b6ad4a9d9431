/* SPDX-License-Identifier: MIT */
/* resume.h: a session that was left open, ready to go on. */
#ifndef UNHUNCH_CLI_RESUME_H
#define UNHUNCH_CLI_RESUME_H

#include "cli/cli.h"
#include "shell/past.h"
#include "unhunch/replay.h"

typedef struct uh_resume {
    uh_session_fact fact;
    uh_routine routine; /* the session's: must not move while it plays */
    uh_verdict verdict; /* what the gate says of it today */
    uint32_t commands;  /* kept so far */
    bool ended_early;   /* by the person: only the way up was left */
    uh_replayed how;
    uh_session session; /* paused where it was; its routine is the one above */
} uh_resume;

typedef enum uh_resumable {
    UH_RESUME_NONE,
    UH_RESUME_READY,
    UH_RESUME_REFUSED /* it may not go on after today's answers; the verdict says why */
} uh_resumable;

/* Was the last real session left open? */
bool uh_resume_is_there(const uh_past *past, uh_session_fact *ret_session);

/* Is the last session one that may go on, does the catalogue still have all of it, and does the
 * gate admit it as the person is now? Options are as now, narrowed by those it began with. */
uh_resumable uh_resume_find(const uh_cli *cli, uh_past *past, uh_resume *ret_resume);

/* Says why a refused one does not go on. */
void uh_resume_tell_why_not(const uh_cli *cli, const uh_resume *resume);

/* The question: how long ago, and where it was. */
uh_phrase uh_resume_question(const uh_resume *resume, uh_unix_ms now);

#endif
