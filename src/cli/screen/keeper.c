/* SPDX-License-Identifier: MIT */
#include "cli/screen/keeper.h"

#include <string.h>

#include "host/clock.h"
#include "host/uuid.h"
#include "shell/trouble.h"

uh_keeper uh_keeper_for(uh_store *store, const uh_catalogue *catalogue, uh_session_fact about)
{
    return (uh_keeper){.store = store, .scribe = uh_scribe_for(catalogue, about)};
}

static bool has_begun(const uh_keeper *keeper)
{
    return keeper->store != NULL && keeper->scribe.session.id[0] != '\0';
}

static bool is_kept(const uh_keeper *keeper)
{
    return has_begun(keeper) && keeper->loss != UH_KEEPER_LOST_ALL;
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

/* -- where the scribe's facts go -- */

/* Putting the session would bring back what was deleted meanwhile, without its routine. */
static void check_session(uh_keeper *keeper, const uh_fact *session)
{
    uh_fact there = *session;
    if (!keeper->is_new && uh_store_get(keeper->store, &there) == UH_ERR_UNKNOWN) {
        heed(keeper, UH_ERR_UNKNOWN);
    }
}

/* Marks and answers are for the screening: they are kept whatever became of the session. */
static void put(void *to, const uh_fact *fact)
{
    uh_keeper *keeper = to;
    const bool is_for_screening = fact->kind == UH_FACT_MARK || fact->kind == UH_FACT_ANSWER;
    if (fact->kind == UH_FACT_SESSION) {
        check_session(keeper, fact);
    }
    if (keeper->loss != UH_KEEPER_LOST_ALL || is_for_screening) {
        heed(keeper, uh_store_write(keeper->store, fact));
    }
}

static int32_t offset_s(void *to, uh_unix_ms at)
{
    (void)to;
    return uh_clock_offset_s(at);
}

static uh_scribe_out out_of(uh_keeper *keeper)
{
    return (uh_scribe_out){put, offset_s, keeper};
}

static const uh_scribe_now *now_of(uh_keeper *keeper)
{
    keeper->now = (uh_scribe_now){uh_clock_boot(), uh_clock_unix(), out_of(keeper)};
    return &keeper->now;
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

/* -- a session, as it plays -- */

void uh_keeper_begin(uh_keeper *keeper, const uh_routine *routine, uh_session_options options,
                     uh_boot_ms now)
{
    char id[UH_FACT_ID_SIZE];
    if (keeper->store == NULL) {
        return;
    }
    uh_uuid_make(uh_clock_unix(), id);
    keeper->is_new = true;
    const bool act = begin_act(keeper);
    uh_scribe_begin(&keeper->scribe, routine, options, now, id, now_of(keeper));
    end_act(keeper, act);
    keeper->is_new = false;
}

void uh_keeper_go_on(uh_keeper *keeper, const uh_session_fact *session, uint32_t commands,
                     const uh_replayed *how, uh_boot_ms now)
{
    if (keeper->store == NULL) {
        return;
    }
    const bool act = begin_act(keeper);
    uh_scribe_go_on(&keeper->scribe, session, commands, how, now, now_of(keeper));
    end_act(keeper, act);
}

void uh_keeper_command(uh_keeper *keeper, uh_command_kind command, uh_reason reason, uh_boot_ms at)
{
    if (!is_kept(keeper)) {
        return;
    }
    const bool act = begin_act(keeper);
    uh_scribe_command(&keeper->scribe, command, reason, at, now_of(keeper));
    end_act(keeper, act);
}

void uh_keeper_set(uh_keeper *keeper, const uh_set_record *record)
{
    if (!is_kept(keeper)) {
        return;
    }
    keeper->worked +=
        !record->simulated && (record->actual_hold_ms > 0 || record->actual_repetitions > 0);
    const bool act = begin_act(keeper);
    uh_scribe_set(&keeper->scribe, record, now_of(keeper));
    end_act(keeper, act);
}

void uh_keeper_stop(uh_keeper *keeper, uh_stop_reason reason, const char *exercise, uh_side side,
                    uh_boot_ms now)
{
    char id[UH_FACT_ID_SIZE];
    if (!has_begun(keeper)) {
        return;
    }
    uh_uuid_make(uh_clock_unix(), id);
    const bool act = begin_act(keeper);
    uh_scribe_stop(&keeper->scribe, reason, exercise, side, now, id, now_of(keeper));
    end_act(keeper, act);
}

/* None is as good as a no; but one that cannot be read is not to be lost, so that what is said now
 * stays. */
void uh_keeper_emergency(uh_keeper *keeper, bool so)
{
    if (!has_begun(keeper)) {
        return;
    }
    const uh_scribe_now *now = now_of(keeper);
    uh_fact known = uh_scribe_emergency_key();
    const uh_status status = uh_store_get(keeper->store, &known);
    if (status == UH_ERR_STATE) {
        known.is.answer.at = uh_scribe_moment(now->boot, now);
        known.is.answer.yes = true;
    }
    uh_scribe_emergency(&keeper->scribe, so, status == UH_ERR_UNKNOWN ? NULL : &known, now);
}

/* What cannot be deleted is put without its reason. */
static void take_mark_back(uh_keeper *keeper)
{
    uh_fact fact = keeper->scribe.mark;
    if (fact.is.mark.id[0] != '\0' && uh_store_delete(keeper->store, &fact) == UH_ERR_STATE &&
        uh_store_get(keeper->store, &fact) == UH_OK) {
        uh_scribe_unmark(&keeper->scribe, now_of(keeper));
    }
}

/* The mark goes first: killed in between, the session is over and nothing is held against it. */
void uh_keeper_undo_stop(uh_keeper *keeper, uh_boot_ms now)
{
    if (!has_begun(keeper)) {
        return;
    }
    take_mark_back(keeper);
    const bool act = begin_act(keeper);
    uh_scribe_undo_stop(&keeper->scribe, now, now_of(keeper));
    end_act(keeper, act);
}

void uh_keeper_end(uh_keeper *keeper, uh_ending ending, uh_boot_ms now)
{
    if (is_kept(keeper)) {
        uh_scribe_end(&keeper->scribe, ending, now, now_of(keeper));
    }
}

void uh_keeper_correct(uh_keeper *keeper, uh_correction correction)
{
    if (is_kept(keeper)) {
        uh_scribe_correct(&keeper->scribe, correction, now_of(keeper));
    }
}

void uh_keeper_helped(uh_keeper *keeper, uh_helped helped)
{
    if (is_kept(keeper)) {
        uh_scribe_helped(&keeper->scribe, helped, now_of(keeper));
    }
}

void uh_keeper_rate(uh_keeper *keeper, uh_rating_moment moment, int32_t pain, int32_t stiffness)
{
    char id[UH_FACT_ID_SIZE];
    if (keeper->store == NULL || keeper->loss == UH_KEEPER_LOST_ALL) {
        return;
    }
    uh_uuid_make(uh_clock_unix(), id);
    uh_scribe_rate(&keeper->scribe, moment, pain, stiffness, id, now_of(keeper));
}

bool uh_keeper_goes_on(const uh_keeper *keeper)
{
    const uh_session_fact *session = &keeper->scribe.session;
    return has_begun(keeper) && keeper->loss == UH_KEEPER_LOST_NOTHING && !session->simulated &&
           uh_store_trouble_of(keeper->store) == UH_STORE_SOUND &&
           uh_session_may_go_on(session, uh_clock_unix());
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
    *ret_news = uh_say(uh_trouble_message(now, true));
    return true;
}
