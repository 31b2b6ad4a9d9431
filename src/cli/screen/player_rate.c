/* SPDX-License-Identifier: MIT */
/* player_rate.c: pain and stiffness before and after, each by one key, or by waiting. */
#include "cli/screen/player_inside.h"
#include "host/clock.h"

bool uh_player_is_rating(const uh_player *player)
{
    return player->screen.page == UH_SCREEN_RATE_PAIN ||
           player->screen.page == UH_SCREEN_RATE_STIFFNESS;
}

static void ask(uh_player *player, uh_screen_page page)
{
    player->ask_until = (uh_boot_ms){uh_clock_boot().ms + UH_RATING_ANSWER_MS};
    uh_player_show(player, page);
}

void uh_player_rate(uh_player *player, uh_rating_moment moment)
{
    player->screen.rating = moment;
    player->rating = (uh_rating){UH_NOT_ASKED, UH_NOT_ASKED};
    ask(player, UH_SCREEN_RATE_PAIN);
}

/* Too much pain to stretch: the day is kept, the session does not begin. */
static void rest_today(uh_player *player)
{
    uh_keeper_rate(player->play->keeper, UH_RATING_DAY, player->rating.pain,
                   player->rating.stiffness);
    player->exit_code = UH_EXIT_REFUSED;
    uh_player_show(player, UH_SCREEN_REST_TODAY);
}

static void take_answers(uh_player *player)
{
    const uh_rating_moment moment = player->screen.rating;
    if (moment == UH_RATING_BEFORE && uh_rating_is_too_much(player->rating)) {
        rest_today(player);
        return;
    }
    uh_keeper_rate(player->play->keeper, moment, player->rating.pain, player->rating.stiffness);
    if (moment == UH_RATING_BEFORE) {
        player->before = player->rating;
        uh_player_introduce(player);
    } else {
        player->screen.rise = uh_rating_rise(player->before, player->rating);
        uh_player_finish(player);
    }
}

static void answer(uh_player *player, int32_t value)
{
    if (player->screen.page == UH_SCREEN_RATE_PAIN) {
        player->rating.pain = value;
        ask(player, UH_SCREEN_RATE_STIFFNESS);
    } else {
        player->rating.stiffness = value;
        take_answers(player);
    }
}

void uh_player_on_rate(uh_player *player, uh_key key)
{
    if (key >= '0' && key <= '9') {
        answer(player, (int32_t)(key - '0'));
    } else if (uh_key_lower(key) == 'x') {
        answer(player, UH_RATING_MOST);
    } else if (uh_key_lower(key) == 'q' && player->screen.rating == UH_RATING_BEFORE) {
        uh_player_leave(player, UH_EXIT_DONE);
    } else if (key == UH_KEY_ENTER || key == UH_KEY_SPACE || key == UH_KEY_ESCAPE) {
        answer(player, UH_NOT_ASKED);
    }
}

void uh_player_check_rating(uh_player *player, uh_boot_ms now)
{
    if (uh_player_is_rating(player) && now.ms >= player->ask_until.ms) {
        player->rating = (uh_rating){
            player->screen.page == UH_SCREEN_RATE_PAIN ? UH_NOT_ASKED : player->rating.pain,
            UH_NOT_ASKED};
        take_answers(player);
    }
}
