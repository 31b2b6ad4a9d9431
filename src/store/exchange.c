/* SPDX-License-Identifier: MIT */
#include "store/exchange.h"

#include <string.h>

#include "store/fact_csv.h"
#include "store/fact_json.h"
#include "store/inside.h"
#include "store/lines.h"

const char *uh_exchange_name(uint32_t form)
{
    static const char *const names[] = {"csv", "jsonl", "archive"};
    return form < UH_COUNT(names) ? names[form] : "";
}

/* How long the byte order mark is that some editors put before UTF-8. */
static size_t mark_length(const char *bytes, size_t length)
{
    static const char mark[] = {(char)0xef, (char)0xbb, (char)0xbf};
    return length >= sizeof mark && memcmp(bytes, mark, sizeof mark) == 0 ? sizeof mark : 0;
}

uh_exchange uh_exchange_of(const char *bytes, size_t length)
{
    static const char magic[] = "SQLite format 3";
    if (length >= sizeof magic && memcmp(bytes, magic, sizeof magic) == 0) {
        return UH_EXCHANGE_ARCHIVE;
    }
    size_t at = mark_length(bytes, length);
    while (at < length && strchr(" \t\r\n", bytes[at]) != NULL && bytes[at] != '\0') {
        at++;
    }
    return at < length && (bytes[at] == '{' || bytes[at] == '[') ? UH_EXCHANGE_JSONL
                                                                 : UH_EXCHANGE_CSV;
}

/* -- out -- */

static bool write_json(void *to, const uh_fact *fact)
{
    uh_fact_write_json(fact, *(const uh_out *)to);
    return true;
}

static bool write_csv(void *to, const uh_fact *fact)
{
    uh_fact_write_csv(fact, *(const uh_out *)to);
    return true;
}

static uh_fact_kind only_kind(uint32_t kinds)
{
    uint32_t kind = 0;
    while (kind < UH_FACT_KIND_COUNT && kinds != UH_KIND_BIT(kind)) {
        kind++;
    }
    UH_ASSERT(kind < UH_FACT_KIND_COUNT);
    return (uh_fact_kind)kind;
}

uh_status uh_store_export(uh_store *store, uh_exchange form, uint32_t kinds, uh_date from,
                          uh_date to, uh_out out)
{
    UH_ASSERT(form != UH_EXCHANGE_ARCHIVE);
    if (form == UH_EXCHANGE_CSV) {
        uh_fact_write_csv_header(only_kind(kinds), out);
        return uh_store_replay(store, kinds, from, to, write_csv, &out);
    }
    return uh_store_replay(store, kinds, from, to, write_json, &out);
}

/* -- in -- */

uh_status uh_import_put(uh_store *store, const uh_fact *fact, uh_import *import)
{
    uh_fact before = *fact;
    uh_status status = uh_store_get(store, &before);
    if (status == UH_OK && (before.changed.ms > fact->changed.ms || uh_fact_equal(&before, fact))) {
        import->known++;
        return UH_OK;
    }
    if (status == UH_ERR_STATE) {
        return status;
    }
    uint32_t *count = status == UH_OK ? &import->changed : &import->fresh;
    status = uh_store_put(store, fact);
    *count += status == UH_OK;
    return status;
}

/* What stands alone is put in the first reading, what belongs to a session in the second. */
typedef struct import_run {
    uh_store *store;
    uh_lines lines;
    uh_exchange form;
    uh_csv_header header; /* CSV */
    bool parts;           /* the second reading */
    uh_import *import;
} import_run;

static uh_status take_fact(void *to, const uh_fact *fact)
{
    import_run *run = to;
    const char *session = uh_fact_session(fact);
    if ((session != NULL) != run->parts) {
        return UH_OK;
    }
    const uh_status status = uh_import_put(run->store, fact, run->import);
    if (status == UH_ERR_UNKNOWN && session != NULL) {
        run->import->fault =
            uh_fault_given(1, UH_MSG_FAULT_ORPHAN, fact->kind, session, strlen(session));
        return UH_ERR_FORMAT;
    }
    return status;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static uh_status take_csv(import_run *run)
{
    uh_fault *fault = &run->import->fault;
    if (run->lines.number == 1) {
        return uh_csv_read_header(run->lines.text, run->lines.length, &run->header, fault);
    }
    uh_fact fact;
    const uh_status status =
        uh_csv_read_fact(&run->header, run->lines.text, run->lines.length, &fact, fault);
    return status == UH_OK ? take_fact(run, &fact) : status;
}

static uh_status take_json(import_run *run)
{
    const size_t mark =
        run->lines.number == 1 ? mark_length(run->lines.text, run->lines.length) : 0;
    return uh_fact_read_json(run->lines.text + mark, run->lines.length - mark, take_fact, run,
                             &run->import->fault);
}

static uh_status take_line(import_run *run)
{
    if (run->lines.number > 1 && is_blank(run->lines.text) &&
        strlen(run->lines.text) == run->lines.length) {
        return UH_OK;
    }
    const uh_status status = run->form == UH_EXCHANGE_CSV ? take_csv(run) : take_json(run);
    if (status == UH_ERR_FORMAT) {
        run->import->fault.line = run->lines.number;
    }
    return status;
}

static uh_status read_once(import_run *run)
{
    uh_status status = uh_lines_again(&run->lines);
    while (status == UH_OK && (status = uh_lines_next(&run->lines)) == UH_OK) {
        status = take_line(run);
    }
    if (status == UH_ERR_RANGE) {
        run->import->fault = uh_fault_at(1, UH_MSG_FAULT_LONG_LINE, UH_FACT_KIND_COUNT);
        run->import->fault.line = run->lines.number;
        return UH_ERR_FORMAT;
    }
    return status == UH_ERR_EMPTY ? UH_OK : status;
}

static uh_status read_twice(import_run *run)
{
    const uh_status status = read_once(run);
    run->parts = true;
    return status == UH_OK ? read_once(run) : status;
}

uh_status uh_store_import(uh_store *store, uh_exchange form, FILE *file, uh_import *ret_import)
{
    UH_ASSERT(form != UH_EXCHANGE_ARCHIVE);
    *ret_import = (uh_import){0};
    import_run run = {.store = store, .form = form, .import = ret_import};
    uh_status status = uh_lines_open(file, &run.lines);
    if (status != UH_OK) {
        return status;
    }
    status = uh_store_begin(store);
    if (status == UH_OK) {
        status = read_twice(&run);
        if (status == UH_OK) {
            status = uh_store_commit(store);
        } else {
            uh_store_rollback(store);
        }
    }
    uh_lines_close(&run.lines);
    return status;
}
