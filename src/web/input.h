/* SPDX-License-Identifier: MIT */
/* input.h: small objects of JSON that come in, each read by a table of its members. */
#ifndef UNHUNCH_WEB_INPUT_H
#define UNHUNCH_WEB_INPUT_H

#include <jansson.h>

#include "web/web.h"

typedef struct uh_input_row {
    const char *name;
    bool (*read)(const json_t *value, void *to); /* false: not such a value */
} uh_input_row;

/* Reads the body of the request, one object of members that are among the rows, each once; none
 * has to be there, and an empty body is an empty object. False after writing the problem. */
bool uh_input_read(const uh_web *web, const uh_request *request, uh_response *response,
                   const uh_input_row *rows, uint32_t count, void *to);

/* A whole number from min to max. */
bool uh_input_number(const json_t *value, uint32_t min, uint32_t max, uint32_t *ret_number);

/* One of the names, and a list of them as a bit set. */
bool uh_input_name(const json_t *value, const char *(*names)(uint32_t), uint32_t *ret_index);
bool uh_input_names(const json_t *value, const char *(*names)(uint32_t), uint32_t *ret_set);

#endif
