/* SPDX-License-Identifier: MIT */
#include "web/browser.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The desktop's own way first, then Debian's. */
static const char *const openers[] = {"xdg-open", "x-www-browser", "sensible-browser"};

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && value[0] != '\0';
}

static bool is_on_path(const char *program)
{
    const char *path = getenv("PATH");
    while (path != NULL && *path != '\0') {
        char file[4096];
        const size_t length = strcspn(path, ":");
        const int written = snprintf(file, sizeof file, "%.*s/%s", (int)length, path, program);
        if (written > 0 && (size_t)written < sizeof file && access(file, X_OK) == 0) {
            return true;
        }
        path += length + (path[length] == ':');
    }
    return false;
}

static const char *find_opener(void)
{
    if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY")) {
        return NULL;
    }
    for (size_t i = 0; i < UH_COUNT(openers); i++) {
        if (is_on_path(openers[i])) {
            return openers[i];
        }
    }
    return NULL;
}

bool uh_browser_is_there(void)
{
    return find_opener() != NULL;
}

/* Its words belong on no terminal of ours, and Ctrl-C ends us, not it. */
static void become(const char *opener, const char *address)
{
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    (void)setsid();
    if (nothing >= 0) {
        (void)dup2(nothing, STDIN_FILENO);
        (void)dup2(nothing, STDOUT_FILENO);
        (void)dup2(nothing, STDERR_FILENO);
    }
    (void)signal(SIGPIPE, SIG_DFL);
    (void)execlp(opener, opener, address, (char *)NULL);
    _exit(127);
}

/* Twice, so that whoever opens it becomes nobody's child: it is never waited for. */
bool uh_browser_open(const char *address)
{
    const char *opener = find_opener();
    if (opener == NULL) {
        return false;
    }
    const pid_t first = fork();
    if (first == 0) {
        if (fork() == 0) {
            become(opener, address);
        }
        _exit(0);
    }
    return first > 0 && waitpid(first, NULL, 0) == first;
}
