/* SPDX-License-Identifier: MIT */
/* web.c: `unhunch web`, which becomes unhunch-web: a program of its own, so that the others load
 * nothing of what it needs. */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "host/browser.h"
#include "host/paths.h"
#include "host/program.h"

#define SERVER "unhunch-web"

enum { PORT_MAX = 65535, PORT_SIZE = 12, WORDS_MAX = 8 };

typedef struct web_options {
    uint32_t port; /* 0: the usual one */
    bool no_open;
    bool window;
    const char *at; /* a place of the page; NULL: where it begins */
} web_options;

static const web_options defaults = {0};
static const uh_option options[] = {
    {.name = "port",
     .letter = 'p',
     .kind = UH_OPTION_NUMBER,
     .offset = offsetof(web_options, port),
     .argument = UH_MSG_OPTION_N,
     .help = UH_MSG_SERVING_OPTION_PORT,
     .min = 1,
     .max = PORT_MAX},
    {.name = "no-open",
     .letter = 'n',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(web_options, no_open),
     .help = UH_MSG_SERVING_OPTION_NO_OPEN},
    {.name = "at",
     .letter = 'a',
     .kind = UH_OPTION_TEXT,
     .offset = offsetof(web_options, at),
     .argument = UH_MSG_OPTION_PLACE,
     .help = UH_MSG_SERVING_OPTION_AT},
    {.name = "window",
     .letter = 'w',
     .kind = UH_OPTION_FLAG,
     .offset = offsetof(web_options, window),
     .help = UH_MSG_SERVING_OPTION_WINDOW},
};

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    const web_options *chosen = values;
    (void)count;
    (void)words;
    char path[UH_PATH_SIZE];
    char name[] = SERVER;
    char port_option[] = "--port";
    char port[PORT_SIZE];
    char no_open[] = "--no-open";
    char window[] = "--window";
    char at_option[] = "--at";
    char place[UH_BROWSER_PLACE_MAX + 1];
    char *arguments[WORDS_MAX] = {name};
    size_t at = 1;
    if (chosen->at != NULL && !uh_browser_is_place(chosen->at)) {
        const uh_phrase phrase = uh_say2(UH_MSG_SERVING_NO_PLACE, uh_literal(chosen->at),
                                         uh_literal("unhunch web --at stretch/cat-cow"));
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_USAGE;
    }
    if (chosen->port != 0) {
        (void)snprintf(port, sizeof port, "%u", (unsigned)chosen->port);
        arguments[at++] = port_option;
        arguments[at++] = port;
    }
    if (chosen->no_open) {
        arguments[at++] = no_open;
    }
    if (chosen->window) {
        arguments[at++] = window;
    }
    if (chosen->at != NULL) {
        (void)snprintf(place, sizeof place, "%s", chosen->at);
        arguments[at++] = at_option;
        arguments[at++] = place;
    }
    errno = ENOENT; /* one of another version, somewhere in PATH, is not meant */
    if (uh_program_path(SERVER, path)[0] == '/') {
        (void)execv(path, arguments);
    }
    const int reason = errno;
    const uh_phrase phrase = reason == ENOENT
                                 ? uh_say1(UH_MSG_SERVING_NO_PROGRAM, uh_literal("unhunch stretch"))
                                 : uh_say1(UH_MSG_SERVING_NOT_STARTED, uh_cli_error(reason));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_FAILED;
}

const uh_command uh_command_web = {
    .name = "web",
    .summary = UH_MSG_SERVING_SUMMARY,
    .usage = UH_MSG_USAGE_NOTHING,
    .about = UH_MSG_SERVING_ABOUT,
    .words = UH_WORDS_NONE,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
