/* SPDX-License-Identifier: MIT */
/* login.h: a locked screen and a machine that goes to sleep, as the login manager tells of them. */
#ifndef UNHUNCH_HOST_DESKTOP_LOGIN_H
#define UNHUNCH_HOST_DESKTOP_LOGIN_H

#include "host/desktop/buses.h"

typedef struct uh_login_hearing {
    /* `sure`: the locker itself says so. Else somebody asked for a lock, and a locker that says
     * nothing to the login manager may end it without a word: input ends it, too. */
    void (*locked)(void *user, bool locked, bool sure);
    /* Before it sleeps: within this call everything is to be written; and after it woke. */
    void (*asleep)(void *user, bool asleep);
    void *user;
} uh_login_hearing;

typedef struct uh_login uh_login;

/* Hears nothing where there is no bus or no login manager. NULL: no memory. */
uh_login *uh_login_open(uh_buses *buses, const uh_login_hearing *hearing);

/* Is there a session that can be locked; does sleep wait for us? */
bool uh_login_has_session(const uh_login *login);
bool uh_login_delays_sleep(const uh_login *login);

void uh_login_close(uh_login *login); /* NULL is fine */

#endif
