/* SPDX-License-Identifier: MIT */
/* Asks the caller for what the header asks, then the store. */
#include "store/store.h"

#include <string.h>

#include "store/inside.h"

const char *uh_store_trouble_name(uint32_t trouble)
{
    static const char *const names[] = {
        [UH_STORE_SOUND] = "sound",     [UH_STORE_READ_ONLY] = "read-only",
        [UH_STORE_FULL] = "full",       [UH_STORE_BUSY] = "busy",
        [UH_STORE_FAILING] = "failing", [UH_STORE_NEWER] = "newer",
        [UH_STORE_FOREIGN] = "foreign", [UH_STORE_RESTORED] = "restored",
        [UH_STORE_LOST] = "lost",       [UH_STORE_NOWHERE] = "nowhere",
    };
    return trouble < UH_COUNT(names) ? names[trouble] : "";
}

void uh_store_close(uh_store *store)
{
    if (store != NULL) {
        store->methods->close(store);
    }
}

uh_status uh_store_put(uh_store *store, const uh_fact *fact)
{
    const uh_fact_field *bad = NULL;
    UH_ASSERT(uh_fact_check(fact, &bad) == UH_OK);
    return store->methods->put(store, fact);
}

uh_status uh_store_write(uh_store *store, const uh_fact *fact)
{
    uh_fact there = *fact;
    if (store->methods->get(store, &there) != UH_OK || there.changed.ms < fact->changed.ms ||
        there.changed.ms == INT64_MAX) {
        return uh_store_put(store, fact);
    }
    uh_fact later = *fact;
    later.changed.ms = there.changed.ms + 1;
    const uh_fact_field *bad = NULL;
    return uh_store_put(store, uh_fact_check(&later, &bad) == UH_OK ? &later : fact);
}

uh_status uh_store_begin(uh_store *store)
{
    UH_ASSERT(!store->in_act);
    const uh_status status = store->methods->begin(store);
    store->in_act = status == UH_OK;
    return status;
}

uh_status uh_store_commit(uh_store *store)
{
    UH_ASSERT(store->in_act);
    store->in_act = false;
    return store->methods->commit(store);
}

void uh_store_rollback(uh_store *store)
{
    UH_ASSERT(store->in_act);
    store->in_act = false;
    store->methods->rollback(store);
}

uh_status uh_store_get(uh_store *store, uh_fact *fact)
{
    UH_ASSERT(fact->kind < UH_FACT_KIND_COUNT && uh_fact_id(fact)[0] != '\0');
    return store->methods->get(store, fact);
}

uh_status uh_store_delete(uh_store *store, const uh_fact *fact)
{
    UH_ASSERT(!store->in_act && fact->kind < UH_FACT_KIND_COUNT);
    return store->methods->forget(store, fact);
}

uh_status uh_store_replay(uh_store *store, uint32_t kinds, uh_date from, uh_date to,
                          uh_store_take *take, void *context)
{
    UH_ASSERT(!store->in_act && (kinds & ~UH_STORE_ALL_KINDS) == 0);
    return store->methods->replay(store, kinds, from, to, take, context);
}

uh_status uh_store_last_session(uh_store *store, uh_session_fact *ret_session)
{
    return store->methods->last_session(store, ret_session);
}

uh_status uh_store_purge(uh_store *store, uh_store_report *ret_report)
{
    UH_ASSERT(!store->in_act);
    return store->methods->purge(store, ret_report);
}

uh_status uh_store_archive(uh_store *store, const char *path, uh_store_report *ret_report)
{
    UH_ASSERT(!store->in_act);
    return store->methods->archive(store, path, ret_report);
}

uh_store_trouble uh_store_trouble_of(const uh_store *store)
{
    return store->methods->trouble(store);
}

const uh_store_report *uh_store_report_of(const uh_store *store)
{
    return store->methods->report(store);
}

uint32_t uh_store_waiting(const uh_store *store)
{
    return store->methods->waiting(store);
}

uint32_t uh_store_unsafe(const uh_store *store)
{
    return store->methods->unsafe(store);
}

bool uh_store_is_kept(const uh_store *store, uh_status status)
{
    return status == UH_OK || (status == UH_ERR_PENDING && uh_store_unsafe(store) == 0);
}

size_t uh_fact_size(uh_fact_kind kind)
{
    static const size_t sizes[UH_FACT_KIND_COUNT] = {
        [UH_FACT_SESSION] = sizeof(uh_session_fact), [UH_FACT_ENTRY] = sizeof(uh_entry_fact),
        [UH_FACT_COMMAND] = sizeof(uh_command_fact), [UH_FACT_SET] = sizeof(uh_set_fact),
        [UH_FACT_RATING] = sizeof(uh_rating_fact),   [UH_FACT_BREAK] = sizeof(uh_break_fact),
        [UH_FACT_MARK] = sizeof(uh_mark_fact),       [UH_FACT_ANSWER] = sizeof(uh_answer_fact),
        [UH_FACT_SETTING] = sizeof(uh_setting_fact),
    };
    return offsetof(uh_fact, is) + sizes[kind];
}
