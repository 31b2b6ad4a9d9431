/* SPDX-License-Identifier: MIT */
#include "unhunch/catalogue.h"

#include <string.h>

#include "core/motion_names.h"
#include "unhunch/own.h"
#include "unhunch/schema.h"

/* -- the check -- */

/* Work is bounded by the schema, not by the image: lists and texts have a most, records do not nest
 * in themselves. `optional`: the record may be one that was left out, so what it requires may be
 * missing. */
typedef bool field_check(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                         bool optional);

static bool good_record(const uh_catalogue *catalogue, const uh_record_type *type, uint32_t at,
                        bool optional);

static uint32_t word_at(const uh_catalogue *catalogue, uint32_t at)
{
    uint32_t word;
    memcpy(&word, catalogue->image + at, sizeof(word));
    return word;
}

static bool good_text_at(const uh_catalogue *catalogue, const uh_field *field, uh_text text)
{
    if (text < sizeof(uh_image_header) || text >= catalogue->size) {
        return false;
    }
    enum { LONGEST = 4096 }; /* bytes; above four times any field's most */
    const char *start = (const char *)catalogue->image + text;
    const uint32_t left = catalogue->size - text;
    const char *end = memchr(start, 0, left < LONGEST ? left : LONGEST);
    return end && uh_field_text_fault(field, start, (uint32_t)(end - start)) == UH_TEXT_GOOD;
}

static bool good_text(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                      bool optional)
{
    const uh_text text = word_at(catalogue, at);
    return text == 0 ? optional || !field->required : good_text_at(catalogue, field, text);
}

static bool good_number(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                        bool optional)
{
    int32_t number;
    memcpy(&number, catalogue->image + at, sizeof(number));
    return (number >= field->min && number <= field->max) ||
           (number == field->absent && (optional || !field->required));
}

static bool good_bool(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                      bool optional)
{
    (void)field;
    (void)optional;
    return word_at(catalogue, at) <= 1;
}

static bool good_enum(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                      bool optional)
{
    (void)optional;
    return word_at(catalogue, at) < field->choices;
}

static bool good_flags(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                       bool optional)
{
    const uint32_t flags = word_at(catalogue, at);
    return flags >> field->choices == 0 && (flags != 0 || optional || field->min == 0);
}

static bool good_part_record(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                             bool optional)
{
    return good_record(catalogue, field->record, at, optional || !field->required);
}

static uh_list list_at(const uh_catalogue *catalogue, uint32_t at)
{
    return (uh_list){word_at(catalogue, at), word_at(catalogue, at + 4)};
}

/* Does it lie in the image, and is every element good? */
static bool good_list(const uh_catalogue *catalogue, const uh_record_type *element, uh_list list,
                      uint32_t min, uint32_t max)
{
    if (list.count < min || list.count > max) {
        return false;
    }
    if (list.count > 0 && (list.offset % 4 != 0 || list.offset < sizeof(uh_image_header) ||
                           list.offset > catalogue->size ||
                           list.count > (catalogue->size - list.offset) / element->size)) {
        return false;
    }
    for (uint32_t i = 0; i < list.count; i++) {
        if (!good_record(catalogue, element, list.offset + i * element->size, false)) {
            return false;
        }
    }
    return true;
}

static bool good_elements(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                          bool optional)
{
    (void)optional;
    return good_list(catalogue, uh_field_element(field), list_at(catalogue, at),
                     (uint32_t)field->min, (uint32_t)field->max);
}

static bool good_angles(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                        bool optional)
{
    const uh_list list = list_at(catalogue, at);
    if (!good_elements(catalogue, field, at, optional)) {
        return false;
    }
    for (uint32_t i = 0; i < list.count; i++) {
        if (!uh_joint_angle_good(uh_catalogue_angle(catalogue, list, i))) {
            return false;
        }
    }
    return true;
}

static bool good_vector(const uh_catalogue *catalogue, const uh_field *field, uint32_t at,
                        bool optional)
{
    (void)optional;
    for (uint32_t i = 0; i < 3; i++) {
        const int32_t number = (int32_t)word_at(catalogue, at + 4 * i);
        if (number < field->min || number > field->max) {
            return false;
        }
    }
    return true;
}

static field_check *const checks[UH_FIELD_KIND_COUNT] = {
    [UH_FIELD_TEXT] = good_text,          [UH_FIELD_KEY] = good_text,
    [UH_FIELD_CITE] = good_text,          [UH_FIELD_DATE] = good_text,
    [UH_FIELD_INTEGER] = good_number,     [UH_FIELD_SECONDS] = good_number,
    [UH_FIELD_METRES] = good_number,      [UH_FIELD_BOOL] = good_bool,
    [UH_FIELD_ENUM] = good_enum,          [UH_FIELD_FLAGS] = good_flags,
    [UH_FIELD_RECORD] = good_part_record, [UH_FIELD_RECORDS] = good_elements,
    [UH_FIELD_TEXTS] = good_elements,     [UH_FIELD_ANGLES] = good_angles,
    [UH_FIELD_VECTOR] = good_vector,
};

static bool good_record(const uh_catalogue *catalogue, const uh_record_type *type, uint32_t at,
                        bool optional)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const uh_field *field = &type->fields[i];
        if (!checks[field->kind](catalogue, field, at + field->offset, optional)) {
            return false;
        }
    }
    return true;
}

/* -- what no single field can say, and the session relies on -- */

static bool rising(const uh_design_range *design)
{
    return design->start <= design->usual && design->usual <= design->ceiling;
}

/* Number of hold parts; UINT32_MAX where a part is timed that should not be, or the other way
 * round. */
static uint32_t hold_parts(const uh_catalogue *catalogue, const uh_variant *variant)
{
    uint32_t holds = 0;
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        const uh_part *part = uh_variant_part(catalogue, variant, i);
        if ((part->kind == UH_PART_HOLD) != (part->ms == 0)) {
            return UINT32_MAX;
        }
        holds += part->kind == UH_PART_HOLD;
    }
    return holds;
}

static bool playable(const uh_catalogue *catalogue, const uh_variant *variant)
{
    const uh_dose_range *dose = &variant->dose;
    const uint32_t holds = hold_parts(catalogue, variant);
    const bool held = variant->mode == UH_MODE_HOLD || variant->mode == UH_MODE_ALTERNATING_HOLDS;
    if (holds == UINT32_MAX || (held && holds == 0)) {
        return false;
    }
    const bool dosed = holds > 0 ? dose->hold.design.start > 0 : dose->hold.design.ceiling < 0;
    return dosed && rising(&dose->hold.design) && rising(&dose->repetitions.design) &&
           rising(&dose->sets.design) && rising(&dose->per_day.design);
}

static bool sound_exercise(const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    const bool sided = exercise->sides.kind != UH_SIDES_BOTH;
    if ((exercise->sides.left != 0) != sided || (exercise->sides.right != 0) != sided) {
        return false;
    }
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        if (!playable(catalogue, uh_exercise_variant(catalogue, exercise, i))) {
            return false;
        }
    }
    return uh_own_is_sound(catalogue, exercise);
}

static const char magic[4] = {'u', 'h', 'c', 'a'};

static bool good_header(const uh_image_header *header, size_t size)
{
    return header->size == size && header->reserved == 0;
}

uh_status uh_catalogue_open(const void *image, size_t size, uh_catalogue *ret_catalogue)
{
    UH_ASSERT((uintptr_t)image % 8 == 0);
    uh_image_header header;
    if (size < sizeof(header) || size > UH_IMAGE_MAX) {
        return UH_ERR_FORMAT;
    }
    memcpy(&header, image, sizeof(header));
    if (memcmp(header.magic, magic, sizeof(magic)) != 0) {
        return UH_ERR_FORMAT;
    }
    if (header.version != UH_CATALOGUE_VERSION) {
        return UH_ERR_VERSION;
    }
    if (!good_header(&header, size)) {
        return UH_ERR_FORMAT;
    }
    const uh_catalogue catalogue = {image, (uint32_t)size};
    for (uh_document document = 0; document < UH_DOCUMENT_COUNT; document++) {
        if (!good_list(&catalogue, uh_catalogue_schema(document), header.documents[document], 0,
                       uh_catalogue_document_limit(document))) {
            return UH_ERR_FORMAT;
        }
    }
    for (uint32_t i = 0; i < header.documents[UH_DOCUMENT_EXERCISE].count; i++) {
        if (!sound_exercise(&catalogue, uh_catalogue_exercise(&catalogue, i))) {
            return UH_ERR_FORMAT;
        }
    }
    *ret_catalogue = catalogue;
    return UH_OK;
}

/* -- accessors
 * --------------------------------------------------------------------------------------------------
 */

static const void *element(const uh_catalogue *catalogue, uh_list list, size_t size, uint32_t index)
{
    UH_ASSERT(index < list.count);
    return catalogue->image + list.offset + size * index;
}

static uh_list documents(const uh_catalogue *catalogue, uh_document document)
{
    const void *image = catalogue->image;
    const uh_image_header *header = image;
    return header->documents[document];
}

const char *uh_catalogue_text(const uh_catalogue *catalogue, uh_text text)
{
    return text ? (const char *)catalogue->image + text : "";
}

uint32_t uh_catalogue_exercise_count(const uh_catalogue *catalogue)
{
    return documents(catalogue, UH_DOCUMENT_EXERCISE).count;
}

uint32_t uh_catalogue_routine_count(const uh_catalogue *catalogue)
{
    return documents(catalogue, UH_DOCUMENT_ROUTINE).count;
}

uint32_t uh_catalogue_topic_count(const uh_catalogue *catalogue)
{
    return documents(catalogue, UH_DOCUMENT_TOPIC).count;
}

const uh_exercise *uh_catalogue_exercise(const uh_catalogue *catalogue, uint32_t index)
{
    return element(catalogue, documents(catalogue, UH_DOCUMENT_EXERCISE), sizeof(uh_exercise),
                   index);
}

const uh_routine_recipe *uh_catalogue_recipe(const uh_catalogue *catalogue, uint32_t index)
{
    return element(catalogue, documents(catalogue, UH_DOCUMENT_ROUTINE), sizeof(uh_routine_recipe),
                   index);
}

const uh_topic *uh_catalogue_topic(const uh_catalogue *catalogue, uint32_t index)
{
    return element(catalogue, documents(catalogue, UH_DOCUMENT_TOPIC), sizeof(uh_topic), index);
}

/* The records of documents and variants begin with their key. */
static uh_status find_key(const uh_catalogue *catalogue, uh_list list, size_t size, const char *key,
                          uint32_t *ret_index)
{
    for (uint32_t i = 0; i < list.count; i++) {
        const uh_text *text = element(catalogue, list, size, i);
        if (strcmp(uh_catalogue_text(catalogue, *text), key) == 0) {
            *ret_index = i;
            return UH_OK;
        }
    }
    return UH_ERR_UNKNOWN;
}

uh_status uh_catalogue_find_exercise(const uh_catalogue *catalogue, const char *key,
                                     uint32_t *ret_index)
{
    return find_key(catalogue, documents(catalogue, UH_DOCUMENT_EXERCISE), sizeof(uh_exercise), key,
                    ret_index);
}

uh_status uh_catalogue_find_recipe(const uh_catalogue *catalogue, const char *key,
                                   uint32_t *ret_index)
{
    return find_key(catalogue, documents(catalogue, UH_DOCUMENT_ROUTINE), sizeof(uh_routine_recipe),
                    key, ret_index);
}

uh_status uh_catalogue_find_topic(const uh_catalogue *catalogue, const char *key,
                                  uint32_t *ret_index)
{
    return find_key(catalogue, documents(catalogue, UH_DOCUMENT_TOPIC), sizeof(uh_topic), key,
                    ret_index);
}

uint32_t uh_catalogue_stance_count(const uh_catalogue *catalogue)
{
    return documents(catalogue, UH_DOCUMENT_STANCE).count;
}

const uh_stance *uh_catalogue_stance(const uh_catalogue *catalogue, uint32_t index)
{
    return element(catalogue, documents(catalogue, UH_DOCUMENT_STANCE), sizeof(uh_stance), index);
}

uh_status uh_catalogue_find_stance(const uh_catalogue *catalogue, const char *key,
                                   uint32_t *ret_index)
{
    return find_key(catalogue, documents(catalogue, UH_DOCUMENT_STANCE), sizeof(uh_stance), key,
                    ret_index);
}

uh_status uh_catalogue_find_variant(const uh_catalogue *catalogue, const uh_exercise *exercise,
                                    const char *key, uint32_t *ret_index)
{
    return find_key(catalogue, exercise->variants, sizeof(uh_variant), key, ret_index);
}

const uh_variant *uh_exercise_variant(const uh_catalogue *catalogue, const uh_exercise *exercise,
                                      uint32_t index)
{
    return element(catalogue, exercise->variants, sizeof(uh_variant), index);
}

static uh_list steps_of(const uh_catalogue *catalogue, const uh_exercise *exercise,
                        uint32_t variant)
{
    const uh_list own = uh_exercise_variant(catalogue, exercise, variant)->steps;
    return own.count ? own : exercise->steps;
}

const uh_step *uh_exercise_step(const uh_catalogue *catalogue, const uh_exercise *exercise,
                                uint32_t variant, uint32_t index)
{
    return element(catalogue, steps_of(catalogue, exercise, variant), sizeof(uh_step), index);
}

uint32_t uh_exercise_step_count(const uh_catalogue *catalogue, const uh_exercise *exercise,
                                uint32_t variant)
{
    return steps_of(catalogue, exercise, variant).count;
}

const uh_part *uh_variant_part(const uh_catalogue *catalogue, const uh_variant *variant,
                               uint32_t index)
{
    return element(catalogue, variant->parts, sizeof(uh_part), index);
}

const uh_sign *uh_catalogue_sign(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_sign), index);
}

const uh_advice *uh_catalogue_point(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_advice), index);
}

const uh_alias *uh_catalogue_alias(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_alias), index);
}

const uh_routine_line *uh_catalogue_line(const uh_catalogue *catalogue, uh_list list,
                                         uint32_t index)
{
    return element(catalogue, list, sizeof(uh_routine_line), index);
}

const uh_joint_angle *uh_catalogue_angle(const uh_catalogue *catalogue, uh_list list,
                                         uint32_t index)
{
    return element(catalogue, list, sizeof(uh_joint_angle), index);
}

const uh_keep *uh_catalogue_keep(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_keep), index);
}

const uh_key_pose *uh_catalogue_pose(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_key_pose), index);
}

const uh_camera *uh_catalogue_camera(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_camera), index);
}

const uh_thing *uh_catalogue_thing(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_thing), index);
}

const uh_pointer *uh_catalogue_pointer(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    return element(catalogue, list, sizeof(uh_pointer), index);
}

uh_text uh_catalogue_list_text(const uh_catalogue *catalogue, uh_list list, uint32_t index)
{
    const uh_text *text = element(catalogue, list, sizeof(uh_text), index);
    return *text;
}
