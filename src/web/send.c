/* SPDX-License-Identifier: MIT */
#include "web/send.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "web/keys.h"

/* Nothing from elsewhere, nothing inline, nobody round us. */
enum sent_as { OPENED, RUN, SENT_ON, PART, KNOWN };

static const struct {
    const char *name;
    const char *value;
    enum sent_as first; /* about what is sent otherwise the field says nothing */
    enum sent_as last;
} guards[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
     "img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
     OPENED, OPENED},
    {"Content-Security-Policy", "default-src 'none'; connect-src 'self'", RUN, RUN},
    {"X-Content-Type-Options", "nosniff", OPENED, PART},
    {"X-Frame-Options", "DENY", OPENED, OPENED},
    {"Referrer-Policy", "no-referrer", OPENED, SENT_ON},
    {"Cross-Origin-Opener-Policy", "same-origin", OPENED, OPENED},
    {"Cross-Origin-Resource-Policy", "same-origin", OPENED, PART},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()", OPENED,
     OPENED},
};

static void add(struct MHD_Response *to, const char *name, const char *value)
{
    (void)MHD_add_response_header(to, name, value); /* without memory it is left out */
}

/* Queues it and lets it go. RUN: a worker, which has no window and only fetches; PART: it is
 * not opened or run by itself; KNOWN: who has it keeps the
 * guards that came with it. */
static enum MHD_Result queue(struct MHD_Connection *connection, unsigned status,
                             struct MHD_Response *sent, const char *cache, enum sent_as as)
{
    if (sent == NULL) {
        return MHD_NO;
    }
    for (size_t i = 0; i < UH_COUNT(guards); i++) {
        if (guards[i].first <= as && as <= guards[i].last) {
            add(sent, guards[i].name, guards[i].value);
        }
    }
    add(sent, MHD_HTTP_HEADER_CACHE_CONTROL, cache);
    const enum MHD_Result queued = MHD_queue_response(connection, status, sent);
    MHD_destroy_response(sent);
    return queued;
}

static struct MHD_Response *empty(void)
{
    static char nothing[1];
    return MHD_create_response_from_buffer(0, nothing, MHD_RESPMEM_PERSISTENT);
}

/* -- problems -- */

static void write_text(const uh_web *web, uh_response *response)
{
    char words[UH_WEB_DETAIL_SIZE];
    const uh_phrase title = uh_say(uh_problem_row_of(response->problem)->title);
    const uh_out out = uh_out_to_bytes(&response->body);
    (void)uh_words(web->shell.language, NULL, &title, words, sizeof words);
    uh_out_text(out, words);
    uh_out_text(out, "\n");
    response->media = "text/plain; charset=utf-8";
}

static void write_json(const uh_web *web, uh_response *response)
{
    uh_json json = uh_json_to(uh_out_to_bytes(&response->body), false);
    uh_problem_json(&json, web->shell.language, response->problem, response->detail, response->line,
                    response->column);
    response->media = "application/problem+json";
}

/* Whatever was written before is not the answer. */
static void write_problem(const uh_web *web, uh_response *response, bool as_text)
{
    uh_response_free(response);
    response->tag = NULL;
    response->name = NULL;
    response->status = uh_problem_row_of(response->problem)->status;
    if (as_text) {
        write_text(web, response);
    } else {
        write_json(web, response);
    }
}

static void add_allowed(struct MHD_Response *sent, uint32_t allowed)
{
    char methods[64] = "";
    size_t length = 0;
    for (uint32_t method = 0; method < UH_METHOD_COUNT; method++) {
        if ((allowed & 1U << method) != 0) {
            length += (size_t)snprintf(methods + length, sizeof methods - length, "%s%s",
                                       length > 0 ? ", " : "", uh_method_name(method));
        }
    }
    if (length > 0) {
        add(sent, MHD_HTTP_HEADER_ALLOW, methods);
    }
}

/* -- answers -- */

/* Body and file are the library's from here on. */
static struct MHD_Response *response_of(uh_response *response)
{
    struct MHD_Response *sent = NULL;
    if (response->fd >= 0) {
        sent = MHD_create_response_from_fd64(response->fd_length, response->fd);
        response->fd = sent != NULL ? -1 : response->fd;
    } else if (response->body.length > 0) {
        sent = MHD_create_response_from_buffer(response->body.length, response->body.at,
                                               MHD_RESPMEM_MUST_FREE);
        if (sent != NULL) {
            response->body = (uh_bytes){0};
        }
    } else {
        sent = empty();
    }
    return sent;
}

static void add_name(struct MHD_Response *sent, const char *name)
{
    char value[128];
    if (name != NULL) {
        (void)snprintf(value, sizeof value, "attachment; filename=\"%s\"", name);
        add(sent, MHD_HTTP_HEADER_CONTENT_DISPOSITION, value);
    }
}

enum MHD_Result uh_send(struct MHD_Connection *connection, const uh_web *web, uh_response *response,
                        uint32_t allowed, uh_sent_to to)
{
    if (response->problem != UH_PROBLEM_NONE) {
        write_problem(web, response, to.is_person);
    }
    struct MHD_Response *sent = response_of(response);
    uh_response_free(response);
    if (sent == NULL) {
        return MHD_NO;
    }
    if (response->media != NULL) {
        add(sent, MHD_HTTP_HEADER_CONTENT_TYPE, response->media);
    }
    if (response->tag != NULL) {
        add(sent, MHD_HTTP_HEADER_ETAG, response->tag);
    }
    if (response->problem == UH_PROBLEM_NOT_KEPT || response->problem == UH_PROBLEM_BUSY) {
        add(sent, MHD_HTTP_HEADER_RETRY_AFTER, "2");
    }
    add_name(sent, response->name);
    add_allowed(sent, allowed);
    return queue(connection, response->status != 0 ? response->status : MHD_HTTP_OK, sent,
                 response->tag != NULL ? "no-cache" : "no-store", to.is_script ? PART : OPENED);
}

/* -- files -- */

/* The smallest form that is taken. */
static const char *ending_for(const uh_page_file *file, uh_file_sent how, const char **ret_coding)
{
    if (file->has_br && how.takes_br) {
        *ret_coding = "br";
        return ".br";
    }
    if (file->has_gzip && how.takes_gzip) {
        *ret_coding = "gzip";
        return ".gz";
    }
    *ret_coding = NULL;
    return "";
}

/* The scripts of a page are under the page's guards. */
static enum sent_as sent_as(const char *name, const char *media)
{
    const bool is_worker = strcmp(name, "sw.js") == 0;
    return strncmp(media, "text/html", 9) == 0 ? OPENED : is_worker ? RUN : PART;
}

static struct MHD_Response *open_file(const char *path)
{
    struct stat what;
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0 || fstat(fd, &what) != 0 || !S_ISREG(what.st_mode)) {
        if (fd >= 0) {
            (void)close(fd);
        }
        return NULL;
    }
    struct MHD_Response *sent = MHD_create_response_from_fd64((uint64_t)what.st_size, fd);
    if (sent == NULL) {
        (void)close(fd);
    }
    return sent;
}

enum MHD_Result uh_send_file(struct MHD_Connection *connection, const uh_page_files *files,
                             const uh_page_file *file, uh_file_sent how)
{
    char path[UH_PATH_SIZE + UH_PAGE_NAME_SIZE + 8];
    const char *coding = NULL;
    const char *ending = ending_for(file, how, &coding);
    (void)snprintf(path, sizeof path, "%s/%s%s", files->folder, file->name, ending);
    struct MHD_Response *sent = how.is_known ? empty() : open_file(path);
    if (sent == NULL) {
        return MHD_NO;
    }
    const char *media = uh_page_media(file->name);
    char tag[UH_PAGE_TAG_SIZE + 2]; /* weak: one for every coding */
    (void)snprintf(tag, sizeof tag, "W/%s", file->tag);
    add(sent, MHD_HTTP_HEADER_ETAG, tag);
    add(sent, MHD_HTTP_HEADER_VARY, MHD_HTTP_HEADER_ACCEPT_ENCODING);
    if (!how.is_known) {
        add(sent, MHD_HTTP_HEADER_CONTENT_TYPE, media);
        if (coding != NULL) {
            add(sent, MHD_HTTP_HEADER_CONTENT_ENCODING, coding);
        }
    }
    return queue(connection, how.is_known ? MHD_HTTP_NOT_MODIFIED : MHD_HTTP_OK, sent, "no-cache",
                 how.is_known ? KNOWN : sent_as(file->name, media));
}

enum MHD_Result uh_send_on(struct MHD_Connection *connection, unsigned status, const char *address,
                           const char *key)
{
    char cookie[UH_KEY_SIZE + 128];
    struct MHD_Response *sent = empty();
    if (sent == NULL) {
        return MHD_NO;
    }
    add(sent, MHD_HTTP_HEADER_LOCATION, address);
    if (key[0] != '\0') {
        (void)snprintf(cookie, sizeof cookie,
                       UH_KEY_COOKIE "=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict", key,
                       UH_KEY_SECONDS);
        add(sent, MHD_HTTP_HEADER_SET_COOKIE, cookie);
    }
    return queue(connection, status, sent, "no-store", SENT_ON);
}
