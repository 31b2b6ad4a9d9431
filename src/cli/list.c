/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "cli/cli.h"

enum { WORDS_MAX = 256 };

typedef struct list_options {
    bool json;
    bool keys;
} list_options;

static const list_options defaults = {0};
static const uh_option options[] = {
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(list_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
    {.name = "keys", .offset = offsetof(list_options, keys), .help = UH_MSG_CLI_OPTION_KEYS},
};

static void line(const uh_cli *cli, uh_text key)
{
    uh_out_text(cli->out, uh_catalogue_text(&cli->catalogue, key));
    uh_out_text(cli->out, "\n");
}

/* For completions: routines too where nothing was searched for. */
static void print_keys(const uh_cli *cli, const uh_found *found, bool all)
{
    for (uint32_t i = 0; i < found->count; i++) {
        line(cli, uh_catalogue_exercise(&cli->catalogue, found->exercises[i])->key);
    }
    for (uint32_t i = 0; all && i < uh_catalogue_routine_count(&cli->catalogue); i++) {
        line(cli, uh_catalogue_recipe(&cli->catalogue, i)->key);
    }
}

static void print_text(const uh_cli *cli, const uh_found *found, const char *words)
{
    const uh_argument name = uh_message_argument(UH_MSG_USAGE_NAME);
    uh_page page = uh_cli_page(cli);
    if (found->in_part) {
        uh_page_message(&page, 0, UH_MSG_LIST_IN_PART);
        uh_page_blank(&page);
    }
    uh_list_exercises(&page, found, words);
    if (words[0] == '\0') {
        uh_page_blank(&page);
        uh_list_routines(&page);
    }
    uh_page_blank(&page);
    uh_page_phrase(&page, 0, uh_say2(UH_MSG_LIST_HINT_SHOW, uh_literal("unhunch show"), name));
    uh_page_phrase(&page, 0, uh_say2(UH_MSG_LIST_HINT_DO, uh_literal("unhunch stretch"), name));
}

static int nothing(const uh_cli *cli, const char *words)
{
    uh_phrase phrase = uh_say1(UH_MSG_LIST_NOTHING, uh_literal(words));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_FAILED;
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const list_options *list = chosen;
    char joined[WORDS_MAX];
    uh_join_words(count, words, joined, sizeof joined);
    const bool is_for_programs = list->json || list->keys;
    const uh_found found = is_for_programs
                               ? uh_find_exercises(cli->language, &cli->catalogue, joined)
                               : uh_search_exercises(cli->language, &cli->catalogue, joined);
    if (list->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_list_json(&json, &cli->catalogue, &found, count == 0);
    } else if (list->keys) {
        print_keys(cli, &found, count == 0);
    } else if (found.count == 0) {
        return nothing(cli, joined);
    } else {
        print_text(cli, &found, joined);
    }
    return found.count > 0 ? UH_EXIT_DONE : UH_EXIT_FAILED;
}

const uh_command uh_command_list = {
    .name = "list",
    .summary = UH_MSG_LIST_SUMMARY,
    .usage = UH_MSG_USAGE_WORDS,
    .about = UH_MSG_LIST_ABOUT,
    .words = UH_WORDS_STRETCHES,
    .words_max = UINT32_MAX,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
