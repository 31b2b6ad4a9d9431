/* SPDX-License-Identifier: MIT */
/* scribe.h: the facts of a session as it plays, so that a set that ended is remembered and a
 * session that was killed can go on.
 *
 * A plain value: the shell tells it what the session does and what the time is, and it puts facts,
 * each as what the program says now. Where they go, and what becomes of those that could not be
 * kept, is the shell's business. What belongs to one call belongs together. */
#ifndef UNHUNCH_SCRIBE_H
#define UNHUNCH_SCRIBE_H

#include "unhunch/replay.h"

/* Where facts go, and how far local time is ahead of UTC at a moment. */
typedef struct uh_scribe_out {
    void (*put)(void *to, const uh_fact *fact);
    int32_t (*offset_s)(void *to, uh_unix_ms at);
    void *to;
} uh_scribe_out;

/* Now, on both clocks, and where facts go. */
typedef struct uh_scribe_now {
    uh_boot_ms boot;
    uh_unix_ms wall;
    uh_scribe_out out;
} uh_scribe_now;

/* Fields may be read; they change through the functions below. */
typedef struct uh_scribe {
    const uh_catalogue *catalogue;
    uh_session_fact session; /* id "" until it begins; what is known before stands in it already */
    uh_boot_ms began;        /* on this boot's clock */
    uint32_t commands;       /* put so far */
    uh_fact mark;            /* of the latest stop; its id "": there is none to take back */
    uh_fact before_call;     /* what was known of an emergency before it was said here */
    uh_fact rating;          /* BEFORE, to be put when it begins; its id "": none */
} uh_scribe;

/* What is known before it begins: origin, recipe, place, minutes, how it was admitted. `catalogue`
 * outlives the scribe. */
uh_scribe uh_scribe_for(const uh_catalogue *catalogue, uh_session_fact about);

/* A moment of the boot clock on the wall. */
uh_moment uh_scribe_moment(uh_boot_ms at, const uh_scribe_now *now);

/* It begins at `at`; `id` is a UUID for it. Puts the session, its entries, and the rating before
 * it. */
void uh_scribe_begin(uh_scribe *scribe, const uh_routine *routine, uh_session_options options,
                     uh_boot_ms at, const char *id, const uh_scribe_now *now);

/* It goes on where it was: `commands` are kept already, and now those that brought it there. */
void uh_scribe_go_on(uh_scribe *scribe, const uh_session_fact *session, uint32_t commands,
                     const uh_replayed *how, uh_boot_ms at, const uh_scribe_now *now);

/* The rest: after it began. */

/* The session obeyed a command. */
void uh_scribe_command(uh_scribe *scribe, uh_command_kind command, uh_reason reason, uh_boot_ms at,
                       const uh_scribe_now *now);

/* A set of a side ended. */
void uh_scribe_set(uh_scribe *scribe, const uh_set_record *record, const uh_scribe_now *now);

/* It lives: seen, and its lease renewed. */
void uh_scribe_alive(uh_scribe *scribe, uh_boot_ms at, const uh_scribe_now *now);

/* The session obeyed a stop, in this stretch and on this side (exercise "" between two): the
 * command, the mark for the screening (`id` is a UUID for it) and the end. What was only tried out,
 * at more than twice the speed, leaves no mark (D-29). */
void uh_scribe_stop(uh_scribe *scribe, uh_stop_reason reason, const char *exercise, uh_side side,
                    uh_boot_ms at, const char *id, const uh_scribe_now *now);

/* The stop was taken back, the mark by itself: see uh_scribe_unmark(). */
void uh_scribe_undo_stop(uh_scribe *scribe, uh_boot_ms at, const uh_scribe_now *now);

/* For a store that cannot delete the mark of the latest stop: it stands without its reason, and the
 * screening asks nothing of it. Puts nothing where there is none. */
void uh_scribe_unmark(uh_scribe *scribe, const uh_scribe_now *now);

/* Signs of an emergency, said on the page of the stop; `known`: the answer that there is to the
 * same question, NULL for none. Or that was a wrong key: then what was known holds again. */
void uh_scribe_emergency(uh_scribe *scribe, bool so, const uh_fact *known,
                         const uh_scribe_now *now);

/* The question that it answers, to look for what is known. */
uh_fact uh_scribe_emergency_key(void);

/* It is over. A stop is the end that counts: what is led after it only brings the person up. */
void uh_scribe_end(uh_scribe *scribe, uh_ending ending, uh_boot_ms at, const uh_scribe_now *now);

/* What the person says about it. */
void uh_scribe_correct(uh_scribe *scribe, uh_correction correction, const uh_scribe_now *now);
void uh_scribe_helped(uh_scribe *scribe, uh_helped helped, const uh_scribe_now *now);

/* Pain and stiffness, UH_NOT_ASKED where nobody answered; `id` is a UUID for it. BEFORE waits for
 * the beginning, DAY is without a session. */
void uh_scribe_rate(uh_scribe *scribe, uh_rating_moment moment, int32_t pain, int32_t stiffness,
                    const char *id, const uh_scribe_now *now);

#endif
