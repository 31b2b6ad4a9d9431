/* SPDX-License-Identifier: MIT */
/* What the environment says about the terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "host/terminal.h"

typedef struct look_case {
    const char *term;
    const char *colorterm;
    const char *no_color;
    uh_colours colours;
} look_case;

static void set(const char *name, const char *value)
{
    if (value != NULL) {
        (void)setenv(name, value, 1);
    } else {
        (void)unsetenv(name);
    }
}

static void colours_follow_the_environment(void **state)
{
    static const look_case cases[] = {
        {"xterm", NULL, NULL, UH_COLOURS_16},
        {"xterm-256color", NULL, NULL, UH_COLOURS_256},
        {"xterm-256color", "truecolor", NULL, UH_COLOURS_TRUE},
        {"xterm", "24bit", NULL, UH_COLOURS_TRUE},
        {"xterm-direct", NULL, NULL, UH_COLOURS_TRUE},
        {"xterm-256color", "truecolor", "1", UH_COLOURS_NONE},
        {"xterm-256color", "truecolor", "", UH_COLOURS_TRUE},
        {"linux", NULL, NULL, UH_COLOURS_16},
        {"vt100", NULL, NULL, UH_COLOURS_NONE},
        {"dumb", "truecolor", NULL, UH_COLOURS_NONE},
        {NULL, NULL, NULL, UH_COLOURS_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        set("TERM", cases[i].term);
        set("COLORTERM", cases[i].colorterm);
        set("NO_COLOR", cases[i].no_color);
        assert_int_equal(uh_terminal_look_from_environment().colours, cases[i].colours);
    }
}

static void the_first_locale_variable_that_is_set_tells_the_characters(void **state)
{
    static const struct {
        const char *all, *ctype, *lang;
        bool utf8;
    } cases[] = {
        {NULL, NULL, "en_GB.UTF-8", true}, {NULL, NULL, "C.utf8", true},
        {NULL, NULL, "C", false},          {NULL, NULL, NULL, false},
        {"C", NULL, "en_GB.UTF-8", false}, {"", "de_DE.UTF-8", "C", true},
        {NULL, "C", "C.UTF-8", false},     {NULL, NULL, "de_DE.ISO-8859-1", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        set("LC_ALL", cases[i].all);
        set("LC_CTYPE", cases[i].ctype);
        set("LANG", cases[i].lang);
        assert_int_equal(uh_terminal_look_from_environment().utf8, cases[i].utf8);
    }
}

static void restoring_what_was_never_changed_does_nothing(void **state)
{
    uh_terminal_restore();
    uh_terminal_restore();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_follow_the_environment),
        cmocka_unit_test(the_first_locale_variable_that_is_set_tells_the_characters),
        cmocka_unit_test(restoring_what_was_never_changed_does_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
