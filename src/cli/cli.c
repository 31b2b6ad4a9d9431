/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/terminal.h"
#include "unhunch/grid.h"

enum {
    WIDTH_LONGEST = 100, /* lines longer than this are hard to read */
    REPLACEMENT = 0xfffd
};

/* -- stdout and stderr -- */

static void write_out(void *to, const char *text, size_t length)
{
    (void)fwrite(text, 1, length, to); /* an error stays with the file: see finish() */
}

/* Data comes before the talk about it, also where both are one terminal. */
static void write_err(void *to, const char *text, size_t length)
{
    (void)fflush(stdout);
    (void)fwrite(text, 1, length, to);
}

/* The data must have arrived: on a full disk this is where it shows. */
static int finish(const uh_cli *cli, int code)
{
    bool failed = ferror(stdout) != 0;
    errno = 0;
    failed = fflush(stdout) != 0 || failed;
    if (!failed) {
        return code;
    }
    if (errno != EPIPE) { /* a reader that has seen enough is no news */
        const uh_argument why = uh_cli_error(errno != 0 ? errno : EIO);
        uh_phrase phrase = uh_say1(UH_MSG_CLI_WRITE_FAILED, why);
        uh_cli_complain(cli, &phrase);
    }
    return UH_EXIT_FAILED;
}

/* -- environment -- */

static const uh_language *language_of_environment(void)
{
    static const char *const variables[] = {"UNHUNCH_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < UH_COUNT(variables); i++) {
        const char *tag = getenv(variables[i]);
        if (tag && tag[0] != '\0') {
            return uh_language_find(tag);
        }
    }
    return uh_language_find("en");
}

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
        .language = language_of_environment(),
        .out = {write_out, stdout},
        .err = {write_err, stderr},
        .width = width_of_output(),
        .program = "unhunch",
    };
}

uh_page uh_cli_page(const uh_cli *cli)
{
    return (uh_page){cli->out, cli->language, cli->catalogue.image ? &cli->catalogue : NULL,
                     cli->width};
}

void uh_cli_print(const uh_cli *cli, const uh_phrase *phrase)
{
    uh_page page = uh_cli_page(cli);
    uh_page_phrase(&page, 0, *phrase);
}

/* In place: what is written is never longer than what was read. */
char *uh_cli_harmless(char *text)
{
    size_t length = 0;
    for (const char *at = text; *at != '\0';) {
        const char *const from = at;
        const uint32_t codepoint = uh_text_decode(&at);
        const bool obeyed = codepoint < 0x20 || (codepoint >= 0x7f && codepoint < 0xa0);
        if (obeyed || codepoint == REPLACEMENT) {
            text[length++] = '?';
        } else {
            memmove(text + length, from, (size_t)(at - from));
            length += (size_t)(at - from);
        }
    }
    text[length] = '\0';
    return text;
}

/* For people lines are broken between words; a program that reads gets one line. */
static void say_aside(const uh_cli *cli, const char *program, const uh_phrase *phrase)
{
    uh_page page = uh_cli_page(cli);
    char text[UH_PAGE_TEXT_MAX];
    char line[2 * UH_PAGE_TEXT_MAX];
    uh_buffer whole = {line, sizeof line, 0};
    const uh_out out = uh_out_to_buffer(&whole);
    (void)uh_page_render(&page, *phrase, text);
    uh_out_text(out, program);
    uh_out_text(out, program[0] != '\0' ? ": " : "");
    uh_out_text(out, uh_cli_harmless(text));
    if (uh_terminal_on_error()) {
        page.out = cli->err;
        uh_page_wrap(&page, line, 0, 0);
    } else {
        uh_out_text(cli->err, line);
        uh_out_text(cli->err, "\n");
    }
}

void uh_cli_tell(const uh_cli *cli, const uh_phrase *phrase)
{
    say_aside(cli, "", phrase);
}

void uh_cli_complain(const uh_cli *cli, const uh_phrase *phrase)
{
    say_aside(cli, cli->program, phrase);
}

/* -- the run -- */

static bool open_catalogue(uh_cli *cli)
{
    uh_own_files own;
    if (!uh_cli_open_catalogue(cli, cli->err, &own)) {
        return false;
    }
    if (own.left_out > 0) {
        uh_phrase phrase =
            uh_say2(UH_MSG_CLI_OWN_LEFT_OUT, uh_literal(own.missing), uh_literal("unhunch doctor"));
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
    uh_cli_close_catalogue(&cli);
    return code;
}
