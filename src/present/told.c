/* SPDX-License-Identifier: MIT */
/* told.c: the catalogue for a page that is looked at. */
#include "unhunch/told.h"

#include "present/dose.h"
#include "present/own.h"
#include "unhunch/own.h"

/* What is being told; texts are rendered one after another in `words`. */
typedef struct teller {
    uh_json *json;
    const uh_page *page;
    const uh_catalogue *catalogue;
    char words[UH_PAGE_TEXT_MAX];
} teller;

static teller teller_of(uh_json *json, const uh_page *page)
{
    return (teller){.json = json, .page = page, .catalogue = page->catalogue};
}

static void key(const teller *to, const char *name, uh_text text)
{
    uh_json_text(to->json, name, uh_catalogue_text(to->catalogue, text));
}

static void text(teller *to, const char *name, uh_text value)
{
    uh_json_text(to->json, name, uh_page_render_text(to->page, value, to->words));
}

static void phrase(teller *to, const char *name, uh_phrase value)
{
    uh_json_text(to->json, name, uh_page_render_this(to->page, &value, to->words));
}

static void message(teller *to, const char *name, uint32_t value)
{
    phrase(to, name, uh_say((uh_message)value));
}

static void cite(teller *to, const char *name, uh_text value)
{
    uh_json_text(to->json, name, uh_page_render_cite(to->page, value, true, to->words));
}

/* A bit set in words; null for none. */
static void set_words(teller *to, const char *name, uint32_t bits, uint32_t count, uh_message first)
{
    to->words[0] = '\0';
    uh_json_text(to->json, name, uh_page_render_set(to->page, bits, count, first, to->words));
}

static void set_keys(const teller *to, const char *name, uint32_t bits,
                     const char *(*name_of)(uint32_t))
{
    uh_json_list(to->json, name);
    for (uint32_t value = 0; name_of(value)[0] != '\0'; value++) {
        if ((bits >> value & 1U) != 0) {
            uh_json_text(to->json, NULL, name_of(value));
        }
    }
    uh_json_end_list(to->json);
}

static void texts(teller *to, const char *name, uh_list list)
{
    uh_json_list(to->json, name);
    for (uint32_t i = 0; i < list.count; i++) {
        text(to, NULL, uh_catalogue_list_text(to->catalogue, list, i));
    }
    uh_json_end_list(to->json);
}

static void needs(teller *to, uint32_t equipment)
{
    to->words[0] = '\0';
    (void)uh_equipment_words(to->page->language, equipment, to->words, sizeof to->words);
    uh_json_text(to->json, "needs", to->words);
}

/* -- all of them, in a few words each -- */

static void brief(teller *to, uint32_t index)
{
    const uh_exercise *exercise = uh_catalogue_exercise(to->catalogue, index);
    const uh_variant *form = uh_exercise_variant(to->catalogue, exercise, 0);
    uint32_t contexts = 0;
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        const uh_variant *other = uh_exercise_variant(to->catalogue, exercise, i);
        contexts |= other->contexts;
    }
    uh_json_object(to->json, NULL);
    uh_json_number(to->json, "index", index);
    key(to, "key", exercise->key);
    text(to, "name", exercise->name);
    message(to, "position", UH_MSG_POSITION_STANDING + form->position);
    needs(to, form->equipment);
    set_keys(to, "contexts", contexts, uh_context_name);
    uh_json_end_object(to->json);
}

void uh_tell_stretches(uh_json *json, const uh_page *page)
{
    teller to = teller_of(json, page);
    uh_json_list(json, NULL);
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(page->catalogue); i++) {
        brief(&to, i);
    }
    uh_json_end_list(json);
}

/* -- one of them, whole -- */

static void sides(teller *to, const uh_sides *both)
{
    uh_json_object(to->json, "sides");
    text(to, "left", both->left);
    text(to, "right", both->right);
    phrase(to, "words",
           both->kind == UH_SIDES_BOTH
               ? uh_say(UH_MSG_SIDES_BOTH)
               : uh_say2(UH_MSG_SHOW_FIRST_THEN, uh_catalogue_argument(both->left),
                         uh_catalogue_argument(both->right)));
    uh_json_end_object(to->json);
}

static void felt(teller *to, const uh_felt *where)
{
    uh_json_object(to->json, "felt");
    text(to, "here", where->here);
    text(to, "elsewhere", where->elsewhere);
    text(to, "claim", where->claim);
    uh_json_end_object(to->json);
}

static void signs(teller *to, const char *name, uh_list list)
{
    uh_json_list(to->json, name);
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_sign *sign = uh_catalogue_sign(to->catalogue, list, i);
        uh_json_object(to->json, NULL);
        text(to, "sign", sign->sign);
        text(to, "action", sign->action);
        uh_json_end_object(to->json);
    }
    uh_json_end_list(to->json);
}

/* Names after each other; a stretch of one's own may have none. */
static void aliases(teller *to, uh_list list)
{
    char joined[UH_PAGE_TEXT_MAX];
    uh_buffer buffer = {joined, sizeof joined, 0};
    const uh_out out = uh_out_to_buffer(&buffer);
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_text name = uh_catalogue_alias(to->catalogue, list, i)->name;
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, uh_page_render_text(to->page, name, to->words));
    }
    uh_json_text(to->json, "aliases", joined);
}

static void steps(teller *to, const uh_exercise *exercise, uint32_t variant)
{
    const uint32_t count = uh_exercise_step_count(to->catalogue, exercise, variant);
    uh_json_list(to->json, "steps");
    for (uint32_t i = 0; i < count; i++) {
        const uh_step *step = uh_exercise_step(to->catalogue, exercise, variant, i);
        uh_json_object(to->json, NULL);
        uh_json_text(to->json, "at", uh_step_at_name(step->at));
        key(to, "pose", step->pose);
        text(to, "text", step->text != 0 ? step->text : step->cue);
        uh_json_end_object(to->json);
    }
    uh_json_end_list(to->json);
}

static void parts(teller *to, const uh_variant *form)
{
    uh_json_list(to->json, "parts");
    for (uint32_t i = 0; i < form->parts.count; i++) {
        const uh_part *part = uh_variant_part(to->catalogue, form, i);
        uh_json_object(to->json, NULL);
        uh_json_text(to->json, "kind", uh_part_kind_name(part->kind));
        key(to, "pose", part->pose);
        text(to, "label", part->label);
        uh_json_end_object(to->json);
    }
    uh_json_end_list(to->json);
}

static void amount(teller *to, const char *name, const uh_dose_row *row, int32_t value)
{
    if (value == UH_UNKNOWN) {
        uh_json_null(to->json, name);
    } else {
        uh_json_text(to->json, name, uh_dose_render(to->page, row, value, to->words));
    }
}

static void doses(teller *to, const uh_dose_range *dose)
{
    uh_json_list(to->json, "doses");
    for (uint32_t i = 0; i < UH_DOSE_ROWS; i++) {
        const uh_dose_row *row = &uh_dose_rows[i];
        const uh_dose_number *number = uh_dose_row_number(dose, i);
        if (!uh_dose_is_given(number)) {
            continue;
        }
        uh_json_object(to->json, NULL);
        message(to, "name", row->name);
        amount(to, "amount", row, number->design.usual);
        amount(to, "start", row, number->design.start);
        amount(to, "most", row, number->design.ceiling);
        uh_json_text(to->json, "stated",
                     uh_dose_render_source(to->page, row, &number->source, true, to->words));
        cite(to, "ours", number->design.reason);
        uh_json_end_object(to->json);
    }
    uh_json_end_list(to->json);
}

static void form(teller *to, const uh_exercise *exercise, uint32_t index)
{
    const uh_variant *of = uh_exercise_variant(to->catalogue, exercise, index);
    uh_json_object(to->json, NULL);
    uh_json_number(to->json, "index", index);
    key(to, "key", of->key);
    text(to, "name", of->name);
    text(to, "note", of->note);
    message(to, "position", UH_MSG_POSITION_STANDING + of->position);
    needs(to, of->equipment);
    set_words(to, "contexts", of->contexts, UH_CONTEXT_COUNT, UH_MSG_CONTEXT_ANY);
    message(to, "mode", UH_MSG_MODE_HOLD + of->mode);
    set_words(to, "asks_for", of->opt_in, UH_OPT_IN_COUNT, UH_MSG_OPT_IN_OVERPRESSURE);
    steps(to, exercise, index);
    parts(to, of);
    doses(to, &of->dose);
    uh_json_end_object(to->json);
}

static void about(teller *to, const uh_exercise *exercise)
{
    key(to, "key", exercise->key);
    text(to, "name", exercise->name);
    text(to, "summary", exercise->summary);
    set_words(to, "regions", exercise->regions, UH_REGION_COUNT, UH_MSG_REGION_THORACIC);
    text(to, "take_care", exercise->not_for_why);
    text(to, "breathing", exercise->breathing.text);
    text(to, "space", exercise->space.text);
    texts(to, "take_off", exercise->take_off);
    aliases(to, exercise->aliases);
}

void uh_tell_stretch(uh_json *json, const uh_page *page, uint32_t exercise)
{
    teller to = teller_of(json, page);
    const uh_exercise *of = uh_catalogue_exercise(page->catalogue, exercise);
    uh_json_object(json, NULL);
    uh_json_number(json, "index", exercise);
    about(&to, of);
    sides(&to, &of->sides);
    felt(&to, &of->felt);
    signs(&to, "corrections", of->corrections);
    signs(&to, "stops", of->stops);
    texts(&to, "easier", of->easier);
    texts(&to, "harder", of->harder);
    cite(&to, "from", of->cite);
    if (uh_exercise_has_therapist(of)) {
        phrase(&to, "therapist", uh_therapist_phrase(of));
    } else {
        uh_json_null(json, "therapist");
    }
    uh_json_list(json, "forms");
    for (uint32_t i = 0; i < of->variants.count; i++) {
        form(&to, of, i);
    }
    uh_json_end_list(json);
    uh_json_end_object(json);
}

/* -- routines and advice -- */

static void recipe(teller *to, uint32_t index)
{
    const uh_routine_recipe *of = uh_catalogue_recipe(to->catalogue, index);
    uh_json_object(to->json, NULL);
    uh_json_number(to->json, "index", index);
    key(to, "key", of->key);
    text(to, "name", of->name);
    text(to, "summary", of->summary);
    uh_json_text(to->json, "context", uh_context_name(of->context));
    needs(to, of->equipment);
    uh_json_list(to->json, "stretches");
    for (uint32_t i = 0; i < of->lines.count; i++) {
        const uh_routine_line *line = uh_catalogue_line(to->catalogue, of->lines, i);
        uint32_t exercise = 0;
        if (uh_catalogue_find_exercise(to->catalogue,
                                       uh_catalogue_text(to->catalogue, line->exercise),
                                       &exercise) == UH_OK) {
            uh_json_number(to->json, NULL, exercise);
        }
    }
    uh_json_end_list(to->json);
    uh_json_end_object(to->json);
}

void uh_tell_recipes(uh_json *json, const uh_page *page)
{
    teller to = teller_of(json, page);
    uh_json_list(json, NULL);
    for (uint32_t i = 0; i < uh_catalogue_routine_count(page->catalogue); i++) {
        recipe(&to, i);
    }
    uh_json_end_list(json);
}

static void points(teller *to, const char *name, uh_list list)
{
    uh_json_list(to->json, name);
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_advice *point = uh_catalogue_point(to->catalogue, list, i);
        uh_json_object(to->json, NULL);
        text(to, "text", point->text);
        cite(to, "from", point->cite);
        uh_json_end_object(to->json);
    }
    uh_json_end_list(to->json);
}

void uh_tell_topics(uh_json *json, const uh_page *page)
{
    teller to = teller_of(json, page);
    uh_json_list(json, NULL);
    for (uint32_t i = 0; i < uh_catalogue_topic_count(page->catalogue); i++) {
        const uh_topic *topic = uh_catalogue_topic(page->catalogue, i);
        uh_json_object(json, NULL);
        key(&to, "key", topic->key);
        text(&to, "title", topic->title);
        text(&to, "summary", topic->summary);
        points(&to, "points", topic->points);
        points(&to, "warnings", topic->warnings);
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}
