/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <stdlib.h>

#include "cli/cli.h"
#include "host/terminal.h"
#include "unhunch/figure_show.h"

enum { WORDS_MAX = 256 };

typedef struct show_options {
    bool json;
    bool figure;
} show_options;

static const show_options defaults = {0};
static const uh_option options[] = {
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(show_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
    {.name = "figure", .offset = offsetof(show_options, figure), .help = UH_MSG_SHOW_FIGURE},
};

/* Why a stretch answers to a name that it does not have: talk, not data. */
static void tell_alias(const uh_cli *cli, uint32_t exercise, const char *words)
{
    const uh_alias *alias = uh_words_alias(cli->language, &cli->catalogue,
                                           uh_catalogue_exercise(&cli->catalogue, exercise), words);
    if (alias && alias->note) {
        uh_phrase phrase = uh_say1(UH_MSG_CLI_ALIAS, uh_catalogue_argument(alias->note));
        uh_cli_tell(cli, &phrase);
    }
}

/* Unasked only where it is sure to be seen as it is meant. */
static bool wants_figure(const uh_cli *cli, const show_options *show)
{
    const uh_terminal_look look = uh_terminal_look_from_environment();
    return show->figure || (uh_terminal_on_output() && look.utf8 && !look.few_glyphs &&
                            cli->width >= UH_PAGE_WIDTH);
}

static void show_page(const uh_cli *cli, const show_options *show, uint32_t exercise)
{
    const uh_page page = uh_cli_page(cli);
    uh_show_room *room = wants_figure(cli, show) ? malloc(sizeof *room) : NULL;
    uh_show_exercise(&page, exercise, room);
    free(room);
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const show_options *show = chosen;
    char joined[WORDS_MAX];
    uint32_t exercise = 0;
    uh_join_words(count, words, joined, sizeof joined);
    int code = uh_cli_find_exercise(cli, joined, &exercise);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (show->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_show_exercise_json(&json, &cli->catalogue, exercise);
    } else {
        tell_alias(cli, exercise, joined);
        show_page(cli, show, exercise);
    }
    return UH_EXIT_DONE;
}

const uh_command uh_command_show = {
    .name = "show",
    .summary = UH_MSG_SHOW_SUMMARY,
    .usage = UH_MSG_USAGE_NAME,
    .about = UH_MSG_SHOW_ABOUT,
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
