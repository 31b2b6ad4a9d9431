/* SPDX-License-Identifier: MIT */
#include "store/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LOCK_STEP_MS = 10, MS_NS = 1000000, S_MS = 1000 };

const char *uh_folder_path(const char *folder, const char *name, char out[UH_STORE_PATH_SIZE])
{
    const int length = snprintf(out, UH_STORE_PATH_SIZE, "%s/%s", folder, name);
    if (length < 0 || length >= UH_STORE_PATH_SIZE) {
        out[0] = '\0';
    }
    return out;
}

/* Folders above may be where nothing can be made but that are there. */
uh_status uh_folder_make(const char *folder)
{
    char path[UH_STORE_PATH_SIZE];
    const int length = snprintf(path, sizeof path, "%s", folder);
    if (length < 0 || (size_t)length >= sizeof path) {
        errno = ENAMETOOLONG;
        return UH_ERR_STATE;
    }
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path, 0700);
        *slash = '/';
    }
    return mkdir(path, 0700) == 0 || errno == EEXIST ? UH_OK : UH_ERR_STATE;
}

/* Some file systems cannot synchronize a folder, and say EINVAL. */
static uh_status sync_and_close(int fd)
{
    const bool synced = fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int reason = errno;
    (void)close(fd);
    errno = reason;
    return synced ? UH_OK : UH_ERR_STATE;
}

uh_status uh_folder_sync(const char *folder)
{
    const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd < 0 ? UH_ERR_STATE : sync_and_close(fd);
}

uh_status uh_folder_list(const char *folder, uh_folder_take *take, void *to)
{
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        return errno == ENOENT ? UH_OK : UH_ERR_STATE;
    }
    bool goes_on = true;
    while (goes_on) {
        errno = 0;
        const struct dirent *entry = readdir(dir);
        if (entry == NULL) {
            break;
        }
        if (entry->d_name[0] != '.') {
            goes_on = take(to, entry->d_name);
        }
    }
    const int reason = errno;
    (void)closedir(dir);
    errno = reason;
    return goes_on && reason != 0 ? UH_ERR_STATE : UH_OK;
}

/* -- files -- */

bool uh_file_is_there(const char *path)
{
    return uh_file_size(path) >= 0;
}

int64_t uh_file_size(const char *path)
{
    struct stat state;
    return stat(path, &state) == 0 ? (int64_t)state.st_size : -1;
}

uh_status uh_file_make(const char *path)
{
    const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        return UH_ERR_STATE;
    }
    (void)close(fd);
    return UH_OK;
}

uh_status uh_file_sync(const char *path)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 ? UH_ERR_STATE : sync_and_close(fd);
}

uh_status uh_file_remove(const char *path)
{
    return unlink(path) == 0 || errno == ENOENT ? UH_OK : UH_ERR_STATE;
}

uh_status uh_file_first(const char *path, void *out, size_t capacity, size_t *ret_length)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return UH_ERR_STATE;
    }
    size_t length = 0;
    ssize_t got = 1;
    while (got > 0 && length < capacity) {
        got = read(fd, (char *)out + length, capacity - length);
        length += got > 0 ? (size_t)got : 0;
    }
    const int reason = errno;
    (void)close(fd);
    errno = reason;
    *ret_length = length;
    return got >= 0 ? UH_OK : UH_ERR_STATE;
}

typedef struct removal {
    const char *folder;
    bool failed;
} removal;

static bool remove_one(void *to, const char *name)
{
    char path[UH_STORE_PATH_SIZE];
    removal *at = to;
    at->failed = uh_file_remove(uh_folder_path(at->folder, name, path)) != UH_OK;
    return !at->failed;
}

uh_status uh_folder_remove(const char *folder)
{
    removal at = {folder, false};
    const uh_status status = uh_folder_list(folder, remove_one, &at);
    if (status != UH_OK || at.failed) {
        return UH_ERR_STATE;
    }
    return rmdir(folder) == 0 || errno == ENOENT ? UH_OK : UH_ERR_STATE;
}

uh_unix_ms uh_file_time(const char *path)
{
    struct stat state;
    return stat(path, &state) == 0
               ? (uh_unix_ms){(int64_t)state.st_mtim.tv_sec * S_MS + state.st_mtim.tv_nsec / MS_NS}
               : UH_NO_TIME;
}

uh_status uh_file_set_time(const char *path, uh_unix_ms at)
{
    const struct timespec time = {(time_t)(at.ms / S_MS), (long)(at.ms % S_MS) * MS_NS};
    const struct timespec times[2] = {time, time};
    return utimensat(AT_FDCWD, path, times, 0) == 0 ? UH_OK : UH_ERR_STATE;
}

/* -- locks -- */

int uh_lock_open(const char *folder)
{
    char path[UH_STORE_PATH_SIZE];
    return open(uh_folder_path(folder, UH_LOCK_NAME, path), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

/* flock() cannot wait for a time, so it is asked again and again. */
uh_status uh_lock_take(int lock, bool alone, int wait_ms)
{
    const int operation = (alone ? LOCK_EX : LOCK_SH) | LOCK_NB;
    for (int waited_ms = 0;; waited_ms += LOCK_STEP_MS) {
        if (flock(lock, operation) == 0) {
            return UH_OK;
        }
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return UH_ERR_STATE;
        }
        if (waited_ms >= wait_ms) {
            (void)flock(lock, LOCK_UN); /* a change that failed may have left the old one */
            return UH_ERR_PENDING;
        }
        const struct timespec step = {0, (long)LOCK_STEP_MS * MS_NS};
        (void)nanosleep(&step, NULL);
    }
}

uh_store_trouble uh_trouble_of_errno(int number)
{
    switch (number) {
    case EROFS:
    case EACCES:
    case EPERM:
        return UH_STORE_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
        return UH_STORE_FULL;
    case EWOULDBLOCK:
        return UH_STORE_BUSY;
    default:
        return UH_STORE_FAILING;
    }
}
