/* SPDX-License-Identifier: MIT */
/* gate.h: what is done with a request, from its head alone. Pure, so that it can be fuzzed.
 *
 * Cookies ignore ports: the page of another program on 127.0.0.1 sends ours along. So a request
 * comes in only with our exact Host, and from a browser only where Origin and Sec-Fetch-Site say
 * that our own page, or nobody's page, asks. This holds for reads and for the page's files too. */
#ifndef UNHUNCH_WEB_GATE_H
#define UNHUNCH_WEB_GATE_H

#include "web/problem.h"
#include "web/route.h"

/* The fields of a head that decide something. */
typedef enum uh_field {
    UH_FIELD_HOST,
    UH_FIELD_ORIGIN,
    UH_FIELD_SEC_FETCH_SITE,
    UH_FIELD_SEC_FETCH_DEST,
    UH_FIELD_COOKIE,
    UH_FIELD_CONTENT_TYPE,
    UH_FIELD_CONTENT_LENGTH,
    UH_FIELD_TRANSFER_ENCODING,
    UH_FIELD_ACCEPT,
    UH_FIELD_ACCEPT_ENCODING,
    UH_FIELD_IF_NONE_MATCH,
    UH_FIELD_COUNT
} uh_field;

const char *uh_field_name(uint32_t field); /* "Host"; "" beyond */

/* The head of a request; texts are the caller's. */
typedef struct uh_head {
    const char *method;
    const char *target;
    const char *fields[UH_FIELD_COUNT]; /* NULL: not there */
    bool is_doubled;                    /* one of these came twice */
    bool has_key;                       /* the cookie is one of ours: keys.h */
} uh_head;

/* Where we are. */
typedef struct uh_own_address {
    char host[32];   /* "127.0.0.1:8648" */
    char alias[32];  /* "localhost:8648": sent on to the one above */
    char origin[48]; /* "http://127.0.0.1:8648" */
} uh_own_address;

uh_own_address uh_own_address_at(uint16_t port);

typedef enum uh_verdict_kind {
    UH_VERDICT_REFUSE,  /* with `problem` */
    UH_VERDICT_SEND_ON, /* to the same path at our own host */
    UH_VERDICT_ADMIT,   /* the token of an address that was opened is to be looked at */
    UH_VERDICT_ANSWER   /* `match` says by whom */
} uh_verdict_kind;

typedef struct uh_gate_verdict {
    uh_verdict_kind kind;
    uh_problem problem;
    uh_route_match match; /* ANSWER, and `allowed` of UH_PROBLEM_METHOD */
    uh_target target;     /* all but REFUSE */
} uh_gate_verdict;

void uh_gate_judge(const uh_own_address *own, const uh_head *head, uh_gate_verdict *ret_verdict);

/* The value of a cookie in a Cookie field, into a buffer; "" where it is not there, is longer than
 * the buffer or is there twice. Returns out. */
const char *uh_cookie(const char *field, const char *name, char *out, size_t capacity);

/* Does an Accept-Encoding field take this coding ("br", "gzip")? */
bool uh_accepts_coding(const char *field, const char *coding);

/* Does an If-None-Match field name this tag (with its quotes)? */
bool uh_names_tag(const char *field, const char *tag);

#endif
