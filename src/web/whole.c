/* SPDX-License-Identifier: MIT */
/* whole.c: everything at once: out in open formats, in again, and forgotten. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/files.h"
#include "host/paths.h"
#include "shell/trouble.h"
#include "store/archive.h"
#include "web/input.h"
#include "web/spool.h"
#include "web/web.h"

/* -- out -- */

/* What is asked for, understood. */
typedef struct export_request {
    uh_exchange form;
    uint32_t kinds;
    uh_date from;
    uh_date to;
} export_request;

static uint32_t find_name(const char *(*names)(uint32_t), const char *name)
{
    uint32_t index = 0;
    while (names(index)[0] != '\0' && strcmp(names(index), name) != 0) {
        index++;
    }
    return index;
}

static bool read_day(const uh_target *target, const char *name, uh_date *day)
{
    const char *text = uh_target_value(target, name);
    return text == NULL || uh_date_read(text, day) == UH_OK;
}

/* As `unhunch export` asks: CSV is of one kind, an archive is whole. */
static uh_problem read_export(const uh_request *request, export_request *ret_export)
{
    export_request asked = {.kinds = UH_STORE_ALL_KINDS, .from = UH_FIRST_DATE, .to = UH_LAST_DATE};
    const char *kind = uh_target_value(request->target, "kind");
    const uint32_t form = find_name(uh_exchange_name, request->match->segment);
    if (uh_exchange_name(form)[0] == '\0') {
        return UH_PROBLEM_NOT_FOUND;
    }
    asked.form = (uh_exchange)form;
    if (kind != NULL) {
        const uint32_t index = find_name(uh_fact_kind_name, kind);
        asked.kinds = index < UH_FACT_KIND_COUNT ? 1U << index : 0;
    }
    const bool days = read_day(request->target, "from", &asked.from) &&
                      read_day(request->target, "to", &asked.to);
    const bool csv_of_one = asked.form != UH_EXCHANGE_CSV || kind != NULL;
    const bool whole = asked.form != UH_EXCHANGE_ARCHIVE || request->target->pair_count == 0;
    *ret_export = asked;
    return asked.kinds != 0 && days && csv_of_one && whole ? UH_PROBLEM_NONE : UH_PROBLEM_QUERY;
}

static const struct {
    const char *media;
    const char *name;
} forms[] = {
    [UH_EXCHANGE_CSV] = {"text/csv; charset=utf-8", "unhunch.csv"},
    [UH_EXCHANGE_JSONL] = {"application/x-ndjson", "unhunch.jsonl"},
    [UH_EXCHANGE_ARCHIVE] = {"application/vnd.sqlite3", "unhunch.db"},
};

static uh_problem write_lines(uh_store *store, const export_request *asked, uh_response *response)
{
    FILE *file = uh_spool_open();
    if (file == NULL) {
        return UH_PROBLEM_FAILED;
    }
    if (uh_store_export(store, asked->form, asked->kinds, asked->from, asked->to,
                        uh_out_to_file(file)) != UH_OK) {
        (void)fclose(file);
        return UH_PROBLEM_UNREADABLE;
    }
    return uh_spool_end(file, response) ? UH_PROBLEM_NONE : UH_PROBLEM_FAILED;
}

/* A name of our own in our own folder: SQLite wants one, and a journal beside it. */
static bool draft_path(char ret_path[UH_PATH_SIZE])
{
    char name[UH_KEY_SIZE + 16];
    char random[UH_KEY_SIZE];
    if (uh_key_make(random) != UH_OK || uh_path_make(UH_FOLDER_STATE) != UH_OK) {
        return false;
    }
    (void)snprintf(name, sizeof name, "%s.db", random);
    return uh_path(UH_FOLDER_STATE, name, ret_path) == UH_OK;
}

static uh_problem write_archive(uh_store *store, uh_response *response)
{
    char path[UH_PATH_SIZE];
    struct stat what;
    uh_store_report report;
    if (!draft_path(path) || uh_store_archive(store, path, &report) != UH_OK) {
        return UH_PROBLEM_FAILED;
    }
    response->fd = open(path, O_RDONLY | O_CLOEXEC);
    (void)unlink(path);
    if (response->fd < 0 || fstat(response->fd, &what) != 0) {
        return UH_PROBLEM_FAILED;
    }
    response->fd_length = (uint64_t)what.st_size;
    return UH_PROBLEM_NONE;
}

void uh_web_export(uh_web *web, const uh_request *request, uh_response *response)
{
    export_request asked;
    uh_problem problem = read_export(request, &asked);
    uh_store *store = problem == UH_PROBLEM_NONE ? uh_web_store(web, request, response) : NULL;
    if (store != NULL) {
        problem = asked.form == UH_EXCHANGE_ARCHIVE ? write_archive(store, response)
                                                    : write_lines(store, &asked, response);
    }
    if (problem != UH_PROBLEM_NONE) {
        uh_web_refuse(web, response, problem, NULL);
        return;
    }
    response->media = forms[asked.form].media;
    response->name = forms[asked.form].name;
}

/* -- in -- */

static uh_status import_lines(uh_store *store, const uh_request *request, uh_exchange form,
                              uh_import *ret_import)
{
    FILE *file = uh_spool_of(request->body, request->body_length);
    if (file == NULL) {
        return UH_ERR_FULL;
    }
    const uh_status status = uh_store_import(store, form, file, ret_import);
    (void)fclose(file);
    return status;
}

static uh_status import_archive(uh_store *store, const uh_request *request, uh_import *ret_import)
{
    char path[UH_PATH_SIZE];
    uh_store_report report;
    if (!draft_path(path)) {
        return UH_ERR_STATE;
    }
    uh_status status = uh_file_replace(path, request->body, request->body_length);
    status = status == UH_OK ? uh_archive_read(store, path, ret_import, &report) : status;
    (void)unlink(path);
    return status;
}

static void refuse_import(const uh_web *web, uh_store *store, uh_exchange form, uh_status status,
                          const uh_import *import, uh_response *response)
{
    char choices[UH_FAULT_CHOICES_SIZE];
    if (status == UH_ERR_FORMAT && form != UH_EXCHANGE_ARCHIVE) {
        const uh_phrase phrase = uh_fault_phrase(&import->fault, choices);
        uh_web_refuse(web, response, UH_PROBLEM_RECORD, &phrase);
        response->line = import->fault.line;
        response->column = import->fault.column;
    } else if (status == UH_ERR_FORMAT) {
        uh_web_refuse(web, response, UH_PROBLEM_ARCHIVE, NULL);
    } else if (status == UH_ERR_VERSION) {
        uh_web_refuse(web, response, UH_PROBLEM_NEWER, NULL);
    } else {
        const uh_phrase why = uh_say(uh_trouble_message(uh_store_trouble_of(store), false));
        uh_web_refuse(web, response, UH_PROBLEM_NOT_KEPT, &why);
    }
}

void uh_web_import(uh_web *web, const uh_request *request, uh_response *response)
{
    uh_import import = {0};
    uh_store *store = uh_web_store(web, request, response);
    if (store == NULL) {
        return;
    }
    if (request->body_length == 0) {
        uh_web_refuse(web, response, UH_PROBLEM_RECORD, NULL);
        return;
    }
    const size_t look =
        request->body_length < UH_EXCHANGE_LOOK ? request->body_length : UH_EXCHANGE_LOOK;
    const uh_exchange form = uh_exchange_of(request->body, look);
    const uh_status status = form == UH_EXCHANGE_ARCHIVE
                                 ? import_archive(store, request, &import)
                                 : import_lines(store, request, form, &import);
    if (status != UH_OK) {
        refuse_import(web, store, form, status, &import, response);
        return;
    }
    uh_json json = uh_web_json(response);
    uh_json_object(&json, NULL);
    uh_json_number(&json, "fresh", import.fresh);
    uh_json_number(&json, "changed", import.changed);
    uh_json_number(&json, "known", import.known);
    uh_json_end_object(&json);
}

/* -- forgotten -- */

static bool read_purge(const json_t *value, void *to)
{
    const char *text = json_string_value(value);
    *(bool *)to = text != NULL && strcmp(text, "everything") == 0;
    return *(bool *)to;
}

/* Nothing is forgotten by a request that does not say so: {"purge": "everything"}. */
void uh_web_purge(uh_web *web, const uh_request *request, uh_response *response)
{
    static const uh_input_row rows[] = {{"purge", read_purge}};
    bool is_meant = false;
    if (!uh_input_read(web, request, response, rows, UH_COUNT(rows), &is_meant)) {
        return;
    }
    if (!is_meant) {
        uh_web_refuse(web, response, UH_PROBLEM_VALUE, NULL);
        return;
    }
    uh_store_report report;
    uh_store *store = uh_web_store(web, request, response);
    if (store == NULL) {
        return;
    }
    if (uh_store_purge(store, &report) != UH_OK) {
        const uh_phrase why = uh_trouble_of_purge(&report);
        uh_web_refuse(web, response, UH_PROBLEM_NOT_KEPT, &why);
        return;
    }
    response->status = 204;
}
