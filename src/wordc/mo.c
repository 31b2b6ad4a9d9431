/* SPDX-License-Identifier: MIT */
#include "wordc/mo.h"

#include <string.h>

enum {
    HEADER = 28,
    AT_COUNT = 8,
    AT_ORIGINALS = 12,
    AT_TRANSLATIONS = 16,
    ENTRY = 8, /* length, offset */
    CONTEXT_END = 4
};

static const uint32_t magic = 0x950412de;

static uint32_t word_at(const unsigned char *bytes, uint32_t at)
{
    uint32_t word;
    memcpy(&word, bytes + at, sizeof word);
    return word;
}

static bool has_table(const unsigned char *bytes, size_t size, uint32_t table, uint32_t count)
{
    if (table > size || count > (size - table) / ENTRY) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t length = word_at(bytes, table + i * ENTRY);
        const uint32_t at = word_at(bytes, table + i * ENTRY + 4);
        if (at >= size || length >= size - at || bytes[at + length] != '\0') {
            return false;
        }
    }
    return true;
}

uh_status uh_mo_open(const unsigned char *bytes, size_t size, uh_mo *ret_mo)
{
    if (size < HEADER || size > INT32_MAX || word_at(bytes, 0) != magic) {
        return UH_ERR_FORMAT;
    }
    const uh_mo opened = {
        .bytes = bytes,
        .count = word_at(bytes, AT_COUNT),
        .originals = word_at(bytes, AT_ORIGINALS),
        .translations = word_at(bytes, AT_TRANSLATIONS),
    };
    if (!has_table(bytes, size, opened.originals, opened.count) ||
        !has_table(bytes, size, opened.translations, opened.count)) {
        return UH_ERR_FORMAT;
    }
    *ret_mo = opened;
    return UH_OK;
}

static const char *text_at(const uh_mo *from, uint32_t table, uint32_t index, uint32_t *ret_length)
{
    *ret_length = word_at(from->bytes, table + index * ENTRY);
    return (const char *)from->bytes + word_at(from->bytes, table + index * ENTRY + 4);
}

static uint32_t forms_in(const char *text, uint32_t length)
{
    uint32_t forms = 1;
    for (uint32_t i = 0; i < length; i++) {
        forms += text[i] == '\0';
    }
    return forms;
}

uh_mo_entry uh_mo_at(const uh_mo *from, uint32_t index)
{
    UH_ASSERT(index < from->count);
    uint32_t length = 0;
    uint32_t translated = 0;
    uh_mo_entry entry = {.context = text_at(from, from->originals, index, &length)};
    const char *end = entry.context + length;
    const char *divider = strchr(entry.context, CONTEXT_END);
    entry.id = divider ? divider + 1 : entry.context;
    entry.context_length = divider ? (uint32_t)(divider - entry.context) : 0;
    const char *id_end = entry.id + strlen(entry.id);
    entry.plural = id_end < end ? id_end + 1 : NULL;
    entry.text = text_at(from, from->translations, index, &translated);
    entry.forms = forms_in(entry.text, translated);
    return entry;
}

const char *uh_mo_form(const uh_mo_entry *entry, uint32_t index)
{
    UH_ASSERT(index < entry->forms);
    const char *form = entry->text;
    for (; index > 0; index--) {
        form += strlen(form) + 1;
    }
    return form;
}
