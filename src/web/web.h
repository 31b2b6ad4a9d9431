/* SPDX-License-Identifier: MIT */
/* web.h: what a request gets for an answer. No socket and no library of HTTP here: server.c calls
 * uh_web_answer() with what arrived and sends what it says. */
#ifndef UNHUNCH_WEB_WEB_H
#define UNHUNCH_WEB_WEB_H

#include "shell/page_files.h"
#include "shell/past.h"
#include "web/bytes.h"
#include "web/gate.h"
#include "web/keys.h"
#include "web/owned.h"

enum {
    UH_WEB_DETAIL_SIZE = 1024,
    UH_WEB_STORE_MS = 2000 /* unused so long, the store is closed: others may need it alone */
};

/* What the server knows; one for the process. */
typedef struct uh_web {
    uh_shell shell;  /* the catalogue is open */
    uh_store *store; /* NULL while nobody needs it */
    uh_boot_ms store_used;
    uh_owned owned; /* sessions that play in the page */
    void *packed;   /* the catalogue as it travels; freed by uh_web_close() */
    size_t packed_size;
    char catalogue_tag[UH_PAGE_TAG_SIZE]; /* as of the file with the same bytes */
} uh_web;

typedef struct uh_request {
    const uh_route_match *match;
    const uh_target *target;
    char *body; /* not changed; a stream over it wants it so */
    size_t body_length;
    const char *if_none_match; /* NULL: not there */
    uh_moment now;
} uh_request;

/* `body`, or the file `fd` from its start where that is not -1. Begins as {.fd = -1}. */
typedef struct uh_response {
    uh_problem problem;
    uint32_t status; /* where there is no problem; 0: 200 */
    char detail[UH_WEB_DETAIL_SIZE];
    uint32_t line; /* of the body, that the problem is about; 0: none */
    uint32_t column;
    const char *media;
    const char *tag;  /* entity tag, with its quotes; NULL: never kept by anybody */
    const char *name; /* of the file that it is saved as; NULL */
    uh_bytes body;
    int fd;
    uint64_t fd_length;
} uh_response;

/* Opens the catalogue with the person's own files. False after a complaint. */
bool uh_web_open(uh_web *web);
void uh_web_close(uh_web *web);

/* All routes but those of files. */
void uh_web_answer(uh_web *web, const uh_request *request, uh_response *response);

/* Closes the store where it was not used for UH_WEB_STORE_MS; says when to call again. */
uh_boot_ms uh_web_rest(uh_web *web, uh_boot_ms now);

/* Frees body and file. */
void uh_response_free(uh_response *response);

/* -- for the routes -- */

/* The store, opened where it is not; NULL after writing the problem. */
uh_store *uh_web_store(uh_web *web, const uh_request *request, uh_response *response);

/* The problem, with a phrase of more detail (NULL: none). */
void uh_web_refuse(const uh_web *web, uh_response *response, uh_problem problem,
                   const uh_phrase *detail);

/* JSON into the body. */
uh_json uh_web_json(uh_response *response);

/* A route each: route.h. */
typedef void uh_web_route(uh_web *web, const uh_request *request, uh_response *response);
uh_web_route uh_web_hello, uh_web_today, uh_web_plan, uh_web_progress, uh_web_profile,
    uh_web_screening, uh_web_catalogue, uh_web_advice, uh_web_topic; /* views.c, hello.c, plan.c */
uh_web_route uh_web_facts, uh_web_facts_post, uh_web_session_put, uh_web_delete; /* facts.c */
uh_web_route uh_web_export, uh_web_import, uh_web_purge;                         /* whole.c */

#endif
