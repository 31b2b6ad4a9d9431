/* SPDX-License-Identifier: MIT */
/* inside.h: what the stores share: the table of a store's own functions, and memory's list of
 * facts. */
#ifndef UNHUNCH_STORE_INSIDE_H
#define UNHUNCH_STORE_INSIDE_H

#include "store/store.h"

/* One row a store; store.c asserts what the header asks of the caller, then calls these. */
typedef struct uh_store_methods {
    void (*close)(uh_store *store);
    uh_status (*put)(uh_store *store, const uh_fact *fact);
    uh_status (*begin)(uh_store *store);
    uh_status (*commit)(uh_store *store);
    void (*rollback)(uh_store *store);
    uh_status (*get)(uh_store *store, uh_fact *fact);
    uh_status (*forget)(uh_store *store, const uh_fact *fact);
    uh_status (*replay)(uh_store *store, uint32_t kinds, uh_date from, uh_date to,
                        uh_store_take *take, void *context);
    uh_status (*last_session)(uh_store *store, uh_session_fact *ret_session);
    uh_status (*purge)(uh_store *store, uh_store_report *ret_report);
    uh_status (*archive)(uh_store *store, const char *path, uh_store_report *ret_report);
    uh_store_trouble (*trouble)(const uh_store *store);
    const uh_store_report *(*report)(const uh_store *store);
    uint32_t (*waiting)(const uh_store *store);
    uint32_t (*unsafe)(const uh_store *store);
} uh_store_methods;

/* The first member of every store. */
struct uh_store {
    const uh_store_methods *methods;
    bool in_act; /* between begin and commit */
};

/* Bytes of a fact of that kind, without the members of longer kinds. */
size_t uh_fact_size(uh_fact_kind kind);

/* Kinds as bit sets. */
#define UH_KIND_BIT(kind) (1U << (kind))
#define UH_KINDS_OF_SESSION                                                                        \
    (UH_KIND_BIT(UH_FACT_ENTRY) | UH_KIND_BIT(UH_FACT_COMMAND) | UH_KIND_BIT(UH_FACT_SET))

#endif
