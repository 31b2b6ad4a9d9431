/* SPDX-License-Identifier: MIT */
#include "store/fact_csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- writing -- */

static void write_text(uh_out out, const char *text)
{
    if (strpbrk(text, ",\"\r\n") == NULL && text[0] != ' ') {
        uh_out_text(out, text);
        return;
    }
    uh_out_text(out, "\"");
    for (const char *quote = strchr(text, '"'); quote != NULL; quote = strchr(text, '"')) {
        uh_out_bytes(out, text, (size_t)(quote - text) + 1);
        uh_out_text(out, "\"");
        text = quote + 1;
    }
    uh_out_text(out, text);
    uh_out_text(out, "\"");
}

static void write_cell(uh_out out, const uh_field_cell *cell)
{
    switch (cell->type) {
    case UH_CELL_NOTHING:
    case UH_CELL_OTHER:
        return;
    case UH_CELL_NUMBER:
        uh_out_number(out, cell->number);
        return;
    case UH_CELL_BOOL:
        uh_out_text(out, cell->number != 0 ? "true" : "false");
        return;
    case UH_CELL_TEXT:
        write_text(out, uh_field_cell_text(cell));
        return;
    }
}

/* -- local times -- */

static bool is_named(const uh_fact_field *field, const char *name)
{
    return strcmp(field->name, name) == 0;
}

/* When something was; not when its record was changed, nor for whom it was kept. */
static bool has_local(const uh_fact_field *field)
{
    return field->type == UH_VALUE_TIME &&
           (is_named(field, "at") || is_named(field, "began") || is_named(field, "ended"));
}

/* The field with the offset of the others; NULL: the kind has none, and no local times. */
static const uh_fact_field *offset_field(uh_fact_kind kind)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (is_named(&fields[i], "offset_s")) {
            return &fields[i];
        }
    }
    return NULL;
}

/* 2026-01-05T12:00:00+01:00 */
static void write_local(uh_out out, int64_t unix_ms, int64_t offset_s)
{
    const int64_t day_s = 24 * 60 * 60;
    const int64_t shifted_ms = unix_ms + offset_s * 1000;
    const int64_t second = shifted_ms / 1000 - (shifted_ms % 1000 < 0);
    const int64_t day = second / day_s - (second % day_s < 0);
    const int in_day = (int)(second - day * day_s);
    const int offset = (int)(offset_s < 0 ? -offset_s : offset_s) / 60;
    char date[UH_DATE_TEXT_SIZE];
    char text[UH_DATE_TEXT_SIZE + 32];
    uh_date_write((uh_date){(int32_t)day}, date);
    (void)snprintf(text, sizeof text, "%sT%02d:%02d:%02d%c%02d:%02d", date, in_day / 3600,
                   in_day / 60 % 60, in_day % 60, offset_s < 0 ? '-' : '+', offset / 60,
                   offset % 60);
    uh_out_text(out, text);
}

static void write_locals(const uh_fact *fact, uh_out out)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    const uh_fact_field *offset = offset_field(fact->kind);
    for (uint32_t i = 0; offset != NULL && i < count; i++) {
        if (has_local(&fields[i])) {
            const uh_field_cell at = uh_field_cell_of(fact, &fields[i]);
            const uh_field_cell from_utc = uh_field_cell_of(fact, offset);
            uh_out_text(out, ",");
            if (at.type == UH_CELL_NUMBER) {
                write_local(out, at.number, from_utc.number);
            }
        }
    }
}

/* Is it the heading of a local time of this kind? */
static bool is_local(uh_fact_kind kind, const char *name)
{
    const size_t length = strlen(name);
    const size_t ending = sizeof UH_CSV_LOCAL - 1;
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    for (uint32_t i = 0; offset_field(kind) != NULL && i < count; i++) {
        const size_t stem = strlen(fields[i].name);
        if (has_local(&fields[i]) && length == stem + ending &&
            strncmp(name, fields[i].name, stem) == 0 && strcmp(name + stem, UH_CSV_LOCAL) == 0) {
            return true;
        }
    }
    return false;
}

void uh_fact_write_csv_header(uh_fact_kind kind, uh_out out)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        uh_out_text(out, i > 0 ? "," : "");
        uh_out_text(out, fields[i].name);
    }
    for (uint32_t i = 0; offset_field(kind) != NULL && i < count; i++) {
        if (has_local(&fields[i])) {
            uh_out_text(out, ",");
            uh_out_text(out, fields[i].name);
            uh_out_text(out, UH_CSV_LOCAL);
        }
    }
    uh_out_text(out, "\r\n");
}

void uh_fact_write_csv(const uh_fact *fact, uh_out out)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        const uh_field_cell cell = uh_field_cell_of(fact, &fields[i]);
        uh_out_text(out, i > 0 ? "," : "");
        write_cell(out, &cell);
    }
    write_locals(fact, out);
    uh_out_text(out, "\r\n");
}

/* -- cells of a line -- */

enum { CELL_SIZE = UH_FACT_VALUE_SIZE + 1 }; /* one byte more than any text: then it is too long */

typedef struct csv_line {
    const char *at;
    const char *end;
    uint32_t column;
    bool more; /* a cell is to come */
} csv_line;

/* A cell without its quotes. */
typedef struct csv_cell {
    char text[CELL_SIZE];
    size_t length;
    uint32_t column;
    bool quoted;
} csv_cell;

static csv_line line_of(const char *text, size_t length)
{
    if (length > 0 && text[length - 1] == '\n') {
        length--;
    }
    if (length > 0 && text[length - 1] == '\r') {
        length--;
    }
    return (csv_line){text, text + length, 1, true};
}

static void take(csv_line *line, csv_cell *cell)
{
    if (cell->length < sizeof cell->text - 1) {
        cell->text[cell->length++] = *line->at;
        cell->text[cell->length] = '\0';
    }
    line->column += ((unsigned char)*line->at & 0xc0U) != 0x80U;
    line->at++;
}

static void skip(csv_line *line)
{
    line->column++;
    line->at++;
}

/* From behind the opening quote to behind the closing one; two of them are one of the text. */
static bool take_quoted(csv_line *line, csv_cell *cell)
{
    while (line->at < line->end) {
        if (*line->at != '"') {
            take(line, cell);
        } else if (line->at + 1 < line->end && line->at[1] == '"') {
            skip(line);
            take(line, cell);
        } else {
            skip(line);
            return line->at == line->end || *line->at == ',';
        }
    }
    return false;
}

static bool take_plain(csv_line *line, csv_cell *cell)
{
    while (line->at < line->end && *line->at != ',') {
        if (*line->at == '"') {
            return false;
        }
        take(line, cell);
    }
    return true;
}

/* The next cell; false: a quote is in the wrong place. A zero byte ends no line and is refused with
 * the text in which it stands. */
static bool next_cell(csv_line *line, csv_cell *cell)
{
    cell->length = 0;
    cell->text[0] = '\0';
    cell->column = line->column;
    cell->quoted = line->at < line->end && *line->at == '"';
    if (cell->quoted) {
        skip(line);
    }
    if (!(cell->quoted ? take_quoted(line, cell) : take_plain(line, cell))) {
        return false;
    }
    line->more = line->at < line->end;
    if (line->more) {
        skip(line);
    }
    return true;
}

static uh_status fail(uh_fault *ret_fault, uh_fault fault)
{
    *ret_fault = fault;
    return UH_ERR_FORMAT;
}

static uh_status fail_quote(uh_fault *ret_fault, const csv_line *line, uint32_t kind)
{
    return fail(ret_fault, uh_fault_at(line->column, UH_MSG_FAULT_QUOTE, kind));
}

/* -- the first line -- */

/* A name of the first line. */
typedef struct csv_name {
    char text[UH_FACT_KEY_SIZE];
    uint32_t column;
} csv_name;

static uint32_t find_field(uh_fact_kind kind, const char *name)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(fields[i].name, name) == 0) {
            return i;
        }
    }
    return UINT32_MAX;
}

static uh_status read_names(const char *text, size_t length, csv_name *names, uint32_t *ret_count,
                            uh_fault *ret_fault)
{
    static const char mark[] = {(char)0xef, (char)0xbb, (char)0xbf};
    const bool marked = length >= sizeof mark && memcmp(text, mark, sizeof mark) == 0;
    csv_line line = line_of(text + (marked ? sizeof mark : 0), length - (marked ? sizeof mark : 0));
    uint32_t count = 0;
    while (line.more) {
        csv_cell cell;
        if (!next_cell(&line, &cell)) {
            return fail_quote(ret_fault, &line, UH_FACT_KIND_COUNT);
        }
        if (count == UH_CSV_COLUMNS_MAX || cell.length == 0 || cell.length >= sizeof names->text ||
            strlen(cell.text) != cell.length) {
            return fail(ret_fault,
                        uh_fault_at(cell.column, UH_MSG_FAULT_HEADER, UH_FACT_KIND_COUNT));
        }
        memcpy(names[count].text, cell.text, cell.length + 1);
        names[count++].column = cell.column;
    }
    *ret_count = count;
    return UH_OK;
}

/* How many of the names are fields of the kind, less how many of its fields are not named: the most
 * is the kind that is meant. */
static int likeness(uh_fact_kind kind, const csv_name *names, uint32_t count)
{
    uint32_t fields = 0;
    (void)uh_fact_fields(kind, &fields);
    int known = 0;
    for (uint32_t i = 0; i < count; i++) {
        known += find_field(kind, names[i].text) != UINT32_MAX;
    }
    return 2 * known - (int)fields;
}

static uh_fact_kind kind_meant(const csv_name *names, uint32_t count)
{
    uh_fact_kind best = UH_FACT_SESSION;
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        if (likeness((uh_fact_kind)kind, names, count) > likeness(best, names, count)) {
            best = (uh_fact_kind)kind;
        }
    }
    return best;
}

uh_status uh_csv_read_header(const char *text, size_t length, uh_csv_header *ret_header,
                             uh_fault *ret_fault)
{
    csv_name names[UH_CSV_COLUMNS_MAX];
    uint32_t count = 0;
    const uh_status status = read_names(text, length, names, &count, ret_fault);
    if (status != UH_OK) {
        return status;
    }
    uh_csv_header header = {.kind = kind_meant(names, count), .count = count};
    uint32_t field_count = 0;
    const uh_fact_field *fields = uh_fact_fields(header.kind, &field_count);
    bool seen[UH_CSV_COLUMNS_MAX] = {false};
    for (uint32_t i = 0; i < count; i++) {
        const char *name = names[i].text;
        const uint32_t field = find_field(header.kind, name);
        if (is_local(header.kind, name)) {
            header.fields[i] = UINT32_MAX;
            continue;
        }
        const bool twice = field != UINT32_MAX && seen[field];
        if (field == UINT32_MAX || twice) {
            return fail(ret_fault, uh_fault_given(names[i].column,
                                                  twice ? UH_MSG_FAULT_TWICE : UH_MSG_FAULT_UNKNOWN,
                                                  header.kind, name, strlen(name)));
        }
        seen[field] = true;
        header.fields[i] = field;
    }
    for (uint32_t i = 0; i < field_count; i++) {
        if (!seen[i]) {
            uh_fault fault = uh_fault_at(1, UH_MSG_FAULT_MISSING, header.kind);
            fault.field = &fields[i];
            return fail(ret_fault, fault);
        }
    }
    *ret_header = header;
    return UH_OK;
}

/* -- the others -- */

/* Digits and a sign before them, nothing else. */
static bool read_number(const char *text, int64_t *ret_number)
{
    const bool negative = text[0] == '-';
    const char *at = text + negative;
    uint64_t number = 0;
    if (*at == '\0') {
        return false;
    }
    for (; *at != '\0'; at++) {
        if (*at < '0' || *at > '9' || number > (uint64_t)INT64_MAX / 10 - 1) {
            return false;
        }
        number = number * 10 + (uint64_t)(*at - '0');
    }
    *ret_number = negative ? -(int64_t)number : (int64_t)number;
    return true;
}

/* What a field's cell says. OTHER: not what belongs there. */
static uh_field_cell meaning(const csv_cell *cell, const uh_fact_field *field)
{
    if (cell->length == 0) {
        return (uh_field_cell){.type = UH_CELL_NOTHING};
    }
    switch (uh_field_cell_type_of(field)) {
    case UH_CELL_NUMBER: {
        uh_field_cell number = {.type = UH_CELL_NUMBER};
        number.type = read_number(cell->text, &number.number) ? number.type : UH_CELL_OTHER;
        return number;
    }
    case UH_CELL_BOOL: {
        const bool yes = strcmp(cell->text, "true") == 0;
        const bool no = strcmp(cell->text, "false") == 0;
        return (uh_field_cell){.type = yes || no ? UH_CELL_BOOL : UH_CELL_OTHER, .number = yes};
    }
    case UH_CELL_TEXT:
    case UH_CELL_NOTHING:
    case UH_CELL_OTHER:
        break;
    }
    const bool whole = strlen(cell->text) == cell->length;
    return (uh_field_cell){.type = whole ? UH_CELL_TEXT : UH_CELL_OTHER, .text = cell->text};
}

static uh_status read_cell(const csv_cell *cell, const uh_fact_field *field, uh_fact *fact,
                           uh_fault *ret_fault)
{
    const uh_field_cell value = meaning(cell, field);
    const uh_status status = uh_field_cell_into(&value, field, fact);
    return status == UH_OK
               ? UH_OK
               : fail(ret_fault, uh_fault_of_cell(cell->column, fact->kind, field, &value, status));
}

static uh_status fail_count(uh_fault *ret_fault, const csv_line *line, uint32_t cells,
                            const uh_csv_header *header)
{
    uh_fault fault = uh_fault_at(line->column, UH_MSG_FAULT_CELLS, header->kind);
    fault.numbers[0] = cells;
    fault.numbers[1] = header->count;
    return fail(ret_fault, fault);
}

/* A text may pass as a cell and still hold what no fact may: then the column is that of its cell.
 */
static uh_status check(const uh_csv_header *header, const uint32_t *columns, const uh_fact *fact,
                       uh_fault *ret_fault)
{
    const uh_fact_field *bad = NULL;
    if (uh_fact_check(fact, &bad) == UH_OK) {
        return UH_OK;
    }
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(header->kind, &count);
    uint32_t column = 1;
    for (uint32_t i = 0; i < header->count; i++) {
        if (header->fields[i] != UINT32_MAX && &fields[header->fields[i]] == bad) {
            column = columns[i];
        }
    }
    const uh_field_cell cell = uh_field_cell_of(fact, bad);
    return fail(ret_fault, uh_fault_of_cell(column, header->kind, bad, &cell, UH_ERR_RANGE));
}

uh_status uh_csv_read_fact(const uh_csv_header *header, const char *text, size_t length,
                           uh_fact *ret_fact, uh_fault *ret_fault)
{
    uint32_t field_count = 0;
    const uh_fact_field *fields = uh_fact_fields(header->kind, &field_count);
    csv_line line = line_of(text, length);
    uint32_t columns[UH_CSV_COLUMNS_MAX] = {0};
    uh_fact fact = {.kind = header->kind};
    uint32_t cells = 0;
    while (line.more) {
        csv_cell cell;
        if (!next_cell(&line, &cell)) {
            return fail_quote(ret_fault, &line, header->kind);
        }
        if (cells == header->count) {
            return fail_count(ret_fault, &line, cells + 1, header);
        }
        columns[cells] = cell.column;
        const uint32_t field = header->fields[cells++];
        const uh_status status =
            field == UINT32_MAX ? UH_OK : read_cell(&cell, &fields[field], &fact, ret_fault);
        if (status != UH_OK) {
            return status;
        }
    }
    if (cells < header->count) {
        return fail_count(ret_fault, &line, cells, header);
    }
    const uh_status status = check(header, columns, &fact, ret_fault);
    if (status == UH_OK) {
        *ret_fact = fact;
    }
    return status;
}
