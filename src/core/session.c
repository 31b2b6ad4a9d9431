/* SPDX-License-Identifier: MIT */
#include "core/session_inside.h"

#include <string.h>

enum { SPEED_MIN = 10, SPEED_MAX = 100000 };

uh_session_options uh_session_default_options(void)
{
    return (uh_session_options){.speed_percent = 100};
}

uh_session_options uh_session_options_for(const uh_person *person, const uh_screening *screening)
{
    uh_session_options options = uh_session_default_options();
    options.gentle = uh_is_gentle(person, screening);
    options.long_holds = !options.gentle && (person->opt_in & (1U << UH_OPT_IN_LONG_HOLD)) != 0;
    return options;
}

void uh_session_options_fit_day(const uh_day *day, const uh_routine *routine,
                                uh_session_options *options)
{
    bool eased = day->flare;
    for (uint32_t i = 0; i < routine->count; i++) {
        eased = eased || uh_day_has(day->returns, routine->entries[i].exercise);
    }
    options->gentle = options->gentle || eased;
    options->long_holds = options->long_holds && !eased;
    memcpy(options->held_ms, day->family_hold_ms, sizeof options->held_ms);
}

/* -- the two clocks
 * ----------------------------------------------------------------------------------- */

uint32_t uh_session_phase_elapsed_ms(const uh_session *session, int64_t now_ms)
{
    bool still = session->state == UH_SESSION_PAUSED || session->state == UH_SESSION_STOPPED;
    int64_t since_ms = (still ? session->paused_at_ms : now_ms) - session->phase_began_ms;
    if (since_ms <= 0) {
        return 0;
    }
    int64_t length_ms = session->timeline.length_ms;
    int64_t speed = session->options.speed_percent;
    /* a person may come back after days: no product of it is formed */
    if (since_ms >= (length_ms * 100 + speed - 1) / speed) {
        return session->timeline.length_ms;
    }
    return (uint32_t)(since_ms * speed / 100);
}

int64_t uh_session_due_ms(const uh_session *session, uint32_t offset_ms)
{
    int64_t speed = session->options.speed_percent;
    int64_t due_ms = session->phase_began_ms + ((int64_t)offset_ms * 100 + speed - 1) / speed;
    return due_ms > session->latest_ms ? due_ms : session->latest_ms;
}

/* -- what a phase gives out
 * ---------------------------------------------------------------------------- */

typedef struct moment {
    uh_event_kind kind;
    uint32_t offset_ms; /* session time since the phase's start */
    uint32_t detail;    /* the cue, the count, the breath or the milestone */
} moment;

/* Start, side, two cues, breath, three milestones, three counts, end. */
enum { AGENDA_MAX = 12 };

typedef struct agenda {
    uint32_t count;
    moment moments[AGENDA_MAX];
} agenda;

static void add(agenda *list, uh_event_kind kind, uint32_t offset_ms, uint32_t detail)
{
    list->moments[list->count++] = (moment){.kind = kind, .offset_ms = offset_ms, .detail = detail};
}

static uh_cue phase_cue(uh_phase phase)
{
    static const uh_cue cues[UH_PHASE_COUNT] = {
        [UH_PHASE_NEXT_STRETCH] = UH_CUE_NEXT,   [UH_PHASE_WAY_IN] = UH_CUE_WAY_IN,
        [UH_PHASE_GET_READY] = UH_CUE_GET_READY, [UH_PHASE_SWITCH_SIDE] = UH_CUE_SIDE,
        [UH_PHASE_MOVE_IN] = UH_CUE_MOVE,        [UH_PHASE_HOLD] = UH_CUE_HOLD,
        [UH_PHASE_RELEASE] = UH_CUE_RELEASE,     [UH_PHASE_MOVE] = UH_CUE_MOVE,
        [UH_PHASE_REST] = UH_CUE_REST,           [UH_PHASE_WAY_OUT] = UH_CUE_WAY_OUT,
        [UH_PHASE_DONE] = UH_CUE_DONE,
    };
    return cues[phase];
}

bool uh_session_is_readying(const uh_session *session)
{
    return session->timeline.phase == UH_PHASE_GET_READY ||
           session->timeline.phase == UH_PHASE_SWITCH_SIDE;
}

static void add_beginning(const uh_session *session, agenda *list)
{
    const uh_timeline *timeline = &session->timeline;
    add(list, UH_EVENT_START, 0, 0);
    if (uh_session_is_readying(session) && timeline->side != UH_SIDE_BOTH) {
        add(list, UH_EVENT_SIDE, 0, 0);
    }
    if (session->arrival != UH_CUE_NONE) {
        add(list, UH_EVENT_CUE, 0, session->arrival);
    }
    add(list, UH_EVENT_CUE, 0, phase_cue(timeline->phase));
    if (timeline->breath != UH_BREATH_FREE) {
        add(list, UH_EVENT_BREATH, 0, timeline->breath);
    }
    for (uint32_t i = UH_MILESTONE_HALFWAY; i <= UH_MILESTONE_DONE; i++) {
        if (session->milestones & (1U << i)) {
            add(list, UH_EVENT_MILESTONE, 0, i);
        }
    }
}

/* A pause of five seconds is for what is said in it; a hold of five seconds is waited through. */
static uint32_t counted_from_ms(uh_phase phase)
{
    static const uint32_t from_ms[UH_PHASE_COUNT] = {
        [UH_PHASE_GET_READY] = 8000,
        [UH_PHASE_SWITCH_SIDE] = 8000,
        [UH_PHASE_REST] = 8000,
        [UH_PHASE_HOLD] = 5000,
    };
    return from_ms[phase];
}

static void add_counts(const uh_session *session, agenda *list)
{
    const uh_timeline *timeline = &session->timeline;
    uint32_t from_ms = counted_from_ms(timeline->phase);
    if (from_ms == 0 || timeline->length_ms < from_ms) {
        return;
    }
    for (uint32_t count = UH_COUNT_MS / 1000; count > 0; count--) {
        add(list, UH_EVENT_COUNT_DOWN, timeline->length_ms - count * 1000, count);
    }
}

static agenda agenda_of(const uh_session *session)
{
    agenda list = {.count = 0};
    add_beginning(session, &list);
    add_counts(session, &list);
    if (session->timeline.phase != UH_PHASE_DONE) {
        add(&list, UH_EVENT_END, session->timeline.length_ms, 0);
    }
    return list;
}

static bool ends_a_window(uh_event_kind kind)
{
    /* the end too: the next phase begins with a cue */
    return kind == UH_EVENT_CUE || kind == UH_EVENT_COUNT_DOWN || kind == UH_EVENT_END;
}

/* From moment `index` on. */
static uint32_t window_from(const uh_session *session, const agenda *list, uint32_t index,
                            int64_t at_ms)
{
    for (uint32_t i = index; i < list->count; i++) {
        if (ends_a_window(list->moments[i].kind)) {
            int64_t window_ms = uh_session_due_ms(session, list->moments[i].offset_ms) - at_ms;
            return window_ms < UH_WINDOW_MAX_MS ? (uint32_t)window_ms : UH_WINDOW_MAX_MS;
        }
    }
    return UH_WINDOW_MAX_MS;
}

uint32_t uh_session_window_ms(const uh_session *session, int64_t now_ms)
{
    if (session->state == UH_SESSION_PAUSED || session->state == UH_SESSION_STOPPED) {
        return UH_WINDOW_MAX_MS;
    }
    agenda list = agenda_of(session);
    return window_from(session, &list, session->given, now_ms);
}

void uh_session_recount(uh_session *session, uint32_t elapsed_ms)
{
    agenda list = agenda_of(session);
    session->given = 0;
    while (list.moments[session->given].offset_ms <= elapsed_ms &&
           list.moments[session->given].kind != UH_EVENT_END) {
        session->given++;
    }
}

/* -- events
 * -------------------------------------------------------------------------------------------- */

uh_session_event uh_session_event_of(const uh_session *session, uh_event_kind kind, int64_t at_ms,
                                     uint64_t session_ms)
{
    const uh_timeline *timeline = &session->timeline;
    const uh_routine_entry *entry = &session->routine->entries[timeline->entry];
    return (uh_session_event){
        .kind = kind,
        .at = {at_ms},
        .session_ms = session_ms,
        .phase = timeline->phase,
        .entry = timeline->entry,
        .exercise = entry->exercise,
        .variant = entry->variant,
        .set = timeline->set,
        .side = timeline->side,
        .repetition = timeline->repetition,
        .part = timeline->part,
        .repetitions = timeline->repetitions,
        .sets = timeline->sets,
        .place = timeline->place,
        .length_ms = timeline->length_ms,
    };
}

void uh_session_push(uh_session *session, const uh_session_event *event)
{
    UH_ASSERT(session->urgent_count < UH_COUNT(session->urgent));
    session->urgent[session->urgent_count++] = *event;
}

static void take_urgent(uh_session *session, uh_session_event *ret_event)
{
    *ret_event = session->urgent[0];
    session->urgent_count--;
    for (uint32_t i = 0; i < session->urgent_count; i++) {
        session->urgent[i] = session->urgent[i + 1];
    }
}

static uh_session_event event_at(const uh_session *session, const agenda *list)
{
    const moment *what = &list->moments[session->given];
    int64_t at_ms = uh_session_due_ms(session, what->offset_ms);
    uh_session_event event =
        uh_session_event_of(session, what->kind, at_ms, session->played_ms + what->offset_ms);
    if (what->kind == UH_EVENT_CUE) {
        event.cue = (uh_cue)what->detail;
        event.window_ms = window_from(session, list, session->given + 1, at_ms);
    } else if (what->kind == UH_EVENT_COUNT_DOWN) {
        event.count = what->detail;
    } else if (what->kind == UH_EVENT_BREATH) {
        event.breath = (uh_breath)what->detail;
    } else if (what->kind == UH_EVENT_MILESTONE) {
        event.milestone = (uh_milestone)what->detail;
    }
    return event;
}

/* -- from phase to phase
 * -------------------------------------------------------------------------------- */

/* Said where nothing else is to be done, and not so late that it is not true any more. */
static bool is_halfway(const uh_session *session)
{
    const uh_timeline *timeline = &session->timeline;
    uint64_t to_come_ms = timeline->length_ms + session->total_after_ms;
    bool idle = timeline->phase == UH_PHASE_REST || timeline->phase == UH_PHASE_NEXT_STRETCH;
    return idle && !session->halfway_given && session->played_ms >= to_come_ms &&
           session->played_ms <= 2 * to_come_ms;
}

static uint32_t milestones_of(const uh_session *session)
{
    const uh_timeline *timeline = &session->timeline;
    uint32_t milestones = 0;
    if (is_halfway(session)) {
        milestones |= 1U << UH_MILESTONE_HALFWAY;
    }
    if (timeline->phase == UH_PHASE_NEXT_STRETCH &&
        timeline->entry + 1 == session->routine->count) {
        milestones |= 1U << UH_MILESTONE_LAST_STRETCH;
    }
    if (timeline->phase == UH_PHASE_DONE) {
        milestones |= 1U << UH_MILESTONE_DONE;
    }
    return milestones;
}

void uh_session_enter_phase(uh_session *session, const uh_timeline *next, uh_cue arrival,
                            int64_t now_ms)
{
    if (next->entry != session->timeline.entry) {
        session->eased = 0;
    }
    session->timeline = *next;
    session->arrival = arrival;
    session->phase_began_ms = now_ms;
    session->given = 0;
    session->milestones = milestones_of(session);
    session->halfway_given |= session->milestones & (1U << UH_MILESTONE_HALFWAY);
    if (uh_session_is_readying(session)) {
        uh_session_open_side(session, now_ms);
    }
    if (session->timeline.phase == UH_PHASE_DONE) {
        session->state = UH_SESSION_DONE;
    }
}

static bool is_inside_side(const uh_timeline *timeline)
{
    static const bool inside[UH_PHASE_COUNT] = {
        [UH_PHASE_MOVE_IN] = true,
        [UH_PHASE_HOLD] = true,
        [UH_PHASE_RELEASE] = true,
        [UH_PHASE_MOVE] = true,
    };
    return inside[timeline->phase] ||
           (timeline->phase == UH_PHASE_REST && timeline->repetition > 0);
}

/* The phase has run to its end. */
static void leave_phase(uh_session *session, int64_t at_ms)
{
    uh_timeline next = session->timeline;
    (void)uh_timeline_next(&next);
    uh_session_count_work(session, session->timeline.length_ms, true);
    session->played_ms += session->timeline.length_ms;
    if (!is_inside_side(&next)) {
        uh_session_close_side(session, UH_ENDED_COMPLETE, 0, at_ms, session->played_ms);
    }
    session->total_after_ms -= next.length_ms;
    uh_session_enter_phase(session, &next, UH_CUE_NONE, at_ms);
}

uh_status uh_session_start(const uh_catalogue *catalogue, const uh_routine *routine,
                           uh_session_options options, uh_boot_ms now, uh_session *ret_session)
{
    if (routine->count == 0) {
        return UH_ERR_EMPTY;
    }
    if (options.speed_percent < SPEED_MIN || options.speed_percent > SPEED_MAX) {
        return UH_ERR_RANGE;
    }
    uh_session session = {
        .catalogue = catalogue,
        .routine = routine,
        .options = options,
        .latest_ms = now.ms,
    };
    uh_timeline first = uh_timeline_start(catalogue, routine);
    session.total_after_ms = uh_timeline_remaining_ms(&first);
    uh_session_enter_phase(&session, &first, UH_CUE_NONE, now.ms);
    *ret_session = session;
    return UH_OK;
}

bool uh_session_next(uh_session *session, uh_boot_ms now, uh_session_event *ret_event)
{
    uh_boot_ms due = uh_session_deadline(session);
    if (due.ms == UH_NEVER.ms || due.ms > now.ms) {
        return false;
    }
    if (session->urgent_count > 0) {
        take_urgent(session, ret_event);
        return true;
    }
    agenda list = agenda_of(session);
    *ret_event = event_at(session, &list);
    session->given++;
    session->latest_ms = ret_event->at.ms;
    if (ret_event->kind == UH_EVENT_END) {
        leave_phase(session, ret_event->at.ms);
    }
    return true;
}

uh_boot_ms uh_session_deadline(const uh_session *session)
{
    if (session->urgent_count > 0) {
        return session->urgent[0].at;
    }
    if (session->state == UH_SESSION_PAUSED || session->state == UH_SESSION_STOPPED) {
        return UH_NEVER;
    }
    agenda list = agenda_of(session);
    if (session->given == list.count) {
        return UH_NEVER;
    }
    return (uh_boot_ms){uh_session_due_ms(session, list.moments[session->given].offset_ms)};
}
