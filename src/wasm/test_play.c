/* SPDX-License-Identifier: MIT */
/* test_play.c: for whom, a routine and the session's commands one by one, for the tests of the
 * module. The page folds facts (door_today.c), and gives commands through the keeper, which
 * remembers them (door_keeper.c). */
#include <string.h>

#include "unhunch/session.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

static uh_boot_ms time_of(double ms)
{
    return (uh_boot_ms){uh_door_ms(ms)};
}

UH_DOOR(void, uh_door_person, uint32_t profile, uint32_t equipment, uint32_t opt_in,
        uint32_t discreet, uint32_t easier_side)
{
    UH_ASSERT(profile <= UH_PROFILE_PLAN && easier_side <= UH_SIDE_RIGHT);
    *uh_door_the_person() = (uh_person){.profile = (uh_profile)profile,
                                        .equipment = equipment,
                                        .opt_in = opt_in,
                                        .discreet = discreet != 0,
                                        .easier_side = (uh_side)easier_side};
}

/* What feels stiff; after uh_door_person(). */
UH_DOOR(void, uh_door_person_regions, uint32_t stiff_regions)
{
    uh_door_the_person()->stiff_regions = stiff_regions;
}

UH_DOOR(void, uh_door_screening, uint32_t limits)
{
    uh_door_the_screening()->limits = limits;
}

UH_DOOR(int32_t, uh_door_routine_recipe, uint32_t index)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    UH_ASSERT(catalogue && index < uh_catalogue_routine_count(catalogue));
    return uh_routine_from_recipe(catalogue, uh_door_the_person(), uh_door_the_screening(), index,
                                  uh_door_the_routine());
}

/* Milliseconds, from the first phase to done. */
UH_DOOR(double, uh_door_routine_total, void)
{
    return (double)uh_timeline_total_ms(uh_door_the_catalogue(), uh_door_the_routine());
}

/* entry, exercise, variant, set, side, attempt, planned_hold_ms, planned_repetitions,
 * actual_hold_ms, actual_repetitions, duration_ms, began, ended, end, reason, eased, uneven,
 * simulated; until the next one. */
UH_DOOR(const double *, uh_door_session_record, void)
{
    static double numbers[18];
    UH_ASSERT(uh_door_the_session());
    const uh_set_record *of = uh_session_record(uh_door_the_session());
    const double list[] = {
        of->entry,
        of->exercise,
        of->variant,
        of->set,
        of->side,
        of->attempt,
        of->planned_hold_ms,
        of->planned_repetitions,
        of->actual_hold_ms,
        of->actual_repetitions,
        (double)of->duration_ms,
        (double)of->began.ms,
        (double)of->ended.ms,
        of->end,
        of->reason,
        of->eased,
        of->uneven,
        of->simulated,
    };
    memcpy(numbers, list, sizeof numbers);
    return numbers;
}

UH_DOOR(int32_t, uh_door_session_ready, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_ready(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_pause, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_pause(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_resume, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_resume(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_interrupt, double last_seen_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_interrupt(uh_door_the_session(), time_of(last_seen_ms));
}

UH_DOOR(int32_t, uh_door_session_ease, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_ease(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_stop, uint32_t reason, double now_ms)
{
    UH_ASSERT(uh_door_the_session() && reason <= UH_STOP_OTHER);
    return uh_session_stop(uh_door_the_session(), (uh_stop_reason)reason, time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_undo, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_undo_stop(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_skip, uint32_t reason, double now_ms)
{
    UH_ASSERT(uh_door_the_session() && reason <= UH_SKIP_DONE_ALREADY);
    return uh_session_skip(uh_door_the_session(), (uh_skip_reason)reason, time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_back, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_back(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_repeat, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_repeat(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_more, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_more(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_less, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_less(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_end, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_end(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_close, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_close(uh_door_the_session(), time_of(now_ms));
}
