/* SPDX-License-Identifier: MIT */
#include "web/gate.h"

#include <stdio.h>
#include <string.h>

const char *uh_field_name(uint32_t field)
{
    static const char *const names[UH_FIELD_COUNT] = {
        [UH_FIELD_HOST] = "Host",
        [UH_FIELD_ORIGIN] = "Origin",
        [UH_FIELD_SEC_FETCH_SITE] = "Sec-Fetch-Site",
        [UH_FIELD_SEC_FETCH_DEST] = "Sec-Fetch-Dest",
        [UH_FIELD_COOKIE] = "Cookie",
        [UH_FIELD_CONTENT_TYPE] = "Content-Type",
        [UH_FIELD_CONTENT_LENGTH] = "Content-Length",
        [UH_FIELD_TRANSFER_ENCODING] = "Transfer-Encoding",
        [UH_FIELD_ACCEPT] = "Accept",
        [UH_FIELD_ACCEPT_ENCODING] = "Accept-Encoding",
        [UH_FIELD_IF_NONE_MATCH] = "If-None-Match",
    };
    return field < UH_FIELD_COUNT ? names[field] : "";
}

uh_own_address uh_own_address_at(uint16_t port)
{
    uh_own_address own;
    (void)snprintf(own.host, sizeof own.host, "127.0.0.1:%u", (unsigned)port);
    (void)snprintf(own.alias, sizeof own.alias, "localhost:%u", (unsigned)port);
    (void)snprintf(own.origin, sizeof own.origin, "http://%s", own.host);
    return own;
}

/* -- fields with lists -- */

/* Takes the next element of a list; false: there is none. Spaces round it are left out. */
static bool next_element(const char **list, char separator, const char **ret_from,
                         size_t *ret_length)
{
    const char *from = *list + strspn(*list, " \t");
    const char ends[2] = {separator, '\0'};
    size_t length = strcspn(from, ends);
    if (*from == '\0') {
        return false;
    }
    *list = from + length + (from[length] != '\0');
    while (length > 0 && (from[length - 1] == ' ' || from[length - 1] == '\t')) {
        length--;
    }
    *ret_from = from;
    *ret_length = length;
    return true;
}

const char *uh_cookie(const char *field, const char *name, char *out, size_t capacity)
{
    const size_t name_length = strlen(name);
    const char *from = NULL;
    size_t length = 0;
    uint32_t found = 0;
    out[0] = '\0';
    while (field != NULL && next_element(&field, ';', &from, &length)) {
        if (length <= name_length || strncmp(from, name, name_length) != 0 ||
            from[name_length] != '=') {
            continue;
        }
        const size_t value = length - name_length - 1;
        found++;
        if (found == 1 && value < capacity) {
            memcpy(out, from + name_length + 1, value);
            out[value] = '\0';
        }
    }
    if (found != 1) {
        out[0] = '\0';
    }
    return out;
}

/* "gzip;q=0" says no. */
static bool says_no(const char *parameters, size_t length)
{
    size_t at = strspn(parameters, "; \t");
    if (at + 2 > length || parameters[at] != 'q' || parameters[at + 1] != '=') {
        return false;
    }
    at += 2;
    while (at < length && (parameters[at] == '0' || parameters[at] == '.')) {
        at++;
    }
    return at == length;
}

bool uh_accepts_coding(const char *field, const char *coding)
{
    const size_t wanted = strlen(coding);
    const char *from = NULL;
    size_t length = 0;
    while (field != NULL && next_element(&field, ',', &from, &length)) {
        if (length >= wanted && strncmp(from, coding, wanted) == 0 &&
            (length == wanted || strchr("; \t", from[wanted]) != NULL)) {
            return !says_no(from + wanted, length - wanted);
        }
    }
    return false;
}

bool uh_names_tag(const char *field, const char *tag)
{
    const char *from = NULL;
    size_t length = 0;
    while (field != NULL && next_element(&field, ',', &from, &length)) {
        if (length > 2 && strncmp(from, "W/", 2) == 0) { /* a weak comparison */
            from += 2;
            length -= 2;
        }
        if (length == strlen(tag) && strncmp(from, tag, length) == 0) {
            return true;
        }
    }
    return false;
}

/* Is this media type one of the list? Parameters ("; charset=utf-8") do not matter. */
static bool is_media(const char *list, const char *given)
{
    char type[64];
    const size_t length = given != NULL ? strcspn(given, "; \t") : 0;
    const char *from = NULL;
    size_t one = 0;
    if (length == 0 || length >= sizeof type) {
        return false;
    }
    while (next_element(&list, ',', &from, &one)) {
        if (one == length && strncmp(from, given, length) == 0) {
            return true;
        }
    }
    return false;
}

/* -- the guard -- */

/* The page of another origin, be it another port of this machine, asks for nothing here. Programs
 * that are no browsers send neither of the two. */
static bool is_from_elsewhere(const uh_own_address *own, const uh_head *head)
{
    const char *origin = head->fields[UH_FIELD_ORIGIN];
    const char *site = head->fields[UH_FIELD_SEC_FETCH_SITE];
    if (origin != NULL && strcmp(origin, own->origin) != 0) {
        return true;
    }
    if (site == NULL || strcmp(site, "same-origin") == 0) {
        return false;
    }
    /* an address that was typed, a bookmark, another program: nobody's page */
    return strcmp(site, "none") != 0 || uh_method_find(head->method) != UH_METHOD_GET;
}

static bool is_host(const char *given, const char *ours)
{
    return given != NULL && strcmp(given, ours) == 0;
}

/* -- the body, as far as the head tells -- */

/* -1: not a length. */
static int64_t read_length(const char *text)
{
    int64_t length = 0;
    if (text[0] == '\0' || strlen(text) > 15) {
        return -1;
    }
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9') {
            return -1;
        }
        length = length * 10 + (*text - '0');
    }
    return length;
}

static uh_problem judge_body(const uh_route_row *row, const uh_head *head)
{
    const char *length_field = head->fields[UH_FIELD_CONTENT_LENGTH];
    const bool is_chunked = head->fields[UH_FIELD_TRANSFER_ENCODING] != NULL;
    const int64_t length = length_field != NULL ? read_length(length_field) : 0;
    if (length < 0 || (is_chunked && length_field != NULL)) {
        return UH_PROBLEM_HEAD;
    }
    if (row->body_max == 0) {
        return length > 0 || is_chunked ? UH_PROBLEM_BODY : UH_PROBLEM_NONE;
    }
    if (length > row->body_max) {
        return UH_PROBLEM_BODY_LONG;
    }
    return is_media(row->media, head->fields[UH_FIELD_CONTENT_TYPE]) ? UH_PROBLEM_NONE
                                                                     : UH_PROBLEM_MEDIA;
}

/* -- the whole -- */

static uh_problem judge_target(const uh_head *head, uh_target *ret_target)
{
    switch (uh_target_read(head->target, ret_target)) {
    case UH_OK:
        return UH_PROBLEM_NONE;
    case UH_ERR_RANGE:
        return UH_PROBLEM_TARGET_LONG;
    default:
        return UH_PROBLEM_TARGET;
    }
}

static uh_problem judge_route(const uh_head *head, const uh_target *target,
                              uh_route_match *ret_match)
{
    const uh_method method = uh_method_find(head->method);
    const uh_status status = uh_route_find(method, uh_target_path(target), ret_match);
    if (status != UH_OK) {
        return status == UH_ERR_STATE ? UH_PROBLEM_METHOD : UH_PROBLEM_NOT_FOUND;
    }
    const uh_route_row *row = uh_route_row_of(ret_match->route);
    if (row->needs_key && !head->has_key) {
        return UH_PROBLEM_NO_KEY;
    }
    if (ret_match->route != UH_ROUTE_FILE && !uh_target_has_only(target, row->query)) {
        return UH_PROBLEM_QUERY;
    }
    return judge_body(row, head);
}

static uh_problem judge(const uh_own_address *own, const uh_head *head, uh_gate_verdict *verdict)
{
    uh_problem problem = head->is_doubled ? UH_PROBLEM_HEAD : judge_target(head, &verdict->target);
    if (problem != UH_PROBLEM_NONE) {
        return problem;
    }
    const char *host = head->fields[UH_FIELD_HOST];
    const bool is_alias = is_host(host, own->alias);
    if (!is_alias && !is_host(host, own->host)) {
        return UH_PROBLEM_HOST;
    }
    if (is_from_elsewhere(own, head)) {
        return UH_PROBLEM_ORIGIN;
    }
    problem = judge_route(head, &verdict->target, &verdict->match);
    if (is_alias) { /* a typed "localhost" is worth sending on, a program's is a mistake */
        verdict->kind = UH_VERDICT_SEND_ON;
        return problem == UH_PROBLEM_NONE && verdict->match.route == UH_ROUTE_FILE
                   ? UH_PROBLEM_NONE
                   : UH_PROBLEM_HOST;
    }
    verdict->kind = UH_VERDICT_ANSWER;
    return problem;
}

void uh_gate_judge(const uh_own_address *own, const uh_head *head, uh_gate_verdict *ret_verdict)
{
    *ret_verdict = (uh_gate_verdict){.kind = UH_VERDICT_REFUSE};
    const uh_problem problem = judge(own, head, ret_verdict);
    if (problem != UH_PROBLEM_NONE) {
        ret_verdict->kind = UH_VERDICT_REFUSE;
        ret_verdict->problem = problem;
        return;
    }
    const bool is_opened = ret_verdict->kind == UH_VERDICT_ANSWER &&
                           ret_verdict->match.route == UH_ROUTE_FILE &&
                           strcmp(uh_target_path(&ret_verdict->target), "/") == 0 &&
                           uh_target_value(&ret_verdict->target, "token") != NULL;
    if (is_opened) {
        ret_verdict->kind = UH_VERDICT_ADMIT;
    }
}
