/* SPDX-License-Identifier: MIT */
#include "core/session_inside.h"

enum {
    RUNNING = 1U << UH_SESSION_RUNNING,
    PAUSED = 1U << UH_SESSION_PAUSED,
    STOPPED = 1U << UH_SESSION_STOPPED,
    PLAYING = RUNNING | PAUSED
};

uh_status uh_session_hear(const uh_session *session, uh_boot_ms now, uint32_t states)
{
    if (uh_session_deadline(session).ms <= uh_session_moment(session, now)) {
        return UH_ERR_PENDING;
    }
    return (states & (1U << session->state)) != 0 ? UH_OK : UH_ERR_STATE;
}

int64_t uh_session_moment(const uh_session *session, uh_boot_ms now)
{
    return now.ms > session->latest_ms ? now.ms : session->latest_ms;
}

void uh_session_say(uh_session *session, uh_cue cue, int64_t now_ms, uint32_t elapsed_ms)
{
    uh_session_event event =
        uh_session_event_of(session, UH_EVENT_CUE, now_ms, session->played_ms + elapsed_ms);
    event.cue = cue;
    event.reason = cue == UH_CUE_STOPPED ? session->stop_reason : UH_STOP_NONE;
    event.window_ms = uh_session_window_ms(session, now_ms);
    uh_session_push(session, &event);
}

/* The command is obeyed at this moment, so far into the phase. */
typedef struct when {
    int64_t now_ms;
    uint32_t elapsed_ms;
} when;

static when obey(uh_session *session, uh_boot_ms now)
{
    session->latest_ms = uh_session_moment(session, now);
    return (when){session->latest_ms, uh_session_phase_elapsed_ms(session, session->latest_ms)};
}

/* -- pause
 * --------------------------------------------------------------------------------------------- */

static void freeze(uh_session *session, uh_session_state state, int64_t now_ms)
{
    if (session->state == UH_SESSION_RUNNING) {
        session->paused_at_ms = now_ms;
    }
    session->state = state;
}

/* The phase goes on where it was: its start moves on by the time that nobody did anything. */
static void thaw(uh_session *session, int64_t now_ms)
{
    session->phase_began_ms += now_ms - session->paused_at_ms;
    session->state = UH_SESSION_RUNNING;
}

static void pause_at(uh_session *session, uh_boot_ms now)
{
    when at = obey(session, now);
    freeze(session, UH_SESSION_PAUSED, at.now_ms);
    uh_session_say(session, UH_CUE_PAUSED, at.now_ms, at.elapsed_ms);
}

uh_status uh_session_pause(uh_session *session, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, RUNNING);
    if (status == UH_OK) {
        pause_at(session, now);
    }
    return status;
}

uh_status uh_session_interrupt(uh_session *session, uh_boot_ms last_seen)
{
    uh_status status = uh_session_hear(session, last_seen, RUNNING);
    if (status == UH_OK) {
        pause_at(session, last_seen);
    }
    return status;
}

uh_status uh_session_resume(uh_session *session, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, PAUSED);
    if (status == UH_OK) {
        when at = obey(session, now);
        thaw(session, at.now_ms);
        uh_session_say(session, UH_CUE_RESUMED, at.now_ms, at.elapsed_ms);
    }
    return status;
}

uh_status uh_session_ready(uh_session *session, uh_boot_ms now)
{
    static const bool can_be_shorter[UH_PHASE_COUNT] = {
        [UH_PHASE_NEXT_STRETCH] = true, [UH_PHASE_WAY_IN] = true, [UH_PHASE_GET_READY] = true,
        [UH_PHASE_SWITCH_SIDE] = true,  [UH_PHASE_REST] = true,   [UH_PHASE_WAY_OUT] = true,
    };
    uh_status status = uh_session_hear(session, now, RUNNING);
    if (status != UH_OK) {
        return status;
    }
    if (!can_be_shorter[session->timeline.phase]) {
        return UH_ERR_STATE;
    }
    /* the phase is as long as it has lasted: it ends by itself, now */
    when at = obey(session, now);
    session->timeline.length_ms = at.elapsed_ms;
    uh_session_recount(session, at.elapsed_ms);
    return UH_OK;
}

/* -- leaving a phase before its end
 * --------------------------------------------------------------------- */

typedef struct departure {
    uh_set_end end; /* of the side that is open */
    uint32_t reason;
    uh_cue cue; /* said before that of the next phase */
} departure;

/* The timeline to leave from. Who is past the middle of a way is nearer to where it leads, and has
 * to be led up, or down again, from there. */
static uh_timeline departure_point(const uh_session *session, uh_boot_ms now)
{
    uh_timeline timeline = session->timeline;
    uint32_t elapsed_ms = uh_session_phase_elapsed_ms(session, uh_session_moment(session, now));
    if (elapsed_ms < timeline.length_ms / 2) {
        return timeline;
    }
    if (timeline.phase == UH_PHASE_WAY_IN) {
        timeline.place = uh_variant_place(uh_timeline_variant(&timeline));
    } else if (timeline.phase == UH_PHASE_WAY_OUT) {
        timeline.place = UH_PLACE_STANDING;
    }
    return timeline;
}

static void depart(uh_session *session, const uh_timeline *to, departure why, uh_boot_ms now)
{
    when at = obey(session, now);
    uint64_t session_ms = session->played_ms + at.elapsed_ms;
    uh_session_event end = uh_session_event_of(session, UH_EVENT_END, at.now_ms, session_ms);
    uh_session_push(session, &end);
    uh_session_count_work(session, at.elapsed_ms, false);
    uh_session_close_side(session, why.end, why.reason, at.now_ms, session_ms);
    session->played_ms = session_ms;
    session->total_after_ms = uh_timeline_remaining_ms(to);
    session->state = UH_SESSION_RUNNING;
    uh_session_enter_phase(session, to, why.cue, at.now_ms);
}

/* It is announced or gone to, and nothing of it was begun. */
static bool is_before_stretch(const uh_timeline *timeline)
{
    return timeline->phase == UH_PHASE_NEXT_STRETCH || timeline->phase == UH_PHASE_WAY_IN;
}

uh_status uh_session_skip(uh_session *session, uh_skip_reason reason, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, PLAYING);
    if (status != UH_OK) {
        return status;
    }
    if (session->timeline.phase == UH_PHASE_WAY_OUT) {
        return UH_ERR_STATE;
    }
    uh_timeline to = departure_point(session, now);
    if (is_before_stretch(&session->timeline)) {         /* its record: that it was skipped */
        const uint32_t last_entry = session->last_entry; /* nothing of it was begun */
        uh_session_open_side(session, uh_session_moment(session, now));
        session->last_entry = last_entry;
        session->side_played_ms +=
            uh_session_phase_elapsed_ms(session, uh_session_moment(session, now));
    }
    uh_timeline_skip_stretch(&to);
    depart(session, &to, (departure){UH_ENDED_SKIPPED, reason, UH_CUE_SKIPPED}, now);
    return UH_OK;
}

/* To this side's beginning or, unless `again`, to that of the one before. */
static uh_status go_back(uh_session *session, bool again, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, PLAYING);
    if (status != UH_OK) {
        return status;
    }
    uh_timeline to = departure_point(session, now);
    if (again) {
        uh_timeline_restart_side(&to);
    } else if (!uh_timeline_previous_side(&to)) {
        return UH_ERR_STATE;
    }
    depart(session, &to, (departure){.end = UH_ENDED_BACK, .cue = UH_CUE_BACK}, now);
    return UH_OK;
}

uh_status uh_session_back(uh_session *session, uh_boot_ms now)
{
    return go_back(session, session->side_open && !uh_session_is_readying(session), now);
}

uh_status uh_session_repeat(uh_session *session, uh_boot_ms now)
{
    return go_back(session, session->side_open, now);
}

/* On a way between two places nobody knows how far the body is: time enough for the farther one. */
static uh_place place_to_end_from(const uh_timeline *timeline)
{
    uh_place there = uh_variant_place(uh_timeline_variant(timeline));
    bool farther = uh_place_way_out_ms(there) > uh_place_way_out_ms(timeline->place);
    return timeline->phase == UH_PHASE_WAY_IN && farther ? there : timeline->place;
}

uh_status uh_session_end(uh_session *session, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, PLAYING | STOPPED);
    if (status == UH_OK) {
        uh_timeline to = session->timeline;
        to.place = place_to_end_from(&to);
        uh_timeline_finish(&to);
        depart(session, &to, (departure){.end = UH_ENDED_EARLY}, now);
    }
    return status;
}

uh_status uh_session_close(uh_session *session, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, PLAYING | STOPPED);
    if (status == UH_OK) {
        uh_timeline to = session->timeline;
        while (to.phase != UH_PHASE_DONE) {
            uh_timeline_finish(&to);
        }
        depart(session, &to, (departure){.end = UH_ENDED_INTERRUPTED}, now);
    }
    return status;
}

/* -- stop
 * -----------------------------------------------------------------------------------------------
 */

uh_status uh_session_stop(uh_session *session, uh_stop_reason reason, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, PLAYING);
    if (status != UH_OK) {
        return status;
    }
    when at = obey(session, now);
    freeze(session, UH_SESSION_STOPPED, at.now_ms);
    session->stopped_at_ms = at.now_ms;
    session->stop_reason = reason;
    uh_session_count_work(session, at.elapsed_ms, false);
    uh_session_close_side(session, UH_ENDED_STOPPED, reason, at.now_ms,
                          session->played_ms + at.elapsed_ms);
    uh_session_say(session, UH_CUE_STOPPED, at.now_ms, at.elapsed_ms);
    return UH_OK;
}

/* Was a side stopped, rather than a pause between two? Its record is written, so side_open is no
 * help. */
static bool is_in_side(const uh_timeline *timeline)
{
    switch (timeline->phase) {
    case UH_PHASE_NEXT_STRETCH:
    case UH_PHASE_WAY_IN:
    case UH_PHASE_WAY_OUT:
    case UH_PHASE_DONE:
    case UH_PHASE_COUNT:
        return false;
    case UH_PHASE_REST:
        return timeline->repetition > 0;
    case UH_PHASE_GET_READY:
    case UH_PHASE_SWITCH_SIDE:
    case UH_PHASE_MOVE_IN:
    case UH_PHASE_HOLD:
    case UH_PHASE_RELEASE:
    case UH_PHASE_MOVE:
        break;
    }
    return true;
}

uh_status uh_session_undo_stop(uh_session *session, uh_boot_ms now)
{
    uh_status status = uh_session_hear(session, now, STOPPED);
    if (status != UH_OK) {
        return status;
    }
    if (now.ms - session->stopped_at_ms > UH_UNDO_MS) {
        return UH_ERR_STATE;
    }
    session->stop_reason = UH_STOP_NONE;
    if (is_in_side(&session->timeline)) {
        uh_timeline to = session->timeline;
        uh_timeline_restart_side(&to);
        depart(session, &to, (departure){.end = UH_ENDED_BACK, .cue = UH_CUE_RESUMED}, now);
        return UH_OK;
    }
    when at = obey(session, now);
    thaw(session, at.now_ms);
    uh_session_say(session, UH_CUE_RESUMED, at.now_ms, at.elapsed_ms);
    return UH_OK;
}
