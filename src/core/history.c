/* SPDX-License-Identifier: MIT */
#include "unhunch/history.h"

#include <string.h>

enum { WORD_BITS = 32 };

static const uh_day_past unknown_day = {.pain = UH_NOT_ASKED, .stiffness = UH_NOT_ASKED};

static bool has_bit(const uint32_t *set, uint32_t index)
{
    return (set[index / WORD_BITS] & 1U << index % WORD_BITS) != 0;
}

static void set_bit(uint32_t *set, uint32_t index)
{
    set[index / WORD_BITS] |= 1U << index % WORD_BITS;
}

static void clear_bit(uint32_t *set, uint32_t index)
{
    set[index / WORD_BITS] &= ~(1U << index % WORD_BITS);
}

static uint32_t add_ms(uint32_t sum, uint64_t more)
{
    return more > UINT32_MAX - sum ? UINT32_MAX : sum + (uint32_t)more;
}

void uh_history_begin(uh_date today, uh_history *ret_history)
{
    *ret_history = (uh_history){.today = today,
                                .before = UH_NO_DATE,
                                .earlier = UH_NO_DATE,
                                .first = UH_NO_DATE,
                                .last = UH_NO_DATE,
                                .since = UH_NO_DATE};
    for (uint32_t i = 0; i < UH_FAMILY_COUNT; i++) {
        ret_history->family_last[i] = UH_NO_DATE;
    }
    for (uint32_t i = 0; i < UH_EXERCISES_MAX; i++) {
        uh_exercise_past *past = &ret_history->exercises[i];
        past->last = past->good_last = past->bad_last = UH_NO_DATE;
        past->step_since = past->pain_last = UH_NO_DATE;
        past->worse_last = past->return_since = UH_NO_DATE;
        for (uint32_t kind = 0; kind < UH_COMPLAINT_KIND_COUNT; kind++) {
            past->stops[kind].last = UH_NO_DATE;
        }
    }
    for (uint32_t i = 0; i < UH_HISTORY_DAYS; i++) {
        ret_history->days[i] = unknown_day;
    }
}

/* After a flight to the west, or a step of the clock, what was done today lies a day ahead. */
static uh_date lived_day(const uh_history *history, uh_date date)
{
    const bool tomorrow = (int64_t)date.days - history->today.days == 1;
    return tomorrow ? history->today : date;
}

/* NULL: after today, or before all that is kept. */
static uh_day_past *day_of(uh_history *history, uh_date date)
{
    const int64_t ago = (int64_t)history->today.days - date.days;
    return ago < 0 || ago >= UH_HISTORY_DAYS ? NULL : &history->days[ago];
}

static void take_later(uh_date day, uh_date *latest)
{
    if (day.days > latest->days) {
        *latest = day;
    }
}

/* A mark begins nothing: a rest day can be named for a day long before the first session. */
static void take_since(uh_history *history, uh_date day)
{
    if (history->since.days == UH_NO_DATE.days || day.days < history->since.days) {
        history->since = day;
    }
}

void uh_history_know_before(uh_history *history, uh_date day)
{
    history->before = day;
    take_since(history, day);
}

void uh_history_know_earlier(uh_history *history, uh_date day)
{
    UH_ASSERT(day.days < history->today.days);
    history->earlier = day;
    take_since(history, day);
}

/* -- sessions -- */

/* A day on which everything of a stretch went as planned counts once it is over: until then
 * something can still go wrong. `day` is the first that is not over. */
static void settle(uh_exercise_past *past, uh_date day)
{
    if (past->good_last.days == UH_NO_DATE.days || past->good_last.days >= day.days) {
        return;
    }
    past->good_days++;
    if (past->good_days >= UH_STEP_GOOD_DAYS && past->step + 1 < UH_DOSE_STEPS &&
        uh_date_between(past->step_since, past->good_last) >= UH_STEP_DAYS) {
        past->step++;
        past->good_days = 0;
        past->step_since = past->good_last;
    }
    past->good_last = UH_NO_DATE;
}

/* No day counts while pain is near. */
static void mark_good_day(uh_exercise_past *past, uh_date day)
{
    if (past->bad_last.days != day.days &&
        uh_date_between(past->pain_last, day) >= UH_PAIN_PAUSE_DAYS) {
        past->good_last = day;
    }
}

static void mark_bad_day(uh_exercise_past *past, uh_date day)
{
    past->bad_last = day;
    past->good_last = UH_NO_DATE;
}

static uint32_t count_bits(const uint32_t *set, uint32_t bits)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < bits; i++) {
        count += has_bit(set, i);
    }
    return count;
}

static bool is_short(const uh_session_past *session)
{
    const uint32_t stretches = count_bits(session->worked, UH_EXERCISES_MAX) +
                               count_bits(session->strangers, UH_ROUTINE_MAX);
    return stretches <= UH_RELIEF_STRETCHES;
}

/* Of a longer session nobody could say which stretch it was. */
static void count_relief(uh_history *history, const uh_session_past *session)
{
    if (session->helped == UH_HELPED_NOT_ASKED || !is_short(session)) {
        return;
    }
    const uint32_t better = session->helped == UH_HELPED_BETTER;
    history->relief_asked++;
    history->relief += better;
    for (uint32_t i = 0; i < UH_EXERCISES_MAX; i++) {
        if (has_bit(session->worked, i)) {
            history->exercises[i].relief_asked++;
            history->exercises[i].relief += better;
        }
    }
}

static void count_worked(uh_history *history, const uh_session_past *session)
{
    const bool whole =
        session->correction == UH_CORRECTION_NONE || session->correction == UH_CORRECTION_ALL;
    const bool worse = session->helped == UH_HELPED_WORSE; /* of which of them, nobody knows */
    const bool flare = uh_history_is_marked(
        history, (uint32_t)(history->today.days - session->day.days), UH_MARK_FLARE);
    for (uint32_t i = 0; i < UH_EXERCISES_MAX; i++) {
        if (!has_bit(session->worked, i)) {
            continue;
        }
        uh_exercise_past *past = &history->exercises[i];
        past->times++;
        if (session->day.days == history->today.days) {
            history->done.sessions[i]++;
        }
        const bool well = whole && !worse && !has_bit(session->marred, i);
        past->went_well = past->went_well || well;
        if (well && !flare) {
            mark_good_day(past, session->day);
        } else {
            mark_bad_day(past, session->day);
        }
        if (well && session->day.days > past->return_since.days) {
            past->return_since = UH_NO_DATE;
        }
    }
}

static void close_session(uh_history *history)
{
    uh_session_past *session = &history->current;
    if (session->open && session->counts && session->worked_any) {
        uh_day_past *day = day_of(history, session->day);
        UH_ASSERT(day); /* a session outside the days is not opened */
        day->sessions++;
        take_since(history, session->day);
        history->sessions++;
        history->first = history->sessions == 1 ? session->day : history->first;
        history->whole = history->whole || session->whole;
        take_later(session->day, &history->last);
        count_worked(history, session);
        count_relief(history, session);
    }
    session->open = false;
}

static void take_session(uh_history *history, const uh_session_fact *fact)
{
    close_session(history);
    const uh_date day = lived_day(history, fact->began.day);
    history->current = (uh_session_past){
        .open = true,
        .counts = !fact->simulated && day_of(history, day) != NULL,
        .day = day,
        .helped = fact->helped,
        .correction = fact->correction,
        .whole = fact->end == UH_ENDING_COMPLETE,
    };
    memcpy(history->current.id, fact->id, sizeof fact->id);
}

/* -- sets -- */

static uint32_t worked_ms(const uh_set_fact *fact)
{
    if (fact->planned_hold_ms > 0) {
        return fact->actual_hold_ms;
    }
    return fact->actual_repetitions > 0 ? add_ms(0, (uint64_t)fact->duration_ms) : 0;
}

static void add_side(uint32_t side, uint32_t ms, uint32_t *left_ms, uint32_t *right_ms)
{
    if (side == UH_SIDE_LEFT) {
        *left_ms = add_ms(*left_ms, ms);
    } else if (side == UH_SIDE_RIGHT) {
        *right_ms = add_ms(*right_ms, ms);
    }
}

/* After a long absence the body begins again. */
static void restart_if_away(uh_exercise_past *past, uh_date day)
{
    if (uh_date_between(past->last, day) >= UH_RESTART_DAYS) {
        past->step = 0;
        past->good_days = 0;
        past->step_since = day;
    }
}

/* It is no pain: the step that was reached stays, and so does the word of a stop that day. */
static void return_from_worse(uh_exercise_past *past, uh_date day)
{
    past->worse_last = past->return_since = day;
    if (past->pain_last.days != day.days) {
        past->return_reason = UH_RETURN_WORSE;
    }
}

/* Of which stretch it came nobody knows: of each that was worked, and of its other name. */
static void take_worse(uh_history *history, const uh_catalogue *catalogue, uint32_t exercise)
{
    const uh_date day = history->current.day;
    const uint32_t twin = uh_exercise_twin(catalogue, exercise);
    return_from_worse(&history->exercises[exercise], day);
    if (twin != UINT32_MAX) {
        return_from_worse(&history->exercises[twin], day);
    }
}

static void take_exercise(uh_history *history, const uh_catalogue *catalogue, uint32_t exercise,
                          const uh_set_fact *fact, uint32_t ms)
{
    uh_session_past *session = &history->current;
    uh_exercise_past *past = &history->exercises[exercise];
    const uh_date day = session->day;
    settle(past, day);
    if (fact->actual_repetitions > 0 || ms > 0) {
        restart_if_away(past, day);
        take_later(day, &past->last);
        set_bit(session->worked, exercise);
        add_side(fact->side, ms, &past->left_ms, &past->right_ms);
        if (session->helped == UH_HELPED_WORSE) {
            take_worse(history, catalogue, exercise);
        }
    }
    if (fact->end != UH_ENDED_COMPLETE && fact->end != UH_ENDED_BACK) {
        set_bit(session->marred, exercise);
    }
    if (fact->eased) {
        set_bit(session->marred, exercise);
    }
}

static void take_set(uh_history *history, const uh_catalogue *catalogue, const uh_set_fact *fact)
{
    uh_session_past *session = &history->current;
    if (!session->open || !session->counts || fact->simulated ||
        strcmp(session->id, fact->session) != 0) {
        return;
    }
    const uint32_t ms = worked_ms(fact);
    uint32_t exercise = 0;
    if (uh_catalogue_find_exercise(catalogue, fact->exercise, &exercise) == UH_OK) {
        take_exercise(history, catalogue, exercise, fact, ms);
    } else if (fact->actual_repetitions > 0 || ms > 0) {
        set_bit(session->strangers, fact->entry);
    }
    if (fact->actual_repetitions == 0 && ms == 0) {
        return;
    }
    session->worked_any = true;
    uh_day_past *day = day_of(history, session->day);
    UH_ASSERT(day); /* else it would not count */
    day->family_ms[fact->family] = add_ms(day->family_ms[fact->family], ms);
    add_side(fact->side, ms, &day->left_ms, &day->right_ms);
    take_later(session->day, &history->family_last[fact->family]);
    if (session->day.days == history->today.days) {
        history->done.family_hold_ms[fact->family] =
            add_ms(history->done.family_hold_ms[fact->family], fact->actual_hold_ms);
    }
}

/* -- the rest -- */

/* Of a session that is left out. */
static bool is_left_out(const uh_history *history, const char *session)
{
    return session[0] != '\0' && !history->current.counts &&
           strcmp(history->current.id, session) == 0;
}

/* How the day was, not how it was after a session. */
static void take_rating(uh_history *history, const uh_rating_fact *fact)
{
    const uh_date date = lived_day(history, fact->at.day);
    uh_day_past *day = day_of(history, date);
    if (!day || fact->moment == UH_RATING_AFTER || is_left_out(history, fact->session)) {
        return;
    }
    take_since(history, date);
    if (day->pain == UH_NOT_ASKED) {
        day->pain = fact->pain;
    }
    if (day->stiffness == UH_NOT_ASKED) {
        day->stiffness = fact->stiffness;
    }
}

static void take_break(uh_history *history, const uh_break_fact *fact)
{
    const uh_date date = lived_day(history, fact->began.day);
    uh_day_past *day = day_of(history, date);
    if (day) {
        day->breaks++;
        day->taken += fact->kind != UH_BREAK_AWAY;
        take_since(history, date);
    }
}

/* Where nobody knows on which side it hurt, it may be either; what has no sides hurt as a whole. */
static bool is_meant(const uh_exercise *exercise, const uh_mark_fact *fact, uint32_t side)
{
    const bool said = fact->side == UH_SIDE_BOTH || fact->side == side;
    if (fact->mark == UH_MARK_TRY_AGAIN) {
        return said;
    }
    return exercise->sides.kind == UH_SIDES_BOTH ? side == UH_SIDE_BOTH
                                                 : said && side != UH_SIDE_BOTH;
}

static void count_pains(uh_history *history, const uh_catalogue *catalogue, uint32_t exercise,
                        const uh_mark_fact *fact)
{
    const uh_exercise *of = uh_catalogue_exercise(catalogue, exercise);
    uint32_t *pains = history->exercises[exercise].pains;
    for (uint32_t side = 0; side < UH_SIDES; side++) {
        if (!is_meant(of, fact, side)) {
            continue;
        }
        pains[side] = fact->mark == UH_MARK_STOP ? pains[side] + 1 : 0;
        if (pains[side] >= UH_PARK_PAINS) {
            set_bit(history->done.parked[side], exercise);
        } else {
            clear_bit(history->done.parked[side], exercise);
        }
    }
}

/* Pain: a step back. Where somebody had to look at it, or it was set aside: from the beginning. */
static void return_from(uh_exercise_past *past, const uh_mark_fact *fact, uh_date day)
{
    const bool stopped = fact->mark == UH_MARK_STOP;
    const bool one_step = stopped && fact->reason == UH_REASON_PAIN && past->step > 0;
    settle(past, day);
    past->step = one_step ? past->step - 1 : 0;
    past->good_days = 0;
    past->step_since = past->return_since = day;
    past->return_reason = stopped ? fact->reason : UH_REASON_NONE;
    if (stopped) {
        past->pain_last = day;
        mark_bad_day(past, day);
    }
}

static bool is_complaint(const uh_mark_fact *fact)
{
    return fact->mark == UH_MARK_STOP &&
           (fact->reason == UH_REASON_PAIN || fact->reason == UH_REASON_NERVE ||
            fact->reason == UH_REASON_DIZZY);
}

/* Only pain parks: after the others a visit comes first (screening.h). */
static void charge(uh_history *history, const uh_catalogue *catalogue, uint32_t exercise,
                   const uh_mark_fact *fact, uh_date day)
{
    if (fact->mark == UH_MARK_TRY_AGAIN || fact->reason == UH_REASON_PAIN) {
        count_pains(history, catalogue, exercise, fact);
    }
    return_from(&history->exercises[exercise], fact, day);
}

/* Of any day, however long ago: what is set aside stays so until somebody wants it back. */
static void take_complaint(uh_history *history, const uh_catalogue *catalogue,
                           const uh_mark_fact *fact, uh_date day)
{
    uint32_t exercise = 0;
    if ((!is_complaint(fact) && fact->mark != UH_MARK_TRY_AGAIN) ||
        day.days > history->today.days ||
        uh_catalogue_find_exercise(catalogue, fact->exercise, &exercise) != UH_OK) {
        return;
    }
    charge(history, catalogue, exercise, fact, day);
    history->exercises[exercise].by_twin = false;
    if (fact->mark == UH_MARK_STOP) {
        uh_stops *stops = &history->exercises[exercise].stops[fact->reason - UH_REASON_PAIN];
        stops->times++;
        take_later(day, &stops->last);
    }
    const uint32_t twin = uh_exercise_twin(catalogue, exercise);
    if (twin != UINT32_MAX) {
        charge(history, catalogue, twin, fact, day);
        history->exercises[twin].by_twin = true;
    }
}

static void take_mark(uh_history *history, const uh_catalogue *catalogue, const uh_mark_fact *fact)
{
    const bool ahead = fact->mark == UH_MARK_REST; /* named for a day, not noted on it */
    const uh_date date = ahead ? fact->at.day : lived_day(history, fact->at.day);
    uh_day_past *day = day_of(history, date);
    if (day) {
        day->marks |= 1U << fact->mark;
    }
    if (fact->mark == UH_MARK_FLARE && date.days == history->today.days) {
        history->done.flare = true;
    }
    take_complaint(history, catalogue, fact, date);
}

void uh_history_take(uh_history *history, const uh_catalogue *catalogue, const uh_fact *fact)
{
    switch (fact->kind) {
    case UH_FACT_SESSION:
        take_session(history, &fact->is.session);
        break;
    case UH_FACT_SET:
        take_set(history, catalogue, &fact->is.set);
        break;
    case UH_FACT_RATING:
        take_rating(history, &fact->is.rating);
        break;
    case UH_FACT_BREAK:
        take_break(history, &fact->is.pause);
        break;
    case UH_FACT_MARK:
        take_mark(history, catalogue, &fact->is.mark);
        break;
    case UH_FACT_ENTRY:
    case UH_FACT_COMMAND:
    case UH_FACT_ANSWER:
    case UH_FACT_SETTING:
    case UH_FACT_KIND_COUNT:
        break;
    }
}

static void put_bit(uint32_t *set, uint32_t index, bool there)
{
    if (there) {
        set_bit(set, index);
    } else {
        clear_bit(set, index);
    }
}

/* What the gate has to know of the stops before. */
static void note_day(uh_history *history)
{
    uh_day *day = &history->done;
    for (uint32_t i = 0; i < UH_EXERCISES_MAX; i++) {
        const uh_exercise_past *past = &history->exercises[i];
        const bool stopped = past->pain_last.days == history->today.days;
        const bool worse = past->worse_last.days == history->today.days;
        put_bit(day->rests, i, stopped || worse);
        put_bit(day->worse, i, worse && !stopped);
        put_bit(day->returns, i, uh_history_is_returning(history, i));
        put_bit(day->by_twin, i, past->by_twin);
    }
}

void uh_history_end(uh_history *history)
{
    close_session(history);
    note_day(history);
}

void uh_history_move(uh_history *history, uh_date today)
{
    UH_ASSERT(!history->current.open && today.days >= history->today.days);
    const uint32_t later = (uint32_t)(today.days - history->today.days);
    for (uint32_t i = UH_HISTORY_DAYS; i-- > 0;) {
        history->days[i] = i >= later ? history->days[i - later] : unknown_day;
    }
    if (later > 0) {
        uh_day next = {0};
        memcpy(next.parked, history->done.parked, sizeof next.parked);
        history->done = next;
    }
    history->today = today;
    note_day(history);
}

/* -- what it says -- */

bool uh_history_is_returning(const uh_history *history, uint32_t exercise)
{
    const uh_date since = history->exercises[exercise].return_since;
    return since.days != UH_NO_DATE.days && uh_date_between(since, history->today) <= UH_PLAN_DAYS;
}

uint32_t uh_history_step(const uh_history *history, uint32_t exercise)
{
    uh_exercise_past past = history->exercises[exercise];
    settle(&past, history->today);
    const bool away = uh_date_between(past.last, history->today) >= UH_RESTART_DAYS;
    const bool anew = away || uh_history_is_marked(history, 0, UH_MARK_FLARE) ||
                      uh_history_is_returning(history, exercise);
    return anew ? 0 : past.step;
}

bool uh_history_is_parked(const uh_history *history, const uh_catalogue *catalogue,
                          uint32_t exercise, uh_side side)
{
    return uh_day_parks(catalogue, &history->done, exercise, side);
}

bool uh_history_would_park(const uh_history *history, const uh_catalogue *catalogue,
                           uint32_t exercise, uh_side side)
{
    const uh_mark_fact stop = {
        .mark = UH_MARK_STOP, .reason = UH_REASON_PAIN, .side = (uint32_t)side};
    const uh_exercise *of = uh_catalogue_exercise(catalogue, exercise);
    bool parks = false;
    for (uint32_t i = 0; i < UH_SIDES; i++) {
        parks = parks || (is_meant(of, &stop, i) &&
                          history->exercises[exercise].pains[i] + 1 >= UH_PARK_PAINS);
    }
    return parks;
}

static uint32_t day_count(uint32_t days)
{
    return days < UH_HISTORY_DAYS ? days : UH_HISTORY_DAYS;
}

uint32_t uh_history_sessions(const uh_history *history, uint32_t days)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < day_count(days); i++) {
        sum += history->days[i].sessions;
    }
    return sum;
}

uint32_t uh_history_days_done(const uh_history *history, uint32_t days)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < day_count(days); i++) {
        sum += history->days[i].sessions > 0;
    }
    return sum;
}

uint64_t uh_history_family_ms(const uh_history *history, uh_family family, uint32_t days)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < day_count(days); i++) {
        sum += history->days[i].family_ms[family];
    }
    return sum;
}

bool uh_history_is_marked(const uh_history *history, uint32_t day, uh_mark_kind mark)
{
    return day < UH_HISTORY_DAYS && (history->days[day].marks & 1U << mark) != 0;
}

static bool is_done(const uh_day_past *day)
{
    return day->sessions > 0 || day->taken > 0;
}

static bool is_off(const uh_history *history, uint32_t day)
{
    return uh_history_is_marked(history, day, UH_MARK_REST) ||
           uh_history_is_marked(history, day, UH_MARK_FLARE);
}

uint32_t uh_history_known(const uh_history *history, uint32_t days)
{
    const int32_t since = uh_date_between(history->since, history->today);
    if (since == INT32_MAX) {
        return 0;
    }
    return (uint32_t)since < days ? (uint32_t)since + 1 : days;
}

uint32_t uh_history_planned(const uh_history *history, uint32_t days, uint32_t goal)
{
    const uint32_t known = uh_history_known(history, days);
    uint32_t planned = 0;
    for (uint32_t i = 0; i < known; i++) {
        planned += !is_off(history, i) && (i > 0 || is_done(&history->days[0]));
    }
    return goal * planned / UH_WEEK_DAYS;
}

uh_week uh_history_week(const uh_history *history, uint32_t goal)
{
    UH_ASSERT(goal <= UH_WEEK_DAYS);
    uh_week week = {.planned = uh_history_planned(history, UH_WEEK_DAYS, goal)};
    uint32_t days = 0;
    for (uint32_t i = 0; i < UH_WEEK_DAYS; i++) {
        days += !is_off(history, i);
        week.done += is_done(&history->days[i]);
    }
    const uint32_t room = goal * days / UH_WEEK_DAYS; /* today with it: it is about today */
    /* where not every day is one, the body has a day in between */
    const bool is_between = 2 * goal <= UH_WEEK_DAYS && history->days[1].sessions > 0;
    week.is_due =
        !is_off(history, 0) && !is_done(&history->days[0]) && !is_between && week.done < room;
    return week;
}

int32_t uh_history_away(const uh_history *history)
{
    return uh_date_between(history->last, history->today);
}

bool uh_history_is_new(const uh_history *history)
{
    const bool begun_today = history->first.days == history->today.days && !history->whole;
    return history->before.days == UH_NO_DATE.days && (history->sessions == 0 || begun_today);
}

bool uh_history_was_away(const uh_history *history)
{
    const uh_date last = history->sessions > 0 ? history->last : history->before;
    return !uh_history_is_new(history) && uh_date_between(last, history->today) >= UH_RESTART_DAYS;
}

bool uh_history_is_enough(const uh_history *history, uh_family family)
{
    return uh_history_family_ms(history, family, UH_WEEK_DAYS) >= UH_FAMILY_ENOUGH_MS;
}
