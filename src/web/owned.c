/* SPDX-License-Identifier: MIT */
#include "web/owned.h"

#include <string.h>

#include "host/files.h"
#include "web/route.h"

enum { NOT_OWNED = UH_OWNED_MAX };

static uint32_t find(const uh_owned *owned, const char *id)
{
    for (uint32_t i = 0; i < owned->count; i++) {
        if (strcmp(owned->ids[i], id) == 0) {
            return i;
        }
    }
    return NOT_OWNED;
}

static void add(uh_owned *owned, const char *id, uh_unix_ms changed)
{
    memcpy(owned->ids[owned->count], id, strlen(id) + 1);
    owned->changed[owned->count++] = changed;
}

static void drop(uh_owned *owned, uint32_t at)
{
    owned->count--;
    memmove(owned->ids[at], owned->ids[at + 1], (owned->count - at) * sizeof owned->ids[0]);
    memmove(&owned->changed[at], &owned->changed[at + 1],
            (owned->count - at) * sizeof owned->changed[0]);
}

void uh_owned_read(const char *path, uh_owned *ret_owned)
{
    char text[UH_OWNED_MAX * UH_FACT_ID_SIZE + 1];
    *ret_owned = (uh_owned){.path = path};
    if (path == NULL || uh_file_read(path, text, sizeof text) != UH_OK) {
        return;
    }
    char *rest = NULL;
    for (char *id = strtok_r(text, "\n", &rest); id != NULL && ret_owned->count < UH_OWNED_MAX;
         id = strtok_r(NULL, "\n", &rest)) {
        if (uh_is_uuid(id) && find(ret_owned, id) == NOT_OWNED) {
            add(ret_owned, id, UH_NO_TIME);
        }
    }
}

bool uh_owned_elsewhere(const uh_owned *owned, const uh_session_fact *stored,
                        uh_unix_ms stored_changed, uh_unix_ms brought_changed, uh_unix_ms now)
{
    if (!uh_session_is_held(stored, now)) {
        return false;
    }
    const uint32_t at = find(owned, stored->id);
    if (at == NOT_OWNED) {
        return true;
    }
    const uh_unix_ms known = owned->changed[at];
    return known.ms != UH_NO_TIME.ms ? known.ms != stored_changed.ms
                                     : stored_changed.ms > brought_changed.ms;
}

static void keep(const uh_owned *owned)
{
    char text[UH_OWNED_MAX * UH_FACT_ID_SIZE + 1];
    size_t length = 0;
    for (uint32_t i = 0; i < owned->count; i++) {
        const size_t id = strlen(owned->ids[i]);
        memcpy(text + length, owned->ids[i], id);
        text[length + id] = '\n';
        length += id + 1;
    }
    const uh_status kept = uh_file_replace(owned->path, text, length);
    (void)kept; /* see the header */
}

void uh_owned_take(uh_owned *owned, const char *id, uh_unix_ms changed)
{
    const uint32_t at = find(owned, id);
    if (at != NOT_OWNED) {
        owned->changed[at] = changed;
        return;
    }
    if (owned->count == UH_OWNED_MAX) {
        drop(owned, 0);
    }
    add(owned, id, changed);
    if (owned->path != NULL) {
        keep(owned);
    }
}
