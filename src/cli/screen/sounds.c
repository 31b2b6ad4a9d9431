/* SPDX-License-Identifier: MIT */
#include "cli/screen/sounds.h"

#include <string.h>

enum { AWAIT_VOICE_MS = 300 };

void uh_sounds_open(uh_sounds *sounds, uh_sound sound, const uh_language *language,
                    const uh_catalogue *catalogue, const uh_routine *routine)
{
    *sounds = (uh_sounds){.language = language, .catalogue = catalogue, .routine = routine};
    if (sound == UH_SOUND_AUTO || sound == UH_SOUND_VOICE) {
        sounds->voice = uh_voice_open(uh_language_tag(language));
    }
    sounds->ringing = sound != UH_SOUND_NONE && sounds->voice == NULL;
}

bool uh_sounds_settle(uh_sounds *sounds)
{
    if (sounds->voice == NULL || uh_voice_await(sounds->voice, AWAIT_VOICE_MS) != UH_VOICE_NONE) {
        return false;
    }
    uh_voice_close(sounds->voice);
    sounds->voice = NULL;
    sounds->ringing = true;
    return true;
}

void uh_sounds_close(uh_sounds *sounds)
{
    uh_voice_close(sounds->voice);
    sounds->voice = NULL;
}

/* -- the voice -- */

static void append(uh_sounds *sounds, const char *text)
{
    const size_t length = strlen(text);
    const size_t space = sounds->length > 0 ? 1 : 0;
    if (length == 0 || sounds->length + space + length >= sizeof sounds->text) {
        return;
    }
    memcpy(sounds->text + sounds->length, " ", space);
    memcpy(sounds->text + sounds->length + space, text, length + 1);
    sounds->length += space + length;
}

/* A paced cue names its breath itself; what else comes with a cue is added where there is time. */
static bool has_place_for(const uh_sounds *sounds, const uh_session_event *event, const char *text)
{
    if (event->kind == UH_EVENT_CUE || sounds->length == 0) {
        return true;
    }
    return event->kind != UH_EVENT_BREATH && uh_words_spoken_ms(sounds->language, sounds->text) +
                                                     uh_words_spoken_ms(sounds->language, text) <=
                                                 sounds->window_ms;
}

static void gather(uh_sounds *sounds, const uh_session_event *event)
{
    if (event->at.ms != sounds->instant.ms) {
        sounds->length = 0; /* its moment has passed: it would come late */
        sounds->instant = event->at;
    }
    if (event->kind == UH_EVENT_CUE) {
        sounds->window_ms = event->window_ms;
    }
    char text[UH_SOUNDS_TEXT];
    (void)uh_cue_fitting_text(sounds->language, sounds->catalogue, sounds->routine, event, text,
                              sizeof text);
    if (has_place_for(sounds, event, text)) {
        append(sounds, text);
    }
}

void uh_sounds_event(uh_sounds *sounds, const uh_session_event *event)
{
    if (sounds->voice != NULL) {
        gather(sounds, event);
    }
    if (sounds->ringing) {
        uh_bells_ring(&sounds->bells, uh_bell_for(event), event->at);
    }
}

void uh_sounds_speak(uh_sounds *sounds)
{
    if (sounds->voice == NULL || sounds->length == 0) {
        return;
    }
    if (uh_voice_look(sounds->voice) == UH_VOICE_NONE) {
        (void)uh_sounds_settle(sounds); /* the server went away in the middle */
    } else {
        uh_voice_say(sounds->voice, sounds->text);
    }
    sounds->length = 0;
}

void uh_sounds_say(uh_sounds *sounds, const char *text)
{
    if (sounds->voice != NULL) {
        uh_voice_say(sounds->voice, text);
    }
}

void uh_sounds_hush(uh_sounds *sounds)
{
    sounds->length = 0;
    uh_bells_hush(&sounds->bells);
    if (sounds->voice != NULL) {
        uh_voice_hush(sounds->voice);
    }
}

/* -- bells -- */

bool uh_sounds_ring(uh_sounds *sounds, uh_boot_ms now)
{
    return sounds->ringing && uh_bells_due(&sounds->bells, now);
}

uh_boot_ms uh_sounds_deadline(const uh_sounds *sounds)
{
    return sounds->ringing ? uh_bells_deadline(&sounds->bells) : UH_NEVER;
}
