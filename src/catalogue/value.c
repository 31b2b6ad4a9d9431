/* SPDX-License-Identifier: MIT */
/* Single values: texts, numbers, yes or no, one of a list of names. */
#include <string.h>

#include "catalogue/near.h"
#include "catalogue/reading.h"

enum { NAMES_MAX = 160 }; /* bytes of a list of names that stands in a message */

const char *uh_scalar(const yaml_node_t *node)
{
    return (const char *)node->data.scalar.value;
}

static bool says_nothing(const yaml_node_t *node)
{
    static const char *const nothings[] = {"", "~", "null"};
    if (node->type != YAML_SCALAR_NODE || node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) {
        return false;
    }
    for (size_t i = 0; i < UH_COUNT(nothings); i++) {
        if (strcmp(uh_scalar(node), nothings[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool uh_is_shaped(struct reading *reading, const yaml_node_t *node, yaml_node_type_t want,
                  const char *key)
{
    static const uh_message wanted[] = {[YAML_SCALAR_NODE] = UH_MSG_FILE_NOT_SINGLE,
                                        [YAML_SEQUENCE_NODE] = UH_MSG_FILE_NOT_LIST,
                                        [YAML_MAPPING_NODE] = UH_MSG_FILE_NOT_RECORD};
    if (says_nothing(node)) {
        uh_reading_complain(reading, node, uh_say1(UH_MSG_FILE_NO_VALUE, uh_literal(key)));
        return false;
    }
    if (node->type != want) {
        uh_reading_complain(reading, node, uh_say1(wanted[want], uh_literal(key)));
        return false;
    }
    return true;
}

uh_argument uh_quote(struct reading *reading, const yaml_node_t *node)
{
    return uh_binder_literal(reading->binder, uh_scalar(node));
}

/* Blocks of YAML text end in line ends and may be indented: one space stands for any run of white
 * space. */
static uint32_t tidy(yaml_node_t *node)
{
    char *text = (char *)node->data.scalar.value;
    const size_t length = node->data.scalar.length;
    uint32_t end = 0;
    for (size_t i = 0; i < length; i++) {
        const bool space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
        if (!space) {
            text[end++] = text[i];
        } else if (end > 0 && text[end - 1] != ' ') {
            text[end++] = ' ';
        }
    }
    end -= end > 0 && text[end - 1] == ' ';
    text[end] = '\0';
    return end;
}

static uh_message spelling_message(uh_field_kind kind)
{
    if (kind == UH_FIELD_DATE) {
        return UH_MSG_FILE_DATE;
    }
    return kind == UH_FIELD_KEY ? UH_MSG_FILE_SPELLING : UH_MSG_FILE_CITE;
}

static uh_phrase text_phrase(struct reading *reading, const yaml_node_t *node,
                             const uh_field *field, uh_text_fault fault, uint32_t length)
{
    const char *text = uh_scalar(node);
    const uh_argument key = uh_literal(field->key);
    const int32_t most = field->kind == UH_FIELD_TEXTS ? UH_LIST_TEXT_MAX : field->max;
    switch (fault) {
    case UH_TEXT_BYTES:
        return uh_say1(UH_MSG_FILE_CHARACTERS, key);
    case UH_TEXT_LONG:
        return uh_say3(UH_MSG_FILE_LONG, uh_number(uh_text_characters(text, length)), key,
                       uh_number(most));
    case UH_TEXT_WORDY:
        return uh_say3(UH_MSG_FILE_WORDS, uh_number(uh_text_words(text, length)), key,
                       uh_number(field->words));
    case UH_TEXT_SPELLING:
        return uh_say2(spelling_message(field->kind), key, uh_quote(reading, node));
    case UH_TEXT_SHORT:
    case UH_TEXT_GOOD:
        break;
    }
    return uh_say1(UH_MSG_FILE_NO_VALUE, key);
}

bool uh_bind_text(struct reading *reading, yaml_node_t *node, const uh_field *field, uint32_t at)
{
    if (!uh_is_shaped(reading, node, YAML_SCALAR_NODE, field->key)) {
        return false;
    }
    const uint32_t length = tidy(node);
    const uh_text_fault fault = uh_field_text_fault(field, uh_scalar(node), length);
    if (fault != UH_TEXT_GOOD) {
        uh_reading_complain(reading, node, text_phrase(reading, node, field, fault, length));
        return false;
    }
    const uh_text text = uh_block_text(&reading->binder->draft, uh_scalar(node), length);
    if (text) {
        uh_block_set_word(&reading->binder->draft, at, text);
    }
    return text != 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool uh_parse_number(const char *text, uint32_t decimals, int64_t *ret_number)
{
    const bool negative = *text == '-';
    const char *next = text + negative;
    int64_t number = 0;
    uint32_t after_point = 0;
    uint32_t count = 0;
    bool point = false;
    for (; is_digit(*next) || (*next == '.' && !point && count > 0); next++) {
        if (*next == '.') {
            point = true;
            continue;
        }
        number = number * 10 + (*next - '0');
        after_point += point;
        count++;
        if (count > 9 || after_point > decimals) {
            return false;
        }
    }
    if (count == 0 || *next != '\0' || (point && after_point == 0)) {
        return false;
    }
    for (; after_point < decimals; after_point++) {
        number *= 10;
    }
    *ret_number = negative ? -number : number;
    return true;
}

/* How each kind of number is written, shown, and complained about. */
typedef struct number_form {
    uint32_t decimals;
    uh_message wrong;
    uh_argument (*show)(int64_t value);
} number_form;

static uh_argument show_number(int64_t value)
{
    return uh_number(value);
}

static uh_argument show_thousandths(int64_t value)
{
    return uh_seconds(value);
}

static const number_form number_forms[UH_FIELD_KIND_COUNT] = {
    [UH_FIELD_INTEGER] = {0, UH_MSG_FILE_NOT_WHOLE, show_number},
    [UH_FIELD_SECONDS] = {3, UH_MSG_FILE_NOT_SECONDS, show_thousandths},
    [UH_FIELD_METRES] = {3, UH_MSG_FILE_NOT_METRES, show_thousandths},
};

bool uh_bind_number(struct reading *reading, yaml_node_t *node, const uh_field *field, uint32_t at)
{
    const number_form *form = &number_forms[field->kind];
    const uh_argument key = uh_literal(field->key);
    int64_t number;
    if (!uh_is_shaped(reading, node, YAML_SCALAR_NODE, field->key)) {
        return false;
    }
    if (!uh_parse_number(uh_scalar(node), form->decimals, &number)) {
        uh_reading_complain(reading, node, uh_say2(form->wrong, key, uh_quote(reading, node)));
        return false;
    }
    if (number < field->min || number > field->max) {
        uh_reading_complain(reading, node,
                            uh_say4(UH_MSG_FILE_RANGE, key, uh_quote(reading, node),
                                    form->show(field->min), form->show(field->max)));
        return false;
    }
    uh_block_set_word(&reading->binder->draft, at, (uint32_t)(int32_t)number);
    return true;
}

bool uh_bind_bool(struct reading *reading, yaml_node_t *node, const uh_field *field, uint32_t at)
{
    if (!uh_is_shaped(reading, node, YAML_SCALAR_NODE, field->key)) {
        return false;
    }
    const bool yes = strcmp(uh_scalar(node), "true") == 0;
    if (!yes && strcmp(uh_scalar(node), "false") != 0) {
        uh_reading_complain(
            reading, node,
            uh_say2(UH_MSG_FILE_NOT_BOOL, uh_literal(field->key), uh_quote(reading, node)));
        return false;
    }
    uh_block_set_word(&reading->binder->draft, at, yes);
    return true;
}

const char *uh_join_names(uh_binder *binder, const char *(*name_at)(const void *from, uint32_t),
                          const void *from)
{
    char all[NAMES_MAX + 1] = "";
    size_t length = 0;
    for (uint32_t i = 0; name_at(from, i)[0] != '\0'; i++) {
        const char *const pieces[] = {i > 0 ? ", " : "", name_at(from, i)};
        for (size_t piece = 0; piece < UH_COUNT(pieces); piece++) {
            const size_t more = strlen(pieces[piece]);
            if (length + more > NAMES_MAX) {
                return NULL;
            }
            memcpy(all + length, pieces[piece], more);
            length += more;
        }
    }
    return length > 0 ? uh_binder_keep(binder, all, length, NAMES_MAX) : NULL;
}

static const char *field_name_at(const void *from, uint32_t index)
{
    const uh_field *field = from;
    return field->names[index] ? field->names[index] : "";
}

/* What is near, else all there are. */
static uh_phrase choice_phrase(struct reading *reading, const yaml_node_t *node,
                               const uh_field *field, const char *near)
{
    const uh_argument name = uh_quote(reading, node);
    const uh_argument key = uh_literal(field->key);
    if (near) {
        return uh_say3(UH_MSG_FILE_CHOICE_HINT, name, key, uh_literal(near));
    }
    const char *all = uh_join_names(reading->binder, field_name_at, field);
    return all ? uh_say3(UH_MSG_FILE_CHOICE_LIST, name, key, uh_literal(all))
               : uh_say2(UH_MSG_FILE_CHOICE, name, key);
}

bool uh_bind_choice(struct reading *reading, const yaml_node_t *node, const uh_field *field,
                    uint32_t *ret_choice)
{
    uh_near near = uh_near_to(uh_scalar(node));
    for (uint32_t i = 0; field->names[i]; i++) {
        if (strcmp(field->names[i], uh_scalar(node)) == 0) {
            *ret_choice = i;
            return true;
        }
        uh_near_try(&near, field->names[i]);
    }
    uh_reading_complain(reading, node, choice_phrase(reading, node, field, near.best));
    return false;
}

bool uh_bind_enum(struct reading *reading, yaml_node_t *node, const uh_field *field, uint32_t at)
{
    uint32_t choice;
    if (!uh_is_shaped(reading, node, YAML_SCALAR_NODE, field->key) ||
        !uh_bind_choice(reading, node, field, &choice)) {
        return false;
    }
    uh_block_set_word(&reading->binder->draft, at, choice);
    return true;
}
