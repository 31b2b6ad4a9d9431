/* SPDX-License-Identifier: MIT */
#include "store/lines.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 4096 };

uh_status uh_lines_open(FILE *file, uh_lines *ret_lines)
{
    char *text = malloc(FIRST_CAPACITY);
    if (text == NULL) {
        return UH_ERR_FULL;
    }
    *ret_lines = (uh_lines){.file = file, .text = text, .capacity = FIRST_CAPACITY};
    return UH_OK;
}

void uh_lines_close(uh_lines *lines)
{
    free(lines->text);
    lines->text = NULL;
}

/* Room for one byte more and the NUL behind it. */
static uh_status grow(uh_lines *lines)
{
    if (lines->length + 1 < lines->capacity) {
        return UH_OK;
    }
    if (lines->length >= UH_LINE_MAX) {
        return UH_ERR_RANGE;
    }
    char *text = realloc(lines->text, lines->capacity * 2);
    if (text == NULL) {
        return UH_ERR_FULL;
    }
    lines->text = text;
    lines->capacity *= 2;
    return UH_OK;
}

static uh_status read_line(uh_lines *lines)
{
    for (int c = getc(lines->file); c != EOF; c = getc(lines->file)) {
        const uh_status status = grow(lines);
        if (status != UH_OK) {
            return status;
        }
        lines->text[lines->length++] = (char)c;
        if (c == '\n') {
            lines->ended = true;
            return UH_OK;
        }
    }
    return UH_OK;
}

uh_status uh_lines_next(uh_lines *lines)
{
    lines->length = 0;
    lines->ended = false;
    lines->number++;
    const uh_status status = read_line(lines);
    lines->text[lines->length] = '\0';
    if (status != UH_OK) {
        return status;
    }
    if (ferror(lines->file) != 0) {
        return UH_ERR_STATE;
    }
    return lines->length == 0 ? UH_ERR_EMPTY : UH_OK;
}

uh_status uh_lines_again(uh_lines *lines)
{
    lines->number = 0;
    return fseek(lines->file, 0, SEEK_SET) == 0 ? UH_OK : UH_ERR_STATE;
}
