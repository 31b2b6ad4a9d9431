/* SPDX-License-Identifier: MIT */
/* schedule_prompt.c: when a break is due, when its prompt is shown, and what answers do. */
#include "core/schedule_inside.h"

enum { SHOWINGS_MOST = 2, SHOWINGS_MOST_GENTLE = 1 };

/* Friction that grows with what was put off in a row, and never locks anybody out (D-34). */
static const struct {
    int64_t most_ms;
    bool twice; /* it has to be said again */
} friction[] = {
    {UH_SCHEDULE_SNOOZE_MAX_MS, false},
    {10 * 60000, false},
    {5 * 60000, false},
    {5 * 60000, true},
};

static uint32_t friction_level(const uh_schedule *schedule)
{
    const uint32_t last = UH_COUNT(friction) - 1;
    if (schedule->settings.gentle) {
        return 0;
    }
    return schedule->put_offs < last ? schedule->put_offs : last;
}

int64_t uh_schedule_snooze_most_ms(const uh_schedule *schedule)
{
    return friction[friction_level(schedule)].most_ms;
}

static bool was_shown_enough(const uh_schedule *schedule)
{
    return schedule->showings >=
           (uint32_t)(schedule->settings.gentle ? SHOWINGS_MOST_GENTLE : SHOWINGS_MOST);
}

/* -- what is due, and when -- */

bool uh_schedule_is_quiet(const uh_schedule *schedule)
{
    return schedule->quiet_ms != UH_NO_MS || schedule->quiet_day.days != UH_NO_DATE.days;
}

/* Sitting at which the next break is due: sooner where a chosen moment is there. */
static int64_t aim_ms(const uh_schedule *schedule)
{
    return schedule->moment ? uh_earlier(schedule->target_ms,
                                         schedule->prompted_ms + UH_SCHEDULE_MOMENT_SITTING_MS)
                            : schedule->target_ms;
}

static int64_t reach_ms(const uh_schedule *schedule, int64_t sitting_ms)
{
    return schedule->turned_ms + sitting_ms - schedule->sat_ms;
}

int64_t uh_schedule_break_ms(const uh_schedule *schedule)
{
    if (!uh_is_here(schedule)) {
        return UH_NEVER_MS;
    }
    const int64_t sat_ms = schedule->pending ? UH_NO_MS : reach_ms(schedule, aim_ms(schedule));
    return uh_later(sat_ms, schedule->floor_ms);
}

static int64_t posture_ms(const uh_schedule *schedule)
{
    const bool wanted = schedule->settings.posture_ms > 0 && !schedule->pending &&
                        schedule->shift_ms + UH_SCHEDULE_POSTURE_APART_MS <= aim_ms(schedule);
    return wanted ? uh_later(reach_ms(schedule, schedule->shift_ms), schedule->floor_ms)
                  : UH_NEVER_MS;
}

static bool is_waiting(const uh_schedule *schedule)
{
    return uh_is_here(schedule) && schedule->phase == UH_SCHEDULE_WAITING && schedule->open &&
           !uh_schedule_is_quiet(schedule);
}

uh_prompt uh_schedule_kind(const uh_schedule *schedule, int64_t at_ms)
{
    if (!schedule->pending && uh_schedule_sitting_ms(schedule, at_ms) < aim_ms(schedule)) {
        return UH_PROMPT_POSTURE;
    }
    if (schedule->settings.gentle) {
        return UH_PROMPT_STAND;
    }
    if (schedule->kept) {
        return schedule->prompt;
    }
    if (schedule->moment) {
        return schedule->moment_long ? UH_PROMPT_LONG : UH_PROMPT_STRETCH;
    }
    return schedule->settings.stretch_always ? UH_PROMPT_STRETCH : UH_PROMPT_STAND;
}

int64_t uh_schedule_soon_when(const uh_schedule *schedule)
{
    if (!is_waiting(schedule) || schedule->pending || schedule->soon) {
        return UH_NEVER_MS;
    }
    return uh_schedule_break_ms(schedule) - UH_SCHEDULE_SOON_MS;
}

void uh_schedule_say_soon(uh_schedule *schedule, int64_t at_ms)
{
    schedule->soon = true;
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_SOON, at_ms);
    event.prompt = uh_schedule_kind(schedule, at_ms + UH_SCHEDULE_SOON_MS);
    uh_schedule_push(schedule, &event);
}

int64_t uh_schedule_due_when(const uh_schedule *schedule)
{
    return is_waiting(schedule) ? uh_earlier(uh_schedule_break_ms(schedule), posture_ms(schedule))
                                : UH_NEVER_MS;
}

void uh_schedule_be_due(uh_schedule *schedule, int64_t at_ms)
{
    schedule->phase = UH_SCHEDULE_DUE;
    schedule->pending = uh_schedule_kind(schedule, at_ms) != UH_PROMPT_POSTURE;
    schedule->free_ms = UH_NO_MS;
    schedule->still_ms = UH_NO_MS; /* watched from now on */
    schedule->asked_ms = UH_NO_MS;
    schedule->look_ms = at_ms;
}

/* A call began, say, under a prompt that is up: it goes, and waits like one that was not shown. */
static void make_way(uh_schedule *schedule, int64_t at_ms)
{
    uh_schedule_withdraw(schedule, UH_WITHDRAW_BUSY, at_ms);
    if (schedule->pending) {
        schedule->phase = UH_SCHEDULE_DUE;
        schedule->free_ms = UH_NO_MS;
    }
}

void uh_schedule_hear_free(uh_schedule *schedule, bool is_free, int64_t at_ms)
{
    if (schedule->phase == UH_SCHEDULE_SHOWN && !is_free) {
        make_way(schedule, at_ms);
    }
    if (schedule->phase != UH_SCHEDULE_DUE) {
        return;
    }
    if (is_free) {
        schedule->free_ms = schedule->free_ms == UH_NO_MS ? at_ms : schedule->free_ms;
    } else if (uh_schedule_kind(schedule, at_ms) == UH_PROMPT_POSTURE) {
        schedule->phase = UH_SCHEDULE_WAITING; /* a hint is not worth looking again and again */
        schedule->shift_ms =
            uh_schedule_sitting_ms(schedule, at_ms) + schedule->settings.posture_ms;
    } else {
        schedule->free_ms = UH_NO_MS;
    }
}

/* -- looking for a free moment -- */

bool uh_schedule_is_looking(const uh_schedule *schedule)
{
    return schedule->phase == UH_SCHEDULE_DUE || schedule->phase == UH_SCHEDULE_SHOWN ||
           schedule->idle_ms != UH_NO_MS;
}

int64_t uh_schedule_look_when(const uh_schedule *schedule)
{
    return uh_schedule_is_looking(schedule) && schedule->asked_ms == UH_NO_MS ? schedule->look_ms
                                                                              : UH_NEVER_MS;
}

void uh_schedule_ask(uh_schedule *schedule, int64_t at_ms)
{
    schedule->asked_ms = at_ms;
    const uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_LOOK, at_ms);
    uh_schedule_push(schedule, &event);
}

int64_t uh_schedule_unanswered_when(const uh_schedule *schedule)
{
    return schedule->asked_ms == UH_NO_MS ? UH_NEVER_MS
                                          : schedule->asked_ms + UH_SCHEDULE_UNANSWERED_MS;
}

void uh_schedule_give_up_asking(uh_schedule *schedule, int64_t at_ms)
{
    uh_schedule_hear_busy(schedule, 0, at_ms);
}

/* -- showing -- */

int64_t uh_schedule_show_when(const uh_schedule *schedule)
{
    if (schedule->phase != UH_SCHEDULE_DUE || schedule->asked_ms != UH_NO_MS ||
        schedule->free_ms == UH_NO_MS) {
        return UH_NEVER_MS;
    }
    if (schedule->still_ms == UH_NO_MS) {
        return schedule->free_ms + UH_SCHEDULE_TYPING_MS;
    }
    /* what nobody saw is not shown again to the same empty chair */
    return schedule->still_ms >= schedule->vanished_ms ? schedule->free_ms : UH_NEVER_MS;
}

void uh_schedule_show(uh_schedule *schedule, int64_t at_ms)
{
    schedule->prompt = uh_schedule_kind(schedule, at_ms);
    const bool posture = schedule->prompt == UH_PROMPT_POSTURE;
    schedule->pending = !posture;
    schedule->kept = !posture;
    schedule->phase = UH_SCHEDULE_SHOWN;
    schedule->shown_ms = at_ms;
    schedule->still_ms = UH_NO_MS;
    schedule->missed = false;
    schedule->confirm_ms = UH_NO_MS;
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_NOW, at_ms);
    event.again = schedule->showings > 0;
    event.quiet = posture || schedule->prompt == UH_PROMPT_STAND;
    uh_schedule_push(schedule, &event);
    schedule->today.prompts += schedule->showings == 0;
    schedule->showings += !posture;
    if (schedule->prompt == UH_PROMPT_STRETCH || schedule->prompt == UH_PROMPT_LONG) {
        uh_schedule_serve_moments(schedule);
    }
}

void uh_schedule_let_go(uh_schedule *schedule, int64_t at_ms)
{
    const int64_t sitting_ms = uh_schedule_sitting_ms(schedule, at_ms);
    schedule->phase = UH_SCHEDULE_WAITING;
    schedule->pending = false;
    schedule->kept = false;
    schedule->showings = 0;
    schedule->soon = false;
    schedule->vanished_ms = UH_NO_MS;
    schedule->started_ms = UH_NO_MS;
    schedule->prompted_ms = sitting_ms;
    schedule->target_ms = sitting_ms + schedule->settings.interval_ms;
    schedule->shift_ms = sitting_ms + schedule->settings.posture_ms;
}

/* A hint to sit differently is never owed: only the next hint moves on. */
static bool drop_posture(uh_schedule *schedule, int64_t at_ms)
{
    if (schedule->phase != UH_SCHEDULE_SHOWN || schedule->prompt != UH_PROMPT_POSTURE) {
        return false;
    }
    schedule->phase = UH_SCHEDULE_WAITING;
    schedule->shown_ms = UH_NO_MS;
    schedule->shift_ms = uh_schedule_sitting_ms(schedule, at_ms) + schedule->settings.posture_ms;
    return true;
}

void uh_schedule_withdraw(uh_schedule *schedule, uh_withdraw why, int64_t at_ms)
{
    if (schedule->phase == UH_SCHEDULE_SHOWN) {
        uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_WITHDRAW, at_ms);
        event.why = why;
        uh_schedule_push(schedule, &event);
    }
    if (drop_posture(schedule, at_ms)) {
        return;
    }
    if (schedule->phase == UH_SCHEDULE_SHOWN && was_shown_enough(schedule)) {
        uh_schedule_let_go(schedule, at_ms);
    } else if (schedule->phase == UH_SCHEDULE_DUE || schedule->phase == UH_SCHEDULE_SHOWN) {
        schedule->phase = UH_SCHEDULE_WAITING;
    }
    if (schedule->idle_ms == UH_NO_MS) {
        schedule->asked_ms = UH_NO_MS;
    }
    schedule->still_ms = UH_NO_MS;
}

void uh_schedule_vanish(uh_schedule *schedule, int64_t at_ms)
{
    if (drop_posture(schedule, at_ms)) {
        return;
    }
    schedule->missed = true;
    if (was_shown_enough(schedule)) {
        uh_schedule_let_go(schedule, at_ms);
        return;
    }
    schedule->phase = UH_SCHEDULE_WAITING;
    schedule->vanished_ms = at_ms;
    schedule->floor_ms = uh_later(schedule->floor_ms, at_ms + UH_SCHEDULE_AGAIN_MS);
}

int64_t uh_schedule_unseen_when(const uh_schedule *schedule)
{
    if (schedule->phase != UH_SCHEDULE_SHOWN) {
        return UH_NEVER_MS;
    }
    return schedule->shown_ms + (schedule->prompt == UH_PROMPT_POSTURE
                                     ? UH_SCHEDULE_POSTURE_SHOWN_MS
                                     : UH_SCHEDULE_SHOWN_MS);
}

void uh_schedule_be_unseen(uh_schedule *schedule, int64_t at_ms)
{
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_WITHDRAW, at_ms);
    event.why = UH_WITHDRAW_UNSEEN;
    uh_schedule_push(schedule, &event);
    uh_schedule_vanish(schedule, at_ms);
}

/* -- answers -- */

/* Gone within two seconds: a key or a click that was meant for something else. Once a prompt. */
static bool is_accident(const uh_schedule *schedule, int64_t at_ms)
{
    return at_ms - schedule->shown_ms <= UH_SCHEDULE_ACCIDENT_MS && !was_shown_enough(schedule);
}

static void ask_again(uh_schedule *schedule)
{
    schedule->phase = UH_SCHEDULE_WAITING;
    schedule->vanished_ms = schedule->shown_ms;
}

static void put_off(uh_schedule *schedule, uint32_t *counter)
{
    schedule->put_offs++;
    (*counter)++;
}

void uh_schedule_hear_closed(uh_schedule *schedule, int64_t at_ms)
{
    if (schedule->phase != UH_SCHEDULE_SHOWN || drop_posture(schedule, at_ms)) {
        return;
    }
    if (is_accident(schedule, at_ms)) {
        ask_again(schedule);
        return;
    }
    put_off(schedule, &schedule->today.skips);
    uh_schedule_let_go(schedule, at_ms);
}

void uh_schedule_hear_expired(uh_schedule *schedule, int64_t at_ms)
{
    if (schedule->phase == UH_SCHEDULE_SHOWN) {
        uh_schedule_vanish(schedule, at_ms);
    }
}

static void begin_break(uh_schedule *schedule, uh_prompt prompt, int64_t at_ms)
{
    schedule->phase = UH_SCHEDULE_STARTED;
    schedule->prompt = prompt;
    schedule->started_ms = at_ms;
    schedule->soon = true;
}

/* Sitting differently is no rest: sitting goes on. */
static void shift_posture(uh_schedule *schedule, int64_t at_ms)
{
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_BREAK, at_ms);
    event.pause = UH_PAUSE_POSTURE;
    event.began = event.at;
    uh_schedule_push(schedule, &event);
}

uh_status uh_schedule_hear_start(uh_schedule *schedule, uh_prompt prompt, bool again, int64_t at_ms)
{
    if ((schedule->away & (UH_AWAY_LOCKED | UH_AWAY_ASLEEP)) != 0) {
        return UH_ERR_STATE;
    }
    if (schedule->phase == UH_SCHEDULE_STARTED && !again) {
        return UH_OK; /* pressed twice */
    }
    uh_schedule_hear_active(schedule, at_ms); /* a hand did that */
    uh_schedule_withdraw(schedule, UH_WITHDRAW_ANSWERED, at_ms);
    uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_START, at_ms);
    event.prompt = prompt;
    uh_schedule_push(schedule, &event);
    if (prompt == UH_PROMPT_POSTURE) {
        shift_posture(schedule, at_ms);
    } else if (prompt == UH_PROMPT_STAND) {
        uh_schedule_take_break(schedule, UH_PAUSE_STOOD, at_ms);
    } else {
        begin_break(schedule, prompt, at_ms);
    }
    return UH_OK;
}

/* False: it has to be said once more, and the person is told so. */
static bool is_meant(uh_schedule *schedule, uh_schedule_input_kind kind, int64_t at_ms)
{
    const bool said = schedule->confirm_ms != UH_NO_MS && schedule->confirm == kind &&
                      at_ms - schedule->confirm_ms <= UH_SCHEDULE_CONFIRM_MS;
    if (said || !friction[friction_level(schedule)].twice) {
        schedule->confirm_ms = UH_NO_MS;
        return true;
    }
    schedule->confirm_ms = at_ms;
    schedule->confirm = kind;
    const uh_schedule_event event = uh_schedule_event_at(schedule, UH_SCHEDULE_CONFIRM, at_ms);
    uh_schedule_push(schedule, &event);
    return false;
}

uh_status uh_schedule_hear_snooze(uh_schedule *schedule, int64_t length_ms, int64_t at_ms)
{
    if (length_ms < UH_SCHEDULE_SNOOZE_MIN_MS || length_ms > UH_SCHEDULE_SNOOZE_MAX_MS) {
        return UH_ERR_RANGE;
    }
    if ((schedule->away & (UH_AWAY_LOCKED | UH_AWAY_ASLEEP)) != 0) {
        return UH_ERR_STATE;
    }
    uh_schedule_hear_active(schedule, at_ms); /* a hand did that */
    const int64_t granted_ms = uh_earlier(length_ms, uh_schedule_snooze_most_ms(schedule));
    if (!is_meant(schedule, UH_TELL_SNOOZE, at_ms)) {
        return UH_OK;
    }
    put_off(schedule, &schedule->today.snoozes);
    if (schedule->phase == UH_SCHEDULE_STARTED) {
        schedule->phase = UH_SCHEDULE_WAITING;
        schedule->pending = true;
    }
    schedule->showings = 0; /* it will be a prompt of its own */
    uh_schedule_withdraw(schedule, UH_WITHDRAW_ANSWERED, at_ms);
    schedule->vanished_ms = UH_NO_MS;
    if (schedule->pending) {
        schedule->floor_ms = at_ms + granted_ms;
    } else {
        schedule->floor_ms = uh_later(uh_schedule_break_ms(schedule), at_ms) + granted_ms;
        schedule->soon = false;
    }
    return UH_OK;
}

uh_status uh_schedule_hear_skip(uh_schedule *schedule, uh_skip_reason reason, bool typed,
                                int64_t at_ms)
{
    if (reason == UH_SKIP_DONE_ALREADY) {
        uh_schedule_take_break(schedule, UH_PAUSE_STOOD, at_ms);
        return UH_OK;
    }
    const bool posture =
        schedule->phase == UH_SCHEDULE_SHOWN && schedule->prompt == UH_PROMPT_POSTURE;
    if (!posture && !typed && schedule->phase == UH_SCHEDULE_SHOWN &&
        is_accident(schedule, at_ms)) {
        uh_schedule_withdraw(schedule, UH_WITHDRAW_ANSWERED, at_ms);
        ask_again(schedule);
        return UH_OK;
    }
    if (!posture && !is_meant(schedule, UH_TELL_SKIP, at_ms)) {
        return UH_OK;
    }
    uh_schedule_withdraw(schedule, UH_WITHDRAW_ANSWERED, at_ms);
    if (!posture) {
        put_off(schedule, &schedule->today.skips);
        uh_schedule_let_go(schedule, at_ms);
    }
    return UH_OK;
}

int64_t uh_schedule_started_when(const uh_schedule *schedule)
{
    if (schedule->phase != UH_SCHEDULE_STARTED) {
        return UH_NEVER_MS;
    }
    return schedule->started_ms + (schedule->prompt == UH_PROMPT_LONG ? UH_SCHEDULE_STARTED_LONG_MS
                                                                      : UH_SCHEDULE_STARTED_MS);
}
