/* SPDX-License-Identifier: MIT */
#include "cli/screen/keeper.h"

#include <string.h>

#include "host/clock.h"
#include "host/uuid.h"
#include "shell/trouble.h"

uh_keeper uh_keeper_for(uh_store *store, const uh_catalogue *catalogue, uh_session_fact about)
{
    return (uh_keeper){.store = store, .catalogue = catalogue, .session = about};
}

static bool has_begun(const uh_keeper *keeper)
{
    return keeper->store != NULL && keeper->session.id[0] != '\0';
}

static bool is_kept(const uh_keeper *keeper)
{
    return has_begun(keeper) && keeper->loss != UH_KEEPER_LOST_ALL;
}

static uh_moment moment_now(void)
{
    const uh_unix_ms now = uh_clock_unix();
    return uh_moment_at(now, uh_clock_offset_s(now));
}

/* What happened at a moment of the boot clock, on the wall. */
static uh_moment moment_of(uh_boot_ms at)
{
    const uh_unix_ms wall = {uh_clock_unix().ms - (uh_clock_boot().ms - at.ms)};
    return uh_moment_at(wall, uh_clock_offset_s(wall));
}

static uh_keeper_loss loss_of(uh_status status)
{
    switch (status) {
    case UH_ERR_UNKNOWN:
        return UH_KEEPER_LOST_ALL;
    case UH_ERR_FULL:
        return UH_KEEPER_LOST_REST;
    case UH_OK:
    case UH_ERR_PENDING:
        return UH_KEEPER_LOST_NOTHING;
    case UH_ERR_EMPTY:
    case UH_ERR_RANGE:
    case UH_ERR_FORMAT:
    case UH_ERR_VERSION:
    case UH_ERR_REFUSED:
    case UH_ERR_STATE:
        return UH_KEEPER_LOST_LAST;
    }
    __builtin_unreachable();
}

/* Whether it is on the disk or waits, the store knows, and uh_keeper_news() says; what it could not
 * even let wait is lost, and that is said too. */
static void heed(uh_keeper *keeper, uh_status status)
{
    const uh_keeper_loss loss = loss_of(status);
    keeper->loss = loss > keeper->loss ? loss : keeper->loss;
}

static void put(uh_keeper *keeper, uh_fact *fact)
{
    fact->changed = uh_clock_unix();
    heed(keeper, uh_store_write(keeper->store, fact));
}

/* A sign of life. */
static void renew(uh_keeper *keeper, uh_boot_ms now)
{
    keeper->session.seen_ms = now.ms - keeper->began.ms;
    keeper->session.lease = (uh_unix_ms){uh_clock_unix().ms + UH_LEASE_MS};
}

static void put_new_session(uh_keeper *keeper)
{
    uh_fact fact = {.kind = UH_FACT_SESSION, .is.session = keeper->session};
    put(keeper, &fact);
}

/* Putting it would bring back what was deleted meanwhile, without its routine. */
static void check_session(uh_keeper *keeper)
{
    uh_fact fact = {.kind = UH_FACT_SESSION, .is.session = keeper->session};
    if (uh_store_get(keeper->store, &fact) == UH_ERR_UNKNOWN) {
        heed(keeper, UH_ERR_UNKNOWN);
    }
}

static void put_session(uh_keeper *keeper)
{
    check_session(keeper);
    if (is_kept(keeper)) {
        put_new_session(keeper);
    }
}

/* Several facts that belong together are one act; where the store cannot begin one, each stands
 * alone. */
static bool begin_act(uh_keeper *keeper)
{
    return uh_store_begin(keeper->store) == UH_OK;
}

static void end_act(uh_keeper *keeper, bool begun)
{
    if (begun) {
        heed(keeper, uh_store_commit(keeper->store));
    }
}

static void put_entries(uh_keeper *keeper, const uh_routine *routine)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        uh_fact fact = {.kind = UH_FACT_ENTRY};
        uh_entry_keep(keeper->catalogue, &routine->entries[i], &fact.is.entry);
        memcpy(fact.is.entry.session, keeper->session.id, UH_FACT_ID_SIZE);
        fact.is.entry.entry = i;
        put(keeper, &fact);
    }
}

static void put_rating(uh_keeper *keeper, uh_rating_moment moment, int32_t pain, int32_t stiffness)
{
    uh_fact fact = {
        .kind = UH_FACT_RATING,
        .is.rating = {.moment = moment, .at = moment_now(), .pain = pain, .stiffness = stiffness}};
    uh_uuid_make(uh_clock_unix(), fact.is.rating.id);
    if (moment != UH_RATING_DAY) {
        memcpy(fact.is.rating.session, keeper->session.id, UH_FACT_ID_SIZE);
    }
    put(keeper, &fact);
}

void uh_keeper_begin(uh_keeper *keeper, const uh_routine *routine, uh_session_options options,
                     uh_boot_ms now)
{
    if (keeper->store == NULL) {
        return;
    }
    uh_uuid_make(uh_clock_unix(), keeper->session.id);
    keeper->session.began = moment_of(now);
    keeper->session.context = routine->context;
    keeper->session.planned_ms = (int64_t)uh_timeline_total_ms(keeper->catalogue, routine);
    keeper->session.speed_percent = options.speed_percent;
    keeper->session.simulated = options.speed_percent != 100;
    keeper->session.gentle = options.gentle;
    keeper->session.long_holds = options.long_holds;
    keeper->session.pace = routine->pace;
    keeper->began = now;
    renew(keeper, now);
    const bool act = begin_act(keeper);
    put_new_session(keeper);
    put_entries(keeper, routine);
    if (keeper->rated) {
        put_rating(keeper, UH_RATING_BEFORE, keeper->pain, keeper->stiffness);
    }
    end_act(keeper, act);
}

static void put_command(uh_keeper *keeper, uh_command_kind command, uh_reason reason, int64_t at_ms)
{
    if (!is_kept(keeper)) {
        return;
    }
    uh_fact fact = {
        .kind = UH_FACT_COMMAND,
        .is.command = {
            .number = keeper->commands++, .at_ms = at_ms, .command = command, .reason = reason}};
    memcpy(fact.is.command.session, keeper->session.id, UH_FACT_ID_SIZE);
    put(keeper, &fact);
}

void uh_keeper_go_on(uh_keeper *keeper, const uh_session_fact *session, uint32_t commands,
                     const uh_replayed *how, uh_boot_ms now)
{
    if (keeper->store == NULL) {
        return;
    }
    keeper->session = *session;
    keeper->session.end = UH_ENDING_OPEN;
    keeper->session.ended = UH_NO_TIME;
    keeper->began = how->began;
    keeper->commands = commands;
    renew(keeper, now);
    const bool act = begin_act(keeper);
    if (how->repeated) {
        put_command(keeper, UH_COMMAND_REPEAT, UH_REASON_NONE, session->seen_ms);
    }
    if (how->paused) {
        put_command(keeper, UH_COMMAND_PAUSE, UH_REASON_NONE, session->seen_ms);
    }
    put_session(keeper);
    end_act(keeper, act);
}

void uh_keeper_command(uh_keeper *keeper, uh_command_kind command, uh_reason reason, uh_boot_ms at)
{
    if (!is_kept(keeper)) {
        return;
    }
    const bool act = begin_act(keeper);
    put_command(keeper, command, reason, at.ms - keeper->began.ms);
    renew(keeper, at);
    put_session(keeper);
    end_act(keeper, act);
}

void uh_keeper_set(uh_keeper *keeper, const uh_set_record *record)
{
    if (!is_kept(keeper)) {
        return;
    }
    uh_fact fact = {.kind = UH_FACT_SET};
    keeper->worked +=
        !record->simulated && (record->actual_hold_ms > 0 || record->actual_repetitions > 0);
    uh_set_keep(keeper->catalogue, record, &fact.is.set);
    memcpy(fact.is.set.session, keeper->session.id, UH_FACT_ID_SIZE);
    fact.is.set.began = moment_of(record->began);
    fact.is.set.began.day = keeper->session.began.day; /* a session belongs to one day */
    fact.is.set.ended = moment_of(record->ended).at;
    const bool act = begin_act(keeper);
    put(keeper, &fact);
    renew(keeper, record->ended);
    put_session(keeper);
    end_act(keeper, act);
}

static void put_end(uh_keeper *keeper, uh_ending ending, uh_boot_ms now)
{
    if (!is_kept(keeper)) {
        return;
    }
    renew(keeper, now);
    keeper->session.end = ending;
    keeper->session.ended = ending == UH_ENDING_OPEN ? UH_NO_TIME : moment_of(now).at;
    put_session(keeper);
}

/* At up to twice the speed, or slower, somebody may really stretch; beyond it a stop was tried out
 * and is not for the screening (D-29). */
static bool is_tried_out(const uh_keeper *keeper)
{
    return keeper->session.speed_percent > 200;
}

static void put_mark(uh_keeper *keeper, uh_stop_reason reason, const char *exercise, uh_side side,
                     uh_boot_ms now)
{
    uh_fact fact = {
        .kind = UH_FACT_MARK,
        .is.mark = {
            .at = moment_of(now), .mark = UH_MARK_STOP, .side = side, .reason = (uint32_t)reason}};
    uh_uuid_make(uh_clock_unix(), fact.is.mark.id);
    memcpy(keeper->mark, fact.is.mark.id, UH_FACT_ID_SIZE);
    const size_t length = strlen(exercise);
    UH_ASSERT(length < UH_FACT_KEY_SIZE);
    memcpy(fact.is.mark.exercise, exercise, length + 1);
    put(keeper, &fact);
}

/* The mark is for the screening: it is kept whatever became of the session. */
void uh_keeper_stop(uh_keeper *keeper, uh_stop_reason reason, const char *exercise, uh_side side,
                    uh_boot_ms now)
{
    keeper->mark[0] = '\0';
    if (!has_begun(keeper)) {
        return;
    }
    keeper->session.reason = (uint32_t)reason;
    const bool act = begin_act(keeper);
    if (!is_tried_out(keeper)) {
        put_mark(keeper, reason, exercise, side, now);
    }
    put_command(keeper, UH_COMMAND_STOP, (uh_reason)reason, now.ms - keeper->began.ms);
    put_end(keeper, UH_ENDING_STOPPED, now);
    end_act(keeper, act);
}

/* None is as good as a no; but one that cannot be read is not to be lost, so that what is said now
 * stays. */
static uh_fact known_before(const uh_keeper *keeper, const uh_fact *said)
{
    uh_fact known = *said;
    known.is.answer.yes = false;
    return uh_store_get(keeper->store, &known) == UH_ERR_STATE ? *said : known;
}

void uh_keeper_emergency(uh_keeper *keeper, bool so)
{
    static const char question[] = "stop-emergency";
    if (!has_begun(keeper) || is_tried_out(keeper)) {
        return;
    }
    uh_fact fact = {.kind = UH_FACT_ANSWER, .is.answer = {.at = moment_now(), .yes = so}};
    memcpy(fact.is.answer.question, question, sizeof question);
    if (so) {
        keeper->before_call = known_before(keeper, &fact);
        put(keeper, &fact);
    } else {
        put(keeper, &keeper->before_call);
    }
}

/* What cannot be deleted is put without its reason: the screening then asks nothing of it. */
static void take_mark_back(uh_keeper *keeper)
{
    uh_fact fact = {.kind = UH_FACT_MARK};
    memcpy(fact.is.mark.id, keeper->mark, UH_FACT_ID_SIZE);
    keeper->mark[0] = '\0';
    if (uh_store_delete(keeper->store, &fact) == UH_ERR_STATE &&
        uh_store_get(keeper->store, &fact) == UH_OK) {
        fact.is.mark.reason = UH_REASON_NONE;
        fact.is.mark.exercise[0] = '\0';
        put(keeper, &fact);
    }
}

/* The mark goes first: killed in between, the session is over and nothing is held against it. */
void uh_keeper_undo_stop(uh_keeper *keeper, uh_boot_ms now)
{
    if (!has_begun(keeper)) {
        return;
    }
    if (keeper->mark[0] != '\0') {
        take_mark_back(keeper);
    }
    keeper->session.reason = UH_REASON_NONE;
    const bool act = begin_act(keeper);
    put_command(keeper, UH_COMMAND_UNDO_STOP, UH_REASON_NONE, now.ms - keeper->began.ms);
    put_end(keeper, UH_ENDING_OPEN, now);
    end_act(keeper, act);
}

/* A stop is the end that counts: what is led after it only brings the person up. */
void uh_keeper_end(uh_keeper *keeper, uh_ending ending, uh_boot_ms now)
{
    if (is_kept(keeper) && keeper->session.end == UH_ENDING_OPEN) {
        put_end(keeper, ending, now);
    }
}

void uh_keeper_correct(uh_keeper *keeper, uh_correction correction)
{
    if (is_kept(keeper)) {
        keeper->session.correction = correction;
        put_session(keeper);
    }
}

void uh_keeper_helped(uh_keeper *keeper, uh_helped helped)
{
    if (is_kept(keeper)) {
        keeper->session.helped = helped;
        put_session(keeper);
    }
}

void uh_keeper_rate(uh_keeper *keeper, uh_rating_moment moment, int32_t pain, int32_t stiffness)
{
    if (keeper->store == NULL || keeper->loss == UH_KEEPER_LOST_ALL) {
        return;
    }
    if (moment == UH_RATING_BEFORE && !is_kept(keeper)) {
        keeper->rated = true;
        keeper->pain = pain;
        keeper->stiffness = stiffness;
        return;
    }
    put_rating(keeper, moment, pain, stiffness);
}

bool uh_keeper_news(uh_keeper *keeper, uh_phrase *ret_news)
{
    static const uh_message losses[] = {
        [UH_KEEPER_LOST_LAST] = UH_MSG_KEEP_NOT_WRITTEN,
        [UH_KEEPER_LOST_REST] = UH_MSG_KEEP_NO_ROOM,
        [UH_KEEPER_LOST_ALL] = UH_MSG_KEEP_GONE,
    };
    if (keeper->store == NULL) {
        return false;
    }
    if (keeper->loss > keeper->told_loss) {
        keeper->told_loss = keeper->loss;
        *ret_news = uh_say(losses[keeper->loss]);
        return true;
    }
    const uh_store_trouble now = uh_store_trouble_of(keeper->store);
    if (now == keeper->told) {
        return false;
    }
    keeper->told = now;
    *ret_news = uh_say(uh_trouble_message(now));
    return true;
}
