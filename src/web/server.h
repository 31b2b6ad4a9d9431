/* SPDX-License-Identifier: MIT */
/* server.h: HTTP on a socket, by libmicrohttpd. What it may answer is decided in gate.h, what it
 * answers in web.h and page_files.h. */
#ifndef UNHUNCH_WEB_SERVER_H
#define UNHUNCH_WEB_SERVER_H

#include "shell/page_files.h"
#include "web/keys.h"
#include "web/web.h"

/* What it serves. All is the caller's. */
typedef struct uh_served {
    uh_web *web;
    const uh_page_files *files;
    uh_key_ring *keys;
    const char *tokens; /* the folder of keys.h */
    uint16_t port;
} uh_served;

typedef enum uh_served_end {
    UH_SERVED_QUIT, /* a signal came */
    UH_SERVED_IDLE, /* nobody asked for so long */
    UH_SERVED_FAILED
} uh_served_end;

/* Serves on a socket that listens (and takes it) until a signal comes, or nobody asked for
 * `idle_ms`; 0: for ever. */
uh_served_end uh_serve(const uh_served *served, int socket, int64_t idle_ms);

#endif
