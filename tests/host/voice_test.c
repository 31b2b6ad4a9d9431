/* SPDX-License-Identifier: MIT */
/* The voice against a speech server of our own: SSIP on a socket, which keeps what it was asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/clock.h"
#include "host/voice.h"

enum { HEARD_MAX = 8192, WAIT_MS = 5000 };

typedef struct speech_server {
    char path[64];
    int listening;
    bool hangs; /* takes the connection and never answers */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    char heard[HEARD_MAX]; /* "cancel|say Hold.|" */
} speech_server;

static speech_server speech;

static void hear(const char *what, const char *text)
{
    (void)pthread_mutex_lock(&speech.lock);
    const size_t length = strlen(speech.heard);
    (void)snprintf(speech.heard + length, HEARD_MAX - length, "%s%s|", what, text);
    (void)pthread_cond_broadcast(&speech.changed);
    (void)pthread_mutex_unlock(&speech.lock);
}

static void answer(FILE *client, const char *line)
{
    (void)fprintf(client, "%s\r\n", line);
    (void)fflush(client);
}

static void take_text(FILE *client)
{
    char line[1024];
    answer(client, "230 OK RECEIVING DATA");
    while (fgets(line, sizeof line, client) != NULL && strcmp(line, ".\r\n") != 0) {
        line[strcspn(line, "\r\n")] = '\0';
        hear("say ", line);
    }
    answer(client, "225-1");
    answer(client, "225 OK MESSAGE QUEUED");
}

static void talk(FILE *client)
{
    char line[1024];
    while (fgets(line, sizeof line, client) != NULL) {
        if (strncasecmp(line, "SPEAK", 5) == 0) {
            take_text(client);
        } else if (strncasecmp(line, "CANCEL", 6) == 0) {
            hear("cancel", "");
            answer(client, "210 OK CANCELED");
        } else if (strncasecmp(line, "SET SELF LANGUAGE", 17) == 0) {
            line[strcspn(line, "\r\n")] = '\0';
            hear("language", line + 17);
            answer(client, "201 OK LANGUAGE SET");
        } else if (strncasecmp(line, "QUIT", 4) == 0) {
            answer(client, "231 HAPPY HACKING");
            return;
        } else {
            answer(client, "208 OK SET");
        }
    }
}

static void *serve(void *argument)
{
    const int fd = accept(speech.listening, NULL, NULL);
    if (fd < 0) {
        return NULL;
    }
    if (speech.hangs) {
        char byte;
        while (read(fd, &byte, 1) > 0) {
        }
        (void)close(fd);
        return NULL;
    }
    FILE *client = fdopen(fd, "r+");
    setvbuf(client, NULL, _IONBF, 0);
    talk(client);
    (void)fclose(client);
    return NULL;
}

static void open_server(bool hangs)
{
    speech = (speech_server){.hangs = hangs};
    (void)pthread_mutex_init(&speech.lock, NULL);
    (void)pthread_cond_init(&speech.changed, NULL);
    (void)snprintf(speech.path, sizeof speech.path, "/tmp/unhunch-ssip-%ld", (long)getpid());
    (void)unlink(speech.path);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    (void)snprintf(address.sun_path, sizeof address.sun_path, "%s", speech.path);
    speech.listening = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_true(speech.listening >= 0);
    assert_int_equal(
        bind(speech.listening, (const struct sockaddr *)(const void *)&address, sizeof address), 0);
    assert_int_equal(listen(speech.listening, 1), 0);
    char setting[128];
    (void)snprintf(setting, sizeof setting, "unix_socket:%s", speech.path);
    (void)setenv("SPEECHD_ADDRESS", setting, 1);
    assert_int_equal(pthread_create(&speech.thread, NULL, serve, NULL), 0);
}

static void close_server(void)
{
    (void)shutdown(speech.listening, SHUT_RDWR);
    (void)pthread_join(speech.thread, NULL);
    (void)close(speech.listening);
    (void)unlink(speech.path);
}

/* Waits until the server heard `words`. */
static void await_heard(const char *words)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += WAIT_MS / 1000;
    (void)pthread_mutex_lock(&speech.lock);
    int waited = 0;
    while (strstr(speech.heard, words) == NULL && waited == 0) {
        waited = pthread_cond_timedwait(&speech.changed, &speech.lock, &until);
    }
    (void)pthread_mutex_unlock(&speech.lock);
    if (waited != 0) {
        fail_msg("not heard: %s; heard: %s", words, speech.heard);
    }
}

/* NULL where this machine has no libspeechd: there is nothing to test then. */
static uh_voice *open_voice(void)
{
    uh_voice *voice = uh_voice_open("en");
    assert_non_null(voice);
    if (uh_voice_await(voice, WAIT_MS) == UH_VOICE_READY) {
        return voice;
    }
    uh_voice_close(voice);
    return NULL;
}

static void each_text_ends_the_one_before_it(void **state)
{
    open_server(false);
    uh_voice *voice = open_voice();
    if (voice == NULL) {
        close_server();
        skip();
    }
    uh_voice_say(voice, "Get ready.");
    await_heard("say Get ready.");
    uh_voice_say(voice, "Hold. 10 seconds.");
    await_heard("say Hold. 10 seconds.");
    uh_voice_close(voice);
    close_server();
    assert_string_equal(speech.heard,
                        "language en|cancel|say Get ready.|cancel|say Hold. 10 seconds.|");
}

static void silence_is_asked_for_too(void **state)
{
    open_server(false);
    uh_voice *voice = open_voice();
    if (voice == NULL) {
        close_server();
        skip();
    }
    uh_voice_say(voice, "Get ready.");
    await_heard("say Get ready.");
    uh_voice_hush(voice);
    await_heard("say Get ready.|cancel|");
    uh_voice_close(voice);
    close_server();
}

static void what_was_said_last_is_still_spoken(void **state)
{
    open_server(false);
    uh_voice *voice = open_voice();
    if (voice == NULL) {
        close_server();
        skip();
    }
    uh_voice_say(voice, "Done.");
    uh_voice_close(voice);
    close_server();
    assert_non_null(strstr(speech.heard, "say Done."));
}

/* How long the owner of a voice is held up by a server that hangs. */
static int64_t time_with_a_hanging_server(void)
{
    open_server(true);
    const int64_t began = uh_clock_boot().ms;
    uh_voice *voice = uh_voice_open("en");
    (void)uh_voice_await(voice, 50);
    for (int i = 0; i < 100; i++) {
        uh_voice_say(voice, "Hold.");
    }
    uh_voice_hush(voice);
    uh_voice_close(voice);
    return uh_clock_boot().ms - began;
}

/* In a child: the thread that hangs ends only with its program, and the library loses a message
 * where it finds no server. */
static int exit_code_of(bool (*is_true)(void))
{
    const pid_t child = fork();
    if (child == 0) {
        _exit(is_true() ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static bool is_not_held_up(void)
{
    return time_with_a_hanging_server() < 2000;
}

static void a_server_that_hangs_holds_up_nobody(void **state)
{
    assert_int_equal(exit_code_of(is_not_held_up), 0);
}

static bool is_without_voice(void)
{
    (void)setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent/socket", 1);
    uh_voice *voice = uh_voice_open("en");
    const bool none = voice != NULL && uh_voice_await(voice, WAIT_MS) == UH_VOICE_NONE;
    uh_voice_say(voice, "Hold.");
    uh_voice_close(voice);
    uh_voice_close(NULL);
    return none;
}

static void without_a_server_there_is_no_voice(void **state)
{
    assert_int_equal(exit_code_of(is_without_voice), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_text_ends_the_one_before_it),
        cmocka_unit_test(silence_is_asked_for_too),
        cmocka_unit_test(what_was_said_last_is_still_spoken),
        cmocka_unit_test(without_a_server_there_is_no_voice),
        cmocka_unit_test(a_server_that_hangs_holds_up_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
