/* SPDX-License-Identifier: MIT */
/* session.h: which session of the login manager is this person's. */
#ifndef UNHUNCH_HOST_DESKTOP_SESSION_H
#define UNHUNCH_HOST_DESKTOP_SESSION_H

#include "unhunch/base.h"

struct sd_bus;

#define UH_LOGIN_NAME "org.freedesktop.login1"
#define UH_LOGIN_PATH "/org/freedesktop/login1"
#define UH_LOGIN_MANAGER "org.freedesktop.login1.Manager"
#define UH_LOGIN_SESSION "org.freedesktop.login1.Session"

enum { UH_LOGIN_PATH_SIZE = 128 };

/* By XDG_SESSION_ID, else the one with the person's display, which is right for a service of the
 * user's manager, too. False: no login manager, or no session. */
bool uh_login_find_session(struct sd_bus *machine, char ret_path[UH_LOGIN_PATH_SIZE]);

/* A property that is true or false. UH_ERR_UNKNOWN: nobody says. */
UH_MUST_USE uh_status uh_login_is(struct sd_bus *machine, const char *path, const char *property,
                                  bool *ret_value);

#endif
