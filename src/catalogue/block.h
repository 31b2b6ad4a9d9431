/* SPDX-License-Identifier: MIT */
/* block.h: an image while it grows. Offsets, never pointers: the bytes move when they grow. */
#ifndef UH_CATALOGUE_BLOCK_H
#define UH_CATALOGUE_BLOCK_H

#include "unhunch/schema.h"

/* Begins with room for an uh_image_header. Zeroed is empty. */
typedef struct uh_block {
    unsigned char *bytes;
    uint32_t size;
    uint32_t capacity;
    uint32_t *texts; /* hash table of text offsets, 0 = free: equal texts are kept once */
    uint32_t text_count;
    uint32_t text_slots; /* 0 or a power of two */
    uint32_t shared;     /* bytes that this saves */
    bool failed;         /* no memory; from then on nothing happens any more */
} uh_block;

void uh_block_close(uh_block *block);

/* `size` zeroed bytes, aligned to 4. 0: no memory. */
uint32_t uh_block_claim(uh_block *block, uint32_t size);

/* A text of `length` bytes; 0: no memory. */
uh_text uh_block_text(uh_block *block, const char *text, uint32_t length);

/* 32 bits at `at`, which lies in a claimed piece. */
uint32_t uh_block_word(const uh_block *block, uint32_t at);
void uh_block_set_word(uh_block *block, uint32_t at, uint32_t word);

/* Writes what a record of this type holds when nothing is given. */
void uh_block_set_absent(uh_block *block, const uh_record_type *type, uint32_t at);

/* Copies the record at from[from_at], with its lists and texts, to the claimed place `at`. `from`
 * is another image. */
void uh_block_copy_record(uh_block *block, const uh_record_type *type, const unsigned char *from,
                          uint32_t from_at, uint32_t at);

/* The least capacity that is enough, by doubling; every array of this room grows by it. The array
 * or NULL: no memory, the old one stays. */
void *uh_grow(void *array, uint32_t *capacity, uint32_t wanted, size_t each);

#endif
