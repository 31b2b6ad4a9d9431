/* SPDX-License-Identifier: MIT */
#include "unhunch/present.h"

#include <string.h>

/* The two articles, by the names under which people know them. docs/sources.md tells what they are.
 */
static const char title_a[] = "How to Loosen Up Your Upper Back with These Easy Stretches";
static const char title_b[] =
    "J. Vykoukal, PT, DPT, 2019, \"How Does Stretching Help Upper Back Pain?\"";

enum { CITE_MAX = 24 }; /* bytes of one citation: "B:108-111" */

typedef struct decision_kind {
    const char *prefix;
    uh_message first;
    uint32_t count;
} decision_kind;

static const decision_kind decisions[] = {
    {"AMB-", UH_MSG_AMB_01, UH_MSG_AMB_42 - UH_MSG_AMB_01 + 1},
    {"D-", UH_MSG_D_01, UH_MSG_D_24 - UH_MSG_D_01 + 1},
};

/* The number that all of the text is; 0 where it is none. */
static uint32_t decimal(const char *text, size_t length)
{
    uint32_t value = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9' || value > 1000) {
            return 0;
        }
        value = value * 10 + (uint32_t)(text[i] - '0');
    }
    return value;
}

uh_message uh_decision_message(const char *id, size_t length)
{
    for (size_t i = 0; i < UH_COUNT(decisions); i++) {
        size_t prefix = strlen(decisions[i].prefix);
        if (length <= prefix || strncmp(id, decisions[i].prefix, prefix) != 0) {
            continue;
        }
        uint32_t number = decimal(id + prefix, length - prefix);
        if (number >= 1 && number <= decisions[i].count) {
            return (uh_message)((uint32_t)decisions[i].first + number - 1);
        }
    }
    return UH_MESSAGE_COUNT;
}

static uh_phrase article_phrase(const char *cite, bool full)
{
    uh_argument line = uh_literal(cite + 2);
    if (cite[0] == 'A') {
        return full ? uh_say2(UH_MSG_CITE_A, uh_literal(title_a), line)
                    : uh_say1(UH_MSG_CITE_A_SHORT, line);
    }
    return full ? uh_say2(UH_MSG_CITE_B, uh_literal(title_b), line)
                : uh_say1(UH_MSG_CITE_B_SHORT, line);
}

/* One citation, terminated. */
static uh_phrase cite_phrase(const char *cite, bool full)
{
    if ((cite[0] == 'A' || cite[0] == 'B') && cite[1] == ':') {
        return article_phrase(cite, full);
    }
    uh_message reason = uh_decision_message(cite, strlen(cite));
    if (reason == UH_MESSAGE_COUNT) {
        return uh_say(UH_MSG_CITE_PLAN);
    }
    return full ? uh_say2(UH_MSG_CITE_DECISION, uh_literal(cite), uh_message_argument(reason))
                : uh_say1(UH_MSG_CITE_OURS, uh_literal(cite));
}

/* A decision is told in a sentence; in a row of citations only the last one ends. */
static void take_back_period(uh_buffer *joined)
{
    if (joined->length < joined->capacity && joined->bytes[joined->length - 1] == '.') {
        joined->length--;
    }
}

const char *uh_page_render_cite(const uh_page *page, uh_text cite, bool full, char *buffer)
{
    uh_buffer joined = {buffer, UH_PAGE_TEXT_MAX, 0};
    uh_out out = uh_out_to_buffer(&joined);
    const char *at = uh_catalogue_text(page->catalogue, cite);
    while (*at) {
        size_t length = strcspn(at, ";");
        char one[CITE_MAX] = {0};
        memcpy(one, at, length < CITE_MAX - 1 ? length : CITE_MAX - 1);
        char words[UH_PAGE_TEXT_MAX];
        if (joined.length > 0) {
            take_back_period(&joined);
            uh_out_text(out, "; ");
        }
        uh_out_text(out, uh_page_render(page, cite_phrase(one, full), words));
        at += length;
        at += strspn(at, ";");
    }
    return buffer;
}
