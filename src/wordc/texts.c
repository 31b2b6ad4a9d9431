/* SPDX-License-Identifier: MIT */
#include "wordc/texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unhunch/schema.h"

/* What is walked, and what was found. */
typedef struct walk {
    const uh_catalogue *catalogue;
    uh_placed_texts *texts;
    bool failed;
} walk;

static uint32_t word_at(const walk *on, uint32_t at)
{
    uint32_t word;
    memcpy(&word, on->catalogue->image + at, sizeof word);
    return word;
}

static uh_placed_text *next_place(walk *on)
{
    uh_placed_texts *texts = on->texts;
    if (texts->count == texts->capacity) {
        const uint32_t capacity = texts->capacity > 0 ? 2 * texts->capacity : 256;
        uh_placed_text *grown = realloc(texts->at, capacity * sizeof *grown);
        if (!grown) {
            on->failed = true;
            return NULL;
        }
        texts->at = grown;
        texts->capacity = capacity;
    }
    return &texts->at[texts->count++];
}

static void add(walk *on, const char *place, const uh_field *field, uh_text text)
{
    uh_placed_text *added = text ? next_place(on) : NULL;
    if (!added) {
        return;
    }
    const uint32_t index = on->texts->count - 1;
    (void)snprintf(added->place, sizeof added->place, "%s", place);
    added->text = uh_catalogue_text(on->catalogue, text);
    added->help = field->help;
    added->first = 0;
    while (added->first < index && strcmp(on->texts->at[added->first].text, added->text) != 0) {
        added->first++;
    }
}

static void walk_record(walk *on, const char *place, const uh_record_type *type, uint32_t at);

/* "chin-tuck.steps" and 2: "chin-tuck.steps.2"; false where there is no room for it. */
static bool numbered(char out[UH_PLACE_SIZE], const char *place, uint32_t index)
{
    return snprintf(out, UH_PLACE_SIZE, "%s.%u", place, index) < UH_PLACE_SIZE;
}

static void walk_list(walk *on, const char *place, const uh_field *field, uint32_t at)
{
    const uint32_t offset = word_at(on, at);
    const uint32_t count = word_at(on, at + 4);
    for (uint32_t i = 0; i < count; i++) {
        char below[UH_PLACE_SIZE];
        if (!numbered(below, place, i)) {
            on->failed = true;
        } else if (field->kind == UH_FIELD_RECORDS) {
            walk_record(on, below, field->record, offset + i * field->record->size);
        } else {
            add(on, below, field, word_at(on, offset + i * 4));
        }
    }
}

static void walk_field(walk *on, const char *place, const uh_field *field, uint32_t at)
{
    char below[UH_PLACE_SIZE];
    const int length = snprintf(below, sizeof below, "%s.%s", place, field->key);
    on->failed = on->failed || length >= UH_PLACE_SIZE;
    if (field->fixed || on->failed) {
        return;
    }
    switch (field->kind) {
    case UH_FIELD_TEXT:
        add(on, below, field, word_at(on, at));
        break;
    case UH_FIELD_RECORD:
        walk_record(on, below, field->record, at);
        break;
    case UH_FIELD_RECORDS:
    case UH_FIELD_TEXTS:
        walk_list(on, below, field, at);
        break;
    case UH_FIELD_KEY:
    case UH_FIELD_CITE:
    case UH_FIELD_DATE:
    case UH_FIELD_INTEGER:
    case UH_FIELD_SECONDS:
    case UH_FIELD_METRES:
    case UH_FIELD_BOOL:
    case UH_FIELD_ENUM:
    case UH_FIELD_FLAGS:
    case UH_FIELD_ANGLES:
    case UH_FIELD_VECTOR:
    case UH_FIELD_KIND_COUNT:
        break;
    }
}

static void walk_record(walk *on, const char *place, const uh_record_type *type, uint32_t at)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        walk_field(on, place, &type->fields[i], at + type->fields[i].offset);
    }
}

/* The first field of every document is its key. */
static void walk_documents(walk *on, uh_document document)
{
    const uh_record_type *type = uh_catalogue_schema(document);
    uh_image_header header;
    memcpy(&header, on->catalogue->image, sizeof header);
    const uh_list list = header.documents[document];
    for (uint32_t i = 0; i < list.count; i++) {
        const uint32_t at = list.offset + i * type->size;
        const uh_text key = word_at(on, at + type->fields[0].offset);
        walk_record(on, uh_catalogue_text(on->catalogue, key), type, at);
    }
}

uh_status uh_placed_texts_open(const uh_catalogue *catalogue, uh_placed_texts *ret_texts)
{
    *ret_texts = (uh_placed_texts){0};
    walk on = {.catalogue = catalogue, .texts = ret_texts};
    walk_documents(&on, UH_DOCUMENT_TOPIC);
    walk_documents(&on, UH_DOCUMENT_ROUTINE);
    walk_documents(&on, UH_DOCUMENT_EXERCISE);
    if (on.failed) {
        uh_placed_texts_close(ret_texts);
        return UH_ERR_FULL;
    }
    return UH_OK;
}

void uh_placed_texts_close(uh_placed_texts *texts)
{
    free(texts->at);
    *texts = (uh_placed_texts){0};
}
