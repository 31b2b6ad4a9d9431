/* SPDX-License-Identifier: MIT */
/* keys.h: bytes from a terminal as keys. */
#ifndef UNHUNCH_CLI_SCREEN_KEYS_H
#define UNHUNCH_CLI_SCREEN_KEYS_H

#include "unhunch/base.h"

/* A key is its character (0x20 to 0x7e), or one of these. */
typedef enum uh_key {
    UH_KEY_NONE = 0,
    UH_KEY_ENTER = '\n',
    UH_KEY_SPACE = ' ',
    UH_KEY_ESCAPE = 0x100,
    UH_KEY_UP,
    UH_KEY_DOWN,
    UH_KEY_PAGE_UP,
    UH_KEY_PAGE_DOWN,
    UH_KEY_OTHER /* any other: it still pauses */
} uh_key;

enum {
    UH_KEYS_ESCAPE_MS = 60 /* an ESC with nothing behind it for so long is the Esc key */
};

/* Where in a sequence the bytes are. Zero: between two keys. */
typedef struct uh_keys {
    enum { UH_KEYS_PLAIN, UH_KEYS_AFTER_ESCAPE, UH_KEYS_IN_SEQUENCE, UH_KEYS_AFTER_SS3 } state;
    int32_t number; /* of a sequence such as ESC [ 5 ~ */
} uh_keys;

/* Takes one byte; NONE while a key is not complete. */
uh_key uh_keys_byte(uh_keys *keys, unsigned char byte);

/* An ESC waits for what may follow. */
bool uh_keys_waiting(const uh_keys *keys);

/* Nothing followed. */
uh_key uh_keys_timeout(uh_keys *keys);

#endif
