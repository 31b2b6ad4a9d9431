/* SPDX-License-Identifier: MIT */
/* planner_order.c: the canonical order of a plan, and what a plan lasts as a sum of its parts. */
#include "core/planner_inside.h"

enum { FLOOR_FIRST = 2 };

/* On hands and knees the back is moved before it is held, and lying on the back comes last. No set
 * of places takes more than 20 s longer than in the shortest of all orders (D-43). */
static const uint32_t ranks[UH_PLACE_COUNT] = {
    [UH_PLACE_STANDING] = 0,      [UH_PLACE_CHAIR] = 1,      [UH_PLACE_HANDS_KNEES] = FLOOR_FIRST,
    [UH_PLACE_FLOOR_SITTING] = 3, [UH_PLACE_SIDE_LYING] = 4, [UH_PLACE_PRONE] = 5,
    [UH_PLACE_SUPINE] = 6,        [UH_PLACE_TOWEL] = 7,      [UH_PLACE_CROSS_ROLLER] = 8,
    [UH_PLACE_LONG_ROLLER] = 9,
};

static uh_place place_at(uint32_t rank)
{
    uint32_t place = 0;
    while (ranks[place] != rank) {
        place++;
    }
    return (uh_place)place;
}

uint32_t uh_plan_floor_bit(const uh_variant *variant)
{
    const uint32_t rank = ranks[uh_variant_place(variant)];
    return rank < FLOOR_FIRST ? 0 : 1U << (rank - FLOOR_FIRST);
}

/* As the timeline does it; ways are whole seconds, so that their sum is paced like each of them. */
static uint32_t paced_ms(uh_pace pace, uint32_t ms)
{
    return pace == UH_PACE_UNHURRIED ? ms + ms / 2 : ms;
}

uint32_t uh_plan_pause_ms(uh_pace pace)
{
    return paced_ms(pace, UH_NEXT_STRETCH_MS);
}

uint32_t uh_plan_places_ms(uh_pace pace, uint32_t floor)
{
    uh_place place = UH_PLACE_STANDING;
    uint32_t sum_ms = 0;
    for (uint32_t i = 0; i < UH_PLAN_FLOOR_PLACES; i++) {
        if ((floor & 1U << i) != 0) {
            const uh_place next = place_at(FLOOR_FIRST + i);
            sum_ms += uh_place_change_ms(place, next);
            place = next;
        }
    }
    return paced_ms(pace, sum_ms + uh_place_way_out_ms(place));
}

static const uh_variant *variant_of(const uh_catalogue *catalogue, const uh_routine_entry *entry)
{
    return uh_exercise_variant(catalogue, uh_catalogue_exercise(catalogue, entry->exercise),
                               entry->variant);
}

/* The timeline knows how long it takes alone; the ways there and back are not its own. */
uint32_t uh_plan_entry_ms(const uh_catalogue *catalogue, uh_pace pace,
                          const uh_routine_entry *entry)
{
    const uh_routine alone = {.count = 1, .pace = pace, .entries = {*entry}};
    const uint32_t floor = uh_plan_floor_bit(variant_of(catalogue, entry));
    return (uint32_t)uh_timeline_total_ms(catalogue, &alone) - uh_plan_places_ms(pace, floor) +
           uh_plan_pause_ms(pace);
}

uint32_t uh_plan_cost_ms(const uh_catalogue *catalogue, const uh_routine *routine)
{
    const uh_pace pace = routine->pace;
    uint32_t floor = 0;
    uint32_t sum_ms = 0;
    for (uint32_t i = 0; i < routine->count; i++) {
        floor |= uh_plan_floor_bit(variant_of(catalogue, &routine->entries[i]));
        sum_ms += uh_plan_entry_ms(catalogue, pace, &routine->entries[i]);
    }
    return routine->count == 0 ? 0
                               : sum_ms - uh_plan_pause_ms(pace) + uh_plan_places_ms(pace, floor);
}

/* Where an entry stands: place, then what moves before what holds, then the catalogue. */
static uint32_t order_of(const uh_catalogue *catalogue, const uh_routine_entry *entry)
{
    const uh_variant *variant = variant_of(catalogue, entry);
    const uint32_t held = variant->mode == UH_MODE_HOLD;
    return (ranks[uh_variant_place(variant)] * 2 + held) * UH_EXERCISES_MAX + entry->exercise;
}

void uh_plan_sort(const uh_catalogue *catalogue, uh_routine *routine)
{
    for (uint32_t i = 1; i < routine->count; i++) {
        const uh_routine_entry entry = routine->entries[i];
        const uint32_t order = order_of(catalogue, &entry);
        uint32_t at = i;
        for (; at > 0 && order_of(catalogue, &routine->entries[at - 1]) > order; at--) {
            routine->entries[at] = routine->entries[at - 1];
        }
        routine->entries[at] = entry;
    }
}

/* -- doses between start and usual -- */

/* Half-way from start to usual in whole units. A start that is no whole number itself stays. */
static uint32_t half_way(uint32_t start, uint32_t usual, uint32_t unit)
{
    const uint32_t half = (start + usual) / 2 / unit * unit;
    return half < start ? start : half;
}

uh_dose uh_dose_step(const uh_variant *variant, uint32_t step)
{
    UH_ASSERT(step < UH_DOSE_STEPS);
    const uh_dose start = uh_dose_at(variant, UH_LEVEL_START);
    const uh_dose usual = uh_dose_at(variant, UH_LEVEL_USUAL);
    if (step != 1) {
        return step == 0 ? start : usual;
    }
    return (uh_dose){
        .hold_ms = half_way(start.hold_ms, usual.hold_ms, 1000),
        .repetitions = half_way(start.repetitions, usual.repetitions, 1),
        .sets = half_way(start.sets, usual.sets, 1),
    };
}
