/* SPDX-License-Identifier: MIT */
/* unhunch-web: the page on this machine. `unhunch web` starts it, or systemd does. */
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "host/browser.h"
#include "host/clock.h"
#include "host/paths.h"
#include "host/program.h"
#include "host/signals.h"
#include "web/keys.h"
#include "web/listen.h"
#include "web/server.h"

enum {
    EXIT_DONE = 0,
    EXIT_FAILED = 1,
    EXIT_USAGE = 2,
    IDLE_MS = 10 * 60 * 1000, /* where it is started again when somebody asks */
    PORT_MAX = 65535
};

typedef struct options {
    uint16_t port;
    bool opens;       /* a browser, */
    bool alone;       /* in a window of its own, */
    const char *at;   /* at this place of the page: "session/micro"; NULL: where it begins */
    bool lists;       /* the routes, and ends */
    const char *from; /* folder of the page's files; NULL: where they belong */
} options;

/* Where this person keeps what the server needs. */
typedef struct places {
    char tokens[UH_PATH_SIZE];
    char keys[UH_PATH_SIZE];
    char owned[UH_PATH_SIZE];
    char lock[UH_PATH_SIZE];
} places;

/* -- talk -- */

static void write_file(void *to, const char *text, size_t length)
{
    (void)fwrite(text, 1, length, to);
    (void)fflush(to);
}

static uh_shell open_shell(void)
{
    return (uh_shell){.language = uh_shell_language(),
                      .out = {write_file, stdout},
                      .err = {write_file, stderr},
                      .width = UH_PAGE_WIDTH,
                      .program = "unhunch-web"};
}

static int complain(const uh_shell *shell, uh_phrase phrase)
{
    uh_shell_complain(shell, &phrase);
    return EXIT_FAILED;
}

static void print(const uh_shell *shell, uh_phrase phrase)
{
    const uh_page page = uh_shell_page(shell);
    uh_page_phrase(&page, 0, phrase);
}

/* -- options -- */

static bool read_port(const char *text, uint16_t *ret_port)
{
    char *end = NULL;
    const long port = strtol(text, &end, 10);
    if (end == text || *end != '\0' || port < 1 || port > PORT_MAX) {
        return false;
    }
    *ret_port = (uint16_t)port;
    return true;
}

/* `unhunch web` explains mistakes; this program is typed by nobody. */
static bool read_options(int argc, char **argv, options *ret_options)
{
    enum { PORT = 'p', NO_OPEN = 'n', ROUTES = 'r', FROM = 'f', AT = 'a', WINDOW = 'w' };
    static const struct option known[] = {{"port", required_argument, NULL, PORT},
                                          {"no-open", no_argument, NULL, NO_OPEN},
                                          {"routes", no_argument, NULL, ROUTES},
                                          {"from", required_argument, NULL, FROM},
                                          {"at", required_argument, NULL, AT},
                                          {"window", no_argument, NULL, WINDOW},
                                          {NULL, 0, NULL, 0}};
    options chosen = {.port = UH_WEB_PORT, .opens = true};
    for (int option; (option = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (option == PORT && read_port(optarg, &chosen.port)) {
            continue;
        }
        if (option == AT && uh_browser_is_place(optarg)) {
            chosen.at = optarg;
        } else if (option == WINDOW) {
            chosen.alone = true;
        } else if (option == FROM) {
            chosen.from = optarg;
        } else if (option == NO_OPEN) {
            chosen.opens = false;
        } else if (option == ROUTES) {
            chosen.lists = true;
        } else {
            return false;
        }
    }
    *ret_options = chosen;
    return optind == argc;
}

static void list_routes(void)
{
    for (uh_route route = 0; route < UH_ROUTE_COUNT; route++) {
        const uh_route_row *row = uh_route_row_of(route);
        (void)printf("%s %s\n", uh_method_name(row->method), row->pattern);
    }
}

/* -- places -- */

/* What lives as long as a login, where there is a place for that; else what lives longer. */
static uh_folder short_lived(void)
{
    char path[UH_PATH_SIZE];
    return uh_path(UH_FOLDER_RUNTIME, "", path) == UH_OK && uh_path_make(UH_FOLDER_RUNTIME) == UH_OK
               ? UH_FOLDER_RUNTIME
               : UH_FOLDER_STATE;
}

static bool find_places(uint16_t port, places *ret_places)
{
    char lock[32];
    const uh_folder folder = short_lived();
    (void)snprintf(lock, sizeof lock, "web-%u.lock", (unsigned)port);
    return uh_path_make(UH_FOLDER_STATE) == UH_OK && uh_path_make(folder) == UH_OK &&
           uh_path(folder, "web-tokens", ret_places->tokens) == UH_OK &&
           uh_path(folder, lock, ret_places->lock) == UH_OK &&
           uh_path(folder, "web-sessions", ret_places->owned) == UH_OK &&
           uh_path(UH_FOLDER_STATE, "web-keys", ret_places->keys) == UH_OK;
}

/* -- the address -- */

static int say_address(const uh_shell *shell, const options *chosen, const places *at)
{
    char token[UH_KEY_SIZE];
    char address[UH_KEY_SIZE + UH_BROWSER_PLACE_MAX + 64];
    if (uh_token_make(at->tokens, uh_clock_unix(), token) != UH_OK) {
        return complain(shell, uh_say1(UH_MSG_SERVING_NOT_STARTED, uh_shell_error(errno)));
    }
    (void)snprintf(address, sizeof address, "http://127.0.0.1:%u/?token=%s%s%s",
                   (unsigned)chosen->port, token, chosen->at != NULL ? "#/" : "",
                   chosen->at != NULL ? chosen->at : "");
    const bool opened = chosen->opens && uh_browser_open(address, chosen->alone);
    print(shell, uh_say(opened ? UH_MSG_SERVING_OPENED : UH_MSG_SERVING_ADDRESS));
    uh_out_text(shell->out, address); /* whole: no line is broken in it */
    uh_out_text(shell->out, "\n");
    if (chosen->opens && !opened) {
        char program[UH_PATH_SIZE];
        print(shell, uh_say(UH_MSG_SERVING_TERMINAL));
        uh_out_text(shell->out, uh_program_typed("unhunch", program));
        uh_out_text(shell->out, " stretch\n");
    }
    return EXIT_DONE;
}

/* -- listening -- */

/* Another server of this person's, or a socket that systemd holds for one. */
static bool is_ours(uint16_t port, const char *lock)
{
    if (!uh_listen_is_locked(lock)) {
        uh_listen_wake(port);
    }
    return uh_listen_is_locked(lock);
}

/* EXIT_DONE with *ret_socket -1: another one serves it, and the address was said. */
static int open_socket(const uh_shell *shell, const options *chosen, const places *at,
                       int *ret_socket)
{
    *ret_socket = -1;
    if (uh_listen_open(chosen->port, ret_socket) == UH_OK) {
        return EXIT_DONE;
    }
    const int reason = errno;
    const uh_argument port = uh_number(chosen->port);
    if (reason != EADDRINUSE) {
        return complain(shell, uh_say2(UH_MSG_SERVING_NO_PORT, port, uh_shell_error(reason)));
    }
    if (is_ours(chosen->port, at->lock)) {
        print(shell, uh_say(UH_MSG_SERVING_RUNS));
        return say_address(shell, chosen, at);
    }
    char other[64];
    (void)snprintf(other, sizeof other, "unhunch web --port %u",
                   (unsigned)(chosen->port < PORT_MAX ? chosen->port + 1U : UH_WEB_PORT));
    return complain(shell, uh_say2(UH_MSG_SERVING_PORT_TAKEN, port, uh_literal(other)));
}

/* -- serving -- */

static void mourn(void)
{
}

static int serve(uh_web *web, const options *chosen, const places *at, int socket, bool activated)
{
    static uh_page_files files;
    static uh_key_ring keys;
    const uh_status found = chosen->from != NULL ? uh_page_files_read(chosen->from, &files)
                                                 : uh_page_files_find(&files);
    if (found != UH_OK) {
        return complain(&web->shell, uh_say1(UH_MSG_SERVING_NO_FILES, uh_literal(files.folder)));
    }
    uh_key_ring_read(at->keys, &keys);
    uh_owned_read(at->owned, &web->owned);
    if (uh_signals_open(mourn) != UH_OK || !uh_web_open(web)) {
        return EXIT_FAILED;
    }
    int code = activated ? EXIT_DONE : say_address(&web->shell, chosen, at);
    if (code == EXIT_DONE) {
        if (!activated) {
            print(&web->shell, uh_say(UH_MSG_SERVING_ENDS));
        }
        const uh_served served = {web, &files, &keys, at->tokens, chosen->port};
        const uh_served_end how =
            uh_serve(&served, socket, activated || chosen->alone ? IDLE_MS : 0);
        code = how == UH_SERVED_FAILED ? EXIT_FAILED : EXIT_DONE;
    }
    uh_web_close(web);
    uh_signals_close();
    return code;
}

static int run(uh_web *web, options *chosen)
{
    places at;
    int socket = -1;
    const uh_status inherited = uh_listen_inherited(&socket, &chosen->port);
    if (inherited == UH_ERR_STATE) {
        return complain(&web->shell, uh_say2(UH_MSG_SERVING_NO_PORT, uh_number(chosen->port),
                                             uh_shell_error(EINVAL)));
    }
    if (!find_places(chosen->port, &at)) {
        return complain(&web->shell, uh_say(UH_MSG_SERVING_NO_FOLDER));
    }
    if (inherited == UH_ERR_EMPTY) {
        const int code = open_socket(&web->shell, chosen, &at, &socket);
        if (socket < 0) {
            return code;
        }
    }
    if (uh_listen_lock(at.lock) == UH_ERR_UNKNOWN) {
        return complain(&web->shell, uh_say1(UH_MSG_SERVING_NOT_STARTED, uh_shell_error(errno)));
    }
    return serve(web, chosen, &at, socket, inherited == UH_OK);
}

int main(int argc, char **argv)
{
    static uh_web web;
    options chosen;
    (void)signal(SIGPIPE, SIG_IGN);
    web.shell = open_shell();
    if (!read_options(argc, argv, &chosen)) {
        (void)complain(&web.shell, uh_say1(UH_MSG_SERVING_USAGE, uh_literal("unhunch web")));
        return EXIT_USAGE;
    }
    if (chosen.lists) {
        list_routes();
        return EXIT_DONE;
    }
    return run(&web, &chosen);
}
