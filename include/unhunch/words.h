/* SPDX-License-Identifier: MIT */
/* words.h: says it in a language. Pure: no locale, no heap, no I/O; also compiled to WASM. */
#ifndef UNHUNCH_WORDS_H
#define UNHUNCH_WORDS_H

#include "unhunch/session.h"

typedef struct uh_language uh_language;

/* By tag: "en", "de_DE.UTF-8", "qps" (a pseudo-language for tests: every letter changes, nothing
 * else does). An unknown tag gets English, and so does a language whose texts are not here.
 * Never NULL; static. */
const uh_language *uh_language_find(const char *tag);
const char *uh_language_tag(const uh_language *language);

/* Those that this build knows, English first; NULL beyond the last. */
const uh_language *uh_language_at(uint32_t index);

/* Are its texts here? In the programs they always are; the page fetches those of a language when it
 * is wanted, and opens them (words/language.h). */
bool uh_language_is_here(const uh_language *language);

/* Renders a phrase into out (capacity bytes, always terminated when capacity > 0). Returns the full
 * length in bytes without the terminator, which may be more than fits. `catalogue` may be NULL
 * where no argument needs it. */
size_t uh_words(const uh_language *language, const uh_catalogue *catalogue, const uh_phrase *phrase,
                char *out, size_t capacity);

/* A text of the catalogue in the language. */
size_t uh_words_text(const uh_language *language, const uh_catalogue *catalogue, uh_text text,
                     char *out, size_t capacity);

/* How well an exercise answers to words typed by a person, in the language or in English (name,
 * key, id, aliases, regions, positions, equipment, family, contexts; case, hyphens and endings do
 * not matter, "ue" is "ü"). 0: not at all; higher is better; an exact key, id, name or alias is
 * 100. */
uint32_t uh_words_match(const uh_language *language, const uh_catalogue *catalogue,
                        const uh_exercise *exercise, const char *words);

/* The alias that the words are, in the language or in English; NULL: none. Its note may say why
 * they lead there. */
const uh_alias *uh_words_alias(const uh_language *language, const uh_catalogue *catalogue,
                               const uh_exercise *exercise, const char *words);

/* The three lengths of a cue. */
enum { UH_CUE_LONG = 0, UH_CUE_SHORT = 1, UH_CUE_SHORTEST = 2, UH_CUE_LEVELS = 3 };

/* The text of a CUE, COUNT_DOWN, BREATH or MILESTONE event at a length; 0 bytes where nothing is to
 * be said. The MOVE cue of a breath-paced part says the breath, too: whoever speaks cues leaves
 * BREATH to the bell. */
size_t uh_cue_text(const uh_language *language, const uh_catalogue *catalogue,
                   const uh_routine *routine, const uh_session_event *event, int level, char *out,
                   size_t capacity);

/* The longest of the three that can be spoken within the event's window; the shortest where none
 * fits. */
size_t uh_cue_fitting_text(const uh_language *language, const uh_catalogue *catalogue,
                           const uh_routine *routine, const uh_session_event *event, char *out,
                           size_t capacity);

/* Words in a text, and how long they take to say: at 150 English words a minute, 400 ms a word. The
 * words of another language are longer or shorter: at the same speed of a voice (espeak-ng) the
 * cues of this program take 450 ms a word in German. */
uint32_t uh_words_count(const char *text);
uint32_t uh_words_spoken_ms(const uh_language *language, const char *text);

#endif
