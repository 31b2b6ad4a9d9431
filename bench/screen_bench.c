/* SPDX-License-Identifier: MIT */
/* What the session's screen costs while the breath guide moves: the real program in a
 * pseudo-terminal, its processor time and the bytes that it sends. It plays in a home of its own,
 * and whatever it is asked before the session is answered as by a person. */
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { MEASURE_MS = 10000, PATIENCE_MS = 10000, HEARD_MAX = 1 << 20, PATH_SIZE = 512 };

static char home[PATH_SIZE];

/* What the program has sent since the last key. */
static char heard[HEARD_MAX];
static size_t heard_length;

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* -- a home of its own -- */

static int forget(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about;
    (void)kind;
    (void)where;
    return remove(path);
}

static void move_out(void)
{
    if (home[0] != '\0') {
        (void)nftw(home, forget, 16, FTW_DEPTH | FTW_PHYS);
        home[0] = '\0';
    }
}

static void give_up(const char *what)
{
    (void)fprintf(stderr, "screen_bench: %s\n", what);
    exit(1);
}

/* A new one for each figure: nobody's own sessions, settings or voice have a part in it. */
static void move_in(void)
{
    static const char *const folders[][2] = {{"XDG_CONFIG_HOME", "config"},
                                             {"XDG_DATA_HOME", "data"},
                                             {"XDG_STATE_HOME", "state"},
                                             {"XDG_CACHE_HOME", "cache"},
                                             {"XDG_RUNTIME_DIR", "run"}};
    (void)snprintf(home, sizeof home, "/tmp/unhunch-bench-XXXXXX");
    if (mkdtemp(home) == NULL || setenv("HOME", home, 1) != 0) {
        home[0] = '\0';
        give_up("no temporary folder");
    }
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        char path[PATH_SIZE + 16];
        (void)snprintf(path, sizeof path, "%s/%s", home, folders[i][1]);
        if (mkdir(path, 0700) != 0 || setenv(folders[i][0], path, 1) != 0) {
            give_up("no folder in the temporary one");
        }
    }
}

/* -- the program in a terminal -- */

static int open_terminal(unsigned short width, unsigned short height)
{
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    const struct winsize size = {.ws_col = width, .ws_row = height};
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0 ||
        ioctl(terminal, TIOCSWINSZ, &size) != 0) {
        perror("pseudo-terminal");
        exit(1);
    }
    return terminal;
}

static pid_t start(int terminal, const char *stretch)
{
    const char *name = ptsname(terminal);
    const pid_t child = fork();
    if (child != 0) {
        return child;
    }
    setsid();
    for (int fd = 0; fd < 3; fd++) {
        close(fd);
        if (open(name, O_RDWR) != fd) {
            _exit(1);
        }
    }
    execl(UNHUNCH, "unhunch", "stretch", stretch, "--level", "usual", "--mute", "--acknowledge",
          (char *)NULL);
    _exit(1);
}

/* Reads once, for at most so long; the bytes. What does not fit is counted and not kept. */
static int64_t take(int terminal, int64_t ms)
{
    struct pollfd fd = {.fd = terminal, .events = POLLIN};
    char text[65536];
    if (poll(&fd, 1, (int)ms) <= 0) {
        return 0;
    }
    const ssize_t got = read(terminal, text, sizeof text);
    if (got > 0 && heard_length + (size_t)got < sizeof heard) {
        memcpy(heard + heard_length, text, (size_t)got);
        heard_length += (size_t)got;
        heard[heard_length] = '\0';
    }
    return got > 0 ? got : 0;
}

/* Reads what the program sends for so long; returns the bytes. */
static int64_t listen_to(int terminal, int64_t ms)
{
    const int64_t until = now_ms() + ms;
    int64_t bytes = 0;
    for (int64_t left = ms; left > 0; left = until - now_ms()) {
        bytes += take(terminal, left);
    }
    return bytes;
}

static void type(int terminal, char key)
{
    heard_length = 0;
    heard[0] = '\0';
    if (write(terminal, &key, 1) != 1) {
        perror("key");
    }
}

/* Escape sequences stand between the words of a line, so a single word is looked for. */
static bool hears(const char *word)
{
    return strstr(heard, word) != NULL;
}

/* -- to the session, as a person gets there -- */

/* A page before the session, the word it is known by, and the key that goes on. */
typedef struct page_row {
    const char *word;
    char key;
} page_row;

static const page_row pages[] = {
    {"Pain", '0'},
    {"Stiffness", '0'},
    {"start", ' '},
};

/* Which page has come? The session's own, with its stop, is none of these: NULL. */
static const page_row *page_that_came(int terminal)
{
    for (const int64_t until = now_ms() + PATIENCE_MS; now_ms() < until;) {
        (void)take(terminal, 100);
        for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
            if (hears(pages[i].word)) {
                return &pages[i];
            }
        }
        if (hears("pause") && hears("stop")) {
            return NULL;
        }
    }
    give_up("the session's screen never came");
    return NULL;
}

static void await(int terminal, const char *word)
{
    for (const int64_t until = now_ms() + PATIENCE_MS; now_ms() < until && !hears(word);) {
        (void)take(terminal, 100);
    }
    if (!hears(word)) {
        (void)fprintf(stderr, "screen_bench: never seen: %s\n", word);
        exit(1);
    }
}

static void go_to_session(int terminal)
{
    heard_length = 0;
    heard[0] = '\0';
    for (const page_row *page = NULL; (page = page_that_came(terminal)) != NULL;) {
        (void)listen_to(terminal, 200); /* all of the page */
        type(terminal, page->key);
    }
    (void)listen_to(terminal, 300);
}

/* -- what it costs -- */

static double child_cpu_ms(pid_t child)
{
    clockid_t clock = CLOCK_PROCESS_CPUTIME_ID;
    struct timespec spent = {0};
    if (clock_getcpuclockid(child, &clock) != 0 || clock_gettime(clock, &spent) != 0) {
        give_up("the program has gone");
    }
    return (double)spent.tv_sec * 1000 + (double)spent.tv_nsec / 1000000;
}

static void measure(const char *stretch, const char *what, unsigned short width,
                    unsigned short height)
{
    move_in();
    const int terminal = open_terminal(width, height);
    const pid_t child = start(terminal, stretch);
    go_to_session(terminal);
    type(terminal, 'r');
    await(terminal, "breathe"); /* the guide is there */
    (void)listen_to(terminal, 1000);
    const double before = child_cpu_ms(child);
    const int64_t bytes = listen_to(terminal, MEASURE_MS);
    const double spent = child_cpu_ms(child) - before;
    if (bytes == 0) {
        give_up("nothing moved on the session's screen");
    }
    printf("screen_cpu_%s_%ux%u %.2f %%\n", what, width, height, spent * 100 / MEASURE_MS);
    printf("screen_bytes_%s_%ux%u %lld B/s\n", what, width, height,
           (long long)(bytes * 1000 / MEASURE_MS));
    kill(child, SIGTERM);
    (void)listen_to(terminal, 200);
    (void)waitpid(child, NULL, 0);
    close(terminal);
    move_out();
}

int main(void)
{
    if (atexit(move_out) != 0) {
        give_up("no memory");
    }
    (void)setenv("TERM", "xterm-256color", 1);
    (void)setenv("COLORTERM", "truecolor", 1);
    (void)setenv("LC_ALL", "C.UTF-8", 1);
    (void)unsetenv("UNHUNCH_LANGUAGE");
    (void)unsetenv("NO_COLOR");
    /* the first hold lasts half a minute: all of the measurement lies in it */
    measure("seated-cervical-rotation", "hold", 80, 24);
    measure("seated-cervical-rotation", "hold", 120, 40);
    measure("backward-shoulder-rolls", "move", 80, 24);
    measure("backward-shoulder-rolls", "move", 120, 40);
    return 0;
}
