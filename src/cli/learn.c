/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <string.h>

#include "cli/cli.h"

enum { KEY_SIZE = 64 };

typedef struct learn_options {
    bool json;
    bool keys;
} learn_options;

static const learn_options defaults = {0};
static const uh_option options[] = {
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(learn_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
    {.name = "keys", .offset = offsetof(learn_options, keys), .help = UH_MSG_CLI_OPTION_KEYS},
};

static const char *key_at(const void *from, uint32_t index)
{
    const uh_cli *cli = from;
    return uh_catalogue_text(&cli->catalogue, uh_catalogue_topic(&cli->catalogue, index)->key);
}

static int all_topics(const uh_cli *cli, const learn_options *learn)
{
    uh_page page = uh_cli_page(cli);
    if (learn->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_learn_topics_json(&json, &cli->catalogue);
    } else if (learn->keys) {
        for (uint32_t i = 0; i < uh_catalogue_topic_count(&cli->catalogue); i++) {
            uh_out_text(cli->out, key_at(cli, i));
            uh_out_text(cli->out, "\n");
        }
    } else {
        uh_learn_topics(&page);
    }
    return UH_EXIT_DONE;
}

static int no_topic(const uh_cli *cli, const char *typed)
{
    const char *near =
        uh_nearest_name(typed, key_at, cli, uh_catalogue_topic_count(&cli->catalogue));
    uh_phrase phrase =
        near ? uh_say2(UH_MSG_CLI_NO_TOPIC_HINT, uh_literal(typed), uh_literal(near))
             : uh_say2(UH_MSG_CLI_NO_TOPIC, uh_literal(typed), uh_literal("unhunch learn"));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

/* Keys are of small letters. */
static bool find_topic(const uh_cli *cli, const char *typed, uint32_t *ret_topic)
{
    char key[KEY_SIZE];
    const size_t length = strlen(typed);
    if (length >= sizeof key) {
        return false;
    }
    for (size_t i = 0; i <= length; i++) {
        const bool large = typed[i] >= 'A' && typed[i] <= 'Z';
        key[i] = large ? (char)(typed[i] - 'A' + 'a') : typed[i];
    }
    return uh_catalogue_find_topic(&cli->catalogue, key, ret_topic) == UH_OK;
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const learn_options *learn = chosen;
    if (count == 0) {
        return all_topics(cli, learn);
    }
    uint32_t topic = 0;
    if (!find_topic(cli, words[0], &topic)) {
        return no_topic(cli, words[0]);
    }
    if (learn->json) {
        uh_json json = uh_json_to(cli->out, true);
        uh_learn_topic_json(&json, &cli->catalogue, topic);
    } else {
        uh_page page = uh_cli_page(cli);
        uh_learn_topic(&page, topic);
    }
    return UH_EXIT_DONE;
}

const uh_command uh_command_learn = {
    .name = "learn",
    .summary = UH_MSG_LEARN_SUMMARY,
    .usage = UH_MSG_USAGE_TOPIC,
    .about = UH_MSG_LEARN_ABOUT,
    .words = UH_WORDS_TOPICS,
    .words_max = 1,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
