/* SPDX-License-Identifier: MIT */
/* files.h: the three ways in which this program touches a file. */
#ifndef UNHUNCH_HOST_FILES_H
#define UNHUNCH_HOST_FILES_H

#include "unhunch/base.h"

/* Opens a file to append to, made for its owner only; never inherited by a child.
 * UH_ERR_STATE: see errno. */
UH_MUST_USE uh_status uh_file_append_open(const char *path, int *ret_fd);

/* Writes all of it and waits until the disk has it (where the file is on a disk).
 * UH_ERR_STATE: see errno; part of it may be there. */
UH_MUST_USE uh_status uh_file_append(int fd, const char *text, size_t length);

/* Replaces a file at once: whoever reads sees the old text or the new one, also after a crash. */
UH_MUST_USE uh_status uh_file_replace(const char *path, const char *text, size_t length);

/* Reads a small file whole, NUL-terminated. UH_ERR_UNKNOWN: it is not there. UH_ERR_FULL: it is
 * larger than capacity - 1. UH_ERR_STATE: see errno. */
UH_MUST_USE uh_status uh_file_read(const char *path, char *out, size_t capacity);

#endif
