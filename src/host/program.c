/* SPDX-License-Identifier: MIT */
#include "host/program.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/paths.h"

extern char **environ;

const char *uh_program_path(const char *name, char *ret_path)
{
    const ssize_t length = readlink("/proc/self/exe", ret_path, UH_PATH_SIZE - 1);
    if (length > 0) {
        ret_path[length] = '\0';
        char *slash = strrchr(ret_path, '/');
        const size_t room = slash != NULL ? UH_PATH_SIZE - (size_t)(slash + 1 - ret_path) : 0;
        if (room > strlen(name)) {
            memcpy(slash + 1, name, strlen(name) + 1);
            if (access(ret_path, X_OK) == 0) {
                return ret_path;
            }
        }
    }
    (void)snprintf(ret_path, UH_PATH_SIZE, "%s", name);
    return ret_path;
}

/* The file that a shell would run, in `file` (UH_PATH_SIZE bytes). */
static bool find_in_path(const char *name, char *file)
{
    const char *path = getenv("PATH");
    while (path != NULL && *path != '\0') {
        const size_t length = strcspn(path, ":");
        const int written = snprintf(file, UH_PATH_SIZE, "%.*s/%s", (int)length, path, name);
        if (length > 0 && written > 0 && written < UH_PATH_SIZE && access(file, X_OK) == 0) {
            return true;
        }
        path += length + (path[length] == ':');
    }
    return false;
}

bool uh_program_is_there(const char *name)
{
    char file[UH_PATH_SIZE];
    return find_in_path(name, file);
}

const char *uh_program_word(const char *text, char *out, size_t capacity)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "%+,-./:=@_";
    if (text[0] != '\0' && text[strspn(text, plain)] == '\0') {
        (void)snprintf(out, capacity, "%s", text);
        return out;
    }
    size_t length = 0;
    out[length++] = '\'';
    for (; *text != '\0'; text++) {
        const char *piece = *text == '\'' ? "'\\''" : text;
        const size_t width = *text == '\'' ? 4 : 1;
        if (length + width + 2 > capacity) {
            break;
        }
        memcpy(out + length, piece, width);
        length += width;
    }
    out[length++] = '\'';
    out[length] = '\0';
    return out;
}

const char *uh_program_typed(const char *name, char *out)
{
    char path[UH_PATH_SIZE];
    char found[UH_PATH_SIZE];
    if (uh_program_path(name, path)[0] == '/' &&
        !(find_in_path(name, found) && strcmp(found, path) == 0)) {
        return uh_program_word(path, out, UH_PATH_SIZE);
    }
    (void)snprintf(out, UH_PATH_SIZE, "%s", name);
    return out;
}

/* What does not fit is read all the same, so that the other one is not stuck. */
static void read_all(int fd, char *output, size_t capacity)
{
    size_t length = 0;
    for (;;) {
        char rest[512];
        const size_t room = capacity - 1 - length;
        const ssize_t got =
            room > 0 ? read(fd, output + length, room) : read(fd, rest, sizeof rest);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        length += room > 0 ? (size_t)got : 0;
    }
    output[length] = '\0';
}

static int start(const char *const *argv, int out, pid_t *ret_pid)
{
    posix_spawn_file_actions_t files;
    if (posix_spawn_file_actions_init(&files) != 0) {
        return ENOMEM;
    }
    (void)posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    (void)posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    char *const *words = NULL; /* what is not written to need not be const for it */
    memcpy(&words, &argv, sizeof(words));
    const int failed = posix_spawnp(ret_pid, words[0], &files, NULL, words, environ);
    (void)posix_spawn_file_actions_destroy(&files);
    return failed;
}

uh_status uh_program_run(const char *const *argv, char *output, size_t capacity, int *ret_code)
{
    int ends[2];
    pid_t pid = -1;
    int how = 0;
    UH_ASSERT(capacity > 0);
    output[0] = '\0';
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return UH_ERR_STATE;
    }
    const int failed = start(argv, ends[1], &pid);
    (void)close(ends[1]);
    if (failed == 0) {
        read_all(ends[0], output, capacity);
    }
    (void)close(ends[0]);
    if (failed != 0) {
        return failed == ENOENT ? UH_ERR_UNKNOWN : UH_ERR_STATE;
    }
    while (waitpid(pid, &how, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(how)) {
        return UH_ERR_STATE;
    }
    *ret_code = WEXITSTATUS(how);
    return UH_OK;
}
