/* SPDX-License-Identifier: MIT */
#include "store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/folder.h"
#include "store/lines.h"

enum { NAMES_TRIED = 100, CHUNK_SIZE = 4096 };

static const char ending[] = ".jsonl";

uh_journal uh_journal_none(void)
{
    return (uh_journal){.fd = -1};
}

/* -- this process's own -- */

/* Somebody who drains may have taken the file between its making and its locking. */
static bool is_ours(int fd)
{
    struct stat state;
    return flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &state) == 0 && state.st_nlink > 0;
}

static uh_status make_file(uh_journal *journal, const char *folder)
{
    for (unsigned number = 0; number < NAMES_TRIED; number++) {
        char name[UH_NAME_SIZE];
        (void)snprintf(name, sizeof name, "%ld-%u%s", (long)getpid(), number, ending);
        (void)uh_folder_path(folder, name, journal->path);
        journal->fd = open(journal->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (journal->fd >= 0 && is_ours(journal->fd)) {
            return uh_folder_sync(folder);
        }
        if (journal->fd < 0 && errno != EEXIST) {
            return UH_ERR_STATE;
        }
        if (journal->fd >= 0) {
            (void)close(journal->fd);
            journal->fd = -1;
        }
    }
    return UH_ERR_STATE;
}

static uh_status start(uh_journal *journal, const char *folder)
{
    char path[UH_STORE_PATH_SIZE];
    uh_status status = uh_folder_make(uh_folder_path(folder, UH_JOURNAL_FOLDER, path));
    if (status != UH_OK) {
        return status;
    }
    journal->length = 0;
    status = make_file(journal, path);
    status = status == UH_OK ? uh_folder_sync(folder) : status;
    if (status != UH_OK && journal->fd >= 0) {
        const int reason = errno;
        uh_journal_end(journal);
        errno = reason;
    }
    return status;
}

/* A sink that asks for no memory: there may be none. */
typedef struct chunk {
    int fd;
    int reason; /* of the first failure; 0: none */
    int64_t written;
    size_t length;
    char bytes[CHUNK_SIZE];
} chunk;

static void flush(chunk *out)
{
    size_t done = 0;
    while (done < out->length && out->reason == 0) {
        const ssize_t wrote = write(out->fd, out->bytes + done, out->length - done);
        if (wrote > 0) {
            done += (size_t)wrote;
        } else if (wrote == 0 || errno != EINTR) {
            out->reason = wrote == 0 ? ENOSPC : errno;
        }
    }
    out->written += (int64_t)done;
    out->length = 0;
}

static void write_chunk(void *to, const char *text, size_t length)
{
    chunk *out = to;
    while (length > 0) {
        const size_t room = sizeof out->bytes - out->length;
        const size_t taken = length < room ? length : room;
        memcpy(out->bytes + out->length, text, taken);
        out->length += taken;
        text += taken;
        length -= taken;
        if (out->length == sizeof out->bytes) {
            flush(out);
        }
    }
}

uh_status uh_journal_append(uh_journal *journal, const char *folder, uh_fact *const *facts,
                            uint32_t count)
{
    if (journal->fd < 0 && start(journal, folder) != UH_OK) {
        return UH_ERR_STATE;
    }
    chunk out = {.fd = journal->fd};
    const uh_out sink = {write_chunk, &out};
    if (count == 1) {
        uh_fact_write_json(facts[0], sink);
    } else {
        uh_facts_write_json(facts, count, sink);
    }
    flush(&out);
    if (out.reason == 0 && fsync(journal->fd) != 0) {
        out.reason = errno;
    }
    if (out.reason == 0) {
        journal->length += out.written;
        return UH_OK;
    }
    /* half a line would spoil the next one */
    if (ftruncate(journal->fd, journal->length) != 0 ||
        lseek(journal->fd, journal->length, SEEK_SET) < 0) {
        uh_journal_leave(journal);
    }
    errno = out.reason;
    return UH_ERR_STATE;
}

void uh_journal_leave(uh_journal *journal)
{
    if (journal->fd >= 0) {
        (void)close(journal->fd);
        journal->fd = -1;
    }
}

void uh_journal_end(uh_journal *journal)
{
    if (journal->fd >= 0) {
        (void)unlink(journal->path);
        uh_journal_leave(journal);
    }
}

/* -- what others left -- */

typedef struct search {
    const char *folder;
    uh_journal_take *take;
    void *to;
} search;

static bool has_ending(const char *name)
{
    const size_t length = strlen(name);
    return length >= sizeof ending && strcmp(name + length - (sizeof ending - 1), ending) == 0;
}

/* Opened for writing: on some file systems that is what a lock asks for. */
static bool look_at(void *to, const char *name)
{
    const search *at = to;
    if (!has_ending(name)) {
        return true;
    }
    uh_journal_left left;
    left.fd = open(uh_folder_path(at->folder, name, left.path), O_RDWR | O_CLOEXEC);
    if (left.fd < 0) {
        return true;
    }
    if (is_ours(left.fd)) {
        at->take(at->to, &left);
    }
    (void)close(left.fd);
    return true;
}

void uh_journal_find(const char *folder, uh_journal_take *take, void *to)
{
    char path[UH_STORE_PATH_SIZE];
    search at = {uh_folder_path(folder, UH_JOURNAL_FOLDER, path), take, to};
    (void)uh_folder_list(at.folder, look_at, &at);
}

static uh_status read_lines(uh_lines *lines, uh_fact_take *take, void *to, uint32_t *bad)
{
    uh_status status = UH_OK;
    while (status == UH_OK && (status = uh_lines_next(lines)) == UH_OK && lines->ended) {
        uh_fault fault;
        status = uh_fact_read_json(lines->text, lines->length, take, to, &fault);
        if (status == UH_ERR_FORMAT) {
            ++*bad;
            status = UH_OK;
        }
    }
    return status == UH_ERR_EMPTY ? UH_OK : status;
}

/* The reader closes the file it reads; the lock must stay, so it reads a second one. */
uh_status uh_journal_read(uh_journal_left *journal, uh_fact_take *take, void *to, uint32_t *ret_bad)
{
    *ret_bad = 0;
    FILE *file = fopen(journal->path, "re");
    if (file == NULL) {
        return UH_ERR_STATE;
    }
    uh_lines lines;
    uh_status status = uh_lines_open(file, &lines);
    if (status == UH_OK) {
        status = read_lines(&lines, take, to, ret_bad);
        uh_lines_close(&lines);
    }
    (void)fclose(file);
    return status;
}

void uh_journal_left_end(uh_journal_left *journal, uint32_t bad)
{
    char kept[UH_STORE_PATH_SIZE];
    if (bad == 0) {
        (void)unlink(journal->path);
        return;
    }
    /* what nobody could read is kept for somebody who can; where it cannot be named so, where it is
     */
    const int length = snprintf(kept, sizeof kept, "%s.damaged", journal->path);
    if (length < (int)sizeof kept) {
        (void)rename(journal->path, kept);
    }
}
