/* SPDX-License-Identifier: MIT */
#include "unhunch/rating.h"

uh_rating uh_rating_of_day(const uh_history *history)
{
    return (uh_rating){history->days[0].pain, history->days[0].stiffness};
}

bool uh_rating_is_due_before(const uh_history *history, uint64_t planned_ms)
{
    if (planned_ms > UH_RATING_SESSION_MS) {
        return true;
    }
    const uh_rating today = uh_rating_of_day(history);
    return planned_ms > UH_RATING_MICRO_MS && today.pain == UH_NOT_ASKED &&
           today.stiffness == UH_NOT_ASKED;
}

bool uh_rating_is_due_after(uint64_t planned_ms)
{
    return planned_ms > UH_RATING_SESSION_MS;
}

bool uh_rating_is_too_much(uh_rating rating)
{
    return rating.pain >= UH_RATING_TOO_MUCH;
}

static int32_t rise(int32_t before, int32_t after)
{
    return before == UH_NOT_ASKED || after == UH_NOT_ASKED || after < before ? 0 : after - before;
}

int32_t uh_rating_rise(uh_rating before, uh_rating after)
{
    const int32_t pain = rise(before.pain, after.pain);
    const int32_t stiffness = rise(before.stiffness, after.stiffness);
    return pain > stiffness ? pain : stiffness;
}
