/* SPDX-License-Identifier: MIT */
#include "host/output.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "host/signals.h"

/* What a terminal or pipe that is ready takes without blocking. */
enum { PIECE = 512, LOOK_AGAIN_MS = 200 };

static bool failed;
static int error;

/* Waits until stdout takes something; false when the program is told to go. */
static bool await_room(void)
{
    for (;;) {
        struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
        const int ready = poll(&out, 1, LOOK_AGAIN_MS);
        if (ready > 0) {
            return true;
        }
        if (uh_signals_quitting() || (ready < 0 && errno != EINTR)) {
            return false;
        }
    }
}

bool uh_output_write(const char *text, size_t length)
{
    while (length > 0 && !failed) {
        if (!await_room()) {
            failed = true;
            break;
        }
        const ssize_t done = write(STDOUT_FILENO, text, length < PIECE ? length : PIECE);
        if (done < 0 && (errno == EINTR || errno == EAGAIN)) {
            continue;
        }
        if (done <= 0) {
            error = done < 0 ? errno : EIO;
            failed = true;
            break;
        }
        text += done;
        length -= (size_t)done;
    }
    return !failed;
}

bool uh_output_failed(void)
{
    return failed;
}

int uh_output_error(void)
{
    return error;
}

static void write_out(void *to, const char *text, size_t length)
{
    (void)to;
    (void)uh_output_write(text, length);
}

uh_out uh_output(void)
{
    return (uh_out){write_out, NULL};
}
