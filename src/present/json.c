/* SPDX-License-Identifier: MIT */
#include "unhunch/json.h"

#include <string.h>

#include "unhunch/catalogue.h"

uh_json uh_json_to(uh_out out, bool pretty)
{
    return (uh_json){.out = out, .pretty = pretty};
}

static void write_line_start(uh_json *json)
{
    if (!json->pretty) {
        return;
    }
    uh_out_text(json->out, "\n");
    for (uint32_t i = 0; i < json->depth; i++) {
        uh_out_text(json->out, "  ");
    }
}

/* The bytes that may not stand in a string as they are. */
static void write_escaped(uh_out out, unsigned char byte)
{
    static const char hex[] = "0123456789abcdef";
    static const char named[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *found = strchr(named, byte);
    if (found) {
        char text[2] = {'\\', letters[found - named]};
        uh_out_bytes(out, text, sizeof text);
        return;
    }
    char text[6] = {'\\', 'u', '0', '0', hex[byte >> 4U], hex[byte & 15U]};
    uh_out_bytes(out, text, sizeof text);
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte != '"' && byte != '\\';
}

static void write_string(uh_out out, const char *text)
{
    uh_out_text(out, "\"");
    while (*text) {
        size_t plain = 0;
        while (text[plain] && is_plain((unsigned char)text[plain])) {
            plain++;
        }
        uh_out_bytes(out, text, plain);
        text += plain;
        if (*text) {
            write_escaped(out, (unsigned char)*text);
            text++;
        }
    }
    uh_out_text(out, "\"");
}

/* Comma, line and key: what stands before any value. */
static void write_before(uh_json *json, const char *key)
{
    if (json->depth > 0) {
        if (json->has_members[json->depth - 1]) {
            uh_out_text(json->out, json->pretty ? "," : ", ");
        }
        json->has_members[json->depth - 1] = true;
        write_line_start(json);
    }
    if (key) {
        write_string(json->out, key);
        uh_out_text(json->out, ": ");
    }
}

static void open_with(uh_json *json, const char *key, const char *bracket)
{
    write_before(json, key);
    UH_ASSERT(json->depth < UH_JSON_DEPTH);
    uh_out_text(json->out, bracket);
    json->has_members[json->depth] = false;
    json->depth++;
}

static void close_with(uh_json *json, const char *bracket)
{
    UH_ASSERT(json->depth > 0);
    json->depth--;
    if (json->has_members[json->depth]) {
        write_line_start(json);
    }
    uh_out_text(json->out, bracket);
    if (json->depth == 0) {
        uh_out_text(json->out, "\n");
    }
}

void uh_json_object(uh_json *json, const char *key)
{
    open_with(json, key, "{");
}

void uh_json_end_object(uh_json *json)
{
    close_with(json, "}");
}

void uh_json_list(uh_json *json, const char *key)
{
    open_with(json, key, "[");
}

void uh_json_end_list(uh_json *json)
{
    close_with(json, "]");
}

void uh_json_text(uh_json *json, const char *key, const char *text)
{
    if (!text || text[0] == '\0') {
        uh_json_null(json, key);
        return;
    }
    write_before(json, key);
    write_string(json->out, text);
}

void uh_json_number(uh_json *json, const char *key, int64_t value)
{
    write_before(json, key);
    uh_out_number(json->out, value);
}

void uh_json_real(uh_json *json, const char *key, double value, int decimals)
{
    write_before(json, key);
    uh_out_real(json->out, value, decimals);
}

void uh_json_bool(uh_json *json, const char *key, bool value)
{
    write_before(json, key);
    uh_out_text(json->out, value ? "true" : "false");
}

void uh_json_null(uh_json *json, const char *key)
{
    write_before(json, key);
    uh_out_text(json->out, "null");
}

void uh_json_known(uh_json *json, const char *key, int32_t value)
{
    if (value == UH_UNKNOWN) {
        uh_json_null(json, key);
    } else {
        uh_json_number(json, key, value);
    }
}

void uh_json_known_seconds(uh_json *json, const char *key, int32_t ms)
{
    if (ms == UH_UNKNOWN) {
        uh_json_null(json, key);
    } else {
        uh_json_real(json, key, ms / 1000.0, 3);
    }
}
