/* SPDX-License-Identifier: MIT */
/* glance.h: what is said of today, in one sentence each. Never a reproach: it says what would fit,
 * and what was done. */
#ifndef UNHUNCH_GLANCE_H
#define UNHUNCH_GLANCE_H

#include "unhunch/progress.h"
#include "unhunch/screening.h"

/* The gravest comes first. `goes_on`: the last session was left open and may go on
 * (uh_session_may_go_on()); until it is clear whether it does, nothing is enough. */
uh_message uh_glance_message(const uh_screening *screening, const uh_history *history,
                             const uh_progress *progress, bool goes_on);

/* Breaks and walking stay with everybody but in an emergency; stretches do not. */
bool uh_glance_may_stretch(const uh_answers *answers, uh_date today);

/* Of the last seven days; only where something was done in them. */
uh_phrase uh_glance_week_phrase(const uh_progress *progress);

#endif
