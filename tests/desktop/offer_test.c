/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "daemon/offer.h"

static uh_offer offer;

static void what_is_said_is_taken(void **state)
{
    uh_offer_read(&offer,
                  "break-after=30\ngentle=yes\noffer.stretch=chin-tuck\noffer.name=Chin = tuck\n"
                  "offer.seconds=50\noffer.step=Sit.\noffer.step=Glide.\noffer.picture=/a.svg\n"
                  "offer.long-minutes=7\n");
    assert_int_equal(offer.settings.break_after, 30);
    assert_true(offer.gentle);
    assert_string_equal(offer.stretch, "chin-tuck");
    assert_string_equal(offer.name, "Chin = tuck");
    assert_int_equal(offer.seconds, 50);
    assert_string_equal(offer.text, "Sit.\nGlide.");
    assert_string_equal(offer.picture, "/a.svg");
    assert_int_equal(offer.long_minutes, 7);
}

static void what_is_not_said_again_is_no_more(void **state)
{
    uh_offer_read(&offer, "break-after=30\noffer.stretch=chin-tuck\n");
    uh_offer_read(&offer, "gentle=no\n");
    assert_int_equal(offer.settings.break_after, 45);
    assert_string_equal(offer.stretch, "");
}

static void lines_that_mean_nothing_are_passed_over(void **state)
{
    char lines[8192];
    memset(lines, 'x', sizeof lines - 1);
    memcpy(lines, "offer.name=", 11); /* longer than any value */
    lines[sizeof lines - 1] = '\0';
    uh_offer_read(&offer, lines);
    assert_string_equal(offer.name, "");
    uh_offer_read(&offer, "\n\nbreak-after=never\nno line\n=\nnew-thing=1\noffer.seconds");
    assert_int_equal(offer.settings.break_after, 45);
    assert_int_equal(offer.seconds, 0);
    uh_offer_read(&offer, "");
    assert_false(offer.gentle);
}

static void more_steps_than_fit_are_cut(void **state)
{
    static const char step[] = "offer.step=0123456789012345678901234567890123456789\n";
    char lines[sizeof step * 100] = "";
    for (int i = 0; i < 100; i++) {
        memcpy(lines + (size_t)i * (sizeof step - 1), step, sizeof step);
    }
    uh_offer_read(&offer, lines);
    assert_int_equal(strlen(offer.text), sizeof offer.text - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_is_taken),
        cmocka_unit_test(what_is_not_said_again_is_no_more),
        cmocka_unit_test(lines_that_mean_nothing_are_passed_over),
        cmocka_unit_test(more_steps_than_fit_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
