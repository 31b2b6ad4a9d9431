/* SPDX-License-Identifier: MIT */
#include "catalogue/schema_json.h"

#include <stdio.h>
#include <string.h>

#include "unhunch/schema.h"

/* A value is `{` members `}`; each member but the first is preceded by a comma and a line of its
 * own. */
struct writer {
    uh_out out;
    uint32_t depth;
    bool first;
};

static void put(struct writer *writer, const char *text)
{
    writer->out.write(writer->out.to, text, strlen(text));
}

static void put_text(struct writer *writer, const char *text)
{
    put(writer, "\"");
    for (const char *next = text; *next; next++) {
        if (*next == '"' || *next == '\\') {
            put(writer, "\\");
        }
        writer->out.write(writer->out.to, next, 1);
    }
    put(writer, "\"");
}

static void line(struct writer *writer)
{
    put(writer, writer->first ? "\n" : ",\n");
    writer->first = false;
    for (uint32_t i = 0; i < writer->depth; i++) {
        put(writer, "  ");
    }
}

static void member(struct writer *writer, const char *key)
{
    line(writer);
    put_text(writer, key);
    put(writer, ": ");
}

static void open(struct writer *writer, const char *bracket)
{
    put(writer, bracket);
    writer->depth++;
    writer->first = true;
}

static void close(struct writer *writer, const char *bracket)
{
    writer->depth--;
    writer->first = true; /* the closing line has no comma before it */
    line(writer);
    put(writer, bracket);
}

static void text_member(struct writer *writer, const char *key, const char *text)
{
    member(writer, key);
    put_text(writer, text);
}

static void number_member(struct writer *writer, const char *key, int32_t number)
{
    char digits[16];
    snprintf(digits, sizeof(digits), "%d", (int)number);
    member(writer, key);
    put(writer, digits);
}

static void thousandths_member(struct writer *writer, const char *key, int32_t number)
{
    char digits[32];
    snprintf(digits, sizeof(digits), "%d.%03d", (int)(number / 1000), (int)(number % 1000));
    size_t end = strlen(digits);
    while (digits[end - 1] == '0') {
        end--;
    }
    end -= digits[end - 1] == '.';
    digits[end] = '\0';
    member(writer, key);
    put(writer, digits);
}

static void names_member(struct writer *writer, const uh_field *field)
{
    member(writer, "enum");
    open(writer, "[");
    for (uint32_t i = 0; field->names[i]; i++) {
        line(writer);
        put_text(writer, field->names[i]);
    }
    close(writer, "]");
}

static void write_record(struct writer *writer, const uh_record_type *type);

static void text_rules(struct writer *writer, const uh_field *field)
{
    text_member(writer, "type", "string");
    number_member(writer, "minLength", field->min);
    number_member(writer, "maxLength", field->max);
}

static void write_text(struct writer *writer, const uh_field *field)
{
    char pattern[64];
    text_rules(writer, field);
    if (field->words > 1) {
        snprintf(pattern, sizeof(pattern), "^\\s*\\S+(\\s+\\S+){0,%u}\\s*$", field->words - 1);
        text_member(writer, "pattern", pattern);
    }
}

static void write_key(struct writer *writer, const uh_field *field)
{
    text_rules(writer, field);
    text_member(writer, "pattern", "^[a-z0-9][a-z0-9-]*$");
}

static void write_cite(struct writer *writer, const uh_field *field)
{
    text_rules(writer, field);
    text_member(writer, "pattern",
                "^([AB]:[0-9]+(-[0-9]+)?|AMB-[0-9]+|D-[0-9]+|plan)"
                "(;([AB]:[0-9]+(-[0-9]+)?|AMB-[0-9]+|D-[0-9]+|plan))*$");
}

static void write_date(struct writer *writer, const uh_field *field)
{
    (void)field;
    text_member(writer, "type", "string");
    text_member(writer, "format", "date");
}

static void write_integer(struct writer *writer, const uh_field *field)
{
    text_member(writer, "type", "integer");
    number_member(writer, "minimum", field->min);
    number_member(writer, "maximum", field->max);
}

static void write_thousandths(struct writer *writer, const uh_field *field)
{
    text_member(writer, "type", "number");
    thousandths_member(writer, "minimum", field->min);
    thousandths_member(writer, "maximum", field->max);
}

static void write_bool(struct writer *writer, const uh_field *field)
{
    (void)field;
    text_member(writer, "type", "boolean");
}

static void write_flags(struct writer *writer, const uh_field *field)
{
    text_member(writer, "type", "array");
    number_member(writer, "minItems", field->min);
    member(writer, "uniqueItems");
    put(writer, "true");
    member(writer, "items");
    open(writer, "{");
    names_member(writer, field);
    close(writer, "}");
}

static void write_inner_record(struct writer *writer, const uh_field *field)
{
    write_record(writer, field->record);
}

static void list_rules(struct writer *writer, const uh_field *field)
{
    text_member(writer, "type", "array");
    number_member(writer, "minItems", field->min);
    number_member(writer, "maxItems", field->max);
    member(writer, "items");
    open(writer, "{");
}

static void write_records(struct writer *writer, const uh_field *field)
{
    list_rules(writer, field);
    write_record(writer, field->record);
    close(writer, "}");
}

static void write_texts(struct writer *writer, const uh_field *field)
{
    const uh_field text = {.min = 1, .max = UH_LIST_TEXT_MAX};
    list_rules(writer, field);
    text_rules(writer, &text);
    close(writer, "}");
}

static void write_angles(struct writer *writer, const uh_field *field)
{
    (void)field;
    text_member(writer, "type", "object");
    member(writer, "propertyNames");
    open(writer, "{");
    text_member(writer, "pattern", "^[a-z-]+$");
    close(writer, "}");
    member(writer, "additionalProperties");
    open(writer, "{");
    text_member(writer, "type", "number");
    close(writer, "}");
}

static void write_vector(struct writer *writer, const uh_field *field)
{
    text_member(writer, "type", "array");
    number_member(writer, "minItems", 3);
    number_member(writer, "maxItems", 3);
    member(writer, "items");
    open(writer, "{");
    write_thousandths(writer, field);
    close(writer, "}");
}

static void (*const writers[UH_FIELD_KIND_COUNT])(struct writer *, const uh_field *) = {
    [UH_FIELD_TEXT] = write_text,           [UH_FIELD_KEY] = write_key,
    [UH_FIELD_CITE] = write_cite,           [UH_FIELD_DATE] = write_date,
    [UH_FIELD_INTEGER] = write_integer,     [UH_FIELD_SECONDS] = write_thousandths,
    [UH_FIELD_METRES] = write_thousandths,  [UH_FIELD_BOOL] = write_bool,
    [UH_FIELD_ENUM] = names_member,         [UH_FIELD_FLAGS] = write_flags,
    [UH_FIELD_RECORD] = write_inner_record, [UH_FIELD_RECORDS] = write_records,
    [UH_FIELD_TEXTS] = write_texts,         [UH_FIELD_ANGLES] = write_angles,
    [UH_FIELD_VECTOR] = write_vector,
};

static void write_record(struct writer *writer, const uh_record_type *type)
{
    text_member(writer, "type", "object");
    member(writer, "additionalProperties");
    put(writer, "false");
    member(writer, "required");
    open(writer, "[");
    for (uint32_t i = 0; i < type->field_count; i++) {
        if (type->fields[i].required) {
            line(writer);
            put_text(writer, type->fields[i].key);
        }
    }
    close(writer, "]");
    member(writer, "properties");
    open(writer, "{");
    for (uint32_t i = 0; i < type->field_count; i++) {
        const uh_field *field = &type->fields[i];
        member(writer, field->key);
        open(writer, "{");
        text_member(writer, "description", field->help);
        writers[field->kind](writer, field);
        close(writer, "}");
    }
    close(writer, "}");
}

void uh_write_json_schema(uh_out out)
{
    struct writer writer = {.out = out};
    open(&writer, "{");
    text_member(&writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
    text_member(&writer, "title", "unhunch catalogue file");
    member(&writer, "oneOf");
    open(&writer, "[");
    for (uh_document kind = 0; kind < UH_DOCUMENT_COUNT; kind++) {
        line(&writer);
        open(&writer, "{");
        write_record(&writer, uh_catalogue_schema(kind));
        close(&writer, "}");
    }
    close(&writer, "]");
    close(&writer, "}");
    put(&writer, "\n");
}
