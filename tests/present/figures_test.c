/* SPDX-License-Identifier: MIT */
/* The key poses of some stretches as text, compared with the files in figures/. UH_WRITE=1 writes
 * them anew: look at them before they are committed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "present/stage.h"
#include "unhunch/figure_show.h"
#include "unhunch/screen_figure.h"

static uh_show_room room;
static uh_actor actor;

static void compare(const char *name, const char *got, size_t length)
{
    char path[512];
    static char wanted[TEXT_MAX];
    (void)snprintf(path, sizeof path, "%s/figures/%s.txt", UH_TEST_DATA, name);
    FILE *file = fopen(path, getenv("UH_WRITE") != NULL ? "w" : "r");
    assert_non_null(file);
    if (getenv("UH_WRITE") != NULL) {
        assert_int_equal(fwrite(got, 1, length, file), length);
    } else {
        wanted[fread(wanted, 1, sizeof wanted - 1, file)] = '\0';
        assert_string_equal(got, wanted);
    }
    assert_int_equal(fclose(file), 0);
}

static void the_key_poses_of_a_stretch_look_as_agreed(void **state)
{
    static const char *const keys[] = {"cat-cow", "doorway-stretch", "chin-tuck", "seated-twist",
                                       "thoracic-rotation"};
    for (size_t i = 0; i < UH_COUNT(keys); i++) {
        static char text[TEXT_MAX];
        uh_buffer buffer = {text, sizeof text, 0};
        const uh_page page = {uh_out_to_buffer(&buffer), uh_language_find("en"), &catalogue, 80};
        uint32_t exercise = 0;
        assert_int_equal(uh_catalogue_find_exercise(&catalogue, keys[i], &exercise), UH_OK);
        uh_show_poses(&page, exercise, &room);
        assert_true(buffer.length > 200 && buffer.length < sizeof text);
        compare(keys[i], text, buffer.length);
    }
}

/* The pictures of a sheet; each as long as it says. */
static uint32_t pictures(char *sheet, const char **ret_pictures)
{
    uint32_t count = 0;
    for (char *at = strstr(sheet, "<svg x="); at != NULL; at = strstr(at, "<svg x=")) {
        char *end = strstr(at, "</svg>");
        at = strstr(at, "viewBox");
        if (at == NULL || end == NULL) {
            fail_msg("a picture without an end or a viewBox");
            break; // no way back from fail_msg, which clang-tidy cannot know
        }
        *end = '\0';
        ret_pictures[count++] = at;
        at = end + 1;
    }
    return count;
}

static void no_picture_of_a_sheet_is_as_the_one_before_and_the_last_as_none(void **state)
{
    static char sheet[1 << 21];
    static uh_sheet_room sheet_room;
    const uh_svg_options how = {.palette = UH_PALETTE_LIGHT};
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const char *picture[64];
        const uh_motion_moment form = {.exercise = i, .side = UH_SIDE_LEFT};
        uh_buffer buffer = {sheet, sizeof sheet, 0};
        uh_shot shot;
        const uint32_t step =
            uh_motion_shot(&catalogue, i, 0, UH_SIDE_LEFT, true, 1.7, &shot) ? 2 : 1;
        uh_show_sheet(&catalogue, &form, 1.7, &how, &sheet_room, uh_out_to_buffer(&buffer));
        assert_true(buffer.length < sizeof sheet);
        const uint32_t count = pictures(sheet, picture);
        for (uint32_t k = step; k < count; k += step) {
            assert_string_not_equal(picture[k], picture[k - step]);
        }
        /* the last one, which is eased, shows what none before it does */
        for (uint32_t k = 0; k + step < count; k += step) {
            assert_string_not_equal(picture[k], picture[count - step]);
        }
    }
}

static void act(uh_text_style style)
{
    uh_actor_start(&catalogue, &session, style, &actor);
    screen.figure = (uh_screen_figure){uh_actor_draw, &actor};
}

/* As it is watched: twenty looks a second until the hold is reached. */
static void watch_to_the_hold(void)
{
    do {
        clock_ms += 50;
        take_events();
        actor.now = (uh_boot_ms){clock_ms};
        (void)uh_motion_follow(&actor.motion, &session, actor.now);
        screen.view = uh_session_look(&session, actor.now);
    } while (screen.view.phase != UH_PHASE_HOLD || screen.view.phase_elapsed_ms < 1600);
}

static void the_figure_beside_a_hold_looks_as_agreed(void **state)
{
    static const struct {
        uh_text_style style;
        bool ascii;
        const char *name;
    } styles[] = {{UH_TEXT_BRAILLE, false, "screen-braille"},
                  {UH_TEXT_BLOCKS, false, "screen-blocks"},
                  {UH_TEXT_ASCII, true, "screen-ascii"}};
    add("cat-cow");
    start();
    act(UH_TEXT_BRAILLE);
    watch_to_the_hold();
    for (size_t i = 0; i < UH_COUNT(styles); i++) {
        static char got[TEXT_MAX];
        actor.style = styles[i].style;
        actor.columns = 0; /* another look: drawn again */
        compare(styles[i].name, got, render(80, 24, styles[i].ascii, got));
    }
}

static void between_two_pictures_the_last_one_is_shown(void **state)
{
    add("cat-cow");
    start();
    act(UH_TEXT_BRAILLE);
    play_to(UH_PHASE_HOLD, 3000);
    static char got[TEXT_MAX];
    actor.now = (uh_boot_ms){clock_ms};
    (void)render(100, 30, false, got);
    const int64_t first_ms = actor.drawn_at.ms;
    actor.now.ms += 30;
    (void)render(100, 30, false, got);
    assert_int_equal(actor.drawn_at.ms, first_ms);
    actor.now.ms += 200;
    (void)render(100, 30, false, got);
    assert_int_equal(actor.drawn_at.ms, actor.now.ms);
}

static void a_role_keeps_its_two_tones(void **state)
{
    for (uint32_t front = 0; front < UH_FIGURE_TONES; front++) {
        for (uint32_t back = 0; back < UH_FIGURE_TONES; back++) {
            const uint32_t role = uh_figure_role(front, back);
            assert_true(uh_role_is_figure(role));
            assert_int_equal(uh_figure_role_front(role), front);
            assert_int_equal(uh_figure_role_back(role), back);
        }
    }
    assert_false(uh_role_is_figure(UH_ROLE_STOP));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_key_poses_of_a_stretch_look_as_agreed, begin),
        cmocka_unit_test_setup(no_picture_of_a_sheet_is_as_the_one_before_and_the_last_as_none,
                               begin),
        cmocka_unit_test_setup(the_figure_beside_a_hold_looks_as_agreed, begin),
        cmocka_unit_test_setup(between_two_pictures_the_last_one_is_shown, begin),
        cmocka_unit_test_setup(a_role_keeps_its_two_tones, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
