/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/output.h"
#include "host/terminal.h"
#include "shell/past.h"

enum { WIDTH_LONGEST = 100 }; /* lines longer than this are hard to read */

/* -- stdout and stderr -- */

/* errno of the first write to stdout that failed; stdio keeps only that one did */
static int problem;

static void note(bool written)
{
    if (!written && problem == 0) {
        problem = errno != 0 ? errno : EIO;
    }
}

static void write_out(void *to, const char *text, size_t length)
{
    errno = 0;
    note(fwrite(text, 1, length, to) == length);
}

/* Data comes before the talk about it, also where both are one terminal. */
static void write_err(void *to, const char *text, size_t length)
{
    errno = 0;
    note(fflush(stdout) == 0);
    (void)fwrite(text, 1, length, to);
}

void uh_cli_close_past(uh_past *past)
{
    errno = 0;
    note(fflush(stdout) == 0);
    uh_past_close(past);
}

/* The data must have arrived: on a full disk this is where it shows. */
static int finish(const uh_cli *cli, int code)
{
    errno = 0;
    note(fflush(stdout) == 0 && ferror(stdout) == 0);
    const int why = problem != 0 ? problem : uh_output_error(); /* a session writes without stdio */
    if (why == 0) {
        return code;
    }
    if (why != EPIPE) { /* a reader that has seen enough is no news */
        const uh_phrase phrase = uh_say1(UH_MSG_CLI_WRITE_FAILED, uh_cli_error(why));
        uh_cli_complain(cli, &phrase);
    }
    return UH_EXIT_FAILED;
}

/* -- environment -- */

static uint32_t width_of_output(void)
{
    if (!uh_terminal_on_output()) {
        return UH_PAGE_WIDTH;
    }
    int32_t width = 0;
    int32_t height = 0;
    uh_terminal_size(&width, &height);
    return width > WIDTH_LONGEST ? WIDTH_LONGEST : (uint32_t)width;
}

static uh_cli open_cli(void)
{
    return (uh_cli){
        .language = uh_shell_language(),
        .out = {write_out, stdout},
        .err = {write_err, stderr},
        .width = width_of_output(),
        .program = "unhunch",
    };
}

void uh_cli_print(const uh_cli *cli, const uh_phrase *phrase)
{
    uh_page page = uh_cli_page(cli);
    uh_page_phrase(&page, 0, *phrase);
}

/* -- the run -- */

static bool open_catalogue(uh_cli *cli)
{
    uh_own_files own;
    if (!uh_shell_open_catalogue(cli, cli->err, &own)) {
        return false;
    }
    if (own.left_out > 0) {
        uh_phrase phrase = uh_say1(UH_MSG_CLI_OWN_LEFT_OUT, uh_literal(own.missing));
        uh_cli_complain(cli, &phrase);
    }
    return true;
}

static int run(uh_cli *cli, const uh_command *command, int argc, char **argv)
{
    _Alignas(max_align_t) unsigned char options[UH_OPTIONS_SIZE] = {0};
    int count = 0;
    int code = uh_options_read(cli, command, argc, argv, options, &count);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (command->needs_catalogue && !open_catalogue(cli)) {
        return UH_EXIT_FAILED;
    }
    return command->run(cli, options, count, argv + 1);
}

static bool is_option(const char *word, const char *letter, const char *name)
{
    return strcmp(word, letter) == 0 || strcmp(word, name) == 0;
}

static int dispatch(uh_cli *cli, int argc, char **argv)
{
    if (argc < 2) {
        return open_catalogue(cli) ? uh_glance(cli) : UH_EXIT_FAILED;
    }
    if (is_option(argv[1], "-h", "--help")) {
        uh_commands_print(cli);
        return UH_EXIT_DONE;
    }
    if (is_option(argv[1], "-V", "--version")) {
        uh_out_text(cli->out, "unhunch " UH_VERSION "\n");
        return UH_EXIT_DONE;
    }
    if (argv[1][0] == '-' && argc > 2 && uh_command_find(argv[2]) != NULL) {
        const uh_phrase phrase = uh_say3(UH_MSG_CLI_OPTION_FIRST, uh_literal(argv[1]),
                                         uh_literal(cli->program), uh_literal(argv[2]));
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_USAGE;
    }
    if (argv[1][0] == '-') {
        uh_phrase phrase = uh_say3(UH_MSG_CLI_NO_OPTION, uh_literal(cli->program),
                                   uh_literal(argv[1]), uh_literal("unhunch help"));
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_USAGE;
    }
    const uh_command *command = uh_command_find(argv[1]);
    return command ? run(cli, command, argc - 1, argv + 1) : uh_no_command(cli, argv[1]);
}

int uh_cli_main(int argc, char **argv)
{
    (void)signal(SIGPIPE, SIG_IGN); /* a failed write says so itself */
    uh_cli cli = open_cli();
    int code = finish(&cli, dispatch(&cli, argc, argv));
    uh_shell_close_catalogue(&cli);
    return code;
}
