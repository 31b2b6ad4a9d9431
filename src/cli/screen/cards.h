/* SPDX-License-Identifier: MIT */
/* cards.h: asks the safety questions in this terminal: on the whole screen, or line by line. */
#ifndef UNHUNCH_CLI_SCREEN_CARDS_H
#define UNHUNCH_CLI_SCREEN_CARDS_H

#include "cli/cli.h"
#include "shell/past.h"
#include "unhunch/screener.h"

typedef struct uh_cards_how {
    bool plain;          /* lines, even where there is a screen */
    bool large;          /* as the person likes it */
    bool before_session; /* a session follows where it may: then nothing more is said */
} uh_cards_how;

typedef enum uh_cards_end {
    UH_CARDS_ANSWERED, /* to the outcome, which is kept */
    UH_CARDS_LEFT,     /* on the way, or on the page of the outcome; what was kept by then stays */
    UH_CARDS_FAILED    /* no terminal, or it went away */
} uh_cards_end;

/* stdin is a terminal. What is answered goes to the store, and person and screening of `past`
 * follow it. Dies by the signal that ended it, if one did, with the terminal as it was. */
uh_cards_end uh_cards_ask(uh_cli *cli, uh_past *past, uh_screener screener, uh_cards_how how);

/* Keeps what a screener came to: all of it in one act. False after a complaint: it could not be
 * kept, and holds for this run only. */
bool uh_cards_keep(uh_cli *cli, uh_past *past, uh_screener *screener, const char *id);

#endif
