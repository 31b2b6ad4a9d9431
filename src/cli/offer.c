/* SPDX-License-Identifier: MIT */
/* offer.c: what unhunchd wants to know and what it has seen, so that it need not open the database:
 * settings, the stretch that would be offered now and its picture; breaks. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/desk.h"
#include "cli/request.h"
#include "host/clock.h"
#include "host/files.h"
#include "unhunch/figure_show.h"
#include "unhunch/routine.h"

enum { PICTURE_SIZE = 256 * 1024, SECOND_MS = 1000 };

static void line(const uh_cli *cli, const char *name, const char *value)
{
    uh_out_text(cli->out, name);
    uh_out_text(cli->out, "=");
    uh_out_text(cli->out, value);
    uh_out_text(cli->out, "\n");
}

static void number_line(const uh_cli *cli, const char *name, int64_t value)
{
    uh_out_text(cli->out, name);
    uh_out_text(cli->out, "=");
    uh_out_number(cli->out, value);
    uh_out_text(cli->out, "\n");
}

static void text_line(const uh_cli *cli, const char *name, uh_text text)
{
    char words[UH_PAGE_TEXT_MAX];
    (void)uh_words_text(cli->language, &cli->catalogue, text, words, sizeof words);
    line(cli, name, words);
}

/* -- the picture -- */

static uh_motion_moment reached(const uh_catalogue *catalogue, const uh_routine_entry *entry)
{
    const uh_motion_moment form = {
        .exercise = entry->exercise, .variant = entry->variant, .side = UH_SIDE_LEFT};
    uh_motion_moment moments[UH_KEY_MOMENTS_MAX];
    const uint32_t count = uh_key_moments(catalogue, &form, moments);
    return moments[count > 1 ? 1 : 0];
}

/* A notification is looked at for a second: one pose, on a ground of its own. */
static bool draw(const uh_cli *cli, const uh_routine_entry *entry, const char *path, char *bytes,
                 uh_show_room *room)
{
    uh_buffer text = {bytes, PICTURE_SIZE, 0};
    const uh_svg_options how = {
        .palette = UH_PALETTE_LIGHT, .height_px = 256.0, .page = true, .round = true, .title = ""};
    const uh_motion_moment moment = reached(&cli->catalogue, entry);
    uh_motion_still(&cli->catalogue, &moment, UH_BODY_STATURE_M, &room->frame);
    const uh_scene scene = uh_motion_scene(&room->frame, false, 1.0);
    uh_figure_draw(&scene, &room->drawing);
    uh_svg_write(&room->drawing, &how, uh_out_to_buffer(&text));
    return text.length < PICTURE_SIZE && uh_file_replace(path, bytes, text.length) == UH_OK;
}

static void picture_line(const uh_cli *cli, const uh_routine_entry *entry, const char *path)
{
    uh_show_room *room = malloc(sizeof *room);
    char *bytes = malloc(PICTURE_SIZE);
    if (room != NULL && bytes != NULL &&
        uh_motion_known(&cli->catalogue, entry->exercise, entry->variant) &&
        draw(cli, entry, path, bytes, room)) {
        line(cli, "offer.picture", path);
    }
    free(bytes);
    free(room);
}

/* -- the stretch -- */

static void step_lines(const uh_cli *cli, const uh_routine_entry *entry)
{
    const uh_exercise *exercise = uh_catalogue_exercise(&cli->catalogue, entry->exercise);
    const uint32_t count = uh_exercise_step_count(&cli->catalogue, exercise, entry->variant);
    for (uint32_t i = 0; i < count; i++) {
        text_line(cli, "offer.step",
                  uh_exercise_step(&cli->catalogue, exercise, entry->variant, i)->text);
    }
}

static void offer_stretch(const uh_cli *cli, const uh_past *past, const char *picture)
{
    const uh_request request = {
        .context = UH_CONTEXT_DESK, .level = UH_REQUEST_NO_LEVEL, .micro = true};
    uh_plan plan;
    if (uh_request_plan(cli, &request, past, &plan) != UH_OK) {
        return;
    }
    const uh_routine_entry *entry = &plan.routine.entries[0];
    const uh_exercise *exercise = uh_catalogue_exercise(&cli->catalogue, entry->exercise);
    line(cli, "offer.stretch", uh_catalogue_text(&cli->catalogue, exercise->key));
    text_line(cli, "offer.name", exercise->name);
    number_line(cli, "offer.seconds", (plan.duration_ms + SECOND_MS / 2) / SECOND_MS);
    step_lines(cli, entry);
    if (picture != NULL) {
        picture_line(cli, entry, picture);
    }
}

static void offer_session(const uh_cli *cli, const uh_past *past)
{
    const uh_request request = {.context = UH_CONTEXT_DESK, .level = UH_REQUEST_NO_LEVEL};
    uh_plan plan;
    if (uh_request_plan(cli, &request, past, &plan) == UH_OK) {
        number_line(cli, "offer.long-minutes", past->settings.minutes);
    }
}

/* Whoever is to see somebody first, or has had too much today, is not offered stretches. */
static bool is_gentle(const uh_past *past)
{
    const uint32_t offers = uh_outcome_of(&past->answers, past->now.day).offers;
    return uh_is_gentle(&past->person, &past->screening) || past->screening.sore_today ||
           (offers & 1U << UH_OFFER_STRETCHES) == 0;
}

int uh_desk_offer(uh_cli *cli, const char *picture)
{
    uh_past past;
    char value[UH_SETTING_VALUE_SIZE];
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        (void)uh_settings_text(&past.settings, setting, value);
        line(cli, uh_setting_row_of(setting)->name, value);
    }
    line(cli, "gentle", is_gentle(&past) ? "yes" : "no");
    offer_stretch(cli, &past, picture);
    offer_session(cli, &past);
    uh_cli_close_past(&past);
    return UH_EXIT_DONE;
}

/* -- breaks -- */

/* A number and what ends it. */
static bool read_number(const char **text, char end, int64_t *ret_number)
{
    char *rest = NULL;
    errno = 0;
    *ret_number = strtoll(*text, &rest, 10);
    const bool good = errno == 0 && rest != *text && *rest == end;
    *text = rest + (good && end != '\0');
    return good;
}

static bool read_kind(const char **text, uint32_t *ret_kind)
{
    const size_t length = strcspn(*text, ",");
    for (uint32_t kind = 0; uh_break_kind_name(kind)[0] != '\0'; kind++) {
        const char *name = uh_break_kind_name(kind);
        if (strlen(name) == length && strncmp(name, *text, length) == 0 && (*text)[length] == ',') {
            *text += length + 1;
            *ret_kind = kind;
            return true;
        }
    }
    return false;
}

static bool read_seen(const char *seen, uh_break_fact *pause)
{
    int64_t began_ms = 0;
    if (!read_kind(&seen, &pause->kind) || !read_number(&seen, ',', &began_ms) ||
        !read_number(&seen, '\0', &pause->length_ms) || pause->length_ms < 0) {
        return false;
    }
    pause->began = uh_moment_at((uh_unix_ms){began_ms}, uh_clock_offset_s((uh_unix_ms){began_ms}));
    return true;
}

int uh_desk_remember(uh_cli *cli, const char *seen)
{
    uh_fact fact = {.kind = UH_FACT_BREAK};
    uh_past past;
    if (!read_seen(seen, &fact.is.pause)) {
        const uh_phrase phrase = uh_say3(UH_MSG_BREAK_BAD_CHOICE, uh_literal("--seen"),
                                         uh_literal(seen), uh_literal("KIND,MS,MS"));
        uh_cli_complain(cli, &phrase);
        return UH_EXIT_USAGE;
    }
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    fact.changed = past.now.at;
    uh_past_name(&past, fact.is.pause.id);
    const bool kept = uh_past_keep(cli, &past, &fact);
    uh_cli_close_past(&past);
    return kept ? UH_EXIT_DONE : UH_EXIT_FAILED;
}
