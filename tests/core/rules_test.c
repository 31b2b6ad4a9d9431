/* SPDX-License-Identifier: MIT */
/* The rules that no code path may break, as far as the core can break them: one test or more for
 * each. */
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

static uh_routine_entry *add_form(const char *key, const char *form)
{
    uh_routine_entry *entry = add(key);
    entry->variant = variant_index(&catalogue, entry->exercise, form);
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, entry->exercise);
    entry->dose =
        uh_dose_at(uh_exercise_variant(&catalogue, exercise, entry->variant), UH_LEVEL_START);
    return entry;
}

static uh_status admit(void)
{
    return uh_routine_admit(&catalogue, &person, &screening, &day, &routine, &verdict);
}

static void assert_admitted(void)
{
    uh_status status = admit();
    if (status != UH_OK) {
        fail_msg("refused: entry %u, kind %d", verdict.objections[0].entry,
                 verdict.objections[0].kind);
    }
}

/* The only objection is of this kind, against this entry. */
static const uh_objection *assert_objected(uh_objection_kind kind, uint32_t entry)
{
    assert_int_equal(admit(), UH_ERR_REFUSED);
    assert_int_equal(verdict.count, 1);
    assert_int_equal(verdict.objections[0].kind, kind);
    assert_int_equal(verdict.objections[0].entry, entry);
    return &verdict.objections[0];
}

/* -- rule 1: what the screening takes out
 * ------------------------------------------------------------------ */

static void rule_1_emergency_refuses_everything(void **state)
{
    add("chin-tuck");
    add("shoulder-blade-squeeze");
    screening.limits = 1U << UH_LIMIT_EMERGENCY | 1U << UH_LIMIT_CLINICIAN_FIRST;
    assert_int_equal(admit(), UH_ERR_REFUSED);
    assert_int_equal(verdict.count, 2);
    assert_int_equal(verdict.objections[1].kind, UH_OBJECTION_EMERGENCY);
    routine.tour = true;
    assert_int_equal(admit(), UH_ERR_REFUSED);
}

static void rule_1_clinician_first_refuses_everything(void **state)
{
    add("chin-tuck");
    screening.limits = 1U << UH_LIMIT_CLINICIAN_FIRST;
    assert_objected(UH_OBJECTION_CLINICIAN_FIRST, 0);
}

static void rule_1_each_limit_takes_its_stretches_out(void **state)
{
    static const struct {
        uh_limit limit;
        const char *out;
        const char *stays;
    } rows[] = {
        {UH_LIMIT_NO_NECK, "chin-tuck", "doorway-stretch"},
        {UH_LIMIT_NO_NECK, "seated-cervical-rotation", "prone-w"},
        {UH_LIMIT_NO_ROLLER, "foam-roller-ity", "lying-arm-extension"},
        {UH_LIMIT_NO_ROLLER, "thoracic-extension-roller", "thoracic-extension"},
        {UH_LIMIT_NO_SHOULDER_END_RANGE, "doorway-stretch", "chin-tuck"},
        {UH_LIMIT_NO_SHOULDER_END_RANGE, "lying-arm-extension", "cat-cow"},
        {UH_LIMIT_NO_KNEELING, "cat-cow", "thoracic-rotation"},
        {UH_LIMIT_NO_KNEELING, "quadruped-rotation", "prone-w"},
        {UH_LIMIT_NO_PRONE_OR_LONG_SUPINE, "prone-w", "cat-cow"},
        {UH_LIMIT_NO_LOADED_FLEXION_TWIST, "seated-twist", "thoracic-rotation"},
        {UH_LIMIT_NO_HEAD_DOWN, "cat-cow", "quadruped-rotation"},
        {UH_LIMIT_NO_NECK_EXTENSION, "neck-flexion-extension", "chin-tuck"},
        {UH_LIMIT_GENTLE, "thoracic-extension-roller", "thoracic-extension"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        begin(state);
        add(rows[i].stays);
        add(rows[i].out);
        screening.limits = 1U << rows[i].limit;
        const uh_objection *objection = assert_objected(UH_OBJECTION_LIMIT, 1);
        assert_int_equal(objection->missing, 1U << rows[i].limit);
    }
}

static void rule_1_a_tour_is_not_exempt_from_the_screening(void **state)
{
    add("cat-cow");
    routine.tour = true;
    screening.limits = 1U << UH_LIMIT_NO_KNEELING;
    assert_objected(UH_OBJECTION_LIMIT, 0);
}

static void set_aside(const char *key, uh_side side)
{
    const uint32_t exercise = exercise_index(&catalogue, key);
    day.parked[side][exercise / 32] |= 1U << exercise % 32;
}

static void rule_1_what_was_set_aside_after_pain_is_not_done(void **state)
{
    add("doorway-stretch");
    add("chin-tuck");
    set_aside("chin-tuck", UH_SIDE_BOTH);
    assert_objected(UH_OBJECTION_PARKED, 1);
    routine.tour = true;
    assert_objected(UH_OBJECTION_PARKED, 1);
}

static void rule_1_a_side_that_was_set_aside_is_left_to_the_other(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    set_aside("seated-cervical-rotation", UH_SIDE_LEFT);
    assert_objected(UH_OBJECTION_PARKED, 0);
    entry->one_side_only = true;
    assert_objected(UH_OBJECTION_PARKED, 0);
    entry->first_side = UH_SIDE_RIGHT;
    assert_admitted();
    set_aside("seated-cervical-rotation", UH_SIDE_RIGHT);
    assert_objected(UH_OBJECTION_PARKED, 0);
}

static void rule_1_fitting_a_routine_to_the_day_leaves_a_side_out(void **state)
{
    for (uint32_t side = UH_SIDE_LEFT; side <= UH_SIDE_RIGHT; side++) {
        begin(state);
        uh_routine_entry *entry = add("seated-cervical-rotation");
        set_aside("seated-cervical-rotation", (uh_side)side);
        uh_routine_fit_day(&catalogue, &person, &day, &routine);
        assert_true(entry->one_side_only);
        assert_int_equal(entry->first_side, side == UH_SIDE_LEFT ? UH_SIDE_RIGHT : UH_SIDE_LEFT);
        assert_admitted();
    }
    set_aside("seated-cervical-rotation", UH_SIDE_LEFT);
    uh_routine_fit_day(&catalogue, &person, &day, &routine);
    assert_objected(UH_OBJECTION_PARKED, 0);
}

static void rule_1_one_side_that_was_planned_never_becomes_the_other(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->one_side_only = true;
    set_aside("seated-cervical-rotation", UH_SIDE_LEFT);
    uh_routine_fit_day(&catalogue, &person, &day, &routine);
    assert_int_equal(entry->first_side, UH_SIDE_LEFT);
    assert_objected(UH_OBJECTION_PARKED, 0);
}

static void a_flare_day_has_no_more_than_the_start_dose(void **state)
{
    uh_routine_entry *entry = add_stretch(&catalogue, &routine, "prone-w", UH_LEVEL_USUAL);
    const uh_dose usual = entry->dose;
    uh_routine_fit_day(&catalogue, &person, &day, &routine);
    assert_memory_equal(&entry->dose, &usual, sizeof usual);
    day.flare = true;
    uh_routine_fit_day(&catalogue, &person, &day, &routine);
    assert_int_equal(entry->dose.hold_ms, 2000);
    assert_int_equal(entry->dose.repetitions, 5);
    assert_int_equal(entry->dose.sets, 1);
    entry->dose.repetitions = 3;
    uh_routine_fit_day(&catalogue, &person, &day, &routine);
    assert_int_equal(entry->dose.repetitions, 3);
}

/* -- rule 2: ceilings, opt-ins, and a profile that only makes it gentler
 * ------------------------------------- */

static void rule_2_nothing_goes_above_its_ceiling(void **state)
{
    uh_routine_entry *entry = add("prone-w");
    entry->dose = (uh_dose){3000, 10, 3};
    assert_admitted();
    entry->dose.hold_ms = 3001;
    assert_int_equal(assert_objected(UH_OBJECTION_CEILING, 0)->limit, 3000);
    entry->dose = (uh_dose){3000, 11, 3};
    assert_int_equal(assert_objected(UH_OBJECTION_CEILING, 0)->limit, 10);
    entry->dose = (uh_dose){3000, 10, 4};
    assert_int_equal(assert_objected(UH_OBJECTION_CEILING, 0)->limit, 3);
    routine.tour = true;
    assert_objected(UH_OBJECTION_CEILING, 0);
}

static void rule_2_a_session_never_goes_above_the_ceiling(void **state)
{
    add("doorway-stretch");
    uh_session session;
    uh_session_event event;
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &session),
                     UH_OK);
    for (int i = 0; i < 10; i++) {
        while (uh_session_next(&session, (uh_boot_ms){i}, &event)) {
        }
        uh_status status = uh_session_more(&session, (uh_boot_ms){i});
        assert_int_equal(status, i < 4 ? UH_OK : UH_ERR_RANGE);
    }
    assert_int_equal(session.timeline.hold_ms[0], 30000);
}

static void rule_2_a_session_of_a_gentle_person_gets_no_more_than_the_start_dose(void **state)
{
    add("doorway-stretch");
    person.profile = UH_PROFILE_FLEXIBLE;
    uh_session session;
    uh_session_event event;
    assert_int_equal(uh_session_start(&catalogue, &routine,
                                      uh_session_options_for(&person, &screening), (uh_boot_ms){0},
                                      &session),
                     UH_OK);
    while (uh_session_next(&session, (uh_boot_ms){0}, &event)) {
    }
    assert_int_equal(uh_session_more(&session, (uh_boot_ms){1}), UH_ERR_RANGE);
}

static uh_status more_on(const uh_day *today)
{
    uh_session session;
    uh_session_event event;
    uh_session_options options = uh_session_options_for(&person, &screening);
    uh_session_options_fit_day(today, &routine, &options);
    assert_int_equal(uh_session_start(&catalogue, &routine, options, (uh_boot_ms){0}, &session),
                     UH_OK);
    while (uh_session_next(&session, (uh_boot_ms){0}, &event)) {
    }
    return uh_session_more(&session, (uh_boot_ms){1});
}

static void rule_2_on_a_bad_day_and_after_a_stop_more_ends_at_the_start_dose(void **state)
{
    const uh_routine_entry *entry = add("doorway-stretch");
    uh_day bad = {.flare = true};
    uh_day after = {.flare = false};
    uh_day other = {.flare = false};
    after.returns[entry->exercise / 32] |= 1U << entry->exercise % 32;
    other.returns[(entry->exercise + 1) / 32] |= 1U << (entry->exercise + 1) % 32;
    assert_int_equal(more_on(&bad), UH_ERR_RANGE);
    assert_int_equal(more_on(&after), UH_ERR_RANGE);
    assert_int_equal(more_on(&other), UH_OK);
}

static void rule_2_holds_over_thirty_seconds_need_a_yes(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->dose.hold_ms = 45000;
    entry->dose.repetitions = 1;
    assert_admitted();
    person.opt_in = 0;
    assert_int_equal(assert_objected(UH_OBJECTION_OPT_IN, 0)->missing, 1U << UH_OPT_IN_LONG_HOLD);
    entry->dose.hold_ms = 30000;
    assert_admitted();
}

static void rule_2_more_time_reaches_a_long_hold_only_after_a_yes(void **state)
{
    add("seated-cervical-rotation")->dose.hold_ms = 30000;
    for (int yes = 0; yes < 2; yes++) {
        person.opt_in = yes ? 1U << UH_OPT_IN_LONG_HOLD : 0;
        uh_session session;
        uh_session_event event;
        assert_int_equal(uh_session_start(&catalogue, &routine,
                                          uh_session_options_for(&person, &screening),
                                          (uh_boot_ms){0}, &session),
                         UH_OK);
        while (uh_session_next(&session, (uh_boot_ms){0}, &event)) {
        }
        assert_int_equal(uh_session_more(&session, (uh_boot_ms){1}), yes ? UH_OK : UH_ERR_RANGE);
    }
}

static void rule_2_overpressure_is_off_unless_asked_for(void **state)
{
    add_form("seated-cervical-rotation", "overpressure");
    assert_admitted();
    person.opt_in = 0;
    assert_int_equal(assert_objected(UH_OBJECTION_OPT_IN, 0)->missing,
                     1U << UH_OPT_IN_OVERPRESSURE);
}

static void rule_2_the_roller_under_the_back_is_off_unless_asked_for(void **state)
{
    add("thoracic-extension-roller");
    assert_admitted();
    person.opt_in = 0;
    routine.tour = true;
    assert_int_equal(assert_objected(UH_OBJECTION_OPT_IN, 0)->missing, 1U << UH_OPT_IN_ROLLER);
}

static void rule_2_a_gentle_person_gets_no_more_than_the_start_dose(void **state)
{
    uh_routine_entry *entry = add("prone-w");
    for (int by_screening = 0; by_screening < 2; by_screening++) {
        person.profile = by_screening ? UH_PROFILE_TYPICAL : UH_PROFILE_FLEXIBLE;
        screening.limits = by_screening ? 1U << UH_LIMIT_GENTLE : 0;
        entry->dose = (uh_dose){2000, 5, 1};
        assert_admitted();
        entry->dose = (uh_dose){3000, 5, 1};
        assert_int_equal(assert_objected(UH_OBJECTION_GENTLE, 0)->limit, 2000);
        entry->dose = (uh_dose){2000, 6, 1};
        assert_int_equal(assert_objected(UH_OBJECTION_GENTLE, 0)->limit, 5);
        entry->dose = (uh_dose){2000, 5, 2};
        assert_int_equal(assert_objected(UH_OBJECTION_GENTLE, 0)->limit, 1);
    }
}

static void rule_2_the_yes_of_a_gentle_person_does_not_count(void **state)
{
    /* a form of its own that excludes nobody but asks for a yes */
    add("chin-tuck");
    patch_variant(&catalogue, "chin-tuck")->opt_in = 1U << UH_OPT_IN_CHIN_LIFT;
    assert_admitted();
    person.profile = UH_PROFILE_FLEXIBLE;
    assert_objected(UH_OBJECTION_OPT_IN, 0);
}

static void rule_2_a_stiff_person_gets_nothing_beyond_the_ceiling(void **state)
{
    person.profile = UH_PROFILE_STIFF;
    add("doorway-stretch")->dose.hold_ms = 31000;
    person.opt_in = 0;
    assert_objected(UH_OBJECTION_OPT_IN, 0);
    person.opt_in = 1U << UH_OPT_IN_LONG_HOLD;
    assert_objected(UH_OBJECTION_CEILING, 0);
}

static void rule_2_a_dose_that_cannot_be_done_is_refused(void **state)
{
    static const uh_dose doses[] = {{0, 1, 1}, {10000, 0, 1}, {10000, 1, 0}};
    uh_routine_entry *entry = add("doorway-stretch");
    for (size_t i = 0; i < UH_COUNT(doses); i++) {
        entry->dose = doses[i];
        assert_objected(UH_OBJECTION_DOSE, 0);
    }
    uh_variant *variant = patch_variant(&catalogue, "doorway-stretch");
    variant->dose.repetitions.design.ceiling = 100;
    variant->dose.sets.design.ceiling = 100;
    entry->dose = (uh_dose){10000, UH_REPETITIONS_MAX + 1, 1};
    assert_objected(UH_OBJECTION_DOSE, 0);
    entry->dose = (uh_dose){10000, 1, UH_SETS_MAX + 1};
    assert_objected(UH_OBJECTION_DOSE, 0);
}

static void rule_2_a_hold_where_nothing_is_held_is_refused(void **state)
{
    add("quadruped-rotation")->dose.hold_ms = 5000;
    assert_objected(UH_OBJECTION_CEILING, 0);
    patch_variant(&catalogue, "quadruped-rotation")->dose.hold.design.ceiling = 5000;
    assert_objected(UH_OBJECTION_DOSE, 0);
}

/* -- rule 3: sides
 * ------------------------------------------------------------------------------------------- */

static void rule_3_a_side_is_followed_by_its_other(void **state)
{
    add("seated-twist");
    assert_admitted();
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    uint32_t holds[3] = {0};
    while (uh_timeline_next(&timeline)) {
        holds[timeline.side] += timeline.phase == UH_PHASE_HOLD ? timeline.length_ms : 0;
    }
    assert_int_equal(holds[UH_SIDE_LEFT], 10000);
    assert_int_equal(holds[UH_SIDE_RIGHT], 10000);
}

static void rule_3_sides_must_fit_the_stretch(void **state)
{
    add("seated-twist")->first_side = UH_SIDE_BOTH;
    assert_objected(UH_OBJECTION_SIDES, 0);
    begin(state);
    add("chin-tuck")->first_side = UH_SIDE_LEFT;
    assert_objected(UH_OBJECTION_SIDES, 0);
    begin(state);
    add("chin-tuck")->one_side_only = true;
    assert_objected(UH_OBJECTION_SIDES, 0);
    begin(state);
    add("seated-twist")->one_side_only = true;
    assert_admitted();
}

static void rule_3_the_easier_side_goes_first(void **state)
{
    person.easier_side = UH_SIDE_RIGHT;
    assert_int_equal(uh_routine_add(&catalogue, &person, &(uh_screening){0},
                                    exercise_index(&catalogue, "seated-twist"), 0, UH_LEVEL_START,
                                    &routine),
                     UH_OK);
    assert_int_equal(routine.entries[0].first_side, UH_SIDE_RIGHT);
}

/* -- rules 4 and 5
 * ------------------------------------------------------------------------------------------- */

static void take_until(uh_session *session, int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(session, (uh_boot_ms){ms}, &event)) {
    }
}

static void rule_4_what_was_held_is_recorded_and_never_rounded_up(void **state)
{
    add("doorway-stretch");
    uh_session session;
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &session),
                     UH_OK);
    take_until(&session, 32999);
    assert_int_equal(uh_session_stop(&session, UH_STOP_PAIN, (uh_boot_ms){32999}), UH_OK);
    take_until(&session, 32999);
    const uh_set_record *record = uh_session_record(&session);
    assert_int_equal(record->actual_hold_ms, 9999);
    assert_int_equal(record->planned_hold_ms, 10000);
    assert_int_equal(record->actual_repetitions, 0);
    assert_int_equal(record->duration_ms, 17999);
    assert_false(record->simulated);
}

static void rule_4_simulated_sets_are_marked(void **state)
{
    add("doorway-stretch");
    uh_session session;
    uh_session_options options = {.speed_percent = 101};
    assert_int_equal(uh_session_start(&catalogue, &routine, options, (uh_boot_ms){0}, &session),
                     UH_OK);
    take_until(&session, 1000000);
    assert_true(uh_session_record(&session)->simulated);
}

static void rule_5_stop_is_possible_in_every_phase_and_while_paused(void **state)
{
    add("thoracic-rotation");
    add("prone-w")->dose.sets = 2;
    uint64_t total_ms = uh_timeline_total_ms(&catalogue, &routine);
    for (int64_t ms = 0; ms < (int64_t)total_ms; ms += 1000) {
        uh_session session;
        assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                          (uh_boot_ms){0}, &session),
                         UH_OK);
        take_until(&session, ms);
        if (ms % 2000 == 0) {
            assert_int_equal(uh_session_pause(&session, (uh_boot_ms){ms}), UH_OK);
            take_until(&session, ms);
        }
        assert_int_equal(uh_session_stop(&session, UH_STOP_PAIN, (uh_boot_ms){ms}), UH_OK);
        assert_int_equal(uh_session_look(&session, (uh_boot_ms){ms}).state, UH_SESSION_STOPPED);
    }
}

static void rule_5_no_breath_is_asked_to_be_held(void **state)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t v = 0; v < exercise->variants.count; v++) {
            const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, v);
            for (uint32_t p = 0; p < variant->parts.count; p++) {
                const uh_part *part = uh_variant_part(&catalogue, variant, p);
                /* a paced part has an end within one breath; a hold has none */
                assert_true(part->breath == UH_BREATH_FREE ||
                            (part->kind == UH_PART_MOVE && part->ms <= 10000));
            }
        }
    }
}

/* Is there a breath that is held, without a "never" before it? */
static bool asks_to_hold_the_breath(uh_text text)
{
    static const char *const asks[] = {"hold the breath", "hold your breath", "holding the breath",
                                       "holding your breath", "breath held"};
    const char *words = uh_catalogue_text(&catalogue, text);
    for (size_t i = 0; i < UH_COUNT(asks); i++) {
        const char *found = strstr(words, asks[i]);
        if (found && (found - words < 6 || strncmp(found - 5, "ever ", 5) != 0)) {
            return true;
        }
    }
    return false;
}

static void rule_5_no_text_asks_to_hold_the_breath(void **state)
{
    uint32_t steps = 0;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        assert_false(asks_to_hold_the_breath(exercise->breathing.text));
        for (uint32_t v = 0; v < exercise->variants.count; v++) {
            for (uint32_t s = 0; s < uh_exercise_step_count(&catalogue, exercise, v); s++) {
                const uh_step *step = uh_exercise_step(&catalogue, exercise, v, s);
                assert_false(asks_to_hold_the_breath(step->cue));
                assert_false(asks_to_hold_the_breath(step->text));
                steps++;
            }
        }
    }
    assert_true(steps > 100);
}

/* -- rule 6: places and things
 * --------------------------------------------------------------------------------- */

static void rule_6_at_a_desk_only_stretches_for_the_desk(void **state)
{
    add("cat-cow");
    add("chin-tuck");
    routine.context = UH_CONTEXT_DESK;
    assert_objected(UH_OBJECTION_CONTEXT, 0);
    routine.tour = true;
    assert_objected(UH_OBJECTION_CONTEXT, 0);
}

static void rule_6_a_desk_has_a_chair_with_wheels_until_the_person_says_otherwise(void **state)
{
    person = uh_person_unknown();
    routine.context = UH_CONTEXT_DESK;
    add("thoracic-extension");
    assert_int_equal(assert_objected(UH_OBJECTION_EQUIPMENT, 0)->missing,
                     1U << UH_EQUIPMENT_STURDY_CHAIR);
    person.equipment |= 1U << UH_EQUIPMENT_STURDY_CHAIR;
    assert_admitted();
    routine.count = 0;
    add("doorway-stretch");
    assert_int_equal(assert_objected(UH_OBJECTION_EQUIPMENT, 0)->missing,
                     1U << UH_EQUIPMENT_DOORWAY);
    routine.count = 0;
    add("seated-cervical-rotation");
    person.equipment = 0; /* a desk without a chair is none */
    assert_admitted();
}

static void rule_6_floor_roller_and_towel_only_where_the_person_has_them(void **state)
{
    static const struct {
        const char *key;
        uint32_t missing;
    } rows[] = {
        {"lying-arm-extension", 1U << UH_EQUIPMENT_TOWEL | 1U << UH_EQUIPMENT_FLOOR},
        {"foam-roller-ity", 1U << UH_EQUIPMENT_LONG_FOAM_ROLLER | 1U << UH_EQUIPMENT_FLOOR},
        {"cat-cow", 1U << UH_EQUIPMENT_FLOOR},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        begin(state);
        person = uh_person_unknown();
        routine.context = UH_CONTEXT_BEDTIME;
        add(rows[i].key);
        assert_int_equal(assert_objected(UH_OBJECTION_EQUIPMENT, 0)->missing, rows[i].missing);
        routine.context = UH_CONTEXT_FLOOR; /* who goes to the floor has one */
        person.equipment = rows[i].missing & ~(1U << UH_EQUIPMENT_FLOOR);
        assert_admitted();
        routine.context = UH_CONTEXT_ANY;
        person.equipment = 0;
        routine.tour = true; /* shown, not required */
        assert_admitted();
    }
}

static void rule_6_a_long_roller_is_a_roller_too(void **state)
{
    person.equipment = 1U << UH_EQUIPMENT_LONG_FOAM_ROLLER | 1U << UH_EQUIPMENT_FLOOR;
    add("thoracic-extension-roller");
    assert_admitted();
}

/* -- rule 7: not too much of one thing
 * --------------------------------------------------------------------------- */

static void rule_7_the_clasped_hands_stretch_comes_once_a_session(void **state)
{
    add("chest-expansion");
    add("chin-tuck");
    add("backward-shoulder-rolls");
    assert_int_equal(assert_objected(UH_OBJECTION_CLASPED_HANDS, 2)->other, 0);
    routine.tour = true;
    assert_admitted();
}

static void rule_7_at_most_two_of_one_family(void **state)
{
    add("quadruped-rotation");
    add("doorway-stretch");
    add("seated-twist");
    assert_admitted();
    add("thoracic-rotation");
    assert_int_equal(assert_objected(UH_OBJECTION_FAMILY, 3)->other, 0);
    routine.tour = true;
    assert_admitted();
}

static void rule_7_an_entry_that_is_out_does_not_count_against_others(void **state)
{
    screening.limits = 1U << UH_LIMIT_NO_KNEELING;
    add("quadruped-rotation");
    add("seated-twist");
    add("thoracic-rotation");
    assert_objected(UH_OBJECTION_LIMIT, 0);
    begin(state);
    add("chest-expansion")->dose.sets = 2;
    add("backward-shoulder-rolls");
    assert_objected(UH_OBJECTION_CEILING, 0);
}

static void rule_7_four_minutes_of_holding_a_family_and_day(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->dose = (uh_dose){30000, 2, 1}; /* two minutes with both sides */
    day.family_hold_ms[UH_FAMILY_NECK] = 120000;
    assert_admitted();
    day.family_hold_ms[UH_FAMILY_NECK] = 120001;
    assert_int_equal(assert_objected(UH_OBJECTION_FAMILY_DAY, 0)->limit, 240000);
    routine.tour = true;
    assert_admitted();
    routine.tour = false;
    day.family_hold_ms[UH_FAMILY_NECK] = 0;
    entry->dose = (uh_dose){60000, 1, 1};
    entry = add("seated-cervical-rotation");
    entry->dose = (uh_dose){60000, 2, 1};
    assert_objected(UH_OBJECTION_FAMILY_DAY, 1);
    routine.entries[1].one_side_only = true;
    assert_admitted();
}

/* The twist of one's own that a therapist wants held for five minutes, and five times a day. */
static uh_routine_entry *add_therapists_twist(void)
{
    uh_exercise *twist = patch_exercise(&catalogue, "seated-twist");
    uh_variant *form = patch_variant(&catalogue, "seated-twist");
    twist->id = 0;
    twist->therapist = (uh_therapist){.name = twist->name, .reason = twist->summary};
    form->dose.hold.design.ceiling = 60000;
    form->dose.repetitions.design.ceiling = 3;
    form->dose.per_day.design.ceiling = 5;
    assert_int_equal(uh_catalogue_open(patch_image, uh_builtin_catalogue_size, &catalogue), UH_OK);
    uh_routine_entry *entry = add("seated-twist");
    entry->dose = (uh_dose){50000, 3, 1};
    return entry;
}

static void rule_2_a_therapist_lifts_no_yes_no_limit_and_nothing_gentle(void **state)
{
    uh_routine_entry *entry = add_therapists_twist();
    person.opt_in = 0;
    assert_int_equal(assert_objected(UH_OBJECTION_OPT_IN, 0)->missing, 1U << UH_OPT_IN_LONG_HOLD);
    person.opt_in = 1U << UH_OPT_IN_LONG_HOLD;
    screening.limits = 1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST;
    assert_objected(UH_OBJECTION_LIMIT, 0);
    screening.limits = 1U << UH_LIMIT_CLINICIAN_FIRST;
    assert_objected(UH_OBJECTION_CLINICIAN_FIRST, 0);
    screening.limits = 0;
    entry->dose.hold_ms = 60001;
    assert_objected(UH_OBJECTION_CEILING, 0);
    entry->dose.hold_ms = 20000;
    person.profile = UH_PROFILE_FLEXIBLE;
    assert_int_equal(assert_objected(UH_OBJECTION_GENTLE, 0)->limit, 10000);
}

static void rule_7_a_single_stretch_may_reach_its_source_maximum(void **state)
{
    add("seated-cervical-rotation")->dose = (uh_dose){60000, 3, 1}; /* six minutes (B:83-85) */
    assert_admitted();
}

static void drain(uh_session *session, int64_t now_ms)
{
    uh_session_event event;
    while (uh_session_next(session, (uh_boot_ms){now_ms}, &event)) {
    }
}

/* How often five seconds more are granted from a moment on. */
static uint32_t more_from(uh_session *session, int64_t now_ms)
{
    uint32_t times = 0;
    drain(session, now_ms);
    while (uh_session_more(session, (uh_boot_ms){now_ms}) == UH_OK) {
        drain(session, now_ms);
        times++;
    }
    return times;
}

static uint32_t times_more(void)
{
    uh_session session;
    uh_session_options options = uh_session_options_for(&person, &screening);
    uh_session_options_fit_day(&day, &routine, &options);
    assert_int_equal(uh_session_start(&catalogue, &routine, options, (uh_boot_ms){0}, &session),
                     UH_OK);
    return more_from(&session, 0);
}

static void rule_7_more_time_is_bounded_by_what_the_day_has_left(void **state)
{
    add("seated-cervical-rotation")->dose = (uh_dose){10000, 2, 1};
    const uint32_t alone = times_more(); /* its own ceiling */
    assert_int_equal(alone, 10);
    day.family_hold_ms[UH_FAMILY_ROTATION] = 240000;
    assert_int_equal(times_more(), alone);
    day.family_hold_ms[UH_FAMILY_NECK] = 160000; /* each time adds 20 s to 200 */
    assert_int_equal(times_more(), 2);
    day.family_hold_ms[UH_FAMILY_NECK] = 180001;
    assert_int_equal(times_more(), 0);
    routine.tour = true;
    assert_int_equal(times_more(), alone);
}

static void rule_7_more_time_counts_what_was_held_and_what_is_to_come(void **state)
{
    uh_session session;
    add("seated-cervical-rotation")->dose = (uh_dose){30000, 2, 1};
    add("seated-cervical-rotation")->dose = (uh_dose){20000, 2, 1};
    day.family_hold_ms[UH_FAMILY_NECK] = 20000; /* 220 s in all */
    uh_session_options options = uh_session_options_for(&person, &screening);
    uh_session_options_fit_day(&day, &routine, &options);
    assert_int_equal(uh_session_start(&catalogue, &routine, options, (uh_boot_ms){0}, &session),
                     UH_OK);
    int64_t now_ms = 0;
    while (session.timeline.entry == 0) {
        now_ms = uh_session_deadline(&session).ms;
        drain(&session, now_ms);
    }
    assert_int_equal(session.held_ms[UH_FAMILY_NECK], 120000);
    assert_int_equal(more_from(&session, now_ms), 1);
}

static void rule_7_moving_stretches_hold_nothing(void **state)
{
    add("quadruped-rotation");
    day.family_hold_ms[UH_FAMILY_ROTATION] = 240000;
    assert_admitted();
}

static void rule_7_three_sessions_of_one_exercise_a_day(void **state)
{
    uint32_t index = add("chin-tuck")->exercise;
    day.sessions[index] = 2;
    assert_admitted();
    day.sessions[index] = 3;
    assert_int_equal(assert_objected(UH_OBJECTION_EXERCISE_DAY, 0)->limit, 3);
    routine.tour = true;
    assert_admitted();
    routine.tour = false;
    patch_variant(&catalogue, "chin-tuck")->dose.per_day.design.ceiling = 1;
    day.sessions[index] = 1;
    assert_int_equal(assert_objected(UH_OBJECTION_EXERCISE_DAY, 0)->limit, 1);
    patch_variant(&catalogue, "chin-tuck")->dose.per_day.design.ceiling = UH_UNKNOWN;
    assert_admitted();
}

static void rule_7_a_therapists_stretch_may_reach_its_own_most_alone(void **state)
{
    const uh_routine_entry *entry = add_therapists_twist();
    assert_int_equal(uh_entry_hold_ms(&catalogue, entry), 300000);
    assert_admitted();
    day.family_hold_ms[UH_FAMILY_ROTATION] = 1;
    assert_objected(UH_OBJECTION_FAMILY_DAY, 0);
    day.family_hold_ms[UH_FAMILY_ROTATION] = 0;
    add("thoracic-rotation"); /* the same family, on top of it */
    assert_objected(UH_OBJECTION_FAMILY_DAY, 1);
}

static void rule_7_only_a_therapist_lets_a_stretch_be_done_more_often(void **state)
{
    uh_routine_entry *entry = add_therapists_twist();
    entry->dose = (uh_dose){10000, 1, 1};
    day.sessions[entry->exercise] = 4;
    assert_admitted();
    day.sessions[entry->exercise] = 5;
    assert_int_equal(assert_objected(UH_OBJECTION_EXERCISE_DAY, 0)->limit, 5);
    patch_exercise(&catalogue, "seated-twist")->therapist = (uh_therapist){0};
    assert_int_equal(assert_objected(UH_OBJECTION_EXERCISE_DAY, 0)->limit, 3);
}

static void rule_7_what_comes_twice_in_a_routine_counts_twice(void **state)
{
    uint32_t index = add("chin-tuck")->exercise;
    add("chin-tuck");
    day.sessions[index] = 1;
    assert_admitted();
    day.sessions[index] = 2;
    assert_objected(UH_OBJECTION_EXERCISE_DAY, 1);
}

static void rule_7_a_tour_is_exempt_with_each_stretch_once(void **state)
{
    add("seated-cervical-rotation")->dose = (uh_dose){30000, 3, 1};
    add("chin-tuck");
    add("neck-flexion-extension");
    routine.tour = true;
    assert_admitted();
    add("chin-tuck");
    assert_objected(UH_OBJECTION_FAMILY, 3);
    routine.count = 1;
    add("seated-cervical-rotation")->dose = (uh_dose){30000, 3, 1};
    assert_objected(UH_OBJECTION_FAMILY_DAY, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(rule_1_emergency_refuses_everything, begin),
        cmocka_unit_test_setup(rule_1_clinician_first_refuses_everything, begin),
        cmocka_unit_test_setup(rule_1_each_limit_takes_its_stretches_out, begin),
        cmocka_unit_test_setup(rule_1_a_tour_is_not_exempt_from_the_screening, begin),
        cmocka_unit_test_setup(rule_1_what_was_set_aside_after_pain_is_not_done, begin),
        cmocka_unit_test_setup(rule_1_a_side_that_was_set_aside_is_left_to_the_other, begin),
        cmocka_unit_test_setup(rule_1_fitting_a_routine_to_the_day_leaves_a_side_out, begin),
        cmocka_unit_test_setup(rule_1_one_side_that_was_planned_never_becomes_the_other, begin),
        cmocka_unit_test_setup(a_flare_day_has_no_more_than_the_start_dose, begin),
        cmocka_unit_test_setup(rule_2_nothing_goes_above_its_ceiling, begin),
        cmocka_unit_test_setup(rule_2_a_session_never_goes_above_the_ceiling, begin),
        cmocka_unit_test_setup(rule_2_a_session_of_a_gentle_person_gets_no_more_than_the_start_dose,
                               begin),
        cmocka_unit_test_setup(rule_2_on_a_bad_day_and_after_a_stop_more_ends_at_the_start_dose,
                               begin),
        cmocka_unit_test_setup(rule_2_holds_over_thirty_seconds_need_a_yes, begin),
        cmocka_unit_test_setup(rule_2_more_time_reaches_a_long_hold_only_after_a_yes, begin),
        cmocka_unit_test_setup(rule_2_overpressure_is_off_unless_asked_for, begin),
        cmocka_unit_test_setup(rule_2_the_roller_under_the_back_is_off_unless_asked_for, begin),
        cmocka_unit_test_setup(rule_2_a_gentle_person_gets_no_more_than_the_start_dose, begin),
        cmocka_unit_test_setup(rule_2_the_yes_of_a_gentle_person_does_not_count, begin),
        cmocka_unit_test_setup(rule_2_a_stiff_person_gets_nothing_beyond_the_ceiling, begin),
        cmocka_unit_test_setup(rule_2_a_dose_that_cannot_be_done_is_refused, begin),
        cmocka_unit_test_setup(rule_2_a_hold_where_nothing_is_held_is_refused, begin),
        cmocka_unit_test_setup(rule_3_a_side_is_followed_by_its_other, begin),
        cmocka_unit_test_setup(rule_3_sides_must_fit_the_stretch, begin),
        cmocka_unit_test_setup(rule_3_the_easier_side_goes_first, begin),
        cmocka_unit_test_setup(rule_4_what_was_held_is_recorded_and_never_rounded_up, begin),
        cmocka_unit_test_setup(rule_4_simulated_sets_are_marked, begin),
        cmocka_unit_test_setup(rule_5_stop_is_possible_in_every_phase_and_while_paused, begin),
        cmocka_unit_test_setup(rule_5_no_breath_is_asked_to_be_held, begin),
        cmocka_unit_test_setup(rule_5_no_text_asks_to_hold_the_breath, begin),
        cmocka_unit_test_setup(rule_6_at_a_desk_only_stretches_for_the_desk, begin),
        cmocka_unit_test_setup(
            rule_6_a_desk_has_a_chair_with_wheels_until_the_person_says_otherwise, begin),
        cmocka_unit_test_setup(rule_6_floor_roller_and_towel_only_where_the_person_has_them, begin),
        cmocka_unit_test_setup(rule_6_a_long_roller_is_a_roller_too, begin),
        cmocka_unit_test_setup(rule_7_the_clasped_hands_stretch_comes_once_a_session, begin),
        cmocka_unit_test_setup(rule_7_at_most_two_of_one_family, begin),
        cmocka_unit_test_setup(rule_7_an_entry_that_is_out_does_not_count_against_others, begin),
        cmocka_unit_test_setup(rule_7_four_minutes_of_holding_a_family_and_day, begin),
        cmocka_unit_test_setup(rule_7_a_single_stretch_may_reach_its_source_maximum, begin),
        cmocka_unit_test_setup(rule_7_more_time_is_bounded_by_what_the_day_has_left, begin),
        cmocka_unit_test_setup(rule_7_more_time_counts_what_was_held_and_what_is_to_come, begin),
        cmocka_unit_test_setup(rule_7_moving_stretches_hold_nothing, begin),
        cmocka_unit_test_setup(rule_7_three_sessions_of_one_exercise_a_day, begin),
        cmocka_unit_test_setup(rule_7_a_therapists_stretch_may_reach_its_own_most_alone, begin),
        cmocka_unit_test_setup(rule_7_only_a_therapist_lets_a_stretch_be_done_more_often, begin),
        cmocka_unit_test_setup(rule_7_what_comes_twice_in_a_routine_counts_twice, begin),
        cmocka_unit_test_setup(rule_2_a_therapist_lifts_no_yes_no_limit_and_nothing_gentle, begin),
        cmocka_unit_test_setup(rule_7_a_tour_is_exempt_with_each_stretch_once, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
