/* SPDX-License-Identifier: MIT */
/* door_inside.h: what the parts of the door share: there is one of everything, held in door.c. */
#ifndef UNHUNCH_WASM_DOOR_INSIDE_H
#define UNHUNCH_WASM_DOOR_INSIDE_H

#include "unhunch/motion.h"
#include "unhunch/words.h"

/* NULL while none is open. */
const uh_catalogue *uh_door_the_catalogue(void);
const uh_language *uh_door_the_language(void);

/* The text that JavaScript wrote, terminated; "" for none. */
const char *uh_door_the_text(void);

uh_routine *uh_door_the_routine(void);

/* The session that was started; NULL: none was. */
uh_session *uh_door_the_session(void);

/* The event that was taken last. */
const uh_session_event *uh_door_the_event(void);

/* Makes the frame the drawing that JavaScript reads. */
void uh_door_draw(const uh_motion_frame *frame, double aspect, bool inset);

#endif
