/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unhunch/figure_text.h"

#define S UH_BODY_STATURE_M

static uh_drawing drawing;
static uh_raster raster;
static uh_figure_cell cells[UH_FIGURE_COLUMNS_MAX * UH_FIGURE_ROWS_MAX];

enum { COLUMNS = 40, ROWS = 20 };

static void draw_standing(double yaw_deg, unsigned tints)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_skeleton body;
    uh_skeleton_pose(&pose, S, &body);
    const uh_skeleton *bodies[1] = {&body};
    uh_scene scene = {
        .body = &body, .view = uh_view_fit(yaw_deg, 5.0, 1.0, 0.05, bodies, 1), .tints = tints};
    uh_figure_draw(&scene, &drawing);
}

static uint32_t count_front(uint32_t tone)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < COLUMNS * ROWS; i++) {
        count += cells[i].front == tone ? 1u : 0u;
    }
    return count;
}

static void standing_fills_the_middle_and_leaves_the_edges(void **state)
{
    for (int style = 0; style < UH_TEXT_STYLE_COUNT; style++) {
        draw_standing(0.0, 0);
        uh_figure_text(&drawing, (uh_text_style)style, COLUMNS, ROWS, &raster, cells);
        for (uint32_t row = 0; row < ROWS; row++) {
            assert_int_equal(cells[row * COLUMNS].codepoint, ' ');
            assert_int_equal(cells[row * COLUMNS + COLUMNS - 1].codepoint, ' ');
        }
        assert_int_not_equal(cells[8 * COLUMNS + COLUMNS / 2].codepoint, ' ');
        assert_int_not_equal(cells[3 * COLUMNS + COLUMNS / 2].codepoint, ' '); /* the head */
        uint32_t filled = COLUMNS * ROWS - count_front(UH_TONE_NONE);
        assert_true(filled > 60 && filled < 300);
    }
}

static void each_style_uses_only_its_own_characters(void **state)
{
    draw_standing(60.0, 63);
    uh_figure_text(&drawing, UH_TEXT_BRAILLE, COLUMNS, ROWS, &raster, cells);
    for (uint32_t i = 0; i < COLUMNS * ROWS; i++) {
        uint32_t c = cells[i].codepoint;
        assert_true(c == ' ' || (c > 0x2800 && c <= 0x28ff));
        assert_true((c == ' ') == (cells[i].front == UH_TONE_NONE));
    }
    uh_figure_text(&drawing, UH_TEXT_HALF_BLOCK, COLUMNS, ROWS, &raster, cells);
    for (uint32_t i = 0; i < COLUMNS * ROWS; i++) {
        uint32_t c = cells[i].codepoint;
        assert_true(c == ' ' || c == 0x2580 || c == 0x2584 || c == 0x2588);
    }
    uh_figure_text(&drawing, UH_TEXT_ASCII, COLUMNS, ROWS, &raster, cells);
    for (uint32_t i = 0; i < COLUMNS * ROWS; i++) {
        assert_in_range(cells[i].codepoint, ' ', '~');
    }
}

static void the_target_keeps_its_own_tone_in_every_style(void **state)
{
    draw_standing(180.0, UH_TINT_THORACIC);
    for (int style = 0; style < UH_TEXT_STYLE_COUNT; style++) {
        uh_figure_text(&drawing, (uh_text_style)style, COLUMNS, ROWS, &raster, cells);
        assert_true(count_front(UH_TONE_TARGET) + count_front(UH_TONE_TARGET_SOFT) >= 2);
    }
}

static void far_limbs_are_dotted_where_there_is_no_colour(void **state)
{
    draw_standing(45.0, 0);
    uh_figure_text(&drawing, UH_TEXT_BRAILLE, COLUMNS, ROWS, &raster, cells);
    uint32_t far = 0;
    for (uint32_t i = 0; i < COLUMNS * ROWS; i++) {
        if (cells[i].front == UH_TONE_FAR) {
            far++;
            assert_int_not_equal(cells[i].codepoint, 0x28ff);
        }
    }
    assert_true(far > 3);
}

static void any_size_in_range_is_filled(void **state)
{
    draw_standing(30.0, 63);
    static const uint32_t sizes[][2] = {{1, 1}, {1, 64}, {160, 1}, {160, 64}, {7, 5}};
    for (size_t i = 0; i < UH_COUNT(sizes); i++) {
        for (int style = 0; style < UH_TEXT_STYLE_COUNT; style++) {
            uh_figure_text(&drawing, (uh_text_style)style, sizes[i][0], sizes[i][1], &raster,
                           cells);
            for (uint32_t k = 0; k < sizes[i][0] * sizes[i][1]; k++) {
                assert_true(cells[k].front <= UH_TONE_NONE && cells[k].back <= UH_TONE_NONE);
            }
        }
    }
}

static void a_drawing_that_reaches_outside_is_clipped(void **state)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_skeleton body;
    uh_skeleton_pose(&pose, S, &body);
    uh_scene scene = {.body = &body,
                      .view = {.centre_m = {0.0, 1.3, 0.0}, .height_m = 0.2, .width = 1.0}};
    scene.arrow_count = 1;
    scene.arrow[0] = (uh_arrow){{-3.0, 1.0, 0.0}, {0.0, 1.3, 0.0}, {3.0, 9.0, 0.0}};
    uh_figure_draw(&scene, &drawing);
    uh_figure_text(&drawing, UH_TEXT_HALF_BLOCK, COLUMNS, ROWS, &raster, cells);
    assert_true(count_front(UH_TONE_NONE) < COLUMNS * ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standing_fills_the_middle_and_leaves_the_edges),
        cmocka_unit_test(each_style_uses_only_its_own_characters),
        cmocka_unit_test(the_target_keeps_its_own_tone_in_every_style),
        cmocka_unit_test(far_limbs_are_dotted_where_there_is_no_colour),
        cmocka_unit_test(any_size_in_range_is_filled),
        cmocka_unit_test(a_drawing_that_reaches_outside_is_clipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
