/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "cli/cli.h"
#include "cli/manual.h"

enum { INDENT = 2, COLUMN = 28, COMMAND_COLUMN = 16 };

/* -- one command -- */

/* "unhunch show [--json] NAME": what is typed, without translation of what must be typed so. */
void uh_help_write_usage(const uh_page *page, uh_out out, const uh_command *command)
{
    uh_out_text(out, "unhunch ");
    uh_out_text(out, command->name);
    if (command->option_count > 0) {
        char word[UH_PAGE_TEXT_MAX];
        uh_out_text(out, " [");
        uh_out_text(out, uh_page_render(page, uh_say(UH_MSG_CLI_OPTIONS_WORD), word));
        uh_out_text(out, "]");
    }
    if (command->usage != UH_MSG_USAGE_NOTHING) {
        char words[UH_PAGE_TEXT_MAX];
        uh_out_text(out, " ");
        uh_out_text(out, uh_page_render(page, uh_say(command->usage), words));
    }
}

/* "-j, --json" or "--minutes N" */
void uh_help_write_option(const uh_page *page, uh_out out, const uh_option *option)
{
    char letter[] = {'-', option->letter, ',', ' ', '\0'};
    uh_out_text(out, option->letter ? letter : "");
    uh_out_text(out, "--");
    uh_out_text(out, option->name);
    if (option->kind != UH_OPTION_FLAG) {
        char argument[UH_PAGE_TEXT_MAX];
        uh_out_text(out, " ");
        uh_out_text(out, uh_page_render(page, uh_say(option->argument), argument));
    }
}

static void write_choices(uh_out out, const uh_option *option)
{
    for (uint32_t i = 0; option->names(i)[0] != '\0'; i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        uh_out_text(out, option->names(i));
    }
}

/* What the option does, and what it may be. */
const char *uh_help_option_text(const uh_page *page, const uh_option *option, char *buffer)
{
    if (option->kind != UH_OPTION_ENUM && option->kind != UH_OPTION_FLAGS) {
        return uh_page_render(page, uh_say(option->help), buffer);
    }
    char choices[UH_HELP_TEXT_MAX];
    uh_buffer text = {choices, sizeof choices, 0};
    write_choices(uh_out_to_buffer(&text), option);
    uh_message message = option->kind == UH_OPTION_ENUM ? UH_MSG_CLI_ONE_OF : UH_MSG_CLI_ANY_OF;
    return uh_page_render(
        page, uh_say2(message, uh_message_argument(option->help), uh_literal(choices)), buffer);
}

static const uh_option help_option = {
    .name = "help", .letter = 'h', .help = UH_MSG_CLI_OPTION_HELP};
static const uh_option version_option = {
    .name = "version", .letter = 'V', .help = UH_MSG_CLI_OPTION_VERSION};

static void option_line(const uh_page *page, const uh_option *option)
{
    char mark[UH_HELP_TEXT_MAX];
    char words[UH_PAGE_TEXT_MAX];
    uh_buffer text = {mark, sizeof mark, 0};
    uh_help_write_option(page, uh_out_to_buffer(&text), option);
    uh_page_item(page, INDENT, mark, COLUMN, uh_help_option_text(page, option, words));
}

void uh_command_help_print(const uh_cli *cli, const uh_command *command)
{
    uh_page page = uh_cli_page(cli);
    char usage[UH_HELP_TEXT_MAX];
    uh_buffer text = {usage, sizeof usage, 0};
    uh_help_write_usage(&page, uh_out_to_buffer(&text), command);
    uh_page_phrase(&page, 0, uh_say1(UH_MSG_CLI_USAGE, uh_literal(usage)));
    uh_page_blank(&page);
    uh_page_message(&page, 0, command->summary);
    uh_page_message(&page, 0, command->about);
    uh_page_blank(&page);
    uh_page_message(&page, 0, UH_MSG_CLI_OPTIONS);
    for (uint32_t i = 0; i < command->option_count; i++) {
        option_line(&page, &command->options[i]);
    }
    option_line(&page, &help_option);
    if (command->more != NULL) {
        command->more(&page);
    }
}

/* -- all of them -- */

void uh_commands_print(const uh_cli *cli)
{
    uh_page page = uh_cli_page(cli);
    uh_page_message(&page, 0, UH_MSG_CLI_TAGLINE);
    uh_page_message(&page, 0, UH_MSG_CLI_NOT_MEDICAL);
    uh_page_blank(&page);
    uh_page_message(&page, 0, UH_MSG_CLI_COMMANDS);
    for (uint32_t i = 0; uh_command_at(i); i++) {
        char summary[UH_PAGE_TEXT_MAX];
        uh_page_item(&page, INDENT, uh_command_at(i)->name, COMMAND_COLUMN,
                     uh_page_render(&page, uh_say(uh_command_at(i)->summary), summary));
    }
    uh_page_blank(&page);
    uh_page_message(&page, 0, UH_MSG_CLI_OPTIONS);
    option_line(&page, &help_option);
    option_line(&page, &version_option);
    uh_page_blank(&page);
    uh_page_phrase(&page, 0,
                   uh_say2(UH_MSG_CLI_ABOUT_ONE, uh_literal("unhunch help"),
                           uh_message_argument(UH_MSG_WORD_COMMAND)));
}

/* -- the command -- */

typedef struct help_options {
    bool keys;
    uint32_t manual;
} help_options;

static const help_options defaults = {0};
static const uh_option options[] = {
    {.name = "keys", .offset = offsetof(help_options, keys), .help = UH_MSG_CLI_OPTION_KEYS},
    {.name = "man",
     .kind = UH_OPTION_ENUM,
     .offset = offsetof(help_options, manual),
     .argument = UH_MSG_CLI_ARGUMENT_PART,
     .help = UH_MSG_CLI_OPTION_MAN,
     .names = uh_manual_name},
};

static void print_keys(const uh_cli *cli)
{
    for (uint32_t i = 0; uh_command_at(i); i++) {
        uh_out_text(cli->out, uh_command_at(i)->name);
        uh_out_text(cli->out, "\n");
    }
}

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    const help_options *help = chosen;
    if (help->manual != UH_MANUAL_NONE) {
        uh_manual_print(cli, help->manual);
        return UH_EXIT_DONE;
    }
    if (help->keys) {
        print_keys(cli);
        return UH_EXIT_DONE;
    }
    if (count == 0) {
        uh_commands_print(cli);
        return UH_EXIT_DONE;
    }
    const uh_command *command = uh_command_find(words[0]);
    if (!command) {
        return uh_no_command(cli, words[0]);
    }
    uh_command_help_print(cli, command);
    return UH_EXIT_DONE;
}

const uh_command uh_command_help = {
    .name = "help",
    .summary = UH_MSG_HELP_SUMMARY,
    .usage = UH_MSG_USAGE_COMMAND,
    .about = UH_MSG_HELP_ABOUT,
    .words = UH_WORDS_COMMANDS,
    .words_max = 1,
    .options = options,
    .option_count = UH_COUNT(options),
    .defaults = &defaults,
    .options_size = sizeof defaults,
    .run = run,
};
