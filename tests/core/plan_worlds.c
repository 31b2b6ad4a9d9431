/* SPDX-License-Identifier: MIT */
#include "core/plan_worlds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t world_random(uint64_t *seed, uint32_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)((*seed >> 33) % below);
}

/* -- people and places -- */

uh_person world_person(uint32_t index, uint32_t equipment)
{
    const uint32_t all = (1U << UH_OPT_IN_COUNT) - 1;
    const uint32_t stiff = 1U << UH_REGION_NECK | 1U << UH_REGION_THORACIC;
    const uh_person people[WORLD_PEOPLE] = {
        {.profile = UH_PROFILE_TYPICAL},
        {.profile = UH_PROFILE_TYPICAL, .discreet = true, .easier_side = UH_SIDE_RIGHT},
        {.profile = UH_PROFILE_STIFF, .stiff_regions = stiff},
        {.profile = UH_PROFILE_STIFF,
         .stiff_regions = 1U << UH_REGION_CHEST,
         .opt_in = all,
         .easier_side = UH_SIDE_LEFT,
         .pace = UH_PACE_UNHURRIED,
         .liked = {1U << 4 | 1U << 12},
         .disliked = {1U << 0 | 1U << 10}},
        {.profile = UH_PROFILE_FLEXIBLE, .opt_in = all, .stiff_regions = stiff},
        {.profile = UH_PROFILE_PLAN, .pace = UH_PACE_UNHURRIED},
    };
    uh_person person = people[index];
    person.equipment = equipment;
    return person;
}

uint32_t world_equipment(uint32_t index)
{
    const uint32_t chair = 1U << UH_EQUIPMENT_CHAIR;
    const uint32_t floor = 1U << UH_EQUIPMENT_FLOOR;
    const uint32_t equipments[WORLD_EQUIPMENTS] = {
        chair,
        0,
        1U << UH_EQUIPMENT_STURDY_CHAIR,
        chair | 1U << UH_EQUIPMENT_DOORWAY,
        chair | floor,
        chair | floor | 1U << UH_EQUIPMENT_TOWEL,
        chair | floor | 1U << UH_EQUIPMENT_FOAM_ROLLER,
        (1U << UH_EQUIPMENT_COUNT) - 1,
    };
    return equipments[index];
}

uh_screening world_screening(uint32_t index)
{
    static const uint32_t limits[WORLD_SCREENINGS] = {
        0,
        1U << UH_LIMIT_GENTLE,
        1U << UH_LIMIT_NO_NECK,
        1U << UH_LIMIT_NO_ROLLER,
        1U << UH_LIMIT_NO_SHOULDER_END_RANGE,
        1U << UH_LIMIT_NO_KNEELING,
        1U << UH_LIMIT_NO_PRONE_OR_LONG_SUPINE,
        1U << UH_LIMIT_NO_LOADED_FLEXION_TWIST,
        1U << UH_LIMIT_NO_HEAD_DOWN,
        1U << UH_LIMIT_NO_NECK_EXTENSION,
        1U << UH_LIMIT_NO_NECK | 1U << UH_LIMIT_NO_ROLLER,
        (1U << UH_LIMIT_CLINICIAN_FIRST) - 1,
        1U << UH_LIMIT_CLINICIAN_FIRST | 1U << UH_LIMIT_NO_NECK,
        1U << UH_LIMIT_EMERGENCY | 1U << UH_LIMIT_CLINICIAN_FIRST,
    };
    return (uh_screening){.limits = limits[index]};
}

uh_plan_request world_request(uint32_t index, uh_context context)
{
    static const uint32_t minutes[] = {1, 2, 3, 5, 8, 10, 15, 20, 30};
    if (index < UH_COUNT(minutes)) {
        return (uh_plan_request){.context = context, .minutes = minutes[index]};
    }
    return index == UH_COUNT(minutes)
               ? (uh_plan_request){.context = context, .minutes = 2, .micro = true}
               : (uh_plan_request){.context = context, .minutes = 5, .most = 2};
}

/* -- pasts -- */

/* How somebody lives with it, in percent where nothing else is said. */
typedef struct habit {
    int32_t from_days_ago;
    int32_t to_days_ago;
    uint32_t days;      /* on which something is done */
    uint32_t sessions;  /* at most, on such a day */
    uint32_t stretches; /* at most, in a session */
    uint32_t few;       /* stretches that are ever done; 0: all */
    uint32_t pain;      /* of the sets */
    uint32_t eased;
    uint32_t other_end;
    uint32_t helped;
    uint32_t flare;   /* of the days */
    uint32_t again;   /* of the days: try something again */
    bool again_today; /* something today for certain */
    bool hurts;       /* 6 or more today */
} habit;

static const habit habits[WORLD_HISTORIES] = {
    {0},
    {0, 0, 100, 1, 2, 0, 0, 0, 0, 50, 0, 0, true, false},      /* the first one was today */
    {1, 1, 100, 1, 3, 0, 0, 0, 0, 50, 0, 0, false, false},     /* yesterday */
    {1, 90, 95, 1, 6, 6, 0, 0, 0, 80, 0, 0, false, false},     /* daily, the same six */
    {0, 90, 95, 2, 5, 0, 0, 0, 0, 80, 0, 0, true, false},      /* daily, all of them */
    {0, 60, 45, 1, 4, 8, 1, 3, 3, 50, 2, 1, false, false},     /* every other day */
    {15, 80, 60, 2, 5, 0, 1, 3, 3, 50, 1, 0, false, false},    /* two weeks away */
    {14, 40, 90, 1, 4, 5, 0, 0, 0, 50, 0, 0, false, false},    /* just away long enough */
    {13, 60, 90, 1, 5, 5, 0, 0, 0, 50, 0, 0, false, false},    /* just not */
    {0, 30, 80, 2, 4, 0, 15, 5, 5, 30, 5, 2, false, false},    /* much hurts */
    {0, 30, 80, 2, 4, 4, 30, 5, 5, 30, 5, 10, false, false},   /* and is tried again */
    {0, 6, 100, 4, 4, 0, 0, 5, 5, 50, 0, 0, true, false},      /* a busy week */
    {0, 0, 100, 9, 3, 4, 0, 0, 0, 50, 0, 0, true, false},      /* a busy day, few of them */
    {0, 0, 100, 14, 6, 0, 0, 0, 0, 50, 0, 0, true, false},     /* a busier day, all of them */
    {0, 90, 90, 1, 3, 3, 0, 2, 2, 60, 3, 0, false, false},     /* the usual doses of three */
    {0, 90, 60, 2, 8, 0, 1, 10, 10, 30, 100, 0, false, false}, /* a bad day, each day */
    {0, 20, 70, 1, 2, 5, 0, 2, 2, 90, 0, 0, false, false},     /* short ones that help */
    {0, 20, 70, 1, 2, 5, 0, 2, 2, 90, 0, 0, false, true},      /* and six of ten today */
    {1, 90, 85, 3, 4, 12, 2, 10, 20, 40, 3, 3, false, false},  /* often interrupted */
    {0, 90, 95, 1, 12, 0, 0, 0, 0, 50, 0, 0, true, false},     /* long ones */
};

typedef struct story_of {
    const uh_catalogue *catalogue;
    const habit *life;
    uint64_t seed;
    uh_fact *facts;
    size_t count;
    char session[UH_FACT_ID_SIZE];
} story_of;

static bool happens(story_of *of, uint32_t percent)
{
    return world_random(&of->seed, 100) < percent;
}

static uh_fact *add(story_of *of, uh_fact_kind kind)
{
    if (of->count == WORLD_FACTS_MAX) {
        abort();
    }
    uh_fact *fact = &of->facts[of->count++];
    *fact = (uh_fact){.kind = kind};
    return fact;
}

static uint32_t some_stretch(story_of *of)
{
    const uint32_t all = uh_catalogue_exercise_count(of->catalogue);
    const uint32_t few = of->life->few > 0 && of->life->few < all ? of->life->few : all;
    const uint32_t apart = all % 3 == 0 ? 1 : 3;
    return (world_random(&of->seed, few) * apart + of->life->few) % all;
}

static void set_key(const story_of *of, uh_text key, char out[UH_FACT_KEY_SIZE])
{
    (void)snprintf(out, UH_FACT_KEY_SIZE, "%s", uh_catalogue_text(of->catalogue, key));
}

static void spoil(story_of *of, uh_set_fact *set)
{
    set->eased = happens(of, of->life->eased);
    if (happens(of, of->life->pain)) {
        set->end = UH_ENDED_STOPPED;
        set->reason =
            happens(of, 85) ? UH_REASON_PAIN : UH_REASON_NERVE + world_random(&of->seed, 2);
    } else if (happens(of, of->life->other_end)) {
        set->end = 1 + world_random(&of->seed, 5);
        set->reason = set->end == UH_ENDED_SKIPPED ? UH_REASON_NOT_NOW : UH_REASON_NONE;
    }
    if (set->end != UH_ENDED_COMPLETE && happens(of, 30)) {
        set->actual_hold_ms = 0;
        set->actual_repetitions = 0;
    }
}

static void add_side(story_of *of, uint32_t entry, const uh_exercise *exercise, uh_side side,
                     int32_t days_ago, bool simulated)
{
    const uh_variant *form = uh_exercise_variant(of->catalogue, exercise, 0);
    uh_set_fact *set = &add(of, UH_FACT_SET)->is.set;
    (void)snprintf(set->session, sizeof set->session, "%s", of->session);
    set_key(of, exercise->key, set->exercise);
    set->entry = entry;
    set->set = set->attempt = 1;
    set->side = side;
    set->family = exercise->family;
    set->began.day = (uh_date){WORLD_TODAY - days_ago};
    const uh_dose dose = uh_dose_at(form, happens(of, 50) ? UH_LEVEL_START : UH_LEVEL_USUAL);
    set->planned_hold_ms = set->actual_hold_ms = dose.hold_ms * dose.repetitions;
    set->planned_repetitions = set->actual_repetitions = dose.repetitions;
    set->duration_ms = 20000 + (int64_t)world_random(&of->seed, 60000);
    set->end = UH_ENDED_COMPLETE;
    set->simulated = simulated;
    spoil(of, set);
    const bool complaint = set->reason >= UH_REASON_PAIN && set->reason <= UH_REASON_DIZZY;
    if (complaint && !simulated && !happens(of, 10)) { /* or taken back */
        uh_mark_fact *mark = &add(of, UH_FACT_MARK)->is.mark;
        strcpy(mark->exercise, set->exercise);
        mark->at.day = set->began.day;
        mark->mark = UH_MARK_STOP;
        mark->reason = set->reason;
        mark->side = happens(of, 10) ? UH_SIDE_BOTH : side; /* or stopped between two stretches */
    }
}

static void add_session(story_of *of, int32_t days_ago)
{
    static const uh_helped answers[] = {UH_HELPED_BETTER, UH_HELPED_BETTER, UH_HELPED_SAME,
                                        UH_HELPED_WORSE};
    const bool simulated = happens(of, 3);
    uh_session_fact *session = &add(of, UH_FACT_SESSION)->is.session;
    (void)snprintf(of->session, sizeof of->session, "session-%zu", of->count);
    (void)snprintf(session->id, sizeof session->id, "%s", of->session);
    session->began.day = (uh_date){WORLD_TODAY - days_ago};
    session->end = UH_ENDING_COMPLETE;
    session->simulated = simulated;
    session->helped =
        happens(of, of->life->helped) ? answers[world_random(&of->seed, 4)] : UH_HELPED_NOT_ASKED;
    session->correction = happens(of, of->life->other_end) ? world_random(&of->seed, 4) : 0;
    const uint32_t stretches = 1 + world_random(&of->seed, of->life->stretches);
    for (uint32_t i = 0; i < stretches; i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(of->catalogue, some_stretch(of));
        const bool sided = exercise->sides.kind != UH_SIDES_BOTH;
        add_side(of, i, exercise, sided ? UH_SIDE_LEFT : UH_SIDE_BOTH, days_ago, simulated);
        if (sided) {
            add_side(of, i, exercise, UH_SIDE_RIGHT, days_ago, simulated);
        }
    }
}

static void add_day(story_of *of, int32_t days_ago)
{
    const uh_date day = {WORLD_TODAY - days_ago};
    const bool hurts = days_ago == 0 && of->life->hurts;
    if (hurts || happens(of, 60)) {
        uh_rating_fact *rating = &add(of, UH_FACT_RATING)->is.rating;
        rating->at.day = day;
        rating->pain = hurts ? 6 : (int32_t)world_random(&of->seed, 6);
        rating->stiffness = (int32_t)world_random(&of->seed, 11);
    }
    if (happens(of, of->life->flare)) {
        uh_mark_fact *mark = &add(of, UH_FACT_MARK)->is.mark;
        mark->at.day = day;
        mark->mark = UH_MARK_FLARE;
    }
    if (happens(of, of->life->again)) {
        uh_mark_fact *mark = &add(of, UH_FACT_MARK)->is.mark;
        const uh_exercise *exercise = uh_catalogue_exercise(of->catalogue, some_stretch(of));
        mark->at.day = day;
        mark->mark = UH_MARK_TRY_AGAIN;
        mark->side = world_random(&of->seed, 3);
        set_key(of, exercise->key, mark->exercise);
    }
    const bool certain = days_ago == 0 && of->life->again_today;
    if (certain || happens(of, of->life->days)) {
        const uint32_t most = of->life->sessions;
        const uint32_t sessions = certain ? most : 1 + world_random(&of->seed, most);
        for (uint32_t i = 0; i < sessions; i++) {
            add_session(of, days_ago);
        }
    }
}

size_t world_facts(const uh_catalogue *catalogue, uint32_t index, uh_fact *facts)
{
    story_of of = {.catalogue = catalogue,
                   .life = &habits[index],
                   .seed = UINT64_C(0x9e3779b97f4a7c15) * (index + 1),
                   .facts = facts};
    for (int32_t days_ago = of.life->to_days_ago; index > 0 && days_ago >= of.life->from_days_ago;
         days_ago--) {
        add_day(&of, days_ago);
    }
    return of.count;
}

void world_history(const uh_catalogue *catalogue, const uh_fact *facts, size_t count,
                   uh_history *ret_history)
{
    uh_history_begin((uh_date){WORLD_TODAY}, ret_history);
    for (size_t i = 0; i < count; i++) {
        uh_history_take(ret_history, catalogue, &facts[i]);
    }
    uh_history_end(ret_history);
}
