/* SPDX-License-Identifier: MIT */
/* json.h: writes JSON (RFC 8259, UTF-8) into an uh_out. Commas and nesting are kept here; keys come
 * in the order in which they are written. Misnesting is a caller's mistake. */
#ifndef UNHUNCH_JSON_H
#define UNHUNCH_JSON_H

#include "unhunch/out.h"

enum { UH_JSON_DEPTH = 16 };

typedef struct uh_json {
    uh_out out;
    bool pretty; /* two spaces a level; else all on one line */
    uint32_t depth;
    bool has_members[UH_JSON_DEPTH];
    bool after_key;
} uh_json;

uh_json uh_json_to(uh_out out, bool pretty);

/* Opens and closes; `key` NULL inside lists and at the top. Closing the outermost one ends the
 * line. */
void uh_json_object(uh_json *json, const char *key);
void uh_json_end_object(uh_json *json);
void uh_json_list(uh_json *json, const char *key);
void uh_json_end_list(uh_json *json);

void uh_json_text(uh_json *json, const char *key, const char *text); /* NULL or "" text: null */
void uh_json_number(uh_json *json, const char *key, int64_t value);
void uh_json_real(uh_json *json, const char *key, double value, int decimals);
void uh_json_bool(uh_json *json, const char *key, bool value);
void uh_json_null(uh_json *json, const char *key);
/* UH_UNKNOWN becomes null. */
void uh_json_known(uh_json *json, const char *key, int32_t value);
void uh_json_known_seconds(uh_json *json, const char *key, int32_t ms); /* 2500: 2.5 */

#endif
