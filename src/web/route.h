/* SPDX-License-Identifier: MIT */
/* route.h: every path that this server answers, as one table. docs/web.md shows each with an
 * example, and a test holds the two together. Pure. */
#ifndef UNHUNCH_WEB_ROUTE_H
#define UNHUNCH_WEB_ROUTE_H

#include "web/target.h"

typedef enum uh_method {
    UH_METHOD_GET, /* HEAD is answered as GET is, without the body */
    UH_METHOD_POST,
    UH_METHOD_PUT,
    UH_METHOD_DELETE,
    UH_METHOD_COUNT /* none of them */
} uh_method;

const char *uh_method_name(uint32_t method); /* "GET"; "" beyond */
uh_method uh_method_find(const char *name);  /* "HEAD" is GET */

typedef enum uh_route {
    UH_ROUTE_FILE, /* whatever the others do not have: a file of the page */
    UH_ROUTE_HELLO,
    UH_ROUTE_FACTS,
    UH_ROUTE_FACTS_POST,
    UH_ROUTE_FACT_DELETE,
    UH_ROUTE_SESSION_PUT,
    UH_ROUTE_SESSION_DELETE,
    UH_ROUTE_TODAY,
    UH_ROUTE_PLAN,
    UH_ROUTE_PROGRESS,
    UH_ROUTE_PROFILE,
    UH_ROUTE_SCREENING,
    UH_ROUTE_CATALOGUE,
    UH_ROUTE_ADVICE,
    UH_ROUTE_TOPIC,
    UH_ROUTE_EXPORT,
    UH_ROUTE_IMPORT,
    UH_ROUTE_PURGE,
    UH_ROUTE_COUNT
} uh_route;

typedef struct uh_route_row {
    uh_method method;
    const char *pattern;      /* "{uuid}" and "{word}" stand for one segment */
    const char *const *query; /* names that may stand there; NULL behind the last */
    bool needs_key;           /* the cookie */
    uint32_t body_max;        /* bytes; 0: none is taken */
    const char *media;        /* of the body; a list with commas where there are several */
} uh_route_row;

const uh_route_row *uh_route_row_of(uh_route route);

/* A segment that a pattern left open. */
enum { UH_SEGMENT_SIZE = 64 };

typedef struct uh_route_match {
    uh_route route;
    char segment[UH_SEGMENT_SIZE]; /* "": the pattern has none */
    uint32_t allowed;              /* bit set of methods that this path has */
} uh_route_match;

/* UH_OK. UH_ERR_UNKNOWN: no such path. UH_ERR_STATE: not with this method; `allowed` says which
 * ones. The last two write `allowed` only. */
UH_MUST_USE uh_status uh_route_find(uh_method method, const char *path, uh_route_match *ret_match);

/* "018f6b2e-0000-7000-8000-000000000000": 36 small letters, digits and dashes. */
bool uh_is_uuid(const char *text);

#endif
