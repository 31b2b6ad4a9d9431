/* SPDX-License-Identifier: MIT */
/* door_lists.c: the names of what is counted: by number here, by name in JavaScript and in files.
 */
#include "unhunch/progress.h"
#include "unhunch/settings.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

/* The words of value 0, where the others follow it; UH_MESSAGE_COUNT: it has none. */
typedef struct list_row {
    const char *key;
    const char *(*names)(uint32_t value); /* "" beyond the last */
    uh_message first;
} list_row;

static const list_row rows[] = {
    {"context", uh_context_name, UH_MSG_CONTEXT_ANY},
    {"equipment", uh_equipment_name, UH_MSG_EQUIPMENT_CHAIR},
    {"region", uh_region_name, UH_MSG_REGION_THORACIC},
    {"family", uh_family_name, UH_MESSAGE_COUNT},
    {"opt_in", uh_opt_in_name, UH_MSG_OPT_IN_OVERPRESSURE},
    {"skip_reason", uh_skip_reason_name, UH_MESSAGE_COUNT},
    {"stop_reason", uh_stop_reason_name, UH_MESSAGE_COUNT},
    {"event", uh_event_kind_name, UH_MESSAGE_COUNT},
    {"ending", uh_ending_name, UH_MESSAGE_COUNT},
    {"origin", uh_origin_name, UH_MESSAGE_COUNT},
    {"correction", uh_correction_name, UH_MESSAGE_COUNT},
    {"helped", uh_helped_name, UH_MESSAGE_COUNT},
    {"command", uh_command_kind_name, UH_MESSAGE_COUNT},
    {"mark", uh_mark_kind_name, UH_MESSAGE_COUNT},
    {"break", uh_break_kind_name, UH_MESSAGE_COUNT},
    {"rating_moment", uh_rating_moment_name, UH_MESSAGE_COUNT},
};

static void write_value(uh_json *json, const list_row *row, uint32_t value)
{
    uh_json_object(json, NULL);
    uh_json_text(json, "name", row->names(value));
    if (row->first != UH_MESSAGE_COUNT) {
        uh_door_say(json, "words", uh_say((uh_message)((uint32_t)row->first + value)));
    } else {
        uh_json_null(json, "words");
    }
    uh_json_end_object(json);
}

/* {context: [{name, words}], ...}: by value; words are null where there are none. */
UH_DOOR(const char *, uh_door_lists, void)
{
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    for (uint32_t i = 0; i < UH_COUNT(rows); i++) {
        uh_json_list(json, rows[i].key);
        for (uint32_t value = 0; rows[i].names(value)[0] != '\0'; value++) {
            write_value(json, &rows[i], value);
        }
        uh_json_end_list(json);
    }
    uh_json_end_object(json);
    return uh_door_json_text();
}
