/* SPDX-License-Identifier: MIT */
/* files.h: what the tests of the binder share: small files, reading, and diagnostics as text. */
#ifndef TEST_FILES_H
#define TEST_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "unhunch/binder.h"

/* A whole file, NUL-terminated; fails the test where it cannot be read. Give it back with free().
 */
char *read_whole(const char *path, size_t *ret_length);

/* "name:line:column: words\n" for each diagnostic. Give it back with free(). */
char *told(const uh_binder *binder);

/* A stretch with this key: complete, in one form, with a hold. Lives until the next call. */
const char *stretch_file(const char *key);

/* The same with `instead` in the place of the first line that begins so, blanks left out; "" puts
 * it before the first line. Lives until the next call. */
const char *changed_file(const char *key, const char *line, const char *instead);

void add_text(uh_binder *binder, const char *name, const char *text);

/* Finishes; fails the test where it does not end like this. */
void must_finish(uh_binder *binder, uh_status wanted, void **ret_image, size_t *ret_size);

/* The opened catalogue of these files; the image is given back with uh_binder_free_image(). */
uh_catalogue must_open(const void *image, size_t size);

uh_catalogue builtin_catalogue(void);

#endif
