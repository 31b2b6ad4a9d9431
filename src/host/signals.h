/* SPDX-License-Identifier: MIT */
/* signals.h: signals as something the loop reads, and a terminal that survives every one of them.
 */
#ifndef UNHUNCH_HOST_SIGNALS_H
#define UNHUNCH_HOST_SIGNALS_H

#include "unhunch/base.h"

/* Bit sets: which signals came since the last look. */
enum {
    UH_SIGNAL_QUIT = 1,    /* INT, TERM, HUP, QUIT: finish, then uh_signals_die() */
    UH_SIGNAL_SUSPEND = 2, /* Ctrl-Z */
    UH_SIGNAL_CONTINUE = 4,
    UH_SIGNAL_RESIZE = 8
};

/* Installs the handlers. INT, TERM, HUP, QUIT, TSTP, CONT and WINCH are collected; PIPE does
 * nothing (writes say so); SEGV, BUS, FPE, ILL and ABRT call `mourn`, which must be
 * async-signal-safe, and then take their course.
 * UH_ERR_STATE: the system has no more descriptors. */
UH_MUST_USE uh_status uh_signals_open(void (*mourn)(void));

/* Readable when a signal waits to be taken. */
int uh_signals_fd(void);

/* Takes what came. */
uint32_t uh_signals_take(void);

/* Has a quitting signal come? Takes nothing: for a writer that is stuck. */
bool uh_signals_quitting(void);

/* Dies by the quitting signal that came, so that the parent sees it; returns when there was none.
 */
void uh_signals_die(void);

/* Stops this process as Ctrl-Z does; returns when it goes on. (With nobody there who could
 * continue it, the system does not stop it at all.) */
void uh_signals_suspend(void);

/* Puts everything back. */
void uh_signals_close(void);

#endif
