/* SPDX-License-Identifier: MIT */
/* replay.h: brings a session back from what was kept of it: its routine and what it was told.
 *
 * A session is a function of its routine, its options and its commands with their times: they are
 * kept as facts (fact.h), never the bytes of the struct, so that another version or another shell
 * can go on where one was killed. */
#ifndef UNHUNCH_REPLAY_H
#define UNHUNCH_REPLAY_H

#include "unhunch/fact.h"

/* The entry of a routine as a fact, and back. The strings of a fact are keys of the catalogue. */
void uh_entry_keep(const uh_catalogue *catalogue, const uh_routine_entry *entry,
                   uh_entry_fact *ret_fact);
/* UH_ERR_UNKNOWN: this catalogue does not have the stretch or the form. UH_ERR_RANGE: not the next
 * entry of `routine`, or there is no more room. */
UH_MUST_USE uh_status uh_entry_recall(const uh_catalogue *catalogue, const uh_entry_fact *fact,
                                      uh_routine *routine);

/* A record of a session as a fact; session, began and ended are the shell's to fill in. */
void uh_set_keep(const uh_catalogue *catalogue, const uh_set_record *record, uh_set_fact *ret_fact);

/* Tells the session a command. As the functions of session.h; those that take a reason get it. */
UH_MUST_USE uh_status uh_session_tell(uh_session *session, uh_command_kind command,
                                      uh_reason reason, uh_boot_ms at);

/* How a session came back. */
typedef struct uh_replayed {
    uh_boot_ms began; /* when it would have started on this boot clock */
    bool repeated;    /* told to repeat at `seen_ms`, and then ... */
    bool paused; /* ... to pause: kept like every other command, or it never comes back again */
    bool left;   /* something was done of the side that is done again: `record` says what */
    uh_set_record record; /* as interrupted; began and ended on this boot clock */
} uh_replayed;

/* Plays `routine` again as it was played: `commands` (count, in their order, at_ms since the
 * start), up to `seen_ms` after the start, which becomes `now`. The session is paused there, and
 * where a side was begun it will be done again from its beginning; what was done of it has its own
 * record, to be kept before anything else: whoever was killed could not. UH_ERR_FORMAT: the
 * commands do not make sense one after another. UH_ERR_STATE: it was over by then. Else as
 * uh_session_start(). */
UH_MUST_USE uh_status uh_session_replay(const uh_catalogue *catalogue, const uh_routine *routine,
                                        uh_session_options options, const uh_command_fact *commands,
                                        uint32_t count, int64_t seen_ms, uh_boot_ms now,
                                        uh_replayed *ret_how, uh_session *ret_session);

#endif
