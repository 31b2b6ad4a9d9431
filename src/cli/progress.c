/* SPDX-License-Identifier: MIT */
#include "unhunch/progress.h"

#include <stddef.h>

#include "cli/cli.h"
#include "host/terminal.h"
#include "shell/past.h"
#include "unhunch/progress_show.h"

typedef struct progress_options {
    uint32_t days;
    bool json;
    bool svg;
    uint32_t palette;
} progress_options;

static const char *palette_name(uint32_t value)
{
    return value < UH_PALETTE_COUNT ? uh_palette_name((uh_palette)value) : "";
}

static const progress_options defaults = {.days = UH_PROGRESS_DAYS};
static const uh_option options[] = {
    {.name = "days",
     .letter = 'd',
     .kind = UH_OPTION_NUMBER,
     .offset = offsetof(progress_options, days),
     .argument = UH_MSG_OPTION_N,
     .help = UH_MSG_PROGRESS_OPTION_DAYS,
     .min = UH_PROGRESS_DAYS_LEAST,
     .max = UH_HISTORY_DAYS},
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(progress_options, json),
     .help = UH_MSG_CLI_OPTION_JSON,
     .apart = 1},
    {.name = "svg",
     .offset = offsetof(progress_options, svg),
     .help = UH_MSG_FIGURE_SVG,
     .apart = 1},
    {.name = "palette",
     .kind = UH_OPTION_ENUM,
     .offset = offsetof(progress_options, palette),
     .argument = UH_MSG_FIGURE_PALETTE_ARGUMENT,
     .help = UH_MSG_FIGURE_PALETTE,
     .names = palette_name},
};

static void write(const uh_cli *cli, const progress_options *chosen, const uh_progress *progress)
{
    const uh_page page = uh_cli_page(cli);
    if (chosen->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_show_progress_json(&json, &cli->catalogue, progress);
    } else if (chosen->svg) {
        uh_show_progress_svg(&page, progress, (uh_palette)chosen->palette, false);
    } else {
        const uh_terminal_look look = uh_terminal_look_from_environment();
        uh_show_progress(&page, progress, !look.utf8 || look.few_glyphs);
    }
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    (void)count;
    (void)words;
    const progress_options *chosen = values;
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    uh_past_look_back(cli, &past, chosen->days);
    uh_date last;
    if (uh_past_find_earlier(&past, UH_PAST_COUNTED,
                             uh_date_add(past.now.day, 1 - (int32_t)chosen->days), &last)) {
        uh_history_know_earlier(&past.history, last);
    }
    uh_progress progress;
    uh_progress_look(&past.history, chosen->days,
                     uh_settings_goal_days(&past.settings, &past.screening), &progress);
    write(cli, chosen, &progress);
    uh_cli_close_past(&past);
    return UH_EXIT_DONE;
}

const uh_command uh_command_progress = {
    .name = "progress",
    .summary = UH_MSG_PROGRESS_SUMMARY,
    .usage = UH_MSG_USAGE_NOTHING,
    .about = UH_MSG_PROGRESS_ABOUT,
    .words = UH_WORDS_NONE,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
