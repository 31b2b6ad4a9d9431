/* SPDX-License-Identifier: MIT */
#include "daemon/hooks.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "host/paths.h"

enum { VARIABLE_SIZE = 640, VARIABLES = 8, MS = 1000 };

typedef struct variables {
    char text[VARIABLES][VARIABLE_SIZE];
    const char *list[VARIABLES + 1];
} variables;

static void describe(const uh_schedule_event *event, const char *name, const char *stretch,
                     variables *ret_variables)
{
    char(*text)[VARIABLE_SIZE] = ret_variables->text;
    const bool is_break = event->kind == UH_SCHEDULE_BREAK || event->kind == UH_SCHEDULE_BACK;
    const char *pause = is_break ? uh_pause_kind_name(event->pause) : "";
    const char *why = event->kind == UH_SCHEDULE_WITHDRAW ? uh_withdraw_name(event->why) : "";
    char date[UH_DATE_TEXT_SIZE] = "";
    if (event->kind == UH_SCHEDULE_DAY) {
        uh_date_write(event->day.date, date);
    }
    const int64_t sitting_ms =
        event->kind == UH_SCHEDULE_DAY ? event->day.sitting_ms : event->sitting_ms;
    (void)snprintf(text[0], VARIABLE_SIZE, "UNHUNCH_EVENT=%s", name);
    (void)snprintf(text[1], VARIABLE_SIZE, "UNHUNCH_PROMPT=%s", uh_prompt_name(event->prompt));
    (void)snprintf(text[2], VARIABLE_SIZE, "UNHUNCH_STRETCH=%s", stretch);
    (void)snprintf(text[3], VARIABLE_SIZE, "UNHUNCH_SITTING_SECONDS=%" PRId64, sitting_ms / MS);
    (void)snprintf(text[4], VARIABLE_SIZE, "UNHUNCH_LENGTH_SECONDS=%" PRId64,
                   event->length_ms / MS);
    (void)snprintf(text[5], VARIABLE_SIZE, "UNHUNCH_PAUSE=%s", pause);
    (void)snprintf(text[6], VARIABLE_SIZE, "UNHUNCH_WHY=%s", why);
    (void)snprintf(text[7], VARIABLE_SIZE, "UNHUNCH_DAY=%s", date);
    for (uint32_t i = 0; i < VARIABLES; i++) {
        ret_variables->list[i] = text[i];
    }
    ret_variables->list[VARIABLES] = NULL;
}

static void on_end(void *user, int code, const char *output)
{
    (void)code;
    (void)output;
    *(uh_child **)user = NULL;
}

static void run(uh_hooks *hooks, uint32_t hook, const char *name, const uh_schedule_event *event,
                const char *stretch)
{
    char file[64];
    char path[UH_PATH_SIZE];
    variables told;
    (void)snprintf(file, sizeof file, "hooks/on-%s", name);
    if (uh_path(UH_FOLDER_CONFIG, file, path) != UH_OK || access(path, X_OK) != 0) {
        return;
    }
    if (hooks->running[hook] != NULL) {
        hooks->slow(hooks->user, path);
        return;
    }
    describe(event, name, stretch, &told);
    const char *const argv[] = {path, NULL};
    const uh_child_order order = {.argv = argv,
                                  .environment = told.list,
                                  .at_most_ms = UH_HOOK_MS,
                                  .ended = on_end,
                                  .user = (void *)&hooks->running[hook]};
    hooks->running[hook] = uh_child_start(hooks->loop, &order, NULL);
}

void uh_hooks_run(uh_hooks *hooks, const uh_schedule_event *event, const char *stretch)
{
    if (event->kind == UH_SCHEDULE_LOOK) {
        return; /* a question of ours, no news */
    }
    run(hooks, event->kind, uh_schedule_event_name(event->kind), event, stretch);
    if (event->kind == UH_SCHEDULE_BREAK && event->pause == UH_PAUSE_STRETCH) {
        run(hooks, UH_HOOK_DONE, "done", event, stretch);
    }
}

void uh_hooks_stop(uh_hooks *hooks)
{
    for (uint32_t i = 0; i < UH_HOOK_COUNT; i++) {
        uh_child_stop(hooks->running[i]);
        hooks->running[i] = NULL;
    }
}
