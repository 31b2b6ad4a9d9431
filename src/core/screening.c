/* SPDX-License-Identifier: MIT */
/* The table of the screening. The loudest first on each card; a line that was seen never brings the
 * roller back, because that form is for people with nothing flagged (AMB-18). Outcomes that the
 * decisions named here do not settle are those of D-25. */
#include "unhunch/screening.h"

#include <string.h>

#define OUT(limit) (1U << UH_LIMIT_##limit)

/* Out until it was seen; then `stays`. SOON: the same, and the visit should not wait. */
#define VISIT(stays) .limits = OUT(CLINICIAN_FIRST) | (stays), .after = (stays)
#define SOON(stays) VISIT(stays), .soon = true
#define EMERGENCY(stays) .limits = OUT(EMERGENCY) | (stays), .after = (stays)
/* Whoever has seen it, it stays as long as it is so. */
#define ALWAYS(stays) .limits = (stays), .after = (stays)

#define EMERGENCY_ROW(name, words, stays, source)                                                  \
    {                                                                                              \
        .key = (name), .card = UH_CARD_EMERGENCY, .text = (words), EMERGENCY(stays),               \
        .cite = (source)                                                                           \
    }
#define HEALTH_ROW(of, name, words, outcome, source)                                               \
    {                                                                                              \
        .key = (name), .card = UH_CARD_HEALTH, .line = UH_HEALTH_##of, .text = (words), outcome,   \
        .cite = (source)                                                                           \
    }
#define SESSION_ROW(name, raised_by, words, outcome, source)                                       \
    {                                                                                              \
        .key = (name), .card = UH_CARD_SESSION, .stop = (raised_by), .text = (words), outcome,     \
        .cite = (source)                                                                           \
    }

static const uh_question questions[] = {
    /* -- the emergency card -- */
    EMERGENCY_ROW("chest-pain", UH_MSG_QUESTION_CHEST_PAIN, OUT(NO_ROLLER), "AMB-42"),
    EMERGENCY_ROW("tearing-pain", UH_MSG_QUESTION_TEARING_PAIN, OUT(NO_ROLLER), "AMB-42"),
    EMERGENCY_ROW("worst-pain", UH_MSG_QUESTION_WORST_PAIN, OUT(NO_NECK) | OUT(NO_ROLLER),
                  "AMB-42"),
    EMERGENCY_ROW("brain-signs", UH_MSG_QUESTION_BRAIN_SIGNS,
                  OUT(NO_NECK) | OUT(NO_HEAD_DOWN) | OUT(NO_ROLLER), "AMB-42"),
    EMERGENCY_ROW("bladder-bowel", UH_MSG_QUESTION_BLADDER_BOWEL,
                  OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER), "AMB-42"),
    EMERGENCY_ROW("weak-legs", UH_MSG_QUESTION_WEAK_LEGS,
                  OUT(NO_NECK) | OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER), "AMB-42"),

    /* -- the health card -- */
    HEALTH_ROW(INJURY, "recent-injury", UH_MSG_QUESTION_RECENT_INJURY, VISIT(OUT(NO_ROLLER)),
               "AMB-42"),
    HEALTH_ROW(INJURY, "recent-surgery", UH_MSG_QUESTION_RECENT_SURGERY,
               VISIT(OUT(NO_PRONE_OR_LONG_SUPINE) | OUT(NO_SHOULDER_END_RANGE) | OUT(NO_ROLLER)),
               "AMB-42;D-16"),
    HEALTH_ROW(INJURY, "new-pacemaker", UH_MSG_QUESTION_NEW_PACEMAKER,
               VISIT(OUT(NO_PRONE_OR_LONG_SUPINE) | OUT(NO_SHOULDER_END_RANGE) | OUT(NO_ROLLER)),
               "AMB-42;D-16"),
    HEALTH_ROW(BONES, "osteoporosis", UH_MSG_QUESTION_OSTEOPOROSIS,
               VISIT(OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER)), "AMB-42;D-16"),
    HEALTH_ROW(BONES, "cancer", UH_MSG_QUESTION_CANCER, VISIT(OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(BONES, "weight-loss", UH_MSG_QUESTION_WEIGHT_LOSS, VISIT(OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(INFECTION, "infection", UH_MSG_QUESTION_INFECTION, VISIT(OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(INFECTION, "immune", UH_MSG_QUESTION_IMMUNE, VISIT(OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(INFECTION, "injected-drugs", UH_MSG_QUESTION_INJECTED_DRUGS, VISIT(OUT(NO_ROLLER)),
               "AMB-42"),
    HEALTH_ROW(PAIN, "constant-pain", UH_MSG_QUESTION_CONSTANT_PAIN, VISIT(OUT(NO_ROLLER)),
               "AMB-42"),
    HEALTH_ROW(PAIN, "breathing-pain", UH_MSG_QUESTION_BREATHING_PAIN, VISIT(OUT(NO_ROLLER)),
               "AMB-42"),
    HEALTH_ROW(PAIN, "band-pain", UH_MSG_QUESTION_BAND_PAIN, VISIT(OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(NERVES, "arm-signs", UH_MSG_QUESTION_ARM_SIGNS, VISIT(OUT(NO_NECK) | OUT(NO_ROLLER)),
               "AMB-42;B:99"),
    HEALTH_ROW(NERVES, "clumsy-hands", UH_MSG_QUESTION_CLUMSY_HANDS,
               SOON(OUT(NO_NECK) | OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER)), "AMB-42;B:99"),
    HEALTH_ROW(NERVES, "electric-shock", UH_MSG_QUESTION_ELECTRIC_SHOCK,
               SOON(OUT(NO_NECK) | OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER)), "AMB-42;B:99"),
    HEALTH_ROW(SPINE, "disc", UH_MSG_QUESTION_DISC,
               VISIT(OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER)), "AMB-30;D-16"),
    HEALTH_ROW(SPINE, "spine-surgery", UH_MSG_QUESTION_SPINE_SURGERY,
               VISIT(OUT(NO_NECK) | OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(SPINE, "inflamed-spine", UH_MSG_QUESTION_INFLAMED_SPINE,
               VISIT(OUT(NO_NECK) | OUT(NO_LOADED_FLEXION_TWIST) | OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(SPINE, "rheumatoid-arthritis", UH_MSG_QUESTION_RHEUMATOID_ARTHRITIS,
               VISIT(OUT(NO_NECK) | OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(VESSELS, "blood-thinners", UH_MSG_QUESTION_BLOOD_THINNERS,
               ALWAYS(OUT(NO_NECK) | OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(VESSELS, "vessels", UH_MSG_QUESTION_VESSELS,
               VISIT(OUT(NO_NECK) | OUT(NO_HEAD_DOWN) | OUT(NO_ROLLER)), "AMB-42"),
    HEALTH_ROW(VESSELS, "dizziness", UH_MSG_QUESTION_DIZZINESS,
               VISIT(OUT(NO_NECK_EXTENSION) | OUT(NO_HEAD_DOWN) | OUT(NO_ROLLER)), "AMB-42;D-12"),
    HEALTH_ROW(VESSELS, "head-up", UH_MSG_QUESTION_HEAD_UP, ALWAYS(OUT(NO_HEAD_DOWN)), "D-16"),
    HEALTH_ROW(JOINTS, "flexible-joints", UH_MSG_QUESTION_FLEXIBLE_JOINTS, ALWAYS(OUT(GENTLE)),
               "B:89"),
    HEALTH_ROW(JOINTS, "connective-tissue", UH_MSG_QUESTION_CONNECTIVE_TISSUE,
               VISIT(OUT(GENTLE) | OUT(NO_NECK) | OUT(NO_ROLLER)), "AMB-42;B:89"),
    HEALTH_ROW(JOINTS, "shoulder", UH_MSG_QUESTION_SHOULDER, ALWAYS(OUT(NO_SHOULDER_END_RANGE)),
               "AMB-42;D-16"),
    HEALTH_ROW(JOINTS, "kneeling", UH_MSG_QUESTION_KNEELING, ALWAYS(OUT(NO_KNEELING)), "D-16"),
    HEALTH_ROW(LIFE, "pregnancy", UH_MSG_QUESTION_PREGNANCY,
               ALWAYS(OUT(NO_PRONE_OR_LONG_SUPINE) | OUT(NO_ROLLER)), "AMB-42;D-16"),
    HEALTH_ROW(LIFE, "age-65", UH_MSG_QUESTION_AGE_65, ALWAYS(OUT(NO_NECK_EXTENSION)),
               "AMB-24;D-12"),
    HEALTH_ROW(LIFE, "first-pain", UH_MSG_QUESTION_FIRST_PAIN, ALWAYS(0), "AMB-42"),

    /* -- stops in a session -- */
    SESSION_ROW("stop-pain", UH_REASON_PAIN, UH_MSG_QUESTION_STOP_PAIN, ALWAYS(0), "AMB-04;D-18"),
    SESSION_ROW("stop-nerve", UH_REASON_NERVE, UH_MSG_QUESTION_STOP_NERVE,
                SOON(OUT(NO_NECK_EXTENSION) | OUT(NO_ROLLER)), "B:99;AMB-04"),
    SESSION_ROW("stop-dizzy", UH_REASON_DIZZY, UH_MSG_QUESTION_STOP_DIZZY,
                SOON(OUT(NO_NECK_EXTENSION) | OUT(NO_HEAD_DOWN) | OUT(NO_ROLLER)), "AMB-04;D-12"),
    SESSION_ROW("stop-emergency", UH_REASON_NONE, UH_MSG_QUESTION_STOP_EMERGENCY,
                EMERGENCY(OUT(NO_NECK) | OUT(NO_ROLLER)), "AMB-04"),
};

_Static_assert(UH_COUNT(questions) <= UH_QUESTIONS_MAX, "a bit set holds them all");

uint32_t uh_question_count(void)
{
    return (uint32_t)UH_COUNT(questions);
}

const uh_question *uh_question_at(uint32_t index)
{
    UH_ASSERT(index < UH_COUNT(questions));
    return &questions[index];
}

uh_status uh_question_find(const char *key, uint32_t *ret_index)
{
    for (uint32_t i = 0; i < UH_COUNT(questions); i++) {
        if (strcmp(questions[i].key, key) == 0) {
            *ret_index = i;
            return UH_OK;
        }
    }
    return UH_ERR_UNKNOWN;
}

bool uh_question_needs_visit(const uh_question *question)
{
    return (question->limits & (OUT(CLINICIAN_FIRST) | OUT(EMERGENCY))) != 0;
}

/* -- cards and lines -- */

static const struct {
    const char *name;
    uh_message text;
} lines[UH_HEALTH_LINE_COUNT] = {
    [UH_HEALTH_INJURY] = {"injury", UH_MSG_HEALTH_INJURY},
    [UH_HEALTH_BONES] = {"bones", UH_MSG_HEALTH_BONES},
    [UH_HEALTH_INFECTION] = {"infection", UH_MSG_HEALTH_INFECTION},
    [UH_HEALTH_PAIN] = {"pain", UH_MSG_HEALTH_PAIN},
    [UH_HEALTH_NERVES] = {"nerves", UH_MSG_HEALTH_NERVES},
    [UH_HEALTH_SPINE] = {"spine", UH_MSG_HEALTH_SPINE},
    [UH_HEALTH_VESSELS] = {"vessels", UH_MSG_HEALTH_VESSELS},
    [UH_HEALTH_JOINTS] = {"joints", UH_MSG_HEALTH_JOINTS},
    [UH_HEALTH_LIFE] = {"life", UH_MSG_HEALTH_LIFE},
};

const char *uh_card_name(uint32_t card)
{
    static const char *const names[UH_CARD_COUNT] = {
        [UH_CARD_EMERGENCY] = "emergency",
        [UH_CARD_HEALTH] = "health",
        [UH_CARD_SESSION] = "session",
    };
    return card < UH_CARD_COUNT ? names[card] : "";
}

const char *uh_health_line_name(uint32_t line)
{
    return line < UH_HEALTH_LINE_COUNT ? lines[line].name : "";
}

uh_message uh_health_line_text(uh_health_line line)
{
    UH_ASSERT(line < UH_HEALTH_LINE_COUNT);
    return lines[line].text;
}

uint64_t uh_card_questions(uh_card card)
{
    uint64_t set = 0;
    for (uint32_t i = 0; i < UH_COUNT(questions); i++) {
        set |= questions[i].card == card ? UINT64_C(1) << i : 0;
    }
    return set;
}

uint64_t uh_health_line_questions(uh_health_line line)
{
    uint64_t set = 0;
    for (uint32_t i = 0; i < UH_COUNT(questions); i++) {
        const bool behind = questions[i].card == UH_CARD_HEALTH && questions[i].line == line;
        set |= behind ? UINT64_C(1) << i : 0;
    }
    return set;
}

bool uh_five_questions_suggest(uint32_t yes)
{
    return yes >= UH_FIVE_QUESTIONS_YES;
}
