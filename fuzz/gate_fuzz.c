/* SPDX-License-Identifier: MIT */
/* Any head: lines of method, target and fields, in the order of uh_field. What comes in has our
 * host, our origin or none, and the key where the route needs it. */
#include <stdlib.h>
#include <string.h>

#include "web/gate.h"

enum { TEXT_SIZE = 4096, LINES = 2 + UH_FIELD_COUNT };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool condition)
{
    if (!condition) {
        abort();
    }
}

/* An empty line is a field that is not there. */
static void split(char *text, char *lines[LINES])
{
    for (uint32_t i = 0; i < LINES; i++) {
        const size_t length = strcspn(text, "\n");
        lines[i] = text;
        text += length + (text[length] == '\n');
        lines[i][length] = '\0';
    }
}

static void check_path(const char *path)
{
    expect(path[0] == '/' && strstr(path, "/../") == NULL && strstr(path, "//") == NULL);
    for (; *path != '\0'; path++) {
        expect(*path >= 0x20 && *path < 0x7f && *path != '\\');
    }
}

static void check_comes_in(const uh_own_address *own, const uh_head *head,
                           const uh_gate_verdict *verdict)
{
    const char *origin = head->fields[UH_FIELD_ORIGIN];
    const char *site = head->fields[UH_FIELD_SEC_FETCH_SITE];
    const uh_route_row *row = uh_route_row_of(verdict->match.route);
    expect(!head->is_doubled);
    expect(origin == NULL || strcmp(origin, own->origin) == 0);
    expect(site == NULL || strcmp(site, "same-origin") == 0 ||
           (strcmp(site, "none") == 0 && row->method == UH_METHOD_GET));
    expect(!row->needs_key || head->has_key);
    expect(row->body_max > 0 || head->fields[UH_FIELD_TRANSFER_ENCODING] == NULL);
    check_path(uh_target_path(&verdict->target));
}

static void check_fields(const uh_head *head)
{
    char cookie[16];
    (void)uh_cookie(head->fields[UH_FIELD_COOKIE], "unhunch", cookie, sizeof cookie);
    expect(strlen(cookie) < sizeof cookie);
    (void)uh_accepts_coding(head->fields[UH_FIELD_ACCEPT_ENCODING], "br");
    (void)uh_names_tag(head->fields[UH_FIELD_IF_NONE_MATCH], "\"abc\"");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[TEXT_SIZE] = "";
    char *lines[LINES];
    const size_t length = size < sizeof text - 1 ? size : sizeof text - 1;
    const uh_own_address own = uh_own_address_at(8648);
    if (length > 1) {
        memcpy(text, data + 1, length - 1);
    }
    split(text, lines);
    uh_head head = {.method = lines[0], .target = lines[1]};
    for (uint32_t field = 0; field < UH_FIELD_COUNT; field++) {
        head.fields[field] = lines[2 + field][0] != '\0' ? lines[2 + field] : NULL;
    }
    head.has_key = size > 0 && (data[0] & 1) != 0;
    head.is_doubled = size > 0 && (data[0] & 2) != 0;

    uh_gate_verdict verdict;
    uh_gate_judge(&own, &head, &verdict);
    expect((verdict.kind == UH_VERDICT_REFUSE) == (verdict.problem != UH_PROBLEM_NONE));
    if (verdict.kind == UH_VERDICT_ANSWER || verdict.kind == UH_VERDICT_ADMIT) {
        expect(strcmp(head.fields[UH_FIELD_HOST], own.host) == 0);
        check_comes_in(&own, &head, &verdict);
    }
    if (verdict.kind == UH_VERDICT_ADMIT) {
        expect(uh_target_value(&verdict.target, "token") != NULL);
    }
    check_fields(&head);
    return 0;
}
