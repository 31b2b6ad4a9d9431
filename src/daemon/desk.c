/* SPDX-License-Identifier: MIT */
#include "daemon/desk.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "daemon/opening.h"
#include "host/clock.h"
#include "host/desktop/timer.h"
#include "host/program.h"
#include "unhunch/config.h"

enum { LINE_SIZE = 1024 };

/* -- talk -- */

void uh_desk_log(const uh_desk *desk, uh_phrase phrase)
{
    char line[LINE_SIZE];
    (void)uh_words(desk->language, NULL, &phrase, line, sizeof line);
    (void)fprintf(stderr, "unhunchd: %s\n", line);
}

void uh_desk_log_once(uh_desk *desk, uh_desk_trouble trouble, uh_phrase phrase)
{
    if ((desk->trouble & 1U << trouble) == 0) {
        desk->trouble |= 1U << trouble;
        uh_desk_log(desk, phrase);
    }
}

static void is_well(uh_desk *desk, uh_desk_trouble trouble)
{
    desk->trouble &= ~(1U << trouble);
}

/* -- remembering what was seen -- */

/* The daemon opens no database: the program that does is started for a moment. */
static void remember(uh_desk *desk, const uh_schedule_event *event, const char *kind)
{
    char program[UH_PATH_SIZE];
    char seen[96];
    const char *const argv[] = {uh_program_path("unhunch", program), "break", "--seen", seen, NULL};
    const uh_child_order order = {.argv = argv, .stays = true};
    (void)snprintf(seen, sizeof seen, "%s,%" PRId64 ",%" PRId64, kind, event->began.wall.ms,
                   event->length_ms);
    (void)uh_child_start(desk->loop, &order, NULL);
}

/* -- events -- */

static void on_seen(void *user, uint32_t busy)
{
    uh_desk *desk = user;
    desk->look = NULL;
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_BUSY, .busy = busy});
}

static void look_whether_free(uh_desk *desk)
{
    const uh_busy_question question = {
        .command = desk->offer.settings.busy_command, .seen = on_seen, .user = desk};
    uh_busy_look_close(desk->look);
    desk->look = NULL;
    desk->look = uh_busy_look_open(desk->loop, &desk->buses, &question);
}

/* What is offered may have changed since it was asked for: it is asked for when it is shown. */
static void prepare(uh_desk *desk, const uh_schedule_event *event)
{
    desk->prompt = *event;
    desk->wants_notice = true;
    uh_offering_ask(&desk->offering, desk->loop);
}

static void begin(uh_desk *desk, const uh_schedule_event *event)
{
    if (event->prompt != UH_PROMPT_STRETCH && event->prompt != UH_PROMPT_LONG) {
        return; /* standing up needs no window */
    }
    const bool is_long = event->prompt == UH_PROMPT_LONG;
    if (uh_open_stretch(desk->loop, &desk->offer, is_long) != UH_OPENS_NOTIFICATION) {
        return;
    }
    if (desk->offer.settings.start_opens == UH_OPENS_PAGE ||
        desk->offer.settings.start_opens == UH_OPENS_TERMINAL) {
        uh_desk_log(desk, uh_say1(UH_MSG_DESK_NO_OPENING,
                                  uh_literal(uh_opens_name(desk->offer.settings.start_opens))));
    }
    uh_desk_show_steps(desk);
}

static const char *word_of(const uh_schedule_event *event)
{
    switch (event->kind) {
    case UH_SCHEDULE_WITHDRAW:
        return uh_withdraw_name(event->why);
    case UH_SCHEDULE_BREAK:
    case UH_SCHEDULE_BACK:
        return uh_pause_kind_name(event->pause);
    case UH_SCHEDULE_LOOK:
    case UH_SCHEDULE_SOON:
    case UH_SCHEDULE_NOW:
    case UH_SCHEDULE_CONFIRM:
    case UH_SCHEDULE_START:
    case UH_SCHEDULE_DAY:
    case UH_SCHEDULE_EVENT_COUNT:
        break;
    }
    return uh_prompt_name(event->prompt);
}

static void act(uh_desk *desk, const uh_schedule_event *event)
{
    switch (event->kind) {
    case UH_SCHEDULE_LOOK:
        look_whether_free(desk);
        return;
    case UH_SCHEDULE_SOON:
        uh_offering_ask(&desk->offering, desk->loop); /* settings may have changed, too */
        break;
    case UH_SCHEDULE_NOW:
        prepare(desk, event);
        break;
    case UH_SCHEDULE_CONFIRM:
        desk->confirmed = true;
        desk->prompt = *event;
        uh_desk_show(desk);
        break;
    case UH_SCHEDULE_WITHDRAW:
        uh_desk_withdraw(desk);
        break;
    case UH_SCHEDULE_START:
        begin(desk, event);
        break;
    case UH_SCHEDULE_BREAK:
        if (event->pause == UH_PAUSE_STOOD || event->pause == UH_PAUSE_POSTURE) {
            remember(desk, event, uh_pause_kind_name(event->pause));
        }
        break;
    case UH_SCHEDULE_BACK:
        if (event->pause == UH_PAUSE_AWAY) {
            remember(desk, event, uh_pause_kind_name(event->pause));
        }
        break;
    case UH_SCHEDULE_DAY:
    case UH_SCHEDULE_EVENT_COUNT:
        break;
    }
    uh_hooks_run(&desk->hooks, event, desk->offer.stretch);
    uh_control_signal(desk->control, event->kind, word_of(event), event->length_ms);
}

/* -- time -- */

uh_instant uh_desk_now(void)
{
    return (uh_instant){uh_clock_boot(), uh_clock_unix()};
}

static void take_events(uh_desk *desk, uh_boot_ms until)
{
    uh_schedule_event event;
    while (uh_schedule_next(&desk->schedule, until, &event)) {
        act(desk, &event);
    }
}

/* Time in which this program was not there is time in which nobody was. */
static void bridge_gap(uh_desk *desk, uh_instant now)
{
    const int64_t slept_ms = uh_timer_slept_ms();
    const uh_boot_ms since = uh_schedule_gap(&desk->schedule, now.boot, slept_ms - desk->slept_ms);
    desk->slept_ms = slept_ms;
    if (since.ms == UH_NEVER.ms) {
        return;
    }
    const uh_instant then = {since, {now.wall.ms - (now.boot.ms - since.ms)}};
    const uh_schedule_input sleep = {.kind = UH_TELL_SLEEP, .at = then, .since = since};
    const uh_schedule_input wake = {.kind = UH_TELL_WAKE, .at = now};
    take_events(desk, since);
    if (uh_schedule_tell(&desk->schedule, &sleep) == UH_OK) {
        take_events(desk, now.boot);
        (void)(uh_schedule_tell(&desk->schedule, &wake) == UH_OK);
    }
}

static void write_down(uh_desk *desk, bool ending)
{
    if (uh_keeping_write(&desk->keeping, &desk->schedule, uh_desk_now(), ending) == UH_OK) {
        is_well(desk, UH_TROUBLE_STATE);
    } else {
        uh_desk_log_once(desk, UH_TROUBLE_STATE,
                         uh_say1(UH_MSG_DESK_STATE_FAILED, uh_literal(strerror(errno))));
    }
}

/* Everything that is due, until nothing is; then what follows from how things are now. */
static void settle(uh_desk *desk)
{
    uh_boot_ms now;
    do {
        now = uh_clock_boot();
        take_events(desk, now);
    } while (uh_schedule_deadline(&desk->schedule).ms <= now.ms);
    const uh_schedule_view view = uh_schedule_look(&desk->schedule, now);
    if (desk->idle != NULL) {
        uh_idle_set(desk->idle, UH_IDLE_AWAY, desk->schedule.settings.away_ms);
        uh_idle_set(desk->idle, UH_IDLE_STILL,
                    view.wants_still || desk->unsure_lock ? UH_SCHEDULE_STILL_MS : 0);
    }
    uh_loop_arm(desk->loop, uh_schedule_deadline(&desk->schedule));
    write_down(desk, false);
    const uint64_t hash = uh_schedule_hash(&desk->schedule);
    if (hash != desk->told_hash) {
        desk->told_hash = hash;
        uh_control_changed(desk->control);
    }
}

uh_status uh_desk_tell(uh_desk *desk, uh_schedule_input input)
{
    const uh_instant now = uh_desk_now();
    bridge_gap(desk, now);
    take_events(desk, now.boot);
    input.at = now;
    const uh_status status = uh_schedule_tell(&desk->schedule, &input);
    settle(desk);
    return status;
}

static void read_zone(uh_desk *desk, uh_instant now)
{
    const uh_zone zone = uh_clock_zone(now.wall);
    /* a zone that no clock on earth has is left out */
    (void)(uh_schedule_set_zone(&desk->schedule, &zone, now) == UH_OK);
}

static void on_due(void *user)
{
    uh_desk *desk = user;
    const uh_instant now = uh_desk_now();
    bridge_gap(desk, now);
    take_events(desk, now.boot);
    read_zone(desk, now);
    settle(desk);
}

static void on_clock(void *user)
{
    uh_desk *desk = user;
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_CLOCK});
    read_zone(desk, uh_desk_now());
    settle(desk);
}

/* -- what the desktop tells -- */

static void on_idle(void *user, uh_idle_watch watch, uh_boot_ms since)
{
    (void)uh_desk_tell(user, (uh_schedule_input){
                                 .kind = watch == UH_IDLE_AWAY ? UH_TELL_IDLE : UH_TELL_STILL,
                                 .since = since,
                             });
}

static void on_active(void *user)
{
    uh_desk *desk = user;
    if (desk->unsure_lock) {
        desk->unsure_lock = false;
        (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_UNLOCK});
    }
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_ACTIVE});
}

static void on_locked(void *user, bool locked, bool sure)
{
    uh_desk *desk = user;
    const bool already = uh_schedule_look(&desk->schedule, uh_clock_boot()).locked;
    desk->unsure_lock = locked && !sure && (!already || desk->unsure_lock);
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = locked ? UH_TELL_LOCK : UH_TELL_UNLOCK,
                                                 .since = uh_clock_boot()});
}

static void on_asleep(void *user, bool asleep)
{
    uh_desk *desk = user;
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = asleep ? UH_TELL_SLEEP : UH_TELL_WAKE,
                                                 .since = uh_clock_boot()});
    if (!asleep) {
        on_clock(desk); /* another place, perhaps */
    }
}

static void on_lost_idle(void *user)
{
    uh_desk *desk = user;
    uh_desk_log(desk, uh_say1(UH_MSG_DESK_LOST_IDLE,
                              uh_literal(uh_idle_source_name(uh_idle_source_of(desk->idle)))));
    uh_desk_choose_idle(desk);
}

void uh_desk_choose_idle(uh_desk *desk)
{
    const uh_idle_hearing hearing = {on_idle, on_active, on_lost_idle, desk};
    uh_idle_close(desk->idle);
    desk->idle = uh_idle_open(desk->loop, &desk->buses,
                              (uh_idle_source)desk->offer.settings.idle_source, &hearing);
    if (desk->idle != NULL && uh_idle_source_of(desk->idle) != UH_IDLE_NONE) {
        is_well(desk, UH_TROUBLE_IDLE);
    } else {
        uh_desk_log_once(desk, UH_TROUBLE_IDLE, uh_say(UH_MSG_DESK_NO_IDLE));
    }
    /* whoever was away by the old one is here until the new one says otherwise */
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_ACTIVE});
}

static void on_lost_bus(void *user, bool session)
{
    uh_desk *desk = user;
    const uh_idle_source source = desk->idle != NULL ? uh_idle_source_of(desk->idle) : UH_IDLE_NONE;
    uh_busy_look_close(desk->look);
    desk->look = NULL;
    if (session) {
        uh_control_close(desk->control);
        uh_notices_close(desk->notices);
        desk->control = NULL;
        desk->notices = NULL;
        uh_desk_log_once(desk, UH_TROUBLE_BUS, uh_say(UH_MSG_DESK_NO_BUS));
    } else {
        uh_login_close(desk->login);
        desk->login = NULL;
        uh_desk_log_once(desk, UH_TROUBLE_LOGIN, uh_say(UH_MSG_DESK_NO_LOGIN));
    }
    if (source == (session ? UH_IDLE_MUTTER : UH_IDLE_LOGIND)) {
        on_lost_idle(desk);
    }
}

/* -- settings -- */

static void take_settings(uh_desk *desk)
{
    const uh_schedule_settings settings =
        uh_settings_desk(&desk->offer.settings, desk->offer.gentle);
    const uh_instant now = uh_desk_now();
    take_events(desk, now.boot);
    (void)(uh_schedule_set_settings(&desk->schedule, &settings, now) == UH_OK);
}

static void on_offer(void *user, const char *lines)
{
    uh_desk *desk = user;
    const uint32_t before = desk->offer.settings.idle_source;
    if (lines == NULL) {
        uh_desk_log_once(desk, UH_TROUBLE_SETTINGS,
                         uh_say1(UH_MSG_DESK_NO_SETTINGS, uh_literal("unhunch")));
        desk->offer.stretch[0] = '\0';
        desk->offer.long_minutes = 0;
    } else {
        is_well(desk, UH_TROUBLE_SETTINGS);
        uh_offer_read(&desk->offer, lines);
        take_settings(desk);
    }
    if (desk->wants_notice) {
        desk->wants_notice = false;
        uh_desk_show(desk);
    }
    if (desk->offer.settings.idle_source != before) {
        uh_desk_choose_idle(desk);
    }
    settle(desk);
}

static void on_file(void *user, const char *name)
{
    uh_desk *desk = user;
    if (strcmp(name, UH_CONFIG_FILE) == 0) {
        uh_offering_ask(&desk->offering, desk->loop);
    }
}

static void on_slow_hook(void *user, const char *name)
{
    uh_desk_log(user, uh_say1(UH_MSG_DESK_HOOK_SLOW, uh_literal(name)));
}

/* -- the whole -- */

static uh_status open_keeping(uh_desk *desk)
{
    const uh_status status = uh_keeping_open(&desk->keeping);
    if (status == UH_ERR_REFUSED) {
        uh_desk_log(desk, uh_say(UH_MSG_DESK_ALREADY));
    } else if (status == UH_ERR_UNKNOWN) {
        uh_desk_log(desk, uh_say(UH_MSG_DESK_NO_PLACE));
    } else if (status != UH_OK) {
        uh_desk_log(desk, uh_say1(UH_MSG_DESK_STATE_FAILED, uh_literal(strerror(errno))));
    }
    return status;
}

static void begin_schedule(uh_desk *desk)
{
    const uh_schedule_settings settings = uh_schedule_default_settings();
    const uh_instant now = uh_desk_now();
    const uh_zone zone = uh_clock_zone(now.wall);
    desk->slept_ms = uh_timer_slept_ms();
    const uh_status status =
        uh_keeping_read(&desk->keeping, &settings, &zone, now, &desk->schedule);
    if (status == UH_OK) {
        return;
    }
    if (status != UH_ERR_EMPTY) {
        uh_desk_log(desk, uh_say(UH_MSG_DESK_STATE_BAD));
    }
    const uh_status begun = uh_schedule_begin(&settings, &zone, now, &desk->schedule);
    UH_ASSERT(begun == UH_OK); /* our own settings, and a zone of the C library */
    (void)begun;
}

static void open_notices(uh_desk *desk)
{
    uh_notices_hearing hearing = uh_desk_notices_hearing;
    hearing.user = desk;
    if (desk->buses.session == NULL) {
        uh_desk_log_once(desk, UH_TROUBLE_BUS, uh_say(UH_MSG_DESK_NO_BUS));
    } else {
        desk->notices = uh_notices_open(&desk->buses, &hearing);
    }
}

/* Last of all: who sees the name may rely on the rest. */
static void open_control(uh_desk *desk)
{
    uh_control_hearing hearing = uh_desk_control_hearing;
    hearing.user = desk;
    if (uh_control_open(&desk->buses, &hearing, &desk->control) == UH_ERR_REFUSED) {
        uh_desk_log_once(desk, UH_TROUBLE_NAME,
                         uh_say1(UH_MSG_DESK_NOT_COMMANDED, uh_literal(UH_CONTROL_NAME)));
    }
}

static void open_desktop(uh_desk *desk)
{
    const uh_login_hearing login = {on_locked, on_asleep, desk};
    char folder[UH_PATH_SIZE];
    desk->buses.lost = on_lost_bus;
    desk->buses.user = desk;
    uh_buses_open(desk->loop, &desk->buses);
    open_notices(desk);
    /* what the login manager says now may contradict what was written down */
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_UNLOCK});
    (void)uh_desk_tell(desk, (uh_schedule_input){.kind = UH_TELL_WAKE});
    desk->login = uh_login_open(&desk->buses, &login);
    if (desk->login == NULL || !uh_login_has_session(desk->login)) {
        uh_desk_log_once(desk, UH_TROUBLE_LOGIN, uh_say(UH_MSG_DESK_NO_LOGIN));
    }
    uh_desk_choose_idle(desk);
    if (uh_path(UH_FOLDER_CONFIG, "", folder) == UH_OK) {
        uh_loop_watch_folder(desk->loop, folder);
    }
}

uh_status uh_desk_open(uh_desk *desk)
{
    const uh_loop_hearing hearing = {on_due, on_clock, on_file, desk};
    const uh_language *language = desk->language;
    *desk = (uh_desk){.language = language, .offer = uh_offer_none()};
    const uh_status status = open_keeping(desk);
    if (status != UH_OK) {
        return status;
    }
    if (uh_loop_open(&hearing, &desk->loop) != UH_OK) {
        uh_desk_log(desk, uh_say1(UH_MSG_DESK_NO_LOOP, uh_literal(strerror(errno))));
        uh_keeping_close(&desk->keeping);
        return UH_ERR_STATE;
    }
    desk->hooks = (uh_hooks){.loop = desk->loop, .slow = on_slow_hook, .user = desk};
    desk->offering = (uh_offering){.answered = on_offer, .user = desk};
    begin_schedule(desk);
    open_desktop(desk);
    uh_offering_ask(&desk->offering, desk->loop);
    open_control(desk);
    settle(desk);
    return UH_OK;
}

void uh_desk_run(uh_desk *desk)
{
    uh_loop_run(desk->loop);
}

void uh_desk_close(uh_desk *desk)
{
    bridge_gap(desk, uh_desk_now());
    take_events(desk, uh_clock_boot());
    write_down(desk, true);
    uh_hooks_stop(&desk->hooks);
    uh_offering_stop(&desk->offering);
    uh_busy_look_close(desk->look);
    uh_idle_close(desk->idle);
    uh_login_close(desk->login);
    uh_notices_close(desk->notices);
    uh_control_close(desk->control);
    uh_buses_close(&desk->buses);
    uh_loop_close(desk->loop);
    uh_keeping_close(&desk->keeping);
}
