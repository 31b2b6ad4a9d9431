/* SPDX-License-Identifier: MIT */
#include "unhunch/present.h"

#include <string.h>

enum { WIDTH_LEAST = 20 };

/* -- columns -- */

typedef struct code_range {
    uint32_t first;
    uint32_t last;
} code_range;

/* Marks that stand on the letter before them. */
static const code_range no_width[] = {
    {0x0300, 0x036F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

/* East Asian wide and full-width characters, and pictures. */
static const code_range two_wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD},
};

static bool is_in(const code_range *ranges, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

static uint32_t code_columns(uint32_t code)
{
    if (is_in(no_width, UH_COUNT(no_width), code)) {
        return 0;
    }
    return is_in(two_wide, UH_COUNT(two_wide), code) ? 2 : 1;
}

/* How many bytes begin at a character's first byte, and what that byte adds to its code. */
static uint32_t lead_byte(unsigned char byte, uint32_t *ret_code)
{
    if (byte < 0x80) {
        *ret_code = byte;
        return 1;
    }
    if (byte < 0xE0) {
        *ret_code = byte & 0x1FU;
        return 2;
    }
    if (byte < 0xF0) {
        *ret_code = byte & 0x0FU;
        return 3;
    }
    *ret_code = byte & 0x07U;
    return 4;
}

/* One character of well-formed UTF-8; what is cut off counts as far as it goes. */
static uint32_t character(const char *text, size_t length, uint32_t *ret_columns)
{
    uint32_t code = 0;
    uint32_t bytes = lead_byte((unsigned char)text[0], &code);
    uint32_t i = 1;
    for (; i < bytes && i < length; i++) {
        code = code << 6U | ((unsigned char)text[i] & 0x3FU);
    }
    *ret_columns = code_columns(code);
    return i;
}

static uint32_t columns_of(const char *text, size_t length)
{
    uint32_t columns = 0;
    for (size_t at = 0; at < length;) {
        uint32_t wide = 0;
        at += character(text + at, length - at, &wide);
        columns += wide;
    }
    return columns;
}

uint32_t uh_text_columns(const char *text)
{
    return columns_of(text, strlen(text));
}

/* -- lines -- */

static void write_spaces(uh_out out, uint32_t count)
{
    for (; count > 0; count--) {
        uh_out_bytes(out, " ", 1);
    }
}

void uh_page_wrap(const uh_page *page, const char *text, uint32_t column, uint32_t indent)
{
    uint32_t width = page->width > WIDTH_LEAST ? page->width : WIDTH_LEAST;
    bool at_start = true; /* of a line: no space before the word */
    while (*text) {
        size_t length = strcspn(text, " \n");
        uint32_t columns = columns_of(text, length);
        if (!at_start && column + 1 + columns > width) {
            uh_out_bytes(page->out, "\n", 1);
            write_spaces(page->out, indent);
            column = indent;
        } else if (!at_start) {
            uh_out_bytes(page->out, " ", 1);
            column++;
        }
        uh_out_bytes(page->out, text, length);
        column += columns;
        at_start = false;
        text += length;
        text += strspn(text, " \n");
    }
    uh_out_bytes(page->out, "\n", 1);
}

const char *uh_page_render(const uh_page *page, uh_phrase phrase, char *buffer)
{
    uh_words(page->language, page->catalogue, &phrase, buffer, UH_PAGE_TEXT_MAX);
    return buffer;
}

const char *uh_page_render_text(const uh_page *page, uh_text text, char *buffer)
{
    uh_words_text(page->language, page->catalogue, text, buffer, UH_PAGE_TEXT_MAX);
    return buffer;
}

void uh_page_phrase(const uh_page *page, uint32_t indent, uh_phrase phrase)
{
    char text[UH_PAGE_TEXT_MAX];
    write_spaces(page->out, indent);
    uh_page_wrap(page, uh_page_render(page, phrase, text), indent, indent);
}

void uh_page_message(const uh_page *page, uint32_t indent, uh_message message)
{
    uh_page_phrase(page, indent, uh_say(message));
}

void uh_page_blank(const uh_page *page)
{
    uh_out_bytes(page->out, "\n", 1);
}

void uh_page_item(const uh_page *page, uint32_t indent, const char *mark, uint32_t column,
                  const char *text)
{
    write_spaces(page->out, indent);
    uh_out_text(page->out, mark);
    uint32_t at = indent + uh_text_columns(mark);
    if (at < column) {
        write_spaces(page->out, column - at);
        at = column;
    } else if (mark[0] != '\0') { /* longer than its column */
        uh_out_bytes(page->out, " ", 1);
        at++;
    }
    uh_page_wrap(page, text, at, column);
}

const char *uh_page_render_set(const uh_page *page, uint32_t set, uint32_t count, uh_message first,
                               char *buffer)
{
    uh_buffer joined = {buffer, UH_PAGE_TEXT_MAX, 0};
    uh_out out = uh_out_to_buffer(&joined);
    for (uint32_t value = 0; value < count; value++) {
        if ((set >> value & 1U) == 0) {
            continue;
        }
        char name[UH_PAGE_TEXT_MAX];
        uh_out_text(out, joined.length > 0 ? ", " : "");
        uh_out_text(out, uh_page_render(page, uh_say((uh_message)((uint32_t)first + value)), name));
    }
    return buffer;
}
