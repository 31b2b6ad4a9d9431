/* SPDX-License-Identifier: MIT */
/* Whatever a line holds, a fact that is read from it is one, and is written as a line that gives
 * the same fact again. */
#include <string.h>

#include "store/cell.h"
#include "store/fact_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uh_status keep(void *to, const uh_fact *fact)
{
    const uh_fact_field *bad = NULL;
    UH_ASSERT(uh_fact_check(fact, &bad) == UH_OK);
    *(uh_fact *)to = *fact;
    return UH_OK;
}

static uh_status read_again(void *to, const uh_fact *fact)
{
    char text[UH_FACT_LINE_SIZE];
    uh_fact again = {.kind = UH_FACT_KIND_COUNT};
    uh_fault fault;
    (void)to;
    uh_buffer line = {text, sizeof text, 0};
    uh_fact_write_json(fact, uh_out_to_buffer(&line));
    UH_ASSERT(line.length < sizeof text);
    UH_ASSERT(uh_fact_read_json(text, line.length, keep, &again, &fault) == UH_OK);
    UH_ASSERT(uh_fact_equal(fact, &again));
    return UH_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uh_fault fault;
    char choices[UH_FAULT_CHOICES_SIZE];
    if (uh_fact_read_json((const char *)data, size, read_again, NULL, &fault) == UH_ERR_FORMAT) {
        UH_ASSERT(fault.column > 0);
        (void)uh_fault_phrase(&fault, choices);
    }
    return 0;
}
