/* SPDX-License-Identifier: MIT */
/* door_keeper.c: the facts of the session that plays, and a session that was left open. Every call
 * that keeps something gives facts out, which JavaScript writes to its store. */
#include <string.h>

#include "unhunch/resume.h"
#include "unhunch/scribe.h"
#include "wasm/door.h"
#include "wasm/door_facts.h"
#include "wasm/door_inside.h"
#include "wasm/door_today.h"

static uh_scribe scribe;
static uh_scribe_now now;
static int32_t zone_offset_s;

static int32_t offset_s(void *to, uh_unix_ms at)
{
    (void)to;
    (void)at;
    return zone_offset_s;
}

static const uh_scribe_out out = {uh_door_facts_put, offset_s, NULL};

static uh_boot_ms boot_of(double ms)
{
    return (uh_boot_ms){uh_door_ms(ms)};
}

/* What time it is, before each of the calls below: on the session's clock, on the wall, and how far
 * local time is ahead. */
UH_DOOR(void, uh_door_keep_now, double boot_ms, double wall_ms, int32_t ahead_s)
{
    UH_ASSERT(ahead_s >= -UH_OFFSET_MAX_S && ahead_s <= UH_OFFSET_MAX_S);
    now = (uh_scribe_now){boot_of(boot_ms), {uh_door_ms(wall_ms)}, out};
    zone_offset_s = ahead_s;
    uh_door_facts_begin();
}

/* What is known before it begins: where the routine comes from (uh_origin), the minutes that were
 * asked for (0: none), and of a stored routine its index (4294967295: it is none). */
UH_DOOR(void, uh_door_keep_about, uint32_t origin, uint32_t minutes, uint32_t recipe)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    UH_ASSERT(catalogue && uh_origin_name(origin)[0] != '\0');
    uh_session_fact about = {.origin = origin, .minutes = minutes};
    if (recipe != UINT32_MAX) {
        UH_ASSERT(recipe < uh_catalogue_routine_count(catalogue));
        const char *key = uh_catalogue_text(catalogue, uh_catalogue_recipe(catalogue, recipe)->key);
        memcpy(about.routine, key, strlen(key) + 1); /* a key has at most 40 letters */
    }
    scribe = uh_scribe_for(catalogue, about);
}

/* The UUID that JavaScript wrote into the text buffer. */
static const char *id_in(void)
{
    const char *id = uh_door_the_text();
    UH_ASSERT(id[0] != '\0' && strlen(id) < UH_FACT_ID_SIZE);
    return id;
}

static uh_session *playing(void)
{
    uh_session *session = uh_door_the_session();
    UH_ASSERT(session && scribe.catalogue);
    return session;
}

/* The session was started at `at_ms`; its UUID is in the text buffer. */
UH_DOOR(void, uh_door_keep_begin, double at_ms)
{
    const uh_session *session = playing();
    uh_scribe_begin(&scribe, uh_door_the_routine(), session->options, boot_of(at_ms), id_in(),
                    &now);
}

/* The record that was announced by the last event. */
UH_DOOR(void, uh_door_keep_set, void)
{
    uh_scribe_set(&scribe, uh_session_record(playing()), &now);
}

/* A sign of life between two sets: the lease is renewed. */
UH_DOOR(void, uh_door_keep_alive, double at_ms)
{
    (void)playing();
    uh_scribe_alive(&scribe, boot_of(at_ms), &now);
}

/* Stops, and keeps in what: the screening and the setting aside of a stretch hang on it. */
static uh_status stop(uh_session *session, uh_reason reason, uh_boot_ms at)
{
    const uh_status status = uh_session_tell(session, UH_COMMAND_STOP, reason, at);
    uh_stop_charge charge = {.side = UH_SIDE_BOTH};
    const char *exercise = "";
    if (status != UH_OK) {
        return status;
    }
    if (uh_session_charge(session, &charge)) {
        const uh_catalogue *catalogue = uh_door_the_catalogue();
        exercise =
            uh_catalogue_text(catalogue, uh_catalogue_exercise(catalogue, charge.exercise)->key);
    }
    uh_scribe_stop(&scribe, (uh_stop_reason)reason, exercise, charge.side, at, id_in(), &now);
    return UH_OK;
}

/* Tells the session a command (uh_command_kind, uh_reason) and keeps that it obeyed. A stop takes a
 * UUID for its mark from the text buffer. A status of session.h. */
UH_DOOR(int32_t, uh_door_keep_tell, uint32_t command, uint32_t reason, double at_ms)
{
    uh_session *session = playing();
    const uh_boot_ms at = boot_of(at_ms);
    UH_ASSERT(uh_command_kind_name(command)[0] != '\0' && reason < UH_REASON_COUNT);
    if (command == UH_COMMAND_STOP) {
        return stop(session, (uh_reason)reason, at);
    }
    const uh_status status =
        uh_session_tell(session, (uh_command_kind)command, (uh_reason)reason, at);
    if (status == UH_OK && command == UH_COMMAND_UNDO_STOP) {
        uh_scribe_unmark(&scribe, &now);
        uh_scribe_undo_stop(&scribe, at, &now);
    } else if (status == UH_OK) {
        uh_scribe_command(&scribe, (uh_command_kind)command, (uh_reason)reason, at, &now);
    }
    return status;
}

/* Signs of an emergency after a stop, or that was a wrong key. `known`: the answer to
 * uh_door_keep_emergency_key() that there is was put into the door before. */
UH_DOOR(void, uh_door_keep_emergency, uint32_t so, uint32_t known)
{
    uh_scribe_emergency(&scribe, so != 0, known ? uh_door_fact_in() : NULL, &now);
}

/* Gives out the fact whose identity is that answer's. */
UH_DOOR(void, uh_door_keep_emergency_key, void)
{
    const uh_fact key = uh_scribe_emergency_key();
    uh_door_facts_begin();
    uh_door_facts_put(NULL, &key);
}

/* It is over: uh_ending. */
UH_DOOR(void, uh_door_keep_end, uint32_t ending, double at_ms)
{
    UH_ASSERT(ending <= UH_ENDING_INTERRUPTED);
    uh_scribe_end(&scribe, (uh_ending)ending, boot_of(at_ms), &now);
}

UH_DOOR(void, uh_door_keep_correct, uint32_t correction)
{
    UH_ASSERT(correction <= UH_CORRECTION_STOPPED);
    uh_scribe_correct(&scribe, (uh_correction)correction, &now);
}

UH_DOOR(void, uh_door_keep_helped, uint32_t helped)
{
    UH_ASSERT(helped <= UH_HELPED_WORSE);
    uh_scribe_helped(&scribe, (uh_helped)helped, &now);
}

static bool is_rating(int32_t value)
{
    return value >= UH_NOT_ASKED && value <= UH_RATING_MOST;
}

/* uh_rating_moment; 0 to 10 or -1. A UUID for it is in the text buffer. */
UH_DOOR(void, uh_door_keep_rate, uint32_t moment, int32_t pain, int32_t stiffness)
{
    UH_ASSERT(moment <= UH_RATING_AFTER && is_rating(pain) && is_rating(stiffness));
    uh_scribe_rate(&scribe, (uh_rating_moment)moment, pain, stiffness, id_in(), &now);
}

/* -- when ratings are asked for, and what they come to -- */

/* Bit 0: before the routine, bit 1: after it. */
UH_DOOR(uint32_t, uh_door_rating_due, void)
{
    const uint64_t takes_ms = uh_timeline_total_ms(uh_door_the_catalogue(), uh_door_the_routine());
    return (uh_rating_is_due_before(uh_door_the_history(), takes_ms) ? 1U : 0U) |
           (uh_rating_is_due_after(takes_ms) ? 2U : 0U);
}

UH_DOOR(uint32_t, uh_door_rating_is_too_much, int32_t pain, int32_t stiffness)
{
    UH_ASSERT(is_rating(pain) && is_rating(stiffness));
    return uh_rating_is_too_much((uh_rating){pain, stiffness});
}

/* What is said of the rise from before to after; "" where there is none. */
UH_DOOR(const char *, uh_door_rating_rise, int32_t pain_before, int32_t stiffness_before,
        int32_t pain_after, int32_t stiffness_after)
{
    static char words[512];
    UH_ASSERT(is_rating(pain_before) && is_rating(stiffness_before) && is_rating(pain_after) &&
              is_rating(stiffness_after));
    const int32_t rise = uh_rating_rise((uh_rating){pain_before, stiffness_before},
                                        (uh_rating){pain_after, stiffness_after});
    if (rise < UH_RATING_EASE_RISE) {
        return "";
    }
    const uh_phrase phrase =
        uh_say(rise >= UH_RATING_STOP_RISE ? UH_MSG_RISE_STOP : UH_MSG_RISE_EASE);
    (void)uh_words(uh_door_the_language(), NULL, &phrase, words, sizeof words);
    return words;
}

/* -- a session that was left open -- */

static uh_resume resume;
static uh_command_fact commands[UH_RESUME_COMMANDS_MAX];

/* Of all facts that were folded: was the last session left open, so that it may go on now? 1: then
 * its entries and commands are told, in the order of a store. */
UH_DOOR(uint32_t, uh_door_resume_begin, double wall_ms)
{
    const uh_session_fact *last = &uh_door_the_today()->last;
    if (last->id[0] == '\0' || !uh_session_may_go_on(last, (uh_unix_ms){uh_door_ms(wall_ms)})) {
        return 0;
    }
    uh_resume_begin(uh_door_the_catalogue(), last, &resume);
    return 1;
}

UH_DOOR(void, uh_door_resume_take, void)
{
    uh_resume_take(&resume, uh_door_the_catalogue(), uh_door_fact_in(), commands);
}

static uh_resumable look_at_it(uh_boot_ms at)
{
    const uh_today *today = uh_door_the_today();
    const uh_resumable found =
        uh_resume_admit(&resume, uh_door_the_catalogue(), &today->person, uh_door_the_screening());
    if (found == UH_RESUME_READY &&
        uh_resume_play(&resume, uh_door_the_catalogue(), &resume.routine, &today->person,
                       uh_door_the_screening(), &today->history.done, commands, at) != UH_OK) {
        return UH_RESUME_NONE;
    }
    return found;
}

static void write_why_not(uh_json *json)
{
    uh_json_list(json, "why_not");
    for (uint32_t i = 0; i < resume.verdict.count; i++) {
        uh_door_say(json, NULL,
                    uh_objection_phrase(uh_door_the_catalogue(), &resume.routine,
                                        &resume.verdict.objections[i]));
    }
    uh_json_end_list(json);
}

/* {state: "none", "ready" or "refused", id, held, ago_ms, entry, entries, why_not []}.
 * `held`: perhaps it still plays in another window. */
UH_DOOR(const char *, uh_door_resume_look, double boot_ms, double wall_ms)
{
    static const char *const states[] = {
        [UH_RESUME_NONE] = "none", [UH_RESUME_READY] = "ready", [UH_RESUME_REFUSED] = "refused"};
    const uh_unix_ms wall = {uh_door_ms(wall_ms)};
    const uh_resumable found = look_at_it(boot_of(boot_ms));
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    uh_json_text(json, "state", states[found]);
    uh_json_text(json, "id", resume.fact.id);
    uh_json_bool(json, "held", uh_session_is_held(&resume.fact, wall));
    uh_json_number(json, "ago_ms", wall.ms - (resume.fact.lease.ms - UH_LEASE_MS));
    if (found == UH_RESUME_READY) {
        uh_json_number(json, "entry", uh_session_look(&resume.session, boot_of(boot_ms)).entry);
    } else {
        uh_json_null(json, "entry");
    }
    uh_json_number(json, "entries", resume.routine.count);
    write_why_not(json);
    uh_json_end_object(json);
    return uh_door_json_text();
}

/* It goes on: its routine is the routine, its session the session. Where the person is in place it
 * runs, else it is paused where it was. Only after it was ready. A status of session.h;
 * UH_ERR_REFUSED: the questions come first, or today is no day to stretch. */
UH_DOOR(int32_t, uh_door_resume_play, double boot_ms)
{
    const uh_today *today = uh_door_the_today();
    uh_routine *routine = uh_door_the_routine();
    if (uh_screening_is_due(&today->screening) || today->screening.sore_today) {
        return UH_ERR_REFUSED;
    }
    *routine = resume.routine;
    *uh_door_the_person() = today->person;
    const uh_status status =
        uh_resume_play(&resume, uh_door_the_catalogue(), routine, &today->person,
                       uh_door_the_screening(), &today->history.done, commands, boot_of(boot_ms));
    if (status == UH_OK) {
        *uh_door_open_session() = resume.session;
        scribe = uh_scribe_for(uh_door_the_catalogue(), resume.fact);
        uh_scribe_go_on(&scribe, &resume.fact, resume.commands, &resume.how, boot_of(boot_ms),
                        &now);
        if (uh_resume_is_in_place(&resume.session)) {
            (void)uh_door_keep_tell(UH_COMMAND_RESUME, UH_REASON_NONE, boot_ms);
        }
    }
    return status;
}

/* Had the person ended it already, so that only the way up was left? */
UH_DOOR(uint32_t, uh_door_resume_ended_early, void)
{
    return resume.ended_early;
}

/* The person leaves it: it is over, and what was done of it counts. */
UH_DOOR(void, uh_door_resume_leave, void)
{
    uh_fact fact = {.kind = UH_FACT_SESSION, .changed = now.wall, .is.session = resume.fact};
    fact.is.session.end = UH_ENDING_EARLY;
    fact.is.session.ended = (uh_unix_ms){resume.fact.lease.ms - UH_LEASE_MS};
    uh_door_facts_put(NULL, &fact);
}
