/* SPDX-License-Identifier: MIT */
/* test_play.c: the session's commands one by one, for the tests of the module. The page gives them
 * through the keeper, which remembers them (door_keeper.c). */
#include "unhunch/session.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

static uh_boot_ms time_of(double ms)
{
    return (uh_boot_ms){uh_door_ms(ms)};
}

UH_DOOR(int32_t, uh_door_session_ready, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_ready(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_pause, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_pause(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_resume, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_resume(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_interrupt, double last_seen_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_interrupt(uh_door_the_session(), time_of(last_seen_ms));
}

UH_DOOR(int32_t, uh_door_session_ease, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_ease(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_stop, uint32_t reason, double now_ms)
{
    UH_ASSERT(uh_door_the_session() && reason <= UH_STOP_OTHER);
    return uh_session_stop(uh_door_the_session(), (uh_stop_reason)reason, time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_undo, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_undo_stop(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_skip, uint32_t reason, double now_ms)
{
    UH_ASSERT(uh_door_the_session() && reason <= UH_SKIP_DONE_ALREADY);
    return uh_session_skip(uh_door_the_session(), (uh_skip_reason)reason, time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_back, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_back(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_repeat, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_repeat(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_more, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_more(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_less, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_less(uh_door_the_session(), time_of(now_ms));
}

UH_DOOR(int32_t, uh_door_session_end, double now_ms)
{
    UH_ASSERT(uh_door_the_session());
    return uh_session_end(uh_door_the_session(), time_of(now_ms));
}
