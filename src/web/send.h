/* SPDX-License-Identifier: MIT */
/* send.h: answers as the library sends them, each with the same fields against misuse. */
#ifndef UNHUNCH_WEB_SEND_H
#define UNHUNCH_WEB_SEND_H

#include <microhttpd.h>

#include "shell/page_files.h"
#include "web/web.h"

typedef struct uh_sent_to {
    bool is_person; /* at an address bar */
    bool is_script; /* of our page: what it reads is not opened */
} uh_sent_to;

/* Sends the response and frees it. `allowed`: methods of the path, for UH_PROBLEM_METHOD. A problem
 * is JSON, or one sentence where a person looks. */
enum MHD_Result uh_send(struct MHD_Connection *connection, const uh_web *web, uh_response *response,
                        uint32_t allowed, uh_sent_to to);

typedef struct uh_file_sent {
    bool takes_br;
    bool takes_gzip;
    bool is_known; /* the browser has it as it is */
} uh_file_sent;

/* A file of the page. MHD_NO: it cannot be opened; nothing was sent. */
enum MHD_Result uh_send_file(struct MHD_Connection *connection, const uh_page_files *files,
                             const uh_page_file *file, uh_file_sent how);

/* To another address; with a key, that the browser keeps from now on ("": none). */
enum MHD_Result uh_send_on(struct MHD_Connection *connection, unsigned status, const char *address,
                           const char *key);

#endif
