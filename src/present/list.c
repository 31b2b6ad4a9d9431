/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "present/own.h"

enum { INDENT = 2, KEY_COLUMN = 28, ROUTINE_COLUMN = 20 };

/* -- text -- */

/* "Name: standing; needs an open doorway" */
static void exercise_line(const uh_page *page, uint32_t index)
{
    const uh_exercise *exercise = uh_catalogue_exercise(page->catalogue, index);
    const uh_variant *standard = uh_exercise_variant(page->catalogue, exercise, 0);
    /* sitting says chair, lying says floor */
    uint32_t equipment =
        standard->equipment & ~(1U << UH_EQUIPMENT_CHAIR | 1U << UH_EQUIPMENT_FLOOR);
    char needs[UH_PAGE_TEXT_MAX];
    char words[UH_PAGE_TEXT_MAX];
    uh_argument name = uh_catalogue_argument(exercise->name);
    uh_argument position = uh_message_argument(UH_MSG_POSITION_STANDING + standard->position);
    uh_page_render_set(page, equipment, UH_EQUIPMENT_COUNT, UH_MSG_EQUIPMENT_CHAIR, needs);
    uh_phrase line = equipment ? uh_say3(UH_MSG_LIST_LINE_NEEDS, name, position, uh_literal(needs))
                               : uh_say2(UH_MSG_LIST_LINE, name, position);
    uh_page_render(page, line, words);
    char marked[UH_PAGE_TEXT_MAX];
    if (uh_exercise_has_therapist(exercise)) {
        line = uh_say2(UH_MSG_LIST_LINE_THERAPIST, uh_literal(words),
                       uh_catalogue_argument(exercise->therapist.name));
    } else {
        line = uh_say1(UH_MSG_SCREEN_NAME, uh_literal(words));
    }
    uh_page_item(page, INDENT, uh_catalogue_text(page->catalogue, exercise->key), KEY_COLUMN,
                 uh_page_render(page, line, marked));
}

/* Why a stretch answers to a name that it does not have: said once where several in a row share the
 * reason. */
static void note_line(const uh_page *page, uint32_t index, const char *words, const char **said)
{
    const uh_alias *alias = uh_words_alias(page->language, page->catalogue,
                                           uh_catalogue_exercise(page->catalogue, index), words);
    const char *note = alias ? uh_catalogue_text(page->catalogue, alias->note) : "";
    if (note[0] == '\0' || strcmp(note, *said) == 0) {
        return;
    }
    char text[UH_PAGE_TEXT_MAX];
    uh_page_item(page, INDENT, "", KEY_COLUMN, uh_page_render_text(page, alias->note, text));
    *said = note;
}

void uh_list_exercises(const uh_page *page, const uh_found *found, const char *words)
{
    const char *said = "";
    uh_page_message(page, 0, UH_MSG_LIST_STRETCHES);
    for (uint32_t i = 0; i < found->count; i++) {
        exercise_line(page, found->exercises[i]);
        note_line(page, found->exercises[i], words, &said);
    }
}

void uh_list_routines(const uh_page *page)
{
    uint32_t count = uh_catalogue_routine_count(page->catalogue);
    uh_page_message(page, 0, UH_MSG_LIST_ROUTINES);
    for (uint32_t i = 0; i < count; i++) {
        const uh_routine_recipe *recipe = uh_catalogue_recipe(page->catalogue, i);
        char name[UH_PAGE_TEXT_MAX];
        uh_page_item(page, INDENT, uh_catalogue_text(page->catalogue, recipe->key), KEY_COLUMN,
                     uh_page_render_text(page, recipe->name, name));
    }
}

/* -- JSON -- */

static void set_json(uh_json *json, const char *key, uint32_t bits, const char *(*name)(uint32_t))
{
    uh_json_list(json, key);
    for (uint32_t value = 0; name(value)[0] != '\0'; value++) {
        if ((bits >> value & 1U) != 0) {
            uh_json_text(json, NULL, name(value));
        }
    }
    uh_json_end_list(json);
}

static void exercise_json(uh_json *json, const uh_catalogue *catalogue, uint32_t index)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, index);
    const uh_variant *standard = uh_exercise_variant(catalogue, exercise, 0);
    uh_json_object(json, NULL);
    uh_json_text(json, "key", uh_catalogue_text(catalogue, exercise->key));
    uh_json_text(json, "id", uh_catalogue_text(catalogue, exercise->id));
    uh_json_text(json, "name", uh_catalogue_text(catalogue, exercise->name));
    uh_json_text(json, "summary", uh_catalogue_text(catalogue, exercise->summary));
    uh_json_text(json, "family", uh_family_name(exercise->family));
    uh_json_text(json, "kind", uh_kind_name(exercise->kind));
    set_json(json, "regions", exercise->regions, uh_region_name);
    uh_json_text(json, "position", uh_position_name(standard->position));
    set_json(json, "equipment", standard->equipment, uh_equipment_name);
    set_json(json, "contexts", standard->contexts, uh_context_name);
    uh_therapist_json(json, catalogue, exercise);
    uh_json_end_object(json);
}

static void routine_json(uh_json *json, const uh_catalogue *catalogue, uint32_t index)
{
    const uh_routine_recipe *recipe = uh_catalogue_recipe(catalogue, index);
    uh_json_object(json, NULL);
    uh_json_text(json, "key", uh_catalogue_text(catalogue, recipe->key));
    uh_json_text(json, "name", uh_catalogue_text(catalogue, recipe->name));
    uh_json_text(json, "summary", uh_catalogue_text(catalogue, recipe->summary));
    uh_json_text(json, "context", uh_context_name(recipe->context));
    set_json(json, "equipment", recipe->equipment, uh_equipment_name);
    uh_json_list(json, "stretches");
    for (uint32_t i = 0; i < recipe->lines.count; i++) {
        const uh_routine_line *line = uh_catalogue_line(catalogue, recipe->lines, i);
        uh_json_text(json, NULL, uh_catalogue_text(catalogue, line->exercise));
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}

void uh_list_json(uh_json *json, const uh_catalogue *catalogue, const uh_found *found,
                  bool routines)
{
    uint32_t count = routines ? uh_catalogue_routine_count(catalogue) : 0;
    uh_json_object(json, NULL);
    uh_json_list(json, "stretches");
    for (uint32_t i = 0; i < found->count; i++) {
        exercise_json(json, catalogue, found->exercises[i]);
    }
    uh_json_end_list(json);
    uh_json_list(json, "routines");
    for (uint32_t i = 0; i < count; i++) {
        routine_json(json, catalogue, i);
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}
