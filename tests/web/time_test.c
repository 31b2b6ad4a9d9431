/* SPDX-License-Identifier: MIT */
/* The real program with a clock that moves by waiting, on a socket that was there before it: how
 * long it waits for whom. Whoever asks has asked before it begins, so nothing here waits either. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "web/keys.h"

enum { HANDED = 3, TEXT_SIZE = 65536, FIRST_SIZE = 2048 };

static char home[64];
static char key[UH_KEY_SIZE];
static int listener;
static unsigned port;

static int begin(void **state)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof at;
    char path[128];
    uh_key_ring ring;
    (void)snprintf(home, sizeof home, "/tmp/unhunch-test-XXXXXX");
    assert_non_null(mkdtemp(home));
    (void)snprintf(path, sizeof path, "%s/unhunch", home);
    assert_int_equal(mkdir(path, 0700), 0);
    (void)snprintf(path, sizeof path, "%s/unhunch/web-keys", home);
    uh_key_ring_read(path, &ring);
    /* the moment at which the false clock begins */
    assert_int_equal(uh_key_ring_add(&ring, (uh_unix_ms){INT64_C(1767603600000)}, key), UH_OK);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    listener = fcntl(listener, F_DUPFD_CLOEXEC, HANDED + 1); /* where none is handed to */
    assert_true(listener > HANDED);
    assert_int_equal(bind(listener, (struct sockaddr *)&at, sizeof at), 0);
    assert_int_equal(listen(listener, 200), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&at, &size), 0);
    port = ntohs(at.sin_port);
    return 0;
}

static int end(void **state)
{
    char command[128];
    (void)close(listener);
    (void)snprintf(command, sizeof command, "rm -rf '%s'", home);
    return system(command); /* NOLINT(cert-env33-c): a name that we made */
}

/* A connection that has sent `text` already. */
static int ask(const char *text)
{
    const struct sockaddr_in at = {.sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)port),
                                   .sin_addr = {htonl(INADDR_LOOPBACK)}};
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(fd >= 0);
    assert_int_equal(connect(fd, (const struct sockaddr *)&at, sizeof at), 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    return fd;
}

/* "METHOD TARGET" with the key, ready but for its last line. */
static const char *head(const char *line, const char *more)
{
    static char text[FIRST_SIZE];
    (void)snprintf(text, sizeof text,
                   "%s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: unhunch=%s\r\n%s", line, port, key,
                   more);
    return text;
}

static void become_server(void)
{
    char pid[32];
    (void)snprintf(pid, sizeof pid, "%ld", (long)getpid());
    (void)setenv("LISTEN_PID", pid, 1);
    (void)setenv("LISTEN_FDS", "1", 1);
    (void)setenv("HOME", home, 1);
    (void)setenv("XDG_STATE_HOME", home, 1);
    (void)setenv("XDG_DATA_HOME", home, 1);
    (void)setenv("XDG_CONFIG_HOME", home, 1);
    (void)unsetenv("XDG_RUNTIME_DIR");
    (void)dup2(listener, HANDED);
    (void)execl(UH_FAKE_SERVER, "unhunch-web", "--from", UH_PAGE_FOLDER, (char *)NULL);
    _exit(127);
}

/* Serves until it ends by itself; its exit code. */
static int serve(void)
{
    int status = 0;
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        become_server();
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* All that came until the server closed. */
static const char *answer_on(int fd)
{
    static char text[TEXT_SIZE];
    size_t length = 0;
    for (ssize_t got; (got = read(fd, text + length, sizeof text - 1 - length)) > 0;) {
        length += (size_t)got;
    }
    text[length] = '\0';
    (void)close(fd);
    return text;
}

/* -- */

static void where_nobody_asks_it_leaves_after_ten_minutes(void **state)
{
    assert_int_equal(serve(), 0);
}

static void whoever_asks_is_answered_and_then_let_go(void **state)
{
    const int fd = ask(head("GET /api/v1/hello", "\r\n"));
    assert_int_equal(serve(), 0);
    const char *answer = answer_on(fd);
    assert_ptr_equal(strstr(answer, "HTTP/1.1 200 OK"), answer);
    assert_non_null(strstr(answer, "\"day\": \"2026-01-05\""));
}

static void half_a_head_is_let_go(void **state)
{
    const int fds[] = {ask("G"), ask("GET / HTTP/1.1\r\nHo"), ask(head("GET /", "")), ask("")};
    const int good = ask(head("GET /api/v1/today", "\r\n"));
    assert_int_equal(serve(), 0);
    for (size_t i = 0; i < sizeof fds / sizeof fds[0]; i++) {
        assert_string_equal(answer_on(fds[i]), "");
    }
    assert_non_null(strstr(answer_on(good), "200 OK"));
}

static void half_a_body_is_let_go_and_changes_nothing(void **state)
{
    const int fd = ask(head("POST /api/v1/facts",
                            "Content-Type: application/x-ndjson\r\nContent-Length: 500\r\n\r\n"
                            "{\"record\": \"setting\", \"name\": \"minutes\", \"value\": \"9\", "
                            "\"changed\": 1}\n"));
    assert_int_equal(serve(), 0);
    assert_string_equal(answer_on(fd), "");
    const int again = ask(head("GET /api/v1/facts", "\r\n"));
    assert_int_equal(serve(), 0);
    const char *answer = answer_on(again);
    assert_non_null(strstr(answer, "200 OK"));
    assert_null(strstr(answer, "minutes"));
}

static void a_hundred_that_say_nothing_are_let_go_and_one_is_answered(void **state)
{
    int fds[100];
    for (size_t i = 0; i < sizeof fds / sizeof fds[0]; i++) {
        fds[i] = ask("");
    }
    const int good = ask(head("GET /api/v1/today", "\r\n"));
    assert_int_equal(serve(), 0);
    assert_non_null(strstr(answer_on(good), "200 OK"));
    for (size_t i = 0; i < sizeof fds / sizeof fds[0]; i++) {
        assert_string_equal(answer_on(fds[i]), "");
    }
}

static void a_key_of_last_year_is_none(void **state)
{
    assert_int_equal(setenv("UNHUNCH_TEST_CLOCK", "1799139600001", 1), 0); /* 365 days later */
    const int fd = ask(head("GET /api/v1/today", "\r\n"));
    assert_int_equal(serve(), 0);
    assert_non_null(strstr(answer_on(fd), "401 "));
    assert_int_equal(unsetenv("UNHUNCH_TEST_CLOCK"), 0);
}

static void hello_tells_the_changes_of_the_clock_to_come(void **state)
{
    assert_int_equal(setenv("TZ", "Europe/Berlin", 1), 0);
    /* 2026-03-20 12:00 UTC; summer time begins on 2026-03-29 at 01:00 UTC */
    assert_int_equal(setenv("UNHUNCH_TEST_CLOCK", "1774008000000", 1), 0);
    const int fd = ask(head("GET /api/v1/hello", "\r\n"));
    assert_int_equal(serve(), 0);
    const char *answer = answer_on(fd);
    assert_non_null(strstr(answer, "\"offset_s\": 3600"));
    assert_non_null(
        strstr(answer, "\"transitions\": [{\"at_ms\": 1774746000000, \"offset_s\": 7200}]"));
    assert_int_equal(setenv("TZ", "UTC", 1), 0);
    assert_int_equal(unsetenv("UNHUNCH_TEST_CLOCK"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(where_nobody_asks_it_leaves_after_ten_minutes, begin, end),
        cmocka_unit_test_setup_teardown(whoever_asks_is_answered_and_then_let_go, begin, end),
        cmocka_unit_test_setup_teardown(half_a_head_is_let_go, begin, end),
        cmocka_unit_test_setup_teardown(half_a_body_is_let_go_and_changes_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_hundred_that_say_nothing_are_let_go_and_one_is_answered,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_key_of_last_year_is_none, begin, end),
        cmocka_unit_test_setup_teardown(hello_tells_the_changes_of_the_clock_to_come, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
