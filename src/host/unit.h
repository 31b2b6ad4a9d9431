/* SPDX-License-Identifier: MIT */
/* unit.h: is a unit installed for the systemd of this person? */
#ifndef UNHUNCH_HOST_UNIT_H
#define UNHUNCH_HOST_UNIT_H

#include "unhunch/base.h"

/* Looks where systemd.unit(5) has the units of users; "unhunchd.service". */
bool uh_user_unit_is_there(const char *name);

#endif
