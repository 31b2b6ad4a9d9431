/* SPDX-License-Identifier: MIT */
/* told.h: what a graphical page shows, as JSON whose texts are in the language of the page.
 *
 * present.h's JSON is for programs and the same in every language; this one is for people who look:
 * each text is said as the terminal says it, so that no shell has sentences of its own. Keys of the
 * catalogue ("doorway-stretch", "hold", "full") stay as they are: they name, they are not read. */
#ifndef UNHUNCH_TOLD_H
#define UNHUNCH_TOLD_H

#include "unhunch/present.h"
#include "unhunch/screen.h"

/* [{index, key, name, position, needs, contexts []}]: `needs` is what has to be fetched, in words,
 * null for nothing. */
void uh_tell_stretches(uh_json *json, const uh_page *page);

/* One stretch whole: {index, key, name, summary, regions, take_care, breathing, space, take_off [],
 * aliases, sides {left, right, words}, felt {here, elsewhere, claim}, corrections [{sign, action}],
 * stops [...], easier [], harder [], from, therapist,
 * forms [{index, key, name, note, position, needs, contexts, mode, asks_for,
 *   steps [{at, pose, text}], parts [{kind, pose, label}],
 *   doses [{name, amount, start, most, stated, ours}]}]}.
 * `from` says who describes it; `stated` and `ours` say who says so, number by number; what is not
 * there is null. */
void uh_tell_stretch(uh_json *json, const uh_page *page, uint32_t exercise);

/* [{index, key, name, summary, context, needs, stretches [index]}] */
void uh_tell_recipes(uh_json *json, const uh_page *page);

/* [{key, title, summary, points [{text, from}], warnings [{text, from}]}] */
void uh_tell_topics(uh_json *json, const uh_page *page);

/* What the session's page says now: {name, side, phase, countdown, step, repetition, set, eased,
 * next, left, title, breath}; null where there is nothing to say. `left` is how far it is and how
 * long still; `step` may have several lines, parted by line feeds. */
void uh_tell_session(uh_json *json, const uh_screen *screen);

/* Pages that are read, after a stop and when somebody has to be called: [{kind, role, mark, text}],
 * the paragraphs of uh_screen_text(). Kinds are "title", "heading", "text", "point", "key", "gap"
 * and "fold"; roles "text", "dim", "strong", "accent", "warn" and "stop". */
void uh_tell_stopped(uh_json *json, const uh_screen *screen);
void uh_tell_call(uh_json *json, const uh_screen *screen);

/* A card of the safety questions without its rows, and what to do now: the same without roles, as a
 * member. */
void uh_tell_card(uh_json *json, const char *key, const uh_screen *screen);
void uh_tell_outcome(uh_json *json, const char *key, const uh_screen *screen);

#endif
