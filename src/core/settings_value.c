/* SPDX-License-Identifier: MIT */
/* settings_value.c: a value as it is typed, read and written. */
#include "unhunch/settings.h"

#include <string.h>

#include "unhunch/schedule.h"
#include "unhunch/schema.h"

static const char nothing[] = "none";
static const char automatic[] = "auto";

/* Writes into room for a value; what does not fit is only counted. */
typedef struct pen {
    char *out;
    size_t length;
} pen;

static void write_text(pen *to, const char *text)
{
    const size_t length = strlen(text);
    if (to->length + length < UH_SETTING_VALUE_SIZE) {
        memcpy(to->out + to->length, text, length + 1);
    }
    to->length += length;
}

static void write_number(pen *to, uint32_t number)
{
    char digits[12] = {0};
    uint32_t at = sizeof digits - 1;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    write_text(to, digits + at);
}

/* A piece of the value, without the blanks around it. */
typedef struct word {
    const char *start;
    uint32_t length;
} word;

static word trimmed(const char *start, const char *end)
{
    while (start < end && *start == ' ') {
        start++;
    }
    while (end > start && end[-1] == ' ') {
        end--;
    }
    return (word){start, (uint32_t)(end - start)};
}

static word whole(const char *value)
{
    return trimmed(value, value + strlen(value));
}

/* The next piece before `mark`; *value moves behind it, to NULL after the last. */
static word next_piece(const char **value, char mark)
{
    const char *start = *value;
    const char *end = strchr(start, mark);
    *value = end != NULL ? end + 1 : NULL;
    return trimmed(start, end != NULL ? end : start + strlen(start));
}

static bool is(word typed, const char *name)
{
    return strlen(name) == typed.length && strncmp(name, typed.start, typed.length) == 0;
}

static uh_setting_problem problem(const char *value, uh_setting_fault fault, word at)
{
    return (uh_setting_problem){fault, (uint32_t)(at.start - value), at.length};
}

static const uh_setting_problem good = {UH_SETTING_GOOD, 0, 0};

/* What a reader knows. It writes to `to` only what is good as a whole. */
typedef struct reading_of {
    const uh_setting_row *row;
    const uh_catalogue *catalogue;
    const char *value;
    unsigned char *to; /* the member of the settings */
    uh_settings *settings;
} reading_of;

static void keep_number(const reading_of *of, uint32_t number)
{
    memcpy(of->to, &number, sizeof number);
}

/* -- single words -- */

/* The value whose name it is; UINT32_MAX: none has it. */
static uint32_t named(const uh_setting_row *row, word typed)
{
    for (uint32_t i = 0; row->names(i)[0] != '\0'; i++) {
        if (is(typed, row->names(i))) {
            return i;
        }
    }
    return UINT32_MAX;
}

static uh_setting_problem read_enum(const reading_of *of)
{
    const word typed = whole(of->value);
    const uint32_t choice = named(of->row, typed);
    if (choice == UINT32_MAX) {
        return problem(of->value, UH_SETTING_WORD, typed);
    }
    keep_number(of, choice);
    return good;
}

static uh_setting_problem read_bool(const reading_of *of)
{
    static const char *const words[] = {"no", "yes", "false", "true"};
    const word typed = whole(of->value);
    for (uint32_t i = 0; i < UH_COUNT(words); i++) {
        if (is(typed, words[i])) {
            keep_number(of, i % 2);
            return good;
        }
    }
    return problem(of->value, UH_SETTING_YES_NO, typed);
}

static uh_setting_problem read_number(const reading_of *of)
{
    const word typed = whole(of->value);
    uint32_t number = 0;
    if (of->row->automatic && is(typed, automatic)) {
        keep_number(of, UH_GOAL_AUTO);
        return good;
    }
    if (of->row->optional && is(typed, nothing)) {
        keep_number(of, 0);
        return good;
    }
    for (uint32_t i = 0; i < typed.length; i++) {
        const char digit = typed.start[i];
        if (digit < '0' || digit > '9' || number > of->row->max) {
            return problem(of->value, UH_SETTING_WRONG, typed);
        }
        number = number * 10 + (uint32_t)(digit - '0');
    }
    if (number < of->row->min || number > of->row->max) {
        return problem(of->value, UH_SETTING_WRONG, typed);
    }
    keep_number(of, number);
    return good;
}

/* -- lists -- */

static uh_setting_problem read_flags(const reading_of *of)
{
    uint32_t flags = 0;
    const char *rest = is(whole(of->value), nothing) ? NULL : of->value;
    while (rest != NULL) {
        const word typed = next_piece(&rest, ',');
        const uint32_t choice = named(of->row, typed);
        if (choice == UINT32_MAX) {
            return problem(of->value, typed.length == 0 ? UH_SETTING_NOTHING : UH_SETTING_WORD,
                           typed);
        }
        if ((flags & 1U << choice) != 0) {
            return problem(of->value, UH_SETTING_TWICE, typed);
        }
        flags |= 1U << choice;
    }
    keep_number(of, flags);
    return good;
}

/* A key that can be kept, of a stretch that is there. */
static bool is_stretch(const reading_of *of, word typed, char key[UH_ANCHOR_KEY_SIZE])
{
    uint32_t exercise = 0;
    if (typed.length == 0 || typed.length >= UH_ANCHOR_KEY_SIZE ||
        memchr(typed.start, ':', typed.length) != NULL ||
        memchr(typed.start, ';', typed.length) != NULL) {
        return false;
    }
    memcpy(key, typed.start, typed.length);
    key[typed.length] = '\0';
    return of->catalogue == NULL ||
           uh_catalogue_find_exercise(of->catalogue, key, &exercise) == UH_OK;
}

/* Does the list so far hold this key? */
static bool holds(const char *list, word key)
{
    for (const char *rest = list; rest != NULL && *rest != '\0';) {
        const word there = next_piece(&rest, ',');
        if (there.length == key.length && strncmp(there.start, key.start, key.length) == 0) {
            return true;
        }
    }
    return false;
}

static uh_setting_problem read_stretches(const reading_of *of)
{
    char list[UH_SETTING_VALUE_SIZE] = "";
    pen text = {list, 0};
    const char *rest = is(whole(of->value), nothing) ? NULL : of->value;
    while (rest != NULL) {
        char key[UH_ANCHOR_KEY_SIZE];
        const word typed = next_piece(&rest, ',');
        if (!is_stretch(of, typed, key)) {
            return problem(of->value, typed.length == 0 ? UH_SETTING_NOTHING : UH_SETTING_STRETCH,
                           typed);
        }
        if (holds(list, typed)) {
            return problem(of->value, UH_SETTING_TWICE, typed);
        }
        write_text(&text, text.length > 0 ? "," : "");
        write_text(&text, key);
    }
    memcpy(of->to, list, sizeof list); /* never longer than what was read */
    return good;
}

/* The colon before the stretch is the last one: "at 10:30: chin-tuck". */
static const char *last_colon(word typed)
{
    for (uint32_t i = typed.length; i > 0; i--) {
        if (typed.start[i - 1] == ':') {
            return &typed.start[i - 1];
        }
    }
    return NULL;
}

static uh_setting_problem read_anchor(const reading_of *of, word typed, uh_anchor *ret_anchor)
{
    const char *colon = last_colon(typed);
    if (colon == NULL) {
        return problem(of->value, UH_SETTING_FORM, typed);
    }
    const word when = trimmed(typed.start, colon);
    const word stretch = trimmed(colon + 1, typed.start + typed.length);
    if (when.length == 0) {
        return problem(of->value, UH_SETTING_FORM, typed);
    }
    if (when.length >= sizeof ret_anchor->when) {
        return problem(of->value, UH_SETTING_LONG, when);
    }
    if (!is_stretch(of, stretch, ret_anchor->stretch)) {
        return problem(of->value, UH_SETTING_STRETCH, stretch);
    }
    memcpy(ret_anchor->when, when.start, when.length);
    ret_anchor->when[when.length] = '\0';
    return good;
}

static void write_anchors(pen *to, const uh_anchor *anchors, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        write_text(to, i > 0 ? "; " : "");
        write_text(to, anchors[i].when);
        write_text(to, ": ");
        write_text(to, anchors[i].stretch);
    }
    write_text(to, count == 0 ? nothing : "");
}

static uh_setting_problem read_anchors(const reading_of *of)
{
    uh_anchor anchors[UH_ANCHORS_MAX] = {0};
    uint32_t count = 0;
    const char *rest = is(whole(of->value), nothing) ? NULL : of->value;
    while (rest != NULL) {
        const word typed = next_piece(&rest, ';');
        if (count == UH_ANCHORS_MAX) {
            return problem(of->value, UH_SETTING_MANY, typed);
        }
        const uh_setting_problem wrong = read_anchor(of, typed, &anchors[count++]);
        if (wrong.fault != UH_SETTING_GOOD) {
            return wrong;
        }
    }
    char again[UH_SETTING_VALUE_SIZE];
    pen text = {again, 0};
    write_anchors(&text, anchors, count);
    if (text.length >= sizeof again) { /* blanks are added where somebody saved them */
        return problem(of->value, UH_SETTING_LONG, whole(of->value));
    }
    memcpy(of->settings->anchors, anchors, sizeof anchors);
    of->settings->anchor_count = count;
    return good;
}

/* -- times -- */

static uh_setting_problem times_problem(uh_setting_fault fault, uh_times_fault at)
{
    return (uh_setting_problem){fault, at.at, at.length};
}

/* Kept as the schedule writes them, which is never more than a value holds. */
static uh_setting_problem read_hours(const reading_of *of)
{
    uh_schedule_settings desk = uh_schedule_default_settings();
    uh_times_fault fault;
    if (uh_schedule_hours_read(of->value, &desk, &fault) != UH_OK) {
        return times_problem(UH_SETTING_HOURS, fault);
    }
    char text[UH_SETTING_VALUE_SIZE] = "";
    const size_t length = uh_schedule_hours_write(&desk, text, sizeof text);
    UH_ASSERT(length < sizeof text);
    (void)length; /* the coverage build asserts nothing */
    memcpy(of->to, text, sizeof text);
    return good;
}

static uh_setting_problem read_times(const reading_of *of)
{
    uh_schedule_settings desk = uh_schedule_default_settings();
    uh_times_fault fault;
    if (uh_schedule_moments_read(of->value, &desk, &fault) != UH_OK) {
        return times_problem(UH_SETTING_TIMES, fault);
    }
    char text[UH_SETTING_VALUE_SIZE] = "";
    const size_t length = uh_schedule_moments_write(&desk, text, sizeof text);
    UH_ASSERT(length < sizeof text);
    (void)length; /* the coverage build asserts nothing */
    memcpy(of->to, text, sizeof text);
    return good;
}

static uh_setting_problem read_text(const reading_of *of)
{
    char text[UH_SETTING_VALUE_SIZE] = "";
    const word typed = whole(of->value);
    if (!is(typed, nothing)) {
        memcpy(text, typed.start, typed.length);
    }
    memcpy(of->to, text, sizeof text);
    return good;
}

/* -- any value -- */

static const uh_field any_text = {.kind = UH_FIELD_TEXT, .max = INT32_MAX};

uh_setting_problem uh_settings_put(uh_settings *settings, const uh_catalogue *catalogue,
                                   uh_setting setting, const char *value, uh_setting_source source,
                                   uint32_t line)
{
    static uh_setting_problem (*const readers[])(const reading_of *) = {
        [UH_SETTING_IS_ENUM] = read_enum,           [UH_SETTING_IS_FLAGS] = read_flags,
        [UH_SETTING_IS_NUMBER] = read_number,       [UH_SETTING_IS_BOOL] = read_bool,
        [UH_SETTING_IS_STRETCHES] = read_stretches, [UH_SETTING_IS_ANCHORS] = read_anchors,
        [UH_SETTING_IS_HOURS] = read_hours,         [UH_SETTING_IS_TIMES] = read_times,
        [UH_SETTING_IS_TEXT] = read_text,
    };
    const uh_setting_row *row = uh_setting_row_of(setting);
    const reading_of of = {row, catalogue, value, (unsigned char *)settings + row->offset,
                           settings};
    const size_t length = strlen(value);
    if (length >= UH_SETTING_VALUE_SIZE) {
        return (uh_setting_problem){UH_SETTING_LONG, 0, UH_SETTING_VALUE_SIZE - 1};
    }
    if (whole(value).length == 0) {
        return (uh_setting_problem){UH_SETTING_NOTHING, 0, 0};
    }
    if (uh_field_text_fault(&any_text, value, (uint32_t)length) != UH_TEXT_GOOD) {
        return (uh_setting_problem){UH_SETTING_BYTES, 0, (uint32_t)length};
    }
    if (setting == UH_SETTING_BUSY_COMMAND && source == UH_SOURCE_STORED &&
        strcmp(value, row->usual) != 0) {
        return (uh_setting_problem){UH_SETTING_FILE, 0, (uint32_t)length};
    }
    const uh_setting_problem wrong = readers[row->type](&of);
    if (wrong.fault == UH_SETTING_GOOD) {
        settings->sources[setting] = source;
        settings->lines[setting] = line;
    }
    return wrong;
}

/* -- writing -- */

static uint32_t number_of(const uh_settings *settings, const uh_setting_row *row)
{
    uint32_t number = 0;
    memcpy(&number, (const unsigned char *)settings + row->offset, sizeof number);
    return number;
}

static void write_flags(pen *to, const uh_setting_row *row, uint32_t flags)
{
    bool any = false;
    for (uint32_t i = 0; row->names(i)[0] != '\0'; i++) {
        if ((flags & 1U << i) != 0) {
            write_text(to, any ? "," : "");
            write_text(to, row->names(i));
            any = true;
        }
    }
    write_text(to, any ? "" : nothing);
}

static void write_counted(pen *to, const uh_setting_row *row, uint32_t number)
{
    if (row->automatic && number == UH_GOAL_AUTO) {
        write_text(to, automatic);
    } else if (row->optional && number == 0) {
        write_text(to, nothing);
    } else {
        write_number(to, number);
    }
}

size_t uh_settings_text(const uh_settings *settings, uh_setting setting,
                        char out[UH_SETTING_VALUE_SIZE])
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    const char *list = (const char *)settings + row->offset;
    pen to = {out, 0};
    out[0] = '\0';
    switch (row->type) {
    case UH_SETTING_IS_ENUM:
        write_text(&to, row->names(number_of(settings, row)));
        break;
    case UH_SETTING_IS_FLAGS:
        write_flags(&to, row, number_of(settings, row));
        break;
    case UH_SETTING_IS_NUMBER:
        write_counted(&to, row, number_of(settings, row));
        break;
    case UH_SETTING_IS_BOOL:
        write_text(&to, number_of(settings, row) != 0 ? "yes" : "no");
        break;
    case UH_SETTING_IS_HOURS:
    case UH_SETTING_IS_TIMES:
    case UH_SETTING_IS_TEXT:
    case UH_SETTING_IS_STRETCHES:
        write_text(&to, list[0] != '\0' ? list : nothing);
        break;
    case UH_SETTING_IS_ANCHORS:
        write_anchors(&to, settings->anchors, settings->anchor_count);
        break;
    }
    return to.length;
}
