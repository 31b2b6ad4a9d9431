/* SPDX-License-Identifier: MIT */
/* hash.h: FNV-1a over numbers, byte by byte from the lowest: equal on every machine. */
#ifndef UNHUNCH_CORE_HASH_H
#define UNHUNCH_CORE_HASH_H

#include "unhunch/base.h"

uint64_t uh_hash_start(void);
uint64_t uh_hash_number(uint64_t hash, uint64_t number);
/* NUL-terminated; the end is part of it. */
uint64_t uh_hash_text(uint64_t hash, const char *text);

#endif
