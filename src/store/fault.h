/* SPDX-License-Identifier: MIT */
/* fault.h: what is wrong in a line of records, and where. */
#ifndef UNHUNCH_STORE_FAULT_H
#define UNHUNCH_STORE_FAULT_H

#include "store/cell.h"
#include "unhunch/message.h"

enum { UH_FAULT_TEXT_SIZE = 80, UH_FAULT_CHOICES_SIZE = 512 };

typedef struct uh_fault {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in characters */
    uh_message message;
    const uh_fact_field *field; /* NULL: it is about none */
    uint32_t kind;              /* uh_fact_kind; UH_FACT_KIND_COUNT: not known yet */
    int64_t numbers[2];
    char given[UH_FAULT_TEXT_SIZE]; /* as it stands there, cut where it is long */
} uh_fault;

/* A fault without a field or a text. The line is filled in by whoever counts lines. */
uh_fault uh_fault_at(uint32_t column, uh_message message, uint32_t kind);

/* The same with what stands there. */
uh_fault uh_fault_given(uint32_t column, uh_message message, uint32_t kind, const char *given,
                        size_t length);

/* What is wrong with a cell that uh_field_cell_into() refused with `status`, or that
 * uh_fact_check() refused in its fact (UH_ERR_RANGE). */
uh_fault uh_fault_of_cell(uint32_t column, uint32_t kind, const uh_fact_field *field,
                          const uh_field_cell *cell, uh_status status);

/* As a phrase; its words are borrowed from the fault and from `choices`. */
uh_phrase uh_fault_phrase(const uh_fault *fault, char choices[UH_FAULT_CHOICES_SIZE]);

#endif
