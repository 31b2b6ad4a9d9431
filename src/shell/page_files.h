/* SPDX-License-Identifier: MIT */
/* page_files.h: the files of the page, as the build made them.
 *
 * Beside them lies `files.txt`, one line a file: hash, bytes, codings ("br,gzip" or "-"), name. A
 * file of the name "app.css" lies there as app.css, app.css.br and app.css.gz. */
#ifndef UNHUNCH_SHELL_PAGE_FILES_H
#define UNHUNCH_SHELL_PAGE_FILES_H

#include "host/paths.h"

enum {
    UH_PAGE_FILES_MAX = 256,
    UH_PAGE_NAME_SIZE = 96,
    UH_PAGE_TAG_SIZE = 19 /* 16 letters of the hash between quotes: it tells versions apart */
};

#define UH_PAGE_LIST "files.txt"

typedef struct uh_page_file {
    char name[UH_PAGE_NAME_SIZE]; /* "views/today.js": letters, digits, "._-/", no ".." */
    char tag[UH_PAGE_TAG_SIZE];   /* entity tag */
    uint64_t size;
    bool has_br;
    bool has_gzip;
} uh_page_file;

typedef struct uh_page_files {
    char folder[UH_PATH_SIZE];
    uint32_t count;
    uh_page_file files[UH_PAGE_FILES_MAX];
} uh_page_files;

/* Reads the list in the folder. UH_ERR_UNKNOWN: there is none. UH_ERR_FORMAT: it is none of ours.
 */
UH_MUST_USE uh_status uh_page_files_read(const char *folder, uh_page_files *ret_files);

/* Those that belong to this program: ../web or ../share/unhunch/web from its own folder. As above;
 * *ret_files->folder is then where they should be. */
UH_MUST_USE uh_status uh_page_files_find(uh_page_files *ret_files);

/* By the path of a request: "/app.css", "/" for index.html. NULL: there is none. */
const uh_page_file *uh_page_file_of(const uh_page_files *files, const char *path);

/* The entity tag of what has this SHA-256, in hexadecimal. */
void uh_page_tag(const char *hash, char ret_tag[UH_PAGE_TAG_SIZE]);

/* "text/css; charset=utf-8", by the name's ending. */
const char *uh_page_media(const char *name);

#endif
