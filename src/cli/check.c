/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/example.h"
#include "unhunch/binder.h"
#include "unhunch/config.h"

typedef struct check_options {
    bool json;
    bool example;
} check_options;

static const check_options defaults = {0};
static const uh_option options[] = {
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(check_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
    {.name = "example", .offset = offsetof(check_options, example), .help = UH_MSG_CHECK_EXAMPLE},
};

static void free_files(uh_binder_file *files, char **bytes, int count)
{
    for (int i = 0; i < count; i++) {
        free(bytes[i]);
    }
    free(bytes);
    free(files);
}

/* Reads all files; false after a complaint about the first that cannot be read. */
static bool read_files(const uh_cli *cli, int count, char **paths, uh_binder_file *files,
                       char **bytes)
{
    for (int i = 0; i < count; i++) {
        size_t length = 0;
        bytes[i] = uh_read_whole(paths[i], &length);
        if (!bytes[i]) {
            uh_phrase phrase =
                uh_say2(UH_MSG_CHECK_UNREADABLE, uh_literal(paths[i]), uh_cli_error(errno));
            uh_cli_complain(cli, &phrase);
            return false;
        }
        files[i] = (uh_binder_file){paths[i], bytes[i], length};
    }
    return true;
}

static void print_json(const uh_cli *cli, const uh_binder *binder)
{
    uh_json json = uh_json_to(cli->out, true);
    uh_json_list(&json, NULL);
    for (uint32_t i = 0; i < uh_binder_diagnostic_count(binder); i++) {
        const uh_diagnostic *diagnostic = uh_binder_diagnostic(binder, i);
        char message[UH_PAGE_TEXT_MAX];
        uh_words(uh_language_find("en"), NULL, &diagnostic->phrase, message, sizeof message);
        uh_json_object(&json, NULL);
        uh_json_text(&json, "file", diagnostic->file);
        uh_json_number(&json, "line", diagnostic->line);
        uh_json_number(&json, "column", diagnostic->column);
        uh_json_text(&json, "message", message);
        uh_json_end_object(&json);
    }
    uh_json_end_list(&json);
}

static void print_text(const uh_cli *cli, const uh_binder *binder, int files)
{
    uint32_t count = uh_binder_diagnostic_count(binder);
    for (uint32_t i = 0; i < count; i++) {
        uh_print_diagnostic(cli, cli->out, uh_binder_diagnostic(binder, i));
    }
    uh_phrase phrase = count == 0 ? uh_say1(UH_MSG_CHECK_GOOD, uh_number(files))
                                  : uh_say1(UH_MSG_CHECK_BAD, uh_number(count));
    uh_cli_tell(cli, &phrase);
}

/* Settings may name a stretch of one's own; its file is checked by itself. */
static bool open_known(uh_cli *cli, const uh_binder_file *files, int count)
{
    bool settings = false;
    uh_own_files own;
    for (int i = 0; i < count; i++) {
        settings = settings || uh_config_is(files[i].name);
    }
    return !settings || uh_shell_open_catalogue(cli, (uh_out){0}, &own);
}

static uh_binder *check_files(uh_cli *cli, const uh_binder_file *files, int count)
{
    /* without the own files: those that are not checked themselves are put beside */
    const uh_catalogue builtin = cli->catalogue;
    bool own = false;
    for (int i = 0; i < count; i++) {
        own = own || uh_is_own_file(files[i].name);
    }
    if (!open_known(cli, files, count)) {
        return NULL;
    }
    /* elsewhere a file may be one of the built-in catalogue, on its way to be changed */
    uh_own_others others = uh_own_others_read(files, (size_t)count);
    uh_binder *binder =
        uh_binder_check(&builtin, !own, &cli->catalogue, (uh_binder_files){files, (size_t)count},
                        (uh_binder_files){others.files, others.count});
    uh_own_others_free(&others);
    return binder;
}

static int check(uh_cli *cli, const check_options *chosen, const uh_binder_file *files, int count)
{
    uh_binder *binder = check_files(cli, files, count);
    if (!binder) {
        uh_phrase phrase = uh_say(UH_MSG_CLI_NO_MEMORY);
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_FAILED;
    }
    if (chosen->json) {
        print_json(cli, binder);
    } else {
        print_text(cli, binder, count);
    }
    int code = uh_binder_diagnostic_count(binder) == 0 ? UH_EXIT_DONE : UH_EXIT_FAILED;
    uh_binder_close(binder);
    return code;
}

static int run(uh_cli *cli, const void *values, int count, char **paths)
{
    const check_options *chosen = values;
    if (chosen->example) {
        uh_out_text(cli->out, uh_example_stretch);
        return UH_EXIT_DONE;
    }
    if (count == 0) {
        const uh_phrase phrase = uh_say2(UH_MSG_CLI_WORDS_MISSING, uh_literal("check"),
                                         uh_message_argument(UH_MSG_USAGE_FILES));
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_USAGE;
    }
    if (!uh_shell_open_builtin(cli)) {
        return UH_EXIT_FAILED;
    }
    uh_binder_file *files = calloc((size_t)count, sizeof *files);
    char **bytes = calloc((size_t)count, sizeof *bytes);
    int code = UH_EXIT_FAILED;
    if (files && bytes && read_files(cli, count, paths, files, bytes)) {
        code = check(cli, chosen, files, count);
    }
    free_files(files, bytes, bytes ? count : 0);
    return code;
}

const uh_command uh_command_check = {
    .name = "check",
    .summary = UH_MSG_CHECK_SUMMARY,
    .usage = UH_MSG_USAGE_FILES,
    .about = UH_MSG_CHECK_ABOUT,
    .words = UH_WORDS_FILES,
    .words_max = UINT32_MAX,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
