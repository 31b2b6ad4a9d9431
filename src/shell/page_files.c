/* SPDX-License-Identifier: MIT */
#include "shell/page_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "host/files.h"

enum { HASH_LETTERS = 64, TAG_LETTERS = 16, LIST_SIZE = 64 * 1024 };

static const struct {
    const char *ending;
    const char *media;
} medias[] = {
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/vnd.microsoft.icon"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
};

const char *uh_page_media(const char *name)
{
    const char *ending = strrchr(name, '.');
    for (size_t i = 0; ending != NULL && i < UH_COUNT(medias); i++) {
        if (strcmp(medias[i].ending, ending) == 0) {
            return medias[i].media;
        }
    }
    return "application/octet-stream";
}

void uh_page_tag(const char *hash, char ret_tag[UH_PAGE_TAG_SIZE])
{
    (void)snprintf(ret_tag, UH_PAGE_TAG_SIZE, "\"%.*s\"", TAG_LETTERS, hash);
}

static bool is_name(const char *name)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";
    return name[0] != '\0' && name[0] != '/' && strstr(name, "..") == NULL &&
           name[strspn(name, letters)] == '\0' && strlen(name) < UH_PAGE_NAME_SIZE;
}

/* "HASH BYTES CODINGS NAME" */
static bool read_line(char *line, uh_page_file *file)
{
    char *rest = NULL;
    const char *hash = strtok_r(line, " ", &rest);
    const char *bytes = strtok_r(NULL, " ", &rest);
    const char *codings = strtok_r(NULL, " ", &rest);
    const char *name = strtok_r(NULL, " ", &rest);
    if (name == NULL || strlen(hash) != HASH_LETTERS || !is_name(name)) {
        return false;
    }
    *file = (uh_page_file){.size = strtoull(bytes, NULL, 10),
                           .has_br = strstr(codings, "br") != NULL,
                           .has_gzip = strstr(codings, "gzip") != NULL};
    uh_page_tag(hash, file->tag);
    (void)snprintf(file->name, sizeof file->name, "%s", name);
    return true;
}

static uh_status read_list(char *text, uh_page_files *files)
{
    for (char *line = text; *line != '\0';) {
        const size_t length = strcspn(line, "\n");
        char *next = line + length + (line[length] == '\n');
        line[length] = '\0';
        if (files->count == UH_PAGE_FILES_MAX || !read_line(line, &files->files[files->count])) {
            return UH_ERR_FORMAT;
        }
        files->count++;
        line = next;
    }
    return files->count > 0 ? UH_OK : UH_ERR_FORMAT;
}

uh_status uh_page_files_read(const char *folder, uh_page_files *ret_files)
{
    char path[UH_PATH_SIZE + sizeof UH_PAGE_LIST + 1];
    ret_files->count = 0;
    if (folder != ret_files->folder) {
        (void)snprintf(ret_files->folder, sizeof ret_files->folder, "%s", folder);
    }
    (void)snprintf(path, sizeof path, "%s/" UH_PAGE_LIST, folder);
    char *text = malloc(LIST_SIZE);
    uh_status status = text != NULL ? uh_file_read(path, text, LIST_SIZE) : UH_ERR_UNKNOWN;
    if (status == UH_OK) {
        status = read_list(text, ret_files);
    } else {
        status = UH_ERR_UNKNOWN;
    }
    free(text);
    return status;
}

uh_status uh_page_files_find(uh_page_files *ret_files)
{
    static const char *const places[] = {"../web", "../share/unhunch/web"};
    char program[UH_PATH_SIZE];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(program, '/');
    if (slash == NULL) {
        ret_files->folder[0] = '\0';
        return UH_ERR_UNKNOWN;
    }
    slash[1] = '\0';
    uh_status status = UH_ERR_UNKNOWN;
    for (size_t i = 0; status == UH_ERR_UNKNOWN && i < UH_COUNT(places); i++) {
        const int written =
            snprintf(ret_files->folder, sizeof ret_files->folder, "%s%s", program, places[i]);
        if (written > 0 && (size_t)written < sizeof ret_files->folder) {
            status = uh_page_files_read(ret_files->folder, ret_files);
        }
    }
    return status;
}

const uh_page_file *uh_page_file_of(const uh_page_files *files, const char *path)
{
    const char *name = strcmp(path, "/") == 0 ? "index.html" : path + 1;
    for (uint32_t i = 0; i < files->count; i++) {
        if (strcmp(files->files[i].name, name) == 0) {
            return &files->files[i];
        }
    }
    return NULL;
}
