/* SPDX-License-Identifier: MIT */
/* What the session's screen costs while the breath guide moves: the real program in a
 * pseudo-terminal, its processor time and the bytes that it sends. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { MEASURE_MS = 10000 };

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

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
    setenv("TERM", "xterm-256color", 1);
    setenv("COLORTERM", "truecolor", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("XDG_STATE_HOME", "/dev/null/nowhere", 1);
    execl(UNHUNCH, "unhunch", "stretch", stretch, "--level", "usual", "--mute", "--acknowledge",
          (char *)NULL);
    _exit(1);
}

/* Reads what the program sends for so long; returns the bytes. */
static int64_t listen_to(int terminal, int64_t ms)
{
    const int64_t until = now_ms() + ms;
    int64_t bytes = 0;
    for (int64_t left = ms; left > 0; left = until - now_ms()) {
        struct pollfd fd = {.fd = terminal, .events = POLLIN};
        char text[65536];
        if (poll(&fd, 1, (int)left) > 0) {
            const ssize_t got = read(terminal, text, sizeof text);
            bytes += got > 0 ? got : 0;
        }
    }
    return bytes;
}

static void type(int terminal, char key)
{
    if (write(terminal, &key, 1) != 1) {
        perror("key");
    }
}

static double child_cpu_ms(pid_t child)
{
    clockid_t clock = CLOCK_PROCESS_CPUTIME_ID;
    struct timespec spent = {0};
    if (clock_getcpuclockid(child, &clock) != 0 || clock_gettime(clock, &spent) != 0) {
        perror("processor time");
    }
    return (double)spent.tv_sec * 1000 + (double)spent.tv_nsec / 1000000;
}

static void measure(const char *stretch, const char *what, unsigned short width,
                    unsigned short height)
{
    const int terminal = open_terminal(width, height);
    const pid_t child = start(terminal, stretch);
    (void)listen_to(terminal, 500);
    type(terminal, ' ');
    (void)listen_to(terminal, 300);
    type(terminal, 'r');
    (void)listen_to(terminal, 4000);
    const double before = child_cpu_ms(child);
    const int64_t bytes = listen_to(terminal, MEASURE_MS);
    const double spent = child_cpu_ms(child) - before;
    printf("screen_cpu_%s_%ux%u %.2f %%\n", what, width, height, spent * 100 / MEASURE_MS);
    printf("screen_bytes_%s_%ux%u %lld B/s\n", what, width, height,
           (long long)(bytes * 1000 / MEASURE_MS));
    kill(child, SIGTERM);
    (void)listen_to(terminal, 200);
    (void)waitpid(child, NULL, 0);
    close(terminal);
}

int main(void)
{
    /* the first hold lasts half a minute: all of the measurement lies in it */
    measure("seated-cervical-rotation", "hold", 80, 24);
    measure("seated-cervical-rotation", "hold", 120, 40);
    measure("backward-shoulder-rolls", "move", 80, 24);
    measure("backward-shoulder-rolls", "move", 120, 40);
    return 0;
}
