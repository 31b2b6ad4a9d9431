/* SPDX-License-Identifier: MIT */
/* A pipe to oneself rather than a blocked mask: a speech server started by the voice thread would
 * inherit the mask and never hear its own TERM. */
#include "host/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

typedef struct signal_row {
    int number;
    uint32_t bit; /* 0: nothing to do but not to die */
} signal_row;

static const signal_row collected[] = {
    {SIGINT, UH_SIGNAL_QUIT},     {SIGTERM, UH_SIGNAL_QUIT},
    {SIGHUP, UH_SIGNAL_QUIT},     {SIGQUIT, UH_SIGNAL_QUIT},
    {SIGTSTP, UH_SIGNAL_SUSPEND}, {SIGCONT, UH_SIGNAL_CONTINUE},
    {SIGWINCH, UH_SIGNAL_RESIZE}, {SIGPIPE, 0},
};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

static struct sigaction old_collected[UH_COUNT(collected)];
static struct sigaction old_fatal[UH_COUNT(fatal)];
/* bit set; atomic, because the voice thread may be the one that is interrupted */
static atomic_uint arrived;
static volatile sig_atomic_t deadly;   /* the quitting signal's number */
static volatile sig_atomic_t mourning; /* a second fault while mourning ends it */
static void (*mourn_with)(void);
static int self_pipe[2] = {-1, -1};
static bool is_open;

static void collect(int number)
{
    const int saved = errno;
    for (size_t i = 0; i < UH_COUNT(collected); i++) {
        if (collected[i].number == number) {
            (void)atomic_fetch_or(&arrived, collected[i].bit);
            if (collected[i].bit == UH_SIGNAL_QUIT) {
                deadly = number;
            }
        }
    }
    const char byte = 0;
    const ssize_t ignored = write(self_pipe[1], &byte, 1);
    (void)ignored;
    errno = saved;
}

static void die_by(int number)
{
    (void)signal(number, SIG_DFL);
    sigset_t only;
    (void)sigemptyset(&only);
    (void)sigaddset(&only, number);
    (void)raise(number);
    (void)sigprocmask(SIG_UNBLOCK, &only, NULL);
}

static void mourn(int number)
{
    if (!mourning) {
        mourning = 1;
        mourn_with();
    }
    die_by(number);
}

static bool make_pipe(void)
{
    if (pipe(self_pipe) != 0) {
        return false;
    }
    for (int i = 0; i < 2; i++) {
        (void)fcntl(self_pipe[i], F_SETFD, FD_CLOEXEC);
        (void)fcntl(self_pipe[i], F_SETFL, O_NONBLOCK);
    }
    return true;
}

uh_status uh_signals_open(void (*mourn_how)(void))
{
    if (!make_pipe()) {
        return UH_ERR_STATE;
    }
    mourn_with = mourn_how;
    atomic_store(&arrived, 0);
    deadly = 0;
    struct sigaction action = {.sa_handler = collect};
    (void)sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < UH_COUNT(collected); i++) {
        (void)sigaction(collected[i].number, &action, &old_collected[i]);
        /* whoever started us with nohup meant it */
        if (old_collected[i].sa_handler == SIG_IGN && collected[i].bit == UH_SIGNAL_QUIT) {
            (void)sigaction(collected[i].number, &old_collected[i], NULL);
        }
    }
    action.sa_handler = mourn;
    for (size_t i = 0; i < UH_COUNT(fatal); i++) {
        (void)sigaction(fatal[i], &action, &old_fatal[i]);
    }
    is_open = true;
    return UH_OK;
}

int uh_signals_fd(void)
{
    return self_pipe[0];
}

uint32_t uh_signals_take(void)
{
    char bytes[64];
    while (read(self_pipe[0], bytes, sizeof bytes) > 0) {
    }
    return atomic_exchange(&arrived, 0);
}

bool uh_signals_quitting(void)
{
    return deadly != 0;
}

void uh_signals_die(void)
{
    if (deadly != 0) {
        die_by(deadly);
    }
}

void uh_signals_suspend(void)
{
    struct sigaction ours;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    (void)sigemptyset(&standard.sa_mask);
    (void)sigaction(SIGTSTP, &standard, &ours);
    (void)raise(SIGTSTP);
    (void)sigaction(SIGTSTP, &ours, NULL);
}

void uh_signals_close(void)
{
    if (!is_open) {
        return;
    }
    for (size_t i = 0; i < UH_COUNT(collected); i++) {
        (void)sigaction(collected[i].number, &old_collected[i], NULL);
    }
    for (size_t i = 0; i < UH_COUNT(fatal); i++) {
        (void)sigaction(fatal[i], &old_fatal[i], NULL);
    }
    (void)close(self_pipe[0]);
    (void)close(self_pipe[1]);
    self_pipe[0] = self_pipe[1] = -1;
    is_open = false;
}
