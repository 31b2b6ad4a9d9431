/* SPDX-License-Identifier: MIT */
#include "web/input.h"

#include <string.h>

static const uh_input_row *find_row(const uh_input_row *rows, uint32_t count, const char *name)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

/* Jansson's own sentences are English, so only the place is told. */
static json_t *parse(const uh_web *web, const uh_request *request, uh_response *response)
{
    json_error_t error;
    if (request->body_length == 0) {
        return json_object();
    }
    json_t *object =
        json_loadb(request->body, request->body_length, JSON_REJECT_DUPLICATES, &error);
    if (object == NULL) {
        response->line = error.line > 0 ? (uint32_t)error.line : 1;
        response->column = error.column > 0 ? (uint32_t)error.column : 1;
        uh_web_refuse(web, response, UH_PROBLEM_JSON, NULL);
    }
    return object;
}

static bool read_members(const uh_web *web, uh_response *response, json_t *object,
                         const uh_input_row *rows, uint32_t count, void *to)
{
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(object, name, value)
    {
        const uh_input_row *row = find_row(rows, count, name);
        if (row == NULL || !row->read(value, to)) {
            const uh_phrase which = uh_say1(UH_MSG_SCREEN_NAME, uh_literal(name));
            uh_web_refuse(web, response, UH_PROBLEM_VALUE, &which);
            return false;
        }
    }
    return true;
}

bool uh_input_read(const uh_web *web, const uh_request *request, uh_response *response,
                   const uh_input_row *rows, uint32_t count, void *to)
{
    json_t *object = parse(web, request, response);
    if (object == NULL) {
        return false;
    }
    bool is_read = json_is_object(object);
    if (is_read) {
        is_read = read_members(web, response, object, rows, count, to);
    } else {
        uh_web_refuse(web, response, UH_PROBLEM_VALUE, NULL);
    }
    json_decref(object);
    return is_read;
}

bool uh_input_number(const json_t *value, uint32_t min, uint32_t max, uint32_t *ret_number)
{
    const json_int_t number = json_is_integer(value) ? json_integer_value(value) : -1;
    if (number < (json_int_t)min || number > (json_int_t)max) {
        return false;
    }
    *ret_number = (uint32_t)number;
    return true;
}

bool uh_input_name(const json_t *value, const char *(*names)(uint32_t), uint32_t *ret_index)
{
    const char *text = json_string_value(value); /* NULL where it is no text */
    for (uint32_t i = 0; text != NULL && names(i)[0] != '\0'; i++) {
        if (strcmp(names(i), text) == 0) {
            *ret_index = i;
            return true;
        }
    }
    return false;
}

bool uh_input_names(const json_t *value, const char *(*names)(uint32_t), uint32_t *ret_set)
{
    uint32_t set = 0;
    if (!json_is_array(value)) {
        return false;
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        uint32_t index = 0;
        if (!uh_input_name(json_array_get(value, i), names, &index)) {
            return false;
        }
        set |= 1U << index;
    }
    *ret_set = set;
    return true;
}
