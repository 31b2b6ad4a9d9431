/* SPDX-License-Identifier: MIT */
/* bells.h: which bells ring when there is no voice. Pure: the shell tells the time and rings.
 *
 * Each kind of event has a rhythm of its own. A new pattern ends the old one after a short silence,
 * so two are never heard mixed; a count-down bell gives way to a pattern that still sounds. */
#ifndef UNHUNCH_BELLS_H
#define UNHUNCH_BELLS_H

#include "unhunch/session.h"

typedef enum uh_bell {
    UH_BELL_NONE,
    UH_BELL_START,   /* get into place, get ready */
    UH_BELL_MOVE,    /* the next leg of a movement */
    UH_BELL_HOLD,    /* stay there */
    UH_BELL_RELEASE, /* come out of it; rest */
    UH_BELL_SIDE,    /* the other side */
    UH_BELL_COUNT,   /* each of the last three seconds */
    UH_BELL_NEXT,    /* the next stretch */
    UH_BELL_DONE,
    UH_BELL_STOPPED,
    UH_BELL_KINDS
} uh_bell;

enum {
    UH_BELLS_MAX = 6,        /* of one pattern */
    UH_BELL_SILENCE_MS = 400 /* between two patterns */
};

/* When the bells of a pattern ring, in ms after its beginning. */
typedef struct uh_bell_pattern {
    const char *name; /* "start", as in the manual */
    uint32_t count;
    uint16_t at_ms[UH_BELLS_MAX];
} uh_bell_pattern;

const uh_bell_pattern *uh_bell_pattern_of(uh_bell bell);

/* What rings for an event; NONE for most. */
uh_bell uh_bell_for(const uh_session_event *event);

/* What is ringing. Zero: nothing, and nothing was. */
typedef struct uh_bells {
    uh_bell bell;
    uint32_t next; /* index of the next bell of the pattern */
    uh_boot_ms began;
    uh_boot_ms last; /* when the last bell rang */
    bool rang;
} uh_bells;

/* Begins a pattern at `now`, or after the silence that the last bell asks for. */
void uh_bells_ring(uh_bells *bells, uh_bell bell, uh_boot_ms now);

/* Takes one bell that is due; false when none is. */
bool uh_bells_due(uh_bells *bells, uh_boot_ms now);

/* When to ask again; UH_NEVER: nothing rings. */
uh_boot_ms uh_bells_deadline(const uh_bells *bells);

void uh_bells_hush(uh_bells *bells);

#endif
