/* SPDX-License-Identifier: MIT */
/* session_inside.h: what the files of the session share. `now_ms` is boot time, never before
 * session->latest_ms. */
#ifndef UNHUNCH_CORE_SESSION_INSIDE_H
#define UNHUNCH_CORE_SESSION_INSIDE_H

#include "unhunch/session.h"

/* Session time since the phase began, at most its length; it stands still while paused or stopped.
 */
uint32_t uh_session_phase_elapsed_ms(const uh_session *session, int64_t now_ms);

/* When `offset_ms` of session time after the phase's start is due. */
int64_t uh_session_due_ms(const uh_session *session, uint32_t offset_ms);

/* An event of the phase as it is. */
uh_session_event uh_session_event_of(const uh_session *session, uh_event_kind kind, int64_t at_ms,
                                     uint64_t session_ms);

/* Puts an event before those of the phase. */
void uh_session_push(uh_session *session, const uh_session_event *event);

/* `next` begins now; total_after_ms is already that of what follows it. `arrival`: cue of the
 * command that led here. */
void uh_session_enter_phase(uh_session *session, const uh_timeline *next, uh_cue arrival,
                            int64_t now_ms);

/* The phase got another length after `elapsed_ms`: what is due by now counts as given. */
void uh_session_recount(uh_session *session, uint32_t elapsed_ms);

/* Boot time until the next cue or count, for something said now. */
uint32_t uh_session_window_ms(const uh_session *session, int64_t now_ms);

/* Begins the record of a side, at its get ready or switch side. */
void uh_session_open_side(uh_session *session, int64_t now_ms);

/* Adds `elapsed_ms` of the present phase to what was held; `whole`: it ran to its end. */
void uh_session_count_work(uh_session *session, uint32_t elapsed_ms, bool whole);

/* Writes the record of the side that is open, and its event; nothing where none is open.
 * `session_ms`: now. */
void uh_session_close_side(uh_session *session, uh_set_end end, uint32_t reason, int64_t now_ms,
                           uint64_t session_ms);

/* Every command begins so: is it possible at `now`, in one of `states` (1u << uh_session_state)? */
uh_status uh_session_hear(const uh_session *session, uh_boot_ms now, uint32_t states);

/* The moment of a command: time never goes back. */
int64_t uh_session_moment(const uh_session *session, uh_boot_ms now);

/* Pushes a cue of a command, `elapsed_ms` into the phase. */
void uh_session_say(uh_session *session, uh_cue cue, int64_t now_ms, uint32_t elapsed_ms);

/* Get ready or switch side. */
bool uh_session_is_readying(const uh_session *session);

#endif
