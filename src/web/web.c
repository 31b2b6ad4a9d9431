/* SPDX-License-Identifier: MIT */
#include "web/web.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "host/clock.h"
#include "unhunch/binder.h"

static uh_web_route *const routes[UH_ROUTE_COUNT] = {
    [UH_ROUTE_HELLO] = uh_web_hello,
    [UH_ROUTE_FACTS] = uh_web_facts,
    [UH_ROUTE_FACTS_POST] = uh_web_facts_post,
    [UH_ROUTE_FACT_DELETE] = uh_web_delete,
    [UH_ROUTE_SESSION_PUT] = uh_web_session_put,
    [UH_ROUTE_SESSION_DELETE] = uh_web_delete,
    [UH_ROUTE_TODAY] = uh_web_today,
    [UH_ROUTE_PLAN] = uh_web_plan,
    [UH_ROUTE_PROGRESS] = uh_web_progress,
    [UH_ROUTE_PROFILE] = uh_web_profile,
    [UH_ROUTE_SCREENING] = uh_web_screening,
    [UH_ROUTE_CATALOGUE] = uh_web_catalogue,
    [UH_ROUTE_ADVICE] = uh_web_advice,
    [UH_ROUTE_TOPIC] = uh_web_topic,
    [UH_ROUTE_EXPORT] = uh_web_export,
    [UH_ROUTE_IMPORT] = uh_web_import,
    [UH_ROUTE_PURGE] = uh_web_purge,
};

bool uh_web_open(uh_web *web)
{
    uh_own_files own;
    if (!uh_shell_open_catalogue(&web->shell, web->shell.err, &own)) {
        return false;
    }
    if (uh_catalogue_pack(&web->shell.catalogue, &web->packed, &web->packed_size) != UH_OK) {
        const uh_phrase phrase = uh_say(UH_MSG_CLI_NO_MEMORY);
        uh_shell_complain(&web->shell, &phrase);
        uh_shell_close_catalogue(&web->shell);
        return false;
    }
    char hash[UH_KEY_SIZE];
    uh_hash_bytes(web->packed, web->packed_size, hash);
    uh_page_tag(hash, web->catalogue_tag);
    return true;
}

void uh_web_close(uh_web *web)
{
    uh_store_close(web->store);
    web->store = NULL;
    free(web->packed);
    web->packed = NULL;
    uh_shell_close_catalogue(&web->shell);
}

uh_boot_ms uh_web_rest(uh_web *web, uh_boot_ms now)
{
    if (web->store == NULL) {
        return UH_NEVER;
    }
    const uh_boot_ms until = {web->store_used.ms + UH_WEB_STORE_MS};
    if (now.ms < until.ms) {
        return until;
    }
    uh_store_close(web->store);
    web->store = NULL;
    return UH_NEVER;
}

uh_store *uh_web_store(uh_web *web, const uh_request *request, uh_response *response)
{
    web->store_used = uh_clock_boot();
    if (web->store != NULL) {
        return web->store;
    }
    uh_store_report report;
    if (uh_past_open_store(request->now.at, &report, &web->store) != UH_OK) {
        web->store = NULL;
        uh_web_refuse(web, response, UH_PROBLEM_FAILED, NULL);
        return NULL;
    }
    uh_past_say_trouble(&web->shell, &report, false);
    return web->store;
}

void uh_web_refuse(const uh_web *web, uh_response *response, uh_problem problem,
                   const uh_phrase *detail)
{
    response->problem = problem;
    if (detail != NULL) {
        (void)uh_words(web->shell.language, &web->shell.catalogue, detail, response->detail,
                       sizeof response->detail);
        (void)uh_shell_harmless(response->detail);
    }
}

uh_json uh_web_json(uh_response *response)
{
    response->media = "application/json";
    return uh_json_to(uh_out_to_bytes(&response->body), false);
}

void uh_response_free(uh_response *response)
{
    uh_bytes_free(&response->body);
    if (response->fd >= 0) {
        (void)close(response->fd);
        response->fd = -1;
    }
}

void uh_web_answer(uh_web *web, const uh_request *request, uh_response *response)
{
    UH_ASSERT(request->match->route > UH_ROUTE_FILE && request->match->route < UH_ROUTE_COUNT);
    routes[request->match->route](web, request, response);
    if (response->body.failed) {
        uh_web_refuse(web, response, UH_PROBLEM_FAILED, NULL);
    }
}
