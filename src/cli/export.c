/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/dictionary.h"
#include "shell/past.h"
#include "store/exchange.h"

typedef struct export_options {
    uint32_t kind; /* UH_FACT_KIND_COUNT: all */
    const char *from;
    const char *to;
    bool dictionary;
} export_options;

static const export_options defaults = {.kind = UH_FACT_KIND_COUNT};

static const uh_option options[] = {
    {.name = "kind",
     .letter = 'k',
     .kind = UH_OPTION_ENUM,
     .offset = offsetof(export_options, kind),
     .argument = UH_MSG_EXPORT_KIND_ARGUMENT,
     .help = UH_MSG_EXPORT_KIND,
     .names = uh_fact_kind_name},
    {.name = "from",
     .kind = UH_OPTION_TEXT,
     .offset = offsetof(export_options, from),
     .argument = UH_MSG_EXPORT_DATE_ARGUMENT,
     .help = UH_MSG_EXPORT_FROM},
    {.name = "to",
     .kind = UH_OPTION_TEXT,
     .offset = offsetof(export_options, to),
     .argument = UH_MSG_EXPORT_DATE_ARGUMENT,
     .help = UH_MSG_EXPORT_TO},
    {.name = "dictionary",
     .offset = offsetof(export_options, dictionary),
     .help = UH_MSG_EXPORT_DICTIONARY},
};

/* What is to be done, understood. */
typedef struct export_request {
    uh_exchange form;
    uint32_t kinds;
    uh_date from;
    uh_date to;
    const char *path; /* NULL: to stdout */
} export_request;

static int complain(const uh_cli *cli, uh_phrase phrase, int code)
{
    uh_cli_complain(cli, &phrase);
    return code;
}

/* -- understanding -- */

static int read_form(const uh_cli *cli, const char *word, uh_exchange *ret_form)
{
    for (uint32_t form = 0; uh_exchange_name(form)[0] != '\0'; form++) {
        if (strcmp(uh_exchange_name(form), word) == 0) {
            *ret_form = (uh_exchange)form;
            return UH_EXIT_GO_ON;
        }
    }
    return complain(cli, uh_say1(UH_MSG_EXPORT_BAD_FORM, uh_literal(word)), UH_EXIT_USAGE);
}

static int read_day(const uh_cli *cli, const char *text, uh_date *day)
{
    if (text == NULL || uh_date_read(text, day) == UH_OK) {
        return UH_EXIT_GO_ON;
    }
    return complain(cli, uh_say1(UH_MSG_EXPORT_BAD_DATE, uh_literal(text)), UH_EXIT_USAGE);
}

/* What each form asks for. */
/* "session, entry ..." */
static const char *list_kinds(char out[UH_PAGE_TEXT_MAX])
{
    uh_buffer text = {out, UH_PAGE_TEXT_MAX, 0};
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        uh_out_text(uh_out_to_buffer(&text), kind > 0 ? ", " : "");
        uh_out_text(uh_out_to_buffer(&text), uh_fact_kind_name(kind));
    }
    return out;
}

static int check(const uh_cli *cli, const export_options *chosen, const export_request *request)
{
    const bool has_kind = chosen->kind < UH_FACT_KIND_COUNT;
    if (request->form == UH_EXCHANGE_CSV && !has_kind) {
        char kinds[UH_PAGE_TEXT_MAX];
        return complain(cli, uh_say1(UH_MSG_EXPORT_NEEDS_KIND, uh_literal(list_kinds(kinds))),
                        UH_EXIT_USAGE);
    }
    if (request->form != UH_EXCHANGE_ARCHIVE) {
        return UH_EXIT_GO_ON;
    }
    if (has_kind || chosen->from != NULL || chosen->to != NULL) {
        return complain(cli, uh_say(UH_MSG_EXPORT_WHOLE), UH_EXIT_USAGE);
    }
    return request->path != NULL ? UH_EXIT_GO_ON
                                 : complain(cli, uh_say(UH_MSG_EXPORT_NEEDS_FILE), UH_EXIT_USAGE);
}

static int understand(const uh_cli *cli, const export_options *chosen, int count, char **words,
                      export_request *ret_request)
{
    if (count == 0) {
        return complain(cli, uh_say(UH_MSG_EXPORT_NO_FORM), UH_EXIT_USAGE);
    }
    export_request request = {.kinds = UH_STORE_ALL_KINDS,
                              .from = UH_FIRST_DATE,
                              .to = UH_LAST_DATE,
                              .path = count > 1 ? words[1] : NULL};
    if (chosen->kind < UH_FACT_KIND_COUNT) {
        request.kinds = 1U << chosen->kind;
    }
    int code = read_form(cli, words[0], &request.form);
    code = code == UH_EXIT_GO_ON ? read_day(cli, chosen->from, &request.from) : code;
    code = code == UH_EXIT_GO_ON ? read_day(cli, chosen->to, &request.to) : code;
    code = code == UH_EXIT_GO_ON ? check(cli, chosen, &request) : code;
    if (code == UH_EXIT_GO_ON && chosen->from && chosen->to &&
        request.from.days > request.to.days) {
        code = complain(
            cli, uh_say2(UH_MSG_EXPORT_BAD_RANGE, uh_literal(chosen->from), uh_literal(chosen->to)),
            UH_EXIT_USAGE);
    }
    *ret_request = request;
    return code;
}

/* -- writing -- */

static int say_failed(const uh_cli *cli, const char *path, uh_argument why)
{
    return complain(cli, uh_say2(UH_MSG_EXPORT_FAILED, uh_literal(path), why), UH_EXIT_FAILED);
}

static void write_file(void *to, const char *text, size_t length)
{
    (void)fwrite(text, 1, length, to); /* an error stays with the file: see finish_file() */
}

/* Everything must have reached the disk before it is said to be there. */
static bool finish_file(FILE *file)
{
    const bool written = ferror(file) == 0 && fflush(file) == 0 &&
                         (fsync(fileno(file)) == 0 || errno == EINVAL || errno == ENOTSUP);
    const int reason = errno;
    const bool closed = fclose(file) == 0;
    errno = written ? errno : reason;
    return written && closed;
}

static int write_to_file(const uh_cli *cli, uh_store *store, const export_request *request)
{
    const int fd = open(request->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && errno == EEXIST) {
        return complain(cli, uh_say1(UH_MSG_EXPORT_THERE, uh_literal(request->path)),
                        UH_EXIT_FAILED);
    }
    FILE *file = fd >= 0 ? fdopen(fd, "wb") : NULL;
    if (file == NULL) {
        return say_failed(cli, request->path, uh_cli_error(errno));
    }
    const uh_status status = uh_store_export(store, request->form, request->kinds, request->from,
                                             request->to, (uh_out){write_file, file});
    const bool written = finish_file(file);
    if (status == UH_OK && written) {
        return UH_EXIT_DONE;
    }
    const int reason = errno;
    (void)unlink(request->path);
    return status == UH_OK ? say_failed(cli, request->path, uh_cli_error(reason))
                           : complain(cli, uh_say(UH_MSG_EXPORT_UNREADABLE), UH_EXIT_FAILED);
}

static int write_archive(const uh_cli *cli, uh_store *store, const export_request *request)
{
    uh_store_report report;
    UH_ASSERT(request->path != NULL); /* check() asked for it */
    if (access(request->path, F_OK) == 0) {
        return complain(cli, uh_say1(UH_MSG_EXPORT_THERE, uh_literal(request->path)),
                        UH_EXIT_FAILED);
    }
    return uh_store_archive(store, request->path, &report) == UH_OK
               ? UH_EXIT_DONE
               : say_failed(cli, request->path, uh_literal(report.detail));
}

static int write_out(const uh_cli *cli, uh_store *store, const export_request *request)
{
    if (request->form == UH_EXCHANGE_ARCHIVE) {
        return write_archive(cli, store, request);
    }
    if (request->path != NULL) {
        return write_to_file(cli, store, request);
    }
    return uh_store_export(store, request->form, request->kinds, request->from, request->to,
                           cli->out) == UH_OK
               ? UH_EXIT_DONE
               : complain(cli, uh_say(UH_MSG_KEEP_UNREADABLE), UH_EXIT_FAILED);
}

static int run(uh_cli *cli, const void *chosen_options, int count, char **words)
{
    const export_options *chosen = chosen_options;
    if (chosen->dictionary) {
        uh_dictionary_print(cli);
        return UH_EXIT_DONE;
    }
    export_request request;
    int code = understand(cli, chosen, count, words, &request);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    code = write_out(cli, past.store, &request);
    uh_cli_close_past(&past);
    return code;
}

const uh_command uh_command_export = {
    .name = "export",
    .summary = UH_MSG_EXPORT_SUMMARY,
    .usage = UH_MSG_EXPORT_USAGE,
    .about = UH_MSG_EXPORT_ABOUT,
    .words = UH_WORDS_FORMS,
    .words_max = 2,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
