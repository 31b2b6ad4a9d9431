/* SPDX-License-Identifier: MIT */
#include "unhunch/glance.h"

static uh_message plan_message(const uh_history *history, const uh_progress *progress)
{
    if (uh_history_was_away(history)) {
        return UH_MSG_GLANCE_AWAY;
    }
    if (progress->goal == 0) {
        return UH_MSG_GLANCE_NEEDED;
    }
    return uh_progress_is_due(progress) ? UH_MSG_GLANCE_DUE : UH_MSG_GLANCE_NOT_DUE;
}

static bool has_limit(const uh_screening *screening, uh_limit limit)
{
    return (screening->limits & 1U << limit) != 0;
}

uh_message uh_glance_message(const uh_screening *screening, const uh_history *history,
                             const uh_progress *progress, bool goes_on)
{
    if (has_limit(screening, UH_LIMIT_EMERGENCY)) {
        return UH_MSG_OBJECTION_EMERGENCY;
    }
    if (has_limit(screening, UH_LIMIT_CLINICIAN_FIRST)) {
        return UH_MSG_OBJECTION_CLINICIAN_FIRST;
    }
    if (screening->sore_today) {
        return UH_MSG_GLANCE_TOO_MUCH;
    }
    if (uh_history_is_marked(history, 0, UH_MARK_FLARE)) {
        return UH_MSG_GLANCE_FLARE;
    }
    if (goes_on) {
        return UH_PROGRAM_OR_PAGE(UH_MSG_GLANCE_OPEN, UH_MSG_GLANCE_DUE);
    }
    if (progress->day[0] == UH_DAY_STRETCHED) {
        return UH_MSG_GLANCE_STRETCHED;
    }
    if (progress->day[0] == UH_DAY_BREAK) {
        return UH_MSG_GLANCE_BREAK;
    }
    return uh_history_is_marked(history, 0, UH_MARK_REST) ? UH_MSG_GLANCE_REST
                                                          : plan_message(history, progress);
}

bool uh_glance_may_stretch(const uh_answers *answers, uh_date today)
{
    return (uh_outcome_of(answers, today).offers & 1U << UH_OFFER_STRETCHES) != 0;
}

uh_phrase uh_glance_week_phrase(const uh_progress *progress)
{
    const uh_argument done = uh_number(progress->week_done);
    const uh_argument planned = uh_number(progress->week_planned);
    if (progress->goal == 0 || progress->week_planned == 0) {
        return uh_say1(UH_MSG_GLANCE_WEEK_NEEDED, done);
    }
    return uh_say2(progress->week_done > progress->week_planned ? UH_MSG_GLANCE_WEEK_MORE
                                                                : UH_MSG_GLANCE_WEEK,
                   done, planned);
}
