/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/builtin.h"
#include "catalogue/files.h"
#include "catalogue/schema_json.h"
#include "unhunch/schema.h"

static const char topic_file[] = "topic: posture\ntitle: How to sit\nsummary: Change it often.\n";

static const char routine_file[] =
    "routine: own-break\nname: A break\nsummary: Short.\ncontext: desk\n"
    "lines: [{stretch: gentle-turn, hold_s: 12.5, sets: 1}]\n";

/* What the binder says about one file with this text, alone. */
static void assert_told(const char *text, const char *wanted)
{
    const uh_binder_file file = {"own.yaml", text, strlen(text)};
    uh_binder *binder =
        uh_binder_check(NULL, true, NULL, (uh_binder_files){&file, 1}, (uh_binder_files){0});
    assert_non_null(binder);
    char *words = told(binder);
    assert_string_equal(words, wanted);
    free(words);
    uh_binder_close(binder);
}

static const char *text_of(const uh_catalogue *catalogue, uh_text text)
{
    return uh_catalogue_text(catalogue, text);
}

static void what_a_file_says_is_in_the_image(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    add_text(binder, "turn.yaml", stretch_file("gentle-turn"));
    add_text(binder, "break.yaml", routine_file);
    add_text(binder, "posture.yaml", topic_file);
    must_finish(binder, UH_OK, &image, &size);
    uh_binder_close(binder);

    const uh_catalogue catalogue = must_open(image, size);
    assert_int_equal(uh_catalogue_exercise_count(&catalogue), 1);
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, 0);
    assert_string_equal(text_of(&catalogue, exercise->key), "gentle-turn");
    assert_string_equal(text_of(&catalogue, exercise->id), "");
    assert_string_equal(text_of(&catalogue, exercise->cite), "A:21");
    assert_int_equal(exercise->family, UH_FAMILY_ROTATION);
    assert_int_equal(exercise->group, UH_GROUP_NONE);
    assert_int_equal(exercise->regions, 1u << UH_REGION_THORACIC | 1u << UH_REGION_TRUNK);
    assert_int_equal(exercise->space.width_mm, 1250);
    assert_int_equal(exercise->sides.kind, UH_SIDES_LEFT_RIGHT);
    assert_string_equal(text_of(&catalogue, exercise->sides.right), "to the right");
    assert_int_equal(exercise->harder.count, 0);
    assert_string_equal(
        text_of(&catalogue, uh_catalogue_list_text(&catalogue, exercise->easier, 0)),
        "Half the way.");
    assert_string_equal(
        text_of(&catalogue, uh_catalogue_alias(&catalogue, exercise->aliases, 0)->name),
        "slow turn");

    const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, 0);
    assert_int_equal(variant->setup_ms, 2500);
    assert_int_equal(variant->finish_ms, 0);
    assert_int_equal(variant->equipment, 1u << UH_EQUIPMENT_CHAIR);
    assert_int_equal(variant->dose.hold.source.min, 10000);
    assert_int_equal(variant->dose.hold.source.max, UH_UNKNOWN);
    assert_int_equal(variant->dose.hold.design.usual, 7500);
    assert_int_equal(variant->dose.repetitions.source.min, UH_UNKNOWN);
    assert_string_equal(text_of(&catalogue, variant->dose.per_day.design.reason), "AMB-01;D-03");
    assert_int_equal(variant->parts.count, 3);
    assert_int_equal(uh_variant_part(&catalogue, variant, 0)->ms, 3000);
    assert_int_equal(uh_variant_part(&catalogue, variant, 1)->kind, UH_PART_HOLD);
    assert_int_equal(uh_variant_part(&catalogue, variant, 1)->ms, 0);
    assert_int_equal(uh_exercise_step_count(&catalogue, exercise, 0), 1);
    assert_string_equal(text_of(&catalogue, uh_exercise_step(&catalogue, exercise, 0, 0)->cue),
                        "Turn slowly.");

    const uh_routine_recipe *recipe = uh_catalogue_recipe(&catalogue, 0);
    const uh_routine_line *line = uh_catalogue_line(&catalogue, recipe->lines, 0);
    assert_string_equal(text_of(&catalogue, line->exercise), "gentle-turn");
    assert_int_equal(line->hold, 12500);
    assert_int_equal(line->repetitions, UH_UNKNOWN);
    assert_int_equal(line->level, UH_LEVEL_START);
    assert_string_equal(text_of(&catalogue, uh_catalogue_topic(&catalogue, 0)->title),
                        "How to sit");
    uh_binder_free_image(image);
}

static void line_ends_and_indents_in_a_text_become_one_space(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    add_text(binder, "posture.yaml",
             "topic: posture\ntitle: \"  How\tto   sit \"\nsummary: >\n  Change it\n\n  often.\n");
    must_finish(binder, UH_OK, &image, &size);
    const uh_catalogue catalogue = must_open(image, size);
    const uh_topic *topic = uh_catalogue_topic(&catalogue, 0);
    assert_string_equal(text_of(&catalogue, topic->title), "How to sit");
    assert_string_equal(text_of(&catalogue, topic->summary), "Change it often.");
    uh_binder_free_image(image);
    uh_binder_close(binder);
}

static void exercises_are_in_the_order_of_their_id_and_own_ones_last(void **state)
{
    const uh_catalogue builtin = builtin_catalogue();
    char text[2100];
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    snprintf(text, sizeof(text), "id: S09c\n%s",
             changed_file("c-turn", "name: Gentle", "name: Sharp turn"));
    add_text(binder, "c.yaml", text);
    must_finish(binder, UH_OK, &image, &size);
    uh_binder_close(binder);
    const uh_catalogue other = must_open(image, size);
    binder = uh_binder_open();
    add_text(binder, "z.yaml", changed_file("z-turn", "aliases:", ""));
    add_text(binder, "a.yaml", changed_file("a-turn", "aliases:", ""));
    uh_binder_add_image(binder, &builtin, false);
    uh_binder_add_image(binder, &other, false);
    uh_binder_free_image(image);
    must_finish(binder, UH_OK, &image, &size);
    const uh_catalogue catalogue = must_open(image, size);
    static const char *const order[] = {"S01", "S02", "S03", "S04",  "S05",  "S06",
                                        "S07", "S08", "S09", "S09b", "S09c", "S10",
                                        "S11", "S12", "S13", "S14",  "S15",  "S16"};
    assert_int_equal(uh_catalogue_exercise_count(&catalogue), UH_COUNT(order) + 2);
    for (uint32_t i = 0; i < UH_COUNT(order); i++) {
        assert_string_equal(text_of(&catalogue, uh_catalogue_exercise(&catalogue, i)->id),
                            order[i]);
    }
    assert_string_equal(text_of(&catalogue, uh_catalogue_exercise(&catalogue, 18)->key), "a-turn");
    assert_string_equal(text_of(&catalogue, uh_catalogue_exercise(&catalogue, 19)->key), "z-turn");
    uh_binder_free_image(image);
    uh_binder_close(binder);
}

static void an_image_put_in_comes_out_as_it_was(void **state)
{
    const uh_catalogue builtin = builtin_catalogue();
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    uh_binder_add_image(binder, &builtin, false);
    must_finish(binder, UH_OK, &image, &size);
    assert_int_equal(size, uh_builtin_catalogue_size);
    assert_memory_equal(image, uh_builtin_catalogue, size);
    uh_binder_free_image(image);
    uh_binder_close(binder);
}

static void nothing_makes_an_empty_catalogue(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    must_finish(binder, UH_OK, &image, &size);
    const uh_catalogue catalogue = must_open(image, size);
    assert_int_equal(uh_catalogue_exercise_count(&catalogue), 0);
    assert_int_equal(uh_catalogue_routine_count(&catalogue), 0);
    assert_int_equal(uh_catalogue_topic_count(&catalogue), 0);
    uh_binder_free_image(image);
    uh_binder_close(binder);
    uh_binder_close(NULL);
}

static void the_order_of_files_does_not_matter(void **state)
{
    void *images[2];
    size_t sizes[2];
    for (int i = 0; i < 2; i++) {
        uh_binder *binder = uh_binder_open();
        add_text(binder, "1.yaml", stretch_file(i ? "a-turn" : "b-turn"));
        add_text(binder, "2.yaml", topic_file);
        add_text(binder, "3.yaml", stretch_file(i ? "b-turn" : "a-turn"));
        must_finish(binder, UH_OK, &images[i], &sizes[i]);
        uh_binder_close(binder);
    }
    assert_int_equal(sizes[0], sizes[1]);
    assert_memory_equal(images[0], images[1], sizes[0]);
    uh_binder_free_image(images[0]);
    uh_binder_free_image(images[1]);
}

static void a_name_given_in_two_files_is_told_with_both_places(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    char text[2100];
    snprintf(text, sizeof(text), "id: X1\n%s", stretch_file("one"));
    add_text(binder, "one.yaml", text);
    snprintf(text, sizeof(text), "%sid: X1\n", stretch_file("one"));
    add_text(binder, "two.yaml", text);
    must_finish(binder, UH_ERR_FORMAT, &image, &size);
    char *words = told(binder);
    assert_string_equal(words, "two.yaml:1:10: stretch 'one' is already in one.yaml, line 2\n"
                               "two.yaml:36:5: id 'X1' is already in one.yaml, line 1\n");
    free(words);
    uh_binder_close(binder);
}

static void nobody_redefines_a_built_in_stretch_unseen(void **state)
{
    const uh_catalogue builtin = builtin_catalogue();
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    uh_binder_add_image(binder, &builtin, false);
    add_text(binder, "own.yaml", stretch_file("chin-tuck"));
    must_finish(binder, UH_ERR_FORMAT, &image, &size);
    char *words = told(binder);
    assert_string_equal(
        words, "own.yaml:1:10: stretch 'chin-tuck' is built in already; give yours another name\n");
    free(words);
    uh_binder_close(binder);
}

static void a_built_in_file_can_be_checked_beside_its_own_image(void **state)
{
    const uh_catalogue builtin = builtin_catalogue();
    size_t length;
    char *bytes =
        read_whole(UH_TEST_DATA "/../../catalogue/stretches/doorway-stretch.yaml", &length);
    const uh_binder_file file = {"doorway-stretch.yaml", bytes, length};
    uh_binder *binder =
        uh_binder_check(&builtin, true, NULL, (uh_binder_files){&file, 1}, (uh_binder_files){0});
    assert_non_null(binder);
    assert_int_equal(uh_binder_diagnostic_count(binder), 0);
    uh_binder_close(binder);
    free(bytes);
}

static void a_routine_may_come_before_its_stretches(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    add_text(binder, "break.yaml", routine_file);
    add_text(binder, "turn.yaml", stretch_file("gentle-turn"));
    must_finish(binder, UH_OK, &image, &size);
    uh_binder_free_image(image);
    uh_binder_close(binder);
}

static void a_stretch_that_could_not_be_read_is_not_missed_by_routines(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    add_text(binder, "break.yaml", routine_file);
    add_text(binder, "turn.yaml", "stretch: gentle-turn\nvariants: none\n");
    must_finish(binder, UH_ERR_FORMAT, &image, &size);
    for (uint32_t i = 0; i < uh_binder_diagnostic_count(binder); i++) {
        assert_string_equal(uh_binder_diagnostic(binder, i)->file, "turn.yaml");
    }
    uh_binder_close(binder);
}

static void one_stretch_too_many_is_told(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    for (int i = 0; i <= UH_EXERCISES_MAX; i++) {
        char key[16];
        snprintf(key, sizeof(key), "turn-%d", i);
        add_text(binder, key, stretch_file(key));
    }
    must_finish(binder, UH_ERR_FORMAT, &image, &size);
    char *words = told(binder);
    assert_string_equal(words, "turn-128:1:10: more than 128 of kind stretch\n");
    free(words);
    uh_binder_close(binder);
}

static void what_is_too_large_is_told_and_left_out(void **state)
{
    char *text = malloc(UH_BINDER_FILE_MAX + 2);
    assert_non_null(text);
    memset(text, '#', UH_BINDER_FILE_MAX + 1);
    text[UH_BINDER_FILE_MAX + 1] = '\0';
    assert_told(text, "own.yaml:0:0: the file is larger than 262144 bytes\n");
    memset(text, ',', UH_BINDER_FILE_MAX);
    for (size_t i = 1; i < 60000; i += 2) {
        text[i] = 'a';
    }
    memcpy(text, "[a", 2);
    text[60000] = ']';
    text[60001] = '\0';
    assert_told(text, "own.yaml:1:40000: more than 20000 values in one file\n");
    free(text);
}

/* 128 stretches, each with more than 8 KiB of texts of its own */
static void an_image_beyond_its_limit_is_told(void **state)
{
    void *image;
    size_t size;
    static char text[32768];
    uh_binder *binder = uh_binder_open();
    for (int i = 0; i < UH_EXERCISES_MAX; i++) {
        char key[16];
        snprintf(key, sizeof(key), "turn-%d", i);
        size_t length = (size_t)snprintf(text, sizeof(text), "%s    steps:\n", stretch_file(key));
        for (int step = 0; step < UH_STEPS_MAX; step++) {
            length += (size_t)snprintf(text + length, sizeof(text) - length,
                                       "      - {at: move, cue: %0119d, text: %0399d}\n",
                                       i * 100 + step, i * 100 + step);
        }
        length += (size_t)snprintf(text + length, sizeof(text) - length, "corrections:\n");
        for (int sign = 0; sign < 8; sign++) {
            length += (size_t)snprintf(text + length, sizeof(text) - length,
                                       "  - {sign: %0199d, action: %0299d}\n", i * 100 + sign,
                                       i * 100 + sign);
        }
        uh_binder_add(binder, key, text, length);
    }
    must_finish(binder, UH_ERR_FORMAT, &image, &size);
    char *words = told(binder);
    assert_string_equal(words, "turn-127:0:0: all together it is larger than 1048576 bytes\n");
    free(words);
    uh_binder_close(binder);
}

static void only_so_many_mistakes_are_told(void **state)
{
    static char text[UH_BINDER_DIAGNOSTICS_MAX * 10];
    size_t length = 0;
    for (int i = 0; i < UH_BINDER_DIAGNOSTICS_MAX + 100; i++) {
        length += (size_t)snprintf(text + length, sizeof(text) - length, "q%d: 1\n", i);
    }
    length += (size_t)snprintf(text + length, sizeof(text) - length, "topic: x\n");
    const uh_binder_file file = {"many.yaml", text, length};
    uh_binder *binder =
        uh_binder_check(NULL, true, NULL, (uh_binder_files){&file, 1}, (uh_binder_files){0});
    assert_non_null(binder);
    assert_int_equal(uh_binder_diagnostic_count(binder), UH_BINDER_DIAGNOSTICS_MAX);
    uh_binder_close(binder);
}

static void no_escape_sequence_reaches_the_terminal(void **state)
{
    const uh_binder_file file = {"a\033[31m.yaml", "\"\\e]0;x\": 1\ntopic: x", 18};
    uh_binder *binder =
        uh_binder_check(NULL, true, NULL, (uh_binder_files){&file, 1}, (uh_binder_files){0});
    assert_non_null(binder);
    char *words = told(binder);
    assert_null(strchr(words, '\033'));
    assert_non_null(strstr(words, "a?[31m.yaml:1:1: unknown key '?]0;x'"));
    free(words);
    uh_binder_close(binder);
}

static void mistakes_come_in_the_order_of_files_and_lines(void **state)
{
    void *image;
    size_t size;
    uh_binder *binder = uh_binder_open();
    add_text(binder, "b.yaml", "topic: b\nsummary: s\n");
    add_text(binder, "a.yaml", "topic: a\ncolour: 1\ntitle: t\nflavour: 1\nsummary: s\n");
    must_finish(binder, UH_ERR_FORMAT, &image, &size);
    char *words = told(binder);
    assert_string_equal(words, "b.yaml:1:1: topic has no 'title'\n"
                               "a.yaml:2:1: unknown key 'colour' in topic\n"
                               "a.yaml:4:1: unknown key 'flavour' in topic\n");
    free(words);
    uh_binder_close(binder);
}

/* -- the JSON Schema -- */

typedef struct heap_text {
    char *bytes;
    size_t length;
} heap_text;

static void gather(void *to, const char *text, size_t length)
{
    heap_text *whole = to;
    whole->bytes = realloc(whole->bytes, whole->length + length + 1);
    assert_non_null(whole->bytes);
    memcpy(whole->bytes + whole->length, text, length);
    whole->length += length;
    whole->bytes[whole->length] = '\0';
}

static void schema_json_is_what_the_table_says(void **state)
{
    heap_text written = {NULL, 0};
    size_t length;
    char *committed = read_whole(UH_TEST_DATA "/../../catalogue/schema.json", &length);
    uh_write_json_schema((uh_out){gather, &written});
    assert_string_equal(written.bytes, committed);
    free(written.bytes);
    free(committed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_file_says_is_in_the_image),
        cmocka_unit_test(line_ends_and_indents_in_a_text_become_one_space),
        cmocka_unit_test(exercises_are_in_the_order_of_their_id_and_own_ones_last),
        cmocka_unit_test(an_image_put_in_comes_out_as_it_was),
        cmocka_unit_test(nothing_makes_an_empty_catalogue),
        cmocka_unit_test(the_order_of_files_does_not_matter),
        cmocka_unit_test(a_name_given_in_two_files_is_told_with_both_places),
        cmocka_unit_test(nobody_redefines_a_built_in_stretch_unseen),
        cmocka_unit_test(a_built_in_file_can_be_checked_beside_its_own_image),
        cmocka_unit_test(a_routine_may_come_before_its_stretches),
        cmocka_unit_test(a_stretch_that_could_not_be_read_is_not_missed_by_routines),
        cmocka_unit_test(one_stretch_too_many_is_told),
        cmocka_unit_test(what_is_too_large_is_told_and_left_out),
        cmocka_unit_test(an_image_beyond_its_limit_is_told),
        cmocka_unit_test(only_so_many_mistakes_are_told),
        cmocka_unit_test(no_escape_sequence_reaches_the_terminal),
        cmocka_unit_test(mistakes_come_in_the_order_of_files_and_lines),
        cmocka_unit_test(schema_json_is_what_the_table_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
