/* SPDX-License-Identifier: MIT */
#include "web/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { FIRST_INHERITED = 3, BACKLOG = 128, WAKE_MS = 2000 };

static struct sockaddr_in loopback(uint16_t port)
{
    return (struct sockaddr_in){.sin_family = AF_INET,
                                .sin_port = htons(port),
                                .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
}

/* -- inherited -- */

static bool is_number(const char *variable, long number)
{
    const char *text = getenv(variable);
    char *end = NULL;
    return text != NULL && strtol(text, &end, 10) == number && end != text && *end == '\0';
}

uh_status uh_listen_inherited(int *ret_socket, uint16_t *ret_port)
{
    const bool ours = is_number("LISTEN_PID", (long)getpid());
    const bool one = is_number("LISTEN_FDS", 1);
    (void)unsetenv("LISTEN_PID"); /* not for the browser's ears */
    (void)unsetenv("LISTEN_FDS");
    (void)unsetenv("LISTEN_FDNAMES");
    if (!ours) {
        return UH_ERR_EMPTY;
    }
    struct sockaddr_in at = {0};
    socklen_t size = sizeof at;
    const int flags = fcntl(FIRST_INHERITED, F_GETFL);
    if (!one || flags < 0 || fcntl(FIRST_INHERITED, F_SETFL, flags | O_NONBLOCK) != 0 ||
        fcntl(FIRST_INHERITED, F_SETFD, FD_CLOEXEC) != 0 ||
        getsockname(FIRST_INHERITED, (struct sockaddr *)&at, &size) != 0 ||
        at.sin_family != AF_INET || at.sin_addr.s_addr != htonl(INADDR_LOOPBACK)) {
        return UH_ERR_STATE;
    }
    *ret_socket = FIRST_INHERITED;
    *ret_port = ntohs(at.sin_port);
    return UH_OK;
}

/* -- our own -- */

uh_status uh_listen_open(uint16_t port, int *ret_socket)
{
    const struct sockaddr_in at = loopback(port);
    const int yes = 1;
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) {
        return UH_ERR_STATE;
    }
    /* a port that was served a moment ago is free again at once */
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(fd, (const struct sockaddr *)&at, sizeof at) != 0 || listen(fd, BACKLOG) != 0) {
        const int reason = errno;
        (void)close(fd);
        errno = reason;
        return UH_ERR_STATE;
    }
    *ret_socket = fd;
    return UH_OK;
}

/* -- the lock -- */

uh_status uh_listen_lock(const char *path)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    const int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return UH_ERR_UNKNOWN;
    }
    if (fcntl(fd, F_SETLK, &lock) != 0) {
        (void)close(fd);
        return UH_ERR_STATE;
    }
    return UH_OK; /* the descriptor is kept: closing it would let the lock go */
}

bool uh_listen_is_locked(const char *path)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    const int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    const bool locked = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    (void)close(fd);
    return locked;
}

/* -- waking -- */

void uh_listen_wake(uint16_t port)
{
    static const char asked[] = "GET / HTTP/1.0\r\n\r\n";
    const struct sockaddr_in at = loopback(port);
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        return;
    }
    struct pollfd answer = {.fd = fd, .events = POLLIN};
    if (connect(fd, (const struct sockaddr *)&at, sizeof at) == 0 &&
        send(fd, asked, sizeof asked - 1, MSG_NOSIGNAL) > 0) {
        (void)poll(&answer, 1, WAKE_MS);
    }
    (void)close(fd);
}
