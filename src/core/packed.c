/* SPDX-License-Identifier: MIT */
#include "unhunch/packed.h"

#include <string.h>

#include "unhunch/schema.h"

/* What is taken is inside of what was given, and what is written inside of the room; whether it is
 * a catalogue, uh_catalogue_open() asks. The texts stand in the image first, as they came. */
typedef struct unpacking {
    const unsigned char *number; /* the next one */
    const unsigned char *numbers_end;
    unsigned char *image;
    uint32_t text; /* the next one, in the image */
    uint32_t texts_end;
    uint32_t size; /* of the image until now */
    uint32_t room;
    bool failed;
} unpacking;

static uint32_t take_number(unpacking *from)
{
    uint32_t bits = 0;
    for (uint32_t shift = 0; shift < 32 && from->number < from->numbers_end; shift += 7) {
        const uint32_t byte = *from->number++;
        bits |= (byte & 0x7f) << shift;
        if (byte < 0x80) {
            return (bits >> 1) ^ (0 - (bits & 1));
        }
    }
    from->failed = true;
    return 0;
}

static uh_text take_text(unpacking *from)
{
    const uint32_t at = from->text;
    if (at == from->texts_end) {
        from->failed = true;
        return 0;
    }
    const uint32_t length = (uint32_t)strlen((const char *)from->image + at);
    from->text = at + length + 1;
    return length ? at : 0;
}

static void put_word(unpacking *from, uint32_t at, uint32_t word)
{
    memcpy(from->image + at, &word, sizeof(word));
}

static void take_records(unpacking *from, const uh_record_type *type, uint32_t at, uint32_t count,
                         uint32_t stride);

/* The lists of `count` records lie one behind the other: their elements are records of one stride.
 */
static void take_lists(unpacking *from, const uh_record_type *element, uint32_t at, uint32_t count,
                       uint32_t stride)
{
    const uint32_t first = from->size;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t length = take_number(from);
        if (length > (from->room - from->size) / element->size) {
            from->failed = true;
            return;
        }
        put_word(from, at + i * stride, length ? from->size : 0);
        put_word(from, at + i * stride + 4, length);
        from->size += length * element->size;
    }
    take_records(from, element, first, (from->size - first) / element->size, element->size);
}

static void take_column(unpacking *from, const uh_field *field, uint32_t at, uint32_t count,
                        uint32_t stride)
{
    const uh_record_type *element = uh_field_element(field);
    if (element) {
        take_lists(from, element, at, count, stride);
        return;
    }
    if (field->kind == UH_FIELD_RECORD) {
        take_records(from, field->record, at, count, stride);
        return;
    }
    const uint32_t size = field->kind == UH_FIELD_VECTOR ? sizeof(uh_vector) : sizeof(uint32_t);
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t word = 0; word < size; word += 4) {
            put_word(from, at + i * stride + word,
                     uh_field_is_text(field) ? take_text(from) : take_number(from));
        }
    }
}

static void take_records(unpacking *from, const uh_record_type *type, uint32_t at, uint32_t count,
                         uint32_t stride)
{
    for (uint32_t i = 0; i < type->field_count && !from->failed; i++) {
        take_column(from, &type->fields[i], at + type->fields[i].offset, count, stride);
    }
}

/* The image but for its size. */
static bool take_documents(unpacking *from)
{
    for (uh_document document = 0; document < UH_DOCUMENT_COUNT && !from->failed; document++) {
        const size_t at = offsetof(uh_image_header, documents) + document * sizeof(uh_list);
        take_lists(from, uh_catalogue_schema(document), (uint32_t)at, 1, 0);
    }
    return !from->failed && from->number == from->numbers_end && from->text == from->texts_end;
}

/* `behind`: what follows the packed header, `size` bytes of which `count` are numbers. False: they
 * are no catalogue, or one that is too large. */
static bool unpack(const unsigned char *behind, uint32_t size, uint32_t count, unsigned char *image,
                   uint32_t room, uint32_t *ret_size)
{
    uh_image_header header = {.magic = {'u', 'h', 'c', 'a'}, .version = UH_CATALOGUE_VERSION};
    if (count > size || (count < size && behind[size - 1] != '\0')) {
        return false;
    }
    const uint32_t texts_end = (uint32_t)sizeof(header) + size - count;
    unpacking from = {.number = behind,
                      .numbers_end = behind + count,
                      .image = image,
                      .text = sizeof(header),
                      .texts_end = texts_end,
                      .size = (texts_end + 3) & ~3u,
                      .room = room};
    if (from.size > room) {
        return false;
    }
    memcpy(image, &header, sizeof(header));
    memcpy(image + sizeof(header), behind + count, size - count);
    if (!take_documents(&from)) {
        return false;
    }
    put_word(&from, offsetof(uh_image_header, size), from.size);
    *ret_size = from.size;
    return true;
}

uh_status uh_catalogue_unpack(const void *packed, size_t size, void *image, size_t room,
                              uh_catalogue *ret_catalogue)
{
    uh_packed_header header;
    if (size < sizeof(header) || size > UH_IMAGE_MAX) {
        return UH_ERR_FORMAT;
    }
    memcpy(&header, packed, sizeof(header));
    if (memcmp(header.magic, "uhcp", sizeof(header.magic)) != 0) {
        return UH_ERR_FORMAT;
    }
    if (header.version != UH_CATALOGUE_VERSION) {
        return UH_ERR_VERSION;
    }
    uint32_t made = 0;
    const bool good =
        unpack((const unsigned char *)packed + sizeof(header), (uint32_t)(size - sizeof(header)),
               header.numbers, image, (uint32_t)(room < UH_IMAGE_MAX ? room : UH_IMAGE_MAX), &made);
    return good ? uh_catalogue_open(image, made, ret_catalogue) : UH_ERR_FORMAT;
}
