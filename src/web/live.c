/* SPDX-License-Identifier: MIT */
#include "web/live.h"

static uint32_t find(const uh_live *live, const void *connection)
{
    uint32_t at = 0;
    while (at < live->count && live->ones[at].connection != connection) {
        at++;
    }
    return at;
}

uh_status uh_live_add(uh_live *live, void *connection, uh_boot_ms now)
{
    if (live->count == UH_LIVE_MAX) {
        return UH_ERR_FULL;
    }
    live->ones[live->count++] = (uh_live_one){.connection = connection, .since = now};
    return UH_OK;
}

void uh_live_renew(uh_live *live, const void *connection, uh_boot_ms now)
{
    const uint32_t at = find(live, connection);
    if (at < live->count) {
        live->ones[at].since = now;
    }
}

void uh_live_remove(uh_live *live, const void *connection)
{
    const uint32_t at = find(live, connection);
    if (at < live->count) {
        live->ones[at] = live->ones[--live->count];
    }
}

/* The one that has waited longest of those that stay; NULL: there is none. */
static const uh_live_one *oldest(const uh_live *live, uint32_t *ret_staying)
{
    const uh_live_one *found = NULL;
    *ret_staying = 0;
    for (uint32_t i = 0; i < live->count; i++) {
        const uh_live_one *one = &live->ones[i];
        if (!one->is_let_go) {
            (*ret_staying)++;
            found = found == NULL || one->since.ms < found->since.ms ? one : found;
        }
    }
    return found;
}

void *uh_live_next(uh_live *live, uh_boot_ms now)
{
    uint32_t staying = 0;
    const uh_live_one *one = oldest(live, &staying);
    if (one == NULL || (staying <= UH_LIVE_ENOUGH && now.ms - one->since.ms < UH_LIVE_MS)) {
        return NULL;
    }
    live->ones[one - live->ones].is_let_go = true;
    return one->connection;
}

uh_boot_ms uh_live_deadline(const uh_live *live)
{
    uint32_t staying = 0;
    const uh_live_one *one = oldest(live, &staying);
    return one == NULL ? UH_NEVER : (uh_boot_ms){one->since.ms + UH_LIVE_MS};
}
