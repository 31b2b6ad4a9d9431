/* SPDX-License-Identifier: MIT */
/* screen.h: what the files of the session's screen share. */
#ifndef UNHUNCH_PRESENT_SCREEN_H
#define UNHUNCH_PRESENT_SCREEN_H

#include "unhunch/screen.h"

enum { SCREEN_TEXT_SIZE = 2048 };

/* A key that works on a page, and what it does. */
typedef struct screen_key {
    uh_message name; /* a word, such as "Space"; UH_MESSAGE_COUNT: `letter` is the name */
    const char *letter;
    uh_message does;
} screen_key;

/* Renders into `out`; "" where the text is none. Returns out. */
const char *uh_screen_say_this(const uh_screen *screen, const uh_phrase *phrase,
                               char out[SCREEN_TEXT_SIZE]);
static inline const char *uh_screen_say(const uh_screen *screen, uh_phrase phrase,
                                        char out[SCREEN_TEXT_SIZE])
{
    return uh_screen_say_this(screen, &phrase, out);
}
const char *uh_screen_read(const uh_screen *screen, uh_text text, char out[SCREEN_TEXT_SIZE]);

/* The line of keys at the bottom; those that do not fit are left out, the first ones stay. */
void uh_screen_keys(const uh_screen *screen, uh_grid *grid, uh_area area);

/* The note, if there is one, in the last lines of the area; the lines that it took. */
int32_t uh_screen_note(const uh_screen *screen, uh_grid *grid, uh_area area);

/* The words of the session's page. */
uh_phrase uh_screen_title(const uh_screen *screen);
uh_phrase uh_screen_left(const uh_screen *screen); /* how far it is, and how long still */
uh_phrase uh_screen_next(const uh_screen *screen); /* only where the view has a next */
const char *uh_screen_phase(const uh_screen *screen, char out[SCREEN_TEXT_SIZE]);
const char *uh_screen_countdown(const uh_screen *screen, char out[SCREEN_TEXT_SIZE]);

/* How much of the step is told. */
typedef enum screen_detail {
    SCREEN_FULL,
    SCREEN_CUES,
    SCREEN_ONE_CUE,
    SCREEN_DETAIL_COUNT
} screen_detail;

/* What to do now; lines are parted by line feeds. */
const char *uh_screen_step(const uh_screen *screen, screen_detail detail,
                           char out[SCREEN_TEXT_SIZE]);

void uh_screen_session(const uh_screen *screen, uh_grid *grid);

/* The figure, with what to feel and when to stop where there is room; without one the steps. */
void uh_screen_panel(const uh_screen *screen, uh_grid *grid, uh_area area);

const uh_exercise *uh_screen_exercise(const uh_screen *screen);

/* The spoken name of a side of an exercise; 0: it has none. */
uh_text uh_screen_side(const uh_exercise *exercise, uh_side side);

#endif
