/* SPDX-License-Identifier: MIT */
/* Files of one's own: what joins where some of them have mistakes, the therapist, and the limits
 * that nobody wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/files.h"
#include "unhunch/own.h"
#include "unhunch/packed.h"
#include "unhunch/schema.h"

static const char break_file[] =
    "routine: own-break\nname: A break\nsummary: Short.\ncontext: desk\n"
    "lines: [{stretch: gentle-turn}, {stretch: chin-tuck}]\n";

static uh_binder *binder;
static void *image;
static uh_catalogue catalogue;

static int begin(void **state)
{
    const uh_catalogue builtin = builtin_catalogue();
    binder = uh_binder_open();
    image = NULL;
    uh_binder_add_image(binder, &builtin, false);
    return binder ? 0 : -1;
}

static int end(void **state)
{
    uh_binder_close(binder);
    uh_binder_free_image(image);
    return 0;
}

/* What joins, and what is said and left out. */
static void finish(const char *wanted, const char *left_out)
{
    size_t size = 0;
    char names[512] = "";
    assert_int_equal(uh_binder_finish_good(binder, &image, &size), UH_OK);
    catalogue = must_open(image, size);
    char *words = told(binder);
    assert_string_equal(words, wanted);
    free(words);
    for (uint32_t i = 0; i < uh_binder_left_out_count(binder); i++) {
        const uh_left_out *one = uh_binder_left_out(binder, i);
        const size_t length = strlen(names);
        snprintf(names + length, sizeof(names) - length, "%s=%s;", one->file, one->key);
    }
    assert_string_equal(names, left_out);
}

static bool has_stretch(const char *key)
{
    uint32_t index;
    return uh_catalogue_find_exercise(&catalogue, key, &index) == UH_OK;
}

static bool has_routine(const char *key)
{
    uint32_t index;
    return uh_catalogue_find_recipe(&catalogue, key, &index) == UH_OK;
}

static const uh_exercise *stretch(const char *key)
{
    uint32_t index = 0;
    assert_int_equal(uh_catalogue_find_exercise(&catalogue, key, &index), UH_OK);
    return uh_catalogue_exercise(&catalogue, index);
}

/* -- what joins -- */

static void good_files_join_and_nothing_is_said(void **state)
{
    add_text(binder, "turn.yaml", stretch_file("gentle-turn"));
    add_text(binder, "break.yaml", break_file);
    finish("", "");
    assert_true(has_stretch("gentle-turn"));
    assert_true(has_routine("own-break"));
    assert_true(has_stretch("chin-tuck"));
}

static void a_mistake_in_one_file_does_not_cost_the_others(void **state)
{
    add_text(binder, "bad.yaml", changed_file("bad-turn", "name: Gentle", "nam: Gentle turn"));
    add_text(binder, "broken.yaml", "stretch: [\n");
    add_text(binder, "turn.yaml", changed_file("gentle-turn", "aliases:", ""));
    finish("bad.yaml:1:1: stretch has no 'name'\n"
           "bad.yaml:2:1: unknown key 'nam' in stretch, did you mean 'name'?\n"
           "broken.yaml:2:1: not readable as YAML: did not find expected node content "
           "while parsing a flow node\n",
           "bad.yaml=bad-turn;broken.yaml=;");
    assert_true(has_stretch("gentle-turn"));
    assert_false(has_stretch("bad-turn"));
}

static void a_routine_that_names_a_stretch_of_a_bad_file_is_left_out_with_it(void **state)
{
    add_text(binder, "a-break.yaml", break_file);
    add_text(binder, "turn.yaml", changed_file("gentle-turn", "family:", "family: rotatoin"));
    add_text(binder, "z.yaml",
             "routine: other\nname: A break\nsummary: Short.\ncontext: desk\n"
             "lines: [{stretch: chin-tuck}]\n");
    finish("a-break.yaml:5:19: 'gentle-turn' is left out because of the mistakes in turn.yaml\n"
           "turn.yaml:5:9: 'rotatoin' is not a known family, did you mean 'rotation'?\n",
           "a-break.yaml=own-break;turn.yaml=gentle-turn;");
    assert_false(has_routine("own-break"));
    assert_true(has_routine("other"));
}

static void of_two_good_files_with_one_key_neither_joins(void **state)
{
    add_text(binder, "one.yaml", stretch_file("gentle-turn"));
    add_text(binder, "two.yaml", stretch_file("gentle-turn"));
    add_text(binder, "three.yaml", stretch_file("gentle-turn"));
    add_text(binder, "z.yaml", stretch_file("other-turn"));
    finish("two.yaml:1:10: stretch 'gentle-turn' is already in one.yaml, line 1\n"
           "three.yaml:1:10: stretch 'gentle-turn' is already in one.yaml, line 1\n",
           "one.yaml=gentle-turn;two.yaml=gentle-turn;three.yaml=gentle-turn;");
    assert_false(has_stretch("gentle-turn"));
    assert_true(has_stretch("other-turn"));
}

static void a_bad_file_does_not_take_a_good_one_of_its_name_with_it(void **state)
{
    add_text(binder, "bad.yaml", changed_file("gentle-turn", "kind:", "kind: strech"));
    add_text(binder, "break.yaml", break_file);
    add_text(binder, "good.yaml", stretch_file("gentle-turn"));
    add_text(binder, "worse.yaml", changed_file("gentle-turn", "family:", "family: x"));
    finish("bad.yaml:1:10: stretch 'gentle-turn' is already in good.yaml, line 1\n"
           "bad.yaml:6:7: 'strech' is not a known kind, did you mean 'stretch'?\n"
           "worse.yaml:1:10: stretch 'gentle-turn' is already in good.yaml, line 1\n"
           "worse.yaml:5:9: 'x' is not a known family; known: chest-open, rotation, extension, "
           "flex-ext, scapular, neck\n",
           "bad.yaml=gentle-turn;worse.yaml=gentle-turn;");
    assert_true(has_stretch("gentle-turn"));
    assert_true(has_routine("own-break"));
}

static void a_file_with_a_built_in_key_changes_nothing(void **state)
{
    add_text(binder, "own.yaml", stretch_file("chin-tuck"));
    add_text(binder, "turn.yaml", stretch_file("gentle-turn"));
    finish("own.yaml:1:10: stretch 'chin-tuck' is built in already; give yours another name\n",
           "own.yaml=chin-tuck;");
    assert_false(uh_exercise_is_own(stretch("chin-tuck")));
    assert_true(has_stretch("gentle-turn"));
}

static void a_file_whose_mistakes_are_too_many_to_be_told_is_left_out_all_the_same(void **state)
{
    static char text[UH_BINDER_DIAGNOSTICS_MAX * 10];
    size_t length = (size_t)snprintf(text, sizeof(text), "topic: x\n");
    for (int i = 0; i < UH_BINDER_DIAGNOSTICS_MAX; i++) {
        length += (size_t)snprintf(text + length, sizeof(text) - length, "q%d: 1\n", i);
    }
    size_t size = 0;
    add_text(binder, "many.yaml", text);
    add_text(binder, "late.yaml", changed_file("late-turn", "kind:", "kind: strech"));
    assert_int_equal(uh_binder_finish_good(binder, &image, &size), UH_OK);
    catalogue = must_open(image, size);
    assert_int_equal(uh_binder_left_out_count(binder), 2);
    assert_string_equal(uh_binder_left_out(binder, 1)->key, "late-turn");
    assert_false(has_stretch("late-turn"));
}

static void those_that_do_not_fit_any_more_are_left_out(void **state)
{
    const uint32_t room = UH_EXERCISES_MAX - 17;
    for (uint32_t i = 0; i < room + 2; i++) {
        char key[16];
        snprintf(key, sizeof(key), "turn-%u", i);
        add_text(binder, key, changed_file(key, "aliases:", ""));
    }
    finish("turn-111:1:10: more than 128 of kind stretch\n",
           "turn-111=turn-111;turn-112=turn-112;");
    assert_int_equal(uh_catalogue_exercise_count(&catalogue), UH_EXERCISES_MAX);
}

static void bad_files_need_no_room(void **state)
{
    const uint32_t room = UH_EXERCISES_MAX - 17;
    size_t size = 0;
    for (uint32_t i = 0; i < room + 1; i++) {
        char key[16];
        snprintf(key, sizeof(key), "turn-%u", i);
        add_text(binder, key,
                 changed_file(key, "kind:", i == 3 ? "kind: strech" : "kind: stretch"));
    }
    assert_int_equal(uh_binder_finish_good(binder, &image, &size), UH_OK);
    catalogue = must_open(image, size);
    assert_int_equal(uh_binder_left_out_count(binder), 1);
    assert_true(has_stretch("turn-111"));
}

/* A stretch with about 11 KiB of texts, which are those of others with this number too. */
static void add_wordy(const char *key, int number)
{
    static char text[32768];
    size_t length =
        (size_t)snprintf(text, sizeof(text), "%s    steps:\n", changed_file(key, "aliases:", ""));
    for (int step = 0; step < UH_STEPS_MAX; step++) {
        length += (size_t)snprintf(text + length, sizeof(text) - length,
                                   "      - {at: move, cue: %0119d, text: %0399d}\n",
                                   number * 100 + step, number * 100 + step);
    }
    length += (size_t)snprintf(text + length, sizeof(text) - length, "corrections:\n");
    for (int sign = 0; sign < 8; sign++) {
        length += (size_t)snprintf(text + length, sizeof(text) - length,
                                   "  - {sign: %0199d, action: %0299d}\n", number * 100 + sign,
                                   number * 100 + sign);
    }
    uh_binder_add(binder, key, text, length);
}

/* Unpacked, no text is shared. */
static void page_takes(const uh_catalogue *bound)
{
    void *packed = NULL;
    size_t size = 0;
    uh_catalogue there;
    unsigned char *room = malloc(UH_IMAGE_MAX);
    assert_non_null(room);
    assert_int_equal(uh_catalogue_pack(bound, &packed, &size), UH_OK);
    assert_int_equal(uh_catalogue_unpack(packed, size, room, UH_IMAGE_MAX, &there), UH_OK);
    assert_int_equal(uh_catalogue_exercise_count(&there), uh_catalogue_exercise_count(bound));
    free(packed);
    free(room);
}

static void what_makes_it_too_large_is_left_out_from_the_end(void **state)
{
    size_t size = 0;
    for (int i = 0; i < 100; i++) {
        char key[16];
        snprintf(key, sizeof(key), "turn-%02d", i);
        add_wordy(key, i);
    }
    add_text(binder, "a-break",
             "routine: own-break\nname: A break\nsummary: Short.\ncontext: desk\n"
             "lines: [{stretch: turn-99}]\n");
    assert_int_equal(uh_binder_finish_good(binder, &image, &size), UH_OK);
    catalogue = must_open(image, size);
    const uint32_t left_out = uh_binder_left_out_count(binder);
    assert_true(left_out > 2 && left_out < 50);
    assert_string_equal(uh_binder_left_out(binder, left_out - 1)->file, "a-break");
    assert_string_equal(uh_binder_left_out(binder, left_out - 2)->file, "turn-99");
    assert_true(has_stretch("turn-00"));
    assert_false(has_stretch("turn-99"));
    assert_false(has_routine("own-break"));
    assert_int_equal(uh_binder_diagnostic_count(binder), 1);
    page_takes(&catalogue);
}

static void equal_texts_count_each_time(void **state)
{
    size_t size = 0;
    for (int i = 0; i < 100; i++) {
        char key[16];
        snprintf(key, sizeof(key), "turn-%02d", i);
        add_wordy(key, 0);
    }
    assert_int_equal(uh_binder_finish_good(binder, &image, &size), UH_OK);
    assert_true(size < UH_BINDER_IMAGE_MAX / 2);
    catalogue = must_open(image, size);
    assert_true(uh_binder_left_out_count(binder) > 2);
    page_takes(&catalogue);
}

/* -- the therapist -- */

static const char therapist[] = "therapist: {name: Anna Weber, reason: Full range is wanted., "
                                "date: 2026-03-01}";

static void a_therapist_is_in_the_image_and_lifts_the_ceiling(void **state)
{
    char text[4096];
    snprintf(text, sizeof(text), "%s\n%s", therapist,
             changed_file("gentle-turn", "repetitions:",
                          "      repetitions: {design: {start: 1, default: 25, ceiling: 30, "
                          "reason: plan}}"));
    add_text(binder, "turn.yaml", text);
    finish("", "");
    const uh_exercise *turn = stretch("gentle-turn");
    assert_true(uh_exercise_has_therapist(turn));
    assert_string_equal(uh_catalogue_text(&catalogue, turn->therapist.name), "Anna Weber");
    assert_string_equal(uh_catalogue_text(&catalogue, turn->therapist.reason),
                        "Full range is wanted.");
    assert_string_equal(uh_catalogue_text(&catalogue, turn->therapist.date), "2026-03-01");
}

static void an_own_stretch_without_a_therapist_has_none(void **state)
{
    add_text(binder, "turn.yaml", stretch_file("gentle-turn"));
    finish("", "");
    assert_true(uh_exercise_is_own(stretch("gentle-turn")));
    assert_false(uh_exercise_has_therapist(stretch("gentle-turn")));
}

/* -- limits that nobody wrote -- */

static const uh_variant *form(const char *key)
{
    return uh_exercise_variant(&catalogue, stretch(key), 0);
}

static void what_a_stretch_is_limits_it(void **state)
{
    static const struct {
        const char *line;
        const char *instead;
        uint32_t stretch;
        uint32_t form;
    } rows[] = {
        {"family:", "family: neck", 1U << UH_LIMIT_NO_NECK | 1U << UH_LIMIT_NO_NECK_EXTENSION, 0},
        {"family:", "family: chest-open", 1U << UH_LIMIT_NO_SHOULDER_END_RANGE, 0},
        {"family:", "family: flex-ext",
         1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST | 1U << UH_LIMIT_NO_HEAD_DOWN, 0},
        {"family:", "family: scapular", 0, 0},
        {"regions:", "regions: [thoracic, neck]",
         1U << UH_LIMIT_NO_NECK | 1U << UH_LIMIT_NO_NECK_EXTENSION,
         1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST},
        {"position:", "    position: standing", 0, 1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST},
        {"position:", "    position: side-lying", 0, 0},
        {"position:", "    position: hands-knees", 0, 1U << UH_LIMIT_NO_KNEELING},
        {"position:", "    position: prone", 0, 1U << UH_LIMIT_NO_PRONE_OR_LONG_SUPINE},
        {"position:", "    position: supine", 0, 1U << UH_LIMIT_NO_PRONE_OR_LONG_SUPINE},
        {"equipment:", "    equipment: [foam-roller]", 0,
         1U << UH_LIMIT_NO_ROLLER | 1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST},
        {"equipment:", "    equipment: [long-foam-roller]", 0,
         1U << UH_LIMIT_NO_ROLLER | 1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST},
        {"equipment:", "    opt_in: [overpressure]", 0,
         1U << UH_LIMIT_GENTLE | 1U << UH_LIMIT_NO_NECK_EXTENSION |
             1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        char text[4096];
        end(state);
        begin(state);
        /* a tempo that is slow enough for every family */
        snprintf(text, sizeof(text), "%s",
                 changed_file("gentle-turn", rows[i].line, rows[i].instead));
        for (char *at = text; (at = strstr(at, "seconds: 3")) != NULL; at++) {
            at[strlen("seconds: ")] = '4';
        }
        add_text(binder, "turn.yaml", text);
        finish("", "");
        assert_int_equal(stretch("gentle-turn")->not_for, rows[i].stretch);
        assert_int_equal(form("gentle-turn")->not_for, rows[i].form);
    }
}

static void what_is_written_adds_to_the_inferred_limits(void **state)
{
    char text[4096];
    snprintf(text, sizeof(text), "not_for: [no-roller]\n%s",
             changed_file("gentle-turn", "position:", "    position: sitting\n    not_for: []"));
    add_text(binder, "turn.yaml", text);
    finish("", "");
    assert_int_equal(stretch("gentle-turn")->not_for, 1U << UH_LIMIT_NO_ROLLER);
    assert_int_equal(form("gentle-turn")->not_for, 1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST);
}

static void with_a_therapist_a_written_list_stands_as_it_is_and_no_list_is_inferred(void **state)
{
    char text[4096];
    snprintf(text, sizeof(text), "%s\n%s", therapist,
             changed_file("open-turn", "position:", "    position: sitting\n    not_for: []"));
    add_text(binder, "open.yaml", text);
    snprintf(text, sizeof(text), "%s\n%s", therapist, changed_file("gentle-turn", "aliases:", ""));
    add_text(binder, "turn.yaml", text);
    finish("", "");
    assert_int_equal(form("open-turn")->not_for, 0);
    assert_int_equal(form("gentle-turn")->not_for, 1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST);
}

static void a_built_in_file_keeps_the_limits_that_it_was_given(void **state)
{
    char text[4096];
    size_t size = 0;
    uh_binder_close(binder);
    binder = uh_binder_open();
    snprintf(text, sizeof(text), "id: S99\n%s", stretch_file("gentle-turn"));
    add_text(binder, "turn.yaml", text);
    must_finish(binder, UH_OK, &image, &size);
    catalogue = must_open(image, size);
    assert_int_equal(form("gentle-turn")->not_for, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(good_files_join_and_nothing_is_said, begin, end),
        cmocka_unit_test_setup_teardown(a_mistake_in_one_file_does_not_cost_the_others, begin, end),
        cmocka_unit_test_setup_teardown(
            a_routine_that_names_a_stretch_of_a_bad_file_is_left_out_with_it, begin, end),
        cmocka_unit_test_setup_teardown(of_two_good_files_with_one_key_neither_joins, begin, end),
        cmocka_unit_test_setup_teardown(a_bad_file_does_not_take_a_good_one_of_its_name_with_it,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_file_with_a_built_in_key_changes_nothing, begin, end),
        cmocka_unit_test_setup_teardown(
            a_file_whose_mistakes_are_too_many_to_be_told_is_left_out_all_the_same, begin, end),
        cmocka_unit_test_setup_teardown(those_that_do_not_fit_any_more_are_left_out, begin, end),
        cmocka_unit_test_setup_teardown(bad_files_need_no_room, begin, end),
        cmocka_unit_test_setup_teardown(what_makes_it_too_large_is_left_out_from_the_end, begin,
                                        end),
        cmocka_unit_test_setup_teardown(equal_texts_count_each_time, begin, end),
        cmocka_unit_test_setup_teardown(a_therapist_is_in_the_image_and_lifts_the_ceiling, begin,
                                        end),
        cmocka_unit_test_setup_teardown(an_own_stretch_without_a_therapist_has_none, begin, end),
        cmocka_unit_test_setup_teardown(what_a_stretch_is_limits_it, begin, end),
        cmocka_unit_test_setup_teardown(what_is_written_adds_to_the_inferred_limits, begin, end),
        cmocka_unit_test_setup_teardown(
            with_a_therapist_a_written_list_stands_as_it_is_and_no_list_is_inferred, begin, end),
        cmocka_unit_test_setup_teardown(a_built_in_file_keeps_the_limits_that_it_was_given, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
