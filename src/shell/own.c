/* SPDX-License-Identifier: MIT */
/* A person's own stretches, routines and topics, joined with the built-in catalogue. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue/builtin.h"
#include "host/paths.h"
#include "host/program.h"
#include "shell/shell.h"
#include "unhunch/binder.h"

enum { OWN_FILES_MAX = 256, FILE_NAME_MAX = 512 };

/* -- reading -- */

static bool read_all(int fd, char *bytes, size_t capacity, size_t *ret_length)
{
    size_t length = 0;
    while (length < capacity) {
        ssize_t got = read(fd, bytes + length, capacity - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return false;
        }
        if (got == 0) {
            break;
        }
        length += (size_t)got;
    }
    *ret_length = length;
    return true;
}

/* Takes the file over; -1 gives NULL. */
static char *read_open(int fd, size_t *ret_length)
{
    /* one byte more than is allowed, so that the binder sees a file that is too large */
    size_t capacity = (size_t)UH_BINDER_FILE_MAX + 1;
    if (fd < 0) {
        return NULL;
    }
    char *bytes = malloc(capacity);
    if (bytes && !read_all(fd, bytes, capacity, ret_length)) {
        int why = errno;
        free(bytes);
        bytes = NULL;
        errno = why;
    }
    (void)close(fd);
    return bytes;
}

char *uh_read_whole(const char *path, size_t *ret_length)
{
    return read_open(open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY), ret_length);
}

/* Nobody named the files of a folder: a pipe among them would be waited for. -1 and errno 0: it is
 * none. */
static int open_ordinary(const char *path)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    struct stat what;
    if (fd >= 0 && fstat(fd, &what) == 0 && S_ISREG(what.st_mode)) {
        return fd;
    }
    if (fd >= 0) {
        (void)close(fd);
        errno = 0;
    }
    return -1;
}

char *uh_read_ordinary(const char *path, size_t *ret_length)
{
    return read_open(open_ordinary(path), ret_length);
}

/* -- the folder -- */

typedef struct names {
    uint32_t count;
    bool more; /* than are read */
    char *at[OWN_FILES_MAX];
} names;

static bool is_yaml(const char *name)
{
    size_t length = strlen(name);
    return name[0] != '.' && length > 5 && length < FILE_NAME_MAX &&
           strcmp(name + length - 5, ".yaml") == 0;
}

static int by_name(const void *a, const void *b)
{
    const char *const *one = a;
    const char *const *other = b;
    return strcmp(*one, *other);
}

/* In the order of their names, so that every run says the same. */
static names names_in(const char *folder)
{
    names found = {0};
    DIR *stream = opendir(folder);
    if (!stream) {
        return found;
    }
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        if (!is_yaml(entry->d_name)) {
            continue;
        }
        if (found.count == OWN_FILES_MAX) {
            found.more = true;
            break;
        }
        char *copy = strdup(entry->d_name);
        if (copy) {
            found.at[found.count++] = copy;
        }
    }
    (void)closedir(stream);
    qsort(found.at, found.count, sizeof found.at[0], by_name);
    return found;
}

static void free_names(names *found)
{
    for (uint32_t i = 0; i < found->count; i++) {
        free(found->at[i]);
    }
}

/* -- saying -- */

void uh_print_diagnostic(const uh_shell *shell, uh_out out, const uh_diagnostic *diagnostic)
{
    uh_page page = uh_shell_page(shell);
    char words[UH_PAGE_TEXT_MAX];
    char file[UH_PAGE_TEXT_MAX];
    (void)snprintf(file, sizeof file, "%s", diagnostic->file);
    uh_out_text(out, uh_shell_harmless(file));
    if (diagnostic->line > 0) {
        uh_out_text(out, ":");
        uh_out_number(out, diagnostic->line);
        uh_out_text(out, ":");
        uh_out_number(out, diagnostic->column);
    }
    uh_out_text(out, ": ");
    uh_out_text(out, uh_page_render(&page, uh_say(UH_MSG_CHECK_ERROR), words));
    uh_out_text(out, " ");
    (void)uh_page_render(&page, diagnostic->phrase, words);
    uh_out_text(out, uh_shell_harmless(words));
    uh_out_text(out, "\n");
}

static void say_line(const uh_shell *shell, uh_out out, uh_phrase phrase)
{
    uh_page page = uh_shell_page(shell);
    char words[UH_PAGE_TEXT_MAX];
    if (out.write) {
        (void)uh_page_render(&page, phrase, words);
        uh_out_text(out, uh_shell_harmless(words));
        uh_out_text(out, "\n");
    }
}

uh_phrase uh_shell_unreadable(const char *path)
{
    return errno == 0 ? uh_say1(UH_MSG_CHECK_NO_FILE, uh_literal(path))
                      : uh_say2(UH_MSG_CHECK_UNREADABLE, uh_literal(path), uh_shell_error(errno));
}

/* The folders may be written in two ways and still be one. */
bool uh_is_own_file(const char *path)
{
    char own[UH_PATH_SIZE];
    char folder[UH_PATH_SIZE] = ".";
    struct stat there;
    struct stat here;
    const char *slash = strrchr(path, '/');
    if (slash) { /* with it: what lies in "/" has nothing else */
        const int length = (int)(slash - path) + 1;
        if (snprintf(folder, sizeof folder, "%.*s", length, path) >= (int)sizeof folder) {
            return false;
        }
    }
    return uh_path(UH_FOLDER_DATA, "stretches", own) == UH_OK && stat(own, &there) == 0 &&
           stat(folder, &here) == 0 && there.st_dev == here.st_dev && there.st_ino == here.st_ino;
}

/* -- what is missing -- */

/* As much of the list as there is room for. */
static void miss(uh_own_files *own, const char *name)
{
    static const char more[] = "...";
    const size_t length = strlen(own->missing);
    const char *comma = length > 0 ? ", " : "";
    const size_t left = sizeof own->missing - length;
    const bool fits = strlen(comma) + strlen(name) + sizeof more + 2 <= left;
    own->left_out++;
    if (!own->cut) {
        own->cut = !fits;
        (void)snprintf(own->missing + length, left, "%s%s", comma, fits ? name : more);
        (void)uh_shell_harmless(own->missing); /* a file may be called anything */
    }
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Another file, or the built-in catalogue, may have what a file that is left out is called. */
static bool is_there(const uh_catalogue *catalogue, const char *key)
{
    uint32_t index;
    return uh_catalogue_find_exercise(catalogue, key, &index) == UH_OK ||
           uh_catalogue_find_recipe(catalogue, key, &index) == UH_OK ||
           uh_catalogue_find_topic(catalogue, key, &index) == UH_OK ||
           uh_catalogue_find_stance(catalogue, key, &index) == UH_OK;
}

static bool was_listed(const uh_binder *binder, uint32_t index)
{
    const char *key = uh_binder_left_out(binder, index)->key;
    bool listed = false;
    for (uint32_t i = 0; i < index; i++) {
        listed = listed || strcmp(uh_binder_left_out(binder, i)->key, key) == 0;
    }
    return listed;
}

static void list_missing(const uh_catalogue *catalogue, const uh_binder *binder, uh_own_files *own)
{
    for (uint32_t i = 0; i < uh_binder_left_out_count(binder); i++) {
        const uh_left_out *one = uh_binder_left_out(binder, i);
        const bool by_key =
            one->key[0] != '\0' && !is_there(catalogue, one->key) && !was_listed(binder, i);
        miss(own, by_key ? one->key : file_name(one->file));
    }
}

static void miss_all(const names *found, uh_own_files *own)
{
    own->left_out = found->count;
    (void)snprintf(own->missing, sizeof own->missing, "*.yaml");
}

/* -- binding -- */

/* Adds every file that can be read. */
static void add_files(const uh_shell *shell, uh_binder *binder, uh_out out, const names *found,
                      uh_own_files *own)
{
    for (uint32_t i = 0; i < found->count; i++) {
        char path[UH_PATH_SIZE + FILE_NAME_MAX + 1];
        (void)snprintf(path, sizeof path, "%s/%s", own->folder, found->at[i]);
        size_t length = 0;
        char *bytes = uh_read_ordinary(path, &length);
        if (bytes) {
            uh_binder_add(binder, path, bytes, length);
        } else {
            say_line(shell, out, uh_shell_unreadable(path));
            miss(own, found->at[i]);
        }
        free(bytes);
    }
}

/* One line a file: who wants to stretch does not want to read mistakes. They are sorted by file. */
static void print_diagnostics(const uh_shell *shell, const uh_binder *binder, uh_out out)
{
    const uint32_t count = uh_binder_diagnostic_count(binder);
    for (uint32_t first = 0, next = 0; first < count; first = next) {
        const char *file = uh_binder_diagnostic(binder, first)->file;
        char word[UH_PATH_SIZE + FILE_NAME_MAX + 2];
        char command[sizeof word + sizeof "unhunch check "];
        while (next < count && strcmp(uh_binder_diagnostic(binder, next)->file, file) == 0) {
            next++;
        }
        (void)snprintf(command, sizeof command, "unhunch check %s",
                       uh_program_word(file, word, sizeof word));
        say_line(shell, out,
                 uh_say3(UH_MSG_CHECK_IN_FILE, uh_number(next - first), uh_literal(file_name(file)),
                         uh_literal(command)));
    }
}

/* The catalogue with the good ones of the own files in it. UH_ERR_FULL: no memory. */
static uh_status bind_files(uh_shell *shell, uh_binder *binder, uh_out out, const names *found,
                            uh_own_files *own)
{
    size_t size = 0;
    uh_binder_add_image(binder, &shell->catalogue, false);
    add_files(shell, binder, out, found, own);
    uh_status status = uh_binder_finish_good(binder, &shell->own_image, &size);
    print_diagnostics(shell, binder, out);
    if (status == UH_OK) {
        status = uh_catalogue_open(shell->own_image, size, &shell->catalogue);
    }
    if (status == UH_OK) {
        list_missing(&shell->catalogue, binder, own);
    }
    return status;
}

static void join(uh_shell *shell, uh_out out, const names *found, uh_own_files *own)
{
    if (found->more) { /* which ones would be chance */
        miss_all(found, own);
        say_line(shell, out,
                 uh_say2(UH_MSG_CHECK_TOO_MANY, uh_literal(own->folder), uh_number(OWN_FILES_MAX)));
        return;
    }
    uh_binder *binder = uh_binder_open();
    if (!binder || bind_files(shell, binder, out, found, own) != UH_OK) {
        miss_all(found, own);
        say_line(shell, out, uh_say(UH_MSG_CLI_NO_MEMORY));
    }
    uh_binder_close(binder);
}

/* -- beside those that are checked -- */

static bool is_among(const char *path, const uh_binder_file *files, size_t count)
{
    struct stat own;
    struct stat other;
    const bool there = stat(path, &own) == 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(file_name(path), file_name(files[i].name)) == 0 ||
            (there && stat(files[i].name, &other) == 0 && own.st_dev == other.st_dev &&
             own.st_ino == other.st_ino)) {
            return true;
        }
    }
    return false;
}

static void read_other(const char *path, uh_own_others *others)
{
    size_t length = 0;
    char *bytes = uh_read_ordinary(path, &length);
    char *name = bytes != NULL ? strdup(path) : NULL;
    if (name == NULL) {
        free(bytes);
        return;
    }
    others->files[others->count] = (uh_binder_file){name, bytes, length};
    others->owned[2 * others->count] = name;
    others->owned[2 * others->count + 1] = bytes;
    others->count++;
}

static void read_others(const names *found, const char *folder, const uh_binder_file *files,
                        size_t count, uh_own_others *others)
{
    others->files = calloc(found->count, sizeof *others->files);
    others->owned = calloc(found->count, 2 * sizeof *others->owned);
    for (uint32_t i = 0; others->files && others->owned && i < found->count; i++) {
        char path[UH_PATH_SIZE + FILE_NAME_MAX + 1];
        (void)snprintf(path, sizeof path, "%s/%s", folder, found->at[i]);
        if (!is_among(path, files, count)) {
            read_other(path, others);
        }
    }
}

uh_own_others uh_own_others_read(const uh_binder_file *files, size_t count)
{
    uh_own_others others = {0};
    char folder[UH_PATH_SIZE];
    if (uh_path(UH_FOLDER_DATA, "stretches", folder) != UH_OK) {
        return others;
    }
    names found = names_in(folder);
    if (!found.more && found.count > 0) { /* of too many the program takes none */
        read_others(&found, folder, files, count, &others);
    }
    free_names(&found);
    return others;
}

void uh_own_others_free(uh_own_others *others)
{
    for (uint32_t i = 0; i < 2 * others->count; i++) {
        free(others->owned[i]);
    }
    free(others->owned);
    free(others->files);
    *others = (uh_own_others){0};
}

bool uh_shell_open_builtin(uh_shell *shell)
{
    if (uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &shell->catalogue) ==
        UH_OK) {
        return true;
    }
    uh_phrase phrase = uh_say(UH_MSG_CLI_CATALOGUE_BAD);
    uh_shell_complain(shell, &phrase);
    return false;
}

bool uh_shell_open_catalogue(uh_shell *shell, uh_out out, uh_own_files *ret_own)
{
    *ret_own = (uh_own_files){0};
    if (!uh_shell_open_builtin(shell)) {
        return false;
    }
    if (uh_path(UH_FOLDER_DATA, "stretches", ret_own->folder) != UH_OK) {
        return true;
    }
    names found = names_in(ret_own->folder);
    ret_own->count = found.count;
    if (found.count > 0) {
        join(shell, out, &found, ret_own);
    }
    free_names(&found);
    return true;
}

void uh_shell_close_catalogue(uh_shell *shell)
{
    uh_binder_free_image(shell->own_image);
    shell->own_image = NULL;
    shell->catalogue = (uh_catalogue){0};
}
