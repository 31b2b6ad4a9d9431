/* SPDX-License-Identifier: MIT */
/* One YAML file into the draft, by the schema table. Every mistake is told; reading goes on after
 * it. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "catalogue/inner.h"
#include "catalogue/near.h"

/* What a sane file never reaches: the parser stops there, whatever follows. */
enum { DEPTH_MAX = 12, VALUES_MAX = 20000 };

struct reading {
    uh_binder *binder;
    uint32_t file;
    yaml_document_t *document;
    uint32_t complaints;
};

static void complain_at(struct reading *reading, yaml_mark_t mark, uh_phrase phrase)
{
    reading->complaints++;
    uh_binder_complain(reading->binder, reading->file, (uint32_t)mark.line + 1,
                       (uint32_t)mark.column + 1, phrase);
}

static void complain(struct reading *reading, const yaml_node_t *node, uh_phrase phrase)
{
    complain_at(reading, node->start_mark, phrase);
}

/* -- the parser's own mistakes
 * ------------------------------------------------------------------------------------ */

/* A reader's error has a byte, not a mark. */
static yaml_mark_t mark_of_byte(const unsigned char *bytes, size_t length, size_t offset)
{
    yaml_mark_t mark = {0};
    for (size_t i = 0; i < offset && i < length; i++) {
        mark.column++;
        if (bytes[i] == '\n') {
            mark.line++;
            mark.column = 0;
        }
    }
    return mark;
}

static void complain_syntax(struct reading *reading, const yaml_parser_t *parser,
                            const unsigned char *bytes, size_t length)
{
    if (parser->error == YAML_MEMORY_ERROR) {
        reading->binder->failed = true;
        return;
    }
    char words[160];
    snprintf(words, sizeof(words), "%s%s%s", parser->problem, parser->context ? " " : "",
             parser->context ? parser->context : "");
    const yaml_mark_t mark = parser->error == YAML_READER_ERROR
                                 ? mark_of_byte(bytes, length, parser->problem_offset)
                                 : parser->problem_mark;
    const char *kept = uh_binder_keep(reading->binder, words, strlen(words), sizeof(words));
    complain_at(reading, mark, uh_say1(UH_MSG_FILE_SYNTAX, uh_literal(kept)));
}

static bool start_parser(struct reading *reading, yaml_parser_t *parser, const unsigned char *bytes,
                         size_t length)
{
    if (!yaml_parser_initialize(parser)) {
        reading->binder->failed = true;
        return false;
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(parser, bytes, length);
    return true;
}

/* -- first reading: shape only
 * ---------------------------------------------------------------------------------------- */

struct shape {
    uint32_t depth;
    uint32_t values;
    uint32_t documents;
};

static void complain_of_marks(struct reading *reading, const yaml_event_t *event,
                              const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor) {
        complain_at(reading, event->start_mark, uh_say(UH_MSG_FILE_ALIAS));
    }
    if (tag) {
        complain_at(reading, event->start_mark, uh_say(UH_MSG_FILE_TAG));
    }
}

static void look_at(struct reading *reading, const yaml_event_t *event, struct shape *shape)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        shape->documents++;
        break;
    case YAML_ALIAS_EVENT:
        shape->values++;
        complain_at(reading, event->start_mark, uh_say(UH_MSG_FILE_ALIAS));
        break;
    case YAML_SCALAR_EVENT:
        shape->values++;
        complain_of_marks(reading, event, event->data.scalar.anchor, event->data.scalar.tag);
        break;
    case YAML_SEQUENCE_START_EVENT:
        shape->depth++;
        shape->values++;
        complain_of_marks(reading, event, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
        break;
    case YAML_MAPPING_START_EVENT:
        shape->depth++;
        shape->values++;
        complain_of_marks(reading, event, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        shape->depth--;
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
}

/* False, and said why, where the shape goes beyond a bound. */
static bool within_bounds(struct reading *reading, const yaml_event_t *event,
                          const struct shape *shape)
{
    const struct {
        bool beyond;
        uh_phrase phrase;
    } bounds[] = {
        {shape->depth > DEPTH_MAX, uh_say1(UH_MSG_FILE_DEEP, uh_number(DEPTH_MAX))},
        {shape->values > VALUES_MAX, uh_say1(UH_MSG_FILE_MANY, uh_number(VALUES_MAX))},
        {shape->documents > 1, uh_say(UH_MSG_FILE_DOCUMENTS)},
    };
    for (size_t i = 0; i < UH_COUNT(bounds); i++) {
        if (bounds[i].beyond) {
            complain_at(reading, event->start_mark, bounds[i].phrase);
            return false;
        }
    }
    return true;
}

/* True where the file is worth a second reading. */
static bool scan(struct reading *reading, const unsigned char *bytes, size_t length)
{
    yaml_parser_t parser;
    yaml_event_t event;
    struct shape shape = {0};
    bool more = true;
    bool good = true;
    if (!start_parser(reading, &parser, bytes, length)) {
        return false;
    }
    while (more && good) {
        if (!yaml_parser_parse(&parser, &event)) {
            complain_syntax(reading, &parser, bytes, length);
            good = false;
            break;
        }
        more = event.type != YAML_STREAM_END_EVENT;
        look_at(reading, &event, &shape);
        good = within_bounds(reading, &event, &shape);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (good && shape.documents == 0) {
        complain_at(reading, (yaml_mark_t){0}, uh_say(UH_MSG_FILE_EMPTY));
        good = false;
    }
    return good;
}

/* -- values
 * -------------------------------------------------------------------------------------------------------------
 */

static yaml_node_t *node_of(const struct reading *reading, int index)
{
    return yaml_document_get_node(reading->document, index);
}

static const char *scalar(const yaml_node_t *node)
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
        if (strcmp(scalar(node), nothings[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Is the node of the type that the field wants? Says so where it is not. */
static bool is_shaped(struct reading *reading, const yaml_node_t *node, yaml_node_type_t want,
                      const char *key)
{
    static const uh_message wanted[] = {[YAML_SCALAR_NODE] = UH_MSG_FILE_NOT_SINGLE,
                                        [YAML_SEQUENCE_NODE] = UH_MSG_FILE_NOT_LIST,
                                        [YAML_MAPPING_NODE] = UH_MSG_FILE_NOT_RECORD};
    if (says_nothing(node)) {
        complain(reading, node, uh_say1(UH_MSG_FILE_NO_VALUE, uh_literal(key)));
        return false;
    }
    if (node->type != want) {
        complain(reading, node, uh_say1(wanted[want], uh_literal(key)));
        return false;
    }
    return true;
}

static uh_argument quote(struct reading *reading, const yaml_node_t *node)
{
    return uh_binder_literal(reading->binder, scalar(node));
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

static uh_phrase text_phrase(struct reading *reading, const yaml_node_t *node,
                             const uh_field *field, uh_text_fault fault, uint32_t length)
{
    const char *text = scalar(node);
    const uh_argument key = uh_literal(field->key);
    const int32_t most = field->kind == UH_FIELD_TEXTS ? UH_LIST_TEXT_MAX : field->max;
    switch (fault) {
    case UH_TEXT_BYTES:
        return uh_say1(UH_MSG_FILE_CHARACTERS, key);
    case UH_TEXT_LONG:
        return uh_say3(UH_MSG_FILE_LONG, key, uh_number(uh_text_characters(text, length)),
                       uh_number(most));
    case UH_TEXT_WORDY:
        return uh_say3(UH_MSG_FILE_WORDS, key, uh_number(uh_text_words(text, length)),
                       uh_number(field->words));
    case UH_TEXT_SPELLING:
        return uh_say2(field->kind == UH_FIELD_KEY ? UH_MSG_FILE_SPELLING : UH_MSG_FILE_CITE, key,
                       quote(reading, node));
    case UH_TEXT_SHORT:
    case UH_TEXT_GOOD:
        break;
    }
    return uh_say1(UH_MSG_FILE_NO_VALUE, key);
}

static bool bind_text(struct reading *reading, yaml_node_t *node, const uh_field *field,
                      uint32_t at)
{
    if (!is_shaped(reading, node, YAML_SCALAR_NODE, field->key)) {
        return false;
    }
    const uint32_t length = tidy(node);
    const uh_text_fault fault = uh_field_text_fault(field, scalar(node), length);
    if (fault != UH_TEXT_GOOD) {
        complain(reading, node, text_phrase(reading, node, field, fault, length));
        return false;
    }
    const uh_text text = uh_block_text(&reading->binder->draft, scalar(node), length);
    if (text) {
        uh_block_set_word(&reading->binder->draft, at, text);
    }
    return text != 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "12", "-3" and, with decimals, "2.5", in units of the last decimal. False: not a number, or one
 * of more than nine digits. */
static bool parse_number(const char *text, uint32_t decimals, int64_t *ret_number)
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

static bool bind_number(struct reading *reading, yaml_node_t *node, const uh_field *field,
                        uint32_t at)
{
    const number_form *form = &number_forms[field->kind];
    const uh_argument key = uh_literal(field->key);
    int64_t number;
    if (!is_shaped(reading, node, YAML_SCALAR_NODE, field->key)) {
        return false;
    }
    if (!parse_number(scalar(node), form->decimals, &number)) {
        complain(reading, node, uh_say2(form->wrong, key, quote(reading, node)));
        return false;
    }
    if (number < field->min || number > field->max) {
        complain(reading, node,
                 uh_say4(UH_MSG_FILE_RANGE, key, quote(reading, node), form->show(field->min),
                         form->show(field->max)));
        return false;
    }
    uh_block_set_word(&reading->binder->draft, at, (uint32_t)(int32_t)number);
    return true;
}

static bool bind_bool(struct reading *reading, yaml_node_t *node, const uh_field *field,
                      uint32_t at)
{
    if (!is_shaped(reading, node, YAML_SCALAR_NODE, field->key)) {
        return false;
    }
    const bool yes = strcmp(scalar(node), "true") == 0;
    if (!yes && strcmp(scalar(node), "false") != 0) {
        complain(reading, node,
                 uh_say2(UH_MSG_FILE_NOT_BOOL, uh_literal(field->key), quote(reading, node)));
        return false;
    }
    uh_block_set_word(&reading->binder->draft, at, yes);
    return true;
}

/* The place of the node's name among the field's; false, and said why, where it is none of them. */
static bool choose(struct reading *reading, const yaml_node_t *node, const uh_field *field,
                   uint32_t *ret_choice)
{
    uh_near near = uh_near_to(scalar(node));
    for (uint32_t i = 0; field->names[i]; i++) {
        if (strcmp(field->names[i], scalar(node)) == 0) {
            *ret_choice = i;
            return true;
        }
        uh_near_try(&near, field->names[i]);
    }
    const uh_argument name = quote(reading, node);
    const uh_argument key = uh_literal(field->key);
    complain(reading, node,
             near.best ? uh_say3(UH_MSG_FILE_CHOICE_HINT, name, key, uh_literal(near.best))
                       : uh_say2(UH_MSG_FILE_CHOICE, name, key));
    return false;
}

static bool bind_enum(struct reading *reading, yaml_node_t *node, const uh_field *field,
                      uint32_t at)
{
    uint32_t choice;
    if (!is_shaped(reading, node, YAML_SCALAR_NODE, field->key) ||
        !choose(reading, node, field, &choice)) {
        return false;
    }
    uh_block_set_word(&reading->binder->draft, at, choice);
    return true;
}

/* -- lists
 * ----------------------------------------------------------------------------------------------------------------
 */

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
    if (!is_shaped(reading, node, YAML_SEQUENCE_NODE, field->key)) {
        return false;
    }
    const uint32_t count = entries(node);
    *ret_count = count < max ? count : max;
    if (count < (uint32_t)field->min || count > max) {
        complain(reading, node,
                 uh_say4(UH_MSG_FILE_ENTRIES, uh_literal(field->key), uh_number(count),
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
    bool good = is_list(reading, node, field, uh_field_choices(field), &count);
    for (uint32_t i = 0; i < count; i++) {
        yaml_node_t *item = entry(reading, node, i);
        uint32_t choice;
        if (!is_shaped(reading, item, YAML_SCALAR_NODE, field->key) ||
            !choose(reading, item, field, &choice)) {
            good = false;
            continue;
        }
        if (flags & 1u << choice) {
            complain(
                reading, item,
                uh_say2(UH_MSG_FILE_CHOICE_TWICE, quote(reading, item), uh_literal(field->key)));
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
        good &= bind_text(reading, entry(reading, node, i), field, start + i * 4);
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
        const bool record = is_shaped(reading, item, YAML_MAPPING_NODE, type->what);
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
    if (!is_shaped(reading, node, YAML_MAPPING_NODE, field->key)) {
        return false;
    }
    bind_record(reading, node, field->record, at);
    return true;
}

/* -- records
 * ----------------------------------------------------------------------------------------------------------------
 */

typedef bool value_binder(struct reading *reading, yaml_node_t *node, const uh_field *field,
                          uint32_t at);

static value_binder *const value_binders[UH_FIELD_KIND_COUNT] = {
    [UH_FIELD_TEXT] = bind_text,       [UH_FIELD_KEY] = bind_text,
    [UH_FIELD_CITE] = bind_text,       [UH_FIELD_INTEGER] = bind_number,
    [UH_FIELD_SECONDS] = bind_number,  [UH_FIELD_METRES] = bind_number,
    [UH_FIELD_BOOL] = bind_bool,       [UH_FIELD_ENUM] = bind_enum,
    [UH_FIELD_FLAGS] = bind_flags,     [UH_FIELD_RECORD] = bind_inner_record,
    [UH_FIELD_RECORDS] = bind_records, [UH_FIELD_TEXTS] = bind_texts,
};

/* The field of this name; NULL, and said so, where there is none. */
static const uh_field *find_field(struct reading *reading, const yaml_node_t *key,
                                  const uh_record_type *type)
{
    uh_near near = uh_near_to(scalar(key));
    for (uint32_t i = 0; i < type->field_count; i++) {
        if (strcmp(type->fields[i].key, scalar(key)) == 0) {
            return &type->fields[i];
        }
        uh_near_try(&near, type->fields[i].key);
    }
    const uh_argument name = quote(reading, key);
    const uh_argument what = uh_literal(type->what);
    complain(reading, key,
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
        complain(reading, key, uh_say(UH_MSG_FILE_KEY_TEXT));
        return;
    }
    const uh_field *field = find_field(reading, key, type);
    if (!field) {
        return;
    }
    const uint32_t bit = 1u << (field - type->fields);
    if (*given & bit) {
        complain(reading, key, uh_say1(UH_MSG_FILE_KEY_TWICE, uh_literal(field->key)));
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
            complain(reading, node,
                     uh_say2(UH_MSG_FILE_KEY_MISSING, uh_literal(type->what),
                             uh_literal(type->fields[i].key)));
        }
    }
}

/* -- the file
 * -----------------------------------------------------------------------------------------------------------------
 */

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
        kind = key->type == YAML_SCALAR_NODE ? document_of_key(scalar(key)) : UH_DOCUMENT_COUNT;
    }
    return kind;
}

static void bind_document(struct reading *reading, const yaml_node_t *root)
{
    uh_binder *binder = reading->binder;
    const uh_document kind = document_of(reading, root);
    if (kind == UH_DOCUMENT_COUNT) {
        complain(reading, root, uh_say(UH_MSG_FILE_NO_DOCUMENT));
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
    if (!scan(&reading, bytes, length) || !start_parser(&reading, &parser, bytes, length)) {
        return;
    }
    if (yaml_parser_load(&parser, &document)) {
        bind_document(&reading, yaml_document_get_root_node(&document));
        yaml_document_delete(&document);
    } else {
        complain_syntax(&reading, &parser, bytes, length);
    }
    yaml_parser_delete(&parser);
}
