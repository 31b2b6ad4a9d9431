/* SPDX-License-Identifier: MIT */
/* keeper.h: tells the store what a session does, as it does it, so that a set that ended is on the
 * disk and a session that was killed can go on. */
#ifndef UNHUNCH_CLI_SCREEN_KEEPER_H
#define UNHUNCH_CLI_SCREEN_KEEPER_H

#include "store/store.h"
#include "unhunch/scribe.h"

/* What could neither be written nor wait. */
typedef enum uh_keeper_loss {
    UH_KEEPER_LOST_NOTHING,
    UH_KEEPER_LOST_LAST, /* what was done last */
    UH_KEEPER_LOST_REST, /* there is no room for more */
    UH_KEEPER_LOST_ALL   /* the session was deleted in another window: no more of it is kept */
} uh_keeper_loss;

/* Zero-initialized: nothing is kept. */
typedef struct uh_keeper {
    uh_store *store;          /* NULL: nothing is kept */
    uh_scribe scribe;         /* what it puts goes to the store */
    uh_scribe_now now;        /* of the last call */
    uint32_t worked;          /* sets here in which something was really done */
    bool is_new;              /* while it begins: there is no session yet that could be gone */
    uh_keeper_loss loss;      /* the gravest so far */
    uh_keeper_loss told_loss; /* what the person knows of it */
    uh_store_trouble told;    /* what the person knows about */
} uh_keeper;

/* What is known before it begins: origin, recipe, place, minutes, how it was admitted. `catalogue`
 * outlives the keeper. */
uh_keeper uh_keeper_for(uh_store *store, const uh_catalogue *catalogue, uh_session_fact about);

/* It begins now. */
void uh_keeper_begin(uh_keeper *keeper, const uh_routine *routine, uh_session_options options,
                     uh_boot_ms now);

/* It goes on where it was: `commands` are kept already, and now those that brought it there. */
void uh_keeper_go_on(uh_keeper *keeper, const uh_session_fact *session, uint32_t commands,
                     const uh_replayed *how, uh_boot_ms now);

/* The session obeyed a command. */
void uh_keeper_command(uh_keeper *keeper, uh_command_kind command, uh_reason reason, uh_boot_ms at);

/* A set of a side ended. */
void uh_keeper_set(uh_keeper *keeper, const uh_set_record *record);

/* The session obeyed a stop, in this stretch and on this side (exercise "" before the first), or
 * took that back: the command, the mark and the end are kept as one. */
void uh_keeper_stop(uh_keeper *keeper, uh_stop_reason reason, const char *exercise, uh_side side,
                    uh_boot_ms now);
void uh_keeper_undo_stop(uh_keeper *keeper, uh_boot_ms now);

/* Signs of an emergency, said on the page of the stop, or that was a wrong key: then what was known
 * of an earlier one holds again. */
void uh_keeper_emergency(uh_keeper *keeper, bool so);

/* It is over. */
void uh_keeper_end(uh_keeper *keeper, uh_ending ending, uh_boot_ms now);

/* What the person says about it. */
void uh_keeper_correct(uh_keeper *keeper, uh_correction correction);
void uh_keeper_helped(uh_keeper *keeper, uh_helped helped);
/* BEFORE is put when the session begins, DAY without one, UH_NOT_ASKED where nobody answered. */
void uh_keeper_rate(uh_keeper *keeper, uh_rating_moment moment, int32_t pain, int32_t stiffness);

/* Was it broken off, is all of it on the disk, and may it go on? */
bool uh_keeper_goes_on(const uh_keeper *keeper);

/* Is there something new to say about the memory? Once for each trouble, and once when it is over.
 */
bool uh_keeper_news(uh_keeper *keeper, uh_phrase *ret_news);

#endif
