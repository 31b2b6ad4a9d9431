/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/screen/player_inside.h"
#include "host/output.h"
#include "unhunch/present.h"

enum { TEXT_SIZE = 2048 };

/* The time of a cue stands in a column of its own. */
static void print_wrapped(const uh_page *page, const char *text)
{
    char mark[16];
    const char *gap = strstr(text, "  ");
    const size_t length = gap != NULL ? (size_t)(gap - text) : sizeof mark;
    if (length >= sizeof mark) {
        uh_page_wrap(page, text, 0, 0);
        return;
    }
    memcpy(mark, text, length);
    mark[length] = '\0';
    uh_page_item(page, 0, mark, (uint32_t)length + 2, gap + 2);
}

/* A terminal's lines are broken between words; elsewhere a paragraph is one line. */
void uh_player_line(uh_player *player, const char *text)
{
    if (uh_terminal_on_output()) {
        uh_page page = uh_cli_page(player->play->cli);
        page.out = uh_output();
        print_wrapped(&page, text);
        return;
    }
    char line[TEXT_SIZE];
    uh_buffer buffer = {line, sizeof line, 0};
    uh_out_text(uh_out_to_buffer(&buffer), text);
    uh_out_text(uh_out_to_buffer(&buffer), "\n");
    if (buffer.length < sizeof line) {
        (void)uh_output_write(line, buffer.length);
    }
}

void uh_player_say_line(uh_player *player, uh_phrase phrase)
{
    char text[TEXT_SIZE];
    (void)uh_words(player->play->cli->language, &player->play->cli->catalogue, &phrase, text,
                   sizeof text);
    uh_player_line(player, text);
}

static void print_paragraph(void *to, const uh_paragraph *paragraph)
{
    uh_player *player = to;
    if (paragraph->kind == UH_PARAGRAPH_GAP) {
        (void)uh_output_write("\n", 1);
        return;
    }
    if (paragraph->kind == UH_PARAGRAPH_KEY) {
        uh_player_say_line(player, uh_say2(UH_MSG_PLAIN_KEY, uh_literal(paragraph->mark),
                                           uh_literal(paragraph->text)));
        return;
    }
    uh_player_line(player, paragraph->text);
}

void uh_player_print_page(uh_player *player)
{
    uh_screen_text(&player->screen, print_paragraph, player);
}

/* What is asked aloud for those who lie down and do not see the page. */
static void ask_aloud(uh_player *player, uh_screen_page page)
{
    static const uh_message questions[UH_SCREEN_PAGE_COUNT] = {
        [UH_SCREEN_WHY_STOP] = UH_MSG_WHY_STOP_SPOKEN,
        [UH_SCREEN_WHY_SKIP] = UH_MSG_WHY_SKIP_SPOKEN,
    };
    if (page != UH_SCREEN_WHY_STOP && page != UH_SCREEN_WHY_SKIP) {
        return;
    }
    char text[TEXT_SIZE];
    const uh_phrase question = uh_say(questions[page]);
    (void)uh_words(player->play->cli->language, NULL, &question, text, sizeof text);
    uh_sounds_say(&player->sounds, text);
}

void uh_player_show(uh_player *player, uh_screen_page page)
{
    player->screen.page = page;
    player->screen.scroll = 0;
    player->redraw = true;
    ask_aloud(player, page);
    if (!player->on_screen && page != UH_SCREEN_SESSION) {
        uh_player_print_page(player);
    }
}

void uh_player_back_to_session(uh_player *player)
{
    (void)uh_player_now(player);
    uh_player_show(player, UH_SCREEN_SESSION);
    if (player->held) {
        player->held = false;
        (void)uh_player_command(player, UH_COMMAND_RESUME, UH_REASON_NONE);
    }
}
