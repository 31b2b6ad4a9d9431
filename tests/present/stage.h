/* SPDX-License-Identifier: MIT */
/* stage.h: a session to look at, and its screen as text. */
#ifndef UH_TESTS_PRESENT_STAGE_H
#define UH_TESTS_PRESENT_STAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/builtin.h"
#include "unhunch/screen.h"

enum { TEXT_MAX = 65536, WIDTH_MAX = 200, HEIGHT_MAX = 60 };

static uh_cell cells[WIDTH_MAX * HEIGHT_MAX];
static uh_catalogue catalogue;
static uh_routine routine;
static uh_session session;
static int64_t clock_ms;
static uh_screen screen;
static const char *tag = "en"; /* of the language of the screens */

/* -- a session to look at -- */

static inline int begin(void **state)
{
    assert_int_equal(uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &catalogue),
                     UH_OK);
    routine = (uh_routine){0};
    clock_ms = 0;
    return 0;
}

static inline void add(const char *key)
{
    const uh_person person = uh_person_unknown();
    uint32_t exercise = 0;
    assert_int_equal(uh_catalogue_find_exercise(&catalogue, key, &exercise), UH_OK);
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, exercise, 0,
                                    UH_LEVEL_START, &routine),
                     UH_OK);
}

static inline void take_events(void)
{
    uh_session_event event;
    while (uh_session_next(&session, (uh_boot_ms){clock_ms}, &event)) {
    }
}

static inline void start(void)
{
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &session),
                     UH_OK);
    take_events();
    screen = (uh_screen){
        .language = uh_language_find(tag),
        .catalogue = &catalogue,
        .routine = &routine,
        .title = uh_say1(UH_MSG_INTRO_STRETCHES, uh_number(routine.count)),
        .total_ms = uh_timeline_total_ms(&catalogue, &routine),
        .speed_percent = 100,
        .has_keys = true,
    };
}

/* Plays on until `phase` has lasted `ms`. */
static inline void play_to(uh_phase phase, int64_t ms)
{
    while (session.timeline.phase != phase) {
        clock_ms = uh_session_deadline(&session).ms;
        assert_int_not_equal(clock_ms, UH_NEVER.ms);
        take_events();
    }
    clock_ms += ms;
    take_events();
    screen.view = uh_session_look(&session, (uh_boot_ms){clock_ms});
}

/* -- cells as text -- */

static inline size_t render(int32_t width, int32_t height, bool ascii, char *out)
{
    uh_grid grid = {cells, width, height, ascii};
    (void)uh_screen_draw(&screen, &grid);
    size_t length = 0;
    for (int32_t y = 0; y < height; y++) {
        size_t end = length;
        for (int32_t x = 0; x < width; x++) {
            const uint32_t codepoint = cells[y * width + x].codepoint;
            if (codepoint == 0) {
                continue;
            }
            length += uh_text_encode(codepoint, out + length);
            end = codepoint != ' ' ? length : end;
        }
        length = end;
        out[length++] = '\n';
    }
    out[length] = '\0';
    return length;
}

/* Compares with a file of screens/, or with UH_WRITE=1 writes it. */
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

static inline void compare_screen(const char *name, int32_t width, int32_t height, bool ascii)
{
    char full[128];
    static char got[TEXT_MAX];
    (void)snprintf(full, sizeof full, "%s-%dx%d%s", name, width, height, ascii ? "-ascii" : "");
    compare_text(full, got, render(width, height, ascii, got));
}

static inline bool shows(int32_t width, int32_t height, const char *words)
{
    static char got[TEXT_MAX];
    (void)render(width, height, false, got);
    return strstr(got, words) != NULL;
}

#endif
