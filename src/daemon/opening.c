/* SPDX-License-Identifier: MIT */
#include "daemon/opening.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "host/program.h"

enum { WORDS_MAX = 16 };

/* Terminals and the words after which they take a command, in the order in which they are tried:
 * the one that the person chose for the system first. */
static const struct {
    const char *program;
    const char *words[2];
} terminals[] = {
    {"xdg-terminal-exec", {NULL}},
    {"x-terminal-emulator", {"-e", NULL}},
    {"gnome-terminal", {"--", NULL}},
    {"kgx", {"--", NULL}},
    {"konsole", {"-e", NULL}},
    {"xfce4-terminal", {"-x", NULL}},
    {"foot", {NULL}},
    {"kitty", {NULL}},
    {"alacritty", {"-e", NULL}},
    {"xterm", {"-e", NULL}},
};

static bool is_in_path(const char *program)
{
    const char *path = getenv("PATH");
    for (const char *at = path != NULL ? path : ""; *at != '\0';) {
        char file[UH_PATH_SIZE];
        const size_t length = strcspn(at, ":");
        (void)snprintf(file, sizeof file, "%.*s/%s", (int)length, at, program);
        if (length > 0 && access(file, X_OK) == 0) {
            return true;
        }
        at += length + (at[length] == ':');
    }
    return false;
}

static bool has_display(void)
{
    static const char *const variables[] = {"WAYLAND_DISPLAY", "DISPLAY"};
    for (size_t i = 0; i < UH_COUNT(variables); i++) {
        const char *display = getenv(variables[i]);
        if (display != NULL && display[0] != '\0') {
            return true;
        }
    }
    return false;
}

static bool start(uh_loop *loop, const char *const *argv)
{
    const uh_child_order order = {.argv = argv, .stays = true};
    int pid = -1;
    (void)uh_child_start(loop, &order, &pid);
    return pid > 0;
}

/* -- the words that begin the stretch, or the session -- */

typedef struct words {
    uint32_t count;
    const char *list[WORDS_MAX];
    char program[UH_PATH_SIZE];
    char minutes[16];
} words;

static void add(words *to, const char *word)
{
    to->list[to->count++] = word;
    to->list[to->count] = NULL;
}

/* A short stretch is the planner's own again, with the same answer: a name alone would bring the
 * usual dose, which may be longer than a break. */
static void add_stretch(words *to, const uh_offer *offer, bool is_long)
{
    add(to, uh_program_path("unhunch", to->program));
    add(to, "stretch");
    if (is_long) {
        (void)snprintf(to->minutes, sizeof to->minutes, "%u", offer->long_minutes);
        add(to, "--minutes");
        add(to, to->minutes);
    } else {
        add(to, "--micro");
    }
}

static bool open_page(uh_loop *loop)
{
    char server[UH_PATH_SIZE];
    words command = {0};
    (void)uh_program_path("unhunch-web", server);
    if (!has_display() || (strchr(server, '/') == NULL && !is_in_path(server))) {
        return false;
    }
    add(&command, uh_program_path("unhunch", command.program));
    add(&command, "web");
    return start(loop, command.list);
}

static bool open_terminal(uh_loop *loop, const uh_offer *offer, bool is_long)
{
    for (size_t i = 0; i < UH_COUNT(terminals) && has_display(); i++) {
        words command = {0};
        if (!is_in_path(terminals[i].program)) {
            continue;
        }
        add(&command, terminals[i].program);
        if (terminals[i].words[0] != NULL) {
            add(&command, terminals[i].words[0]);
        }
        add_stretch(&command, offer, is_long);
        if (start(loop, command.list)) {
            return true;
        }
    }
    return false;
}

/* The terminal begins with the stretch itself; the page begins with the day. */
uh_opens uh_open_stretch(uh_loop *loop, const uh_offer *offer, bool is_long)
{
    const uh_opens wanted = (uh_opens)offer->settings.start_opens;
    if (wanted == UH_OPENS_PAGE && open_page(loop)) {
        return UH_OPENS_PAGE;
    }
    if (wanted != UH_OPENS_NOTIFICATION && open_terminal(loop, offer, is_long)) {
        return UH_OPENS_TERMINAL;
    }
    return wanted == UH_OPENS_AUTO && open_page(loop) ? UH_OPENS_PAGE : UH_OPENS_NOTIFICATION;
}
