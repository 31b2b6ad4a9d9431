/* SPDX-License-Identifier: MIT */
/* One YAML file into the draft, by the schema table. Every mistake is told; reading goes on after
 * it. */
#include <string.h>

#include "catalogue/near.h"
#include "catalogue/reading.h"

static yaml_node_t *node_of(const struct reading *reading, int index)
{
    return yaml_document_get_node(reading->document, index);
}

/* -- lists -- */

static uint32_t entries(const yaml_node_t *node)
{
    return (uint32_t)(node->data.sequence.items.top - node->data.sequence.items.start);
}

static yaml_node_t *entry(const struct reading *reading, const yaml_node_t *node, uint32_t index)
{
    return node_of(reading, node->data.sequence.items.start[index]);
}

/* A list of min to max entries; says so where it is not. ret_count: how many of them are worth
 * reading. */
static bool is_list(struct reading *reading, const yaml_node_t *node, const uh_field *field,
                    uint32_t max, uint32_t *ret_count)
{
    *ret_count = 0;
    if (!uh_is_shaped(reading, node, YAML_SEQUENCE_NODE, field->key)) {
        return false;
    }
    const uint32_t count = entries(node);
    *ret_count = count < max ? count : max;
    if (count < (uint32_t)field->min || count > max) {
        uh_reading_complain(reading, node,
                            uh_say4(UH_MSG_FILE_ENTRIES, uh_number(count), uh_literal(field->key),
                                    uh_number(field->min), uh_number(max)));
        return false;
    }
    return true;
}

static bool bind_flags(struct reading *reading, yaml_node_t *node, const uh_field *field,
                       uint32_t at)
{
    uint32_t count;
    uint32_t flags = 0;
    bool good = is_list(reading, node, field, field->choices, &count);
    for (uint32_t i = 0; i < count; i++) {
        yaml_node_t *item = entry(reading, node, i);
        uint32_t choice;
        if (!uh_is_shaped(reading, item, YAML_SCALAR_NODE, field->key) ||
            !uh_bind_choice(reading, item, field, &choice)) {
            good = false;
            continue;
        }
        if (flags & 1u << choice) {
            uh_reading_complain(
                reading, item,
                uh_say2(UH_MSG_FILE_CHOICE_TWICE, uh_quote(reading, item), uh_literal(field->key)));
            good = false;
        }
        flags |= 1u << choice;
    }
    uh_block_set_word(&reading->binder->draft, at, flags);
    return good;
}

/* Room for a list, entered at `at`; 0: nothing to read or no memory. */
static uint32_t claim_list(struct reading *reading, uint32_t at, uint32_t count, uint32_t size)
{
    uh_block *draft = &reading->binder->draft;
    const uint32_t start = count ? uh_block_claim(draft, count * size) : 0;
    if (start) {
        uh_block_set_word(draft, at, start);
        uh_block_set_word(draft, at + 4, count);
    }
    return start;
}

static bool bind_texts(struct reading *reading, yaml_node_t *node, const uh_field *field,
                       uint32_t at)
{
    uint32_t count;
    bool good = is_list(reading, node, field, (uint32_t)field->max, &count);
    const uint32_t start = claim_list(reading, at, count, sizeof(uh_text));
    for (uint32_t i = 0; start && i < count; i++) {
        good &= uh_bind_text(reading, entry(reading, node, i), field, start + i * 4);
    }
    return good;
}

static void bind_record(struct reading *reading, const yaml_node_t *node,
                        const uh_record_type *type, uint32_t at);

static void add_spot(struct reading *reading, const yaml_node_t *node, uint32_t at, const char *key,
                     bool bad)
{
    uh_binder_add_spot(reading->binder, (uh_spot){.at = at,
                                                  .key = key,
                                                  .line = (uint32_t)node->start_mark.line + 1,
                                                  .column = (uint32_t)node->start_mark.column + 1,
                                                  .bad = bad});
}

static bool bind_records(struct reading *reading, yaml_node_t *node, const uh_field *field,
                         uint32_t at)
{
    const uh_record_type *type = field->record;
    uint32_t count;
    const bool good = is_list(reading, node, field, (uint32_t)field->max, &count);
    const uint32_t start = claim_list(reading, at, count, type->size);
    for (uint32_t i = 0; start && i < count; i++) {
        yaml_node_t *item = entry(reading, node, i);
        const uint32_t place = start + i * type->size;
        uh_block_set_absent(&reading->binder->draft, type, place);
        const bool record = uh_is_shaped(reading, item, YAML_MAPPING_NODE, type->what);
        add_spot(reading, item, place, type->what, !record);
        if (record) {
            bind_record(reading, item, type, place);
        }
    }
    return good;
}

static bool bind_inner_record(struct reading *reading, yaml_node_t *node, const uh_field *field,
                              uint32_t at)
{
    if (!uh_is_shaped(reading, node, YAML_MAPPING_NODE, field->key)) {
        return false;
    }
    bind_record(reading, node, field->record, at);
    return true;
}

/* -- records -- */

static uh_value_binder *const value_binders[UH_FIELD_KIND_COUNT] = {
    [UH_FIELD_TEXT] = uh_bind_text,        [UH_FIELD_KEY] = uh_bind_text,
    [UH_FIELD_CITE] = uh_bind_text,        [UH_FIELD_DATE] = uh_bind_text,
    [UH_FIELD_INTEGER] = uh_bind_number,   [UH_FIELD_SECONDS] = uh_bind_number,
    [UH_FIELD_METRES] = uh_bind_number,    [UH_FIELD_BOOL] = uh_bind_bool,
    [UH_FIELD_ENUM] = uh_bind_enum,        [UH_FIELD_FLAGS] = bind_flags,
    [UH_FIELD_RECORD] = bind_inner_record, [UH_FIELD_RECORDS] = bind_records,
    [UH_FIELD_TEXTS] = bind_texts,         [UH_FIELD_ANGLES] = uh_bind_angles,
    [UH_FIELD_VECTOR] = uh_bind_vector,
};

/* The field of this name; NULL, and said so, where there is none. */
static const uh_field *find_field(struct reading *reading, const yaml_node_t *key,
                                  const uh_record_type *type)
{
    uh_near near = uh_near_to(uh_scalar(key));
    for (uint32_t i = 0; i < type->field_count; i++) {
        if (strcmp(type->fields[i].key, uh_scalar(key)) == 0) {
            return &type->fields[i];
        }
        uh_near_try(&near, type->fields[i].key);
    }
    const uh_argument name = uh_quote(reading, key);
    const uh_argument what = uh_literal(type->what);
    uh_reading_complain(
        reading, key,
        near.best ? uh_say3(UH_MSG_FILE_KEY_UNKNOWN_HINT, name, what, uh_literal(near.best))
                  : uh_say2(UH_MSG_FILE_KEY_UNKNOWN, name, what));
    return NULL;
}

/* One "key: value" line. `given` has a bit for each field met so far. */
static void bind_pair(struct reading *reading, const yaml_node_pair_t *pair,
                      const uh_record_type *type, uint32_t at, uint32_t *given)
{
    const yaml_node_t *key = node_of(reading, pair->key);
    yaml_node_t *value = node_of(reading, pair->value);
    if (key->type != YAML_SCALAR_NODE) {
        uh_reading_complain(reading, key, uh_say(UH_MSG_FILE_KEY_TEXT));
        return;
    }
    const uh_field *field = find_field(reading, key, type);
    if (!field) {
        return;
    }
    const uint32_t bit = 1u << (field - type->fields);
    if (*given & bit) {
        uh_reading_complain(reading, key, uh_say1(UH_MSG_FILE_KEY_TWICE, uh_literal(field->key)));
        return;
    }
    *given |= bit;
    const bool good = value_binders[field->kind](reading, value, field, at + field->offset);
    add_spot(reading, value, at + field->offset, field->key, !good);
}

static void bind_record(struct reading *reading, const yaml_node_t *node,
                        const uh_record_type *type, uint32_t at)
{
    uint32_t given = 0;
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        bind_pair(reading, pair, type, at, &given);
    }
    for (uint32_t i = 0; i < type->field_count; i++) {
        if (type->fields[i].required && !(given & 1u << i)) {
            uh_reading_complain(reading, node,
                                uh_say2(UH_MSG_FILE_KEY_MISSING, uh_literal(type->what),
                                        uh_literal(type->fields[i].key)));
        }
    }
}

/* -- the file -- */

static uh_document document_of_key(const char *key)
{
    uh_document kind = 0;
    while (kind < UH_DOCUMENT_COUNT && strcmp(uh_catalogue_schema(kind)->fields[0].key, key) != 0) {
        kind++;
    }
    return kind;
}

/* What kind of document it is, by the first key that says so; UH_DOCUMENT_COUNT: none does. */
static uh_document document_of(const struct reading *reading, const yaml_node_t *root)
{
    uh_document kind = UH_DOCUMENT_COUNT;
    if (root->type != YAML_MAPPING_NODE) {
        return kind;
    }
    for (const yaml_node_pair_t *pair = root->data.mapping.pairs.start;
         kind == UH_DOCUMENT_COUNT && pair < root->data.mapping.pairs.top; pair++) {
        const yaml_node_t *key = node_of(reading, pair->key);
        kind = key->type == YAML_SCALAR_NODE ? document_of_key(uh_scalar(key)) : UH_DOCUMENT_COUNT;
    }
    return kind;
}

static void bind_document(struct reading *reading, const yaml_node_t *root)
{
    uh_binder *binder = reading->binder;
    const uh_document kind = document_of(reading, root);
    if (kind == UH_DOCUMENT_COUNT) {
        uh_reading_complain(reading, root, uh_say(UH_MSG_FILE_NO_DOCUMENT));
        return;
    }
    const uh_record_type *type = uh_catalogue_schema(kind);
    const uint32_t first_spot = binder->spot_count;
    const uint32_t at = uh_block_claim(&binder->draft, type->size);
    if (!at) {
        return;
    }
    uh_block_set_absent(&binder->draft, type, at);
    add_spot(reading, root, at, type->what, false);
    bind_record(reading, root, type, at);
    uh_binder_add_document(binder,
                           (uh_draft_document){.kind = kind,
                                               .at = at,
                                               .file = reading->file,
                                               .first_spot = first_spot,
                                               .spot_count = binder->spot_count - first_spot,
                                               .clean = reading->complaints == 0});
}

void uh_bind_file(uh_binder *binder, uint32_t file, const unsigned char *bytes, size_t length)
{
    yaml_parser_t parser;
    yaml_document_t document;
    struct reading reading = {.binder = binder, .file = file, .document = &document};
    uh_reading_pass_mark(&bytes, &length);
    if (!uh_reading_scan(&reading, bytes, length) ||
        !uh_reading_start(&reading, &parser, bytes, length)) {
        return;
    }
    if (yaml_parser_load(&parser, &document)) {
        bind_document(&reading, yaml_document_get_root_node(&document));
        yaml_document_delete(&document);
    } else {
        uh_reading_complain_syntax(&reading, &parser, bytes, length);
    }
    yaml_parser_delete(&parser);
}
