/* SPDX-License-Identifier: MIT */
#include "unhunch/log_show.h"

#include <string.h>

/* -- a field as its row of the table says -- */

static void number_json(uh_json *json, const uh_fact_field *field, const char *bytes)
{
    int64_t value = 0;
    if (field->size == sizeof(int64_t)) { /* LONG, TIME */
        memcpy(&value, bytes, sizeof value);
    } else if (field->type == UH_VALUE_NUMBER) {
        uint32_t number = 0;
        memcpy(&number, bytes, sizeof number);
        value = number;
    } else {
        int32_t integer = 0;
        memcpy(&integer, bytes, sizeof integer);
        value = integer;
    }
    const bool is_unknown =
        (field->type == UH_VALUE_TIME && value == UH_NO_TIME.ms) ||
        (field->type == UH_VALUE_INTEGER && field->min == UH_NOT_ASKED && value == UH_NOT_ASKED);
    if (is_unknown) {
        uh_json_null(json, field->name);
    } else {
        uh_json_number(json, field->name, value);
    }
}

static void name_json(uh_json *json, const uh_fact_field *field, const char *bytes)
{
    uint32_t value = 0;
    memcpy(&value, bytes, sizeof value);
    uh_json_text(json, field->name, field->names(value));
}

static void date_json(uh_json *json, const uh_fact_field *field, const char *bytes)
{
    uh_date date;
    char text[UH_DATE_TEXT_SIZE];
    memcpy(&date, bytes, sizeof date);
    uh_date_write(date, text);
    uh_json_text(json, field->name, text);
}

static void bool_json(uh_json *json, const uh_fact_field *field, const char *bytes)
{
    bool value = false;
    memcpy(&value, bytes, sizeof value);
    uh_json_bool(json, field->name, value);
}

static void text_json(uh_json *json, const uh_fact_field *field, const char *bytes)
{
    uh_json_text(json, field->name, bytes);
}

static void fields_json(uh_json *json, const uh_fact *fact)
{
    static void (*const writers[])(uh_json *, const uh_fact_field *, const char *) = {
        [UH_VALUE_TEXT] = text_json,      [UH_VALUE_NUMBER] = number_json,
        [UH_VALUE_INTEGER] = number_json, [UH_VALUE_LONG] = number_json,
        [UH_VALUE_TIME] = number_json,    [UH_VALUE_DATE] = date_json,
        [UH_VALUE_BOOL] = bool_json,      [UH_VALUE_ENUM] = name_json,
    };
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        writers[fields[i].type](json, &fields[i], (const char *)fact + fields[i].offset);
    }
}

/* -- a day -- */

static const char *session_of(const uh_fact *fact)
{
    return fact->kind == UH_FACT_SET ? fact->is.set.session : fact->is.rating.session;
}

/* All facts of the kind, of that session ("": of none). */
static void list_json(uh_json *json, const char *key, const uh_log_day *day, uh_fact_kind kind,
                      const char *session)
{
    uh_json_list(json, key);
    for (uint32_t i = 0; i < day->count; i++) {
        const uh_fact *fact = &day->facts[i];
        if (fact->kind == kind && (!session || strcmp(session_of(fact), session) == 0)) {
            uh_json_object(json, NULL);
            fields_json(json, fact);
            uh_json_end_object(json);
        }
    }
    uh_json_end_list(json);
}

static void sessions_json(uh_json *json, const uh_log_day *day)
{
    uh_json_list(json, "sessions");
    for (uint32_t i = day->count; i-- > 0;) {
        const uh_fact *fact = &day->facts[i];
        if (fact->kind == UH_FACT_SESSION) {
            uh_json_object(json, NULL);
            fields_json(json, fact);
            list_json(json, "sets", day, UH_FACT_SET, fact->is.session.id);
            list_json(json, "ratings", day, UH_FACT_RATING, fact->is.session.id);
            uh_json_end_object(json);
        }
    }
    uh_json_end_list(json);
}

void uh_show_log_day_json(uh_json *json, const uh_log_day *day)
{
    char date[UH_DATE_TEXT_SIZE];
    uh_date_write(day->day, date);
    uh_json_object(json, NULL);
    uh_json_text(json, "day", date);
    sessions_json(json, day);
    list_json(json, "breaks", day, UH_FACT_BREAK, NULL);
    list_json(json, "ratings", day, UH_FACT_RATING, "");
    list_json(json, "marks", day, UH_FACT_MARK, NULL);
    uh_json_end_object(json);
}
