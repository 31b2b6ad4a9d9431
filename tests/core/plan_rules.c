/* SPDX-License-Identifier: MIT */
#include "core/plan_rules.h"

#include <string.h>

#include "unhunch/own.h"

enum { FOUR_MINUTES_MS = 240000, TEN_MINUTES_MS = 600000, HALF_A_MINUTE_MS = 30000 };

/* -- what the facts say -- */

typedef struct reading {
    const uh_catalogue *catalogue;
    const uh_fact *facts;
    size_t count;
    int32_t today;
    const char *key; /* of the stretch that is looked at */
    bool sided;
} reading;

static bool is_of(const uh_fact *set, const char *key)
{
    return set->kind == UH_FACT_SET && !set->is.set.simulated &&
           strcmp(set->is.set.exercise, key) == 0;
}

static bool was_worked(const uh_fact *set)
{
    return set->is.set.actual_repetitions > 0 || set->is.set.actual_hold_ms > 0;
}

static bool went_well(const uh_fact *set)
{
    return (set->is.set.end == UH_ENDED_COMPLETE || set->is.set.end == UH_ENDED_BACK) &&
           !set->is.set.eased;
}

/* "Expansion of the chest" and "backward shoulder rolls" are one movement: AMB-12. */
static bool has_clasped_hands(const char *key)
{
    return strcmp(key, "chest-expansion") == 0 || strcmp(key, "backward-shoulder-rolls") == 0;
}

static bool is_mark_of(const uh_fact *fact, uh_mark_kind mark, const char *key)
{
    return fact->kind == UH_FACT_MARK && fact->is.mark.mark == mark &&
           (strcmp(fact->is.mark.exercise, key) == 0 ||
            (has_clasped_hands(key) && has_clasped_hands(fact->is.mark.exercise)));
}

/* Only the mark says it: it can be taken back. */
static bool is_pain(const uh_fact *fact, const char *key)
{
    return is_mark_of(fact, UH_MARK_STOP, key) && fact->is.mark.reason == UH_REASON_PAIN;
}

/* A nerve, or dizziness: somebody has to look at it. */
static bool is_grave(const uh_fact *fact, const char *key)
{
    return is_mark_of(fact, UH_MARK_STOP, key) &&
           (fact->is.mark.reason == UH_REASON_NERVE || fact->is.mark.reason == UH_REASON_DIZZY);
}

/* The session at `at` goes on until the next one. */
static size_t end_of_session(const reading *in, size_t at)
{
    size_t end = at + 1;
    while (end < in->count && in->facts[end].kind != UH_FACT_SESSION) {
        end++;
    }
    return end;
}

static bool counts(const uh_fact *session)
{
    return session->kind == UH_FACT_SESSION && !session->is.session.simulated;
}

static bool has_flare(const reading *in, int32_t day)
{
    for (size_t i = 0; i < in->count; i++) {
        const uh_fact *fact = &in->facts[i];
        if (fact->kind == UH_FACT_MARK && fact->is.mark.mark == UH_MARK_FLARE &&
            fact->is.mark.at.day.days == day) {
            return true;
        }
    }
    return false;
}

/* How a day was for one stretch. */
typedef struct day_of_stretch {
    bool worked;
    bool spoiled;
    bool went_well; /* at least one of its sessions */
    bool worse;     /* after one of its sessions, or of those of its other name, it felt worse */
    uint32_t sessions;
    uint32_t pains;
    uint32_t graves;
    uint32_t agains;
} day_of_stretch;

static bool is_of_movement(const uh_fact *set, const char *key)
{
    return is_of(set, key) || (has_clasped_hands(key) && set->kind == UH_FACT_SET &&
                               !set->is.set.simulated && has_clasped_hands(set->is.set.exercise));
}

static day_of_stretch look_at_day(const reading *in, int32_t day)
{
    day_of_stretch out = {0};
    for (size_t i = 0; i < in->count; i++) {
        const uh_fact *session = &in->facts[i];
        const bool marked = session->kind == UH_FACT_MARK && session->is.mark.at.day.days == day;
        out.pains += marked && is_pain(session, in->key);
        out.graves += marked && is_grave(session, in->key);
        out.agains += marked && is_mark_of(session, UH_MARK_TRY_AGAIN, in->key);
        if (!counts(session) || session->is.session.began.day.days != day) {
            continue;
        }
        bool worked = false;
        bool spoiled = session->is.session.correction == UH_CORRECTION_PART ||
                       session->is.session.correction == UH_CORRECTION_STOPPED ||
                       session->is.session.helped == UH_HELPED_WORSE;
        const size_t end = end_of_session(in, i);
        for (size_t j = i + 1; j < end; j++) {
            out.worse =
                out.worse || (session->is.session.helped == UH_HELPED_WORSE &&
                              is_of_movement(&in->facts[j], in->key) && was_worked(&in->facts[j]));
            if (is_of(&in->facts[j], in->key)) {
                worked = worked || was_worked(&in->facts[j]);
                spoiled = spoiled || !went_well(&in->facts[j]);
            }
        }
        out.sessions += worked;
        out.worked = out.worked || worked;
        out.spoiled = out.spoiled || (worked && spoiled);
        out.went_well = out.went_well || (worked && !spoiled);
    }
    return out;
}

/* "Begin at the start dose. After three days that went well from beginning to end, and seven since
 * the last change, a step up, to the usual dose. Pain: a step down, and no step up for fourteen
 * days. A nerve, dizziness: the start dose, and the same fourteen days. Set aside and wanted back:
 * the start dose. Fourteen days without it, a flare day, or until it went well on a day after that
 * or after a session that felt worse: the start dose." */
static uint32_t step_of(const reading *in)
{
    uint32_t step = 0;
    uint32_t good = 0;
    int32_t changed = INT32_MIN;
    int32_t last = INT32_MIN;
    int32_t pain = INT32_MIN;
    for (int32_t day = in->today - UH_PLAN_DAYS; day <= in->today; day++) {
        const day_of_stretch was = look_at_day(in, day);
        if (was.worked && (last == INT32_MIN || day - last >= 14)) {
            step = 0;
            good = 0;
            changed = day;
        }
        for (uint32_t i = 0; i < was.pains; i++) {
            step -= step > 0;
            good = 0;
            changed = pain = day;
        }
        if (was.graves > 0 || was.agains > 0) {
            step = 0;
            good = 0;
            changed = day;
            pain = was.graves > 0 ? day : pain;
        }
        last = was.worked ? day : last;
        const bool hurts = pain != INT32_MIN && day - pain < 14;
        if (day < in->today && was.worked && !was.spoiled && !hurts && !has_flare(in, day)) {
            good++;
            if (good >= 3 && step < 2 && day - changed >= 7) {
                step++;
                good = 0;
                changed = day;
            }
        }
    }
    const bool away = last == INT32_MIN || in->today - last >= 14;
    return away || has_flare(in, in->today) ? 0 : step;
}

/* It went well on no day after the last stop for a complaint, after a session that felt worse, or
 * after it was wanted back. */
static bool is_back(const reading *in)
{
    bool back = false;
    for (int32_t day = in->today - UH_PLAN_DAYS; day <= in->today; day++) {
        const day_of_stretch was = look_at_day(in, day);
        back = (back && !was.went_well) || was.worse || was.pains + was.graves + was.agains > 0;
    }
    return back;
}

static void count_pains(const reading *in, uint32_t pains[3])
{
    for (size_t i = 0; i < in->count; i++) {
        const uh_fact *fact = &in->facts[i];
        if (is_pain(fact, in->key)) {
            const uint32_t where = in->sided ? fact->is.mark.side : UH_SIDE_BOTH;
            const bool unknown = in->sided && where == UH_SIDE_BOTH;
            pains[UH_SIDE_LEFT] += unknown;
            pains[UH_SIDE_RIGHT] += unknown;
            pains[where] += !unknown;
        } else if (is_mark_of(fact, UH_MARK_TRY_AGAIN, in->key)) {
            for (uint32_t side = 0; side < 3; side++) {
                pains[side] = fact->is.mark.side == UH_SIDE_BOTH || fact->is.mark.side == side
                                  ? 0
                                  : pains[side];
            }
        }
    }
}

static void read_stretch(const reading *in, rule_stretch *out)
{
    for (int32_t day = in->today - UH_PLAN_DAYS; day <= in->today; day++) {
        const day_of_stretch was = look_at_day(in, day);
        out->times_today = was.sessions;
        out->times += out->times_today;
        out->went_well = out->went_well || was.went_well;
    }
    count_pains(in, out->pains);
    out->returns = is_back(in);
    out->most_step = out->returns ? 0 : step_of(in);
    const day_of_stretch today = look_at_day(in, in->today);
    out->rests = today.worse || today.pains + today.graves > 0;
}

static void read_set(const uh_fact *fact, int32_t ago, rule_past *out)
{
    const uh_set_fact *set = &fact->is.set;
    const bool held = set->planned_hold_ms > 0;
    const uint64_t moved_ms = set->actual_repetitions > 0 ? (uint64_t)set->duration_ms : 0;
    const uint64_t ms = held ? set->actual_hold_ms : moved_ms;
    out->held_today_ms[set->family] += ago == 0 && was_worked(fact) ? set->actual_hold_ms : 0;
    out->week_ms[set->family] += ago < 7 ? ms : 0;
}

static void read_session(const reading *in, size_t at, rule_past *out)
{
    const int32_t ago = in->today - in->facts[at].is.session.began.day.days;
    const size_t end = end_of_session(in, at);
    bool worked = false;
    for (size_t i = at + 1; i < end; i++) {
        if (in->facts[i].kind == UH_FACT_SET) {
            worked = worked || was_worked(&in->facts[i]);
            read_set(&in->facts[i], ago, out);
        }
    }
    out->sessions += worked;
    out->week_sessions += worked && ago < 7;
    out->away_days = worked && (out->away_days < 0 || ago < out->away_days) ? ago : out->away_days;
}

void rule_past_read(const uh_catalogue *catalogue, const uh_fact *facts, size_t count,
                    uh_date today, rule_past *ret_past)
{
    reading in = {.catalogue = catalogue, .facts = facts, .count = count, .today = today.days};
    *ret_past = (rule_past){.away_days = -1, .pain_today = -1};
    for (size_t i = 0; i < count; i++) {
        const uh_fact *fact = &facts[i];
        if (counts(fact)) {
            read_session(&in, i, ret_past);
        } else if (fact->kind == UH_FACT_RATING && fact->is.rating.at.day.days == today.days &&
                   fact->is.rating.moment != UH_RATING_AFTER && ret_past->pain_today < 0) {
            ret_past->pain_today = fact->is.rating.pain;
        }
    }
    ret_past->flare_today = has_flare(&in, today.days);
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(catalogue, i);
        in.key = uh_catalogue_text(catalogue, exercise->key);
        in.sided = exercise->sides.kind != UH_SIDES_BOTH;
        read_stretch(&in, &ret_past->stretches[i]);
    }
}

/* -- what the person has, and what they may -- */

static bool is_gentle(const rule_world *world)
{
    return world->person->profile == UH_PROFILE_FLEXIBLE ||
           world->person->profile == UH_PROFILE_PLAN ||
           (world->screening->limits >> UH_LIMIT_GENTLE & 1) != 0;
}

static bool is_there(const rule_world *world, uh_equipment thing)
{
    const uint32_t said = world->person->equipment;
    const bool desk = world->context == UH_CONTEXT_DESK;
    const bool floor = world->context == UH_CONTEXT_FLOOR;
    switch (thing) {
    case UH_EQUIPMENT_CHAIR:
        return desk || (said & (1U << UH_EQUIPMENT_CHAIR | 1U << UH_EQUIPMENT_STURDY_CHAIR)) != 0;
    case UH_EQUIPMENT_FLOOR:
        return floor || (said >> UH_EQUIPMENT_FLOOR & 1) != 0;
    case UH_EQUIPMENT_FOAM_ROLLER:
        return (said & (1U << UH_EQUIPMENT_FOAM_ROLLER | 1U << UH_EQUIPMENT_LONG_FOAM_ROLLER)) != 0;
    case UH_EQUIPMENT_STURDY_CHAIR:
    case UH_EQUIPMENT_DOORWAY:
    case UH_EQUIPMENT_TOWEL:
    case UH_EQUIPMENT_LONG_FOAM_ROLLER:
    case UH_EQUIPMENT_COUNT:
        break;
    }
    return (said >> thing & 1) != 0;
}

static bool said_yes(const rule_world *world, uint32_t opt_in)
{
    return !is_gentle(world) && (world->person->opt_in >> opt_in & 1) != 0;
}

static const uh_exercise *exercise_of(const rule_world *world, const uh_routine_entry *entry)
{
    return uh_catalogue_exercise(world->catalogue, entry->exercise);
}

static const uh_variant *form_of(const rule_world *world, const uh_routine_entry *entry)
{
    return uh_exercise_variant(world->catalogue, exercise_of(world, entry), entry->variant);
}

static const char *key_of(const rule_world *world, const uh_exercise *exercise)
{
    return uh_catalogue_text(world->catalogue, exercise->key);
}

static bool is_named(const rule_world *world, const uh_exercise *exercise, const char *key)
{
    return strcmp(key_of(world, exercise), key) == 0;
}

/* -- doses -- */

static uint32_t number(int32_t value, uint32_t blank)
{
    return value < 0 ? blank : (uint32_t)value;
}

static uint32_t between(uint32_t start, uint32_t usual, uint32_t step, uint32_t unit)
{
    if (step != 1) {
        return step == 0 ? start : usual;
    }
    uint32_t middle = start;
    while (middle + unit - middle % unit <= start + (usual - start) / 2) {
        middle += unit - middle % unit;
    }
    return middle;
}

static uh_dose dose_at(const uh_variant *form, uint32_t step)
{
    const uh_dose_range *dose = &form->dose;
    return (uh_dose){
        .hold_ms = between(number(dose->hold.design.start, 0), number(dose->hold.design.usual, 0),
                           step, 1000),
        .repetitions = between(number(dose->repetitions.design.start, 1),
                               number(dose->repetitions.design.usual, 1), step, 1),
        .sets = between(number(dose->sets.design.start, 1), number(dose->sets.design.usual, 1),
                        step, 1),
    };
}

static bool is_within(const uh_dose *dose, const uh_dose *most)
{
    return dose->hold_ms <= most->hold_ms && dose->repetitions <= most->repetitions &&
           dose->sets <= most->sets;
}

static uint32_t holds_of(const rule_world *world, const uh_variant *form)
{
    uint32_t holds = 0;
    for (uint32_t i = 0; i < form->parts.count; i++) {
        holds += uh_variant_part(world->catalogue, form, i)->kind == UH_PART_HOLD;
    }
    return holds;
}

static uint64_t held_ms(const rule_world *world, const uh_routine_entry *entry)
{
    const bool two =
        exercise_of(world, entry)->sides.kind != UH_SIDES_BOTH && !entry->one_side_only;
    return (uint64_t)entry->dose.hold_ms * holds_of(world, form_of(world, entry)) *
           entry->dose.repetitions * entry->dose.sets * (two ? 2 : 1);
}

/* -- an entry by itself -- */

static bool is_set_aside(const rule_world *world, uint32_t exercise, uh_side side)
{
    return world->past->stretches[exercise].pains[side] >= 2;
}

static bool is_limited(const rule_world *world, const uh_routine_entry *entry)
{
    const uint32_t out = exercise_of(world, entry)->not_for | form_of(world, entry)->not_for;
    const uint32_t limits =
        world->screening->limits | (is_gentle(world) ? 1U << UH_LIMIT_GENTLE : 0);
    return (out & limits) != 0;
}

static const char *broken_by_safety(const rule_world *world, const uh_routine_entry *entry)
{
    if (is_limited(world, entry)) {
        return "rule 1: a limit of the screening takes it out";
    }
    for (uint32_t i = 0; i < UH_OPT_IN_COUNT; i++) {
        if ((form_of(world, entry)->opt_in >> i & 1) != 0 && !said_yes(world, i)) {
            return "rule 2: it asks for a yes that was not given";
        }
    }
    if (entry->dose.hold_ms > HALF_A_MINUTE_MS && !said_yes(world, UH_OPT_IN_LONG_HOLD)) {
        return "AMB-34: a hold of more than 30 s without a yes";
    }
    return NULL;
}

static const char *broken_by_dose(const rule_world *world, const uh_routine_entry *entry)
{
    const uh_variant *form = form_of(world, entry);
    const uint32_t step = is_gentle(world) ? 0 : world->past->stretches[entry->exercise].most_step;
    const uh_dose start = dose_at(form, 0);
    const uh_dose most = dose_at(form, step);
    const uh_dose ceiling = {number(form->dose.hold.design.ceiling, 0),
                             number(form->dose.repetitions.design.ceiling, 1),
                             number(form->dose.sets.design.ceiling, 1)};
    if (!is_within(&entry->dose, &ceiling)) {
        return "rule 2: above the ceiling";
    }
    if (!is_within(&entry->dose, &most)) {
        return "D-41: above the dose that was reached";
    }
    if (!is_within(&start, &entry->dose)) {
        return "below the start dose";
    }
    if ((holds_of(world, form) > 0) != (entry->dose.hold_ms > 0) || entry->dose.repetitions == 0 ||
        entry->dose.sets == 0) {
        return "no dose that can be done";
    }
    return NULL;
}

static const char *broken_by_place(const rule_world *world, const uh_routine_entry *entry)
{
    const uh_variant *form = form_of(world, entry);
    if (world->context != UH_CONTEXT_ANY && (form->contexts >> world->context & 1) == 0) {
        return "rule 6: not a stretch for this place";
    }
    for (uint32_t thing = 0; thing < UH_EQUIPMENT_COUNT; thing++) {
        if ((form->equipment >> thing & 1) != 0 && !is_there(world, (uh_equipment)thing)) {
            return "rule 6: needs what is not there";
        }
    }
    return NULL;
}

static const char *broken_by_strength(const rule_world *world, const uh_routine_entry *entry)
{
    const uh_variant *form = form_of(world, entry);
    const uh_variant *standard =
        uh_exercise_variant(world->catalogue, exercise_of(world, entry), 0);
    const bool stronger = (form->not_for >> UH_LIMIT_GENTLE & 1) != 0 || form->opt_in != 0;
    if (entry->variant > 0 && stronger && world->past->stretches[entry->exercise].most_step < 2) {
        return "D-42: a stronger form before the usual dose";
    }
    if (is_gentle(world) && entry->variant > 0 && form->mode == UH_MODE_HOLD &&
        standard->mode != UH_MODE_HOLD) {
        return "D-42: a form that holds, for a gentle person";
    }
    return NULL;
}

/* Until it went well half the way, where that form can be done here. */
static uint32_t half_way_form(const rule_world *world, uint32_t exercise)
{
    static const char *const rows[][2] = {{"seated-cervical-rotation", "small"},
                                          {"neck-flexion-extension", "forward-only"}};
    const uh_exercise *what = uh_catalogue_exercise(world->catalogue, exercise);
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        for (uint32_t form = 0; form < what->variants.count; form++) {
            const uh_routine_entry entry = {.exercise = exercise, .variant = form};
            const char *key = uh_catalogue_text(world->catalogue, form_of(world, &entry)->key);
            if (is_named(world, what, rows[i][0]) && strcmp(key, rows[i][1]) == 0 &&
                broken_by_place(world, &entry) == NULL && !is_limited(world, &entry) &&
                broken_by_strength(world, &entry) == NULL) {
                return form;
            }
        }
    }
    return UH_VARIANTS_MAX;
}

static const char *broken_by_form(const rule_world *world, const uh_routine_entry *entry)
{
    const uint32_t half_way = half_way_form(world, entry->exercise);
    const rule_stretch *past = &world->past->stretches[entry->exercise];
    if ((!past->went_well || past->returns) && half_way < UH_VARIANTS_MAX &&
        entry->variant != half_way) {
        return "D-12, D-46: half the way, until it went well, at first and after a stop or worse";
    }
    return broken_by_strength(world, entry);
}

static const char *broken_by_sides(const rule_world *world, const uh_routine_entry *entry)
{
    if (exercise_of(world, entry)->sides.kind == UH_SIDES_BOTH) {
        if (entry->first_side != UH_SIDE_BOTH || entry->one_side_only) {
            return "rule 3: sides where there are none";
        }
        return is_set_aside(world, entry->exercise, UH_SIDE_BOTH) ? "rule 1: parked" : NULL;
    }
    const bool left = is_set_aside(world, entry->exercise, UH_SIDE_LEFT);
    const bool right = is_set_aside(world, entry->exercise, UH_SIDE_RIGHT);
    if (entry->first_side == UH_SIDE_BOTH || entry->one_side_only != (left || right)) {
        return "rule 3: a side without its other";
    }
    if ((left && right) || is_set_aside(world, entry->exercise, entry->first_side)) {
        return "rule 1: a side that is parked";
    }
    if (!left && !right &&
        (entry->first_side == UH_SIDE_RIGHT) != (world->person->easier_side == UH_SIDE_RIGHT)) {
        return "rule 3: the easier side first";
    }
    return NULL;
}

static const char *broken_by_day(const rule_world *world, const uh_routine_entry *entry)
{
    const uint32_t exercise = entry->exercise;
    const uh_variant *form = form_of(world, entry);
    if (world->past->stretches[exercise].rests) {
        return "D-46: stopped today for a complaint, or it felt worse after it";
    }
    const int32_t own = form->dose.per_day.design.ceiling;
    const bool therapist = uh_exercise_has_therapist(exercise_of(world, entry));
    const uint32_t most = own >= 0 && (own < 3 || therapist) ? (uint32_t)own : 3;
    if (world->past->stretches[exercise].times_today >= most) {
        return "rule 7: often enough today";
    }
    if ((world->person->disliked[exercise / 32] >> exercise % 32 & 1) != 0) {
        return "the person dislikes it";
    }
    return NULL;
}

const char *rule_broken_by_entry(const rule_world *world, const uh_routine_entry *entry)
{
    static const char *(*const rules[])(const rule_world *, const uh_routine_entry *) = {
        broken_by_safety, broken_by_dose,  broken_by_form,
        broken_by_place,  broken_by_sides, broken_by_day,
    };
    for (size_t i = 0; i < UH_COUNT(rules); i++) {
        const char *broken = rules[i](world, entry);
        if (broken) {
            return broken;
        }
    }
    return NULL;
}

bool rule_entry(const rule_world *world, uint32_t exercise, uint32_t variant, uint32_t step,
                uh_routine_entry *ret_entry)
{
    *ret_entry = (uh_routine_entry){.exercise = exercise, .variant = variant};
    ret_entry->dose = dose_at(form_of(world, ret_entry), step);
    if (exercise_of(world, ret_entry)->sides.kind == UH_SIDES_BOTH) {
        return !is_set_aside(world, exercise, UH_SIDE_BOTH);
    }
    const bool left = is_set_aside(world, exercise, UH_SIDE_LEFT);
    const bool right = is_set_aside(world, exercise, UH_SIDE_RIGHT);
    const bool easier_right = world->person->easier_side == UH_SIDE_RIGHT;
    ret_entry->one_side_only = left || right;
    ret_entry->first_side = left || (easier_right && !right) ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
    return !(left && right);
}

/* -- entries together -- */

static bool clasps(const rule_world *world, const uh_routine_entry *entry)
{
    const uh_exercise *exercise = exercise_of(world, entry);
    return is_named(world, exercise, "chest-expansion") ||
           is_named(world, exercise, "backward-shoulder-rolls");
}

/* "At most four minutes of holding a family and day; a single stretch may reach its own most." */
static bool holds_too_long(const rule_world *world, const uh_routine *routine, uint32_t family)
{
    uint64_t sum = world->past->held_today_ms[family];
    uint32_t several = sum > 0;
    bool added = false;
    for (uint32_t i = 0; i < routine->count; i++) {
        const uh_routine_entry *entry = &routine->entries[i];
        if (exercise_of(world, entry)->family == family && held_ms(world, entry) > 0) {
            sum += held_ms(world, entry);
            several++;
            added = true;
        }
    }
    return added && several > 1 && sum > FOUR_MINUTES_MS;
}

const char *rule_broken_together(const rule_world *world, const uh_routine *routine)
{
    uint32_t families[UH_FAMILY_COUNT] = {0};
    uint32_t clasped = 0;
    for (uint32_t i = 0; i < routine->count; i++) {
        families[exercise_of(world, &routine->entries[i])->family]++;
        clasped += clasps(world, &routine->entries[i]);
        for (uint32_t j = 0; j < i; j++) {
            if (routine->entries[i].exercise == routine->entries[j].exercise) {
                return "one stretch twice";
            }
        }
    }
    if (clasped > 1) {
        return "rule 7: clasped hands twice";
    }
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        if (families[family] > 2) {
            return "rule 7: three of a family";
        }
        if (holds_too_long(world, routine, family)) {
            return "rule 7: more than four minutes of holding";
        }
    }
    return NULL;
}

/* -- order -- */

/* "Standing, sitting, then the floor: hands and knees, sitting, side, front, back, towel, roller
 * across, roller along." */
static uint32_t rank_of(const uh_variant *form)
{
    switch ((uh_position)form->position) {
    case UH_POSITION_STANDING:
        return 0;
    case UH_POSITION_SITTING:
        return 1;
    case UH_POSITION_HANDS_KNEES:
        return 2;
    case UH_POSITION_FLOOR_SITTING:
        return 3;
    case UH_POSITION_SIDE_LYING:
        return 4;
    case UH_POSITION_PRONE:
        return 5;
    case UH_POSITION_SUPINE:
    case UH_POSITION_COUNT:
        break;
    }
    if ((form->equipment >> UH_EQUIPMENT_LONG_FOAM_ROLLER & 1) != 0) {
        return 9;
    }
    if ((form->equipment >> UH_EQUIPMENT_FOAM_ROLLER & 1) != 0) {
        return 8;
    }
    return (form->equipment >> UH_EQUIPMENT_TOWEL & 1) != 0 ? 7 : 6;
}

const char *rule_broken_by_order(const rule_world *world, const uh_routine *routine)
{
    for (uint32_t i = 1; i < routine->count; i++) {
        const uh_variant *before = form_of(world, &routine->entries[i - 1]);
        const uh_variant *here = form_of(world, &routine->entries[i]);
        if (rank_of(before) > rank_of(here)) {
            return "D-43: a place is come back to";
        }
        if (rank_of(before) < rank_of(here)) {
            continue;
        }
        const bool held_before = before->mode == UH_MODE_HOLD;
        const bool held_here = here->mode == UH_MODE_HOLD;
        if (held_before && !held_here) {
            return "AMB-35: a hold before what moves";
        }
        if (held_before == held_here &&
            routine->entries[i - 1].exercise >= routine->entries[i].exercise) {
            return "ties go by the catalogue";
        }
    }
    return NULL;
}

/* -- the answer -- */

const char *rule_against_all(const rule_world *world)
{
    if ((world->screening->limits >> UH_LIMIT_EMERGENCY & 1) != 0) {
        return "rule 1: emergency";
    }
    if ((world->screening->limits >> UH_LIMIT_CLINICIAN_FIRST & 1) != 0) {
        return "rule 1: clinician first";
    }
    return world->screening->sore_today || world->past->pain_today >= 6 ? "AMB-02: 6 or more today"
                                                                        : NULL;
}

static uint64_t limit_ms(const uh_plan_request *request)
{
    const uint64_t ms = (uint64_t)request->minutes * 60000;
    return request->micro && ms > 75000 ? 75000 : ms;
}

/* Is there anything that could be done, at its start dose? */
static const char *refused_for_nothing(const rule_world *world, const uh_plan_request *request)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(world->catalogue); i++) {
        const uint32_t forms = uh_catalogue_exercise(world->catalogue, i)->variants.count;
        for (uint32_t form = 0; form < forms; form++) {
            uh_routine alone = {.count = 1, .context = world->context, .pace = world->person->pace};
            if (rule_entry(world, i, form, 0, &alone.entries[0]) &&
                rule_broken_by_entry(world, &alone.entries[0]) == NULL &&
                rule_broken_together(world, &alone) == NULL &&
                uh_timeline_total_ms(world->catalogue, &alone) <= limit_ms(request)) {
                return "refused, though something can be done";
            }
        }
    }
    return NULL;
}

static const char *broken_by_reasons(const uh_plan *plan, uint32_t exercises)
{
    uint32_t in = 0;
    if (plan->reason_count != exercises) {
        return "a reason for every stretch";
    }
    for (uint32_t i = 0; i < exercises; i++) {
        in += uh_plan_group_of(plan->reasons[i].code) == UH_PLAN_GROUP_IN;
    }
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        const uh_plan_reason *reason = &plan->reasons[plan->routine.entries[i].exercise];
        if (uh_plan_group_of(reason->code) != UH_PLAN_GROUP_IN || reason->entry != i) {
            return "what is in says so";
        }
    }
    return in == plan->routine.count ? NULL : "what is out says so";
}

static const char *broken_by_notes(const rule_world *world, const uh_plan *plan)
{
    bool enough = false;
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        const uint32_t family = exercise_of(world, &plan->routine.entries[i])->family;
        enough = enough || world->past->week_ms[family] >= TEN_MINUTES_MS;
    }
    const bool flexible = world->person->profile == UH_PROFILE_FLEXIBLE ||
                          (world->screening->limits >> UH_LIMIT_GENTLE & 1) != 0;
    const bool as_needed = flexible && world->past->week_sessions >= 3;
    const bool away = world->past->sessions > 0 && world->past->away_days >= 14;
    const uint32_t wanted = (as_needed ? 1U << UH_PLAN_NOTE_AS_NEEDED : 0) |
                            (enough ? 1U << UH_PLAN_NOTE_ENOUGH : 0) |
                            (world->past->flare_today ? 1U << UH_PLAN_NOTE_FLARE : 0) |
                            (away ? 1U << UH_PLAN_NOTE_AWAY : 0);
    return plan->notes == wanted ? NULL : "AMB-01, D-44: a word that belongs to it, and no other";
}

static const char *broken_by_routine(const rule_world *world, const uh_plan_request *request,
                                     const uh_plan *plan)
{
    const uh_routine *routine = &plan->routine;
    const uint32_t most = request->most > 0 ? request->most : request->micro ? 1 : UINT32_MAX;
    if (routine->count == 0 || routine->count > most) {
        return "as many stretches as were asked for";
    }
    if (routine->pace != world->person->pace) {
        return "D-26: the person's own pace";
    }
    const uint64_t total_ms = uh_timeline_total_ms(world->catalogue, routine);
    if (plan->duration_ms != total_ms || total_ms > limit_ms(request)) {
        return "the time is that of the timeline and fits";
    }
    for (uint32_t i = 0; i < routine->count; i++) {
        const char *broken = rule_broken_by_entry(world, &routine->entries[i]);
        if (broken) {
            return broken;
        }
    }
    const char *together = rule_broken_together(world, routine);
    return together ? together : rule_broken_by_order(world, routine);
}

const char *rule_broken_by_plan(const rule_world *world, const uh_plan_request *request,
                                uh_status status, const uh_plan *plan)
{
    const char *reasons = broken_by_reasons(plan, uh_catalogue_exercise_count(world->catalogue));
    if (reasons) {
        return reasons;
    }
    if (status == UH_OK) {
        const char *against = rule_against_all(world);
        const char *broken = against ? against : broken_by_routine(world, request, plan);
        return broken ? broken : broken_by_notes(world, plan);
    }
    if (plan->routine.count > 0 || plan->refusal.kind == UH_PLAN_POSSIBLE) {
        return "refused with something in it, or without a reason";
    }
    if (status == UH_ERR_REFUSED || rule_against_all(world)) {
        return status == UH_ERR_REFUSED && rule_against_all(world)
                   ? NULL
                   : "refused for safety without a rule, or the other way round";
    }
    return refused_for_nothing(world, request);
}
