/* SPDX-License-Identifier: MIT */
/* Any body to any route that was let in, over a history in memory: an answer that is one, or a
 * problem that changed nothing. The first line is method and target, the rest the body. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/builtin.h"
#include "web/web.h"

enum { LINE_SIZE = 256 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool condition)
{
    if (!condition) {
        abort();
    }
}

static void write_nowhere(void *to, const char *text, size_t length)
{
    (void)to;
    (void)text;
    (void)length;
}

static bool count_fact(void *to, const uh_fact *fact)
{
    (void)fact;
    (*(uint32_t *)to)++;
    return true;
}

static uint32_t count_facts(uh_store *store)
{
    uint32_t count = 0;
    expect(uh_store_replay(store, UH_STORE_ALL_KINDS, UH_FIRST_DATE, UH_LAST_DATE, count_fact,
                           &count) == UH_OK);
    return count;
}

/* "METHOD TARGET" */
static bool find_route(char *line, uh_target *target, uh_route_match *match)
{
    char *space = strchr(line, ' ');
    if (space == NULL) {
        return false;
    }
    *space = '\0';
    return uh_target_read(space + 1, target) == UH_OK &&
           uh_route_find(uh_method_find(line), uh_target_path(target), match) == UH_OK &&
           match->route != UH_ROUTE_FILE;
}

static void answer(uh_web *web, const uh_target *target, const uh_route_match *match, char *body,
                   size_t length)
{
    const uh_request request = {.match = match,
                                .target = target,
                                .body = body,
                                .body_length = length,
                                .now = uh_moment_at((uh_unix_ms){INT64_C(1767603600000)}, 0)};
    uh_response response = {.fd = -1};
    const uint32_t before = count_facts(web->store);
    uh_web_answer(web, &request, &response);
    expect(response.problem < UH_PROBLEM_COUNT && response.problem != UH_PROBLEM_FAILED);
    if (response.problem != UH_PROBLEM_NONE) {
        expect(count_facts(web->store) == before);
    } else {
        expect(response.status == 204 || response.status == 304 || response.media != NULL);
    }
    uh_response_free(&response);
}

/* Once: checking the catalogue takes longer than an answer. */
static void open_shell(uh_shell *shell)
{
    *shell = (uh_shell){.language = uh_language_find("en"),
                        .out = {write_nowhere, NULL},
                        .err = {write_nowhere, NULL},
                        .width = UH_PAGE_WIDTH,
                        .program = "fuzz"};
    expect(uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &shell->catalogue) ==
           UH_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static uh_web web;
    char line[LINE_SIZE] = "";
    uh_target target;
    uh_route_match match;
    const uint8_t *feed = size > 0 ? memchr(data, '\n', size) : NULL;
    if (feed == NULL || feed - data >= LINE_SIZE) {
        return -1;
    }
    memcpy(line, data, (size_t)(feed - data));
    const bool is_archive =
        size - (size_t)(feed + 1 - data) > 6 && memcmp(feed + 1, "SQLite", 6) == 0;
    if (!find_route(line, &target, &match) || match.route == UH_ROUTE_EXPORT || is_archive) {
        return -1; /* an export and an archive write files */
    }
    if (web.shell.program == NULL) {
        open_shell(&web.shell);
    }
    web.owned = (uh_owned){0};
    expect(uh_store_open_memory(&web.store) == UH_OK);
    /* of its own size, so that a byte too far is seen */
    const size_t length = size - (size_t)(feed + 1 - data);
    char *body = malloc(length > 0 ? length : 1);
    expect(body != NULL);
    memcpy(body, feed + 1, length);
    answer(&web, &target, &match, body, length);
    answer(&web, &target, &match, body, length); /* the same again */
    free(body);
    uh_store_close(web.store);
    return 0;
}
