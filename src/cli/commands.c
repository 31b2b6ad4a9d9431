/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/cli.h"

/* In the order of `unhunch help`. */
static const uh_command *const commands[] = {
    &uh_command_stretch, &uh_command_plan,    &uh_command_list,   &uh_command_show,
    &uh_command_why,     &uh_command_learn,   &uh_command_log,    &uh_command_progress,
    &uh_command_figure,  &uh_command_profile, &uh_command_screen, &uh_command_export,
    &uh_command_import,  &uh_command_check,   &uh_command_web,    &uh_command_site,
    &uh_command_break,   &uh_command_status,  &uh_command_doctor, &uh_command_completions,
    &uh_command_help,
};

const uh_command *uh_command_at(uint32_t index)
{
    return index < UH_COUNT(commands) ? commands[index] : NULL;
}

const uh_command *uh_command_find(const char *name)
{
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

static const char *command_name_at(const void *from, uint32_t index)
{
    (void)from;
    return commands[index]->name;
}

int uh_no_command(const uh_cli *cli, const char *typed)
{
    const char *near = uh_nearest_name(typed, command_name_at, NULL, UH_COUNT(commands));
    uh_phrase phrase =
        near ? uh_say2(UH_MSG_CLI_NO_COMMAND_HINT, uh_literal(typed), uh_literal(near))
             : uh_say2(UH_MSG_CLI_NO_COMMAND, uh_literal(typed), uh_literal("unhunch help"));
    uh_cli_complain(cli, &phrase);
    return UH_EXIT_USAGE;
}
