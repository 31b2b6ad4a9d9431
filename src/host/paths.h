/* SPDX-License-Identifier: MIT */
/* paths.h: where this person's files live (XDG Base Directory). */
#ifndef UNHUNCH_HOST_PATHS_H
#define UNHUNCH_HOST_PATHS_H

#include "unhunch/base.h"

typedef enum uh_folder {
    UH_FOLDER_CONFIG,  /* XDG_CONFIG_HOME, ~/.config */
    UH_FOLDER_DATA,    /* XDG_DATA_HOME, ~/.local/share */
    UH_FOLDER_STATE,   /* XDG_STATE_HOME, ~/.local/state */
    UH_FOLDER_RUNTIME, /* XDG_RUNTIME_DIR; there is no other */
    UH_FOLDER_COUNT
} uh_folder;

enum { UH_PATH_SIZE = 4096 };

/* "FOLDER/unhunch/NAME"; NAME "" gives the folder itself. Makes nothing.
 * UH_ERR_UNKNOWN: neither the variable nor HOME is set to an absolute path.
 * UH_ERR_FULL: longer than UH_PATH_SIZE. */
UH_MUST_USE uh_status uh_path(uh_folder folder, const char *name, char ret_path[UH_PATH_SIZE]);

/* Makes our folder and those above it, each for its owner only (0700).
 * UH_ERR_STATE: the system says no, see errno. */
UH_MUST_USE uh_status uh_path_make(uh_folder folder);

#endif
