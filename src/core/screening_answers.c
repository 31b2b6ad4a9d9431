/* SPDX-License-Identifier: MIT */
/* screening_answers.c: what was answered, and what follows from it today. */
#include "unhunch/screening.h"

#include <string.h>

#define OUT(limit) (1U << UH_LIMIT_##limit)

static uint64_t bit(uint32_t question)
{
    return UINT64_C(1) << question;
}

uh_answers uh_answers_none(void)
{
    uh_answers answers = {.sore = UH_NO_DATE};
    for (uint32_t i = 0; i < UH_SCREENED_KEPT; i++) {
        answers.screened[i].day = UH_NO_DATE;
    }
    return answers;
}

/* -- taking facts -- */

static void take_answer(uh_answers *answers, const uh_answer_fact *fact)
{
    uint32_t index = 0;
    if (strcmp(fact->question, UH_PRECAUTIONS_KEY) == 0) {
        answers->precautions = fact->yes;
        return;
    }
    if (uh_question_find(fact->question, &index) != UH_OK) {
        return;
    }
    uh_reply *item = &answers->items[index];
    item->seen = fact->seen;
    if (uh_question_at(index)->stop != UH_REASON_NONE) {
        return; /* whether a stop is so, the stop itself says; an answer only that it was seen */
    }
    answers->asked |= bit(index);
    answers->yes = fact->yes ? answers->yes | bit(index) : answers->yes & ~bit(index);
    item->at = fact->at;
}

static void take_stop(uh_answers *answers, const uh_mark_fact *fact)
{
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        const uh_question *question = uh_question_at(i);
        uh_reply *item = &answers->items[i];
        if (question->stop == UH_REASON_NONE || question->stop != (uh_reason)fact->reason) {
            continue;
        }
        if ((answers->yes & bit(i)) == 0 || fact->at.at.ms > item->at.at.ms) {
            item->at = fact->at;
        }
        answers->yes |= bit(i);
    }
}

static void take_later(uh_date day, uh_date *latest)
{
    if (day.days > latest->days) {
        *latest = day;
    }
}

/* In its place, newest first; the oldest falls out. */
static void take_screened(uh_answers *answers, uh_moment at)
{
    for (uint32_t i = 0; i < UH_SCREENED_KEPT; i++) {
        uh_moment *kept = &answers->screened[i];
        const bool is_empty = kept->day.days == UH_NO_DATE.days;
        if (!is_empty && kept->at.ms == at.at.ms) {
            return;
        }
        if (is_empty || at.at.ms > kept->at.ms) {
            const uh_moment next = *kept;
            *kept = at;
            at = next;
        }
        if (is_empty) {
            return;
        }
    }
}

static void take_mark(uh_answers *answers, const uh_mark_fact *fact)
{
    switch ((uh_mark_kind)fact->mark) {
    case UH_MARK_SCREENED:
        take_screened(answers, fact->at);
        break;
    case UH_MARK_STOP:
        take_stop(answers, fact);
        break;
    case UH_MARK_ACKNOWLEDGED: /* told, and never looked at */
    case UH_MARK_REST:
    case UH_MARK_FLARE:
    case UH_MARK_TRY_AGAIN:
        break;
    }
}

void uh_answers_take(uh_answers *answers, const uh_fact *fact)
{
    if (fact->kind == UH_FACT_ANSWER) {
        take_answer(answers, &fact->is.answer);
    } else if (fact->kind == UH_FACT_MARK) {
        take_mark(answers, &fact->is.mark);
    } else if (fact->kind == UH_FACT_RATING && fact->is.rating.moment != UH_RATING_AFTER) {
        const uh_rating_fact *rating = &fact->is.rating;
        if (uh_rating_is_too_much((uh_rating){rating->pain, rating->stiffness})) {
            take_later(rating->at.day, &answers->sore);
        }
    }
}

/* -- what holds -- */

bool uh_answers_seen(const uh_answers *answers, uint32_t question)
{
    const uh_reply *item = &answers->items[question];
    if ((answers->yes & bit(question)) == 0 || item->seen.ms == UH_NO_TIME.ms) {
        return false;
    }
    /* what happened again after the visit was not seen */
    return uh_question_at(question)->stop == UH_REASON_NONE || item->seen.ms >= item->at.at.ms;
}

uint64_t uh_answers_blocking(const uh_answers *answers)
{
    uint64_t set = 0;
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        const bool blocks = (answers->yes & bit(i)) != 0 && !uh_answers_seen(answers, i) &&
                            uh_question_needs_visit(uh_question_at(i));
        set |= blocks ? bit(i) : 0;
    }
    return set;
}

/* A stop has no end that anybody would notice: what is left of it after the visit is over with the
 * next screening that is due. */
static bool is_over(const uh_answers *answers, uint32_t question, uh_date today)
{
    const uh_reply *item = &answers->items[question];
    const uh_date seen = uh_date_at(item->seen, item->at.offset_s);
    return uh_question_at(question)->card == UH_CARD_SESSION &&
           uh_date_between(seen, today) >= UH_SCREENING_DAYS;
}

static uint32_t limits_by(const uh_answers *answers, uint32_t question, uh_date today)
{
    const uh_question *row = uh_question_at(question);
    if ((answers->yes & bit(question)) == 0) {
        return 0;
    }
    if (!uh_answers_seen(answers, question)) {
        return row->limits;
    }
    return is_over(answers, question, today) ? 0 : row->after;
}

static uint32_t limits_today(const uh_answers *answers, uh_date today)
{
    uint32_t limits = 0;
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        limits |= limits_by(answers, i, today);
    }
    return limits;
}

uh_moment uh_answers_screened(const uh_answers *answers, uh_date today)
{
    for (uint32_t i = 0; i < UH_SCREENED_KEPT; i++) {
        const uh_moment screened = answers->screened[i];
        if (screened.day.days != UH_NO_DATE.days && screened.day.days <= today.days) {
            return screened;
        }
    }
    return answers->screened[0];
}

/* Since the last screening: a stop that sends to somebody, a visit, or a question nobody knew. */
static bool has_changed(const uh_answers *answers, uh_moment screened)
{
    const int64_t screened_ms = screened.at.ms;
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        const uh_question *question = uh_question_at(i);
        const uh_reply *item = &answers->items[i];
        const bool yes = (answers->yes & bit(i)) != 0;
        const bool is_new = question->card != UH_CARD_SESSION && (answers->asked & bit(i)) == 0;
        const bool stopped = yes && question->card == UH_CARD_SESSION &&
                             uh_question_needs_visit(question) && item->at.at.ms > screened_ms;
        if (is_new || stopped || (yes && item->seen.ms > screened_ms)) {
            return true;
        }
    }
    return false;
}

static uh_screening_state state_of(const uh_answers *answers, uh_date today)
{
    const uh_moment screened = uh_answers_screened(answers, today);
    if (screened.day.days == UH_NO_DATE.days) {
        return UH_SCREENING_NEVER;
    }
    if (screened.day.days >
        today.days) { /* by a wrong clock: what came before or after is unknown */
        return UH_SCREENING_DUE;
    }
    if (has_changed(answers, screened)) {
        return UH_SCREENING_CHANGED;
    }
    return uh_date_between(screened.day, today) >= UH_SCREENING_DAYS ? UH_SCREENING_DUE
                                                                     : UH_SCREENING_VALID;
}

uh_screening uh_screening_of(const uh_answers *answers, uh_date today)
{
    return (uh_screening){.limits = limits_today(answers, today),
                          .state = state_of(answers, today),
                          .sore_today = answers->sore.days == today.days &&
                                        answers->sore.days != UH_NO_DATE.days};
}

bool uh_screening_is_due(const uh_screening *screening)
{
    return screening->state != UH_SCREENING_VALID;
}

uh_date uh_screening_due(const uh_answers *answers, uh_date today)
{
    const uh_date screened = uh_answers_screened(answers, today).day;
    if (screened.days == UH_NO_DATE.days) {
        return UH_NO_DATE;
    }
    return screened.days > today.days ? today : uh_date_add(screened, UH_SCREENING_DAYS);
}

/* -- what to do now -- */

static uh_outcome_kind kind_of(uint32_t limits)
{
    if ((limits & OUT(EMERGENCY)) != 0) {
        return UH_OUTCOME_EMERGENCY;
    }
    if ((limits & OUT(CLINICIAN_FIRST)) != 0) {
        return UH_OUTCOME_VISIT;
    }
    return limits != 0 ? UH_OUTCOME_LIMITED : UH_OUTCOME_FREE;
}

/* Which limits make an outcome this kind. */
static uint32_t decisive(uh_outcome_kind kind)
{
    static const uint32_t limits[] = {
        [UH_OUTCOME_FREE] = 0,
        [UH_OUTCOME_LIMITED] = ~(OUT(CLINICIAN_FIRST) | OUT(EMERGENCY)),
        [UH_OUTCOME_VISIT] = OUT(CLINICIAN_FIRST),
        [UH_OUTCOME_EMERGENCY] = OUT(EMERGENCY),
    };
    return limits[kind];
}

static uint32_t offers_of(uh_outcome_kind kind)
{
    static const uint32_t offers[] = {
        [UH_OUTCOME_FREE] = (1U << UH_OFFER_COUNT) - 1,
        [UH_OUTCOME_LIMITED] = (1U << UH_OFFER_COUNT) - 1,
        [UH_OUTCOME_VISIT] = ((1U << UH_OFFER_COUNT) - 1) & ~(1U << UH_OFFER_STRETCHES),
        [UH_OUTCOME_EMERGENCY] = 0,
    };
    return offers[kind];
}

static bool is_note(uint32_t question)
{
    const uh_question *row = uh_question_at(question);
    return row->limits == 0 && row->card == UH_CARD_HEALTH;
}

uh_outcome uh_outcome_of(const uh_answers *answers, uh_date today)
{
    const uint32_t limits = limits_today(answers, today);
    uh_outcome outcome = {.kind = kind_of(limits), .limits = limits};
    const bool sore = uh_screening_of(answers, today).sore_today;
    outcome.offers = offers_of(outcome.kind) & ~(sore ? 1U << UH_OFFER_STRETCHES : 0);
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        if ((limits_by(answers, i, today) & decisive(outcome.kind)) != 0) {
            outcome.because |= bit(i);
            outcome.soon |= outcome.kind == UH_OUTCOME_VISIT && uh_question_at(i)->soon;
        }
        outcome.notes |= is_note(i) ? answers->yes & bit(i) : 0;
    }
    return outcome;
}

/* -- names -- */

const char *uh_screening_state_name(uint32_t state)
{
    static const char *const names[] = {"never", "valid", "due", "changed"};
    return state < UH_COUNT(names) ? names[state] : "";
}

const char *uh_outcome_name(uint32_t kind)
{
    static const char *const names[] = {"free", "limited", "clinician-first", "emergency"};
    return kind < UH_COUNT(names) ? names[kind] : "";
}

const char *uh_offer_name(uint32_t offer)
{
    static const char *const names[UH_OFFER_COUNT] = {"stretches", "breaks", "walking", "posture",
                                                      "questions"};
    return offer < UH_OFFER_COUNT ? names[offer] : "";
}
