/* SPDX-License-Identifier: MIT */
/* terminal.h: the terminal as a person's own, given back as it was, whatever happens.
 *
 * There is one terminal, so its state is one for the whole program; uh_terminal_restore() may be
 * called at any moment, also from a signal handler, and twice. */
#ifndef UNHUNCH_HOST_TERMINAL_H
#define UNHUNCH_HOST_TERMINAL_H

#include "unhunch/base.h"

typedef enum uh_colours {
    UH_COLOURS_NONE, /* NO_COLOR, or a terminal that has none */
    UH_COLOURS_16,
    UH_COLOURS_256,
    UH_COLOURS_TRUE
} uh_colours;

typedef struct uh_terminal_look {
    uh_colours colours; /* from NO_COLOR, COLORTERM, TERM */
    bool utf8;          /* from LC_ALL, LC_CTYPE, LANG, in this order */
    bool few_glyphs;    /* the Linux console: letters and half blocks, no braille, no quadrants */
} uh_terminal_look;

uh_terminal_look uh_terminal_look_from_environment(void);

/* Both ends are a terminal, and TERM is not "dumb". */
bool uh_terminal_is_screen(void);
bool uh_terminal_on_input(void);
bool uh_terminal_on_output(void);
bool uh_terminal_on_error(void);

/* Of the terminal on stdout; 80 x 24 where it does not say. */
void uh_terminal_size(int32_t *ret_width, int32_t *ret_height);

/* Keys come one by one, unechoed; Ctrl-C and Ctrl-Z stay signals. UH_ERR_STATE: stdin is no
 * terminal. Again after a stop is fine: what is restored is what was there at the first time. */
UH_MUST_USE uh_status uh_terminal_raw(void);

/* The other screen, with the cursor hidden; the person's scrollback stays untouched. */
void uh_terminal_full_screen(void);

/* Everything back: modes, screen, cursor, colours. Async-signal-safe. */
void uh_terminal_restore(void);

#endif
