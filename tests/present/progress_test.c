/* SPDX-License-Identifier: MIT */
/* Progress as it is shown, compared with the files in progress/. UH_WRITE=1 writes them anew: look
 * at them before they are committed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "core/builtin.h"
#include "life.h"
#include "unhunch/progress_show.h"

enum { TEXT_MAX = 1 << 17 };

static uh_catalogue catalogue;
static uh_history history;
static uh_progress progress;
static uint32_t number;
static char got[TEXT_MAX];

static void take(uh_fact fact)
{
    uh_history_take(&history, &catalogue, &fact);
}

static void stretch(int32_t days_ago, const char *key, uint32_t hold_ms, uh_helped helped)
{
    uint32_t exercise = 0;
    const uh_fact session = life_session(number++, life_moment(days_ago, 0), helped);
    assert_int_equal(uh_catalogue_find_exercise(&catalogue, key, &exercise), UH_OK);
    const bool is_sided = uh_catalogue_exercise(&catalogue, exercise)->sides.kind != UH_SIDES_BOTH;
    take(session);
    take(life_set(&session, 0, &catalogue, key, is_sided ? UH_SIDE_LEFT : UH_SIDE_BOTH, hold_ms));
    if (is_sided) {
        take(life_set(&session, 0, &catalogue, key, UH_SIDE_RIGHT, hold_ms - 2000));
    }
}

/* Six weeks of somebody who gets better, with a bad week in between. */
static void live(void)
{
    static const char days[] = "s.s.sb."
                               "s.b.s.."
                               "ffr.s.s"
                               ".s.s.br"
                               "s.s.s.."
                               "b.s.s.s";
    static const char pain[] = "6565x66"
                               "567x655"
                               "776x54x"
                               "4x43x44"
                               "3x343xx"
                               "323x3x3";
    static const char *const keys[] = {"chin-tuck", "doorway-stretch", "cat-cow",
                                       "shoulder-blade-squeeze", "seated-twist"};
    for (int32_t i = 0; i < 42; i++) {
        const int32_t ago = 41 - i;
        if (days[i] == 's') {
            stretch(ago, keys[number % UH_COUNT(keys)], 90000,
                    number % 4 == 0 ? UH_HELPED_SAME : UH_HELPED_BETTER);
            stretch(ago, "chin-tuck", 160000, UH_HELPED_BETTER);
        } else if (days[i] == 'b') {
            take(life_break(number++, life_moment(ago, 30), UH_BREAK_STOOD));
        } else if (days[i] != '.') {
            take(life_mark(number++, life_moment(ago, 0),
                           days[i] == 'f' ? UH_MARK_FLARE : UH_MARK_REST));
        }
        if (pain[i] != 'x') {
            take(life_rating(number++, life_moment(ago, 0), pain[i] - '0',
                             i % 9 == 0 ? 4 : (i % 3 == 0 ? UH_NOT_ASKED : 5)));
        }
    }
    uh_history_end(&history);
    uh_progress_look(&history, UH_PROGRESS_DAYS, 3, &progress);
}

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    uh_history_begin(life_today(), &history);
    number = 0;
    return 0;
}

static uh_page page_of(uh_buffer *buffer, const char *language, uint32_t width)
{
    return (uh_page){uh_out_to_buffer(buffer), uh_language_find(language), &catalogue, width};
}

static const char *text_of(const char *language, uint32_t width, bool ascii)
{
    uh_buffer buffer = {got, sizeof got, 0};
    const uh_page page = page_of(&buffer, language, width);
    uh_show_progress(&page, &progress, ascii);
    assert_true(buffer.length < sizeof got);
    return got;
}

static const char *svg_of(const char *language, uh_palette palette, bool is_narrow)
{
    uh_buffer buffer = {got, sizeof got, 0};
    const uh_page page = page_of(&buffer, language, 80);
    uh_show_progress_svg(&page, &progress, palette, is_narrow);
    assert_true(buffer.length < sizeof got);
    return got;
}

static void compare(const char *name, const char *text)
{
    char path[512];
    static char wanted[TEXT_MAX];
    (void)snprintf(path, sizeof path, "%s/progress/%s", UH_TEST_DATA, name);
    FILE *file = fopen(path, getenv("UH_WRITE") != NULL ? "w" : "r");
    assert_non_null(file);
    if (getenv("UH_WRITE") != NULL) {
        assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    } else {
        wanted[fread(wanted, 1, sizeof wanted - 1, file)] = '\0';
        assert_string_equal(text, wanted);
    }
    assert_int_equal(fclose(file), 0);
}

static void the_charts_look_as_agreed_at_every_width(void **state)
{
    static const uint32_t widths[] = {40, 80, 100};
    live();
    for (size_t i = 0; i < UH_COUNT(widths); i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "braille-%u.txt", widths[i]);
        compare(name, text_of("en", widths[i], false));
        (void)snprintf(name, sizeof name, "ascii-%u.txt", widths[i]);
        compare(name, text_of("en", widths[i], true));
    }
}

static void the_picture_looks_as_agreed(void **state)
{
    live();
    compare("light.svg", svg_of("en", UH_PALETTE_LIGHT, false));
    compare("dark.svg", svg_of("en", UH_PALETTE_DARK, false));
    compare("narrow.svg", svg_of("en", UH_PALETTE_LIGHT, true));
}

/* Columns of the longest line. */
static uint32_t widest_line(const char *text)
{
    uint32_t widest = 0;
    while (*text != '\0') {
        char line[1024];
        const size_t length = strcspn(text, "\n");
        assert_true(length < sizeof line);
        memcpy(line, text, length);
        line[length] = '\0';
        const uint32_t columns = uh_text_columns(line);
        widest = columns > widest ? columns : widest;
        text += length + (text[length] == '\n');
    }
    return widest;
}

static void no_line_is_longer_than_the_page(void **state)
{
    live();
    for (uint32_t width = 24; width <= 100; width++) {
        assert_true(widest_line(text_of("en", width, false)) <= width);
        assert_true(widest_line(text_of("en", width, true)) <= width);
        /* another language, with brackets around every sentence */
        assert_true(widest_line(text_of("qps", width, false)) <= width);
    }
}

static void four_hundred_days_fit_any_page(void **state)
{
    for (int32_t ago = 399; ago >= 0; ago--) {
        take(life_rating(number++, life_moment(ago, 0), ago % 11, 5));
    }
    uh_progress_look(&history, UH_HISTORY_DAYS, 3, &progress);
    for (uint32_t width = 40; width <= 100; width += 20) {
        assert_true(widest_line(text_of("en", width, false)) <= width);
        assert_true(widest_line(text_of("en", width, true)) <= width);
    }
    assert_non_null(strstr(svg_of("en", UH_PALETTE_LIGHT, false), "</svg>"));
}

static void ascii_is_ascii(void **state)
{
    live();
    for (const char *at = text_of("en", 80, true); *at != '\0'; at++) {
        assert_true(*at == '\n' || (*at >= ' ' && *at <= '~'));
    }
}

static void a_narrow_page_has_the_numbers_alone(void **state)
{
    live();
    (void)text_of("en", 39, true);
    assert_null(strstr(got, "#"));
    assert_null(strstr(got, "10 |"));
    assert_non_null(strstr(got, "Neck: 9:30"));
    assert_non_null(strstr(got, "Chest: 2:58"));
}

static void each_letter_of_a_day_is_another_one(void **state)
{
    live();
    (void)text_of("en", 100, true);
    assert_non_null(strstr(got, "# stretched, + a plain break, ~ flare day, - rest day, . free"));
    (void)text_of("en", 100, false);
    assert_non_null(strstr(got, "⣿ stretched, ⣤ a plain break, ⡕ flare day, ⠒ rest day, ⠄ free"));
}

static void who_has_no_goal_is_shown_none(void **state)
{
    live();
    uh_progress_look(&history, UH_PROGRESS_DAYS, 0, &progress);
    assert_null(strstr(text_of("en", 100, true), "planned"));
    assert_null(strstr(svg_of("en", UH_PALETTE_LIGHT, false), "Days planned"));
}

static void first_contact_is_inviting(void **state)
{
    uh_progress_look(&history, UH_PROGRESS_DAYS, 3, &progress);
    assert_string_equal(
        text_of("en", 100, true),
        "Nothing is noted yet. It begins with one stretch: unhunch stretch. A plain "
        "break counts, too:\nunhunch log --stood\n");
    assert_non_null(strstr(svg_of("en", UH_PALETTE_LIGHT, false), "It begins with one stretch"));
}

static uint32_t count_of(const char *text, const char *word)
{
    uint32_t count = 0;
    for (const char *at = text; (at = strstr(at, word)) != NULL; at += strlen(word)) {
        count++;
    }
    return count;
}

static void every_element_of_the_picture_is_closed(void **state)
{
    static const char *const tags[] = {"text", "g", "svg", "title", "desc"};
    live();
    for (uh_palette palette = 0; palette < UH_PALETTE_COUNT; palette++) {
        const char *svg = svg_of("qps", palette, false);
        for (size_t i = 0; i < UH_COUNT(tags); i++) {
            char open[16];
            char open_more[16];
            char close[16];
            (void)snprintf(open, sizeof open, "<%s>", tags[i]);
            (void)snprintf(open_more, sizeof open_more, "<%s ", tags[i]);
            (void)snprintf(close, sizeof close, "</%s>", tags[i]);
            assert_true(count_of(svg, close) > 0);
            assert_int_equal(count_of(svg, open) + count_of(svg, open_more), count_of(svg, close));
        }
        assert_int_equal(count_of(svg, "aria-labelledby"), 1);
    }
}

/* Whoever hears it gets the same numbers as whoever sees it. */
static void the_picture_says_its_numbers_in_words(void **state)
{
    live();
    const char *svg = svg_of("en", UH_PALETTE_LIGHT, false);
    const char *desc = strstr(svg, "<desc");
    assert_non_null(strstr(desc, "Done on 19 days, with 16 planned."));
    assert_true(strstr(desc, "31 ratings in all") < strstr(desc, "</desc>"));
    assert_non_null(strstr(svg, "role=\"table\""));
    assert_non_null(strstr(svg, ">Days with a plain break</text>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_charts_look_as_agreed_at_every_width, begin),
        cmocka_unit_test_setup(the_picture_looks_as_agreed, begin),
        cmocka_unit_test_setup(no_line_is_longer_than_the_page, begin),
        cmocka_unit_test_setup(four_hundred_days_fit_any_page, begin),
        cmocka_unit_test_setup(ascii_is_ascii, begin),
        cmocka_unit_test_setup(a_narrow_page_has_the_numbers_alone, begin),
        cmocka_unit_test_setup(each_letter_of_a_day_is_another_one, begin),
        cmocka_unit_test_setup(who_has_no_goal_is_shown_none, begin),
        cmocka_unit_test_setup(first_contact_is_inviting, begin),
        cmocka_unit_test_setup(every_element_of_the_picture_is_closed, begin),
        cmocka_unit_test_setup(the_picture_says_its_numbers_in_words, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
