/* SPDX-License-Identifier: MIT */
/* browser.h: the person's browser. */
#ifndef UNHUNCH_HOST_BROWSER_H
#define UNHUNCH_HOST_BROWSER_H

#include "unhunch/base.h"

enum { UH_BROWSER_PLACE_MAX = 128 };

/* Is there a screen to show windows on? */
bool uh_browser_has_screen(void);

/* Is there a screen, and a program that opens addresses on it? */
bool uh_browser_is_there(void);

/* May it follow "#/" in an address as it stands? "session/micro" may: letters, digits and - / , .
 * at most UH_BROWSER_PLACE_MAX of them, and at least one. */
bool uh_browser_is_place(const char *text);

/* Opens the address and does not wait; `alone`: in a window that shows nothing else, where there is
 * a browser that has such windows. False: nothing could be started. */
bool uh_browser_open(const char *address, bool alone);

#endif
