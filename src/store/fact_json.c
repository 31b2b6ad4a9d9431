/* SPDX-License-Identifier: MIT */
#include "store/fact_json.h"

#include <jansson.h>
#include <string.h>

#include "unhunch/json.h"

/* Not "kind": breaks have a field of that name. */
static const char kind_key[] = "record";

/* -- writing -- */

static void write_field(uh_json *json, const uh_fact_field *field, const uh_field_cell *cell)
{
    switch (cell->type) {
    case UH_CELL_NOTHING:
    case UH_CELL_OTHER:
        uh_json_null(json, field->name);
        return;
    case UH_CELL_NUMBER:
        uh_json_number(json, field->name, cell->number);
        return;
    case UH_CELL_BOOL:
        uh_json_bool(json, field->name, cell->number != 0);
        return;
    case UH_CELL_TEXT:
        uh_json_text(json, field->name, uh_field_cell_text(cell));
        return;
    }
}

static void write_object(uh_json *json, const uh_fact *fact)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    uh_json_object(json, NULL);
    uh_json_text(json, kind_key, uh_fact_kind_name(fact->kind));
    for (uint32_t i = 0; i < count; i++) {
        const uh_field_cell cell = uh_field_cell_of(fact, &fields[i]);
        write_field(json, &fields[i], &cell);
    }
    uh_json_end_object(json);
}

void uh_fact_write_json(const uh_fact *fact, uh_out out)
{
    uh_json json = uh_json_to(out, false);
    write_object(&json, fact);
}

void uh_facts_write_json(uh_fact *const *facts, uint32_t count, uh_out out)
{
    uh_json json = uh_json_to(out, false);
    uh_json_list(&json, NULL);
    for (uint32_t i = 0; i < count; i++) {
        write_object(&json, facts[i]);
    }
    uh_json_end_list(&json);
}

/* -- where a key stands: the parser tells only where it stopped -- */

typedef struct cursor {
    const char *at;
    const char *end;
    uint32_t column;
} cursor;

static void step(cursor *place)
{
    place->column += ((unsigned char)*place->at & 0xc0U) != 0x80U;
    place->at++;
}

/* From a quote to behind the one that closes it. */
static void step_over_string(cursor *place)
{
    step(place);
    while (place->at < place->end && *place->at != '"') {
        if (*place->at == '\\') {
            step(place);
        }
        if (place->at < place->end) {
            step(place);
        }
    }
    if (place->at < place->end) {
        step(place);
    }
}

/* Is what stands between these quotes the key? A key that is written with escapes is not found;
 * then the object's own place is told. */
static bool is_key(const char *from, const char *to, const char *key)
{
    const size_t length = strlen(key);
    return (size_t)(to - from) == length + 2 && memcmp(from + 1, key, length) == 0;
}

static bool is_list(const char *line, size_t length)
{
    size_t at = 0;
    while (at < length && (line[at] == ' ' || line[at] == '\t')) {
        at++;
    }
    return at < length && line[at] == '[';
}

/* The column of a key in the index-th object of a line that is good JSON; NULL: of the object. */
static uint32_t column_of(const char *line, size_t length, size_t index, const char *key)
{
    cursor at = {line, line + length, 1};
    const uint32_t level = is_list(line, length) ? 2 : 1; /* brackets around a key */
    uint32_t depth = 0;
    uint32_t object_column = 1;
    size_t objects = 0;
    bool expects_key = false;
    while (at.at < at.end) {
        const char c = *at.at;
        if (c == '"') {
            const uint32_t column = at.column;
            const char *from = at.at;
            step_over_string(&at);
            if (key != NULL && expects_key && depth == level && objects == index + 1 &&
                is_key(from, at.at, key)) {
                return column;
            }
            expects_key = false;
            continue;
        }
        if (c == '{' || c == '[') {
            depth++;
            if (c == '{' && depth == level && objects++ == index) {
                object_column = at.column;
            }
        }
        expects_key = c == '{' || c == ',' || (expects_key && (c == ' ' || c == '\t'));
        depth -= c == '}' || c == ']';
        step(&at);
    }
    return object_column;
}

/* -- reading -- */

/* The line, and which of its objects is being read. */
typedef struct json_line {
    const char *text;
    size_t length;
    size_t index;
} json_line;

static uint32_t column(const json_line *line, const char *key)
{
    return column_of(line->text, line->length, line->index, key);
}

static uh_status fail(uh_fault *ret_fault, uh_fault fault)
{
    *ret_fault = fault;
    return UH_ERR_FORMAT;
}

static uh_message syntax_message(const json_error_t *error)
{
    switch ((int)json_error_code(error)) {
    case json_error_premature_end_of_input:
        return UH_MSG_FAULT_ENDS;
    case json_error_invalid_utf8:
        return UH_MSG_FAULT_UTF8;
    case json_error_duplicate_key:
        return UH_MSG_FAULT_TWICE;
    case json_error_numeric_overflow:
        return UH_MSG_FAULT_HUGE;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return UH_MSG_FAULT_ZERO;
    default:
        return UH_MSG_FAULT_SYNTAX;
    }
}

static uh_field_cell cell_of_json(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_NULL:
        return (uh_field_cell){.type = UH_CELL_NOTHING};
    case JSON_STRING:
        return (uh_field_cell){.type = UH_CELL_TEXT, .text = json_string_value(value)};
    case JSON_INTEGER:
        return (uh_field_cell){.type = UH_CELL_NUMBER, .number = json_integer_value(value)};
    case JSON_TRUE:
    case JSON_FALSE:
        return (uh_field_cell){.type = UH_CELL_BOOL, .number = json_is_true(value)};
    case JSON_REAL:
    case JSON_OBJECT:
    case JSON_ARRAY:
        break;
    }
    return (uh_field_cell){.type = UH_CELL_OTHER};
}

static uh_status read_kind(const json_line *line, const json_t *object, uh_fact *fact,
                           uh_fault *ret_fault)
{
    const json_t *value = json_object_get(object, kind_key);
    if (value == NULL) {
        return fail(ret_fault,
                    uh_fault_at(column(line, NULL), UH_MSG_FAULT_NO_KIND, UH_FACT_KIND_COUNT));
    }
    const char *name = json_is_string(value) ? json_string_value(value) : "";
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        if (strcmp(uh_fact_kind_name(kind), name) == 0) {
            *fact = (uh_fact){.kind = (uh_fact_kind)kind};
            return UH_OK;
        }
    }
    return fail(ret_fault, uh_fault_given(column(line, kind_key), UH_MSG_FAULT_KIND,
                                          UH_FACT_KIND_COUNT, name, strlen(name)));
}

static uh_status read_field(const json_line *line, const json_t *object, const uh_fact_field *field,
                            uh_fact *fact, uh_fault *ret_fault)
{
    const json_t *value = json_object_get(object, field->name);
    if (value == NULL) {
        uh_fault fault = uh_fault_at(column(line, NULL), UH_MSG_FAULT_MISSING, fact->kind);
        fault.field = field;
        return fail(ret_fault, fault);
    }
    const uh_field_cell cell = cell_of_json(value);
    const uh_status status = uh_field_cell_into(&cell, field, fact);
    return status == UH_OK ? UH_OK
                           : fail(ret_fault, uh_fault_of_cell(column(line, field->name), fact->kind,
                                                              field, &cell, status));
}

static bool is_field(const uh_fact_field *fields, uint32_t count, const char *key)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(fields[i].name, key) == 0) {
            return true;
        }
    }
    return strcmp(key, kind_key) == 0;
}

/* All fields are there: a key more is one that does not belong here. */
static uh_status look_for_strangers(const json_line *line, json_t *object, const uh_fact *fact,
                                    uh_fault *ret_fault)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    for (void *at = json_object_iter(object); at != NULL; at = json_object_iter_next(object, at)) {
        const char *key = json_object_iter_key(at);
        if (!is_field(fields, count, key)) {
            return fail(ret_fault, uh_fault_given(column(line, key), UH_MSG_FAULT_UNKNOWN,
                                                  fact->kind, key, strlen(key)));
        }
    }
    return UH_OK;
}

static uh_status read_object(const json_line *line, json_t *object, uh_fact *fact,
                             uh_fault *ret_fault)
{
    if (!json_is_object(object)) {
        return fail(ret_fault, uh_fault_at(1, UH_MSG_FAULT_SYNTAX, UH_FACT_KIND_COUNT));
    }
    uh_status status = read_kind(line, object, fact, ret_fault);
    if (status != UH_OK) {
        return status;
    }
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    for (uint32_t i = 0; i < count && status == UH_OK; i++) {
        status = read_field(line, object, &fields[i], fact, ret_fault);
    }
    status = status == UH_OK ? look_for_strangers(line, object, fact, ret_fault) : status;
    const uh_fact_field *bad = NULL;
    if (status == UH_OK && uh_fact_check(fact, &bad) != UH_OK) {
        const uh_field_cell cell = uh_field_cell_of(fact, bad);
        status = fail(ret_fault, uh_fault_of_cell(column(line, bad->name), fact->kind, bad, &cell,
                                                  UH_ERR_RANGE));
    }
    return status;
}

static uh_status read_root(json_line *line, json_t *root, uh_fact_take *take, void *to,
                           uh_fault *ret_fault)
{
    uh_fact fact;
    if (!json_is_array(root)) {
        const uh_status status = read_object(line, root, &fact, ret_fault);
        return status == UH_OK ? take(to, &fact) : status;
    }
    uh_status status = UH_OK;
    for (size_t i = 0; i < json_array_size(root) && status == UH_OK; i++) {
        line->index = i;
        status = read_object(line, json_array_get(root, i), &fact, ret_fault);
        status = status == UH_OK ? take(to, &fact) : status;
    }
    return status;
}

uh_status uh_fact_read_json(const char *line, size_t length, uh_fact_take *take, void *to,
                            uh_fault *ret_fault)
{
    json_error_t error;
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) {
        length--; /* a line that ends too early ends on this line */
    }
    json_t *root = json_loadb(line, length, JSON_REJECT_DUPLICATES, &error);
    if (root == NULL) {
        if (json_error_code(&error) == json_error_out_of_memory) {
            return UH_ERR_FULL;
        }
        const uint32_t at = error.column > 0 ? (uint32_t)error.column : 1;
        return fail(ret_fault, uh_fault_at(at, syntax_message(&error), UH_FACT_KIND_COUNT));
    }
    json_line whole = {line, length, 0};
    const uh_status status = read_root(&whole, root, take, to, ret_fault);
    json_decref(root);
    return status;
}
