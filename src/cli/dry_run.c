/* SPDX-License-Identifier: MIT */
#include "cli/dry_run.h"

#include "unhunch/own.h"
#include "unhunch/screen.h"

enum { TEXT_SIZE = 2048 };

/* Gives every event of the routine, in order, at the times of a session that begins at 0. */
static void walk(const uh_cli *cli, const uh_routine *routine,
                 void (*take)(void *to, const uh_session_event *event), void *to)
{
    uh_session session;
    const uh_status started = uh_session_start(
        &cli->catalogue, routine, uh_session_default_options(), (uh_boot_ms){0}, &session);
    UH_ASSERT(started == UH_OK);
    for (uh_boot_ms at = {0}; at.ms != UH_NEVER.ms; at = uh_session_deadline(&session)) {
        uh_session_event event;
        while (uh_session_next(&session, at, &event)) {
            take(to, &event);
        }
    }
}

typedef struct timetable {
    const uh_cli *cli;
    const uh_routine *routine;
    uh_json json;
} timetable;

static void print_event(void *to, const uh_session_event *event)
{
    const timetable *table = to;
    char line[TEXT_SIZE];
    if (uh_plain_line(table->cli->language, &table->cli->catalogue, table->routine, event, line,
                      sizeof line) > 0) {
        uh_out_text(table->cli->out, line);
        uh_out_text(table->cli->out, "\n");
    }
}

static void print_event_json(void *to, const uh_session_event *event)
{
    timetable *table = to;
    const uh_catalogue *catalogue = &table->cli->catalogue;
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, event->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, event->variant);
    char text[TEXT_SIZE];
    (void)uh_cue_fitting_text(uh_language_find("en"), catalogue, table->routine, event, text,
                              sizeof text);
    uh_json *json = &table->json;
    uh_json_object(json, NULL);
    uh_json_number(json, "at_ms", (int64_t)event->session_ms);
    uh_json_text(json, "kind", uh_event_kind_name(event->kind));
    uh_json_text(json, "phase", uh_phase_name(event->phase));
    uh_json_text(json, "exercise", uh_catalogue_text(catalogue, exercise->key));
    uh_json_text(json, "variant", uh_catalogue_text(catalogue, variant->key));
    uh_json_text(json, "side", uh_side_name(event->side));
    uh_json_number(json, "set", event->set);
    uh_json_number(json, "repetition", event->repetition);
    uh_json_text(json, "text", text);
    uh_json_end_object(json);
}

static uint64_t total_ms(const uh_cli *cli, const uh_routine *routine)
{
    return uh_timeline_total_ms(&cli->catalogue, routine);
}

void uh_dry_run_print(const uh_cli *cli, const uh_routine *routine)
{
    timetable table = {.cli = cli, .routine = routine};
    walk(cli, routine, print_event, &table);
    const uh_phrase total =
        uh_say1(UH_MSG_DRY_RUN_TOTAL, uh_duration((int64_t)total_ms(cli, routine)));
    uh_cli_print(cli, &total);
}

/* Each stretch once. */
static void print_therapists_json(uh_json *json, const uh_catalogue *catalogue,
                                  const uh_routine *routine)
{
    uh_json_list(json, "therapists");
    for (uint32_t i = 0; i < routine->count; i++) {
        const uint32_t index = routine->entries[i].exercise;
        const uh_exercise *exercise = uh_catalogue_exercise(catalogue, index);
        bool told = !uh_exercise_has_therapist(exercise);
        for (uint32_t j = 0; j < i; j++) {
            told = told || routine->entries[j].exercise == index;
        }
        if (!told) {
            uh_json_object(json, NULL);
            uh_json_text(json, "exercise", uh_catalogue_text(catalogue, exercise->key));
            uh_therapist_members_json(json, catalogue, &exercise->therapist);
            uh_json_end_object(json);
        }
    }
    uh_json_end_list(json);
}

void uh_dry_run_print_json(const uh_cli *cli, const uh_routine *routine)
{
    timetable table = {.cli = cli, .routine = routine, .json = uh_json_to(cli->out, true)};
    uh_json_object(&table.json, NULL);
    uh_json_number(&table.json, "duration_ms", (int64_t)total_ms(cli, routine));
    uh_json_list(&table.json, "events");
    walk(cli, routine, print_event_json, &table);
    uh_json_end_list(&table.json);
    print_therapists_json(&table.json, &cli->catalogue, routine);
    uh_json_end_object(&table.json);
}
