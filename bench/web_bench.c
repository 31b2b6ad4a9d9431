/* SPDX-License-Identifier: MIT */
/* What the page's server does in a second, on one connection: a view, a file, and a set of a
 * session that is on the disk when it is answered; beside it, in the same run and on the same disk,
 * bare transactions of SQLite with the pragmas of the store. */
#include <arpa/inet.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "host/clock.h"
#include "store/fact_json.h"

enum { PORT = 8647, TEXT_SIZE = 64 * 1024, ID_SIZE = 40, DAYS = 28, ROUNDS = 2000, PUTS = 1000 };

static char home[] = WORK_FOLDER "/web-XXXXXX";
static char cookie[80];
static int line; /* the connection */
static pid_t server;

static void insist(bool good, const char *what)
{
    if (!good) {
        (void)fprintf(stderr, "web_bench: %s\n", what);
        if (server > 0) {
            (void)kill(server, SIGTERM);
        }
        exit(1);
    }
}

static double now_s(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* -- the server -- */

/* Its first words hold the address. */
static void start(char token[80])
{
    int ends[2];
    char port[8];
    (void)snprintf(port, sizeof port, "%d", PORT);
    insist(mkdtemp(home) != NULL && pipe(ends) == 0, "no folder");
    server = fork();
    if (server == 0) {
        (void)setenv("HOME", home, 1);
        (void)setenv("XDG_RUNTIME_DIR", home, 1);
        (void)unsetenv("XDG_DATA_HOME");
        (void)unsetenv("XDG_STATE_HOME");
        (void)unsetenv("XDG_CONFIG_HOME");
        (void)dup2(ends[1], STDOUT_FILENO);
        (void)execl(UNHUNCH_WEB, "unhunch-web", "--no-open", "--port", port, (char *)NULL);
        _exit(127);
    }
    char text[1024] = "";
    size_t length = 0;
    (void)close(ends[1]);
    for (ssize_t got; strstr(text, "Ctrl-C") == NULL; length += (size_t)got) {
        got = read(ends[0], text + length, sizeof text - 1 - length);
        insist(got > 0, "the server did not start");
    }
    insist(sscanf(strstr(text, "token="), "token=%79[0-9a-f]", token) == 1, "no address");
}

static void connect_line(void)
{
    const struct sockaddr_in at = {
        .sin_family = AF_INET, .sin_port = htons(PORT), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    line = socket(AF_INET, SOCK_STREAM, 0);
    insist(line >= 0 && connect(line, (const struct sockaddr *)&at, sizeof at) == 0, "no server");
}

/* Sends a request and reads its whole answer; the text lives until the next one. */
static const char *ask(const char *what, const char *media, const char *body)
{
    static char text[TEXT_SIZE];
    const size_t body_length = strlen(body);
    char type[80] = "";
    char length_field[40] = "";
    if (media[0] != '\0') {
        (void)snprintf(type, sizeof type, "Content-Type: %s\r\n", media);
        (void)snprintf(length_field, sizeof length_field, "Content-Length: %zu\r\n", body_length);
    }
    const int sent = snprintf(
        text, sizeof text, "%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: unhunch=%s\r\n%s%s\r\n%s",
        what, PORT, cookie, type, length_field, body);
    insist(sent > 0 && (size_t)sent < sizeof text && write(line, text, (size_t)sent) == sent,
           "a request was not taken");
    size_t length = 0;
    size_t whole = sizeof text;
    while (length < whole) {
        const ssize_t got = read(line, text + length, sizeof text - 1 - length);
        insist(got > 0, "an answer did not come");
        length += (size_t)got;
        text[length] = '\0';
        const char *end = strstr(text, "\r\n\r\n");
        const char *field = strstr(text, "Content-Length: ");
        if (end != NULL && whole == sizeof text) {
            insist(field != NULL, "an answer without a length");
            whole = (size_t)(end + 4 - text) + strtoul(field + 16, NULL, 10);
        }
    }
    return text;
}

static void admit(const char *token)
{
    char what[128];
    (void)snprintf(what, sizeof what, "GET /?token=%s", token);
    const char *answer = ask(what, "", "");
    const char *set = strstr(answer, "unhunch=");
    insist(set != NULL && sscanf(set, "unhunch=%79[0-9a-f]", cookie) == 1, "not admitted");
}

/* -- what is kept -- */

static uh_fact session_at(uint32_t number, uh_unix_ms at)
{
    uh_fact fact = {.kind = UH_FACT_SESSION, .changed = at};
    uh_session_fact *session = &fact.is.session;
    (void)snprintf(session->id, sizeof session->id, "%08x-0000-7000-8000-000000000000", number);
    session->began = uh_moment_at(at, 0);
    session->speed_percent = 100;
    session->lease.ms = at.ms + UH_LEASE_MS;
    return fact;
}

static uh_fact set_of(const uh_fact *session, uint32_t number)
{
    uh_fact fact = {.kind = UH_FACT_SET, .changed = session->changed};
    uh_set_fact *set = &fact.is.set;
    memcpy(set->session, session->is.session.id, sizeof set->session);
    set->entry = number - 1;
    set->set = 1;
    set->attempt = 1;
    memcpy(set->exercise, "chin-tuck", sizeof "chin-tuck");
    memcpy(set->variant, "standard", sizeof "standard");
    set->family = UH_FAMILY_NECK;
    set->began = session->is.session.began;
    set->ended.ms = set->began.at.ms + 40000;
    set->actual_hold_ms = 10000;
    return fact;
}

static const char *lines_of(const uh_fact *session, uint32_t sets)
{
    static char text[TEXT_SIZE / 2];
    uh_buffer buffer = {text, sizeof text, 0};
    uh_fact_write_json(session, uh_out_to_buffer(&buffer));
    for (uint32_t i = 1; i <= sets; i++) {
        const uh_fact set = set_of(session, i);
        uh_fact_write_json(&set, uh_out_to_buffer(&buffer));
    }
    insist(buffer.length < sizeof text, "too many sets");
    return text;
}

/* Three sessions a day of the last weeks. */
static void put_past(uh_unix_ms now)
{
    for (uint32_t i = 0; i < DAYS * 3; i++) {
        uh_fact session = session_at(i, (uh_unix_ms){now.ms - INT64_C(28800000) * i - 600000});
        session.is.session.end = UH_ENDING_COMPLETE;
        session.is.session.ended.ms = session.changed.ms + 300000;
        insist(strstr(ask("POST /api/v1/facts", "application/x-ndjson", lines_of(&session, 10)),
                      "200 OK") != NULL,
               "the past was not taken");
    }
}

/* -- figures -- */

static void time_reads(const char *name, const char *what)
{
    const double began = now_s();
    for (int i = 0; i < ROUNDS; i++) {
        insist(strstr(ask(what, "", ""), "200 OK") != NULL, "a read was refused");
    }
    (void)printf("web_%s %.0f requests/s\n", name, ROUNDS / (now_s() - began));
}

/* As the page does after each set: the session so far. */
static double time_puts(uh_unix_ms now)
{
    char what[128];
    double spent = 0;
    for (uint32_t i = 0; i < PUTS; i++) {
        uh_fact session = session_at(0x80000000U + i / 10, (uh_unix_ms){now.ms + i});
        const char *body = lines_of(&session, 1 + i % 10);
        (void)snprintf(what, sizeof what, "PUT /api/v1/sessions/%s", session.is.session.id);
        const double began = now_s();
        insist(strstr(ask(what, "application/x-ndjson", body), "200 OK") != NULL,
               "a set was refused");
        spent += now_s() - began;
    }
    return PUTS / spent;
}

static double time_sqlite(void)
{
    char path[sizeof home + 16];
    sqlite3 *database = NULL;
    sqlite3_stmt *insert = NULL;
    (void)snprintf(path, sizeof path, "%s/bare.db", home);
    insist(sqlite3_open(path, &database) == SQLITE_OK &&
               sqlite3_exec(database,
                            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                            "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)",
                            NULL, NULL, NULL) == SQLITE_OK &&
               sqlite3_prepare_v2(database, "INSERT INTO t (text) VALUES (?)", -1, &insert, NULL) ==
                   SQLITE_OK,
           "no database");
    const uh_fact session = session_at(1, (uh_unix_ms){INT64_C(1767614400000)});
    const char *text = lines_of(&session, 1);
    const double began = now_s();
    for (int i = 0; i < PUTS; i++) {
        insist(sqlite3_bind_text(insert, 1, text, -1, SQLITE_STATIC) == SQLITE_OK &&
                   sqlite3_step(insert) == SQLITE_DONE && sqlite3_reset(insert) == SQLITE_OK,
               "a row was not taken");
    }
    const double rate = PUTS / (now_s() - began);
    (void)sqlite3_finalize(insert);
    (void)sqlite3_close(database);
    return rate;
}

static void print_memory(void)
{
    char path[64];
    char text[4096] = "";
    (void)snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", (long)server);
    FILE *file = fopen(path, "r");
    if (file != NULL) {
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        (void)fclose(file);
    }
    const char *field = strstr(text, "\nPss:");
    if (field != NULL) {
        (void)printf("web_memory_pss %ld KB\n", strtol(field + 5, NULL, 10));
    }
}

int main(void)
{
    char token[80];
    char command[sizeof home + 16];
    const uh_unix_ms now = uh_clock_unix();
    start(token);
    connect_line();
    admit(token);
    put_past(now);
    time_reads("today", "GET /api/v1/today");
    time_reads("file", "GET /index.html");
    const double puts = time_puts(now);
    const double bare = time_sqlite();
    (void)printf("web_put_durable %.0f requests/s\n", puts);
    (void)printf("web_sqlite_bare %.0f transactions/s\n", bare);
    (void)printf("web_put_of_bare %.0f %%\n", 100 * puts / bare);
    print_memory();
    (void)close(line);
    (void)kill(server, SIGTERM);
    (void)waitpid(server, NULL, 0);
    (void)snprintf(command, sizeof command, "rm -rf '%s'", home);
    return system(command); /* NOLINT(cert-env33-c): a name that we made */
}
