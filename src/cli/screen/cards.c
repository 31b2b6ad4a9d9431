/* SPDX-License-Identifier: MIT */
#include "cli/screen/cards.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/screen/keyboard.h"
#include "cli/screen/painter.h"
#include "host/clock.h"
#include "host/output.h"
#include "host/signals.h"
#include "shell/trouble.h"
#include "unhunch/screen.h"

enum { STEPS_MAX = 24, TEXT_SIZE = 2048 };

typedef struct card_player {
    uh_cli *cli;
    uh_past *past;
    uh_cards_how how;
    uh_screener screener;
    uh_screener steps[STEPS_MAX]; /* pages before this one, to go back to */
    uint32_t step_count;
    char id[UH_FACT_ID_SIZE]; /* of the mark: one for the whole run, however often it ends */
    uh_screen screen;
    uh_painter painter;
    uh_keyboard keyboard;
    int32_t beyond;
    bool on_screen;
    bool over;
    uh_cards_end end;
} card_player;

/* -- lines -- */

static void write_line(card_player *player, const char *text)
{
    uh_page page = uh_cli_page(player->cli);
    page.out = uh_output();
    uh_page_wrap(&page, text, 0, 0);
}

static void write_phrase(card_player *player, uh_phrase phrase)
{
    char text[TEXT_SIZE];
    (void)uh_words(player->cli->language, &player->cli->catalogue, &phrase, text, sizeof text);
    write_line(player, text);
}

static void write_paragraph(void *to, const uh_paragraph *paragraph)
{
    card_player *player = to;
    if (paragraph->kind == UH_PARAGRAPH_FOLD) {
        return;
    }
    if (paragraph->kind == UH_PARAGRAPH_GAP) {
        (void)uh_output_write("\n", 1);
    } else if (paragraph->kind == UH_PARAGRAPH_KEY) {
        write_phrase(player, uh_say2(UH_MSG_PLAIN_KEY, uh_literal(paragraph->mark),
                                     uh_literal(paragraph->text)));
    } else {
        write_line(player, paragraph->text);
    }
}

/* Only the line that was ticked: who listens does not want to hear the page again. */
static void write_row(card_player *player, uint32_t row)
{
    uh_screen_row(&player->screen, row, write_paragraph, player);
}

static void print_page(card_player *player)
{
    uh_screen_text(&player->screen, write_paragraph, player);
}

static void print_keys(card_player *player)
{
    const uh_argument enter = uh_message_argument(UH_MSG_KEY_NAME_ENTER);
    if (player->screen.page == UH_SCREEN_CARD) {
        write_phrase(player, uh_say4(UH_MSG_CARD_KEYS, uh_literal("1-9"), enter, uh_literal("n"),
                                     uh_literal("b")));
    } else {
        (void)uh_output_write("\n", 1);
        write_phrase(player, uh_say2(UH_MSG_OUTCOME_KEYS, enter, uh_literal("b")));
    }
}

/* -- from page to page -- */

static void show(card_player *player)
{
    player->screen.page =
        player->screener.page == UH_SCREENER_OUTCOME ? UH_SCREEN_OUTCOME : UH_SCREEN_CARD;
    player->screen.screener = &player->screener;
    player->screen.scroll = 0;
    player->screen.seen = 0;
    player->screen.can_go_back = player->step_count > 0;
    if (!player->on_screen) {
        print_page(player);
        print_keys(player);
    }
}

static void leave(card_player *player, uh_cards_end end)
{
    player->over = true;
    player->end = end;
}

/* What was said at the start is not said again. */
static void say_trouble(const uh_cli *cli, const uh_past *past)
{
    const uh_store_trouble trouble = uh_store_trouble_of(past->store);
    if (trouble != UH_STORE_SOUND && trouble != past->report.trouble) {
        const uh_phrase phrase = uh_say(uh_trouble_message(trouble, past->goes_on));
        uh_cli_complain(cli, &phrase);
    }
}

bool uh_cards_keep(uh_cli *cli, uh_past *past, uh_screener *screener, const char *id)
{
    uh_fact fact;
    const bool act = uh_store_begin(past->store) == UH_OK;
    bool kept = true;
    for (uint32_t i = 0; uh_screener_fact(screener, i, past->now, id, &fact); i++) {
        kept = uh_store_is_kept(past->store, uh_store_write(past->store, &fact)) && kept;
        uh_answers_take(&past->answers, &fact);
    }
    kept = (!act || uh_store_is_kept(past->store, uh_store_commit(past->store))) && kept;
    say_trouble(cli, past);
    if (!kept) {
        const uh_phrase phrase = uh_say(UH_MSG_CARD_NOT_KEPT);
        uh_cli_complain(cli, &phrase);
    }
    screener->before = past->answers; /* what is changed from here on is new again */
    past->screening = uh_screening_of(&past->answers, past->now.day);
    return kept;
}

/* Nothing to say and a session that waits: no page between. */
static bool is_plain_sailing(const card_player *player)
{
    const uh_outcome outcome = uh_outcome_of(&player->screener.answers, player->past->now.day);
    return player->how.before_session && outcome.kind == UH_OUTCOME_FREE && outcome.notes == 0;
}

/* An emergency is kept before it is read: whoever needs the page may never press a key again. */
static void go_on(card_player *player)
{
    if (player->step_count < STEPS_MAX) {
        player->steps[player->step_count++] = player->screener;
    }
    uh_screener_next(&player->screener, player->past->now);
    if (player->screener.page == UH_SCREENER_OUTCOME) {
        (void)uh_cards_keep(player->cli, player->past, &player->screener, player->id);
        if (is_plain_sailing(player)) {
            leave(player, UH_CARDS_ANSWERED);
            return;
        }
    }
    show(player);
}

static void go_back(card_player *player)
{
    if (player->step_count == 0) {
        return;
    }
    const uh_answers kept = player->screener.before;
    player->screener = player->steps[--player->step_count];
    player->screener.before = kept;
    show(player);
}

/* -- keys -- */

static bool scroll(card_player *player, uh_key key)
{
    const int32_t height = player->painter.grid.height;
    const int32_t page = height > 6 ? height - 4 : 1;
    int32_t by = 0;
    if (key == UH_KEY_UP || key == UH_KEY_DOWN) {
        by = key == UH_KEY_UP ? -1 : 1;
    } else if (key == UH_KEY_PAGE_UP || key == UH_KEY_PAGE_DOWN || key == UH_KEY_SPACE) {
        by = key == UH_KEY_PAGE_UP ? -page : page;
    }
    if (by == 0) {
        return false;
    }
    int32_t to = player->screen.scroll + by;
    to = to > player->beyond ? player->beyond : to;
    player->screen.scroll = to < 0 ? 0 : to;
    if (player->screen.scroll > player->screen.seen) {
        player->screen.seen = player->screen.scroll;
    }
    return true;
}

/* Is there something below that the answer is about? */
static bool is_unread(const card_player *player)
{
    return player->on_screen &&
           player->screen.seen < uh_screen_ask_from(&player->screen, &player->painter.grid);
}

static void turn(card_player *player, uint32_t row)
{
    if (row < player->screener.count) {
        uh_screener_turn(&player->screener, row);
        if (!player->on_screen) {
            write_row(player, row);
        }
    }
}

static void on_card(card_player *player, uh_key key)
{
    if (key >= '1' && key <= '9') {
        turn(player, (uint32_t)key - '1');
    } else if ((key == UH_KEY_ENTER || key == 'n') && is_unread(player)) {
        (void)scroll(player, UH_KEY_PAGE_DOWN);
    } else if (key == UH_KEY_ENTER) {
        go_on(player);
    } else if (key == 'n') {
        uh_screener_clear(&player->screener);
        go_on(player);
    } else if (key == 'b') {
        go_back(player);
    } else if (key == 'q' || key == UH_KEY_ESCAPE) {
        leave(player, UH_CARDS_LEFT);
    }
}

static void on_outcome(card_player *player, uh_key key)
{
    if (key == 'b') {
        go_back(player);
    } else if (key == 'q' || key == UH_KEY_ESCAPE) {
        leave(player, player->how.before_session ? UH_CARDS_LEFT : UH_CARDS_ANSWERED);
    } else if (key == UH_KEY_ENTER || key == UH_KEY_SPACE) {
        leave(player, UH_CARDS_ANSWERED);
    }
}

static bool take_key(void *to, uh_key key)
{
    card_player *player = to;
    const bool outcome = player->screen.page == UH_SCREEN_OUTCOME;
    if (!player->on_screen || (outcome && player->beyond == 0) || !scroll(player, key)) {
        (outcome ? on_outcome : on_card)(player, uh_key_lower(key));
    }
    return !player->over;
}

/* -- the terminal -- */

static void resize(card_player *player)
{
    int32_t width = 0;
    int32_t height = 0;
    uh_terminal_size(&width, &height);
    if (player->on_screen && uh_painter_resize(&player->painter, width, height) != UH_OK) {
        uh_painter_forget(&player->painter); /* the old size stays */
    }
}

static bool enter_terminal(card_player *player)
{
    if (uh_terminal_raw() != UH_OK) {
        return false;
    }
    if (player->on_screen) {
        uh_terminal_full_screen();
        uh_painter_forget(&player->painter);
        resize(player);
    }
    return true;
}

static void draw(card_player *player)
{
    if (!player->on_screen) {
        return;
    }
    player->beyond = uh_screen_draw(&player->screen, &player->painter.grid);
    if (player->screen.scroll > player->beyond) {
        player->screen.scroll = player->beyond;
        (void)uh_screen_draw(&player->screen, &player->painter.grid);
    }
    uh_painter_paint(&player->painter, uh_output());
}

static void take_signals(card_player *player)
{
    const uint32_t came = uh_signals_take();
    if ((came & UH_SIGNAL_QUIT) != 0) {
        leave(player, UH_CARDS_FAILED);
        return;
    }
    if ((came & UH_SIGNAL_SUSPEND) != 0) {
        uh_terminal_restore();
        uh_signals_suspend();
    }
    if ((came & (UH_SIGNAL_SUSPEND | UH_SIGNAL_CONTINUE)) != 0 && !enter_terminal(player)) {
        leave(player, UH_CARDS_FAILED);
    }
    if ((came & UH_SIGNAL_RESIZE) != 0) {
        resize(player);
    }
}

static void listen(card_player *player)
{
    struct pollfd fds[] = {{.fd = uh_signals_fd(), .events = POLLIN},
                           {.fd = STDIN_FILENO, .events = POLLIN}};
    const int ready = uh_clock_wait(fds, UH_COUNT(fds), uh_keyboard_deadline(&player->keyboard));
    if (ready < 0 || fds[0].revents != 0) {
        take_signals(player);
    }
    if (ready > 0 && fds[1].revents != 0 &&
        !uh_keyboard_read(&player->keyboard, UH_KEYBOARD_MOST, take_key, player)) {
        leave(player, UH_CARDS_FAILED);
    }
    uh_keyboard_settle(&player->keyboard, take_key, player);
}

static void run(card_player *player)
{
    if (player->screener.page == UH_SCREENER_OUTCOME && is_plain_sailing(player)) {
        leave(player, UH_CARDS_ANSWERED);
    } else {
        show(player);
    }
    while (!player->over) {
        draw(player);
        if (uh_output_failed()) {
            leave(player, UH_CARDS_FAILED);
        } else {
            listen(player);
        }
    }
}

/* The other screen has gone with what it said: what to do now is said again, but for a session that
 * follows at once. */
static void say_goodbye(card_player *player)
{
    const bool told = player->screen.page == UH_SCREEN_OUTCOME && player->end != UH_CARDS_FAILED;
    const uint32_t offers = uh_outcome_of(&player->past->answers, player->past->now.day).offers;
    const bool starts = player->how.before_session && (offers & 1U << UH_OFFER_STRETCHES) != 0 &&
                        player->end == UH_CARDS_ANSWERED;
    if (player->painter.shown != NULL && told && !starts && !uh_signals_quitting()) {
        print_page(player);
    }
}

uh_cards_end uh_cards_ask(uh_cli *cli, uh_past *past, uh_screener screener, uh_cards_how how)
{
    (void)fflush(NULL); /* from here on stdout is written without stdio */
    card_player player = {.cli = cli,
                          .past = past,
                          .how = how,
                          .screener = screener,
                          .end = UH_CARDS_FAILED,
                          .screen = {.language = cli->language,
                                     .catalogue = &cli->catalogue,
                                     .has_keys = true,
                                     .before_session = how.before_session,
                                     .large = how.large}};
    if (uh_signals_open(uh_terminal_restore) != UH_OK) {
        return UH_CARDS_FAILED;
    }
    uh_past_name(past, player.id);
    const uh_terminal_look look = uh_terminal_look_from_environment();
    player.on_screen =
        !how.plain && uh_terminal_is_screen() && uh_painter_open(&player.painter, look) == UH_OK;
    player.screen.plain = !player.on_screen;
    if (enter_terminal(&player)) {
        run(&player);
    }
    uh_terminal_restore();
    say_goodbye(&player);
    uh_painter_close(&player.painter);
    uh_signals_die();
    uh_signals_close();
    return player.end;
}
