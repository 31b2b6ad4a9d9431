/* SPDX-License-Identifier: MIT */
/* fact_order.h: in which order facts are told, by every store alike: settings and answers first,
 * then by moment sessions, ratings, breaks and marks, each session with what belongs to it behind
 * it. Ties go by kind, then by identity. */
#ifndef UNHUNCH_FACT_ORDER_H
#define UNHUNCH_FACT_ORDER_H

#include "unhunch/fact.h"

enum { UH_FACT_STEPS = 5 };

/* The session that a fact belongs to and cannot be without; NULL: it stands alone. */
const char *uh_fact_session(const uh_fact *fact);

/* The session with which it is forgotten: that one, or the one that a rating is about; NULL: none.
 */
const char *uh_fact_owner(const uh_fact *fact);

/* When it happened, for the order of a replay; kinds without a moment: UH_NO_TIME. */
uh_moment uh_fact_moment(const uh_fact *fact);

/* Its text of identity: the id, the question or the name; of what belongs to a session, its id. */
const char *uh_fact_id(const uh_fact *fact);

/* 0 settings, 1 answers, 2 what has a moment. */
int uh_fact_rank(uh_fact_kind kind);

/* Two facts that stand alone: below 0 where `a` is told first, 0 where they are one. */
int uh_fact_compare(const uh_fact *a, const uh_fact *b);

/* Where a fact stands among what belongs to its session; the session itself before all of it.
 * Numbers, the first one that differs decides. */
void uh_fact_steps(const uh_fact *fact, int64_t ret_steps[UH_FACT_STEPS]);

#endif
