/* SPDX-License-Identifier: MIT */
/* door_facts.h: facts on their way through the door. */
#ifndef UNHUNCH_WASM_DOOR_FACTS_H
#define UNHUNCH_WASM_DOOR_FACTS_H

#include "unhunch/fact.h"

/* A session that begins brings one of itself, one of each entry and a rating. */
enum { UH_DOOR_FACTS_OUT = UH_ROUTINE_MAX + 8 };

/* The one that JavaScript filled in; that it was checked is JavaScript's duty. */
const uh_fact *uh_door_fact_in(void);

/* Forgets those that were given out; then each one put is one more. `to` is not looked at. */
void uh_door_facts_begin(void);
void uh_door_facts_put(void *to, const uh_fact *fact);

#endif
