/* SPDX-License-Identifier: MIT */
#include "daemon/keeping.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "host/files.h"

uh_status uh_keeping_open(uh_keeping *keeping)
{
    char lock[UH_PATH_SIZE];
    *keeping = (uh_keeping){.lock = -1};
    uh_status status = uh_path(UH_FOLDER_STATE, "desk", keeping->path);
    status = status == UH_OK ? uh_path(UH_FOLDER_STATE, "desk.lock", lock) : status;
    if (status != UH_OK) {
        return UH_ERR_UNKNOWN;
    }
    if (uh_path_make(UH_FOLDER_STATE) != UH_OK) {
        return UH_ERR_STATE;
    }
    keeping->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (keeping->lock < 0) {
        return UH_ERR_STATE;
    }
    if (flock(keeping->lock, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = errno == EWOULDBLOCK;
        uh_keeping_close(keeping);
        return taken ? UH_ERR_REFUSED : UH_ERR_STATE;
    }
    if (uh_file_read("/proc/sys/kernel/random/boot_id", keeping->boot_id,
                     sizeof keeping->boot_id) != UH_OK) {
        keeping->boot_id[0] = '\0';
    }
    keeping->boot_id[strcspn(keeping->boot_id, "\n")] = '\0';
    return UH_OK;
}

uh_status uh_keeping_read(uh_keeping *keeping, const uh_schedule_settings *settings,
                          const uh_zone *zone, uh_instant now, uh_schedule *ret_schedule)
{
    char text[UH_SCHEDULE_TEXT_SIZE];
    const uh_status status = uh_file_read(keeping->path, text, sizeof text);
    if (status == UH_ERR_FULL) {
        return UH_ERR_FORMAT;
    }
    return status == UH_OK
               ? uh_schedule_read(text, keeping->boot_id, settings, zone, now, ret_schedule)
               : UH_ERR_EMPTY;
}

/* What comes after the line with the time. */
static const char *body_of(const char *text)
{
    const char *line = strchr(text, '\n');
    return line != NULL ? line : "";
}

uh_status uh_keeping_write(uh_keeping *keeping, const uh_schedule *schedule, uh_instant now,
                           bool ending)
{
    char text[UH_SCHEDULE_TEXT_SIZE];
    const size_t length =
        uh_schedule_write(schedule, keeping->boot_id, now, ending, text, sizeof text);
    if (!ending && strcmp(body_of(text), body_of(keeping->text)) == 0) {
        return UH_OK;
    }
    memcpy(keeping->text, text, length + 1); /* what failed is not tried again and again */
    return uh_file_replace(keeping->path, text, length);
}

void uh_keeping_close(uh_keeping *keeping)
{
    if (keeping->lock >= 0) {
        (void)close(keeping->lock);
        keeping->lock = -1;
    }
}
