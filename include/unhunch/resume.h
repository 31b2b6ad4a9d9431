/* SPDX-License-Identifier: MIT */
/* resume.h: a session that was left open, read from its facts and ready to go on. */
#ifndef UNHUNCH_RESUME_H
#define UNHUNCH_RESUME_H

#include "unhunch/replay.h"

enum { UH_RESUME_COMMANDS_MAX = 4096 }; /* whoever gave more of them begins anew */

/* Fields may be read; they change through the functions below. */
typedef struct uh_resume {
    uh_session_fact fact;
    uh_routine routine; /* the session's: must not move while it plays */
    uh_verdict verdict; /* what the gate says of it today */
    uint32_t commands;  /* kept so far */
    bool ended_early;   /* by the person: only the way up was left */
    bool failed;        /* not all of it is known */
    uh_replayed how;
    uh_session session; /* paused where it was; its routine is the one it was played with */
} uh_resume;

typedef enum uh_resumable {
    UH_RESUME_NONE,
    UH_RESUME_READY,
    UH_RESUME_REFUSED /* it may not go on after today's answers; the verdict says why */
} uh_resumable;

/* A session that may go on (uh_session_may_go_on()), of which nothing else is known yet. */
void uh_resume_begin(const uh_catalogue *catalogue, const uh_session_fact *session,
                     uh_resume *ret_resume);

/* Takes its entries and commands, in the order of a store; facts of other sessions and of other
 * kinds are passed over. Commands go to `commands`, UH_RESUME_COMMANDS_MAX of them. */
void uh_resume_take(uh_resume *resume, const uh_catalogue *catalogue, const uh_fact *fact,
                    uh_command_fact *commands);

/* Does the gate admit it as the person is now? The day counts as empty: what was done of this very
 * session is part of today's caps, and under them it was admitted when it began. What it needs was
 * there half an hour ago, whatever the profile says. NONE: not all of it is known, or the catalogue
 * does not have it. */
uh_resumable uh_resume_admit(uh_resume *resume, const uh_catalogue *catalogue,
                             const uh_person *person, const uh_screening *screening);

/* Plays it again up to where it was; the start becomes such that this is `now`. `routine` is a copy
 * of resume->routine, or that one, and outlives the session. Options are as the person would have
 * them now, and never looser than it began. A status of uh_session_replay(). */
UH_MUST_USE uh_status uh_resume_play(uh_resume *resume, const uh_catalogue *catalogue,
                                     const uh_routine *routine, const uh_person *person,
                                     const uh_screening *screening, const uh_day *day,
                                     const uh_command_fact *commands, uh_boot_ms now);

/* Whoever says "go on" standing or in a chair is in place, and it may run at once, through getting
 * ready. On the floor it waits: nobody is to lie down for a session that begins before them. */
bool uh_resume_is_in_place(const uh_session *session);

#endif
