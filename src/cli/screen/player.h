/* SPDX-License-Identifier: MIT */
/* player.h: plays a routine in this terminal: screen or lines, keys, voice or bells, record. */
#ifndef UNHUNCH_CLI_SCREEN_PLAYER_H
#define UNHUNCH_CLI_SCREEN_PLAYER_H

#include "cli/cli.h"
#include "cli/resume.h"
#include "cli/screen/keeper.h"
#include "cli/screen/record.h"
#include "cli/screen/sounds.h"
#include "unhunch/history.h"
#include "unhunch/screen.h"

/* What to play, and how. The gate has admitted it. */
typedef struct uh_play {
    const uh_cli *cli;
    const uh_routine *routine;
    uh_phrase title;
    uh_session_options options;
    bool plain;     /* lines, even where there is a screen */
    bool no_figure; /* words only */
    bool large;     /* fewer things, and those larger */
    bool at_once;   /* it begins without a page before it, where there is a terminal */
    uh_sound sound;
    uh_record *record;
    uh_keeper *keeper;
    const uh_history *history; /* before it: what a stop comes to */
    const uh_resume *resume;   /* it goes on where it was; NULL: from the beginning */
    bool rate_before;          /* ask pain and stiffness; only where somebody can answer */
    bool rate_after;
    bool ask_helped;
    const uh_phrase *why; /* these, where the program chose them */
    uint32_t why_count;
    const uh_phrase *left_out; /* what is not played, and why */
    uint32_t left_out_count;
} uh_play;

/* Plays it to its end. Returns the exit code; dies by the signal that ended it, if one did, with
 * the terminal as it was. */
int uh_play_session(const uh_play *play);

#endif
