/* SPDX-License-Identifier: MIT */
/* A tiny terminal reads what the painter sends; after each paint it must show the grid. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/screen/painter.h"

enum { WIDTH = 30, HEIGHT = 6, BYTES_MAX = 1 << 16 };

static char sent[BYTES_MAX];
static size_t sent_length;
static uint32_t shown[HEIGHT][WIDTH];
static uh_painter painter;

static void take(void *to, const char *text, size_t length)
{
    assert_true(sent_length + length < BYTES_MAX);
    memcpy(sent + sent_length, text, length);
    sent_length += length;
    sent[sent_length] = '\0';
}

static void blank(void)
{
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            shown[y][x] = ' ';
        }
    }
}

/* Obeys moves and clears, skips colours and modes; fails at anything that it does not know. */
static void replay(void)
{
    int x = -1;
    int y = -1;
    const char *at = sent;
    while (*at != '\0') {
        if (*at == '\033') {
            assert_int_equal(at[1], '[');
            const char *end = at + 2;
            while (*end < 0x40) {
                end++;
            }
            if (*end == 'H') {
                assert_int_equal(sscanf(at, "\033[%d;%dH", &y, &x), 2);
                x--;
                y--;
            } else if (*end == 'J') {
                blank();
            } else {
                assert_true(*end == 'm' || *end == 'h' || *end == 'l');
            }
            at = end + 1;
            continue;
        }
        const uint32_t codepoint = uh_text_decode(&at);
        assert_true(x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT);
        shown[y][x] = codepoint;
        if (uh_codepoint_columns(codepoint) == 2) {
            shown[y][x + 1] = 0;
        }
        x += uh_codepoint_columns(codepoint);
    }
    sent_length = 0;
    sent[0] = '\0';
}

static size_t paint(void)
{
    uh_painter_paint(&painter, (uh_out){take, NULL});
    const size_t bytes = sent_length;
    replay();
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            assert_int_equal(shown[y][x], painter.grid.cells[y * WIDTH + x].codepoint);
        }
    }
    return bytes;
}

static int begin(void **state)
{
    painter = (uh_painter){.colours = UH_COLOURS_TRUE};
    sent_length = 0;
    memset(shown, 0, sizeof shown);
    assert_int_equal(uh_painter_resize(&painter, WIDTH, HEIGHT), UH_OK);
    uh_grid_clear(&painter.grid);
    return 0;
}

static int end(void **state)
{
    uh_painter_close(&painter);
    return 0;
}

static void what_did_not_change_is_not_sent(void **state)
{
    (void)uh_grid_text(&painter.grid, 0, 0, WIDTH, "Doorway stretch", UH_ROLE_STRONG);
    assert_true(paint() > 0);
    assert_int_equal(paint(), 0);
    uh_grid_put(&painter.grid, 3, 2, 'x', UH_ROLE_TEXT);
    assert_in_range(paint(), 1, 48);
}

static void a_forgotten_screen_is_sent_again(void **state)
{
    (void)paint();
    uh_painter_forget(&painter);
    blank();
    assert_true(paint() >= WIDTH * HEIGHT);
}

static void one_paint_is_one_synchronized_update(void **state)
{
    uh_painter_paint(&painter, (uh_out){take, NULL});
    assert_memory_equal(sent, "\033[?2026h", 8);
    assert_string_equal(sent + sent_length - 8, "\033[?2026l");
}

static void without_colours_no_colour_is_sent(void **state)
{
    painter.colours = UH_COLOURS_NONE;
    for (int role = 0; role < UH_ROLE_COUNT; role++) {
        uh_grid_put(&painter.grid, role, 0, 'x', (uh_role)role);
    }
    uh_painter_paint(&painter, (uh_out){take, NULL});
    assert_null(strstr(sent, ";3"));
    assert_null(strstr(sent, ";4"));
}

static void random_changes_always_end_in_the_same_picture(void **state)
{
    static const uint32_t characters[] = {' ', 'a', 'b', 0x2588, 0x80f8, 0xe4};
    uint32_t random = 7;
    for (int round = 0; round < 2000; round++) {
        for (int change = 0; change < 12; change++) {
            random = random * 1664525U + 1013904223U;
            const int32_t x = (int32_t)(random >> 8) % WIDTH;
            const int32_t y = (int32_t)(random >> 16) % HEIGHT;
            char text[5] = {0};
            (void)uh_text_encode(characters[(random >> 24) % 6], text);
            uh_cell *cell = &painter.grid.cells[y * WIDTH + x];
            /* as a drawing does: never leave half of a wide character */
            if (cell->codepoint == 0 || uh_codepoint_columns(cell->codepoint) == 2) {
                continue;
            }
            if (x + 1 < WIDTH &&
                (cell[1].codepoint == 0 || uh_codepoint_columns(cell[1].codepoint) == 2)) {
                continue;
            }
            (void)uh_grid_text(&painter.grid, x, y, WIDTH - x, text,
                               (uh_role)(random % UH_ROLE_COUNT));
        }
        (void)paint();
        if (round % 50 == 49) {
            uh_grid_clear(&painter.grid);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_did_not_change_is_not_sent, begin, end),
        cmocka_unit_test_setup_teardown(a_forgotten_screen_is_sent_again, begin, end),
        cmocka_unit_test_setup_teardown(one_paint_is_one_synchronized_update, begin, end),
        cmocka_unit_test_setup_teardown(without_colours_no_colour_is_sent, begin, end),
        cmocka_unit_test_setup_teardown(random_changes_always_end_in_the_same_picture, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
