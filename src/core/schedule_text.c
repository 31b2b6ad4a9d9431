/* SPDX-License-Identifier: MIT */
/* schedule_text.c: the schedule as lines "name=value", and back. What is only of the moment (a look
 * that was asked for, a pause in typing) is left out, so that the text changes only when something
 * happened that has to be remembered. */
#include <string.h>

#include "core/schedule_inside.h"

typedef enum field_kind {
    FIELD_PAST,   /* boot time, or none */
    FIELD_FUTURE, /* the same, and may be ahead */
    FIELD_LENGTH, /* milliseconds */
    FIELD_COUNT,  /* uint32_t or an enumeration, 0 to most */
    FIELD_BOOL,
    FIELD_DATE /* or none */
} field_kind;

typedef struct field {
    const char *name;
    field_kind kind;
    uint32_t offset; /* in uh_schedule */
    uint32_t most;   /* COUNT */
} field;

enum {
    COUNT_MOST = 1000000,
    AHEAD_MOST_MS = UH_SCHEDULE_QUIET_MAX_MS + 24 * 3600000 /* nothing is put off for longer */
};
/* 35 years: nothing lies further back in a text that is worth reading. */
#define AGE_MOST_MS (INT64_C(1) << 40)
#define LENGTH_MOST_MS (AGE_MOST_MS + 24 * 3600000)

#define AT(member) offsetof(uh_schedule, member)

static const field fields[] = {
    {"interval", FIELD_LENGTH, AT(settings.interval_ms), 0},
    {"posture", FIELD_LENGTH, AT(settings.posture_ms), 0},
    {"away", FIELD_COUNT, AT(away), UH_AWAY_ALL},
    {"turned", FIELD_PAST, AT(turned_ms), 0},
    {"sat", FIELD_LENGTH, AT(sat_ms), 0},
    {"began", FIELD_PAST, AT(began_ms), 0},
    {"rested", FIELD_BOOL, AT(rested), 0},
    {"rested-as", FIELD_COUNT, AT(rested_as), UH_PAUSE_STRETCH},
    {"answering", FIELD_BOOL, AT(answering), 0},
    {"phase", FIELD_COUNT, AT(phase), UH_SCHEDULE_STARTED},
    {"prompt", FIELD_COUNT, AT(prompt), UH_PROMPT_POSTURE},
    {"pending", FIELD_BOOL, AT(pending), 0},
    {"kept", FIELD_BOOL, AT(kept), 0},
    {"showings", FIELD_COUNT, AT(showings), 2},
    {"missed", FIELD_BOOL, AT(missed), 0},
    {"vanished", FIELD_PAST, AT(vanished_ms), 0},
    {"shown", FIELD_PAST, AT(shown_ms), 0},
    {"started", FIELD_PAST, AT(started_ms), 0},
    {"floor", FIELD_FUTURE, AT(floor_ms), 0},
    {"target", FIELD_LENGTH, AT(target_ms), 0},
    {"shift", FIELD_LENGTH, AT(shift_ms), 0},
    {"prompted", FIELD_LENGTH, AT(prompted_ms), 0},
    {"soon", FIELD_BOOL, AT(soon), 0},
    {"put-offs", FIELD_COUNT, AT(put_offs), COUNT_MOST},
    {"quiet", FIELD_FUTURE, AT(quiet_ms), 0},
    {"quiet-day", FIELD_DATE, AT(quiet_day), 0},
    {"served", FIELD_COUNT, AT(served), (1U << UH_SCHEDULE_MOMENTS_MAX) - 1},
    {"day", FIELD_DATE, AT(today.date), 0},
    {"day-began", FIELD_PAST, AT(day_began_ms), 0},
    {"day-sitting", FIELD_LENGTH, AT(today.sitting_ms), 0},
    {"day-breaks", FIELD_COUNT, AT(today.breaks), COUNT_MOST},
    {"day-stretches", FIELD_COUNT, AT(today.stretches), COUNT_MOST},
    {"day-prompts", FIELD_COUNT, AT(today.prompts), COUNT_MOST},
    {"day-snoozes", FIELD_COUNT, AT(today.snoozes), COUNT_MOST},
    {"day-skips", FIELD_COUNT, AT(today.skips), COUNT_MOST},
};

static const char title[] = "unhunch-schedule";
static const char none[] = "-";
enum { VERSION = 1 };

/* -- members of the struct as numbers -- */

static int64_t get(const uh_schedule *schedule, const field *of)
{
    const char *at = (const char *)schedule + of->offset;
    int64_t wide = 0;
    uint32_t count = 0;
    uh_date date = UH_NO_DATE;
    bool flag = false;
    switch (of->kind) {
    case FIELD_PAST:
    case FIELD_FUTURE:
    case FIELD_LENGTH:
        memcpy(&wide, at, sizeof wide);
        break;
    case FIELD_COUNT:
        memcpy(&count, at, sizeof count);
        wide = count;
        break;
    case FIELD_BOOL:
        memcpy(&flag, at, sizeof flag);
        wide = flag;
        break;
    case FIELD_DATE:
        memcpy(&date, at, sizeof date);
        wide = date.days == UH_NO_DATE.days ? UH_NO_MS : date.days;
        break;
    }
    return wide;
}

static void set(uh_schedule *schedule, const field *of, int64_t value)
{
    char *at = (char *)schedule + of->offset;
    const uint32_t count = (uint32_t)value;
    const uh_date date = value == UH_NO_MS ? UH_NO_DATE : (uh_date){(int32_t)value};
    const bool flag = value != 0;
    switch (of->kind) {
    case FIELD_PAST:
    case FIELD_FUTURE:
    case FIELD_LENGTH:
        memcpy(at, &value, sizeof value);
        break;
    case FIELD_COUNT:
        memcpy(at, &count, sizeof count);
        break;
    case FIELD_BOOL:
        memcpy(at, &flag, sizeof flag);
        break;
    case FIELD_DATE:
        memcpy(at, &date, sizeof date);
        break;
    }
}

/* -- writing -- */

typedef struct pen {
    char *out;
    size_t capacity;
    size_t length;
} pen;

static void write_text(pen *to, const char *text)
{
    const size_t length = strlen(text);
    UH_ASSERT(to->length + length < to->capacity);
    memcpy(to->out + to->length, text, length + 1);
    to->length += length;
}

static void write_number(pen *to, int64_t value)
{
    char digits[24];
    uint32_t first = sizeof digits - 1;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    digits[first] = '\0';
    do {
        digits[--first] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    write_text(to, value < 0 ? "-" : "");
    write_text(to, digits + first);
}

static void write_value(pen *to, const field *of, int64_t value)
{
    char date[UH_DATE_TEXT_SIZE];
    if (value == UH_NO_MS) {
        write_text(to, none);
    } else if (of->kind == FIELD_DATE) {
        uh_date_write((uh_date){(int32_t)value}, date);
        write_text(to, date);
    } else {
        write_number(to, value);
    }
}

static void write_title(pen *to, const char *boot_id, uh_instant now, bool ending)
{
    write_text(to, title);
    write_text(to, " ");
    write_number(to, VERSION);
    write_text(to, " ");
    write_text(to, boot_id[0] == '\0' ? none : boot_id);
    write_text(to, " ");
    write_number(to, now.boot.ms);
    write_text(to, " ");
    write_number(to, uh_earlier(uh_later(now.wall.ms, 0), UH_UNIX_MOST_MS));
    write_text(to, ending ? " ended\n" : " running\n");
}

size_t uh_schedule_write(const uh_schedule *schedule, const char *boot_id, uh_instant now,
                         bool ending, char *out, size_t capacity)
{
    UH_ASSERT(now.boot.ms >= schedule->latest_ms && schedule->queue_count == 0);
    UH_ASSERT(capacity >= UH_SCHEDULE_TEXT_SIZE && strlen(boot_id) < UH_SCHEDULE_BOOT_ID_SIZE);
    pen to = {out, capacity, 0};
    uh_schedule kept = *schedule;
    if (kept.phase == UH_SCHEDULE_DUE) {
        kept.phase = UH_SCHEDULE_WAITING; /* whoever goes on looks anew */
    }
    write_title(&to, boot_id, now, ending);
    for (uint32_t i = 0; i < UH_COUNT(fields); i++) {
        write_text(&to, fields[i].name);
        write_text(&to, "=");
        write_value(&to, &fields[i], get(&kept, &fields[i]));
        write_text(&to, "\n");
    }
    return to.length;
}

/* -- reading -- */

/* Reads up to `end`, which it goes past. False: it is not there, or the word does not fit. */
static bool read_word(const char **text, char end, char *out, size_t capacity)
{
    size_t length = 0;
    while ((*text)[length] != end) {
        if ((*text)[length] == '\0' || (*text)[length] == '\n' || length + 1 == capacity) {
            return false;
        }
        out[length] = (*text)[length];
        length++;
    }
    out[length] = '\0';
    *text += length + 1;
    return true;
}

static bool read_number(const char *word, int64_t *ret_value)
{
    const bool negative = word[0] == '-';
    int64_t value = 0;
    const char *digit = word + (negative ? 1 : 0);
    if (*digit == '\0') {
        return false;
    }
    for (; *digit != '\0'; digit++) {
        if (*digit < '0' || *digit > '9' || value > UH_BOOT_MOST_MS) {
            return false;
        }
        value = value * 10 + (*digit - '0');
    }
    *ret_value = negative ? -value : value;
    return true;
}

static bool read_value(const char *word, const field *of, int64_t *ret_value)
{
    uh_date date = UH_NO_DATE;
    const bool may_be_none =
        of->kind == FIELD_PAST || of->kind == FIELD_FUTURE || of->kind == FIELD_DATE;
    if (may_be_none && strcmp(word, none) == 0) {
        *ret_value = UH_NO_MS;
        return true;
    }
    if (of->kind != FIELD_DATE) {
        return read_number(word, ret_value);
    }
    if (uh_date_read(word, &date) != UH_OK) {
        return false;
    }
    *ret_value = date.days;
    return true;
}

static bool is_possible(const field *of, int64_t value, int64_t boot_ms)
{
    switch (of->kind) {
    case FIELD_PAST:
        return value == UH_NO_MS || (value >= -UH_BOOT_MOST_MS && value <= boot_ms);
    case FIELD_FUTURE:
        return value == UH_NO_MS || (value >= -UH_BOOT_MOST_MS && value <= boot_ms + AHEAD_MOST_MS);
    case FIELD_LENGTH:
        return value >= 0 && value <= LENGTH_MOST_MS;
    case FIELD_COUNT:
        return value >= 0 && value <= of->most;
    case FIELD_BOOL:
        return value == 0 || value == 1;
    case FIELD_DATE:
        break;
    }
    return true;
}

/* Sitting from which something is counted: what was, or what being away has taken back since. */
static bool is_counted_from(const uh_schedule *schedule, int64_t sitting_ms, int64_t boot_ms)
{
    return sitting_ms >= 0 && sitting_ms <= uh_schedule_sitting_ms(schedule, boot_ms) +
                                                UH_SCHEDULE_INTERVAL_MAX_MS +
                                                UH_SCHEDULE_ENGAGED_MS;
}

/* What the fields say together. */
static bool is_consistent(const uh_schedule *schedule, int64_t boot_ms)
{
    const int64_t began_ms = schedule->began_ms;
    const bool here = uh_is_here(schedule);
    if (schedule->turned_ms == UH_NO_MS || schedule->day_began_ms == UH_NO_MS ||
        schedule->today.date.days == UH_NO_DATE.days ||
        uh_schedule_check_settings(&schedule->settings) != UH_OK) {
        return false;
    }
    const bool sat_so_long =
        began_ms == UH_NO_MS
            ? schedule->sat_ms == 0 && !here
            : schedule->turned_ms >= began_ms && schedule->sat_ms <= schedule->turned_ms - began_ms;
    const bool day_so_long =
        schedule->today.sitting_ms <= uh_later(schedule->turned_ms - schedule->day_began_ms, 0);
    const bool prompt_is_whole =
        schedule->phase != UH_SCHEDULE_SHOWN || (here && schedule->shown_ms != UH_NO_MS);
    const bool start_is_whole =
        schedule->phase != UH_SCHEDULE_STARTED || schedule->started_ms != UH_NO_MS;
    return sat_so_long && day_so_long && prompt_is_whole && start_is_whole &&
           /* less the interval, because another interval may be set before the next writing */
           is_counted_from(schedule, schedule->target_ms - schedule->settings.interval_ms,
                           boot_ms) &&
           is_counted_from(schedule, schedule->shift_ms - schedule->settings.posture_ms, boot_ms) &&
           is_counted_from(schedule, schedule->prompted_ms, boot_ms);
}

typedef struct heading {
    char boot_id[UH_SCHEDULE_BOOT_ID_SIZE];
    int64_t boot_ms;
    int64_t unix_ms;
    bool ended;
} heading;

static uh_status read_heading(const char **text, heading *ret_heading)
{
    char word[32];
    int64_t number = 0;
    if (!read_word(text, ' ', word, sizeof word) || strcmp(word, title) != 0 ||
        !read_word(text, ' ', word, sizeof word) || !read_number(word, &number)) {
        return UH_ERR_FORMAT;
    }
    if (number != VERSION) {
        return UH_ERR_VERSION;
    }
    const bool whole =
        read_word(text, ' ', ret_heading->boot_id, sizeof ret_heading->boot_id) &&
        read_word(text, ' ', word, sizeof word) && read_number(word, &ret_heading->boot_ms) &&
        read_word(text, ' ', word, sizeof word) && read_number(word, &ret_heading->unix_ms) &&
        read_word(text, '\n', word, sizeof word);
    ret_heading->ended = whole && strcmp(word, "ended") == 0;
    if (!whole || (!ret_heading->ended && strcmp(word, "running") != 0) ||
        ret_heading->boot_ms < 0 || ret_heading->boot_ms > UH_BOOT_MOST_MS ||
        ret_heading->unix_ms < 0 || ret_heading->unix_ms > UH_UNIX_MOST_MS) {
        return UH_ERR_FORMAT;
    }
    return UH_OK;
}

static uh_status read_fields(const char *text, int64_t boot_ms, uh_schedule *schedule)
{
    char word[32];
    for (uint32_t i = 0; i < UH_COUNT(fields); i++) {
        int64_t value = 0;
        if (!read_word(&text, '=', word, sizeof word) || strcmp(word, fields[i].name) != 0 ||
            !read_word(&text, '\n', word, sizeof word) || !read_value(word, &fields[i], &value) ||
            !is_possible(&fields[i], value, boot_ms)) {
            return UH_ERR_FORMAT;
        }
        set(schedule, &fields[i], value);
    }
    return *text == '\0' && is_consistent(schedule, boot_ms) ? UH_OK : UH_ERR_FORMAT;
}

/* -- going on -- */

static bool is_boot_time(const uh_schedule *schedule, const field *of)
{
    return (of->kind == FIELD_PAST || of->kind == FIELD_FUTURE) && get(schedule, of) != UH_NO_MS;
}

/* Boot times of another boot, as if this one had begun so much earlier. */
static void move_boot_times(uh_schedule *schedule, int64_t by_ms)
{
    for (uint32_t i = 0; i < UH_COUNT(fields); i++) {
        if (is_boot_time(schedule, &fields[i])) {
            set(schedule, &fields[i], get(schedule, &fields[i]) + by_ms);
        }
    }
    schedule->latest_ms += by_ms;
}

static bool is_recent(const uh_schedule *schedule, int64_t now_ms)
{
    for (uint32_t i = 0; i < UH_COUNT(fields); i++) {
        if (is_boot_time(schedule, &fields[i]) &&
            now_ms - get(schedule, &fields[i]) > AGE_MOST_MS) {
            return false;
        }
    }
    return true;
}

/* Until when it is known that things stayed as they were written. */
static int64_t known_until_ms(const uh_schedule *schedule, const heading *from, bool same_boot,
                              int64_t now_ms)
{
    if (from->ended) {
        return schedule->latest_ms;
    }
    /* whoever was running then would have written the change that was due */
    const int64_t change_ms = uh_earlier(uh_schedule_change_ms(schedule), now_ms);
    return same_boot ? change_ms : uh_earlier(change_ms, uh_later(schedule->latest_ms, 0));
}

/* Nobody knows where the person was from known_ms on. */
static void bridge_here(uh_schedule *schedule, int64_t known_ms, int64_t now_ms)
{
    uh_schedule_leave(schedule, UH_AWAY_ASLEEP, known_ms, known_ms);
    schedule->latest_ms = now_ms;
    if (now_ms - known_ms >= UH_SCHEDULE_REST_MS) {
        uh_schedule_start_over(schedule, now_ms);
    }
    schedule->rested = false;
    uh_schedule_come(schedule, UH_AWAY_ALL, now_ms);
}

/* Nobody was there, and `over` is what cannot keep the person away any longer. */
static void bridge_away(uh_schedule *schedule, uint32_t over, int64_t now_ms)
{
    schedule->latest_ms = now_ms;
    if (uh_schedule_rest_when(schedule) <= now_ms) {
        uh_schedule_rest(schedule, now_ms);
    }
    uh_schedule_come(schedule, over, now_ms);
}

/* What was on the screen is not there any more. */
static void lose_prompt(uh_schedule *schedule, bool same_boot, int64_t known_ms, int64_t now_ms)
{
    if (schedule->phase == UH_SCHEDULE_SHOWN) {
        uh_schedule_vanish(schedule, known_ms);
        schedule->vanished_ms = schedule->vanished_ms == UH_NO_MS ? UH_NO_MS : now_ms;
    } else if (schedule->phase == UH_SCHEDULE_STARTED && !same_boot) {
        uh_schedule_let_go(schedule, known_ms);
    }
}

/* Brings the times of the text into those of this boot. */
static void arrive(uh_schedule *schedule, const heading *from, bool same_boot, uh_instant now)
{
    schedule->latest_ms = from->boot_ms;
    if (!same_boot) {
        const int64_t off_ms = uh_later(now.wall.ms - from->unix_ms, 0);
        move_boot_times(schedule, now.boot.ms - off_ms - from->boot_ms);
    }
}

static void go_on(uh_schedule *schedule, const heading *from, bool same_boot, uh_instant now)
{
    uh_schedule_plan(schedule);
    const int64_t known_ms = known_until_ms(schedule, from, same_boot, now.boot.ms);
    lose_prompt(schedule, same_boot, known_ms, now.boot.ms);
    if (uh_is_here(schedule)) {
        bridge_here(schedule, known_ms, now.boot.ms);
    } else {
        bridge_away(schedule, same_boot ? UH_AWAY_ASLEEP : UH_AWAY_ALL, now.boot.ms);
    }
    schedule->latest_ms = now.boot.ms;
    uh_schedule_plan(schedule);
}

uh_status uh_schedule_read(const char *text, const char *boot_id,
                           const uh_schedule_settings *settings, const uh_zone *zone,
                           uh_instant now, uh_schedule *ret_schedule)
{
    uh_schedule schedule;
    heading from = {0};
    uh_status status = uh_schedule_begin(settings, zone, now, &schedule);
    if (status == UH_OK) {
        status = read_heading(&text, &from);
    }
    if (status == UH_OK) {
        status = read_fields(text, from.boot_ms, &schedule);
    }
    if (status != UH_OK) {
        return status;
    }
    const bool same_boot = strcmp(from.boot_id, boot_id) == 0 && now.boot.ms >= from.boot_ms;
    arrive(&schedule, &from, same_boot, now);
    if (!is_recent(&schedule, now.boot.ms)) {
        return UH_ERR_FORMAT;
    }
    uh_schedule_take_settings(&schedule, settings);
    go_on(&schedule, &from, same_boot, now);
    *ret_schedule = schedule;
    return UH_OK;
}
