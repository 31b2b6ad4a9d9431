/* SPDX-License-Identifier: MIT */
#include "unhunch/fact.h"

#include <string.h>

enum { REPETITIONS_MOST = 1000, HOLD_MOST_MS = 3600 * 1000, NUMBER_MOST = 1000000 };

/* No record of a person's life is from before 1970 or after 9999. */
#define TIME_MOST_MS INT64_C(253402300799999)
/* Days since 1970-01-01 of 0001-01-01 and 9999-12-31. */
enum { DAY_LEAST = -719162, DAY_MOST = 2932896 };
#define LENGTH_MOST_MS INT64_C(31622400000) /* a leap year */

/* -- names -- */

const char *uh_fact_kind_name(uint32_t kind)
{
    static const char *const names[] = {"session", "entry", "command", "set",    "rating",
                                        "break",   "mark",  "answer",  "setting"};
    return kind < UH_COUNT(names) ? names[kind] : "";
}

const char *uh_ending_name(uint32_t end)
{
    static const char *const names[] = {"open", "complete", "early", "stopped", "interrupted"};
    return end < UH_COUNT(names) ? names[end] : "";
}

const char *uh_reason_name(uint32_t reason)
{
    if (reason < UH_REASON_NOT_NOW) {
        return uh_stop_reason_name(reason);
    }
    return reason < UH_REASON_COUNT ? uh_skip_reason_name(reason - UH_REASON_NOT_NOW) : "";
}

uh_reason uh_reason_of(uh_set_end end, uint32_t reason)
{
    if (end == UH_ENDED_STOPPED) {
        return (uh_reason)reason;
    }
    return end == UH_ENDED_SKIPPED ? (uh_reason)(UH_REASON_NOT_NOW + reason) : UH_REASON_NONE;
}

const char *uh_origin_name(uint32_t origin)
{
    static const char *const names[] = {"plan", "recipe", "names", "break"};
    return origin < UH_COUNT(names) ? names[origin] : "";
}

const char *uh_correction_name(uint32_t correction)
{
    static const char *const names[] = {"none", "all", "part", "stopped"};
    return correction < UH_COUNT(names) ? names[correction] : "";
}

const char *uh_helped_name(uint32_t helped)
{
    static const char *const names[] = {"not-asked", "better", "same", "worse"};
    return helped < UH_COUNT(names) ? names[helped] : "";
}

const char *uh_command_kind_name(uint32_t command)
{
    static const char *const names[] = {"ready", "pause",     "resume", "interrupt", "ease",
                                        "stop",  "undo-stop", "skip",   "back",      "repeat",
                                        "more",  "less",      "end"};
    return command < UH_COUNT(names) ? names[command] : "";
}

const char *uh_rating_moment_name(uint32_t moment)
{
    static const char *const names[] = {"day", "before", "after"};
    return moment < UH_COUNT(names) ? names[moment] : "";
}

const char *uh_break_kind_name(uint32_t kind)
{
    static const char *const names[] = {"away", "stood", "posture", "breaths"};
    return kind < UH_COUNT(names) ? names[kind] : "";
}

const char *uh_mark_kind_name(uint32_t mark)
{
    static const char *const names[] = {"rest",     "flare",        "try-again",
                                        "screened", "acknowledged", "stop"};
    return mark < UH_COUNT(names) ? names[mark] : "";
}

/* -- the table -- */

#define PLACE(member) offsetof(uh_fact, is.member), sizeof(((uh_fact *)0)->is.member)
#define TEXT(name, member, is_identity, help)                                                      \
    {                                                                                              \
        name, UH_VALUE_TEXT, PLACE(member), 0, 0, is_identity, NULL UH_FOR_PROGRAMS(, help)        \
    }
#define NUMBER(name, member, least, most, is_identity, help)                                       \
    {                                                                                              \
        name, UH_VALUE_NUMBER, PLACE(member), least, most, is_identity,                            \
            NULL UH_FOR_PROGRAMS(, help)                                                           \
    }
#define INTEGER(name, member, least, most, help)                                                   \
    {                                                                                              \
        name, UH_VALUE_INTEGER, PLACE(member), least, most, false, NULL UH_FOR_PROGRAMS(, help)    \
    }
#define LONG(name, member, most, help)                                                             \
    {                                                                                              \
        name, UH_VALUE_LONG, PLACE(member), 0, most, false, NULL UH_FOR_PROGRAMS(, help)           \
    }
#define TIME(name, member, help)                                                                   \
    {                                                                                              \
        name, UH_VALUE_TIME, PLACE(member), 0, TIME_MOST_MS, false, NULL UH_FOR_PROGRAMS(, help)   \
    }
#define DATE(name, member, help)                                                                   \
    {                                                                                              \
        name, UH_VALUE_DATE, PLACE(member), DAY_LEAST, DAY_MOST, false,                            \
            NULL UH_FOR_PROGRAMS(, help)                                                           \
    }
#define BOOL(name, member, help)                                                                   \
    {                                                                                              \
        name, UH_VALUE_BOOL, PLACE(member), 0, 1, false, NULL UH_FOR_PROGRAMS(, help)              \
    }
#define ENUM(name, member, is_identity, spelling, help)                                            \
    {                                                                                              \
        name, UH_VALUE_ENUM, PLACE(member), 0, 0, is_identity, spelling UH_FOR_PROGRAMS(, help)    \
    }
#define OFFSET_OF(member)                                                                          \
    INTEGER("offset_s", member, -UH_OFFSET_MAX_S, UH_OFFSET_MAX_S, UH_MSG_FIELD_OFFSET)
#define CHANGED                                                                                    \
    {                                                                                              \
        "changed", UH_VALUE_TIME, offsetof(uh_fact, changed), sizeof(uh_unix_ms), 0, TIME_MOST_MS, \
            false, NULL UH_FOR_PROGRAMS(, UH_MSG_FIELD_CHANGED)                                    \
    }

static const uh_fact_field session_fields[] = {
    TEXT("id", session.id, true, UH_MSG_FIELD_ID),
    TIME("began", session.began.at, UH_MSG_FIELD_BEGAN),
    OFFSET_OF(session.began.offset_s),
    DATE("day", session.began.day, UH_MSG_FIELD_DAY),
    TIME("ended", session.ended, UH_MSG_FIELD_ENDED),
    ENUM("end", session.end, false, uh_ending_name, UH_MSG_FIELD_SESSION_END),
    ENUM("reason", session.reason, false, uh_reason_name, UH_MSG_FIELD_REASON),
    ENUM("origin", session.origin, false, uh_origin_name, UH_MSG_FIELD_ORIGIN),
    TEXT("routine", session.routine, false, UH_MSG_FIELD_ROUTINE),
    ENUM("context", session.context, false, uh_context_name, UH_MSG_FIELD_CONTEXT),
    NUMBER("minutes", session.minutes, 0, NUMBER_MOST, false, UH_MSG_FIELD_MINUTES),
    LONG("planned_ms", session.planned_ms, LENGTH_MOST_MS, UH_MSG_FIELD_PLANNED_MS),
    NUMBER("speed_percent", session.speed_percent, 10, 100000, false, UH_MSG_FIELD_SPEED),
    ENUM("pace", session.pace, false, uh_pace_name, UH_MSG_FIELD_PACE),
    BOOL("gentle", session.gentle, UH_MSG_FIELD_GENTLE),
    BOOL("long_holds", session.long_holds, UH_MSG_FIELD_LONG_HOLDS),
    BOOL("simulated", session.simulated, UH_MSG_FIELD_SIMULATED),
    BOOL("acknowledged", session.acknowledged, UH_MSG_FIELD_ACKNOWLEDGED),
    ENUM("correction", session.correction, false, uh_correction_name, UH_MSG_FIELD_CORRECTION),
    ENUM("helped", session.helped, false, uh_helped_name, UH_MSG_FIELD_HELPED),
    LONG("seen_ms", session.seen_ms, LENGTH_MOST_MS, UH_MSG_FIELD_SEEN_MS),
    TIME("lease", session.lease, UH_MSG_FIELD_LEASE),
    CHANGED,
};

static const uh_fact_field entry_fields[] = {
    TEXT("session", entry.session, true, UH_MSG_FIELD_SESSION),
    NUMBER("entry", entry.entry, 0, UH_ROUTINE_MAX - 1, true, UH_MSG_FIELD_ENTRY),
    TEXT("exercise", entry.exercise, false, UH_MSG_FIELD_EXERCISE),
    TEXT("variant", entry.variant, false, UH_MSG_FIELD_VARIANT),
    NUMBER("hold_ms", entry.hold_ms, 0, HOLD_MOST_MS, false, UH_MSG_FIELD_HOLD_MS),
    NUMBER("repetitions", entry.repetitions, 0, REPETITIONS_MOST, false, UH_MSG_FIELD_REPETITIONS),
    NUMBER("sets", entry.sets, 0, REPETITIONS_MOST, false, UH_MSG_FIELD_SETS),
    ENUM("first_side", entry.first_side, false, uh_side_name, UH_MSG_FIELD_FIRST_SIDE),
    BOOL("one_side_only", entry.one_side_only, UH_MSG_FIELD_ONE_SIDE),
    CHANGED,
};

static const uh_fact_field command_fields[] = {
    TEXT("session", command.session, true, UH_MSG_FIELD_SESSION),
    NUMBER("number", command.number, 0, NUMBER_MOST, true, UH_MSG_FIELD_NUMBER),
    LONG("at_ms", command.at_ms, LENGTH_MOST_MS, UH_MSG_FIELD_COMMAND_AT),
    ENUM("command", command.command, false, uh_command_kind_name, UH_MSG_FIELD_COMMAND),
    ENUM("reason", command.reason, false, uh_reason_name, UH_MSG_FIELD_REASON),
    CHANGED,
};

static const uh_fact_field set_fields[] = {
    TEXT("session", set.session, true, UH_MSG_FIELD_SESSION),
    NUMBER("entry", set.entry, 0, UH_ROUTINE_MAX - 1, true, UH_MSG_FIELD_ENTRY),
    NUMBER("set_number", set.set, 1, UH_SETS_MAX, true, UH_MSG_FIELD_SET),
    ENUM("side", set.side, true, uh_side_name, UH_MSG_FIELD_SIDE),
    NUMBER("attempt", set.attempt, 1, NUMBER_MOST, true, UH_MSG_FIELD_ATTEMPT),
    TEXT("exercise", set.exercise, false, UH_MSG_FIELD_EXERCISE),
    TEXT("variant", set.variant, false, UH_MSG_FIELD_VARIANT),
    ENUM("family", set.family, false, uh_family_name, UH_MSG_FIELD_FAMILY),
    TIME("began", set.began.at, UH_MSG_FIELD_BEGAN),
    OFFSET_OF(set.began.offset_s),
    DATE("day", set.began.day, UH_MSG_FIELD_DAY),
    TIME("ended", set.ended, UH_MSG_FIELD_ENDED),
    NUMBER("planned_hold_ms", set.planned_hold_ms, 0, HOLD_MOST_MS, false,
           UH_MSG_FIELD_PLANNED_HOLD_MS),
    NUMBER("planned_repetitions", set.planned_repetitions, 0, REPETITIONS_MOST, false,
           UH_MSG_FIELD_PLANNED_REPETITIONS),
    NUMBER("actual_hold_ms", set.actual_hold_ms, 0, HOLD_MOST_MS, false,
           UH_MSG_FIELD_ACTUAL_HOLD_MS),
    NUMBER("actual_repetitions", set.actual_repetitions, 0, REPETITIONS_MOST, false,
           UH_MSG_FIELD_ACTUAL_REPETITIONS),
    LONG("duration_ms", set.duration_ms, LENGTH_MOST_MS, UH_MSG_FIELD_DURATION_MS),
    ENUM("end", set.end, false, uh_set_end_name, UH_MSG_FIELD_SET_END),
    ENUM("reason", set.reason, false, uh_reason_name, UH_MSG_FIELD_REASON),
    BOOL("eased", set.eased, UH_MSG_FIELD_EASED),
    BOOL("uneven", set.uneven, UH_MSG_FIELD_UNEVEN),
    BOOL("simulated", set.simulated, UH_MSG_FIELD_SIMULATED),
    CHANGED,
};

static const uh_fact_field rating_fields[] = {
    TEXT("id", rating.id, true, UH_MSG_FIELD_ID),
    TEXT("session", rating.session, false, UH_MSG_FIELD_SESSION),
    ENUM("moment", rating.moment, false, uh_rating_moment_name, UH_MSG_FIELD_RATING_MOMENT),
    TIME("at", rating.at.at, UH_MSG_FIELD_AT),
    OFFSET_OF(rating.at.offset_s),
    DATE("day", rating.at.day, UH_MSG_FIELD_DAY),
    INTEGER("pain", rating.pain, UH_NOT_ASKED, 10, UH_MSG_FIELD_PAIN),
    INTEGER("stiffness", rating.stiffness, UH_NOT_ASKED, 10, UH_MSG_FIELD_STIFFNESS),
    CHANGED,
};

static const uh_fact_field pause_fields[] = {
    TEXT("id", pause.id, true, UH_MSG_FIELD_ID),
    TIME("began", pause.began.at, UH_MSG_FIELD_BEGAN),
    OFFSET_OF(pause.began.offset_s),
    DATE("day", pause.began.day, UH_MSG_FIELD_DAY),
    LONG("length_ms", pause.length_ms, LENGTH_MOST_MS, UH_MSG_FIELD_LENGTH_MS),
    ENUM("kind", pause.kind, false, uh_break_kind_name, UH_MSG_FIELD_BREAK_KIND),
    CHANGED,
};

static const uh_fact_field mark_fields[] = {
    TEXT("id", mark.id, true, UH_MSG_FIELD_ID),
    TIME("at", mark.at.at, UH_MSG_FIELD_AT),
    OFFSET_OF(mark.at.offset_s),
    DATE("day", mark.at.day, UH_MSG_FIELD_DAY),
    ENUM("mark", mark.mark, false, uh_mark_kind_name, UH_MSG_FIELD_MARK),
    TEXT("exercise", mark.exercise, false, UH_MSG_FIELD_EXERCISE),
    ENUM("side", mark.side, false, uh_side_name, UH_MSG_FIELD_SIDE),
    ENUM("reason", mark.reason, false, uh_reason_name, UH_MSG_FIELD_REASON),
    CHANGED,
};

static const uh_fact_field answer_fields[] = {
    TEXT("question", answer.question, true, UH_MSG_FIELD_QUESTION),
    TIME("at", answer.at.at, UH_MSG_FIELD_AT),
    OFFSET_OF(answer.at.offset_s),
    DATE("day", answer.at.day, UH_MSG_FIELD_DAY),
    BOOL("yes", answer.yes, UH_MSG_FIELD_YES),
    TIME("seen", answer.seen, UH_MSG_FIELD_SEEN),
    CHANGED,
};

static const uh_fact_field setting_fields[] = {
    TEXT("name", setting.name, true, UH_MSG_FIELD_SETTING),
    TEXT("value", setting.value, false, UH_MSG_FIELD_VALUE),
    CHANGED,
};

#define KIND(rows, help)                                                                           \
    {                                                                                              \
        rows, UH_COUNT(rows) UH_FOR_PROGRAMS(, help)                                               \
    }
static const struct {
    const uh_fact_field *fields;
    uint32_t count;
    UH_FOR_PROGRAMS(uh_message help;)
} kinds[UH_FACT_KIND_COUNT] = {
    [UH_FACT_SESSION] = KIND(session_fields, UH_MSG_FACT_SESSION),
    [UH_FACT_ENTRY] = KIND(entry_fields, UH_MSG_FACT_ENTRY),
    [UH_FACT_COMMAND] = KIND(command_fields, UH_MSG_FACT_COMMAND),
    [UH_FACT_SET] = KIND(set_fields, UH_MSG_FACT_SET),
    [UH_FACT_RATING] = KIND(rating_fields, UH_MSG_FACT_RATING),
    [UH_FACT_BREAK] = KIND(pause_fields, UH_MSG_FACT_BREAK),
    [UH_FACT_MARK] = KIND(mark_fields, UH_MSG_FACT_MARK),
    [UH_FACT_ANSWER] = KIND(answer_fields, UH_MSG_FACT_ANSWER),
    [UH_FACT_SETTING] = KIND(setting_fields, UH_MSG_FACT_SETTING),
};

const uh_fact_field *uh_fact_fields(uh_fact_kind kind, uint32_t *ret_count)
{
    UH_ASSERT(kind < UH_FACT_KIND_COUNT);
    *ret_count = kinds[kind].count;
    return kinds[kind].fields;
}

#ifndef UH_FOR_PAGE
uh_message uh_fact_kind_help(uh_fact_kind kind)
{
    UH_ASSERT(kind < UH_FACT_KIND_COUNT);
    return kinds[kind].help;
}
#endif

/* -- checks -- */

static const char *bytes_of(const uh_fact *fact, const uh_fact_field *field)
{
    return (const char *)fact + field->offset;
}

/* Bytes of the character at `text`; 0: it is none. Shortest forms only, no surrogates. */
static uint32_t character_length(const unsigned char *text)
{
    if (text[0] < 0x80) {
        return 1;
    }
    const uint32_t length = text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
    if (text[0] < 0xc2 || text[0] > 0xf4) {
        return 0;
    }
    for (uint32_t i = 1; i < length; i++) {
        if ((text[i] & 0xc0U) != 0x80U) {
            return 0;
        }
    }
    const bool too_long =
        (text[0] == 0xe0 && text[1] < 0xa0) || (text[0] == 0xf0 && text[1] < 0x90);
    const bool surrogate = text[0] == 0xed && text[1] >= 0xa0;
    const bool beyond = text[0] == 0xf4 && text[1] >= 0x90;
    return too_long || surrogate || beyond ? 0 : length;
}

/* Terminated within its size, UTF-8, and no control characters. */
static bool is_good_text(const char *text, uint32_t size)
{
    if (memchr(text, 0, size) == NULL) {
        return false;
    }
    const unsigned char *at = (const unsigned char *)text;
    while (*at != 0) {
        const uint32_t length = character_length(at);
        if (length == 0 || *at < 0x20 || *at == 0x7f) {
            return false;
        }
        at += length;
    }
    return true;
}

static bool is_within(const uh_fact_field *field, int64_t value)
{
    return value >= field->min && value <= field->max;
}

static bool is_good(const uh_fact *fact, const uh_fact_field *field)
{
    const char *bytes = bytes_of(fact, field);
    switch (field->type) {
    case UH_VALUE_TEXT:
        return is_good_text(bytes, field->size) && (!field->identity || bytes[0] != 0);
    case UH_VALUE_NUMBER:
    case UH_VALUE_ENUM: {
        uint32_t number = 0;
        memcpy(&number, bytes, sizeof number);
        return field->names ? field->names(number)[0] != 0 : is_within(field, number);
    }
    case UH_VALUE_INTEGER:
    case UH_VALUE_DATE: {
        int32_t number = 0;
        memcpy(&number, bytes, sizeof number);
        return is_within(field, number);
    }
    case UH_VALUE_LONG:
    case UH_VALUE_TIME: {
        int64_t number = 0;
        memcpy(&number, bytes, sizeof number);
        return is_within(field, number);
    }
    case UH_VALUE_BOOL: { /* read as a byte: another value than 0 or 1 is no bool at all */
        unsigned char byte = 0;
        memcpy(&byte, bytes, sizeof byte);
        return byte <= 1;
    }
    }
    __builtin_unreachable();
}

uh_status uh_fact_check(const uh_fact *fact, const uh_fact_field **ret_field)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!is_good(fact, &fields[i])) {
            *ret_field = &fields[i];
            return UH_ERR_RANGE;
        }
    }
    return UH_OK;
}

bool uh_fact_same(const uh_fact *a, const uh_fact *b)
{
    if (a->kind != b->kind) {
        return false;
    }
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(a->kind, &count);
    for (uint32_t i = 0; i < count && fields[i].identity; i++) {
        const char *left = bytes_of(a, &fields[i]);
        const char *right = bytes_of(b, &fields[i]);
        const bool equal = fields[i].type == UH_VALUE_TEXT
                               ? strcmp(left, right) == 0
                               : memcmp(left, right, fields[i].size) == 0;
        if (!equal) {
            return false;
        }
    }
    return true;
}

/* -- moments and leases -- */

uh_moment uh_moment_at(uh_unix_ms at, int32_t offset_s)
{
    return (uh_moment){at, offset_s, uh_date_at(at, offset_s)};
}

bool uh_fact_may_go(const uh_fact *fact)
{
    static const bool stays[] = {
        [UH_MARK_SCREENED] = true, [UH_MARK_ACKNOWLEDGED] = true, [UH_MARK_STOP] = true};
    return fact->kind != UH_FACT_MARK || fact->is.mark.mark >= UH_COUNT(stays) ||
           !stays[fact->is.mark.mark];
}

bool uh_session_is_held(const uh_session_fact *session, uh_unix_ms now)
{
    return session->end == UH_ENDING_OPEN && now.ms < session->lease.ms;
}

bool uh_session_is_lapsed(const uh_session_fact *session, uh_unix_ms now)
{
    return session->end == UH_ENDING_OPEN && now.ms >= session->lease.ms + UH_LEASE_GRACE_MS;
}

bool uh_session_may_go_on(const uh_session_fact *session, uh_unix_ms now)
{
    const bool unfinished = session->end == UH_ENDING_OPEN || session->end == UH_ENDING_INTERRUPTED;
    const int64_t seen_ms = session->lease.ms - UH_LEASE_MS;
    return unfinished && now.ms >= seen_ms && now.ms - seen_ms <= UH_RESUME_MS;
}
