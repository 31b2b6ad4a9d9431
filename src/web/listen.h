/* SPDX-License-Identifier: MIT */
/* listen.h: the socket that the page is served on, and whether one of ours serves it already.
 *
 * Whoever serves holds a lock on a file in this person's own folder, named after the port: nobody
 * else can hold it, so nobody else is taken for us. */
#ifndef UNHUNCH_WEB_LISTEN_H
#define UNHUNCH_WEB_LISTEN_H

#include "unhunch/base.h"

/* "unhu" on the keys of a telephone: below the ports that systems hand out by themselves (from
 * 32768), above those that need root (to 1023), and none that a common tool uses. The page
 * installed in a browser belongs to it, so it stays. */
enum { UH_WEB_PORT = 8648 };

/* The socket that systemd hands over (sd_listen_fds(3)), already listening on 127.0.0.1.
 * UH_ERR_EMPTY: none was. UH_ERR_STATE: it is another kind of socket. */
UH_MUST_USE uh_status uh_listen_inherited(int *ret_socket, uint16_t *ret_port);

/* Listens on 127.0.0.1. UH_ERR_STATE: see errno; EADDRINUSE: somebody else does. */
UH_MUST_USE uh_status uh_listen_open(uint16_t port, int *ret_socket);

/* Takes the lock, as long as this process lives. UH_ERR_STATE: another process has it.
 * UH_ERR_UNKNOWN: there is no file for it, see errno. */
UH_MUST_USE uh_status uh_listen_lock(const char *path);

/* Has another process the lock? */
bool uh_listen_is_locked(const char *path);

/* Asks whoever listens there for anything at all, so that systemd starts ours, and waits until it
 * answers; at most two seconds. */
void uh_listen_wake(uint16_t port);

#endif
