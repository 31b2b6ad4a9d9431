/* SPDX-License-Identifier: MIT */
/* One thread: the library's epoll descriptor and our signals in one poll. sd-event would bring
 * libsystemd for one descriptor and three deadlines, and its timers know no fake clock. */
#include "web/server.h"

#include <microhttpd.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "host/clock.h"
#include "host/signals.h"
#include "web/live.h"
#include "web/send.h"

enum {
    HEAD_MEMORY = 16 * 1024,       /* of a connection: a longer head is refused (431) */
    BODIES_MAX = 48 * 1024 * 1024, /* of all that come at once */
    COOKIE_MAX = UH_KEY_SIZE
};

typedef struct server {
    const uh_served *served;
    uh_own_address own;
    struct MHD_Daemon *daemon;
    uh_live live;
    size_t bodies; /* bytes that are held */
    uh_boot_ms asked;
} server;

/* One request, from its first line to its end. */
typedef struct exchange {
    char target[UH_TARGET_MAX + 2];
    bool is_judged;
    uh_problem problem; /* found while the body came */
    uh_gate_verdict verdict;
    uh_bytes body;
} exchange;

/* -- heads -- */

static enum MHD_Result take_field(void *to, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
    uh_head *head = to;
    (void)kind;
    for (uint32_t field = 0; field < UH_FIELD_COUNT; field++) {
        if (strcasecmp(name, uh_field_name(field)) == 0) {
            head->is_doubled = head->is_doubled || head->fields[field] != NULL;
            head->fields[field] = value != NULL ? value : "";
        }
    }
    return MHD_YES;
}

static bool has_key(const server *at, const uh_head *head)
{
    char key[COOKIE_MAX];
    (void)uh_cookie(head->fields[UH_FIELD_COOKIE], UH_KEY_COOKIE, key, sizeof key);
    if (key[0] == '\0') {
        return false;
    }
    if (uh_key_ring_has(at->served->keys, uh_clock_unix(), key)) {
        return true;
    }
    /* another server of this person may have made it */
    uh_key_ring_read(at->served->keys->path, at->served->keys);
    return uh_key_ring_has(at->served->keys, uh_clock_unix(), key);
}

static uh_head read_head(const server *at, struct MHD_Connection *connection, const char *method,
                         const char *target)
{
    uh_head head = {.method = method, .target = target};
    (void)MHD_get_connection_values(connection, MHD_HEADER_KIND, take_field, &head);
    head.has_key = has_key(at, &head);
    return head;
}

/* -- answers -- */

static bool wants_text(const uh_head *head)
{
    const char *accept = head->fields[UH_FIELD_ACCEPT];
    return accept != NULL && strstr(accept, "text/html") != NULL;
}

/* A script reads it, a browser says; nothing is opened. */
static bool is_read(const uh_head *head)
{
    const char *where = head->fields[UH_FIELD_SEC_FETCH_DEST];
    return where != NULL && strcmp(where, "empty") == 0;
}

static enum MHD_Result refuse(const server *at, struct MHD_Connection *connection,
                              const uh_head *head, uh_problem problem, uint32_t allowed)
{
    uh_response response = {.fd = -1};
    uh_web_refuse(at->served->web, &response, problem, NULL);
    return uh_send(connection, at->served->web, &response, allowed,
                   (uh_sent_to){.is_person = wants_text(head), .is_script = is_read(head)});
}

/* The address that was opened: its token becomes a key. Who is known already needs none. */
static enum MHD_Result admit(const server *at, struct MHD_Connection *connection,
                             const uh_head *head, const exchange *request)
{
    const char *token = uh_target_value(&request->verdict.target, "token");
    char key[UH_KEY_SIZE] = "";
    if (uh_token_take(at->served->tokens, uh_clock_unix(), token)) {
        if (uh_key_ring_add(at->served->keys, uh_clock_unix(), key) != UH_OK) {
            return refuse(at, connection, head, UH_PROBLEM_FAILED, 0);
        }
    } else if (!head->has_key) {
        return refuse(at, connection, head, UH_PROBLEM_TOKEN, 0);
    }
    return uh_send_on(connection, 303, "/", key);
}

/* With the query, whose letters are plain by now. */
static enum MHD_Result send_on(const server *at, struct MHD_Connection *connection,
                               const exchange *request)
{
    char address[sizeof at->own.origin + sizeof request->target];
    (void)snprintf(address, sizeof address, "%s%s", at->own.origin, request->target);
    return uh_send_on(connection, 308, address, "");
}

static enum MHD_Result send_file(const server *at, struct MHD_Connection *connection,
                                 const uh_head *head, const exchange *request)
{
    const uh_page_files *files = at->served->files;
    const uh_page_file *file = uh_page_file_of(files, uh_target_path(&request->verdict.target));
    if (file == NULL) {
        return refuse(at, connection, head, UH_PROBLEM_NOT_FOUND, 0);
    }
    const uh_file_sent how = {
        .takes_br = uh_accepts_coding(head->fields[UH_FIELD_ACCEPT_ENCODING], "br"),
        .takes_gzip = uh_accepts_coding(head->fields[UH_FIELD_ACCEPT_ENCODING], "gzip"),
        .is_known = uh_names_tag(head->fields[UH_FIELD_IF_NONE_MATCH], file->tag),
    };
    const enum MHD_Result sent = uh_send_file(connection, files, file, how);
    return sent == MHD_YES ? sent : refuse(at, connection, head, UH_PROBLEM_FAILED, 0);
}

static enum MHD_Result answer(const server *at, struct MHD_Connection *connection,
                              const uh_head *head, exchange *request)
{
    const uh_unix_ms now = uh_clock_unix();
    const uh_request asked = {
        .match = &request->verdict.match,
        .target = &request->verdict.target,
        .body = request->body.at,
        .body_length = request->body.length,
        .if_none_match = head->fields[UH_FIELD_IF_NONE_MATCH],
        .now = uh_moment_at(now, uh_clock_offset_s(now)),
    };
    uh_response response = {.fd = -1};
    uh_web_answer(at->served->web, &asked, &response);
    return uh_send(connection, at->served->web, &response, 0,
                   (uh_sent_to){.is_person = wants_text(head), .is_script = is_read(head)});
}

static enum MHD_Result act(const server *at, struct MHD_Connection *connection, const uh_head *head,
                           exchange *request)
{
    const uh_gate_verdict *verdict = &request->verdict;
    if (request->problem != UH_PROBLEM_NONE) {
        return refuse(at, connection, head, request->problem, 0);
    }
    switch (verdict->kind) {
    case UH_VERDICT_REFUSE:
        return refuse(at, connection, head, verdict->problem, verdict->match.allowed);
    case UH_VERDICT_SEND_ON:
        return send_on(at, connection, request);
    case UH_VERDICT_ADMIT:
        return admit(at, connection, head, request);
    case UH_VERDICT_ANSWER:
        break;
    }
    return verdict->match.route == UH_ROUTE_FILE ? send_file(at, connection, head, request)
                                                 : answer(at, connection, head, request);
}

/* -- bodies -- */

/* More than is taken is read and let fall: the answer comes when the body ends. */
static void take_body(server *at, exchange *request, const char *bytes, size_t length)
{
    if (request->problem != UH_PROBLEM_NONE) {
        return;
    }
    const uint32_t most = uh_route_row_of(request->verdict.match.route)->body_max;
    if (request->body.length + length > most) {
        request->problem = UH_PROBLEM_BODY_LONG;
    } else if (at->bodies + length > BODIES_MAX) {
        request->problem = UH_PROBLEM_BUSY;
    } else {
        const size_t had = request->body.length;
        uh_bytes_add(&request->body, bytes, length);
        at->bodies += request->body.length - had;
        request->problem = request->body.failed ? UH_PROBLEM_BUSY : UH_PROBLEM_NONE;
    }
    if (request->problem != UH_PROBLEM_NONE) {
        at->bodies -= request->body.length;
        uh_bytes_free(&request->body);
    }
}

/* -- what the library calls -- */

/* The raw target: the library's own reading of it would be a second one. */
static void *begin(void *to, const char *target, struct MHD_Connection *connection)
{
    (void)to;
    (void)connection;
    exchange *request = calloc(1, sizeof *request);
    if (request != NULL) {
        (void)snprintf(request->target, sizeof request->target, "%s", target);
    }
    return request;
}

static enum MHD_Result take(void *to, struct MHD_Connection *connection, const char *url,
                            const char *method, const char *version, const char *bytes,
                            size_t *length, void **state)
{
    server *at = to;
    exchange *request = *state;
    (void)url;
    (void)version;
    if (request == NULL) {
        return MHD_NO; /* there was no memory for it */
    }
    at->asked = uh_clock_boot();
    if (*length > 0) {
        take_body(at, request, bytes, *length);
        *length = 0;
        return MHD_YES;
    }
    const uh_head head = read_head(at, connection, method, request->target);
    if (!request->is_judged) {
        request->is_judged = true;
        uh_gate_judge(&at->own, &head, &request->verdict);
        if (request->verdict.kind != UH_VERDICT_REFUSE) {
            return MHD_YES; /* called again when the whole request is here */
        }
    }
    return act(at, connection, &head, request);
}

static void end(void *to, struct MHD_Connection *connection, void **state,
                enum MHD_RequestTerminationCode code)
{
    server *at = to;
    exchange *request = *state;
    (void)code;
    if (request != NULL) {
        at->bodies -= request->body.length;
        uh_bytes_free(&request->body);
        free(request);
        *state = NULL;
    }
    uh_live_renew(&at->live, connection, uh_clock_boot());
}

static void come_and_go(void *to, struct MHD_Connection *connection, void **context,
                        enum MHD_ConnectionNotificationCode code)
{
    server *at = to;
    (void)context;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        uh_live_remove(&at->live, connection);
        return;
    }
    /* the library takes no more than UH_LIVE_MAX itself */
    UH_ASSERT(uh_live_add(&at->live, connection, uh_clock_boot()) == UH_OK);
}

/* -- the loop -- */

/* The library sees the end of the connection as if the other side had gone. */
static void let_go(server *at, uh_boot_ms now)
{
    for (void *one; (one = uh_live_next(&at->live, now)) != NULL;) {
        const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(one, MHD_CONNECTION_INFO_CONNECTION_FD);
        if (info != NULL) {
            (void)shutdown(info->connect_fd, SHUT_RDWR);
        }
    }
}

static uh_boot_ms sooner(uh_boot_ms a, uh_boot_ms b)
{
    return a.ms < b.ms ? a : b;
}

/* Work that the library has left over is done at once. */
static uh_boot_ms library_deadline(server *at, uh_boot_ms now)
{
    MHD_UNSIGNED_LONG_LONG wait_ms = 0;
    if (MHD_get_timeout(at->daemon, &wait_ms) != MHD_YES) {
        return UH_NEVER;
    }
    return (uh_boot_ms){now.ms + (wait_ms < 1000 ? (int64_t)wait_ms : 1000)};
}

static uh_served_end loop(server *at, int64_t idle_ms)
{
    const int epoll = MHD_get_daemon_info(at->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
    struct pollfd fds[] = {{.fd = epoll, .events = POLLIN},
                           {.fd = uh_signals_fd(), .events = POLLIN}};
    at->asked = uh_clock_boot();
    for (;;) {
        if (MHD_run(at->daemon) != MHD_YES) {
            return UH_SERVED_FAILED;
        }
        const uh_boot_ms now = uh_clock_boot();
        const uh_boot_ms idle = {idle_ms > 0 ? at->asked.ms + idle_ms : UH_NEVER.ms};
        if ((uh_signals_take() & UH_SIGNAL_QUIT) != 0) {
            return UH_SERVED_QUIT;
        }
        if (now.ms >= idle.ms) {
            return UH_SERVED_IDLE;
        }
        let_go(at, now);
        uh_boot_ms until = sooner(idle, uh_live_deadline(&at->live));
        until = sooner(until, uh_web_rest(at->served->web, now));
        until = sooner(until, library_deadline(at, now));
        (void)uh_clock_wait(fds, UH_COUNT(fds), until);
    }
}

uh_served_end uh_serve(const uh_served *served, int socket, int64_t idle_ms)
{
    static server at; /* its connections are many */
    at = (server){.served = served, .own = uh_own_address_at(served->port)};
    at.daemon = MHD_start_daemon(
        MHD_USE_EPOLL, 0, NULL, NULL, take, &at, MHD_OPTION_LISTEN_SOCKET, socket,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)UH_LIVE_MAX, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)HEAD_MEMORY, MHD_OPTION_CONNECTION_TIMEOUT, 0U, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_URI_LOG_CALLBACK, begin, &at, MHD_OPTION_NOTIFY_COMPLETED, end, &at,
        MHD_OPTION_NOTIFY_CONNECTION, come_and_go, &at, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
        MHD_OPTION_END);
    if (at.daemon == NULL) {
        (void)close(socket);
        return UH_SERVED_FAILED;
    }
    const uh_served_end how = loop(&at, idle_ms);
    MHD_stop_daemon(at.daemon);
    return how;
}
