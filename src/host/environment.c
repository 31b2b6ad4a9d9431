/* SPDX-License-Identifier: MIT */
#include "host/environment.h"

#include <stdlib.h>

const char *uh_environment_language(void)
{
    static const char *const variables[] = {"UNHUNCH_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < UH_COUNT(variables); i++) {
        const char *tag = getenv(variables[i]);
        if (tag != NULL && tag[0] != '\0') {
            return tag;
        }
    }
    return "en";
}
