/* SPDX-License-Identifier: MIT */
/* profile.c: `unhunch profile`, who somebody is and how they like it. */
#include <stddef.h>

#include "cli/profile_ask.h"
#include "cli/settings.h"
#include "unhunch/settings_show.h"

typedef struct profile_options {
    bool ask;
    bool json;
    bool keys;
} profile_options;

static const profile_options defaults = {0};
static const uh_option options[] = {
    {.name = "ask", .offset = offsetof(profile_options, ask), .help = UH_MSG_PROFILE_OPTION_ASK},
    {.name = "json",
     .letter = 'j',
     .offset = offsetof(profile_options, json),
     .help = UH_MSG_CLI_OPTION_JSON},
    {.name = "keys", .offset = offsetof(profile_options, keys), .help = UH_MSG_CLI_OPTION_KEYS},
};

/* -- showing -- */

static void print_goal(const uh_cli *cli, const uh_past *past)
{
    const uint32_t days = uh_settings_goal_days(&past->settings, &past->screening);
    const uh_phrase phrase =
        days > 0 ? uh_say1(UH_MSG_PROFILE_GOAL, uh_number(days)) : uh_say(UH_MSG_PROFILE_NO_GOAL);
    uh_cli_print(cli, &phrase);
}

static int show(const uh_cli *cli, const uh_past *past)
{
    const uh_page page = uh_cli_page(cli);
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        uh_setting_print(cli, past, setting);
    }
    uh_page_blank(&page);
    print_goal(cli, past);
    uh_page_phrase(&page, 0,
                   uh_say2(UH_MSG_PROFILE_HINT, uh_literal("unhunch profile minutes=8"),
                           uh_literal("unhunch profile --ask")));
    return UH_EXIT_DONE;
}

static int show_json(const uh_cli *cli, const uh_past *past)
{
    uh_json json = uh_json_to(cli->out, true);
    uh_show_settings_json(&json, &past->settings, &past->person, &past->screening);
    return UH_EXIT_DONE;
}

static int print_keys(const uh_cli *cli)
{
    for (uh_setting setting = 0; setting < UH_SETTING_COUNT; setting++) {
        uh_out_text(cli->out, uh_setting_row_of(setting)->name);
        uh_out_text(cli->out, "=\n");
    }
    return UH_EXIT_DONE;
}

/* -- changing -- */

/* All of them are good before the first one is kept. */
static int change(uh_cli *cli, uh_past *past, int count, char **words)
{
    uh_settings draft = past->settings;
    uint32_t changed = 0;
    for (int i = 0; i < count; i++) {
        uh_setting setting = UH_SETTING_COUNT;
        const int code = uh_setting_read(cli, words[i], &draft, &setting);
        if (code != UH_EXIT_GO_ON) {
            return code;
        }
        changed |= 1U << setting;
    }
    bool kept = true;
    for (uh_setting setting = 0; kept && setting < UH_SETTING_COUNT; setting++) {
        if ((changed & 1U << setting) != 0) {
            kept = uh_setting_keep(cli, past, &draft, setting);
        }
    }
    return kept ? UH_EXIT_DONE : UH_EXIT_FAILED;
}

static int act(uh_cli *cli, uh_past *past, const profile_options *chosen, int count, char **words)
{
    if (count > 0) {
        return change(cli, past, count, words);
    }
    if (chosen->ask) {
        return uh_profile_ask(cli, past);
    }
    return chosen->json ? show_json(cli, past) : show(cli, past);
}

static int run(uh_cli *cli, const void *values, int count, char **words)
{
    const profile_options *chosen = values;
    if (chosen->keys) {
        return print_keys(cli);
    }
    uh_past past;
    if (!uh_past_open(cli, &past)) {
        return UH_EXIT_FAILED;
    }
    const int code = act(cli, &past, chosen, count, words);
    uh_cli_close_past(&past);
    return code;
}

const uh_command uh_command_profile = {
    .name = "profile",
    .summary = UH_MSG_PROFILE_SUMMARY,
    .usage = UH_MSG_USAGE_SETTINGS,
    .about = UH_MSG_PROFILE_ABOUT,
    .more = uh_settings_help_print,
    .words = UH_WORDS_SETTINGS,
    .words_max = UINT32_MAX,
    .needs_catalogue = true,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
