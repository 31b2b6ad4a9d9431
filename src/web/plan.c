/* SPDX-License-Identifier: MIT */
/* plan.c: what would be chosen, for a request in JSON: {"minutes", "context", "equipment", "micro",
 * "most"}, each of which may be left out. */
#include <jansson.h>

#include "unhunch/plan_edit.h"
#include "unhunch/plan_show.h"
#include "web/input.h"
#include "web/web.h"

enum { PLAN_MOST = 64 };

/* As uh_settings say where the request does not. */
typedef struct plan_input {
    uh_plan_request request;
    bool asks; /* for anything at all */
    bool has_equipment;
    uint32_t equipment;
} plan_input;

static bool read_minutes(const json_t *value, void *to)
{
    plan_input *input = to;
    input->asks = true;
    return uh_input_number(value, 1, UH_PLAN_MINUTES_MAX, &input->request.minutes);
}

static bool read_most(const json_t *value, void *to)
{
    plan_input *input = to;
    input->asks = true;
    return uh_input_number(value, 1, PLAN_MOST, &input->request.most);
}

static bool read_context(const json_t *value, void *to)
{
    plan_input *input = to;
    uint32_t context = 0;
    const bool known = uh_input_name(value, uh_context_name, &context);
    input->asks = true;
    input->request.context = (uh_context)context;
    return known;
}

static bool read_equipment(const json_t *value, void *to)
{
    plan_input *input = to;
    input->asks = true;
    input->has_equipment = true;
    return uh_input_names(value, uh_equipment_name, &input->equipment);
}

static bool read_micro(const json_t *value, void *to)
{
    plan_input *input = to;
    input->asks = input->asks || json_is_true(value);
    input->request.micro = json_is_true(value);
    return json_is_boolean(value);
}

static const uh_input_row rows[] = {
    {"minutes", read_minutes}, {"context", read_context}, {"equipment", read_equipment},
    {"micro", read_micro},     {"most", read_most},
};

void uh_web_plan(uh_web *web, const uh_request *request, uh_response *response)
{
    static uh_past past;
    static uh_plan plan;
    static uh_plan_workspace workspace; /* all of them too large for a stack */
    uh_store *store = uh_web_store(web, request, response);
    if (store == NULL) {
        return;
    }
    uh_past_look(&web->shell, request->now, store, (uh_out){NULL, NULL}, &past);
    plan_input input = {.request = {.context = uh_settings_context(&past.settings),
                                    .minutes = past.settings.minutes}};
    if (!uh_input_read(web, request, response, rows, UH_COUNT(rows), &input)) {
        return;
    }
    uh_person person = past.person;
    if (input.has_equipment) {
        person.equipment = input.equipment;
    }
    const uh_catalogue *catalogue = &web->shell.catalogue;
    const uh_status status =
        input.asks ? uh_plan_make(catalogue, &person, &past.screening, &past.history,
                                  &input.request, &workspace, &plan)
                   : uh_plan_make_unasked(catalogue, &person, &past.screening, &past.settings,
                                          &past.history, &input.request, &workspace, &plan);
    (void)status; /* a refusal is an answer: it stands in the plan */
    uh_json json = uh_web_json(response);
    uh_json_object(&json, NULL);
    uh_plan_show_json(&json, &web->shell.catalogue, &input.request, &plan);
    uh_json_end_object(&json);
}
