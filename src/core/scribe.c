/* SPDX-License-Identifier: MIT */
#include "unhunch/scribe.h"

#include <string.h>

/* At up to twice the speed, or slower, somebody may really stretch; beyond it a stop was tried out
 * and is not for the screening (D-29). */
enum { TRIED_OUT_PERCENT = 200 };

static void write_text(const char *text, size_t size, char *out)
{
    const size_t length = strlen(text);
    UH_ASSERT(length < size);
    memcpy(out, text, length + 1);
}

uh_scribe uh_scribe_for(const uh_catalogue *catalogue, uh_session_fact about)
{
    return (uh_scribe){.catalogue = catalogue, .session = about};
}

uh_moment uh_scribe_moment(uh_boot_ms at, const uh_scribe_now *now)
{
    const uh_unix_ms wall = {now->wall.ms - (now->boot.ms - at.ms)};
    return uh_moment_at(wall, now->out.offset_s(now->out.to, wall));
}

static uh_moment moment_now(const uh_scribe_now *now)
{
    return uh_scribe_moment(now->boot, now);
}

static void put(uh_fact *fact, const uh_scribe_now *now)
{
    fact->changed = now->wall;
    now->out.put(now->out.to, fact);
}

/* A sign of life. */
static void renew(uh_scribe *scribe, uh_boot_ms at, const uh_scribe_now *now)
{
    scribe->session.seen_ms = at.ms - scribe->began.ms;
    scribe->session.lease = (uh_unix_ms){now->wall.ms + UH_LEASE_MS};
}

static void put_session(const uh_scribe *scribe, const uh_scribe_now *now)
{
    uh_fact fact = {.kind = UH_FACT_SESSION, .is.session = scribe->session};
    put(&fact, now);
}

static void put_entries(const uh_scribe *scribe, const uh_routine *routine,
                        const uh_scribe_now *now)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        uh_fact fact = {.kind = UH_FACT_ENTRY};
        uh_entry_keep(scribe->catalogue, &routine->entries[i], &fact.is.entry);
        memcpy(fact.is.entry.session, scribe->session.id, UH_FACT_ID_SIZE);
        fact.is.entry.entry = i;
        put(&fact, now);
    }
}

static void put_command(uh_scribe *scribe, uh_command_kind command, uh_reason reason, int64_t at_ms,
                        const uh_scribe_now *now)
{
    uh_fact fact = {
        .kind = UH_FACT_COMMAND,
        .is.command = {
            .number = scribe->commands++, .at_ms = at_ms, .command = command, .reason = reason}};
    memcpy(fact.is.command.session, scribe->session.id, UH_FACT_ID_SIZE);
    put(&fact, now);
}

/* -- beginning -- */

void uh_scribe_begin(uh_scribe *scribe, const uh_routine *routine, uh_session_options options,
                     uh_boot_ms at, const char *id, const uh_scribe_now *now)
{
    uh_session_fact *session = &scribe->session;
    write_text(id, sizeof session->id, session->id);
    session->began = uh_scribe_moment(at, now);
    session->context = routine->context;
    session->planned_ms = (int64_t)uh_timeline_total_ms(scribe->catalogue, routine);
    session->speed_percent = options.speed_percent;
    session->simulated = options.speed_percent != 100;
    session->gentle = options.gentle;
    session->long_holds = options.long_holds;
    session->pace = routine->pace;
    scribe->began = at;
    renew(scribe, at, now);
    put_session(scribe, now);
    put_entries(scribe, routine, now);
    if (scribe->rating.is.rating.id[0] != '\0') {
        memcpy(scribe->rating.is.rating.session, session->id, UH_FACT_ID_SIZE);
        scribe->rating.is.rating.at = moment_now(now);
        put(&scribe->rating, now);
    }
}

static void put_set(const uh_scribe *scribe, const uh_set_record *record, uh_moment began,
                    uh_unix_ms ended, const uh_scribe_now *now)
{
    uh_fact fact = {.kind = UH_FACT_SET};
    uh_set_keep(scribe->catalogue, record, &fact.is.set);
    memcpy(fact.is.set.session, scribe->session.id, UH_FACT_ID_SIZE);
    fact.is.set.began = began;
    fact.is.set.began.day = scribe->session.began.day; /* a session belongs to one day */
    fact.is.set.ended = ended;
    put(&fact, now);
}

/* What was begun when it was killed, at the time it was then. */
static void put_left(const uh_scribe *scribe, const uh_replayed *how, const uh_scribe_now *now)
{
    const uh_moment start = scribe->session.began;
    const int64_t began_ms = start.at.ms + how->record.began.ms - how->began.ms;
    const int64_t ended_ms = start.at.ms + how->record.ended.ms - how->began.ms;
    put_set(scribe, &how->record, uh_moment_at((uh_unix_ms){began_ms}, start.offset_s),
            (uh_unix_ms){ended_ms}, now);
}

void uh_scribe_go_on(uh_scribe *scribe, const uh_session_fact *session, uint32_t commands,
                     const uh_replayed *how, uh_boot_ms at, const uh_scribe_now *now)
{
    scribe->session = *session;
    scribe->session.end = UH_ENDING_OPEN;
    scribe->session.ended = UH_NO_TIME;
    scribe->began = how->began;
    scribe->commands = commands;
    renew(scribe, at, now);
    if (how->left) {
        put_left(scribe, how, now);
    }
    if (how->repeated) {
        put_command(scribe, UH_COMMAND_REPEAT, UH_REASON_NONE, session->seen_ms, now);
    }
    if (how->paused) {
        put_command(scribe, UH_COMMAND_PAUSE, UH_REASON_NONE, session->seen_ms, now);
    }
    put_session(scribe, now);
}

/* -- playing -- */

void uh_scribe_alive(uh_scribe *scribe, uh_boot_ms at, const uh_scribe_now *now)
{
    renew(scribe, at, now);
    put_session(scribe, now);
}

void uh_scribe_command(uh_scribe *scribe, uh_command_kind command, uh_reason reason, uh_boot_ms at,
                       const uh_scribe_now *now)
{
    put_command(scribe, command, reason, at.ms - scribe->began.ms, now);
    uh_scribe_alive(scribe, at, now);
}

void uh_scribe_set(uh_scribe *scribe, const uh_set_record *record, const uh_scribe_now *now)
{
    put_set(scribe, record, uh_scribe_moment(record->began, now),
            uh_scribe_moment(record->ended, now).at, now);
    uh_scribe_alive(scribe, record->ended, now);
}

/* -- stopping -- */

static void put_end(uh_scribe *scribe, uh_ending ending, uh_boot_ms at, const uh_scribe_now *now)
{
    renew(scribe, at, now);
    scribe->session.end = ending;
    scribe->session.ended = ending == UH_ENDING_OPEN ? UH_NO_TIME : uh_scribe_moment(at, now).at;
    put_session(scribe, now);
}

static bool is_tried_out(const uh_scribe *scribe)
{
    return scribe->session.speed_percent > TRIED_OUT_PERCENT;
}

static void put_mark(uh_scribe *scribe, uh_stop_reason reason, const char *exercise, uh_side side,
                     uh_boot_ms at, const char *id, const uh_scribe_now *now)
{
    scribe->mark = (uh_fact){.kind = UH_FACT_MARK,
                             .is.mark = {.at = uh_scribe_moment(at, now),
                                         .mark = UH_MARK_STOP,
                                         .side = side,
                                         .reason = (uint32_t)reason}};
    uh_mark_fact *mark = &scribe->mark.is.mark;
    write_text(id, sizeof mark->id, mark->id);
    write_text(exercise, sizeof mark->exercise, mark->exercise);
    put(&scribe->mark, now);
}

void uh_scribe_stop(uh_scribe *scribe, uh_stop_reason reason, const char *exercise, uh_side side,
                    uh_boot_ms at, const char *id, const uh_scribe_now *now)
{
    scribe->mark.is.mark.id[0] = '\0';
    scribe->session.reason = (uint32_t)reason;
    if (!is_tried_out(scribe)) {
        put_mark(scribe, reason, exercise, side, at, id, now);
    }
    put_command(scribe, UH_COMMAND_STOP, (uh_reason)reason, at.ms - scribe->began.ms, now);
    put_end(scribe, UH_ENDING_STOPPED, at, now);
}

void uh_scribe_unmark(uh_scribe *scribe, const uh_scribe_now *now)
{
    uh_mark_fact *mark = &scribe->mark.is.mark;
    if (mark->id[0] == '\0') {
        return;
    }
    mark->reason = UH_REASON_NONE;
    memset(mark->exercise, 0, sizeof mark->exercise);
    put(&scribe->mark, now);
    mark->id[0] = '\0';
}

void uh_scribe_undo_stop(uh_scribe *scribe, uh_boot_ms at, const uh_scribe_now *now)
{
    scribe->session.reason = UH_REASON_NONE;
    scribe->mark.is.mark.id[0] = '\0';
    put_command(scribe, UH_COMMAND_UNDO_STOP, UH_REASON_NONE, at.ms - scribe->began.ms, now);
    put_end(scribe, UH_ENDING_OPEN, at, now);
}

uh_fact uh_scribe_emergency_key(void)
{
    return (uh_fact){.kind = UH_FACT_ANSWER, .is.answer = {.question = "stop-emergency"}};
}

/* Nothing known is as good as a no. */
void uh_scribe_emergency(uh_scribe *scribe, bool so, const uh_fact *known, const uh_scribe_now *now)
{
    if (is_tried_out(scribe)) {
        return;
    }
    if (!so) {
        put(&scribe->before_call, now);
        return;
    }
    uh_fact fact = uh_scribe_emergency_key();
    fact.is.answer.at = moment_now(now);
    scribe->before_call = known != NULL ? *known : fact;
    fact.is.answer.yes = true;
    put(&fact, now);
}

/* -- the end, and after -- */

void uh_scribe_end(uh_scribe *scribe, uh_ending ending, uh_boot_ms at, const uh_scribe_now *now)
{
    if (scribe->session.end == UH_ENDING_OPEN) {
        put_end(scribe, ending, at, now);
    }
}

void uh_scribe_correct(uh_scribe *scribe, uh_correction correction, const uh_scribe_now *now)
{
    scribe->session.correction = correction;
    put_session(scribe, now);
}

void uh_scribe_helped(uh_scribe *scribe, uh_helped helped, const uh_scribe_now *now)
{
    scribe->session.helped = helped;
    put_session(scribe, now);
}

void uh_scribe_rate(uh_scribe *scribe, uh_rating_moment moment, int32_t pain, int32_t stiffness,
                    const char *id, const uh_scribe_now *now)
{
    uh_fact fact = {
        .kind = UH_FACT_RATING,
        .is.rating = {
            .moment = moment, .at = moment_now(now), .pain = pain, .stiffness = stiffness}};
    write_text(id, sizeof fact.is.rating.id, fact.is.rating.id);
    if (moment == UH_RATING_BEFORE && scribe->session.id[0] == '\0') {
        scribe->rating = fact;
        return;
    }
    if (moment != UH_RATING_DAY) {
        memcpy(fact.is.rating.session, scribe->session.id, UH_FACT_ID_SIZE);
    }
    put(&fact, now);
}
