/* SPDX-License-Identifier: MIT */
/* kill -9 at random moments of `unhunch stretch` in a terminal and of commands that write: the next
 * command finds every set and note that was acknowledged, with nothing to repair, and the session
 * goes on or is closed as interrupted. Dozens of times as a test, 500 times by `make kill`.
 *
 * A moment is so many bytes of output, and a little more. Two programs are killed: the one with the
 * fake clock, to which each run is another day, and the one that is installed, which plays faster
 * than a person would. */
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/made.h"

enum {
    KILLS = 24,
    KILLS_ALL = 500,
    KILLS_A_FOLDER = 12, /* then another one, and the other program */
    NOTES = 24,
    WORDS_MAX = 16,
    SILENCE_MS = 50,  /* it waits for a key */
    LOOKS = 3000,     /* some milliseconds: into the middle of any write */
    TURNS = 3000000,  /* as long */
    TURNS_A_NOTE = 6, /* times as long as that: all of a short command */
    MINUTE_MS = 60000
};

static const int64_t monday_ms = INT64_C(1767603600000); /* 2026-01-05 09:00 UTC */

static uint64_t seed = 71;

/* Whose turn it is. */
static struct {
    const char *program;
    bool has_fake_clock;
    unsigned run; /* for messages, and the day of the fake clock */
} now;

/* -- a home, and a moment in it -- */

static void move_in(unsigned number)
{
    static const char *const places[] = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                         "XDG_STATE_HOME", "XDG_CACHE_HOME"};
    const char *folder = made_folder();
    for (size_t i = 0; i < UH_COUNT(places); i++) {
        assert_int_equal(setenv(places[i], folder, 1), 0);
    }
    now.has_fake_clock = number % 2 == 0;
    now.program = now.has_fake_clock ? UNHUNCH_FAKE : UNHUNCH;
}

static void set_clock(int64_t minutes)
{
    const int64_t at_ms = monday_ms + now.run * MADE_DAY_MS + minutes * MINUTE_MS;
    char text[32];
    (void)snprintf(text, sizeof text, "%lld", (long long)at_ms);
    assert_int_equal(setenv("UNHUNCH_TEST_CLOCK", text, 1), 0);
}

/* -- commands that nobody kills -- */

static void redirect(int fd, const char *path, int flags)
{
    const int other = open(path, flags, 0600);
    if (other < 0 || dup2(other, fd) < 0) {
        _exit(126);
    }
    (void)close(other);
}

static void become(const char *const words[WORDS_MAX])
{
    char *arguments[WORDS_MAX];
    memcpy(arguments, words, sizeof arguments);
    (void)execv(now.program, arguments);
    _exit(127);
}

static char *text_of(const char *name)
{
    size_t length = 0;
    unsigned char *bytes = made_read(made_path(name), &length);
    char *text = calloc(length + 1, 1);
    assert_non_null(text);
    if (bytes != NULL && length > 0) {
        memcpy(text, bytes, length);
    }
    free(bytes);
    return text;
}

/* Runs it without a terminal; it is to succeed and to have nothing to complain about. Returns what
 * it said; the caller frees it. */
static char *ask(const char *const words[WORDS_MAX])
{
    int how = 0;
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
        redirect(STDOUT_FILENO, made_path("out"), O_WRONLY | O_CREAT | O_TRUNC);
        redirect(STDERR_FILENO, made_path("err"), O_WRONLY | O_CREAT | O_TRUNC);
        become(words);
    }
    assert_int_equal(waitpid(child, &how, 0), child);
    char *complaint = text_of("err");
    if (how != 0 || strstr(complaint, "unhunch:") != NULL) {
        fail_msg("run %u: unhunch %s %s: %#x: %s", now.run, words[1], words[2], (unsigned)how,
                 complaint);
    }
    free(complaint);
    return text_of("out");
}

static void ask_quietly(const char *const words[WORDS_MAX])
{
    free(ask(words));
}

static char *export_all(void)
{
    static const char *const words[WORDS_MAX] = {"unhunch", "export", "jsonl"};
    return ask(words);
}

/* -- lines of JSON -- */

/* The next line of `*at`, copied; false: there is none. */
static bool next_line(const char **at, char line[2048])
{
    const size_t length = strcspn(*at, "\n");
    if (**at == '\0' || (*at)[length] == '\0') { /* a line that does not end was never said */
        return false;
    }
    assert_true(length < 2048);
    memcpy(line, *at, length);
    line[length] = '\0';
    *at += length + 1;
    return true;
}

static bool is_set(const char *line)
{
    return strstr(line, "\"record\": \"set\"") != NULL;
}

static unsigned count_of(const char *text, const char *part)
{
    unsigned count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++) {
        count++;
    }
    return count;
}

/* How a line of --record is told in an export. */
static void write_needle(const char *record, char needle[512])
{
    char exercise[128];
    char side[16];
    unsigned set = 0;
    unsigned attempt = 0;
    assert_int_equal(sscanf(record,
                            "{\"exercise\": \"%127[^\"]\", \"variant\": %*[^,], \"side\": "
                            "\"%15[^\"]\", \"set\": %u, \"attempt\": %u",
                            exercise, side, &set, &attempt),
                     4);
    (void)snprintf(needle, 512,
                   "\"set_number\": %u, \"side\": \"%s\", \"attempt\": %u, \"exercise\": \"%s\"",
                   set, side, attempt, exercise);
}

/* Is there a set like that which was not there before? */
static bool is_kept(const char *record, const char *before, const char *after)
{
    char needle[512];
    char line[2048];
    write_needle(record, needle);
    while (next_line(&after, line)) {
        if (is_set(line) && strstr(line, needle) != NULL && strstr(before, line) == NULL) {
            return true;
        }
    }
    return false;
}

static void assert_all_kept(const char *before, const char *after)
{
    char line[2048];
    while (next_line(&before, line)) {
        if (is_set(line) && strstr(after, line) == NULL) {
            fail_msg("run %u: a set of an earlier session is gone: %s", now.run, line);
        }
    }
}

/* Every set that was acknowledged; returns how many. */
static unsigned assert_acknowledged(const char *before, const char *after)
{
    unsigned count = 0;
    char line[2048];
    char *record = text_of("record");
    for (const char *at = record; next_line(&at, line); count++) {
        if (!is_kept(line, before, after)) {
            fail_msg("run %u: acknowledged, and gone: %s", now.run, line);
        }
    }
    free(record);
    return count;
}

/* -- the program in a terminal -- */

static int open_terminal(void)
{
    const struct winsize size = {.ws_col = 80, .ws_row = 24};
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    assert_true(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    assert_int_equal(ioctl(terminal, TIOCSWINSZ, &size), 0);
    return terminal;
}

static pid_t stretch_in(int terminal)
{
    const char *record = made_path("record");
    const char *name = ptsname(terminal);
    const char *const words[WORDS_MAX] = {"unhunch",
                                          "stretch",
                                          "chin-tuck",
                                          "doorway-stretch",
                                          "shoulder-blade-squeeze",
                                          "backward-shoulder-rolls",
                                          "--level",
                                          "usual",
                                          "--mute",
                                          "--record",
                                          record,
                                          now.has_fake_clock ? "--no-figure" : "--speed=" SPEED};
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)setsid();
        for (int fd = 0; fd < 3; fd++) {
            redirect(fd, name, O_RDWR);
        }
        become(words);
    }
    return child;
}

/* Whoever has gone does not hear it. */
static void press_enter(int terminal)
{
    (void)!write(terminal, "\r", 1);
}

/* Reads so many bytes, or until it has gone. Where it says nothing it waits for a key: Enter
 * starts, skips a question, pauses and goes on. */
static uint64_t listen_to(int terminal, uint64_t most)
{
    uint64_t count = 0;
    while (count < most) {
        struct pollfd fd = {.fd = terminal, .events = POLLIN};
        char bytes[256];
        if (poll(&fd, 1, SILENCE_MS) == 0) {
            press_enter(terminal);
            continue;
        }
        const size_t wanted = most - count < sizeof bytes ? (size_t)(most - count) : sizeof bytes;
        const ssize_t got = read(terminal, bytes, wanted);
        if (got <= 0) { /* nobody has it open any more */
            break;
        }
        count += (uint64_t)got;
    }
    return count;
}

/* For a random while, in which nothing that it says holds it up. */
static void look_on(int terminal)
{
    struct pollfd fd = {.fd = terminal, .events = POLLIN};
    char bytes[4096];
    for (uint32_t looks = made_below(&seed, LOOKS); looks > 0; looks--) {
        if (poll(&fd, 1, 0) > 0 && read(terminal, bytes, sizeof bytes) <= 0) {
            return;
        }
    }
}

/* True: it was killed; else it had ended by itself, well. */
static bool end(pid_t child)
{
    int how = 0;
    (void)kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &how, 0), child);
    if (how != 0 && !(WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL)) {
        fail_msg("run %u: ended by itself: %#x", now.run, (unsigned)how);
    }
    return how != 0;
}

/* The bytes of a whole session, its program's end included. */
static uint64_t measure(void)
{
    int how = 0;
    set_clock(0);
    const int terminal = open_terminal();
    const pid_t child = stretch_in(terminal);
    const uint64_t bytes = listen_to(terminal, UINT64_MAX);
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_int_equal(how, 0);
    (void)close(terminal);
    return bytes;
}

/* Every other one dies soon after a key, which is written down. */
static bool play_and_kill(uint64_t bytes)
{
    set_clock(0);
    made_remove(made_path("record"));
    const int terminal = open_terminal();
    const pid_t child = stretch_in(terminal);
    (void)listen_to(terminal, made_below(&seed, (uint32_t)bytes));
    if (made_below(&seed, 2) == 0) {
        press_enter(terminal);
    }
    look_on(terminal);
    const bool killed = end(child);
    (void)close(terminal);
    return killed;
}

/* -- what comes after -- */

static const char open_end[] = "\"end\": \"open\"";

/* Behind the longest lease that it could hold, within the grace of the shortest. */
static void assert_goes_on(void)
{
    static const char *const words[WORDS_MAX] = {"unhunch", "stretch", "--continue", "--plain"};
    set_clock(13);
    ask_quietly(words);
    char *after = export_all();
    const char *last = after;
    for (const char *at = after; (at = strstr(at, "\"record\": \"session\"")) != NULL; at++) {
        last = at;
    }
    const char *complete = strstr(last, "\"end\": \"complete\"");
    if (complete == NULL || complete > last + strcspn(last, "\n")) {
        fail_msg("run %u: did not go on to the end", now.run);
    }
    free(after);
}

static void assert_is_closed(unsigned interrupted_before)
{
    set_clock(60);
    char *after = export_all();
    assert_int_equal(count_of(after, open_end), 0);
    assert_int_equal(count_of(after, "\"end\": \"interrupted\""), interrupted_before + 1);
    free(after);
}

/* What became of it, by the next commands. Returns how many sets were acknowledged. */
static unsigned look_at(const char *before)
{
    set_clock(13);
    char *after = export_all();
    assert_string_equal(made_find(made_path("unhunch"), "history-"), "");
    assert_all_kept(before, after);
    const unsigned acknowledged = assert_acknowledged(before, after);
    const unsigned open = count_of(after, open_end);
    if (now.has_fake_clock && open > 0) {
        assert_int_equal(open, 1);
        if (made_below(&seed, 2) == 0) {
            assert_goes_on();
        } else {
            assert_is_closed(count_of(after, "\"end\": \"interrupted\""));
        }
    }
    free(after);
    return acknowledged;
}

static unsigned kills(unsigned few)
{
    return getenv("UNHUNCH_TEST_ALL") != NULL ? KILLS_ALL : few;
}

static void answer_questions(void)
{
    static const char *const words[WORDS_MAX] = {"unhunch", "screen", "--none"};
    set_clock(0);
    ask_quietly(words);
}

static void a_killed_session_loses_no_set_and_goes_on_or_is_closed(void **state)
{
    unsigned sets = 0;
    unsigned ended = 0;
    uint64_t bytes = 0;
    char *before = NULL;
    now.run = 0;
    for (unsigned killed = 0, number = 0; killed < kills(KILLS); now.run++) {
        if (killed == number * KILLS_A_FOLDER) {
            move_in(number++);
            answer_questions();
            bytes = measure();
            now.run++;
            free(before);
            before = export_all();
        }
        const bool was_killed = play_and_kill(bytes);
        killed += was_killed;
        ended += !was_killed;
        sets += look_at(before);
        free(before);
        before = export_all();
    }
    free(before);
    print_message("  %u kills, %u ended before; %u acknowledged sets\n", kills(KILLS), ended, sets);
    assert_true(sets > 0);
    made_folder_end();
}

/* -- commands that write -- */

static pid_t note(int *ret_answer)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)dup2(ends[1], STDERR_FILENO);
        (void)close(ends[0]);
        (void)close(ends[1]);
        (void)execl(now.program, "unhunch", "log", "--pain", "3", (char *)NULL);
        _exit(127);
    }
    (void)close(ends[1]);
    *ret_answer = ends[0];
    return child;
}

/* Reads its answer, to the end of the line or of the program. */
static void read_answer(int answer, char *text, size_t capacity)
{
    size_t length = strlen(text);
    ssize_t got = 1;
    while (got > 0 && strchr(text, '\n') == NULL && length + 1 < capacity) {
        got = read(answer, text + length, 1);
        length += got > 0 ? (size_t)got : 0;
        text[length] = '\0';
    }
}

static void spin(uint32_t most)
{
    for (volatile uint32_t turns = made_below(&seed, most); turns > 0; turns--) {
    }
}

/* Half of them die before they answer or while they do, the others with the day's backup. */
static bool note_and_kill(char *text, size_t capacity)
{
    int answer = -1;
    const bool after = made_below(&seed, 2) == 0;
    text[0] = '\0';
    set_clock(0);
    const pid_t child = note(&answer);
    if (after) {
        read_answer(answer, text, capacity);
    }
    spin(after ? TURNS : TURNS * TURNS_A_NOTE);
    const bool killed = end(child);
    read_answer(answer, text, capacity);
    (void)close(answer);
    return killed;
}

/* The beginning of its name stands in brackets. */
static void assert_noted(const char *text, const char *all)
{
    char id[64] = "";
    const char *bracket = strchr(text, '(');
    if (strchr(text, '\n') != NULL && bracket != NULL) {
        (void)snprintf(id, sizeof id, "\"id\": \"%.*s", (int)strcspn(bracket + 1, ")"),
                       bracket + 1);
        if (strstr(all, id) == NULL) {
            fail_msg("run %u: noted, and gone: %s", now.run, text);
        }
    }
}

/* What was cut off is no backup: the newest one that has its name is whole. */
static void assert_backup_is_whole(void)
{
    uh_store *store = NULL;
    uh_store_report report;
    const int64_t at_ms = monday_ms + now.run * MADE_DAY_MS;
    made_remove(made_path("unhunch/history.db"));
    assert_int_equal(uh_store_open(made_path("unhunch"), (uh_unix_ms){at_ms}, &report, &store),
                     UH_OK);
    assert_int_equal(report.trouble, UH_STORE_RESTORED);
    assert_true(at_ms - report.backup.ms <= MADE_DAY_MS); /* the last command made it */
    uh_store_close(store);
}

static void a_killed_command_keeps_what_it_said_it_noted(void **state)
{
    unsigned noted = 0;
    unsigned ended = 0;
    unsigned cut_off = 0;
    now.run = 0;
    for (unsigned killed = 0; killed < kills(NOTES); now.run++) {
        if (now.run % KILLS_A_FOLDER == 0) {
            move_in(0);
        }
        char text[256];
        const bool was_killed = note_and_kill(text, sizeof text);
        killed += was_killed;
        ended += !was_killed;
        cut_off += made_find(made_path("unhunch/backups"), "backup.new")[0] != '\0';
        char *all = export_all();
        assert_noted(text, all);
        noted += strchr(text, '\n') != NULL;
        free(all);
        assert_string_equal(made_find(made_path("unhunch"), "history-"), "");
        if (now.run % KILLS_A_FOLDER == KILLS_A_FOLDER - 1) {
            assert_backup_is_whole();
        }
    }
    print_message("  %u kills, %u ended before; %u notes, %u backups cut off\n", kills(NOTES),
                  ended, noted, cut_off);
    assert_true(noted > 0);
    made_folder_end();
}

int main(void)
{
    (void)setenv("TERM", "xterm-256color", 1);
    (void)setenv("LC_ALL", "C.UTF-8", 1);
    (void)setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent", 1);
    (void)unsetenv("UNHUNCH_LANGUAGE");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_session_loses_no_set_and_goes_on_or_is_closed),
        cmocka_unit_test(a_killed_command_keeps_what_it_said_it_noted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
