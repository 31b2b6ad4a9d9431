/* SPDX-License-Identifier: MIT */
/* player_keys.c: what a key does on each page. */
#include "cli/screen/player_inside.h"

#include "host/clock.h"

/* -- commands of the session -- */

static void do_pause(uh_player *player)
{
    uh_sounds_hush(&player->sounds);
    (void)uh_player_command(player, UH_COMMAND_PAUSE, UH_REASON_NONE);
}

static void do_pause_or_resume(uh_player *player)
{
    if (player->session.state == UH_SESSION_PAUSED) {
        (void)uh_player_command(player, UH_COMMAND_RESUME, UH_REASON_NONE);
    } else {
        do_pause(player);
    }
}

/* A page over the session: time stands still under it. Where another page made it wait already, it
 * goes on after this one as it would have after that. */
static void cover(uh_player *player, uh_screen_page page)
{
    (void)uh_player_now(player);
    if (player->session.state == UH_SESSION_DONE) {
        return;
    }
    uh_sounds_hush(&player->sounds);
    const bool paused = uh_player_command(player, UH_COMMAND_PAUSE, UH_REASON_NONE);
    player->held = player->held || paused;
    uh_player_show(player, page);
}

static void do_stop(uh_player *player)
{
    cover(player, UH_SCREEN_WHY_STOP);
}

static void do_skip(uh_player *player)
{
    cover(player, UH_SCREEN_WHY_SKIP);
}

static void do_help(uh_player *player)
{
    cover(player, UH_SCREEN_HELP);
}

static void do_end(uh_player *player)
{
    if (uh_player_command(player, UH_COMMAND_END, UH_REASON_NONE)) {
        player->ended_early = true;
        player->held = false; /* whatever lay over it: the way up is played now */
    }
    if (player->screen.page != UH_SCREEN_SESSION) {
        uh_player_back_to_session(player);
    }
}

/* A key does something of ours, or is a command of the session. */
typedef struct key_row {
    uh_key key;
    void (*act)(uh_player *player);
    uh_command_kind command;
} key_row;

static const key_row session_keys[] = {
    {.key = UH_KEY_SPACE, .act = do_pause_or_resume},
    {.key = UH_KEY_ENTER, .act = do_pause_or_resume},
    {.key = 's', .act = do_stop},
    {.key = UH_KEY_ESCAPE, .act = do_stop}, /* what a frightened hand reaches for */
    {.key = 'e', .command = UH_COMMAND_EASE},
    {.key = 'r', .command = UH_COMMAND_READY},
    {.key = 'k', .act = do_skip},
    {.key = 'b', .command = UH_COMMAND_BACK},
    {.key = 'a', .command = UH_COMMAND_REPEAT},
    {.key = '+', .command = UH_COMMAND_MORE},
    {.key = '=', .command = UH_COMMAND_MORE}, /* the same key without shift */
    {.key = '-', .command = UH_COMMAND_LESS},
    {.key = 'q', .act = do_end},
    {.key = '?', .act = do_help},
};

/* What a hold takes now, of this repetition on; 0: nothing is held. */
static uint32_t hold_ms_now(const uh_session *session)
{
    const uint32_t repetition = session->timeline.repetition;
    return session->timeline.hold_ms[repetition > 0 ? repetition - 1 : 0];
}

/* Easier, more and less say what they changed: what is seen of it comes only later. */
static void do_command(uh_player *player, uh_command_kind command)
{
    const uint32_t before_ms = hold_ms_now(&player->session);
    const uint32_t before = player->session.timeline.repetitions;
    const bool changes =
        command == UH_COMMAND_EASE || command == UH_COMMAND_MORE || command == UH_COMMAND_LESS;
    if (!uh_player_command(player, command, UH_REASON_NONE) || !changes) {
        return;
    }
    const uint32_t now_ms = hold_ms_now(&player->session);
    const uint32_t now = player->session.timeline.repetitions;
    if (now != before) {
        uh_player_note(player, uh_say1(UH_MSG_NOTE_REPETITIONS, uh_number(now)));
    } else if (now_ms != before_ms) {
        uh_player_note(player, uh_say1(UH_MSG_NOTE_HOLD, uh_seconds(now_ms)));
    }
}

/* Stop is one key away on the pages over the session, too: what leads out of it there leads out of
 * it here. */
static bool lead_out(uh_player *player, uh_key key)
{
    for (size_t i = 0; i < UH_COUNT(session_keys); i++) {
        const key_row *row = &session_keys[i];
        if (row->key == uh_key_lower(key) && (row->act == do_stop || row->act == do_end)) {
            row->act(player);
            return true;
        }
    }
    return false;
}

static void on_session(uh_player *player, uh_key key)
{
    for (size_t i = 0; i < UH_COUNT(session_keys); i++) {
        const key_row *row = &session_keys[i];
        if (row->key != uh_key_lower(key)) {
            continue;
        }
        if (row->act != NULL) {
            row->act(player);
        } else {
            do_command(player, row->command);
        }
        return;
    }
    /* hands are often not free, so whatever they reach pauses; it never lets go on by accident */
    if (player->session.state == UH_SESSION_RUNNING) {
        do_pause(player);
    }
}

/* -- pages of text -- */

/* Was it a key that scrolls this page? */
static bool scroll(uh_player *player, uh_key key, bool space_too)
{
    const int32_t height = player->painter.grid.height;
    const int32_t page = height > 6 ? height - 4 : 1;
    int32_t by = 0;
    if (key == UH_KEY_UP || key == UH_KEY_DOWN) {
        by = key == UH_KEY_UP ? -1 : 1;
    } else if (key == UH_KEY_PAGE_UP || key == UH_KEY_PAGE_DOWN ||
               (space_too && key == UH_KEY_SPACE)) {
        by = key == UH_KEY_PAGE_UP ? -page : page;
    }
    if (by == 0 || player->beyond == 0) {
        return by != 0 && key != UH_KEY_SPACE;
    }
    int32_t to = player->screen.scroll + by;
    to = to > player->beyond ? player->beyond : to;
    player->screen.scroll = to < 0 ? 0 : to;
    if (player->screen.scroll > player->screen.seen) {
        player->screen.seen = player->screen.scroll;
    }
    player->redraw = true;
    return true;
}

static void on_farewell(uh_player *player, uh_key key)
{
    if (!scroll(player, key, true)) {
        uh_player_leave(player, UH_EXIT_REFUSED);
    }
}

static void on_intro(uh_player *player, uh_key key)
{
    if (scroll(player, key, false)) {
        return;
    }
    if (uh_key_lower(key) == 'q' || key == UH_KEY_ESCAPE) {
        uh_player_leave(player, UH_EXIT_DONE);
    } else {
        uh_player_begin(player);
    }
}

static void on_help(uh_player *player, uh_key key)
{
    if (!scroll(player, key, false) && !lead_out(player, key)) {
        uh_player_back_to_session(player);
    }
}

/* What it was stopped in: the screening and the parking of a stretch hang on it. */
static void keep_stop(uh_player *player, uh_stop_reason reason, uh_boot_ms now)
{
    const uh_catalogue *catalogue = &player->play->cli->catalogue;
    uh_stop_charge charge = {.side = UH_SIDE_BOTH};
    const bool charged = uh_session_charge(&player->session, &charge);
    const char *exercise =
        charged
            ? uh_catalogue_text(catalogue, uh_catalogue_exercise(catalogue, charge.exercise)->key)
            : "";
    uh_keeper_stop(player->play->keeper, reason, exercise, charge.side, now);
    const bool parks =
        charged && reason == UH_STOP_PAIN &&
        uh_history_would_park(player->play->history, catalogue, charge.exercise, charge.side);
    player->screen.set_aside = parks ? exercise : NULL;
}

static void on_why_stop(uh_player *player, uh_key key)
{
    if (key == UH_KEY_ESCAPE) {
        uh_player_back_to_session(player);
        return;
    }
    if (key < '1' || key > '4') {
        return;
    }
    const uh_stop_reason reason = (uh_stop_reason)(UH_STOP_PAIN + (key - '1'));
    (void)uh_player_now(player);
    player->held = false;
    if (uh_player_obey(player, UH_COMMAND_STOP, (uh_reason)reason)) {
        keep_stop(player, reason, player->last_tick);
        const uh_boot_ms now = uh_player_now(player); /* the set that was stopped */
        /* the page has its words from the view, and the view from the session */
        player->screen.view = uh_session_look(&player->session, now);
        player->screen.undo_left_ms = UH_UNDO_MS;
        uh_player_show(player, UH_SCREEN_STOPPED);
    }
}

static void on_why_skip(uh_player *player, uh_key key)
{
    if (key == UH_KEY_ESCAPE) {
        uh_player_back_to_session(player);
        return;
    }
    if (lead_out(player, key) || key < '1' || key > '4') {
        return;
    }
    const uh_reason reason = (uh_reason)(UH_REASON_NOT_NOW + (key - '1'));
    if (uh_player_command(player, UH_COMMAND_SKIP, reason)) {
        player->held = false;
        uh_player_show(player, UH_SCREEN_SESSION);
    } else {
        uh_player_back_to_session(player); /* there is nothing to skip on the way up */
    }
}

/* Signs of an emergency: it is kept before it is read. */
static void do_call(uh_player *player)
{
    if (player->session.stop_reason != UH_STOP_OTHER) {
        uh_keeper_emergency(player->play->keeper, true);
        uh_player_show(player, UH_SCREEN_CALL);
    }
}

static void on_call(uh_player *player, uh_key key)
{
    if (scroll(player, key, false)) {
        return;
    }
    if (uh_key_lower(key) == 'b') {
        uh_keeper_emergency(player->play->keeper, false);
        uh_player_show(player, UH_SCREEN_STOPPED);
    } else if (key == UH_KEY_ENTER || uh_key_lower(key) == 'q') {
        uh_player_leave(player, UH_EXIT_DONE);
    }
}

static void on_stopped(uh_player *player, uh_key key)
{
    if (scroll(player, key, false)) {
        return;
    }
    if (uh_key_lower(key) == 'e') {
        do_call(player);
    } else if (uh_key_lower(key) == 'u') {
        if (uh_player_obey(player, UH_COMMAND_UNDO_STOP, UH_REASON_NONE)) {
            uh_keeper_undo_stop(player->play->keeper, player->last_tick);
            uh_player_show(player, UH_SCREEN_SESSION);
        }
    } else if (key == UH_KEY_ENTER || uh_key_lower(key) == 'q' || key == UH_KEY_ESCAPE) {
        uh_player_leave(player, UH_EXIT_DONE);
    }
}

static void keep_correction(uh_player *player, uh_correction correction)
{
    player->screen.correction = correction;
    (void)uh_record_correct(player->play->record, correction, uh_clock_unix());
    uh_keeper_correct(player->play->keeper, correction);
}

/* Both questions answered, or another key: that was all. What to do when it is worse is read
 * first. */
static void on_finished(uh_player *player, uh_key key)
{
    static const struct {
        uh_key key;
        uh_correction correction;
        uh_helped helped;
    } answers[] = {
        {'a', UH_CORRECTION_ALL, UH_HELPED_NOT_ASKED},
        {'p', UH_CORRECTION_PART, UH_HELPED_NOT_ASKED},
        {'s', UH_CORRECTION_STOPPED, UH_HELPED_NOT_ASKED},
        {'1', UH_CORRECTION_NONE, UH_HELPED_BETTER},
        {'2', UH_CORRECTION_NONE, UH_HELPED_SAME},
        {'3', UH_CORRECTION_NONE, UH_HELPED_WORSE},
    };
    uh_screen *screen = &player->screen;
    bool answered = false;
    for (size_t i = 0; i < UH_COUNT(answers); i++) {
        if (answers[i].key != uh_key_lower(key)) {
            continue;
        }
        if (answers[i].correction != UH_CORRECTION_NONE) {
            answered = screen->correction == UH_CORRECTION_NONE;
            keep_correction(player, answers[i].correction);
        } else if (screen->asks_helped) {
            answered = screen->helped == UH_HELPED_NOT_ASKED;
            screen->helped = answers[i].helped;
            uh_keeper_helped(player->play->keeper, answers[i].helped);
        }
    }
    const bool open = screen->correction == UH_CORRECTION_NONE ||
                      (screen->asks_helped && screen->helped == UH_HELPED_NOT_ASKED);
    const bool advised = screen->helped == UH_HELPED_WORSE;
    if (answered && (open || advised)) {
        uh_player_show(player, UH_SCREEN_FINISHED);
    } else {
        uh_player_leave(player, UH_EXIT_DONE);
    }
}

void uh_player_key(uh_player *player, uh_key key)
{
    static void (*const pages[UH_SCREEN_PAGE_COUNT])(uh_player *, uh_key) = {
        [UH_SCREEN_SESSION] = on_session,
        [UH_SCREEN_INTRO] = on_intro,
        [UH_SCREEN_HELP] = on_help,
        [UH_SCREEN_WHY_STOP] = on_why_stop,
        [UH_SCREEN_WHY_SKIP] = on_why_skip,
        [UH_SCREEN_STOPPED] = on_stopped,
        [UH_SCREEN_FINISHED] = on_finished,
        [UH_SCREEN_RATE_PAIN] = uh_player_on_rate,
        [UH_SCREEN_RATE_STIFFNESS] = uh_player_on_rate,
        [UH_SCREEN_REST_TODAY] = on_farewell,
        [UH_SCREEN_CALL] = on_call,
    };
    player->redraw = true;
    pages[player->screen.page](player, key);
}
