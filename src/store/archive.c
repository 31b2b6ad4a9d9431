/* SPDX-License-Identifier: MIT */
#include "store/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/database.h"

enum { BUSY_MS = 2000 };

static uh_status failed(uh_store_report *report, uh_status status, const char *words)
{
    report->trouble = UH_STORE_FAILING;
    (void)snprintf(report->detail, sizeof report->detail, "%s", words);
    return status;
}

static uh_store_report report_on(const char *path)
{
    uh_store_report report = {.trouble = UH_STORE_SOUND};
    (void)snprintf(report.path, sizeof report.path, "%s", path);
    return report;
}

/* -- out -- */

typedef struct archive_writer {
    uh_database database;
    int code;
} archive_writer;

static bool write_fact(void *to, const uh_fact *fact)
{
    archive_writer *writer = to;
    writer->code = uh_database_put(&writer->database, fact);
    return writer->code == SQLITE_OK;
}

static uh_status write_all(uh_store *store, archive_writer *writer, uh_store_report *report)
{
    writer->code = uh_database_begin(&writer->database);
    uh_status status = UH_OK;
    if (writer->code == SQLITE_OK) {
        status = uh_store_replay(store, UH_STORE_ALL_KINDS, UH_FIRST_DATE, UH_LAST_DATE, write_fact,
                                 writer);
    }
    if (status != UH_OK) {
        return failed(report, UH_ERR_STATE, "");
    }
    writer->code = writer->code == SQLITE_OK ? uh_database_commit(&writer->database) : writer->code;
    return writer->code == SQLITE_OK
               ? UH_OK
               : failed(report, UH_ERR_STATE, uh_database_words(&writer->database));
}

uh_status uh_archive_write(uh_store *store, const char *path, uh_store_report *ret_report)
{
    *ret_report = report_on(path);
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        return failed(ret_report, UH_ERR_STATE, strerror(errno));
    }
    (void)close(fd);
    archive_writer writer = {0};
    uh_database_fault fault = {0};
    uh_status status = UH_ERR_STATE;
    writer.code = uh_database_open(path, UH_DATABASE_CREATE, uh_schema_now(), BUSY_MS, &fault,
                                   &writer.database);
    if (writer.code == SQLITE_OK) {
        status = write_all(store, &writer, ret_report);
        uh_database_close(&writer.database);
    } else {
        status = failed(ret_report, UH_ERR_STATE, fault.words);
    }
    if (status != UH_OK) {
        (void)unlink(path);
    }
    return status;
}

/* -- in -- */

typedef struct archive_reader {
    uh_store *store;
    uh_import *import;
    uh_status status;
} archive_reader;

static bool read_fact(void *to, const uh_fact *fact)
{
    archive_reader *reader = to;
    const uh_fact_field *bad = NULL;
    /* whoever made this file may have made its sums, too */
    reader->status = uh_fact_check(fact, &bad) == UH_OK
                         ? uh_import_put(reader->store, fact, reader->import)
                         : UH_ERR_FORMAT;
    return reader->status == UH_OK;
}

static uh_status read_all(uh_store *store, uh_database *database, uh_import *import)
{
    archive_reader reader = {.store = store, .import = import};
    uh_status status = uh_store_begin(store);
    if (status != UH_OK) {
        return status;
    }
    const int code = uh_database_replay(database, UH_STORE_ALL_KINDS, UH_FIRST_DATE, UH_LAST_DATE,
                                        read_fact, &reader);
    if (code == SQLITE_OK && reader.status == UH_OK) {
        return uh_store_commit(store);
    }
    uh_store_rollback(store);
    if (code == SQLITE_OK) {
        return reader.status == UH_ERR_FULL || reader.status == UH_ERR_FORMAT ? reader.status
                                                                              : UH_ERR_STATE;
    }
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? UH_ERR_FORMAT : UH_ERR_STATE;
}

/* An older layout is brought up to date in memory: the file itself is never changed. */
static int open_to_read(const char *path, uh_database *ret_database, uh_database_fault *ret_fault)
{
    int code =
        uh_database_open(path, UH_DATABASE_READ, uh_schema_now(), BUSY_MS, ret_fault, ret_database);
    if (code == SQLITE_OK && ret_database->older) {
        uh_database memory = {0};
        code = uh_database_copy_to_memory(ret_database, uh_schema_now(), &memory);
        uh_database_close(ret_database);
        *ret_database = memory;
    }
    return code;
}

uh_status uh_archive_read(uh_store *store, const char *path, uh_import *ret_import,
                          uh_store_report *ret_report)
{
    *ret_import = (uh_import){0};
    *ret_report = report_on(path);
    uh_database database;
    uh_database_fault fault = {0};
    const int code = open_to_read(path, &database, &fault);
    if (code != SQLITE_OK) {
        const bool wrong = code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
        return failed(ret_report, wrong ? UH_ERR_FORMAT : UH_ERR_STATE,
                      fault.words[0] != '\0' ? fault.words : sqlite3_errstr(code));
    }
    uh_status status = UH_ERR_VERSION;
    if (!database.newer) {
        status = read_all(store, &database, ret_import);
        (void)snprintf(ret_report->detail, sizeof ret_report->detail, "%s",
                       status == UH_OK ? "" : uh_database_words(&database));
    }
    uh_database_close(&database);
    ret_report->trouble =
        status == UH_OK || status == UH_ERR_PENDING ? UH_STORE_SOUND : UH_STORE_FAILING;
    return status;
}

uh_status uh_store_import_archive(uh_store *store, const char *path, uint32_t *ret_count,
                                  uh_store_report *ret_report)
{
    uh_import import;
    const uh_status status = uh_archive_read(store, path, &import, ret_report);
    if (status == UH_OK || status == UH_ERR_PENDING) {
        *ret_count = import.fresh + import.changed + import.known;
    }
    return status;
}
