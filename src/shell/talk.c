/* SPDX-License-Identifier: MIT */
/* talk.c: how a shell speaks. */
#include <string.h>

#include "host/environment.h"
#include "host/terminal.h"
#include "shell/shell.h"
#include "unhunch/grid.h"

enum { REPLACEMENT = 0xfffd };

const uh_language *uh_shell_language(void)
{
    return uh_language_find(uh_environment_language());
}

uh_page uh_shell_page(const uh_shell *shell)
{
    return (uh_page){shell->out, shell->language, shell->catalogue.image ? &shell->catalogue : NULL,
                     shell->width};
}

/* In place: what is written is never longer than what was read. */
char *uh_shell_harmless(char *text)
{
    size_t length = 0;
    for (const char *at = text; *at != '\0';) {
        const char *const from = at;
        const uint32_t codepoint = uh_text_decode(&at);
        const bool obeyed = codepoint < 0x20 || (codepoint >= 0x7f && codepoint < 0xa0);
        if (obeyed || codepoint == REPLACEMENT) {
            text[length++] = '?';
        } else {
            memmove(text + length, from, (size_t)(at - from));
            length += (size_t)(at - from);
        }
    }
    text[length] = '\0';
    return text;
}

/* For people lines are broken between words; a program that reads gets one line. */
static void say_aside(const uh_shell *shell, const char *program, const uh_phrase *phrase)
{
    uh_page page = uh_shell_page(shell);
    char text[UH_PAGE_TEXT_MAX];
    char line[2 * UH_PAGE_TEXT_MAX];
    uh_buffer whole = {line, sizeof line, 0};
    const uh_out out = uh_out_to_buffer(&whole);
    (void)uh_page_render(&page, *phrase, text);
    uh_out_text(out, program);
    uh_out_text(out, program[0] != '\0' ? ": " : "");
    uh_out_text(out, uh_shell_harmless(text));
    if (uh_terminal_on_error()) {
        page.out = shell->err;
        uh_page_wrap(&page, line, 0, 0);
    } else {
        uh_out_text(shell->err, line);
        uh_out_text(shell->err, "\n");
    }
}

void uh_shell_tell(const uh_shell *shell, const uh_phrase *phrase)
{
    say_aside(shell, "", phrase);
}

void uh_shell_complain(const uh_shell *shell, const uh_phrase *phrase)
{
    say_aside(shell, shell->program, phrase);
}
