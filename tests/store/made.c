/* SPDX-License-Identifier: MIT */
#include "store/made.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fact_json.h"

enum { PATH_SIZE = 4096, PATHS = 8 };

static void copy(char *out, size_t size, const char *text)
{
    (void)snprintf(out, size, "%s", text);
}

static uh_moment moment(int day, int64_t later_ms)
{
    return uh_moment_at((uh_unix_ms){MADE_NOON_MS + day * MADE_DAY_MS + later_ms}, 3600);
}

static uh_fact begin(uh_fact_kind kind)
{
    return (uh_fact){.kind = kind, .changed = {MADE_NOON_MS}};
}

uh_fact made_session(const char *id, int day)
{
    uh_fact fact = begin(UH_FACT_SESSION);
    uh_session_fact *session = &fact.is.session;
    copy(session->id, sizeof session->id, id);
    session->began = moment(day, 0);
    session->ended.ms = session->began.at.ms + 600000;
    session->end = UH_ENDING_COMPLETE;
    session->planned_ms = 600000;
    session->speed_percent = 100;
    session->lease.ms = session->ended.ms + UH_LEASE_MS;
    return fact;
}

uh_fact made_entry(const char *session, uint32_t entry)
{
    uh_fact fact = begin(UH_FACT_ENTRY);
    copy(fact.is.entry.session, sizeof fact.is.entry.session, session);
    copy(fact.is.entry.exercise, sizeof fact.is.entry.exercise, "chin-tuck");
    fact.is.entry.entry = entry;
    fact.is.entry.repetitions = 5;
    fact.is.entry.sets = 1;
    return fact;
}

uh_fact made_command(const char *session, uint32_t number)
{
    uh_fact fact = begin(UH_FACT_COMMAND);
    copy(fact.is.command.session, sizeof fact.is.command.session, session);
    fact.is.command.number = number;
    fact.is.command.at_ms = (int64_t)number * 1000;
    fact.is.command.command = UH_COMMAND_PAUSE;
    return fact;
}

uh_fact made_set(const char *session, int day, uint32_t entry, uint32_t set)
{
    uh_fact fact = begin(UH_FACT_SET);
    uh_set_fact *one = &fact.is.set;
    copy(one->session, sizeof one->session, session);
    copy(one->exercise, sizeof one->exercise, "doorway-stretch");
    copy(one->variant, sizeof one->variant, "both-arms");
    one->entry = entry;
    one->set = set;
    one->attempt = 1;
    one->began = moment(day, (int64_t)entry * 60000);
    one->ended.ms = one->began.at.ms + 60000;
    one->planned_hold_ms = 30000;
    one->actual_hold_ms = 29500;
    one->duration_ms = 45000;
    return fact;
}

uh_fact made_rating(const char *id, const char *session, int day, int32_t pain)
{
    uh_fact fact = begin(UH_FACT_RATING);
    copy(fact.is.rating.id, sizeof fact.is.rating.id, id);
    copy(fact.is.rating.session, sizeof fact.is.rating.session, session);
    fact.is.rating.at = moment(day, 3600000);
    fact.is.rating.pain = pain;
    fact.is.rating.stiffness = UH_NOT_ASKED;
    return fact;
}

uh_fact made_break(const char *id, int day)
{
    uh_fact fact = begin(UH_FACT_BREAK);
    copy(fact.is.pause.id, sizeof fact.is.pause.id, id);
    fact.is.pause.began = moment(day, 7200000);
    fact.is.pause.length_ms = 300000;
    return fact;
}

uh_fact made_mark(const char *id, int day, uh_mark_kind mark)
{
    uh_fact fact = begin(UH_FACT_MARK);
    copy(fact.is.mark.id, sizeof fact.is.mark.id, id);
    fact.is.mark.at = moment(day, 10800000);
    fact.is.mark.mark = mark;
    return fact;
}

uh_fact made_answer(const char *question, int day, bool yes)
{
    uh_fact fact = begin(UH_FACT_ANSWER);
    copy(fact.is.answer.question, sizeof fact.is.answer.question, question);
    fact.is.answer.at = moment(day, 0);
    fact.is.answer.yes = yes;
    return fact;
}

uh_fact made_setting(const char *name, const char *value)
{
    uh_fact fact = begin(UH_FACT_SETTING);
    copy(fact.is.setting.name, sizeof fact.is.setting.name, name);
    copy(fact.is.setting.value, sizeof fact.is.setting.value, value);
    return fact;
}

/* -- by seed -- */

uint64_t made_random(uint64_t *seed)
{
    *seed ^= *seed << 13U;
    *seed ^= *seed >> 7U;
    *seed ^= *seed << 17U;
    return *seed;
}

uint32_t made_below(uint64_t *seed, uint32_t count)
{
    return (uint32_t)((made_random(seed) >> 11U) % count);
}

static int64_t made_number(uint64_t *seed, const uh_fact_field *field)
{
    switch (made_below(seed, 8)) {
    case 0:
        return field->min;
    case 1:
        return field->max;
    default:
        return field->min + (int64_t)(made_random(seed) % (uint64_t)(field->max - field->min + 1));
    }
}

/* Letters of one to four bytes, and what has a meaning in CSV, JSON and SQL. */
static void made_text(uint64_t *seed, char *out, uint32_t size)
{
    static const char *const pieces[] = {"a", "Z", "7",      " ",      ",",          "\"",
                                         "'", ";", "\\",     "/",      "{",          "null",
                                         "-", "=", "\u00c4", "\u20ac", "\U0001d54f", "%s"};
    const uint32_t wanted = made_below(seed, size);
    size_t length = 0;
    memset(out, 0, size);
    while (length < wanted) {
        const char *piece = pieces[made_below(seed, UH_COUNT(pieces))];
        if (length + strlen(piece) >= size) {
            break;
        }
        length += (size_t)snprintf(out + length, size - length, "%s", piece);
    }
}

static uint32_t names_of(const uh_fact_field *field)
{
    uint32_t count = 1; /* no list of names is empty */
    while (field->names(count)[0] != '\0') {
        count++;
    }
    return count;
}

static void made_field(uint64_t *seed, const uh_fact_field *field, uh_fact *fact)
{
    char *bytes = (char *)fact + field->offset;
    switch (field->type) {
    case UH_VALUE_TEXT:
        made_text(seed, bytes, field->size);
        return;
    case UH_VALUE_ENUM: {
        const uint32_t number = made_below(seed, names_of(field));
        memcpy(bytes, &number, sizeof number);
        return;
    }
    case UH_VALUE_NUMBER: {
        const uint32_t number = (uint32_t)made_number(seed, field);
        memcpy(bytes, &number, sizeof number);
        return;
    }
    case UH_VALUE_INTEGER:
    case UH_VALUE_DATE: {
        const int32_t number = (int32_t)made_number(seed, field);
        memcpy(bytes, &number, sizeof number);
        return;
    }
    case UH_VALUE_LONG:
    case UH_VALUE_TIME: {
        const int64_t number = made_number(seed, field);
        memcpy(bytes, &number, sizeof number);
        return;
    }
    case UH_VALUE_BOOL: {
        const bool yes = made_below(seed, 2) == 1;
        memcpy(bytes, &yes, sizeof yes);
        return;
    }
    }
}

uh_fact made_fact(uint64_t *seed, uh_fact_kind kind, uint32_t sessions, uint32_t identities)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    uh_fact fact = {.kind = kind};
    for (uint32_t i = 0; i < count; i++) {
        made_field(seed, &fields[i], &fact);
    }
    const bool of_session = kind == UH_FACT_ENTRY || kind == UH_FACT_COMMAND || kind == UH_FACT_SET;
    const bool names_session = of_session || kind == UH_FACT_SESSION;
    (void)snprintf((char *)&fact + fields[0].offset, fields[0].size, "%s-%u",
                   names_session ? "session" : uh_fact_kind_name(kind),
                   (unsigned)made_below(seed, names_session ? sessions : identities));
    return fact;
}

/* -- a folder -- */

static char folder[PATH_SIZE];

static void remove_tree(const char *path)
{
    DIR *dir = opendir(path);
    for (const struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        char name[PATH_SIZE + 256];
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            (void)snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
            struct stat state;
            if (lstat(name, &state) == 0 && S_ISDIR(state.st_mode)) {
                remove_tree(name);
            } else {
                (void)unlink(name);
            }
        }
    }
    if (dir != NULL) {
        (void)closedir(dir);
    }
    (void)rmdir(path);
}

const char *made_folder(void)
{
    if (folder[0] != '\0') {
        made_folder_end();
    }
    const char *base = getenv("TMPDIR");
    if (base == NULL) { /* thousands of small files are made: in memory where that is possible */
        base = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
    }
    (void)snprintf(folder, sizeof folder, "%s/unhunch-test-XXXXXX", base);
    if (mkdtemp(folder) == NULL) {
        perror(folder);
        abort();
    }
    return folder;
}

void made_remove(const char *path)
{
    char copied[PATH_SIZE];
    copy(copied, sizeof copied, path);
    (void)unlink(copied);
    remove_tree(copied);
}

void made_folder_end(void)
{
    remove_tree(folder);
    folder[0] = '\0';
}

const char *made_path(const char *name)
{
    static char paths[PATHS][PATH_SIZE + 256];
    static unsigned next;
    next = (next + 1) % PATHS;
    (void)snprintf(paths[next], sizeof paths[next], "%s/%s", folder, name);
    return paths[next];
}

/* -- files -- */

static void *needed(void *piece, const char *what)
{
    if (piece == NULL) {
        perror(what);
        abort();
    }
    return piece;
}

unsigned char *made_read(const char *path, size_t *ret_length)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return NULL;
    }
    unsigned char *bytes = NULL;
    size_t length = 0;
    size_t got = 1;
    while (got > 0) {
        bytes = needed(realloc(bytes, length + 65536), path);
        got = fread(bytes + length, 1, 65536, file);
        length += got;
    }
    (void)fclose(file);
    *ret_length = length;
    return bytes;
}

void made_write(const char *path, const void *bytes, size_t length)
{
    FILE *file = needed(fopen(path, "wb"), path);
    if ((length > 0 && fwrite(bytes, 1, length, file) != length) || fclose(file) != 0) {
        perror(path);
        abort();
    }
}

typedef void each_file(void *to, const char *path, const char *name, bool is_folder);

static void for_each(const char *path, each_file *take, void *to)
{
    DIR *dir = opendir(path);
    for (const struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        char name[PATH_SIZE + 256];
        struct stat state;
        (void)snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            stat(name, &state) == 0) {
            take(to, name, entry->d_name, S_ISDIR(state.st_mode));
        }
    }
    if (dir != NULL) {
        (void)closedir(dir);
    }
}

static void copy_one(void *to, const char *path, const char *name, bool is_folder)
{
    char target[PATH_SIZE + 256];
    (void)snprintf(target, sizeof target, "%s/%s", (const char *)to, name);
    if (is_folder) {
        made_copy(path, target);
        return;
    }
    size_t length = 0;
    unsigned char *bytes = needed(made_read(path, &length), path);
    made_write(target, bytes, length);
    struct stat state;
    if (stat(path, &state) == 0) {
        const struct timespec times[2] = {state.st_atim, state.st_mtim};
        (void)utimensat(AT_FDCWD, target, times, 0);
    }
    free(bytes);
}

void made_copy(const char *from, const char *to)
{
    char source[PATH_SIZE + 256];
    char target[PATH_SIZE + 256];
    (void)snprintf(source, sizeof source, "%s", from);
    (void)snprintf(target, sizeof target, "%s", to);
    (void)mkdir(target, 0700);
    for_each(source, copy_one, target);
}

typedef struct search {
    const char *text;
    bool found;
} search;

static void look_into(void *to, const char *path, const char *name, bool is_folder)
{
    search *at = to;
    size_t length = 0;
    if (is_folder) {
        at->found = made_is_in(path, at->text) || at->found;
        return;
    }
    unsigned char *bytes = needed(made_read(path, &length), name);
    const size_t wanted = strlen(at->text);
    for (size_t i = 0; i + wanted <= length && !at->found; i++) {
        at->found = memcmp(bytes + i, at->text, wanted) == 0;
    }
    free(bytes);
}

bool made_is_in(const char *place, const char *text)
{
    search at = {text, false};
    for_each(place, look_into, &at);
    return at.found;
}

static char found_name[PATH_SIZE];

static void look_at_name(void *to, const char *path, const char *name, bool is_folder)
{
    const char *beginning = to;
    (void)path;
    if (!is_folder && strncmp(name, beginning, strlen(beginning)) == 0) {
        copy(found_name, sizeof found_name, name);
    }
}

const char *made_find(const char *place, const char *beginning)
{
    char wanted[256];
    copy(wanted, sizeof wanted, beginning);
    found_name[0] = '\0';
    for_each(place, look_at_name, wanted);
    return found_name;
}

/* -- a store as text -- */

typedef struct dump {
    char *text;
    size_t length;
    size_t capacity;
} dump;

static void dump_bytes(void *to, const char *text, size_t length)
{
    dump *out = to;
    if (out->length + length + 1 > out->capacity) {
        out->capacity = (out->capacity + length + 1) * 2;
        out->text = needed(realloc(out->text, out->capacity), "dump");
    }
    memcpy(out->text + out->length, text, length);
    out->length += length;
    out->text[out->length] = '\0';
}

static bool dump_fact(void *to, const uh_fact *fact)
{
    uh_fact_write_json(fact, (uh_out){dump_bytes, to});
    return true;
}

char *made_dump(uh_store *store)
{
    dump out = {0};
    dump_bytes(&out, "", 0);
    if (uh_store_replay(store, UH_STORE_ALL_KINDS, UH_FIRST_DATE, UH_LAST_DATE, dump_fact, &out) !=
        UH_OK) {
        (void)fprintf(stderr, "the store cannot be read\n");
        free(out.text);
        return NULL;
    }
    return out.text;
}
