/* SPDX-License-Identifier: MIT */
/* door_today.c: all facts, folded: settings, what is allowed, what was done. One today, held here.
 */
#include <string.h>

#include "unhunch/today.h"
#include "wasm/door.h"
#include "wasm/door_facts.h"
#include "wasm/door_inside.h"
#include "wasm/door_today.h"

static uh_today today;

/* A fold begins: then every fact in the order of a store, settings of config.yaml, and the end.
 * `days` that the history looks back. */
UH_DOOR(void, uh_door_today_begin, double now_ms, int32_t offset_s, uint32_t days)
{
    UH_ASSERT(offset_s >= -UH_OFFSET_MAX_S && offset_s <= UH_OFFSET_MAX_S);
    uh_today_begin(uh_moment_at((uh_unix_ms){uh_door_ms(now_ms)}, offset_s), days, &today);
}

UH_DOOR(void, uh_door_today_take, void)
{
    UH_ASSERT(uh_door_the_catalogue());
    uh_today_take(&today, uh_door_the_catalogue(), uh_door_fact_in());
}

/* Person, screening, history and day of the door are now those of today. `unknown`: not all facts
 * could be read. */
UH_DOOR(void, uh_door_today_end, uint32_t unknown)
{
    UH_ASSERT(uh_door_the_catalogue());
    uh_today_end(&today, uh_door_the_catalogue(), unknown != 0);
    *uh_door_the_person() = today.person;
    *uh_door_the_screening() = today.screening;
    *uh_door_the_history() = today.history;
    *uh_door_the_day() = today.history.done;
}

const uh_today *uh_door_the_today(void)
{
    return &today;
}

/* The id of the last session that was real; "" for none. */
UH_DOOR(const char *, uh_door_last_session, void)
{
    return today.last.id;
}

/* -- settings -- */

static uh_setting setting_of(uint32_t setting)
{
    UH_ASSERT(setting < UH_SETTING_COUNT);
    return (uh_setting)setting;
}

static const char *problem_words(uh_setting setting, uh_setting_problem problem, const char *value)
{
    static char words[UH_SETTING_VALUE_SIZE * 2];
    char word[UH_SETTING_VALUE_SIZE] = "";
    const size_t length = problem.length < sizeof word - 1 ? problem.length : sizeof word - 1;
    memcpy(word, value + problem.at, length);
    const uh_phrase phrase = uh_setting_phrase(setting, problem, word, NULL);
    (void)uh_words(uh_door_the_language(), uh_door_the_catalogue(), &phrase, words, sizeof words);
    return words;
}

/* Puts the value in the text buffer: from config.yaml, whose `line` it is. "": it is good; else
 * what is wrong with it, and nothing changed. */
UH_DOOR(const char *, uh_door_setting_config, uint32_t setting, uint32_t line)
{
    const char *value = uh_door_the_text();
    const uh_setting_problem problem =
        uh_settings_put(&today.settings, uh_door_the_catalogue(), setting_of(setting), value,
                        UH_SOURCE_CONFIG, line);
    return problem.fault == UH_SETTING_GOOD ? ""
                                            : problem_words(setting_of(setting), problem, value);
}

/* The fact that keeps the value in the text buffer, "" for the default, spelled as it is kept. */
UH_DOOR(const char *, uh_door_setting_fact, uint32_t setting, double now_ms)
{
    const char *name = uh_setting_row_of(setting_of(setting))->name;
    const char *value = uh_door_the_text();
    uh_settings draft = today.settings;
    uh_fact fact = {.kind = UH_FACT_SETTING, .changed = {uh_door_ms(now_ms)}};
    uh_door_facts_begin();
    if (value[0] != '\0') {
        const uh_setting_problem problem = uh_settings_put(
            &draft, uh_door_the_catalogue(), setting_of(setting), value, UH_SOURCE_STORED, 0);
        if (problem.fault != UH_SETTING_GOOD) {
            return problem_words(setting_of(setting), problem, value);
        }
        (void)uh_settings_text(&draft, setting_of(setting), fact.is.setting.value);
    }
    memcpy(fact.is.setting.name, name, strlen(name) + 1);
    uh_door_facts_put(NULL, &fact);
    return "";
}

static const char *type_name(uh_setting_type type)
{
    static const char *const names[] = {
        [UH_SETTING_IS_ENUM] = "enum",           [UH_SETTING_IS_FLAGS] = "flags",
        [UH_SETTING_IS_NUMBER] = "number",       [UH_SETTING_IS_BOOL] = "bool",
        [UH_SETTING_IS_STRETCHES] = "stretches", [UH_SETTING_IS_ANCHORS] = "anchors",
        [UH_SETTING_IS_HOURS] = "hours",         [UH_SETTING_IS_TIMES] = "times",
        [UH_SETTING_IS_TEXT] = "text",
    };
    return names[type];
}

static void write_row(uh_json *json, uh_setting setting)
{
    const uh_setting_row *row = uh_setting_row_of(setting);
    char value[UH_SETTING_VALUE_SIZE];
    (void)uh_settings_text(&today.settings, setting, value);
    uh_json_object(json, NULL);
    uh_json_number(json, "setting", setting);
    uh_json_text(json, "name", row->name);
    uh_json_text(json, "type", type_name(row->type));
    uh_json_text(json, "value", value);
    uh_json_text(json, "usual", row->usual);
    uh_json_text(json, "source", uh_setting_source_name(today.settings.sources[setting]));
    uh_json_number(json, "line", today.settings.lines[setting]);
    uh_door_say(json, "help", uh_say(row->help));
    uh_json_number(json, "min", row->min);
    uh_json_number(json, "max", row->max);
    uh_json_bool(json, "automatic", row->automatic);
    if (row->type == UH_SETTING_IS_NUMBER) {
        uh_door_say(json, "unit", uh_say(row->unit));
    } else {
        uh_json_null(json, "unit");
    }
    uh_json_list(json, "choices");
    for (uint32_t i = 0; row->names != NULL && row->names(i)[0] != '\0'; i++) {
        uh_json_text(json, NULL, row->names(i));
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}

/* [{setting, name, type, value, usual, source, line, help, min, max, automatic, unit, choices}] */
UH_DOOR(const char *, uh_door_settings, void)
{
    uh_json *json = uh_door_json();
    uh_json_list(json, NULL);
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        write_row(json, setting);
    }
    uh_json_end_list(json);
    return uh_door_json_text();
}
