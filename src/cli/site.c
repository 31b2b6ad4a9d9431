/* SPDX-License-Identifier: MIT */
/* site.c: `unhunch site`, the page as files that any web server can serve. */
#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "host/files.h"
#include "shell/page_files.h"
#include "unhunch/binder.h"

/* That it is one: the page finds it where no server of ours answers, and so does this command. */
#define MARKER "site.json"
#define CATALOGUE "catalogue.bin"
#define WORKER "sw.js"

enum { SITE_PATH = UH_PATH_SIZE + UH_PAGE_NAME_SIZE + 2 };

static int complain(const uh_cli *cli, uh_phrase phrase)
{
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_FAILED;
}

static int say_failed(const uh_cli *cli, const char *path)
{
    return complain(cli, uh_say2(UH_MSG_SITE_FAILED, uh_literal(path), uh_cli_error(errno)));
}

static bool path_in(const char *folder, const char *name, char out[SITE_PATH])
{
    const int length = snprintf(out, SITE_PATH, "%s/%s", folder, name);
    return length > 0 && length < SITE_PATH;
}

/* -- the folder -- */

static bool is_empty(const char *folder)
{
    DIR *stream = opendir(folder);
    bool empty = stream != NULL;
    for (struct dirent *entry; stream != NULL && (entry = readdir(stream)) != NULL;) {
        empty = empty && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0);
    }
    if (stream != NULL) {
        (void)closedir(stream);
    }
    return empty;
}

/* UH_EXIT_GO_ON: it is there, and may be written. */
static int open_folder(const uh_cli *cli, const char *folder)
{
    char marker[SITE_PATH];
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        return say_failed(cli, folder);
    }
    if (!path_in(folder, MARKER, marker)) {
        errno = ENAMETOOLONG;
        return say_failed(cli, folder);
    }
    if (access(marker, F_OK) == 0 || is_empty(folder)) {
        return UH_EXIT_GO_ON;
    }
    return complain(cli, uh_say1(UH_MSG_SITE_NOT_EMPTY, uh_literal(folder)));
}

/* The folders above a file of the page: "views/" of "views/today.js". */
static bool make_above(const char *path, size_t from)
{
    char folder[SITE_PATH];
    (void)snprintf(folder, sizeof folder, "%s", path);
    for (char *slash = strchr(folder + from, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        const bool made = mkdir(folder, 0777) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made) {
            return false;
        }
    }
    return true;
}

/* -- files -- */

static char *read_file(const char *path, size_t size)
{
    FILE *file = fopen(path, "rb");
    char *bytes = file != NULL ? malloc(size + 1) : NULL;
    const bool whole = bytes != NULL && fread(bytes, 1, size, file) == size;
    if (file != NULL) {
        (void)fclose(file);
    }
    if (!whole) {
        free(bytes);
        return NULL;
    }
    return bytes;
}

/* For everybody to read: a web server is another user. */
static bool write_file(const char *folder, const char *name, const void *bytes, size_t size)
{
    char path[SITE_PATH];
    if (!path_in(folder, name, path)) {
        errno = ENAMETOOLONG;
        return false;
    }
    return make_above(path, strlen(folder) + 1) && uh_file_replace(path, bytes, size) == UH_OK &&
           chmod(path, 0644) == 0;
}

static bool copy_file(const char *folder, const uh_page_files *files, const uh_page_file *file)
{
    char from[SITE_PATH];
    errno = 0;
    char *bytes = path_in(files->folder, file->name, from) ? read_file(from, file->size) : NULL;
    const bool written = bytes != NULL && write_file(folder, file->name, bytes, file->size);
    const int reason = errno != 0 ? errno : EIO; /* a file that is shorter than its list says */
    free(bytes);
    errno = reason;
    return written;
}

/* FNV-1a (Fowler, Noll, Vo), of 64 bits. */
static uint64_t sum_of(const unsigned char *bytes, size_t size)
{
    uint64_t sum = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < size; i++) {
        sum = (sum ^ bytes[i]) * UINT64_C(0x100000001b3);
    }
    return sum;
}

/* A browser that has the page looks again when one byte of its worker is another: with stretches of
 * one's own in the catalogue, they are told in its last line. */
static bool mark_worker(const uh_cli *cli, const char *folder)
{
    char path[SITE_PATH];
    if (cli->own_image == NULL || !path_in(folder, WORKER, path)) {
        return true;
    }
    FILE *file = fopen(path, "ab");
    if (file == NULL) {
        return false;
    }
    const bool written = fprintf(file, "// catalogue %016" PRIx64 "\n",
                                 sum_of(cli->catalogue.image, cli->catalogue.size)) > 0;
    return fclose(file) == 0 && written;
}

static bool write_catalogue(const uh_cli *cli, const char *folder)
{
    void *packed = NULL;
    size_t size = 0;
    errno = ENOMEM;
    const bool written = uh_catalogue_pack(&cli->catalogue, &packed, &size) == UH_OK &&
                         write_file(folder, CATALOGUE, packed, size);
    const int reason = errno;
    free(packed);
    errno = reason;
    return written;
}

/* What an earlier page had and this one has not. */
static void remove_old(const char *folder, const uh_page_files *files)
{
    static uh_page_files old;
    if (uh_page_files_read(folder, &old) != UH_OK) {
        return;
    }
    for (uint32_t i = 0; i < old.count; i++) {
        char path[SITE_PATH];
        char name[UH_PAGE_NAME_SIZE + 1];
        (void)snprintf(name, sizeof name, "/%s", old.files[i].name);
        if (uh_page_file_of(files, name) == NULL && path_in(folder, old.files[i].name, path)) {
            (void)unlink(path);
        }
    }
}

static bool write_marker(const char *folder)
{
    char text[256];
    uh_buffer buffer = {text, sizeof text, 0};
    uh_json json = uh_json_to(uh_out_to_buffer(&buffer), true);
    uh_json_object(&json, NULL);
    uh_json_text(&json, "program", "unhunch");
    uh_json_text(&json, "version", UH_VERSION);
    uh_json_end_object(&json);
    return write_file(folder, MARKER, text, buffer.length);
}

/* The list has the hashes of the build; of the catalogue the list of this site has none, because
 * the person's own stretches may be in it. */
static bool copy_list(const char *folder, const uh_page_files *files)
{
    char path[SITE_PATH];
    static char text[64 * 1024];
    return path_in(files->folder, UH_PAGE_LIST, path) &&
           uh_file_read(path, text, sizeof text) == UH_OK &&
           write_file(folder, UH_PAGE_LIST, text, strlen(text));
}

/* The marker first: what was begun may be written again. index.html comes last: whoever opens it
 * finds the rest. */
static bool write_site(const uh_cli *cli, const char *folder, const uh_page_files *files)
{
    const uh_page_file *index = uh_page_file_of(files, "/");
    bool written = write_marker(folder);
    if (written) {
        remove_old(folder, files);
    }
    for (uint32_t i = 0; written && i < files->count; i++) {
        const uh_page_file *file = &files->files[i];
        if (strcmp(file->name, CATALOGUE) == 0) {
            written = write_catalogue(cli, folder);
        } else if (file != index) {
            written = copy_file(folder, files, file);
        }
        if (written && strcmp(file->name, WORKER) == 0) {
            written = mark_worker(cli, folder);
        }
    }
    return written && copy_list(folder, files) &&
           (index == NULL || copy_file(folder, files, index));
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    static uh_page_files files;
    (void)values;
    (void)count;
    const char *folder = words[0];
    if (uh_page_files_find(&files) != UH_OK) {
        return complain(cli, uh_say1(UH_MSG_SERVING_NO_FILES, uh_literal(files.folder)));
    }
    const int code = open_folder(cli, folder);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (!write_site(cli, folder, &files)) {
        return say_failed(cli, folder);
    }
    const uh_phrase done = uh_say1(UH_MSG_SITE_DONE, uh_literal(folder));
    uh_cli_print(cli, &done);
    return UH_EXIT_DONE;
}

const uh_command uh_command_site = {
    .name = "site",
    .summary = UH_MSG_SITE_SUMMARY,
    .usage = UH_MSG_SITE_USAGE,
    .about = UH_MSG_SITE_ABOUT,
    .words = UH_WORDS_FILES,
    .words_min = 1,
    .words_max = 1,
    .needs_catalogue = true,
    .run = run,
};
