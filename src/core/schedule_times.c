/* SPDX-License-Identifier: MIT */
/* schedule_times.c: office hours and chosen moments as a person types them, and back. */
#include <string.h>

#include "core/schedule_inside.h"

enum { WEEK = 7, HOUR_MINUTES = 60 };

static const char always[] = "always";
static const char none[] = "none";
static const char *const weekdays[WEEK] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/* -- reading -- */

/* A text that is read from its beginning; blanks between words mean nothing. */
typedef struct cursor {
    const char *start;
    const char *at;
} cursor;

static void skip_blanks(cursor *from)
{
    while (*from->at == ' ') {
        from->at++;
    }
}

static bool take(cursor *from, const char *word)
{
    skip_blanks(from);
    const size_t length = strlen(word);
    if (strncmp(from->at, word, length) != 0) {
        return false;
    }
    from->at += length;
    return true;
}

static bool is_at_end(cursor *from)
{
    skip_blanks(from);
    return *from->at == '\0';
}

/* The word that cannot be read: up to the next mark. */
static uh_status refuse(cursor *from, uh_times_fault *ret_fault)
{
    skip_blanks(from);
    ret_fault->at = (uint32_t)(from->at - from->start);
    ret_fault->length = (uint32_t)strcspn(from->at, " ,;:");
    return UH_ERR_FORMAT;
}

/* One or two digits. */
static bool take_digits(cursor *from, uint32_t *ret_number, uint32_t least, uint32_t most)
{
    uint32_t count = 0;
    uint32_t number = 0;
    while (count < most && from->at[count] >= '0' && from->at[count] <= '9') {
        number = number * 10 + (uint32_t)(from->at[count++] - '0');
    }
    from->at += count;
    *ret_number = number;
    return count >= least;
}

/* "9:00" to "24:00"; the minutes are two digits. */
static bool take_clock(cursor *from, uint32_t *ret_minutes)
{
    const char *before = from->at;
    uint32_t hours = 0;
    uint32_t minutes = 0;
    skip_blanks(from);
    if (take_digits(from, &hours, 1, 2) && *from->at == ':') {
        from->at++;
        if (take_digits(from, &minutes, 2, 2) && minutes < HOUR_MINUTES &&
            hours * HOUR_MINUTES + minutes <= UH_DAY_MINUTES) {
            *ret_minutes = hours * HOUR_MINUTES + minutes;
            return true;
        }
    }
    from->at = before;
    return false;
}

static bool take_weekday(cursor *from, uint32_t *ret_day)
{
    for (uint32_t day = 0; day < WEEK; day++) {
        if (take(from, weekdays[day])) {
            *ret_day = day;
            return true;
        }
    }
    return false;
}

/* "mon", "mon-fri", "sat-mon", "mon, wed": bit set of days; 0: it is none. */
static uint32_t take_days(cursor *from)
{
    uint32_t days = 0;
    do {
        uint32_t first = 0;
        if (!take_weekday(from, &first)) {
            return 0;
        }
        uint32_t last = first;
        if (take(from, "-") && !take_weekday(from, &last)) {
            return 0;
        }
        for (uint32_t day = first; day != last; day = (day + 1) % WEEK) {
            days |= 1U << day;
        }
        days |= 1U << last;
    } while (take(from, ","));
    return days;
}

static bool take_range(cursor *from, uh_schedule_hours *ret_hours)
{
    return take_clock(from, &ret_hours->begin) && ret_hours->begin < UH_DAY_MINUTES &&
           take(from, "-") && take_clock(from, &ret_hours->end);
}

static bool add_range(uh_schedule_settings *settings, uint32_t days, uh_schedule_hours hours)
{
    for (uint32_t day = 0; day < WEEK; day++) {
        if ((days & 1U << day) == 0) {
            continue;
        }
        if (settings->hours_count[day] == UH_SCHEDULE_HOURS_MAX) {
            return false;
        }
        settings->hours[day][settings->hours_count[day]++] = hours;
    }
    return true;
}

/* "mon-fri: 9:00-12:00 13:00-17:00" */
static uh_status take_entry(cursor *from, uh_schedule_settings *settings, uh_times_fault *ret_fault)
{
    const uint32_t days = take_days(from);
    if (days == 0 || !take(from, ":")) {
        return refuse(from, ret_fault);
    }
    do {
        uh_schedule_hours hours;
        cursor before = *from;
        if (!take_range(from, &hours) || !add_range(settings, days, hours)) {
            return refuse(&before, ret_fault);
        }
        (void)take(from, ",");
        skip_blanks(from);
    } while (*from->at != ';' && *from->at != '\0');
    return UH_OK;
}

uh_status uh_schedule_hours_read(const char *text, uh_schedule_settings *settings,
                                 uh_times_fault *ret_fault)
{
    cursor from = {text, text};
    uh_schedule_settings read = *settings;
    memset(read.hours_count, 0, sizeof read.hours_count);
    memset(read.hours, 0, sizeof read.hours);
    if (!take(&from, always)) {
        do {
            const uh_status status = take_entry(&from, &read, ret_fault);
            if (status != UH_OK) {
                return status;
            }
        } while (take(&from, ";") && !is_at_end(&from));
    }
    if (!is_at_end(&from)) {
        return refuse(&from, ret_fault);
    }
    *settings = read;
    return UH_OK;
}

static uh_status take_moment(cursor *from, uh_schedule_settings *settings,
                             uh_times_fault *ret_fault)
{
    uh_schedule_moment moment = {0};
    cursor before = *from;
    if (settings->moment_count == UH_SCHEDULE_MOMENTS_MAX || !take_clock(from, &moment.minute) ||
        moment.minute == UH_DAY_MINUTES) {
        return refuse(&before, ret_fault);
    }
    moment.is_long = take(from, "long");
    for (uint32_t i = 0; i < settings->moment_count; i++) {
        if (settings->moments[i].minute == moment.minute) {
            return refuse(&before, ret_fault);
        }
    }
    settings->moments[settings->moment_count++] = moment;
    return UH_OK;
}

uh_status uh_schedule_moments_read(const char *text, uh_schedule_settings *settings,
                                   uh_times_fault *ret_fault)
{
    cursor from = {text, text};
    uh_schedule_settings read = *settings;
    read.moment_count = 0;
    memset(read.moments, 0, sizeof read.moments);
    read.stretch_always = take(&from, always);
    if (!read.stretch_always && !take(&from, none)) {
        do {
            const uh_status status = take_moment(&from, &read, ret_fault);
            if (status != UH_OK) {
                return status;
            }
        } while (take(&from, ","));
    }
    if (!is_at_end(&from)) {
        return refuse(&from, ret_fault);
    }
    *settings = read;
    return UH_OK;
}

/* -- writing -- */

typedef struct pen {
    char *out;
    size_t capacity;
    size_t length; /* also of what does not fit */
} pen;

static void write_text(pen *to, const char *text)
{
    const size_t length = strlen(text);
    if (to->length + length < to->capacity) {
        memcpy(to->out + to->length, text, length + 1);
    }
    to->length += length;
}

static void write_clock(pen *to, uint32_t minutes)
{
    const uint32_t hours = minutes / HOUR_MINUTES;
    const uint32_t rest = minutes % HOUR_MINUTES;
    const char text[] = {(char)('0' + hours / 10), (char)('0' + hours % 10), ':',
                         (char)('0' + rest / 10),  (char)('0' + rest % 10),  '\0'};
    write_text(to, hours < 10 ? text + 1 : text);
}

static bool are_alike(const uh_schedule_settings *settings, uint32_t a, uint32_t b)
{
    return settings->hours_count[a] == settings->hours_count[b] &&
           memcmp(settings->hours[a], settings->hours[b], sizeof settings->hours[a]) == 0;
}

static void write_days(pen *to, uint32_t first, uint32_t last)
{
    write_text(to, weekdays[first]);
    if (last > first) {
        write_text(to, "-");
        write_text(to, weekdays[last]);
    }
    write_text(to, ":");
}

size_t uh_schedule_hours_write(const uh_schedule_settings *settings, char *out, size_t capacity)
{
    pen to = {out, capacity, 0};
    UH_ASSERT(capacity > 0);
    out[0] = '\0';
    for (uint32_t first = 0; first < WEEK;) {
        uint32_t last = first;
        while (last + 1 < WEEK && are_alike(settings, first, last + 1)) {
            last++;
        }
        if (settings->hours_count[first] > 0) {
            write_text(&to, to.length > 0 ? "; " : "");
            write_days(&to, first, last);
        }
        for (uint32_t i = 0; i < settings->hours_count[first]; i++) {
            write_text(&to, " ");
            write_clock(&to, settings->hours[first][i].begin);
            write_text(&to, "-");
            write_clock(&to, settings->hours[first][i].end);
        }
        first = last + 1;
    }
    write_text(&to, to.length == 0 ? always : "");
    return to.length;
}

size_t uh_schedule_moments_write(const uh_schedule_settings *settings, char *out, size_t capacity)
{
    pen to = {out, capacity, 0};
    UH_ASSERT(capacity > 0);
    out[0] = '\0';
    for (uint32_t i = 0; i < settings->moment_count; i++) {
        write_text(&to, i > 0 ? ", " : "");
        write_clock(&to, settings->moments[i].minute);
        write_text(&to, settings->moments[i].is_long ? " long" : "");
    }
    if (to.length == 0) {
        write_text(&to, settings->stretch_always ? always : none);
    }
    return to.length;
}
