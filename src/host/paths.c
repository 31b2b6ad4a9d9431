/* SPDX-License-Identifier: MIT */
#include "host/paths.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct folder_row {
    const char *variable;
    const char *below_home; /* NULL: there is none */
} folder_row;

static const folder_row folders[UH_FOLDER_COUNT] = {
    [UH_FOLDER_CONFIG] = {"XDG_CONFIG_HOME", "/.config"},
    [UH_FOLDER_DATA] = {"XDG_DATA_HOME", "/.local/share"},
    [UH_FOLDER_STATE] = {"XDG_STATE_HOME", "/.local/state"},
    [UH_FOLDER_RUNTIME] = {"XDG_RUNTIME_DIR", NULL},
};

/* The specification says that a relative path is to be ignored. */
static const char *absolute(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && value[0] == '/' ? value : NULL;
}

uh_status uh_path(uh_folder folder, const char *name, char ret_path[UH_PATH_SIZE])
{
    UH_ASSERT(folder < UH_FOLDER_COUNT);
    const folder_row *row = &folders[folder];
    const char *base = absolute(row->variable);
    const char *below = "";
    if (base == NULL && row->below_home != NULL) {
        base = absolute("HOME");
        below = row->below_home;
    }
    if (base == NULL) {
        return UH_ERR_UNKNOWN;
    }
    const char *slash = name[0] == '\0' ? "" : "/";
    char path[UH_PATH_SIZE];
    const int length = snprintf(path, sizeof path, "%s%s/unhunch%s%s", base, below, slash, name);
    if (length < 0 || (size_t)length >= sizeof path) {
        return UH_ERR_FULL;
    }
    memcpy(ret_path, path, (size_t)length + 1);
    return UH_OK;
}

uh_status uh_path_make(uh_folder folder)
{
    char path[UH_PATH_SIZE];
    const uh_status status = uh_path(folder, "", path);
    if (status != UH_OK) {
        return status;
    }
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        const int made = mkdir(path, 0700);
        *slash = '/';
        if (made != 0 && errno != EEXIST && errno != EROFS && errno != EACCES) {
            return UH_ERR_STATE;
        }
    }
    return mkdir(path, 0700) == 0 || errno == EEXIST ? UH_OK : UH_ERR_STATE;
}
