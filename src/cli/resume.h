/* SPDX-License-Identifier: MIT */
/* resume.h: a session that was left open, ready to go on. */
#ifndef UNHUNCH_CLI_RESUME_H
#define UNHUNCH_CLI_RESUME_H

#include "cli/cli.h"
#include "shell/past.h"
#include "unhunch/resume.h"

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
