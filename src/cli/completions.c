/* SPDX-License-Identifier: MIT */
/* What the shells complete, written from the same rows as the help. */
#include <string.h>

#include "cli/cli.h"
#include "store/exchange.h"

/* -- text -- */

/* A message inside '...': the quote itself ends and begins the quotes again; `also` get a backslash
 * (zsh). */
static void write_quoted(const uh_cli *cli, uh_message message, const char *also)
{
    uh_page page = uh_cli_page(cli);
    char words[UH_PAGE_TEXT_MAX];
    for (const char *at = uh_page_render(&page, uh_say(message), words); *at; at++) {
        if (*at == '\'') {
            uh_out_text(cli->out, "'\\''");
            continue;
        }
        if (strchr(also, *at)) {
            uh_out_text(cli->out, "\\");
        }
        uh_out_bytes(cli->out, at, 1);
    }
}

static void write_all(const uh_cli *cli, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uh_out_text(cli->out, texts[i]);
    }
}

#define WRITE(cli, ...)                                                                            \
    write_all(cli, (const char *const[]){__VA_ARGS__},                                             \
              sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void write_letter(const uh_cli *cli, const char *before, char letter, const char *after)
{
    char text[2] = {letter, '\0'};
    WRITE(cli, before, text, after);
}

/* Names of the values, each after a space but the first. */
static void write_values(const uh_cli *cli, const uh_option *option)
{
    for (uint32_t i = 0; option->names(i)[0] != '\0'; i++) {
        WRITE(cli, i > 0 ? " " : "", option->names(i));
    }
}

static bool has_values(const uh_option *option)
{
    return option->kind == UH_OPTION_ENUM || option->kind == UH_OPTION_FLAGS;
}

/* What a shell runs to know the words of a command, as a shell word of its own; NULL: nothing, or
 * files. */
static const char *lister(uh_words_kind kind)
{
    static const char *const listers[] = {
        [UH_WORDS_NONE] = NULL,
        [UH_WORDS_STRETCHES] = "unhunch list --keys",
        [UH_WORDS_STRETCHES_AND_ROUTINES] = "unhunch list --keys",
        [UH_WORDS_TOPICS] = "unhunch learn --keys",
        [UH_WORDS_FILES] = NULL,
        [UH_WORDS_FORMS] = NULL,
        [UH_WORDS_COMMANDS] = "unhunch help --keys",
        [UH_WORDS_SHELLS] = "echo bash zsh fish",
        [UH_WORDS_SETTINGS] = "unhunch profile --keys",
        [UH_WORDS_BREAKS] = "unhunch break --keys",
    };
    return listers[kind];
}

/* Each after a space but the first, or what else stands between them. */
static void write_forms(const uh_cli *cli, const char *between)
{
    for (uint32_t form = 0; uh_exchange_name(form)[0] != '\0'; form++) {
        WRITE(cli, form > 0 ? between : "", uh_exchange_name(form));
    }
}

/* -- bash -- */

static void bash_values(const uh_cli *cli, const uh_command *command)
{
    for (uint32_t i = 0; i < command->option_count; i++) {
        const uh_option *option = &command->options[i];
        if (option->kind == UH_OPTION_FLAG) {
            continue;
        }
        WRITE(cli, "    ", command->name, "/--", option->name);
        if (option->letter) {
            WRITE(cli, "|", command->name);
            write_letter(cli, "/-", option->letter, "");
        }
        WRITE(cli, ")\n        COMPREPLY=($(compgen ");
        if (has_values(option)) {
            WRITE(cli, "-W '");
            write_values(cli, option);
            WRITE(cli, "'");
        } else {
            WRITE(cli, option->kind == UH_OPTION_FILE ? "-f" : "-W ''");
        }
        WRITE(cli, " -- \"$current\"))\n        return ;;\n");
    }
}

static void bash_words(const uh_cli *cli, const uh_command *command)
{
    static const char files[] = "COMPREPLY=($(compgen -f -- \"$current\"))\n        return ;;\n";
    WRITE(cli, "    ", command->name, "/-*)\n        words='--help");
    for (uint32_t i = 0; i < command->option_count; i++) {
        WRITE(cli, " --", command->options[i].name);
    }
    WRITE(cli, "' ;;\n    ", command->name, "/*)\n        ");
    if (command->words == UH_WORDS_FILES) {
        WRITE(cli, files);
    } else if (command->words == UH_WORDS_FORMS) {
        WRITE(cli, "case \" ${COMP_WORDS[*]:2:COMP_CWORD-2} \" in\n        *' ");
        write_forms(cli, " '* | *' ");
        WRITE(cli, " '*)\n            ", files, "        esac\n        words='");
        write_forms(cli, " ");
        WRITE(cli, "' ;;\n");
    } else if (lister(command->words)) {
        WRITE(cli, "words=$(", lister(command->words),
              command->words == UH_WORDS_BREAKS ? " \"${COMP_WORDS[@]:2:COMP_CWORD-2}\"" : "",
              " 2>/dev/null) ;;\n");
    } else {
        WRITE(cli, "words= ;;\n");
    }
}

static void write_bash(const uh_cli *cli)
{
    WRITE(cli, "# bash completion of unhunch\n_unhunch()\n{\n",
          "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n",
          "    local command=${COMP_WORDS[1]} words=\n    COMPREPLY=()\n",
          "    if ((COMP_CWORD == 1)); then\n        COMPREPLY=($(compgen -W '");
    for (uint32_t i = 0; uh_command_at(i); i++) {
        WRITE(cli, uh_command_at(i)->name, " ");
    }
    WRITE(cli, "--help --version' -- \"$current\"))\n        return\n    fi\n",
          "    case $command/$previous in\n");
    for (uint32_t i = 0; uh_command_at(i); i++) {
        bash_values(cli, uh_command_at(i));
    }
    WRITE(cli, "    esac\n    case $command/$current in\n");
    for (uint32_t i = 0; uh_command_at(i); i++) {
        bash_words(cli, uh_command_at(i));
    }
    WRITE(cli, "    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n",
          "complete -F _unhunch unhunch\n");
}

/* -- zsh -- */

static const char zsh_special[] = ":[]\\";

static void zsh_option(const uh_cli *cli, const uh_option *option)
{
    WRITE(cli, "            ");
    if (option->letter) {
        write_letter(cli, "{-", option->letter, ",");
        WRITE(cli, "--", option->name, "}");
    } else {
        WRITE(cli, "--", option->name);
    }
    WRITE(cli, "'[");
    write_quoted(cli, option->help, zsh_special);
    WRITE(cli, "]");
    if (option->kind != UH_OPTION_FLAG) {
        WRITE(cli, ":", option->name, ":");
        if (has_values(option)) {
            WRITE(cli, "(");
            write_values(cli, option);
            WRITE(cli, ")");
        }
        WRITE(cli, option->kind == UH_OPTION_FILE ? "_files" : "");
    }
    WRITE(cli, "' \\\n");
}

static void zsh_command(const uh_cli *cli, const uh_command *command)
{
    WRITE(cli, "    ", command->name, ")\n        _arguments \\\n");
    for (uint32_t i = 0; i < command->option_count; i++) {
        zsh_option(cli, &command->options[i]);
    }
    WRITE(cli, "            {-h,--help}'[");
    write_quoted(cli, UH_MSG_CLI_OPTION_HELP, zsh_special);
    WRITE(cli, "]'");
    if (command->words == UH_WORDS_FILES) {
        WRITE(cli, " \\\n            '*:file:_files'");
    } else if (command->words == UH_WORDS_FORMS) {
        WRITE(cli, " \\\n            '1:form:(");
        write_forms(cli, " ");
        WRITE(cli, ")' \\\n            '2:file:_files'");
    } else if (lister(command->words)) {
        WRITE(cli, " \\\n            \"*:word:($(", lister(command->words),
              command->words == UH_WORDS_BREAKS ? " $words[2,CURRENT-1]" : "", " 2>/dev/null))\"");
    }
    WRITE(cli, " ;;\n");
}

static void write_zsh(const uh_cli *cli)
{
    WRITE(cli, "#compdef unhunch\n_unhunch()\n{\n    local -a commands\n    commands=(\n");
    for (uint32_t i = 0; uh_command_at(i); i++) {
        WRITE(cli, "        '", uh_command_at(i)->name, ":");
        write_quoted(cli, uh_command_at(i)->summary, "\\");
        WRITE(cli, "'\n");
    }
    WRITE(cli,
          "    )\n    if ((CURRENT == 2)); then\n        _describe command commands\n        "
          "return\n",
          "    fi\n    local command=$words[2]\n    shift words\n    ((CURRENT--))\n    case "
          "$command in\n");
    for (uint32_t i = 0; uh_command_at(i); i++) {
        zsh_command(cli, uh_command_at(i));
    }
    WRITE(cli, "    esac\n}\n_unhunch \"$@\"\n");
}

/* -- fish -- */

static void fish_option(const uh_cli *cli, const uh_command *command, const uh_option *option)
{
    WRITE(cli, "complete -c unhunch -n '__fish_seen_subcommand_from ", command->name, "'");
    if (option->letter) {
        write_letter(cli, " -s ", option->letter, "");
    }
    WRITE(cli, " -l ", option->name);
    if (has_values(option)) {
        WRITE(cli, " -x -a '");
        write_values(cli, option);
        WRITE(cli, "'");
    } else if (option->kind != UH_OPTION_FLAG) {
        WRITE(cli, option->kind == UH_OPTION_FILE ? " -r -F" : " -x");
    }
    WRITE(cli, " -d '");
    write_quoted(cli, option->help, "\\");
    WRITE(cli, "'\n");
}

/* The form first, then where to. */
static void fish_forms(const uh_cli *cli, const uh_command *command)
{
    WRITE(cli, "complete -c unhunch -n '__fish_seen_subcommand_from ", command->name,
          "; and not __fish_seen_subcommand_from ");
    write_forms(cli, " ");
    WRITE(cli, "' -a '");
    write_forms(cli, " ");
    WRITE(cli, "'\ncomplete -c unhunch -n '__fish_seen_subcommand_from ", command->name,
          "; and __fish_seen_subcommand_from ");
    write_forms(cli, " ");
    WRITE(cli, "' -F\n");
}

static void fish_command(const uh_cli *cli, const uh_command *command)
{
    WRITE(cli, "complete -c unhunch -n __fish_use_subcommand -a ", command->name, " -d '");
    write_quoted(cli, command->summary, "\\");
    WRITE(cli, "'\n");
    for (uint32_t i = 0; i < command->option_count; i++) {
        fish_option(cli, command, &command->options[i]);
    }
    if (command->words == UH_WORDS_FILES) {
        WRITE(cli, "complete -c unhunch -n '__fish_seen_subcommand_from ", command->name, "' -F\n");
    } else if (command->words == UH_WORDS_FORMS) {
        fish_forms(cli, command);
    } else if (lister(command->words)) {
        WRITE(cli, "complete -c unhunch -n '__fish_seen_subcommand_from ", command->name, "' -a '(",
              lister(command->words),
              command->words == UH_WORDS_BREAKS ? " (commandline -opc | tail -n +3) 2>/dev/null"
                                                : "",
              ")'\n");
    }
}

static void write_fish(const uh_cli *cli)
{
    WRITE(cli, "# fish completion of unhunch\ncomplete -c unhunch -f\n");
    for (uint32_t i = 0; uh_command_at(i); i++) {
        fish_command(cli, uh_command_at(i));
    }
}

/* -- the command -- */

static const struct {
    const char *name;
    void (*write)(const uh_cli *cli);
} shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};

static int run(uh_cli *cli, const void *chosen, int count, char **words)
{
    (void)chosen;
    (void)count;
    for (size_t i = 0; i < UH_COUNT(shells); i++) {
        if (strcmp(shells[i].name, words[0]) == 0) {
            shells[i].write(cli);
            return UH_EXIT_DONE;
        }
    }
    uh_phrase phrase =
        uh_say2(UH_MSG_CLI_NO_SHELL, uh_literal(words[0]), uh_literal("bash, zsh, fish"));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}

const uh_command uh_command_completions = {
    .name = "completions",
    .summary = UH_MSG_COMPLETIONS_SUMMARY,
    .usage = UH_MSG_USAGE_SHELL,
    .about = UH_MSG_COMPLETIONS_ABOUT,
    .words = UH_WORDS_SHELLS,
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
