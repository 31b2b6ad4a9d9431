/* SPDX-License-Identifier: MIT */
/* `unhunch` alone: today, as far as it can be known. */
#include "cli/cli.h"

enum { INDENT = 2, COLUMN = 24 };

static void offer(const uh_page *page, uh_message label, const char *command)
{
    char words[UH_PAGE_TEXT_MAX];
    uh_page_item(page, INDENT, uh_page_render(page, uh_say(label), words), COLUMN, command);
}

/* Each number has its own noun and its own form of it. */
static void have(const uh_page *page)
{
    const uh_catalogue *catalogue = page->catalogue;
    char stretches[UH_PAGE_TEXT_MAX];
    char routines[UH_PAGE_TEXT_MAX];
    uh_page_render(
        page, uh_say1(UH_MSG_INTRO_STRETCHES, uh_number(uh_catalogue_exercise_count(catalogue))),
        stretches);
    uh_page_render(
        page, uh_say1(UH_MSG_GLANCE_ROUTINES, uh_number(uh_catalogue_routine_count(catalogue))),
        routines);
    uh_page_phrase(page, 0,
                   uh_say2(UH_MSG_GLANCE_HAVE, uh_literal(stretches), uh_literal(routines)));
}

int uh_glance(uh_cli *cli)
{
    uh_page page = uh_cli_page(cli);
    uh_page_message(&page, 0, UH_MSG_CLI_TAGLINE);
    have(&page);
    uh_page_blank(&page);
    offer(&page, UH_MSG_GLANCE_NOW, "unhunch stretch");
    offer(&page, UH_MSG_GLANCE_CHOOSE, "unhunch list");
    offer(&page, UH_MSG_GLANCE_LEARN, "unhunch learn precautions");
    offer(&page, UH_MSG_GLANCE_HELP, "unhunch help");
    uh_page_blank(&page);
    uh_page_message(&page, 0, UH_MSG_CLI_NOT_MEDICAL);
    return UH_EXIT_DONE;
}
