/* SPDX-License-Identifier: MIT */
#include "web/route.h"

#include <string.h>

#define API "/api/v1"
#define LINES "application/x-ndjson"
#define JSON "application/json"

enum {
    SMALL = 16 * 1024,
    SESSION = 1024 * 1024,   /* 64 entries of many sets each are a quarter of it */
    FACTS = 4 * 1024 * 1024, /* a queue of about ten thousand */
    WHOLE = 32 * 1024 * 1024 /* an archive of many years */
};

static const char *const no_query[] = {NULL};
static const char *const facts_query[] = {"changed_after", NULL};
static const char *const progress_query[] = {"days", NULL};
static const char *const export_query[] = {"kind", "from", "to", NULL};
static const char *const file_query[] = {"token", "source", NULL};

static const uh_route_row rows[UH_ROUTE_COUNT] = {
    [UH_ROUTE_FILE] = {UH_METHOD_GET, "/", file_query, false, 0, NULL},
    [UH_ROUTE_HELLO] = {UH_METHOD_GET, API "/hello", no_query, true, 0, NULL},
    [UH_ROUTE_FACTS] = {UH_METHOD_GET, API "/facts", facts_query, true, 0, NULL},
    [UH_ROUTE_FACTS_POST] = {UH_METHOD_POST, API "/facts", no_query, true, FACTS, LINES},
    [UH_ROUTE_FACT_DELETE] = {UH_METHOD_DELETE, API "/facts/{uuid}", no_query, true, 0, NULL},
    [UH_ROUTE_SESSION_PUT] = {UH_METHOD_PUT, API "/sessions/{uuid}", no_query, true, SESSION,
                              LINES},
    [UH_ROUTE_SESSION_DELETE] = {UH_METHOD_DELETE, API "/sessions/{uuid}", no_query, true, 0, NULL},
    [UH_ROUTE_TODAY] = {UH_METHOD_GET, API "/today", no_query, true, 0, NULL},
    [UH_ROUTE_PLAN] = {UH_METHOD_POST, API "/plan", no_query, true, SMALL, JSON},
    [UH_ROUTE_PROGRESS] = {UH_METHOD_GET, API "/progress", progress_query, true, 0, NULL},
    [UH_ROUTE_PROFILE] = {UH_METHOD_GET, API "/profile", no_query, true, 0, NULL},
    [UH_ROUTE_SCREENING] = {UH_METHOD_GET, API "/screening", no_query, true, 0, NULL},
    [UH_ROUTE_CATALOGUE] = {UH_METHOD_GET, API "/catalogue", no_query, true, 0, NULL},
    [UH_ROUTE_ADVICE] = {UH_METHOD_GET, API "/advice", no_query, true, 0, NULL},
    [UH_ROUTE_TOPIC] = {UH_METHOD_GET, API "/advice/{word}", no_query, true, 0, NULL},
    [UH_ROUTE_EXPORT] = {UH_METHOD_GET, API "/export/{word}", export_query, true, 0, NULL},
    [UH_ROUTE_IMPORT] = {UH_METHOD_POST, API "/import", no_query, true, WHOLE,
                         "application/octet-stream," LINES ",text/csv"},
    [UH_ROUTE_PURGE] = {UH_METHOD_POST, API "/purge", no_query, true, SMALL, JSON},
};

const uh_route_row *uh_route_row_of(uh_route route)
{
    UH_ASSERT(route < UH_ROUTE_COUNT);
    return &rows[route];
}

const char *uh_method_name(uint32_t method)
{
    static const char *const names[] = {"GET", "POST", "PUT", "DELETE"};
    return method < UH_COUNT(names) ? names[method] : "";
}

uh_method uh_method_find(const char *name)
{
    uh_method method = UH_METHOD_GET;
    if (strcmp(name, "HEAD") == 0) {
        return UH_METHOD_GET;
    }
    while (method < UH_METHOD_COUNT && strcmp(uh_method_name(method), name) != 0) {
        method++;
    }
    return method;
}

bool uh_is_uuid(const char *text)
{
    static const char shape[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    for (size_t i = 0; i < sizeof shape - 1; i++) {
        const bool dash = shape[i] == '-';
        if (text[i] == '\0' ||
            (dash ? text[i] != '-' : strchr("0123456789abcdef", text[i]) == NULL)) {
            return false;
        }
    }
    return text[sizeof shape - 1] == '\0';
}

/* -- matching -- */

static bool takes(const char *pattern, const char *segment)
{
    if (strcmp(pattern, "{uuid}") == 0) {
        return uh_is_uuid(segment);
    }
    return segment[0] != '\0' && segment[strspn(segment, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

/* Only the last segment of a pattern may be open. */
static bool matches(const char *pattern, const char *path, char segment[UH_SEGMENT_SIZE])
{
    segment[0] = '\0';
    const size_t fixed = strcspn(pattern, "{");
    if (strncmp(pattern, path, fixed) != 0) {
        return false;
    }
    const char *rest = path + fixed;
    if (pattern[fixed] == '\0') {
        return rest[0] == '\0';
    }
    const size_t length = strlen(rest);
    if (length >= UH_SEGMENT_SIZE || !takes(pattern + fixed, rest)) {
        return false;
    }
    memcpy(segment, rest, length + 1);
    return true;
}

static bool is_api(const char *path)
{
    return strcmp(path, "/api") == 0 || strncmp(path, "/api/", 5) == 0;
}

uh_status uh_route_find(uh_method method, const char *path, uh_route_match *ret_match)
{
    ret_match->allowed = 0;
    if (!is_api(path)) {
        ret_match->allowed = 1U << UH_METHOD_GET;
        if (method != UH_METHOD_GET) {
            return UH_ERR_STATE;
        }
        *ret_match = (uh_route_match){.route = UH_ROUTE_FILE, .allowed = 1U << UH_METHOD_GET};
        return UH_OK;
    }
    uh_route_match found = {.route = UH_ROUTE_COUNT};
    for (uh_route route = UH_ROUTE_HELLO; route < UH_ROUTE_COUNT; route++) {
        char segment[UH_SEGMENT_SIZE];
        if (matches(rows[route].pattern, path, segment)) {
            found.allowed |= 1U << rows[route].method;
            if (rows[route].method == method) {
                found.route = route;
                memcpy(found.segment, segment, sizeof segment);
            }
        }
    }
    if (found.route == UH_ROUTE_COUNT) {
        ret_match->allowed = found.allowed;
        return found.allowed != 0 ? UH_ERR_STATE : UH_ERR_UNKNOWN;
    }
    *ret_match = found;
    return UH_OK;
}
