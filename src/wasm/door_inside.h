/* SPDX-License-Identifier: MIT */
/* door_inside.h: what the parts of the door share: there is one of everything, held in door.c. */
#ifndef UNHUNCH_WASM_DOOR_INSIDE_H
#define UNHUNCH_WASM_DOOR_INSIDE_H

#include "unhunch/json.h"
#include "unhunch/motion.h"
#include "unhunch/planner.h"
#include "unhunch/present.h"
#include "unhunch/words.h"

/* NULL while none is open. */
const uh_catalogue *uh_door_the_catalogue(void);
const uh_language *uh_door_the_language(void);

/* The text that JavaScript wrote, terminated; "" for none. */
const char *uh_door_the_text(void);

uh_person *uh_door_the_person(void);
uh_screening *uh_door_the_screening(void);
uh_day *uh_door_the_day(void);
uh_routine *uh_door_the_routine(void);
uh_verdict *uh_door_the_verdict(void);
uh_history *uh_door_the_history(void);
uh_plan *uh_door_the_plan(void);

/* The session that was started, or that goes on; NULL: none was. */
uh_session *uh_door_the_session(void);

/* The event that was taken last. */
const uh_session_event *uh_door_the_event(void);

/* Makes the frame the drawing that JavaScript reads. */
const uh_drawing *uh_door_the_drawing(void);
void uh_door_draw(const uh_motion_frame *frame, double aspect, bool inset);

/* Where a session is made that is to be played from now on. */
uh_session *uh_door_open_session(void);

/* A time that JavaScript can say exactly; anything else is its mistake. */
int64_t uh_door_ms(double ms);

/* -- JSON that leaves through the door: begin, write, end -- */

uh_json *uh_door_json(void);

/* The text of it, NUL-terminated, until the next one is begun; NULL: it did not fit. */
const char *uh_door_json_text(void);

/* A page in the language, where a paragraph is a line; one, until the next is asked for. */
const uh_page *uh_door_page(uh_out out);

/* A member with a phrase, in the language. */
void uh_door_say_this(uh_json *json, const char *key, const uh_phrase *phrase);
static inline void uh_door_say(uh_json *json, const char *key, uh_phrase phrase)
{
    uh_door_say_this(json, key, &phrase);
}
void uh_door_say_text(uh_json *json, const char *key, uh_text text);

#endif
