/* SPDX-License-Identifier: MIT */
/* Joint angles by name, and places of three numbers. */
#include <string.h>

#include "catalogue/near.h"
#include "catalogue/reading.h"
#include "core/motion_names.h"
#include "unhunch/body.h"

/* -- places -- */

static bool bind_coordinate(struct reading *reading, yaml_node_t *node, const uh_field *field,
                            uint32_t at)
{
    int64_t number;
    const uh_argument key = uh_literal(field->key);
    if (!uh_is_shaped(reading, node, YAML_SCALAR_NODE, field->key)) {
        return false;
    }
    if (!uh_parse_number(uh_scalar(node), 3, &number)) {
        uh_reading_complain(reading, node,
                            uh_say2(UH_MSG_FILE_NOT_DECIMAL, key, uh_quote(reading, node)));
        return false;
    }
    if (number < field->min || number > field->max) {
        uh_reading_complain(reading, node,
                            uh_say4(UH_MSG_FILE_RANGE, key, uh_quote(reading, node),
                                    uh_seconds(field->min), uh_seconds(field->max)));
        return false;
    }
    uh_block_set_word(&reading->binder->draft, at, (uint32_t)(int32_t)number);
    return true;
}

bool uh_bind_vector(struct reading *reading, yaml_node_t *node, const uh_field *field, uint32_t at)
{
    if (!uh_is_shaped(reading, node, YAML_SEQUENCE_NODE, field->key)) {
        return false;
    }
    const yaml_node_item_t *items = node->data.sequence.items.start;
    const uint32_t count = (uint32_t)(node->data.sequence.items.top - items);
    if (count != 3) {
        uh_reading_complain(reading, node,
                            uh_say4(UH_MSG_FILE_ENTRIES, uh_number(count), uh_literal(field->key),
                                    uh_number(3), uh_number(3)));
        return false;
    }
    bool good = true;
    for (uint32_t i = 0; i < 3; i++) {
        yaml_node_t *item = yaml_document_get_node(reading->document, items[i]);
        good &= bind_coordinate(reading, item, field, at + 4 * i);
    }
    return good;
}

/* -- angles -- */

/* False, and said so: no joint angle has this name. */
static bool find_angle(struct reading *reading, const yaml_node_t *key, uh_angle_ref *ret_ref)
{
    if (uh_angle_find(uh_scalar(key), key->data.scalar.length, ret_ref) == UH_OK) {
        return true;
    }
    uh_near near = uh_near_to(uh_scalar(key));
    for (int i = 0; i < UH_ANGLE_COUNT; i++) {
        uh_near_try(&near, uh_angle_name((uh_angle)i));
        uh_near_try(&near, uh_angle_opposite_name((uh_angle)i));
    }
    const uh_argument name = uh_quote(reading, key);
    uh_reading_complain(reading, key,
                        near.best ? uh_say2(UH_MSG_FILE_ANGLE_HINT, name, uh_literal(near.best))
                                  : uh_say1(UH_MSG_FILE_ANGLE, name));
    return false;
}

static bool read_degrees(struct reading *reading, const yaml_node_t *key, yaml_node_t *value,
                         const uh_angle_ref *ref, uh_joint_angle *ret_angle)
{
    int64_t tenths;
    const uh_argument name = uh_quote(reading, key);
    if (!uh_is_shaped(reading, value, YAML_SCALAR_NODE, uh_scalar(key))) {
        return false;
    }
    if (!uh_parse_number(uh_scalar(value), 1, &tenths)) {
        uh_reading_complain(reading, value,
                            uh_say2(UH_MSG_FILE_NOT_DEGREES, name, uh_quote(reading, value)));
        return false;
    }
    *ret_angle = (uh_joint_angle){(uint32_t)ref->angle, (int32_t)(ref->sign * (double)tenths)};
    if (!uh_joint_angle_good(ret_angle)) {
        const uh_angle_limit limit = uh_angle_range(ref->angle);
        const double low = ref->sign > 0.0 ? limit.min_deg : -limit.max_deg;
        const double high = ref->sign > 0.0 ? limit.max_deg : -limit.min_deg;
        uh_reading_complain(reading, value,
                            uh_say4(UH_MSG_FILE_RANGE, name, uh_quote(reading, value),
                                    uh_number((int64_t)low), uh_number((int64_t)high)));
        return false;
    }
    return true;
}

typedef struct angle_list {
    uint32_t count;
    uh_joint_angle angle[2 * UH_POSE_ANGLES_MAX];
} angle_list;

/* A name without a side stands for two angles. */
static bool read_angle(struct reading *reading, const yaml_node_t *key, yaml_node_t *value,
                       angle_list *list)
{
    uh_angle_ref ref;
    uh_joint_angle angle;
    if (key->type != YAML_SCALAR_NODE) {
        uh_reading_complain(reading, key, uh_say(UH_MSG_FILE_KEY_TEXT));
        return false;
    }
    if (!find_angle(reading, key, &ref) || !read_degrees(reading, key, value, &ref, &angle)) {
        return false;
    }
    list->angle[list->count++] = angle;
    if (ref.both) {
        angle.angle += UH_ANGLES_PER_SIDE;
        list->angle[list->count++] = angle;
    }
    return true;
}

static void enter_angles(struct reading *reading, const angle_list *list, uint32_t at)
{
    uh_block *draft = &reading->binder->draft;
    const uint32_t size = list->count * (uint32_t)sizeof(uh_joint_angle);
    const uint32_t start = list->count ? uh_block_claim(draft, size) : 0;
    if (start) {
        memcpy(draft->bytes + start, list->angle, size);
        uh_block_set_word(draft, at, start);
        uh_block_set_word(draft, at + 4, list->count);
    }
}

bool uh_bind_angles(struct reading *reading, yaml_node_t *node, const uh_field *field, uint32_t at)
{
    angle_list list = {0};
    bool good = true;
    if (!uh_is_shaped(reading, node, YAML_MAPPING_NODE, field->key)) {
        return false;
    }
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        if (list.count + 2 > (uint32_t)field->max) {
            uh_reading_complain(
                reading, node,
                uh_say4(UH_MSG_FILE_ENTRIES,
                        uh_number(node->data.mapping.pairs.top - node->data.mapping.pairs.start),
                        uh_literal(field->key), uh_number(0), uh_number(field->max / 2)));
            return false;
        }
        good &= read_angle(reading, yaml_document_get_node(reading->document, pair->key),
                           yaml_document_get_node(reading->document, pair->value), &list);
    }
    enter_angles(reading, &list, at);
    return good;
}
