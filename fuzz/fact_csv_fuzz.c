/* SPDX-License-Identifier: MIT */
/* Whatever a file holds, a fact that is read from it is one, and is written as a line that gives
 * the same fact again. */
#include <string.h>

#include "store/cell.h"
#include "store/fact_csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LINE_SIZE = 4096 };

static void read_again(const uh_fact *fact)
{
    char text[LINE_SIZE];
    uh_csv_header header;
    uh_fault fault;
    uh_fact again;
    const uh_fact_field *bad = NULL;
    UH_ASSERT(uh_fact_check(fact, &bad) == UH_OK);
    uh_buffer line = {text, sizeof text, 0};
    uh_fact_write_csv_header(fact->kind, uh_out_to_buffer(&line));
    UH_ASSERT(uh_csv_read_header(text, line.length, &header, &fault) == UH_OK);
    line.length = 0;
    uh_fact_write_csv(fact, uh_out_to_buffer(&line));
    UH_ASSERT(line.length < sizeof text);
    UH_ASSERT(uh_csv_read_fact(&header, text, line.length, &again, &fault) == UH_OK);
    UH_ASSERT(uh_fact_equal(fact, &again));
}

static void look_at(const uh_fault *fault)
{
    char choices[UH_FAULT_CHOICES_SIZE];
    UH_ASSERT(fault->column > 0);
    (void)uh_fault_phrase(fault, choices);
}

static size_t line_length(const char *text, size_t size)
{
    const char *end = memchr(text, '\n', size);
    return end != NULL ? (size_t)(end - text) + 1 : size;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    uh_csv_header header;
    uh_fault fault;
    size_t length = line_length(text, size);
    if (uh_csv_read_header(text, length, &header, &fault) != UH_OK) {
        look_at(&fault);
        return 0;
    }
    for (size_t at = length; at < size; at += length) {
        uh_fact fact;
        length = line_length(text + at, size - at);
        if (uh_csv_read_fact(&header, text + at, length, &fact, &fault) == UH_OK) {
            read_again(&fact);
        } else {
            look_at(&fault);
        }
    }
    return 0;
}
