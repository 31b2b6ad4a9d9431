/* SPDX-License-Identifier: MIT */
#include "cli/screen/keys.h"

enum { ESCAPE_BYTE = 0x1b, DELETE_BYTE = 0x7f };

typedef struct sequence_row {
    unsigned char last;
    int32_t number;
    uh_key key;
} sequence_row;

static const sequence_row sequences[] = {
    {'A', 0, UH_KEY_UP},        {'B', 0, UH_KEY_DOWN},  {'~', 5, UH_KEY_PAGE_UP},
    {'~', 6, UH_KEY_PAGE_DOWN}, {'M', 0, UH_KEY_ENTER},
};

static uh_key sequence_key(const uh_keys *keys, unsigned char last)
{
    for (size_t i = 0; i < UH_COUNT(sequences); i++) {
        if (sequences[i].last == last && sequences[i].number == keys->number) {
            return sequences[i].key;
        }
    }
    return UH_KEY_OTHER;
}

static uh_key plain_key(uh_keys *keys, unsigned char byte)
{
    if (byte == ESCAPE_BYTE) {
        keys->state = UH_KEYS_AFTER_ESCAPE;
        return UH_KEY_NONE;
    }
    if (byte == '\r' || byte == '\n') {
        return UH_KEY_ENTER;
    }
    if (byte >= 0x80 && byte < 0xc0) {
        return UH_KEY_NONE; /* the rest of a character whose first byte was a key already */
    }
    return byte >= 0x20 && byte < DELETE_BYTE ? (uh_key)byte : UH_KEY_OTHER;
}

static uh_key after_escape(uh_keys *keys, unsigned char byte)
{
    keys->number = 0;
    if (byte == '[' || byte == 'O') {
        keys->state = byte == '[' ? UH_KEYS_IN_SEQUENCE : UH_KEYS_AFTER_SS3;
        return UH_KEY_NONE;
    }
    if (byte == ESCAPE_BYTE) {
        return UH_KEY_ESCAPE; /* and the second one waits */
    }
    keys->state = UH_KEYS_PLAIN;
    return UH_KEY_OTHER;
}

static uh_key in_sequence(uh_keys *keys, unsigned char byte)
{
    if (byte >= '0' && byte <= '9' && keys->number < 1000) {
        keys->number = keys->number * 10 + (byte - '0');
        return UH_KEY_NONE;
    }
    if (byte >= 0x40 && byte <= 0x7e) {
        keys->state = UH_KEYS_PLAIN;
        return sequence_key(keys, byte);
    }
    return UH_KEY_NONE;
}

uh_key uh_keys_byte(uh_keys *keys, unsigned char byte)
{
    switch (keys->state) {
    case UH_KEYS_AFTER_ESCAPE:
        return after_escape(keys, byte);
    case UH_KEYS_IN_SEQUENCE:
        return in_sequence(keys, byte);
    case UH_KEYS_AFTER_SS3:
        keys->state = UH_KEYS_PLAIN;
        return sequence_key(keys, byte);
    case UH_KEYS_PLAIN:
        break;
    }
    return plain_key(keys, byte);
}

bool uh_keys_waiting(const uh_keys *keys)
{
    return keys->state != UH_KEYS_PLAIN;
}

uh_key uh_keys_timeout(uh_keys *keys)
{
    const uh_key key = keys->state == UH_KEYS_AFTER_ESCAPE ? UH_KEY_ESCAPE : UH_KEY_OTHER;
    keys->state = UH_KEYS_PLAIN;
    return key;
}
