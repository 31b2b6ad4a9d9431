/* SPDX-License-Identifier: MIT */
#include "core/hash.h"

static uint64_t hash_byte(uint64_t hash, uint8_t byte)
{
    return (hash ^ byte) * 1099511628211U;
}

uint64_t uh_hash_start(void)
{
    return 14695981039346656037U;
}

uint64_t uh_hash_number(uint64_t hash, uint64_t number)
{
    for (unsigned shift = 0; shift < 64; shift += 8) {
        hash = hash_byte(hash, (uint8_t)(number >> shift));
    }
    return hash;
}

uint64_t uh_hash_text(uint64_t hash, const char *text)
{
    for (; *text; text++) {
        hash = hash_byte(hash, (uint8_t)*text);
    }
    return hash_byte(hash, 0);
}
