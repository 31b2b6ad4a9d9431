/* SPDX-License-Identifier: MIT */
/* browser.h: the person's browser. */
#ifndef UNHUNCH_WEB_BROWSER_H
#define UNHUNCH_WEB_BROWSER_H

#include "unhunch/base.h"

/* Is there a screen, and a program that opens addresses on it? */
bool uh_browser_is_there(void);

/* Opens the address and does not wait. False: nothing could be started. */
bool uh_browser_open(const char *address);

#endif
