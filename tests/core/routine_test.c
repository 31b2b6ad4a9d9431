/* SPDX-License-Identifier: MIT */
/* How routines are made and told; what the gate says is in rules_test.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/patch.h"

static uh_catalogue catalogue;
static uh_person person;
static uh_screening screening;
static uh_day day;
static uh_routine routine;
static uh_verdict verdict;

static int begin(void **state)
{
    catalogue = patchable_catalogue();
    person = well_equipped_person();
    screening = (uh_screening){0};
    day = (uh_day){0};
    routine = (uh_routine){0};
    return 0;
}

static uh_routine_entry *add(const char *key)
{
    return add_stretch(&catalogue, &routine, key, UH_LEVEL_START);
}

static uint32_t recipe_index(const char *key)
{
    uint32_t index = 0;
    assert_int_equal(uh_catalogue_find_recipe(&catalogue, key, &index), UH_OK);
    return index;
}

static void assert_dose(uh_dose dose, uint32_t hold_ms, uint32_t repetitions, uint32_t sets)
{
    assert_int_equal(dose.hold_ms, hold_ms);
    assert_int_equal(dose.repetitions, repetitions);
    assert_int_equal(dose.sets, sets);
}

/* -- doses
 * --------------------------------------------------------------------------------------------------
 */

static void a_dose_is_that_of_its_level(void **state)
{
    const uh_variant *variant = patch_variant(&catalogue, "prone-w");
    assert_dose(uh_dose_at(variant, UH_LEVEL_START), 2000, 5, 1);
    assert_dose(uh_dose_at(variant, UH_LEVEL_USUAL), 3000, 10, 2);
    assert_dose(uh_dose_ceiling(variant), 3000, 10, 3);
}

static void what_a_form_does_not_state_is_one_and_holds_nothing(void **state)
{
    uh_variant *variant = patch_variant(&catalogue, "quadruped-rotation");
    assert_dose(uh_dose_at(variant, UH_LEVEL_USUAL), 0, 10, 1);
    variant->dose.repetitions.design = (uh_design_range){UH_UNKNOWN, UH_UNKNOWN, UH_UNKNOWN, 0};
    variant->dose.sets.design = variant->dose.repetitions.design;
    assert_dose(uh_dose_at(variant, UH_LEVEL_START), 0, 1, 1);
    assert_dose(uh_dose_ceiling(variant), 0, 1, 1);
}

static void holding_counts_every_hold_of_every_repetition_set_and_side(void **state)
{
    uh_routine_entry *entry = add("cat-cow");
    assert_int_equal(uh_entry_hold_ms(&catalogue, entry), 5 * (5000 + 5000));
    entry = add("thoracic-rotation");
    entry->dose.sets = 2;
    assert_int_equal(uh_entry_hold_ms(&catalogue, entry), 15000 * 2 * 2 * 2);
    entry->one_side_only = true;
    assert_int_equal(uh_entry_hold_ms(&catalogue, entry), 15000 * 2 * 2);
    assert_int_equal(uh_entry_hold_ms(&catalogue, add("quadruped-rotation")), 0);
}

/* -- making
 * -------------------------------------------------------------------------------------------------
 */

static void nobody_asked_yet_means_a_chair_and_nothing_else(void **state)
{
    uh_person unknown = uh_person_unknown();
    assert_int_equal(unknown.profile, UH_PROFILE_TYPICAL);
    assert_int_equal(unknown.equipment, 1U << UH_EQUIPMENT_CHAIR);
    assert_int_equal(unknown.opt_in, 0);
    assert_int_equal(unknown.easier_side, UH_SIDE_BOTH);
}

static void what_is_not_there_cannot_be_added(void **state)
{
    uint32_t count = uh_catalogue_exercise_count(&catalogue);
    assert_int_equal(
        uh_routine_add(&catalogue, &person, &(uh_screening){0}, count, 0, UH_LEVEL_START, &routine),
        UH_ERR_RANGE);
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, 0, UH_VARIANTS_MAX + 1,
                                    UH_LEVEL_START, &routine),
                     UH_ERR_RANGE);
    assert_int_equal(routine.count, 0);
    for (int i = 0; i < UH_ROUTINE_MAX; i++) {
        assert_int_equal(
            uh_routine_add(&catalogue, &person, &(uh_screening){0}, 0, 0, UH_LEVEL_START, &routine),
            UH_OK);
    }
    assert_int_equal(
        uh_routine_add(&catalogue, &person, &(uh_screening){0}, 0, 0, UH_LEVEL_START, &routine),
        UH_ERR_FULL);
}

static void sides_come_in_the_order_of_the_person(void **state)
{
    static const uh_side order[][2] = {
        {UH_SIDE_BOTH, UH_SIDE_LEFT}, {UH_SIDE_LEFT, UH_SIDE_LEFT}, {UH_SIDE_RIGHT, UH_SIDE_RIGHT}};
    for (size_t i = 0; i < UH_COUNT(order); i++) {
        begin(state);
        person.easier_side = order[i][0];
        uint32_t twist = exercise_index(&catalogue, "seated-twist");
        uint32_t tuck = exercise_index(&catalogue, "chin-tuck");
        assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, twist, 0,
                                        UH_LEVEL_START, &routine),
                         UH_OK);
        assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, tuck, 0,
                                        UH_LEVEL_START, &routine),
                         UH_OK);
        assert_int_equal(routine.entries[0].first_side, order[i][1]);
        assert_int_equal(routine.entries[1].first_side, UH_SIDE_BOTH);
    }
}

static void a_flexible_person_gets_start_doses(void **state)
{
    uint32_t prone_w = exercise_index(&catalogue, "prone-w");
    person.profile = UH_PROFILE_FLEXIBLE;
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0}, prone_w, 0,
                                    UH_LEVEL_USUAL, &routine),
                     UH_OK);
    assert_dose(routine.entries[0].dose, 2000, 5, 1);
}

static void a_recipe_gives_its_lines_with_their_own_numbers(void **state)
{
    assert_int_equal(uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0},
                                            recipe_index("floor-10"), &routine),
                     UH_OK);
    assert_int_equal(routine.count, 5);
    assert_int_equal(routine.context, UH_CONTEXT_FLOOR);
    assert_false(routine.tour);
    assert_dose(routine.entries[4].dose, 0, 10, 1);
    person.profile = UH_PROFILE_FLEXIBLE;
    assert_int_equal(uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0},
                                            recipe_index("floor-10"), &routine),
                     UH_OK);
    assert_dose(routine.entries[4].dose, 0, 6, 1);

    /* a screening makes as gentle as a profile does */
    person = uh_person_unknown();
    const uh_screening gentle = {.limits = 1U << UH_LIMIT_GENTLE};
    assert_int_equal(
        uh_routine_from_recipe(&catalogue, &person, &gentle, recipe_index("floor-10"), &routine),
        UH_OK);
    assert_dose(routine.entries[4].dose, 0, 6, 1);
}

static void a_recipe_may_name_a_form_and_a_level(void **state)
{
    assert_int_equal(uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0},
                                            recipe_index("desk-5"), &routine),
                     UH_OK);
    assert_int_equal(routine.entries[0].variant,
                     variant_index(&catalogue, routine.entries[0].exercise, "hands-to-knee"));
    assert_int_equal(uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0},
                                            recipe_index("post-workout-8"), &routine),
                     UH_OK);
    assert_dose(routine.entries[0].dose, 10000, 2, 1);
}

static void a_recipe_with_an_unknown_name_changes_nothing(void **state)
{
    uint32_t index = recipe_index("desk-5");
    const uh_routine_recipe *recipe = uh_catalogue_recipe(&catalogue, index);
    uh_routine_line *line =
        (uh_routine_line *)patch_of(uh_catalogue_line(&catalogue, recipe->lines, 0));
    uh_text known = line->exercise;
    line->exercise = recipe->key;
    assert_int_equal(
        uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, index, &routine),
        UH_ERR_UNKNOWN);
    line->exercise = known;
    line->variant = recipe->key;
    assert_int_equal(
        uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, index, &routine),
        UH_ERR_UNKNOWN);
    assert_int_equal(routine.count, 0);
}

static void every_recipe_passes_the_gate_for_who_has_what_it_takes(void **state)
{
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        for (int profile = UH_PROFILE_TYPICAL; profile <= UH_PROFILE_FLEXIBLE; profile++) {
            const uh_routine_recipe *recipe = uh_catalogue_recipe(&catalogue, i);
            person = uh_person_unknown();
            person.profile = (uh_profile)profile;
            person.equipment = recipe->equipment;
            /* the tour shows the roller form too, to who said yes to it */
            person.opt_in = recipe->tour ? 1U << UH_OPT_IN_ROLLER : 0;
            assert_int_equal(
                uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, i, &routine),
                UH_OK);
            uh_status status =
                uh_routine_admit(&catalogue, &person, &screening, &day, &routine, &verdict);
            bool roller_for_the_flexible = recipe->tour && profile == UH_PROFILE_FLEXIBLE;
            if (status != (roller_for_the_flexible ? UH_ERR_REFUSED : UH_OK)) {
                fail_msg("%s: entry %u, kind %d", uh_catalogue_text(&catalogue, recipe->key),
                         verdict.objections[0].entry, verdict.objections[0].kind);
            }
        }
    }
}

static void nothing_in_a_routine_is_an_answer_of_its_own(void **state)
{
    verdict.count = 7;
    assert_int_equal(uh_routine_admit(&catalogue, &person, &screening, &day, &routine, &verdict),
                     UH_ERR_EMPTY);
    assert_int_equal(verdict.count, 0);
    assert_int_equal(uh_routine_trim(&catalogue, &person, &screening, &day, &routine, &verdict),
                     UH_ERR_EMPTY);
}

/* -- forms
 * --------------------------------------------------------------------------------------------------
 */

static uint32_t fitting(const char *key, uh_context context)
{
    return uh_exercise_fitting_variant(&catalogue, &person, &screening, context,
                                       exercise_index(&catalogue, key));
}

static uint32_t form(const char *key, const char *variant)
{
    return variant_index(&catalogue, exercise_index(&catalogue, key), variant);
}

static void a_chair_with_wheels_gets_the_form_with_the_hands_to_the_knee(void **state)
{
    person = uh_person_unknown();
    assert_int_equal(fitting("seated-trunk-rotation", UH_CONTEXT_DESK),
                     form("seated-trunk-rotation", "hands-to-knee"));
    person.equipment |= 1U << UH_EQUIPMENT_STURDY_CHAIR;
    assert_int_equal(fitting("seated-trunk-rotation", UH_CONTEXT_DESK), 0);
}

static void a_form_fits_the_limits_and_the_place(void **state)
{
    screening.limits = 1U << UH_LIMIT_NO_NECK_EXTENSION;
    assert_int_equal(fitting("neck-flexion-extension", UH_CONTEXT_DESK),
                     form("neck-flexion-extension", "forward-only"));
    screening.limits = 0;
    assert_int_equal(fitting("neck-flexion-extension", UH_CONTEXT_TRAVEL),
                     form("neck-flexion-extension", "forward-only"));
}

static void a_form_that_needs_a_yes_is_found_only_after_it(void **state)
{
    patch_variant(&catalogue, "chin-tuck")->opt_in = 1U << UH_OPT_IN_CHIN_LIFT;
    assert_int_equal(fitting("chin-tuck", UH_CONTEXT_DESK), 0);
    person.opt_in = 0;
    assert_int_equal(fitting("chin-tuck", UH_CONTEXT_DESK), form("chin-tuck", "standing"));
    person.opt_in = 1U << UH_OPT_IN_CHIN_LIFT;
    person.profile = UH_PROFILE_FLEXIBLE;
    assert_int_equal(fitting("chin-tuck", UH_CONTEXT_DESK), form("chin-tuck", "standing"));
}

static void a_discreet_person_gets_the_form_that_nobody_notices(void **state)
{
    person.discreet = true;
    assert_int_equal(fitting("seated-cervical-rotation", UH_CONTEXT_DESK),
                     form("seated-cervical-rotation", "small"));
    /* not on the floor; and a stretch that has no such form stays what it is */
    assert_int_equal(fitting("seated-cervical-rotation", UH_CONTEXT_FLOOR), 0);
    assert_int_equal(fitting("doorway-stretch", UH_CONTEXT_DESK), 0);
}

static void where_nothing_fits_it_is_the_standard_form(void **state)
{
    person.equipment = 0;
    assert_int_equal(fitting("doorway-stretch", UH_CONTEXT_DESK), 0);
    screening.limits = 1U << UH_LIMIT_NO_NECK;
    assert_int_equal(fitting("chin-tuck", UH_CONTEXT_DESK), 0);
}

/* -- trimming and telling
 * ------------------------------------------------------------------------------------- */

static uh_status trim(void)
{
    return uh_routine_trim(&catalogue, &person, &screening, &day, &routine, &verdict);
}

static void trimming_leaves_the_rest_in_order(void **state)
{
    screening.limits = 1U << UH_LIMIT_NO_KNEELING;
    add("cat-cow");
    uint32_t first = add("doorway-stretch")->exercise;
    add("quadruped-rotation");
    uint32_t second = add("chin-tuck")->exercise;
    assert_int_equal(trim(), UH_OK);
    assert_int_equal(routine.count, 2);
    assert_int_equal(routine.entries[0].exercise, first);
    assert_int_equal(routine.entries[1].exercise, second);
    assert_int_equal(verdict.count, 2);
    assert_int_equal(verdict.objections[0].entry, 0);
    assert_int_equal(verdict.objections[1].entry, 2);
    assert_int_equal(trim(), UH_OK);
    assert_int_equal(routine.count, 2);
    assert_int_equal(verdict.count, 0);
}

static void trimming_that_leaves_nothing_is_refused_and_changes_nothing(void **state)
{
    screening.limits = 1U << UH_LIMIT_NO_KNEELING;
    add("cat-cow");
    add("quadruped-rotation");
    assert_int_equal(trim(), UH_ERR_REFUSED);
    assert_int_equal(routine.count, 2);
    assert_int_equal(verdict.count, 2);
}

static void a_trimmed_routine_always_passes(void **state)
{
    static const char *const keys[] = {"cat-cow",
                                       "chest-expansion",
                                       "backward-shoulder-rolls",
                                       "seated-twist",
                                       "thoracic-rotation",
                                       "quadruped-rotation",
                                       "seated-trunk-rotation",
                                       "chin-tuck",
                                       "seated-cervical-rotation",
                                       "neck-flexion-extension",
                                       "doorway-stretch"};
    for (uint32_t limits = 0; limits < 1U << UH_LIMIT_CLINICIAN_FIRST; limits++) {
        begin(state);
        screening.limits = limits;
        for (size_t i = 0; i < UH_COUNT(keys); i++) {
            add_stretch(&catalogue, &routine, keys[i], i % 2 ? UH_LEVEL_USUAL : UH_LEVEL_START);
        }
        day.family_hold_ms[UH_FAMILY_NECK] = 200000;
        if (trim() == UH_OK) {
            assert_int_equal(
                uh_routine_admit(&catalogue, &person, &screening, &day, &routine, &verdict), UH_OK);
        }
    }
}

static uh_phrase told(uh_objection objection)
{
    return uh_objection_phrase(&catalogue, &routine, &objection);
}

static void every_objection_has_its_sentence(void **state)
{
    static const struct {
        uh_objection objection;
        uh_message message;
        uint32_t arguments;
    } rows[] = {
        {{.kind = UH_OBJECTION_EMERGENCY}, UH_MSG_OBJECTION_EMERGENCY, 0},
        {{.kind = UH_OBJECTION_CLINICIAN_FIRST}, UH_MSG_OBJECTION_CLINICIAN_FIRST, 0},
        {{.kind = UH_OBJECTION_LIMIT, .missing = 1U << UH_LIMIT_NO_NECK},
         UH_MSG_OBJECTION_LIMIT,
         2},
        {{.kind = UH_OBJECTION_OPT_IN, .missing = 1U << UH_OPT_IN_ROLLER},
         UH_MSG_OBJECTION_OPT_IN,
         2},
        {{.kind = UH_OBJECTION_DOSE}, UH_MSG_OBJECTION_DOSE, 1},
        {{.kind = UH_OBJECTION_SIDES}, UH_MSG_OBJECTION_SIDES, 1},
        {{.kind = UH_OBJECTION_CONTEXT}, UH_MSG_OBJECTION_CONTEXT, 2},
        {{.kind = UH_OBJECTION_EQUIPMENT, .missing = 1U << UH_EQUIPMENT_TOWEL},
         UH_MSG_OBJECTION_EQUIPMENT,
         2},
        {{.kind = UH_OBJECTION_EQUIPMENT,
          .missing = 1U << UH_EQUIPMENT_TOWEL | 1U << UH_EQUIPMENT_FLOOR},
         UH_MSG_OBJECTION_EQUIPMENT_TWO,
         3},
        {{.kind = UH_OBJECTION_CLASPED_HANDS}, UH_MSG_OBJECTION_CLASPED_HANDS, 2},
        {{.kind = UH_OBJECTION_FAMILY}, UH_MSG_OBJECTION_FAMILY, 2},
        {{.kind = UH_OBJECTION_FAMILY_DAY, .limit = 240000}, UH_MSG_OBJECTION_FAMILY_DAY, 2},
        {{.kind = UH_OBJECTION_EXERCISE_DAY, .limit = 3}, UH_MSG_OBJECTION_EXERCISE_DAY, 2},
    };
    add("prone-w");
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        uh_phrase phrase = told(rows[i].objection);
        assert_int_equal(phrase.message, rows[i].message);
        assert_int_equal(phrase.count, rows[i].arguments);
    }
    uh_phrase phrase = told(rows[8].objection);
    assert_int_equal(phrase.arguments[1].is.message, UH_MSG_NEEDS_FLOOR);
    assert_int_equal(phrase.arguments[2].is.message, UH_MSG_NEEDS_TOWEL);
}

static void a_dose_too_high_says_which_number_and_how_high_it_may_be(void **state)
{
    static const struct {
        uh_dose dose;
        uh_message ceiling;
        uh_message gentle;
        int64_t limit;
        int64_t gentle_limit;
    } rows[] = {
        {{4000, 20, 4}, UH_MSG_OBJECTION_CEILING_HOLD, UH_MSG_OBJECTION_GENTLE_HOLD, 3000, 2000},
        {{2000, 20, 4},
         UH_MSG_OBJECTION_CEILING_REPETITIONS,
         UH_MSG_OBJECTION_GENTLE_REPETITIONS,
         10,
         5},
        {{2000, 5, 4}, UH_MSG_OBJECTION_CEILING_SETS, UH_MSG_OBJECTION_GENTLE_SETS, 3, 1},
    };
    uh_routine_entry *entry = add("prone-w");
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        entry->dose = rows[i].dose;
        uh_phrase phrase = told((uh_objection){.kind = UH_OBJECTION_CEILING});
        assert_int_equal(phrase.message, rows[i].ceiling);
        assert_int_equal(phrase.arguments[0].is.number, rows[i].limit);
        phrase = told((uh_objection){.kind = UH_OBJECTION_GENTLE});
        assert_int_equal(phrase.message, rows[i].gentle);
        assert_int_equal(phrase.arguments[0].is.number, rows[i].gentle_limit);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_dose_is_that_of_its_level, begin),
        cmocka_unit_test_setup(what_a_form_does_not_state_is_one_and_holds_nothing, begin),
        cmocka_unit_test_setup(holding_counts_every_hold_of_every_repetition_set_and_side, begin),
        cmocka_unit_test_setup(nobody_asked_yet_means_a_chair_and_nothing_else, begin),
        cmocka_unit_test_setup(what_is_not_there_cannot_be_added, begin),
        cmocka_unit_test_setup(sides_come_in_the_order_of_the_person, begin),
        cmocka_unit_test_setup(a_flexible_person_gets_start_doses, begin),
        cmocka_unit_test_setup(a_recipe_gives_its_lines_with_their_own_numbers, begin),
        cmocka_unit_test_setup(a_recipe_may_name_a_form_and_a_level, begin),
        cmocka_unit_test_setup(a_recipe_with_an_unknown_name_changes_nothing, begin),
        cmocka_unit_test_setup(every_recipe_passes_the_gate_for_who_has_what_it_takes, begin),
        cmocka_unit_test_setup(nothing_in_a_routine_is_an_answer_of_its_own, begin),
        cmocka_unit_test_setup(a_chair_with_wheels_gets_the_form_with_the_hands_to_the_knee, begin),
        cmocka_unit_test_setup(a_form_fits_the_limits_and_the_place, begin),
        cmocka_unit_test_setup(a_form_that_needs_a_yes_is_found_only_after_it, begin),
        cmocka_unit_test_setup(a_discreet_person_gets_the_form_that_nobody_notices, begin),
        cmocka_unit_test_setup(where_nothing_fits_it_is_the_standard_form, begin),
        cmocka_unit_test_setup(trimming_leaves_the_rest_in_order, begin),
        cmocka_unit_test_setup(trimming_that_leaves_nothing_is_refused_and_changes_nothing, begin),
        cmocka_unit_test_setup(a_trimmed_routine_always_passes, begin),
        cmocka_unit_test_setup(every_objection_has_its_sentence, begin),
        cmocka_unit_test_setup(a_dose_too_high_says_which_number_and_how_high_it_may_be, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
