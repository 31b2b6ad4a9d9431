/* SPDX-License-Identifier: MIT */
#include "catalogue/block.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_MAX = 1 << 28 }; /* far beyond any catalogue; keeps offsets from wrapping */

void *uh_grow(void *array, uint32_t *capacity, uint32_t wanted, size_t each)
{
    uint32_t room = *capacity ? *capacity : 64;
    while (room < wanted) {
        room *= 2;
    }
    if (room == *capacity) {
        return array;
    }
    void *grown = realloc(array, room * each);
    if (grown) {
        *capacity = room;
    }
    return grown;
}

void uh_block_close(uh_block *block)
{
    free(block->bytes);
    free(block->texts);
    *block = (uh_block){0};
}

/* Makes room for `size` more bytes at `at`, zeroed up to there. */
static bool extend(uh_block *block, uint32_t at, uint32_t size)
{
    if (block->failed || size > BLOCK_MAX || at > BLOCK_MAX - size) {
        block->failed = true;
        return false;
    }
    unsigned char *bytes = uh_grow(block->bytes, &block->capacity, at + size, 1);
    if (!bytes) {
        block->failed = true;
        return false;
    }
    block->bytes = bytes;
    memset(bytes + block->size, 0, at + size - block->size);
    block->size = at + size;
    return true;
}

static uint32_t next_offset(const uh_block *block)
{
    return block->size ? block->size : (uint32_t)sizeof(uh_image_header);
}

uint32_t uh_block_claim(uh_block *block, uint32_t size)
{
    const uint32_t at = (next_offset(block) + 7u) & ~7u;
    return extend(block, at, size) ? at : 0;
}

static uint32_t hash_of(const char *text, uint32_t length)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (uint32_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    }
    return hash;
}

/* The slot that holds this text, or the free one where it belongs. */
static uint32_t slot_of(const uh_block *block, const char *text, uint32_t length)
{
    const uint32_t mask = block->text_slots - 1;
    uint32_t slot = hash_of(text, length) & mask;
    while (block->texts[slot]) {
        const char *there = (const char *)block->bytes + block->texts[slot];
        if (strlen(there) == length && memcmp(there, text, length) == 0) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return slot;
}

static bool widen_table(uh_block *block)
{
    const uh_block old = *block;
    block->text_slots = old.text_slots ? old.text_slots * 2 : 256;
    block->texts = calloc(block->text_slots, sizeof(*block->texts));
    if (!block->texts) {
        *block = old;
        block->failed = true;
        return false;
    }
    for (uint32_t i = 0; i < old.text_slots; i++) {
        if (old.texts[i]) {
            const char *text = (const char *)block->bytes + old.texts[i];
            block->texts[slot_of(block, text, (uint32_t)strlen(text))] = old.texts[i];
        }
    }
    free(old.texts);
    return true;
}

uh_text uh_block_text(uh_block *block, const char *text, uint32_t length)
{
    if (block->text_count * 2 >= block->text_slots && !widen_table(block)) {
        return 0;
    }
    const uint32_t slot = slot_of(block, text, length);
    if (block->texts[slot]) {
        return block->texts[slot];
    }
    const uint32_t at = next_offset(block);
    if (!extend(block, at, length + 1)) {
        return 0;
    }
    memcpy(block->bytes + at, text, length);
    block->texts[slot] = at;
    block->text_count++;
    return at;
}

uint32_t uh_block_word(const uh_block *block, uint32_t at)
{
    uint32_t word;
    memcpy(&word, block->bytes + at, sizeof(word));
    return word;
}

void uh_block_set_word(uh_block *block, uint32_t at, uint32_t word)
{
    memcpy(block->bytes + at, &word, sizeof(word));
}

void uh_block_set_absent(uh_block *block, const uh_record_type *type, uint32_t at)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const uh_field *field = &type->fields[i];
        if (field->kind == UH_FIELD_RECORD) {
            uh_block_set_absent(block, field->record, at + field->offset);
        } else if (field->absent != 0) {
            uh_block_set_word(block, at + field->offset, (uint32_t)field->absent);
        }
    }
}

/* -- copying -- */

static uint32_t word_of(const unsigned char *from, uint32_t at)
{
    uint32_t word;
    memcpy(&word, from + at, sizeof(word));
    return word;
}

static void copy_text(uh_block *block, const unsigned char *from, uint32_t from_at, uint32_t at)
{
    const uh_text text = word_of(from, from_at);
    if (text) {
        const char *start = (const char *)from + text;
        const uh_text copy = uh_block_text(block, start, (uint32_t)strlen(start));
        uh_block_set_word(block, at, copy);
    }
}

/* Claims a list as long as the one at from[from_at] and enters it at `at`; count 0 where nothing is
 * to be copied. */
static uh_list copy_list(uh_block *block, uint32_t each, const unsigned char *from,
                         uint32_t from_at, uint32_t at)
{
    const uint32_t count = word_of(from, from_at + 4);
    const uint32_t offset = count ? uh_block_claim(block, count * each) : 0;
    if (!offset) {
        return (uh_list){0, 0};
    }
    uh_block_set_word(block, at, offset);
    uh_block_set_word(block, at + 4, count);
    return (uh_list){offset, count};
}

static void copy_field(uh_block *block, const uh_field *field, const unsigned char *from,
                       uint32_t from_at, uint32_t at)
{
    const uint32_t start = word_of(from, from_at);
    uh_list list;
    switch (field->kind) {
    case UH_FIELD_TEXT:
    case UH_FIELD_KEY:
    case UH_FIELD_CITE:
    case UH_FIELD_DATE:
        copy_text(block, from, from_at, at);
        break;
    case UH_FIELD_RECORD:
        uh_block_copy_record(block, field->record, from, from_at, at);
        break;
    case UH_FIELD_RECORDS:
        list = copy_list(block, field->record->size, from, from_at, at);
        for (uint32_t i = 0; i < list.count; i++) {
            const uint32_t step = i * field->record->size;
            uh_block_copy_record(block, field->record, from, start + step, list.offset + step);
        }
        break;
    case UH_FIELD_TEXTS:
        list = copy_list(block, sizeof(uh_text), from, from_at, at);
        for (uint32_t i = 0; i < list.count; i++) {
            copy_text(block, from, start + i * 4, list.offset + i * 4);
        }
        break;
    case UH_FIELD_ANGLES:
        list = copy_list(block, sizeof(uh_joint_angle), from, from_at, at);
        if (list.count) {
            memcpy(block->bytes + list.offset, from + start, list.count * sizeof(uh_joint_angle));
        }
        break;
    case UH_FIELD_VECTOR:
        memcpy(block->bytes + at, from + from_at, sizeof(uh_vector));
        break;
    case UH_FIELD_INTEGER:
    case UH_FIELD_SECONDS:
    case UH_FIELD_METRES:
    case UH_FIELD_BOOL:
    case UH_FIELD_ENUM:
    case UH_FIELD_FLAGS:
    case UH_FIELD_KIND_COUNT:
        uh_block_set_word(block, at, start);
        break;
    }
}

void uh_block_copy_record(uh_block *block, const uh_record_type *type, const unsigned char *from,
                          uint32_t from_at, uint32_t at)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const uint32_t offset = type->fields[i].offset;
        copy_field(block, &type->fields[i], from, from_at + offset, at + offset);
    }
}
