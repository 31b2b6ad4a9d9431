/* SPDX-License-Identifier: MIT */
/* environment.h: what the environment says of the person. */
#ifndef UNHUNCH_HOST_ENVIRONMENT_H
#define UNHUNCH_HOST_ENVIRONMENT_H

#include "unhunch/base.h"

/* The language's tag, from UNHUNCH_LANGUAGE, LC_ALL, LC_MESSAGES, LANG; else "en". */
const char *uh_environment_language(void);

#endif
