/* SPDX-License-Identifier: MIT */
#include "store/machine.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { STEPS_FIRST = 1024, OPEN_FILES = 256, MACHINE_OWN_SYNC = 32 };

/* -- what fails -- */

static struct {
    uint32_t kinds;
    uint64_t k;
    uint64_t calls;
    bool lasting;
    bool failed;
    int reason;
} failure;

void machine_fail(uint32_t kinds, uint64_t k, bool lasting, int reason)
{
    failure.kinds = kinds;
    failure.k = k;
    failure.calls = 0;
    failure.lasting = lasting;
    failure.failed = false;
    failure.reason = reason;
}

uint64_t machine_heal(void)
{
    failure.kinds = 0;
    return failure.calls;
}

bool machine_has_failed(void)
{
    return failure.failed;
}

static bool fails(uint32_t kind)
{
    const bool own_sync = kind == MACHINE_OWN_SYNC;
    const uint32_t kinds = failure.kinds;
    if (own_sync ? (kinds & (MACHINE_SYNC | MACHINE_DATABASE)) != MACHINE_SYNC
                 : (kinds & kind) == 0) {
        return false;
    }
    failure.calls++;
    const bool now = failure.calls == failure.k || (failure.lasting && failure.calls > failure.k);
    failure.failed = failure.failed || now;
    if (now) {
        errno = failure.reason;
    }
    return now;
}

/* -- what is written down -- */

static struct {
    bool on;
    char folder[4096];
    size_t folder_length;
    machine_step *steps;
    uint32_t count;
    uint32_t capacity;
} watch;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *piece, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *piece, size_t size);

static void *need(void *piece)
{
    if (piece == NULL) {
        perror("machine");
        abort();
    }
    return piece;
}

static char *copy_text(const char *text)
{
    const size_t size = strlen(text) + 1;
    char *copy = need(__real_malloc(size));
    memcpy(copy, text, size);
    return copy;
}

void machine_watch(const char *folder)
{
    for (uint32_t i = 0; i < watch.count; i++) {
        free(watch.steps[i].path);
        free(watch.steps[i].other);
        free(watch.steps[i].bytes);
    }
    watch.count = 0;
    watch.on = true;
    watch.folder_length = (size_t)snprintf(watch.folder, sizeof watch.folder, "%s/", folder);
}

void machine_unwatch(void)
{
    watch.on = false;
}

uint32_t machine_steps(void)
{
    return watch.count;
}

const machine_step *machine_step_at(uint32_t index)
{
    return &watch.steps[index];
}

/* NULL: not below the folder. */
static const char *below(const char *path)
{
    const bool is_below =
        watch.on && path != NULL && strncmp(path, watch.folder, watch.folder_length) == 0;
    return is_below ? path + watch.folder_length : NULL;
}

static machine_step *note(machine_act act, const char *path)
{
    const char *name = below(path);
    if (name == NULL) {
        return NULL;
    }
    if (watch.count == watch.capacity) {
        watch.capacity = watch.capacity != 0 ? watch.capacity * 2 : STEPS_FIRST;
        watch.steps = need(__real_realloc(watch.steps, watch.capacity * sizeof *watch.steps));
    }
    machine_step *step = &watch.steps[watch.count++];
    *step = (machine_step){.act = act, .path = copy_text(name)};
    return step;
}

static void note_write(const char *path, const void *bytes, size_t length, uint64_t offset)
{
    machine_step *step = note(MACHINE_ACT_WRITE, path);
    if (step != NULL) {
        step->offset = offset;
        step->length = length;
        step->bytes = need(__real_malloc(length + 1));
        memcpy(step->bytes, bytes, length);
    }
}

static void note_length(const char *path, uint64_t length)
{
    machine_step *step = note(MACHINE_ACT_TRUNCATE, path);
    if (step != NULL) {
        step->length = length;
    }
}

static void note_other(machine_act act, const char *path, const char *other)
{
    machine_step *step = note(act, path);
    if (step != NULL) {
        step->other = copy_text(below(other));
    }
}

/* -- SQLite's files -- */

typedef struct shim_file {
    sqlite3_file base;
    const char *path; /* SQLite keeps it; NULL: a nameless one */
    sqlite3_file *real;
} shim_file;

static sqlite3_vfs *real_vfs;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((shim_file *)file)->real;
}

static const char *path_of(sqlite3_file *file)
{
    return ((shim_file *)file)->path;
}

static int shim_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int shim_read(sqlite3_file *file, void *out, int length, sqlite3_int64 offset)
{
    return fails(MACHINE_READ) ? SQLITE_IOERR_READ
                               : real_of(file)->pMethods->xRead(real_of(file), out, length, offset);
}

static int write_error(void)
{
    return failure.reason == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int shim_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    if (fails(MACHINE_WRITE | MACHINE_DATABASE)) {
        return write_error();
    }
    note_write(path_of(file), bytes, (size_t)length, (uint64_t)offset);
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, length, offset);
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 length)
{
    if (fails(MACHINE_WRITE | MACHINE_DATABASE)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    note_length(path_of(file), (uint64_t)length);
    return real_of(file)->pMethods->xTruncate(real_of(file), length);
}

static int shim_sync(sqlite3_file *file, int flags)
{
    if (fails(MACHINE_SYNC)) {
        return SQLITE_IOERR_FSYNC;
    }
    (void)note(MACHINE_ACT_SYNC, path_of(file));
    return SQLITE_OK;
}

static int shim_file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int shim_lock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int shim_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int shim_check_reserved(sqlite3_file *file, int *out)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

static int shim_control(sqlite3_file *file, int operation, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int shim_sector_size(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int shim_characteristics(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int shim_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return fails(MACHINE_WRITE | MACHINE_DATABASE)
               ? SQLITE_IOERR_SHMMAP
               : real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}

static int shim_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void shim_shm_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int shim_shm_unmap(sqlite3_file *file, int remove_it)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove_it);
}

static const sqlite3_io_methods shim_methods = {
    .iVersion = 2,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_file_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_check_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector_size,
    .xDeviceCharacteristics = shim_characteristics,
    .xShmMap = shim_shm_map,
    .xShmLock = shim_shm_lock,
    .xShmBarrier = shim_shm_barrier,
    .xShmUnmap = shim_shm_unmap,
};

static int shim_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                     int *out_flags)
{
    shim_file *shim = (shim_file *)file;
    shim->base.pMethods = NULL;
    shim->path = path;
    shim->real = (sqlite3_file *)(shim + 1);
    const bool makes = (flags & SQLITE_OPEN_CREATE) != 0;
    if (makes && fails(MACHINE_WRITE | MACHINE_DATABASE)) {
        return SQLITE_CANTOPEN;
    }
    const bool was_there = path != NULL && access(path, F_OK) == 0;
    const int code = real_vfs->xOpen(real_vfs, path, shim->real, flags, out_flags);
    if (code == SQLITE_OK) {
        shim->base.pMethods = &shim_methods;
        if (makes && !was_there) {
            (void)note(MACHINE_ACT_MAKE, path);
        }
    }
    return code;
}

static int shim_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
    if (fails(MACHINE_WRITE | MACHINE_DATABASE)) {
        return SQLITE_IOERR_DELETE;
    }
    const int code = real_vfs->xDelete(real_vfs, path, 0);
    if (code == SQLITE_OK) {
        (void)note(MACHINE_ACT_REMOVE, path);
    }
    return code;
}

static int last_error(sqlite3_vfs *vfs, int length, char *out)
{
    return failure.failed ? failure.reason : real_vfs->xGetLastError(real_vfs, length, out);
}

/* -- SQLite's memory -- */

static sqlite3_mem_methods real_memory;

static void *memory_get(int size)
{
    return fails(MACHINE_MEMORY) ? NULL : real_memory.xMalloc(size);
}

static void *memory_resize(void *piece, int size)
{
    return fails(MACHINE_MEMORY) ? NULL : real_memory.xRealloc(piece, size);
}

void machine_install(void)
{
    static sqlite3_vfs shim;
    (void)sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
    sqlite3_mem_methods memory = real_memory;
    memory.xMalloc = memory_get;
    memory.xRealloc = memory_resize;
    (void)sqlite3_config(SQLITE_CONFIG_MALLOC, &memory);
    json_set_alloc_funcs(__wrap_malloc, free);
    real_vfs = sqlite3_vfs_find(NULL);
    shim = *real_vfs;
    shim.zName = "machine";
    shim.szOsFile = (int)sizeof(shim_file) + real_vfs->szOsFile;
    shim.xOpen = shim_open;
    shim.xDelete = shim_delete;
    shim.xGetLastError = last_error;
    (void)sqlite3_vfs_register(&shim, 1);
}

/* -- the store's own calls -- */

int __real_open(const char *path, int flags, ...);
ssize_t __real_write(int fd, const void *bytes, size_t length);
int __real_rename(const char *from, const char *to);
int __real_link(const char *from, const char *to);
int __real_unlink(const char *path);
int __real_rmdir(const char *path);
int __real_mkdir(const char *path, mode_t mode);
int __real_ftruncate(int fd, off_t length);
int __real_utimensat(int fd, const char *path, const struct timespec times[2], int flags);
int __wrap_open(const char *path, int flags, ...);
ssize_t __wrap_write(int fd, const void *bytes, size_t length);
int __wrap_fsync(int fd);
int __wrap_rename(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);
int __wrap_unlink(const char *path);
int __wrap_rmdir(const char *path);
int __wrap_mkdir(const char *path, mode_t mode);
int __wrap_ftruncate(int fd, off_t length);
int __wrap_utimensat(int fd, const char *path, const struct timespec times[2], int flags);

static char open_paths[OPEN_FILES][4096];

void *__wrap_malloc(size_t size)
{
    return fails(MACHINE_MEMORY) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails(MACHINE_MEMORY) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *piece, size_t size)
{
    return fails(MACHINE_MEMORY) ? NULL : __real_realloc(piece, size);
}

int __wrap_open(const char *path, int flags, ...)
{
    const bool makes = (flags & O_CREAT) != 0;
    mode_t mode = 0;
    if (makes) {
        va_list arguments;
        va_start(arguments, flags);
        /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): it was begun the line before */
        mode = (mode_t)va_arg(arguments, unsigned);
        va_end(arguments);
        if (fails(MACHINE_WRITE)) {
            return -1;
        }
    }
    const bool was_there = access(path, F_OK) == 0;
    const int fd = __real_open(path, flags, mode);
    if (fd >= 0 && makes && !was_there) {
        (void)note(MACHINE_ACT_MAKE, path);
    } else if (fd >= 0 && (flags & O_TRUNC) != 0) {
        note_length(path, 0);
    }
    if (fd >= 0 && fd < OPEN_FILES) {
        (void)snprintf(open_paths[fd], sizeof open_paths[fd], "%s", path);
    }
    return fd;
}

ssize_t __wrap_write(int fd, const void *bytes, size_t length)
{
    if (fails(MACHINE_WRITE)) {
        return -1;
    }
    const off_t offset = lseek(fd, 0, SEEK_CUR);
    const ssize_t written = __real_write(fd, bytes, length);
    if (written > 0 && fd < OPEN_FILES) {
        note_write(open_paths[fd], bytes, (size_t)written, offset < 0 ? 0 : (uint64_t)offset);
    }
    return written;
}

int __wrap_fsync(int fd)
{
    if (fails(MACHINE_OWN_SYNC)) {
        return -1;
    }
    (void)note(MACHINE_ACT_SYNC, fd < OPEN_FILES ? open_paths[fd] : NULL);
    return 0;
}

int __wrap_rename(const char *from, const char *to)
{
    if (fails(MACHINE_WRITE)) {
        return -1;
    }
    const int answer = __real_rename(from, to);
    if (answer == 0) {
        note_other(MACHINE_ACT_RENAME, from, to);
    }
    return answer;
}

int __wrap_link(const char *from, const char *to)
{
    if (fails(MACHINE_WRITE)) {
        return -1;
    }
    const int answer = __real_link(from, to);
    if (answer == 0) {
        note_other(MACHINE_ACT_LINK, from, to);
    }
    return answer;
}

int __wrap_unlink(const char *path)
{
    if (fails(MACHINE_WRITE)) {
        return -1;
    }
    const int answer = __real_unlink(path);
    if (answer == 0) {
        (void)note(MACHINE_ACT_REMOVE, path);
    }
    return answer;
}

int __wrap_rmdir(const char *path)
{
    if (fails(MACHINE_WRITE)) {
        return -1;
    }
    const int answer = __real_rmdir(path);
    if (answer == 0) {
        (void)note(MACHINE_ACT_GONE, path);
    }
    return answer;
}

int __wrap_mkdir(const char *path, mode_t mode)
{
    if (fails(MACHINE_WRITE)) {
        return -1;
    }
    const int answer = __real_mkdir(path, mode);
    if (answer == 0) {
        (void)note(MACHINE_ACT_FOLDER, path);
    }
    return answer;
}

int __wrap_ftruncate(int fd, off_t length)
{
    if (fails(MACHINE_WRITE)) {
        return -1;
    }
    const int answer = __real_ftruncate(fd, length);
    if (answer == 0 && fd < OPEN_FILES) {
        note_length(open_paths[fd], (uint64_t)length);
    }
    return answer;
}

int __wrap_utimensat(int fd, const char *path, const struct timespec times[2], int flags)
{
    return fails(MACHINE_WRITE) ? -1 : __real_utimensat(fd, path, times, flags);
}
