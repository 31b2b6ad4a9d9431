/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "unhunch/figure_show.h"
#include "unhunch/figure_text.h"

enum { WORDS_MAX = 256, TEXT_ROWS = 24, TEXT_COLUMNS = 48 };

typedef struct figure_options {
    bool svg;
    bool text;
    bool json;
    bool sheet;
    bool eased;
    bool inset;
    uint32_t side;
    uint32_t phase;
    uint32_t at; /* percent */
    uint32_t palette;
    const char *view;
    const char *variant;
    const char *pose;
} figure_options;

static const struct {
    const char *name;
    uh_phase phase;
} moments[] = {
    {"ready", UH_PHASE_GET_READY},
    {"move", UH_PHASE_MOVE},
    {"hold", UH_PHASE_HOLD},
    {"release", UH_PHASE_RELEASE},
};

static const char *moment_name(uint32_t value)
{
    return value < UH_COUNT(moments) ? moments[value].name : "";
}

static const char *palette_name(uint32_t value)
{
    return value < UH_PALETTE_COUNT ? uh_palette_name((uh_palette)value) : "";
}

enum { HOLD = 2 };

static const figure_options defaults = {.side = UH_SIDE_LEFT, .phase = HOLD, .at = 100};

#define FLAG(NAME, MEMBER, HELP)                                                                   \
    {                                                                                              \
        .name = (NAME), .offset = offsetof(figure_options, MEMBER), .help = (HELP)                 \
    }
/* What is written: one of them. */
#define FORM(NAME, MEMBER, HELP)                                                                   \
    {                                                                                              \
        .name = (NAME), .offset = offsetof(figure_options, MEMBER), .help = (HELP), .apart = 1     \
    }
#define CHOICE(NAME, MEMBER, NAMES, ARGUMENT, HELP)                                                \
    {                                                                                              \
        .name = (NAME), .kind = UH_OPTION_ENUM, .offset = offsetof(figure_options, MEMBER),        \
        .names = (NAMES), .argument = (ARGUMENT), .help = (HELP)                                   \
    }
#define WORD(NAME, MEMBER, ARGUMENT, HELP)                                                         \
    {                                                                                              \
        .name = (NAME), .kind = UH_OPTION_TEXT, .offset = offsetof(figure_options, MEMBER),        \
        .argument = (ARGUMENT), .help = (HELP)                                                     \
    }

static const uh_option options[] = {
    FORM("svg", svg, UH_MSG_FIGURE_SVG),
    FORM("text", text, UH_MSG_FIGURE_TEXT),
    FORM("json", json, UH_MSG_CLI_OPTION_JSON),
    FORM("sheet", sheet, UH_MSG_FIGURE_SHEET),
    CHOICE("side", side, uh_side_name, UH_MSG_FIGURE_SIDE_ARGUMENT, UH_MSG_FIGURE_SIDE),
    CHOICE("phase", phase, moment_name, UH_MSG_FIGURE_PHASE_ARGUMENT, UH_MSG_FIGURE_PHASE),
    {.name = "at",
     .kind = UH_OPTION_PERCENT,
     .offset = offsetof(figure_options, at),
     .argument = UH_MSG_FIGURE_AT_ARGUMENT,
     .help = UH_MSG_FIGURE_AT,
     .min = 0,
     .max = 100},
    WORD("pose", pose, UH_MSG_USAGE_NAME, UH_MSG_FIGURE_POSE),
    WORD("variant", variant, UH_MSG_USAGE_NAME, UH_MSG_FIGURE_VARIANT),
    WORD("view", view, UH_MSG_FIGURE_VIEW_ARGUMENT, UH_MSG_FIGURE_VIEW),
    FLAG("inset", inset, UH_MSG_FIGURE_INSET),
    FLAG("eased", eased, UH_MSG_FIGURE_EASED),
    CHOICE("palette", palette, palette_name, UH_MSG_FIGURE_PALETTE_ARGUMENT, UH_MSG_FIGURE_PALETTE),
};

static int refuse(const uh_cli *cli, uh_message message, const char *given)
{
    uh_phrase phrase = uh_say1(message, uh_literal(given));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

static int find_variant(const uh_cli *cli, const char *key, uh_motion_moment *moment)
{
    const uh_exercise *exercise = uh_catalogue_exercise(&cli->catalogue, moment->exercise);
    if (key &&
        uh_catalogue_find_variant(&cli->catalogue, exercise, key, &moment->variant) != UH_OK) {
        return refuse(cli, UH_MSG_FIGURE_NO_VARIANT, key);
    }
    return UH_EXIT_GO_ON;
}

/* -- poses -- */

typedef struct poses {
    const uh_catalogue *catalogue;
    const uh_motion_moment *moment;
} poses;

static const char *pose_at(const void *from, uint32_t index)
{
    const poses *of = from;
    return uh_motion_pose_name(of->catalogue, of->moment->exercise, of->moment->variant, index);
}

static int refuse_pose(const uh_cli *cli, const poses *of, uint32_t count)
{
    const uh_argument option = uh_literal("--pose");
    const uh_argument typed = uh_literal(of->moment->pose);
    const char *near = uh_nearest_name(of->moment->pose, pose_at, of, count);
    char all[WORDS_MAX];
    uh_buffer text = {all, sizeof all, 0};
    const uh_out out = uh_out_to_buffer(&text);
    for (uint32_t i = 0; i < count; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, pose_at(of, i));
    }
    const uh_phrase phrase =
        near != NULL ? uh_say3(UH_MSG_CLI_OPTION_CHOICE_HINT, option, typed, uh_literal(near))
                     : uh_say3(UH_MSG_CLI_OPTION_CHOICE, option, typed, uh_literal(all));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

static int check_pose(const uh_cli *cli, const uh_motion_moment *moment)
{
    const poses of = {&cli->catalogue, moment};
    uint32_t count = 0;
    for (; moment->pose != NULL && pose_at(&of, count)[0] != '\0'; count++) {
        if (strcmp(pose_at(&of, count), moment->pose) == 0) {
            return UH_EXIT_GO_ON;
        }
    }
    return moment->pose == NULL ? UH_EXIT_GO_ON : refuse_pose(cli, &of, count);
}

/* "90,5": yaw and pitch. */
static int read_view(const uh_cli *cli, const char *view, uh_shot *shot)
{
    char *end;
    const double yaw_deg = strtod(view, &end);
    if (end == view || *end != ',' || yaw_deg < -360.0 || yaw_deg > 360.0) {
        return refuse(cli, UH_MSG_FIGURE_BAD_VIEW, view);
    }
    const char *second = end + 1;
    const double pitch_deg = strtod(second, &end);
    if (end == second || *end != '\0' || pitch_deg < -90.0 || pitch_deg > 90.0) {
        return refuse(cli, UH_MSG_FIGURE_BAD_VIEW, view);
    }
    shot->yaw_deg = yaw_deg;
    shot->pitch_deg = pitch_deg;
    return UH_EXIT_GO_ON;
}

/* -- what is written -- */

static void write_svg(const uh_cli *cli, const figure_options *figure, const char *title,
                      const uh_drawing *drawing)
{
    uh_svg_options how = {.palette = (uh_palette)figure->palette,
                          .height_px = 600.0,
                          .page = true,
                          .round = true,
                          .title = title};
    uh_svg_write(drawing, &how, cli->out);
    uh_out_text(cli->out, "\n");
}

static void write_utf8(uh_out out, uint32_t codepoint)
{
    char bytes[3] = {(char)(0xe0 | codepoint >> 12), (char)(0x80 | (codepoint >> 6 & 63)),
                     (char)(0x80 | (codepoint & 63))};
    if (codepoint < 128) {
        bytes[0] = (char)codepoint;
        uh_out_bytes(out, bytes, 1);
    } else {
        uh_out_bytes(out, bytes, 3);
    }
}

typedef struct text_room {
    uh_raster raster;
    uh_figure_cell cell[TEXT_ROWS * TEXT_COLUMNS];
} text_room;

static bool write_text(const uh_cli *cli, const uh_drawing *drawing)
{
    text_room *room = malloc(sizeof *room);
    if (!room) {
        return false;
    }
    uh_figure_text(drawing, UH_TEXT_BRAILLE, TEXT_COLUMNS, TEXT_ROWS, &room->raster, room->cell);
    for (int row = 0; row < TEXT_ROWS; row++) {
        int last = TEXT_COLUMNS;
        while (last > 0 && room->cell[row * TEXT_COLUMNS + last - 1].codepoint == ' ') {
            last--;
        }
        for (int column = 0; column < last; column++) {
            write_utf8(cli->out, room->cell[row * TEXT_COLUMNS + column].codepoint);
        }
        uh_out_text(cli->out, "\n");
    }
    free(room);
    return true;
}

static int write_sheet(const uh_cli *cli, const figure_options *figure,
                       const uh_motion_moment *moment, uh_sheet_room *room)
{
    uh_svg_options how = {.palette = (uh_palette)figure->palette, .page = true};
    uh_show_sheet(&cli->catalogue, moment, UH_BODY_STATURE_M, &how, room, cli->out);
    return UH_EXIT_DONE;
}

static int refuse_figure(const uh_cli *cli)
{
    const uh_phrase phrase = uh_say(UH_MSG_NO_FIGURE);
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_FAILED;
}

static int write_figure(const uh_cli *cli, const figure_options *figure,
                        const uh_motion_moment *moment, uh_sheet_room *room)
{
    if (figure->sheet) {
        return write_sheet(cli, figure, moment, room);
    }
    uh_motion_still(&cli->catalogue, moment, UH_BODY_STATURE_M, &room->frame);
    if (figure->view) {
        int code = read_view(cli, figure->view,
                             figure->inset && room->frame.has_inset ? &room->frame.inset
                                                                    : &room->frame.shot);
        if (code != UH_EXIT_GO_ON) {
            return code;
        }
    }
    uh_scene scene = uh_motion_scene(&room->frame, figure->inset, 1.0);
    uh_figure_draw(&scene, &room->drawing);
    if (figure->json) {
        uh_json json = uh_json_to(cli->out, false);
        uh_show_figure_json(&json, &room->frame, &room->drawing);
        return UH_EXIT_DONE;
    }
    if (figure->svg) {
        const uh_exercise *exercise = uh_catalogue_exercise(&cli->catalogue, moment->exercise);
        write_svg(cli, figure, uh_catalogue_text(&cli->catalogue, exercise->name), &room->drawing);
        return UH_EXIT_DONE;
    }
    return write_text(cli, &room->drawing) ? UH_EXIT_DONE : UH_EXIT_FAILED;
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const figure_options *figure = chosen;
    char joined[WORDS_MAX];
    uh_motion_moment moment = {.side = (uh_side)figure->side,
                               .phase = moments[figure->phase].phase,
                               .pose = figure->pose,
                               .eased = figure->eased,
                               .progress = figure->at * 0.01};
    uh_join_words(count, words, joined, sizeof joined);
    int code = uh_cli_find_exercise(cli, joined, &moment.exercise);
    code = code == UH_EXIT_GO_ON ? find_variant(cli, figure->variant, &moment) : code;
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (!uh_motion_known(&cli->catalogue, moment.exercise, moment.variant)) {
        return refuse_figure(cli);
    }
    code = check_pose(cli, &moment);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    uh_sheet_room *room = malloc(sizeof *room);
    if (!room) {
        return UH_EXIT_FAILED;
    }
    code = write_figure(cli, figure, &moment, room);
    free(room);
    return code;
}

const uh_command uh_command_figure = {
    .name = "figure",
    .summary = UH_MSG_FIGURE_SUMMARY,
    .usage = UH_MSG_USAGE_NAME,
    .about = UH_MSG_FIGURE_ABOUT,
    .words = UH_WORDS_STRETCHES,
    .words_min = 1,
    .words_max = UINT32_MAX,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
