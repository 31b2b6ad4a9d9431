/* SPDX-License-Identifier: MIT */
#include "unhunch/packed.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/block.h"
#include "unhunch/binder.h"

typedef struct bytes {
    unsigned char *at;
    uint32_t size;
    uint32_t capacity;
} bytes;

typedef struct packing {
    const uh_catalogue *catalogue;
    bytes numbers;
    bytes texts;
    bool failed; /* no memory */
} packing;

static void put(packing *to, bytes *column, const void *from, uint32_t size)
{
    if (size == 0) {
        return;
    }
    unsigned char *grown = uh_grow(column->at, &column->capacity, column->size + size, 1);
    if (!grown) {
        to->failed = true;
        return;
    }
    column->at = grown;
    memcpy(grown + column->size, from, size);
    column->size += size;
}

static uint32_t word_at(const packing *to, uint32_t at)
{
    uint32_t word;
    memcpy(&word, to->catalogue->image + at, sizeof(word));
    return word;
}

static void put_number(packing *to, uint32_t number)
{
    uint32_t bits = number << 1 ^ (0 - (number >> 31));
    unsigned char byte;
    do {
        byte = (unsigned char)((bits & 0x7f) | (bits > 0x7f ? 0x80 : 0));
        bits >>= 7;
        put(to, &to->numbers, &byte, 1);
    } while (byte & 0x80);
}

static void put_text(packing *to, uh_text text)
{
    const char *from = uh_catalogue_text(to->catalogue, text);
    put(to, &to->texts, from, (uint32_t)strlen(from) + 1);
}

/* `at`: where the records are in the image; `member`: where in each of them that is what is put. */
static void put_records(packing *to, const uh_record_type *type, const uint32_t *at, uint32_t count,
                        uint32_t member);

static void put_lists(packing *to, const uh_record_type *element, const uint32_t *at,
                      uint32_t count, uint32_t member)
{
    uint32_t total = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t length = word_at(to, at[i] + member + 4);
        put_number(to, length);
        total += length;
    }
    uint32_t *elements = calloc(total + 1, sizeof(*elements));
    if (!elements) {
        to->failed = true;
        return;
    }
    uint32_t next = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t first = word_at(to, at[i] + member);
        const uint32_t length = word_at(to, at[i] + member + 4);
        for (uint32_t j = 0; j < length; j++) {
            elements[next++] = first + j * element->size;
        }
    }
    put_records(to, element, elements, total, 0);
    free(elements);
}

static void put_column(packing *to, const uh_field *field, const uint32_t *at, uint32_t count,
                       uint32_t member)
{
    const uh_record_type *element = uh_field_element(field);
    if (element) {
        put_lists(to, element, at, count, member);
        return;
    }
    if (field->kind == UH_FIELD_RECORD) {
        put_records(to, field->record, at, count, member);
        return;
    }
    const uint32_t size = field->kind == UH_FIELD_VECTOR ? sizeof(uh_vector) : sizeof(uint32_t);
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t word = 0; word < size; word += 4) {
            const uint32_t value = word_at(to, at[i] + member + word);
            if (uh_field_is_text(field)) {
                put_text(to, value);
            } else {
                put_number(to, value);
            }
        }
    }
}

static void put_records(packing *to, const uh_record_type *type, const uint32_t *at, uint32_t count,
                        uint32_t member)
{
    for (uint32_t i = 0; i < type->field_count && !to->failed; i++) {
        put_column(to, &type->fields[i], at, count, member + type->fields[i].offset);
    }
}

uh_status uh_catalogue_pack(const uh_catalogue *catalogue, void **ret_packed, size_t *ret_size)
{
    packing to = {.catalogue = catalogue};
    bytes all = {0};
    for (uh_document document = 0; document < UH_DOCUMENT_COUNT; document++) {
        const uint32_t at =
            (uint32_t)(offsetof(uh_image_header, documents) + document * sizeof(uh_list));
        put_lists(&to, uh_catalogue_schema(document), &at, 1, 0);
    }
    const uh_packed_header header = {
        .magic = {'u', 'h', 'c', 'p'}, .version = UH_CATALOGUE_VERSION, .numbers = to.numbers.size};
    put(&to, &all, &header, sizeof(header));
    if (!to.failed) {
        put(&to, &all, to.numbers.at, to.numbers.size);
        put(&to, &all, to.texts.at, to.texts.size);
    }
    free(to.numbers.at);
    free(to.texts.at);
    if (to.failed) {
        free(all.at);
        return UH_ERR_FULL;
    }
    *ret_packed = all.at;
    *ret_size = all.size;
    return UH_OK;
}
