/* SPDX-License-Identifier: MIT */
#include "unhunch/present.h"

#include <string.h>

#include "unhunch/grid.h"

enum {
    WIDTH_LEAST = 20,
    ITEM_LEAST = 24, /* columns that the text of an item needs beside its mark */
    ITEM_INDENT = 4  /* of the lines below it where there are fewer */
};

/* -- columns -- */

/* A word ends at a space, which no character has inside it. */
static uint32_t columns_of(const char *text, size_t length)
{
    const char *end = text + length;
    int32_t columns = 0;
    while (text < end) {
        columns += uh_codepoint_columns(uh_text_decode(&text));
    }
    return (uint32_t)columns;
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

static uint32_t width_of(const uh_page *page)
{
    return page->width > WIDTH_LEAST ? page->width : WIDTH_LEAST;
}

void uh_page_wrap(const uh_page *page, const char *text, uint32_t column, uint32_t indent)
{
    uint32_t width = width_of(page);
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

const char *uh_page_render_this(const uh_page *page, const uh_phrase *phrase, char *buffer)
{
    uh_words(page->language, page->catalogue, phrase, buffer, UH_PAGE_TEXT_MAX);
    return buffer;
}

const char *uh_page_render_text(const uh_page *page, uh_text text, char *buffer)
{
    uh_words_text(page->language, page->catalogue, text, buffer, UH_PAGE_TEXT_MAX);
    return buffer;
}

void uh_page_this_phrase(const uh_page *page, uint32_t indent, const uh_phrase *phrase)
{
    char text[UH_PAGE_TEXT_MAX];
    write_spaces(page->out, indent);
    uh_page_wrap(page, uh_page_render_this(page, phrase, text), indent, indent);
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
    if (column > indent + ITEM_INDENT && column + ITEM_LEAST > width_of(page)) {
        uh_out_text(page->out, mark[0] != '\0' ? "\n" : "");
        at = mark[0] != '\0' ? 0 : indent;
        column = indent + ITEM_INDENT;
    }
    if (at < column) {
        write_spaces(page->out, column - at);
        at = column;
    } else if (mark[0] != '\0') { /* longer than its column */
        uh_out_bytes(page->out, " ", 1);
        at++;
    }
    uh_page_wrap(page, text, at, column);
}

uint32_t uh_page_widest(const uh_page *page, const uh_message *messages, size_t count)
{
    uint32_t widest = 0;
    for (size_t i = 0; i < count; i++) {
        char text[UH_PAGE_TEXT_MAX];
        const uint32_t columns = uh_text_columns(uh_page_render(page, uh_say(messages[i]), text));
        widest = columns > widest ? columns : widest;
    }
    return widest;
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
