/* SPDX-License-Identifier: MIT */
/* apart.h: a translation as an image of its own, for the page: who reads English need not fetch
 * German.
 *
 * Little-endian: magic, UH_MESSAGE_COUNT, pairs, bytes of texts (uint32); then as uh_translation
 * has them hashes (uint64), messages and offsets (uint32), texts. It belongs to the very program
 * that was built with it. */
#ifndef UNHUNCH_WORDS_APART_H
#define UNHUNCH_WORDS_APART_H

#include "unhunch/base.h"

enum { UH_WORDS_MAGIC = 0x31574855 }; /* "UHW1" */

/* Gives a language its texts; only where the program was built without them. `image` (8-byte
 * aligned) must outlive all use. UH_ERR_UNKNOWN: no such language waits for texts; UH_ERR_FORMAT:
 * not an image of this program. */
UH_MUST_USE uh_status uh_language_give(const char *tag, const void *image, size_t size);

/* Tags of the languages that wait for an image, or have got one; NULL beyond the last. */
const char *uh_language_apart(uint32_t index);

#endif
