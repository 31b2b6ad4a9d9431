/* SPDX-License-Identifier: MIT */
#include "unhunch/today.h"

#include "unhunch/fact_order.h"

uh_date uh_today_until(uh_date today)
{
    return uh_date_add(today, 1);
}

void uh_today_answer(uh_answers *answers, uh_date today, const uh_fact *fact)
{
    if (fact->kind != UH_FACT_RATING) {
        uh_answers_take(answers, fact);
        return;
    }
    const uh_date day = fact->is.rating.at.day;
    if (day.days >= today.days && day.days <= uh_today_until(today).days) {
        uh_fact of_today = *fact;
        of_today.is.rating.at.day = today;
        uh_answers_take(answers, &of_today);
    }
}

uh_screening uh_today_screening(const uh_answers *answers, uh_date today, bool unknown)
{
    uh_screening screening = uh_screening_of(answers, today);
    screening.limits |= unknown ? 1U << UH_LIMIT_GENTLE : 0;
    return screening;
}

void uh_today_begin(uh_moment now, uint32_t days, uh_today *ret_today)
{
    UH_ASSERT(days > 0 && days <= UH_HISTORY_DAYS);
    *ret_today = (uh_today){.now = now,
                            .days = days,
                            .settings = uh_settings_usual(),
                            .answers = uh_answers_none(),
                            .person = uh_person_unknown()};
    uh_history_begin(now.day, &ret_today->history);
}

static bool is_in_window(const uh_today *today, uh_date day)
{
    return day.days > today->now.day.days - (int32_t)today->days &&
           day.days <= uh_today_until(today->now.day).days;
}

/* Of the days before the window only the marks: what was set aside after pain stays so. Sets go
 * with their session, which the history knows, as it knows which marks may lie how far ahead. */
static bool reaches(const uh_today *today, const uh_fact *fact)
{
    switch (fact->kind) {
    case UH_FACT_MARK:
    case UH_FACT_SET:
        return true;
    case UH_FACT_SESSION:
    case UH_FACT_RATING:
    case UH_FACT_BREAK:
        return is_in_window(today, uh_fact_moment(fact).day);
    case UH_FACT_ENTRY:
    case UH_FACT_COMMAND:
    case UH_FACT_ANSWER:
    case UH_FACT_SETTING:
    case UH_FACT_KIND_COUNT:
        return false;
    }
    __builtin_unreachable();
}

void uh_today_take(uh_today *today, const uh_catalogue *catalogue, const uh_fact *fact)
{
    uh_settings_take(&today->settings, fact);
    uh_today_answer(&today->answers, today->now.day, fact);
    if (fact->kind == UH_FACT_SESSION && !fact->is.session.simulated) {
        today->last = fact->is.session;
    }
    if (reaches(today, fact)) {
        uh_history_take(&today->history, catalogue, fact);
    }
}

/* Who comes back after a long time has been here, and is not new. */
static void know_before(uh_today *today)
{
    const uh_date from = uh_date_add(today->now.day, 1 - (int32_t)today->days);
    if (today->last.id[0] != '\0' && today->last.began.day.days < from.days) {
        uh_history_know_before(&today->history, today->last.began.day);
    }
}

void uh_today_end(uh_today *today, const uh_catalogue *catalogue, bool unknown)
{
    know_before(today);
    uh_history_end(&today->history);
    today->unknown = unknown;
    today->person = uh_person_from(&today->settings, catalogue);
    today->screening = uh_today_screening(&today->answers, today->now.day, unknown);
}
