/* SPDX-License-Identifier: MIT */
/* door_facts.c: facts for JavaScript. It walks the table of fields and reads and writes the bytes
 * of a fact itself, so that no field has a name there. */
#include <string.h>

#include "unhunch/fact_order.h"
#include "wasm/door.h"
#include "wasm/door_facts.h"
#include "wasm/door_inside.h"

/* -- the table -- */

UH_DOOR(uint32_t, uh_door_fact_kind_count, void)
{
    return UH_FACT_KIND_COUNT;
}

UH_DOOR(const char *, uh_door_fact_kind_name, uint32_t kind)
{
    return uh_fact_kind_name(kind);
}

static const uh_fact_field *field_at(uint32_t kind, uint32_t index)
{
    uint32_t count = 0;
    UH_ASSERT(kind < UH_FACT_KIND_COUNT);
    const uh_fact_field *fields = uh_fact_fields((uh_fact_kind)kind, &count);
    UH_ASSERT(index < count);
    return &fields[index];
}

UH_DOOR(uint32_t, uh_door_fact_field_count, uint32_t kind)
{
    uint32_t count = 0;
    UH_ASSERT(kind < UH_FACT_KIND_COUNT);
    (void)uh_fact_fields((uh_fact_kind)kind, &count);
    return count;
}

UH_DOOR(const char *, uh_door_fact_field_name, uint32_t kind, uint32_t index)
{
    return field_at(kind, index)->name;
}

/* uh_value_type, offset and size in the fact, min, max, identity, always (a time that is never
 * nothing: `changed`). */
UH_DOOR(const double *, uh_door_fact_field, uint32_t kind, uint32_t index)
{
    static double numbers[7];
    const uh_fact_field *field = field_at(kind, index);
    const double list[] = {field->type,
                           field->offset,
                           field->size,
                           (double)field->min,
                           (double)field->max,
                           field->identity,
                           field->offset == offsetof(uh_fact, changed)};
    memcpy(numbers, list, sizeof numbers);
    return numbers;
}

/* How a value of an ENUM field is spelled; "" beyond the last. */
UH_DOOR(const char *, uh_door_fact_value_name, uint32_t kind, uint32_t index, uint32_t value)
{
    const uh_fact_field *field = field_at(kind, index);
    return field->names ? field->names(value) : "";
}

/* -- one that comes in -- */

static uh_fact fact_in;

/* An empty one of that kind; JavaScript fills it in where it lies. */
UH_DOOR(uh_fact *, uh_door_fact_begin, uint32_t kind)
{
    UH_ASSERT(kind < UH_FACT_KIND_COUNT);
    fact_in = (uh_fact){.kind = (uh_fact_kind)kind};
    return &fact_in;
}

/* -1: all of it is within what the table allows; else the index of the first field that is not. */
UH_DOOR(int32_t, uh_door_fact_check, void)
{
    const uh_fact_field *bad = NULL;
    if (uh_fact_check(&fact_in, &bad) == UH_OK) {
        return -1;
    }
    uint32_t count = 0;
    return (int32_t)(bad - uh_fact_fields(fact_in.kind, &count));
}

const uh_fact *uh_door_fact_in(void)
{
    const uh_fact_field *bad = NULL;
    UH_ASSERT(uh_fact_check(&fact_in, &bad) == UH_OK);
    return &fact_in;
}

/* Where the one that came in stands in the order of a store: rank, moment, kind, then
 * UH_FACT_STEPS numbers of its own among what belongs to its session. */
UH_DOOR(const double *, uh_door_fact_place, void)
{
    static double numbers[3 + UH_FACT_STEPS];
    int64_t steps[UH_FACT_STEPS];
    uh_fact_steps(&fact_in, steps);
    numbers[0] = uh_fact_rank(fact_in.kind);
    numbers[1] = (double)uh_fact_moment(&fact_in).at.ms;
    numbers[2] = fact_in.kind;
    for (uint32_t i = 0; i < UH_FACT_STEPS; i++) {
        numbers[3 + i] = (double)steps[i];
    }
    return numbers;
}

/* The local day of it, days since 1970-01-01; of kinds without one the least number there is. */
UH_DOOR(int32_t, uh_door_fact_day, void)
{
    return uh_fact_moment(&fact_in).day.days;
}

/* Its text of identity; of what belongs to a session that one's. Valid until the next fact. */
UH_DOOR(const char *, uh_door_fact_id, void)
{
    return uh_fact_id(&fact_in);
}

/* The session that it cannot be without; and the one with which it is forgotten. "" for none. */
UH_DOOR(const char *, uh_door_fact_session, void)
{
    const char *session = uh_fact_session(&fact_in);
    return session ? session : "";
}

UH_DOOR(const char *, uh_door_fact_owner, void)
{
    const char *owner = uh_fact_owner(&fact_in);
    return owner ? owner : "";
}

/* -- those that go out: to be written, as what the program says now -- */

static uh_fact facts_out[UH_DOOR_FACTS_OUT];
static uint32_t out_count;

void uh_door_facts_begin(void)
{
    out_count = 0;
}

void uh_door_facts_put(void *to, const uh_fact *fact)
{
    (void)to;
    UH_ASSERT(out_count < UH_DOOR_FACTS_OUT);
    facts_out[out_count++] = *fact;
}

UH_DOOR(uint32_t, uh_door_fact_out_count, void)
{
    return out_count;
}

/* Its kind (uint32_t) stands first. Valid until the next call that gives facts. */
UH_DOOR(const uh_fact *, uh_door_fact_out, uint32_t index)
{
    _Static_assert(offsetof(uh_fact, kind) == 0, "as described");
    UH_ASSERT(index < out_count);
    return &facts_out[index];
}
