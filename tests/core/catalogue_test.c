/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/schema.h"

/* -- accessors -- */

static void every_stretch_of_the_two_articles_is_there_in_order(void **state)
{
    static const char *const ids[] = {"S01", "S02", "S03", "S04",  "S05", "S06",
                                      "S07", "S08", "S09", "S09b", "S10", "S11",
                                      "S12", "S13", "S14", "S15",  "S16"};
    const uh_catalogue catalogue = builtin_catalogue();
    assert_int_equal(uh_catalogue_exercise_count(&catalogue), UH_COUNT(ids));
    for (uint32_t i = 0; i < UH_COUNT(ids); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        assert_string_equal(uh_catalogue_text(&catalogue, exercise->id), ids[i]);
    }
}

static void what_is_not_given_reads_as_nothing(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    assert_string_equal(uh_catalogue_text(&catalogue, 0), "");
}

static void every_key_finds_its_record(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    uint32_t index;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        assert_int_equal(uh_catalogue_find_exercise(
                             &catalogue, uh_catalogue_text(&catalogue, exercise->key), &index),
                         UH_OK);
        assert_int_equal(index, i);
        for (uint32_t form = 0; form < exercise->variants.count; form++) {
            const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, form);
            assert_int_equal(uh_catalogue_find_variant(&catalogue, exercise,
                                                       uh_catalogue_text(&catalogue, variant->key),
                                                       &index),
                             UH_OK);
            assert_int_equal(index, form);
        }
    }
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        const char *key = uh_catalogue_text(&catalogue, uh_catalogue_recipe(&catalogue, i)->key);
        assert_int_equal(uh_catalogue_find_recipe(&catalogue, key, &index), UH_OK);
        assert_int_equal(index, i);
    }
    for (uint32_t i = 0; i < uh_catalogue_topic_count(&catalogue); i++) {
        const char *key = uh_catalogue_text(&catalogue, uh_catalogue_topic(&catalogue, i)->key);
        assert_int_equal(uh_catalogue_find_topic(&catalogue, key, &index), UH_OK);
        assert_int_equal(index, i);
    }
}

static void a_key_that_nobody_has_is_unknown(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    uint32_t index = 77;
    assert_int_equal(uh_catalogue_find_exercise(&catalogue, "handstand", &index), UH_ERR_UNKNOWN);
    assert_int_equal(uh_catalogue_find_recipe(&catalogue, "handstand", &index), UH_ERR_UNKNOWN);
    assert_int_equal(uh_catalogue_find_topic(&catalogue, "handstand", &index), UH_ERR_UNKNOWN);
    assert_int_equal(uh_catalogue_find_variant(&catalogue, uh_catalogue_exercise(&catalogue, 0),
                                               "handstand", &index),
                     UH_ERR_UNKNOWN);
    assert_int_equal(index, 77);
}

static void every_list_gives_its_elements(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    const uh_exercise *doorway =
        uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, "doorway-stretch"));
    const uh_sign *stop = uh_catalogue_sign(&catalogue, doorway->stops, 0);
    assert_true(uh_catalogue_text(&catalogue, stop->action)[0] != '\0');
    const uh_alias *alias = uh_catalogue_alias(&catalogue, doorway->aliases, 0);
    assert_true(uh_catalogue_text(&catalogue, alias->name)[0] != '\0');
    const uh_text easier = uh_catalogue_list_text(&catalogue, doorway->easier, 0);
    assert_true(uh_catalogue_text(&catalogue, easier)[0] != '\0');
    const uh_routine_recipe *recipe = uh_catalogue_recipe(&catalogue, 0);
    const uh_routine_line *line = uh_catalogue_line(&catalogue, recipe->lines, 0);
    (void)exercise_index(&catalogue, uh_catalogue_text(&catalogue, line->exercise));
    uint32_t index;
    assert_int_equal(uh_catalogue_find_topic(&catalogue, "causes", &index), UH_OK);
    const uh_topic *causes = uh_catalogue_topic(&catalogue, index);
    const uh_advice *point = uh_catalogue_point(&catalogue, causes->points, 0);
    assert_true(uh_catalogue_text(&catalogue, point->cite)[0] != '\0');
}

static void a_form_without_steps_has_those_of_the_stretch(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t form = 0; form < exercise->variants.count; form++) {
            const uh_list own = uh_exercise_variant(&catalogue, exercise, form)->steps;
            const uh_list wanted = own.count ? own : exercise->steps;
            assert_int_equal(uh_exercise_step_count(&catalogue, exercise, form), wanted.count);
            assert_ptr_equal(uh_exercise_step(&catalogue, exercise, form, 0),
                             catalogue.image + wanted.offset);
        }
    }
}

/* -- what is refused -- */

/* A copy of the built-in image to damage. */
static _Alignas(8) unsigned char copy[UH_IMAGE_MAX];

static uh_status reopen(size_t size)
{
    uh_catalogue catalogue;
    return uh_catalogue_open(copy, size, &catalogue);
}

static void restore(void)
{
    memcpy(copy, uh_builtin_catalogue, uh_builtin_catalogue_size);
}

/* The record in the copy that is at the same place as this one in the image. */
static void *damaged(const uh_catalogue *catalogue, const void *record)
{
    const unsigned char *place = record;
    return copy + (place - catalogue->image);
}

static uh_image_header *header(void)
{
    return (uh_image_header *)(void *)copy;
}

static void refuse(void)
{
    assert_int_equal(reopen(uh_builtin_catalogue_size), UH_ERR_FORMAT);
    restore();
    assert_int_equal(reopen(uh_builtin_catalogue_size), UH_OK);
}

static void bytes_that_are_no_image_are_refused(void **state)
{
    restore();
    assert_int_equal(reopen(0), UH_ERR_FORMAT);
    assert_int_equal(reopen(sizeof(uh_image_header) - 1), UH_ERR_FORMAT);
    assert_int_equal(reopen((size_t)UH_IMAGE_MAX + 1), UH_ERR_FORMAT);
    assert_int_equal(reopen(uh_builtin_catalogue_size + 8), UH_ERR_FORMAT);
    header()->magic[3] = 'b';
    refuse();
    header()->reserved = 1;
    refuse();
    header()->version++;
    assert_int_equal(reopen(uh_builtin_catalogue_size), UH_ERR_VERSION);
}

static void a_refused_image_leaves_the_result_as_it_was(void **state)
{
    uh_catalogue catalogue = {NULL, 42};
    memset(copy, 0, 64);
    assert_int_equal(uh_catalogue_open(copy, 64, &catalogue), UH_ERR_FORMAT);
    assert_null(catalogue.image);
    assert_int_equal(catalogue.size, 42);
}

static void a_list_outside_of_the_image_is_refused(void **state)
{
    restore();
    uh_list *list = &header()->documents[UH_DOCUMENT_EXERCISE];
    list->count = UH_EXERCISES_MAX + 1;
    refuse();
    list->offset += 4;
    refuse();
    list->offset = 0;
    refuse();
    list->offset = (uint32_t)uh_builtin_catalogue_size & ~7u;
    refuse();
    list->offset = (uint32_t)((uh_builtin_catalogue_size & ~(size_t)7) + 8);
    refuse();
}

static void a_routine_or_topic_that_is_damaged_is_refused(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    restore();
    uh_routine_recipe *recipe = damaged(&catalogue, uh_catalogue_recipe(&catalogue, 0));
    recipe->context = UH_CONTEXT_COUNT;
    refuse();
    recipe->tour = 2;
    refuse();
    recipe->equipment = 1u << UH_EQUIPMENT_COUNT;
    refuse();
    recipe->lines.count = 0;
    refuse();
    uh_topic *topic = damaged(&catalogue, uh_catalogue_topic(&catalogue, 0));
    topic->title = 0;
    refuse();
}

static void a_damaged_text_is_refused(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    restore();
    const uh_exercise *original = uh_catalogue_exercise(&catalogue, 0);
    uh_exercise *exercise = damaged(&catalogue, original);
    exercise->name = 8; /* in the header */
    refuse();
    exercise->name = (uint32_t)uh_builtin_catalogue_size;
    refuse();
    exercise->regions = 0;
    refuse();
    copy[original->name] = '\n';
    refuse();
    copy[original->name] = '\0';
    refuse();
    uh_text *easier = damaged(&catalogue, catalogue.image + original->easier.offset);
    *easier = 0;
    refuse();
    exercise->easier.count = 99;
    refuse();
    /* the last text has no end any more */
    copy[uh_builtin_catalogue_size - 1] = 'x';
    refuse();
}

static uh_variant *damaged_variant(const uh_catalogue *catalogue, const char *key)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, exercise_index(catalogue, key));
    return damaged(catalogue, uh_exercise_variant(catalogue, exercise, 0));
}

static uh_part *damaged_part(const uh_catalogue *catalogue, const char *key, uint32_t index)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, exercise_index(catalogue, key));
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, 0);
    return damaged(catalogue, uh_variant_part(catalogue, variant, index));
}

static void a_dose_that_does_not_rise_is_refused(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    restore();
    uh_variant *variant = damaged_variant(&catalogue, "doorway-stretch");
    uh_dose_number *const numbers[] = {&variant->dose.hold, &variant->dose.repetitions,
                                       &variant->dose.sets, &variant->dose.per_day};
    for (size_t i = 0; i < UH_COUNT(numbers); i++) {
        numbers[i]->design.start = numbers[i]->design.usual * 2;
        refuse();
        numbers[i]->design.usual = numbers[i]->design.ceiling * 2;
        refuse();
        numbers[i]->design.ceiling = 200000;
        refuse();
        numbers[i]->design.usual = UH_UNKNOWN;
        refuse();
    }
}

static void a_hold_without_its_dose_is_refused(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    restore();
    const uh_design_range unknown = {UH_UNKNOWN, UH_UNKNOWN, UH_UNKNOWN, 0};
    uh_variant *variant = damaged_variant(&catalogue, "doorway-stretch");
    variant->dose.hold.design = unknown;
    refuse();
    /* and a dose of a hold that is never done */
    uh_variant *moving = damaged_variant(&catalogue, "quadruped-rotation");
    moving->dose.hold.design = variant->dose.hold.design;
    refuse();
}

static void a_form_with_holds_needs_a_hold(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    restore();
    damaged_variant(&catalogue, "quadruped-rotation")->mode = UH_MODE_HOLD;
    refuse();
    damaged_variant(&catalogue, "quadruped-rotation")->mode = UH_MODE_ALTERNATING_HOLDS;
    refuse();
}

static void a_hold_has_no_time_of_its_own_and_a_move_has_one(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    restore();
    damaged_part(&catalogue, "doorway-stretch", 0)->ms = 0;
    refuse();
    damaged_part(&catalogue, "doorway-stretch", 1)->ms = 3000;
    refuse();
}

static void sides_are_named_where_there_are_two(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    restore();
    const uint32_t index = exercise_index(&catalogue, "doorway-stretch");
    uh_exercise *exercise = damaged(&catalogue, uh_catalogue_exercise(&catalogue, index));
    exercise->sides.left = 0;
    refuse();
    exercise->sides.right = 0;
    refuse();
    exercise->sides.kind = UH_SIDES_BOTH;
    refuse();
}

/* -- texts -- */

static const uh_field short_text = {.kind = UH_FIELD_TEXT, .min = 1, .max = 8, .words = 2};
static const uh_field any_key = {.kind = UH_FIELD_KEY, .min = 1, .max = 40};
static const uh_field any_cite = {.kind = UH_FIELD_CITE, .min = 1, .max = 60};
static const uh_field any_date = {.kind = UH_FIELD_DATE, .min = 1, .max = 40};
static const uh_field texts = {.kind = UH_FIELD_TEXTS, .min = 0, .max = 3};

static void texts_are_judged_by_one_rule(void **state)
{
    static const struct {
        const uh_field *field;
        const char *text;
        uh_text_fault fault;
    } cases[] = {
        {&short_text, "two word", UH_TEXT_GOOD},
        {&short_text, "", UH_TEXT_SHORT},
        {&short_text, "nine long", UH_TEXT_LONG},
        {&short_text, "a b c", UH_TEXT_WORDY},
        {&short_text, "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", UH_TEXT_GOOD}, /* 2, 3 and 4 bytes */
        {&short_text, "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4",
         UH_TEXT_GOOD},
        {&short_text, "\xc3", UH_TEXT_BYTES},     /* cut off */
        {&short_text, "\xc3q", UH_TEXT_BYTES},    /* no follower */
        {&short_text, "\x80", UH_TEXT_BYTES},     /* a follower alone */
        {&short_text, "\xff", UH_TEXT_BYTES},     /* never in UTF-8 */
        {&short_text, "\xc0\x80", UH_TEXT_BYTES}, /* longer than needed */
        {&short_text, "\xe0\x80\x80", UH_TEXT_BYTES},
        {&short_text, "\xed\xa0\x80", UH_TEXT_BYTES},     /* half of a surrogate pair */
        {&short_text, "\xf4\x90\x80\x80", UH_TEXT_BYTES}, /* beyond Unicode */
        {&short_text, "a\nb", UH_TEXT_BYTES},
        {&short_text, "\x7f", UH_TEXT_BYTES},
        {&short_text, "\xc2\x9b", UH_TEXT_BYTES},     /* a control sequence in one character */
        {&short_text, "\xe2\x80\xae", UH_TEXT_BYTES}, /* turns the direction of writing */
        {&any_key, "chin-tuck-2", UH_TEXT_GOOD},
        {&any_key, "Chin-tuck", UH_TEXT_SPELLING},
        {&any_key, "chin tuck", UH_TEXT_SPELLING},
        {&any_key, "chin~tuck", UH_TEXT_SPELLING},
        {&any_cite, "A:17", UH_TEXT_GOOD},
        {&any_cite, "B:18-20", UH_TEXT_GOOD},
        {&any_cite, "A:25;A:48;AMB-06;D-03;plan", UH_TEXT_GOOD},
        {&any_cite, "A:", UH_TEXT_SPELLING},
        {&any_cite, "A:17-", UH_TEXT_SPELLING},
        {&any_cite, "A:17;", UH_TEXT_SPELLING},
        {&any_cite, "A:17 B:18", UH_TEXT_SPELLING},
        {&any_cite, "AMB-6-7", UH_TEXT_SPELLING},
        {&any_cite, "AMB", UH_TEXT_SPELLING},
        {&any_cite, "C:1", UH_TEXT_SPELLING},
        {&any_date, "2028-02-29", UH_TEXT_GOOD},
        {&any_date, "2026-02-29", UH_TEXT_SPELLING},
        {&any_date, "2026-3-1", UH_TEXT_SPELLING},
        {&any_date, "2026-03-01 ", UH_TEXT_SPELLING},
        {&any_date, "the first of March", UH_TEXT_SPELLING},
        {&any_date, "", UH_TEXT_SHORT},
        {&texts, "One of a list.", UH_TEXT_GOOD},
        {&texts, "", UH_TEXT_SHORT},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uh_text_fault fault =
            uh_field_text_fault(cases[i].field, cases[i].text, (uint32_t)strlen(cases[i].text));
        if (fault != cases[i].fault) {
            fail_msg("case %zu: %d instead of %d", i, fault, cases[i].fault);
        }
    }
    assert_int_equal(uh_field_text_fault(&short_text, "a\0b", 3), UH_TEXT_BYTES);
}

static void a_letter_of_any_script_is_one_and_nothing_else_is(void **state)
{
    static const char *const with[] = {
        "Anna", "...b", "\xc3\x84", "\xe9\x99\x88", "\xd0\x96", "\xe3\x81\x82", "\xc2\xa0z",
    };
    static const char *const without[] = {
        "",
        " ",
        "-",
        ". . .",
        "123",
        "?",
        "\xc2\xa0",
        "\xe3\x80\x80",
        "\xe2\x80\x8b",
        "\xe3\x85\xa4",
        "*",
        "\xe2\x80\x94",
        "\xf0\x9f\x98\x80",
        "\xcc\x81",
        "\xc2\xad",
    };
    for (size_t i = 0; i < UH_COUNT(with); i++) {
        assert_true(uh_text_has_letter(with[i], (uint32_t)strlen(with[i])));
    }
    for (size_t i = 0; i < UH_COUNT(without); i++) {
        assert_false(uh_text_has_letter(without[i], (uint32_t)strlen(without[i])));
    }
    assert_false(uh_text_has_letter("\xff"
                                    "a",
                                    2)); /* no text at all */
}

static void words_and_characters_are_counted(void **state)
{
    assert_int_equal(uh_text_words("", 0), 0);
    assert_int_equal(uh_text_words("one", 3), 1);
    assert_int_equal(uh_text_words("one two three", 13), 3);
    assert_int_equal(uh_text_characters("\xc3\xa4"
                                        "a",
                                        3),
                     2);
}

/* -- the table -- */

/* Every field lies in its record, and every word of a record belongs to a field: none is forgotten.
 */
static uint32_t words_of(const uh_record_type *type)
{
    uint32_t words = 0;
    assert_true(type->field_count <= 32);
    for (uint32_t i = 0; i < type->field_count; i++) {
        const uh_field *field = &type->fields[i];
        assert_true(field->offset < type->size);
        assert_non_null(field->help);
        assert_true(field->min <= field->max || field->kind == UH_FIELD_FLAGS);
        for (uint32_t j = 0; j < i; j++) {
            assert_string_not_equal(field->key, type->fields[j].key);
        }
        const bool list = field->kind == UH_FIELD_RECORDS || field->kind == UH_FIELD_TEXTS ||
                          field->kind == UH_FIELD_ANGLES;
        const uint32_t own = field->kind == UH_FIELD_VECTOR ? 3 : list ? 2 : 1;
        words += field->kind == UH_FIELD_RECORD ? words_of(field->record) : own;
        if (field->kind == UH_FIELD_RECORDS) {
            (void)words_of(field->record);
        }
    }
    assert_int_equal(words * 4, type->size);
    return words;
}

static void every_member_of_every_record_is_in_the_table(void **state)
{
    for (uh_document document = 0; document < UH_DOCUMENT_COUNT; document++) {
        assert_true(words_of(uh_catalogue_schema(document)) > 0);
        assert_true(uh_catalogue_document_limit(document) > 0);
    }
}

static void every_value_of_an_enumeration_has_a_spelling_and_none_beyond(void **state)
{
    static const struct {
        const char *(*name)(uint32_t value);
        uint32_t count;
        const char *last;
    } lists[] = {
        {uh_kind_name, 3, "activation"},
        {uh_family_name, UH_FAMILY_COUNT, "neck"},
        {uh_group_name, 4, "neck"},
        {uh_region_name, UH_REGION_COUNT, "trunk"},
        {uh_position_name, UH_POSITION_COUNT, "supine"},
        {uh_equipment_name, UH_EQUIPMENT_COUNT, "long-foam-roller"},
        {uh_context_name, UH_CONTEXT_COUNT, "travel"},
        {uh_sides_kind_name, 5, "opening-direction"},
        {uh_mode_name, 4, "breath-paced"},
        {uh_breath_name, 3, "out"},
        {uh_limit_name, UH_LIMIT_COUNT, "emergency"},
        {uh_opt_in_name, UH_OPT_IN_COUNT, "long-hold"},
        {uh_part_kind_name, 4, "move"},
        {uh_step_at_name, 5, "switch"},
        {uh_eyes_name, 3, "away"},
        {uh_side_name, 3, "right"},
    };
    for (size_t i = 0; i < UH_COUNT(lists); i++) {
        for (uint32_t value = 0; value < lists[i].count; value++) {
            assert_true(lists[i].name(value)[0] != '\0');
        }
        assert_string_equal(lists[i].name(lists[i].count - 1), lists[i].last);
        assert_string_equal(lists[i].name(lists[i].count), "");
        assert_string_equal(lists[i].name(UINT32_MAX), "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_stretch_of_the_two_articles_is_there_in_order),
        cmocka_unit_test(what_is_not_given_reads_as_nothing),
        cmocka_unit_test(every_key_finds_its_record),
        cmocka_unit_test(a_key_that_nobody_has_is_unknown),
        cmocka_unit_test(every_list_gives_its_elements),
        cmocka_unit_test(a_form_without_steps_has_those_of_the_stretch),
        cmocka_unit_test(bytes_that_are_no_image_are_refused),
        cmocka_unit_test(a_refused_image_leaves_the_result_as_it_was),
        cmocka_unit_test(a_list_outside_of_the_image_is_refused),
        cmocka_unit_test(a_routine_or_topic_that_is_damaged_is_refused),
        cmocka_unit_test(a_damaged_text_is_refused),
        cmocka_unit_test(a_dose_that_does_not_rise_is_refused),
        cmocka_unit_test(a_hold_without_its_dose_is_refused),
        cmocka_unit_test(a_form_with_holds_needs_a_hold),
        cmocka_unit_test(a_hold_has_no_time_of_its_own_and_a_move_has_one),
        cmocka_unit_test(sides_are_named_where_there_are_two),
        cmocka_unit_test(texts_are_judged_by_one_rule),
        cmocka_unit_test(a_letter_of_any_script_is_one_and_nothing_else_is),
        cmocka_unit_test(words_and_characters_are_counted),
        cmocka_unit_test(every_member_of_every_record_is_in_the_table),
        cmocka_unit_test(every_value_of_an_enumeration_has_a_spelling_and_none_beyond),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
