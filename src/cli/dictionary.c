/* SPDX-License-Identifier: MIT */
#include "cli/dictionary.h"

#include <string.h>

#include "cli/manual.h"
#include "store/cell.h"

enum { COLUMN = 22, NAMES_SIZE = 1024 };

static uh_phrase joined(const uh_fact_field *field, char names[NAMES_SIZE])
{
    uh_buffer buffer = {names, NAMES_SIZE, 0};
    uh_out out = uh_out_to_buffer(&buffer);
    for (uint32_t i = 0; field->names(i)[0] != '\0'; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, field->names(i));
    }
    return uh_say1(UH_MSG_DICTIONARY_ENUM, uh_literal(names));
}

/* What a value may be; the meaning of a moment says it already. */
static uh_phrase type_of(const uh_fact_field *field, char names[NAMES_SIZE])
{
    const int64_t least =
        field->min + (field->type == UH_VALUE_INTEGER && uh_field_cell_may_be_nothing(field));
    switch (field->type) {
    case UH_VALUE_TEXT:
        return uh_say1(UH_MSG_DICTIONARY_TEXT, uh_number(field->size - 1));
    case UH_VALUE_NUMBER:
    case UH_VALUE_INTEGER:
    case UH_VALUE_LONG:
        return uh_say2(UH_MSG_DICTIONARY_NUMBER, uh_number(least), uh_number(field->max));
    case UH_VALUE_DATE:
        return uh_say(UH_MSG_DICTIONARY_DATE);
    case UH_VALUE_BOOL:
        return uh_say(UH_MSG_DICTIONARY_BOOL);
    case UH_VALUE_ENUM:
        return joined(field, names);
    case UH_VALUE_TIME:
        break;
    }
    return uh_say(UH_MSG_USAGE_NOTHING);
}

static void add(const uh_page *page, uh_out out, uh_phrase phrase)
{
    char text[UH_PAGE_TEXT_MAX];
    const char *words = uh_page_render(page, phrase, text);
    uh_out_text(out, words[0] != '\0' ? " " : "");
    uh_out_text(out, words);
}

/* What it means, what it may be. */
static const char *describe(const uh_page *page, const uh_fact_field *field,
                            char text[UH_PAGE_TEXT_MAX])
{
    char names[NAMES_SIZE];
    (void)uh_page_render(page, uh_say(field->help), text);
    uh_buffer buffer = {text, UH_PAGE_TEXT_MAX, strlen(text)};
    uh_out out = uh_out_to_buffer(&buffer);
    add(page, out, type_of(field, names));
    if (uh_field_cell_may_be_nothing(field)) {
        add(page, out, uh_say(UH_MSG_DICTIONARY_NOTHING));
    }
    if (field->identity) {
        add(page, out, uh_say(UH_MSG_DICTIONARY_IDENTITY));
    }
    return text;
}

void uh_dictionary_print(const uh_cli *cli)
{
    char text[UH_PAGE_TEXT_MAX];
    uh_page page = uh_cli_page(cli);
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        uint32_t count = 0;
        const uh_fact_field *fields = uh_fact_fields((uh_fact_kind)kind, &count);
        uh_out_text(cli->out, kind > 0 ? "\n" : "");
        uh_page_item(&page, 0, uh_fact_kind_name(kind), COLUMN + 2,
                     uh_page_render(&page, uh_say(uh_fact_kind_help((uh_fact_kind)kind)), text));
        for (uint32_t i = 0; i < count; i++) {
            uh_page_item(&page, 2, fields[i].name, COLUMN, describe(&page, &fields[i], text));
        }
    }
}

void uh_dictionary_write_manual(const uh_page *page)
{
    char text[UH_PAGE_TEXT_MAX];
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        uint32_t count = 0;
        const uh_fact_field *fields = uh_fact_fields((uh_fact_kind)kind, &count);
        uh_out_text(page->out, "## ");
        uh_out_text(page->out, uh_fact_kind_name(kind));
        uh_out_text(page->out, "\n\n");
        uh_manual_write_text(
            page->out, uh_page_render(page, uh_say(uh_fact_kind_help((uh_fact_kind)kind)), text));
        uh_out_text(page->out, "\n\n");
        for (uint32_t i = 0; i < count; i++) {
            uh_out_text(page->out, "*");
            uh_manual_write_text(page->out, fields[i].name);
            uh_out_text(page->out, "*\n\t");
            uh_manual_write_text(page->out, describe(page, &fields[i], text));
            uh_out_text(page->out, "\n\n");
        }
    }
}
