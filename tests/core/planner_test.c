/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/pasts.h"
#include "core/patch.h"
#include "core/plan_rules.h"
#include "core/plan_worlds.h"
#include "core/planner_inside.h"

static uh_catalogue catalogue;
static uh_person person;
static uh_screening screening;
static uh_history history;
static uh_plan_request request;
static uh_plan_workspace workspace;
static uh_plan plan;

static int begin(void **state)
{
    catalogue = patchable_catalogue();
    person = uh_person_unknown();
    screening = (uh_screening){0};
    uh_history_begin((uh_date){PAST_TODAY}, &history);
    request = (uh_plan_request){.context = UH_CONTEXT_DESK, .minutes = 5};
    return 0;
}

static uh_status make(void)
{
    return uh_plan_make(&catalogue, &person, &screening, &history, &request, &workspace, &plan);
}

static void must_plan(void)
{
    assert_int_equal(make(), UH_OK);
}

static uint32_t index_of(const char *key)
{
    return exercise_index(&catalogue, key);
}

static const uh_plan_reason *reason_of(const char *key)
{
    return &plan.reasons[index_of(key)];
}

static uh_plan_code code_of(const char *key)
{
    return reason_of(key)->code;
}

static const uh_routine_entry *entry_of(const char *key)
{
    for (uint32_t i = 0; i < plan.routine.count; i++) {
        if (plan.routine.entries[i].exercise == index_of(key)) {
            return &plan.routine.entries[i];
        }
    }
    return NULL;
}

static bool is_in(const char *key)
{
    return entry_of(key) != NULL;
}

static void set_bit(uint32_t *set, const char *key)
{
    const uint32_t index = index_of(key);
    set[index / 32] |= 1U << index % 32;
}

/* One session of one stretch, both sides. */
static void done(const char *key, int32_t days_ago)
{
    const bool sided =
        uh_catalogue_exercise(&catalogue, index_of(key))->sides.kind != UH_SIDES_BOTH;
    past_take(&history, &catalogue, past_session("s", days_ago),
              past_set(&catalogue, "", key, sided ? UH_SIDE_LEFT : UH_SIDE_BOTH));
    if (sided) {
        uh_fact other = past_set(&catalogue, "s", key, UH_SIDE_RIGHT);
        uh_history_take(&history, &catalogue, &other);
    }
    uh_history_end(&history);
}

static void done_daily(const char *key, int32_t from_days_ago, int32_t to_days_ago)
{
    for (int32_t days_ago = from_days_ago; days_ago >= to_days_ago; days_ago--) {
        done(key, days_ago);
    }
}

static void hurt(const char *key, uh_side side, uint32_t times)
{
    for (uint32_t i = 0; i < times; i++) {
        uh_fact set = past_set(&catalogue, "", key, side);
        set.is.set.end = UH_ENDED_STOPPED;
        set.is.set.reason = UH_REASON_PAIN;
        past_take(&history, &catalogue, past_session("s", 3), set);
        const uh_fact mark = past_pain(key, side, 3);
        uh_history_take(&history, &catalogue, &mark);
    }
    uh_history_end(&history);
}

/* All that there is, on the floor for an hour. */
static void ask_for_all(void)
{
    person.equipment = (1U << UH_EQUIPMENT_COUNT) - 1;
    request = (uh_plan_request){.context = UH_CONTEXT_FLOOR, .minutes = 60};
}

/* -- doses -- */

static void the_middle_dose_is_half_way_in_whole_numbers(void **state)
{
    static const struct {
        const char *key;
        uh_dose doses[UH_DOSE_STEPS];
    } rows[] = {
        {"shoulder-blade-squeeze", {{5000, 6, 1}, {5000, 10, 1}, {5000, 15, 1}}},
        {"chin-tuck", {{2000, 5, 1}, {2000, 7, 1}, {3000, 10, 1}}},
        {"thoracic-rotation", {{15000, 2, 1}, {22000, 2, 1}, {30000, 2, 1}}},
        {"prone-w", {{2000, 5, 1}, {2000, 7, 1}, {3000, 10, 2}}},
        {"quadruped-rotation", {{0, 5, 1}, {0, 7, 1}, {0, 10, 1}}},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        const uh_variant *variant = patch_variant(&catalogue, rows[i].key);
        for (uint32_t step = 0; step < UH_DOSE_STEPS; step++) {
            const uh_dose dose = uh_dose_step(variant, step);
            assert_int_equal(dose.hold_ms, rows[i].doses[step].hold_ms);
            assert_int_equal(dose.repetitions, rows[i].doses[step].repetitions);
            assert_int_equal(dose.sets, rows[i].doses[step].sets);
        }
    }
}

static void the_middle_dose_never_falls_below_the_start(void **state)
{
    uh_variant *variant = patch_variant(&catalogue, "chin-tuck");
    variant->dose.hold.design.start = 2500;
    variant->dose.hold.design.usual = 2900;
    assert_int_equal(uh_dose_step(variant, 1).hold_ms, 2500);
    variant->dose.hold.design.usual = 3600;
    assert_int_equal(uh_dose_step(variant, 1).hold_ms, 3000);
}

static void the_first_weeks_take_start_doses(void **state)
{
    must_plan();
    for (uint32_t i = 0; i < plan.routine.count; i++) {
        const uh_routine_entry *entry = &plan.routine.entries[i];
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, entry->exercise);
        const uh_dose start =
            uh_dose_step(uh_exercise_variant(&catalogue, exercise, entry->variant), 0);
        assert_memory_equal(&entry->dose, &start, sizeof start);
    }
}

static void the_dose_grows_with_the_history_and_shrinks_to_fit(void **state)
{
    request.most = 1;
    done_daily("chin-tuck", 30, 8);
    set_bit(person.liked, "chin-tuck");
    person.stiff_regions = 1U << UH_REGION_NECK;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        if (i != index_of("chin-tuck")) {
            person.disliked[i / 32] |= 1U << i % 32;
        }
    }
    must_plan();
    assert_int_equal(entry_of("chin-tuck")->dose.repetitions, 10);
    request.minutes = 1;
    must_plan();
    assert_int_equal(entry_of("chin-tuck")->dose.repetitions, 5);
    person.profile = UH_PROFILE_FLEXIBLE;
    request.minutes = 5;
    must_plan();
    assert_int_equal(entry_of("chin-tuck")->dose.repetitions, 5);
}

/* -- order and time -- */

static void a_plan_lasts_the_sum_of_its_parts(void **state)
{
    uint64_t seed = 77;
    for (int round = 0; round < 2000; round++) {
        uh_routine routine = {.context = UH_CONTEXT_ANY, .pace = (uh_pace)world_random(&seed, 2)};
        const uint32_t count = 1 + world_random(&seed, 12);
        for (uint32_t i = 0; i < count; i++) {
            const uint32_t exercise = world_random(&seed, uh_catalogue_exercise_count(&catalogue));
            const uh_exercise *what = uh_catalogue_exercise(&catalogue, exercise);
            const uint32_t form = world_random(&seed, what->variants.count);
            const bool sided = what->sides.kind != UH_SIDES_BOTH;
            routine.entries[routine.count++] = (uh_routine_entry){
                .exercise = exercise,
                .variant = form,
                .dose = uh_dose_step(uh_exercise_variant(&catalogue, what, form),
                                     world_random(&seed, UH_DOSE_STEPS)),
                .first_side = sided ? UH_SIDE_LEFT : UH_SIDE_BOTH,
                .one_side_only = sided && world_random(&seed, 3) == 0,
            };
        }
        uh_plan_sort(&catalogue, &routine);
        assert_int_equal(uh_plan_cost_ms(&catalogue, &routine),
                         uh_timeline_total_ms(&catalogue, &routine));
    }
    assert_int_equal(uh_plan_cost_ms(&catalogue, &(uh_routine){0}), 0);
}

/* The ways along some places in this order, and up again. */
static uint32_t way_ms(const uh_place *places, uint32_t count)
{
    uint32_t sum_ms = 0;
    uh_place at = UH_PLACE_STANDING;
    for (uint32_t i = 0; i < count; i++) {
        sum_ms += uh_place_change_ms(at, places[i]);
        at = places[i];
    }
    return sum_ms + uh_place_way_out_ms(at);
}

static uint32_t shortest_way_ms(uh_place *places, uint32_t fixed, uint32_t count)
{
    uint32_t best = fixed == count ? way_ms(places, count) : UINT32_MAX;
    for (uint32_t i = fixed; i < count; i++) {
        const uh_place first = places[fixed];
        places[fixed] = places[i];
        places[i] = first;
        const uint32_t ms = shortest_way_ms(places, fixed + 1, count);
        best = ms < best ? ms : best;
        places[i] = places[fixed];
        places[fixed] = first;
    }
    return best;
}

static void the_canonical_order_of_places_is_never_much_longer_than_the_shortest(void **state)
{
    static const uh_place order[] = {
        UH_PLACE_HANDS_KNEES, UH_PLACE_FLOOR_SITTING, UH_PLACE_SIDE_LYING,   UH_PLACE_PRONE,
        UH_PLACE_SUPINE,      UH_PLACE_TOWEL,         UH_PLACE_CROSS_ROLLER, UH_PLACE_LONG_ROLLER};
    for (uint32_t set = 1; set < 1U << UH_PLAN_FLOOR_PLACES; set++) {
        uh_place places[UH_PLAN_FLOOR_PLACES];
        uint32_t count = 0;
        for (uint32_t i = 0; i < UH_PLAN_FLOOR_PLACES; i++) {
            if (set & 1U << i) {
                places[count++] = order[i];
            }
        }
        assert_int_equal(uh_plan_places_ms(UH_PACE_USUAL, set), way_ms(places, count));
        assert_true(uh_plan_places_ms(UH_PACE_USUAL, set) <=
                    shortest_way_ms(places, 0, count) + 20000);
        for (uint32_t i = 0; i < UH_PLAN_FLOOR_PLACES; i++) {
            assert_true(uh_plan_places_ms(UH_PACE_USUAL, set & ~(1U << i)) <=
                        uh_plan_places_ms(UH_PACE_USUAL, set));
        }
    }
}

static void both_forms_of_the_clasped_hands_are_of_one_family(void **state)
{
    uint32_t family = UH_FAMILY_COUNT;
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        if (uh_exercise_clasps_hands(&catalogue, exercise)) {
            assert_true(family == UH_FAMILY_COUNT || family == exercise->family);
            family = exercise->family;
        }
    }
    assert_int_not_equal(family, UH_FAMILY_COUNT);
}

/* -- wishes -- */

static void every_wish_has_a_name_a_weight_and_a_reason(void **state)
{
    for (uint32_t wish = 0; wish < UH_WISH_COUNT; wish++) {
        assert_string_not_equal(uh_wish_name(wish), "");
        assert_int_not_equal(uh_wish_weight((uh_wish)wish), 0);
        assert_true((uh_wish_weight((uh_wish)wish) < 0) == (wish >= UH_WISH_SECOND));
        for (uint32_t other = 0; other < wish; other++) {
            assert_string_not_equal(uh_wish_name(wish), uh_wish_name(other));
            assert_int_not_equal(uh_wish_message((uh_wish)wish), uh_wish_message((uh_wish)other));
        }
    }
    assert_string_equal(uh_wish_name(UH_WISH_COUNT), "");
}

/* What an entry weighs by one wish, at its start dose. */
static int32_t points(uh_wish wish, const char *key)
{
    uh_routine routine = {0};
    uh_plan_weight weight;
    uh_routine_entry *entry = add_stretch(&catalogue, &routine, key, UH_LEVEL_START);
    uh_plan_weigh(&catalogue, &person, &history, UH_CONTEXT_ANY, entry, &weight);
    return weight.by_wish[wish];
}

static void the_first_session_begins_with_the_two_small_ones(void **state)
{
    assert_int_equal(points(UH_WISH_FIRST, "chin-tuck"), uh_wish_weight(UH_WISH_FIRST));
    assert_int_equal(points(UH_WISH_FIRST, "prone-w"), 0);
    must_plan();
    assert_int_equal(code_of("shoulder-blade-squeeze"), UH_PLAN_IN_FIRST);
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_IN_FIRST);
    assert_int_equal(plan.wish, UH_WISH_FIRST);
    for (uint32_t context = 0; context < UH_CONTEXT_COUNT; context++) {
        request.context = (uh_context)context;
        must_plan();
        assert_true(is_in("shoulder-blade-squeeze") && is_in("chin-tuck"));
    }
    done("prone-w", 1);
    assert_int_equal(points(UH_WISH_FIRST, "chin-tuck"), 0);
}

static void what_feels_stiff_comes_first(void **state)
{
    person.stiff_regions = 1U << UH_REGION_NECK;
    done("prone-w", 1);
    assert_int_equal(points(UH_WISH_STIFF, "chin-tuck"), uh_wish_weight(UH_WISH_STIFF));
    assert_int_equal(points(UH_WISH_STIFF, "prone-w"), 0);
    request.minutes = 3;
    must_plan();
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_IN_STIFF);
    assert_int_equal(reason_of("chin-tuck")->bits, 1U << UH_REGION_NECK);
    assert_int_equal(plan.wish, UH_WISH_STIFF);
}

static void what_is_noticed_gives_way_to_what_is_not(void **state)
{
    done("prone-w", 1);
    person.discreet = true;
    assert_int_equal(points(UH_WISH_DISCREET, "chin-tuck"), uh_wish_weight(UH_WISH_DISCREET));
    assert_int_equal(points(UH_WISH_DISCREET, "chest-expansion"), 0);
    request.minutes = 2;
    must_plan();
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_IN_DISCREET);
    assert_int_equal(plan.wish, UH_WISH_DISCREET);
}

static void families_take_turns(void **state)
{
    const int32_t all = uh_wish_weight(UH_WISH_LATELY);
    assert_int_equal(points(UH_WISH_LATELY, "chin-tuck"), all);
    done("chin-tuck", 3);
    assert_int_equal(points(UH_WISH_LATELY, "chin-tuck"), all);
    done("chin-tuck", 2);
    assert_int_equal(points(UH_WISH_LATELY, "chin-tuck"), all * 2 / 3);
    assert_int_equal(points(UH_WISH_LATELY, "seated-cervical-rotation"), all * 2 / 3);
    done("chin-tuck", 0);
    assert_int_equal(points(UH_WISH_LATELY, "chin-tuck"), 0);
    assert_int_equal(points(UH_WISH_LATELY, "prone-w"), all);
}

/* A short session after which somebody answered. */
static void answered(const char *key, uh_helped helped)
{
    uh_fact session = past_session("s", 5);
    session.is.session.helped = helped;
    past_take(&history, &catalogue, session, past_set(&catalogue, "", key, UH_SIDE_BOTH));
    uh_history_end(&history);
}

static void what_helped_more_often_than_usual_counts_from_three_answers_on(void **state)
{
    answered("chin-tuck", UH_HELPED_BETTER);
    answered("chin-tuck", UH_HELPED_BETTER);
    for (int i = 0; i < 4; i++) {
        answered("chest-expansion", UH_HELPED_SAME);
    }
    assert_int_equal(points(UH_WISH_HELPED, "chin-tuck"), 0);
    answered("chin-tuck", UH_HELPED_BETTER);
    /* 3 of 3, and 3 of 7 over all */
    assert_int_equal(points(UH_WISH_HELPED, "chin-tuck"), uh_wish_weight(UH_WISH_HELPED));
    assert_int_equal(points(UH_WISH_HELPED, "chest-expansion"), 0);
    answered("chin-tuck", UH_HELPED_WORSE);
    answered("chin-tuck", UH_HELPED_WORSE);
    /* 3 of 5, and 3 of 9 over all: 0.6 - 0.33 is 0.27 of the 0.5 that would be all */
    assert_int_equal(points(UH_WISH_HELPED, "chin-tuck"), 5);
}

static void what_helped_is_named(void **state)
{
    for (int i = 0; i < 4; i++) {
        answered("chin-tuck", UH_HELPED_BETTER);
        answered("chest-expansion", UH_HELPED_SAME);
    }
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        history.family_last[family] = (uh_date){PAST_TODAY};
    }
    must_plan();
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_IN_HELPED);
    assert_int_equal(reason_of("chin-tuck")->count, 4);
    assert_int_equal(reason_of("chin-tuck")->of, 4);
    assert_int_equal(plan.wish, UH_WISH_HELPED);
}

static void what_is_liked_is_worth_more_and_what_is_disliked_is_out(void **state)
{
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        history.family_last[family] = (uh_date){PAST_TODAY};
    }
    history.sessions = 1;
    set_bit(person.liked, "chest-expansion");
    set_bit(person.disliked, "chin-tuck");
    assert_int_equal(points(UH_WISH_LIKED, "chest-expansion"), uh_wish_weight(UH_WISH_LIKED));
    must_plan();
    assert_int_equal(code_of("chest-expansion"), UH_PLAN_IN_LIKED);
    assert_int_equal(plan.wish, UH_WISH_LIKED);
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_OUT_DISLIKED);
}

static void evidence_counts_up_to_a_minute_a_side(void **state)
{
    assert_int_equal(uh_plan_evidence(0), 0);
    assert_int_equal(uh_plan_evidence(30000), uh_wish_weight(UH_WISH_EVIDENCE) / 2);
    assert_int_equal(uh_plan_evidence(60000), uh_wish_weight(UH_WISH_EVIDENCE));
    assert_int_equal(uh_plan_evidence(600000), uh_wish_weight(UH_WISH_EVIDENCE));
    uh_routine routine = {0};
    uh_plan_weight weight;
    uh_routine_entry *entry =
        add_stretch(&catalogue, &routine, "thoracic-rotation", UH_LEVEL_USUAL);
    uh_plan_weigh(&catalogue, &person, &history, UH_CONTEXT_ANY, entry, &weight);
    assert_int_equal(weight.work_ms, 60000);
    entry = add_stretch(&catalogue, &routine, "cat-cow", UH_LEVEL_START);
    uh_plan_weigh(&catalogue, &person, &history, UH_CONTEXT_ANY, entry, &weight);
    assert_int_equal(weight.work_ms, 90000); /* moves, and stays both ways */
    entry = add_stretch(&catalogue, &routine, "quadruped-rotation", UH_LEVEL_START);
    uh_plan_weigh(&catalogue, &person, &history, UH_CONTEXT_ANY, entry, &weight);
    assert_int_equal(weight.work_ms, 40000);
    entry = add_stretch(&catalogue, &routine, "chin-tuck", UH_LEVEL_START);
    uh_plan_weigh(&catalogue, &person, &history, UH_CONTEXT_ANY, entry, &weight);
    assert_int_equal(weight.work_ms, 30000);
}

static void what_was_done_today_or_the_last_time_is_worth_less(void **state)
{
    done("chin-tuck", 2);
    done("prone-w", 1);
    assert_int_equal(points(UH_WISH_LAST, "prone-w"), uh_wish_weight(UH_WISH_LAST));
    assert_int_equal(points(UH_WISH_LAST, "chin-tuck"), 0);
    assert_int_equal(points(UH_WISH_AGAIN, "prone-w"), 0);
    done("prone-w", 0);
    assert_int_equal(points(UH_WISH_LAST, "prone-w"), 0);
    assert_int_equal(points(UH_WISH_AGAIN, "prone-w"), uh_wish_weight(UH_WISH_AGAIN));
    done("prone-w", 0);
    done("prone-w", 0);
    assert_int_equal(points(UH_WISH_AGAIN, "prone-w"), 2 * uh_wish_weight(UH_WISH_AGAIN));
}

static void past_ten_minutes_a_week_a_family_is_worth_less_and_it_is_said(void **state)
{
    uh_fact set = past_set(&catalogue, "", "chin-tuck", UH_SIDE_BOTH);
    set.is.set.actual_hold_ms = set.is.set.planned_hold_ms = 599999;
    past_take(&history, &catalogue, past_session("s", 6), set);
    uh_history_end(&history);
    assert_int_equal(points(UH_WISH_ENOUGH, "chin-tuck"), 0);
    done("chin-tuck", 5);
    assert_int_equal(points(UH_WISH_ENOUGH, "chin-tuck"), uh_wish_weight(UH_WISH_ENOUGH));
    assert_int_equal(points(UH_WISH_ENOUGH, "prone-w"), 0);
    request.minutes = 10;
    must_plan();
    assert_true(plan.enough == 1U << UH_FAMILY_NECK);
    assert_int_equal(plan.notes, 1U << UH_PLAN_NOTE_ENOUGH);
    uh_history_move(&history, (uh_date){PAST_TODAY + 1});
    must_plan();
    assert_int_equal(plan.notes, 0);
}

static void going_down_to_the_floor_must_be_worth_it(void **state)
{
    assert_int_equal(uh_plan_floor_points(0), 0);
    assert_int_equal(uh_plan_floor_points(4), uh_wish_weight(UH_WISH_FLOOR));
    assert_int_equal(uh_plan_floor_points(1 | 4 | 8),
                     uh_wish_weight(UH_WISH_FLOOR) + 2 * uh_wish_weight(UH_WISH_PLACE));
}

/* -- hard rules beside the gate's -- */

static void a_side_that_hurt_is_left_out_and_the_other_is_done(void **state)
{
    ask_for_all();
    set_bit(person.disliked, "chin-tuck");
    hurt("seated-cervical-rotation", UH_SIDE_LEFT, 2);
    must_plan();
    assert_true(entry_of("seated-cervical-rotation")->one_side_only);
    assert_int_equal(entry_of("seated-cervical-rotation")->first_side, UH_SIDE_RIGHT);
    hurt("seated-cervical-rotation", UH_SIDE_RIGHT, 2);
    must_plan();
    assert_int_equal(code_of("seated-cervical-rotation"), UH_PLAN_OUT_PARKED);
}

static void the_right_side_may_be_the_one_that_is_left_out(void **state)
{
    ask_for_all();
    set_bit(person.disliked, "chin-tuck");
    person.easier_side = UH_SIDE_RIGHT;
    must_plan();
    assert_int_equal(entry_of("seated-cervical-rotation")->first_side, UH_SIDE_RIGHT);
    assert_false(entry_of("seated-cervical-rotation")->one_side_only);
    hurt("seated-cervical-rotation", UH_SIDE_RIGHT, 2);
    must_plan();
    assert_int_equal(entry_of("seated-cervical-rotation")->first_side, UH_SIDE_LEFT);
    assert_true(entry_of("seated-cervical-rotation")->one_side_only);
}

static void a_stretch_without_sides_that_hurt_twice_is_out(void **state)
{
    hurt("chin-tuck", UH_SIDE_BOTH, 1);
    must_plan();
    assert_int_not_equal(code_of("chin-tuck"), UH_PLAN_OUT_PARKED);
    hurt("chin-tuck", UH_SIDE_BOTH, 1);
    must_plan();
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_OUT_PARKED);
    screening.limits = 1U << UH_LIMIT_NO_NECK;
    must_plan();
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_OUT_LIMIT);
}

static void neck_stretches_begin_half_the_way(void **state)
{
    person.stiff_regions = 1U << UH_REGION_NECK;
    done("prone-w", 1);
    request.minutes = 8;
    set_bit(person.disliked, "chin-tuck");
    must_plan();
    assert_int_equal(entry_of("seated-cervical-rotation")->variant,
                     variant_index(&catalogue, index_of("seated-cervical-rotation"), "small"));
    assert_int_equal(entry_of("neck-flexion-extension")->variant,
                     variant_index(&catalogue, index_of("neck-flexion-extension"), "forward-only"));
    done("seated-cervical-rotation", 1);
    done("neck-flexion-extension", 1);
    must_plan();
    assert_int_equal(entry_of("seated-cervical-rotation")->variant, 0);
    assert_int_equal(entry_of("neck-flexion-extension")->variant, 0);
}

static void where_the_form_of_half_the_way_is_not_for_the_place_another_is_done(void **state)
{
    ask_for_all();
    person.stiff_regions = 1U << UH_REGION_NECK;
    set_bit(person.disliked, "chin-tuck");
    must_plan();
    assert_int_equal(entry_of("seated-cervical-rotation")->variant, 0);
}

/* Every form but one is made to ask for something that is not there. */
static void leave_only_form(const char *key, const char *form)
{
    const uint32_t exercise = index_of(key);
    const uh_exercise *what = uh_catalogue_exercise(&catalogue, exercise);
    for (uint32_t i = 0; i < what->variants.count; i++) {
        uh_variant *variant = patch_of(uh_exercise_variant(&catalogue, what, i));
        if (i != variant_index(&catalogue, exercise, form)) {
            variant->equipment |= 1U << UH_EQUIPMENT_DOORWAY;
        }
    }
}

static void stronger_forms_wait_for_the_usual_dose(void **state)
{
    ask_for_all();
    person.equipment &= ~(1U << UH_EQUIPMENT_DOORWAY);
    set_bit(person.disliked, "quadruped-rotation");
    set_bit(person.disliked, "seated-trunk-rotation");
    leave_only_form("thoracic-rotation", "higher-target");
    must_plan();
    assert_int_equal(code_of("thoracic-rotation"), UH_PLAN_NEEDS_EQUIPMENT);
    done_daily("thoracic-rotation", 30, 12);
    must_plan();
    assert_int_equal(uh_history_step(&history, index_of("thoracic-rotation")), 2);
    assert_true(is_in("thoracic-rotation"));
}

static void a_gentle_person_gets_no_form_that_holds_where_the_standard_form_moves(void **state)
{
    /* as far as the file goes it would be for them too */
    person.profile = UH_PROFILE_FLEXIBLE;
    set_bit(person.disliked, "chin-tuck");
    request.minutes = 10;
    leave_only_form("neck-flexion-extension", "hold");
    uh_variant *hold = patch_of(uh_exercise_variant(
        &catalogue, uh_catalogue_exercise(&catalogue, index_of("neck-flexion-extension")),
        variant_index(&catalogue, index_of("neck-flexion-extension"), "hold")));
    hold->not_for = 0;
    done("neck-flexion-extension", 9);
    must_plan();
    assert_false(is_in("neck-flexion-extension"));
    person.profile = UH_PROFILE_TYPICAL;
    must_plan();
    assert_true(is_in("neck-flexion-extension"));
}

static void on_a_day_with_too_much_pain_there_is_no_plan(void **state)
{
    uh_fact rating = past_rating(0, 6, 3);
    uh_history_take(&history, &catalogue, &rating);
    assert_int_equal(make(), UH_ERR_REFUSED);
    assert_int_equal(plan.refusal.kind, UH_PLAN_NO_PAIN);
    assert_int_equal(plan.reasons[16].code, UH_PLAN_OUT_PAIN);
    assert_int_equal(plan.routine.count, 0);
    begin(state);
    screening.sore_today = true; /* a later rating of the day, before a session */
    assert_int_equal(make(), UH_ERR_REFUSED);
    begin(state);
    rating = past_rating(0, 5, 10);
    uh_history_take(&history, &catalogue, &rating);
    must_plan();
}

static void who_must_be_seen_first_gets_no_plan(void **state)
{
    screening.limits = 1U << UH_LIMIT_CLINICIAN_FIRST;
    assert_int_equal(make(), UH_ERR_REFUSED);
    assert_int_equal(plan.refusal.kind, UH_PLAN_NO_CLINICIAN);
    screening.limits |= 1U << UH_LIMIT_EMERGENCY;
    assert_int_equal(make(), UH_ERR_REFUSED);
    assert_int_equal(plan.refusal.kind, UH_PLAN_NO_EMERGENCY);
    assert_int_equal(plan.reasons[0].code, UH_PLAN_OUT_EMERGENCY);
}

/* -- requests -- */

static void a_micro_break_is_one_stretch_in_75_seconds(void **state)
{
    request.micro = true;
    must_plan();
    assert_int_equal(plan.routine.count, 1);
    assert_true(plan.duration_ms <= UH_PLAN_MICRO_MS);
    assert_int_equal(code_of("chest-expansion"), UH_PLAN_OUT_MOST);
    assert_int_equal(code_of("shoulder-blade-squeeze"), UH_PLAN_OUT_LONG);
    request.minutes = 1;
    must_plan();
    assert_true(plan.duration_ms <= 60000);
    request.most = 2;
    request.minutes = 5;
    must_plan();
    assert_true(plan.routine.count <= 2);
    assert_true(plan.duration_ms <= UH_PLAN_MICRO_MS);
}

static void no_more_stretches_than_asked_for(void **state)
{
    ask_for_all();
    for (request.most = 1; request.most <= 12; request.most++) {
        const int32_t score = plan.score;
        must_plan();
        assert_true(plan.routine.count <= request.most);
        assert_true(request.most == 1 || plan.score >= score);
    }
    const int32_t score = plan.score;
    request.most = 0;
    must_plan();
    assert_int_equal(plan.score, score);
}

static void more_minutes_never_lower_the_score(void **state)
{
    for (uint32_t context = 0; context < UH_CONTEXT_COUNT; context++) {
        int32_t score = 0;
        request.context = (uh_context)context;
        person.equipment = world_equipment(context % WORLD_EQUIPMENTS);
        for (request.minutes = 1; request.minutes <= UH_PLAN_MINUTES_MAX; request.minutes++) {
            must_plan();
            assert_true(plan.score >= score);
            score = plan.score;
        }
    }
}

static void a_lifted_limit_or_one_thing_more_never_lowers_the_score(void **state)
{
    static uh_fact facts[WORLD_FACTS_MAX];
    for (uint32_t past = 0; past < WORLD_HISTORIES; past += 3) {
        const size_t count = world_facts(&catalogue, past, facts);
        world_history(&catalogue, facts, count, &history);
        for (uint32_t limit = 0; limit < UH_LIMIT_CLINICIAN_FIRST; limit++) {
            person = world_person(0, world_equipment(limit % WORLD_EQUIPMENTS));
            request = world_request(limit % 9, (uh_context)(past % UH_CONTEXT_COUNT));
            screening.limits = 1U << limit | 1U << UH_LIMIT_NO_ROLLER;
            const int32_t before = make() == UH_OK ? plan.score : 0;
            screening.limits = 1U << UH_LIMIT_NO_ROLLER;
            const int32_t lifted = make() == UH_OK ? plan.score : 0;
            assert_true(lifted >= before);
            person.equipment = (1U << UH_EQUIPMENT_COUNT) - 1;
            assert_true((make() == UH_OK ? plan.score : 0) >= lifted);
        }
    }
}

static void two_runs_give_one_plan(void **state)
{
    static uh_fact facts[WORLD_FACTS_MAX];
    const size_t count = world_facts(&catalogue, 5, facts);
    world_history(&catalogue, facts, count, &history);
    ask_for_all();
    must_plan();
    const uint64_t hash = uh_plan_hash(0, &plan);
    memset(&workspace, 0xa5, sizeof workspace);
    memset(&plan, 0x5a, sizeof plan);
    must_plan();
    assert_true(uh_plan_hash(0, &plan) == hash);
    request.minutes = 7;
    must_plan();
    assert_true(uh_plan_hash(0, &plan) != hash);
}

/* Whole sessions of a day change places: for the person it is the same day. */
static void the_order_within_a_day_changes_nothing(void **state)
{
    static const char *const keys[] = {"chin-tuck", "chest-expansion", "prone-w",
                                       "seated-cervical-rotation"};
    uint64_t hashes[2];
    for (int turn = 0; turn < 2; turn++) {
        begin(state);
        ask_for_all();
        for (int32_t days_ago = 20; days_ago >= 0; days_ago--) {
            for (uint32_t i = 0; i < UH_COUNT(keys); i++) {
                done(keys[turn == 0 ? i : UH_COUNT(keys) - 1 - i], days_ago);
            }
        }
        must_plan();
        hashes[turn] = uh_plan_hash(0, &plan);
    }
    assert_true(hashes[0] == hashes[1]);
}

/* -- reasons -- */

static void each_reason_names_what_it_is_about(void **state)
{
    request.minutes = 3;
    done("prone-w", 1);
    must_plan();
    assert_int_equal(code_of("doorway-stretch"), UH_PLAN_NEEDS_EQUIPMENT);
    assert_int_equal(reason_of("doorway-stretch")->bits, 1U << UH_EQUIPMENT_DOORWAY);
    assert_int_equal(code_of("cat-cow"), UH_PLAN_NEEDS_PLACE);
    assert_true(reason_of("cat-cow")->bits & 1U << UH_CONTEXT_FLOOR);
    assert_false(reason_of("cat-cow")->bits & 1U << UH_CONTEXT_DESK);
    assert_true(is_in("chest-expansion"));
    assert_int_equal(code_of("backward-shoulder-rolls"), UH_PLAN_OUT_CLASPED);
    assert_int_equal(reason_of("backward-shoulder-rolls")->other, index_of("chest-expansion"));
}

static void a_missing_yes_is_named_only_where_nothing_else_is_missing(void **state)
{
    ask_for_all();
    must_plan();
    assert_int_equal(code_of("thoracic-extension-roller"), UH_PLAN_NEEDS_YES);
    assert_int_equal(reason_of("thoracic-extension-roller")->bits, 1U << UH_OPT_IN_ROLLER);
    person.equipment = 1U << UH_EQUIPMENT_FLOOR;
    must_plan();
    assert_int_equal(code_of("thoracic-extension-roller"), UH_PLAN_NEEDS_EQUIPMENT);
    request.context = UH_CONTEXT_ANY;
    must_plan();
    assert_int_equal(code_of("thoracic-extension-roller"), UH_PLAN_NEEDS_EQUIPMENT);
    request.context = UH_CONTEXT_DESK;
    must_plan();
    assert_int_equal(code_of("thoracic-extension-roller"), UH_PLAN_NEEDS_PLACE);
}

static void what_is_out_for_today_says_so(void **state)
{
    done("chin-tuck", 0);
    done("chin-tuck", 0);
    done("chin-tuck", 0);
    must_plan();
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_OUT_DONE);
    assert_int_equal(reason_of("chin-tuck")->count, 3);
    history.done.family_hold_ms[UH_FAMILY_CHEST_OPEN] = 235000;
    must_plan();
    assert_int_equal(code_of("chest-expansion"), UH_PLAN_OUT_FAMILY_DAY);
}

static void a_second_one_that_the_days_four_minutes_forbid_says_so(void **state)
{
    /* one of them alone may be done, both are too much */
    ask_for_all();
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        if (exercise->family == UH_FAMILY_SCAPULAR) {
            for (uint32_t form = 0; form < exercise->variants.count; form++) {
                uh_variant *variant = patch_of(uh_exercise_variant(&catalogue, exercise, form));
                variant->dose.repetitions.design.start = 30;
                variant->dose.repetitions.design.usual = 30;
                variant->dose.repetitions.design.ceiling = 30;
                variant->dose.hold.design.start = 5000;
                variant->dose.hold.design.usual = 5000;
                variant->dose.hold.design.ceiling = 5000;
            }
        }
    }
    must_plan();
    assert_true(is_in("shoulder-blade-squeeze"));
    assert_int_equal(code_of("prone-w"), UH_PLAN_OUT_FAMILY_DAY);
}

static void what_does_not_fit_says_what_it_would_take(void **state)
{
    request.minutes = 1;
    must_plan();
    assert_int_equal(plan.routine.count, 1);
    assert_int_equal(code_of("shoulder-blade-squeeze"), UH_PLAN_OUT_LONG);
    assert_int_equal(reason_of("shoulder-blade-squeeze")->ms, 77000);
    assert_int_equal(code_of("chest-expansion"), UH_PLAN_OUT_ROOM);
    assert_int_equal(reason_of("chest-expansion")->ms, 26000);
    assert_int_equal(code_of("neck-flexion-extension"), UH_PLAN_OUT_BETTER);
    assert_int_equal(reason_of("neck-flexion-extension")->other, index_of("chin-tuck"));
}

static void a_way_to_the_floor_that_is_not_worth_it_says_so(void **state)
{
    ask_for_all();
    request.context = UH_CONTEXT_ANY; /* nobody chose the floor */
    /* the only one on its place, and little worth: done twice today and past its ten minutes */
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        if (i != index_of("chin-tuck") && i != index_of("cat-cow")) {
            person.disliked[i / 32] |= 1U << i % 32;
        }
    }
    uh_fact set = past_set(&catalogue, "", "cat-cow", UH_SIDE_BOTH);
    set.is.set.actual_hold_ms = set.is.set.planned_hold_ms = 600000;
    past_take(&history, &catalogue, past_session("s", 5), set);
    uh_variant *variant = patch_variant(&catalogue, "cat-cow");
    variant->dose.hold.design.start = 1000;
    variant->dose.repetitions.design.start = 1;
    leave_only_form("cat-cow", "standard");
    person.equipment &= ~(1U << UH_EQUIPMENT_DOORWAY);
    uh_history_end(&history);
    done("cat-cow", 0);
    done("cat-cow", 0);
    history.done.family_hold_ms[UH_FAMILY_FLEX_EXT] = 0;
    must_plan();
    assert_int_equal(code_of("cat-cow"), UH_PLAN_OUT_FLOOR);
}

static void what_is_in_says_for_how_long_its_kind_was_not_done(void **state)
{
    done_daily("chest-expansion", 9, 9);
    done_daily("prone-w", 1, 1);
    request.minutes = 10;
    must_plan();
    assert_true(is_in("backward-shoulder-rolls") || is_in("chest-expansion"));
    const char *chest = is_in("chest-expansion") ? "chest-expansion" : "backward-shoulder-rolls";
    assert_int_equal(code_of(chest), UH_PLAN_IN_LATELY);
    assert_int_equal(reason_of(chest)->count, 9);
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_IN_LATELY);
    assert_int_equal(reason_of("chin-tuck")->count, 0);
    assert_int_equal(code_of("shoulder-blade-squeeze"), UH_PLAN_IN_FITS);
    assert_int_equal(plan.wish, UH_WISH_LATELY);
}

static void a_plan_that_only_fits_says_no_more(void **state)
{
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        history.family_last[family] = (uh_date){PAST_TODAY};
    }
    history.sessions = 1;
    must_plan();
    assert_int_equal(plan.wish, UH_WISH_MOVES);
    assert_int_equal(uh_plan_why_message(&plan), UH_MSG_PLAN_WHY_FITS);
}

static void names_are_all_different_and_end(void **state)
{
    for (uint32_t code = 0; code < UH_PLAN_CODE_COUNT; code++) {
        assert_string_not_equal(uh_plan_code_name(code), "");
        for (uint32_t other = 0; other < code; other++) {
            assert_string_not_equal(uh_plan_code_name(code), uh_plan_code_name(other));
        }
    }
    for (uint32_t kind = 0; kind < UH_PLAN_REFUSAL_COUNT; kind++) {
        assert_string_not_equal(uh_plan_refusal_name(kind), "");
    }
    for (uint32_t note = 0; note < UH_PLAN_NOTE_COUNT; note++) {
        assert_string_not_equal(uh_plan_note_name(note), "");
    }
    assert_string_equal(uh_plan_code_name(UH_PLAN_CODE_COUNT), "");
    assert_string_equal(uh_plan_refusal_name(UH_PLAN_REFUSAL_COUNT), "");
    assert_string_equal(uh_plan_note_name(UH_PLAN_NOTE_COUNT), "");
}

/* -- refusals -- */

/* Only this stretch is left, in all of its forms. */
static void leave_only(const char *key)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        if (i != index_of(key)) {
            person.disliked[i / 32] |= 1U << i % 32;
        }
    }
}

static void assert_refused(uh_status status, uh_plan_refusal_kind kind)
{
    assert_int_equal(make(), status);
    assert_int_equal(plan.refusal.kind, kind);
    assert_int_equal(plan.routine.count, 0);
}

static void what_takes_longer_names_the_minutes_that_would_do(void **state)
{
    leave_only("shoulder-blade-squeeze");
    request.minutes = 1;
    assert_refused(UH_ERR_RANGE, UH_PLAN_NO_MINUTES);
    assert_int_equal(plan.refusal.minutes, 2);
    assert_int_equal(plan.refusal.exercise, index_of("shoulder-blade-squeeze"));
    request.minutes = plan.refusal.minutes;
    must_plan();
}

static void what_takes_more_than_an_hour_is_no_choice(void **state)
{
    leave_only("shoulder-blade-squeeze");
    request.minutes = 1;
    const uh_exercise *exercise =
        uh_catalogue_exercise(&catalogue, index_of("shoulder-blade-squeeze"));
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        uh_variant *variant = patch_of(uh_exercise_variant(&catalogue, exercise, i));
        variant->setup_ms = 3600000;
    }
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_CHOICE);
}

static void what_needs_a_thing_or_a_place_or_a_yes_names_it(void **state)
{
    leave_only("doorway-stretch");
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_EQUIPMENT);
    assert_int_equal(plan.refusal.bits, 1U << UH_EQUIPMENT_DOORWAY);
    begin(state);
    leave_only("cat-cow");
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_PLACE);
    assert_int_equal(plan.refusal.exercise, index_of("cat-cow"));
    begin(state);
    leave_only("thoracic-extension-roller");
    ask_for_all();
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_YES);
}

static void what_was_done_often_enough_is_for_tomorrow(void **state)
{
    leave_only("chin-tuck");
    for (int i = 0; i < 3; i++) {
        done("chin-tuck", 0);
    }
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_TODAY);
    begin(state);
    leave_only("chest-expansion");
    history.done.family_hold_ms[UH_FAMILY_CHEST_OPEN] = 240000;
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_TODAY);
}

static void where_all_is_set_aside_a_walk_is_left(void **state)
{
    leave_only("chin-tuck");
    set_bit(person.disliked, "chin-tuck");
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_CHOICE);
}

static void a_dose_that_cannot_be_done_is_no_choice(void **state)
{
    leave_only("chin-tuck");
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, index_of("chin-tuck"));
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        uh_variant *variant = patch_of(uh_exercise_variant(&catalogue, exercise, i));
        variant->dose.repetitions.design.start = 0;
    }
    assert_refused(UH_ERR_EMPTY, UH_PLAN_NO_CHOICE);
    assert_int_equal(code_of("chin-tuck"), UH_PLAN_OUT_DOSE);
}

static void every_code_and_refusal_is_a_phrase(void **state)
{
    must_plan();
    for (uint32_t code = 0; code < UH_PLAN_CODE_COUNT; code++) {
        const uint32_t bits = code == UH_PLAN_OUT_RESTS ? UH_ASIDE_WORSE : 1; /* it has no twin */
        plan.reasons[0] = (uh_plan_reason){.code = (uh_plan_code)code, .bits = bits};
        const uh_phrase phrase = uh_plan_reason_phrase(&catalogue, &plan, 0);
        assert_true(phrase.message < UH_MESSAGE_COUNT);
    }
    plan.reasons[0] = (uh_plan_reason){.code = UH_PLAN_NEEDS_EQUIPMENT,
                                       .bits = 1U << UH_EQUIPMENT_FLOOR | 1U << UH_EQUIPMENT_TOWEL};
    assert_int_equal(uh_plan_reason_phrase(&catalogue, &plan, 0).message, UH_MSG_PLAN_NEEDS_TWO);
    for (uint32_t kind = 1; kind < UH_PLAN_REFUSAL_COUNT; kind++) {
        plan.refusal = (uh_plan_refusal){.kind = (uh_plan_refusal_kind)kind, .bits = 1};
        assert_int_not_equal(uh_plan_refusal_phrase(&plan).message, 0);
        assert_int_not_equal(uh_plan_nearest_phrase(&catalogue, &plan).message, 0);
    }
    for (uint32_t note = 0; note < UH_PLAN_NOTE_COUNT; note++) {
        assert_int_not_equal(uh_plan_note_phrase((uh_plan_note)note).message, 0);
    }
}

/* -- notes -- */

static void flexible_people_hear_after_three_sessions_that_it_is_as_needed(void **state)
{
    person.profile = UH_PROFILE_FLEXIBLE;
    done("chin-tuck", 6);
    done("chin-tuck", 3);
    must_plan();
    assert_int_equal(plan.notes, 0);
    done("chin-tuck", 1);
    must_plan();
    assert_int_equal(plan.notes, 1U << UH_PLAN_NOTE_AS_NEEDED);
    person.profile = UH_PROFILE_TYPICAL;
    must_plan();
    assert_int_equal(plan.notes, 0);
    screening.limits = 1U << UH_LIMIT_GENTLE;
    must_plan();
    assert_int_equal(plan.notes, 1U << UH_PLAN_NOTE_AS_NEEDED);
    screening.limits = 0;
    person.profile = UH_PROFILE_PLAN;
    must_plan();
    assert_int_equal(plan.notes, 0);
}

static void a_bad_day_and_a_return_are_greeted(void **state)
{
    done("chin-tuck", 14);
    must_plan();
    assert_int_equal(plan.notes, 1U << UH_PLAN_NOTE_AWAY);
    uh_fact flare = past_mark(UH_MARK_FLARE, 0);
    uh_history_take(&history, &catalogue, &flare);
    done("chin-tuck", 1);
    must_plan();
    assert_int_equal(plan.notes, 1U << UH_PLAN_NOTE_FLARE);
}

/* -- days ahead -- */

static void a_week_ahead_has_its_goal_days_with_a_day_between(void **state)
{
    static const char *const weeks[] = {"#.#.#..", "#######", "......."};
    static const uint32_t goals[] = {3, 7, 0};
    for (size_t i = 0; i < UH_COUNT(goals); i++) {
        begin(state);
        for (int day = 0; day < 7; day++) {
            const bool wanted = weeks[i][day] == '#';
            assert_int_equal(uh_history_week(&history, goals[i]).is_due, wanted);
            if (wanted) {
                must_plan();
                uh_plan_pretend(&catalogue, &plan, &history);
            }
            uh_history_move(&history, (uh_date){PAST_TODAY + day + 1});
        }
    }
}

static void rest_and_flare_days_are_no_goal_days(void **state)
{
    static const uh_mark_kind marks[] = {UH_MARK_REST, UH_MARK_FLARE};
    for (size_t i = 0; i < UH_COUNT(marks); i++) {
        begin(state);
        uh_fact mark = past_mark(marks[i], 0);
        assert_true(uh_history_week(&history, 7).is_due);
        uh_history_take(&history, &catalogue, &mark);
        assert_false(uh_history_week(&history, 7).is_due);
    }
}

static void a_plan_that_is_taken_as_done_is_in_the_history(void **state)
{
    ask_for_all();
    must_plan();
    uh_plan_pretend(&catalogue, &plan, &history);
    assert_int_equal(history.sessions, 1);
    assert_int_equal(history.days[0].sessions, 1);
    assert_int_equal(history.days[0].left_ms, history.days[0].right_ms);
    uint64_t hold_ms = 0;
    uint64_t held_ms = 0;
    for (uint32_t i = 0; i < plan.routine.count; i++) {
        const uh_routine_entry *entry = &plan.routine.entries[i];
        assert_int_equal(history.done.sessions[entry->exercise], 1);
        hold_ms += uh_entry_hold_ms(&catalogue, entry);
    }
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        held_ms += history.done.family_hold_ms[family];
    }
    assert_int_equal(held_ms, hold_ms);
    const uint64_t hash = uh_plan_hash(0, &plan);
    must_plan();
    assert_true(uh_plan_hash(0, &plan) != hash);
}

static void one_side_alone_is_taken_as_done_alone(void **state)
{
    ask_for_all();
    leave_only("seated-cervical-rotation");
    hurt("seated-cervical-rotation", UH_SIDE_LEFT, 2);
    const uint32_t left_ms = history.exercises[index_of("seated-cervical-rotation")].left_ms;
    must_plan();
    uh_plan_pretend(&catalogue, &plan, &history);
    const uh_exercise_past *past = &history.exercises[index_of("seated-cervical-rotation")];
    assert_int_equal(past->left_ms, left_ms);
    assert_true(past->right_ms > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_middle_dose_is_half_way_in_whole_numbers, begin),
        cmocka_unit_test_setup(the_middle_dose_never_falls_below_the_start, begin),
        cmocka_unit_test_setup(the_first_weeks_take_start_doses, begin),
        cmocka_unit_test_setup(the_dose_grows_with_the_history_and_shrinks_to_fit, begin),
        cmocka_unit_test_setup(a_plan_lasts_the_sum_of_its_parts, begin),
        cmocka_unit_test_setup(the_canonical_order_of_places_is_never_much_longer_than_the_shortest,
                               begin),
        cmocka_unit_test_setup(both_forms_of_the_clasped_hands_are_of_one_family, begin),
        cmocka_unit_test_setup(every_wish_has_a_name_a_weight_and_a_reason, begin),
        cmocka_unit_test_setup(the_first_session_begins_with_the_two_small_ones, begin),
        cmocka_unit_test_setup(what_feels_stiff_comes_first, begin),
        cmocka_unit_test_setup(what_is_noticed_gives_way_to_what_is_not, begin),
        cmocka_unit_test_setup(families_take_turns, begin),
        cmocka_unit_test_setup(what_helped_more_often_than_usual_counts_from_three_answers_on,
                               begin),
        cmocka_unit_test_setup(what_helped_is_named, begin),
        cmocka_unit_test_setup(what_is_liked_is_worth_more_and_what_is_disliked_is_out, begin),
        cmocka_unit_test_setup(evidence_counts_up_to_a_minute_a_side, begin),
        cmocka_unit_test_setup(what_was_done_today_or_the_last_time_is_worth_less, begin),
        cmocka_unit_test_setup(past_ten_minutes_a_week_a_family_is_worth_less_and_it_is_said,
                               begin),
        cmocka_unit_test_setup(going_down_to_the_floor_must_be_worth_it, begin),
        cmocka_unit_test_setup(a_side_that_hurt_is_left_out_and_the_other_is_done, begin),
        cmocka_unit_test_setup(the_right_side_may_be_the_one_that_is_left_out, begin),
        cmocka_unit_test_setup(a_stretch_without_sides_that_hurt_twice_is_out, begin),
        cmocka_unit_test_setup(neck_stretches_begin_half_the_way, begin),
        cmocka_unit_test_setup(where_the_form_of_half_the_way_is_not_for_the_place_another_is_done,
                               begin),
        cmocka_unit_test_setup(stronger_forms_wait_for_the_usual_dose, begin),
        cmocka_unit_test_setup(
            a_gentle_person_gets_no_form_that_holds_where_the_standard_form_moves, begin),
        cmocka_unit_test_setup(on_a_day_with_too_much_pain_there_is_no_plan, begin),
        cmocka_unit_test_setup(who_must_be_seen_first_gets_no_plan, begin),
        cmocka_unit_test_setup(a_micro_break_is_one_stretch_in_75_seconds, begin),
        cmocka_unit_test_setup(no_more_stretches_than_asked_for, begin),
        cmocka_unit_test_setup(more_minutes_never_lower_the_score, begin),
        cmocka_unit_test_setup(a_lifted_limit_or_one_thing_more_never_lowers_the_score, begin),
        cmocka_unit_test_setup(two_runs_give_one_plan, begin),
        cmocka_unit_test_setup(the_order_within_a_day_changes_nothing, begin),
        cmocka_unit_test_setup(each_reason_names_what_it_is_about, begin),
        cmocka_unit_test_setup(a_missing_yes_is_named_only_where_nothing_else_is_missing, begin),
        cmocka_unit_test_setup(what_is_out_for_today_says_so, begin),
        cmocka_unit_test_setup(a_second_one_that_the_days_four_minutes_forbid_says_so, begin),
        cmocka_unit_test_setup(what_does_not_fit_says_what_it_would_take, begin),
        cmocka_unit_test_setup(a_way_to_the_floor_that_is_not_worth_it_says_so, begin),
        cmocka_unit_test_setup(what_is_in_says_for_how_long_its_kind_was_not_done, begin),
        cmocka_unit_test_setup(a_plan_that_only_fits_says_no_more, begin),
        cmocka_unit_test_setup(names_are_all_different_and_end, begin),
        cmocka_unit_test_setup(what_takes_longer_names_the_minutes_that_would_do, begin),
        cmocka_unit_test_setup(what_takes_more_than_an_hour_is_no_choice, begin),
        cmocka_unit_test_setup(what_needs_a_thing_or_a_place_or_a_yes_names_it, begin),
        cmocka_unit_test_setup(what_was_done_often_enough_is_for_tomorrow, begin),
        cmocka_unit_test_setup(where_all_is_set_aside_a_walk_is_left, begin),
        cmocka_unit_test_setup(a_dose_that_cannot_be_done_is_no_choice, begin),
        cmocka_unit_test_setup(every_code_and_refusal_is_a_phrase, begin),
        cmocka_unit_test_setup(flexible_people_hear_after_three_sessions_that_it_is_as_needed,
                               begin),
        cmocka_unit_test_setup(a_bad_day_and_a_return_are_greeted, begin),
        cmocka_unit_test_setup(a_week_ahead_has_its_goal_days_with_a_day_between, begin),
        cmocka_unit_test_setup(rest_and_flare_days_are_no_goal_days, begin),
        cmocka_unit_test_setup(a_plan_that_is_taken_as_done_is_in_the_history, begin),
        cmocka_unit_test_setup(one_side_alone_is_taken_as_done_alone, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
