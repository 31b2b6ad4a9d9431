/* SPDX-License-Identifier: MIT */
/* cell.h: one field of a fact as it stands in a column: nothing, a number, a yes or no, or a text.
 *
 * The database, JSON lines and CSV read and write these, so that the table in core/fact.c is the
 * only place that knows the fields. What is nothing: an empty text, UH_NO_TIME (but not when a fact
 * was changed), and the -1 of a number that begins at UH_NOT_ASKED. */
#ifndef UNHUNCH_STORE_CELL_H
#define UNHUNCH_STORE_CELL_H

#include "unhunch/fact.h"

typedef enum uh_field_cell_type {
    UH_CELL_NOTHING,
    UH_CELL_NUMBER,
    UH_CELL_BOOL, /* number: 0 or 1 */
    UH_CELL_TEXT,
    UH_CELL_OTHER /* read where no such thing belongs: a fraction, a list */
} uh_field_cell_type;

typedef struct uh_field_cell {
    uh_field_cell_type type;
    int64_t number;
    const char *text; /* borrowed from the fact, or `date` of this cell: use uh_field_cell_text() */
    char date[UH_DATE_TEXT_SIZE];
} uh_field_cell;

/* The type that a field's cell has where it is not nothing. */
uh_field_cell_type uh_field_cell_type_of(const uh_fact_field *field);

/* May it be nothing? */
bool uh_field_cell_may_be_nothing(const uh_fact_field *field);

uh_field_cell uh_field_cell_of(const uh_fact *fact, const uh_fact_field *field);

/* The text of a TEXT cell; lives as long as the cell and the fact it was made of. */
const char *uh_field_cell_text(const uh_field_cell *cell);

/* Puts it into the fact. UH_ERR_FORMAT: of another type. UH_ERR_RANGE: not what the field allows;
 * then the field is as it was. */
UH_MUST_USE uh_status uh_field_cell_into(const uh_field_cell *cell, const uh_fact_field *field,
                                         uh_fact *fact);

/* A hash of all fields, 32 bits, equal on every machine: equal facts have equal sums, and others
 * the same by chance of one in 4 thousand million only. It is in every database: it never changes.
 */
int64_t uh_fact_sum(const uh_fact *fact);

/* The same, cell by cell in the order of the fields. */
uint64_t uh_sum_begin(void);
uint64_t uh_sum_add(uint64_t sum, const uh_field_cell *cell);
int64_t uh_sum_end(uint64_t sum);

/* All fields are equal. */
bool uh_fact_equal(const uh_fact *a, const uh_fact *b);

#endif
