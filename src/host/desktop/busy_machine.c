/* SPDX-License-Identifier: MIT */
/* busy_machine.c: what the kernel tells of microphone, camera and mains. */
#include "host/desktop/busy.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 512, TEXT_SIZE = 256, CAMERAS_MAX = 32 };

static bool starts_with(const char *path, const char *beginning)
{
    char text[TEXT_SIZE];
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    const ssize_t length = read(fd, text, sizeof text - 1);
    (void)close(fd);
    text[length > 0 ? length : 0] = '\0';
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* Does one of the files that the pattern names begin so? */
static bool any_starts_with(const char *root, const char *pattern, const char *beginning)
{
    char whole[PATH_SIZE];
    glob_t found = {0};
    bool any = false;
    (void)snprintf(whole, sizeof whole, "%s%s", root, pattern);
    if (glob(whole, GLOB_NOSORT, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc && !any; i++) {
            any = starts_with(found.gl_pathv[i], beginning);
        }
    }
    globfree(&found);
    return any;
}

bool uh_busy_microphone(const char *root)
{
    return any_starts_with(root, "/proc/asound/card*/pcm*c/sub*/status", "state: RUNNING");
}

/* A laptop on its charger has mains that are online; a desktop machine has no battery. */
bool uh_busy_battery(const char *root)
{
    return any_starts_with(root, "/sys/class/power_supply/*/status", "Discharging") &&
           !any_starts_with(root, "/sys/class/power_supply/*/online", "1");
}

/* -- camera -- */

typedef struct cameras {
    uint32_t count;
    char links[CAMERAS_MAX][64]; /* "/dev/video0": what a descriptor's link says */
} cameras;

static void find_cameras(const char *root, cameras *ret_cameras)
{
    char pattern[PATH_SIZE];
    glob_t found = {0};
    ret_cameras->count = 0;
    (void)snprintf(pattern, sizeof pattern, "%s/dev/video*", root);
    if (glob(pattern, GLOB_NOSORT, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc && ret_cameras->count < CAMERAS_MAX; i++) {
            (void)snprintf(ret_cameras->links[ret_cameras->count++], sizeof ret_cameras->links[0],
                           "%s", found.gl_pathv[i] + strlen(root));
        }
    }
    globfree(&found);
}

static bool is_camera(const cameras *all, const char *link)
{
    for (uint32_t i = 0; i < all->count; i++) {
        if (strcmp(all->links[i], link) == 0) {
            return true;
        }
    }
    return false;
}

/* Of others' processes the folder cannot be read, which is as well. */
static bool holds_camera(const char *folder, const cameras *all)
{
    DIR *descriptors = opendir(folder);
    bool holds = false;
    if (descriptors == NULL) {
        return false;
    }
    for (const struct dirent *entry; !holds && (entry = readdir(descriptors)) != NULL;) {
        char link[64];
        const ssize_t length = readlinkat(dirfd(descriptors), entry->d_name, link, sizeof link - 1);
        if (length > 0) {
            link[length] = '\0';
            holds = is_camera(all, link);
        }
    }
    (void)closedir(descriptors);
    return holds;
}

bool uh_busy_camera(const char *root)
{
    char path[PATH_SIZE];
    cameras all;
    bool busy = false;
    find_cameras(root, &all);
    (void)snprintf(path, sizeof path, "%s/proc", root);
    DIR *processes = all.count > 0 ? opendir(path) : NULL;
    if (processes == NULL) {
        return false;
    }
    for (const struct dirent *entry; !busy && (entry = readdir(processes)) != NULL;) {
        if (isdigit((unsigned char)entry->d_name[0])) {
            char folder[PATH_SIZE + sizeof entry->d_name + 8];
            (void)snprintf(folder, sizeof folder, "%s/%s/fd", path, entry->d_name);
            busy = holds_camera(folder, &all);
        }
    }
    (void)closedir(processes);
    return busy;
}
