/* SPDX-License-Identifier: MIT */
/* keys.h: how a browser comes to be known here.
 *
 * `unhunch web` makes a token and keeps its hash as the name of a file that only this person can
 * make. The first request that brings the token removes the file and gets a key, which the browser
 * keeps as a cookie for a year; of the key, too, only the hash is kept. So neither a file of ours
 * nor an address in a browser's history opens anything. Hashes are SHA-256, by nettle, which is in
 * the process anyway: libmicrohttpd comes with it. */
#ifndef UNHUNCH_WEB_KEYS_H
#define UNHUNCH_WEB_KEYS_H

#include "unhunch/base.h"

enum {
    UH_KEY_SIZE = 65,          /* 32 random bytes in hexadecimal, and the end */
    UH_KEYS_MAX = 16,          /* browsers; the oldest one is forgotten first */
    UH_KEY_SECONDS = 31536000, /* a year */
    UH_TOKEN_MS = 600000       /* so long may an address wait to be opened */
};

#define UH_KEY_COOKIE "unhunch"

/* 32 random bytes. UH_ERR_STATE: the system gives none. */
UH_MUST_USE uh_status uh_key_make(char ret_key[UH_KEY_SIZE]);

/* SHA-256, in hexadecimal. */
void uh_hash_bytes(const void *bytes, size_t length, char ret_hash[UH_KEY_SIZE]);

/* -- tokens -- */

/* Makes a token that uh_token_take() takes once, and forgets those that waited too long. `folder`
 * is made where it is not there. UH_ERR_STATE: see errno. */
UH_MUST_USE uh_status uh_token_make(const char *folder, uh_unix_ms now,
                                    char ret_token[UH_KEY_SIZE]);

/* Was it made here, not longer ago than UH_TOKEN_MS, and not taken before? It is now. */
bool uh_token_take(const char *folder, uh_unix_ms now, const char *token);

/* -- keys -- */

typedef struct uh_key_ring {
    const char *path; /* of its file; borrowed */
    uint32_t count;
    char hashes[UH_KEYS_MAX][UH_KEY_SIZE]; /* oldest first */
    uh_unix_ms made[UH_KEYS_MAX];
} uh_key_ring;

/* Reads the file; none is an empty ring. Lines that are none of ours are left out. */
void uh_key_ring_read(const char *path, uh_key_ring *ret_ring);

/* Is it one of these, and not older than a year? Takes as long for every key. */
bool uh_key_ring_has(const uh_key_ring *ring, uh_unix_ms now, const char *key);

/* Makes a key, adds its hash and keeps the file. UH_ERR_STATE: see errno; then there is no key. */
UH_MUST_USE uh_status uh_key_ring_add(uh_key_ring *ring, uh_unix_ms now, char ret_key[UH_KEY_SIZE]);

#endif
