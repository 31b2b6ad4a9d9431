/* SPDX-License-Identifier: MIT */
/* screening.h: may this person go on, and with what limits (architecture rule 1).
 *
 * One table, question by outcome: the two cards that are asked, and the stops in a session that
 * count as if something had been asked. Answers are facts (fact.h); a fold of them, uh_answers,
 * says what is allowed today. What was said stays until it is said otherwise; what sends to a
 * clinician stays until it was seen. Wording and outcomes are ours (AMB-42, D-16, D-25); no
 * therapist has reviewed them yet. */
#ifndef UNHUNCH_SCREENING_H
#define UNHUNCH_SCREENING_H

#include "unhunch/rating.h"

enum {
    UH_QUESTIONS_MAX = 64,    /* a bit set of them is a uint64_t */
    UH_SCREENING_DAYS = 90,   /* after so many days it is asked again */
    UH_READING_WORD_MS = 300, /* 200 words a minute, read */
    UH_FIVE_QUESTIONS = 5,    /* about flexible joints, asked in the profile where wanted */
    UH_FIVE_QUESTIONS_YES =
        2 /* so many yes suggest it (Hakim and Grahame 2003: 84 % of the hypermobile have them) */
};

/* Where a question is asked. */
typedef enum uh_card {
    UH_CARD_EMERGENCY, /* a line of the first card */
    UH_CARD_HEALTH,    /* behind a line of the second card: asked where that line was ticked */
    UH_CARD_SESSION,   /* never asked: a stop in a session raises it */
    UH_CARD_COUNT
} uh_card;

/* The lines of the health card. */
typedef enum uh_health_line {
    UH_HEALTH_INJURY,
    UH_HEALTH_BONES,
    UH_HEALTH_INFECTION,
    UH_HEALTH_PAIN,
    UH_HEALTH_NERVES,
    UH_HEALTH_SPINE,
    UH_HEALTH_VESSELS,
    UH_HEALTH_JOINTS,
    UH_HEALTH_LIFE,
    UH_HEALTH_LINE_COUNT
} uh_health_line;

/* One row of the table. */
typedef struct uh_question {
    const char *key; /* "chest-pain"; in answers, files and commands */
    uh_card card;
    uh_health_line line; /* HEALTH */
    uh_reason stop;      /* SESSION: the stop that raises it; NONE: an answer does */
    uh_message text;
    uint32_t limits;  /* bit set of uh_limit while it is so; 0: a note, shown and nothing more */
    uint32_t after;   /* what stays of them once it was seen; all of them where that is not asked */
    bool soon;        /* the visit should not wait */
    const char *cite; /* as in the catalogue: "AMB-42;D-16" */
} uh_question;

uint32_t uh_question_count(void);

/* index below the count */
const uh_question *uh_question_at(uint32_t index);

/* By key. UH_ERR_UNKNOWN: there is none. */
UH_MUST_USE uh_status uh_question_find(const char *key, uint32_t *ret_index);

/* Has it to be seen before anybody stretches? "I was seen and may stretch" is asked of those. */
bool uh_question_needs_visit(const uh_question *question);

const char *uh_card_name(uint32_t card);        /* "emergency", "health", "session" */
const char *uh_health_line_name(uint32_t line); /* "injury", "bones" ... */
uh_message uh_health_line_text(uh_health_line line);

/* Bit sets of questions. */
uint64_t uh_card_questions(uh_card card);
uint64_t uh_health_line_questions(uh_health_line line);

/* -- answers -- */

typedef struct uh_reply {
    uh_moment at;    /* when it was said; of a stop, when it last happened */
    uh_unix_ms seen; /* "I was seen and may stretch", said then; UH_NO_TIME: not */
} uh_reply;

/* A clock that was wrong dates some of them into the future: behind those the true one is kept. */
enum { UH_SCREENED_KEPT = 8 };

/* All that was ever answered, folded. A plain value. */
typedef struct uh_answers {
    uint64_t asked; /* bit sets of questions */
    uint64_t yes;
    uh_reply items[UH_QUESTIONS_MAX];
    uh_moment screened[UH_SCREENED_KEPT]; /* the last times that every question was answered, newest
                                             first; day UH_NO_DATE: no more of them */
    uh_date sore;     /* the last day with UH_RATING_TOO_MUCH or more before a start */
    bool precautions; /* they were read */
} uh_answers;

/* Nobody was asked. */
uh_answers uh_answers_none(void);

/* Takes one fact, in any order: answers, marks (screened, stop) and ratings. Other facts, and
 * answers to questions that are not in the table, are passed over. */
void uh_answers_take(uh_answers *answers, const uh_fact *fact);

/* The key of the answer that says that the precautions were read: a fact like the others, and no
 * question of the table. */
#define UH_PRECAUTIONS_KEY "precautions"

/* Yes, and seen since. */
bool uh_answers_seen(const uh_answers *answers, uint32_t question);

/* Yes, needing a visit, and not seen: these keep from stretching. */
uint64_t uh_answers_blocking(const uh_answers *answers);

/* The last time that every question was answered, as far as that can be: what is dated after today
 * counts only where there is nothing else. Day UH_NO_DATE: never. */
uh_moment uh_answers_screened(const uh_answers *answers, uh_date today);

/* What holds today. Answers that are dated after today are due: nobody knows how old they are. */
uh_screening uh_screening_of(const uh_answers *answers, uh_date today);

const char *uh_screening_state_name(uint32_t state); /* "never", "valid", "due", "changed" */

/* Are the questions asked before a session may begin or go on? They are where nobody answered yet,
 * too: an empty screening limits nothing, so that the gate alone keeps nobody back. */
bool uh_screening_is_due(const uh_screening *screening);

/* When it is asked again: today at the latest where the answers are dated after it. UH_NO_DATE
 * where nothing was answered yet. */
uh_date uh_screening_due(const uh_answers *answers, uh_date today);

/* Do so many yes of the five questions suggest the flexible profile? */
bool uh_five_questions_suggest(uint32_t yes);

/* -- what to do now -- */

typedef enum uh_outcome_kind {
    UH_OUTCOME_FREE,    /* nothing speaks against it */
    UH_OUTCOME_LIMITED, /* with some things left out, or gently */
    UH_OUTCOME_VISIT,   /* clinician-first */
    UH_OUTCOME_EMERGENCY
} uh_outcome_kind;

const char *uh_outcome_name(uint32_t kind); /* "free", "limited", "clinician-first", "emergency" */

/* What stays possible: nobody meets a wall. */
typedef enum uh_offer {
    UH_OFFER_STRETCHES,
    UH_OFFER_BREAKS,
    UH_OFFER_WALKING,
    UH_OFFER_POSTURE,
    UH_OFFER_QUESTIONS, /* a printable list for the visit */
    UH_OFFER_COUNT
} uh_offer;

const char *uh_offer_name(uint32_t offer); /* "stretches", "breaks" ... */

typedef struct uh_outcome {
    uh_outcome_kind kind;
    uint32_t limits;  /* bit set of uh_limit */
    uint64_t because; /* bit set of questions: those that make it this kind */
    uint64_t notes;   /* and those that are only worth a word */
    uint32_t offers;  /* bit set of uh_offer */
    bool soon;        /* one of `because` should not wait */
} uh_outcome;

uh_outcome uh_outcome_of(const uh_answers *answers, uh_date today);

#endif
