/* SPDX-License-Identifier: MIT */
/* test_hash.c: hashes, bit for bit, of what the module made: the tests compare them with those of
 * the native core. */
#include "unhunch/figure.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

UH_DOOR(uint64_t, uh_door_session_hash, void)
{
    const uh_session *session = uh_door_the_session();
    UH_ASSERT(session);
    return uh_session_hash(session);
}

/* Of all that is drawn. */
UH_DOOR(uint64_t, uh_door_drawing_hash, uint64_t hash)
{
    return uh_drawing_hash(hash, uh_door_the_drawing());
}

UH_DOOR(uint64_t, uh_door_plan_hash, uint64_t hash)
{
    return uh_plan_hash(hash, uh_door_the_plan());
}
