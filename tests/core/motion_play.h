/* SPDX-License-Identifier: MIT */
/* motion_play.h: plays stretches as sessions and looks at every moment of them. */
#ifndef UNHUNCH_TESTS_CORE_MOTION_PLAY_H
#define UNHUNCH_TESTS_CORE_MOTION_PLAY_H

#include "core/motion_look.h"
#include "core/patch.h" /* before a catalogue of that name: its parameters are called so, too */
#include "unhunch/session.h"

enum { TICK_MS = 20 };

/* The built-in one, once set_up() has set it. */
extern uh_catalogue catalogue;
int set_up(void **state);

/* The key of a stretch as an argument: only that one, for who writes it. */
extern const char *only;

/* The form before, where two are played; else "". */
extern char came_from[64];

typedef struct player {
    uh_session session;
    uh_motion motion;
    uh_solution before;
    bool has_before;
    int64_t before_ms;
    thing_list things_before;
    held_point held[UH_POINT_COUNT];
} player;

extern player the_player;

bool is_asked_for(uint32_t exercise);
uint32_t forms_of(uint32_t exercise);

/* With two repetitions at most, and short holds. */
void add_form(uh_routine *routine, uint32_t exercise, uint32_t variant);

void begin_playing(const uh_routine *routine, player *p);
void take_events(uh_session *session, int64_t now_ms);

/* Complains of what is wrong now, or since the last look. */
void look(player *p, int64_t now_ms);

/* When the person asks for less. */
typedef enum asking { ASKS_NEVER, ASKS_AT_ONCE, ASKS_IN_THE_MIDDLE } asking;

/* The whole session. */
void play(const uh_routine *routine);
void play_asking(const uh_routine *routine, asking when);

/* Each form by itself; without a complaint. */
void every_form_moves(asking when);

#endif
