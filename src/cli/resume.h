/* SPDX-License-Identifier: MIT */
/* resume.h: a session that was left open, ready to go on. */
#ifndef UNHUNCH_CLI_RESUME_H
#define UNHUNCH_CLI_RESUME_H

#include "cli/past.h"
#include "unhunch/replay.h"

typedef struct uh_resume {
    uh_session_fact fact;
    uh_routine routine; /* the session's: must not move while it plays */
    uint32_t commands;  /* kept so far */
    bool ended_early;   /* by the person: only the way up was left */
    uh_replayed how;
    uh_session session; /* paused where it was; its routine is the one above */
} uh_resume;

/* Is the last session one that may go on, and does the catalogue still have all of it? */
bool uh_resume_find(const uh_cli *cli, uh_past *past, uh_resume *ret_resume);

/* The question: how long ago, and where it was. */
uh_phrase uh_resume_question(const uh_resume *resume, uh_unix_ms now);

#endif
