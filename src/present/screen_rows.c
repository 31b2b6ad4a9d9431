/* SPDX-License-Identifier: MIT */
/* screen_rows.c: the rows of a card, where a key ticks them. */
#include "present/screen_page.h"

#include <string.h>

/* "2 [x]": nothing is told by colour. */
static const char *row_mark(const uh_screener *screener, uint32_t row, char out[8])
{
    static const char ticks[] = {[UH_TICK_NO] = ' ',
                                 [UH_TICK_YES] = 'x',
                                 [UH_TICK_AS_BEFORE] = '=',
                                 [UH_TICK_CHANGED] = '+'};
    out[0] = (char)('1' + row);
    memcpy(out + 1, " [ ]", 5);
    out[3] = ticks[screener->ticks[row]];
    return out;
}

/* Of what sends to somebody it is told when it was said. */
static const char *row_words(const screen_writer *writer, uint32_t row, char out[SCREEN_TEXT_SIZE])
{
    const uh_screener *screener = writer->screen->screener;
    const uh_phrase plain = uh_say(uh_screener_row_text(screener, row));
    const uint32_t question = screener->rows[row];
    if (screener->page != UH_SCREENER_SEEN ||
        (screener->before.yes & UINT64_C(1) << question) == 0) {
        return uh_screen_say(writer->screen, plain, out);
    }
    char words[SCREEN_TEXT_SIZE];
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(screener->before.items[question].at.day, day);
    (void)uh_screen_say(writer->screen, plain, words);
    return uh_screen_say(writer->screen,
                         uh_say2(UH_MSG_CARD_SAID, uh_literal(words), uh_literal(day)), out);
}

/* A line that is heard says the tick in words. */
static void give_heard_row(const screen_writer *writer, uint32_t row, const char *words)
{
    static const uh_message said[] = {[UH_TICK_NO] = UH_MSG_SCREEN_NAME,
                                      [UH_TICK_YES] = UH_MSG_CARD_TICKED,
                                      [UH_TICK_AS_BEFORE] = UH_MSG_CARD_BEFORE,
                                      [UH_TICK_CHANGED] = UH_MSG_CARD_CHANGED};
    const uh_tick tick = writer->screen->screener->ticks[row];
    const char digit[2] = {(char)('1' + row), '\0'};
    char text[SCREEN_TEXT_SIZE];
    (void)uh_screen_say(writer->screen, uh_say1(said[tick], uh_literal(words)), text);
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_KEY, UH_ROLE_TEXT, digit, text});
}

void uh_page_card_row(const screen_writer *writer, uint32_t row)
{
    const uh_screener *screener = writer->screen->screener;
    char words[SCREEN_TEXT_SIZE];
    char mark[8];
    (void)row_words(writer, row, words);
    if (writer->screen->plain) {
        give_heard_row(writer, row, words);
        return;
    }
    const bool ticked = screener->ticks[row] != UH_TICK_NO;
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_KEY, ticked ? UH_ROLE_STRONG : UH_ROLE_TEXT,
                                        row_mark(screener, row, mark), words});
}

void uh_page_card(const screen_writer *writer)
{
    const uh_screener *screener = writer->screen->screener;
    uh_page_card_top(writer);
    if (writer->screen->window) { /* it has rows of its own */
        return;
    }
    for (uint32_t row = 0; row < screener->count; row++) {
        uh_page_card_row(writer, row);
    }
    if (!writer->screen->plain && uh_screener_has_before(screener)) {
        uh_page_gap(writer);
        uh_page_say(writer, UH_PARAGRAPH_TEXT, UH_ROLE_DIM, uh_say(UH_MSG_CARD_LEGEND));
    }
    uh_page_give(writer, (uh_paragraph){UH_PARAGRAPH_FOLD, UH_ROLE_TEXT, "", ""});
}
