/* SPDX-License-Identifier: MIT */
#include "web/problem.h"

#include <string.h>

#define TYPE "urn:unhunch:problem:"

enum { TEXT_SIZE = 1024 };

static const uh_problem_row rows[UH_PROBLEM_COUNT] = {
    [UH_PROBLEM_NONE] = {"", 200, UH_MSG_SERVER_FAILED},
    [UH_PROBLEM_HEAD] = {"head", 400, UH_MSG_SERVER_HEAD},
    [UH_PROBLEM_TARGET] = {"address", 400, UH_MSG_SERVER_TARGET},
    [UH_PROBLEM_TARGET_LONG] = {"long-address", 414, UH_MSG_SERVER_TARGET_LONG},
    [UH_PROBLEM_QUERY] = {"query", 400, UH_MSG_SERVER_QUERY},
    [UH_PROBLEM_HOST] = {"host", 421, UH_MSG_SERVER_HOST},
    [UH_PROBLEM_ORIGIN] = {"origin", 403, UH_MSG_SERVER_ORIGIN},
    [UH_PROBLEM_NO_KEY] = {"no-key", 401, UH_MSG_SERVER_NO_KEY},
    [UH_PROBLEM_TOKEN] = {"used-address", 403, UH_MSG_SERVER_TOKEN},
    [UH_PROBLEM_NOT_FOUND] = {"not-found", 404, UH_MSG_SERVER_NOT_FOUND},
    [UH_PROBLEM_METHOD] = {"method", 405, UH_MSG_SERVER_METHOD},
    [UH_PROBLEM_BODY] = {"body", 400, UH_MSG_SERVER_BODY},
    [UH_PROBLEM_BODY_LONG] = {"long-body", 413, UH_MSG_SERVER_BODY_LONG},
    [UH_PROBLEM_MEDIA] = {"media", 415, UH_MSG_SERVER_MEDIA},
    [UH_PROBLEM_JSON] = {"json", 400, UH_MSG_SERVER_JSON},
    [UH_PROBLEM_VALUE] = {"value", 422, UH_MSG_SERVER_VALUE},
    [UH_PROBLEM_RECORD] = {"record", 422, UH_MSG_SERVER_RECORD},
    [UH_PROBLEM_ANOTHER] = {"another-session", 422, UH_MSG_SERVER_ANOTHER},
    [UH_PROBLEM_HELD] = {"held", 409, UH_MSG_SERVER_HELD},
    [UH_PROBLEM_SAFETY] = {"safety", 409, UH_MSG_SERVER_SAFETY},
    [UH_PROBLEM_ARCHIVE] = {"archive", 422, UH_MSG_SERVER_ARCHIVE},
    [UH_PROBLEM_NEWER] = {"newer", 409, UH_MSG_SERVER_NEWER},
    [UH_PROBLEM_NOT_KEPT] = {"not-kept", 503, UH_MSG_SERVER_NOT_KEPT},
    [UH_PROBLEM_UNREADABLE] = {"unreadable", 500, UH_MSG_SERVER_UNREADABLE},
    [UH_PROBLEM_BUSY] = {"busy", 503, UH_MSG_SERVER_BUSY},
    [UH_PROBLEM_FAILED] = {"failed", 500, UH_MSG_SERVER_FAILED},
};

const uh_problem_row *uh_problem_row_of(uh_problem problem)
{
    UH_ASSERT(problem < UH_PROBLEM_COUNT);
    return &rows[problem];
}

void uh_problem_json(uh_json *json, const uh_language *language, uh_problem problem,
                     const char *detail, uint32_t line, uint32_t column)
{
    const uh_problem_row *row = uh_problem_row_of(problem);
    const uh_phrase title = uh_say(row->title);
    char words[TEXT_SIZE];
    char type[64] = TYPE;
    memcpy(type + sizeof TYPE - 1, row->name, strlen(row->name) + 1);
    (void)uh_words(language, NULL, &title, words, sizeof words);
    uh_json_object(json, NULL);
    uh_json_text(json, "type", type);
    uh_json_text(json, "title", words);
    uh_json_number(json, "status", row->status);
    if (detail[0] != '\0') {
        uh_json_text(json, "detail", detail);
    }
    if (line > 0) {
        uh_json_number(json, "line", line);
        uh_json_number(json, "column", column);
    }
    uh_json_end_object(json);
}
