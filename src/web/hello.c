/* SPDX-License-Identifier: MIT */
/* hello.c: what the page needs to know besides the facts. */
#include <stdio.h>

#include "host/clock.h"
#include "shell/config.h"
#include "unhunch/config.h"
#include "unhunch/zone.h"
#include "web/web.h"

enum { HOUR_MS = 3600000, DAY_MS = 24 * HOUR_MS };

/* The first moment at which the offset is no more that of `from`, to the second. */
static uh_unix_ms find_change(uh_unix_ms from, uh_unix_ms to)
{
    const int32_t before = uh_clock_offset_s(from);
    while (to.ms - from.ms > 1000) {
        const uh_unix_ms middle = {from.ms + (to.ms - from.ms) / 2000 * 1000};
        if (uh_clock_offset_s(middle) == before) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return to;
}

/* Two changes within one hour are none that the world has seen. */
static void write_transitions(uh_json *json, uh_unix_ms now)
{
    uh_json_list(json, "transitions");
    uh_unix_ms from = {now.ms / 1000 * 1000};
    const int64_t end = from.ms + (int64_t)UH_ZONE_DAYS * DAY_MS;
    for (; from.ms < end; from.ms += HOUR_MS) {
        const uh_unix_ms to = {from.ms + HOUR_MS};
        if (uh_clock_offset_s(from) != uh_clock_offset_s(to)) {
            const uh_unix_ms at = find_change(from, to);
            uh_json_object(json, NULL);
            uh_json_number(json, "at_ms", at.ms);
            uh_json_number(json, "offset_s", uh_clock_offset_s(at));
            uh_json_end_object(json);
        }
    }
    uh_json_end_list(json);
}

static void write_settings(uh_json *json, const uh_settings *settings)
{
    uh_json_object(json, "settings_from_file");
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        if (settings->sources[setting] != UH_SOURCE_CONFIG) {
            continue;
        }
        char value[UH_SETTING_VALUE_SIZE];
        char where[64];
        (void)uh_settings_text(settings, setting, value);
        (void)snprintf(where, sizeof where, UH_CONFIG_FILE ":%u", settings->lines[setting]);
        uh_json_object(json, uh_setting_row_of(setting)->name);
        uh_json_text(json, "value", value);
        uh_json_text(json, "where", where);
        uh_json_end_object(json);
    }
    uh_json_end_object(json);
}

static bool is_read_only(uh_store_trouble trouble)
{
    return trouble == UH_STORE_READ_ONLY || trouble == UH_STORE_NEWER ||
           trouble == UH_STORE_NOWHERE;
}

void uh_web_hello(uh_web *web, const uh_request *request, uh_response *response)
{
    const uh_store *store = uh_web_store(web, request, response);
    if (store == NULL) {
        return;
    }
    const uh_store_trouble trouble = uh_store_trouble_of(store);
    char day[UH_DATE_TEXT_SIZE];
    uh_settings settings = uh_settings_usual();
    uh_config_file file;
    uh_config_load(&web->shell, (uh_out){NULL, NULL}, &settings, &file);
    uh_date_write(request->now.day, day);
    uh_json json = uh_web_json(response);
    uh_json_object(&json, NULL);
    uh_json_text(&json, "program", "unhunch");
    uh_json_text(&json, "version", UH_VERSION);
    uh_json_number(&json, "schema", uh_store_version());
    uh_json_bool(&json, "read_only", is_read_only(trouble));
    uh_json_text(&json, "trouble", uh_store_trouble_name(trouble));
    uh_json_text(&json, "language", uh_language_tag(web->shell.language));
    uh_json_number(&json, "now_ms", request->now.at.ms);
    uh_json_number(&json, "offset_s", request->now.offset_s);
    write_transitions(&json, request->now.at);
    uh_json_text(&json, "day", day);
    uh_json_number(&json, "day_begins_ms", UH_DAY_BEGINS_MS);
    write_settings(&json, &settings);
    uh_json_end_object(&json);
}
