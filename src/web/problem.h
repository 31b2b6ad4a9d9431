/* SPDX-License-Identifier: MIT */
/* problem.h: what can be the matter with a request, as RFC 9457 tells it:
 * {"type": "urn:unhunch:problem:NAME", "title", "status", "detail", "line", "column"}. */
#ifndef UNHUNCH_WEB_PROBLEM_H
#define UNHUNCH_WEB_PROBLEM_H

#include "unhunch/json.h"
#include "unhunch/words.h"

typedef enum uh_problem {
    UH_PROBLEM_NONE,
    /* seen in the head */
    UH_PROBLEM_HEAD,
    UH_PROBLEM_TARGET,
    UH_PROBLEM_TARGET_LONG,
    UH_PROBLEM_QUERY,
    UH_PROBLEM_HOST,
    UH_PROBLEM_ORIGIN,
    UH_PROBLEM_NO_KEY,
    UH_PROBLEM_TOKEN,
    UH_PROBLEM_NOT_FOUND,
    UH_PROBLEM_METHOD,
    UH_PROBLEM_BODY,
    UH_PROBLEM_BODY_LONG,
    UH_PROBLEM_MEDIA,
    /* seen in the body or in the store */
    UH_PROBLEM_JSON,
    UH_PROBLEM_VALUE,
    UH_PROBLEM_RECORD,
    UH_PROBLEM_ANOTHER,
    UH_PROBLEM_HELD,
    UH_PROBLEM_SAFETY,
    UH_PROBLEM_ARCHIVE,
    UH_PROBLEM_NEWER,
    UH_PROBLEM_NOT_KEPT,
    UH_PROBLEM_UNREADABLE,
    UH_PROBLEM_BUSY,
    UH_PROBLEM_FAILED,
    UH_PROBLEM_COUNT
} uh_problem;

typedef struct uh_problem_row {
    const char *name;
    uint32_t status; /* of HTTP */
    uh_message title;
} uh_problem_row;

const uh_problem_row *uh_problem_row_of(uh_problem problem);

/* `detail`: "" for none. `line` 0: it is about no line. */
void uh_problem_json(uh_json *json, const uh_language *language, uh_problem problem,
                     const char *detail, uint32_t line, uint32_t column);

#endif
