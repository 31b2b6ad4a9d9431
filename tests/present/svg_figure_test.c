/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unhunch/svg.h"

#define S UH_BODY_STATURE_M

static uh_drawing drawing;
static char bytes[1 << 18];

static const char *svg_of(uh_svg_options options)
{
    uh_pose pose = uh_pose_neutral(S);
    uh_skeleton body;
    uh_skeleton_pose(&pose, S, &body);
    const uh_skeleton *bodies[1] = {&body};
    uh_scene scene = {.body = &body,
                      .ghost = &body,
                      .view = uh_view_fit(35.0, 10.0, 0.75, 0.05, bodies, 1),
                      .tints = UH_TINT_CHEST,
                      .plumb = true,
                      .prop_count = 2,
                      .prop = {{.kind = UH_PROP_FLOOR}, {.kind = UH_PROP_CHAIR}}};
    uh_figure_draw(&scene, &drawing);
    uh_buffer buffer = {bytes, sizeof bytes, 0};
    uh_svg_write(&drawing, &options, uh_out_to_buffer(&buffer));
    assert_true(buffer.length < sizeof bytes);
    return bytes;
}

/* One element, from "<" to ">": its attributes are name="value". Returns the character after it. */
static const char *skip_tag(const char *at, int *depth)
{
    bool closing = at[1] == '/';
    bool quoted = false;
    for (at++; *at != '\0' && (quoted || *at != '>'); at++) {
        quoted = *at == '"' ? !quoted : quoted;
        assert_true(!quoted || *at != '<');
    }
    assert_int_equal(*at, '>');
    *depth += closing ? -1 : (at[-1] == '/' ? 0 : 1);
    assert_true(*depth >= 0);
    return at + 1;
}

static void assert_well_formed(const char *text)
{
    int depth = 0;
    while (*text != '\0') {
        text = *text == '<' ? skip_tag(text, &depth) : text + 1;
        assert_true(*text != '>' || depth >= 0);
    }
    assert_int_equal(depth, 0);
}

static void every_palette_gives_a_well_formed_picture(void **state)
{
    for (int i = 0; i < UH_PALETTE_COUNT; i++) {
        const char *svg =
            svg_of((uh_svg_options){.palette = (uh_palette)i, .page = true, .round = i % 2});
        assert_well_formed(svg);
        assert_ptr_equal(strstr(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\""), svg);
        assert_null(strstr(svg, "nan"));
        assert_null(strstr(svg, "inf"));
    }
}

static void a_title_is_escaped_and_read_out(void **state)
{
    const char *svg = svg_of((uh_svg_options){.title = "Cat & <cow>"});
    assert_non_null(strstr(svg, "<title>Cat &amp; &lt;cow&gt;</title>"));
    assert_non_null(strstr(svg, "role=\"img\""));
    assert_null(strstr(svg, "aria-hidden"));
}

static void a_picture_without_a_title_is_decoration(void **state)
{
    const char *svg = svg_of((uh_svg_options){.title = NULL});
    assert_non_null(strstr(svg, "aria-hidden=\"true\""));
}

static void a_height_in_pixels_sets_the_width_too(void **state)
{
    const char *svg = svg_of((uh_svg_options){.height_px = 400.0});
    assert_non_null(strstr(svg, "width=\"300\" height=\"400\""));
    assert_non_null(strstr(svg, "viewBox=\"0 0 750 1000\""));
}

static void a_round_picture_has_curves_and_a_plain_one_has_none(void **state)
{
    assert_null(strstr(svg_of((uh_svg_options){.round = false}), "Q"));
    assert_non_null(strstr(svg_of((uh_svg_options){.round = true}), "Q"));
}

static void a_group_is_placed_and_scaled(void **state)
{
    (void)svg_of((uh_svg_options){.palette = UH_PALETTE_DARK});
    uh_svg_options options = {.palette = UH_PALETTE_DARK};
    uh_buffer buffer = {bytes, sizeof bytes, 0};
    uh_svg_write_group(&drawing, &options, 12.5, -3.0, 0.25, uh_out_to_buffer(&buffer));
    assert_well_formed(bytes);
    assert_ptr_equal(strstr(bytes, "<g transform=\"translate(12.5 -3) scale(0.25)\">"), bytes);
}

static void palettes_are_found_by_name(void **state)
{
    for (int i = 0; i < UH_PALETTE_COUNT; i++) {
        const char *name = uh_palette_name((uh_palette)i);
        uh_palette found;
        assert_int_equal(uh_palette_find(name, strlen(name), &found), UH_OK);
        assert_int_equal(found, i);
    }
    uh_palette found;
    assert_int_equal(uh_palette_find("mauve", 5, &found), UH_ERR_UNKNOWN);
}

static int lightness(uh_colour c)
{
    return (299 * c.red + 587 * c.green + 114 * c.blue) / 1000;
}

/* Who sees no colours sees this. */
static void every_palette_tells_target_outline_and_far_limbs_by_lightness(void **state)
{
    for (int i = 0; i < UH_PALETTE_COUNT; i++) {
        uh_palette p = (uh_palette)i;
        int body = lightness(uh_palette_colour(p, UH_TONE_BODY));
        assert_true(body - lightness(uh_palette_colour(p, UH_TONE_OUTLINE)) > 60);
        assert_true(body - lightness(uh_palette_colour(p, UH_TONE_FAR)) > 20);
        assert_true(abs(body - lightness(uh_palette_page(p))) > 15);
        assert_true(abs(lightness(uh_palette_colour(p, UH_TONE_ARROW)) -
                        lightness(uh_palette_page(p))) > 90);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_palette_gives_a_well_formed_picture),
        cmocka_unit_test(a_title_is_escaped_and_read_out),
        cmocka_unit_test(a_picture_without_a_title_is_decoration),
        cmocka_unit_test(a_height_in_pixels_sets_the_width_too),
        cmocka_unit_test(a_round_picture_has_curves_and_a_plain_one_has_none),
        cmocka_unit_test(a_group_is_placed_and_scaled),
        cmocka_unit_test(palettes_are_found_by_name),
        cmocka_unit_test(every_palette_tells_target_outline_and_far_limbs_by_lightness),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
