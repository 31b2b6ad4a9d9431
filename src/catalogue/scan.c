/* SPDX-License-Identifier: MIT */
/* The parser and its own mistakes; the shape that any catalogue file has. */
#include <stdio.h>
#include <string.h>

#include "catalogue/reading.h"

/* What a sane file never reaches: the parser stops there, whatever follows. */
enum { DEPTH_MAX = 12, VALUES_MAX = 20000 };

void uh_reading_complain_at(struct reading *reading, yaml_mark_t mark, uh_phrase phrase)
{
    reading->complaints++;
    uh_binder_complain(reading->binder, reading->file, (uint32_t)mark.line + 1,
                       (uint32_t)mark.column + 1, phrase);
}

void uh_reading_complain(struct reading *reading, const yaml_node_t *node, uh_phrase phrase)
{
    uh_reading_complain_at(reading, node->start_mark, phrase);
}

void uh_reading_pass_mark(const unsigned char **bytes, size_t *length)
{
    static const unsigned char mark[] = {0xef, 0xbb, 0xbf};
    if (*length >= sizeof mark && memcmp(*bytes, mark, sizeof mark) == 0) {
        *bytes += sizeof mark;
        *length -= sizeof mark;
    }
}

/* A reader's error has a byte, not a mark. */
static yaml_mark_t mark_of_byte(const unsigned char *bytes, size_t length, size_t offset)
{
    yaml_mark_t mark = {0};
    for (size_t i = 0; i < offset && i < length; i++) {
        mark.column += (bytes[i] & 0xc0) != 0x80;
        if (bytes[i] == '\n') {
            mark.line++;
            mark.column = 0;
        }
    }
    return mark;
}

void uh_reading_complain_syntax(struct reading *reading, const yaml_parser_t *parser,
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
    uh_reading_complain_at(reading, mark, uh_say1(UH_MSG_FILE_SYNTAX, uh_literal(kept)));
}

bool uh_reading_start(struct reading *reading, yaml_parser_t *parser, const unsigned char *bytes,
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

/* -- shape -- */

struct shape {
    uint32_t depth;
    uint32_t values;
    uint32_t documents;
};

static void complain_of_marks(struct reading *reading, const yaml_event_t *event,
                              const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor) {
        uh_reading_complain_at(reading, event->start_mark, uh_say(UH_MSG_FILE_ALIAS));
    }
    if (tag) {
        uh_reading_complain_at(reading, event->start_mark, uh_say(UH_MSG_FILE_TAG));
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
        uh_reading_complain_at(reading, event->start_mark, uh_say(UH_MSG_FILE_ALIAS));
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
        {shape->documents > 1,
         uh_say(reading->settings ? UH_MSG_CONFIG_FORM : UH_MSG_FILE_DOCUMENTS)},
    };
    for (size_t i = 0; i < UH_COUNT(bounds); i++) {
        if (bounds[i].beyond) {
            uh_reading_complain_at(reading, event->start_mark, bounds[i].phrase);
            return false;
        }
    }
    return true;
}

bool uh_reading_scan(struct reading *reading, const unsigned char *bytes, size_t length)
{
    yaml_parser_t parser;
    yaml_event_t event;
    struct shape shape = {0};
    bool more = true;
    bool good = true;
    if (!uh_reading_start(reading, &parser, bytes, length)) {
        return false;
    }
    while (more && good) {
        if (!yaml_parser_parse(&parser, &event)) {
            uh_reading_complain_syntax(reading, &parser, bytes, length);
            good = false;
            break;
        }
        more = event.type != YAML_STREAM_END_EVENT;
        look_at(reading, &event, &shape);
        good = within_bounds(reading, &event, &shape);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (good && shape.documents == 0 && !reading->settings) {
        uh_reading_complain_at(reading, (yaml_mark_t){0}, uh_say(UH_MSG_FILE_EMPTY));
        good = false;
    }
    return good;
}
