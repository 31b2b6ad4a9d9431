/* SPDX-License-Identifier: MIT */
#include "daemon/opening.h"

#include <stdio.h>
#include <string.h>

#include "host/browser.h"
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

/* In a window of its own, where the stretch begins as it does in a terminal. */
static bool open_page(uh_loop *loop, const uh_offer *offer, bool is_long)
{
    char server[UH_PATH_SIZE];
    char place[UH_BROWSER_PLACE_MAX] = "session/micro";
    words command = {0};
    (void)uh_program_path("unhunch-web", server);
    if (!uh_browser_is_there() || (strchr(server, '/') == NULL && !uh_program_is_there(server))) {
        return false;
    }
    if (is_long) {
        (void)snprintf(place, sizeof place, "session/minutes/%u", offer->long_minutes);
    }
    add(&command, uh_program_path("unhunch", command.program));
    add(&command, "web");
    add(&command, "--window");
    add(&command, "--at");
    add(&command, place);
    return start(loop, command.list);
}

static bool open_terminal(uh_loop *loop, const uh_offer *offer, bool is_long)
{
    for (size_t i = 0; i < UH_COUNT(terminals) && uh_browser_has_screen(); i++) {
        words command = {0};
        if (!uh_program_is_there(terminals[i].program)) {
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

uh_opens uh_open_stretch(uh_loop *loop, const uh_offer *offer, bool is_long)
{
    const uh_opens wanted = (uh_opens)offer->settings.start_opens;
    const bool any = wanted == UH_OPENS_AUTO;
    if ((any || wanted == UH_OPENS_PAGE) && open_page(loop, offer, is_long)) {
        return UH_OPENS_PAGE;
    }
    return wanted != UH_OPENS_NOTIFICATION && open_terminal(loop, offer, is_long)
               ? UH_OPENS_TERMINAL
               : UH_OPENS_NOTIFICATION;
}
