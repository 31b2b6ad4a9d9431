/* SPDX-License-Identifier: MIT */
#include "web/bytes.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST = 1024 };

static bool has_room(uh_bytes *bytes, size_t more)
{
    size_t capacity = bytes->capacity > 0 ? bytes->capacity : FIRST;
    while (capacity - bytes->length < more) {
        capacity *= 2;
    }
    if (capacity == bytes->capacity) {
        return true;
    }
    char *at = realloc(bytes->at, capacity);
    if (at == NULL) {
        return false;
    }
    bytes->at = at;
    bytes->capacity = capacity;
    return true;
}

void uh_bytes_add(uh_bytes *bytes, const void *from, size_t length)
{
    if (length == 0 || bytes->failed) {
        return;
    }
    bytes->failed = !has_room(bytes, length);
    if (!bytes->failed) {
        memcpy(bytes->at + bytes->length, from, length);
        bytes->length += length;
    }
}

static void write_bytes(void *to, const char *text, size_t length)
{
    uh_bytes_add(to, text, length);
}

uh_out uh_out_to_bytes(uh_bytes *bytes)
{
    return (uh_out){write_bytes, bytes};
}

void uh_bytes_free(uh_bytes *bytes)
{
    free(bytes->at);
    *bytes = (uh_bytes){0};
}
