/* SPDX-License-Identifier: MIT */
/* play.c SCRIPT: plays the sessions of a script and prints each event and answer, views bit by bit,
 * and the hash after each line; play.mjs does the same through the door. */
#include "core/builtin.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static uh_catalogue catalogue;
static uh_person person;
static uh_routine routine;
static uh_session session;

static void print_record(void)
{
    const uh_set_record *of = uh_session_record(&session);
    (void)printf("  record %u %u %u %u %u %u %u %u %u %u %" PRIu64 " %" PRId64 " %" PRId64
                 " %u %u %u %u %u\n",
                 of->entry, of->exercise, of->variant, of->set, of->side, of->attempt,
                 of->planned_hold_ms, of->planned_repetitions, of->actual_hold_ms,
                 of->actual_repetitions, of->duration_ms, of->began.ms, of->ended.ms, of->end,
                 of->reason, of->eased, of->uneven, of->simulated);
}

static void print_event(const uh_session_event *of)
{
    (void)printf("  %s %" PRId64 " %" PRIu64 " %s %u %u %u %u %u %u %u %u %u %u %u %u %u %u\n",
                 uh_event_kind_name(of->kind), of->at.ms, of->session_ms, uh_phase_name(of->phase),
                 of->entry, of->exercise, of->variant, of->set, of->side, of->repetition, of->part,
                 of->length_ms, of->cue, of->window_ms, of->count, of->breath, of->milestone,
                 of->reason);
    if (of->kind == UH_EVENT_RECORD) {
        print_record();
    }
}

static void take_until(int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(&session, (uh_boot_ms){ms}, &event)) {
        print_event(&event);
    }
}

static uint64_t bits_of(double real)
{
    uint64_t bits = 0;
    memcpy(&bits, &real, sizeof(bits));
    return bits;
}

static int look(int64_t ms)
{
    uh_session_view view = uh_session_look(&session, (uh_boot_ms){ms});
    const double reals[] = {view.breath_progress, view.guide_fill, view.phase_progress,
                            view.session_progress};
    (void)printf("  view %u %u %u %u %u", view.state, view.phase, view.phase_elapsed_ms, view.step,
                 view.next_exercise);
    for (size_t i = 0; i < UH_COUNT(reals); i++) {
        (void)printf(" %016" PRIx64, bits_of(reals[i]));
    }
    (void)printf("\n");
    return UH_OK;
}

static int obey(const char *command, int64_t argument, int64_t ms)
{
    static const struct {
        const char *name;
        uh_status (*press)(uh_session *session, uh_boot_ms now);
    } commands[] = {
        {"ready", uh_session_ready},    {"pause", uh_session_pause},
        {"resume", uh_session_resume},  {"ease", uh_session_ease},
        {"undo", uh_session_undo_stop}, {"back", uh_session_back},
        {"repeat", uh_session_repeat},  {"more", uh_session_more},
        {"less", uh_session_less},      {"end", uh_session_end},
        {"close", uh_session_close},
    };
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        if (strcmp(commands[i].name, command) == 0) {
            return commands[i].press(&session, (uh_boot_ms){ms});
        }
    }
    if (strcmp(command, "stop") == 0) {
        return uh_session_stop(&session, (uh_stop_reason)argument, (uh_boot_ms){ms});
    }
    if (strcmp(command, "skip") == 0) {
        return uh_session_skip(&session, (uh_skip_reason)argument, (uh_boot_ms){ms});
    }
    if (strcmp(command, "interrupt") == 0) {
        return uh_session_interrupt(&session, (uh_boot_ms){argument});
    }
    return look(ms);
}

static void start(const char *key, uint32_t speed_percent, int64_t ms)
{
    uh_screening screening = {0};
    uint32_t recipe = 0;
    uh_session_options options = uh_session_options_for(&person, &screening);
    options.speed_percent = speed_percent;
    if (uh_catalogue_find_recipe(&catalogue, key, &recipe) != UH_OK ||
        uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, recipe, &routine) !=
            UH_OK ||
        uh_session_start(&catalogue, &routine, options, (uh_boot_ms){ms}, &session) != UH_OK) {
        abort();
    }
    (void)printf("routine %s: %" PRIu64 " ms\n", key, uh_timeline_total_ms(&catalogue, &routine));
}

/* Of an interrupt, the argument is the moment that counts. */
static void play_line(const char *line)
{
    char word[32] = "";
    int64_t ms = 0;
    int64_t argument = 0;
    uint32_t speed_percent = 0;
    if (sscanf(line, "routine %31s %" SCNu32 " %" SCNd64, word, &speed_percent, &ms) == 3) {
        start(word, speed_percent, ms);
    } else if (sscanf(line, "%" SCNd64 " %31s %" SCNd64, &ms, word, &argument) >= 2) {
        take_until(strcmp(word, "interrupt") == 0 ? argument : ms);
        (void)printf("%" PRId64 " %s %d\n", ms, word, obey(word, argument, ms));
    } else {
        return;
    }
    (void)printf("  hash %016" PRIx64 "\n", uh_session_hash(&session));
}

int main(int argc, char **argv)
{
    FILE *script = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!script) {
        return 2;
    }
    catalogue = builtin_catalogue();
    person = well_equipped_person();
    char line[256];
    while (fgets(line, sizeof(line), script)) {
        play_line(line);
    }
    (void)fclose(script);
    return 0;
}
