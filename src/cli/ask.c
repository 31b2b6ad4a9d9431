/* SPDX-License-Identifier: MIT */
#include "cli/ask.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "host/clock.h"
#include "host/terminal.h"

enum { ESCAPE = 27, END_OF_TEXT = 4 };

/* In raw mode a read does not wait. */
static char read_key(void)
{
    char byte = 0;
    struct pollfd keys = {.fd = STDIN_FILENO, .events = POLLIN};
    if (uh_clock_wait(&keys, 1, UH_NEVER) != 1) {
        return ESCAPE;
    }
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : ESCAPE;
}

static char lower(char key)
{
    return key >= 'A' && key <= 'Z' ? (char)(key - 'A' + 'a') : key;
}

/* Who says yes in another language has another letter for it. */
bool uh_ask_is_yes(const uh_cli *cli, char key)
{
    char letter[16];
    const uh_phrase phrase = uh_say(UH_MSG_KEY_YES);
    (void)uh_words(cli->language, NULL, &phrase, letter, sizeof letter);
    return lower(key) == 'y' || lower(key) == letter[0];
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
    char key = 0;
    do {
        key = lower(read_key());
        const bool is_other = key == '\0' || strchr(keys, key) == NULL;
        key = is_other && strchr(keys, 'y') != NULL && uh_ask_is_yes(cli, key) ? 'y' : key;
    } while (key != ESCAPE && key != END_OF_TEXT && (key == '\0' || strchr(keys, key) == NULL));
    uh_terminal_restore();
    return key == ESCAPE || key == END_OF_TEXT ? harmless : key;
}
