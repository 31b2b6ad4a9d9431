/* SPDX-License-Identifier: MIT */
#include "cli/screen/keyboard.h"

#include <unistd.h>

#include "host/clock.h"

bool uh_keyboard_read(uh_keyboard *keyboard, uint32_t most, uh_keyboard_take *take, void *to)
{
    unsigned char bytes[UH_KEYBOARD_MOST];
    UH_ASSERT(most <= sizeof bytes);
    const ssize_t count = read(STDIN_FILENO, bytes, most);
    bool wanted = true;
    for (ssize_t i = 0; i < count && wanted; i++) {
        const uh_key key = uh_keys_byte(&keyboard->keys, bytes[i]);
        wanted = key == UH_KEY_NONE || take(to, key);
    }
    keyboard->last = uh_clock_boot();
    return count > 0;
}

uh_boot_ms uh_keyboard_deadline(const uh_keyboard *keyboard)
{
    return uh_keys_waiting(&keyboard->keys) ? (uh_boot_ms){keyboard->last.ms + UH_KEYS_ESCAPE_MS}
                                            : UH_NEVER;
}

void uh_keyboard_settle(uh_keyboard *keyboard, uh_keyboard_take *take, void *to)
{
    if (uh_clock_boot().ms >= uh_keyboard_deadline(keyboard).ms) {
        (void)take(to, uh_keys_timeout(&keyboard->keys));
    }
}

uh_key uh_key_lower(uh_key key)
{
    return key >= 'A' && key <= 'Z' ? (uh_key)(key - 'A' + 'a') : key;
}
