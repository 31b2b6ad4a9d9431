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
    const uint32_t at = (next_offset(block) + 3u) & ~3u;
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
        block->shared += length + 1;
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

static void copy_list(uh_block *block, const uh_record_type *element, const unsigned char *from,
                      uint32_t from_at, uint32_t at)
{
    const uint32_t start = word_of(from, from_at);
    const uint32_t count = word_of(from, from_at + 4);
    const uint32_t place = count ? uh_block_claim(block, count * element->size) : 0;
    if (!place) {
        return;
    }
    uh_block_set_word(block, at, place);
    uh_block_set_word(block, at + 4, count);
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t step = i * element->size;
        uh_block_copy_record(block, element, from, start + step, place + step);
    }
}

static void copy_field(uh_block *block, const uh_field *field, const unsigned char *from,
                       uint32_t from_at, uint32_t at)
{
    const uh_record_type *element = uh_field_element(field);
    if (element) {
        copy_list(block, element, from, from_at, at);
    } else if (field->kind == UH_FIELD_RECORD) {
        uh_block_copy_record(block, field->record, from, from_at, at);
    } else if (field->kind == UH_FIELD_VECTOR) {
        memcpy(block->bytes + at, from + from_at, sizeof(uh_vector));
    } else if (uh_field_is_text(field)) {
        copy_text(block, from, from_at, at);
    } else {
        uh_block_set_word(block, at, word_of(from, from_at));
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
