/* SPDX-License-Identifier: MIT */
#include "host/terminal.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* End of a synchronized update first: without it some terminals show nothing of what follows. */
static const char enter_text[] = "\033[?1049h\033[?25l\033[2J\033[H";
static const char leave_text[] = "\033[?2026l\033[0m\033[?25h\033[?1049l";

static struct termios found_modes;
static volatile sig_atomic_t modes_known;
static volatile sig_atomic_t raw_now;
static volatile sig_atomic_t full_screen_now;

static const char *setting(const char *name)
{
    const char *value = getenv(name);
    return value != NULL ? value : "";
}

static uh_colours colours_from_environment(void)
{
    const char *term = setting("TERM");
    const char *wealth = setting("COLORTERM");
    if (setting("NO_COLOR")[0] != '\0' || term[0] == '\0' || strcmp(term, "dumb") == 0 ||
        strncmp(term, "vt", 2) == 0) {
        return UH_COLOURS_NONE;
    }
    if (strcmp(wealth, "truecolor") == 0 || strcmp(wealth, "24bit") == 0 ||
        strstr(term, "-direct") != NULL) {
        return UH_COLOURS_TRUE;
    }
    return strstr(term, "256") != NULL ? UH_COLOURS_256 : UH_COLOURS_16;
}

static bool is_utf8(const char *locale)
{
    const char *charset = strchr(locale, '.');
    return charset != NULL &&
           (strncasecmp(charset, ".utf-8", 6) == 0 || strncasecmp(charset, ".utf8", 5) == 0);
}

static bool utf8_from_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < UH_COUNT(names); i++) {
        const char *value = setting(names[i]);
        if (value[0] != '\0') {
            return is_utf8(value);
        }
    }
    return false;
}

uh_terminal_look uh_terminal_look_from_environment(void)
{
    return (uh_terminal_look){.colours = colours_from_environment(),
                              .utf8 = utf8_from_environment(),
                              .few_glyphs = strcmp(setting("TERM"), "linux") == 0};
}

bool uh_terminal_on_input(void)
{
    return isatty(STDIN_FILENO) == 1;
}

bool uh_terminal_on_output(void)
{
    return isatty(STDOUT_FILENO) == 1;
}

bool uh_terminal_on_error(void)
{
    return isatty(STDERR_FILENO) == 1;
}

bool uh_terminal_is_screen(void)
{
    const char *term = setting("TERM");
    return uh_terminal_on_input() && uh_terminal_on_output() && term[0] != '\0' &&
           strcmp(term, "dumb") != 0;
}

void uh_terminal_size(int32_t *ret_width, int32_t *ret_height)
{
    struct winsize size = {0};
    const bool known =
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
    *ret_width = known ? size.ws_col : 80;
    *ret_height = known ? size.ws_row : 24;
}

uh_status uh_terminal_raw(void)
{
    if (!modes_known) {
        if (tcgetattr(STDIN_FILENO, &found_modes) != 0) {
            return UH_ERR_STATE;
        }
        modes_known = 1;
    }
    struct termios raw = found_modes;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
    raw.c_iflag &= ~(tcflag_t)(IXON);
    raw.c_cc[VMIN] = 0; /* a read after a false alarm answers at once */
    raw.c_cc[VTIME] = 0;
    raw_now = 1; /* before, so that a signal in between restores too much rather than too little */
    return tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 ? UH_OK : UH_ERR_STATE;
}

static void put(const char *text, size_t length)
{
    const ssize_t ignored = write(STDOUT_FILENO, text, length);
    (void)ignored;
}

void uh_terminal_full_screen(void)
{
    full_screen_now = 1;
    put(enter_text, sizeof enter_text - 1);
}

void uh_terminal_restore(void)
{
    if (full_screen_now) {
        full_screen_now = 0;
        put(leave_text, sizeof leave_text - 1);
    }
    if (raw_now) {
        raw_now = 0;
        (void)tcsetattr(STDIN_FILENO, TCSANOW, &found_modes);
    }
}
