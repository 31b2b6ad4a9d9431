/* SPDX-License-Identifier: MIT */
/* door_today.h: what all facts say, for the other parts of the door. */
#ifndef UNHUNCH_WASM_DOOR_TODAY_H
#define UNHUNCH_WASM_DOOR_TODAY_H

#include "unhunch/progress.h"
#include "unhunch/today.h"

/* Folded by uh_door_today_end(); before, nothing is known. */
const uh_today *uh_door_the_today(void);

/* As uh_door_progress_end() left it. */
const uh_progress *uh_door_the_progress(void);

#endif
