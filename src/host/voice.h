/* SPDX-License-Identifier: MIT */
/* voice.h: speaks through the person's own speech server, and never makes anybody wait for it.
 *
 * libspeechd is loaded when a voice is opened, and is used from a thread of its own: a server that
 * hangs holds up that thread and nothing else. What is said replaces what is being said, so two
 * texts never overlap and a late one is never spoken after its moment. */
#ifndef UNHUNCH_HOST_VOICE_H
#define UNHUNCH_HOST_VOICE_H

#include "unhunch/base.h"

typedef struct uh_voice uh_voice;

typedef enum uh_voice_state {
    UH_VOICE_OPENING,
    UH_VOICE_READY,
    UH_VOICE_NONE /* no library, no server, or it went away: ring bells instead */
} uh_voice_state;

/* Begins to connect and returns at once. `language` is a tag such as "en". NULL: no memory or no
 * thread left. */
uh_voice *uh_voice_open(const char *language);

uh_voice_state uh_voice_look(uh_voice *voice);

/* Waits until it is known whether there is a voice, at most so long. */
uh_voice_state uh_voice_await(uh_voice *voice, uint32_t at_most_ms);

/* Says `text` now, instead of anything said or waiting. */
void uh_voice_say(uh_voice *voice, const char *text);

/* Silence, now. */
void uh_voice_hush(uh_voice *voice);

/* Ends it. What was said last is still heard. A server that hangs is left behind after a moment.
 * NULL is fine. */
void uh_voice_close(uh_voice *voice);

#endif
