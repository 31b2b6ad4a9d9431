/* SPDX-License-Identifier: MIT */
/* player_inside.h: what the files of the player share. */
#ifndef UNHUNCH_CLI_SCREEN_PLAYER_INSIDE_H
#define UNHUNCH_CLI_SCREEN_PLAYER_INSIDE_H

#include "cli/screen/keyboard.h"
#include "cli/screen/painter.h"
#include "cli/screen/player.h"
#include "unhunch/screen_figure.h"

typedef struct uh_player {
    const uh_play *play;
    uh_session session;
    uh_screen screen;   /* page, note, scroll: what is shown */
    uh_painter painter; /* screen mode */
    uh_actor *actor;    /* the figure; NULL: none is shown */
    uh_sounds sounds;
    uh_keyboard keyboard;
    uh_boot_ms last_tick;  /* when the session was last told the time */
    uh_boot_ms note_until; /* then the note goes */
    uh_boot_ms ask_until;  /* then a rating counts as not asked */
    uh_rating before;      /* as rated */
    uh_rating rating;      /* as rated so far, before or after */
    int32_t beyond;        /* how far the page can be scrolled */
    bool on_screen;        /* else plain lines */
    bool has_keys;         /* stdin is a terminal */
    bool started;          /* the session plays; before it: ratings, intro */
    bool ended_early;      /* by the person, before the end of the routine */
    bool held;             /* a page over the session paused it, and lets it go on */
    bool redraw;
    bool over;
    int exit_code;
} uh_player;

/* -- player.c */
uh_boot_ms
uh_player_now(uh_player *player);        /* tells the session the time; commands use this moment */
void uh_player_begin(uh_player *player); /* the first cue */
/* Obeys a command now, and keeps it. What makes no sense now (ready in a hold) does nothing: false.
 */
bool uh_player_command(uh_player *player, uh_command_kind command, uh_reason reason);
/* The same, at last_tick, but the caller keeps it. */
bool uh_player_obey(uh_player *player, uh_command_kind command, uh_reason reason);
void uh_player_note(uh_player *player, uh_phrase note);
void uh_player_leave(uh_player *player, int exit_code);

/* -- player_pages.c */
void uh_player_show(uh_player *player,
                    uh_screen_page page); /* a page of text; prints it in plain mode */
void uh_player_back_to_session(uh_player *player);
void uh_player_print_page(uh_player *player);
void uh_player_line(uh_player *player, const char *text);
void uh_player_say_line(uh_player *player, uh_phrase phrase);

/* -- player_rate.c */
void uh_player_rate(uh_player *player, uh_rating_moment moment); /* asks both, then goes on */
void uh_player_on_rate(uh_player *player, uh_key key);
void uh_player_check_rating(uh_player *player, uh_boot_ms now); /* nobody answered? */
bool uh_player_is_rating(const uh_player *player);

/* -- player.c: after the questions before the start, and after those at the end */
void uh_player_introduce(uh_player *player);
void uh_player_finish(uh_player *player);

/* -- player_keys.c */
void uh_player_key(uh_player *player, uh_key key);

#endif
