/* SPDX-License-Identifier: MIT */
#include "unhunch/replay.h"

#include <string.h>

/* -- entries and sets as facts -- */

/* A key of the catalogue is shorter than any member that holds one: the schema says so. */
static void keep_key(const uh_catalogue *catalogue, uh_text key, char out[UH_FACT_KEY_SIZE])
{
    const char *text = uh_catalogue_text(catalogue, key);
    const size_t length = strlen(text);
    UH_ASSERT(length < UH_FACT_KEY_SIZE);
    memcpy(out, text, length + 1);
}

static void keep_names(const uh_catalogue *catalogue, uint32_t exercise, uint32_t variant,
                       char ret_exercise[UH_FACT_KEY_SIZE], char ret_variant[UH_FACT_KEY_SIZE])
{
    const uh_exercise *what = uh_catalogue_exercise(catalogue, exercise);
    keep_key(catalogue, what->key, ret_exercise);
    keep_key(catalogue, uh_exercise_variant(catalogue, what, variant)->key, ret_variant);
}

void uh_entry_keep(const uh_catalogue *catalogue, const uh_routine_entry *entry,
                   uh_entry_fact *ret_fact)
{
    *ret_fact = (uh_entry_fact){
        .hold_ms = entry->dose.hold_ms,
        .repetitions = entry->dose.repetitions,
        .sets = entry->dose.sets,
        .first_side = entry->first_side,
        .one_side_only = entry->one_side_only,
    };
    keep_names(catalogue, entry->exercise, entry->variant, ret_fact->exercise, ret_fact->variant);
}

uh_status uh_entry_recall(const uh_catalogue *catalogue, const uh_entry_fact *fact,
                          uh_routine *routine)
{
    if (fact->entry != routine->count || routine->count == UH_ROUTINE_MAX) {
        return UH_ERR_RANGE;
    }
    uh_routine_entry entry = {
        .dose = {fact->hold_ms, fact->repetitions, fact->sets},
        .first_side = (uh_side)fact->first_side,
        .one_side_only = fact->one_side_only,
    };
    uh_status status = uh_catalogue_find_exercise(catalogue, fact->exercise, &entry.exercise);
    if (status == UH_OK) {
        const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry.exercise);
        status = uh_catalogue_find_variant(catalogue, exercise, fact->variant, &entry.variant);
    }
    if (status == UH_OK) {
        routine->entries[routine->count++] = entry;
    }
    return status;
}

void uh_set_keep(const uh_catalogue *catalogue, const uh_set_record *record, uh_set_fact *ret_fact)
{
    *ret_fact = (uh_set_fact){
        .entry = record->entry,
        .set = record->set,
        .side = record->side,
        .attempt = record->attempt,
        .family = uh_catalogue_exercise(catalogue, record->exercise)->family,
        .planned_hold_ms = record->planned_hold_ms,
        .planned_repetitions = record->planned_repetitions,
        .actual_hold_ms = record->actual_hold_ms,
        .actual_repetitions = record->actual_repetitions,
        .duration_ms = (int64_t)record->duration_ms,
        .end = record->end,
        .reason = uh_reason_of(record->end, record->reason),
        .eased = record->eased,
        .uneven = record->uneven,
        .simulated = record->simulated,
    };
    keep_names(catalogue, record->exercise, record->variant, ret_fact->exercise, ret_fact->variant);
}

/* -- commands -- */

static uh_status tell_stop(uh_session *session, uh_reason reason, uh_boot_ms at)
{
    return reason > UH_REASON_OTHER ? UH_ERR_RANGE
                                    : uh_session_stop(session, (uh_stop_reason)reason, at);
}

static uh_status tell_skip(uh_session *session, uh_reason reason, uh_boot_ms at)
{
    return reason < UH_REASON_NOT_NOW || reason > UH_REASON_DONE_ALREADY
               ? UH_ERR_RANGE
               : uh_session_skip(session, (uh_skip_reason)(reason - UH_REASON_NOT_NOW), at);
}

uh_status uh_session_tell(uh_session *session, uh_command_kind command, uh_reason reason,
                          uh_boot_ms at)
{
    switch (command) {
    case UH_COMMAND_READY:
        return uh_session_ready(session, at);
    case UH_COMMAND_PAUSE:
        return uh_session_pause(session, at);
    case UH_COMMAND_RESUME:
        return uh_session_resume(session, at);
    case UH_COMMAND_INTERRUPT:
        return uh_session_interrupt(session, at);
    case UH_COMMAND_EASE:
        return uh_session_ease(session, at);
    case UH_COMMAND_STOP:
        return tell_stop(session, reason, at);
    case UH_COMMAND_UNDO_STOP:
        return uh_session_undo_stop(session, at);
    case UH_COMMAND_SKIP:
        return tell_skip(session, reason, at);
    case UH_COMMAND_BACK:
        return uh_session_back(session, at);
    case UH_COMMAND_REPEAT:
        return uh_session_repeat(session, at);
    case UH_COMMAND_MORE:
        return uh_session_more(session, at);
    case UH_COMMAND_LESS:
        return uh_session_less(session, at);
    case UH_COMMAND_END:
        return uh_session_end(session, at);
    }
    __builtin_unreachable();
}

/* -- playing again -- */

/* What it gave out then was taken then. */
static void pass_by(uh_session *session, uh_boot_ms until)
{
    uh_session_event event;
    while (uh_session_next(session, until, &event)) {
    }
}

/* More or less at the end of its range changed nothing then either. */
static bool did_nothing(uh_command_kind command, uh_status status)
{
    return status == UH_ERR_RANGE && (command == UH_COMMAND_MORE || command == UH_COMMAND_LESS);
}

static uh_status tell_all(uh_session *session, const uh_command_fact *commands, uint32_t count,
                          int64_t seen_ms, uh_boot_ms began)
{
    for (uint32_t i = 0; i < count && commands[i].at_ms <= seen_ms; i++) {
        const uh_boot_ms at = {began.ms + commands[i].at_ms};
        const uh_command_kind command = (uh_command_kind)commands[i].command;
        pass_by(session, at);
        const uh_status status =
            uh_session_tell(session, command, (uh_reason)commands[i].reason, at);
        if (status != UH_OK && !did_nothing(command, status)) {
            return UH_ERR_FORMAT;
        }
    }
    return UH_OK;
}

/* From here the person goes on: paused, the side that was begun again from its beginning. */
static uh_status wait_for_person(uh_session *session, uh_boot_ms now, uh_replayed *how)
{
    if (session->state == UH_SESSION_DONE || session->state == UH_SESSION_STOPPED) {
        return UH_ERR_STATE;
    }
    how->repeated = session->side_open != 0;
    if (how->repeated) {
        const uh_status again = uh_session_repeat(session, now);
        UH_ASSERT(again == UH_OK); /* a side is begun: there is something to repeat */
        how->record = *uh_session_record(session);
        how->record.end = UH_ENDED_INTERRUPTED;
        how->left = how->record.actual_repetitions > 0 || how->record.actual_hold_ms > 0;
        pass_by(session, now);
    }
    how->paused = session->state == UH_SESSION_RUNNING;
    if (how->paused) {
        const uh_status paused = uh_session_pause(session, now);
        UH_ASSERT(paused == UH_OK); /* it runs, and what was due is taken */
        pass_by(session, now);
    }
    return UH_OK;
}

uh_status uh_session_replay(const uh_catalogue *catalogue, const uh_routine *routine,
                            uh_session_options options, const uh_command_fact *commands,
                            uint32_t count, int64_t seen_ms, uh_boot_ms now, uh_replayed *ret_how,
                            uh_session *ret_session)
{
    uh_replayed how = {.began = {now.ms - seen_ms}};
    uh_session session;
    uh_status status = uh_session_start(catalogue, routine, options, how.began, &session);
    if (status == UH_OK) {
        status = tell_all(&session, commands, count, seen_ms, how.began);
    }
    if (status == UH_OK) {
        pass_by(&session, now);
        status = wait_for_person(&session, now, &how);
    }
    if (status == UH_OK) {
        *ret_how = how;
        *ret_session = session;
    }
    return status;
}
