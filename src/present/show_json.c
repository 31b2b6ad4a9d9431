/* SPDX-License-Identifier: MIT */
#include "present/dose.h"
#include "present/own.h"
#include "unhunch/motion.h"

/* What is being shown. */
typedef struct subject {
    uh_json *json;
    const uh_catalogue *catalogue;
    const uh_exercise *exercise;
    uint32_t index; /* of the exercise */
} subject;

static void text(const subject *of, const char *key, uh_text value)
{
    uh_json_text(of->json, key, uh_catalogue_text(of->catalogue, value));
}

/* A bit set as the list of its names. */
static void set(const subject *of, const char *key, uint32_t bits, const char *(*name)(uint32_t))
{
    uh_json_list(of->json, key);
    for (uint32_t value = 0; name(value)[0] != '\0'; value++) {
        if ((bits >> value & 1U) != 0) {
            uh_json_text(of->json, NULL, name(value));
        }
    }
    uh_json_end_list(of->json);
}

static void texts(const subject *of, const char *key, uh_list list)
{
    uh_json_list(of->json, key);
    for (uint32_t i = 0; i < list.count; i++) {
        text(of, NULL, uh_catalogue_list_text(of->catalogue, list, i));
    }
    uh_json_end_list(of->json);
}

static void signs(const subject *of, const char *key, uh_list list)
{
    uh_json_list(of->json, key);
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_sign *sign = uh_catalogue_sign(of->catalogue, list, i);
        uh_json_object(of->json, NULL);
        text(of, "sign", sign->sign);
        text(of, "action", sign->action);
        text(of, "cite", sign->cite);
        uh_json_end_object(of->json);
    }
    uh_json_end_list(of->json);
}

static const uh_variant *variant_at(const subject *of, uint32_t index)
{
    return uh_exercise_variant(of->catalogue, of->exercise, index);
}

/* Does an earlier form have the same value? */
static bool is_new(const subject *of, uint32_t index, uint32_t (*value)(const uh_variant *variant))
{
    for (uint32_t i = 0; i < index; i++) {
        if (value(variant_at(of, i)) == value(variant_at(of, index))) {
            return false;
        }
    }
    return true;
}

static uint32_t position_of(const uh_variant *variant)
{
    return variant->position;
}

static uint32_t mode_of(const uh_variant *variant)
{
    return variant->mode;
}

/* Over all forms, the standard form first. */
static void union_of(const subject *of, const char *key,
                     uint32_t (*value)(const uh_variant *variant), const char *(*name)(uint32_t))
{
    uh_json_list(of->json, key);
    for (uint32_t i = 0; i < of->exercise->variants.count; i++) {
        if (is_new(of, i, value)) {
            uh_json_text(of->json, NULL, name(value(variant_at(of, i))));
        }
    }
    uh_json_end_list(of->json);
}

static void steps(const subject *of, uint32_t variant)
{
    uint32_t count = uh_exercise_step_count(of->catalogue, of->exercise, variant);
    uh_json_list(of->json, "steps");
    for (uint32_t i = 0; i < count; i++) {
        const uh_step *step = uh_exercise_step(of->catalogue, of->exercise, variant, i);
        uh_json_object(of->json, NULL);
        uh_json_text(of->json, "at", uh_step_at_name(step->at));
        text(of, "pose", step->pose);
        text(of, "cue", step->cue);
        text(of, "text", step->text);
        uh_json_end_object(of->json);
    }
    uh_json_end_list(of->json);
    uh_json_list(of->json, "cues");
    for (uint32_t i = 0; i < count; i++) {
        text(of, NULL, uh_exercise_step(of->catalogue, of->exercise, variant, i)->cue);
    }
    uh_json_end_list(of->json);
}

static void parts(const subject *of, const uh_variant *variant)
{
    uh_json_list(of->json, "parts");
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        const uh_part *part = uh_variant_part(of->catalogue, variant, i);
        uh_json_object(of->json, NULL);
        uh_json_text(of->json, "kind", uh_part_kind_name(part->kind));
        uh_json_number(of->json, "ms", part->ms);
        uh_json_text(of->json, "breath", uh_breath_name(part->breath));
        text(of, "pose", part->pose);
        text(of, "label", part->label);
        uh_json_end_object(of->json);
    }
    uh_json_end_list(of->json);
}

static void variant(const subject *of, uint32_t index)
{
    const uh_variant *form = variant_at(of, index);
    uh_json_object(of->json, NULL);
    text(of, "key", form->key);
    text(of, "name", form->name);
    uh_json_text(of->json, "position", uh_position_name(form->position));
    uh_json_text(of->json, "mode", uh_mode_name(form->mode));
    set(of, "equipment", form->equipment, uh_equipment_name);
    set(of, "contexts", form->contexts, uh_context_name);
    set(of, "opt_in", form->opt_in, uh_opt_in_name);
    set(of, "not_for", form->not_for, uh_limit_name);
    set(of, "not_for_inferred", uh_own_form_not_for(of->exercise, form).inferred, uh_limit_name);
    uh_json_text(of->json, "eyes", uh_eyes_name(form->eyes));
    uh_json_bool(of->json, "discreet", form->discreet != 0);
    uh_json_number(of->json, "setup_ms", form->setup_ms);
    uh_json_number(of->json, "side_ready_ms", form->side_ready_ms);
    uh_json_number(of->json, "finish_ms", form->finish_ms);
    uh_dose_json(of->json, of->catalogue, &form->dose);
    parts(of, form);
    if (form->steps.count > 0) {
        steps(of, index);
    }
    text(of, "note", form->note);
    uh_json_bool(of->json, "figure", uh_motion_known(of->catalogue, of->index, index));
    uh_json_end_object(of->json);
}

static void names(const subject *of)
{
    const uh_exercise *exercise = of->exercise;
    text(of, "key", exercise->key);
    text(of, "id", exercise->id);
    text(of, "name", exercise->name);
    text(of, "cite", exercise->cite);
    text(of, "summary", exercise->summary);
    uh_json_text(of->json, "family", uh_family_name(exercise->family));
    uh_json_text(of->json, "group", uh_group_name(exercise->group));
    uh_json_text(of->json, "kind", uh_kind_name(exercise->kind));
    set(of, "regions", exercise->regions, uh_region_name);
}

/* All contexts of all forms. */
static uint32_t contexts(const subject *of)
{
    uint32_t bits = 0;
    for (uint32_t i = 0; i < of->exercise->variants.count; i++) {
        bits |= variant_at(of, i)->contexts;
    }
    return bits;
}

static void sides(const subject *of)
{
    const uh_sides *kinds = &of->exercise->sides;
    uh_json_text(of->json, "sides", uh_sides_kind_name(kinds->kind));
    text(of, "left", kinds->left);
    text(of, "right", kinds->right);
    text(of, "sides_cite", kinds->cite);
}

static void place(const subject *of)
{
    const uh_variant *standard = variant_at(of, 0);
    union_of(of, "positions", position_of, uh_position_name);
    text(of, "position_cite", of->exercise->position_cite);
    set(of, "contexts", contexts(of), uh_context_name);
    set(of, "equipment", standard->equipment, uh_equipment_name);
    sides(of);
    uh_json_text(of->json, "mode", uh_mode_name(standard->mode));
    union_of(of, "modes", mode_of, uh_mode_name);
}

static void felt(const subject *of)
{
    const uh_felt *where = &of->exercise->felt;
    uh_json_object(of->json, "felt");
    text(of, "here", where->here);
    text(of, "elsewhere", where->elsewhere);
    text(of, "claim", where->claim);
    text(of, "cite", where->cite);
    uh_json_end_object(of->json);
}

static void space(const subject *of)
{
    const uh_space *room = &of->exercise->space;
    uh_json_object(of->json, "space");
    uh_json_known_seconds(of->json, "width_m", room->width_mm); /* thousandths, too */
    uh_json_known_seconds(of->json, "depth_m", room->depth_mm);
    text(of, "text", room->text);
    uh_json_end_object(of->json);
}

static void safety(const subject *of)
{
    const uh_exercise *exercise = of->exercise;
    signs(of, "corrections", exercise->corrections);
    signs(of, "stops", exercise->stops);
    set(of, "not_for", exercise->not_for, uh_limit_name);
    set(of, "not_for_inferred", uh_own_stretch_not_for(exercise).inferred, uh_limit_name);
    text(of, "not_for_why", exercise->not_for_why);
    text(of, "breathing", exercise->breathing.text);
    text(of, "breathing_cite", exercise->breathing.cite);
}

static void aliases(const subject *of)
{
    uh_list list = of->exercise->aliases;
    uh_json_list(of->json, "aliases");
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_alias *alias = uh_catalogue_alias(of->catalogue, list, i);
        uh_json_object(of->json, NULL);
        text(of, "name", alias->name);
        text(of, "note", alias->note);
        uh_json_end_object(of->json);
    }
    uh_json_end_list(of->json);
}

static void variants(const subject *of)
{
    uh_json_list(of->json, "variants");
    for (uint32_t i = 0; i < of->exercise->variants.count; i++) {
        variant(of, i);
    }
    uh_json_end_list(of->json);
}

void uh_show_exercise_json(uh_json *json, const uh_catalogue *catalogue, uint32_t exercise)
{
    subject of = {json, catalogue, uh_catalogue_exercise(catalogue, exercise), exercise};
    uh_json_object(json, NULL);
    names(&of);
    place(&of);
    uh_dose_json(json, catalogue, &variant_at(&of, 0)->dose);
    steps(&of, 0);
    safety(&of);
    felt(&of);
    space(&of);
    aliases(&of);
    texts(&of, "take_off", of.exercise->take_off);
    texts(&of, "easier", of.exercise->easier);
    texts(&of, "harder", of.exercise->harder);
    uh_therapist_json(json, catalogue, of.exercise);
    uh_json_bool(json, "figure", uh_motion_known(catalogue, exercise, 0));
    variants(&of);
    uh_json_end_object(json);
}
