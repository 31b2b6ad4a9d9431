/* SPDX-License-Identifier: MIT */
#include "cli/ask.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "cli/screen/keyboard.h"
#include "host/clock.h"
#include "host/terminal.h"

enum { END_OF_TEXT = 4 };

static bool take_first(void *to, uh_key key)
{
    uh_key *first = to;
    *first = uh_key_lower(key);
    return false;
}

/* In raw mode a read does not wait. A signal, or a terminal that went away, is as Esc. */
static uh_key read_key(uh_keyboard *keyboard)
{
    uh_key key = UH_KEY_NONE;
    while (key == UH_KEY_NONE) {
        struct pollfd keys = {.fd = STDIN_FILENO, .events = POLLIN};
        const int ready = uh_clock_wait(&keys, 1, uh_keyboard_deadline(keyboard));
        if (ready < 0 || (ready > 0 && !uh_keyboard_read(keyboard, 1, take_first, &key))) {
            return UH_KEY_ESCAPE;
        }
        uh_keyboard_settle(keyboard, take_first, &key);
    }
    return key;
}

static bool is_among(const char *keys, uh_key key)
{
    return key > ' ' && key < UH_KEY_ESCAPE && strchr(keys, (int)key) != NULL;
}

/* Who says yes in another language has another letter for it. */
bool uh_ask_is_yes(const uh_cli *cli, char key)
{
    char letter[16];
    const uh_phrase phrase = uh_say(UH_MSG_KEY_YES);
    (void)uh_words(cli->language, NULL, &phrase, letter, sizeof letter);
    const uh_key low = uh_key_lower((uh_key)key);
    return low == 'y' || low == (uh_key)letter[0];
}

char uh_ask_key(const uh_cli *cli, uh_phrase question, const char *keys)
{
    const char harmless = keys[strlen(keys) - 1];
    uh_page page = uh_cli_page(cli);
    page.out = cli->err;
    uh_page_phrase(&page, 0, question);
    if (uh_terminal_raw() != UH_OK) {
        return harmless;
    }
    uh_keyboard keyboard = {0};
    uh_key key = UH_KEY_NONE;
    do {
        key = read_key(&keyboard);
        const bool yes = is_among(keys, 'y') && !is_among(keys, key) && key < UH_KEY_ESCAPE &&
                         uh_ask_is_yes(cli, (char)key);
        key = yes ? (uh_key)'y' : key;
    } while (key != UH_KEY_ESCAPE && (int)key != END_OF_TEXT && !is_among(keys, key));
    uh_terminal_restore();
    return is_among(keys, key) ? (char)key : harmless;
}
