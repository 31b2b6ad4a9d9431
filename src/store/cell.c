/* SPDX-License-Identifier: MIT */
#include "store/cell.h"

#include <string.h>

static const char *bytes_of(const uh_fact *fact, const uh_fact_field *field)
{
    return (const char *)fact + field->offset;
}

static bool is_changed(const uh_fact_field *field)
{
    return field->offset == offsetof(uh_fact, changed);
}

/* Does this number stand for nothing? */
static bool is_nothing(const uh_fact_field *field, int64_t number)
{
    switch (field->type) {
    case UH_VALUE_TIME:
        return number == UH_NO_TIME.ms && !is_changed(field);
    case UH_VALUE_INTEGER:
        return number == UH_NOT_ASKED && field->min == UH_NOT_ASKED;
    case UH_VALUE_TEXT:
    case UH_VALUE_NUMBER:
    case UH_VALUE_LONG:
    case UH_VALUE_DATE:
    case UH_VALUE_BOOL:
    case UH_VALUE_ENUM:
        return false;
    }
    __builtin_unreachable();
}

static int64_t number_of(const uh_fact *fact, const uh_fact_field *field)
{
    const char *bytes = bytes_of(fact, field);
    switch (field->type) {
    case UH_VALUE_NUMBER:
    case UH_VALUE_ENUM: {
        uint32_t number = 0;
        memcpy(&number, bytes, sizeof number);
        return number;
    }
    case UH_VALUE_INTEGER:
    case UH_VALUE_DATE: {
        int32_t number = 0;
        memcpy(&number, bytes, sizeof number);
        return number;
    }
    case UH_VALUE_LONG:
    case UH_VALUE_TIME: {
        int64_t number = 0;
        memcpy(&number, bytes, sizeof number);
        return number;
    }
    case UH_VALUE_BOOL: {
        bool yes = false;
        memcpy(&yes, bytes, sizeof yes);
        return yes;
    }
    case UH_VALUE_TEXT:
        break;
    }
    __builtin_unreachable();
}

uh_field_cell_type uh_field_cell_type_of(const uh_fact_field *field)
{
    switch (field->type) {
    case UH_VALUE_TEXT:
    case UH_VALUE_DATE:
    case UH_VALUE_ENUM:
        return UH_CELL_TEXT;
    case UH_VALUE_NUMBER:
    case UH_VALUE_INTEGER:
    case UH_VALUE_LONG:
    case UH_VALUE_TIME:
        return UH_CELL_NUMBER;
    case UH_VALUE_BOOL:
        return UH_CELL_BOOL;
    }
    __builtin_unreachable();
}

bool uh_field_cell_may_be_nothing(const uh_fact_field *field)
{
    return (field->type == UH_VALUE_TEXT && !field->identity) ||
           (field->type == UH_VALUE_TIME && !is_changed(field)) ||
           (field->type == UH_VALUE_INTEGER && field->min == UH_NOT_ASKED);
}

uh_field_cell uh_field_cell_of(const uh_fact *fact, const uh_fact_field *field)
{
    uh_field_cell cell = {.type = uh_field_cell_type_of(field)};
    if (field->type == UH_VALUE_TEXT) {
        cell.text = bytes_of(fact, field);
        cell.type = cell.text[0] == '\0' ? UH_CELL_NOTHING : UH_CELL_TEXT;
        return cell;
    }
    cell.number = number_of(fact, field);
    if (field->type == UH_VALUE_ENUM) {
        cell.text = field->names((uint32_t)cell.number);
    } else if (field->type == UH_VALUE_DATE) {
        uh_date_write((uh_date){(int32_t)cell.number}, cell.date);
    } else if (is_nothing(field, cell.number)) {
        cell.type = UH_CELL_NOTHING;
    }
    return cell;
}

const char *uh_field_cell_text(const uh_field_cell *cell)
{
    return cell->text != NULL ? cell->text : cell->date;
}

/* -- back into a fact -- */

static void place_number(int64_t number, const uh_fact_field *field, uh_fact *fact)
{
    char *bytes = (char *)fact + field->offset;
    switch (field->type) {
    case UH_VALUE_NUMBER:
    case UH_VALUE_ENUM: {
        const uint32_t value = (uint32_t)number;
        memcpy(bytes, &value, sizeof value);
        return;
    }
    case UH_VALUE_INTEGER:
    case UH_VALUE_DATE: {
        const int32_t value = (int32_t)number;
        memcpy(bytes, &value, sizeof value);
        return;
    }
    case UH_VALUE_LONG:
    case UH_VALUE_TIME:
        memcpy(bytes, &number, sizeof number);
        return;
    case UH_VALUE_BOOL: {
        const bool yes = number != 0;
        memcpy(bytes, &yes, sizeof yes);
        return;
    }
    case UH_VALUE_TEXT:
        break;
    }
    __builtin_unreachable();
}

static uh_status place_nothing(const uh_fact_field *field, uh_fact *fact)
{
    if (!uh_field_cell_may_be_nothing(field)) {
        return UH_ERR_FORMAT;
    }
    if (field->type == UH_VALUE_TEXT) {
        memset((char *)fact + field->offset, 0, field->size);
    } else {
        place_number(field->type == UH_VALUE_TIME ? UH_NO_TIME.ms : UH_NOT_ASKED, field, fact);
    }
    return UH_OK;
}

/* The value of that name; UINT32_MAX: there is none. */
static uint32_t value_named(const uh_fact_field *field, const char *name)
{
    for (uint32_t value = 0; field->names(value)[0] != '\0'; value++) {
        if (strcmp(field->names(value), name) == 0) {
            return value;
        }
    }
    return UINT32_MAX;
}

static uh_status place_text(const char *text, const uh_fact_field *field, uh_fact *fact)
{
    if (field->type == UH_VALUE_ENUM) {
        const uint32_t value = value_named(field, text);
        if (value != UINT32_MAX) {
            place_number(value, field, fact);
        }
        return value != UINT32_MAX ? UH_OK : UH_ERR_RANGE;
    }
    if (field->type == UH_VALUE_DATE) {
        uh_date date = UH_NO_DATE;
        const uh_status status = uh_date_read(text, &date);
        if (status == UH_OK) {
            place_number(date.days, field, fact);
        }
        return status == UH_OK ? UH_OK : UH_ERR_RANGE;
    }
    const size_t length = strlen(text);
    if (length >= field->size) {
        return UH_ERR_RANGE;
    }
    char *bytes = (char *)fact + field->offset;
    memset(bytes, 0, field->size);
    memcpy(bytes, text, length + 1);
    return UH_OK;
}

/* Texts and names that pass here are looked at once more by uh_fact_check(). */
uh_status uh_field_cell_into(const uh_field_cell *cell, const uh_fact_field *field, uh_fact *fact)
{
    if (cell->type == UH_CELL_NOTHING) {
        return place_nothing(field, fact);
    }
    if (cell->type != uh_field_cell_type_of(field)) {
        return UH_ERR_FORMAT;
    }
    if (cell->type == UH_CELL_TEXT) {
        return place_text(uh_field_cell_text(cell), field, fact);
    }
    /* what stands for nothing is written as nothing, so that a fact has one spelling only */
    if (cell->number < field->min || cell->number > field->max || is_nothing(field, cell->number)) {
        return UH_ERR_RANGE;
    }
    place_number(cell->number, field, fact);
    return UH_OK;
}

/* -- whole facts -- */

/* FNV-1a by words of 64 bits, turned after each so that every bit reaches every other: a step is a
 * bijection, so one changed word changes the end. By bytes it would cost more than reading. */
static uint64_t mix(uint64_t sum, uint64_t word)
{
    sum = (sum ^ word) * 1099511628211U;
    return sum << 29U | sum >> 35U;
}

/* From the lowest byte, on every machine alike. */
static uint64_t word_of(const char *bytes, size_t length)
{
    uint64_t word = 0;
    for (size_t i = 0; i < length; i++) {
        word |= (uint64_t)(unsigned char)bytes[i] << 8U * i;
    }
    return word;
}

static uint64_t mix_text(uint64_t sum, const char *text)
{
    const size_t length = strlen(text);
    size_t at = 0;
    for (; at + sizeof(uint64_t) <= length; at += sizeof(uint64_t)) {
        sum = mix(sum, word_of(text + at, sizeof(uint64_t)));
    }
    return mix(mix(sum, word_of(text + at, length - at)), length);
}

uint64_t uh_sum_begin(void)
{
    return 14695981039346656037U;
}

uint64_t uh_sum_add(uint64_t sum, const uh_field_cell *cell)
{
    switch (cell->type) {
    case UH_CELL_NOTHING:
    case UH_CELL_OTHER:
        return mix(sum, (uint64_t)cell->type);
    case UH_CELL_NUMBER:
    case UH_CELL_BOOL:
        return mix(mix(sum, (uint64_t)cell->type), (uint64_t)cell->number);
    case UH_CELL_TEXT:
        return mix_text(mix(sum, (uint64_t)cell->type), uh_field_cell_text(cell));
    }
    __builtin_unreachable();
}

int64_t uh_sum_end(uint64_t sum)
{
    return (int64_t)((sum ^ sum >> 32U) & UINT32_MAX);
}

int64_t uh_fact_sum(const uh_fact *fact)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    uint64_t sum = uh_sum_begin();
    for (uint32_t i = 0; i < count; i++) {
        const uh_field_cell cell = uh_field_cell_of(fact, &fields[i]);
        sum = uh_sum_add(sum, &cell);
    }
    return uh_sum_end(sum);
}

static bool cells_equal(const uh_field_cell *a, const uh_field_cell *b)
{
    if (a->type != b->type) {
        return false;
    }
    return a->type == UH_CELL_TEXT ? strcmp(uh_field_cell_text(a), uh_field_cell_text(b)) == 0
                                   : a->number == b->number;
}

bool uh_fact_equal(const uh_fact *a, const uh_fact *b)
{
    if (a->kind != b->kind) {
        return false;
    }
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(a->kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        const uh_field_cell left = uh_field_cell_of(a, &fields[i]);
        const uh_field_cell right = uh_field_cell_of(b, &fields[i]);
        if (!cells_equal(&left, &right)) {
            return false;
        }
    }
    return true;
}
