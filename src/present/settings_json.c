/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unhunch/routine.h"
#include "unhunch/settings_show.h"

static void write_list(uh_json *json, const char *text)
{
    while (*text != '\0') {
        char word[UH_SETTING_VALUE_SIZE] = "";
        const size_t length = strcspn(text, ",");
        memcpy(word, text, length);
        uh_json_text(json, NULL, word);
        text += length + (text[length] == ',');
    }
}

static void write_anchors(uh_json *json, const uh_settings *settings)
{
    for (uint32_t i = 0; i < settings->anchor_count; i++) {
        uh_json_object(json, NULL);
        uh_json_text(json, "when", settings->anchors[i].when);
        uh_json_text(json, "stretch", settings->anchors[i].stretch);
        uh_json_end_object(json);
    }
}

/* Lists as lists, numbers as numbers; "auto", and "none" of what is no list, are null. */
static void write_value(uh_json *json, const uh_settings *settings, uh_setting setting)
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    char value[UH_SETTING_VALUE_SIZE];
    uint32_t number = 0;
    memcpy(&number, (const char *)settings + row->offset, sizeof number);
    (void)uh_settings_text(settings, setting, value);
    switch (row->type) {
    case UH_SETTING_IS_ENUM:
    case UH_SETTING_IS_HOURS:
    case UH_SETTING_IS_TIMES:
        uh_json_text(json, "value", value);
        break;
    case UH_SETTING_IS_BOOL:
        uh_json_bool(json, "value", number != 0);
        break;
    case UH_SETTING_IS_NUMBER:
        if (number == UH_GOAL_AUTO || (row->optional && number == 0)) {
            uh_json_null(json, "value");
        } else {
            uh_json_number(json, "value", number);
        }
        break;
    case UH_SETTING_IS_FLAGS:
    case UH_SETTING_IS_STRETCHES:
        uh_json_list(json, "value");
        write_list(json, strcmp(value, "none") == 0 ? "" : value);
        uh_json_end_list(json);
        break;
    case UH_SETTING_IS_TEXT:
        uh_json_text(json, "value", strcmp(value, "none") == 0 ? NULL : value);
        break;
    case UH_SETTING_IS_ANCHORS:
        uh_json_list(json, "value");
        write_anchors(json, settings);
        uh_json_end_list(json);
        break;
    }
}

static void write_setting(uh_json *json, const uh_settings *settings, uh_setting setting)
{
    uh_json_object(json, uh_setting_row_of(setting)->name);
    write_value(json, settings, setting);
    uh_json_text(json, "source", uh_setting_source_name(settings->sources[setting]));
    if (settings->sources[setting] == UH_SOURCE_CONFIG) {
        uh_json_number(json, "line", settings->lines[setting]);
    } else {
        uh_json_null(json, "line");
    }
    uh_json_end_object(json);
}

void uh_show_settings_json(uh_json *json, const uh_settings *settings, const uh_person *person,
                           const uh_screening *screening)
{
    uh_json_object(json, NULL);
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        write_setting(json, settings, setting);
    }
    uh_json_object(json, "follows");
    uh_json_number(json, "goal_days", uh_settings_goal_days(settings, screening));
    uh_json_bool(json, "gentle", uh_is_gentle(person, screening));
    uh_json_end_object(json);
    uh_json_end_object(json);
}
