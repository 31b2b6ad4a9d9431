/* SPDX-License-Identifier: MIT */
/* trouble.h: what is the matter with the memory, in one clear line. */
#ifndef UNHUNCH_SHELL_TROUBLE_H
#define UNHUNCH_SHELL_TROUBLE_H

#include "store/store.h"
#include "unhunch/message.h"

/* goes_on: a session goes on beside it, and what waits in memory has time to arrive. For SOUND:
 * that all of it is kept again. */
uh_message uh_trouble_message(uh_store_trouble trouble, bool goes_on);

/* Why not everything could be forgotten. `report` is that of uh_store_purge() and lives as long as
 * the phrase. */
uh_phrase uh_trouble_of_purge(const uh_store_report *report);

#endif
