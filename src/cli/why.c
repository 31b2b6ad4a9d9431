/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "cli/cli.h"

enum { WORDS_MAX = 256 };

typedef struct why_options {
    bool json;
} why_options;

static const why_options defaults = {0};
static const uh_option options[] = {
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(why_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
};

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const why_options *why = chosen;
    char joined[WORDS_MAX];
    uint32_t exercise = 0;
    uh_join_words(count, words, joined, sizeof joined);
    int code = uh_cli_find_exercise(cli, joined, &exercise);
    if (code != UH_EXIT_GO_ON) {
        return code;
    }
    if (why->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_show_why_json(&json, &cli->catalogue, exercise);
    } else {
        uh_page page = uh_cli_page(cli);
        uh_show_why(&page, exercise);
    }
    return UH_EXIT_DONE;
}

const uh_command uh_command_why = {
    .name = "why",
    .summary = UH_MSG_WHY_SUMMARY,
    .usage = UH_MSG_USAGE_NAME,
    .about = UH_MSG_WHY_ABOUT,
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
