/* SPDX-License-Identifier: MIT */
/* packed.h: a catalogue as it travels: catalogue.bin, fetched by the page.
 *
 * The same records, lists and texts as in the image (schema.h), without offsets, and in columns:
 * of many records first the first field of all of them, then the second of all, so that what is
 * alike stands side by side and compresses well. Behind the header come numbers, then texts:
 *
 * - The documents of each kind, in the order of uh_document, are one list.
 * - Lists: the count of each one; then all their elements, as the records of one column.
 * - A record in a record: its fields, in place of it.
 * - A text: the next one of the texts, with its NUL; an empty one is none.
 * - Everything else: the next one of the numbers, three for a vector. n stands as 2n, or -2n - 1
 *   where it is negative, seven bits a byte, the lowest first; the highest bit says that there are
 *   more.
 *
 * catc and uh_catalogue_pack() (binder.h) write it. */
#ifndef UNHUNCH_PACKED_H
#define UNHUNCH_PACKED_H

#include "unhunch/catalogue.h"

typedef struct uh_packed_header {
    char magic[4];    /* "uhcp" */
    uint32_t version; /* UH_CATALOGUE_VERSION */
    uint32_t numbers; /* bytes; the rest is texts */
} uh_packed_header;

/* Makes the image in `image` (aligned to 8 bytes, with room for `room`) and opens it: the catalogue
 * borrows `image`, and `packed`, which lies elsewhere with any alignment, is no longer needed.
 * Answers what uh_catalogue_open() answers; UH_ERR_FORMAT also where there is too little room.
 * `image` is then undefined. */
UH_MUST_USE uh_status uh_catalogue_unpack(const void *packed, size_t size, void *image, size_t room,
                                          uh_catalogue *ret_catalogue);

#endif
