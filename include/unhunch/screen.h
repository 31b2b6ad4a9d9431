/* SPDX-License-Identifier: MIT */
/* screen.h: what a session's screen shows, as cells; and the same pages as plain paragraphs.
 *
 * Pure: a page is a function of the screen's value. The shell fills the value, draws into a grid of
 * the terminal's size (any from 1 x 1 up) and sends what changed. */
#ifndef UNHUNCH_SCREEN_H
#define UNHUNCH_SCREEN_H

#include "unhunch/grid.h"
#include "unhunch/screener.h"
#include "unhunch/words.h"

typedef enum uh_screen_page {
    UH_SCREEN_SESSION,
    UH_SCREEN_CARD,    /* a page of the safety questions */
    UH_SCREEN_OUTCOME, /* and what to do now */
    UH_SCREEN_INTRO,   /* what comes, and what to fetch */
    UH_SCREEN_HELP,
    UH_SCREEN_WHY_STOP,
    UH_SCREEN_WHY_SKIP,
    UH_SCREEN_STOPPED,   /* what to do now, in the next hour, and how to come back */
    UH_SCREEN_FINISHED,  /* all, part, or stopped? better, the same, worse? */
    UH_SCREEN_RATE_PAIN, /* 0 to 10; `rating` says before or after */
    UH_SCREEN_RATE_STIFFNESS,
    UH_SCREEN_REST_TODAY, /* too much pain to stretch: breaks and walking */
    UH_SCREEN_CALL,       /* signs of an emergency in a session */
    UH_SCREEN_PAGE_COUNT
} uh_screen_page;

enum { UH_SCREEN_FIGURE_WIDTH = 100 }; /* from so many columns on, the right half is the figure's */

/* Paints the figure into its half. NULL draw, or a stretch without motion: the steps of the stretch
 * stand there instead. */
typedef struct uh_screen_figure {
    void (*draw)(void *from, uh_grid *grid, uh_area area, const uh_session_view *view);
    void *from;
} uh_screen_figure;

typedef struct uh_screen {
    const uh_language *language;
    const uh_catalogue *catalogue;
    const uh_routine *routine;
    uh_screen_page page;
    uh_phrase title;        /* of the routine */
    uint64_t total_ms;      /* announced duration */
    uh_session_view view;   /* pages from HELP on, and SESSION */
    uint32_t speed_percent; /* 100 */
    uint32_t undo_left_ms;  /* STOPPED; 0: too late */
    bool words_only;        /* no figure is wanted: none is missed */
    bool has_keys;          /* somebody can answer */
    const uh_phrase *why;   /* INTRO: these, where the program chose them */
    uint32_t why_count;
    const uh_phrase *left_out; /* INTRO: what is not played, and why */
    uint32_t left_out_count;
    bool has_note;
    uh_phrase note; /* above the keys, two lines at most where there is room, else one */
    int32_t scroll; /* lines; pages of text only */
    int32_t seen;   /* how far this page was scrolled so far */
    bool plain;     /* the pages are printed as lines, for ears */
    bool window; /* a page with buttons: rows and keys are its own, and it has ways for commands */
    bool large;  /* fewer things, and those larger */
    uh_screen_figure figure;
    const uh_screener *screener; /* CARD, OUTCOME */
    bool before_session;         /* OUTCOME: a session follows where it may */
    bool can_go_back;            /* CARD: there is a page before it */
    uh_rating_moment rating;     /* RATE_PAIN, RATE_STIFFNESS */
    int32_t rise;                /* FINISHED: of pain or stiffness since before (rating.h) */
    const char *set_aside;    /* STOPPED: key of the stretch that this pain sets aside; or NULL */
    bool asks_helped;         /* FINISHED */
    uh_correction correction; /* FINISHED: as answered so far */
    uh_helped helped;
} uh_screen;

/* Draws the page. Returns how far it can be scrolled: 0 where all of it fits. */
int32_t uh_screen_draw(const uh_screen *screen, uh_grid *grid);

/* How far a page must be scrolled until all that it asks about was on the screen; 0: at once. */
int32_t uh_screen_ask_from(const uh_screen *screen, const uh_grid *grid);

typedef enum uh_paragraph_kind {
    UH_PARAGRAPH_TITLE,
    UH_PARAGRAPH_HEADING,
    UH_PARAGRAPH_TEXT,
    UH_PARAGRAPH_POINT, /* one of a list */
    UH_PARAGRAPH_KEY,   /* `mark` is the key */
    UH_PARAGRAPH_GAP,
    UH_PARAGRAPH_FOLD /* no line: what stands above must be seen before the page is answered */
} uh_paragraph_kind;

typedef struct uh_paragraph {
    uh_paragraph_kind kind;
    uh_role role;
    const char *mark; /* "-", "1", "Space"; "" for none */
    const char *text; /* borrowed during the call */
} uh_paragraph;

/* Walks the paragraphs of a page other than SESSION. */
void uh_screen_text(const uh_screen *screen, void (*take)(void *to, const uh_paragraph *paragraph),
                    void *to);

/* One row of a CARD, as uh_screen_text() would give it. */
void uh_screen_row(const uh_screen *screen, uint32_t row,
                   void (*take)(void *to, const uh_paragraph *paragraph), void *to);

/* What a routine needs, as a bit set of uh_equipment: a doorway is not a thing to fetch, but must
 * be there. A chair that may roll is left out where a sturdy one is needed too. */
uint32_t uh_routine_equipment(const uh_catalogue *catalogue, const uh_routine *routine);

/* The things of a set as words, joined by commas; returns the full length. */
size_t uh_equipment_words(const uh_language *language, uint32_t equipment, char *out,
                          size_t capacity);

/* The line of plain mode for an event: "0:20  Hold. 10 seconds."; 0: nothing is said. */
size_t uh_plain_line(const uh_language *language, const uh_catalogue *catalogue,
                     const uh_routine *routine, const uh_session_event *event, char *out,
                     size_t capacity);

#endif
