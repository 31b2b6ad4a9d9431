/* SPDX-License-Identifier: MIT */
#include "cli/screen/player.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/screen/player_inside.h"
#include "host/clock.h"
#include "host/output.h"
#include "host/signals.h"

enum {
    TICK_MS = 1000, /* the session hears the time at least so often: a longer silence is a gap */
    FRAME_MS = 33,  /* while the breath guide moves */
    NOTE_MS = 8000,
    LINE_SIZE = 2048
};

/* -- events -- */

static uh_unix_ms wall_time(uh_boot_ms at)
{
    return (uh_unix_ms){uh_clock_unix().ms - (uh_clock_boot().ms - at.ms)};
}

static void keep_record(uh_player *player)
{
    const uh_play *play = player->play;
    const uh_set_record *set = uh_session_record(&player->session);
    uh_keeper_set(play->keeper, set);
    if (!uh_record_set(play->record, &play->cli->catalogue, set, wall_time(set->ended))) {
        uh_player_note(player, uh_say2(UH_MSG_NOTE_RECORD_FAILED, uh_literal(play->record->path),
                                       uh_cli_error(play->record->problem)));
    }
}

/* Lines are read, not spoken: at another speed they say what a real session would. */
static void print_line(uh_player *player, const uh_session_event *event)
{
    const uh_play *play = player->play;
    uh_session_event unhurried = *event;
    const uint64_t window = (uint64_t)event->window_ms * play->options.speed_percent / 100;
    unhurried.window_ms = window < UH_WINDOW_MAX_MS ? (uint32_t)window : UH_WINDOW_MAX_MS;
    char line[LINE_SIZE];
    if (uh_plain_line(play->cli->language, &play->cli->catalogue, play->routine, &unhurried, line,
                      sizeof line) > 0) {
        uh_player_line(player, line);
    }
}

/* A page over the session has its own words; "paused" is not said on top of them. */
static bool is_silent(const uh_player *player, const uh_session_event *event)
{
    return event->kind == UH_EVENT_CUE && player->held &&
           (event->cue == UH_CUE_PAUSED || event->cue == UH_CUE_RESUMED);
}

static void take_event(uh_player *player, const uh_session_event *event)
{
    if (event->kind == UH_EVENT_RECORD) {
        keep_record(player);
    }
    if (is_silent(player, event)) {
        return;
    }
    if (!player->on_screen) {
        print_line(player, event);
    }
    uh_sounds_event(&player->sounds, event);
}

static void drain(uh_player *player, uh_boot_ms now)
{
    uh_session_event event;
    while (uh_session_next(&player->session, now, &event)) {
        take_event(player, &event);
        player->redraw = true;
    }
    uh_sounds_speak(&player->sounds);
}

/* The machine slept, or this program was stopped: nothing of that time was done by the person. */
static void check_gap(uh_player *player, uh_boot_ms now)
{
    if (now.ms - player->last_tick.ms <= UH_GAP_MS) {
        return;
    }
    drain(player, player->last_tick); /* what the last command led to */
    if (uh_session_interrupt(&player->session, player->last_tick) != UH_OK) {
        return; /* it was waiting anyway */
    }
    uh_keeper_command(player->play->keeper, UH_COMMAND_INTERRUPT, UH_REASON_NONE,
                      player->last_tick);
    if (player->has_keys) {
        uh_player_note(player, uh_say(UH_MSG_NOTE_GAP));
        return;
    }
    /* nobody there who could press a key */
    drain(player, now);
    const uh_status status = uh_session_resume(&player->session, now);
    UH_ASSERT(status == UH_OK);
    uh_keeper_command(player->play->keeper, UH_COMMAND_RESUME, UH_REASON_NONE, now);
}

uh_boot_ms uh_player_now(uh_player *player)
{
    const uh_boot_ms now = uh_clock_boot();
    if (player->started) {
        check_gap(player, now);
        drain(player, now);
    }
    player->last_tick = now;
    return now;
}

bool uh_player_obey(uh_player *player, uh_command_kind command, uh_reason reason)
{
    const uh_boot_ms now = uh_player_now(player);
    const uh_status status = uh_session_tell(&player->session, command, reason, now);
    UH_ASSERT(status != UH_ERR_PENDING);
    if (status == UH_ERR_RANGE) {
        uh_player_note(player, uh_say(UH_MSG_NOTE_CEILING));
    }
    return status == UH_OK;
}

bool uh_player_command(uh_player *player, uh_command_kind command, uh_reason reason)
{
    const bool obeyed = uh_player_obey(player, command, reason);
    if (obeyed) {
        uh_keeper_command(player->play->keeper, command, reason, player->last_tick);
    }
    return obeyed;
}

/* -- from page to page -- */

void uh_player_note(uh_player *player, uh_phrase note)
{
    player->screen.note = note;
    player->screen.has_note = true;
    player->note_until = (uh_boot_ms){uh_clock_boot().ms + NOTE_MS};
    player->redraw = true;
    if (!player->on_screen) {
        uh_player_say_line(player, note);
    }
}

void uh_player_leave(uh_player *player, int exit_code)
{
    player->over = true;
    player->exit_code = exit_code;
}

static void go_on(uh_player *player, uh_boot_ms now)
{
    const uh_play *play = player->play;
    player->session = play->resume->session;
    player->ended_early = play->resume->ended_early;
    uh_keeper_go_on(play->keeper, &play->resume->fact, play->resume->commands, &play->resume->how,
                    now);
}

static void start(uh_player *player, uh_boot_ms now)
{
    const uh_play *play = player->play;
    const uh_status started = uh_session_start(&play->cli->catalogue, play->routine, play->options,
                                               now, &player->session);
    UH_ASSERT(started == UH_OK); /* the gate admits no empty routine, the options no other speed */
    uh_keeper_begin(play->keeper, play->routine, play->options, now);
}

void uh_player_begin(uh_player *player)
{
    const uh_play *play = player->play;
    if (uh_sounds_settle(&player->sounds)) {
        uh_player_note(player, uh_say1(UH_MSG_NOTE_NO_VOICE, uh_literal("unhunch doctor")));
    }
    const uh_boot_ms now = uh_clock_boot();
    (play->resume != NULL ? go_on : start)(player, now);
    player->started = true;
    player->last_tick = now;
    uh_player_show(player, UH_SCREEN_SESSION);
}

/* What was led to its end was done, or ended early on the person's word. */
static void end_session(uh_player *player)
{
    uh_keeper_end(player->play->keeper, player->ended_early ? UH_ENDING_EARLY : UH_ENDING_COMPLETE,
                  player->last_tick);
    if (!player->has_keys) {
        uh_player_leave(player, UH_EXIT_DONE);
        return;
    }
    player->screen.view = uh_session_look(&player->session, player->last_tick);
    if (player->play->rate_after && player->screen.view.entries_worked > 0) {
        uh_player_rate(player, UH_RATING_AFTER);
    } else {
        uh_player_finish(player);
    }
}

void uh_player_finish(uh_player *player)
{
    player->screen.asks_helped = player->play->ask_helped && player->screen.view.entries_worked > 0;
    uh_player_show(player, UH_SCREEN_FINISHED);
}

/* To the end, the last bells included where nobody waits for a key. */
static bool is_played(const uh_player *player)
{
    return player->session.state == UH_SESSION_DONE &&
           uh_session_deadline(&player->session).ms == UH_NEVER.ms &&
           (player->has_keys || uh_sounds_deadline(&player->sounds).ms == UH_NEVER.ms);
}

/* One clear line when the memory is in trouble, and one when it is out of it. */
static void tell_news(uh_player *player)
{
    uh_phrase news;
    if (uh_keeper_news(player->play->keeper, &news)) {
        uh_player_note(player, news);
    }
}

static void tick(uh_player *player)
{
    const uh_boot_ms now = uh_player_now(player);
    if (player->screen.has_note && now.ms >= player->note_until.ms) {
        player->screen.has_note = false;
        player->redraw = true;
    }
    tell_news(player);
    uh_player_check_rating(player, now);
    if (!player->started) {
        return;
    }
    if (uh_sounds_ring(&player->sounds, now)) {
        (void)uh_output_write("\a", 1);
    }
    if (player->screen.page == UH_SCREEN_SESSION && is_played(player)) {
        end_session(player);
    }
}

/* -- drawing -- */

static uint32_t undo_left_ms(const uh_player *player, uh_boot_ms now)
{
    if (player->session.state != UH_SESSION_STOPPED) {
        return 0;
    }
    const int64_t left = player->session.stopped_at_ms + UH_UNDO_MS - now.ms;
    return left > 0 ? (uint32_t)left : 0;
}

static void draw(uh_player *player)
{
    if (!player->on_screen) {
        return;
    }
    if (player->started && player->session.state != UH_SESSION_DONE) {
        player->screen.view = uh_session_look(&player->session, player->last_tick);
        player->screen.undo_left_ms = undo_left_ms(player, player->last_tick);
    }
    if (player->actor != NULL) {
        player->actor->now = player->last_tick;
    }
    player->beyond = uh_screen_draw(&player->screen, &player->painter.grid);
    if (player->screen.scroll > player->beyond) {
        player->screen.scroll = player->beyond;
        (void)uh_screen_draw(&player->screen, &player->painter.grid);
    }
    uh_painter_paint(&player->painter, uh_output());
    player->redraw = false;
}

static uh_boot_ms sooner(uh_boot_ms a, uh_boot_ms b)
{
    return a.ms < b.ms ? a : b;
}

/* When the picture changes by itself: every frame while the breath moves, else with the second. */
static uh_boot_ms next_picture(const uh_player *player)
{
    const int64_t now_ms = player->last_tick.ms;
    if (player->screen.page == UH_SCREEN_STOPPED) {
        return player->screen.undo_left_ms > 0 ? (uh_boot_ms){now_ms + TICK_MS} : UH_NEVER;
    }
    if (player->screen.page != UH_SCREEN_SESSION || player->session.state != UH_SESSION_RUNNING) {
        return UH_NEVER;
    }
    const uh_session_view *view = &player->screen.view;
    if (view->guide != UH_BREATH_FREE) {
        return (uh_boot_ms){now_ms + FRAME_MS};
    }
    const uint32_t speed = player->play->options.speed_percent;
    const uint32_t to_second = view->phase_remaining_ms % 1000;
    uint32_t ms = (to_second == 0 ? 1000 : to_second) * 100 / speed + 1;
    ms = player->actor != NULL && ms > uh_actor_picture_ms(view) ? uh_actor_picture_ms(view) : ms;
    return (uh_boot_ms){now_ms + (ms < FRAME_MS ? FRAME_MS : ms)};
}

static uh_boot_ms next_wake(const uh_player *player)
{
    if (player->redraw) {
        return player->last_tick;
    }
    uh_boot_ms until = UH_NEVER;
    if (player->started) {
        until = sooner(until, uh_session_deadline(&player->session));
        until = sooner(until, uh_sounds_deadline(&player->sounds));
        if (player->session.state == UH_SESSION_RUNNING) {
            until = sooner(until, (uh_boot_ms){player->last_tick.ms + TICK_MS});
        }
    }
    if (player->on_screen) {
        until = sooner(until, next_picture(player));
    }
    if (player->screen.has_note) {
        until = sooner(until, player->note_until);
    }
    if (uh_player_is_rating(player)) {
        until = sooner(until, player->ask_until);
    }
    return sooner(until, uh_keyboard_deadline(&player->keyboard));
}

/* -- what comes from outside -- */

static bool take_key(void *to, uh_key key)
{
    uh_player *player = to;
    uh_player_key(player, key);
    return !player->over;
}

static void resize(uh_player *player)
{
    int32_t width = 0;
    int32_t height = 0;
    uh_terminal_size(&width, &height);
    if (player->on_screen && uh_painter_resize(&player->painter, width, height) == UH_OK) {
        player->redraw = true;
    }
}

static void enter_terminal(uh_player *player)
{
    if (player->has_keys) {
        player->has_keys = uh_terminal_raw() == UH_OK;
    }
    if (player->on_screen) {
        uh_terminal_full_screen();
        uh_painter_forget(&player->painter);
        resize(player);
    }
}

/* Ctrl-Z: the session waits, the terminal is the shell's again; afterwards it still waits. */
static void suspend(uh_player *player)
{
    if (player->started) {
        uh_sounds_hush(&player->sounds);
        (void)uh_player_command(player, UH_COMMAND_PAUSE, UH_REASON_NONE);
        (void)uh_player_now(player);
    }
    uh_terminal_restore();
    uh_signals_suspend();
    enter_terminal(player);
    if (player->started && !player->has_keys) {
        (void)uh_player_command(player, UH_COMMAND_RESUME, UH_REASON_NONE);
    }
}

/* What was begun is recorded as interrupted, at once: whoever sends HUP does not wait. */
static void close_session(uh_player *player)
{
    if (!player->started) {
        return;
    }
    const uh_boot_ms now = uh_player_now(player); /* takes what is due: close asks for that */
    if (player->session.state != UH_SESSION_DONE) {
        uh_sounds_hush(&player->sounds);
        const uh_status status = uh_session_close(&player->session, now);
        UH_ASSERT(status == UH_OK); /* what was due is taken, and it is not done */
        uh_session_event event;
        while (uh_session_next(&player->session, now, &event)) {
            if (event.kind == UH_EVENT_RECORD) {
                keep_record(player);
            }
        }
        uh_keeper_end(player->play->keeper, UH_ENDING_INTERRUPTED, now);
    }
}

static void interrupt(uh_player *player)
{
    close_session(player);
    uh_player_leave(player, UH_EXIT_FAILED);
}

static void take_signals(uh_player *player)
{
    const uint32_t came = uh_signals_take();
    if ((came & UH_SIGNAL_QUIT) != 0) {
        interrupt(player);
        return;
    }
    if ((came & UH_SIGNAL_SUSPEND) != 0) {
        suspend(player);
    } else if ((came & UH_SIGNAL_CONTINUE) != 0) {
        enter_terminal(player); /* somebody else stopped us, and the shell had the terminal */
    }
    if ((came & UH_SIGNAL_RESIZE) != 0) {
        resize(player);
    }
}

/* -- the loop -- */

static void wait_and_listen(uh_player *player)
{
    struct pollfd fds[] = {
        {.fd = uh_signals_fd(), .events = POLLIN},
        {.fd = player->has_keys ? STDIN_FILENO : -1, .events = POLLIN},
    };
    const int ready = uh_clock_wait(fds, UH_COUNT(fds), next_wake(player));
    if (ready < 0 || fds[0].revents != 0) {
        take_signals(player);
    }
    if (ready > 0 && fds[1].revents != 0 &&
        !uh_keyboard_read(&player->keyboard, UH_KEYBOARD_MOST, take_key, player) &&
        (fds[1].revents & ~POLLIN) != 0) {
        interrupt(player); /* the terminal went away */
    }
    uh_keyboard_settle(&player->keyboard, take_key, player);
}

static void run(uh_player *player)
{
    while (!player->over) {
        tick(player);
        draw(player);
        if (uh_output_failed()) {
            interrupt(player); /* the reader has gone, or the disk is full */
        }
        if (!player->over) {
            if (!player->on_screen) {
                player->redraw = false;
            }
            wait_and_listen(player);
        }
    }
    (void)uh_player_now(player); /* a last command in the same breath as the key that left */
}

/* Without memory for it there is none. */
static void open_figure(uh_player *player, uh_terminal_look look)
{
    const uh_play *play = player->play;
    if (play->no_figure || play->large || !uh_actor_knows(&play->cli->catalogue, play->routine)) {
        return;
    }
    player->actor = malloc(sizeof *player->actor);
    if (player->actor == NULL) {
        return;
    }
    uh_text_style style = look.colours >= UH_COLOURS_256 ? UH_TEXT_BLOCKS : UH_TEXT_BRAILLE;
    style = look.utf8 && !look.few_glyphs ? style : UH_TEXT_ASCII;
    uh_actor_start(&play->cli->catalogue, &player->session, style, player->actor);
    player->screen.figure = (uh_screen_figure){uh_actor_draw, player->actor};
}

static void open_screen(uh_player *player)
{
    const uh_play *play = player->play;
    player->screen = (uh_screen){
        .language = play->cli->language,
        .catalogue = &play->cli->catalogue,
        .routine = play->routine,
        .title = play->title,
        .total_ms = uh_timeline_total_ms(&play->cli->catalogue, play->routine),
        .speed_percent = play->options.speed_percent,
        .words_only = play->no_figure,
        .large = play->large,
        .why = play->why,
        .why_count = play->why_count,
        .left_out = play->left_out,
        .left_out_count = play->left_out_count,
    };
    player->has_keys = uh_terminal_on_input();
    player->screen.has_keys = player->has_keys;
    const uh_terminal_look look = uh_terminal_look_from_environment();
    player->on_screen =
        !play->plain && uh_terminal_is_screen() && uh_painter_open(&player->painter, look) == UH_OK;
    player->screen.plain = !player->on_screen;
    if (player->on_screen) {
        open_figure(player, look);
    }
}

static uh_sound sound_of(const uh_player *player)
{
    if (player->play->sound != UH_SOUND_AUTO) {
        return player->play->sound;
    }
    return player->on_screen ? UH_SOUND_AUTO : UH_SOUND_NONE;
}

void uh_player_introduce(uh_player *player)
{
    uh_player_show(player, UH_SCREEN_INTRO);
    if (!player->has_keys) {
        uh_player_begin(player);
        if (player->play->resume != NULL) { /* nobody there who could press a key */
            (void)uh_player_command(player, UH_COMMAND_RESUME, UH_REASON_NONE);
        }
    } else if (!player->on_screen) {
        uh_player_say_line(player, uh_say(UH_MSG_PLAIN_KEYS));
        uh_player_say_line(player, uh_say(UH_MSG_PLAIN_START_ASK));
    }
}

/* The first page: how it is, else what comes; without keys it is printed and it begins. */
static void open_session(uh_player *player)
{
    const uh_play *play = player->play;
    if (player->has_keys && play->resume != NULL) {
        uh_player_begin(player);
        if (uh_resume_is_in_place(&player->session)) { /* else it waits for a key */
            (void)uh_player_command(player, UH_COMMAND_RESUME, UH_REASON_NONE);
        }
    } else if (player->has_keys && play->at_once) {
        uh_player_begin(player);
    } else if (player->has_keys && play->rate_before) {
        uh_player_rate(player, UH_RATING_BEFORE);
    } else {
        uh_player_introduce(player);
    }
}

/* The other screen has gone with what it said: what must be kept is said again. */
static void say_goodbye(uh_player *player)
{
    const uh_screen_page page = player->screen.page;
    const bool keep =
        page == UH_SCREEN_STOPPED || page == UH_SCREEN_CALL || page == UH_SCREEN_REST_TODAY;
    if (player->painter.shown != NULL && keep && !uh_signals_quitting()) {
        player->screen.undo_left_ms = 0;
        uh_player_print_page(player);
    }
}

/* Whoever broke it off finds more than a bare prompt. */
static void tell_kept(const uh_player *player)
{
    const uh_phrase kept = uh_say(UH_MSG_RESUME_KEPT);
    if (uh_signals_quitting() && uh_keeper_goes_on(player->play->keeper)) {
        uh_cli_tell(player->play->cli, &kept);
    }
}

int uh_play_session(const uh_play *play)
{
    (void)fflush(NULL); /* from here on stdout is written without stdio */
    if (uh_signals_open(uh_terminal_restore) != UH_OK) {
        return UH_EXIT_FAILED;
    }
    uh_player player = {.play = play};
    open_screen(&player);
    uh_sounds_open(&player.sounds, sound_of(&player), play->cli->language, &play->cli->catalogue,
                   play->routine);
    enter_terminal(&player);
    open_session(&player);
    run(&player);
    uh_sounds_close(&player.sounds);
    uh_terminal_restore();
    say_goodbye(&player);
    tell_kept(&player);
    uh_painter_close(&player.painter);
    free(player.actor);
    uh_signals_die();
    uh_signals_close();
    return player.exit_code;
}
