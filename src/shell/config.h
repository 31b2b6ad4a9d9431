/* SPDX-License-Identifier: MIT */
/* config.h: the file config.yaml of this person. */
#ifndef UNHUNCH_SHELL_CONFIG_H
#define UNHUNCH_SHELL_CONFIG_H

#include "host/paths.h"
#include "shell/shell.h"
#include "unhunch/settings.h"

typedef struct uh_config_file {
    char path[UH_PATH_SIZE]; /* "" where there is no place for it */
    bool there;
    uint32_t mistakes; /* in it; a setting with one stays as it was */
} uh_config_file;

/* Reads it over `settings`. Mistakes are written to `out` (nowhere where out.write is NULL); a file
 * that is not there is none. The catalogue is open. */
void uh_config_load(const uh_shell *shell, uh_out out, uh_settings *settings,
                    uh_config_file *ret_file);

#endif
