/* SPDX-License-Identifier: MIT */
/* golden.h: text compared with a file in screens/. UH_WRITE=1 writes it anew: read the difference
 * before it is committed. */
#ifndef UH_TESTS_PRESENT_GOLDEN_H
#define UH_TESTS_PRESENT_GOLDEN_H

#include <stdio.h>
#include <stdlib.h>

#include "present/stage.h"

static inline void compare_text(const char *name, const char *got, size_t length)
{
    char path[512];
    static char wanted[TEXT_MAX];
    (void)snprintf(path, sizeof path, "%s/screens/%s.txt", UH_TEST_DATA, name);
    if (getenv("UH_WRITE") != NULL) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_int_equal(fwrite(got, 1, length, file), length);
        assert_int_equal(fclose(file), 0);
        return;
    }
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    wanted[fread(wanted, 1, sizeof wanted - 1, file)] = '\0';
    assert_int_equal(fclose(file), 0);
    assert_string_equal(got, wanted);
}

/* The screen as it is now, in this size. */
static inline void compare(const char *name, int32_t width, int32_t height, bool ascii)
{
    char full[128];
    static char got[TEXT_MAX];
    (void)snprintf(full, sizeof full, "%s-%dx%d%s", name, width, height, ascii ? "-ascii" : "");
    const size_t length = render(width, height, ascii, got);
    compare_text(full, got, length);
}

#endif
