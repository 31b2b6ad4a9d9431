/* SPDX-License-Identifier: MIT */
/* schedule_inside.h: what the files of the schedule share. `at_ms` is boot time, never before
 * schedule->latest_ms; where it says sitting, it is time sat since the last break. */
#ifndef UNHUNCH_CORE_SCHEDULE_INSIDE_H
#define UNHUNCH_CORE_SCHEDULE_INSIDE_H

#include "unhunch/schedule.h"

#define UH_NO_MS INT64_MIN
#define UH_NEVER_MS INT64_MAX

/* Why nobody is at the desk: bits of schedule->away. */
enum { UH_AWAY_IDLE = 1, UH_AWAY_LOCKED = 2, UH_AWAY_ASLEEP = 4, UH_AWAY_ALL = 7 };

/* Beyond these no clock goes: boot time of a quarter of a million years, and the year 9999. */
#define UH_BOOT_MOST_MS (INT64_C(1) << 53)
#define UH_UNIX_MOST_MS INT64_C(253402300799999)

static inline int64_t uh_later(int64_t a_ms, int64_t b_ms)
{
    return a_ms > b_ms ? a_ms : b_ms;
}

static inline int64_t uh_earlier(int64_t a_ms, int64_t b_ms)
{
    return a_ms < b_ms ? a_ms : b_ms;
}

static inline bool uh_is_here(const uh_schedule *schedule)
{
    return schedule->away == 0;
}

/* -- schedule.c -- */

uh_instant uh_schedule_instant(const uh_schedule *schedule, int64_t boot_ms);

/* An event of this moment, for its maker to fill and push. */
uh_schedule_event uh_schedule_event_at(const uh_schedule *schedule, uh_schedule_event_kind kind,
                                       int64_t at_ms);
void uh_schedule_push(uh_schedule *schedule, const uh_schedule_event *event);

/* The first moment at which what uh_schedule_write() writes would change by itself. */
int64_t uh_schedule_change_ms(const uh_schedule *schedule);

/* Other intervals, counted from the same prompt as those before. */
void uh_schedule_take_settings(uh_schedule *schedule, const uh_schedule_settings *settings);

/* -- schedule_presence.c -- */

int64_t uh_schedule_sitting_ms(const uh_schedule *schedule, int64_t at_ms);

/* The day's sitting up to at_ms. */
int64_t uh_schedule_day_sitting_ms(const uh_schedule *schedule, int64_t at_ms);

/* Away for the reason `why`, since since_ms where nothing else kept the person away already. */
void uh_schedule_leave(uh_schedule *schedule, uint32_t why, int64_t since_ms, int64_t at_ms);

/* The reason is gone; without any other the person is here again. */
void uh_schedule_come(uh_schedule *schedule, uint32_t why, int64_t at_ms);

void uh_schedule_hear_active(uh_schedule *schedule, int64_t at_ms);
void uh_schedule_hear_still(uh_schedule *schedule, int64_t since_ms, int64_t at_ms);
void uh_schedule_hear_idle(uh_schedule *schedule, int64_t since_ms, int64_t at_ms);
void uh_schedule_hear_leave(uh_schedule *schedule, uint32_t why, int64_t since_ms, int64_t at_ms);
void uh_schedule_hear_busy(uh_schedule *schedule, uint32_t busy, int64_t at_ms);

/* A break that somebody told of, seen at at_ms. */
void uh_schedule_take_break(uh_schedule *schedule, uh_pause_kind pause, int64_t at_ms);

/* Everything about the present sitting begins anew, without a word. */
void uh_schedule_start_over(uh_schedule *schedule, int64_t at_ms);

int64_t uh_schedule_rest_when(const uh_schedule *schedule);
void uh_schedule_rest(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_engaged_when(const uh_schedule *schedule);
void uh_schedule_disengage(uh_schedule *schedule, int64_t at_ms);

/* -- schedule_prompt.c -- */

bool uh_schedule_is_quiet(const uh_schedule *schedule);

/* When the next break is due by sitting and waiting alone; UH_NEVER_MS: nobody is here. */
int64_t uh_schedule_break_ms(const uh_schedule *schedule);

/* What it will be. */
uh_prompt uh_schedule_kind(const uh_schedule *schedule, int64_t at_ms);

int64_t uh_schedule_snooze_most_ms(const uh_schedule *schedule);

/* Takes a prompt away that is up, and no longer waits for a good moment. The break stays due. */
void uh_schedule_withdraw(uh_schedule *schedule, uh_withdraw why, int64_t at_ms);

/* It vanished, whatever made it do so. */
void uh_schedule_vanish(uh_schedule *schedule, int64_t at_ms);

/* The break is not owed any more: the next one comes after a whole interval. */
void uh_schedule_let_go(uh_schedule *schedule, int64_t at_ms);

/* What was seen at a look, where a prompt waits for it. */
void uh_schedule_hear_free(uh_schedule *schedule, bool is_free, int64_t at_ms);

void uh_schedule_hear_closed(uh_schedule *schedule, int64_t at_ms);
void uh_schedule_hear_expired(uh_schedule *schedule, int64_t at_ms);
uh_status uh_schedule_hear_start(uh_schedule *schedule, uh_prompt prompt, bool again,
                                 int64_t at_ms);
uh_status uh_schedule_hear_snooze(uh_schedule *schedule, int64_t length_ms, int64_t at_ms);
uh_status uh_schedule_hear_skip(uh_schedule *schedule, uh_skip_reason reason, bool typed,
                                int64_t at_ms);

bool uh_schedule_is_looking(const uh_schedule *schedule);
int64_t uh_schedule_look_when(const uh_schedule *schedule);
void uh_schedule_ask(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_unanswered_when(const uh_schedule *schedule);
void uh_schedule_give_up_asking(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_soon_when(const uh_schedule *schedule);
void uh_schedule_say_soon(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_due_when(const uh_schedule *schedule);
void uh_schedule_be_due(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_show_when(const uh_schedule *schedule);
void uh_schedule_show(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_unseen_when(const uh_schedule *schedule);
void uh_schedule_be_unseen(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_started_when(const uh_schedule *schedule);

/* -- schedule_wall.c -- */

/* The wall clock, the zone or the settings changed: days, hours and moments as of latest_ms. */
void uh_schedule_plan(uh_schedule *schedule);

void uh_schedule_serve_moments(uh_schedule *schedule);
void uh_schedule_hear_quiet(uh_schedule *schedule, int64_t until_ms, uh_date until_day,
                            int64_t at_ms);

int64_t uh_schedule_day_when(const uh_schedule *schedule);
void uh_schedule_end_day(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_hours_when(const uh_schedule *schedule);
void uh_schedule_turn_hours(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_moment_when(const uh_schedule *schedule);
void uh_schedule_turn_moment(uh_schedule *schedule, int64_t at_ms);
int64_t uh_schedule_quiet_when(const uh_schedule *schedule);
void uh_schedule_end_quiet(uh_schedule *schedule, int64_t at_ms);

#endif
