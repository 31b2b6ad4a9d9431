/* SPDX-License-Identifier: MIT */
#include "host/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4200 };

uh_status uh_file_append_open(const char *path, int *ret_fd)
{
    const int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
    if (fd < 0) {
        return UH_ERR_STATE;
    }
    *ret_fd = fd;
    return UH_OK;
}

static bool write_all(int fd, const char *text, size_t length)
{
    while (length > 0) {
        const ssize_t done = write(fd, text, length);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        text += done;
        length -= (size_t)done;
    }
    return true;
}

/* A pipe or a device has nothing to synchronize, and says EINVAL. */
static bool on_disk(int fd)
{
    return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
}

uh_status uh_file_append(int fd, const char *text, size_t length)
{
    return write_all(fd, text, length) && on_disk(fd) ? UH_OK : UH_ERR_STATE;
}

/* The folder's own entry must reach the disk too, or the rename is lost with the power. */
static void keep_name(const char *path)
{
    char folder[PATH_SIZE];
    const char *slash = strrchr(path, '/');
    const size_t length = slash == NULL ? 0 : (size_t)(slash - path);
    if (length == 0 || length >= sizeof folder) {
        return;
    }
    memcpy(folder, path, length);
    folder[length] = '\0';
    const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        (void)close(fd);
    }
}

uh_status uh_file_replace(const char *path, const char *text, size_t length)
{
    char draft[PATH_SIZE];
    const int named = snprintf(draft, sizeof draft, "%s.%ld", path, (long)getpid());
    if (named < 0 || (size_t)named >= sizeof draft) {
        errno = ENAMETOOLONG;
        return UH_ERR_STATE;
    }
    const int fd = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        return UH_ERR_STATE;
    }
    const bool written = write_all(fd, text, length) && on_disk(fd);
    const bool closed = close(fd) == 0;
    if (!written || !closed || rename(draft, path) != 0) {
        const int reason = errno;
        (void)unlink(draft);
        errno = reason;
        return UH_ERR_STATE;
    }
    keep_name(path);
    return UH_OK;
}

uh_status uh_file_read(const char *path, char *out, size_t capacity)
{
    UH_ASSERT(capacity > 0);
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return errno == ENOENT || errno == ENOTDIR ? UH_ERR_UNKNOWN : UH_ERR_STATE;
    }
    size_t length = 0;
    ssize_t got = 0;
    while (length < capacity) {
        got = read(fd, out + length, capacity - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        length += (size_t)got;
    }
    (void)close(fd);
    if (got < 0) {
        return UH_ERR_STATE;
    }
    if (length == capacity) {
        return UH_ERR_FULL;
    }
    out[length] = '\0';
    return UH_OK;
}
