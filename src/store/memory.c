/* SPDX-License-Identifier: MIT */
/* Keeps facts as long as it is open: for tests, for a run without a place to keep anything, and
 * where facts that wait for the disk must be read together with what is on it. */
#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "store/archive.h"
#include "store/inside.h"

enum { FIRST_CAPACITY = 64 };

/* What to do to go back: put `before` in its place again, or take the fact out where it is NULL. */
typedef struct undo {
    uint32_t place;
    uh_fact *before;
} undo;

/* Facts lie in the order in which they came; `slots` finds them by identity (open addressing, place
 * + 1, 0 is empty). */
typedef struct memory_store {
    uh_store store;
    uh_fact **facts;
    uint32_t count;
    uint32_t capacity;
    uint32_t *slots;
    uint32_t slot_count; /* a power of two, at least twice the capacity */
    undo *undos;
    uint32_t undo_count;
    uint32_t undo_capacity;
} memory_store;

static memory_store *memory_of(uh_store *store)
{
    return (memory_store *)store;
}

/* -- finding -- */

static uint64_t hash_of(const uh_fact *fact)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    uint64_t hash = uh_hash_number(uh_hash_start(), fact->kind);
    for (uint32_t i = 0; i < count && fields[i].identity; i++) {
        const char *bytes = (const char *)fact + fields[i].offset;
        if (fields[i].type == UH_VALUE_TEXT) {
            hash = uh_hash_text(hash, bytes);
        } else {
            uint32_t number = 0; /* identities are texts, numbers and names */
            memcpy(&number, bytes, sizeof number);
            hash = uh_hash_number(hash, number);
        }
    }
    return hash;
}

/* The slot where this fact is, or would be. */
static uint32_t *slot_of(const memory_store *memory, const uh_fact *fact)
{
    uint32_t at = (uint32_t)hash_of(fact) & (memory->slot_count - 1);
    while (memory->slots[at] != 0 && !uh_fact_same(memory->facts[memory->slots[at] - 1], fact)) {
        at = (at + 1) & (memory->slot_count - 1);
    }
    return &memory->slots[at];
}

static uh_fact *find(const memory_store *memory, const uh_fact *fact)
{
    if (memory->slot_count == 0) {
        return NULL;
    }
    const uint32_t slot = *slot_of(memory, fact);
    return slot != 0 ? memory->facts[slot - 1] : NULL;
}

static const uh_fact *find_session(const memory_store *memory, const char *id)
{
    uh_fact key = {.kind = UH_FACT_SESSION};
    memcpy(key.is.session.id, id, strlen(id) + 1);
    return find(memory, &key);
}

static void index_all(memory_store *memory)
{
    if (memory->slot_count == 0) {
        return;
    }
    memset(memory->slots, 0, memory->slot_count * sizeof *memory->slots);
    for (uint32_t i = 0; i < memory->count; i++) {
        *slot_of(memory, memory->facts[i]) = i + 1;
    }
}

/* -- putting -- */

static uh_fact *copy_of(const uh_fact *fact)
{
    const size_t size = uh_fact_size(fact->kind);
    uh_fact *copy = malloc(size);
    if (copy != NULL) {
        memcpy(copy, fact, size);
    }
    return copy;
}

static bool grow(memory_store *memory)
{
    if (memory->count < memory->capacity) {
        return true;
    }
    const uint32_t capacity = memory->capacity != 0 ? memory->capacity * 2 : FIRST_CAPACITY;
    uint32_t *slots = calloc((size_t)capacity * 2, sizeof *slots);
    uh_fact **facts = slots != NULL ? realloc(memory->facts, capacity * sizeof(void *)) : NULL;
    if (facts == NULL) {
        free(slots);
        return false;
    }
    free(memory->slots);
    memory->facts = facts;
    memory->capacity = capacity;
    memory->slots = slots;
    memory->slot_count = capacity * 2;
    index_all(memory);
    return true;
}

/* Room to remember how to go back. */
static bool grow_undos(memory_store *memory)
{
    if (!memory->store.in_act || memory->undo_count < memory->undo_capacity) {
        return true;
    }
    const uint32_t capacity =
        memory->undo_capacity != 0 ? memory->undo_capacity * 2 : FIRST_CAPACITY;
    undo *undos = realloc(memory->undos, capacity * sizeof *undos);
    if (undos == NULL) {
        return false;
    }
    memory->undos = undos;
    memory->undo_capacity = capacity;
    return true;
}

/* Takes what stood there before. */
static void remember(memory_store *memory, uint32_t place, uh_fact *before)
{
    if (memory->store.in_act) {
        memory->undos[memory->undo_count++] = (undo){place, before};
    } else {
        free(before);
    }
}

static uh_status put(uh_store *store, const uh_fact *fact)
{
    memory_store *memory = memory_of(store);
    const char *session = uh_fact_session(fact);
    if (session != NULL && find_session(memory, session) == NULL) {
        return UH_ERR_UNKNOWN;
    }
    if (!grow(memory) || !grow_undos(memory)) {
        return UH_ERR_FULL;
    }
    uint32_t *slot = slot_of(memory, fact);
    if (*slot != 0 && memory->facts[*slot - 1]->changed.ms > fact->changed.ms) {
        return UH_OK;
    }
    uh_fact *copy = copy_of(fact);
    if (copy == NULL) {
        return UH_ERR_FULL;
    }
    if (*slot == 0) {
        memory->facts[memory->count] = NULL;
        *slot = ++memory->count;
    }
    remember(memory, *slot - 1, memory->facts[*slot - 1]);
    memory->facts[*slot - 1] = copy;
    return UH_OK;
}

static uh_status begin(uh_store *store)
{
    memory_of(store)->undo_count = 0;
    return UH_OK;
}

static uh_status commit(uh_store *store)
{
    memory_store *memory = memory_of(store);
    for (uint32_t i = 0; i < memory->undo_count; i++) {
        free(memory->undos[i].before);
    }
    memory->undo_count = 0;
    return UH_OK;
}

static void rollback(uh_store *store)
{
    memory_store *memory = memory_of(store);
    while (memory->undo_count > 0) {
        const undo *step = &memory->undos[--memory->undo_count];
        free(memory->facts[step->place]);
        memory->facts[step->place] = step->before;
        if (step->before == NULL) {
            memory->count--; /* new facts came last, and go in the reverse order */
        }
    }
    index_all(memory);
}

/* -- getting and forgetting -- */

static uh_status get(uh_store *store, uh_fact *fact)
{
    const uh_fact *found = find(memory_of(store), fact);
    if (found == NULL) {
        return UH_ERR_UNKNOWN;
    }
    memcpy(fact, found, uh_fact_size(found->kind));
    return UH_OK;
}

static bool belongs_to(const uh_fact *fact, const char *session)
{
    const char *owner = uh_fact_owner(fact);
    return owner != NULL && strcmp(owner, session) == 0;
}

static uh_status forget(uh_store *store, const uh_fact *fact)
{
    memory_store *memory = memory_of(store);
    if (find(memory, fact) == NULL) {
        return UH_ERR_UNKNOWN;
    }
    const uh_fact gone = *fact; /* it may be one of those that are freed here */
    uint32_t kept = 0;
    for (uint32_t i = 0; i < memory->count; i++) {
        uh_fact *one = memory->facts[i];
        if (uh_fact_same(one, &gone) ||
            (gone.kind == UH_FACT_SESSION && belongs_to(one, gone.is.session.id))) {
            free(one);
        } else {
            memory->facts[kept++] = one;
        }
    }
    memory->count = kept;
    index_all(memory);
    return UH_OK;
}

static void forget_all(memory_store *memory)
{
    for (uint32_t i = 0; i < memory->count; i++) {
        free(memory->facts[i]);
    }
    memory->count = 0;
    index_all(memory);
}

static uh_status purge(uh_store *store, uh_store_report *ret_report)
{
    forget_all(memory_of(store));
    *ret_report = (uh_store_report){.trouble = UH_STORE_SOUND};
    return UH_OK;
}

static void close_memory(uh_store *store)
{
    memory_store *memory = memory_of(store);
    if (store->in_act) {
        rollback(store);
    }
    forget_all(memory);
    free(memory->facts);
    free(memory->slots);
    free(memory->undos);
    free(memory);
}

/* -- replay -- */

/* Where a fact stands in a replay: with its head, then among what belongs to that. */
typedef struct place_in_order {
    const uh_fact *fact;
    const uh_fact *head; /* itself, or its session */
    int64_t steps[UH_FACT_STEPS];
} place_in_order;

static int compare_places(const void *left, const void *right)
{
    const place_in_order *a = left;
    const place_in_order *b = right;
    int order = a->head == b->head ? 0 : uh_fact_compare(a->head, b->head);
    for (size_t i = 0; i < UH_FACT_STEPS && order == 0; i++) {
        order = (a->steps[i] > b->steps[i]) - (a->steps[i] < b->steps[i]);
    }
    return order;
}

static bool is_wanted(const place_in_order *place, uint32_t kinds, uh_date from, uh_date to)
{
    if ((kinds & UH_KIND_BIT(place->fact->kind)) == 0) {
        return false;
    }
    const uh_date day = uh_fact_moment(place->head).day;
    return uh_fact_rank(place->head->kind) < 2 || (day.days >= from.days && day.days <= to.days);
}

static place_in_order place_of(const memory_store *memory, const uh_fact *fact)
{
    const char *session = uh_fact_session(fact);
    place_in_order place = {fact, session != NULL ? find_session(memory, session) : fact, {0}};
    UH_ASSERT(place.head != NULL); /* nothing is put without its session, and none goes alone */
    uh_fact_steps(fact, place.steps);
    return place;
}

static uh_status replay(uh_store *store, uint32_t kinds, uh_date from, uh_date to,
                        uh_store_take *take, void *context)
{
    memory_store *memory = memory_of(store);
    place_in_order *places = malloc((memory->count + 1) * sizeof *places);
    if (places == NULL) {
        return UH_ERR_STATE;
    }
    size_t count = 0;
    for (uint32_t i = 0; i < memory->count; i++) {
        places[count] = place_of(memory, memory->facts[i]);
        count += is_wanted(&places[count], kinds, from, to);
    }
    qsort(places, count, sizeof *places, compare_places);
    bool goes_on = true;
    for (size_t i = 0; i < count && goes_on; i++) {
        uh_fact fact = {0}; /* a whole one, so that whoever takes it may copy it */
        memcpy(&fact, places[i].fact, uh_fact_size(places[i].fact->kind));
        goes_on = take(context, &fact);
    }
    free(places);
    return UH_OK;
}

static uh_status last_session(uh_store *store, uh_session_fact *ret_session)
{
    const memory_store *memory = memory_of(store);
    const uh_fact *last = NULL;
    for (uint32_t i = 0; i < memory->count; i++) {
        const uh_fact *fact = memory->facts[i];
        if (fact->kind == UH_FACT_SESSION && (last == NULL || uh_fact_compare(fact, last) > 0)) {
            last = fact;
        }
    }
    if (last == NULL) {
        return UH_ERR_UNKNOWN;
    }
    *ret_session = last->is.session;
    return UH_OK;
}

static uh_store_trouble trouble(const uh_store *store)
{
    (void)store;
    return UH_STORE_SOUND;
}

static const uh_store_report *report(const uh_store *store)
{
    static const uh_store_report sound = {.trouble = UH_STORE_SOUND};
    (void)store;
    return &sound;
}

static uint32_t waiting(const uh_store *store)
{
    (void)store;
    return 0;
}

static const uh_store_methods methods = {
    .close = close_memory,
    .put = put,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .get = get,
    .forget = forget,
    .replay = replay,
    .last_session = last_session,
    .purge = purge,
    .archive = uh_archive_write,
    .trouble = trouble,
    .report = report,
    .waiting = waiting,
    .unsafe = waiting, /* nothing waits */
};

uh_status uh_store_open_memory(uh_store **ret_store)
{
    memory_store *memory = calloc(1, sizeof *memory);
    if (memory == NULL) {
        return UH_ERR_FULL;
    }
    memory->store.methods = &methods;
    *ret_store = &memory->store;
    return UH_OK;
}
