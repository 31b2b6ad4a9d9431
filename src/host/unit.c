/* SPDX-License-Identifier: MIT */
#include "host/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "host/paths.h"

/* A folder of units below a fixed one, or below what a variable names. */
typedef struct unit_folder {
    const char *variable; /* NULL: none */
    const char *below;    /* of HOME where the variable is not set; NULL: nothing then */
    const char *folder;
} unit_folder;

static const unit_folder folders[] = {
    {"XDG_CONFIG_HOME", "/.config", "/systemd/user"},
    {NULL, NULL, "/etc/systemd/user"},
    {"XDG_RUNTIME_DIR", NULL, "/systemd/user"},
    {NULL, NULL, "/run/systemd/user"},
    {"XDG_DATA_HOME", "/.local/share", "/systemd/user"},
    {NULL, NULL, "/usr/local/share/systemd/user"},
    {NULL, NULL, "/usr/share/systemd/user"},
    {NULL, NULL, "/usr/local/lib/systemd/user"},
    {NULL, NULL, "/usr/lib/systemd/user"},
    {NULL, NULL, "/lib/systemd/user"},
};

static const char *absolute(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && value[0] == '/' ? value : NULL;
}

/* False: there is no such folder for this person. */
static bool write_path(const unit_folder *folder, const char *name, char path[UH_PATH_SIZE])
{
    const char *base = "";
    const char *below = "";
    if (folder->variable != NULL) {
        base = absolute(folder->variable);
        if (base == NULL && folder->below != NULL) {
            base = absolute("HOME");
            below = folder->below;
        }
    }
    return base != NULL && snprintf(path, UH_PATH_SIZE, "%s%s%s/%s", base, below, folder->folder,
                                    name) < UH_PATH_SIZE;
}

bool uh_user_unit_is_there(const char *name)
{
    for (size_t i = 0; i < UH_COUNT(folders); i++) {
        char path[UH_PATH_SIZE];
        if (write_path(&folders[i], name, path) && access(path, F_OK) == 0) {
            return true;
        }
    }
    return false;
}
