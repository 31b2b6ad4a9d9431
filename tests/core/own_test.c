/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include <string.h>

#include "core/patch.h"
#include "unhunch/own.h"

static uh_status reopen(void)
{
    uh_catalogue catalogue;
    return uh_catalogue_open(patch_image, uh_builtin_catalogue_size, &catalogue);
}

/* -- the tables against the built-in stretches -- */

typedef struct listing {
    char text[2048];
    size_t length;
} listing;

static void list(listing *all, const char *key, const char *form, int64_t value)
{
    all->length += (size_t)snprintf(all->text + all->length, sizeof(all->text) - all->length,
                                    "%s %s %lld\n", key, form, (long long)value);
    assert_true(all->length < sizeof(all->text));
}

/* Those that go further do so by an article or a decision of their own: the small glide of the chin
 * (D-01), the long hold of the neck (AMB-34). */
static void the_built_in_stretches_keep_to_the_ceilings_with_two_exceptions(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    listing found = {0};
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t v = 0; v < exercise->variants.count; v++) {
            uh_own_excess excesses[UH_OWN_EXCESSES_MAX];
            const uint32_t count = uh_own_excesses(&catalogue, exercise, v, excesses);
            const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, v);
            for (uint32_t j = 0; j < count; j++) {
                list(&found, uh_catalogue_text(&catalogue, exercise->key),
                     uh_catalogue_text(&catalogue, variant->key), excesses[j].value);
            }
        }
    }
    assert_string_equal(found.text, "chin-tuck standard 2000\nchin-tuck standard 2000\n"
                                    "chin-tuck standing 2000\nchin-tuck standing 2000\n"
                                    "chin-tuck supine 2000\nchin-tuck supine 2000\n"
                                    "seated-cervical-rotation standard 60000\n"
                                    "seated-cervical-rotation standard 360000\n");
}

/* What the table would infer and no file of ours says: ours were looked at one by one, an unknown
 * one was not. */
static void
the_built_in_stretches_have_the_inferred_limits_but_where_they_were_looked_at(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    listing missing = {0};
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t v = 0; v < exercise->variants.count; v++) {
            const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, v);
            const uint32_t inferred =
                uh_own_limits(exercise) | uh_own_form_limits(exercise, variant);
            const uint32_t unsaid = inferred & ~(exercise->not_for | variant->not_for);
            for (uint32_t limit = 0; limit < UH_LIMIT_COUNT; limit++) {
                if ((unsaid >> limit & 1U) != 0) {
                    list(&missing, uh_catalogue_text(&catalogue, exercise->key),
                         uh_limit_name(limit), v);
                }
            }
        }
    }
    assert_string_equal(missing.text, "cat-cow no-neck 1\n"
                                      "cat-cow no-neck-extension 1\n"
                                      "seated-trunk-rotation no-shoulder-end-range 0\n"
                                      "seated-trunk-rotation no-shoulder-end-range 1\n"
                                      "chin-tuck no-neck-extension 0\n"
                                      "chin-tuck no-neck-extension 1\n"
                                      "chin-tuck no-neck-extension 2\n"
                                      "neck-flexion-extension no-neck-extension 1\n"
                                      "neck-flexion-extension no-neck-extension 2\n"
                                      "seated-cervical-rotation no-neck-extension 0\n"
                                      "seated-cervical-rotation no-neck-extension 1\n");
}

static void the_built_in_catalogue_names_no_therapist(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        assert_false(uh_exercise_is_own(exercise));
        assert_false(uh_exercise_has_therapist(exercise));
        assert_int_equal(exercise->therapist.date, 0);
    }
}

static void every_row_of_the_tables_names_its_reason(void **state)
{
    uint32_t bounds = 0;
    for (uint32_t i = 0; uh_own_ceiling_at(i); i++) {
        assert_true(strlen(uh_own_ceiling_at(i)->reason) > 3);
        assert_true(uh_own_ceiling_at(i)->value > 0);
        bounds |= 1U << uh_own_ceiling_at(i)->bound;
    }
    assert_int_equal(bounds, (1U << UH_OWN_BOUND_COUNT) - 1);
    for (uint32_t i = 0; uh_own_limit_at(i); i++) {
        const uh_own_limit *row = uh_own_limit_at(i);
        assert_true(strlen(row->reason) > 3);
        assert_true(row->limits != 0);
        assert_true(
            (row->families | row->regions | row->positions | row->equipment | row->opt_in) != 0);
    }
}

/* -- one's own -- */

/* The seated twist without its id: a stretch of one's own, within every ceiling. */
static uh_exercise *own_twist(uh_catalogue *ret_catalogue)
{
    *ret_catalogue = patchable_catalogue();
    uh_exercise *twist = patch_exercise(ret_catalogue, "seated-twist");
    twist->id = 0;
    assert_int_equal(reopen(), UH_OK);
    return twist;
}

static uh_variant *form_of(const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    return (uh_variant *)patch_of(uh_exercise_variant(catalogue, exercise, 0));
}

/* Sets a number of all three kinds that stays in order. */
static void set(uh_design_range *design, int32_t start, int32_t most)
{
    design->start = start;
    design->usual = most;
    design->ceiling = most;
}

static void assert_only_excess(const uh_catalogue *catalogue, const uh_exercise *exercise,
                               uh_own_bound bound, int32_t value, int32_t allowed)
{
    uh_own_excess excesses[UH_OWN_EXCESSES_MAX];
    assert_int_equal(uh_own_excesses(catalogue, exercise, 0, excesses), 1);
    assert_int_equal(excesses[0].bound, bound);
    assert_int_equal(excesses[0].value, value);
    assert_int_equal(excesses[0].ceiling->value, allowed);
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

static void a_number_at_its_ceiling_is_good_and_one_more_is_not(void **state)
{
    uh_catalogue catalogue;
    const uh_exercise *twist = own_twist(&catalogue);
    uh_variant *form = form_of(&catalogue, twist);
    set(&form->dose.hold.design, 1000, 30000);
    assert_int_equal(reopen(), UH_OK);
    set(&form->dose.hold.design, 1000, 30001);
    assert_only_excess(&catalogue, twist, UH_OWN_HOLD, 30001, 30000);
    set(&form->dose.hold.design, 1000, 1000);
    set(&form->dose.repetitions.design, 1, 20);
    assert_int_equal(reopen(), UH_OK);
    set(&form->dose.repetitions.design, 1, 21);
    assert_only_excess(&catalogue, twist, UH_OWN_REPETITIONS, 21, 20);
    set(&form->dose.repetitions.design, 1, 1);
    set(&form->dose.sets.design, 1, 4);
    assert_only_excess(&catalogue, twist, UH_OWN_SETS, 4, 3);
    set(&form->dose.sets.design, 1, 3);
    set(&form->dose.per_day.design, 1, 4);
    assert_only_excess(&catalogue, twist, UH_OWN_PER_DAY, 4, 3);
}

static void a_long_hold_needs_its_yes_in_the_form_and_ends_at_a_minute(void **state)
{
    uh_catalogue catalogue;
    const uh_exercise *twist = own_twist(&catalogue);
    uh_variant *form = form_of(&catalogue, twist);
    set(&form->dose.repetitions.design, 1, 1);
    form->opt_in = 1U << UH_OPT_IN_LONG_HOLD;
    set(&form->dose.hold.design, 1000, 60000);
    assert_int_equal(reopen(), UH_OK);
    set(&form->dose.hold.design, 1000, 60001);
    assert_only_excess(&catalogue, twist, UH_OWN_HOLD, 60001, 60000);
}

static void muscles_are_held_shorter_and_necks_repeat_less(void **state)
{
    uh_catalogue catalogue;
    uh_exercise *twist = own_twist(&catalogue);
    uh_variant *form = form_of(&catalogue, twist);
    twist->kind = UH_KIND_ACTIVATION;
    set(&form->dose.hold.design, 1000, 11000);
    assert_only_excess(&catalogue, twist, UH_OWN_HOLD, 11000, 10000);
    twist->kind = UH_KIND_STRETCH;
    twist->family = UH_FAMILY_NECK;
    twist->not_for |= uh_own_limits(twist);
    set(&form->dose.hold.design, 1000, 1000);
    set(&form->dose.repetitions.design, 1, 11);
    assert_only_excess(&catalogue, twist, UH_OWN_REPETITIONS, 11, 10);
}

/* 30 s, 4 times, both sides: four minutes; one more time is more. */
static void one_session_holds_four_minutes_at_most(void **state)
{
    uh_catalogue catalogue;
    const uh_exercise *twist = own_twist(&catalogue);
    uh_variant *form = form_of(&catalogue, twist);
    set(&form->dose.hold.design, 1000, 30000);
    set(&form->dose.repetitions.design, 1, 4);
    assert_int_equal(reopen(), UH_OK);
    set(&form->dose.repetitions.design, 1, 5);
    assert_only_excess(&catalogue, twist, UH_OWN_SESSION, 300000, 240000);
}

static void the_tempo_is_that_of_the_family(void **state)
{
    static const struct {
        uh_family family;
        int32_t least_ms;
    } rows[] = {
        {UH_FAMILY_CHEST_OPEN, 3000}, {UH_FAMILY_ROTATION, 2500}, {UH_FAMILY_EXTENSION, 3000},
        {UH_FAMILY_FLEX_EXT, 4000},   {UH_FAMILY_SCAPULAR, 2000}, {UH_FAMILY_NECK, 3000},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        uh_catalogue catalogue;
        uh_exercise *twist = own_twist(&catalogue);
        const uh_variant *form = form_of(&catalogue, twist);
        uh_part *part = patch_of(uh_variant_part(&catalogue, form, 0));
        twist->family = rows[i].family;
        twist->not_for |= uh_own_limits(twist);
        part->ms = rows[i].least_ms;
        assert_int_equal(reopen(), UH_OK);
        part->ms--;
        assert_only_excess(&catalogue, twist, UH_OWN_PART, rows[i].least_ms - 1, rows[i].least_ms);
    }
}

/* The quadruped rotation moves there and back. */
static void a_moving_repetition_takes_six_seconds_where_the_spine_moves(void **state)
{
    uh_catalogue catalogue = patchable_catalogue();
    uh_exercise *turn = patch_exercise(&catalogue, "quadruped-rotation");
    const uh_variant *form = uh_exercise_variant(&catalogue, turn, 0);
    uh_part *there = patch_of(uh_variant_part(&catalogue, form, 0));
    uh_part *back = patch_of(uh_variant_part(&catalogue, form, 1));
    turn->id = 0;
    there->ms = 3000;
    back->ms = 3000;
    assert_int_equal(reopen(), UH_OK);
    back->ms = 2999;
    assert_only_excess(&catalogue, turn, UH_OWN_REPETITION, 5999, 6000);
    turn->family = UH_FAMILY_SCAPULAR;
    back->ms = 2000;
    there->ms = 2000;
    assert_int_equal(reopen(), UH_OK);
}

static void nobody_is_hurried_to_breathe(void **state)
{
    uh_catalogue catalogue = patchable_catalogue();
    uh_exercise *arms = patch_exercise(&catalogue, "lying-arm-extension");
    const uh_variant *form = uh_exercise_variant(&catalogue, arms, 0);
    uh_part *out = patch_of(uh_variant_part(&catalogue, form, 0));
    arms->id = 0;
    assert_int_equal(reopen(), UH_OK);
    out->ms = 3999;
    assert_only_excess(&catalogue, arms, UH_OWN_BREATH, 3999, 4000);
}

static void a_stretch_of_ones_own_without_its_inferred_limits_is_no_catalogue(void **state)
{
    uh_catalogue catalogue;
    uh_exercise *twist = own_twist(&catalogue);
    twist->not_for = 0; /* the form has none of its own: a twist while sitting */
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    form_of(&catalogue, twist)->not_for = 1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST;
    assert_int_equal(reopen(), UH_ERR_FORMAT); /* and there is a second form */
}

/* -- the therapist -- */

static void name_therapist(uh_exercise *exercise)
{
    exercise->therapist.name = exercise->name;
    exercise->therapist.reason = exercise->summary;
}

static void a_therapist_lifts_ceilings_tempo_and_limits(void **state)
{
    uh_catalogue catalogue;
    uh_exercise *twist = own_twist(&catalogue);
    uh_variant *form = form_of(&catalogue, twist);
    uh_part *part = patch_of(uh_variant_part(&catalogue, form, 0));
    set(&form->dose.hold.design, 10000, 120000);
    set(&form->dose.repetitions.design, 1, 30);
    set(&form->dose.sets.design, 1, 5);
    set(&form->dose.per_day.design, 1, 10);
    part->ms = 500;
    twist->not_for = 0;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    name_therapist(twist);
    assert_int_equal(reopen(), UH_OK);
}

/* They are what gentle people get. */
static void a_therapist_does_not_lift_start_doses(void **state)
{
    uh_catalogue catalogue;
    uh_exercise *twist = own_twist(&catalogue);
    uh_variant *form = form_of(&catalogue, twist);
    uh_own_excess excesses[UH_OWN_EXCESSES_MAX];
    name_therapist(twist);
    set(&form->dose.hold.design, 30000, 40000);
    assert_int_equal(reopen(), UH_OK);
    set(&form->dose.hold.design, 31000, 40000);
    assert_int_equal(uh_own_start_excesses(&catalogue, twist, 0, excesses), 1);
    assert_int_equal(excesses[0].bound, UH_OWN_HOLD);
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    set(&form->dose.hold.design, 30000, 40000);
    set(&form->dose.repetitions.design, 5, 5);
    assert_int_equal(uh_own_start_excesses(&catalogue, twist, 0, excesses), 1);
    assert_int_equal(excesses[0].bound, UH_OWN_SESSION);
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

static void a_therapist_has_a_name_and_a_reason_that_say_something(void **state)
{
    uh_catalogue catalogue;
    uh_exercise *twist = own_twist(&catalogue);
    const uh_variant *form = uh_exercise_variant(&catalogue, twist, 0);
    /* a text of the image that the test may change */
    char *label =
        patch_of(uh_catalogue_text(&catalogue, uh_variant_part(&catalogue, form, 0)->label));
    name_therapist(twist);
    twist->therapist.reason = 0;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    twist->therapist.reason = uh_variant_part(&catalogue, form, 0)->label;
    assert_int_equal(reopen(), UH_OK);
    memset(label, '.', strlen(label));
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    twist->therapist.reason = twist->summary;
    twist->therapist.name = 0;
    assert_int_equal(reopen(), UH_ERR_FORMAT);
    twist->therapist.reason = 0;
    twist->therapist.date = twist->name; /* not even a day */
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

static void a_built_in_stretch_with_a_therapist_is_no_catalogue(void **state)
{
    uh_catalogue catalogue = patchable_catalogue();
    name_therapist(patch_exercise(&catalogue, "seated-twist"));
    assert_int_equal(reopen(), UH_ERR_FORMAT);
}

static void the_therapist_is_told_with_the_day_where_there_is_one(void **state)
{
    uh_catalogue catalogue;
    uh_exercise *twist = own_twist(&catalogue);
    name_therapist(twist);
    uh_phrase phrase = uh_therapist_phrase(twist);
    assert_int_equal(phrase.message, UH_MSG_THERAPIST);
    assert_int_equal(phrase.arguments[0].is.text, twist->name);
    assert_int_equal(phrase.arguments[1].is.text, twist->summary);
    twist->therapist.date = twist->key;
    phrase = uh_therapist_phrase(twist);
    assert_int_equal(phrase.message, UH_MSG_THERAPIST_DATED);
    assert_int_equal(phrase.arguments[2].is.text, twist->key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_built_in_stretches_keep_to_the_ceilings_with_two_exceptions),
        cmocka_unit_test(
            the_built_in_stretches_have_the_inferred_limits_but_where_they_were_looked_at),
        cmocka_unit_test(the_built_in_catalogue_names_no_therapist),
        cmocka_unit_test(every_row_of_the_tables_names_its_reason),
        cmocka_unit_test(a_number_at_its_ceiling_is_good_and_one_more_is_not),
        cmocka_unit_test(a_long_hold_needs_its_yes_in_the_form_and_ends_at_a_minute),
        cmocka_unit_test(muscles_are_held_shorter_and_necks_repeat_less),
        cmocka_unit_test(one_session_holds_four_minutes_at_most),
        cmocka_unit_test(the_tempo_is_that_of_the_family),
        cmocka_unit_test(a_moving_repetition_takes_six_seconds_where_the_spine_moves),
        cmocka_unit_test(nobody_is_hurried_to_breathe),
        cmocka_unit_test(a_stretch_of_ones_own_without_its_inferred_limits_is_no_catalogue),
        cmocka_unit_test(a_therapist_lifts_ceilings_tempo_and_limits),
        cmocka_unit_test(a_therapist_does_not_lift_start_doses),
        cmocka_unit_test(a_therapist_has_a_name_and_a_reason_that_say_something),
        cmocka_unit_test(a_built_in_stretch_with_a_therapist_is_no_catalogue),
        cmocka_unit_test(the_therapist_is_told_with_the_day_where_there_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
