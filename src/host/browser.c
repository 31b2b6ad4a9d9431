/* SPDX-License-Identifier: MIT */
#include "host/browser.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/program.h"

enum { WORD_SIZE = 512 };

/* The desktop's own way first, then Debian's. */
static const char *const openers[] = {"xdg-open", "x-www-browser", "sensible-browser"};

/* Browsers that show one page without bars and tabs: --app=ADDRESS. */
static const char *const lone_windows[] = {"chromium",      "chromium-browser", "google-chrome",
                                           "brave-browser", "microsoft-edge",   "vivaldi"};

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && value[0] != '\0';
}

bool uh_browser_has_screen(void)
{
    return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
}

static const char *first_there(const char *const *programs, size_t count)
{
    for (size_t i = 0; i < count && uh_browser_has_screen(); i++) {
        if (uh_program_is_there(programs[i])) {
            return programs[i];
        }
    }
    return NULL;
}

bool uh_browser_is_there(void)
{
    return first_there(openers, UH_COUNT(openers)) != NULL ||
           first_there(lone_windows, UH_COUNT(lone_windows)) != NULL;
}

bool uh_browser_is_place(const char *text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz0123456789-/,.";
    const size_t length = strspn(text, plain);
    return length > 0 && length <= UH_BROWSER_PLACE_MAX && text[length] == '\0';
}

/* Its words belong on no terminal of ours, and Ctrl-C ends us, not it. */
static void become(const char *opener, const char *word)
{
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    (void)setsid();
    if (nothing >= 0) {
        (void)dup2(nothing, STDIN_FILENO);
        (void)dup2(nothing, STDOUT_FILENO);
        (void)dup2(nothing, STDERR_FILENO);
    }
    (void)signal(SIGPIPE, SIG_DFL);
    (void)execlp(opener, opener, word, (char *)NULL);
    _exit(127);
}

/* Twice, so that whoever opens it becomes nobody's child: it is never waited for. */
static bool start(const char *opener, const char *word)
{
    const pid_t first = fork();
    if (first == 0) {
        if (fork() == 0) {
            become(opener, word);
        }
        _exit(0);
    }
    return first > 0 && waitpid(first, NULL, 0) == first;
}

bool uh_browser_open(const char *address, bool alone)
{
    char word[WORD_SIZE];
    const char *opener = alone ? first_there(lone_windows, UH_COUNT(lone_windows)) : NULL;
    const bool has_window = opener != NULL;
    opener = has_window ? opener : first_there(openers, UH_COUNT(openers));
    const int length = snprintf(word, sizeof word, "%s%s", has_window ? "--app=" : "", address);
    return opener != NULL && length > 0 && (size_t)length < sizeof word && start(opener, word);
}
