/* SPDX-License-Identifier: MIT */
#include "store/fault.h"

#include <string.h>

#include "unhunch/out.h"

uh_fault uh_fault_at(uint32_t column, uh_message message, uint32_t kind)
{
    return (uh_fault){.column = column, .message = message, .kind = kind};
}

uh_fault uh_fault_given(uint32_t column, uh_message message, uint32_t kind, const char *given,
                        size_t length)
{
    uh_fault fault = uh_fault_at(column, message, kind);
    size_t kept = length < sizeof fault.given - 1 ? length : sizeof fault.given - 1;
    while (kept < length && kept > 0 && ((unsigned char)given[kept] & 0xc0U) == 0x80U) {
        kept--; /* not in the middle of a character */
    }
    memcpy(fault.given, given, kept);
    fault.given[kept] = '\0';
    return fault;
}

static uh_message type_message(const uh_fact_field *field)
{
    switch (uh_field_cell_type_of(field)) {
    case UH_CELL_NUMBER:
        return UH_MSG_FAULT_TYPE_NUMBER;
    case UH_CELL_BOOL:
        return UH_MSG_FAULT_TYPE_BOOL;
    case UH_CELL_TEXT:
    case UH_CELL_NOTHING:
    case UH_CELL_OTHER:
        break;
    }
    return UH_MSG_FAULT_TYPE_TEXT;
}

static uh_message range_message(const uh_fact_field *field)
{
    switch (field->type) {
    case UH_VALUE_TEXT:
        return UH_MSG_FAULT_TEXT;
    case UH_VALUE_DATE:
        return UH_MSG_FAULT_DATE;
    case UH_VALUE_ENUM:
        return UH_MSG_FAULT_CHOICE;
    case UH_VALUE_NUMBER:
    case UH_VALUE_INTEGER:
    case UH_VALUE_LONG:
    case UH_VALUE_TIME:
    case UH_VALUE_BOOL:
        return UH_MSG_FAULT_NUMBER;
    }
    __builtin_unreachable();
}

uh_fault uh_fault_of_cell(uint32_t column, uint32_t kind, const uh_fact_field *field,
                          const uh_field_cell *cell, uh_status status)
{
    const char *text = cell->type == UH_CELL_TEXT ? uh_field_cell_text(cell) : "";
    uh_fault fault = uh_fault_given(column, range_message(field), kind, text, strlen(text));
    fault.field = field;
    fault.numbers[0] = cell->number;
    if (status == UH_ERR_FORMAT) {
        fault.message = cell->type == UH_CELL_NOTHING ? UH_MSG_FAULT_NOTHING : type_message(field);
    } else if (field->identity && field->type == UH_VALUE_TEXT && text[0] == '\0') {
        fault.message = UH_MSG_FAULT_NOTHING;
    }
    return fault;
}

/* -- as words -- */

static const char *kind_choice(uint32_t kind)
{
    return uh_fact_kind_name(kind);
}

static const char *joined(const char *(*names)(uint32_t value), char choices[UH_FAULT_CHOICES_SIZE])
{
    uh_buffer buffer = {choices, UH_FAULT_CHOICES_SIZE, 0};
    uh_out out = uh_out_to_buffer(&buffer);
    for (uint32_t i = 0; names(i)[0] != '\0'; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, names(i));
    }
    return choices;
}

/* What stands for nothing is not counted as a number that may be written. */
static int64_t least_of(const uh_fact_field *field)
{
    const bool has_nothing = uh_field_cell_may_be_nothing(field);
    return has_nothing ? field->min + 1 : field->min;
}

static uh_phrase field_phrase(const uh_fault *fault, char choices[UH_FAULT_CHOICES_SIZE])
{
    const uh_fact_field *field = fault->field;
    const uh_argument name = uh_literal(field->name);
    const uh_argument given = uh_literal(fault->given);
    if (fault->message == UH_MSG_FAULT_NUMBER) {
        return uh_say4(fault->message, name, uh_number(fault->numbers[0]),
                       uh_number(least_of(field)), uh_number(field->max));
    }
    if (fault->message == UH_MSG_FAULT_CHOICE) {
        return uh_say3(fault->message, name, given, uh_literal(joined(field->names, choices)));
    }
    if (fault->message == UH_MSG_FAULT_TEXT) {
        return uh_say2(fault->message, name, uh_number(field->size - 1));
    }
    if (fault->message == UH_MSG_FAULT_MISSING) {
        return uh_say2(fault->message, name, uh_literal(uh_fact_kind_name(fault->kind)));
    }
    return fault->message == UH_MSG_FAULT_DATE ? uh_say2(fault->message, name, given)
                                               : uh_say1(fault->message, name);
}

uh_phrase uh_fault_phrase(const uh_fault *fault, char choices[UH_FAULT_CHOICES_SIZE])
{
    const uh_argument given = uh_literal(fault->given);
    if (fault->field != NULL) {
        return field_phrase(fault, choices);
    }
    if (fault->message == UH_MSG_FAULT_NO_KIND) {
        return uh_say1(fault->message, uh_literal(joined(kind_choice, choices)));
    }
    if (fault->message == UH_MSG_FAULT_KIND) {
        return uh_say2(fault->message, given, uh_literal(joined(kind_choice, choices)));
    }
    if (fault->message == UH_MSG_FAULT_UNKNOWN) {
        return uh_say2(fault->message, given, uh_literal(uh_fact_kind_name(fault->kind)));
    }
    if (fault->message == UH_MSG_FAULT_CELLS) {
        return uh_say2(fault->message, uh_number(fault->numbers[0]), uh_number(fault->numbers[1]));
    }
    return fault->message == UH_MSG_FAULT_ORPHAN ? uh_say1(fault->message, given)
                                                 : uh_say(fault->message);
}
