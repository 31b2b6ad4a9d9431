/* SPDX-License-Identifier: MIT */
#include "unhunch/fact_order.h"

#include <string.h>

const char *uh_fact_session(const uh_fact *fact)
{
    switch (fact->kind) {
    case UH_FACT_ENTRY:
        return fact->is.entry.session;
    case UH_FACT_COMMAND:
        return fact->is.command.session;
    case UH_FACT_SET:
        return fact->is.set.session;
    case UH_FACT_SESSION:
    case UH_FACT_RATING:
    case UH_FACT_BREAK:
    case UH_FACT_MARK:
    case UH_FACT_ANSWER:
    case UH_FACT_SETTING:
    case UH_FACT_KIND_COUNT:
        return NULL;
    }
    __builtin_unreachable();
}

const char *uh_fact_id(const uh_fact *fact)
{
    switch (fact->kind) {
    case UH_FACT_SESSION:
        return fact->is.session.id;
    case UH_FACT_ENTRY:
    case UH_FACT_COMMAND:
    case UH_FACT_SET:
        return uh_fact_session(fact);
    case UH_FACT_RATING:
        return fact->is.rating.id;
    case UH_FACT_BREAK:
        return fact->is.pause.id;
    case UH_FACT_MARK:
        return fact->is.mark.id;
    case UH_FACT_ANSWER:
        return fact->is.answer.question;
    case UH_FACT_SETTING:
        return fact->is.setting.name;
    case UH_FACT_KIND_COUNT:
        break;
    }
    __builtin_unreachable();
}

uh_moment uh_fact_moment(const uh_fact *fact)
{
    switch (fact->kind) {
    case UH_FACT_SESSION:
        return fact->is.session.began;
    case UH_FACT_SET:
        return fact->is.set.began;
    case UH_FACT_RATING:
        return fact->is.rating.at;
    case UH_FACT_BREAK:
        return fact->is.pause.began;
    case UH_FACT_MARK:
        return fact->is.mark.at;
    case UH_FACT_ANSWER:
        return fact->is.answer.at;
    case UH_FACT_ENTRY:
    case UH_FACT_COMMAND:
    case UH_FACT_SETTING:
    case UH_FACT_KIND_COUNT:
        break;
    }
    return (uh_moment){UH_NO_TIME, 0, UH_NO_DATE};
}

const char *uh_fact_owner(const uh_fact *fact)
{
    if (fact->kind != UH_FACT_RATING) {
        return uh_fact_session(fact);
    }
    return fact->is.rating.session[0] != '\0' ? fact->is.rating.session : NULL;
}

int uh_fact_rank(uh_fact_kind kind)
{
    return kind == UH_FACT_SETTING ? 0 : kind == UH_FACT_ANSWER ? 1 : 2;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

int uh_fact_compare(const uh_fact *a, const uh_fact *b)
{
    int order = uh_fact_rank(a->kind) - uh_fact_rank(b->kind);
    if (order == 0 && uh_fact_rank(a->kind) == 2) {
        order = compare_numbers(uh_fact_moment(a).at.ms, uh_fact_moment(b).at.ms);
        order = order != 0 ? order : (int)a->kind - (int)b->kind;
    }
    return order != 0 ? order : strcmp(uh_fact_id(a), uh_fact_id(b));
}

void uh_fact_steps(const uh_fact *fact, int64_t ret_steps[UH_FACT_STEPS])
{
    const bool is_part = uh_fact_session(fact) != NULL;
    const int64_t first = is_part ? (int64_t)fact->kind : -1;
    for (uint32_t i = 0; i < UH_FACT_STEPS; i++) {
        ret_steps[i] = i == 0 ? first : 0;
    }
    if (fact->kind == UH_FACT_ENTRY) {
        ret_steps[1] = fact->is.entry.entry;
    } else if (fact->kind == UH_FACT_COMMAND) {
        ret_steps[1] = fact->is.command.number;
    } else if (fact->kind == UH_FACT_SET) {
        const uh_set_fact *set = &fact->is.set;
        ret_steps[1] = set->ended.ms;
        ret_steps[2] = set->entry;
        ret_steps[3] = set->set;
        ret_steps[4] = (int64_t)set->attempt * 4 + set->side;
    }
}
