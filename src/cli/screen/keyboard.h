/* SPDX-License-Identifier: MIT */
/* keyboard.h: keys of the terminal on stdin, which is in raw mode: what is there to read, and the
 * Esc key that is told from the beginning of a sequence by the silence after it. */
#ifndef UNHUNCH_CLI_SCREEN_KEYBOARD_H
#define UNHUNCH_CLI_SCREEN_KEYBOARD_H

#include "cli/screen/keys.h"

/* Zero: nothing was pressed yet. */
typedef struct uh_keyboard {
    uh_keys keys;
    uh_boot_ms last; /* when the last byte came */
} uh_keyboard;

/* Takes a key; false: no more are wanted. */
typedef bool uh_keyboard_take(void *to, uh_key key);

/* Reads what is there, at most so many bytes (UH_KEYBOARD_MOST: as they come; 1: what is typed
 * ahead stays for the next question), without waiting in raw mode. False: nothing was; after poll()
 * said that there is something, the terminal went away. */
enum { UH_KEYBOARD_MOST = 128 };
bool uh_keyboard_read(uh_keyboard *keyboard, uint32_t most, uh_keyboard_take *take, void *to);

/* When uh_keyboard_settle() has something to do; UH_NEVER: not. */
uh_boot_ms uh_keyboard_deadline(const uh_keyboard *keyboard);

/* Hands out the Esc key where nothing followed it in time. */
void uh_keyboard_settle(uh_keyboard *keyboard, uh_keyboard_take *take, void *to);

/* A letter as the keys are named, whatever shift says. */
uh_key uh_key_lower(uh_key key);

#endif
