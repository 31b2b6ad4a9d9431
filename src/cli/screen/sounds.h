/* SPDX-License-Identifier: MIT */
/* sounds.h: what is heard of a session: a voice, else bells, else nothing. */
#ifndef UNHUNCH_CLI_SCREEN_SOUNDS_H
#define UNHUNCH_CLI_SCREEN_SOUNDS_H

#include "host/voice.h"
#include "unhunch/bells.h"
#include "unhunch/settings.h"
#include "unhunch/words.h"

enum { UH_SOUNDS_TEXT = 2048 };

typedef struct uh_sounds {
    const uh_language *language;
    const uh_catalogue *catalogue;
    const uh_routine *routine;
    uh_voice *voice; /* NULL: none was asked for, or none is there */
    bool ringing;    /* bells are rung */
    uh_bells bells;
    /* What is to be said of this instant: its cues in one breath, for a second text would cut off
     * the first. */
    uh_boot_ms instant;
    uint32_t window_ms;
    size_t length;
    char text[UH_SOUNDS_TEXT];
} uh_sounds;

/* Begins to look for a voice where one is wanted. */
void uh_sounds_open(uh_sounds *sounds, uh_sound sound, const uh_language *language,
                    const uh_catalogue *catalogue, const uh_routine *routine);

/* Settles whether there is a voice; true when one was wanted and there is none. Waits a moment. */
bool uh_sounds_settle(uh_sounds *sounds);

/* Takes an event of the session; then, when no more is due, uh_sounds_speak() says it. */
void uh_sounds_event(uh_sounds *sounds, const uh_session_event *event);
void uh_sounds_speak(uh_sounds *sounds);

/* Says something else now. */
void uh_sounds_say(uh_sounds *sounds, const char *text);

/* Silence, now. */
void uh_sounds_hush(uh_sounds *sounds);

/* A bell is to be rung now? And when to ask again. */
bool uh_sounds_ring(uh_sounds *sounds, uh_boot_ms now);
uh_boot_ms uh_sounds_deadline(const uh_sounds *sounds);

void uh_sounds_close(uh_sounds *sounds);

#endif
