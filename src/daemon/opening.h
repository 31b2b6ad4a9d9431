/* SPDX-License-Identifier: MIT */
/* opening.h: where Start leads: the page, a terminal, or nowhere but one more notification. */
#ifndef UNHUNCH_DAEMON_OPENING_H
#define UNHUNCH_DAEMON_OPENING_H

#include "daemon/offer.h"

/* Opens the stretch (or the session) where the person wants it. Returns where: PAGE, TERMINAL, or
 * NOTIFICATION, which is the caller's to show, also where nothing else could be started. */
uh_opens uh_open_stretch(uh_loop *loop, const uh_offer *offer, bool is_long);

#endif
