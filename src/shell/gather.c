/* SPDX-License-Identifier: MIT */
#include "shell/gather.h"

#include <stdlib.h>

enum { FACTS_FIRST = 256 };

static bool has_room(uh_gathered *gathered)
{
    if (gathered->count < gathered->capacity) {
        return true;
    }
    const uint32_t capacity = gathered->capacity > 0 ? gathered->capacity * 2 : FACTS_FIRST;
    uh_fact *facts = realloc(gathered->facts, capacity * sizeof *facts);
    if (!facts) {
        return false;
    }
    gathered->facts = facts;
    gathered->capacity = capacity;
    return true;
}

typedef struct gathering {
    uh_gathered *into;
    bool is_full;
} gathering;

static bool take(void *to, const uh_fact *fact)
{
    gathering *at = to;
    at->is_full = !has_room(at->into);
    if (at->is_full) {
        return false;
    }
    at->into->facts[at->into->count++] = *fact;
    return true;
}

static bool fail(const uh_shell *shell, uh_gathered *gathered, uh_message why)
{
    const uh_phrase phrase = uh_say(why);
    uh_shell_complain(shell, &phrase);
    uh_gathered_free(gathered);
    return false;
}

bool uh_gather(const uh_shell *shell, uh_past *past, uint32_t kinds, uh_date from, uh_date to,
               uh_gathered *ret_gathered)
{
    *ret_gathered = (uh_gathered){0};
    gathering at = {ret_gathered, false};
    const uh_status status = uh_store_replay(past->store, kinds, from, to, take, &at);
    if (at.is_full) {
        return fail(shell, ret_gathered, UH_MSG_CLI_NO_MEMORY);
    }
    return status == UH_OK || fail(shell, ret_gathered, UH_MSG_LOG_UNREADABLE);
}

void uh_gathered_free(uh_gathered *gathered)
{
    free(gathered->facts);
    *gathered = (uh_gathered){0};
}
