/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "shell/past.h"
#include "shell/trouble.h"
#include "store/archive.h"
#include "unhunch/binder.h"

static int complain(const uh_cli *cli, uh_phrase phrase)
{
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_FAILED;
}

/* The first mistake, as those of catalogue files are shown. */
static int say_fault(const uh_cli *cli, const char *path, const uh_fault *fault)
{
    char choices[UH_FAULT_CHOICES_SIZE];
    const uh_diagnostic diagnostic = {.file = path,
                                      .line = fault->line,
                                      .column = fault->column,
                                      .phrase = uh_fault_phrase(fault, choices)};
    uh_print_diagnostic(cli, cli->err, &diagnostic);
    return UH_EXIT_FAILED;
}

static int say_done(const uh_cli *cli, const uh_past *past, const uh_import *import,
                    uh_status status)
{
    if (!uh_store_is_kept(past->store, status)) {
        return complain(cli, uh_say(UH_MSG_IMPORT_NOT_KEPT));
    }
    const uh_phrase counts = uh_say3(UH_MSG_IMPORT_DONE, uh_number(import->fresh),
                                     uh_number(import->changed), uh_number(import->known));
    uh_cli_print(cli, &counts);
    if (status == UH_OK) {
        return UH_EXIT_DONE;
    }
    const uh_phrase trouble = uh_say(uh_trouble_message(uh_store_trouble_of(past->store), false));
    const uh_phrase waiting = uh_say(UH_MSG_IMPORT_WAITS);
    uh_cli_tell(cli, &trouble);
    uh_cli_tell(cli, &waiting);
    return UH_EXIT_DONE;
}

static int import_archive(const uh_cli *cli, uh_past *past, const char *path)
{
    uh_import import;
    uh_store_report report;
    const uh_argument name = uh_literal(path);
    const uh_status status = uh_archive_read(past->store, path, &import, &report);
    if (status == UH_OK || status == UH_ERR_PENDING) {
        return say_done(cli, past, &import, status);
    }
    if (status == UH_ERR_FORMAT) {
        return complain(cli, uh_say1(UH_MSG_IMPORT_BAD_ARCHIVE, name));
    }
    if (status == UH_ERR_VERSION) {
        return complain(cli, uh_say1(UH_MSG_IMPORT_NEWER, name));
    }
    return status == UH_ERR_FULL
               ? complain(cli, uh_say(UH_MSG_IMPORT_NO_ROOM))
               : complain(cli, uh_say1(UH_MSG_IMPORT_FAILED, uh_literal(report.detail)));
}

static int import_lines(const uh_cli *cli, uh_past *past, const char *path, FILE *file,
                        uh_exchange form)
{
    uh_import import;
    errno = 0;
    const uh_status status = uh_store_import(past->store, form, file, &import);
    const int reason = errno;
    if (status == UH_OK || status == UH_ERR_PENDING) {
        return say_done(cli, past, &import, status);
    }
    if (status == UH_ERR_FORMAT) {
        return say_fault(cli, path, &import.fault);
    }
    if (status == UH_ERR_FULL) {
        return complain(cli, uh_say(UH_MSG_IMPORT_NO_ROOM));
    }
    if (ferror(file) != 0) {
        return complain(cli,
                        uh_say2(UH_MSG_IMPORT_UNREADABLE, uh_literal(path), uh_cli_error(reason)));
    }
    const uh_store_report *report = uh_store_report_of(past->store);
    return complain(cli, uh_say1(UH_MSG_IMPORT_FAILED, uh_literal(report->detail)));
}

static int import_file(uh_cli *cli, const char *path, FILE *file)
{
    char first[UH_EXCHANGE_LOOK];
    const size_t length = fread(first, 1, sizeof first, file);
    if (ferror(file) != 0) {
        return complain(cli,
                        uh_say2(UH_MSG_IMPORT_UNREADABLE, uh_literal(path), uh_cli_error(errno)));
    }
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    const uh_exchange form = uh_exchange_of(first, length);
    const int code = form == UH_EXCHANGE_ARCHIVE ? import_archive(cli, &past, path)
                                                 : import_lines(cli, &past, path, file, form);
    uh_cli_close_past(&past);
    return code;
}

static int run(uh_cli *cli, const void *options, int count, char **words)
{
    (void)options;
    (void)count;
    FILE *file = fopen(words[0], "rb");
    if (file == NULL) {
        return complain(
            cli, uh_say2(UH_MSG_IMPORT_UNREADABLE, uh_literal(words[0]), uh_cli_error(errno)));
    }
    const int code = import_file(cli, words[0], file);
    (void)fclose(file);
    return code;
}

const uh_command uh_command_import = {
    .name = "import",
    .summary = UH_MSG_IMPORT_SUMMARY,
    .usage = UH_MSG_IMPORT_USAGE,
    .about = UH_MSG_IMPORT_ABOUT,
    .words = UH_WORDS_FILES,
    .words_min = 1,
    .words_max = 1,
    .needs_catalogue = true,
    .run = run,
};
