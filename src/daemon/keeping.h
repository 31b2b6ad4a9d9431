/* SPDX-License-Identifier: MIT */
/* keeping.h: sitting time on disk, so that a restart, an upgrade or a crash loses none of it.
 *
 * One small text, $XDG_STATE_HOME/unhunch/desk, replaced at once and only when something has
 * happened. Its lock beside it says that the program runs. */
#ifndef UNHUNCH_DAEMON_KEEPING_H
#define UNHUNCH_DAEMON_KEEPING_H

#include "host/paths.h"
#include "unhunch/schedule.h"

typedef struct uh_keeping {
    int lock;
    char path[UH_PATH_SIZE];
    char boot_id[UH_SCHEDULE_BOOT_ID_SIZE];
    char text[UH_SCHEDULE_TEXT_SIZE]; /* as it was written last */
} uh_keeping;

/* UH_ERR_UNKNOWN: there is no folder for it. UH_ERR_REFUSED: another one runs. UH_ERR_STATE: see
 * errno. */
UH_MUST_USE uh_status uh_keeping_open(uh_keeping *keeping);

/* Goes on from what was written. UH_ERR_EMPTY: nothing was. As uh_schedule_read() otherwise. */
UH_MUST_USE uh_status uh_keeping_read(uh_keeping *keeping, const uh_schedule_settings *settings,
                                      const uh_zone *zone, uh_instant now,
                                      uh_schedule *ret_schedule);

/* Writes it where anything but the time has changed since the last time, or at the end.
 * UH_ERR_STATE: see errno. */
UH_MUST_USE uh_status uh_keeping_write(uh_keeping *keeping, const uh_schedule *schedule,
                                       uh_instant now, bool ending);

void uh_keeping_close(uh_keeping *keeping);

#endif
